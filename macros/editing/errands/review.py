"""«Årlig gjennomgang»: networks that somebody has looked over, each confirmed as it stands or with
what is new.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.editing.errands.desk import Desk, before
from macros.editing.errands.partner import all_partners, begin, close, networks_by_name
from macros.editing.errands.people import SEVERAL_NAMES, add_person, is_new, known_person
from macros.editing.errands.seat import replace_representative
from macros.editing.errands.sources import Source, told_by
from macros.editing.options import UNKNOWN, network_with_values, values
from macros.model.dates import DASHES, Moment
from macros.model.nettverk import Nettverk, Utviklingspartner
from macros.model.types import slug

VALUES_LINE = re.compile(
    rf"(?P<network>.+?) [{DASHES}] (?P<what>representant|UP1) ?:(?P<names>.*)", re.IGNORECASE
)
BETWEEN = re.compile(r",|\sog\s", re.IGNORECASE)
PERSON = re.compile(r"(?P<name>[^(),]+?)\s*(?:\((?P<institution>[^()]*)\))?")
VALUES = "opplysninger"
MOST_LINES = 100


@dataclass
class Wanted:
    """What the form says of one network: names, and for the UP1s their institutions where they are
    given.
    """

    representant: str | None = None
    up1: dict[str, str] | None = None


def yearly_review(desk: Desk) -> None:
    """Only ticked networks change.

    A line that was changed in another one is a mistake, and so is a change made in a form with old
    values.
    """
    boxes, wanted = _boxes(desk), _wanted(desk)
    source, start = told_by(desk), desk.moment("fra")
    if source and not source.by:
        desk.refuse(
            "opplyst_av",
            "Et dokument kan ikke bekrefte noe. Skriv hvem som har sett over, som «NTNU ILU».",
        )
    for id, nettverk in desk.data.nettverk.items():
        label, ticked = boxes.get(id, ("", False))
        fresh = label in ("", network_with_values(desk.data, nettverk, desk.today))
        if id not in wanted and ticked:
            desk.refuse(
                VALUES,
                f"Linjene om {nettverk.kortnavn} mangler. Sett dem inn igjen, eller ta bort"
                " krysset.",
            )
        elif id in wanted and (ticked or fresh):
            _judge_network(desk, nettverk, wanted[id], ticked, fresh, start)
    ticked_ids = [id for id, (_, ticked) in boxes.items() if ticked]
    if not ticked_ids and not desk.wrong:
        desk.refuse("nettverk", "Ingen nettverk er krysset av.")
    if desk.wrong or not source:
        return
    for id in ticked_ids:
        _write_network(desk, desk.data.nettverk[id], wanted[id], source, start)


def _boxes(desk: Desk) -> dict[str, tuple[str, bool]]:
    """The networks of the form: the words beside the box, and whether it is ticked."""
    short = {one.kortnavn: id for id, one in desk.data.nettverk.items()}
    boxes = desk.answers.boxes("nettverk")
    if not all(label.split(" (nå: ")[0] in short for label, ticked in boxes.items() if ticked):
        desk.refuse("nettverk", "Et av valgene er ikke i skjemaet. Åpne skjemaet på nytt.")
    return {
        short[name]: (label, ticked)
        for label, ticked in boxes.items()
        if (name := label.split(" (nå: ")[0]) in short
    }


def _wanted(desk: Desk) -> dict[str, Wanted]:
    lines = desk.answers.given.get(VALUES, ())
    if len(lines) > MOST_LINES:
        desk.refuse(VALUES, f"Svaret har for mange linjer. Skriv høyst {MOST_LINES}.")
        return {}
    wanted: dict[str, Wanted] = {}
    for line in lines:
        _read_line(desk, line, wanted)
    return {
        id: one
        for id, one in wanted.items()
        if one.representant is not None and one.up1 is not None
    }


def _read_line(desk: Desk, line: str, wanted: dict[str, Wanted]) -> None:
    text = desk.plain(VALUES, line, 300)
    found = VALUES_LINE.fullmatch(text)
    if not found:
        if text:
            desk.refuse(
                VALUES,
                f"Linjen «{text[:80]}» er ikke slik den skal. Skriv «Fosen – representant: Fornavn"
                " Etternavn» eller «Fosen – UP1: Fornavn Etternavn (NTNU)».",
            )
        return
    nettverk = desk.one_of(VALUES, networks_by_name(desk), found["network"])
    if not nettverk:
        return
    one, names = wanted.setdefault(nettverk.id, Wanted()), found["names"].strip()
    is_up1 = found["what"].upper() == "UP1"
    if (one.up1 if is_up1 else one.representant) is not None:
        desk.refuse(
            VALUES,
            f"{nettverk.kortnavn} har to linjer for {found['what']}. Behold én, med komma mellom"
            " navnene.",
        )
    elif is_up1:
        one.up1 = dict(_people(desk, names))
    else:
        one.representant = "" if names.lower() in ("", UNKNOWN) else names


def _people(desk: Desk, names: str) -> Iterator[tuple[str, str]]:
    for part in BETWEEN.split(names) if names.lower() not in ("", UNKNOWN) else ():
        if found := PERSON.fullmatch(part.strip()):
            yield found["name"], found["institution"] or ""
        else:
            desk.refuse(
                VALUES,
                f"«{part.strip()[:80]}» er ikke et navn. Skriv «Fornavn Etternavn (NTNU)», med"
                " komma mellom navnene.",
            )


def _changed_partners(
    desk: Desk, nettverk: Nettverk, wanted: Wanted
) -> tuple[list[Utviklingspartner], list[str]]:
    """Those who are to end, and the names of those who are to begin."""
    now = {partner.person: partner for partner in nettverk.up1(desk.today)}
    named = {known_person(desk, name) or name: name for name in wanted.up1 or {}}
    return [partner for person, partner in now.items() if person not in named], [
        name for person, name in named.items() if person not in now
    ]


def _moved(desk: Desk, nettverk: Nettverk, wanted: Wanted) -> dict[str, str]:
    """Those who stay, but with another institution behind the name: name → the one that stands."""
    institutions = {slug(name): id for name, id in _institutions(desk).items()}
    now = {partner.person: partner.institusjon for partner in nettverk.up1(desk.today)}
    given = {
        known_person(desk, name): institution
        for name, institution in (wanted.up1 or {}).items()
        if institution
    }
    return {
        desk.data.kontakter[person].navn: desk.data.institusjoner[now[person]].kortnavn
        for person, institution in given.items()
        if person in now and institutions.get(slug(institution)) != now[person]
    }


def _new_representative(desk: Desk, nettverk: Nettverk, wanted: Wanted) -> bool:
    now = nettverk.representant.person if nettverk.representant else None
    return (known_person(desk, wanted.representant or "") or wanted.representant or None) != now


def _is_changed(desk: Desk, nettverk: Nettverk, wanted: Wanted) -> bool:
    return (
        any(_changed_partners(desk, nettverk, wanted))
        or bool(_moved(desk, nettverk, wanted))
        or _new_representative(desk, nettverk, wanted)
    )


def _judge_network(
    desk: Desk, nettverk: Nettverk, wanted: Wanted, ticked: bool, fresh: bool, start: Moment | None
) -> None:
    if not _is_changed(desk, nettverk, wanted):
        return
    if not ticked:
        desk.refuse(
            "nettverk",
            f"Linjene om {nettverk.kortnavn} er endret, men nettverket er ikke krysset av.",
        )
    elif not fresh:
        desk.refuse(
            "nettverk",
            f"{nettverk.kortnavn} er endret etter at skjemaet ble laget. Nå står det:"
            f" {values(desk.data, nettverk, desk.today)}. Skriv linjene slik, så blir de"
            " bekreftet. Er noe nytt, bruker du et av de andre skjemaene.",
        )
    else:
        _judge_changes(desk, nettverk, wanted, start)


def _judge_changes(desk: Desk, nettverk: Nettverk, wanted: Wanted, start: Moment | None) -> None:
    leaving, coming = _changed_partners(desk, nettverk, wanted)
    if (leaving or coming) and not (start and before(start)):
        desk.refuse(
            "fra",
            f"{nettverk.kortnavn} har nye linjer for UP1. Skriv måneden eller dagen de gjelder"
            " fra.",
        )
    if not wanted.representant and nettverk.representant:
        desk.refuse(
            VALUES,
            f"Representanten for {nettverk.kortnavn} er tatt bort. Skriv hvem som er representant"
            " nå, eller ta bort krysset.",
        )
    for name, institution in _moved(desk, nettverk, wanted).items():
        desk.refuse(
            VALUES,
            f"{name} står med {institution} i {nettverk.kortnavn}. Skriv det slik, så blir det"
            " bekreftet. Er institusjonen ny, tar du bort krysset og melder det i «Noe annet er"
            " feil».",
        )
    for name in coming:
        _judge_partner(desk, name, wanted.up1[name])
    if SEVERAL_NAMES.search(wanted.representant or ""):
        desk.refuse(
            VALUES, f"{nettverk.kortnavn} har én representant. Skriv ett navn, og ikke noe annet."
        )
    elif (
        wanted.representant
        and _new_representative(desk, nettverk, wanted)
        and not known_person(desk, wanted.representant)
    ):
        is_new(
            desk,
            VALUES,
            wanted.representant,
            False,
            "Er det samme person, skriver du navnet slik det står.",
        )


def _judge_partner(desk: Desk, name: str, institution: str) -> None:
    if not known_person(desk, name):
        is_new(
            desk,
            VALUES,
            name,
            False,
            "Er det samme person, skriver du navnet slik det står. Er det en ny, bruker du skjemaet"
            " «Ny utviklingspartner for et nettverk».",
        )
    if not institution:
        desk.refuse(VALUES, f"Skriv institusjonen i parentes bak {name}, som «{name} (NTNU)».")
    else:
        desk.one_of(VALUES, _institutions(desk), institution)


def _institutions(desk: Desk) -> dict[str, str]:
    return {
        name: id for id, one in desk.data.institusjoner.items() for name in (one.navn, one.kortnavn)
    }


def _write_network(
    desk: Desk, nettverk: Nettverk, wanted: Wanted, source: Source, start: Moment | None
) -> None:
    leaving, coming = _changed_partners(desk, nettverk, wanted)
    for partner in leaving:
        close(desk, nettverk, partner, before(start), source)
    for name in coming:
        institution = desk.one_of(VALUES, _institutions(desk), wanted.up1[name])
        person = known_person(desk, name) or add_person(
            desk, name, {"institusjon": institution}, source, all_partners(desk)
        )
        begin(desk, nettverk, person, institution, start, source)
    if _new_representative(desk, nettverk, wanted):
        replace_representative(desk, nettverk, wanted.representant, source)
    desk.draft(nettverk.place().file).set(("bekreftet",), source.bekreftet(desk))
