"""What a text in the data may not be: Markdown, HTML, an address that is no link, letters that look
like others, and a name that is none.
"""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pydantic_core import PydanticCustomError

from macros.model.private import (
    MAILBOX,
    MOBILE,
    PHONE_NUMBER,
    PRIVATE_MAILBOX,
    is_mobile,
    private_mailbox,
)

MARKED = re.compile(r"</?[A-Za-z!]|\*\*|__|`|!?\[[^\]]*\]\(|&#?\w+;")
# The one kind of link that running text may hold.
TEXT_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\((https://[^()\s]+)\)")
BARE_LINK = re.compile(r"https?://\S", re.IGNORECASE)
WITHIN_CURLED = re.compile("[\u201c\u201d\u201e][^\u201c\u201d\u201e]*[\u201c\u201d]")
# A letter of another alphabet, or one that is drawn as ours; hyphens that look like ours.
ALIKE = re.compile(r"[^\W\d_A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9-\u00be\u00c0-\u024f\u1e00-\u1eff]")
FOREIGN_HYPHEN = re.compile("[\u2010\u2011]")
PRIVATE_PARTS = (
    (PHONE_NUMBER, is_mobile, "telefon-mobil", MOBILE),
    (MAILBOX, private_mailbox, "epost-privat", PRIVATE_MAILBOX),
)
LONGEST_TEXT = 1500
PLACEHOLDERS = re.compile(
    r"(?:nei|n/?a|ukjent|ikke kjent|ingen|tbd|tba|x+|\?+|-+|navn(?: navnesen)?)\.?", re.IGNORECASE
)
# What is added to an address to follow who reads it.
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hsenc|_hsmi|mkt_tok|vero_id|yclid",
    re.IGNORECASE,
)


def wrong(code: str, message: str, **values: object) -> PydanticCustomError:
    """An error whose words reach the editor as they are; `{name}` in the message is filled from
    `values`.
    """
    return PydanticCustomError(code, message, values)


def plain_text(value: str) -> str:
    """The text itself, where it is one that every page, calendar and table can show."""
    if len(value) > LONGEST_TEXT:
        raise wrong(
            "tekst-lengde",
            "teksten er for lang ({length} tegn). Skriv den kortere: høyst {most}",
            length=len(value),
            most=LONGEST_TEXT,
        )
    if WITHIN_CURLED.fullmatch(value.strip()):
        raise wrong(
            "anforselstegn-krumme",
            'anførselstegnene rundt {better} er krumme. Skriv dem rette: "{better}"',
            better=value.strip()[1:-1],
        )
    if value.count('"') % 2:
        raise wrong(
            "anforselstegn-alene",
            'teksten har et anførselstegn (") som står alene. Slett det, eller skriv « og » rundt'
            " ordene",
        )
    if found := MARKED.search(value):
        raise wrong(
            "tekst-merking",
            "«{sign}» blir stående slik på siden, for tekst i data er verken Markdown eller HTML."
            " Skriv ren tekst. Felt med hele setninger kan ha lenker, som [tekst](https://…)",
            sign=found[0],
        )
    if BARE_LINK.search(value):
        raise wrong(
            "tekst-merking",
            "en adresse i en tekst blir ikke en lenke. Skriv den i feltet «lenke», eller som"
            " [tekst](https://…) i et felt med hele setninger",
        )
    for kind, is_private, code, message in PRIVATE_PARTS:
        if found := next((part[0] for part in kind.finditer(value) if is_private(part[0])), None):
            raise wrong(code, message, value=found)
    if found := FOREIGN_HYPHEN.search(value):
        raise wrong(
            "like-tegn",
            "bindestreken er et annet tegn (U+{number}) enn den på tastaturet. Skriv - på nytt",
            number=f"{ord(found[0]):04X}",
        )
    if found := ALIKE.search(value):
        strange = found[0]
        raise wrong(
            "like-tegn",
            "«{sign}» er ikke en latinsk bokstav (U+{number}), men ligner på en. Skriv ordet på"
            " nytt",
            sign=strange,
            number=f"{ord(strange):04X}",
        )
    return value


def spelled_out(text: str) -> str:
    """Running text where no link can stand: «tekst (https://…)»."""
    return TEXT_LINK.sub(r"\1 (\2)", text)


def person_name(value: str) -> str:
    """A name as one says it, and nothing that stands where nobody knew one."""
    if "," in value:
        last, _, first = (part.strip() for part in value.partition(","))
        raise wrong(
            "navn-form",
            "«{value}» har komma. Skriv fornavnet først: {better}",
            value=value,
            better=f"{first} {last}".strip(),
        )
    if re.search(r"[0-9@]", value) or PLACEHOLDERS.fullmatch(value):
        raise wrong(
            "navn-form",
            "«{value}» er ikke et navn. Skriv fornavn og etternavn, eller slett oppføringen",
            value=value,
        )
    return value


def untracked(address: str) -> str:
    """The address itself, without what mail programs and senders add to follow its readers.

    Outlook's Safe Links hold the mailbox of whoever was sent the link.
    """
    parts = urlsplit(address)
    given = parse_qsl(parts.query, keep_blank_values=True)
    if (parts.hostname or "").endswith("safelinks.protection.outlook.com"):
        inner = dict(given).get("url", "")
        return untracked(inner) if inner.startswith("https://") else ""
    kept = [(key, value) for key, value in given if not TRACKING.fullmatch(key)]
    return address if len(kept) == len(given) else urlunsplit(parts._replace(query=urlencode(kept)))


def only_address(value: str) -> str:
    """A link that tells nobody who follows it."""
    if (better := untracked(value)) != value:
        raise wrong(
            "lenke-sporing",
            "adressen følger den som leser (Safe Links eller sporing). Skriv {better}",
            better=better or "den egentlige adressen, slik den står i nettleseren",
        )
    return value


def cut(text: str, longest: int) -> str:
    """So much of a text as there is room for, with «…» where there is more."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
