"""The witness: which facts, sources, times and cautions a reader of a built site meets, and where.

    python tests/support/witness.py SITE                 each fact, and what shows it
    python tests/support/witness.py SITE --against FILE  lost, left and new since such a list
    pytest tests/whole/test_witness.py --bless           accept today's list: golden/vitne.txt

It judges by content, never by markup or place. What must be seen is read from data/ itself: prose
is one fact per sentence; a short value (a name, a number, a date) is seen where the name of its
record is near; a source or a time is seen where its fact is near («hele:» marks what only stands
elsewhere on the same page). Pages, calendars, Word files and data files are judged each for
themselves: what no page shows any longer is lost, though a calendar has it. A fact that an editor
has changed in data/ is not missed. Last stand the pages' own words about sources, times and doubt,
which may change, but not unseen: they are told, and fail nothing.
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import yaml
from built import read_pages
from site_words import WHOLE, Needle, Site, plain

from macros.model.plain_text import TEXT_LINK, spelled_out
from macros.reading.document import TextLoader

ROOT = Path(__file__).parents[2]
# Keys whose values are codes, switches and links between records: pages say them in their own way.
CODES = re.compile(
    "id|slag|type|status|malgruppe|plikt|hos|flis|ikon|linjer|orgnr|nr|trinn|privat|se|aktorer"
    "|begreper|gruppe|observert|hendelser|mal|uklart|utgatt|valgfri|selvsjekk|nynorsk|fyll_ut"
    "|lokal_frist|ukjent_mottaker|spor|viktig"
)
# «file key» → why it may stand in the data without being shown.
UNSEEN = {
    "kommuner.yml aliaser": "spellings that the finder understands, and no page prints",
    "nettverk/* andre_navn": "names that the finder understands, and no page prints",
    "maler/* nn": "a template that is not offered in Nynorsk may have it all the same",
    "saksgang.yml om": "no page shows it",
    "roller/* rad": "which row of the table a task stands in",
    "roller/* avsluttet": "a switch: the page is told in the past",
    "nettsted.yml lisens": "stands on the page about open data, which not every site has",
    "roller/* om": "what the file is about, for those who edit it",
    "roller/* kortnavn": "a shorter name, for a table that has no room for the whole one",
    "tekster.yml presens": "said of a network that staff have confirmed",
    "fylke.yml *": "what the program must know of the county, and what editors are told",
    "begreper.yml nn": "the self-check in nynorsk shows the points without the term's name",
    "begreper.yml fylke": "which county's word it is, by its id",
    "sok.yml *": "what readers type, and where it leads them",
    "skoler.yml *": "a school may be known by the name that it has in a network",
}
MANUAL = re.compile("/(rediger|apne-data)/")  # speaks of files, not of the world
MANY = 3
DASH = "\N{EN DASH}"
OWN = "# Sidenes egne ord om kilder, tid og tvil"
NAMES = ("navn", "kortnavn", "kort", "tittel", "term")
CALLED = (*NAMES, "tekst", "person", "institusjon")
MONTHS = re.findall(
    r"\w+",
    "januar februar mars april mai juni juli august september oktober november desember",
)
SENTENCE = re.compile(r"(?<=[^\d\s][.!?])(?<!Meld\.) (?=[A-ZÆØÅ«§])")
DOUBT = re.compile(r"(?i)\b(kilde\w*|per \d|(u|tid)?dater\w*|u?kjen[nt]\w*|u?bekreft\w*|oppgir)\b")

Proofs = tuple[tuple[str, tuple[Needle, ...]], ...]
Listed = dict[str, dict[str, set[str]]]  # fact → «vises», each source, each time → where it is so


class Fact(NamedTuple):
    """What must be seen: its line in the list, «file key», what is looked for, and its proofs."""

    text: str
    field: str
    needles: tuple[Needle, ...]
    proofs: Proofs


# What must be seen: data/


def read_data(folder: Path) -> list[Fact]:
    """Every fact of the data files."""
    content, names = {}, defaultdict(set)
    for file in sorted(folder.rglob("*.yml")):
        name = file.relative_to(folder).as_posix()
        content[name] = yaml.load(file.read_text("utf-8"), TextLoader)
        if not name.startswith("maler/"):  # the parts of a form have ids of their own
            know(content[name], names, "")
    return [fact for file, node in content.items() for fact in Walk(file, names).of(node)]


def know(node: object, names: dict[str, set[str]], key: str) -> None:
    """Note what readers know each id by."""
    if isinstance(node, dict):
        for id in {key, str(node.get("id", ""))} - {""}:
            names[id].update(text for name in NAMES for text in texts(node.get(name)))
        for inner, value in node.items():
            know(value, names, inner)
    for value in node if isinstance(node, list) else ():
        know(value, names, "")


def texts(node: object) -> list[str]:
    """Every text in a value, be it one, a list or one in each language."""
    if isinstance(node, dict | list):
        inner = node.values() if isinstance(node, dict) else node
        return [text for value in inner for text in texts(value)]
    return [node] if node else []


def spelled(texts: Iterable[str]) -> Needle:
    return frozenset(plain(text).rstrip(".") for text in texts)


def when(value: str) -> tuple[Needle, ...]:
    """A date, a month or a year, as pages, calendars and data files spell them."""
    year, month, day = [*value.split("-"), "", ""][:3]
    needles = [frozenset({year, f"{DASH}{year[2:]}"})]
    if month:
        name = MONTHS[int(month) - 1]
        before = f"{int(day)}. " if day else ""
        days = {f"{int(day)}.{DASH}", f"{day}.{month}"} if day else set()
        needles.append(frozenset({value, before + name, before + name[:3], *days}))
    return tuple(needles)


class Walk(NamedTuple):
    """A place in a data file, and what a value there inherits from the records around it."""

    file: str
    ids: dict[str, set[str]]
    key: str = ""
    names: tuple[str, ...] = ()
    proofs: Proofs = ()

    def of(self, node: object) -> Iterator[Fact]:
        """Every fact in a node."""
        if isinstance(node, dict):
            own = [text for key in CALLED for text in texts(node.get(key))]
            names = tuple(name for text in own for name in sorted(self.ids.get(text) or {text}))
            proofs = self.proved(node) or self.proofs
            for key, value in node.items():
                code = CODES.fullmatch(key) and not any(" " in text for text in texts(value))
                # Where a short title may break is marked in it: the title itself says the same.
                code = code or (key == "kort" and any("|" in text for text in texts(value)))
                if key not in ("kilde", "per", "gjelder") and not code:
                    around = self.names if key in CALLED else names or self.names
                    inside = () if key.startswith("merknad") else proofs
                    yield from Walk(self.file, self.ids, key, around, inside).of(value)
        elif isinstance(node, list):
            for value in node:
                yield from self.of(value)
        elif node:
            yield from self.leaf(node)

    def proved(self, record: dict[str, object]) -> Proofs:
        """The sources and the time of a record."""
        known = [self.ids[id] for id in texts(record.get("kilde")) if id in self.ids]
        sources = [(f"kilde {min(names, key=len)}", (spelled(names),)) for names in known]
        times = texts(record.get("per")) + texts(record.get("gjelder"))
        time = tuple(needle for time in times for needle in when(time))
        return (*sources, *([(f"tid {'/'.join(times)}", time)] if times else ()))

    def leaf(self, value: str) -> Iterator[Fact]:
        """Prose sentence by sentence; what is short, together with the name of its record."""
        field = f"{self.file} {self.key}"
        if value.count(" ") > 1 and len(value) > (60 if self.key == "navn" else 20):
            for sentence in SENTENCE.split(" ".join(value.split())):
                read = [TEXT_LINK.sub(r"\1", sentence), spelled_out(sentence)]
                yield Fact(sentence, field, (spelled(read),), self.proofs)
            return
        if self.file.startswith("maler/"):  # the short texts of a form are found everywhere
            return
        shown = self.ids.get(value) or {self.key.replace("_", " ") if value == "true" else value}
        date = re.fullmatch(r"(19|20)\d\d(-\d\d){0,2}", value)
        sought = when(value) if date else (spelled(shown),)
        names = sorted(set(self.names) - {value}, key=lambda name: (len(name), name))
        record = f"{names[0]} > " if names else ""
        text = f"{record}{self.key}: {min(sorted(shown), key=len)}"
        yield Fact(text, field, (spelled(names), *sought) if names else sought, self.proofs)


# The list, and what has become of it


def witness(site: Site, data: Iterable[Fact]) -> Listed:
    """Where each fact is seen, and where each of its sources and times is seen beside it."""
    listed: Listed = defaultdict(lambda: defaultdict(set))
    for fact in data:
        for name, needles in (("vises", ()), *fact.proofs):
            found = site.places((*fact.needles, *needles))
            near = {place for place in found if not place.startswith(WHOLE)}
            far = name != "vises" and medium("/") not in map(medium, near)
            listed[fact.text][name] |= found if far else near
    return listed


def unseen(data: Iterable[Fact], listed: Listed) -> list[str]:
    """What stands in the data and nowhere before a reader."""
    hidden = {fact for fact in data if listed[fact.text]["vises"] <= {"data"}}
    lines = {f"{fact.field} | {fact.text}" for fact in hidden}
    return sorted(line for line in lines if not any(fnmatch(line, f"{key} |*") for key in UNSEEN))


def own_words(site: Site, data: Iterable[Fact]) -> Listed:
    """What pages say of sources, times and doubt in words that are not those of the data."""
    known = "|".join({plain(fact.text) for fact in data})
    listed: Listed = defaultdict(lambda: defaultdict(set))
    for place, line in site.lines:
        for piece in SENTENCE.split(line) if not MANUAL.search(place) else ():
            words = re.sub(r"^(\w+ ?){1,2}: ", "", piece)
            if (
                words.count(" ") > 2
                and DOUBT.search(words)
                and plain(words).rstrip(".") not in known
            ):
                listed[words]["vises"].add(place)
    return listed


def medium(place: str) -> str:
    """What is judged for itself: pages, pages as wholes, and each kind of file."""
    return place.split("/")[0]


def below(place: str) -> str:
    return re.sub(r"[^/]*/?$", "*", place, count=1)


def few(places: set[str]) -> set[str]:
    """The places; many below one address as that address and a star."""
    stars = [below(place) for place in places if "/" in place]
    return {below(place) if stars.count(below(place)) > MANY else place for place in places}


def written(listed: Listed) -> list[str]:
    """The list as lines; what is seen in the same places shares one."""
    lines = []
    for text, proofs in sorted(listed.items()):
        same: dict[str, list[str]] = defaultdict(list)
        for name, places in proofs.items():
            same[" ".join(sorted(few(places))) or "-"].append(name)
        lines += [text, *(f"    {' + '.join(names)} | {where}" for where, names in same.items())]
    return lines


def whole(site: Site, data: list[Fact]) -> str:
    """The whole list, as the golden file keeps it."""
    parts = (written(witness(site, data)), [OWN], written(own_words(site, data)))
    return "".join(f"{line}\n" for part in parts for line in part)


def read_list(text: str) -> tuple[Listed, Listed]:
    """A list that was written: the facts, and the pages' own words."""
    both: tuple[Listed, Listed] = ({}, {})
    for listed, part in zip(both, text.split(f"{OWN}\n"), strict=True):
        for line in part.splitlines():
            if not line.startswith("    "):
                proofs = listed[line] = {}
                continue
            names, places = line.strip().rsplit(" | ", 1)
            proofs.update((name, set(places.split()) - {"-"}) for name in names.split(" + "))
    return both


def changes(before: Listed, now: Listed) -> dict[str, list[str]]:
    """What has become of what is still in the data. Only what is «lost» is a fault."""
    found: dict[str, list[str]] = {"lost": [], "left": []}
    for text in sorted(before.keys() & now.keys()):
        for name in sorted(before[text].keys() & now[text].keys()):
            has = now[text][name] | set(map(below, now[text][name]))
            has |= {WHOLE + place for place in has if place.startswith("/")}
            missing = before[text][name] - has
            lost = {place for place in missing if medium(place) not in map(medium, has)}
            for title, places in (("lost", lost), ("left", missing - lost)):
                if places:
                    found[title].append(f"{text} | {name} | {' '.join(sorted(places))}")
    return found | {"new": sorted(now.keys() - before.keys()), "gone": sorted(before.keys() - now)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--against", type=Path, help="a list from before")
    given = parser.parse_args()
    site, data = Site(given.site, read_pages(given.site)), read_data(ROOT / "data")
    if not given.against:
        print(whole(site, data), end="")
        return 0
    before, own = read_list(given.against.read_text("utf-8"))
    now = witness(site, data)
    found, hidden = changes(before, now), unseen(data, now)
    for title, lines in (
        ("Nytt i data/", found["new"]),
        ("Ikke lenger i data/", found["gone"]),
        ("Sidenes egne ord som ingen side sier lenger", sorted(own.keys() - own_words(site, data))),
        ("Borte fra noen sider, men står fortsatt på andre", found["left"]),
        ("I data/, men vises ikke for noen", hidden),
        ("Borte fra alle sidene, kalenderne, Word-filene eller datafilene", found["lost"]),
    ):
        print(f"\n{title}: {len(lines)}", *lines, sep="\n  ")
    return 1 if hidden or found["lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
