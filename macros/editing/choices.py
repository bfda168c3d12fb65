"""What /rediger/ reads: the records with their present values, what one may choose, and what the
models say of each field, in their own words. A second schema would drift from the first.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from annotated_types import MaxLen
from pydantic import ValidationError

from macros.editing.draft import Value
from macros.editing.operations.desk import LONGEST_GIVEN, STRANGE, STRANGE_SIGN, TOO_LONG, judge_of
from macros.editing.operations.fields import (
    ALL_DETAILS,
    DETAILS,
    NEVER,
    NO_DOCUMENT,
    OWN_OPERATION,
)
from macros.editing.operations.kilder import (
    A_PERSON,
    LONGEST_TELLER,
    NO_OFFICE,
    NOBODY,
    TOLD,
    UNDATED,
    dated,
)
from macros.editing.operations.kontakter import (
    CUTOFF,
    KNOWN,
    LETTER,
    LIKE_ANOTHER,
    NAME_RULES,
    ONE_CASE,
)
from macros.editing.operations.verv import ALREADY, LATER
from macros.model.arshjul import TYPES, Hendelse, Periode, Syklus
from macros.model.base import Record, record_in
from macros.model.data import Data
from macros.model.fakta import Bekreftet, Gjelder, Kilde
from macros.model.fields import fields_of, patterns_of, ref_of
from macros.model.kontakter import Kontakt
from macros.model.names import field_word, name_of
from macros.model.nar import Nar, Udatert
from macros.model.nettverk import Nettverk, Representant, Utviklingspartner
from macros.model.oppforinger import address_of
from macros.model.private import PRIVATE
from macros.model.rader import AUDIENCES
from macros.model.types import ID, ORGNR_WEIGHTS

# What programs make.
MADE_COLLECTIONS = ("skoleregister", "kart", "andre_kommuner")
# What an operation of its own changes, or nothing does.
NOT_ALONE = (Nar, Udatert, Gjelder, Periode, Bekreftet)
# What a person is asked in the page's own words, by the model's name.
FORM_KINDS = {
    Kontakt: "person",
    Utviklingspartner: "up1",
    Representant: "representant",
    Nettverk: "nettverk",
    Hendelse: "hendelse",
    Syklus: "syklus",
}
# A text that no strict field takes, to hear what it says of it.
PROBE = "¤"
COUNT = "^[0-9]{1,6}$"
# What has the right form, and is refused all the same: how it looks, or what its digits are weighed
# by, and one of them.
ALSO = (
    (f"@(?:{'|'.join(map(re.escape, PRIVATE))})$", f"a@{PRIVATE[0]}"),
    (r"^(?:\+47|0047)?[ ()-]*[49]", "91 51 23 45"),
    (
        r"\.safelinks\.protection\.outlook\.com[/?]",
        "https://a.safelinks.protection.outlook.com/?url=a",
    ),
    (ORGNR_WEIGHTS, "100000000"),
)
YEARS_AHEAD = 3


def page_data(data: Data, called: Callable[[Record], str], today: date) -> bytes:
    """`called`: what a record is called. Compact, since every visitor of the
    page fetches it.
    """
    records = [
        record
        for collection, _, top in data.tops
        if collection not in MADE_COLLECTIONS
        for record in top.walk()
        if not isinstance(record, NOT_ALONE)
    ]
    models = list(dict.fromkeys(type(record) for record in records))
    content = {
        "oppforinger": [_record(data, record, models, called, today) for record in records],
        "slag": [_model(model) for model in models],
        "valg": {name: dict(_choices(data, name)) for name in _chosen(models)},
        "typer": TYPES,
        "malgrupper": AUDIENCES,
        "ar": list(_years(data, today)),
        "frister": _local_deadlines(data),
        "monster": [[id, one.tittel] for id, one in data.monster.items() if not one.utgatt],
        "tegn": {
            "monster": STRANGE.pattern,
            "feil": STRANGE_SIGN,
            "lang": f"{TOO_LONG}.",
            "lengst": LONGEST_GIVEN,
        },
        "person": {
            "regler": [[_for_browsers(rule), wrong, said] for rule, wrong, said in NAME_RULES],
            **{"enform": ONE_CASE, "kjent": KNOWN, "ligner": LIKE_ANOTHER, "likhet": CUTOFF},
            **{"felt": DETAILS, "samlet": ALL_DETAILS},
        },
        "verv": {"alt": ALREADY, "senere": LATER},
        "opplyst": {
            **{"ikke": NO_OFFICE, "person": A_PERSON, "udatert": UNDATED, "ingen": NOBODY},
            **{"lengst": LONGEST_TELLER, "dokument": NO_DOCUMENT, "merke": TOLD},
            "udaterte": [id for id, kilde in data.kilder.items() if not dated(kilde)],
        },
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _for_browsers(pattern: str) -> str:
    """A pattern of ours as JavaScript reads it: there, only properties know all letters."""
    return (
        pattern.replace(LETTER, r"\p{L}")
        .replace(r"\w", r"[\p{L}\p{N}_]")
        .replace(r"\W", r"[^\p{L}\p{N}_]")
    )


def _record(
    data: Data, record: Record, models: list, called: Callable[[Record], str], today: date
) -> list:
    """Address, name, the number of its model, its values in the order of the model's fields, and
    when it is from; an event's time comes last.
    """
    values = [_file_value(getattr(record, own)) for own in _open(type(record)).values()]
    found = [
        address_of(data, record),
        called(record),
        models.index(type(record)),
        values,
        getattr(record, "tidfesting", ""),
    ]
    if isinstance(record, Hendelse):
        found.append([record.tid.tekst, _file_value(record.nar) or {}])
    if isinstance(record, Utviklingspartner):
        network = data.nettverk[data.homes[id(record)][1]]
        found.append([record in network.up1(today), record.person, record.institusjon])
    if isinstance(record, Representant):
        found.append([True, record.person, ""])
    if isinstance(record, Nettverk | Kontakt):
        confirmed = record.bekreftet
        found.append([f"{confirmed.dato.isoformat()} {confirmed.av}" if confirmed else ""])
    return found


@cache
def _open(model: type[Record]) -> Mapping[str, str]:
    """The fields that one may set, each with the attribute that holds it."""
    elsewhere = next(
        (names for kind, names in OWN_OPERATION.items() if issubclass(model, kind)), {}
    )
    return {
        info.alias or own: own
        for own, info in model.model_fields.items()
        if (info.alias or own) not in (*NEVER, *elsewhere)
        and not record_in(info.annotation)
        and get_origin(info.annotation) is not dict
        and not _is_bare_id(model, info.alias or own)
    }


def _is_bare_id(model: type[Record], name: str) -> bool:
    """Whether it is an id that nobody can choose from a list: nobody is to type one."""
    info = fields_of(model)[name]
    return f"^{ID.pattern}$" in patterns_of(info) and not ref_of(info)


def _allowed(annotation: Any) -> list[str]:
    """The words that a field has its value from; nothing where that is free."""
    if annotation is bool:
        return ["true", "false"]
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return next((found for part in get_args(annotation) if (found := _allowed(part))), [])


def _model(model: type[Record]) -> dict[str, Any]:
    kind = next((word for kind, word in FORM_KINDS.items() if issubclass(model, kind)), "")
    sourced = "kilde" in fields_of(model)
    fields = [_field_rules(model, name) for name in _open(model)]
    return {"slag": kind, "felt": fields} | ({} if sourced else {"uten_kilde": True})


def _field_rules(model: type[Record], name: str) -> dict[str, Any]:
    info, ref = fields_of(model)[name], ref_of(fields_of(model)[name])
    word = field_word(name)
    found: dict[str, Any] = {"felt": name, "ord": word[:1].upper() + word[1:]}
    if info.is_required():
        found["krav"] = True
    if get_origin(info.annotation) is tuple:
        found["liste"] = True
    if ref:
        return found | {"fra": ref.collection}
    found["hjelp"] = info.description
    if allowed := _allowed(info.annotation):
        found["valg"] = allowed
    if info.annotation in (int, int | None):
        found |= {"monster": COUNT, "feil": _complaint(model, name, PROBE)}
    if patterns := patterns_of(info):
        found |= {"monster": patterns[0], "feil": _complaint(model, name, PROBE)}
        also = [
            (like, _complaint(model, name, one))
            for like, one in ALSO
            if re.search(patterns[0], one)
        ]
        found |= {"ikke": also} if also else {}
    if longest := [mark.max_length for mark in info.metadata if isinstance(mark, MaxLen)]:
        found["lengst"] = longest[0]
    return found


def _complaint(model: type[Record], name: str, probe: str) -> str:
    """What the field says of a wrong text, with «{}» for the text; nothing where that is right."""
    try:
        judge_of(model, name).validate_python(probe)
    except ValidationError as error:
        return f"{error.errors()[0]['msg']}.".replace(probe, "{}")
    return ""


def _file_value(value: Any) -> Value | None:
    """A value as it stands in a file."""
    if value is None or value == ():
        return None
    if isinstance(value, Nar):
        return {
            key: inner
            for key, inner in value.model_dump(mode="json", by_alias=True).items()
            if inner is not None
        }
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _chosen(models: list[type[Record]]) -> list[str]:
    """The collections that ids are from, and that people are chosen from."""
    found = {"kontakter", "institusjoner", "kilder"}
    for model in models:
        found |= {ref.collection for info in fields_of(model).values() if (ref := ref_of(info))}
    return sorted(found)


def _choices(data: Data, collection: str) -> Iterator[tuple[str, str]]:
    """Id → name; two of one name are told apart by their ids."""
    records = {id: one for name, id, one in data.tops if name == collection}
    names = {
        id: one.kort
        if isinstance(one, Kilde)
        else getattr(one, "kortnavn", None) or name_of(one, id)
        for id, one in records.items()
    }
    for id, name in names.items():
        yield id, name if list(names.values()).count(name) == 1 else f"{name} ({id})"


def _local_deadlines(data: Data) -> dict[str, str]:
    """Id → title of the common deadlines that a network may have a date of its own for."""
    return {
        row.id: row.tittel
        for syklus in data.sykluser.values()
        for row in syklus.hendelser
        if row.lokal_frist
    }


def _years(data: Data, today: date) -> Iterator[str]:
    """The school years that have no cycle, from the present one on."""
    first = today.year - (today.month < 8)
    for year in range(first, first + YEARS_AHEAD):
        if (id := f"{year}-{year + 1}") not in data.sykluser:
            yield id
