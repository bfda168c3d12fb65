"""The real data about schemes, money and what belongs elsewhere, against the sources."""

import re
from datetime import date

from test_facts import DATA, FILES

OURS = ("kilder", "institusjoner", "kontakter", "ordninger", "kommuner", "nettsted", "nettverk/")


def test_schemes_end_and_begin_at_new_year_2026():
    last, first = ({id: ordning.status(day) for id, ordning in DATA.ordninger.items()} for day in (date(2025, 12, 31), date(2026, 1, 1)))
    old = ("dekom", "rekom", "kompetanseloftet")
    assert last == dict.fromkeys(old, "gjelder") | {"oppfolgingsordningen": "ukjent", "kollektiv-kompetanseutvikling": "kommer"}
    assert first == dict.fromkeys(old, "avsluttet") | {"oppfolgingsordningen": "ukjent", "kollektiv-kompetanseutvikling": "gjelder"}
    assert {DATA.ordninger[id].avlost_av for id in old} == {"kollektiv-kompetanseutvikling"}


def test_money_has_its_source_and_its_year():
    rules = [utsagn for ordning in DATA.ordninger.values() for utsagn in ordning.penger]
    [share] = [utsagn for utsagn in rules if "30 prosent" in utsagn.tekst]
    assert (share.kilde, share.tidfesting, len(share.merknader)) == (("ilu-rapport-2021",), "per 2021", 1)
    [pool] = [utsagn for utsagn in rules if "fem millioner" in utsagn.tekst]
    assert (pool.kilde, pool.tidfesting) == (("notat-2018",), "per 2. mai 2018")
    assert "udatert" not in {utsagn.tidfesting for utsagn in rules}
    drafts = [utsagn for utsagn in DATA.ordninger["kollektiv-kompetanseutvikling"].om if "udir-utkast" in utsagn.kilde]
    assert drafts and all("utkast" in utsagn.tekst and utsagn.merknader for utsagn in drafts)


def test_nothing_from_another_county_and_no_repealed_regulation():
    assert [name for name, text in FILES.items() if "3201" in text] == []
    ours = {name: text for name, text in FILES.items() if name.startswith(OURS) and name != "kilder.yml"}
    assert len(ours) >= 16
    assert [name for name, text in ours.items() if "nordland-2020" in text or re.search(r"\b[46]0 ?(%|prosent)", text)] == []


def test_what_only_the_owner_knows_has_its_place():
    assert {"behovsmelding", "beslutningsgrunnlag", "rapportering"} <= set(DATA.nettsted.skjemaer)
