"""The yearly review as mail: what we say of a network or of an institution's people, since when,
and what to answer. Whoever knows it need not open GitHub, nor the site.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.fakta import Bekreftet
from macros.model.kontakter import Kontakt
from macros.model.listing import listing
from macros.model.nettverk import Nettverk
from macros.model.plain_text import spelled_out

UNKNOWN_VALUE = "ukjent"
WHY = (
    "Det som står på nettstedet, ser vi over én gang i året sammen med dem som kjenner det best. Vi"
    " håper du vil hjelpe oss."
)
HOW_TO_ANSWER = """\
Slik svarer du
- Stemmer alt, svarer du «Alt stemmer» på denne e-posten.
- Er noe feil, skriver du linjen slik den skal være, og når det begynte å gjelde.
- Skriv også hvilken rolle eller enhet du svarer for. Det blir stående som kilde, uten navnet ditt.

Du kan også svare i skjemaet på nettstedet: {form}
"""


def letters(data: Data, today: date, site_url: str) -> Mapping[str, str]:
    """File name → a mail for each network, and for each institution with people, that nobody has
    confirmed in the last twelve months.
    """
    found = {
        f"nettverk-{nettverk.id}.txt": _network_letter(data, nettverk, today, site_url)
        for nettverk in data.nettverk_i_rekkefolge
        if nettverk.er_ubekreftet(today)
    }
    for id in data.institusjoner:
        people = {
            key: one
            for key, one in data.kontakter.items()
            if one.institusjon == id and one.er_ubekreftet(today)
        }
        if people:
            found[f"institusjon-{id}.txt"] = _institution_letter(data, id, people, site_url)
    return found


def _network_letter(data: Data, nettverk: Nettverk, today: date, site_url: str) -> str:
    partners, seat = nettverk.up1(today), nettverk.representant
    people = [partner.person for partner in partners] + ([seat.person] if seat else [])
    known = [data.kontakter[id].epost for id in people]
    return _letter(
        known if any(known) else [_mail_of_entrance(data, one.institusjon) for one in partners],
        f"Stemmer dette om {nettverk.omtale}?",
        f"Dette står om {nettverk.omtale} på {site_url}nettverk/{nettverk.id}/:",
        _network_lines(data, nettverk, today),
        nettverk.bekreftet,
        f"{site_url}rediger/#nettverk/{nettverk.id}",
    )


def _network_lines(data: Data, nettverk: Nettverk, today: date) -> Iterator[str]:
    seat = nettverk.representant
    yield "Representant i samarbeidsforum: " + (
        f"{_reached(data.kontakter[seat.person])} ({seat.tidfesting})" if seat else UNKNOWN_VALUE
    )
    for partner in nettverk.up1(today):
        institution = data.institusjoner[partner.institusjon].kortnavn
        name = _reached(data.kontakter[partner.person])
        yield f"Utviklingspartner (UP1): {name}, {institution} ({partner.tidfesting})"
    if not nettverk.up1(today):
        yield f"Utviklingspartner (UP1): {UNKNOWN_VALUE}"
    if owners := [data.kommuner[nr].navn for nr in nettverk.kommuner]:
        yield f"Kommuner: {listing(owners)}"
    if nettverk.friskoler:
        yield f"Friskoler: {listing(skole.navn for skole in nettverk.friskoler)}"
    schools = nettverk.skoler
    yield (
        f"Skoler: {schools.offentlige or 'ingen'} offentlige og"
        f" {schools.private or 'ingen'} private ({schools.tidfesting})"
    )
    for hendelse in nettverk.hendelser:
        if not (hendelse.er_over(today) or hendelse.trukket):
            yield f"{hendelse.tittel}: {hendelse.tid.tekst}"


def _mail_of_entrance(data: Data, id: str) -> str | None:
    """The address of the one to ask at an institution."""
    entrance = data.institusjoner[id].inngang
    return data.kontakter[entrance].epost if entrance else None


def _reached(kontakt: Kontakt) -> str:
    return ", ".join(filter(None, (kontakt.navn, kontakt.epost, kontakt.telefon)))


def _institution_letter(data: Data, id: str, people: Mapping[str, Kontakt], site_url: str) -> str:
    institusjon = data.institusjoner[id]
    return _letter(
        [_mail_of_entrance(data, id)],
        f"Stemmer dette om de ansatte ved {institusjon.kortnavn}?",
        f"Dette står på {site_url}kontakt/ om dem som arbeider ved {institusjon.navn}:",
        (
            f"{', '.join(filter(None, (_reached(one), one.stilling)))} ({one.tidfesting})"
            for one in people.values()
        ),
        None,
        f"{site_url}rediger/",
    )


def _letter(
    to: list[str | None],
    subject: str,
    intro: str,
    lines: Iterator[str],
    confirmed: Bekreftet | None,
    form: str,
) -> str:
    known = list(dict.fromkeys(filter(None, to)))
    when = (
        f"Sist bekreftet: {say_day(confirmed.dato)} av {confirmed.av}. Stemmer det fortsatt?"
        if confirmed
        else "Ingen har bekreftet det før. Stemmer det?"
    )
    return "\n".join(
        [
            f"Til: {', '.join(known)}" if known else "Til: (vi har ingen adresse)",
            f"Emne: {subject}",
            "",
            "Hei!",
            "",
            WHY,
            "",
            intro,
            "",
            *(f"- {spelled_out(line)}" for line in lines),
            "",
            when,
            "",
            HOW_TO_ANSWER.format(form=form),
        ]
    )
