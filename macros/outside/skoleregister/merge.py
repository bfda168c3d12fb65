"""The register's schools and those that we have, merged by organisation number.

Nothing is ever deleted here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.model.skoler import Schools, Skole, name_key, readable
from macros.outside.skoleregister.answers import RegisterError, Unit
from macros.outside.skoleregister.source import Found

# More than this many at once, and more than a fifth of what we have, is a broken answer and no wave
# of closures.
TOLERATED = 5


@dataclass(frozen=True)
class Merged:
    """The schools as they will be, and by number what became of each; `left_out` are the units that
    we have no use for, by reason.
    """

    skoler: dict[str, Skole]
    new: tuple[str, ...] = ()
    changed: Mapping[str, Skole] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def merge(
    known: Schools,
    found: Found,
    kommuner: Mapping[str, str],
    day: date,
    utelatt: Mapping[str, str],
) -> Merged:
    """`known` is what data/skoler.yml holds, `utelatt` what editors have left out of it.

    A school that the register has no more is marked, and stays; only the kommuner that were asked
    for are judged.
    """
    left_out: dict[str, list[str]] = {}
    fresh: dict[str, Skole] = {}
    for unit in found.units.values():
        if why := _unwanted(unit, kommuner, utelatt):
            left_out.setdefault(why, []).append(unit.navn)
        else:
            fresh[unit.orgnr] = _school(unit, known.get(unit.orgnr))
    gone = [
        orgnr
        for orgnr, skole in known.items()
        if orgnr not in fresh and skole.kommune in found.kommuner
    ]
    missing = tuple(orgnr for orgnr in gone if not known[orgnr].savnet)
    _must_be_likely(missing, known, found)
    schools = {
        **known,
        **fresh,
        **{orgnr: known[orgnr].model_copy(update={"savnet": day}) for orgnr in missing},
    }
    return Merged(
        dict(sorted(schools.items(), key=lambda item: (item[1].kommune, item[0]))),
        tuple(orgnr for orgnr in fresh if orgnr not in known),
        {
            orgnr: known[orgnr]
            for orgnr in fresh
            if orgnr in known and _said_of_school(known[orgnr]) != _said_of_school(fresh[orgnr])
        },
        missing,
        tuple(orgnr for orgnr in fresh if orgnr in known and known[orgnr].savnet),
        {why: tuple(names) for why, names in left_out.items()},
    )


def _school(unit: Unit, before: Skole | None) -> Skole:
    """The unit as a school of ours, with the names that editors have given it.

    A new name is the one that people read; the register's spelling and the old one still find it.
    """
    navn, others = readable(unit.navn), (unit.navn,)
    if before:
        if name_key(unit.navn) in map(name_key, before.alle_navn):
            navn, others = before.navn, before.andre_navn
        else:
            others = (unit.navn, before.navn, *before.andre_navn)
    return Skole(
        navn=navn,
        andre_navn=tuple(name for name in dict.fromkeys(others) if name != navn),
        kommune=unit.kommune,
        trinn=unit.trinn,
        privat=unit.privat,
    )


def _unwanted(unit: Unit, kommuner: Mapping[str, str], utelatt: Mapping[str, str]) -> str:
    if unit.kommune not in kommuner:
        return "i andre kommuner"
    if unit.orgnr in utelatt:
        return "utelatt av oss"
    if unit.voksne:
        return "voksenopplæring"
    if not unit.trinn:
        return "verken grunnskole eller videregående"
    if not (len(unit.orgnr) == 9 and unit.orgnr.isascii() and unit.orgnr.isdigit()):
        return "uten organisasjonsnummer på ni sifre"
    return ""


def _said_of_school(skole: Skole) -> dict[str, object]:
    """What the register says of it."""
    return skole.model_dump(include={"navn", "kommune", "trinn", "privat"})


def _must_be_likely(missing: tuple[str, ...], known: Schools, found: Found) -> None:
    before = sum(skole.kommune in found.kommuner and not skole.savnet for skole in known.values())
    if len(missing) > TOLERATED and len(missing) * 5 > before:
        raise RegisterError(
            f"svaret mangler {len(missing)} av {before} skoler som vi har fra før. Det er for mange"
            " til å være riktig. Stemmer det likevel, sletter du data/skoler.yml og henter listen"
            " på nytt"
        )
