"""What data may not say, in exact words: texts, names, addresses, mailboxes and numbers."""

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.plain_text import untracked
from macros.model.types import Epost, Id, Lenke, Lopetekst, Personnavn, Tekst, Telefon
from macros.pages.links import KnownTargets, judge_links

SAFE_LINK = (
    "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.udir.no%2Fa&data=05%7C"
    "kari%40eksempel.no"
)
MARKED = (
    "«{}» blir stående slik på siden, for tekst i data er verken Markdown eller HTML. Skriv ren"
    " tekst. Felt med hele setninger kan ha lenker, som [tekst](https://…)"
)
WRONG = [
    (Tekst, "Se <b>her</b>", MARKED.format("<b")),
    (Tekst, "Se **her**", MARKED.format("**")),
    (Tekst, "Se [her](x.md)", MARKED.format("[her](")),
    (Tekst, "Se [her](https://www.udir.no)", MARKED.format("[her](")),
    *(
        (Lopetekst, f"Se {text}", MARKED.format(sign))
        for text, sign in (
            ("[her](http://www.udir.no)", "[her]("),
            ("[her](x.md)", "[her]("),
            ("[her](//www.udir.no)", "[her]("),
            ("[her](javascript:x)", "[her]("),
            ("![her](https://www.udir.no/x.png)", "![her]("),
            ("[her](https://www.udir.no/a_(b))", "[her]("),
            ('[her](https://www.udir.no "tittel")', "[her]("),
            ("[**her**](https://www.udir.no)", "**"),
            ("[[her](https://www.udir.no)](https://www.nord.no)", "[her]("),
        )
    ),
    (
        Lopetekst,
        "Se [https://www.udir.no](https://www.eksempel.no)",
        "en adresse i en tekst blir ikke en lenke. Skriv den i feltet «lenke», eller som"
        " [tekst](https://…) i et felt med hele setninger",
    ),
    (
        Lopetekst,
        "Se [her](https://kari@www.udir.no)",
        "«https://kari@www.udir.no» er ikke en nettadresse. Skriv hele adressen, som"
        " https://www.eksempel.no/side",
    ),
    (
        Lopetekst,
        f"Se [her]({SAFE_LINK})",
        "adressen følger den som leser (Safe Links eller sporing). Skriv https://www.udir.no/a",
    ),
    (Tekst, "Fosen &amp; omegn", MARKED.format("&amp;")),
    (
        Tekst,
        "Se https://www.udir.no/x",
        "en adresse i en tekst blir ikke en lenke. Skriv den i feltet «lenke», eller som"
        " [tekst](https://…) i et felt med hele setninger",
    ),
    (
        Tekst,
        "\u201cKompetansenettverk Fosen\u201d",
        "anførselstegnene rundt Kompetansenettverk Fosen er krumme. Skriv dem rette:"
        ' "Kompetansenettverk Fosen"',
    ),
    (
        Tekst,
        "Midtre\u2011Namdal",
        "bindestreken er et annet tegn (U+2011) enn den på tastaturet. Skriv - på nytt",
    ),
    (
        Tekst,
        "K\u0430ri",
        "«\u0430» er ikke en latinsk bokstav (U+0430), men ligner på en. Skriv ordet på nytt",
    ),
    *(
        (
            Tekst,
            f"Ol{sign}",
            f"«{sign}» er ikke en latinsk bokstav (U+{ord(sign):04X}), men ligner på en. Skriv"
            " ordet på nytt",
        )
        for sign in "\uff41\u0251\u1d00\u217c\u0585\u13ac\u03bf\U0001d44e"
    ),
    (
        Lopetekst,
        "Ring 998\u00a087 766 om det",
        "«998\u00a087 766» ser ut som et mobilnummer. Vi viser bare fasttelefon på jobben",
    ),
    (
        Tekst,
        "Skriv til Kari@Gmail.com.",
        "«Kari@Gmail.com» ser ut som en privat adresse. Vi viser bare jobbadresser",
    ),
    (Tekst, "x" * 1501, "teksten er for lang (1501 tegn). Skriv den kortere: høyst 1500"),
    (
        Id,
        "x" * 81,
        f"«{'x' * 81}» er for lang til å være en id. Den kan ha høyst 80 tegn",
    ),
    (
        Personnavn,
        "Iversen, Katrine",
        "«Iversen, Katrine» har komma. Skriv fornavnet først: Katrine Iversen",
    ),
    *(
        (
            Personnavn,
            name,
            f"«{name}» er ikke et navn. Skriv fornavn og etternavn, eller slett oppføringen",
        )
        for name in ("nei", "N/A", "Ukjent", "?", "Kari 2", "kari@eksempel.no")
    ),
    (
        Lenke,
        SAFE_LINK,
        "adressen følger den som leser (Safe Links eller sporing). Skriv https://www.udir.no/a",
    ),
    (
        Lenke,
        "https://www.udir.no/a?b=1&utm_source=x&fbclid=y#c",
        "adressen følger den som leser (Safe Links eller sporing). Skriv"
        " https://www.udir.no/a?b=1#c",
    ),
    *(
        (
            Epost,
            f"kari@{domain}",
            f"«kari@{domain}» ser ut som en privat adresse. Vi viser bare jobbadresser",
        )
        for domain in (
            *("gmail.com", "hotmail.com", "hotmail.no", "outlook.com", "live.no", "live.com"),
            *("online.no", "yahoo.com", "yahoo.no", "icloud.com", "me.com", "proton.me"),
            *("protonmail.com", "getmail.no"),
        )
    ),
    (
        Telefon,
        "+47 915 12 345",
        "«91 51 23 45» ser ut som et mobilnummer. Vi viser bare fasttelefon på jobben",
    ),
]
FINE = [
    (Tekst, "Åpent «møte» (ca. 10 < 12), A & B, 2 * 3, Kåfjord/Gáivuotna"),
    (Tekst, "Røros/Rosse, Snåase, Gáŋgaviika, 20 m², ½ år, Škoda, Łódź"),
    (Tekst, "Navnet står som “Fosen” i kilden"),
    (Tekst, "73 55 98 99, dekom@nord.no, 40 000 000 kroner, 974 760 673, 4.9.2024–10.9.2024"),
    (Lopetekst, "Se [her & der](https://www.udir.no/a?b=1&c=2), og [her](https://www.nord.no)."),
    (Personnavn, "Anne-Grete d'Aoust Å. Øvrebø"),
    (Lenke, "https://www.udir.no/a?b=1&c=2"),
    (Epost, "dekom@nord.no"),
    (Telefon, "73 55 98 99"),
    (Tekst, "x" * 1500),
    (Id, "x" * 80),
    (Lenke, "https://www.eksempel.no:1/"),
]


@pytest.mark.parametrize(("kind", "value", "words"), WRONG)
def test_what_is_refused(kind, value, words):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    assert caught.value.errors()[0]["msg"] == words


@pytest.mark.parametrize(("kind", "value"), FINE)
def test_what_is_fine(kind, value):
    assert TypeAdapter(kind).validate_python(value) == value


def test_two_people_may_share_a_mailbox(example, problems):
    file = example / "data" / "kontakter.yml"
    file.write_text(
        file.read_text("utf-8").replace("mette.mal@eksempel.no", "kari.eksempel@eksempel.no"),
        "utf-8",
    )
    assert problems(example) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[x](//eksempel.no/a)", "«//eksempel.no/a» er ikke en nettadresse."),
        ("<http://eksempel.no>", "«http://eksempel.no» er ikke sikker."),
        ("[x](HTTP://eksempel.no)", "«HTTP://eksempel.no» er ikke sikker."),
        ('<a href="HTTP://eksempel.no">x</a>', "«HTTP://eksempel.no» er ikke sikker."),
        ("[x][y]\n\n > - [y]: //eksempel.no", "adressen til [y] står for seg selv."),
        ("![x][y]\n\n[y\nz]:https://eksempel.no", "adressen til [y z] står for seg selv."),
        ("![x [y]](https://eksempel.no/x.png)", "«https://eksempel.no/x.png» ligger på et annet"),
        ("![x\ny](https://eksempel.no/x.png)", "«https://eksempel.no/x.png» ligger på et annet"),
        ("[x](https://a@eksempel.no/)", "«https://a@eksempel.no/» er ikke en nettadresse."),
        ("[x](https://www.udir.no/?utm_source=x)", "adressen følger den som leser"),
        ("[x](https://www.udir.no/a?b=1)", None),
    ],
)
def test_an_address_on_a_page_is_judged_as_in_the_data(text, words):
    known = KnownTargets(set(), set, lambda _: set())
    found = [problem.message for problem in judge_links("docs/x.md", "x.md", text, known)]
    assert [message.startswith(words or "") for message in found] == [True] * bool(words)


def test_an_address_without_a_host_follows_nobody():
    assert untracked("mailto:post@eksempel.no") == "mailto:post@eksempel.no"


@pytest.mark.parametrize(
    "address", ["https:///x", "https://x.no:0/", "https://www.eksemp\u0435l.no"]
)
def test_an_address_that_leads_to_no_site_is_none(address):
    with pytest.raises(ValidationError, match="er ikke en nettadresse"):
        TypeAdapter(Lenke).validate_python(address)
