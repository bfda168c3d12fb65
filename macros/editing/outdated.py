"""What nobody has confirmed in the last twelve months, by the institution that answers for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.editing.markdown import quote
from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.fakta import Bekreftet
from macros.model.rader import rows

NO_INSTITUTION = "Ingen ansvarlig institusjon er ført opp"
# How long before a row's month, and around a cycle's end, one is reminded; and the quiet days.
SOON, AHEAD, SINCE = timedelta(days=45), timedelta(days=120), timedelta(days=365)
QUIET_DAYS = 30
ALL_CONFIRMED = "Alt er bekreftet de siste tolv månedene."
HOW = "Nettverk og personer bekreftes på siden «Meld endring» (/rediger/)."


@dataclass(frozen=True)
class Outdated:
    """A record to look over: what it is, where it is edited, and when it was last confirmed."""

    name: str
    file: str
    bekreftet: Bekreftet | None

    @property
    def text(self) -> str:
        """«Nord-Eksempel (data/nettverk/nord-eksempel.yml): aldri bekreftet»"""
        when = (
            f"sist bekreftet {say_day(self.bekreftet.dato)} av {self.bekreftet.av}"
            if self.bekreftet
            else "aldri bekreftet"
        )
        return f"{self.name} ({self.file}): {when}"


def outdated(data: Data, today: date) -> dict[str, list[Outdated]]:
    """Institution, with its contact → what it should look over, networks first.

    Those without one come last.
    """
    found: dict[str | None, list[Outdated]] = {}
    for nettverk in data.nettverk_i_rekkefolge:
        if nettverk.er_ubekreftet(today):
            found.setdefault(nettverk.ansvarlig, []).append(
                Outdated(
                    f"Nettverket {nettverk.kortnavn}", nettverk.place().file, nettverk.bekreftet
                )
            )
    for kontakt in data.kontakter.values():
        if kontakt.er_ubekreftet(today):
            found.setdefault(kontakt.institusjon, []).append(
                Outdated(kontakt.navn, kontakt.place().file, kontakt.bekreftet)
            )
    named = {_responsible(data, id): found[id] for id in data.institusjoner if id in found}
    return named | ({NO_INSTITUTION: found[None]} if None in found else {})


def reminders(data: Data, today: date, quiet: int | None) -> list[str]:
    """What the calendar will need: rows whose month is near and that have no day, a cycle that ends
    without a next one, and `quiet` days without a change, after which GitHub stops its rounds.
    """
    found = [
        f"«{rad.hendelse.tittel}» ({rad.opphav.place().file}) er foreløpig, og ventes"
        f" {rad.hendelse.tid.tekst}. Fyll inn dagen når den er vedtatt."
        for rad in rows(data.hendelseslister)
        if rad.hendelse.status == "forelopig"
        and not rad.hendelse.er_over(today)
        and rad.hendelse.start - today <= SOON
    ]
    last = max(data.sykluser.values(), key=lambda one: one.gjelder.til.end, default=None)
    if last and today - SINCE <= last.gjelder.til.end <= today + AHEAD:
        found.append(
            f"Årshjulet {last.id} går til og med {last.gjelder.til.tekst}, og det er ikke lagt inn"
            " noe nytt. Arbeidsflyten «Nytt årshjul» lager et utkast."
        )
    if quiet is not None and quiet >= QUIET_DAYS:
        found.append(
            f"Ingenting er endret på {quiet} dager. Etter 60 dager stanser GitHub den nattlige"
            " publiseringen. En hvilken som helst endring i prosjektet holder den i gang."
        )
    return found


def _responsible(data: Data, id: str) -> str:
    """«Høgskolen ved Kari Eksempel»: the institution and whom it is reached through, where that is
    known.
    """
    institusjon = data.institusjoner[id]
    if institusjon.inngang:
        return f"{institusjon.kortnavn} ved {data.kontakter[institusjon.inngang].navn}"
    return institusjon.kortnavn


def outdated_text(found: dict[str, list[Outdated]], soon: list[str], markdown: bool) -> str:
    """For a terminal, or for an issue, with a box to tick for each."""
    say, head, point = (quote, "### ", "- [ ] ") if markdown else (str, "", "  ")
    lines = [*_unconfirmed_lines(found, say, head, point)]
    if soon:
        lines += ["", f"{head}Kalenderen", "", *(f"{point}{say(line)}" for line in soon)]
    return "\n".join(lines)


def _unconfirmed_lines(
    found: dict[str, list[Outdated]], say: Callable[[str], str], head: str, point: str
) -> Iterator[str]:
    if not found:
        yield ALL_CONFIRMED
        return
    count = sum(map(len, found.values()))
    yield (
        f"{count} {'oppføring' if count == 1 else 'oppføringer'} er ikke bekreftet de siste tolv"
        f" månedene. {HOW}"
    )
    for institution, records in found.items():
        yield from (
            "",
            f"{head}{say(institution)}",
            "",
            *(f"{point}{say(record.text)}" for record in records),
        )
