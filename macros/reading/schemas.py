"""The models as JSON Schemas, for editors' tools that complete and explain.

They are made from the models, never the other way.
"""

import json
from pathlib import Path
from typing import Any

from macros.model.samlinger import SAMLINGER, Samling

# What pydantic adds that is no help to an editor: English docstrings, titles made from names,
# defaults that a tool would fill in.
NOISE = {"title", "default"}


def write_schemas(folder: Path) -> None:
    """Fill `folder` with one file for each kind of data file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8")


def schemas() -> dict[str, dict[str, Any]]:
    """File name in data/schema/ → schema."""
    return {samling.schema: _schema_of(samling) for samling in SAMLINGER}


def _schema_of(samling: Samling) -> dict[str, Any]:
    schema = _without_noise(samling.model.model_json_schema(mode="validation"))
    if samling.shape == "records":
        definitions = schema.pop("$defs", {})
        schema = {
            "type": "object",
            "propertyNames": samling.keys.json_schema(),
            "additionalProperties": schema,
            "$defs": definitions,
        }
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}


def _without_noise(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_noise(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    noise = NOISE | ({"description"} if "properties" in schema else set())
    named = ("properties", "$defs")
    return {
        key: {name: _without_noise(part) for name, part in value.items()}
        if key in named
        else _without_noise(value)
        for key, value in schema.items()
        if key not in noise
    }
