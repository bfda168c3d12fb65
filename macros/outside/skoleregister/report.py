"""What a fetch brought, in words: for the terminal, and for the pull request."""

from collections.abc import Iterable, Iterator, Mapping

from macros.model.data import Data
from macros.model.listing import listing
from macros.model.skoler import Schools, Skole
from macros.outside.skoleregister.friskoler import school_differences, unnamed
from macros.outside.skoleregister.merge import Merged

# The names of those left out are told where they are few and may be wrongly left out; a whole
# country's are counted.
COUNTED_FROM = 30
NOT_IN_REGISTER = (
    "Sto ikke i registeret nå, og er merket med «savnet». De blir stående til noen sletter linjen."
    " Er de lagt ned eller slått sammen"
)


def report(data: Data, merged: Merged, known: Schools, asked: frozenset[str]) -> str:
    """Everything that somebody should look at, the most important first."""
    parts = [
        _total(merged.skoler),
        *_changed_schools(data, merged, known),
        *_left_out(merged.left_out),
    ]
    parts += _part(
        "Friskolene som nettverkene navngir, og registeret",
        school_differences(data, merged.skoler, asked),
    )
    parts += _part("Private skoler som ingen av nettverkene navngir", unnamed(data, merged.skoler))
    return "\n\n".join(parts)


def _total(schools: Schools) -> str:
    here = [skole for skole in schools.values() if not skole.savnet]
    upper = sum("videregaende" in skole.trinn for skole in here)
    private = sum(skole.privat for skole in here)
    return (
        f"{len(here)} skoler i listen, {upper} av dem med videregående trinn og {private} private."
    )


def _changed_schools(data: Data, merged: Merged, known: Schools) -> Iterator[str]:
    if known:
        yield from _part("Nye", (_school_name(data, merged.skoler, orgnr) for orgnr in merged.new))
    yield from _part(
        "Endret",
        (
            f"{_school_name(data, merged.skoler, orgnr)}:"
            f" {_change(data, before, merged.skoler[orgnr])}"
            for orgnr, before in merged.changed.items()
        ),
    )
    yield from _part(
        f"{NOT_IN_REGISTER}?",
        (_school_name(data, merged.skoler, orgnr) for orgnr in merged.missing),
        end="",
    )
    yield from _part(
        "Merket med «savnet» fra før",
        (
            _school_name(data, known, orgnr)
            for orgnr, skole in known.items()
            if skole.savnet and orgnr not in merged.back
        ),
    )
    yield from _part(
        "Tilbake i registeret", (_school_name(data, merged.skoler, orgnr) for orgnr in merged.back)
    )


def _school_name(data: Data, schools: Schools, orgnr: str) -> str:
    skole = schools[orgnr]
    return f"{skole.navn} ({orgnr}), {data.kommuner[skole.kommune].navn}"


def _change(data: Data, before: Skole, after: Skole) -> str:
    said = {
        "het": before.navn if before.navn != after.navn else "",
        "lå i": data.kommuner[before.kommune].navn if before.kommune != after.kommune else "",
        "hadde": listing(before.trinn) if before.trinn != after.trinn else "",
        "var": (
            ("privat" if before.privat else "offentlig") if before.privat != after.privat else ""
        ),
    }
    return ", ".join(f"{verb} {what} før" for verb, what in said.items() if what)


def _left_out(left_out: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for why, names in left_out.items():
        yield f"Ikke tatt med, {why} ({len(names)})" + (
            f": {listing(names)}." if len(names) < COUNTED_FROM else "."
        )


def _part(heading: str, lines: Iterable[str], end: str = ":") -> Iterator[str]:
    if found := list(lines):
        yield "\n".join([f"{heading}{end}", *(f"- {line}" for line in found)])
