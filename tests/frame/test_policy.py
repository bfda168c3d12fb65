"""What a page may load and do: one policy, in every page and for every server, and nothing on any
page that it would refuse.
"""

import json
import re

import pytest
from built import read_pages
from told import rules

from macros.frame import headers
from macros.frame.engine import admit_reload
from macros.frame.lasting_names import hashed

POLICY = headers.meta_policy(["x()"])
PAGE = (
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><script>x()</script><script'
    ' id="c" type="application/json">{}</script>'
)


@pytest.fixture(scope="module", params=["real_site", "example_site"])
def site(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def pages(site):
    return read_pages(site)


def test_every_page_states_the_policy_before_anything_loads(site, pages):
    told = rules(site)["/*"]["Content-Security-Policy"]
    for address, page in pages.items():
        head = list(page.tree.find("head"))
        assert [element.tag for element in head[:2]] == ["meta", "meta"], address
        assert f"{head[1].get('content')}; frame-ancestors 'none'" == told, address
        assert page.text.index("Content-Security-Policy") < 1024, address


def test_the_policy_lets_just_the_one_inline_script_run(pages):
    for address, page in pages.items():
        inline = [
            script.text
            for script in page.all("script")
            if not script.get("src") and script.get("type") != "application/json"
        ]
        assert [headers.source(script) for script in inline] == re.findall(
            "'sha256-[^']+'", page.text
        ), address


def test_no_page_has_what_the_policy_refuses(pages):
    for address, page in pages.items():
        assert [
            element.tag for element in page.all("style", "iframe", "object", "embed", "base")
        ] == [], address
        assert [element.get("style") for element in page.all() if element.get("style")] == [], (
            address
        )
        assert [
            name for element in page.all() for name in element.attrib if name.startswith("on")
        ] == [], address
        assert all(
            json.loads(script.text)
            for script in page.all("script")
            if script.get("type") == "application/json"
        )


def test_the_policy_is_as_tight_as_it_is_meant_to_be():
    told = dict(
        part.split(" ", 1)
        for part in headers.headers(["x()"])["Content-Security-Policy"].split("; ")
    )
    assert told["default-src"] == told["object-src"] == told["frame-ancestors"] == "'none'"
    assert all(
        "unsafe" not in value and "*" not in value and "http" not in value
        for value in told.values()
    )
    assert {name for name, value in told.items() if "data:" in value} == {"img-src"}
    assert told["script-src"] == f"'self' {headers.source('x()')}"


def test_a_hash_is_what_browsers_count():
    assert (
        headers.source("alert('Hello, world.');")
        == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )


def test_nothing_is_told_to_others_of_where_a_reader_was(site, pages):
    assert rules(site)["/*"]["Referrer-Policy"] == "same-origin"
    assert all(page.meta("referrer") == ["same-origin"] for page in pages.values())


def test_the_server_for_editing_admits_its_own_script_and_no_other_answer_changes():
    added = PAGE.replace("<script id", "<script>reload(1, 2);</script><script id")

    def ask(kind, body):
        return passed_on([("Content-Type", kind), ("Content-Length", str(len(body)))], body)

    def passed_on(told, body):
        answers = []
        made = admit_reload(lambda environ, start: start("200 OK", told) or [body])(
            {}, lambda *given: answers.append(given)
        )
        return b"".join(made), dict(answers[0][1])

    body, told = ask("text/html", added.encode())
    assert body.decode() == added.replace(
        POLICY, headers.meta_policy(["x()", "reload(1, 2);"])
    ) and told["Content-Length"] == str(len(body))
    assert ask("text/css", added.encode())[0] == added.encode()
    assert passed_on([("Location", "/nettverk/")], b"") == (b"", {"Location": "/nettverk/"})


def test_assets_carry_their_content_in_their_names_and_import_each_other_so():
    files = {
        "assets/a.js": b'import { x } from "./b.js"\nimport y from "./gone.js"',
        "assets/later.js": b'import("./b.js")',
        "assets/b.js": b"// Why.\nexport const x = 1 // one\n  // Why not.\n",
        "assets/c.css": b"/* Why\nso. */\np { margin: 0 }",
    }
    made = hashed(files)
    assert made["assets/b.js"][1] == b"export const x = 1 // one\n", "without comment lines"
    assert made["assets/c.css"][1] == b"p { margin: 0 }"
    assert all(headers.HASHED.search(name) for name, _ in made.values())
    assert (
        made["assets/a.js"][1]
        == b'import { x } from "./'
        + made["assets/b.js"][0].removeprefix("assets/").encode()
        + b'"\nimport y from "./gone.js"'
    )
    b = made["assets/b.js"][0].removeprefix("assets/")
    assert made["assets/later.js"][1] == f'import("./{b}")'.encode()
    changed = hashed(files | {"assets/b.js": b"export const x = 2"})
    assert (
        changed["assets/a.js"][0] != made["assets/a.js"][0]
        and changed["assets/c.css"] == made["assets/c.css"]
    )


def test_every_script_and_sheet_that_a_page_loads_may_be_kept_for_ever(site, pages):
    loaded = {
        url.split("/", 3)[3]
        for page in pages.values()
        for url in page.resources
        if url.endswith((".css", ".js"))
    }
    kept = {
        path[1:]
        for path, told in rules(site).items()
        if told.get("Cache-Control") == headers.IMMUTABLE
    }
    assert loaded and loaded <= kept and all((site / name).is_file() for name in kept)
