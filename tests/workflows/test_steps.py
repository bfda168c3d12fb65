"""What the workflows do with git and gh: a real git, and a gh that remembers what it was told."""

import json
import subprocess

import pytest
from fake_gh import change, git
from workflow_files import load_steps

STEPS = load_steps()


def step(*arguments):
    told = STEPS.parser().parse_args(list(arguments))
    told.run(told)


def propose(tmp_path, *more, text="- Ny skole, @alle <b>*her*</b>\n"):
    body = tmp_path / "tekst.txt"
    body.write_text(text, "utf-8")
    step("propose", str(body), "data", "--branch", "sak-7", "--title", "Endring fra sak #7", *more)


def test_a_change_becomes_a_branch_and_a_pull_request(clone, gh, tmp_path):
    change(clone)
    (clone / "docs" / "index.md").write_text("noe annet")
    propose(tmp_path, "--closes", "7")
    assert (
        git(tmp_path / "fjern.git", "show", "--stat=80", "--format=%an|%ae|%s", "sak-7").split(
            "\n"
        )[0]
        == f"{STEPS.NAME}|{STEPS.EMAIL}|Endring fra sak #7"
    )
    assert (
        git(tmp_path / "fjern.git", "diff", "--name-only", "main", "sak-7") == "data/kontakter.yml"
    )
    assert [words[:2] for words in gh.told] == [
        ["pr", "list"],
        ["auth", "setup-git"],
        ["pr", "list"],
        ["pr", "create"],
        ["workflow", "run"],
    ]
    assert (
        gh.body("pr", "create")
        == "Closes #7\n\n- Ny skole, @<!-- -->alle &lt;b&gt;\\*her\\*&lt;/b&gt;\n"
    )
    assert gh.told[-1] == ["workflow", "run", "pull-request.yml", "--ref", "sak-7"]


def test_a_second_time_the_same_pull_request_is_updated(clone, gh, tmp_path):
    change(clone)
    propose(tmp_path)
    git(clone, "switch", "--quiet", "main")
    git(clone, "fetch", "--quiet")
    change(clone, "Ola Nyere")
    gh.answers("pr-list", "12\n")
    propose(tmp_path, "--markdown", text="**fet**\n")
    assert gh.told[-2] == [
        "pr",
        "edit",
        "12",
        "--title",
        "Endring fra sak #7",
        "--body-file",
        "**fet**\n",
    ]
    assert "Ola Nyere" in git(tmp_path / "fjern.git", "show", "sak-7:data/kontakter.yml")


def test_a_branch_that_somebody_has_worked_on_is_left_alone(clone, gh, tmp_path):
    change(clone)
    propose(tmp_path)
    git(clone, "commit", "--quiet", "--allow-empty", "-m", "Mitt arbeid")
    git(clone, "push", "--quiet", "origin", "HEAD:sak-7")
    git(clone, "switch", "--quiet", "main")
    git(clone, "fetch", "--quiet")
    change(clone)
    with pytest.raises(
        SystemExit,
        match=r"Noen har arbeidet videre i grenen sak-7\. Slå sammen eller lukk forslaget først\.",
    ):
        propose(tmp_path)
    assert git(tmp_path / "fjern.git", "log", "-1", "--format=%s", "sak-7") == "Mitt arbeid"


def test_nothing_changed_is_nothing_proposed(clone, gh, tmp_path, capsys):
    (tmp_path / "tom.patch").write_bytes(b"")
    propose(tmp_path, "--patch", str(tmp_path / "tom.patch"))
    assert [words[:2] for words in gh.told] == [
        ["pr", "list"],
        ["pr", "list"],
    ] and capsys.readouterr().out == "Ingenting er endret. Det blir ikke noe forslag.\n"


def test_a_proposal_that_has_nothing_left_to_change_is_closed(clone, gh, tmp_path):
    change(clone)
    propose(tmp_path)
    git(clone, "switch", "--quiet", "main")
    git(clone, "fetch", "--quiet")
    gh.answers("pr-list", "12\n")
    propose(tmp_path)
    assert gh.told[-1] == [
        "pr",
        "close",
        "12",
        "--comment",
        "Det er ikke lenger noe å endre. Forslaget er lukket.",
    ]
    git(clone, "push", "--quiet", "origin", "HEAD:sak-7", "--force")
    git(clone, "fetch", "--quiet")
    with pytest.raises(SystemExit, match=r"Noen har arbeidet videre i grenen sak-7\."):
        propose(tmp_path)


def test_a_patch_reaches_only_the_paths_it_is_for(clone, gh, tmp_path):
    change(clone)
    (clone / "macros" / "problems.py").write_text("raise SystemExit")
    patch = tmp_path / "endring.patch"
    patch.write_bytes(
        subprocess.run(
            ["git", "diff", "--binary"], cwd=clone, capture_output=True, check=True
        ).stdout
    )
    git(clone, "checkout", "--quiet", ".")
    propose(tmp_path, "--patch", str(patch))
    assert (
        git(tmp_path / "fjern.git", "diff", "--name-only", "main", "sak-7") == "data/kontakter.yml"
    )


def keep(tmp_path, text, number=""):
    body = tmp_path / "foreldet.md"
    body.write_text(text, "utf-8")
    step(
        "keep-issue",
        str(body),
        "--label",
        "gjennomgang",
        "--title",
        "Opplysninger",
        "--done-when",
        "Alt er bekreftet.",
    )


def test_one_issue_is_opened_updated_and_closed(gh, tmp_path):
    keep(tmp_path, "Alt er bekreftet.\n")
    assert [words[:2] for words in gh.told] == [["issue", "list"]]
    keep(tmp_path, "- Fosen\n")
    assert [words[:2] for words in gh.told[-2:]] == [
        ["label", "create"],
        ["issue", "create"],
    ] and gh.body("issue", "create") == "- Fosen\n"
    gh.answers("issue-list", "3\n")
    keep(tmp_path, "- Fosen\n- Gauldal\n")
    assert gh.told[-1] == ["issue", "edit", "3", "--body-file", "- Fosen\n- Gauldal\n"]
    keep(tmp_path, "Alt er bekreftet.\n")
    assert gh.told[-1] == ["issue", "close", "3", "--comment", "Alt er bekreftet."]


def test_the_answer_in_an_issue_leads_to_the_proposal(gh, tmp_path):
    body = tmp_path / "svar.md"
    body.write_text("Takk!\n", "utf-8")
    step("answer", str(body), "--issue", "7", "--branch", "sak-7", "--code", "0")
    assert gh.body("issue", "comment", "7") == "Takk!\n"
    gh.answers("pr-list-json", json.dumps([waiting(7)]))
    step("answer", str(body), "--issue", "7", "--branch", "sak-7", "--code", "0")
    assert gh.told[-1] == [
        "issue",
        "comment",
        "7",
        "--body-file",
        "Takk!\n\nForslaget: https://eksempel.no/pull/17\n",
        "--edit-last",
        "--create-if-none",
    ]


def test_an_answer_that_proposes_nothing_tells_of_the_proposal_that_stands(gh, tmp_path):
    body = tmp_path / "svar.md"
    body.write_text("Dette kunne ikke tas inn.\n", "utf-8")
    gh.answers("pr-list-json", json.dumps([waiting(7)]))
    step("answer", str(body), "--issue", "7", "--branch", "sak-7", "--code", "1")
    assert (
        gh.body("issue", "comment", "7")
        == "Dette kunne ikke tas inn.\n\nForslaget fra før du endret saken, ligger der fortsatt:"
        " https://eksempel.no/pull/17\n"
    )


def test_the_sender_is_told_when_no_proposal_could_be_made(gh, monkeypatch):
    monkeypatch.setenv("RUN_URL", "https://eksempel.no/run/1")
    step("regret", "--issue", "7", "--branch", "sak-7")
    assert gh.told[-1][:3] == ["issue", "comment", "7"]
    assert (
        gh.body("issue", "comment", "7")
        == "Meldingen er lest, men forslaget kunne ikke lages. Noen kan ha arbeidet videre i grenen"
        " sak-7. Da må det forslaget slås sammen eller lukkes først. [Se hva som"
        " stanset](https://eksempel.no/run/1)\n"
    )


def test_the_sender_is_told_when_the_program_stopped(gh, monkeypatch):
    monkeypatch.setenv("RUN_URL", "https://eksempel.no/run/1")
    step("regret", "--issue", "7", "--branch", "sak-7", "--unread")
    assert gh.body("issue", "comment", "7") == (
        "Meldingen kunne ikke leses, for programmet stanset. Det er ikke noe du har gjort feil."
        " Skriv «/prøv igjen» i en kommentar for å prøve på nytt, så ser noen på det om det stanser"
        " igjen. [Se hva som stanset](https://eksempel.no/run/1)\n"
    )


def waiting(number: int, decision: str = "", about: str = "kontakter/kari") -> dict:
    return {
        "number": number + 10,
        "headRefName": f"sak-{number}",
        "url": f"https://eksempel.no/pull/{number + 10}",
        "body": f"Takk!\n\n<!-- oppføringer: {about} -->\n",
        "reviewDecision": decision,
        "latestReviews": [],
        "isCrossRepository": False,
    }


def test_the_second_one_to_tell_of_a_record_hears_of_the_first(gh, tmp_path):
    (tmp_path / "svar.md").write_text("Takk!\n", "utf-8")
    (tmp_path / "om.txt").write_text("kontakter/kari\nnettverk/nord\n", "utf-8")
    gh.answers(
        "pr-list-json",
        json.dumps([waiting(7), waiting(6), waiting(5, about="kontakter/ola")]),
    )
    told = ("--issue", "7", "--branch", "sak-7", "--code", "0", "--records", tmp_path / "om.txt")
    step("answer", str(tmp_path / "svar.md"), *map(str, told))
    assert gh.body("issue", "comment", "7") == (
        "Takk!\n\nForslaget: https://eksempel.no/pull/17\n\nDet ligger alt et forslag om noe av"
        " det samme: https://eksempel.no/pull/16. Se på det også.\n"
    )


def test_those_who_wait_are_made_anew_and_those_approved_are_told(gh):
    fork = waiting(9) | {"isCrossRepository": True}
    other = waiting(8) | {"headRefName": "sak-8; rm -rf"}
    unruled = waiting(4) | {"latestReviews": [{"state": "APPROVED"}]}
    told = [waiting(5), waiting(6, "APPROVED"), unruled, other, fork]
    gh.answers("pr-list-json", json.dumps(told))
    step("renew")
    assert [words for words in gh.told if words[:2] == ["workflow", "run"]] == [
        ["workflow", "run", "issue-to-pr.yml", "--field", "sak=5"]
    ]
    for number in ("16", "14"):
        assert gh.body("pr", "comment", number) == (
            "Andre endringer er tatt inn etter at dette ble godkjent. Forslaget er ikke rørt. Sier"
            " GitHub at det ikke kan slås sammen, lukker du det og skriver «/prøv igjen» i saken."
            " Da lages det på nytt, og må godkjennes på nytt.\n"
        )


def test_an_approved_proposal_is_not_pushed_anew(clone, gh, tmp_path):
    change(clone)
    propose(tmp_path)
    seen = git(tmp_path / "fjern.git", "rev-parse", "sak-7")
    gh.answers("pr-list-json", json.dumps([waiting(7, "APPROVED")]))
    for name in ("Ola Nyere", "Ola Nyest"):
        git(clone, "switch", "--quiet", "main")
        git(clone, "fetch", "--quiet")
        change(clone, name)
        propose(tmp_path)
    assert git(tmp_path / "fjern.git", "rev-parse", "sak-7") == seen
    assert "Ola Nyest" in git(tmp_path / "fjern.git", "show", "sak-7-2:data/kontakter.yml")
    assert gh.told[-2][:2] == ["pr", "comment"]
    assert gh.body("pr", "comment", "17") == (
        "Saken er endret etter at dette ble godkjent. Forslaget er ikke rørt. Det nye ønsket er et"
        " eget forslag, i grenen sak-7-2. Ta inn det ene, og lukk det andre.\n"
    )
    assert gh.told[-1] == ["workflow", "run", "pull-request.yml", "--ref", "sak-7-2"]


def test_an_approved_proposal_is_not_closed_either(clone, gh, tmp_path):
    gh.answers("pr-list", "17\n")
    gh.answers("pr-list-json", json.dumps([waiting(7, "APPROVED")]))
    propose(tmp_path)
    assert not [words for words in gh.told if words[:2] == ["pr", "close"]]


SAID = """\
data/kontakter.yml:5:10 [epost-form]
  5 |   epost: kari (at) eksempel.no
    |          ^
  Feil: «kari (at) eksempel.no» er ikke en e-postadresse. Skriv kari@eksempel.no
  Forklaring: /om/rediger/feilmeldinger/#epost-form

data/kontakter.yml:9:10 [ukjent-id]
  9 |   kilde: rapprt
    |          ^
  Feil: «rapprt» finnes ikke i data/kilder.yml. Mente du «rapport»?
"""


def test_only_a_certain_mend_is_offered():
    assert list(load_steps().mends(SAID)) == [
        ("data/kontakter.yml", 5, "  epost: kari@eksempel.no")
    ]


@pytest.fixture
def control(monkeypatch):
    for name, value in {
        "HEAD_SHA": "a" * 40,
        "CONCLUSION": "failure",
        "RUN_URL": "https://eksempel.no/run/1",
        "GITHUB_REPOSITORY": "lag/side",
    }.items():
        monkeypatch.setenv(name, value)


def test_the_comment_shows_what_was_found_as_it_is_written(gh, control, tmp_path, capsys):
    (tmp_path / "sjekk.txt").write_text(
        "data/x.yml:3 [kode]\n  3 | <script> @alle\r# Overskrift\n    ^\n\nHint: alt mulig\n\n1"
        " feil og 1 hint.\n",
        "utf-8",
        newline="",
    )
    (tmp_path / "forskjell.txt").write_bytes(
        b"Endringer\n\n- Fosen: \xff ![x](https://ond.no/a.png)\n  - Etter: 17\n"
    )
    step("comment", str(tmp_path))
    assert [words[:2] for words in gh.told] == [["api", "--paginate"]], (
        "no pull request has that head"
    )
    assert capsys.readouterr().out == "Ingen åpen pull request har denne utgaven.\n"
    gh.answers("api---paginate", "5\n")
    step("comment", str(tmp_path))
    body = gh.body("pr", "comment", "5")
    assert body.startswith(
        "Kontrollen stoppet. Rett det som står under, i samme forslag, så kjører den på nytt. [Alt"
        " som ble funnet](https://eksempel.no/run/1)\n\n### Opplysningene\n\n    data/x.yml:3"
        " [kode]\n      3 | <script> @alle\n    # Overskrift\n        ^\n    \n    1 feil og 1"
        " hint.\n\n###"
    )
    assert (
        "### Det som blir annerledes\n\nEndringer  \n\n- Fosen: \ufffd !\\[x\\](https://<!--"
        " -->ond.no/a.png)\n  - Etter: 17" in body
    )


def test_a_huge_answer_is_cut_and_a_missing_one_is_no_error(gh, control, tmp_path, monkeypatch):
    gh.answers("api---paginate", "5\n")
    monkeypatch.setenv("CONCLUSION", "success")
    (tmp_path / "sjekk.txt").write_text(
        "".join(f"- feil nummer {number}\n" for number in range(100_000)), "utf-8"
    )
    step("comment", str(tmp_path))
    body = gh.body("pr", "comment", "5")
    assert (
        len(body) < 65_536
        and body.endswith("\n… og mer. Resten står i sammendraget av kontrollen.\n")
        and body.startswith("Kontrollen er i orden.")
    )
    (tmp_path / "sjekk.txt").unlink()
    step("comment", str(tmp_path))
