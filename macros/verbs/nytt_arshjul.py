"""The verb that makes a draft of next year's cycle, from what usually happened when.

An editor fills in the days.
"""

import json
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from macros.judging import good_data
from macros.model.data import Data
from macros.model.dates import DASHES, Moment
from macros.model.monster import Monster

DRAFT_HEAD = """\
# yaml-language-server: $schema=../schema/arshjul.json
#
# Utkast til årshjul {name}, laget av det som pleide å skje (monster.yml). Bare det som har
# status: vedtatt, er vedtatt.
# En rad som er foreløpig, vises bare på siden og i utkastkalenderen. Får den en dag, er den med i
# alle kalenderne, merket som foreløpig.
#
# Når en hendelse er vedtatt: fyll ut dato (år-måned-dag), og skriv status: vedtatt. Rett kilden når
# du har en ny. Går den over flere dager, skriver du fra: og til: i stedet for dato:. Har den ingen
# dag, skriver du maned: {year}-09, eller fra_maned: og til_maned:. Slett hendelser som ikke skal
# være med, før de er vedtatt. Etterpå skriver du status: avlyst.
# ventes er måneden den pleide å komme i. Den teller bare til dagen er fylt ut, og kan bli stående.

id: {id}
tittel: "Årshjul {name}"
gjelder:
  fra: {year}-08
  til: {next}-07
kolonner:
{columns}
ordninger: []     # id-er i data/ordninger.yml, når det er vedtatt hvilke den gjelder
kilde: [{sources}]

hendelser:
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("syklus", help="skoleåret, som 2027-2028")


def run(root: Path, arguments: Namespace) -> int:
    """lag et utkast til neste årshjul av det som pleide å skje; skriver aldri over noe"""
    syklus = re.sub(f"[{DASHES}]", "-", arguments.syklus.strip())
    year = year_of(syklus)
    if not year:
        print(
            f"«{arguments.syklus}» er ikke et skoleår. Skriv to år etter hverandre, som 2027-2028.",
            file=sys.stderr,
        )
        return 1
    file = root / "data" / "arshjul" / f"{syklus}.yml"
    content = draft(good_data(root), year)
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


def year_of(id: str) -> int | None:
    """2027 of «2027-2028»; None for what is not two years that follow each other."""
    found = re.fullmatch(r"(20[0-9]{2})-(20[0-9]{2})", id)
    return int(found[1]) if found and int(found[2]) == int(found[1]) + 1 else None


def draft(data: Data, year: int) -> str:
    """The file for the school year that begins in `year`: every pattern still in use, in the order
    of the year.
    """
    patterns = {id: monster for id, monster in data.monster.items() if not monster.utgatt}
    order = sorted(
        patterns,
        key=lambda id: (str(patterns[id].vindu(year)[0]), str(patterns[id].vindu(year)[1])),
    )
    sources = sorted(
        {source for monster in patterns.values() for source in _sources(data, monster)}
    )
    head = DRAFT_HEAD.format(
        id=f"{year}-{year + 1}",
        name=f"{year}–{year + 1}",
        year=year,
        next=year + 1,
        columns="\n".join(_columns(data)),
        sources=", ".join(sources),
    )
    return head + "\n".join(
        "\n".join(_draft_event(data, id, patterns[id], year)) + "\n" for id in order
    )


def _columns(data: Data) -> Iterator[str]:
    """The columns of the newest cycle."""
    for group, name in data.sykluser[max(data.sykluser)].kolonner.items():
        yield f"  {group}: {_quoted(name)}"


def _draft_event(data: Data, id: str, monster: Monster, year: int) -> Iterator[str]:
    days = ", ".join(data.rad(name).hendelse.tid.tekst for name in monster.observert)
    yield f"  # Før: {days} ({monster.styrke})"
    yield from (f"  # Merk: {merknad.tekst}" for merknad in monster.merknader)
    yield f"  - id: {id}"
    yield f"    tittel: {_quoted(monster.tittel)}"
    if monster.kort:
        yield f"    kort: {_quoted(monster.kort)}"
    if monster.om:
        yield f"    om: {_quoted(monster.om)}"
    yield f"    type: [{', '.join(monster.type)}]"
    yield "    nar:"
    yield "      dato:"
    yield "    ventes:"
    yield from _window(monster, *monster.vindu(year))
    yield f"    malgruppe: [{', '.join(monster.malgruppe)}]"
    if monster.adressat:
        yield f"    adressat: {_quoted(monster.adressat)}"
    yield from (
        f"    {name}: true" for name in ("ved_behov", "lokal_frist") if getattr(monster, name)
    )
    yield "    status: forelopig"
    yield f"    kilde: [{', '.join(_sources(data, monster))}]"


def _window(monster: Monster, first: Moment, last: Moment) -> Iterator[str]:
    if first != last:
        yield f"      fra_maned: {first}"
        yield f"      til_maned: {last}"
        return
    yield f"      maned: {first}"
    if monster.del_:
        yield f"      del: {monster.del_}"


def _sources(data: Data, monster: Monster) -> list[str]:
    rows = map(data.rad, monster.observert)
    return list(dict.fromkeys(source for rad in rows for source in rad.hendelse.kilde))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
