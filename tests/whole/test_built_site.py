"""Every page of the real site, as it is published: whole, linked, valid, and fetching nothing from
elsewhere.
"""

import gzip
import itertools
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from browsing import PAGES
from built import ORIGIN, read_pages, target

SITE_NAME = "Kompetanseutvikling mellom skole og lærerutdanning"
# Names of templates' gaps that must never be seen: Jinja's own signs, and what Python says of
# nothing.
LEFTOVERS = re.compile(
    r"\{\{|\{%|\{#|\bNone\b|\bUndefined\b|\bnan\b|&amp;(?:amp|lt|gt|quot|#)|<(?:object|function) "
)
# The page that explains these signs to editors; and what any page quotes may look like anything.
EXPLAINS = "om/rediger/feilmeldinger/"
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.S)
ENGLISH = re.compile(r'"(?:Header|Footer|logo|Reject|Skip to content|Search)"')
# Forms to fill in say the same as the pages that lead to them, and nobody searches for the mistakes
# that editors make.
NOT_SEARCHED = ("404.html", "410.html", "/fyll-ut/", "/feilmeldinger/")


@pytest.fixture(scope="module")
def pages(real_site):
    return read_pages(real_site)


def everywhere(pages, fault):
    """Each page with what `fault` finds there, when it finds something."""
    return {address: found for address, page in pages.items() if (found := fault(page))}


def test_the_site_has_its_pages(pages):
    expected = {
        "",
        "404.html",
        "410.html",
        "finn/",
        "finn/froya/",
        "nettverk/",
        "nettverk/fosen/",
        "roller/",
        "begreper/",
        "kontakt/",
        "om/",
        "ordninger/kollektiv-kompetanseutvikling/",
        "na/",
    }
    assert expected <= set(pages)
    assert len(pages) > 90


def kind(address):
    """What a page is made as: one record's page stands for all of its sort."""
    return re.sub(
        r"^(finn|nettverk|ordninger|arshjul/(?=\d)|maler(?!/selvsjekk))(/?)[^/]+", r"\1\2*", address
    )


def test_every_kind_of_page_is_tested_in_the_browser(pages):
    assert {kind(address) for address in pages} - {kind(address) for address in PAGES} <= {
        "maler/*/nn/fyll-ut/"
    }


def test_nothing_of_a_template_is_left(pages):
    assert set(everywhere(pages, lambda page: LEFTOVERS.findall(CODE.sub("", page.text)))) <= {
        EXPLAINS
    }


def test_no_english_label_of_the_theme_is_left(pages):
    assert everywhere(pages, lambda page: ENGLISH.findall(page.text)) == {}


def test_every_page_is_valid_html(pages):
    assert everywhere(pages, lambda page: page.errors) == {}


def test_ids_are_unique(pages):
    assert (
        everywhere(pages, lambda page: [id for id, count in Counter(page.ids).items() if count > 1])
        == {}
    )


def test_references_between_elements_lead_somewhere(pages):
    names = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")

    def dangling(page):
        return [
            id
            for element in page.all()
            for name in names
            for id in element.get(name, "").split()
            if id not in page.ids
        ]

    assert everywhere(pages, dangling) == {}


def test_every_page_leads_to_the_form_for_changes(pages):
    """In its foot, also where there is no repository and so no pencil."""
    lost = everywhere(pages, lambda page: f"{ORIGIN}rediger/" not in page.links)
    assert set(lost) == {"404.html", "410.html"}


def test_every_table_says_what_it_is_and_what_its_heads_are_for(pages):
    def unnamed(page):
        bare = [table for table in page.all("table") if table.find("caption") is None]
        return [head.text for table in bare for head in table.iter("th")] + [
            head.text for head in page.all("th") if not head.get("scope")
        ]

    assert everywhere(pages, unnamed) == {}


def test_every_form_has_a_button_that_sends_it(pages):
    def stuck(page):
        return [
            form.get("class")
            for form in page.all("form")
            if not any(button.get("type") == "submit" for button in form.iter("button"))
        ]

    assert everywhere(pages, stuck) == {}


def test_every_page_has_one_first_heading_and_skips_no_level(pages):
    def outline(page):
        levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
        return levels if levels.count(1) != 1 or levels[0] != 1 or jumps else None

    assert everywhere(pages, outline) == {}


def test_every_page_says_what_it_is(pages):
    def missing(page):
        title = page.tree.find("head/title").text
        told = {
            name: page.meta(name)
            for name in (
                "description",
                "og:title",
                "og:description",
                "og:type",
                "og:locale",
                "og:site_name",
            )
        }
        wrong = [name for name, values in told.items() if len(values) != 1 or not values[0].strip()]
        return (
            wrong
            + ([title] if title.count(SITE_NAME) != 1 else [])
            + ([] if page.tree.get("lang") == "nb" else ["lang"])
        )

    assert everywhere(pages, missing) == {}


def test_only_what_leads_nowhere_is_kept_out_of_search_engines(pages):
    hidden = {address for address, page in pages.items() if page.meta("robots")}
    assert hidden == {"404.html", "410.html"}
    assert all(pages[address].meta("robots") == ["noindex"] for address in hidden)


def test_titles_tell_pages_apart(pages):
    assert [
        text
        for text, count in Counter(page.meta("og:title")[0] for page in pages.values()).items()
        if count > 1
    ] == []


def test_canonical_addresses_are_the_pages_own(pages):
    def wrong(page):
        found = [
            element.get("href") for element in page.all("link") if element.get("rel") == "canonical"
        ] + page.meta("og:url")
        return found if found != [ORIGIN + page.address] * 2 else None

    assert set(everywhere(pages, wrong)) <= {"404.html", "410.html"}


def test_every_link_leads_somewhere(real_site, pages):
    def lost(page):
        return [
            url for url in page.links if url.startswith(ORIGIN) and not found(real_site, pages, url)
        ]

    assert everywhere(pages, lost) == {}


def found(site: Path, pages, url: str) -> bool:
    """Whether a link leads to a page, and to an id on it; or to a file."""
    address, anchor = target(url)
    page = pages.get(address)
    if page is None:
        return (site / address).is_file() and not anchor
    if address == "rediger/" and anchor in told_of(site):
        return True
    return not anchor or anchor in page.ids


@cache
def told_of(site: Path) -> frozenset[str]:
    """The records that the form opens with, by their addresses; what a program makes has none, and
    is said there.
    """
    content = json.loads((site / "rediger" / "opplysninger.json").read_bytes())
    made = ("skoleregister", "andre_kommuner", "kart")
    return frozenset([*(record[0] for record in content["oppforinger"]), *made])


def test_calendar_links_lead_to_files(real_site, pages):
    def lost(page):
        return [
            url
            for url in page.links
            if url.startswith("webcal:") and not (real_site / target(url)[0]).is_file()
        ]

    assert everywhere(pages, lost) == {}


def test_links_use_no_other_schemes(pages):
    allowed = ("http://", "https://", "mailto:", "tel:", "webcal:", "webcals:", "data:image/")
    assert (
        everywhere(pages, lambda page: [url for url in page.links if not url.startswith(allowed)])
        == {}
    )


def test_no_page_fetches_anything_from_elsewhere(pages):
    assert (
        everywhere(
            pages, lambda page: [url for url in page.resources if not url.startswith(ORIGIN)]
        )
        == {}
    )
    assert (
        everywhere(
            pages, lambda page: re.findall(r"url\((?!['\"]?(?:data:|#))[^)]*\)|@import", page.text)
        )
        == {}
    )


def test_every_fetched_file_is_there(real_site, pages):
    assert (
        everywhere(
            pages,
            lambda page: [
                url for url in page.resources if not (real_site / target(url)[0]).is_file()
            ],
        )
        == {}
    )


def test_no_stylesheet_fetches_anything_from_elsewhere(real_site):
    fetched = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import")
    assert [
        file.name for file in real_site.rglob("*.css") if fetched.search(file.read_text("utf-8"))
    ] == []


def test_the_only_scripts_are_ours_and_the_inline_one_is_the_same_everywhere(pages):
    inline = {
        script.text
        for page in pages.values()
        for script in page.all("script")
        if not script.get("src") and script.get("type") != "application/json"
    }
    assert len(inline) == 1
    handlers = everywhere(
        pages,
        lambda page: [
            name for element in page.all() for name in element.attrib if name.startswith("on")
        ],
    )
    assert handlers == {}


def test_every_page_has_the_notice_and_the_ways_down_and_out(pages):
    def lacks(page):
        links = {target(url)[0] for url in page.links if url.startswith(ORIGIN)}
        wanted = {
            "",
            "na/",
            "om/",
            "om/kilder/",
            "om/personvern/",
            "om/tilgjengelighet/",
            "om/apne-data/",
        }
        return wanted - links

    assert everywhere(pages, lacks) == {}
    assert "Made with" not in "".join(page.text for page in pages.values())


@pytest.fixture(scope="module")
def known(real_site):
    """What the search has by name and by text."""
    return [
        json.loads((real_site / "sok" / f"{name}.json").read_text("utf-8"))
        for name in ("navn", "tekst")
    ]


def test_the_search_has_no_templates_and_every_page(pages, known):
    names, texts = known
    assert not LEFTOVERS.search(json.dumps(known, ensure_ascii=False))
    found = {page[0].partition("#")[0] for page in texts["sider"]} | {
        treff[1].partition("#")[0] for _, group in names["grupper"] for treff in group
    }
    assert found == {address for address in pages if not address.endswith(NOT_SEARCHED)}


def test_every_hit_by_name_leads_to_a_line_that_stands(pages, known):
    lost = [
        treff[1]
        for _, group in known[0]["grupper"]
        for treff in group
        for address, _, anchor in [treff[1].partition("#")]
        if anchor and anchor not in pages[address].ids
    ]
    assert lost == []


def test_a_section_in_the_search_is_called_what_its_heading_says(pages, known):
    headings = {
        address: {
            (f"#{heading.get('id')}", " ".join("".join(heading.itertext()).split()))
            for heading in page.all("h2", "h3", "h4")
        }
        for address, page in pages.items()
    }
    sections = [
        (page[0], tuple(part)) for page in known[1]["sider"] for part in page[2:] for part in part
    ]
    assert sections and [part for part in sections if part[1] not in headings[part[0]]] == []


def test_the_search_leaves_out_provenance(known):
    words = known[1]["ord"].split()[::2]
    assert "samarbeidsforum" in words and not {"utgiver", "utgiv"} & set(words)


def packed(*files):
    """What a server sends: each of the files packed, with a head of at most 0.8 KB."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) + 800 for file in files)


@pytest.mark.parametrize(
    ("kind_of", "first"), [("", 60_000), ("finn/", 50_000), ("finn/*", 50_000)]
)
def test_a_visit_costs_little_with_a_first_search_too(pages, real_site, kind_of, first):
    scripts = (
        file for name in ("sok", "fold") for file in (real_site / "assets").glob(f"{name}.*.js")
    )
    search = packed(*(real_site / "sok").iterdir(), *scripts)
    for address in (
        address for address in pages if kind(address).rstrip("/") == kind_of.rstrip("/")
    ):
        own = {target(url)[0] for url in pages[address].resources if url.startswith(ORIGIN)}
        opened = packed(real_site / address / "index.html", *(real_site / name for name in own))
        assert opened <= first and opened + search <= 90_000, (address, opened, search)
