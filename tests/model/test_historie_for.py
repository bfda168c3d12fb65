"""Who is history, and what is still so: what nobody has said the end of goes on."""

from datetime import date

import pytest

from macros.model.fakta import Bekreftet, Gjelder, Utsagn
from macros.model.kontakter import Kontakt
from macros.model.verv import Verv, er_historie

OLD = {"kilde": "notat", "navn": "Kari Eksempel", "per": "2020"}
POST = {"kilde": "notat", "tekst": "Leder"}


@pytest.mark.parametrize(
    ("time", "last", "history", "current"),
    [
        ({}, date.min, False, True),
        ({"per": "2020"}, date(2020, 12, 31), True, True),
        ({"per": "2021-01-01"}, date(2021, 1, 1), False, True),
        ({"gjelder": {"fra": "2018"}}, date.max, False, True),
        ({"gjelder": {"fra": "2018", "til": "2020"}}, date(2020, 12, 31), True, False),
        ({"gjelder": {"til": "2021-01"}}, date(2021, 1, 31), False, False),
    ],
    ids=str,
)
def test_what_may_stand_without_an_end(time, last, history, current):
    fact, old = Utsagn.model_validate(POST | time), Kontakt.model_validate(OLD)
    posted = old.model_copy(update={"stillinger": (fact,)})
    assert fact.rekker_til == last
    assert posted.stilling == ("Leder" if current else None)
    assert [
        er_historie(Kontakt.model_validate(OLD | {"per": None} | time), ()),
        er_historie(posted, ()),
        er_historie(old, [Verv("UP1", None, fact)]),
    ] == [history] * 3
    confirmed = Bekreftet.model_validate({"dato": "2020-01-15", "av": "UiE"})
    assert not er_historie(posted.model_copy(update={"bekreftet": confirmed}), ())


def test_both_ends_of_a_span_belong_to_it():
    span = Gjelder.model_validate({"fra": "2020", "til": "2021-06"})
    assert [span.har_begynt(day) for day in (date(2019, 12, 31), date(2020, 1, 1))] == [False, True]
    assert [span.er_over(day) for day in (date(2021, 6, 30), date(2021, 7, 1))] == [False, True]
