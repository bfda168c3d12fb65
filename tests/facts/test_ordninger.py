"""The real data about schemes, money and what belongs elsewhere, against the sources."""

import re
from datetime import date

from conftest import as_typed
from facts.test_nettverk_og_kontakter import DATA, FILES, typed

OURS = ("kilder", "institusjoner", "kontakter", "ordninger", "kommuner", "nettsted", "nettverk/")


def test_schemes_end_and_begin_at_new_year_2026():
    last, first = (
        {id: ordning.status(day) for id, ordning in DATA.ordninger.items()}
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    )
    old, new = ("dekom", "rekom", "kompetanseloftet"), "kollektiv-kompetanseutvikling"
    assert (dict.fromkeys(old, "gjelder") | {new: "kommer"}).items() <= last.items()
    assert (dict.fromkeys(old, "avsluttet") | {new: "gjelder"}).items() <= first.items()
    assert {DATA.ordninger[id].avlost_av for id in old} == {"kollektiv-kompetanseutvikling"}


def test_money_has_its_source_and_its_year():
    rules = [utsagn for ordning in DATA.ordninger.values() for utsagn in ordning.penger]
    old = [utsagn for utsagn in rules if typed(utsagn)]
    assert {
        (utsagn.kilde, utsagn.tidfesting) for utsagn in old if "30 prosent" in utsagn.tekst
    } <= {(("ilu-rapport-2021",), "per 2021")}
    assert {
        (utsagn.kilde, utsagn.tidfesting) for utsagn in old if "fem millioner" in utsagn.tekst
    } <= {(("notat-2018",), "per 2. mai 2018")}
    assert "udatert" not in {utsagn.tidfesting for utsagn in old}
    drafts = [
        utsagn
        for utsagn in DATA.ordninger["kollektiv-kompetanseutvikling"].om
        if "udir-utkast" in utsagn.kilde
    ]
    as_typed(
        all("utkast" in utsagn.tekst and utsagn.merknader for utsagn in drafts),
        "det som står om utkastet",
    )


def test_nothing_from_another_county_and_no_repealed_regulation():
    assert [name for name, text in FILES.items() if re.search(r"\b3201\b", text)] == []
    ours = {
        name: text for name, text in FILES.items() if name.startswith(OURS) and name != "kilder.yml"
    }
    assert len(ours) >= 16
    assert [name for name, text in ours.items() if "nordland-2020" in text] == []
    assert [
        utsagn
        for ordning in DATA.ordninger.values()
        for utsagn in ordning.penger
        if typed(utsagn) and re.search(r"\b[46]0 ?(%|prosent)", utsagn.tekst)
    ] == []


def test_what_only_the_owner_knows_has_its_place():
    assert {"behovsmelding", "beslutningsgrunnlag", "rapportering"} <= set(DATA.nettsted.skjemaer)
