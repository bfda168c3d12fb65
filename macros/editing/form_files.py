"""The issue forms as GitHub reads them (.github/ISSUE_TEMPLATE/), made from the table of forms and
the data.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from macros.editing.forms import FORMS, Field, Form
from macros.model.data import Data

FORMS_FOLDER = ".github/ISSUE_TEMPLATE"
FORM_HEAD = (
    "# Laget av «python -m macros skjema» fra macros/editing/forms.py og data/. Rett der, ikke"
    " her.\n"
)
CONFIG = FORM_HEAD + "blank_issues_enabled: false\n"


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as they look, not folded into quotes."""


def _block_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    )


_Dumper.add_representer(str, _block_text)


def form_files(data: Data, today: date) -> Mapping[str, str]:
    """Path in the project → content."""
    files = {f"{FORMS_FOLDER}/{form.id}.yml": _form_file(form, data, today) for form in FORMS}
    return files | {f"{FORMS_FOLDER}/config.yml": CONFIG}


def _form_file(form: Form, data: Data, today: date) -> str:
    body = [
        {"type": "markdown", "attributes": {"value": form.intro}},
        *(_form_element(field, data, today) for field in form.fields),
    ]
    label = "endring" if form.handled else "feil på siden"
    content = {
        "name": form.name,
        "description": form.description,
        "title": f"{form.name}: ",
        "labels": [label],
        "body": body,
    }
    return FORM_HEAD + yaml.dump(
        content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000
    )


def _form_element(field: Field, data: Data, today: date) -> dict:
    attributes: dict[str, object] = {"label": field.label}
    attributes |= {
        name: text for name in ("description", "placeholder") if (text := getattr(field, name))
    }
    if field.value:
        attributes["value"] = field.value(data, today)
    if field.options:
        attributes["options"] = _options(field, data, today)
    if field.multiple:
        attributes["multiple"] = True
    element = {"type": field.kind, "id": field.id, "attributes": attributes}
    return (
        element | {"validations": {"required": True}}
        if field.required and field.kind != "checkboxes"
        else element
    )


def _options(field: Field, data: Data, today: date) -> list:
    """Of check boxes, each one can be required; of a drop-down, the whole."""
    options = list(field.options(data, today))
    if field.kind != "checkboxes":
        return options
    return [
        {"label": option, "required": True} if field.required else {"label": option}
        for option in options
    ]


def write_forms(root: Path, data: Data, today: date) -> None:
    """Write them all, with the values of the day."""
    for name, content in form_files(data, today).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8", newline="\n")
