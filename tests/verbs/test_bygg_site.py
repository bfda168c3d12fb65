"""What a finished build leaves in site/: the whole site, alike wherever it is built, packed
copies beside it, and old times on what has not changed.
"""

import gzip
import os
from pathlib import Path

from conftest import run
from verbs.test_bygg import left

from macros.verbs import bygg


def test_what_has_not_changed_keeps_its_time_and_its_bytes(tmp_path):
    site = tmp_path / "site"
    for turn, same in enumerate(("likt " * 999, "likt " * 999)):
        (fresh := tmp_path / ".site.ny").mkdir()
        (fresh / "likt.ics").write_text(same)
        (fresh / "ulikt.html").write_text(f"{turn} " * 500)
        (fresh / "liten.html").write_text("x" * 999)
        (fresh / "bilde.png").write_text("x" * 1000)
        for file in fresh.iterdir():
            os.utime(file, (1_000_000 + turn, 1_000_000 + turn))
        bygg.finish(fresh, site)
        bygg._remove(fresh)
        packed = (site / "likt.ics.gz").read_bytes()
        assert gzip.decompress(packed).decode() == same and packed[4:8] == bytes(4)
    times = {file.name: int(file.stat().st_mtime) - 1_000_000 for file in site.iterdir()}
    assert times == {
        "likt.ics": 0,
        "likt.ics.gz": 0,
        "ulikt.html": 1,
        "ulikt.html.gz": 1,
        "liten.html": 0,
        "bilde.png": 0,
    }


def test_text_of_every_kind_is_packed(tmp_path):
    kinds = ("css", "csv", "html", "ics", "js", "json", "svg", "txt", "vcf", "xml")
    (fresh := tmp_path / ".site.ny").mkdir()
    for kind in kinds:
        (fresh / f"fil.{kind}").write_text("x" * 1000)
    bygg.finish(fresh, tmp_path / "site")
    assert {file.name for file in (tmp_path / "site").glob("*.gz")} == {
        f"fil.{kind}.gz" for kind in kinds
    }


def test_a_whole_site_is_built_alike_anywhere_and_left_when_the_data_are_wrong(
    project, example_site
):
    """In another folder, another zone, and with another hash seed."""
    folder = project.rename(project.with_name("en annen mappe med æ"))
    there = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    made = run(folder, "macros", "bygg", **there)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "Ingen feil og 3 hint.\nSe hintene med «make check».\n" in made.stderr
    before = contents(folder / "site")
    assert len(before) > 80 and "kalender/alle.ics.gz" in before
    unpacked, first = (
        {name: raw for name, raw in files.items() if not name.endswith(".gz")}
        for files in (before, contents(example_site))
    )
    assert set(first) == set(unpacked)
    assert [name for name in first if first[name] != unpacked[name]] == []
    people = folder / "data" / "kontakter.yml"
    people.write_text(
        people.read_text("utf-8").replace("  navn: Ola Prøve", "  nvan: Ola Prøve"), "utf-8"
    )
    wrong = run(folder, "macros", "bygg", **there)
    said = wrong.stdout + wrong.stderr
    assert wrong.returncode == 1 and "Mente du «navn»?" in said and "Traceback" not in said
    assert contents(folder / "site") == before
    assert left(folder) == []


def contents(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }
