"""Files under names that nobody reads, and the fields at the top of a page: said in exact words,
where the engine would pass over it or stop in English.
"""

import struct
import zlib
from pathlib import Path

import pytest
from small_pictures import gif, jpg, png, webp

from macros.reading.assets import judge_asset
from macros.reading.prose import read_prose

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


PNG = png()


def packed(content: bytes, head: bytes = b"/Filter /FlateDecode") -> bytes:
    """Objects of a PDF as programs write them today."""
    body = zlib.compress(content)
    return b"7 0 obj << /Type /ObjStm /First 9 %b >> stream\n%b\nendstream\n" % (head, body)


WIDE = {
    ".png": png(4001, 9),
    ".jpg": jpg(4001, 9, frame=0xCF),
    ".gif": gif(4001, 9),
    "-x.webp": webp(b"VP8X", bytes(4) + (4000).to_bytes(3, "little") + (8).to_bytes(3, "little")),
    "-l.webp": webp(b"VP8L", b"\x2f" + (4000 | 8 << 14).to_bytes(4, "little")),
    ".webp": webp(b"VP8 ", b"xxx\x9d\x01\x2a" + struct.pack("<HH", 4001, 9)),
}
FINE = {
    ".png": png(4000, 4000),
    ".jpg": jpg(4000, 4000),
    ".jpeg": jpg(frame=0xC2),
    ".gif": gif(palette=b""),
    ".webp": webp(b"VP8 ", b"xxx\x9d\x01\x2a\1\0\1\0"),
    ".pdf": b"%PDF-1.7 /AAB /Annots\n"
    + packed(b"/Type /Page")
    + packed(
        b"/AA << x", b"/Length 9 >> stream\nx\nendstream\n8 0 obj << /Filter /LZWDecode"
    ).replace(b"/ObjStm /First 9", b"/XObject")
    + b"10 0 obj << /Type /ObjStm /First 9 >> stream\n/AAB\nendstream\nendstream\n%%EOF\n",
}
OTHERS = [
    ("om/bilde.png", PNG, ""),
    *((f"om/fin{ending}", content, "") for ending, content in FINE.items()),
    *(
        (
            f"om/bred{name}",
            content,
            "bildet er for stort (4001 × 9 punkter). Gjør det mindre: høyst 4000 på hver led",
        )
        for name, content in WIDE.items()
    ),
    *(
        (
            f"om/skadd{ending}",
            damaged,
            f"filen er ikke det navnet sier ({ending}). Lagre den på nytt i det formatet",
        )
        for ending, content in FINE.items()
        for damaged in (content[:13], content[:-8], content + b"<script>x()</script>" * 60)
    ),
    *(
        (
            f"om/halv{ending}",
            content,
            f"filen er ikke det navnet sier ({ending}). Lagre den på nytt i det formatet",
        )
        for ending, content in (
            (".png", PNG.replace(b"IDAT", b"tEXt")),
            (".png", PNG.replace(b"IHDR", b"tEXt")),
            (".jpg", jpg()[:14] + b"\xff"),
            (".gif", gif().replace(b"\x2c", b"\x3b")),
        )
    ),
    *(
        (
            "om/plan.pdf",
            b"%PDF-1.7 << " + active + b" >>\n%%EOF",
            "filen har noe som kjører når den åpnes. Lagre den på nytt uten (som PDF/A)",
        )
        for active in (
            b"/S /JavaScript /JS (x)",
            b"/S /J#61vaScript",
            b"/OpenAction 3 0 R",
            b"/AA << /O 1 0 R >>",
            b"/S /Launch",
            b"/Type /EmbeddedFile",
            packed(b"/S /JavaScript /JS (x)"),
            packed(b"/Open#41ction 3 0 R", b"/Filter [ /FlateDecode ]"),
        )
    ),
    *(
        (
            "om/plan.pdf",
            b"%PDF-1.7 " + unread + b"%%EOF",
            "filen kan ikke leses helt. Lagre den på nytt (som PDF/A)",
        )
        for unread in (
            packed(b"x", b"/Filter [/FlateDecode /FlateDecode]"),
            packed(b"x", b"/Filter 3 0 R"),
            packed(b"x", b"/Filter /LZWDecode"),
            packed(b"x", b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
            packed(bytes(20_000_001)),
        )
    ),
    (
        "om/plan.pdf",
        b"%PDF-1.7 trailer << /Encrypt 3 0 R >>\n%%EOF",
        "filen er låst eller kryptert. Lagre den på nytt uten passord (som PDF/A)",
    ),
    (
        "om/figur.svg",
        b"<svg>" + b"<path/>" * 200_000 + b"</svg>",
        "filen er for stor (1400 kB). Lagre tegningen som .png eller .webp",
    ),
    ("om/figur.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', ""),
    ("assets/kart.css", b"a { color: red }", ""),
    (
        "om/bilde.png",
        b"<html>",
        "filen er ikke det navnet sier (.png). Lagre den på nytt i det formatet",
    ),
    (
        "om/stort.png",
        PNG + bytes(9_000_000),
        "filen er for stor (9000 kB). Gjør den mindre: høyst 1000 kB",
    ),
    (
        "om/Mitt bilde.PNG",
        PNG,
        "filnavnet har mellomrom eller tegn som ikke går i en adresse. Gi filen navnet"
        " mitt-bilde.png",
    ),
    (
        "om/%%.png",
        PNG,
        "filnavnet har mellomrom eller tegn som ikke går i en adresse. Gi filen navnet bilde.png",
    ),
    *(
        (
            f"om/rapport{ending.upper()}",
            b"PK",
            f"filer fra Office ({ending}) publiseres ikke. Lagre den som PDF, eller skriv innholdet"
            " på en side",
        )
        for ending in (
            *(".doc", ".docx", ".docm", ".dotx", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx"),
            *(".rtf", ".odt", ".ods", ".odp", ".pages", ".numbers", ".key"),
        )
    ),
    *(
        (
            f"om/side{ending}",
            b"<p>",
            f"{ending} publiseres ikke. Skriv siden i Markdown, i en fil som ender på .md",
        )
        for ending in (".html", ".htm", ".xhtml", ".shtml", ".xml", ".mht")
    ),
    *(
        (
            f"assets/nytt{ending}",
            b"x()",
            f".{ending.split('.')[1]} er en del av programmet, og kan ikke legges her. Slett filen,"
            " eller be den som vedlikeholder programmet, om hjelp",
        )
        for ending in ("1.css", ".js", ".mjs", ".wasm")
    ),
    (
        "om/notat.txt",
        b"x",
        "slike filer publiseres ikke. I docs/ kan det ligge sider (.md) og .png, .jpg, .gif, .webp,"
        " .pdf, .svg",
    ),
    (
        "assets/arshjul-filter.css",
        b"",
        "filen lages av data og kan ikke ligge her også. Slett eller flytt den",
    ),
    *(
        (
            "om/figur.svg",
            drawing,
            "tegningen har noe som kan kjøre, stil eller noe fra andre nettsteder. Lagre den som"
            " .png eller .webp",
        )
        for drawing in (
            b"<svg><script>x()</script></svg>",
            b'<svg onload="x()"></svg>',
            b'<svg><path ONCLICK = "x()"/></svg>',
            b'<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>',
            b'<svg><use href="https://eksempel.com/x#y"/></svg>',
            b"<svg><style>@import url(//eksempel.com)</style></svg>",
            b"<svg><foreignObject><p>x</p></foreignObject></svg>",
            b'<svg><a href="javascript:x()"><path/></a></svg>',
            b"<html>",
            b"<svg>&x;</svg>",
            b"<path/>",
        )
    ),
    (
        "om/figur.svg",
        "<svg></svg>".encode("utf-16"),
        "tegningen er ikke lagret som UTF-8. Lagre den på nytt, eller som .png",
    ),
]


@pytest.mark.parametrize(("name", "content", "words"), OTHERS)
def test_other_files_beside_the_pages(name, content, words):
    found = judge_asset(f"docs/{name}", name, content)
    assert str(found) == (f"docs/{name}:1: {words}" if words else "None")


def test_what_the_engine_leaves_out_may_lie_there(example, problems):
    (example / "docs" / ".DS_Store").write_bytes(b"x")
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
        *(
            (
                top,
                f"feltet «{top.split(':')[0]}» finnes ikke på en side. Slett linjen. Feltene er"
                " title, description, hide, search, toc, kalender, skript og stilark",
            )
            for top in (
                "template: 404.html",
                "template: [main.html]",
                "template:",
                "status: new",
                "icon: material/x",
            )
        ),
        *(
            (
                f'{name}: "Kontakt\\noss"',
                f"«{name}» må stå på én linje. Slett linjeskiftet",
            )
            for name in ("title", "description")
        ),
        ("title: |\n  Kontakt", "«title» må stå på én linje. Slett linjeskiftet"),
        *(
            (
                f"kalender: {name}",
                "kalenderen i «kalender» finnes ikke. Den kan være alle, skoler, nettverk og"
                " samarbeidsforum, eller nettverk- og id-en til et nettverk",
            )
            for name in ("finnes-ikke", "nettverk-finnes-ikke", "nord-eksempel", "[alle]", "")
        ),
        (
            "skript: [assets/sok.js, assets/nytt.js]",
            "«skript» viser til assets/nytt.js, som ikke finnes. Slett eller rett den",
        ),
        *(
            (f"skript: {wrong}", "«skript» skal være en liste, som [assets/arshjul.js]")
            for wrong in (
                "assets/sok.js",
                "[2027]",
                "[[assets/sok.js]]",
                "[assets/sok.js, assets/../sok.js]",
                "",
            )
        ),
        *(
            (f"{name}: {wrong}", f"«{name}» skal være {{exclude: true}}")
            for name in ("search",)
            for wrong in (
                *("true", "{exclude: ja}", "{exclude: 1}", "{include: true}", "[exclude]"),
                "{exclude: true, boost: 2}",
            )
        ),
        *(
            (
                f"hide: {wrong}",
                "«hide» skal være en liste, som [toc]. Den kan ha toc, navigation, path og footer",
            )
            for wrong in ("toc", "1", "[toc, alt]", "")
        ),
        ("toc: toc", "«toc» skal være true (ja) eller false (nei)"),
        *(
            (
                f"title: {wrong}",
                '«title» må være en tekst. Sett den i anførselstegn: "…", eller slett linjen',
            )
            for wrong in ("2027", "2027-02-30", "[Kontakt]", "")
        ),
        ("title: ' '", "«title» er tom. Skriv en tekst, eller slett linjen"),
        *(
            (
                f"description: '{sign}'",
                "«description» kan ikke ha tegnene { } < > og rette anførselstegn inne i teksten."
                " Skriv den uten dem, og sitater med « og »",
            )
            for sign in '{}<>"'
        ),
        *(
            (
                f"{name}: {'k' * (longest + 1)}",
                f"«{name}» er for lang ({longest + 1} tegn). Skriv den med høyst {longest}",
            )
            for name, longest in (("title", 120), ("description", 300))
        ),
        (
            'title: "K\\u200b"',
            "«title» har et usynlig tegn (U+200B). Slett det og skriv teksten på nytt",
        ),
        *(
            (f"{name}: x", f"feltet «{name}» finnes ikke på en side. Mente du «{meant}»?")
            for name, meant in (("Overskrift", "title"), ("skjul", "hide"), ("sok", "search"))
        ),
        (
            "stilark: [assets/kart.css, assets/nytt.css]",
            "«stilark» viser til assets/nytt.css, som ikke finnes. Slett eller rett den",
        ),
    ],
)
def test_a_field_that_means_nothing_at_the_top_of_a_page(tmp_path, top, words):
    assert said(tmp_path, f"---\n{top}\n---\n\n# Kontakt\n") == [f"{KONTAKT}:2: {words}"]


def said(root: Path, text: str) -> list[str]:
    """What is wrong with a page by itself."""
    (root / KONTAKT).parent.mkdir(exist_ok=True)
    (root / KONTAKT).write_text(text, "utf-8")
    return [str(problem) for page in read_prose(root) for problem in page.problems]


BEGINS = (
    "1: toppen av siden skal begynne med en linje med ---. Den skal stå aller først i filen, over"
    " feltene"
)
MIXED = (
    "to versjoner av filen er blandet sammen (<<<<<<<, ======= og >>>>>>>). Behold de riktige"
    " linjene, og slett disse tre merkene"
)
UNREADABLE = (
    "1: toppen av siden (mellom de to linjene med ---) kan ikke leses. Skriv felt, som «title:"
    " Kontakt»"
)


def test_a_file_in_docs_is_what_its_name_says(tmp_path):
    assert said(tmp_path, "1) en\n") == [
        f"{KONTAKT}:1: tallet blir ikke et punkt i en liste. Skriv 1. i stedet for 1)"
    ]
    (tmp_path / "docs" / "om.md").mkdir()
    for name in ("Møter.md", "ny.txt", "Ny.MD", ".skjult"):
        (tmp_path / "docs" / name).write_text("# Ny\n")
    pages = {
        page.path: [problem.code for problem in page.problems] for page in read_prose(tmp_path)
    }
    assert pages == {
        "Møter.md": ["id-form"],
        "Ny.MD": ["ukjent-fil"],
        "kontakt.md": ["side-tegn"],
        "ny.txt": ["fil-slag"],
        "om.md": ["fil-lukket"],
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *((f"{name}: x\n\n# K\n", [BEGINS]) for name in ("title", "description", "toc", "hide")),
        ("\n--- \nhide: x\n---\n# K\n", [BEGINS]),
        ("Om title: x\n\n# K\n", []),
        (
            "---\ntitle: x\n\n# K\n",
            [
                "1: toppen av siden begynner med en linje med ---, men slutter ikke med en. Skriv"
                " --- på en egen linje under feltene"
            ],
        ),
        ("---\nKontakt\n---\n", [UNREADABLE]),
        (
            "---\ntitle: [x\n---\n",
            ["2: klammen som åpner på denne linjen, blir ikke lukket. Lukk den med ] eller }"],
        ),
        *(
            (f"---\n{top}\n---\n", [UNREADABLE])
            for top in ("title:Kontakt", "- title", "title:\u00a0Kontakt", "# title: Kontakt")
        ),
        (
            "---\ntitle: Kontakt: oss\n---\n",
            [
                "2: kolon med mellomrom bak kan ikke stå inne i en tekst. Sett hele teksten i"
                ' anførselstegn: "…"'
            ],
        ),
        (
            "---\nhide: [toc]\ndescription: no\n---\n",
            [
                '3: «description» må være en tekst. Sett den i anførselstegn: "…", eller slett'
                " linjen"
            ],
        ),
        ("---\n- a\n...\n", [UNREADABLE]),
        ("--- \ntitle: x\n... \n# K\n", []),
        ("# K\n\n>>>>>>> x\n", [f"3: {MIXED}"]),
        ("# K\n\n<<<<<<<\n", [f"3: {MIXED}"]),
        ("\ufeff# K\n", []),
        (
            "# K\u200b\n",
            ["1: linjen har et usynlig tegn (U+200B). Slett det og skriv linjen på nytt"],
        ),
        (
            "# K\n" + "k" * 1_000_000,
            ["1: filen er for stor (1000 kB). En side er på høyst 1000 kB"],
        ),
    ],
)
def test_a_page_as_a_whole(tmp_path, text, words):
    assert said(tmp_path, text) == [f"{KONTAKT}:{line}" for line in words]


@pytest.mark.parametrize(
    "top",
    [
        "title: Kontakt",
        f"title: {'k' * 120}\ndescription: {'k' * 300}",
        "hide: [toc, navigation, path, footer]",
        "search: {exclude: false}\ntoc: false",
        "search: {exclude: true}",
        "description: Hvem du kan spørre",
        "kalender: skoler\nskript: [assets/sok.js]",
        "kalender: nettverk-nord-eksempel",
        "stilark: [assets/kart.css, assets/arshjul-filter.css]",
    ],
)
def test_a_top_that_is_fine(tmp_path, top):
    (tmp_path / "data" / "nettverk").mkdir(parents=True)
    (tmp_path / "data" / "nettverk" / "nord-eksempel.yml").touch()
    assert said(tmp_path, f"---\n{top}\n---\n\n# Kontakt\n") == []
