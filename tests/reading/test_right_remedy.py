"""Messages whose remedy, taken to the letter, leaves nothing wrong."""

import pytest

KONTAKTER, NORD = "data/kontakter.yml", "data/nettverk/nord-eksempel.yml"


def codes(found: list[str]) -> list[str]:
    return [one.partition(": ")[2] for one in found if "Hint" not in one]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message"),
    [
        (
            KONTAKTER,
            "  institusjon: provehogskolen",
            "  institusjon: Prøvehøgskolen",
            "«Prøvehøgskolen» kan ikke være en id. Skriv provehogskolen: bare a–z, 0–9 og"
            " bindestrek",
        ),
        (
            KONTAKTER,
            "  institusjon: uie",
            "  institusjon: Universitetet i Eksempel",
            "«Universitetet i Eksempel» er et navn. Skriv id-en: uie",
        ),
        (
            NORD,
            "\nkilde: [notat, rapport]",
            '\nkilde: ["notat" "rapport"]',
            'komma mangler mellom to verdier i klammene. Skriv ["a", "b"]',
        ),
        (
            NORD,
            "    for: behov\n",
            "+    for: behov\n",
            "linjen begynner med «+», som en sammenligning setter foran nye linjer. Slett tegnet på"
            " hver linje",
        ),
        (
            NORD,
            "ansvarlig: uie\n",
            "```yaml\nansvarlig: uie\n",
            "tegnene ``` hører ikke til i filen. Slett linjen",
        ),
    ],
)
def test_the_place_and_the_remedy_are_right(example, edit, problems, file, right, wrong, message):
    edit(file, right, wrong)
    assert message in codes(problems(example))
