"""The verbs that make files from what is known: the whole site, the schemas, a draft of next year's
cycle.
"""

import argparse
import sys
from pathlib import Path

from macros.exports.nytt_arshjul import draft, year_of
from macros.reading.schemas import write_schemas
from macros.side_door import write_site
from macros.site import Site
from macros.verbs import good_data, write_forms


def skriv(root: Path, arguments: argparse.Namespace) -> int:
    """skriv alle sider og filer til en mappe, ferdig utfylt, for motorer uten kroker"""
    write_site(Site.read(root), arguments.mappe)
    return 0


def skjema(root: Path, _: argparse.Namespace) -> int:
    """lag JSON-skjemaene i data/schema/ og skjemaene på GitHub på nytt"""
    write_schemas(root / "data" / "schema")
    write_forms(root, good_data(root))
    return 0


def nytt_arshjul(root: Path, arguments: argparse.Namespace) -> int:
    """lag et utkast til neste årshjul av det som pleide å skje; skriver aldri over noe"""
    year = year_of(arguments.syklus)
    if not year:
        print(
            f"«{arguments.syklus}» er ikke et skoleår. Skriv to år etter hverandre, som 2027-2028.",
            file=sys.stderr,
        )
        return 1
    file = root / "data" / "arshjul" / f"{arguments.syklus}.yml"
    content = draft(Site.read(root).view.data, year)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as target:
            target.write(content)
    except FileExistsError:
        print(
            f"data/arshjul/{file.name} finnes fra før og blir ikke rørt. Slett den først hvis du"
            " vil begynne på nytt.",
            file=sys.stderr,
        )
        return 1
    print(
        f"Skrev data/arshjul/{file.name}. Fyll ut dato og skriv status: vedtatt etter hvert som noe"
        " blir vedtatt."
    )
    return 0


ARGUMENTS = {
    skriv: (("mappe", {"type": Path, "help": "mappen å skrive til; den kan ikke ha noe i seg"}),),
    nytt_arshjul: (("syklus", {"help": "skoleåret, som 2027-2028"}),),
}
