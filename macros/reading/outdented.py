"""Fields that begin in the same column as what they belong below: said once, and read on as if they
were written right.
"""

from collections.abc import Mapping
from typing import get_origin

from pydantic.fields import FieldInfo

from macros.model.base import Path, Record, record_in
from macros.model.fields import fields_of, is_table, raw_records
from macros.model.listing import listing
from macros.model.samlinger import Samling
from macros.problems import Problem, shortened
from macros.reading.document import Document


def set_right(document: Document, samling: Samling) -> None:
    """Move every such field of a file to where it belongs."""
    records: dict[Path, object] = {(): document.value}
    if samling.shape == "records":
        for id, names in _below_ids(document, fields_of(samling.model)).items():
            _complain(document, (), id, names)
            document.empty[()] = [name for name in document.empty.get((), []) if name != id]
            document.value[id] = document.value.get(id, {}) | _take(
                document, document.value, (), names, (id,)
            )
        records = {(id,): value for id, value in document.value.items()}
    for path, record in records.items() if document.empty else ():
        for model, spot, fields in raw_records(samling.model, record, path):
            for owner, names in _below_fields(document, model, spot, fields).items():
                _set_field_right(document, fields_of(model)[owner], spot, fields, owner, names)


def _below_ids(document: Document, known: Mapping[str, FieldInfo]) -> dict[str, list[str]]:
    """Id → the fields that follow it where the next id would stand."""
    found: dict[str, list[str]] = {}
    owner, astray = "", False
    for name in [path[0] for path in document.places if len(path) == 1]:
        value = document.value.get(name)
        plain = isinstance(value, str | list)
        astray = bool(owner) and (
            (name in known and plain) or (astray and (name in known or plain))
        )
        if astray:
            found.setdefault(owner, []).append(name)
        else:
            owner = "" if plain else name
    return found


def _below_fields(
    document: Document, model: type[Record], spot: Path, fields: Mapping
) -> dict[str, list[str]]:
    """Empty field → the fields below it that its record would have, and this one has not."""
    found: dict[str, list[str]] = {}
    known, empty, places = fields_of(model), document.empty.get(spot, []), document.places
    holders = {
        name: inner
        for name in empty
        if name in known
        and not is_table(known[name])
        and (inner := record_in(known[name].annotation))
    }
    for name in [name for name in (*fields, *empty) if holders and name not in known]:
        owners = [
            owner
            for owner, inner in holders.items()
            if name in fields_of(inner) and places[(*spot, owner)] < places[(*spot, name)]
        ]
        if owners:
            found.setdefault(owners[-1], []).append(name)
    return found


def _set_field_right(
    document: Document, info: FieldInfo, spot: Path, fields: dict, owner: str, names: list[str]
) -> None:
    """Its record is read where it is whole: else what it lacks may be among the fields that the
    outer one has too.
    """
    listed = get_origin(info.annotation) is tuple
    _complain(document, spot, owner, names, listed)
    inner = _take(document, fields, spot, names, (owner, 0) if listed else (owner,))
    if all(
        name in inner
        for name, field in fields_of(record_in(info.annotation)).items()
        if field.is_required()
    ):
        document.empty[spot].remove(owner)
        fields[owner] = [inner] if listed else inner


def _take(document: Document, fields: dict, spot: Path, names: list[str], step: Path) -> dict:
    """The fields, which are no more where they were: they and what is in them have places `step`
    further in.
    """
    empty, wanted = document.empty.get(spot, []), set(names)
    document.empty[(*spot, *step)] = [name for name in empty if name in wanted]
    document.empty[spot] = [name for name in empty if name not in wanted]
    for name in names:
        _move(document, fields.get(name), (*spot, name), (*spot, *step, name))
    return {name: fields.pop(name) for name in names if name in fields}


def _move(document: Document, value: object, before: Path, after: Path) -> None:
    document.places[after] = document.places[before]
    document.empty[after] = document.empty.get(before, [])
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in inner:
        _move(document, item, (*before, key), (*after, key))
    for name in document.empty[after]:
        document.places[(*after, name)] = document.places[(*before, name)]


def _complain(
    document: Document, spot: Path, owner: str, names: list[str], listed: bool = False
) -> None:
    join = listing if len(names) <= 3 else shortened
    quoted, lines = join(f"«{name}»" for name in names), "linjen" if len(names) == 1 else "linjene"
    whose, how = f"under «{owner}». Rykk {lines} inn", " to mellomrom"
    if listed:
        whose = f"i et punkt {whose}"
        how = (
            f", og begynn {'den' if len(names) == 1 else 'den første'} med bindestrek og mellomrom:"
            f" «- {names[0]}: …»"
        )
    document.problems.append(
        Problem(
            document.places[(*spot, names[0])], f"{quoted} hører til {whose}{how}", "yaml-innrykk"
        )
    )
