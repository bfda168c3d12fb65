"""What pydantic finds wrong, said to an editor in bokmål with a remedy."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from macros.model.base import Path, Record
from macros.model.dates import span_of
from macros.model.fakta import Faktum, Gjelder
from macros.model.fields import fields_of, model_at, ref_of
from macros.model.listing import listing
from macros.model.types import ID
from macros.problems import Place, Problem, did_you_mean, nearest
from macros.problems.signs import FORBIDDEN
from macros.reading.document import Document
from macros.reading.remedies import as_field
from macros.reading.yaml_errors import COLON, NO_COLON, NO_SPACE, SQUEEZED

# pydantic's error type → our stable code and words. «{name}» is the field.
MESSAGES = {
    "missing": ("mangler-felt", "feltet «{name}» mangler. Legg til linjen «{name}: …»"),
    "string_type": (
        "skal-vaere-tekst",
        "«{name}» skal være en tekst på én linje, ikke en liste eller flere felt",
    ),
    "tuple_type": (
        "skal-vaere-liste",
        (
            "«{name}» skal være en liste. Skriv hvert punkt på sin egen linje, med bindestrek og"
            " mellomrom foran, eller alle i klammer: [a, b]"
        ),
    ),
    "dict_type": (
        "skal-vaere-felt",
        (
            "«{name}» skal ha felt under seg. Skriv hvert felt på sin egen linje, rykket inn to"
            " mellomrom"
        ),
    ),
    "model_type": (
        "skal-vaere-felt",
        (
            "«{name}» skal ha felt under seg: {fields}. Skriv hvert felt på sin egen linje, rykket"
            " inn to mellomrom"
        ),
    ),
    "int_type": (
        "antall-form",
        "«{name}» skal være et antall. Skriv et helt tall med sifre, som 17",
    ),
    "bool_type": (
        "ja-nei-form",
        "«{name}» skal være true (ja) eller false (nei). Ta bort feltet hvis svaret er nei",
    ),
    "date_type": ("dato-form", "«{name}» skal være en dato. Skriv år-måned-dag, som 2024-02-01"),
    "dataclass_type": (
        "tid-form",
        (
            "«{name}» skal være et tidspunkt. Skriv et år (2024), en måned (2024-02) eller en dag"
            " (2024-02-01)"
        ),
    ),
    "string_too_long": (
        "for-lang",
        "teksten i «{name}» er for lang. Den kan ha høyst {max_length} tegn",
    ),
}
EMPTY_FIELD = ("tomt-felt", "feltet «{name}» er tomt. Skriv verdien bak kolon, på samme linje")
# What events are said to be, that is no status.
MOVED_WORDS = ("utsatt", "utsettes", "flyttet", "flyttes", "endret")
SEVERAL_VALUES = re.compile(r"\s*[,;/&+]\s*|\s+og\s+")
# Never seen: the tests walk every field of every model with every kind of wrong value.
UNFORESEEN = ("feil-verdi", "verdien i «{name}» kan ikke leses. Se eksempelet øverst i filen")
# A value in quotes as phones and word processors make them: they are part of the text.
QUOTED_CURLY = re.compile("[“”„‘’«]([^“”„‘’«»]+)[“”‘’»]")
# Where a mistake stands that pydantic finds in the record as a whole, when something stands there.
FURTHER_IN = {"nar-mangler": ("nar", "dato"), "vedtatt-uten-dag": ("nar", "dato")}
# That no id, or no number of a kommune, stands where one belongs.
POINTING = ("id-form", "kommunenummer-form")
BUILT_IN = frozenset(get_args(ErrorType))
LONGEST_QUOTED = 60


def explain(
    error: ValidationError, model: type[Record], document: Document, path: Path
) -> Iterator[Problem]:
    """All that is wrong with the record at `path`.

    A misspelt field is one mistake, not also a missing one.
    """
    errors, blamed = error.errors(), document.blamed
    causes = {
        _cause(details, model)
        for details in errors
        if details["type"] != "missing" and details["loc"]
    }
    for details in errors:
        loc = details["loc"]
        place = _known_place(document, (*path, *loc))
        if details["type"] != "missing" or not (place in blamed or {loc, loc[:-1]} & causes):
            code, message = _error_words(details, model, document, path)
            undashed = message.startswith("bindestreken mangler")
            further = list(details["input"])[:1] if undashed else FURTHER_IN.get(code, ())
            found = (document.places.get((*path, *loc, *further[:steps])) for steps in (2, 1))
            pointer = _pointer(details, model) if code in POINTING else ("", "")
            yield Problem(next(filter(None, found), place), tidy(message), code, pointer=pointer)


def _cause(details: ErrorDetails, model: type[Record]) -> Path:
    """What else a mistake may make pydantic miss: the field that was misspelt, the rest of a list
    that was written as one text.
    """
    *around, last = details["loc"]
    if details["type"] == "extra_forbidden":
        return *around, nearest(str(last), fields_of(model_at(model, tuple(around))))
    return tuple(around) if isinstance(last, int) else details["loc"]


def unknown_field(name: str, model: type[Record]) -> str:
    """That a record has no such field, and which one was meant."""
    fields = fields_of(model)
    remedy = (
        did_you_mean(name, fields)
        if nearest(name, fields)
        else f". Her kan det stå: {', '.join(fields)}"
    )
    return tidy(f"feltet «{name}» finnes ikke her{remedy}")


def key_message(error: ValidationError) -> str:
    return tidy(error.errors()[0]["msg"])


def tidy(message: str) -> str:
    """On one line, without invisible characters, and with long values cut: a message quotes what an
    editor wrote, whatever it is.
    """
    message = " ".join(FORBIDDEN.sub(" ", message).split())
    return re.sub(rf"«([^»]{{{LONGEST_QUOTED}}})[^»]+»", r"«\1…»", message)


def _error_words(
    details: ErrorDetails, model: type[Record], document: Document, path: Path
) -> tuple[str, str]:
    kind, loc, value = details["type"], details["loc"], details["input"]
    name = _field_name((*path, *loc))
    if kind == "extra_forbidden":
        return "ukjent-felt", unknown_field(name, model_at(model, loc[:-1]))
    if slip := _slip(details, model_at(model, loc), name):
        return slip
    if kind == "literal_error" and isinstance(value, str):
        return "ukjent-verdi", _not_among(
            name, value, details["ctx"]["expected"].replace("'", ""), isinstance(loc[-1], int)
        )
    if found := _id_or_list(details, model, document, path):
        return found
    if (
        kind == "model_type"
        and isinstance(value, list)
        and all(item and isinstance(item, dict) for item in value)
        and not isinstance((*path, *loc)[-1], int)
    ):
        return "skal-vaere-felt", _listed(name, value, document, (*path, *loc))
    if kind == "too_long":
        kind = "string_too_long"  # a length that is judged after the text was made plain
    if kind == "missing" and loc[-1] in document.empty.get((*path, *loc[:-1]), ()):
        code, words = EMPTY_FIELD
    elif kind in BUILT_IN:
        code, words = MESSAGES.get("string_type" if kind == "literal_error" else kind, UNFORESEEN)
    else:
        return kind, details["msg"]
    return code, words.format_map(
        {"name": name, "fields": ", ".join(_usual_fields(model, loc)), **details.get("ctx", {})}
    )


def _pointer(details: ErrorDetails, model: type[Record]) -> tuple[str, str]:
    """What stands where an id belongs, behind the collection that the id should be from; nothing
    for the id of the record itself.
    """
    *around, name = [step for step in details["loc"] if not isinstance(step, int)]
    info = fields_of(model_at(model, tuple(around))).get(name)
    ref = ref_of(info) if info else None
    return (ref.collection, details["input"]) if ref else ("", "")


def _not_among(name: str, value: str, expected: str, listed: bool) -> str:
    """That a value is none of those that may be, or several of them in one text."""
    allowed = expected.replace(" or ", ", ").split(", ")
    if name == "status" and value.lower() in MOVED_WORDS:
        return (
            f"«{value}» kan ikke stå i «status». Er en ny dag bestemt, skriver du den i «nar», den"
            " gamle i «flyttet_fra» og status: vedtatt. Ellers skriver du status: avlyst"
        )
    several = [nearest(part, allowed) for part in SEVERAL_VALUES.split(value)]
    if len(several) > 1 and all(several):
        remedy = (
            f"Skriv dem i klammer: [{', '.join(several)}]" if listed else f"«{name}» kan bare ha én"
        )
        return f"«{value}» er mer enn én verdi. {remedy}"
    return (
        f"«{value}» kan ikke stå i «{name}»{did_you_mean(value, allowed)} Skriv"
        f" {expected.replace(' or ', ' eller ')}"
    )


def _ids(value: str, listed: bool) -> str:
    """That a text is several ids; words with nothing between them may also be a name, and are ids
    only where there may be a list.
    """
    several = re.split(r"\s*[&+]\s*|\s+(?:/|og)\s+", value)
    if len(several) == 1 and listed:
        several = value.split()
    if len(several) == 1 or not all(ID.fullmatch(id) for id in several):
        return ""
    return (
        f"«{value}» er mer enn én id. Der feltet kan ha flere, skrives de i klammer:"
        f" [{', '.join(several)}]"
    )


def _listed(name: str, items: list[dict], document: Document, spot: Path) -> str:
    """That one record is written as a list, of one or of several, or with a dash before each of its
    fields.
    """
    dashes = _known_place(document, (*spot, 0)).line > _known_place(document, spot).line
    fields = [field for item in items for field in item]
    if len(fields) > len(set(fields)):
        return (
            f"«{name}» kan bare være én. Behold den ene, og ta bort"
            f" {'bindestreken foran' if dashes else 'klammene [ ] rundt'}"
        )
    signs = (
        "klammene [ ]"
        if not dashes
        else f"bindestreken foran «{fields[0]}»"
        if len(items) == 1
        else "bindestrekene"
    )
    return f"«{name}» er ikke en liste. Ta bort {signs}, og la feltene stå rykket inn like langt"


def _id_or_list(
    details: ErrorDetails, model: type[Record], document: Document, path: Path
) -> tuple[str, str] | None:
    """Several ids in one text, a list without its dash."""
    kind, loc, value = details["type"], details["loc"], details["input"]
    name = _field_name((*path, *loc))
    if kind == "id-form" and name != "id" and (several := _ids(value, isinstance(loc[-1], int))):
        return "id-flere", several
    said = _list_without_dashes(details, model, document, path)
    return ("skal-vaere-liste", said) if said else None


def _list_without_dashes(
    details: ErrorDetails, model: type[Record], document: Document, path: Path
) -> str:
    """That one text, or the fields of one point, stand where a list belongs: what to write, with
    its dash.
    """
    kind, loc, value = details["type"], details["loc"], details["input"]
    name = _field_name((*path, *loc))
    if kind == "tuple_type" and isinstance(value, str):
        text = value.lstrip("-– ")
        return f"«{name}» skal være en liste. Skriv «- {text}» på linjen under"
    around, inner = model_at(model, loc[:-1]), model_at(model, loc)
    if kind != "tuple_type" or inner is around:
        return ""
    if not value or set(value) - set(fields_of(inner)):
        return ""
    first = next(iter(value))
    within = len(f"{first}: ") if isinstance(value[first], str) else 0
    column = document.places[(*path, *loc, first)].column - within - len("- ")
    return (
        f"bindestreken mangler foran «{first}» i listen «{name}». Skriv «- {first}: …», med"
        f" {column - 1 if column > 1 else 'ingen'} mellomrom foran bindestreken"
    )


def _in_fields(value: str, inner: type[Record], name: str) -> tuple[str, str] | None:
    """That a text stands where a record belongs, and the fields that it would be."""
    if inner is Gjelder:
        span = span_of(value)
        return "skal-vaere-felt", (
            f"«{value}» skal stå i felt. Skriv {name}: {{{span}}}"
            if span
            else f"«{value}» er ikke en periode. Skriv år, måned eller dag med tall, som"
            f" {name}: {{fra: 2024-08}}"
        )
    if value.split(" ")[0] in fields_of(inner):
        return "yaml-kolon-mangler", NO_COLON
    if not issubclass(inner, Faktum):
        return None
    fields = listing([f"«{as_field(value, inner)}»", "«kilde: …»", "«per: …»"])
    return "skal-vaere-felt", (
        f"«{name}» har felt under seg. Skriv hvert på sin egen linje under, rykket inn to"
        f" mellomrom: {fields}"
    )


def _slip(details: ErrorDetails, inner: type[Record], name: str) -> tuple[str, str] | None:
    """What is right as YAML, but not what was meant: a colon that lacks its space, or is missing,
    or should not be there.
    """
    kind, loc, value = details["type"], details["loc"], details["input"]
    if isinstance(value, str) and (found := QUOTED_CURLY.fullmatch(value)):
        return (
            "anforselstegn-krumme",
            f'anførselstegnene rundt {found[1]} er krumme. Skriv dem rette: "{found[1]}"',
        )
    if kind in ("model_type", "dict_type") and isinstance(value, str) and SQUEEZED.match(value):
        return "yaml-mellomrom-kolon", NO_SPACE
    if kind == "model_type" and isinstance(value, str):
        return _in_fields(value, inner, name)
    if (
        kind == "string_type"
        and isinstance(value, dict)
        and len(value) == 1
        and isinstance(loc[-1], int)
    ):
        return "yaml-kolon", COLON
    return None


def _usual_fields(model: type[Record], path: Path) -> list[str]:
    """Those that it must have; the first few where none is required."""
    fields = fields_of(model_at(model, path))
    return [name for name, info in fields.items() if info.is_required()] or list(fields)[:4]


def _known_place(document: Document, spot: Path) -> Place:
    """Where it stands, or the nearest thing around it."""
    while spot not in document.places:
        spot = spot[:-1]
    return document.places[spot]


def _field_name(path: Path) -> str:
    """The nearest field name: «kommuner» for the third kommune of a list, «kolonner» for a key of
    it.
    """
    steps: list[Any] = list(path[:-2] if path[-1:] == ("[key]",) else path)
    return next((step for step in reversed(steps) if isinstance(step, str)), "filen")
