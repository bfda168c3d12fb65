"""Rules about the map. Hints: an editor who merges two kommuner can't draw their borders."""

from collections.abc import Iterator

from macros.model.data import Data
from macros.problems import Problem


def kommuner_on_the_map(data: Data) -> Iterator[Problem]:
    """The map has every kommune, and no other."""
    if not data.kart:
        return
    unknown = data.kart.kommuner.keys() - data.kommuner.keys()
    for nr in unknown if data.is_whole("kommuner") else ():
        yield Problem(
            data.kart.place("kommuner", nr),
            f"«{nr}» finnes ikke i data/kommuner.yml, og blir et hull i kartet. Lag filen på nytt:"
            " HACKING.md sier hvordan",
            "kart-ukjent",
            hint=True,
        )
    for nr, kommune in data.kommuner.items():
        if nr not in data.kart.kommuner:
            yield Problem(
                kommune.place(),
                f"{kommune.navn} ({nr}) er ikke på kartet. Lag data/kart.json på nytt: HACKING.md"
                " sier hvordan",
                "kart-mangler",
                hint=True,
            )


RULES = (kommuner_on_the_map,)
