"""The school register when it answers badly or not at all: clear words, and nothing written."""

import json
import socket
from contextlib import nullcontext
from datetime import date

import pytest
import requests
from made_up_register import SAME, SKOLER, answer, lines, say, unit
from small_server import HTML, Reply
from urllib3.exceptions import NameResolutionError

from macros.model.skoler import Skole
from macros.outside import web
from macros.outside.skoleregister.answers import RegisterError, Unit
from macros.outside.skoleregister.merge import merge
from macros.outside.skoleregister.source import Found

NOTHING = "\nIngenting er endret.\n"
NEW_FORM = "Registeret kan ha fått ny form"


WRONG = [
    (
        Reply(b"<!doctype html><title>Logg inn</title>", HTML),
        "svaret er en nettside, ikke data. Er adressen riktig?",
    ),
    (Reply(b"{}", HTML), "svaret er en nettside, ikke data. Er adressen riktig?"),
    (Reply(b"\n <html>"), "svaret er en nettside, ikke data. Er adressen riktig?"),
    (
        Reply(b"navn;nummer", "text/csv"),
        "svaret er av typen «text/csv», ikke JSON. Er adressen riktig?",
    ),
    (Reply(b"{}", ""), "svaret er av typen «ukjent», ikke JSON. Er adressen riktig?"),
    (
        Reply(b'{"EnhetListe": [{"Organ'),
        "svaret er ikke hel JSON. Kanskje ble det avbrutt på veien",
    ),
    (Reply(b"\xff\xfe\x00"), "svaret er ikke hel JSON. Kanskje ble det avbrutt på veien"),
    (Reply(b"[" * 100_000), "svaret er ikke hel JSON. Kanskje ble det avbrutt på veien"),
    (
        Reply(b'[{"OrgNr": "100000008", "Navn": "x", "KommuneNr": "9902"}]'),
        (
            "svaret har formen til versjon 3 av registeret. Vi leser versjon 4:"
            " https://data-nsr.udir.no/v4"
        ),
    ),
    (
        Reply(b'{"EnhetListe": [{"Orgnr": "100000008", "Navn": "x", "Kommunenr": "9902"}]}'),
        (
            "svaret har formen til versjon 3 av registeret. Vi leser versjon 4:"
            " https://data-nsr.udir.no/v4"
        ),
    ),
    (Reply(b"[]"), f"svaret mangler listen «EnhetListe». {NEW_FORM}"),
    (
        Reply(b'{"Message": "An error has occurred."}'),
        f"svaret mangler listen «EnhetListe». {NEW_FORM}",
    ),
    (Reply(b'{"EnhetListe": {}}'), f"svaret mangler listen «EnhetListe». {NEW_FORM}"),
    (Reply(b"null"), f"svaret mangler listen «EnhetListe». {NEW_FORM}"),
    (answer(), "listen er tom. Det kan ikke stemme"),
    (answer(AntallSider=0, TotaltAntallEnheter=0), "listen er tom. Det kan ikke stemme"),
    (
        answer(unit("100000016", "Lia", "9902", ErAktiv=False)),
        "svaret har ingen aktive skoler i kommunen. Er kommunenummeret nytt?",
    ),
    (
        answer(*SAME["9902"], TotaltAntallEnheter=12),
        (
            "svaret er ikke helt. Det har 1 av 12 enheter («TotaltAntallEnheter»), på 1 sider"
            " («AntallSider»)"
        ),
    ),
    *(
        (
            answer(*SAME["9902"], **counts),
            f"«AntallSider» og «TotaltAntallEnheter» skal være tall. {NEW_FORM}",
        )
        for counts in (
            {"AntallSider": "to"},
            {"AntallSider": -1},
            {"TotaltAntallEnheter": "to"},
            {"TotaltAntallEnheter": True},
        )
    ),
    (
        answer(*SAME["9902"], AntallSider=4000),
        "registeret sier at svaret er på 4000 sider. Det kan ikke stemme",
    ),
    (
        Reply(b"{}", status=404),
        "registeret kjenner ikke kommunen (404). Er nummeret i data/kommuner.yml riktig?",
    ),
]
FIELDS = [
    ("Organisasjonsnummer", 100000016),
    ("Navn", None),
    ("Navn", " "),
    ("Kommunenummer", 9902),
    ("ErAktiv", "true"),
    ("ErSkole", None),
    ("ErGrunnskole", 1),
    ("ErVideregaaendeSkole", None),
    ("ErPrivatskole", "nei"),
    ("Skolekategorier", None),
    ("Skolekategorier", ["1"]),
    ("Skolekategorier", [{"id": "1"}]),
]


@pytest.mark.parametrize(("reply", "why"), WRONG)
def test_a_wrong_answer_is_explained_and_nothing_is_written(example, register, fetch, reply, why):
    before = (example / SKOLER).read_bytes()
    register.replies["/v4/enheter/kommune/9902"] = reply
    assert fetch(register.address) == (1, f"Prøvedal (9902): {why}.{NOTHING}".replace("?.", "?"))
    assert (example / SKOLER).read_bytes() == before and sorted(
        file.name for file in (example / "data").glob("skoler*")
    ) == ["skoler.yml"]


@pytest.mark.parametrize(("key", "value"), FIELDS)
def test_a_unit_of_another_shape_stops_too(example, register, fetch, key, value):
    say(register, "9902", SAME["9902"][0], unit("100000059", "Ny", "9902") | {key: value})
    assert fetch(register.address) == (
        1,
        (
            f"Prøvedal (9902), enhet 2: «{key}» mangler, eller er av et annet slag enn før."
            f" {NEW_FORM}.{NOTHING}"
        ),
    )
    say(register, "9902", SAME["9902"][0], "ikke en enhet")
    assert fetch(register.address) == (
        1,
        f"Prøvedal (9902), enhet 2: dette er ikke en enhet. {NEW_FORM}.{NOTHING}",
    )


def test_a_unit_without_a_number_is_no_unit_of_version_3(register, fetch):
    say(register, "9902", {"Navn": "Lia"})
    assert fetch(register.address)[1].startswith("Prøvedal (9902), enhet 1: «ErAktiv» mangler")


@pytest.mark.parametrize("status", [400, 401, 403, 500, 503])
def test_an_error_is_tried_again_only_where_it_may_pass(register, fetch, status):
    register.replies["/v4/enheter/kommune/9901"] = Reply(b"", HTML, status)
    url = f"{register.address}/v4/enheter/kommune/9901"
    assert fetch(register.address) == (
        1,
        f"Eksempelby (9901): {url} svarte med feil {status}. Prøv igjen senere.{NOTHING}",
    )
    assert len(register.asked) == (3 if status >= 500 else 1)


def test_what_passes_by_itself_is_no_error(register, fetch):
    path = "/v4/enheter/kommune/9902"
    register.replies[path] = [Reply(b"", HTML, 503), Reply(b"{", short=50), answer(*SAME["9902"])]
    assert fetch(register.address)[0] == 0 and register.paths.count(path) == 3


def test_an_answer_that_breaks_off_is_no_answer(register, fetch):
    register.replies["/v4/enheter/kommune/9901"] = Reply(
        json.dumps({"EnhetListe": SAME["9901"]}).encode(), short=1
    )
    assert fetch(register.address) == (
        1,
        f"{register.address}/v4/enheter/kommune/9901 brøt av midt i svaret.{NOTHING}",
    )


def test_pages_are_followed_and_must_add_up(example, register, fetch):
    path, more = "/v4/enheter/kommune/9902", unit("100000059", "Andre side", "9902")
    register.replies[path] = answer(*SAME["9902"], AntallSider=2, TotaltAntallEnheter=2)
    register.replies[f"{path}?sidenummer=2"] = answer(more, AntallSider=2, TotaltAntallEnheter=2)
    assert fetch(register.address)[0] == 0 and any("Andre side" in line for line in lines(example))
    register.replies[f"{path}?sidenummer=2"] = answer(
        more, more, AntallSider=2, TotaltAntallEnheter=2
    )
    assert fetch(register.address) == (
        1,
        (
            "Prøvedal (9902): svaret er ikke helt. Det har 3 av 2 enheter («TotaltAntallEnheter»),"
            f" på 2 sider («AntallSider»).{NOTHING}"
        ),
    )
    register.replies[f"{path}?sidenummer=2"] = answer()
    assert fetch(register.address) == (
        1,
        f"Prøvedal (9902), side 2: listen er tom. Det kan ikke stemme.{NOTHING}",
    )


def test_many_schools_gone_at_once_is_a_broken_answer(example, register, fetch):
    text = (example / SKOLER).read_text("utf-8")
    gone = "".join(
        f'  "2000000{number:02}": {{navn: Skole {number}, kommune: "9902", trinn: [grunnskole]}}\n'
        for number in range(10)
    )
    (example / SKOLER).write_text(text + gone, "utf-8")
    code, said = fetch(register.address)
    assert (code, said) == (
        1,
        (
            "svaret mangler 10 av 15 skoler som vi har fra før. Det er for mange til å være"
            " riktig. Stemmer det likevel, sletter du data/skoler.yml og henter listen på"
            f" nytt.{NOTHING}"
        ),
    )
    assert (example / SKOLER).read_text("utf-8") == text + gone


def test_an_address_that_is_none(example, fetch):
    assert fetch("http://eksempel.no") == (
        1,
        f"«http://eksempel.no» er ikke sikker. Skriv https:// i stedet for http://.{NOTHING}",
    )
    assert fetch("file:///etc/passwd") == (
        1,
        (
            "«file:///etc/passwd» er ikke en nettadresse. Skriv hele adressen, som"
            f" https://www.eksempel.no.{NOTHING}"
        ),
    )
    assert fetch("https:///v4")[1].startswith("«https:///v4» er ikke en nettadresse.")
    assert fetch("https://data-nsr.udir.no/v3") == (
        1,
        (
            "«https://data-nsr.udir.no/v3» er ikke roten til registeret. Skriv bare tjeneren, som"
            f" https://data-nsr.udir.no.{NOTHING}"
        ),
    )
    assert (
        "er ikke roten til registeret"
        in fetch("https://data-nsr.udir.no/v4/enheter/kommune/5001")[1]
    )
    assert fetch("finnes-ikke.json", "--per", "2026-12-01") == (
        1,
        f"«finnes-ikke.json» kan ikke leses (den finnes ikke).{NOTHING}",
    )


def test_nobody_there(register, fetch, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert fetch(f"http://127.0.0.1:{port}") == (
        1,
        (
            f"http://127.0.0.1:{port}/v4/enheter/kommune/9901 tar ikke imot: ingen tjeneste svarer"
            f" der.{NOTHING}"
        ),
    )
    monkeypatch.setattr(web, "SILENCE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert fetch(url) == (1, f"{url}/v4/enheter/kommune/9901 svarte ikke i tide.{NOTHING}")
    monkeypatch.setattr(web, "PATIENCE", -1)
    assert fetch(register.address)[1].startswith(
        f"{register.address}/v4/enheter/kommune/9901 svarte ikke i tide."
    )
    unknown = NameResolutionError("eksempel.no", None, socket.gaierror())
    assert web._why(unknown) == "finnes ikke, eller nettet er nede"
    assert web._why(requests.exceptions.SSLError()) == "har ikke et gyldig sertifikat"
    assert web._why(requests.ConnectionError()) == "brøt forbindelsen uten å svare"


def test_a_flood_and_a_way_out_of_https_are_refused(register, fetch, monkeypatch):
    register.replies["/v4/enheter/kommune/9901"] = Reply(to="http://eksempel.no/v4", status=302)
    assert fetch(register.address) == (
        1,
        f"«http://eksempel.no/v4» er ikke sikker. Skriv https:// i stedet for http://.{NOTHING}",
    )
    monkeypatch.setattr(web, "LARGEST", 100)
    register.replies["/v4/enheter/kommune/9901"] = answer(*SAME["9901"])
    assert fetch(register.address)[1].startswith(
        f"{register.address}/v4/enheter/kommune/9901 sendte mer enn 0 MB. Det er ikke"
        " det vi spurte om."
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<html>", "svaret er en nettside, ikke data. Er adressen riktig?"),
        (
            answer(unit("100000059", "Oslo skole", "0301")).body,
            "ingen av skolene ligger i kommunene i data/kommuner.yml",
        ),
        (
            answer(unit("100000008", "x", "9901"), AntallSider=3).body,
            "dette er én av 3 sider. Lagre svaret for én kommune, eller hele listen på én side",
        ),
        (
            answer(unit("100000008", "x", "9901"), TotaltAntallEnheter=3).body,
            (
                "svaret er ikke helt. Det har 1 av 3 enheter («TotaltAntallEnheter»), på 1 sider"
                " («AntallSider»)"
            ),
        ),
    ],
)
def test_a_saved_answer_that_is_none(example, fetch, tmp_path, content, why):
    file = tmp_path / "svar.json"
    file.write_bytes(content)
    assert fetch(file, "--per", "2026-12-01") == (1, f"{file}: {why}.{NOTHING}".replace("?.", "?"))


def test_a_project_without_the_source_or_with_a_broken_list_is_told_first(
    example, register, fetch, edit
):
    edit(SKOLER, "trinn: [grunnskole], savnet", "trinn: [barneskole], savnet")
    assert fetch(register.address) == (
        1,
        (
            f"{SKOLER}:11: «barneskole» kan ikke stå i «trinn». Mente du «grunnskole»? Skriv"
            " grunnskole eller videregaende\n\n1 feil.\n"
        ),
    )
    assert register.asked == []


@pytest.mark.parametrize(("before", "likely"), [(29, False), (30, True)])
def test_a_fifth_of_the_schools_may_be_gone_at_once(before, likely):
    known = {
        str(100_000_000 + number): Skole(
            navn=f"Skole {number}", kommune="9901", trinn=("grunnskole",)
        )
        for number in range(before)
    }
    left = {
        orgnr: Unit(orgnr, skole.navn, "9901", ("grunnskole",), False, False)
        for orgnr, skole in list(known.items())[6:]
    }
    with (
        nullcontext()
        if likely
        else pytest.raises(RegisterError, match=f"mangler 6 av {before} skoler")
    ):
        assert (
            len(
                merge(
                    known,
                    Found(left, frozenset({"9901"})),
                    {"9901": "Eksempelby"},
                    date(2026, 6, 1),
                    {},
                ).missing
            )
            == 6
        )
