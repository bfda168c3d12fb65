"""Contact cards. vCard 3.0, since Outlook on Windows does not read 4.0, and phones read both.

By hand: a card is eight lines of a fixed form, and no library is installed for anything else here.
"""

from datetime import date

from icalendar.parser import Contentline

from macros.exports.datasets import ended_schemes
from macros.model.data import Data
from macros.model.kontakter import Kontakt
from macros.model.plain_text import spelled_out


def vcard(data: Data, id: str, page: str, today: date, news: str) -> bytes:
    """One person's card. `page` is where newer details would stand, `news` what applies now."""
    kontakt = data.kontakter[id]
    *given, family = kontakt.navn.split()
    lines = [
        ("BEGIN", "VCARD"),
        ("VERSION", "3.0"),
        ("UID", f"{id}@{data.fylke.domene}"),
        ("N", f"{escape(family)};{escape(' '.join(given))};;;"),
        ("FN", escape(kontakt.navn)),
        *(
            [("ORG", escape(data.institusjoner[kontakt.institusjon].navn))]
            if kontakt.institusjon
            else []
        ),
        *([("EMAIL;TYPE=INTERNET", escape(kontakt.epost))] if kontakt.epost else []),
        *([("TEL;TYPE=WORK,VOICE", escape(kontakt.telefon))] if kontakt.telefon else []),
        ("NOTE", escape(_card_note(data, kontakt, today, news))),
        ("SOURCE", page),
        ("END", "VCARD"),
    ]
    # Long lines are broken as in calendars: both have that from the same place.
    folded = (Contentline(f"{name}:{value}").to_ical() for name, value in lines)
    return b"".join(line + b"\r\n" for line in folded)


def _card_note(data: Data, kontakt: Kontakt, today: date, news: str) -> str:
    """«per 2018 · Kilde: Notat om UP1 og UP2, 2018», then the positions with their dates: a card
    has no room for a date beside each. Then the schemes that they were of and that have ended.
    """
    sources = ", ".join(data.kilder[kilde].kort for kilde in kontakt.kilde)
    positions = [f"{post.tekst} ({post.tidfesting})" for post in kontakt.stillinger]
    ended = "; ".join(ended_schemes(data, today))
    return "\n".join(
        [
            f"{kontakt.tidfesting} · Kilde: {sources}",
            *positions,
            *([f"Avsluttet: {ended}. Se hva som gjelder nå: {news}"] if ended else []),
        ]
    )


def escape(text: str) -> str:
    """Text as a vCard value: backslash, comma, semicolon and line break lose their meaning."""
    text = spelled_out(text).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
