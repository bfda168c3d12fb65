"""What a calendar shows of an event: its title, and a plain text that says what the date rests
on.
"""

from collections.abc import Iterator
from datetime import date

from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.nettverk import Nettverk
from macros.model.rader import Rad

STATES = {"foreløpig": "Foreløpig: ", "avlyst": "AVLYST: ", "trukket": "TRUKKET: "}


def title(rad: Rad) -> str:
    """«Foreløpig: Ca. Frist …»: state first, then how sure the day is."""
    hendelse = rad.hendelse
    state = STATES.get(hendelse.tilstand, "")
    return f"{state}{'' if hendelse.tid.er_presis else 'Ca. '}{hendelse.tittel}"


def description(rad: Rad, data: Data, site_url: str, today: date, changed: date) -> tuple[str, ...]:
    """Paragraphs: state, time, who, schemes and their years, cautions, source, where one reads what
    applies now, the day it was last changed, and the row's address.
    """
    return (
        *_state(rad),
        *_time(rad, data),
        *_who(rad),
        *_schemes(rad, data, today),
        *(f"Merk: {merknad.tekst}" for merknad in rad.hendelse.merknader),
        _source(rad, data),
        f"Se hva som gjelder nå: {site_url}{data.nytt}",
        f"Sist endret: {say_day(changed)}",
        site_url + rad.adresse,
    )


def _state(rad: Rad) -> Iterator[str]:
    hendelse = rad.hendelse
    if hendelse.trukket:
        yield f"Trukket {say_day(hendelse.trukket.dato)}: {hendelse.trukket.grunn}"
    elif hendelse.status == "avlyst":
        yield (
            f"Avlyst: {hendelse.avlyst_grunn}"
            if hendelse.avlyst_grunn
            else "Avlyst. Grunnen er ikke oppgitt."
        )
    elif hendelse.status == "forelopig":
        yield "Foreløpig: tiden er ikke vedtatt."
    if hendelse.flytting:
        yield f"{hendelse.flytting}."
    if hendelse.ved_behov:
        yield "Holdes ved behov."
    if hendelse.om:
        yield hendelse.om


def _time(rad: Rad, data: Data) -> Iterator[str]:
    when = rad.hendelse.tid
    yield f"Når: {when.tekst}"
    if not when.er_presis:
        yield f"Dagen er ikke kjent. Merket i kalenderen står {say_day(when.anker)}."
    if rad.hendelse.lokal_frist:
        yield "Nettverkene setter fristen selv."
    if common := data.felles_frist(rad.hendelse) if rad.hendelse.for_ else None:
        yield f"Nettverkets egen dato for: {common.hendelse.tittel} ({common.hendelse.tid.tekst})"


def _who(rad: Rad) -> Iterator[str]:
    hendelse = rad.hendelse
    who = [
        *([rad.opphav.navn] if isinstance(rad.opphav, Nettverk) else []),
        *([hendelse.adressat] if hendelse.adressat else []),
    ]
    columns = " · ".join(rad.kolonner)
    yield f"Hvem: {', '.join(who)} ({columns})" if who else f"Hvem: {columns}"
    if hendelse.ansvarlig:
        yield f"Ansvarlig: {hendelse.ansvarlig}"


def _schemes(rad: Rad, data: Data, today: date) -> Iterator[str]:
    schemes = [data.ordninger[id] for id in rad.ordninger]
    if schemes:
        yield "Ordning: " + ", ".join(f"{one.kortnavn} ({one.gyldighet(today)})" for one in schemes)


def _source(rad: Rad, data: Data) -> str:
    printed = f", der det står «{rad.hendelse.trykt}»" if rad.hendelse.trykt else ""
    return "Kilde: " + "; ".join(data.kilder[id].kort for id in rad.hendelse.kilde) + printed
