"""What the finder and the site search know by name: places, schools, networks, people, terms and
pages, with the words that lead to each. The texts of the pages are the engine's to add.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from macros.model.data import Data
from macros.model.listing import alphabetical
from macros.model.skoler import Trinn, level
from macros.model.sok import Sok
from macros.pages.finn import place_note
from macros.pages.skoler import note, school_address
from macros.pages.utviklingspartnere import short_answer
from macros.pages.view import View

SEARCH_NAMES, SEARCH_TEXTS = "sok/navn.json", "sok/tekst.json"
# A level as the script reads it; a word that asks for schools of any level has none.
LETTERS = {"grunnskole": "g", "videregaende": "v", "privat": "p"}


@dataclass(frozen=True)
class Treff:
    """A possible hit: what it is called, where it leads, and what is said beside it."""

    navn: str
    side: str
    om: str
    andre: tuple[str, ...] = ()
    tidligere: tuple[str, ...] = ()
    ord: tuple[str, ...] = ()
    # Of a school its levels, one letter each, and the address of its kommune where its own leads
    # to another page.
    skole: str = ""

    @property
    def trimmed(self) -> list[object]:
        """As the script reads it: what is empty at the end is left out."""
        parts = [self.navn, self.side, self.om, self.andre, self.tidligere, self.ord, self.skole]
        while not parts[-1]:
            parts.pop()
        return parts if len(parts) > 2 else [*parts, ""]


def search_names(view: View, pages: Iterable[tuple[str, str, str]]) -> bytes:
    """All of it. `pages` are address, title and description of the pages that are no record's.

    The order of the groups decides between hits that fit equally well.
    """
    data, sok = view.data, view.data.sok or Sok()
    named, county = found_by_name(view), data.fylke.navn
    groups = {
        **_record_hits(view),
        "Sider": [
            *_answer_hits(sok),
            *(
                Treff(title, side, om, ord=("nynorsk",) * side.endswith("/nn/"))
                for side, title, om in pages
                if side not in named
            ),
        ],
        "Begreper": _term_hits(data),
    }
    keys = {stikkord.side: stikkord.ord for stikkord in sok.stikkord}
    content = {
        "tomme": sok.tomme,
        "trinn": [(LETTERS.get(level, ""), asking) for level, asking in sok.trinn.items()],
        "like": list(sok.like.items()),
        "utenfor": {
            "navn": data.andre_kommuner.navn if data.andre_kommuner else (),
            "svar": f"{{}} ligger ikke i {county}. Nettstedet gjelder bare kommunene der.",
        },
        "grupper": [(label, list(_keyed(found, keys))) for label, found in groups.items()],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def found_by_name(view: View) -> set[str]:
    """The pages that are a record's own, and so known by its name."""
    records = {treff.side for found in _record_hits(view).values() for treff in found}
    return records | {treff.side for treff in _term_hits(view.data)}


def _record_hits(view: View) -> dict[str, list[Treff]]:
    return {
        "Kommuner og fylkeskommunen": _owner_hits(view),
        "Skoler": [*_school_hits(view.data), *_named_school_hits(view)],
        "Nettverk": _network_hits(view),
        "Personer og institusjoner": [*_people_hits(view.data), *_institution_hits(view.data)],
    }


def _keyed(found: Iterable[Treff], keys: Mapping[str, tuple[str, ...]]) -> Iterator[list[object]]:
    for treff in found:
        yield replace(treff, ord=(*treff.ord, *keys.get(treff.side, ()))).trimmed


def _owner_hits(view: View) -> list[Treff]:
    return [
        Treff(
            sted.navn,
            sted.adresse,
            place_note(view, sted),
            tuple(filter(None, (kommune.samisk, *kommune.aliaser))) if kommune else (),
            tuple(old.navn for old in kommune.tidligere) if kommune else (),
        )
        for sted in view.data.steder.values()
        if not sted.skoler
        for kommune in [sted.kommune]
    ]


def _named_school_hits(view: View) -> list[Treff]:
    return [
        Treff(
            sted.navn,
            sted.adresse,
            place_note(view, sted),
            tuple(
                dict.fromkeys(
                    name for skole in sted.skoler for name in skole.alle_navn if name != sted.navn
                )
            ),
            ord=tuple({skole.orgnr: None for skole in sted.skoler if skole.orgnr}),
            skole=_asked_as(
                view.data,
                dict.fromkeys(map(level, sted.nettverk)),
                True,
                next((skole.kommune for skole in sted.skoler if skole.kommune), None),
            ),
        )
        for sted in view.data.steder.values()
        if sted.skoler
    ]


def _school_hits(data: Data) -> list[Treff]:
    """The public ones first, which more people look for."""
    listed = [
        (page, orgnr, skole)
        for page, schools in data.skoler_etter_side.items()
        for orgnr, skole in schools.items()
    ]
    return [
        Treff(
            skole.navn,
            f"finn/{school_address(page, orgnr)}",
            note(data, skole),
            skole.andre_navn,
            skole=_asked_as(
                data, skole.trinn, skole.privat, skole.kommune if skole.er_fylkets else None
            ),
        )
        for page, orgnr, skole in sorted(
            listed, key=lambda one: (one[2].privat, alphabetical(one[2].navn))
        )
    ]


def _asked_as(data: Data, trinn: Iterable[Trinn], private: bool, kommune: str | None) -> str:
    """`kommune` is that of a school whose page is another's."""
    levels = "".join([LETTERS[one] for one in trinn] + [LETTERS["privat"]] * private)
    return f"{levels} finn/{data.kommuner[kommune].slug}/" if kommune else levels


def _network_hits(view: View) -> list[Treff]:
    return [
        Treff(
            nettverk.kortnavn,
            f"nettverk/{nettverk.id}/",
            short_answer(view, nettverk),
            (nettverk.navn,),
            ord=(f"nettverk {nettverk.kortnavn}", nettverk.omtale),
        )
        for nettverk in view.data.nettverk_i_rekkefolge
    ]


def _people_hits(data: Data) -> list[Treff]:
    return [
        Treff(
            kontakt.navn,
            f"kontakt/#{id}",
            ", ".join(verv.tekst for verv in data.verv.get(id, ()))
            or (data.institusjoner[kontakt.institusjon].kortnavn if kontakt.institusjon else ""),
            tuple(kontakt.skrivemater),
        )
        for id, kontakt in data.kontakter.items()
    ]


def _institution_hits(data: Data) -> list[Treff]:
    return [
        Treff(institusjon.navn, f"kontakt/#{id}", "", (institusjon.kortnavn,))
        for id, institusjon in data.institusjoner.items()
        if institusjon != data.fylkeskommune
    ]


def _term_hits(data: Data) -> list[Treff]:
    return [
        Treff(begrep.term, f"begreper/#{id}", begrep.kort, begrep.varianter)
        for id, begrep in data.begreper.items()
    ]


def term_texts(data: Data) -> dict[str, str]:
    """Address → what is said of a term beside its short explanation."""
    said = {
        id: [
            begrep.forklaring or "",
            *begrep.punkter,
            *(text for one in begrep.andre_kilder for text in (one.tekst, *one.punkter)),
        ]
        for id, begrep in data.begreper.items()
    }
    return {f"begreper/#{id}": " ".join(parts) for id, parts in said.items() if any(parts)}


def _answer_hits(sok: Sok) -> list[Treff]:
    return [Treff(svar.navn, svar.side, svar.tekst, ord=svar.ord) for svar in sok.svar]
