"""The text of a page: HTML that may not stand there, and Markdown that does not become what was
meant, each in exact words and where it stands.
"""

from time import process_time

import pytest
from conftest import EXAMPLE, ROOT

from macros.frame.guard import slipped
from macros.reading.prose import read_prose
from macros.reading.prose_html import judge_markup
from macros.reading.prose_marks import judge_marks

GONE = "kan ikke stå i HTML på en side. Slett det"
STRAY = "blir lest som HTML, men er ikke en hel kode. Skriv &lt; for tegnet <, eller slett det"
ELEMENT = "<{}> kan ikke stå på en side. Skriv teksten i Markdown, og lenker som [tekst](side.md)"
ADDRESS = "adressen «{}» kan ikke brukes. Skriv https://, mailto: eller en side her"
FENCE = "koden har ingen slutt. Skriv en linje med ``` etter den"
TAKEN = "id-en «__config» er opptatt av programmet. Skriv en annen"
ELEMENTS = (
    "a abbr b blockquote caption cite code colgroup dd del details dfn div dl dt em figcaption"
    " figure h2 h3 h4 h5 h6 i ins kbd li mark ol p pre q s samp section small span strong sub"
    " summary sup table tbody td tfoot th thead time tr ul var"
)
ATTRIBUTES = (
    "alt class colspan datetime height href hreflang id lang loading open rel reversed role rowspan"
    " scope src start tabindex title width aria-label aria-labelledby aria-describedby aria-hidden"
    " aria-current data-search-exclude"
)
HTML = [
    *(
        (f"<{tag}>x</{tag}>", [f"1:1 {ELEMENT.format(tag)}"])
        for tag in ("script", "style", "iframe", "form", "object", "svg", "math", "template")
    ),
    ("<SCRIPT>x</SCRIPT>", [f"1:1 {ELEMENT.format('script')}"]),
    (
        '<meta http-equiv="refresh" content="0;url=https://eksempel.com">',
        [f"1:1 {ELEMENT.format('meta')}"],
    ),
    ('<img src="x.png" onerror="x()">', [f"1:1 «onerror» {GONE}"]),
    ("<img src=x onerror=x()>", [f"1:1 «<img» {STRAY}"]),
    ('<div\n  onclick="x()">y</div>', [f"1:1 «onclick» {GONE}"]),
    ('<p style="position: fixed">y</p>', [f"1:1 «style» {GONE}"]),
    ('<a href="javascript:x()">y</a>', [f"1:1 {ADDRESS.format('javascript:x()')}"]),
    ('<a href="&#106;avascript:x()">y</a>', [f"1:1 {ADDRESS.format('&#106;avascript:x()')}"]),
    ('<a href="//eksempel.com">y</a>', [f"1:1 {ADDRESS.format('//eksempel.com')}"]),
    ('<p id="__config">y</p>', [f"1:1 {TAKEN}"]),
    ('<div data-blokk="0"></div>', [f"1:1 «data-blokk» {GONE}"]),
    ("<div>\n`<script>`\n</div>", [f"2:2 {ELEMENT.format('script')}"]),
    (
        "<div>\n```\n<script>\n```\n</div>",
        [f"2:1 {FENCE}", f"3:1 {ELEMENT.format('script')}", f"4:1 {FENCE}"],
    ),
    ("\\`<script>\\`", [f"1:3 {ELEMENT.format('script')}"]),
    ("`a\n<script>\nb`", [f"2:1 {ELEMENT.format('script')}"]),
    ("<!--> <script> -->", [f"1:1 «<--» {STRAY}", f"1:7 {ELEMENT.format('script')}"]),
    ("Tekst\n{ onclick=x }", [f"2:1 «onclick» {GONE}"]),
    ("# Tittel { #__config }", ["1:10 id-en er opptatt av programmet. Skriv en annen"]),
    ('![b](x.png){ title="}" onload=x }', [f"1:12 «onload» {GONE}"]),
    ("# Tittel { autofocus }", [f"1:10 «autofocus» {GONE}"]),
    (
        "<o:p>Word</o:p>",
        ["1:1 <o:p> er limt inn fra Word. Lim inn som ren tekst (Ctrl+Skift+V)"],
    ),
    (
        "<div><b>x</div>",
        [
            "1:1 <div> har ingen slutt. Skriv </div> etter teksten",
            "1:6 <b> har ingen slutt. Skriv </b> etter teksten",
            "1:10 </div> hører ikke til noe. Slett det, eller skriv <div> foran teksten",
        ],
    ),
    ("<div>åpen", ["1:1 <div> har ingen slutt. Skriv </div> etter teksten"]),
    ("lukket</div>", ["1:7 </div> hører ikke til noe. Slett det, eller skriv <div> foran teksten"]),
    *(
        (f"{{{sign}}} t", [f"1:1 «{sign.strip()}» {GONE}"])
        for sign in (" onload ", "STYLE", "autofocus", "contenteditable", "popover", "hidden")
    ),
    (
        f'<a href="javascript:{"k" * 50}">y</a>',
        [f"1:1 {ADDRESS.format('javascript:' + 'k' * 49)}"],
    ),
    (
        f'<img src="https://x.no/{"k" * 50}">',
        [
            f"1:1 «https://x.no/{'k' * 47}» ligger på et annet nettsted, og vises ikke her. Legg"
            " filen i docs/assets/bilder/ og skriv veien dit, eller skriv en vanlig lenke"
        ],
    ),
    *((f"<{element}>t</{element}>", []) for element in ELEMENTS.split()),
    *((f"<{element}>", []) for element in ("br", "hr", "img", "wbr", "col")),
    *((f'<p {name}="x">t</p>', []) for name in ATTRIBUTES.split()),
    *(
        (f'<a href="{address}">t</a>', [])
        for address in ("HTTPS://x.no", "mailto:a@b.no", "tel:22", "webcal:x", "?a&amp;b:", "#a:")
    ),
    *(
        (fine, [])
        for fine in (
            "`<script>` er kode",
            "```\n<script>\n```",
            "<!-- en kommentar -->",
            "a < b, 5 <3 og &lt;script&gt;",
            '<p class="x" id="y">t <strong>u</strong><br></p>',
            "# Tittel { #id .klasse data-search-exclude }",
            '![b](x.png){ width=10 height="10" loading=lazy }',
            "{{ begrep('x') }} og <https://eksempel.no/> og <a@b.no>",
        )
    ),
]
LIST = "listen blir ikke en liste. Sett en tom linje over det første punktet"
MARKS = [
    (
        "Se [x] (y.md) her",
        ["1:4 lenken blir ikke en lenke. Skriv [x](y.md) uten mellomrom mellom ] og ("],
    ),
    ("Se [x](y.md her", ["1:6 lenken har ingen slutt. Skriv ) etter adressen, på samme linje"]),
    (
        "Se (x)[y.md]",
        ["1:4 lenken er snudd. Skriv teksten i [ ] først, og så adressen i ( )"],
    ),
    ("! [x](y.png)", ["1:1 bildet blir ikke et bilde. Skriv ![ uten mellomrom"]),
    (
        "| a | b |\n| c | d |",
        [
            "1:1 tabellen blir ikke en tabell. Under linjen med overskriftene skal det stå |---|"
            " med like mange ruter"
        ],
    ),
    ("Her er:\n- en\n- to", [f"2:1 {LIST}"]),
    ("Her er:\n1. en", [f"2:1 {LIST}"]),
    (
        "• en",
        [
            "1:1 punktet blir ikke et punkt i en liste. Skriv - og mellomrom i stedet for •, og en"
            " tom linje over listen"
        ],
    ),
    ("1) en", ["1:1 tallet blir ikke et punkt i en liste. Skriv 1. i stedet for 1)"]),
    (
        "a\tb",
        [
            "1:1 linjen har tabulatorer, slik tekst fra Excel har. Skriv en tabell med | mellom"
            " rutene, eller bytt dem med mellomrom"
        ],
    ),
    ("```\nkode", [f"1:1 {FENCE}"]),
    (
        "Noe **fet her",
        ["1:1 to stjerner (**) mangler foran eller etter den fete teksten i dette avsnittet"],
    ),
    (
        "Tekst\n---",
        ["2:1 linjen over blir en overskrift. Sett en tom linje mellom teksten og strekene"],
    ),
    (
        "Se www.udir.no.",
        ["1:4 adressen blir ikke en lenke. Skriv [tekst](https://www.udir.no)"],
    ),
    (
        "Se https://www.udir.no/a her",
        ["1:4 adressen blir ikke en lenke. Skriv [tekst](https://www.udir.no/a)"],
    ),
    *(
        (
            f"{sign} note",
            ["1:1 rammen blir ikke en ramme. Skriv en overskrift, eller et vanlig avsnitt"],
        )
        for sign in ("!!!", "???", "???+", "  !!!")
    ),
    ("~~~\nkode", [f"1:1 {FENCE}"]),
    ("1. [x] en\n* [ ] to", ["2:1 ruten blir ikke en avkryssing. Skriv punktet uten [ ]"]),
    (
        "Ring 915 12 345 eller +47 41 23 45 67.",
        [
            "1:6 «915 12 345» ser ut som et mobilnummer. Vi viser bare fasttelefon på jobben",
            "1:23 «+47 41 23 45 67» ser ut som et mobilnummer. Vi viser bare fasttelefon på jobben",
        ],
    ),
    *(
        (
            number,
            [
                f"1:{number.find('9') + 1} «{said}» ser ut som et mobilnummer. Vi viser bare"
                " fasttelefon på jobben"
            ],
        )
        for number, said in (
            ("915\u00a012\u00a0345", "915\u00a012\u00a0345"),
            ("915.12.345", "915.12.345"),
            ("915-12-345", "915-12-345"),
            ('<a href="TEL:915-12-345">x</a>', "915-12-345"),
        )
    ),
    ("Se [x]( # ) her", ["1:4 lenken har ingen adresse. Skriv den mellom ( og )"]),
    ("- [x] en", ["1:1 ruten blir ikke en avkryssing. Skriv punktet uten [ ]"]),
    ("~~ute~~", ["1:1 teksten blir ikke strøket over. Slett den, eller skriv den uten ~~"]),
    (
        "Skriv til kari@gmail.com",
        ["1:11 «kari@gmail.com» ser ut som en privat adresse. Vi viser bare jobbadresser"],
    ),
    *(
        (fine, [])
        for fine in (
            "- en\n- to\n\n1. tre\n2. fire",
            "# Tittel\n- en",
            "- en\n  mer\n- to",
            "- en\n---",
            "| a | b |\n|---|:-:|\n| c | d |",
            "a | b\n---|---\nc | d",
            "Tekst\n\n---\n\nmer",
            "[x](https://www.udir.no/a_(b)) [] [x] (se under) <https://x.no/>",
            "Ring 73 55 98 99. Org.nr. 974 760 673, 2024-02-01, 9 av 10, 4 000 000 kroner",
            "4.9.2024-10.9.2024, ISBN 978-82-15-04123-9, kap. 4.1.2.3, 974.760.673",
            "**fet** og *kursiv* og 2 * 3",
        )
    ),
]


def said(text: str) -> list[str]:
    plain, problems = judge_markup("x", text)
    problems = [*problems, *judge_marks("x", plain)]
    return [f"{p.place.line}:{p.place.column} {p.message}" for p in sorted(problems)]


@pytest.mark.parametrize(("text", "words"), HTML + MARKS)
def test_a_text(text, words):
    assert said(text) == words


def test_a_page_with_more_mistakes_than_anybody_reads():
    assert len(said("<!x " * 100)) == len(said("<!x " * 101)) == 100


@pytest.mark.parametrize("root", [EXAMPLE, ROOT])
def test_our_own_pages_have_none(root):
    assert not [problem for page in read_prose(root) for problem in page.problems]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<p><script>x</script></p>", "<script> kan ikke stå på en side"),
        ('<p onclick="x">y</p>', "«onclick» kan ikke stå i HTML på en side. Slett det"),
        *(
            (
                f'<a href="{address}">y</a>',
                (
                    "adressen «javascript:x» kan ikke brukes. Skriv https://, mailto: eller en side"
                    " her"
                ),
            )
            for address in ("javascript:x", "&#106;avascript:x")
        ),
        ("<!DOCTYPE abcdefghijklmn>", "<!DOCTYPE abcdefghijkl> kan ikke stå på en side"),
        ("<p>x</p><script", "<script> kan ikke stå på en side"),
        ("<?php x?>", "<!php x?> kan ikke stå på en side"),
        *(
            (f"<p {style}>y</p>", "«style» kan ikke stå i HTML på en side. Slett det")
            for style in ("style", 'style="position: fixed"', 'style="text-align: left; top: 0;"')
        ),
    ],
)
def test_behind_the_judge_there_is_another(content, words):
    assert slipped(content) == [words]


def test_what_markdown_itself_makes_passes_both():
    assert not slipped(
        '<h1 id="a">b</h1><table><tr><th style="text-align: center;">c</th></tr></table>'
        '<p><a href="&#109;ailto:x@y.no">d</a></p><div data-blokk="0"></div><a href>e</a>'
    )


@pytest.mark.parametrize(
    "part", ["<", "<a ", "www.", "{ ", "[", "](", "a", "`", "| ", "**", "\n# "]
)
def test_a_page_of_one_part_over_and_over_is_judged_soon(part):
    start = process_time()
    said(part * (300_000 // len(part)))
    assert process_time() - start < 5
