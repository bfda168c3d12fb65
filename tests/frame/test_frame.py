"""The frame around a page: the notice, the way down, and what is mended in Material's markup."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from material import __file__ as material

from macros.frame.material import SKIP, UnknownMarkup, mend
from macros.model.data import Data
from macros.model.dates import Moment
from macros.model.fakta import Gjelder
from macros.model.ordninger import Ordning
from macros.pages.ramme import Step, notice, section, trail

STOCK_TOP = """<body dir="ltr">
    <input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"
      autocomplete="off">
    <input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search"
      autocomplete="off">
    <label class="md-overlay" for="__drawer"></label>
    <div data-md-component="skip">
        <a href="#om" class="md-skip">
          Gå til innhold
        </a>
    </div>
    <div data-md-component="announce">
    </div>
"""
STOCK_END = """<footer></footer>
    <div class="md-dialog" data-md-component="dialog">
      <div class="md-dialog__inner md-typeset"></div>
    </div>
"""


def test_the_toggles_and_the_dialog_go_and_the_skip_link_always_works():
    mended = mend(STOCK_TOP + STOCK_END)
    assert "<input" not in mended and "<label" not in mended and "md-dialog" not in mended
    assert mended.count(SKIP) == 1
    assert mended.index(SKIP) < mended.index('data-md-component="announce"')


def test_empty_lines_go_but_not_where_they_mean_something():
    kept = "<pre>a \n\nb</pre>", "<textarea rows=2>\n\n</textarea>"
    assert mend(f"\n\n<p>\n  \n{kept[0]}</p>\n\n{kept[1]}{STOCK_TOP}{STOCK_END}").startswith(
        f"<p>\n{kept[0]}</p>\n{kept[1]}"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('data-md-toggle="drawer"', 'data-md-toggle="skuff"'),
        ('<label class="md-overlay" for="__drawer"></label>', ""),
        ('data-md-component="skip"', 'data-md-component="hopp"'),
        ("md-dialog__inner md-typeset", "md-dialog__inner"),
    ],
)
def test_markup_that_material_has_changed_stops_the_build(old, new):
    with pytest.raises(UnknownMarkup, match=r"macros/frame/material\.py"):
        mend((STOCK_TOP + STOCK_END).replace(old, new))


def test_markup_that_stands_twice_stops_the_build():
    with pytest.raises(UnknownMarkup):
        mend(STOCK_TOP + STOCK_TOP + STOCK_END)


def test_material_still_writes_what_is_mended():
    base = Path(material).with_name("templates").joinpath("base.html").read_text("utf-8")
    for sign in (
        'data-md-toggle="drawer"',
        'data-md-toggle="search"',
        'class="md-overlay"',
        'data-md-component="skip"',
        'class="md-dialog"',
    ):
        assert base.count(sign) == 1


def test_material_still_has_the_blocks_and_partials_that_are_overridden():
    templates = Environment(
        loader=FileSystemLoader(material.replace("__init__.py", "templates")),
        extensions=["jinja2.ext.do"],
    )
    source = templates.loader.get_source(templates, "base.html")[0]
    for block in (
        "site_meta",
        "htmltitle",
        "styles",
        "site_nav",
        "container",
        "scripts",
        "config",
    ):
        assert f"{{% block {block} %}}" in source
    for partial in ("header", "footer", "javascripts/base", "javascripts/content"):
        assert f'"partials/{partial}.html"' in source


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("nettverk/fosen/", "nettverk/"),
        ("begreper/", "begreper/"),
        ("", "/"),
        ("roller/nordland/strategi/", "roller/"),
    ],
)
def test_the_section_is_the_first_part_of_the_address(url, expected):
    assert section(url) == expected


TITLES = {
    "": "Forside",
    "nettverk/": "Nettverk",
    "nettverk/fosen/": "Fosen",
    "roller/": "Roller",
    "roller/nordland/": "Nordland",
    "roller/nordland/strategi/": "Strategi",
}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", []),
        ("nettverk/", []),
        ("nettverk/fosen/", [Step("Nettverk", "nettverk/")]),
        (
            "roller/nordland/strategi/",
            [Step("Roller", "roller/"), Step("Nordland", "roller/nordland/")],
        ),
        ("maler/behovsmelding/nn/", []),
    ],
)
def test_the_way_down_has_the_pages_above_that_exist(url, expected):
    assert trail(url, TITLES) == expected


def scheme(name, **given):
    return Ordning(
        navn=name, kortnavn=name, undertittel=name, ikon="skole", kilde=("en-kilde",), **given
    )


def schemes(start):
    return Data(
        ordninger={
            "gammel": scheme("Gammel", avlost_av="ny"),
            "eldre": scheme("Eldre", avlost_av="ny"),
            "annen": scheme("Annen"),
            "ny": scheme("Ny", gjelder=start and Gjelder(fra=start)),
        }
    )


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (Moment(2026, 1, 1), "1. januar 2026"),
        (Moment(2026, 8), "august 2026"),
        (Moment(2026), "2026"),
    ],
)
def test_the_notice_says_what_is_new_and_when(start, words):
    said = {"tekst": f"Nye regler fra {words}.", "lenke": "ordninger/ny/"}
    assert notice(schemes(start)) == said


def test_the_notice_is_about_the_newest_change():
    data = schemes(Moment(2026, 1, 1))
    later = Data(
        ordninger={
            **data.ordninger,
            "ny": scheme("Ny", gjelder=Gjelder(fra=Moment(2026, 1, 1)), avlost_av="nyest"),
            "nyest": scheme("Nyest", gjelder=Gjelder(fra=Moment(2031, 8))),
        }
    )
    assert notice(later) == {
        "tekst": "Nye regler fra august 2031.",
        "lenke": "ordninger/nyest/",
    }


def test_there_is_no_notice_when_nothing_took_over():
    assert notice(Data(ordninger={"en": scheme("En")})) is None
    assert notice(schemes(None)) is None


def page(title, url, **given):
    return SimpleNamespace(
        title=title, url=url, children=None, active=False, meta={}, toc=[], **given
    )


HOME, NETWORKS, ROLES, ACTORS = (
    page("Forside", ""),
    page("Nettverk", "nettverk/"),
    page("Roller", "roller/"),
    page("Aktørene", "roller/aktorer/"),
)
CASES = SimpleNamespace(
    title="Saksgang og maler",
    children=[page("Saksgang", "saksgang/"), page("Maler", "maler/")],
    active=False,
)
SOURCES = page("Kilder", "om/kilder/")
NAV = SimpleNamespace(
    items=[
        HOME,
        NETWORKS,
        SimpleNamespace(title="Roller", children=[ROLES, ACTORS], active=False),
        CASES,
        SimpleNamespace(title="Om", children=[SOURCES], active=False),
    ]
)


def menu(macro, shown, sti=()):
    """What a macro of the menu writes for a page, in one line."""
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    templates.filters["url"] = lambda url: f"/{url}"
    module = templates.get_template("partials/menu.html").make_module(
        {"nav": NAV, "page": shown, "seksjon": section(shown.url), "sti": sti}
    )
    return re.sub(r"\s*\n\s*", "", getattr(module, macro)())


def test_an_engine_that_joins_no_sheets_loads_those_of_material():
    base = DictLoader({"base.html": "{% block styles %}Material{% endblock %}"})
    templates = Environment(loader=ChoiceLoader([base, FileSystemLoader(ROOT / "overrides")]))
    templates.filters |= {"url": str, "script_tag": str}
    main = templates.get_template("main.html")
    assert main.render(page=HOME, config={"extra": {}}) == "Material"
    assert main.render(page=HOME, config={"extra": {"ramme": True}}) == ""


def test_the_menu_marks_the_page():
    assert '<a href="/nettverk/" aria-current="page">Nettverk</a>' in menu("main", NETWORKS)
    assert menu("main", NETWORKS).count("aria-current") == 1


def test_the_menu_marks_the_section_of_a_page_that_is_not_in_it():
    written = menu("main", page("Fosen", "nettverk/fosen/"))
    assert '<a href="/nettverk/" aria-current="true">Nettverk</a>' in written
    assert written.count("aria-current") == 1


def test_a_section_holds_what_lies_below_any_of_its_pages():
    assert 'href="/saksgang/" aria-current="true">Saksgang og maler<' in menu(
        "main", page("Behovsmelding", "maler/behovsmelding/")
    )


def test_a_page_within_a_section_marks_both():
    written = menu("main", ACTORS)
    assert '<a href="/roller/" aria-current="true">Roller</a>' in written
    assert '<a href="/roller/aktorer/" aria-current="page">Aktørene</a>' in written


def test_a_page_of_the_menu_has_its_section_beside_it_and_one_below_has_the_way_down():
    assert menu("section", NETWORKS) == ""
    assert menu("section", page("Strategi", "roller/nordland/strategi/")) == ""
    written = menu("section", ACTORS)
    assert written.startswith(
        '<nav class="ramme-sidemeny" aria-label="Roller"><ul><li><a href="/roller/">Roller</a></li>'
    )
    assert '<a href="/roller/aktorer/" aria-current="page">' in written


def test_a_section_of_one_page_is_that_page():
    assert menu("section", SOURCES) == ""
    assert menu("main", SOURCES).endswith(
        '<li><a href="/om/kilder/" aria-current="page">Om</a></li></ul></nav>'
    )


def test_the_way_down_links_every_step_but_the_page_itself():
    assert menu("trail", NETWORKS) == ""
    written = menu("trail", page("Fosen", "nettverk/fosen/"), [Step("Nettverk", "nettverk/")])
    assert '<li><a href="/nettverk/">Nettverk</a></li><li aria-current="page">Fosen</li>' in written


def test_a_list_of_contents_is_for_pages_that_ask_for_it():
    long = page("Begreper", "begreper/")
    long.toc = [
        SimpleNamespace(
            children=[SimpleNamespace(url="#a", title="A"), SimpleNamespace(url="#b", title="B")]
        )
    ]
    assert menu("contents", long) == ""
    long.meta = {"toc": True}
    assert "På denne siden" in menu("contents", long)
    assert '<li><a href="#a">A</a></li><li><a href="#b">B</a></li>' in menu("contents", long)
