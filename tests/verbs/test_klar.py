"""What is missing before the site may go out, in exact words."""

from conftest import run


def test_what_is_missing_is_said(project):
    told = run(project, "macros", "klar")
    assert told.returncode == 1
    assert "SITE_URL: den offentlige adressen, med https://" in told.stdout
    assert ".github/CODEOWNERS: hvem som ser over en endring" in told.stdout
    assert "Dismiss stale pull request approvals" in told.stdout
    assert "data/nettsted.yml" not in told.stdout


def test_what_only_the_owner_can_say_is_said_as_missing(project, edit):
    edit("data/nettsted.yml", "lisens: CC BY 4.0\n", "")
    told = run(project, "macros", "klar", SITE_URL="https://eksempel.no/")
    assert "data/nettsted.yml: lisensen for opplysningene («lisens»)" in told.stdout
    assert "SITE_URL" not in told.stdout


def test_the_last_lines_of_a_build_say_it(project):
    built = run(project, "macros", "bygg")
    assert built.returncode == 0 and "Ikke klart til å legges ut" in built.stderr
