"""What is asked of all the data, of a collection and of its files, also where nothing was read."""

import pytest
from conftest import EXAMPLE

from macros.model.data import Data
from macros.model.fakta import Bekreftet, Merknad
from macros.model.fields import Kind
from macros.model.listing import listing
from macros.model.maler import Felt
from macros.model.nettverk import Nettverk
from macros.model.order import order
from macros.model.roller import Oppgaver
from macros.model.samlinger import SAMLING, samling_of
from macros.model.skoler import Skole
from macros.reading.load import load


def test_what_is_asked_of_files_that_could_not_be_read_has_an_answer():
    nothing = Data()
    assert not nothing.alle_bekreftet and not nothing.fylkeskommune and not nothing.fylkets_side
    assert (nothing.tidligere_nettverk, nothing.nytt, nothing.tops) == ((), "", ())
    assert (nothing.aktorer, nothing.steder, nothing.skoler_etter_side) == ({}, {}, {})
    assert nothing.rad("2023-2025/ukjent") is None
    assert nothing.kalendere["alle"].om == "Alle felles frister og møter i fylket."


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_several_are_said_in_a_sentence(words, said):
    assert listing(words) == said


@pytest.mark.parametrize(
    ("orgnr", "kommune", "trinn", "found"),
    [
        ("999900003", "9903", ("grunnskole",), "Nord-Eksempel"),
        ("999900003", "9901", (), None),
        ("1", "9901", ("grunnskole",), "Nord-Eksempel"),
        ("1", "9902", ("grunnskole",), None),
    ],
)
def test_a_school_is_a_named_one_by_its_number_or_by_name_level_and_kommune(
    orgnr, kommune, trinn, found
):
    skole = Skole(navn="Lek og lær friskole", kommune=kommune, trinn=trinn, privat=True)
    network = load(EXAMPLE).data.nettverk_som_navngir(orgnr, skole)
    assert (network and network.kortnavn) == found


def test_an_editor_is_told_the_file_or_the_folder_of_a_collection():
    assert [SAMLING[name].where for name in ("nettverk", "kilder")] == [
        "mappen data/nettverk/",
        "data/kilder.yml",
    ]


@pytest.mark.parametrize(
    ("file", "collection"),
    [("roller/faser.yml", "faser"), ("roller/eksempel.yml", "roller"), ("ukjent.yml", None)],
)
def test_a_file_that_is_named_goes_before_its_folders(file, collection):
    found = samling_of(file)
    assert (found and found.collection) == collection


def test_tasks_begin_with_their_source():
    assert order(Oppgaver) == [
        "kilde",
        "per",
        "gjelder",
        "faser",
        "navn_i_kilden",
        "forslag",
        "punkter",
        "merknader",
    ]


def test_what_a_field_holds_is_known_though_it_may_be_left_out():
    network = Kind(Nettverk)
    assert (network.step("bekreftet").record, network.step("plan").record) == (Bekreftet, None)
    assert (Kind(Felt).step("rader").is_number, network.step("plan").is_number) == (True, False)
    assert network.step("friskoler").step(0).step("merknader").step(1).record is Merknad
