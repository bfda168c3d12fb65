"""`sjekk --mot`: a proposal held against git and against the calendars that are live."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import EXAMPLE
from small_server import ICS, JSON, Reply, serving
from verbs.test_tell import git

from macros.__main__ import main
from macros.change import judge_change
from macros.feeds import feeds
from macros.outside import web
from macros.reading.load import load
from macros.settings import Settings

CYCLE = "data/arshjul/2024-2025.yml"
NOW = datetime(2024, 9, 1, tzinfo=UTC)


@pytest.fixture
def repository(example: Path) -> Path:
    git(example, "init", "-q")
    git(example, "add", "-A")
    git(example, "commit", "-q", "-m", "Først")
    return example


def heard(root: Path, site: str = "http://127.0.0.1:8000") -> list[str]:
    settings = Settings(site_url=f"{site}/", timestamp=NOW)
    return [str(problem) for problem in judge_change(root, "HEAD", settings)]


def test_what_is_gone_since_the_base_is_heard(repository, edit):
    assert heard(repository) == []
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    [said] = heard(repository)
    assert "hendelsen «seminar» er publisert og ikke over" in said


def test_a_page_that_would_be_gone_is_heard(repository, edit):
    edit("data/kommuner.yml", "navn: Prøvedal", "navn: Provedalen")
    assert heard(repository) == [gone("data/kommuner.yml", "finn/provedal")]


def test_the_verb_says_it_too_where_it_is_asked(repository, edit, monkeypatch, capsys):
    edit("data/kommuner.yml", "navn: Prøvedal", "navn: Provedalen")
    monkeypatch.chdir(repository)
    for asked, said in (((), False), (("--mot", "HEAD"), True), (("--endret", "HEAD"), True)):
        main(["sjekk", *asked])
        assert ("dressen /finn/provedal/ blir borte" in capsys.readouterr().out) is said


def gone(file: str, page: str) -> str:
    return (
        f"{file}:1: adressen /{page}/ blir borte, og lenker til den slutter å virke. Er det bare"
        " navnet eller id-en som er ny, skriver du den gamle igjen. Skal siden bort, skriver du"
        f" docs/{page}.md, som sier hvor man skal gå i stedet"
    )


def test_no_kind_of_page_goes_without_a_word(repository, edit):
    scheme, network = "data/ordninger.yml", "data/nettverk/nord-eksempel.yml"
    edit(scheme, "\ngammel-ordning:\n", "\neldre-ordning:\n")
    edit(network, "  - id: skogens-skole\n", "  - id: skogskolen\n")
    template = repository / "data/maler/provemal.yml"
    template.rename(template.with_name("malen.yml"))
    (repository / CYCLE).unlink()
    said = heard(repository)
    assert gone(scheme, "ordninger/gammel-ordning") in said
    assert gone(network, "finn/skogens-skole") in said
    assert gone("data/maler/provemal.yml", "maler/provemal/nn") in said
    assert gone(CYCLE, "arshjul/2024-2025") in said


def test_a_page_that_was_written_is_one_too_and_answers_for_what_is_gone(repository, edit):
    page = repository / "docs/kontakt.md"
    page.rename(repository / "docs/finn/provedal.md")
    edit("data/kommuner.yml", "navn: Prøvedal", "navn: Provedalen")
    assert heard(repository) == [gone("docs/kontakt.md", "kontakt")]
    (repository / "docs/kontakt").mkdir()
    (repository / "docs/kontakt/index.md").write_text("# Flyttet\n", "utf-8")
    assert heard(repository) == []


def test_a_file_that_cannot_be_read_takes_no_page(repository, edit):
    edit("data/kommuner.yml", "navn: Prøvedal", "namn: Prøvedal")
    assert heard(repository) == []


def test_a_draft_of_a_cycle_may_go(repository, edit, monkeypatch):
    monkeypatch.chdir(repository)
    main(["nytt-arshjul", "2026-2027"])
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Et utkast")
    (repository / "data/arshjul/2026-2027.yml").unlink()
    assert heard(repository) == []


@pytest.fixture
def live(monkeypatch):
    """The example as it is live, at an address that counts as public."""
    monkeypatch.setattr(Settings, "er_offentlig", True)
    monkeypatch.setattr(web, "RETRIES", web.RETRIES.new(total=0))
    with serving() as server:
        made = feeds(load(EXAMPLE).data, NOW, f"{server.address}/", {})
        server.replies = {
            f"/{address}": Reply(raw, ICS if address.endswith(".ics") else JSON)
            for address, raw in made.items()
        }
        yield server


def test_what_is_live_and_would_be_gone_is_heard(repository, edit, live):
    assert heard(repository, live.address) == []
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    git(repository, "commit", "-qam", "Alt slått sammen")
    [said] = heard(repository, live.address)
    assert "hendelsen «seminar» er publisert og ikke over" in said


def test_a_network_that_is_gone_is_told_of_once(repository, edit, live):
    (repository / "data/nettverk/sor-eksempel.yml").unlink()
    said = [one for one in heard(repository, live.address) if "er publisert" in one]
    assert set(said) == {
        "data/nettsted.yml:1: nettverket «sor-eksempel» er publisert, men finnes ikke lenger. De"
        " som abonnerer på kalenderen, må få vite hvor de skal gå. Skriv under «tidligere» i denne"
        " filen: - {id: sor-eksempel, navn: Sør-Eksempel, opphort: 2024-09-01, ny: id-en til"
        " nettverket som tok over}. Er det borte for godt, sletter du «ny»"
    }


def test_a_fork_is_sent_on_to_the_domain_of_the_site(repository, edit, live):
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    git(repository, "commit", "-qam", "Alt slått sammen")
    with serving() as pages:
        for path in live.replies:
            pages.replies[path] = Reply(status=301, to=f"{live.address}{path}")
        [said] = heard(repository, pages.address)
    assert "hendelsen «seminar» er publisert og ikke over" in said


def test_a_base_that_git_does_not_know_is_not_asked_and_what_is_live_is(repository, edit, live):
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    settings = Settings(site_url=f"{live.address}/", timestamp=NOW)
    unknown, gone = judge_change(repository, "finnes-ikke", settings)
    assert unknown.hint and unknown.message.startswith("ikke spurt: grunnlaget i git (Fant ikke")
    assert gone.message.startswith("hendelsen «seminar» er publisert og ikke over")
    fetched = replace(settings, forrige_kalender=repository)  # what is live lies there already
    assert [one.hint for one in judge_change(repository, "finnes-ikke", fetched)] == [True]


def test_a_site_that_does_not_answer_is_not_asked(repository, live):
    live.replies["/kalender/alle.ics"] = Reply(b"", ICS, 503)
    [said] = heard(repository, live.address)
    assert said == (
        "data/arshjul:1: Hint: ikke spurt: kalenderne som ligger ute"
        f" ({live.address}/kalender/alle.ics svarte med feil 503). Før publisering blir det sjekket"
        " igjen"
    )


def test_a_live_event_that_is_damaged_is_told_of(repository, live):
    whole = live.replies["/kalender/alle.ics"]
    damaged = whole.body.replace(b"SEQUENCE:0", b"SEQUENCE:x", 1)
    live.replies["/kalender/alle.ics"] = replace(whole, body=damaged)
    assert heard(repository, live.address) == [
        "alle.ics:1: hendelsen telling.2024-2025@eksempler-mellom-skole-og-eksempel er skadet. Hent"
        " alle kalenderne på nytt, med listen over dem: python -m macros hent-kalendere MAPPE. Før"
        " første publisering skal KALENDER_FORRIGE ikke være satt"
    ]


def test_a_site_that_is_not_published_has_nothing_to_lose(repository, live):
    live.replies = {}
    assert heard(repository, live.address) == []
