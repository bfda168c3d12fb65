"""What differs between two versions of the example, in exact words."""

import pytest
from conftest import EXAMPLE

from macros.editing.comparison import (
    Comparison,
    changed_pages,
    changed_texts,
    compare,
    comparison_text,
)
from macros.editing.differences import differences
from macros.judging import examine

NETWORK, SOUTH, CYCLE, PEOPLE = (
    "data/nettverk/nord-eksempel.yml",
    "data/nettverk/sor-eksempel.yml",
    "data/arshjul/2024-2025.yml",
    "data/kontakter.yml",
)

ROLES, LONG = (
    "data/roller/eksempel.yml",
    "Dele dem med alle som vil ha dem, og med noen som slett ikke vil ha det",
)

POST = "    - tekst: Professor i eksempler\n      per: 2024\n      kilde: rapport\n"


@pytest.fixture
def said(example, edit):
    """Make some edits, and hear what they come to."""

    def after(*edits):
        for file, old, new in edits:
            edit(file, old, new)
        return differences(examine(EXAMPLE)[0], examine(example)[0])

    return after


@pytest.mark.parametrize(
    ("edits", "sentences"),
    [
        ([], []),
        (
            [(NETWORK, "person: mette-mal", "person: ola-prove")],
            ["Nord-Eksempel: representant Mette Mal → Ola Prøve"],
        ),
        (
            [(NETWORK, "representant:\n  person: mette-mal\n  per: 2024\n  kilde: rapport\n", "")],
            ["Nord-Eksempel: representanten Mette Mal er tatt bort"],
        ),
        (
            [(NETWORK, "  person: mette-mal\n  per: 2024", "  person: mette-mal\n  per: 2025-02")],
            ["Nord-Eksempel, representant: per 2024 → februar 2025"],
        ),
        (
            [
                (
                    NETWORK,
                    "utviklingspartnere:\n",
                    (
                        "utviklingspartnere:\n  - {person: mette-mal, institusjon: uie, gjelder:"
                        " {fra: 2027-02-01}, kilde: rapport}\n"
                    ),
                )
            ],
            ["Ny utviklingspartner for Nord-Eksempel: Mette Mal (UiE) fra 1. februar 2027"],
        ),
        (
            [
                (
                    NETWORK,
                    "    institusjon: uie\n    per: 2024",
                    "    institusjon: uie\n    gjelder: {til: 2026}",
                )
            ],
            ["Nord-Eksempel: Kari Eksempel står som utviklingspartner til og med 2026"],
        ),
        (
            [
                (
                    NETWORK,
                    (
                        "  - person: ola-prove\n    institusjon: provehogskolen\n    gjelder: {fra:"
                        " 2018, til: 2020}\n    kilde: notat\n"
                    ),
                    "",
                )
            ],
            ["Nord-Eksempel: Ola Prøve er tatt bort som utviklingspartner"],
        ),
        (
            [
                (
                    NETWORK,
                    "    institusjon: uie\n    per: 2024",
                    "    institusjon: provehogskolen\n    per: 2024",
                )
            ],
            ["Nord-Eksempel, Kari Eksempel: institusjon UiE → Prøvehøgskolen"],
        ),
        (
            [(NETWORK, '  - "9902"', ""), (SOUTH, '  - "9903"', '  - "9903"\n  - "9902"')],
            ["Kommunen {} er flyttet fra nettverket Nord-Eksempel til nettverket Sør-Eksempel"],
        ),
        (
            [(NETWORK, "  - id: skogens-skole\n    navn: Skogens skole\n", "")],
            ["Nord-Eksempel: friskolen Skogens skole er tatt bort"],
        ),
        (
            [(NETWORK, "navn: Skogens skole", "navn: Skogen skole")],
            ["Nord-Eksempel: friskolen Skogens skole heter nå Skogen skole"],
        ),
        (
            [
                (
                    NETWORK,
                    "navn: Skogens skole",
                    "navn: Skogens skole\n  - id: ny-skole\n    navn: Ny skole",
                )
            ],
            ["Nord-Eksempel: ny friskole Ny skole"],
        ),
        (
            [(NETWORK, "offentlige: 12", "offentlige: 13")],
            ["Nord-Eksempel, skoler: offentlige skoler 12 → 13"],
        ),
        (
            [(NETWORK, "nord/plan", "nord/ny-plan")],
            [
                "Nord-Eksempel: plan https://www.eksempel.no/nord/plan →"
                " https://www.eksempel.no/nord/ny-plan"
            ],
        ),
        (
            [(NETWORK, "dato: 2026-01-15\n  av: UiE", "dato: 2026-05-15\n  av: UiE")],
            ["Nord-Eksempel: bekreftet 15. mai 2026 av UiE"],
        ),
        (
            [(NETWORK, "bekreftet:\n  dato: 2026-01-15\n  av: UiE\n", "")],
            ["Nord-Eksempel: ikke lenger bekreftet"],
        ),
        (
            [(NETWORK, "Nettverket er oppdiktet.", "Nettverket er ekte.")],
            [
                "Nord-Eksempel, merknader: «Nettverket er oppdiktet.» er endret til «Nettverket er"
                " ekte.»"
            ],
        ),
        (
            [(PEOPLE, "  epost: mette.mal@eksempel.no\n", "")],
            ["Mette Mal: e-postadresse er tatt bort (var mette.mal@eksempel.no)"],
        ),
        (
            [
                (
                    PEOPLE,
                    "ola-prove:\n  navn: Ola Prøve",
                    "nina-ny:\n  navn: Nina Ny\n  kilde: notat\n\nola-prove:\n  navn: Ole Prøve",
                )
            ],
            ["Ny kontakt: Nina Ny", "Ole Prøve: navn Ola Prøve → Ole Prøve"],
        ),
        (
            [
                (
                    "data/kilder.yml",
                    "rapport:\n",
                    "brev:\n  tittel: Et brev\n  kort: Brevet\n  utgiver: Noen\n\nrapport:\n",
                )
            ],
            ["Ny kilde: Brevet"],
        ),
        (
            [(CYCLE, "{dato: 2024-09-02}", "{dato: 2024-09-03}")],
            [
                "Arbeid endret fra 2. september 2024 til 3. september 2024: Skolene teller"
                " eksemplene sine (årshjulet 2024–2025)"
            ],
        ),
        (
            [
                (
                    NETWORK,
                    "nar: {dato: 2024-11-15}",
                    "nar: {dato: 2024-11-18}\n    flyttet_fra: 2024-11-15",
                )
            ],
            [
                "Frist flyttet fra 15. november 2024 til 18. november 2024: Nord-Eksempels frist"
                " for behov (nettverket Nord-Eksempel)"
            ],
        ),
        (
            [(CYCLE, "tittel: Eksempelseminar", "tittel: Stort seminar")],
            ["Stort seminar (årshjulet 2024–2025): tittel Eksempelseminar → Stort seminar"],
        ),
        (
            [(CYCLE, "sted: Gymsalen", "sted: Aulaen")],
            ["Skolene teller eksemplene sine (årshjulet 2024–2025): sted Gymsalen → Aulaen"],
        ),
        (
            [("data/begreper.yml", "men det kan være riktig.", "men riktig.")],
            [
                "Eksempel: forklaring Et eksempel er aldri virkelig, men det kan være riktig. → Et"
                " eksempel er aldri virkelig, men riktig."
            ],
        ),
        (
            [(ROLES, "- Telle eksemplene", "- Telle knappene")],
            [
                "Eksempelfylket, aktører, Eierne, oppgaver: «Telle eksemplene»"
                " er endret til «Telle knappene»"
            ],
        ),
        (
            [(ROLES, "- Dele dem med andre", "- Dele dem")],
            [
                "Eksempelfylket, aktører, Eierne, oppgaver, «Telle"
                " eksemplene»: punkter Telle eksemplene og Dele dem med andre → Telle eksemplene og"
                " Dele dem"
            ],
        ),
        (
            [
                (ROLES, "- Dele dem med andre", f"- {LONG}"),
            ],
            [
                "Eksempelfylket, aktører, Eierne, oppgaver, «Telle"
                f" eksemplene», punkter: «Dele dem med andre» er endret til «{LONG}»"
            ],
        ),
        (
            [(ROLES, "- Følge nettverket\n", f"- Følge nettverket\n          - {LONG}\n")],
            [
                "Eksempelfylket, aktører, UP1, oppgaver, «Følge nettverket», punkter:"
                f" «{LONG}» er nytt"
            ],
        ),
        (
            [(CYCLE, "    ved_behov: true\n", "")],
            ["Skolene teller eksemplene sine (årshjulet 2024–2025): ved behov ja → nei"],
        ),
        (
            [("data/nettsted.yml", "opphort: 2025-01-01", "opphort: 2025-02-01")],
            ["Nettsted, tidligere, «Vest-Eksempel»: opphørt 1. januar 2025 → 1. februar 2025"],
        ),
        (
            [
                (
                    "data/roller/samarbeidsforum.yml",
                    "tekst: Alle skal ha et eksempel.",
                    "tekst: Å dele.",
                )
            ],
            ["Samarbeidsforum, målsettinger: «Alle skal ha et eksempel.» er endret til «Å dele.»"],
        ),
        (
            [(NETWORK, "ppt:\n  antall: 2\n  kilde: rapport\n", "")],
            ["Nord-Eksempel: PPT er tatt bort (var kilde Rapporten og antall 2)"],
        ),
        (
            [("data/kart.json", '"hoyde": 360', '"hoyde": 361')],
            ["Kart: høyde 360 → 361"],
        ),
        (
            [("data/kart.json", ', "10,300 50,290 40,330"]', "]")],
            [
                "Kart, kommuner: 9903 90,180 200,180 380,200 300,360 120,300 og 10,300 50,290"
                " 40,330 → 90,180 200,180 380,200 300,360 120,300"
            ],
        ),
        (
            [(CYCLE, "  skoler: Skolene\n", "  skoler: Skoler\n")],
            ["Årshjulet 2024–2025, kolonner: skoler Skolene → Skoler"],
        ),
        (
            [(SOUTH, "grunn: Møtet er ikke i dette nettverket.", "grunn: Feil nettverk.")],
            [
                "Et møte i et annet nettverk (nettverket Sør-Eksempel), trukket: grunn Møtet er"
                " ikke i dette nettverket. → Feil nettverk."
            ],
        ),
        (
            [
                (
                    NETWORK,
                    "utviklingspartnere:\n",
                    (
                        "utviklingspartnere:\n  - {person: ukjent, institusjon: uei, per: 2024,"
                        " kilde: rapport}\n  - {person: mette-mal, institusjon: uie, kilde:"
                        " rapport}\n"
                    ),
                )
            ],
            [
                "Ny utviklingspartner for Nord-Eksempel: ukjent (uei) per 2024",
                "Ny utviklingspartner for Nord-Eksempel: Mette Mal (UiE)",
            ],
        ),
        (
            [
                (
                    NETWORK,
                    "institusjon: uie\n    per: 2024",
                    "institusjon: uei\n    gjelder: {fra: 2024}",
                )
            ],
            [
                "Nord-Eksempel, Kari Eksempel: per 2024 → fra 2024",
                "Nord-Eksempel, Kari Eksempel: institusjon UiE → uei",
            ],
        ),
        (
            [(NETWORK, '  - "9902"', '  - "9902"\n  - "9999"')],
            ["Kommunen 9999 er ny i nettverket Nord-Eksempel"],
        ),
        (
            [(CYCLE, "til: 2024-10-11}", "til: 2024-10-12}")],
            [
                "Seminar endret fra 10.–11. oktober 2024 til 10.–12. oktober 2024: Eksempelseminar"
                " (årshjulet 2024–2025)"
            ],
        ),
        (
            [
                (
                    CYCLE,
                    "status: vedtatt\n    flyttet_fra",
                    "status: avlyst\n    avlyst_grunn: Salen er stengt.\n    flyttet_fra",
                )
            ],
            [
                "Avlyst: Eksempelseminar (årshjulet 2024–2025), 10.–11. oktober 2024. Grunn:"
                " Salen er stengt."
            ],
        ),
        (
            [(PEOPLE, POST, ""), (PEOPLE, "prøveleder».\n", f"prøveleder».\n{POST}")],
            ["Kari Eksempel, stillinger: rekkefølgen er endret"],
        ),
        (
            [("data/tekster.yml", "veien steg for steg.", "veien steg for steg nå.")],
            [
                "tok opp behovet med eieren sin, merknader, «Rekkefølgen på leddene er vår lesning"
                " av rollene. Ingen kilde beskriver veien steg for st…»: tekst er endret"
            ],
        ),
    ],
    ids=str,
)
def test_in_words(said, edits, sentences):
    found = said(*edits)
    kommune = examine(EXAMPLE)[0].kommuner["9902"].navn
    assert found == [sentence.format(kommune) for sentence in sentences]


def test_points_that_are_alike_as_far_as_they_are_quoted(example, edit):
    edit(ROLES, "- Dele dem med andre", f"- {LONG}, {LONG}")
    before = examine(example)[0]
    edit(ROLES, f"- {LONG}, {LONG}", f"- {LONG}, {LONG} nå")
    start = f"{LONG}, {LONG}"[:89]
    assert differences(before, examine(example)[0]) == [
        f"Eksempelfylket, aktører, Eierne, oppgaver, «Telle eksemplene», punkter: «{start}…» er"
        " endret"
    ]


def test_an_event_that_comes_and_one_that_goes(said):
    found = said(
        (
            CYCLE,
            "  - id: seminar\n",
            (
                "  - id: ny\n    tittel: Noe nytt\n    type: mote\n    nar: {maned: 2025-02}\n   "
                " malgruppe: nettverk\n    status: vedtatt\n    kilde: rapport\n  - id: seminar-2\n"
            ),
        )
    )
    assert found == [
        "Ny hendelse i årshjulet 2024–2025: Noe nytt (februar 2025)",
        "Ny hendelse i årshjulet 2024–2025: Eksempelseminar (10.–11. oktober 2024)",
        "Tatt bort fra årshjulet 2024–2025: Eksempelseminar (10.–11. oktober 2024)",
    ]


def test_a_new_file_and_a_lost_one(example, said):
    text = (example / SOUTH).read_text("utf-8")
    (example / "data/nettverk/ny.yml").write_text(
        text.replace("sor-eksempel", "ny").replace("Sør-Eksempel", "Ny"), "utf-8"
    )
    (example / SOUTH).unlink()
    kommune = examine(EXAMPLE)[0].kommuner["9903"].navn
    assert said() == [
        f"Kommunen {kommune} er flyttet fra nettverket Sør-Eksempel til nettverket Ny",
        "Nytt nettverk: Kompetansenettverket Ny",
        "Nettverket Kompetansenettverket Sør-Eksempel er tatt bort",
    ]


def test_every_collection_has_words_for_what_is_new_and_what_is_gone(golden):
    """Whatever is new in the whole of the example, seen from nothing."""
    from macros.model.data import Data

    data = examine(EXAMPLE)[0]
    said = differences(Data(), data) + differences(data, Data())
    golden("nytt.txt", "\n".join(dict.fromkeys(one.partition(":")[0] for one in said)) + "\n")


def test_for_a_pull_request(example, edit):
    edit(CYCLE, "{dato: 2024-09-02}", "{dato: 2024-09-03}")
    edit(
        CYCLE,
        "tittel: Skolene teller eksemplene sine",
        'tittel: "@alle < teller > [her] #1"',
    )
    found = compare(
        examine(EXAMPLE)[0],
        examine(example)[0],
        tuple(f"finn/{number}/" for number in range(13)),
    )
    text = comparison_text(found, markdown=True)
    assert text.startswith(
        "### Endringer i opplysningene\n\n- Arbeid endret fra 2. september 2024 til 3. september"
        " 2024: @<!-- -->alle &lt; teller &gt;"
    )
    assert "### Hendelser som endres\n\n- 3\\. september 2024: " in text
    assert "### Sider som endres\n\n<details>\n<summary>13 sider</summary>\n\n- /finn/0/\n" in text
    assert "Sider som endres\n\n- /finn/0/" in comparison_text(found)
    fewer = Comparison((), tuple(f"finn/{number}/" for number in range(12)), ())
    assert "Sider som endres\n\n- /finn/0/" in comparison_text(fewer, markdown=True)


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        (SOUTH, "utviklingspartnere:", "utviklingspartnere: [", "Sør-Eksempel"),
        (CYCLE, "status: avlyst", "status: borte", "Årshjul august 2024 – juli 2025"),
        (PEOPLE, "  navn: Mette Mal", "  nvn: Mette Mal", "Mette Mal"),
        (
            PEOPLE,
            "  navn: Mette Mal",
            "  navn: [Mette Mal",
            "Kari Eksempel, Ola Prøve og Mette Mal",
        ),
        ("data/nettsted.yml", "redaktor:", "redaktor: [", "nettsted"),
    ],
)
def test_what_can_not_be_read_is_not_said_to_be_gone(example, edit, file, old, new, name):
    edit(file, old, new)
    whole, broken = examine(EXAMPLE)[0], examine(example)[0]
    for found in (compare(whole, broken, None), compare(broken, whole, None)):
        assert comparison_text(found).startswith(
            "Endringer i opplysningene\n\nIkke med her, for det kan ikke leses i en av versjonene:"
            f" {name}.\n\nSider som endres"
        )


def test_where_a_file_has_an_ending_that_is_not_read_nothing_is_said_to_be_gone(example):
    (example / SOUTH).rename(example / SOUTH.replace(".yml", ".yaml"))
    whole, less = examine(EXAMPLE)[0], examine(example)[0]
    for found in (compare(whole, less, None), compare(less, whole, None)):
        assert (found.changes, found.unread) == ((), ("Sør-Eksempel",))


def test_a_calendar_with_nothing_in_it_is_told_of_too(example):
    (example / CYCLE).unlink()
    whole = examine(example)[0]
    (example / "data/nettverk/videregaende.yml").unlink()
    less = examine(example)[0]
    told = [compare(*pair, None).feeds for pair in ((less, whole), (whole, less))]
    assert told == [
        ("nettverk-videregaende.ics: 0 inn, 0 ut, ny kalender",),
        ("nettverk-videregaende.ics: 0 inn, 0 ut, finnes ikke lenger",),
    ]


def test_nothing_changed():
    data = examine(EXAMPLE)[0]
    assert (
        comparison_text(compare(data, data, ()))
        == "Endringer i opplysningene\n\nIngen av opplysningene er endret.\n\nSider som"
        " endres\n\nIngen."
    )
    assert comparison_text(compare(data, data, None)).endswith(
        "Ukjent: en av versjonene kan ikke vises."
    )
    assert comparison_text(Comparison(("En.",), (), (), tuple("abcdef"))) == (
        "Endringer i opplysningene\n\n- En.\n\nIkke med her, for det kan ikke leses i en av"
        " versjonene: 6 oppføringer.\n\nSider som endres\n\nIngen."
    )
    assert "versjonene: a, b, c, d og e.\n" in comparison_text(
        Comparison((), (), (), tuple("abcde"))
    )


MANY_EDITS = (
    (NETWORK, '"9902"', '"9999"'),
    (NETWORK, '    orgnr: "999900003"\n', ""),
    (NETWORK, "representant:\n  person: mette-mal\n  per: 2024\n  kilde: rapport\n", ""),
    (NETWORK, "plan: https://www.eksempel.no/nord/plan\n", ""),
    (
        NETWORK,
        "under den største grana.",
        "under grana.\n    kilde: notat\n    per: 2020\n  - tekst: Og der.",
    ),
    (NETWORK, "  - tekst: Nettverket er oppdiktet.\n", "  - tekst: En.\n  - tekst: To.\n"),
    (CYCLE, "nar: {fra: 2024-10-10, til: 2024-10-11}", "ventes: {maned: 2024-10}"),
    (CYCLE, "    status: vedtatt\n    flyttet_fra: 2024-10-03\n", "    status: forelopig\n"),
    (CYCLE, "malgruppe: [skoler, nettverk]", "malgruppe: [nettverk, skoler]"),
    (CYCLE, "    status: vedtatt\n    trykt:", "    status: forelopig\n    trykt:"),
    (CYCLE, "{maned: 2025-01, del: medio}", "{maned: 2025-01, del: ultimo}"),
    (NETWORK, "  - id: skogens-skole\n    navn: Skogens skole\n", ""),
    ("data/fylke.yml", "navn: Eksempelfylket", "navn: Prøvefylket"),
    (
        "data/nettsted.yml",
        "tidligere:\n",
        "tidligere:\n  - {id: videregaende, navn: Videregående, opphort: 2024-10-01}\n",
    ),
    ("data/fylke.yml", "[uie, provehogskolen]", "[provehogskolen, uie]"),
)


def test_what_is_said_of_many_changes_and_of_the_way_back(example, edit, golden):
    for one in MANY_EDITS:
        edit(*one)
    for file in (SOUTH, "data/nettverk/videregaende.yml", "data/na.yml"):
        (example / file).unlink()
    old, new = examine(EXAMPLE)[0], examine(example)[0]
    told = (comparison_text(compare(*pair, ())) for pair in ((old, new), (new, old)))
    golden("forskjell.txt", "\n\n".join(told) + "\n")


def test_pages_that_differ():
    assert changed_pages(
        {"a.md": b"1", "b.md": b"2", "c.md": b"3", "d.ics": b"1"},
        {"a.md": b"1", "b.md": b"x", "e.md": b"5", "d.ics": b"2"},
    ) == ["b.md", "c.md", "e.md"]


def test_the_changed_text_of_a_page_is_quoted_before_and_after():
    old = (
        b"---\ntitle: X\n---\n# Nord\n\n<p>UP1 er <a href='x'>Kari</a>.</p>\n<p>Per 2022.</p>\n"
        b"<p>Uendret.</p>\n"
    )
    new = old.replace(b"Kari", "Nina Næss".encode()).replace(b"2022", b"2024")
    assert changed_texts(old, new) == (("UP1 er Kari. Per 2022.", "UP1 er Nina Næss. Per 2024."),)
    many = b"<p>Likt.</p>" * 300
    assert changed_texts(many + b"<p>Ola</p>" + many, many + b"<p>Per</p>" + many) == (
        ("Ola", "Per"),
    )
    found = Comparison((), ("nettverk/nord/",), (), texts={"nettverk/nord/": (("a", "b"),) * 4})
    assert comparison_text(found).endswith(
        "- /nettverk/nord/\n" + "  - Før: a\n  - Etter: b\n" * 3 + "  - … og 1 sted til"
    )
    fewer = Comparison((), tuple("abcde"), (), texts=dict.fromkeys("abcde", (("a", "b"),) * 3))
    assert comparison_text(fewer).endswith(
        "- /a, /b, /c, /d og /e\n" + "  - Før: a\n  - Etter: b\n" * 2 + "  - Før: a\n  - Etter: b"
    )


@pytest.mark.parametrize(
    ("same", "length", "shown"),
    [
        (120, 241, f"{'a' * 120}{'b' * 119}…"),
        (121, 241, f"…{'a' * 120}{'b' * 118}…"),
        (121, 240, f"{'a' * 121}{'b' * 119}"),
    ],
)
def test_of_a_long_text_so_much_is_quoted_that_the_difference_is_in_it(same, length, shown):
    texts = tuple("a" * same + sign * (length - same) for sign in "bc")
    told = comparison_text(Comparison((), ("x",), (), texts={"x": (texts,)}))
    assert told.endswith(f"  - Før: {shown}\n  - Etter: {shown.replace('b', 'c')}")


def test_pages_that_change_alike_are_named_together_with_what_differs():
    long = "Et langt stykke tekst. " * 20
    texts = dict.fromkeys([f"finn/{name}/" for name in "abcdefg"], ((f"{long}Før.", f"{long}Nå."),))
    found = Comparison((), ("kontakt/", *texts), (), texts=texts)
    told = comparison_text(found).partition("Sider som endres\n\n")[2].split("\n")
    assert told[:2] == [
        "- /kontakt/",
        "- /finn/a/, /finn/b/, /finn/c/, /finn/d/, /finn/e/ og 2 sider til",
    ]
    assert [line.rpartition("tekst. ")[2] for line in told[2:]] == ["Før.", "Nå."]
    assert all(len(line) < 270 and "…" in line for line in told[2:])
    same = "a" * 200
    short = Comparison((), ("b/",), (), texts={"b/": ((f"{same}Før.", f"{same}Nå."), ("", "c"))})
    assert comparison_text(short).endswith(
        f"  - Før: {same}Før.\n  - Etter: {same}Nå.\n  - Etter: c"
    )
    many = Comparison((), tuple("abcdef"), (), texts=dict.fromkeys("abcdef", (("a", ""),) * 5))
    assert "- /a, /b, /c, /d, /e og 1 side til\n" in comparison_text(many)
    assert comparison_text(many).endswith("\n  - … og 2 steder til")
    gone = Comparison((), ("b/",), (), texts={"b/": (("a", ""),)})
    assert comparison_text(gone).endswith("- /b/\n  - Før: a")
