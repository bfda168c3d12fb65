"""The real data against tables typed from the sources, with the spellings that the sources print.

Only what still rests on these sources is compared: editors replace it, and what they write is
theirs. What they close stays.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from macros.reading.load import load

ROOT = Path(__file__).parents[2]
DATA = load(ROOT).data
FILES = {
    file.relative_to(ROOT / "data").as_posix(): file.read_text("utf-8")
    for file in (ROOT / "data").rglob("*.yml")
}

# The table of the framework: network | kommuner | friskoler | representative 2024 | schools | PPT |
# institution | UP1 2022
TABLE = """
trondheim-malvik | Trondheim, Malvik | Tomasskolen, Nidelven skole, Steinerskolen i Trondheim, Steinerskolen på Rotvoll, Momo Waldorfskole, Birralee International School, Trondheim Idrettsungdomsskole, Trondheim Montessoriskole, Nidaros Idrettsungdomsskole | Mikael Lyngstad | 62 + 10 | 6 | ntnu | Elin B. Morud, Trygve Kvithyll
fosen | Osen, Ørland, Åfjord, Indre Fosen | Skaugdalen montessoriskole, Fagerenget montessoriskole | Reidun S. Dypaune | 17 + 2 | 3 | ntnu | Mette Meidell, Eskil Braseth
gauldal | Holtålen, Røros, Midtre Gauldal, Rennebu, Oppdal, Melhus | Voll skole, Vollan skole, Øya vg (grunnskoleavd.) | Hilde Brandegg | 26 + 3 | 5 | ntnu | Helen Murray, May B Postholm, Lise Sandvik
trondelag-sorvest | Skaun, Frøya, Orkland, Hitra, Rindal, Heim | Løkken montessoriskole | Margit Kristensen Myrseth | 35 + 1 | 5 | ntnu | Cecilie Skaalvik, May B Postholm, Mari-Ann Letnes
midtre-namdal | Namsos, Overhalla, Flatanger | Bjørkly kristne skole, Overhalla montessoriskole | Knut Storeide | 15 + 2 | 1 | nord | Ole P Vestheim
indre-namdal | Røyrvik, Namsskogan, Lierne, Høylandet, Grong | | Fredrik Steinsvik | 9 + 0 | 1 | nord | Ole P Vestheim
verdal-levanger | Verdal, Levanger | Helgådal montessoriskole, Markabygda montessoriskole, Vårtun kristne skole | Birgit Bremer Mejdal | 16 + 3 | 2 | nord | Ole P Vestheim
innherred | Steinkjer, Inderøy, Snåsa | Snåsa montessoriskole, Steinkjer montessoriskole, Innherred kristen skole | Gisle Kristian Almlid-Larsen | 22 + 3 | 1 | nord | Ole P Vestheim
vaernesregionen | Stjørdal, Meråker, Frosta, Selbu, Tydal | Flora montessoriskole, Fagerhaug kristne skole, Fagerhaug International School | Ann Kristin Geving | 20 + 3 | 1 | ntnu | Lise Sandvik, Mette Meidel
ytre-namdal | Nærøysund, Leka | Val skole | Kirsti S. Fjær | 7 + 1 | 1 | ntnu | Eskil Braseth, Astrid Bondø
videregaende | | Aglo videregående skole, Bybroen videregående skole, Kristen videregående skole i Trøndelag, Lukas videregående skole, Momo Waldorf skole AS, Skansen videregående skole – Steinerskole, Val videregående skoler AS, Øya videregående skole | Tarjei Moen | 32 + 8 | 1 | ntnu | Elin B Morud
"""  # noqa: E501  as typed from the source, a line each
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]

KOMMUNER = """5001 Trondheim, 5006 Steinkjer, 5007 Namsos, 5014 Frøya, 5020 Osen, 5021 Oppdal, 5022 Rennebu, 5025 Røros, 5026 Holtålen,
5027 Midtre Gauldal, 5028 Melhus, 5029 Skaun, 5031 Malvik, 5032 Selbu, 5033 Tydal, 5034 Meråker, 5035 Stjørdal, 5036 Frosta, 5037 Levanger,
5038 Verdal, 5041 Snåsa, 5042 Lierne, 5043 Røyrvik, 5044 Namsskogan, 5045 Grong, 5046 Høylandet, 5047 Overhalla, 5049 Flatanger, 5052 Leka,
5053 Inderøy, 5054 Indre Fosen, 5055 Heim, 5056 Hitra, 5057 Ørland, 5058 Åfjord, 5059 Orkland, 5060 Nærøysund, 5061 Rindal"""  # noqa: E501  as typed from the source, a line each
OFFICIAL = {
    "Trondheim – Tråante",
    "Steinkjer – Stïentje",
    "Namsos – Nåavmesjenjaelmie",
    "Rosse – Røros",
    "Levanger – Levangke",
    "Snåase – Snåsa",
    "Raarvihke – Røyrvik",
}
FORMER = {
    "Trondheim": "Klæbu",
    "Steinkjer": "Verran",
    "Namsos": "Fosnes Namdalseid",
    "Indre Fosen": "Leksvik Rissa",
    "Heim": "Hemne Halsa Snillfjord",
    "Hitra": "Snillfjord",
    "Ørland": "Bjugn",
    "Åfjord": "Roan",
    "Orkland": "Orkdal Meldal Agdenes Snillfjord",
    "Nærøysund": "Vikna Nærøy",
}

EMAILS = {
    "Katrine Iversen": "katrine.iversen@nord.no",
    "Elin Bø Morud": "elin.morud@ntnu.no",
    "Ingfrid Thowsen": "ingfrid.thowsen@ntnu.no",
    "Anna Ruth Grüters": "ruth.gruters@ntnu.no",
}
CONTACT_POINTS = {*EMAILS, "Bjørn Rist", "Ragnhild Sperstad Lyng"}
SURNAMES_OF_OTHERS = [
    "Melby",
    "Røttereng",
    "Tronvoll",
    "Øyum",
    "Hagerup",
    "Nyhagen",
    "Mikkelsen",
    "Aasen",
    "Dehlin",
]


# The sources that the tables are typed from, of the networks and of the kommuner.
TYPED = {
    "rammeverk-2023",
    "notat-2018",
    "ilu-rapport-2021",
    "presentasjon-2019",
    "skoleregisteret",
    "kartverket",
    "ssb-klass",
}


def typed(fact) -> bool:
    """Whether a fact is there, and still rests on these sources alone.

    A fact that an editor has renewed has another.
    """
    return fact is not None and set(fact.kilde) <= TYPED


def names(text: str) -> list[str]:
    """«a, b» as a list; nothing as an empty one."""
    return [name.strip() for name in text.split(",") if name.strip()]


def spellings(person: str) -> set[str]:
    kontakt = DATA.kontakter[person]
    return {kontakt.navn, *kontakt.skrivemater}


def printed_elsewhere(column: int, id: str) -> set[str]:
    """What the table prints in the rows of other networks."""
    return {name for row in ROWS if row[0] != id for name in names(row[column])}


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[0] in DATA.nettverk], ids=lambda row: row[0]
)
def test_a_network_says_what_its_row_prints(row):
    id, _kommuner, friskoler, representative, schools, ppt, institution, partners = row
    nettverk = DATA.nettverk[id]
    owners, named = (
        [DATA.kommuner[nr].navn for nr in nettverk.kommuner],
        {skole.navn for skole in nettverk.friskoler},
    )
    assert not typed(nettverk) or not set(owners) & printed_elsewhere(1, id)
    assert named & printed_elsewhere(2, id) <= set(names(friskoler))
    assert not typed(nettverk.representant) or representative in spellings(
        nettverk.representant.person
    )
    assert (
        not typed(nettverk.skoler)
        or named != set(names(friskoler))
        or f"{nettverk.skoler.offentlige} + {nettverk.skoler.private}" == schools
    )
    assert not typed(nettverk.ppt) or nettverk.ppt.antall == int(ppt)
    found = [
        partner
        for partner in nettverk.utviklingspartnere
        if typed(partner) and not (partner.gjelder and partner.gjelder.fra)
    ]
    assert {partner.institusjon for partner in found} <= {institution}
    assert all(spellings(partner.person) & set(names(partners)) for partner in found)


@pytest.mark.parametrize("nettverk", DATA.nettverk.values(), ids=lambda nettverk: nettverk.id)
def test_each_column_has_the_date_of_its_heading(nettverk):
    assert {
        partner.tidfesting
        for partner in nettverk.utviklingspartnere
        if typed(partner) and not partner.gjelder
    } <= {"per 2022"}
    assert not typed(nettverk.representant) or nettverk.representant.tidfesting == "per 2024"
    assert {count.tidfesting for count in (nettverk.skoler, nettverk.ppt) if typed(count)} <= {
        "udatert"
    }


def test_totals_of_the_table():
    regional = [nettverk for nettverk in DATA.nettverk.values() if nettverk.slag == "regionalt"]
    as_printed = [(row[0], len(names(row[2]))) for row in ROWS] == [
        (id, len(DATA.nettverk[id].friskoler)) for id, *_ in ROWS if id in DATA.nettverk
    ]
    if (
        not as_printed
        or len(DATA.nettverk) > len(ROWS)
        or not all(
            typed(count)
            for nettverk in DATA.nettverk.values()
            for count in (nettverk.skoler, nettverk.ppt)
        )
    ):
        pytest.skip("nettverkene eller tallene er nyere enn kildens")
    upper = DATA.nettverk["videregaende"]
    assert (len(regional), upper.slag) == (10, "videregaende")
    assert (
        sum(n.skoler.offentlige for n in regional),
        sum(n.skoler.private for n in regional),
    ) == (229, 28)
    assert (upper.skoler.offentlige, upper.skoler.private) == (32, 8)
    assert (sum(n.ppt.antall for n in regional), upper.ppt.antall) == (26, 1)
    assert (sum(len(n.friskoler) for n in regional), len(upper.friskoler)) == (27, 8)


def test_friskoler_in_two_networks_are_one_school_each():
    printed = {
        "momo-waldorfskole": {"trondheim-malvik", "videregaende"},
        "oya-videregaende-skole": {"gauldal", "videregaende"},
        "val-skole": {"ytre-namdal", "videregaende"},
    }
    assert all(
        {nettverk.id for nettverk, _ in DATA.friskoler[id]} <= networks
        for id, networks in printed.items()
        if id in DATA.friskoler
    )
    assert len(DATA.friskoler) == len(
        {skole.id for nettverk in DATA.nettverk.values() for skole in nettverk.friskoler}
    )


def test_every_kommune_has_its_number_and_is_in_one_regional_network():
    printed = dict(line.split(" ", 1) for line in names(KOMMUNER))
    assert {
        nr: kommune.navn
        for nr, kommune in DATA.kommuner.items()
        if typed(kommune) and nr in printed
    }.items() <= printed.items()
    assert Counter(
        nr for nettverk in DATA.nettverk.values() for nr in nettverk.kommuner
    ) == dict.fromkeys(DATA.kommuner, 1)


def test_names_of_kommuner_sami_and_former():
    assert {kommune.alle_navn for kommune in DATA.kommuner.values()} >= OFFICIAL
    assert all(
        kommune.samisk in kommune.offisielt.split(" – ")
        for kommune in DATA.kommuner.values()
        if kommune.samisk
    )
    former = {
        kommune.navn: {old.navn for old in kommune.tidligere} for kommune in DATA.kommuner.values()
    }
    assert all(
        set(old.split()) <= former[today] for today, old in FORMER.items() if today in former
    )
    assert {"Heim", "Hitra", "Orkland"} & set(former) <= {
        kommune.navn
        for kommune in DATA.kommuner.values()
        for old in kommune.tidligere
        if old.del_av
    }


def test_people_are_those_with_a_public_role():
    roles = {
        nettverk.representant.person for nettverk in DATA.nettverk.values() if nettverk.representant
    }
    roles |= {
        partner.person
        for nettverk in DATA.nettverk.values()
        for partner in nettverk.utviklingspartnere
    }
    if all(
        typed(nettverk.representant) and nettverk.utviklingspartnere
        for nettverk in DATA.nettverk.values()
    ):
        assert {
            kontakt.navn
            for id, kontakt in DATA.kontakter.items()
            if typed(kontakt) and id not in roles
        } <= CONTACT_POINTS - {"Elin Bø Morud"}
    everything, new = (
        "\n".join(FILES.values()),
        " ".join(kontakt.navn for kontakt in DATA.kontakter.values() if not typed(kontakt)),
    )
    assert [name for name in SURNAMES_OF_OTHERS if name in everything and name not in new] == []


def test_ways_to_reach_people_are_printed_ones_with_their_date():
    reachable = {
        kontakt.navn: kontakt
        for kontakt in DATA.kontakter.values()
        if kontakt.kan_nas and typed(kontakt)
    }
    printed = dict.fromkeys(EMAILS, "2018") | {"Anna Ruth Grüters": "2021-12-15"}
    assert {name: (kontakt.epost, str(kontakt.per)) for name, kontakt in reachable.items()} == {
        name: (EMAILS[name], printed[name]) for name in reachable
    }
    assert {(name, kontakt.telefon) for name, kontakt in reachable.items() if kontakt.telefon} <= {
        ("Anna Ruth Grüters", "73 55 98 99")
    }
    assert {
        name: text
        for name, text in FILES.items()
        if (
            name not in ("kontakter.yml", "skoler.yml")
            and re.search(r"(?<![\d-])[49](?: ?\d){7}(?![\d-])", text)
        )
        or "@fylkesmannen" in text
    } == {}


def test_those_in_brackets_and_those_without_a_known_place_stay_so():
    assert not typed(DATA.kontakter.get("jan-ole-pedersen"))
    typed_seats = [
        nettverk.representant for nettverk in DATA.nettverk.values() if typed(nettverk.representant)
    ]
    assert all(
        DATA.kontakter[seat.person].institusjon is None
        for seat in typed_seats
        if typed(DATA.kontakter[seat.person])
    )


def test_nothing_is_said_to_have_been_that_the_sources_only_plan_or_leave_open():
    """An ordinary meeting, a seminar that was held, one letter under two names, a slide with the
    date of another, a sum in kroner.
    """
    assert "et ordinært møte" not in FILES["arshjul/monster.yml"]
    assert "hovedtillitsvalgte møttes" not in FILES["historie.yml"]
    assert "Det er det samme brevet" not in FILES["saksgang.yml"]
    assert not [
        utsagn
        for utsagn in DATA.samarbeidsforum.om
        if utsagn.tidfesting == "per 20. mars 2019" and "UP1" in utsagn.tekst
    ]
    notes = [
        line
        for text in FILES.values()
        for line in text.splitlines()
        if "Kilden skriver «fem millioner»" in line
    ]
    assert all("valuta" in note for note in notes)


# Of the scheme that has ended, in the present tense.
PRESENT = [
    "har ikke ansvar for å inngå avtaler",
    "Forumet innstiller, og Statsforvalteren vedtar",
    "(leder forumet)",
    "er ett av fagmiljøene et nettverk kunne",
    "Eierne er Trøndelag fylkeskommune",
]


@pytest.mark.parametrize("words", PRESENT)
def test_what_was_is_not_told_as_what_is(words):
    assert not [file for file, text in FILES.items() if words in text]
