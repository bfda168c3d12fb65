"""The issue forms: made from one table, valid for GitHub, and read back by what they send."""

import json
import re
import urllib.parse
from pathlib import Path

import pytest
import yaml
from conftest import EXAMPLE, ROOT
from filled_in import READ, TODAY, filled_in, tick

from macros.editing.form_files import CONFIG, FORMS_FOLDER, form_files
from macros.editing.forms import FORMS
from macros.editing.issue import read_issue
from macros.judging import examine

DATA = {"eksempel": examine(EXAMPLE, READ)[0], "nettstedet": examine(ROOT, READ)[0]}
FILES = {
    name: {
        Path(path).stem: yaml.safe_load(text)
        for path, text in form_files(data, TODAY).items()
        if path != f"{FORMS_FOLDER}/config.yml"
    }
    for name, data in DATA.items()
}
EACH = [
    pytest.param(content, id=f"{site}-{form}")
    for site, files in FILES.items()
    for form, content in files.items()
]
# What shows the present values: it is made anew after every change, and an editor's own change may
# be ahead of it.
PRESENT = ("options", "value")


def elements(content):
    return [element for element in content["body"] if element["type"] != "markdown"]


@pytest.mark.parametrize("content", EACH)
def test_github_takes_the_form(content):
    assert set(content) == {"name", "description", "title", "labels", "body"}
    assert all(
        isinstance(content[key], str) and content[key].strip()
        for key in ("name", "description", "title")
    )
    assert len(content["name"]) >= 4 and len(content["description"]) <= 200
    ids, labels = (
        [element["id"] for element in elements(content)],
        [element["attributes"]["label"] for element in elements(content)],
    )
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", id) for id in ids)
    assert len(set(ids)) == len(ids) and len({label.casefold() for label in labels}) == len(labels)
    for element in content["body"]:
        check_element(element)


def check_element(element):
    attributes = element["attributes"]
    assert element["type"] in ("markdown", "input", "textarea", "dropdown", "checkboxes")
    if element["type"] == "markdown":
        assert attributes["value"].strip()
    if element["type"] == "dropdown":
        options = attributes["options"]
        assert options and all(isinstance(option, str) and option.strip() for option in options)
        assert len(set(options)) == len(options) and "None" not in options
        assert not attributes.get("multiple") or not any("," in option for option in options), (
            "GitHub puts commas between the chosen ones"
        )
    if element["type"] == "checkboxes":
        labels = [option["label"] for option in attributes["options"]]
        assert labels and len(set(labels)) == len(labels)


@pytest.mark.parametrize("content", EACH)
def test_what_a_form_sends_is_read_back_field_by_field(content):
    form = next(form for form in FORMS if form.name == content["name"])
    assert [
        (element["id"], element["attributes"]["label"], element["type"])
        for element in elements(content)
    ] == [(field.id, field.label, field.kind) for field in form.fields]
    if form.handled:
        answers = {element["id"]: sent(element) for element in elements(content)}
        read = read_issue(filled_in(form, **answers).encode())
        for element in elements(content):
            if element["type"] in ("dropdown", "checkboxes"):
                options = [
                    option["label"] if isinstance(option, dict) else option
                    for option in element["attributes"]["options"]
                ]
                assert read.choices(element["id"]) == tuple(
                    options[:2] if element["attributes"].get("multiple") else options[:1]
                )


def sent(element):
    """What GitHub writes for the first of the options (or the first two), or for some text."""
    options = element["attributes"].get("options")
    if element["type"] == "checkboxes":
        return "\n".join(
            [tick(options[0]["label"]), *(f"- [ ] {option['label']}" for option in options[1:])]
        )
    if element["type"] == "dropdown":
        return ", ".join(options[:2]) if element["attributes"].get("multiple") else options[0]
    return element["attributes"].get("value", "Noe tekst")


def test_every_form_of_the_issue_is_there():
    names = {form.name for form in FORMS}
    assert {
        "Endre en kontakt",
        "Ny utviklingspartner for et nettverk",
        "Ny eller flyttet dato",
        "Noe annet er feil",
        "Årlig gjennomgang",
    } == names
    assert "blank_issues_enabled: false" in CONFIG


def without_present_values(content):
    if isinstance(content, dict):
        return {
            key: without_present_values(value)
            for key, value in content.items()
            if key not in PRESENT
        }
    return (
        [without_present_values(item) for item in content] if isinstance(content, list) else content
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_the_committed_forms_are_fresh(form):
    """In all that a change of the program decides.

    The present values follow at the next change that goes by a form.
    """
    committed = yaml.safe_load((ROOT / FORMS_FOLDER / f"{form.id}.yml").read_text("utf-8"))
    assert without_present_values(committed) == without_present_values(
        FILES["nettstedet"][form.id]
    ), "Kjør «python -m macros skjema»"


def test_nothing_else_lies_among_the_forms():
    assert {file.name for file in (ROOT / FORMS_FOLDER).iterdir()} == {
        f"{form.id}.yml" for form in FORMS
    } | {"config.yml"}
    assert (ROOT / FORMS_FOLDER / "config.yml").read_text("utf-8") == CONFIG


def test_the_yearly_review_shows_what_stands():
    content = json.dumps(FILES["eksempel"]["arlig-gjennomgang"], ensure_ascii=False)
    assert "Nord-Eksempel (nå: representant Mette Mal, UP1 Kari Eksempel)" in content
    assert (
        "Nord-Eksempel – UP1: Kari Eksempel (UiE)" in content
        and "Ola Prøve (Prøvehøgskolen)" in content
    )


def test_ids_are_what_a_link_can_fill_in():
    query = urllib.parse.urlencode(
        {"template": "endre-kontakt.yml", "kontakt": "kari-eksempel", "epost": "kari@eksempel.no"}
    )
    ids = {element["id"] for element in elements(FILES["eksempel"]["endre-kontakt"])}
    assert set(urllib.parse.parse_qs(query)) - {"template"} <= ids


def test_owners_and_templates_name_nobody():
    owners = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert all(line.startswith("#") for line in owners if line), (
        "bare den som eier nettstedet, kan fylle ut denne"
    )
    paths = [re.match(r"# (/\S+) +@", line)[1] for line in owners if re.match(r"# /", line)]
    for path in paths:
        assert list(ROOT.glob(path.strip("/"))) or path == "/requirements*", path


@pytest.mark.parametrize(
    "file",
    sorted((ROOT / ".github/PULL_REQUEST_TEMPLATE").glob("*.md")),
    ids=lambda file: file.stem,
)
def test_the_templates_speak_of_what_there_is(file):
    """Every `word` in them is a field of the data, a file, or a command."""
    words = set(re.findall(r"`([^`]+)`", file.read_text("utf-8")))
    schemas = "".join(schema.read_text("utf-8") for schema in (ROOT / "data/schema").glob("*.json"))
    for word in words:
        assert (
            f'"{word.split(":")[0]}"' in schemas or (ROOT / word).exists() or word == "make test"
        ), word
