"""«Sett», «ny» and «bekreft»: a field of a record, a record in a list, and that all of one is
right.
"""

from collections.abc import Mapping
from typing import get_origin

from macros.editing.draft import Draft, Value
from macros.editing.operations.desk import Desk
from macros.editing.operations.kilder import enter
from macros.editing.proposal import Operation
from macros.model.arshjul import Hendelse
from macros.model.base import Path, Record, record_in
from macros.model.begreper import Begrep
from macros.model.fakta import Faktum
from macros.model.fields import fields_of, ref_of
from macros.model.kontakter import Kontakt
from macros.model.nettverk import Nettverk, Representant, Utviklingspartner
from macros.model.oppforinger import Oppforing
from macros.model.order import order
from macros.model.types import slug

# What follows from an operation, or has one of its own.
NEVER = ("id", "kilde", "per", "gjelder", "bekreftet")
OWN_OPERATION = {
    Hendelse: {"nar": "flytt", "ventes": "flytt", "flyttet_fra": "flytt", "avlyst_grunn": "avlys"},
    Utviklingspartner: {"person": "slutter"},
    Representant: {"person": "slutter"},
}
TERMS_FILE, TERM_NEEDS = "data/begreper.yml", ("term", "kort")
# A person's details share one time and one source, so that somebody must have seen all of them.
DETAILS = ("navn", "epost", "telefon")
ALL_DETAILS = (
    "Datoen gjelder navnet, e-postadressen og telefonnummeret under ett. Se over alle tre, og kryss"
    " av for at de stemmer."
)
NO_DOCUMENT = (
    "Et dokument kan ikke bekrefte noe. Skriv hvem som har sett over, som «Lærerutdanningen ved"
    " høgskolen»."
)


def set_field(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """Give a field another value, or none."""
    record, field, given = spot.value, operation.text("felt"), operation.given.get("til")
    if not isinstance(record, Record):
        desk.refuse(spot.record, "Oppføringen har ingen felter.")
        return
    name, _, index = field.partition("/")
    info = fields_of(type(record)).get(name)
    if info is None or index or name in NEVER or record_in(info.annotation):
        _refuse_field(desk, record, name)
        return
    if other := OWN_OPERATION.get(type(record), {}).get(name):
        desk.refuse(record, f"Feltet endres med «{other}».", name)
        return
    now = desk.draft(spot.file).value((*spot.path, name))
    if "fra" in operation.given and _as_list(operation.given["fra"]) != _as_list(now):
        desk.refuse(
            record,
            "Noen har endret dette etter at du åpnet siden. Nå står det"
            f" «{_said_now(now)}». Åpne siden på nytt.",
            name,
        )
    elif given in (None, "", []):
        _take_away(desk, operation, spot, name, now)
    elif isinstance(given, str | list):
        alone = isinstance(given, list) and len(given) == 1 and isinstance(now, str)
        given = _on_one_line(given[0] if alone else given)
        _change_value(desk, operation, spot, name, given, now)
    else:
        desk.refuse(record, "Verdien er ikke slik den skal.", name)


def _refuse_field(desk: Desk, record: Record, name: str) -> None:
    if name in NEVER:
        desk.refuse(record, "Feltet følger av det andre, og endres ikke for seg.", name)
    elif name in fields_of(type(record)):
        desk.refuse(record, "Feltet består av flere oppføringer. Endre en av dem.", name)
    else:
        desk.value(record, type(record), name, "")


def _take_away(
    desk: Desk, operation: Operation, spot: Oppforing, name: str, now: Value | None
) -> None:
    if fields_of(type(spot.value))[name].is_required():
        desk.refuse(spot.value, "Feltet må ha en verdi.", name)
    elif now is not None and _may_write(desk, operation, spot, name):
        desk.draft(spot.file).remove((*spot.path, name))
        _follow(desk, operation, spot)


def _change_value(
    desk: Desk, operation: Operation, spot: Oppforing, name: str, given: Value, now: Value | None
) -> None:
    record = spot.value
    info = fields_of(type(record))[name]
    if isinstance(given, list) and get_origin(info.annotation) is not tuple:
        desk.refuse(record, "Feltet kan bare ha én verdi.", name)
        return
    if desk.value(record, type(record), name, given) is None:
        return
    if ref := ref_of(info):
        for id in [given] if isinstance(given, str) else given:
            if id not in desk.data.ids(ref.collection):
                desk.refuse(record, f"«{id}» finnes ikke. Velg en fra listen.", name)
    if given == now or not _may_write(desk, operation, spot, name):
        return
    draft = desk.draft(spot.file)
    if isinstance(record, Kontakt) and name == "navn" and not operation.given.get("skrivefeil"):
        draft.insert((*spot.path, "skrivemater"), 0, record.navn)
    draft.set((*spot.path, name), given)
    _follow(desk, operation, spot)


def _may_write(desk: Desk, operation: Operation, spot: Oppforing, name: str) -> bool:
    """A person's details are new only where all of them are confirmed with it."""
    confirmed = any(
        other.kind == "bekreft" and other.address == operation.address
        for other in desk.proposal.operations
    )
    if (
        isinstance(spot.value, Kontakt)
        and name in DETAILS
        and not confirmed
        and not operation.given.get("skrivefeil")
    ):
        desk.refuse(spot.value, ALL_DETAILS, name)
    return not desk.wrong


def _follow(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """The source of what is new. A mere slip of the pen has the source that it had."""
    record, draft = spot.value, desk.draft(spot.file)
    if operation.given.get("skrivefeil") is True or "kilde" not in fields_of(type(record)):
        return
    enter(desk)
    if isinstance(record, Kontakt):
        if record.merknader:
            desk.told.append(
                f"Se om dette fortsatt er riktig om {record.navn}: "
                + " ".join(merknad.tekst for merknad in record.merknader)
            )
        if record.gjelder:
            _drop(draft, (*spot.path, "gjelder"))
        draft.set((*spot.path, "per"), str(desk.source.per))
        draft.set((*spot.path, "kilde"), desk.source.id)
        return
    if isinstance(record, Faktum) and not record.gjelder:
        draft.set((*spot.path, "per"), str(desk.source.per))
    draft.set((*spot.path, "kilde"), desk.source.behind(getattr(record, "kilde", ())))


def _drop(draft: Draft, path: Path) -> None:
    if draft.value(path) is not None:
        draft.remove(path)


def add_record(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """Put a new record into a list of them; its time and its source are the proposal's."""
    name = operation.address.rpartition("/")[2]
    info, given = fields_of(type(spot.record)).get(name), operation.given["verdi"]
    model = record_in(info.annotation) if info and isinstance(spot.value, tuple) else None
    if model is None or model is Utviklingspartner or not isinstance(given, dict):
        desk.refuse(spot.record, "Her kan ikke noe legges til slik.", name)
        return
    given = _judged_values(desk, spot.record, model, given)
    if desk.wrong:
        return
    enter(desk)
    if issubclass(model, Faktum):
        given |= {"per": str(desk.source.per), "kilde": desk.source.id}
    first = isinstance(spot.record, Kontakt)
    desk.draft(spot.file).insert(spot.path, 0 if first else len(spot.value), given)


def _judged_values(
    desk: Desk, around: Record | None, model: type[Record], given: Mapping[str, Value]
) -> dict[str, Value]:
    """The fields of a new record as they go into the file."""
    given = {key: _on_one_line(value) for key, value in given.items()}
    for key, value in given.items():
        if key in NEVER:
            desk.refuse(around, "Feltet følger av det andre, og oppgis ikke.", key)
        else:
            desk.value(around, model, key, value)
    return given


def add_term(desk: Desk, operation: Operation) -> None:
    """A new term, where its id belongs in a file that is sorted; others link to it by that id."""
    given, terms = operation.given["verdi"], desk.data.begreper
    if not isinstance(given, dict):
        desk.refuse(None, "Begrepet er ikke slik det skal.")
        return
    for name in TERM_NEEDS:
        if not _on_one_line(given.get(name)):
            desk.refuse(None, "Svaret mangler.", name)
    given = _judged_values(desk, None, Begrep, given)
    term = str(given.get("term", ""))
    known = {slug(name) for one in terms.values() for name in (one.term, *one.varianter)} | {*terms}
    if term and not slug(term):
        desk.refuse(None, f"«{term}» er ikke et ord. Skriv begrepet med bokstaver.")
    elif term and slug(term) in known:
        desk.refuse(None, f"«{term}» står blant begrepene fra før. Endre det som står der.")
    if desk.wrong:
        return
    enter(desk)
    id, rest = slug(term), {**given, "per": str(desk.source.per), "kilde": desk.source.id}
    record = {name: rest[name] for name in order(Begrep) if name in rest}
    draft = desk.draft(TERMS_FILE)
    draft.add(id, record, max((one for one in draft.value() if one < id), default=""))


def confirm_record(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """Somebody has looked over a network or a person, and all of it is right."""
    record = spot.value
    if not isinstance(record, Nettverk | Kontakt):
        desk.refuse(spot.record, "Bare nettverk og personer kan bekreftes.")
    elif not desk.source.by:
        desk.refuse(record, NO_DOCUMENT)
    elif not desk.wrong:
        draft, path = desk.draft(spot.file), (*spot.path, "bekreftet")
        draft.set(path, desk.source.bekreftet(desk.today))


def _on_one_line(value: Value) -> Value:
    if isinstance(value, str):
        return " ".join(value.split())
    return [_on_one_line(item) for item in value] if isinstance(value, list) else value


def _as_list(value: Value | None) -> Value | None:
    """One stands in a file without the brackets of a list."""
    return [value] if isinstance(value, str) else value


def _said_now(value: Value | None) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value or "ingenting")
