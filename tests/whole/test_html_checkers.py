"""The pages before checkers that are not ours, where they are installed: the Nu checker (Java) and
html-validate (Node). What every run needs is checked in test_built_site.py.
"""

import json
import os
import shutil
import subprocess

import pytest
from browsing import PAGES

# On the disk a page's policy is not that of a server, and Material writes an empty element with its
# slash.
ACCEPTED = (
    r".*Content Security Policy.*|.*Trailing slash on void elements.*|Section lacks heading.*"
)
# Taste, and Material's own; the name of the site makes titles long, and its ids have the letters of
# the headings.
RULES = {
    "extends": ["html-validate:recommended"],
    "rules": {
        name: "off"
        for name in (
            "doctype-style",
            "long-title",
            "no-trailing-whitespace",
            "void-style",
            "valid-id",
            "aria-label-misuse",
        )
    },
}
VNU, HTML_VALIDATE = (
    os.environ.get("VNU"),
    os.environ.get("HTML_VALIDATE") or shutil.which("html-validate"),
)


def files(site):
    return [
        str(site / page / "index.html" if not page.endswith(".html") else site / page)
        for page in PAGES
    ]


@pytest.mark.skipif(
    not (VNU and shutil.which("java")),
    reason="Nu-kontrollen er ikke installert: sett VNU til veien til vnu.jar",
)
def test_the_nu_checker_finds_no_error(real_site):
    result = subprocess.run(
        ["java", "-jar", VNU, "--format", "json", "--filterpattern", ACCEPTED, *files(real_site)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert [
        (message["url"], message["message"])
        for message in json.loads(result.stderr)["messages"]
        if message["type"] == "error"
    ] == []


@pytest.mark.skipif(
    not HTML_VALIDATE,
    reason="html-validate er ikke installert: sett HTML_VALIDATE til veien til programmet",
)
def test_html_validate_finds_nothing(real_site, tmp_path):
    (tmp_path / "regler.json").write_text(json.dumps(RULES), "utf-8")
    result = subprocess.run(
        [
            HTML_VALIDATE,
            "--config",
            str(tmp_path / "regler.json"),
            "--formatter",
            "json",
            *files(real_site),
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert [
        (page["filePath"], message["ruleId"], message["line"])
        for page in json.loads(result.stdout)
        for message in page["messages"]
    ] == []
