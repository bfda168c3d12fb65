"""What the page on privacy says is all that the scripts do: nothing kept but what it names, nothing
sent, no cookies.
"""

import re

import pytest
from conftest import ROOT

PAGE = (ROOT / "docs" / "om" / "personvern.md").read_text("utf-8")
SCRIPTS = {
    file.name: file.read_text("utf-8")
    for file in [
        *sorted((ROOT / "docs" / "assets").glob("*.js")),
        ROOT / "overrides" / "partials" / "javascripts" / "palette.html",
    ]
}
CODE = "\n".join(SCRIPTS.values())
# Other ways of keeping and sending than those that the page tells of.
OTHER = (
    r"document\.cookie|cookieStore|sessionStorage|indexedDB|caches\.|serviceWorker"
    r"|navigator\.storage|sendBeacon|WebSocket|EventSource|XMLHttpRequest|RTCPeer|gtag|_paq"
)


def kept() -> set[str]:
    """The names that scripts keep things under, up to where they vary."""
    names = set(re.findall(r"localStorage\.\w+Item\(\s*([^,)]+)", CODE))
    constants = dict(re.findall(r"const (\w+) = (`[^`]*`|\"[^\"]*\")", CODE))
    return {constants.get(name, name).strip('`"').split("${")[0] for name in names}


def test_the_page_names_everything_that_is_kept():
    assert kept() == set(re.findall(r"lagres under (?:navnet )?`([^`]+)`", PAGE))
    assert len(re.findall(r"\blocalStorage\b", CODE)) == len(
        re.findall(r"localStorage\.\w+Item\(", CODE)
    )


def test_the_page_names_everything_that_is_put_into_the_address():
    put = set(re.findall(r"searchParams\.(?:set|get|delete)\((\"\w+\"|\w+)", CODE))
    listed = {
        name
        for kinds in re.findall(r"kinds = \[([^\]]+)\]", CODE)
        for name in re.findall(r"\"(\w+)\"", kinds)
    }
    literal = {name.strip('"') for name in put if name.startswith('"')}
    assert put - {f'"{name}"' for name in literal} <= {"name", "kind"} and literal | listed == set(
        re.findall(r"`\?(\w+)=`", PAGE)
    )


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_keeps_or_sends_in_another_way(name):
    assert re.findall(OTHER, SCRIPTS[name]) == []
    assert re.findall(r"https?://(?!schemas\.|www\.w3\.org/)[^\s\"'`]+", SCRIPTS[name]) == []


def test_scripts_fetch_only_what_the_site_itself_has():
    assert set(re.findall(r"fetch\(([^)]*)\)?", CODE)) == {
        "names",
        "address",
        "source",
        "root.dataset.docx",
    }
    assert set(re.findall(r"\bread\((\w+)\)", CODE)) == {"names", "texts"}
    assert re.findall(r"\b(names|texts|source) = (new URL\([\w.]+)", CODE) == [
        ("names", "new URL(finder.dataset.navn"),
        ("names", "new URL(dialog.dataset.navn"),
        ("texts", "new URL(dialog.dataset.tekst"),
        ("source", "new URL(root.dataset.fra"),
    ]
