"""«Ny utviklingspartner for et nettverk»: somebody begins, and perhaps somebody ends.

Nothing is written over.
"""

from macros.editing.errands.desk import Desk, before
from macros.editing.errands.people import add_person, email, is_new, known_person
from macros.editing.errands.sources import Source, enter, told_by
from macros.model.dates import Moment
from macros.model.nettverk import Nettverk, Utviklingspartner


def new_partner(desk: Desk) -> None:
    """The new one's start is the old one's end, unless the form says when the old one ends."""
    nettverk, source = desk.one_of("nettverk", networks_by_name(desk)), told_by(desk)
    institution = desk.one_of(
        "institusjon", {one.kortnavn: id for id, one in desk.data.institusjoner.items()}
    )
    address, start = email(desk, "epost"), desk.needed_moment("fra")
    name, person = _beginner(desk, nettverk)
    leaving, end = _leaving(desk, nettverk, start)
    if desk.wrong or not (nettverk and institution and start and source):
        return
    for partner in leaving:
        close(desk, nettverk, partner, end, source)
    if not person:
        person = add_person(
            desk,
            name,
            {"institusjon": institution} | ({"epost": address} if address else {}),
            source,
            all_partners(desk),
        )
    elif address and address != desk.data.kontakter[person].epost:
        desk.told.append(
            f"E-postadressen er ikke tatt inn, fordi {desk.data.kontakter[person].navn} står på"
            " siden fra før. Bruk skjemaet «Endre en kontakt»."
        )
    begin(desk, nettverk, person, institution, start, source)
    _confirm(desk, nettverk, source)


def _beginner(desk: Desk, nettverk: Nettverk | None) -> tuple[str, str | None]:
    """The name, and the id of somebody we have."""
    name = desk.needed("navn")
    person = known_person(desk, name)
    if name and not person:
        is_new(
            desk,
            "navn",
            name,
            desk.ticked("ny_person"),
            "Er det samme person, skriver du navnet slik det står. Er det en ny, krysser du av for"
            " det.",
        )
    if nettverk and any(
        partner.person == person and not partner.er_tidligere(desk.today)
        for partner in nettverk.utviklingspartnere
    ):
        desk.refuse(
            "navn",
            f"{desk.data.kontakter[person].navn} er alt utviklingspartner for {nettverk.kortnavn}.",
        )
    return name, person


def networks_by_name(desk: Desk) -> dict[str, Nettverk]:
    """Every name and id of a network → the network."""
    return {
        name: one
        for one in desk.data.nettverk.values()
        for name in (one.navn, one.id, one.kortnavn)
    }


def all_partners(desk: Desk) -> set[str]:
    """Everybody who is or was UP1."""
    return {
        partner.person
        for nettverk in desk.data.nettverk.values()
        for partner in nettverk.utviklingspartnere
    }


def _leaving(
    desk: Desk, nettverk: Nettverk | None, start: Moment | None
) -> tuple[list[Utviklingspartner], Moment | None]:
    """Those who end, and when."""
    everybody = {kontakt.navn: id for id, kontakt in desk.data.kontakter.items()}
    chosen = dict.fromkeys(desk.some_of("slutter", everybody))
    now = {partner.person: partner for partner in nettverk.up1(desk.today)} if nettverk else {}
    for person in chosen:
        if nettverk and person not in now:
            desk.refuse(
                "slutter",
                f"{desk.data.kontakter[person].navn} er ikke utviklingspartner for"
                f" {nettverk.kortnavn}.",
            )
    if desk.answers.given.get("sluttet") and not desk.answers.given.get("slutter"):
        desk.refuse("slutter", "Du har skrevet når den forrige slutter. Velg også hvem det er.")
    end = desk.moment("sluttet") or (before(start) if start else None)
    if chosen and start and not end:
        desk.refuse(
            "sluttet", f"Året {start.tekst} sier ikke når den forrige slutter. Skriv det her."
        )
    return [now[person] for person in chosen if person in now], end


def close(
    desk: Desk, nettverk: Nettverk, partner: Utviklingspartner, end: Moment, source: Source
) -> None:
    """Give a partner an end.

    A fact has one kind of date: «per» gives way to the span, and the source that had it stays.
    """
    enter(desk, source)
    draft, path = (
        desk.draft(nettverk.place().file),
        ("utviklingspartnere", nettverk.utviklingspartnere.index(partner)),
    )
    draft.set(
        (*path, "gjelder"),
        ({"fra": str(partner.gjelder.fra)} if partner.gjelder and partner.gjelder.fra else {})
        | {"til": str(end)},
    )
    if partner.per:
        draft.remove((*path, "per"))
    draft.set((*path, "kilde"), source.behind(partner.kilde))


def begin(
    desk: Desk, nettverk: Nettverk, person: str, institution: str, start: Moment, source: Source
) -> None:
    """Put a new partner last in the network's list."""
    enter(desk, source)
    draft = desk.draft(nettverk.place().file)
    count = len(draft.value(("utviklingspartnere",)) or ())
    draft.insert(
        ("utviklingspartnere",),
        count,
        {
            "person": person,
            "institusjon": institution,
            "gjelder": {"fra": str(start)},
            "kilde": source.id,
        },
    )


def _confirm(desk: Desk, nettverk: Nettverk, source: Source) -> None:
    if desk.ticked("sett_over") and source.by:
        desk.draft(nettverk.place().file).set(("bekreftet",), source.bekreftet(desk))
    elif nettverk.bekreftet:
        desk.told.append(f"Resten av det som står om {nettverk.omtale}, er ikke bekreftet på nytt.")
