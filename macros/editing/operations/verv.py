"""«Slutter» and «begynner»: a network's partners and its seat, a person's posts, and a person who
leaves. Nothing is written over.
"""

from collections.abc import Mapping

from macros.editing.draft import Value
from macros.editing.operations.desk import Desk, before
from macros.editing.operations.kilder import enter
from macros.editing.operations.kontakter import PEOPLE_FILE, person
from macros.editing.proposal import Operation
from macros.model.base import Path
from macros.model.dates import Moment
from macros.model.fakta import Faktum, Utsagn
from macros.model.kontakter import Kontakt
from macros.model.nettverk import Nettverk, Representant, Utviklingspartner
from macros.model.oppforinger import Oppforing
from macros.model.types import as_tuple

# Why somebody cannot begin: /rediger/ says it too.
ALREADY = {
    "utviklingspartnere": "{who} er alt utviklingspartner for {network}.",
    "representant": "{who} er alt representant for {network}.",
}
LATER = (
    "Den nye begynner først {}. Nettverket har én plass, og siden viser hvem som har den nå. Meld"
    " byttet når det har skjedd."
)


def end_term(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """Somebody ends; the record stays as history."""
    record = spot.value
    if not isinstance(record, Utviklingspartner | Representant | Kontakt | Utsagn):
        desk.refuse(spot.record, "Dette kan ikke ha en slutt. Endre det i stedet.")
        return
    moment = desk.moment(record, operation.text("nar"))
    if record.gjelder and record.gjelder.er_over(desk.today):
        desk.refuse(record, f"Dette er alt avsluttet ({record.gjelder.tekst}).")
    elif moment and record.gjelder and record.gjelder.fra and record.gjelder.fra.start > moment.end:
        desk.refuse(
            record, f"{moment.tekst.capitalize()} er før det begynte ({record.gjelder.fra.tekst})."
        )
    if desk.wrong:
        return
    enter(desk)
    if isinstance(record, Representant) and moment.end < desk.today:
        _empty_seat(desk, desk.data.nettverk[spot.key], moment)
    elif isinstance(record, Kontakt):
        _leave(desk, spot.key, record, moment)
    else:
        _close(desk, spot.file, spot.path, record, moment)


def begin_term(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """Somebody begins as a network's partner, or in its seat."""
    nettverk, field = spot.record, operation.address.rpartition("/")[2]
    if isinstance(nettverk, Representant):
        nettverk, field = desk.data.nettverk[spot.key], "representant"
    if not isinstance(nettverk, Nettverk) or field not in ("utviklingspartnere", "representant"):
        desk.refuse(spot.record, "Her kan ingen begynne.")
        return
    moment = desk.moment(nettverk, operation.text("nar"))
    institution = operation.text("institusjon")
    if field == "utviklingspartnere" and institution not in desk.data.institusjoner:
        desk.refuse(nettverk, "Velg institusjonen som utviklingspartneren kommer fra.")
    _refuse_seat(desk, nettverk, field, operation.given["person"], moment)
    id = person(desk, operation.given["person"], institution) if not desk.wrong else None
    if not id:
        return
    enter(desk)
    if field == "representant":
        _take_seat(desk, nettverk, id, moment)
        return
    draft, path = desk.draft(nettverk.place().file), ("utviklingspartnere",)
    draft.insert(
        path,
        len(draft.value(path) or ()),
        {
            "person": id,
            "institusjon": institution,
            "gjelder": {"fra": str(moment)},
            "kilde": desk.source.id,
        },
    )


def _refuse_seat(
    desk: Desk, nettverk: Nettverk, field: str, id: object, moment: Moment | None
) -> None:
    seat = nettverk.representant
    held = {
        "utviklingspartnere": (
            partner.person
            for partner in nettverk.utviklingspartnere
            if not partner.er_tidligere(desk.today)
        ),
        "representant": [seat.person] if seat else [],
    }
    if field == "representant" and moment and moment.start > desk.today:
        desk.refuse(nettverk, LATER.format(moment.tekst), field)
    if id in held[field]:
        who = desk.data.kontakter[id].navn
        desk.refuse(None, ALREADY[field].format(who=who, network=nettverk.kortnavn))


def _close(desk: Desk, file: str, path: Path, record: Faktum, moment: Moment) -> None:
    """Give a fact an end.

    It has one kind of date: «per» gives way to the span, and the source that had it stays.
    """
    draft = desk.draft(file)
    start = record.gjelder.fra if record.gjelder else None
    draft.set((*path, "gjelder"), ({"fra": str(start)} if start else {}) | {"til": str(moment)})
    if record.per:
        draft.remove((*path, "per"))
    draft.set((*path, "kilde"), desk.source.behind(record.kilde))


def _empty_seat(desk: Desk, nettverk: Nettverk, moment: Moment) -> None:
    draft = desk.draft(nettverk.place().file)
    _keep_as_former(desk, nettverk, draft.value(("representant",)), moment)
    draft.remove(("representant",))


def _take_seat(desk: Desk, nettverk: Nettverk, id: str, moment: Moment) -> None:
    """There is one seat: whoever had it keeps it as a former office."""
    draft = desk.draft(nettverk.place().file)
    if seat := draft.value(("representant",)):
        _keep_as_former(desk, nettverk, seat, before(moment))
        for key in ("gjelder", "per", "merknader"):
            if key in seat:
                draft.remove(("representant", key))
        draft.set(("representant", "person"), id)
        draft.set(("representant", "gjelder"), {"fra": str(moment)})
        draft.set(("representant", "kilde"), desk.source.id)
    else:
        draft.set(
            ("representant",),
            {"person": id, "gjelder": {"fra": str(moment)}, "kilde": desk.source.id},
        )


def _keep_as_former(
    desk: Desk, nettverk: Nettverk, seat: Mapping[str, Value], end: Moment | None
) -> None:
    """Write a seat that is given up into what is known of the person, with its end where one is
    known.
    """
    former = {"tekst": f"Representant i samarbeidsforum for {nettverk.omtale}"}
    former |= {key: seat[key] for key in ("per", "gjelder", "kilde", "merknader") if key in seat}
    if end:
        former.pop("per", None)
        former["gjelder"] = {**seat.get("gjelder", {}), "til": str(end)}
        former["kilde"] = desk.source.behind(tuple(as_tuple(seat["kilde"])))
    draft, path = desk.draft(PEOPLE_FILE), (seat["person"], "stillinger")
    draft.insert(path, len(draft.value(path) or ()), former)


def _leave(desk: Desk, id: str, kontakt: Kontakt, moment: Moment) -> None:
    """A person who has left can't be reached at work: the address and the number go, and every
    part that has no end gets one.
    """
    for nettverk in desk.data.nettverk.values():
        _leave_network(desk, id, nettverk, moment)
    draft = desk.draft(PEOPLE_FILE)
    for place, post in enumerate(kontakt.stillinger):
        if not (post.gjelder and post.gjelder.til):
            _close(desk, PEOPLE_FILE, (id, "stillinger", place), post, moment)
    if moment.end < desk.today:
        for name in ("epost", "telefon", "bekreftet"):
            if getattr(kontakt, name):
                draft.remove((id, name))
        _close(desk, PEOPLE_FILE, (id,), kontakt, moment)
    else:
        desk.told.append(
            f"E-postadressen og telefonnummeret til {kontakt.navn} står til noen melder at"
            f" {kontakt.navn} har sluttet."
        )
    data = desk.data
    desk.told += [
        f"{kontakt.navn} er {what}. Meld hvem som er det nå."
        for who, what in (
            *(
                (one.inngang, f"inngangen til {one.kortnavn}")
                for one in data.institusjoner.values()
            ),
            *((one.kontakt, f"kontakten for {one.navn}") for one in data.kompetanse.values()),
            (data.nettsted.kontaktpunkt, "kontaktpunktet for nettstedet"),
        )
        if who == id
    ]


def _leave_network(desk: Desk, id: str, nettverk: Nettverk, moment: Moment) -> None:
    file = nettverk.place().file
    for place, partner in enumerate(nettverk.utviklingspartnere):
        if partner.person == id and not (partner.gjelder and partner.gjelder.til):
            _close(desk, file, ("utviklingspartnere", place), partner, moment)
    seat = nettverk.representant
    if seat and seat.person == id and moment.end < desk.today:
        _empty_seat(desk, nettverk, moment)
    elif seat and seat.person == id:
        _close(desk, file, ("representant",), seat, moment)
