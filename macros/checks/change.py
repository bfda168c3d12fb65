"""Rules about a change, from the base of a proposal to what it would become: what has been
published neither vanishes nor changes its name without a word.
"""

from collections.abc import Iterator
from datetime import date

from macros.model.data import Data
from macros.model.nettverk import Nettverk
from macros.model.rader import Rad, rows
from macros.problems import Place, Problem
from macros.problems.gone import cycle_gone, event_gone, event_left, network_gone

# Events that two cycles have in common before one is taken for a copy of the other.
COPIED = 3


def judge_between(before: Data, after: Data, today: date) -> list[Problem]:
    """All that any of them finds. What can't be read has not vanished."""
    return [problem for rule in BEFORE_AND_AFTER for problem in rule(before, after, today)]


def events_kept(before: Data, after: Data, today: date) -> Iterator[Problem]:
    """An event that is published and not over stays so; of a network that is gone, that is said."""
    here = {_key(rad) for rad in _public_rows(after)}
    ended, gone = {one.id: one.ny for one in after.tidligere_nettverk}, set()
    for rad in _public_rows(before):
        room, origin, event = key = _key(rad)
        hendelse, trukket = rad.hendelse, rad.hendelse.trukket
        unread = origin in after.ids(room) and origin not in getattr(after, room)
        if key in here or unread or hendelse.siste_dag < today:
            continue
        cancelled = bool(trukket) or hendelse.status == "avlyst"
        if room == "nettverk" and origin in ended:
            if not cancelled and not after.er_tatt_over(origin, event):
                yield event_left(origin, event, ended[origin])
        elif origin in getattr(after, room):
            folder = "arshjul" if room == "sykluser" else "nettverk"
            yield event_gone(folder, origin, event, cancelled, trukket and trukket.ute_til)
        elif room == "sykluser" and origin not in gone:
            gone.add(origin)
            yield cycle_gone(origin)


def networks_kept(before: Data, after: Data, today: date) -> Iterator[Problem]:
    """A network that goes says where its subscribers go."""
    ended = {one.id for one in after.tidligere_nettverk}
    for id, nettverk in before.nettverk.items():
        if id not in after.ids("nettverk") and id not in ended and after.is_whole("nettverk"):
            yield network_gone(id, nettverk.kortnavn, today)
    for one in before.tidligere_nettverk:
        if one.id not in ended and one.id not in after.ids("nettverk") and after.nettsted:
            yield network_gone(one.id, one.navn, one.opphort)


def partners_ended(before: Data, after: Data, today: date) -> Iterator[Problem]:
    """A UP1 is ended and followed, never written over; who is erased from the contacts may go."""
    for id, old in before.nettverk.items():
        if not (new := after.nettverk.get(id)):
            continue
        had, has = ({one.person for one in nettverk.utviklingspartnere} for nettverk in (old, new))
        gone = [
            partner.person
            for partner in old.up1(today)
            if partner.person not in has and partner.person in after.kontakter
        ]
        followed = [partner for partner in new.up1(today) if partner.person not in had]
        for person, partner in zip(gone, followed, strict=False):
            yield Problem(
                partner.place("person"),
                f"«{person}» er skrevet over med «{partner.person}» og blir borte fra historien."
                f" La «{person}» stå med linjen «gjelder: {{til: {today}}}», og legg til"
                f" «{partner.person}» som en ny, med linjen «gjelder: {{fra: {today}}}»",
                "partner-skrevet-over",
            )


def people_erased(before: Data, after: Data, today: date) -> Iterator[Problem]:
    """A person may always go; whoever asks for it is told what remains."""
    for id in before.kontakter:
        if id not in after.ids("kontakter") and after.is_whole("kontakter"):
            yield Problem(
                Place("data/kontakter.yml"),
                f"«{id}» er slettet, og det er lov. Historikken på GitHub tar fortsatt vare på"
                " opplysningene. Var det et ønske fra personen selv, følger du «Erase a person» i"
                " HACKING.md etterpå",
                "person-slettet",
                hint=True,
            )


def cycles_not_copied(before: Data, after: Data, today: date) -> Iterator[Problem]:
    """A new cycle is no copy of another: subscribers would have everything twice."""
    for id, syklus in after.sykluser.items():
        for other in after.sykluser.values():
            if id in before.sykluser or other.id == syklus.id or other.id not in before.sykluser:
                continue
            same = {(row.id, row.tid.tekst) for row in syklus.hendelser} & {
                (row.id, row.tid.tekst) for row in other.hendelser
            }
            if len(same) >= min(COPIED, len(other.hendelser)):
                yield Problem(
                    syklus.place("id"),
                    f"{len(same)} av hendelsene er de samme som i årshjulet «{other.id}», og ville"
                    f" stått to ganger i kalenderne. Slett dem her, eller rett i"
                    f" {other.place().file}"
                    " i stedet",
                    "syklus-kopi",
                )


def schools_in_their_network(before: Data, after: Data, today: date) -> Iterator[Problem]:
    """A friskole that is new in a network lies in one of its kommuner, or says why not."""
    for id, nettverk in after.nettverk.items():
        known = {one.id for one in before.nettverk[id].friskoler} if id in before.nettverk else ()
        for skole in nettverk.friskoler:
            other = after.nettverk_etter_kommune.get(skole.kommune)
            if (
                other
                and other is not nettverk
                and nettverk.kommuner
                and not (skole.id in known or skole.merknader)
            ):
                yield Problem(
                    skole.place("kommune"),
                    f"{skole.navn} ligger i {after.kommuner[skole.kommune].navn}, som er i"
                    f" {other.omtale}. Flytt skolen til {other.place().file}, eller rett kommunen."
                    " Er skolen likevel i dette nettverket, skriver du hvorfor i «merknader»",
                    "friskole-annet-nettverk",
                )


def _public_rows(data: Data) -> Iterator[Rad]:
    for rad in rows(data.hendelseslister):
        if rad.hendelse.er_publisert:
            yield rad


def _key(rad: Rad) -> tuple[str, str, str]:
    room = "nettverk" if isinstance(rad.opphav, Nettverk) else "sykluser"
    return room, rad.opphav.id, rad.hendelse.id


BEFORE_AND_AFTER = (
    events_kept,
    networks_kept,
    partners_ended,
    people_erased,
    cycles_not_copied,
    schools_in_their_network,
)
