"""What pydantic finds wrong, said to an editor in bokmål with a remedy."""

from typing import Any, get_args

from pydantic_core import ErrorDetails

from macros.model.base import Record
from macros.problems import did_you_mean

# pydantic's error type → our stable code and words. «{value}» is what the editor wrote, «{name}» the field.
MESSAGES = {
    "missing": ("mangler-felt", "feltet «{name}» mangler. Legg til linjen «{name}: …»"),
    "string_type": ("skal-vaere-tekst", "«{name}» skal være en tekst på én linje, ikke en liste eller flere felt"),
    "tuple_type": ("skal-vaere-liste", "«{name}» skal være en liste. Skriv hvert punkt på sin egen linje, med bindestrek og mellomrom foran"),
    "dict_type": ("skal-vaere-felt", "«{name}» skal ha felt under seg. Skriv hvert felt på sin egen linje, rykket inn to mellomrom"),
    "model_type": ("skal-vaere-felt", "«{name}» skal ha felt under seg. Skriv hvert felt på sin egen linje, rykket inn to mellomrom"),
    "int_type": ("antall-form", "«{name}» skal være et antall. Skriv et helt tall med sifre, som 17"),
    "bool_type": ("ja-nei-form", "«{name}» skal være true (ja) eller false (nei). Ta bort feltet hvis svaret er nei"),
    "date_type": ("dato-form", "«{name}» skal være en dato. Skriv år-måned-dag, som 2024-02-01"),
    "is_instance_of": ("tid-form", "«{name}» skal være et tidspunkt. Skriv et år (2024), en måned (2024-02) eller en dag (2024-02-01)"),
    "dataclass_type": ("tid-form", "«{name}» skal være et tidspunkt. Skriv et år (2024), en måned (2024-02) eller en dag (2024-02-01)"),
    "too_long": ("for-mange", "«{name}» har for mange verdier. Det skal være {max_length}"),
    "string_too_long": ("for-lang", "teksten i «{name}» er for lang. Den kan ha høyst {max_length} tegn"),
}


def explain(error: ErrorDetails, model: type[Record]) -> tuple[str, str]:
    """A stable code and the message, for one of the errors that pydantic lists."""
    context: dict[str, Any] = dict(error.get("ctx") or {})
    name, kind = _name(error["loc"]), error["type"]
    if kind == "extra_forbidden":
        return "ukjent-felt", f"feltet «{name}» finnes ikke her{did_you_mean(name, fields_at(model, error['loc'][:-1]))}"
    if kind == "literal_error":
        allowed = context["expected"].replace("'", "").replace(" or ", " eller ")
        return "ukjent-verdi", f"«{error['input']}» kan ikke stå i «{name}»{did_you_mean(str(error['input']), allowed.replace(' eller ', ', ').split(', '))} Skriv {allowed}"
    if kind in MESSAGES:
        code, words = MESSAGES[kind]
        return code, words.format_map(context | {"name": name, "value": error["input"]})
    return kind, error["msg"]


def fields_at(model: type[Record], path: tuple[str | int, ...]) -> list[str]:
    """The names of the fields that a record at `path` below `model` may have."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _record_in(model.model_fields[step].annotation) or model
    return [info.alias or name for name, info in model.model_fields.items()]


def _record_in(annotation: Any) -> type[Record] | None:
    """The record class somewhere inside an annotation like tuple[Merknad, ...] or Gjelder | None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def _name(path: tuple[str | int, ...]) -> str:
    """The nearest field name: «kommuner» for the third kommune of a list."""
    return next((step for step in reversed(path) if isinstance(step, str) and step != "[key]"), "filen")
