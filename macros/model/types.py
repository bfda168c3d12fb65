"""The kinds of value that a field can have.

All arrive as text, since YAML's own guesses turn 0301 into 193.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.model.dates import DASHES, Moment, day_parts, parse_day, suggest_day, suggest_month
from macros.model.plain_text import ALIKE, TEXT_LINK, only_address, person_name, plain_text, wrong
from macros.model.private import MOBILE, PRIVATE_MAILBOX, is_mobile, private_mailbox
from macros.problems.signs import FORBIDDEN

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EMAIL = re.compile(
    r"[a-z0-9_%+-]+(\.[a-z0-9_%+-]+)*@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}", re.IGNORECASE
)
# As in a set of JavaScript, where a quote has no stroke before it.
NOT_IN_LINKS = r"""'"<>\\{}|^`"""
HOST = re.compile(r"([\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
# What no file may be called on Windows, whatever its ending.
RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE)
# An id becomes the name of a file, which systems limit to 255 bytes, with something before and
# behind it.
LONGEST_ID = 80
# Latin letters that are no plain one with a mark on it.
PLAIN_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "\u0131": "i",
        "ł": "l",
        "ŋ": "n",
        "œ": "oe",
        "ß": "ss",
        "ŧ": "t",
        "þ": "th",
    }
)
YEARS = range(1900, 2101)
# What the digits of an organisation's number are multiplied by; the sum is divisible by eleven.
ORGNR_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True)
class Ref:
    """Marks a field whose value, or each of whose values, is an id in another collection of
    `Data`.
    """

    collection: str


def only(kind: type, value: object, code: str, message: str) -> object:
    """What is no text must be of the kind itself: pydantic would make a Moment of a mapping."""
    if not isinstance(value, kind):
        raise wrong(code, message)
    return value


def _visible(value: str) -> str:
    if found := FORBIDDEN.search(value):
        raise wrong(
            "usynlig-tegn",
            "teksten har et usynlig tegn (U+{number}). Slett det og skriv teksten på nytt",
            number=f"{ord(found[0]):04X}",
        )
    return value


def _as_text(value: str) -> str:
    _visible(value)
    if value.strip() == "…":
        raise wrong(
            "ikke-fylt-ut", "her står det bare «…». Skriv det som skal stå, eller slett linjen"
        )
    return " ".join(plain_text(value).split())


def _as_running_text(value: str) -> str:
    """Sentences, in which `[tekst](https://…)` is a link."""
    _visible(value)
    for link in TEXT_LINK.finditer(value):
        only_address(_link(link[2]))
    _as_text(TEXT_LINK.sub(r"\1", value))
    return " ".join(value.split())


def _id(value: str) -> str:
    if RESERVED.fullmatch(value):
        raise wrong(
            "id-form",
            "«{value}» kan ikke være en id, for Windows kan ikke lage en fil som heter det. Skriv"
            " noe mer, som {value}-1",
            value=value,
        )
    if ID.fullmatch(value) and len(value) <= LONGEST_ID:
        return value
    if len(value) > LONGEST_ID:
        raise wrong(
            "id-form",
            "«{value}» er for lang til å være en id. Den kan ha høyst {longest} tegn",
            value=value,
            longest=LONGEST_ID,
        )
    if len(several := [slug(part) for part in re.split("[,;]", value) if slug(part)]) > 1:
        raise wrong(
            "id-flere",
            "«{value}» er mer enn én id. Der feltet kan ha flere, skrives de i klammer: [{better}]",
            value=value,
            better=", ".join(several),
        )
    raise wrong(
        "id-form",
        "«{value}» kan ikke være en id. Skriv {better}: bare a–z, 0–9 og bindestrek",
        value=value,
        better=slug(value) or "for eksempel «nytt-navn»",
    )


def _email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        meant = bare_email(value)
        if not EMAIL.fullmatch(meant):
            meant = re.sub(r"\s*([@.])\s*|,(?=[a-z]{2,}$)", lambda sign: sign[1] or ".", meant)
        better = meant if EMAIL.fullmatch(meant) else "den som fornavn.etternavn@eksempel.no"
        if value.count("@") > 1:
            better = "én adresse, og bare den"
        raise wrong(
            "epost-form",
            "«{value}» er ikke en e-postadresse. Skriv {better}",
            value=value,
            better=better,
        )
    if private_mailbox(value):
        raise wrong(
            "epost-privat",
            PRIVATE_MAILBOX,
            value=value,
        )
    return value


def bare_email(value: str) -> str:
    """The address in «mailto:…», «Navn <…>» and «navn (at) eksempel.no», without what ends a
    sentence.
    """
    bare = re.sub(
        r"^.*<|>.*$|^\[.*\]\(mailto:|\)$|^mailto:|[.,;]+$", "", value.strip(), flags=re.IGNORECASE
    )
    return re.sub(r"\s*[\[({]\s*(?:at|krøllalfa)\s*[\])}]\s*", "@", bare, flags=re.IGNORECASE)


def _phone(value: str) -> str:
    digits = re.sub(r"[ ()-]", "", value)
    if not re.fullmatch(r"(\+47|0047)?[2-9][0-9]{7}", digits):
        raise wrong(
            "telefon-form",
            "«{value}» er ikke et norsk telefonnummer. Skriv åtte sifre, som 73 55 98 99",
            value=value,
        )
    last = digits[-8:]
    number = " ".join(last[i : i + 2] for i in range(0, 8, 2))
    if is_mobile(last):
        raise wrong(
            "telefon-mobil",
            MOBILE,
            value=number,
        )
    return number


def _link(value: str) -> str:
    if value.lower().startswith("http://"):
        raise wrong(
            "lenke-form",
            "«{value}» er ikke sikker. Skriv https:// i stedet for http://",
            value=value,
        )
    try:
        parts = urlsplit(value)
        good = (
            parts.scheme == "https"
            and HOST.fullmatch(parts.hostname or "")
            and not ALIKE.search(parts.hostname)
            and "@" not in parts.netloc
            and parts.port != 0
            and not re.search(rf"[\s{NOT_IN_LINKS}]", value)
        )
    except ValueError:
        good = False
    if not good:
        raise wrong(
            "lenke-form",
            "«{value}» er ikke en nettadresse. Skriv {better}",
            value=value,
            better=_link_meant(value) or "hele adressen, som https://www.eksempel.no/side",
        )
    return value


def _link_meant(value: str) -> str:
    """The address, where only its beginning, a space or a sign at the end is wrong; or nothing."""
    meant = value.strip().rstrip(".,;").replace(" ", "%20")
    meant = meant if "://" in meant else f"https://{meant}"
    try:
        return _link(meant) if meant != value and "." in value else ""
    except PydanticCustomError:
        return ""


def wrong_address(value: str) -> str:
    """What is wrong with the address of another site, in the words of the data; or nothing."""
    try:
        only_address(_link(_visible(value)))
    except PydanticCustomError as error:
        return error.message()
    return ""


def matching(pattern: str, code: str, message: str) -> AfterValidator:
    """Judges a text by its form; `{value}` in the message is the text."""
    form = re.compile(pattern)

    def judge(value: str) -> str:
        if not form.fullmatch(value):
            raise wrong(code, message, value=value)
        return value

    return AfterValidator(judge)


def _orgnr(value: str) -> str:
    digits = value.replace(" ", "")
    if not re.fullmatch(r"[0-9]{9}", digits):
        raise wrong(
            "orgnr-form",
            "«{value}» er ikke et organisasjonsnummer. Skriv ni sifre, slik de står i"
            " Enhetsregisteret",
            value=value,
        )
    if sum(int(digit) * weight for digit, weight in zip(digits, ORGNR_WEIGHTS, strict=True)) % 11:
        raise wrong(
            "orgnr-form",
            "«{value}» har ni sifre, men de passer ikke sammen: ett er feil, eller to er byttet om."
            " Skriv det av på nytt fra Enhetsregisteret",
            value=value,
        )
    return digits


def _count(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,6}", value):
        raise wrong(
            "antall-form",
            "«{value}» er ikke et antall. Skriv et helt tall med sifre, som 17",
            value=value,
        )
    return int(value) if isinstance(value, str) else value


def _as_day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if (day := parse_day(value)) is None:
        raise _no_such_day(value) or wrong(
            "dato-form",
            "«{value}» er ikke en dato. Skriv {better}",
            value=value,
            better=suggest_day(value) or "år-måned-dag, som 2024-02-01",
        )
    return in_our_time(day, value)


def _moment(value: object) -> object:
    if not isinstance(value, str):
        return only(
            Moment,
            value,
            "tid-form",
            "feltet skal være et tidspunkt. Skriv et år (2024), en måned (2024-02) eller en dag"
            " (2024-02-01)",
        )
    span = re.fullmatch(rf"([0-9]{{4}}) ?[{DASHES}/] ?([0-9]{{2}}|[0-9]{{4}})", value)
    if span and (len(span[2]) == 4 or int(span[2]) > max(12, int(span[1]) % 100)):
        raise wrong(
            "tid-form",
            "«{value}» er en periode, ikke et tidspunkt. Skriv gjelder: {fra: {fra}, til: {til}}",
            value=value,
            fra=span[1],
            til=span[1][: -len(span[2])] + span[2],
        )
    if (moment := Moment.parse(value)) is None:
        raise _no_such_day(value) or wrong(
            "tid-form",
            "«{value}» er ikke et tidspunkt. Skriv {better}",
            value=value,
            better=suggest_day(value)
            or suggest_month(value)
            or "et år (2024), en måned (2024-02) eller en dag (2024-02-01)",
        )
    return in_our_time(moment, value)


def _no_such_day(value: str) -> PydanticCustomError | None:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", value) and not Moment.parse(value):
        return wrong(
            "dato-finnes-ikke",
            "«{value}» finnes ikke i kalenderen. Se på måneden og dagen",
            value=value,
        )
    if day_parts(value) and not suggest_day(value):
        return wrong(
            "dato-finnes-ikke",
            "«{value}» finnes ikke i kalenderen. Se på måneden og dagen, og skriv år-måned-dag, som"
            " 2024-02-01",
            value=value,
        )
    return None


def in_our_time(moment: date | Moment, value: str) -> date | Moment:
    if moment.year not in YEARS:
        raise wrong(
            "dato-ar",
            "«{value}» kan ikke stemme. Året må ligge mellom {first} og {last}",
            value=value,
            first=YEARS[0],
            last=YEARS[-1],
        )
    return moment


def _as_yes_no(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        raise wrong(
            "ja-nei-form",
            "«{value}» skal være true (ja) eller false (nei). Ta bort feltet hvis svaret er nei",
            value=value,
        )
    return value


def as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def slug(text: str) -> str:
    """The id that a name would have: ASCII (æ→ae, ø→o, å→a), small letters, hyphens.

    It is a permanent address.
    """
    text = unicodedata.normalize("NFD", text.lower().translate(PLAIN_LETTERS))
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def _json_schema(description: str, **more: object) -> WithJsonSchema:
    """What an editor's tool is told.

    Tools see numbers as numbers, where we read text: both kinds are right where both are written.
    """
    return WithJsonSchema({"type": "string", "description": description, **more})


Tekst = Annotated[str, AfterValidator(_as_text)]
Lopetekst = Annotated[str, AfterValidator(_as_running_text)]
Personnavn = Annotated[str, AfterValidator(_as_text), AfterValidator(person_name)]
Id = Annotated[
    str,
    AfterValidator(_id),
    _json_schema(
        "Id: små bokstaver a–z, sifre og bindestrek. Endres aldri etter at den er publisert.",
        pattern=f"^{ID.pattern}$",
    ),
]
Epost = Annotated[
    str,
    AfterValidator(_email),
    _json_schema(
        "E-postadresse",
        pattern=f"^{EMAIL.pattern.replace('a-z', 'A-Za-z')}$",
        examples=["fornavn.etternavn@eksempel.no"],
    ),
]
Telefon = Annotated[
    str,
    AfterValidator(_phone),
    _json_schema(
        "Norsk telefonnummer, åtte sifre",
        type=["string", "integer"],
        pattern=r"^(\+47|0047)?[ ()-]*[2-9]([ ()-]*[0-9]){7}$",
        examples=["73 55 98 99"],
    ),
]
Lenke = Annotated[
    str,
    AfterValidator(_visible),
    AfterValidator(_link),
    AfterValidator(only_address),
    _json_schema(
        "Nettadresse som begynner med https://",
        pattern=rf"^https://[^\s/?#@{NOT_IN_LINKS}]+\.[A-Za-z]{{2,}}(:[0-9]+)?"
        rf"([/?#][^\s{NOT_IN_LINKS}]*)?$",
        examples=["https://www.eksempel.no/side"],
    ),
]
Kommunenummer = Annotated[
    str,
    matching(
        "[0-9]{4}",
        "kommunenummer-form",
        '«{value}» er ikke et kommunenummer. Skriv fire sifre i anførselstegn, som "9901"',
    ),
    _json_schema(
        "Kommunenummer, fire sifre i anførselstegn", pattern="^[0-9]{4}$", examples=["9901"]
    ),
]
Orgnr = Annotated[
    str,
    AfterValidator(_orgnr),
    _json_schema(
        "Organisasjonsnummer, ni sifre",
        type=["string", "integer"],
        pattern="^[0-9]{3} ?[0-9]{3} ?[0-9]{3}$",
    ),
]
Antall = Annotated[
    int, BeforeValidator(_count), _json_schema("Antall: et helt tall", type="integer", minimum=0)
]
JaNei = Annotated[bool, BeforeValidator(_as_yes_no)]
Dag = Annotated[
    date,
    BeforeValidator(_as_day),
    _json_schema(
        "Dato: år-måned-dag", pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", examples=["2024-02-01"]
    ),
]
Tid = Annotated[
    Moment,
    BeforeValidator(_moment),
    PlainSerializer(str),
    _json_schema(
        "År, måned eller dag",
        type=["string", "integer"],
        pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        minimum=YEARS[0],
        maximum=YEARS[-1],
        examples=[2024, "2024-02", "2024-02-01"],
    ),
]
Kilder = Annotated[
    tuple[Id, ...],
    Ref("kilder"),
    BeforeValidator(as_tuple),
    WithJsonSchema(
        {
            "description": "Id i data/kilder.yml, eller en liste av slike",
            "examples": ["rapport-2027"],
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
            ],
        }
    ),
]
