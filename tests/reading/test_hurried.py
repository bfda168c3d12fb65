"""What a hurried person does in the browser: each mistake is said once, in exact words, where it
stands, and blames nothing else.
"""

import shutil

import pytest

from macros.pages.links import KnownTargets, judge_links, judge_menu
from macros.reading.files import badly_addressed
from macros.reading.menu import read_menu
from macros.reading.prose_html import judge_markup

KONTAKTER, NORD, KONTAKT = (
    "data/kontakter.yml",
    "data/nettverk/nord-eksempel.yml",
    "docs/kontakt.md",
)
FILES = {"assets/x.png", "data/nettverk.json"}


def known(pages: set[str]) -> KnownTargets:
    return KnownTargets(pages, lambda: FILES, lambda page: {"rapport", "her"})


def plain(text: str) -> str:
    return judge_markup(KONTAKT, text)[0]


INNRYKK = (
    "linjen passer ikke med linjene over. Se på innrykket: felt, og bindestreker, på samme nivå"
    " skal begynne i samme kolonne"
)
UT = "«person» begynner i feil kolonne. Rykk linjen 1 mellomrom ut"
UTEN_NAVN = (
    "bindestreken begynner et punkt i en liste, men linjen over er et felt med en verdi. Mangler"
    " navnet på listen, skriver du det på en linje over, som «kommuner:»"
)
KRUMT_KOLON = (
    "kolon med mellomrom bak kan ikke stå inne i en tekst uten rette anførselstegn rundt. Skriv"
    ' "…", ikke “…” eller «…»'
)
TO_GANGER = (
    "Mangler linjen som begynner en ny oppføring, setter du den inn over denne. Ellers sletter du"
    " det som er dobbelt"
)
BLANDET = (
    "to versjoner av filen er blandet sammen (<<<<<<<, ======= og >>>>>>>). Behold de riktige"
    " linjene, og slett disse tre merkene"
)
KOMMUNER = "data/kommuner.yml"
KOMMA = "kommaet bak teksten skal ikke være der. Slett det"
STREK = (
    "bindestreken mangler. Skriv «- {}», i samme kolonne som de andre punktene, eller rykk"
    " linjen inn hvis den hører til teksten over"
)
KOLON = "linjen mangler kolon. Skriv «{}», eller rykk den inn hvis den hører til teksten over"
KLAMME = "det er en klamme for mye på slutten. Slett den siste"
BAK_KLAMME = 'det står tekst etter klammen. Sett hele teksten i anførselstegn: "…"'
LENKE = (
    "lenken er skrevet som på en side. I datafilene skriver du bare adressen, som"
    " https://www.eksempel.no/side, og i en tekst bare ordene"
)
STRANGER = "Datafiler ender på .yml og ligger i mappene som README.md viser"

DATA = [
    (
        NORD,
        '  - "9902"\n',
        "  - “9902”\n",
        10,
        'anførselstegnene rundt 9902 er krumme. Skriv dem rette: "9902"',
    ),
    (
        NORD,
        '  - "9902"\n',
        "  - «9902» # Prøvedal\n",
        10,
        'anførselstegnene rundt 9902 er krumme. Skriv dem rette: "9902"',
    ),
    (
        NORD,
        "slag: regionalt",
        "slag: ”regionalt”",
        7,
        'anførselstegnene rundt regionalt er krumme. Skriv dem rette: "regionalt"',
    ),
    (
        NORD,
        "person: mette-mal",
        "person: “mette-mal”",
        21,
        'anførselstegnene rundt mette-mal er krumme. Skriv dem rette: "mette-mal"',
    ),
    (
        NORD,
        "  offentlige: 12\n",
        "  offentlige: “12”\n",
        25,
        'anførselstegnene rundt 12 er krumme. Skriv dem rette: "12"',
    ),
    (KONTAKTER, "  navn: Ola Prøve\n", "  navn: “Ola: Prøve”\n", 28, KRUMT_KOLON),
    (
        KONTAKTER,
        "  navn: Ola Prøve\n",
        '  navn: "Ola Prøve",\n',
        28,
        "kommaet bak teksten skal ikke være der. Slett det",
    ),
    (NORD, '  - "9901"\n', '  - "9901",\n', 9, KOMMA),
    (NORD, '  - "9902"\n', '  - "9902", # Prøvedal\n', 10, KOMMA),
    (NORD, '  - "9902"\n', '  "9902"\n', 10, STREK.format('"9902"')),
    (NORD, '  - "9902"\n', '"9902"\n', 10, STREK.format('"9902"')),
    (NORD, '  - "9902"\n', "  9902\n", 10, STREK.format("9902")),
    (NORD, '  - "9901"\n', '  "9901"\n', 9, STREK.format('"9901"')),
    (NORD, '  - "9901"\n  - "9902"\n', '  "9901"\n  "9902"\n', 10, STREK.format('"9902"')),
    (NORD, "kilde: [notat, rapport]", "kilde:\n  - notat\n  rapport", 66, STREK.format("rapport")),
    (
        NORD,
        "  - tekst: Nettverket er oppdiktet.\n",
        "  - tekst: Nettverket\n  er oppdiktet.\n",
        64,
        KOLON.format("navn: Norby"),
    ),
    (
        KOMMUNER,
        '"9902":\n',
        '"9902:\n',
        21,
        'anførselstegnet bak feltnavnet mangler. Skriv ett på hver side, som "9901":',
    ),
    (KOMMUNER, '"9902":\n', '"9902"\n', 21, KOLON.format("navn: Norby")),
    (KONTAKTER, "gjelder: {fra: 2021, til: 2024}", "gjelder: {fra: 2021, til: 2024}}", 37, KLAMME),
    (NORD, "kilde: [notat, rapport]", "kilde: [notat, rapport]]", 64, KLAMME),
    (
        KONTAKTER,
        "gjelder: {fra: 2021, til: 2024}",
        "gjelder: {fra: 2021, til: 2024} ca.",
        37,
        BAK_KLAMME,
    ),
    (
        NORD,
        "plan: https://www.eksempel.no/nord/plan",
        "plan: [Planen](https://www.eksempel.no/nord/plan)",
        44,
        LENKE,
    ),
    (
        NORD,
        "  - tekst: Nettverket er",
        "  - tekst: [Nettverket](https://www.eksempel.no) er",
        63,
        LENKE,
    ),
    (NORD, "navn: Kompetansenettverket Nord-Eksempel", "navn: [Nord] Eksempel", 5, BAK_KLAMME),
    (
        KONTAKTER,
        "gjelder: {fra: 2021, til: 2024}",
        'gjelder: {fra:"2021"}',
        37,
        'mellomrommet mangler bak kolon. Skriv «fra: "2021"», ikke «fra:"2021"»',
    ),
    (NORD, "utviklingspartnere:\n", "", 34, UTEN_NAVN),
    (NORD, "  - person: ola-prove\n", "   - person: ola-prove\n", 39, UT),
    (
        NORD,
        "  - person: ola-prove\n",
        "",
        39,
        f"«institusjon» og «kilde» står to ganger (også fra linje 36). {TO_GANGER}",
    ),
    (
        KONTAKTER,
        "ola-prove:\n",
        "",
        27,
        f"«navn», «institusjon», «kilde» og «per» står to ganger (også fra linje 4). {TO_GANGER}",
    ),
]
PAGES = [
    (
        "Se [kildene](om/kilde.md).",
        14,
        "lenken «om/kilde.md» fører ikke til noen side. Mente du «om/kilder.md»?",
    ),
    (
        "Se [kildene](om/kilder/).",
        14,
        "lenken «om/kilder/» går ikke til filen. Skriv «om/kilder.md»",
    ),
    (
        "Se [kildene](/om/kilder/#rapport).",
        14,
        "lenken «/om/kilder/#rapport» går ikke til filen. Skriv «om/kilder.md#rapport»",
    ),
    (
        "Se [Fosen](nettverk/nord-eksempell.md#up1).",
        12,
        (
            "lenken «nettverk/nord-eksempell.md#up1» fører ikke til noen side. Mente du"
            " «nettverk/nord-eksempel.md»?"
        ),
    ),
    (
        "Se [noe](x/xyzzy-qqq.md).",
        10,
        (
            "lenken «x/xyzzy-qqq.md» fører ikke til noen side. Skriv veien herfra til filen i"
            " docs/, som «om/kilder.md»"
        ),
    ),
    ("Se [finneren](finn).", 15, "lenken «finn» går ikke til filen. Skriv «finn/index.md»"),
    (
        "Se [Udir](www.udir.no/a.html).",
        11,
        "lenken «www.udir.no/a.html» fører ikke til noen side. Skriv «https://www.udir.no/a.html»",
    ),
    (
        "Skriv til [oss](post@eksempel.no).",
        17,
        "lenken «post@eksempel.no» fører ikke til noen side. Skriv «mailto:post@eksempel.no»",
    ),
    (
        "![Oss](https://github.com/user-attachments/assets/1)",
        8,
        (
            "«https://github.com/user-attachments/assets/1» ligger på et annet nettsted, og vises"
            " ikke her. Legg filen i docs/assets/bilder/ og skriv veien dit, eller skriv en vanlig"
            " lenke"
        ),
    ),
    (
        '<img width="9" src="https://x.no/1.png">',
        21,
        (
            "«https://x.no/1.png» ligger på et annet nettsted, og vises ikke her. Legg filen i"
            " docs/assets/bilder/ og skriv veien dit, eller skriv en vanlig lenke"
        ),
    ),
    (
        "![Oss](C:\\Users\\kari\\oss.png)",
        8,
        (
            "«C:\\Users\\kari\\oss.png» ligger på din egen maskin. Legg filen i docs/assets/ og"
            " skriv veien dit"
        ),
    ),
    (
        "Se [noe](data:x).",
        10,
        "adressen «data:x» kan ikke brukes. Skriv https://, mailto: eller en side her",
    ),
    (
        "Se [kildene](om&#47;kilder.md).",
        14,
        "adressen «om&#47;kilder.md» har tegn skrevet som kode. Skriv tegnene selv",
    ),
    (
        "![Oss](assets/xx.png)",
        8,
        "filen «assets/xx.png» finnes ikke. Mente du «assets/x.png»?",
    ),
    *(
        (
            f'Se <a href="{address}">noe</a>.',
            13,
            f"adressen «{address}» fører ikke til noen side. Skriv lenken som [tekst](side.md)",
        )
        for address in ("../om/kilder", "../om/kilde/", "../om/kilder.md/", "../assets/y.png")
    ),
    (
        "Se [kildene][k].\n\n[k]: om/kilde.md",
        1,
        "adressen til [k] står for seg selv. Skriv den i lenken, som [tekst](adresse)",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "words"), DATA)
def test_a_slip_in_the_data(example, edit, problems, file, old, new, line, words):
    edit(file, old, new)
    assert problems(example) == [f"{file}:{line}: {words}"]


@pytest.mark.parametrize(("text", "column", "words"), PAGES)
def test_a_link_that_leads_nowhere(text, column, words):
    pages = {
        "kontakt.md",
        "om/kilder.md",
        "om/index.md",
        "finn/index.md",
        "nettverk/nord-eksempel.md",
    }
    assert [
        (problem.place.column, problem.message)
        for problem in judge_links(
            KONTAKT, "kontakt.md", plain(f"# Kontakt\n\n{text}\n"), known(pages)
        )
    ] == [(column, words)]


@pytest.mark.parametrize(
    "text",
    [
        "[x](om/kilder.md)",
        "[x](<om/kilder.md>)",
        '[x](om/kilder.md#rapport "Tittel")',
        "[x](#her)",
        "[x](https://eksempel.no/x.md)",
        "[x](mailto:a@b.no)",
        "![x](assets/x.png)",
        "[x](data/nettverk.json)",
        *(
            f'<a href="{address}">x</a>'
            for address in ("", "?x", "#her", "tel:22", "..", "../", "../om/", "../om/kilder/")
        ),
        '<img src="../assets/x.png">',
        "`[x](y.md)`",
        "```\n[x](y.md)\n```",
        "<!-- [x](y.md) -->",
        '{{ begrep("eksempel") }}',
    ],
)
def test_a_link_that_is_fine(text):
    pages = {"index.md", "kontakt.md", "om/index.md", "om/kilder.md"}
    assert not list(judge_links(KONTAKT, "kontakt.md", plain(text), known(pages)))


def test_a_link_from_a_page_further_down_says_the_way_from_there():
    found = list(
        judge_links(
            "docs/om/index.md",
            "om/index.md",
            "[x](kontakt.md)",
            known({"kontakt.md", "om/index.md"}),
        )
    )
    assert [problem.message for problem in found] == [
        "lenken «kontakt.md» fører ikke til noen side. Mente du «../kontakt.md»?"
    ]


def test_links_are_judged_with_the_rest(example, edit, problems):
    edit(
        KONTAKT,
        "# Kontakt\n",
        "# Kontakt\n\n[a](nettverk/nord-eksempel.md) [b](nettverk/nord-eksempl.md)\n",
    )
    assert problems(example) == [
        f"{KONTAKT}:7: lenken «nettverk/nord-eksempl.md» fører ikke til noen side. Mente du"
        " «nettverk/nord-eksempel.md»?"
    ]


@pytest.mark.parametrize(
    ("menu", "expected"),
    [
        ("nav:\n  - Forside: index.md\n  - Kontakt: kontakt.md\n", []),
        (
            "nav:\n  - Forside: index.md\n",
            [
                "docs/kontakt.md:1: siden står ikke i menyen. Legg den til under nav i mkdocs.yml,"
                " som «- Tittelen: kontakt.md»"
            ],
        ),
        (
            (
                "nav:\n  - Forside: index.md\n  - Kontakt: kontakter.md # ny\nnot_in_nav: |\n "
                " kontakt.md\n"
            ),
            [
                "mkdocs.yml:4: menyen viser til «kontakter.md», men siden finnes ikke. Hent den"
                " tilbake, rett adressen eller slett linjen"
            ],
        ),
    ],
)
def test_a_page_and_the_menu(tmp_path, menu, expected):
    (tmp_path / "mkdocs.yml").write_text(f"# Se README.md\n{menu}")
    pages = {"index.md", "kontakt.md"}
    assert [
        str(problem)
        for problem in judge_menu(read_menu(tmp_path).lines, pages, pages | {"nettverk/fosen.md"})
    ] == expected


def test_a_new_page_is_asked_into_the_menu(project, problems):
    (project / "docs" / "ny-side.md").write_text("# Ny\n")
    (project / "docs" / "saksgang.md").rename(project / "docs" / "sakens-gang.md")
    line = next(
        number
        for number, text in enumerate((project / "mkdocs.yml").read_text("utf-8").split("\n"), 1)
        if "saksgang.md" in text
    )
    assert problems(project) == [
        (
            "docs/ny-side.md:1: siden står ikke i menyen. Legg den til under nav i mkdocs.yml, som"
            " «- Tittelen: ny-side.md»"
        ),
        (
            "docs/sakens-gang.md:1: siden står ikke i menyen. Legg den til under nav i mkdocs.yml,"
            " som «- Tittelen: sakens-gang.md»"
        ),
        (
            "docs/saksgang.md:1: siden finnes ikke, men andre sider lenker til den. Hent den"
            " tilbake fra historikken, eller lag den på nytt"
        ),
        (
            f"mkdocs.yml:{line}: menyen viser til «saksgang.md», men siden finnes ikke. Hent den"
            " tilbake, rett adressen eller slett linjen"
        ),
    ]


@pytest.mark.parametrize("top", ["title: Kontakt\n---\n", "\n---\ntitle: Kontakt\n---\n"])
def test_a_page_whose_top_does_not_begin_it(example, problems, top):
    (example / KONTAKT).write_text(f"{top}\n# Kontakt\n", "utf-8")
    assert problems(example) == [
        f"{KONTAKT}:1: toppen av siden skal begynne med en linje med ---. Den skal stå aller først"
        " i filen, over feltene"
    ]


def test_two_versions_of_a_page(example, edit, problems):
    edit(
        KONTAKT,
        "{{ kompetanse() }}\n",
        "<<<<<<< HEAD\n{{ kompetanse() }}\n=======\nNoe annet\n>>>>>>> min-endring\n",
    )
    assert problems(example) == [f"{KONTAKT}:17: {BLANDET}"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Ny Side.md",
            "filnavnet blir adressen til siden. Skriv ny-side.md: bare a–z, 0–9 og bindestrek",
        ),
        (
            "om/Møter.md",
            "filnavnet blir adressen til siden. Skriv om/moter.md: bare a–z, 0–9 og bindestrek",
        ),
        (
            "%%.md",
            "filnavnet blir adressen til siden. Skriv ny-side.md: bare a–z, 0–9 og bindestrek",
        ),
        ("aux.md", "«aux» kan ikke være et filnavn på Windows. Skriv noe mer, som aux-1"),
    ],
)
def test_a_page_with_a_name_that_is_no_address(name, words):
    assert str(badly_addressed(f"docs/{name}", name)) == f"docs/{name}:1: {words}"


@pytest.mark.parametrize("name", ["README.md", "om/README.md", "om/moter-2.md", "auxi.md"])
def test_a_page_with_a_name_that_is_an_address(name):
    assert badly_addressed(f"docs/{name}", name) is None


@pytest.mark.parametrize(
    "name",
    ["nord-eksempel.yaml", "nord-eksempel.yml.txt", "Nord-Eksempel.YML", "gamle/nord-eksempel.yml"],
)
def test_a_network_in_a_file_that_nobody_reads_is_not_missed_elsewhere(example, problems, name):
    file = example / "data" / "nettverk" / name
    file.parent.mkdir(exist_ok=True)
    shutil.move(example / NORD, file)
    assert [line for line in problems(example) if "ingen leser" not in line] == []
    assert (
        f"data/nettverk/{name}:1: ingen leser denne filen. Mente du «nettverk/nord-eksempel.yml»?"
        f" {STRANGER}" in problems(example)
    )


def test_a_network_in_the_wrong_folder_is_not_taken_for_another_file(example, problems):
    shutil.move(example / NORD, example / "data" / "nord-eksempel.yml")
    assert problems(example) == [f"data/nord-eksempel.yml:1: ingen leser denne filen. {STRANGER}"]


def test_a_line_between_two_people_gone_is_not_a_missing_person(example, edit, problems):
    edit(KONTAKTER, "mette-mal:\n", "")
    assert [line.partition(": ")[0] for line in problems(example)] == [f"{KONTAKTER}:33"]


def test_a_heading_or_a_file_that_is_not_there_is_said_before_the_engine_does(
    example, edit, problems
):
    edit(
        KONTAKT,
        "# Kontakt\n",
        "# Kontakt\n\n[a](om/kilder.md#rapporten) og [b](#heller-ikke)\n\n![c](assets/borte.png)\n",
    )
    assert problems(example) == [
        f"{KONTAKT}:7: lenken «om/kilder.md#rapporten» fører ikke fram: ingen overskrift på siden"
        " «om/kilder.md» har adressen #rapporten. Mente du #rapport?",
        f"{KONTAKT}:7: lenken «#heller-ikke» fører ikke fram: ingen overskrift på denne siden har"
        " adressen #heller-ikke. Skriv lenken uten #heller-ikke",
        f"{KONTAKT}:9: filen «assets/borte.png» finnes ikke. Legg den i docs/assets/bilder/, og"
        " skriv veien dit",
    ]
