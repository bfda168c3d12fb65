"""The clock of a build goes into its bytes."""

import os

from mkdocs.config import load_config

from macros.frame import engine


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
