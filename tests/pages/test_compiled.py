"""Compiled templates are kept between builds, and never stand in the way of one."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from macros import markup


@pytest.fixture
def rendered(monkeypatch, tmp_path):
    """What a template gives in a new process, with the compiled ones below `tmp_path`."""
    monkeypatch.setattr(markup, "ROOMS", tmp_path / "macros")
    return lambda source: (
        Environment(loader=DictLoader({"a": source}), bytecode_cache=markup.Compiled("test"))
        .get_template("a")
        .render(x=1)
    )


def kept(folder: Path) -> list[Path]:
    return [file for file in (folder / ".cache").rglob("*") if file.is_file()]


def test_a_template_is_compiled_once(rendered, tmp_path, monkeypatch):
    assert rendered("{{ x }}") == "1" and len(kept(tmp_path)) == 1
    monkeypatch.setattr(
        Environment, "compile", lambda *_: pytest.fail("malen ble kompilert på nytt")
    )
    assert rendered("{{ x }}") == "1"


def test_a_copy_of_a_project_compiles_nothing_anew(monkeypatch, tmp_path):
    monkeypatch.setattr(markup, "ROOMS", tmp_path / "macros")
    for name in ("prosjekt", "kopi"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text("{{ x }}", "utf-8")
        templates = Environment(
            loader=FileSystemLoader(tmp_path / name), bytecode_cache=markup.Compiled("test")
        )
        assert templates.get_template("a").render(x=1) == "1" and len(kept(tmp_path)) == 1


def test_a_changed_template_shows(rendered):
    assert rendered("{{ x }}") == "1" and rendered("{{ x + 1 }}") == "2"


def test_nothing_is_kept_where_nothing_can_be_written(rendered, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError("bare til lesing")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert rendered("{{ x }}") == "1" and not kept(tmp_path)
