"""Files under names that nobody reads, and the fields at the top of a page: said in exact words,
where the engine would pass over it or stop in English.
"""

import pytest

SYKLUS, KONTAKT = "data/arshjul/2024-2025.yml", "docs/kontakt.md"
AARENE = "ingen leser denne filen. Et årshjul heter som årene det gjelder, som 2027-2028.yml"
MAPPER = "Datafiler ender på .yml og ligger i mappene som README.md viser"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "2024-2025 (1).yml",
            (
                "4: id-en er «2024-2025», men filen heter 2024-2025 (1).yml. Gi filen navnet"
                " 2024-2025.yml"
            ),
        ),
        (
            "2024-25.yml",
            (
                "4: id-en er «2024-2025», men filen heter 2024-25.yml. Skriv «id: 2024-25», eller"
                " gi filen navnet 2024-2025.yml"
            ),
        ),
    ],
)
def test_a_cycle_that_is_called_otherwise_than_its_id(example, problems, name, words):
    (example / SYKLUS).rename(example / "data/arshjul" / name)
    assert problems(example) == [f"data/arshjul/{name}:{words}"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("arshjul-2027.yml", AARENE),
        ("Årshjul 2027.yml", AARENE),
        ("ny.yml", AARENE),
        ("monstre.yml", f"ingen leser denne filen. Mente du «arshjul/monster.yml»? {MAPPER}"),
        ("2024-2025.yaml", f"ingen leser denne filen. Mente du «arshjul/2024-2025.yml»? {MAPPER}"),
        (
            "gamle/2024-2025.yml",
            f"ingen leser denne filen. Mente du «arshjul/2024-2025.yml»? {MAPPER}",
        ),
    ],
)
def test_a_cycle_that_nobody_reads(example, problems, name, words):
    file = example / "data/arshjul" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("id: ny\n")
    assert problems(example) == [f"data/arshjul/{name}:1: {words}"]


@pytest.mark.parametrize("name", ["ny.markdown", "ny.MD", "ny.mkd", "ny.md.txt", "om/ny.Markdown"])
def test_a_page_with_another_ending(example, problems, name):
    (example / "docs" / name).write_text("# Ny\n")
    assert problems(example) == [f"docs/{name}:1: en side må ende på .md. Gi filen navnet ny.md"]


def test_other_files_beside_the_pages(example, problems):
    for name in ("notat.txt", "bilde.png", "md", "cmd.pdf"):
        (example / "docs" / name).write_text("x")
    assert problems(example) == []


@pytest.mark.parametrize(
    ("top", "words"),
    [
        ("tittel: Kontakt", "feltet «tittel» finnes ikke på en side. Mente du «title»?"),
        ("Title: Kontakt", "feltet «Title» finnes ikke på en side. Mente du «title»?"),
        (
            "beskrivelse: Kontakt",
            "feltet «beskrivelse» finnes ikke på en side. Mente du «description»?",
        ),
        ("hidden: [toc]", "feltet «hidden» finnes ikke på en side. Mente du «hide»?"),
        (
            "template: mal.html",
            (
                "malen i «template» finnes ikke i overrides/. Slett linjen, så får siden den"
                " vanlige rammen"
            ),
        ),
        (
            "template:",
            (
                "malen i «template» finnes ikke i overrides/. Slett linjen, så får siden den"
                " vanlige rammen"
            ),
        ),
        (
            "template: [main.html]",
            (
                "malen i «template» finnes ikke i overrides/. Slett linjen, så får siden den"
                " vanlige rammen"
            ),
        ),
    ],
)
def test_a_field_that_means_nothing_at_the_top_of_a_page(example, problems, top, words):
    (example / KONTAKT).write_text(f"---\n{top}\n---\n\n# Kontakt\n", "utf-8")
    assert problems(example) == [f"{KONTAKT}:2: {words}"]


@pytest.mark.parametrize(
    "top",
    [
        "title: Kontakt",
        "hide: [toc, navigation]",
        "search: {exclude: true}",
        "template: main.html",
        "template: 404.html",
    ],
)
def test_a_top_that_is_fine(project, problems, top):
    (project / KONTAKT).write_text(f"---\n{top}\n---\n\n# Kontakt\n", "utf-8")
    assert problems(project) == []
