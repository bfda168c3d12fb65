"""The pages that exist because a record does: of networks, owners, schemes, cycles, templates and
roles.
"""

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from macros.markup import inline
from macros.model.data import Data
from macros.model.finn import school_name
from macros.model.maler import Mal
from macros.model.malform import Sprak
from macros.model.nettverk import Nettverk
from macros.model.plain_text import spelled_out

# A page's sections: the heading, and the block that fills it.
NETWORK = (
    ("", "nettverk_svar"),
    ("Året i nettverket", "nettverk_stripe"),
    ("Datoer", "nettverk_ar"),
    ("Om nettverket", "nettverk_om"),
)
FINDER = (
    ("", "finn_svar"),
    ("Slik får dere hjelp { #veien-til-hjelp }", "finn_vei"),
    ("Dette kan nettverket be om { #be-om data-search-exclude }", "finn_tilbud"),
    ("", "finn_mer"),
    ("", "finn_send"),
)
# The same headings while nobody has confirmed the networks of the page.
UNCONFIRMED = {
    "finn_vei": "Slik fikk dere hjelp { #veien-til-hjelp }",
    "finn_tilbud": "Dette kunne nettverket be om { #be-om data-search-exclude }",
}
# The looks of the small map.
MAP_SHEET = "assets/kart.css"
# The looks of the year as a strip.
STRIP_SHEET = "assets/stripe.css"
# Where the national register's schools are known, and the page is their owner's.
SCHOOLS = (("Skolene her", "finn_skoler"),)
CYCLE = (
    ("", "arshjul_syklus"),
    ("Hele året", "syklus_stripe"),
    ("Måned for måned", "arshjul_rader"),
)
STRATEGY = (("", "strategi_om"), ("Dette sto i strategien", "strategi_emner"))
# A scheme's sections, each with the field that must hold something for it to stand.
SCHEME = (
    ("", "ordning_svar", "navn"),
    ("Hva betyr dette for oss?", "ordning_betyr", "betyr"),
    ("Om ordningen", "ordning_om", "om"),
    ("Penger", "ordning_penger", "penger"),
    ("Det vi ikke vet", "ordning_ikke_funnet", "ikke_funnet"),
)


@dataclass(frozen=True)
class GeneratedPage:
    """Front matter and macro calls with ids, never data: Jinja runs on the body."""

    path: str
    title: str
    description: str
    body: str
    source: str
    # Style sheets and scripts of its own, and the calendar that belongs to it.
    extras: Mapping[str, object] = field(default_factory=dict)
    # Whether a page that an editor has written at its address stands in its place.
    gives_way: bool = False

    def markdown(self) -> str:
        """The page as MkDocs reads it.

        Material prints titles raw and Jinja reads them: both are made harmless.
        """
        extras = "".join(f"{key}: {json.dumps(value)}\n" for key, value in self.extras.items())
        return (
            f"---\ntitle: {_safe(self.title)}\ndescription:"
            f" {_safe(self.description)}\n{extras}---\n{self.body}\n"
        )


def _safe(text: str) -> str:
    return json.dumps(html.escape(text).replace("{", "&#123;"), ensure_ascii=False)


def generated_pages(data: Data) -> Iterator[GeneratedPage]:
    """All of them, in a fixed order."""
    yield from _network_pages(data)
    yield from _ended_network_pages(data)
    yield from _finder_pages(data)
    yield from _scheme_pages(data)
    yield from _cycle_pages(data)
    yield from _template_pages(data)
    yield from _role_pages(data)


def _network_pages(data: Data) -> Iterator[GeneratedPage]:
    for nettverk in data.nettverk.values():
        yield GeneratedPage(
            f"nettverk/{nettverk.id}.md",
            nettverk.navn,
            f"Hvem som er utviklingspartner (UP1) og representant for {nettverk.navn}, hvilke"
            " skoleeiere som er med, og hvor opplysningene står.",
            _body(nettverk.navn, NETWORK, nettverk.id),
            nettverk.place().file,
            {
                "stilark": ["assets/arshjul.css", "assets/finnside.css", STRIP_SHEET, MAP_SHEET],
                "skript": ["assets/arshjul.js"],
                "kalender": f"nettverk-{nettverk.id}",
                **_track(data, [nettverk]),
            },
        )


def _ended_network_pages(data: Data) -> Iterator[GeneratedPage]:
    """An address that has been published answers for ever."""
    for one in data.tidligere_nettverk:
        yield GeneratedPage(
            f"nettverk/{one.id}.md",
            f"{one.navn} (opphørt)",
            f"Nettverket {one.navn} finnes ikke lenger. Her står hvor du går i stedet.",
            _body(one.navn, (("", "nettverk_opphort"),), one.id),
            data.nettsted.place().file,
        )


def _cycle_pages(data: Data) -> Iterator[GeneratedPage]:
    sheets = ["assets/arshjul.css", STRIP_SHEET, "assets/hjul.css", "assets/arshjul-filter.css"]
    for syklus in data.sykluser.values():
        yield GeneratedPage(
            f"arshjul/{syklus.id}.md",
            syklus.navn,
            f"{syklus.navn}: frister og møter, måned for måned, som liste og hjul, med"
            f" kilde.{' Ingenting er vedtatt.' if syklus.er_utkast else ''}",
            _body(syklus.navn, CYCLE, syklus.id),
            syklus.place().file,
            {
                "stilark": sheets,
                "skript": ["assets/arshjul.js"],
                "kalender": "utkast" if syklus.er_utkast else "alle",
            },
        )


def _finder_pages(data: Data) -> Iterator[GeneratedPage]:
    pages = [
        (kommune.slug, kommune.navn, kommune.place().file) for kommune in data.kommuner.values()
    ]
    pages += [
        (id, school_name(listed), listed[0][0].place().file)
        for id, listed in data.friskoler.items()
    ]
    pages += [
        (sted.slug, sted.navn, sted.nettverk[0].place().file)
        for sted in data.steder.values()
        if sted.er_fylket
    ]
    for address, name, source in pages:
        yield GeneratedPage(
            f"finn/{address}.md",
            f"Utviklingspartner for {name}",
            f"Nettverket og utviklingspartneren (UP1) for {name}, veien til hjelp og hvor"
            " opplysningene står.",
            _body(
                f"Utviklingspartner for {name}",
                _finder_sections(data, address) + SCHOOLS * (address in data.skoler_etter_side),
                address,
            ),
            source,
            {"stilark": [MAP_SHEET, "assets/finnside.css"], "skript": ["assets/kopier.js"]}
            | _track(data, data.steder[address].nettverk if address in data.steder else ()),
        )


def _finder_sections(data: Data, slug: str) -> tuple[tuple[str, str], ...]:
    """The headings in the present only where all the networks are confirmed."""
    networks = data.steder[slug].nettverk if slug in data.steder else ()
    if networks and all(nettverk.bekreftet for nettverk in networks):
        return FINDER
    return tuple((UNCONFIRMED.get(block, heading), block) for heading, block in FINDER)


def _track(data: Data, networks: Iterable[Nettverk]) -> Mapping[str, object]:
    """What leads the notice of a page for upper secondary alone to its own track."""
    upper = {nettverk.spor for nettverk in networks} == {"videregaende"}
    return {"spor": "videregaende"} if data.na and upper else {}


def _scheme_pages(data: Data) -> Iterator[GeneratedPage]:
    for id, ordning in data.ordninger.items():
        sections = tuple(
            (heading, block) for heading, block, field in SCHEME if getattr(ordning, field)
        )
        yield GeneratedPage(
            f"ordninger/{id}.md",
            ordning.kortnavn,
            f"{ordning.navn}: når ordningen gjaldt, hva den var, reglene om penger og hva som kom"
            " før og etter.",
            _body(ordning.navn, sections, id),
            ordning.place().file,
        )


def _role_pages(data: Data) -> Iterator[GeneratedPage]:
    """Every matrix but the county's own, which has pages by hand; and every strategy."""
    for id, fil in data.roller.items():
        if data.fylke and id != data.fylke.id:
            yield GeneratedPage(
                f"roller/{id}/index.md",
                fil.tittel,
                spelled_out(fil.om),
                _body(fil.tittel, (("", "roller_om"), ("", "roller_aktorer")), id),
                fil.place().file,
                gives_way=True,
            )
    for id, strategi in data.strategi.items():
        yield GeneratedPage(
            f"roller/{id}/strategi.md",
            strategi.tittel,
            spelled_out(strategi.om),
            _body(strategi.tittel, STRATEGY, id),
            strategi.place().file,
            gives_way=True,
        )


def _template_pages(data: Data) -> Iterator[GeneratedPage]:
    for id, mal in data.maler.items():
        for sprak in mal.sprak:
            yield from _template_forms(id, mal, sprak)


def _template_forms(id: str, mal: Mal, sprak: Sprak) -> Iterator[GeneratedPage]:
    """The page to read and print, and the one to fill in, which the search leaves out: it says the
    same.
    """
    title, about, looks = mal.tittel.i(sprak), mal.kort.i(sprak), {"stilark": ["assets/skjema.css"]}
    if sprak == "nn":
        looks["search"] = {"exclude": True}
    address = f"maler/{id}{'/nn' if sprak == 'nn' else ''}"
    heading = f"# {inline(title)}{' { lang=nn }' if sprak == 'nn' else ''}"
    call = f'("{id}", "{sprak}")'
    yield GeneratedPage(
        f"{address}.md",
        title,
        about,
        f"{heading}\n\n{{{{ mal_om{call} }}}}\n\n{{{{ mal_innhold{call} }}}}",
        mal.place().file,
        looks,
    )
    if mal.fyll_ut:
        extras = looks | {"skript": ["assets/skjema.js"], "search": {"exclude": True}}
        yield GeneratedPage(
            f"{address}/fyll-ut.md",
            f"Fyll ut: {title}",
            about,
            f"{heading}\n\n{{{{ mal_skjema{call} }}}}",
            mal.place().file,
            extras,
        )


def _body(title: str, sections: tuple[tuple[str, str], ...], id: str) -> str:
    """A heading and a macro call for each section; one without a heading comes first."""
    parts = [f"# {inline(title)}"]
    for heading, block in sections:
        parts += [f"## {heading}"] * bool(heading) + [f'{{{{ {block}("{id}") }}}}']
    return "\n\n".join(parts)
