"""The school register: the example's three kommuner, asked of a server that answers well, badly and not at all."""

import json
import os
import socket

import pytest
from small_server import HTML, Reply, serving

from macros import web
from macros.__main__ import main
from macros.reading.load import load

SKOLER = "data/skoler.yml"
KOMMUNER = {"9901": "Eksempelby", "9902": "Prøvedal", "9903": "Øygard"}
NOTHING = "\nIngenting er endret.\n"
NEW_FORM = "Registeret kan ha fått ny form"


def unit(orgnr, navn, kommune, **more):
    """A unit as version 4 has it: an active public grunnskole unless more is said."""
    return {
        "Organisasjonsnummer": orgnr, "Navn": navn, "Karakteristikk": None, "Fylkesnummer": kommune[:2], "Kommunenummer": kommune,
        "ErAktiv": True, "ErSkole": True, "ErGrunnskole": True, "ErVideregaaendeSkole": False, "ErPrivatskole": False, "ErOffentligSkole": True,
        "Skolekategorier": [{"Id": "1", "Navn": "Grunnskole"}], "DatoEndret": "2026-06-01T02:00:00+02:00",
    } | more


def private(orgnr, navn, kommune, **more):
    return unit(orgnr, navn, kommune, ErPrivatskole=True, ErOffentligSkole=False, **more)


def upper(orgnr, navn, kommune, **more):
    return unit(orgnr, navn, kommune, **{"ErGrunnskole": False, "ErVideregaaendeSkole": True, "Skolekategorier": [{"Id": "2", "Navn": "Videregående skole"}]} | more)


def answer(*units, **more):
    return Reply(json.dumps({"EnhetListe": units, **more}).encode())


# What the example's file says, as the register would say it.
SAME = {
    "9901": [unit("100000008", "Eksempelby oppvekstsenter", "9901"), upper("100000024", "Eksempel videregående skole", "9901"), private("999900003", "Lek og lær friskole AS", "9901")],
    "9902": [unit("100000016", "Prøvedal kommune Lia skole", "9902")],
    "9903": [private("100000040", "Fjellets frie skole", "9903", ErVideregaaendeSkole=True)],
}


@pytest.fixture
def register(monkeypatch):
    """A register that has what the example has, and no patience to wait for."""
    monkeypatch.setattr(web.ask, "__defaults__", ("*/*", web.AGENT, (0, 0)))
    with serving() as server:
        server.replies = {f"/v4/enheter/kommune/{number}": answer(*units) for number, units in SAME.items()}
        yield server


@pytest.fixture
def fetch(example, monkeypatch, capsys):
    """Run the verb in the example; hand back its exit code and what it said."""
    monkeypatch.chdir(example)

    def run(source):
        code = main(["skoler", "--fra", str(source)])
        said = capsys.readouterr()
        return code, said.out or said.err
    return run


def say(server, kommune, *units, **more):
    server.replies[f"/v4/enheter/kommune/{kommune}"] = answer(*units, **more)


def lines(example):
    return [line.strip() for line in (example / SKOLER).read_text("utf-8").split("\n") if line.startswith("  \"")]


def test_the_first_fetch_writes_a_file_that_the_site_can_read(example, register, fetch):
    (example / SKOLER).unlink()
    code, said = fetch(register.address)
    assert code == 0 and said.startswith("5 skoler i registeret, 2 av dem med videregående trinn og 2 private.") and said.endswith("\n\nSkrev data/skoler.yml.\n")
    assert lines(example) == [
        '"100000008": {navn: Eksempelby oppvekstsenter, kommune: "9901", trinn: [grunnskole]}',
        '"100000024": {navn: Eksempel videregående skole, kommune: "9901", trinn: [videregaende]}',
        '"999900003": {navn: Lek og lær friskole AS, kommune: "9901", trinn: [grunnskole], privat: true}',
        '"100000016": {navn: Prøvedal kommune Lia skole, kommune: "9902", trinn: [grunnskole]}',
        '"100000040": {navn: Fjellets frie skole, kommune: "9903", trinn: [grunnskole, videregaende], privat: true}',
    ]
    text = (example / SKOLER).read_text("utf-8")
    assert "Inneholder data under Norsk lisens for offentlige data (NLOD) tilgjengeliggjort av Utdanningsdirektoratet." in text
    assert "\nper: 2026-12-02\nkilde: skoleregisteret\n" in text, "the server's own day, in Norway"
    assert load(example).problems == ()
    assert register.paths == [f"/v4/enheter/kommune/{number}" for number in KOMMUNER]


def test_the_same_answer_changes_nothing(example, register, fetch):
    before = (example / SKOLER).read_bytes()
    code, said = fetch(f"{register.address}/v4/")
    assert code == 0 and said.endswith("\n\nIngen endringer. data/skoler.yml er ikke rørt.\n")
    assert "Merket med «savnet» fra før:\n- Bortgjemt skole (100000032), Prøvedal" in said
    assert (example / SKOLER).read_bytes() == before


def test_schools_are_merged_by_number_and_everything_is_told(example, register, fetch):
    (example / SKOLER).write_text((example / SKOLER).read_text("utf-8").replace("kilde: skoleregisteret\n", "kilde: skoleregisteret\nmerknader:\n  - tekst: Sett over av fylket.\n"), "utf-8")
    say(register, "9901", unit("100000008", "Eksempelby skole", "9902"), private("999900003", "Lek og lær friskole AS", "9901"), unit("100000059", "Ny skole", "9901"))
    say(register, "9902", unit("100000016", "Prøvedal kommune Lia skole", "9902", ErVideregaaendeSkole=True), unit("100000032", "Bortgjemt skole", "9902"))
    code, said = fetch(register.address)
    assert code == 0
    for part in (
        "Nye:\n- Ny skole (100000059), Eksempelby",
        "Endret:\n- Eksempelby skole (100000008), Prøvedal: het Eksempelby oppvekstsenter før, lå i Eksempelby før\n- Prøvedal kommune Lia skole (100000016), Prøvedal: hadde grunnskole før",
        "Sto ikke i registeret nå, og er merket med «savnet». De blir stående til noen sletter linjen. Er de lagt ned eller slått sammen?\n- Eksempel videregående skole (100000024), Eksempelby",
        "Tilbake i registeret:\n- Bortgjemt skole (100000032), Prøvedal",
    ):
        assert f"\n\n{part}\n\n" in said
    assert lines(example)[0] == '"100000024": {navn: Eksempel videregående skole, kommune: "9901", trinn: [videregaende], savnet: 2026-12-02}'
    assert '"100000032": {navn: Bortgjemt skole, kommune: "9902", trinn: [grunnskole]}' in lines(example)
    assert len(lines(example)) == 7 and load(example).problems == ()
    assert load(example).data.skoleregister.merknader[0].tekst == "Sett over av fylket."


def test_a_school_that_stays_away_keeps_the_day_it_was_first_missed(example, register, fetch):
    say(register, "9903", unit("100000067", "Ny skole", "9903"))
    fetch(register.address)
    assert '"100000032": {navn: Bortgjemt skole, kommune: "9902", trinn: [grunnskole], savnet: 2026-04-01}' in lines(example)


@pytest.mark.parametrize(("more", "why"), [
    ({"Skolekategorier": [{"Id": "10", "Navn": "Voksenopplæringssenter"}]}, "voksenopplæring (1): Ny."),
    ({"Skolekategorier": [{"Id": "1", "Navn": "Grunnskole"}, {"Id": 25, "Navn": "Voksenopplæring"}]}, "voksenopplæring (1): Ny."),
    ({"ErGrunnskole": False, "Skolekategorier": []}, "verken grunnskole eller videregående (1): Ny."),
    ({"Kommunenummer": "0301"}, "i andre kommuner (1): Ny."),
    ({"Organisasjonsnummer": "U90099013"}, "uten organisasjonsnummer på ni sifre (1): Ny."),
    ({"ErAktiv": False}, None),
    ({"ErSkole": False, "Skolekategorier": None, "ErGrunnskole": None}, None),
])
def test_what_is_no_school_of_ours_is_left_out_and_told(example, register, fetch, more, why):
    say(register, "9902", *SAME["9902"], unit("100000059", "Ny", "9902", **more))
    code, said = fetch(register.address)
    assert code == 0 and "100000059" not in (example / SKOLER).read_text("utf-8")
    assert f"\n\nIkke tatt med, {why}\n\n" in said if why else "Ikke tatt med" not in said


def test_an_upper_secondary_school_that_teaches_adults_too_is_a_school(example, register, fetch):
    say(register, "9902", *SAME["9902"], upper("100000059", "Prøvedal videregående skole", "9902", Skolekategorier=[{"Id": "2"}, {"Id": "10"}]))
    assert fetch(register.address)[0] == 0 and any("100000059" in line for line in lines(example))


def test_names_are_kept_as_they_are_but_on_one_line(example, register, fetch):
    say(register, "9902", *SAME["9902"], unit("100000059", "  Skole: «x» {{ 7*7 }}\u202e # <b>\n", "9902"))
    assert fetch(register.address)[0] == 0
    assert load(example).data.skoleregister.skoler["100000059"].navn == "Skole: «x» {{ 7*7 }} # <b>"


def test_the_named_friskoler_are_compared(example, register, fetch):
    say(register, "9901", *SAME["9901"][:2], unit("999900003", "Lek og moro", "9902"), private("100000059", "Skogens skole SA", "9901"), private("100000067", "Fri skole", "9901"))
    say(register, "9902", *SAME["9902"])
    code, said = fetch(register.address)
    assert code == 0
    assert """Friskolene som nettverkene navngir, og registeret:
- Lek og lær friskole (data/nettverk/nord-eksempel.yml): vi skriver Eksempelby (9901), registeret Prøvedal (9902)
- Lek og lær friskole (data/nettverk/nord-eksempel.yml): registeret skriver «Lek og moro»
- Lek og lær friskole (data/nettverk/nord-eksempel.yml): registeret sier at skolen er offentlig
- Lek og lær videregående (data/nettverk/videregaende.yml): vi skriver Eksempelby (9901), registeret Prøvedal (9902)
- Lek og lær videregående (data/nettverk/videregaende.yml): registeret skriver «Lek og moro»
- Lek og lær videregående (data/nettverk/videregaende.yml): registeret sier at skolen er offentlig
- Skogens skole (data/nettverk/nord-eksempel.yml): organisasjonsnummeret mangler hos oss. Registeret har 100000059 i Eksempelby (9901)

Private skoler som ingen av nettverkene navngir:
- Fri skole (100000067), Eksempelby, som er i nettverket Nord-Eksempel
- Fjellets frie skole (100000040), Øygard, som er i nettverket Sør-Eksempel
""" in said
    say(register, "9901", *SAME["9901"][:2], private("100000075", "Lek og lær friskule", "9901"))
    assert "999900003 er ikke en aktiv skole i registeret. Er den lagt ned, eller har den fått nytt nummer? Ligner: Lek og lær friskule (100000075)" in fetch(register.address)[1]


WRONG = [
    (Reply(b"<!doctype html><title>Logg inn</title>", HTML), "svaret er en nettside, ikke data. Er adressen riktig?"),
    (Reply(b"\n <html>"), "svaret er en nettside, ikke data. Er adressen riktig?"),
    (Reply(b"navn;nummer", "text/csv"), "svaret er av typen «text/csv», ikke JSON. Er adressen riktig?"),
    (Reply(b"{}", ""), "svaret er av typen «ukjent», ikke JSON. Er adressen riktig?"),
    (Reply(b'{"EnhetListe": [{"Organ'), "svaret er ikke hel JSON. Kanskje ble det avbrutt på veien"),
    (Reply(b"\xff\xfe\x00"), "svaret er ikke hel JSON. Kanskje ble det avbrutt på veien"),
    (Reply(b"[" * 100_000), "svaret er ikke hel JSON. Kanskje ble det avbrutt på veien"),
    (Reply(b'[{"OrgNr": "100000008", "Navn": "x", "KommuneNr": "9902"}]'), "svaret har formen til versjon 3 av registeret. Vi leser versjon 4: https://data-nsr.udir.no/v4"),
    (Reply(b'{"EnhetListe": [{"Orgnr": "100000008", "Navn": "x", "Kommunenr": "9902"}]}'), "svaret har formen til versjon 3 av registeret. Vi leser versjon 4: https://data-nsr.udir.no/v4"),
    (Reply(b"[]"), f"svaret mangler listen «EnhetListe». {NEW_FORM}"),
    (Reply(b'{"Message": "An error has occurred."}'), f"svaret mangler listen «EnhetListe». {NEW_FORM}"),
    (Reply(b'{"EnhetListe": {}}'), f"svaret mangler listen «EnhetListe». {NEW_FORM}"),
    (Reply(b"null"), f"svaret mangler listen «EnhetListe». {NEW_FORM}"),
    (answer(), "listen er tom. Det kan ikke stemme"),
    (answer(unit("100000016", "Lia", "9902", ErAktiv=False)), "svaret har ingen aktive skoler i kommunen. Er kommunenummeret nytt?"),
    (answer(*SAME["9902"], TotaltAntallEnheter=12), "svaret er ikke helt. Det har 1 av 12 enheter («TotaltAntallEnheter»), på 1 sider («AntallSider»)"),
    (answer(*SAME["9902"], AntallSider="to"), f"«AntallSider» og «TotaltAntallEnheter» skal være tall. {NEW_FORM}"),
    (answer(*SAME["9902"], AntallSider=4000), "registeret sier at svaret er på 4000 sider. Det kan ikke stemme"),
    (Reply(b"{}", status=404), "registeret kjenner ikke kommunen (404). Er nummeret i data/kommuner.yml riktig?"),
]
FIELDS = [("Organisasjonsnummer", 100000016), ("Navn", None), ("Navn", " "), ("Kommunenummer", 9902), ("ErAktiv", "true"), ("ErSkole", None), ("ErGrunnskole", 1), ("ErVideregaaendeSkole", None), ("ErPrivatskole", "nei"), ("Skolekategorier", None), ("Skolekategorier", ["1"]), ("Skolekategorier", [{"id": "1"}])]


@pytest.mark.parametrize(("reply", "why"), WRONG)
def test_a_wrong_answer_is_explained_and_nothing_is_written(example, register, fetch, reply, why):
    before = (example / SKOLER).read_bytes()
    register.replies["/v4/enheter/kommune/9902"] = reply
    assert fetch(register.address) == (1, f"Prøvedal (9902): {why}.{NOTHING}".replace("?.", "?"))
    assert (example / SKOLER).read_bytes() == before and sorted(file.name for file in (example / "data").glob("skoler*")) == ["skoler.yml"]


@pytest.mark.parametrize(("key", "value"), FIELDS)
def test_a_unit_of_another_shape_stops_too(example, register, fetch, key, value):
    say(register, "9902", SAME["9902"][0], unit("100000059", "Ny", "9902") | {key: value})
    assert fetch(register.address) == (1, f"Prøvedal (9902), enhet 2: «{key}» mangler, eller er av et annet slag enn før. {NEW_FORM}.{NOTHING}")
    say(register, "9902", SAME["9902"][0], "ikke en enhet")
    assert fetch(register.address) == (1, f"Prøvedal (9902), enhet 2: dette er ikke en enhet. {NEW_FORM}.{NOTHING}")


@pytest.mark.parametrize("status", [400, 401, 403, 500, 503])
def test_an_error_is_tried_again_only_where_it_may_pass(register, fetch, status):
    register.replies["/v4/enheter/kommune/9901"] = Reply(b"", HTML, status)
    url = f"{register.address}/v4/enheter/kommune/9901"
    assert fetch(register.address) == (1, f"Eksempelby (9901): {url} svarte med feil {status}. Prøv igjen senere.{NOTHING}")
    assert len(register.asked) == (3 if status >= 500 else 1)


def test_what_passes_by_itself_is_no_error(register, fetch):
    path = "/v4/enheter/kommune/9902"
    register.replies[path] = [Reply(b"", HTML, 503), Reply(b"{", short=50), answer(*SAME["9902"])]
    assert fetch(register.address)[0] == 0 and register.paths.count(path) == 3


def test_an_answer_that_breaks_off_is_no_answer(register, fetch):
    register.replies["/v4/enheter/kommune/9901"] = Reply(json.dumps({"EnhetListe": SAME["9901"]}).encode(), short=1)
    assert fetch(register.address) == (1, f"{register.address}/v4/enheter/kommune/9901 brøt av midt i svaret.{NOTHING}")


def test_pages_are_followed_and_must_add_up(example, register, fetch):
    path, more = "/v4/enheter/kommune/9902", unit("100000059", "Andre side", "9902")
    register.replies[path] = answer(*SAME["9902"], AntallSider=2, TotaltAntallEnheter=2)
    register.replies[f"{path}?sidenummer=2"] = answer(more, AntallSider=2, TotaltAntallEnheter=2)
    assert fetch(register.address)[0] == 0 and any("Andre side" in line for line in lines(example))
    register.replies[f"{path}?sidenummer=2"] = answer(more, more, AntallSider=2, TotaltAntallEnheter=2)
    assert fetch(register.address) == (1, f"Prøvedal (9902): svaret er ikke helt. Det har 3 av 2 enheter («TotaltAntallEnheter»), på 2 sider («AntallSider»).{NOTHING}")
    register.replies[f"{path}?sidenummer=2"] = answer()
    assert fetch(register.address) == (1, f"Prøvedal (9902), side 2: listen er tom. Det kan ikke stemme.{NOTHING}")


def test_many_schools_gone_at_once_is_a_broken_answer(example, register, fetch):
    text = (example / SKOLER).read_text("utf-8")
    gone = "".join(f'  "2000000{number:02}": {{navn: Skole {number}, kommune: "9902", trinn: [grunnskole]}}\n' for number in range(10))
    (example / SKOLER).write_text(text + gone, "utf-8")
    code, said = fetch(register.address)
    assert (code, said) == (1, f"svaret mangler 10 av 15 skoler som vi har fra før. Det er for mange til å være riktig. Stemmer det likevel, sletter du data/skoler.yml og henter listen på nytt.{NOTHING}")
    assert (example / SKOLER).read_text("utf-8") == text + gone


def test_an_address_that_is_none(example, fetch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert fetch("http://eksempel.no") == (1, f"«http://eksempel.no» er ikke sikker. Skriv https:// i stedet for http://.{NOTHING}")
    assert fetch("file:///etc/passwd") == (1, f"«file:///etc/passwd» er ikke en nettadresse. Skriv hele adressen, som https://www.eksempel.no.{NOTHING}")
    assert fetch("https://data-nsr.udir.no/v3") == (1, f"«https://data-nsr.udir.no/v3» er ikke roten til registeret. Skriv bare tjeneren, som https://data-nsr.udir.no.{NOTHING}")
    assert fetch("finnes-ikke.json") == (1, f"«finnes-ikke.json» kan ikke leses (No such file or directory).{NOTHING}")
    assert port


def test_nobody_there(register, fetch, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert fetch(f"http://127.0.0.1:{port}") == (1, f"http://127.0.0.1:{port}/v4/enheter/kommune/9901 tar ikke imot: ingen tjeneste svarer der.{NOTHING}")
    monkeypatch.setattr(web, "SILENCE", .05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert fetch(url) == (1, f"{url}/v4/enheter/kommune/9901 svarte ikke i tide.{NOTHING}")


def test_a_flood_and_a_way_out_of_https_are_refused(register, fetch, monkeypatch):
    register.replies["/v4/enheter/kommune/9901"] = Reply(to="http://eksempel.no/v4", status=302)
    assert fetch(register.address) == (1, f"«http://eksempel.no/v4» er ikke sikker. Skriv https:// i stedet for http://.{NOTHING}")
    monkeypatch.setattr(web, "LARGEST", 100)
    register.replies["/v4/enheter/kommune/9901"] = answer(*SAME["9901"])
    assert fetch(register.address)[1].startswith(f"{register.address}/v4/enheter/kommune/9901 sendte mer enn 0 MB.")


def test_a_saved_answer_speaks_for_the_kommuner_in_it(example, fetch, tmp_path):
    file = tmp_path / "svar.json"
    file.write_bytes(answer(unit("100000008", "Eksempelby oppvekstsenter", "9901"), unit("100000059", "Oslo skole", "0301")).body)
    os.utime(file, (1798000000, 1798000000))
    code, said = fetch(file)
    assert code == 0 and "i andre kommuner (1): Oslo skole." in said and "Prøvedal" not in said.split("Friskolene")[0].replace("Bortgjemt skole (100000032), Prøvedal", "")
    assert '"100000024": {navn: Eksempel videregående skole, kommune: "9901", trinn: [videregaende], savnet: 2026-12-23}' in lines(example)
    assert '"100000016": {navn: Prøvedal kommune Lia skole, kommune: "9902", trinn: [grunnskole]}' in lines(example)


@pytest.mark.parametrize(("content", "why"), [
    (b"<html>", "svaret er en nettside, ikke data. Er adressen riktig?"),
    (answer(unit("100000059", "Oslo skole", "0301")).body, "ingen av skolene ligger i kommunene i data/kommuner.yml"),
    (answer(unit("100000008", "x", "9901"), AntallSider=3).body, "dette er én av 3 sider. Lagre svaret for én kommune, eller hele listen på én side"),
    (answer(unit("100000008", "x", "9901"), TotaltAntallEnheter=3).body, "svaret er ikke helt. Det har 1 av 3 enheter («TotaltAntallEnheter»), på 1 sider («AntallSider»)"),
])
def test_a_saved_answer_that_is_none(example, fetch, tmp_path, content, why):
    file = tmp_path / "svar.json"
    file.write_bytes(content)
    assert fetch(file) == (1, f"{file}: {why}.{NOTHING}".replace("?.", "?"))


def test_a_project_without_the_source_or_with_a_broken_list_is_told_first(example, register, fetch, edit):
    edit(SKOLER, "trinn: [grunnskole], savnet", "trinn: [barneskole], savnet")
    assert fetch(register.address) == (1, f"{SKOLER}:9: «barneskole» kan ikke stå i «trinn». Mente du «grunnskole»? Skriv grunnskole eller videregaende\n\n1 feil.\n")
    assert register.asked == []
