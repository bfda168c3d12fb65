"""The schools, and the kommuner elsewhere, as they stand in the real data."""

import shutil

from conftest import ROOT

from macros.model.skoler import name_key, readable
from macros.reading.load import load

DATA = load(ROOT).data
REGISTER = DATA.skoleregister
# What is no ordinary school, by the words that its name has.
OTHERS = ("voksenopplæring", "fengsel", "sykehus", "hospital", "bibelskole", "privatist", "newton")


def test_every_school_has_a_name_that_people_read_and_no_other_kind_of_unit_is_among_them():
    for orgnr, skole in REGISTER.skoler.items():
        assert readable(skole.navn) == skole.navn and skole.navn not in skole.andre_navn, orgnr
        assert not any(word in skole.navn.lower() for word in OTHERS), orgnr
        assert skole.trinn and len(set(skole.alle_navn)) == len(skole.alle_navn), orgnr
    assert not set(REGISTER.utelatt) & set(REGISTER.skoler)


def test_every_school_has_a_time_and_a_source_whose_licence_is_shown():
    stands = REGISTER.stander(REGISTER.skoler.values())
    assert sum(number for _, number in stands) == len(REGISTER.skoler)
    for stand, _ in stands:
        assert stand.per and all(DATA.kilder[id].lisens for id in stand.kilde), stand


def test_a_named_friskole_is_where_the_register_has_it_and_known_by_its_name_there():
    for listed in DATA.friskoler.values():
        names = {name_key(name) for _, friskole in listed for name in friskole.alle_navn}
        for _, friskole in listed:
            if skole := REGISTER.skoler.get(friskole.orgnr):
                assert skole.privat and friskole.kommune == skole.kommune, friskole.id
                assert names & set(map(name_key, skole.alle_navn)), friskole.id


def test_every_public_school_leads_to_a_page_that_lists_it():
    listed = [orgnr for schools in DATA.skoler_etter_side.values() for orgnr in schools]
    assert sorted(listed) == sorted(DATA.andre_skoler) and set(DATA.skoler_etter_side) <= set(
        DATA.steder
    )
    public = {orgnr for orgnr, skole in REGISTER.skoler.items() if not skole.privat}
    assert public <= set(listed)


def test_no_kommune_of_ours_is_among_those_elsewhere():
    names = DATA.andre_kommuner.navn
    assert not set(names) & {kommune.navn for kommune in DATA.kommuner.values()}
    assert len(set(names)) == len(names)


def test_a_school_may_be_added_and_another_taken_away(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = tmp_path / "data" / "skoler.yml"
    kept = file.read_text("utf-8").rstrip("\n").rpartition("\n")[0]
    new = '  "999999999": {navn: Nygrend skole, kommune: "5014", trinn: [grunnskole], per: 2027}\n'
    file.write_text(f"{kept}\n{new}", "utf-8")
    reading = load(tmp_path)
    assert reading.problems == () and "999999999" in reading.data.skoler_etter_side["froya"]
