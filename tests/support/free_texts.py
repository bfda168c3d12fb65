"""Every free text of a project's data, to change at will, and the pages that come of it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic.fields import FieldInfo

from macros.model.base import Record
from macros.model.types import Lopetekst, Tekst
from macros.reading.document import read_document
from macros.reading.load import load

TEXTS = (Tekst, Lopetekst)
# Texts that name a row elsewhere, or are chosen from what is there.
POINTERS = {"hendelser", "observert", "domene"}


def change_texts(
    folder: Path, change: Callable[[str, FieldInfo], str], kinds: tuple[object, ...] = TEXTS
) -> int:
    """Change every free text of these kinds in a project's data; how many fields there were."""
    count, records = 0, load(folder).data.records
    for file in sorted((folder / "data").rglob("*.yml")):
        name = file.relative_to(folder).as_posix()
        document = read_document(name, file.read_bytes())
        for record in records:
            if record.place().file == name:
                count += _change_record(record, document.value, change, kinds)
        file.write_text(json.dumps(document.value, ensure_ascii=False, indent=1), "utf-8")
    return count


def _change_record(
    record: Record,
    value: object,
    change: Callable[[str, FieldInfo], str],
    kinds: tuple[object, ...],
) -> int:
    for step in record.spot:
        value = value[step]
    fields = {info.alias or name: info for name, info in type(record).model_fields.items()}
    texts = [
        name
        for name, info in fields.items()
        if isinstance(value, dict)
        and name in value
        and name not in POINTERS
        and _is_text(info.annotation, kinds, tuple(info.metadata))
    ]
    value.update({name: _changed(value[name], fields[name], change) for name in texts})
    return len(texts)


def _changed(value: object, info: FieldInfo, change: Callable[[str, FieldInfo], str]) -> object:
    if isinstance(value, list):
        return [_changed(part, info, change) for part in value]
    if isinstance(value, dict):
        return {key: _changed(part, info, change) for key, part in value.items()}
    return change(str(value), info)


def _is_text(annotation: object, kinds: tuple[object, ...], marks: tuple[object, ...] = ()) -> bool:
    """Whether a field holds free text, alone or in a list or a table."""
    marks = (*marks, *getattr(annotation, "__metadata__", ()))
    inner = (
        getattr(annotation, "__origin__", None)
        if hasattr(annotation, "__metadata__")
        else annotation
    )
    return (inner is str and any(kind.__metadata__[0] in marks for kind in kinds)) or any(
        _is_text(part, kinds, marks if inner is str else ())
        for part in getattr(annotation, "__args__", ())
    )


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every page."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), file.read_text("utf-8")
