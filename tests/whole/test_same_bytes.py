"""The same data give the same bytes, wherever, in whatever zone and with whatever hash seed the
site is built; and the clock goes into them.
"""

import os
import shutil
from pathlib import Path

from conftest import EXAMPLE, build, complete
from mkdocs.config import load_config

from macros.frame import engine


def contents(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_two_builds_are_alike_byte_for_byte(example_site, tmp_path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "en annen mappe med æ"))
    complete(folder)
    result = build(folder, tmp_path / "ut", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7", LC_ALL="C")
    assert result.returncode == 0, result.stderr
    first, second = contents(example_site), contents(tmp_path / "ut")
    assert len(first) > 40 and set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_without_a_given_day_the_data_set_the_clock_that_mkdocs_reads(project, monkeypatch):
    for file in (project / "data").rglob("*.yml"):
        os.utime(file, (1_750_000_000, 1_750_000_000))
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    engine.start(load_config(str(project / "mkdocs.yml")))
    assert os.environ.pop("SOURCE_DATE_EPOCH") == "1750000000"


def test_the_site_carries_the_day_of_its_data(example_site):
    sitemap = (example_site / "sitemap.xml").read_text("utf-8")
    assert "<lastmod>2026-06-01</lastmod>" in sitemap and sitemap.count(
        "<lastmod>"
    ) == sitemap.count("<lastmod>2026-06-01</lastmod>")
