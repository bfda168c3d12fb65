"""Where the networks' named friskoler and the register disagree.

Told, never mended: the networks' list is another source.
"""

from collections.abc import Iterator

from macros.model.data import Data
from macros.model.nettverk import Friskole, Nettverk
from macros.model.skoler import Schools, level, name_key
from macros.problems import nearest


def school_differences(data: Data, schools: Schools, asked: frozenset[str]) -> Iterator[str]:
    """One sentence for each, with the file to mend it in.

    Friskoler in kommuner that were not `asked` for are passed by.
    """
    for listed in data.friskoler.values():
        names = {name_key(name) for _, friskole in listed for name in friskole.alle_navn}
        numbered = any(friskole.orgnr for _, friskole in listed)
        for nettverk, friskole in listed:
            if bool(friskole.orgnr) == numbered and (
                friskole.kommune is None or friskole.kommune in asked
            ):
                yield from (
                    f"{friskole.navn} ({nettverk.place().file}): {difference}"
                    for difference in _one_difference(data, nettverk, friskole, names, schools)
                )


def unnamed(data: Data, schools: Schools) -> Iterator[str]:
    """The private schools that no network names."""
    for orgnr, skole in schools.items():
        if skole.privat and not skole.savnet and not data.navngitte.find(orgnr, skole):
            network = data.nettverk_etter_kommune.get(skole.kommune)
            where = f", som er i {network.omtale}" if network else ""
            yield f"{skole.navn} ({orgnr}), {data.kommuner[skole.kommune].navn}{where}"


def _one_difference(
    data: Data, nettverk: Nettverk, friskole: Friskole, names: set[str], schools: Schools
) -> Iterator[str]:
    private = {
        orgnr: skole
        for orgnr, skole in schools.items()
        if skole.privat and not skole.savnet and level(nettverk) in skole.trinn
    }
    if not friskole.orgnr:
        yield _number_missing(data, friskole, private)
    elif (skole := schools.get(friskole.orgnr)) is None or skole.savnet:
        yield (
            f"{friskole.orgnr} er ikke en aktiv skole i registeret. Er den lagt ned, eller har den"
            f" fått nytt nummer?{_hint(friskole, private)}"
        )
    else:
        if friskole.kommune and friskole.kommune != skole.kommune:
            yield (
                f"vi skriver {_kommune_name(data, friskole.kommune)}, registeret"
                f" {_kommune_name(data, skole.kommune)}"
            )
        if name_key(skole.navn) not in names:
            yield f"registeret skriver «{skole.navn}»"
        if not skole.privat:
            yield "registeret sier at skolen er offentlig"


def _number_missing(data: Data, friskole: Friskole, private: Schools) -> str:
    names = set(map(name_key, friskole.alle_navn))
    alike = [
        (orgnr, skole)
        for orgnr, skole in private.items()
        if names & set(map(name_key, skole.alle_navn))
    ]
    if len(alike) == 1:
        orgnr, skole = alike[0]
        return (
            f"organisasjonsnummeret mangler hos oss. Registeret har {orgnr} i"
            f" {_kommune_name(data, skole.kommune)}"
        )
    return (
        "organisasjonsnummeret mangler hos oss, og"
        f" {'flere private skoler' if alike else 'ingen privat skole'} i registeret heter det"
        f" samme.{_hint(friskole, private)}"
    )


def _hint(friskole: Friskole, private: Schools) -> str:
    """The private school there whose name is most like it."""
    names = {
        name_key(skole.navn): (orgnr, skole)
        for orgnr, skole in private.items()
        if friskole.kommune in (None, skole.kommune)
    }
    if not (near := nearest(name_key(friskole.navn), names)):
        return ""
    orgnr, skole = names[near]
    return f" Ligner: {skole.navn} ({orgnr})"


def _kommune_name(data: Data, number: str) -> str:
    return f"{data.kommuner[number].navn} ({number})"
