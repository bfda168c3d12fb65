"""The pages that blocks and the frame lead to, and where a page and a record lie: what `side` in
templates knows. An editor who takes one away is told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.model.data import Data
from macros.model.samlinger import SAMLING


@dataclass(frozen=True)
class Target:
    """What is led to on a page: headings by their anchors, and the rows that blocks draw there.

    trengs: whether the data have anything that leads there.
    """

    ankre: tuple[str, ...] = ()
    blokker: tuple[str, ...] = ()
    trengs: Callable[[Data], object] = lambda data: True


PEOPLE = ("kontakter_up1", "kontakter_representanter", "kontakter_institusjoner")
# Address below the site → what must be there.
SIDER: Mapping[str, Target] = {
    "": Target(),
    "finn/": Target(),
    "nettverk/": Target(),
    "kontakt/": Target(blokker=(*PEOPLE, "kontakter_historie")),
    "begreper/": Target(blokker=("begreper_liste",)),
    "roller/": Target(blokker=("faglig_stotte",)),
    "roller/aktorer/": Target(blokker=("roller_aktorer",)),
    "arshjul/": Target(),
    "arshjul/abonner/": Target(("andre-kalendere", "endringer"), ("abonner_valg",)),
    "maler/": Target(trengs=lambda data: data.maler),
    "maler/selvsjekk/": Target(trengs=lambda data: any(m.selvsjekk for m in data.maler.values())),
    "saksgang/": Target(trengs=lambda data: data.saksgang),
    "for-ansatte/": Target(trengs=lambda data: data.for_ansatte),
    "na/": Target(("barnehage-og-grunnskole", "videregaende"), trengs=lambda data: data.na),
    "rediger/": Target(),
    "om/": Target(),
    "om/kilder/": Target(blokker=("kilde_liste",)),
    "om/rediger/": Target(("nettverkets-egne-datoer",)),
    "om/personvern/": Target(),
    "om/tilgjengelighet/": Target(),
    "om/apne-data/": Target(),
}


def known(address: str) -> str:
    """An address of the table as it is. Raises KeyError for any other."""
    page, _, anchor = address.partition("#")
    if page not in SIDER or (anchor and anchor not in SIDER[page].ankre):
        raise KeyError(f"{address} står ikke i SIDER")
    return address


def record_address(data: Data, collection: str, id: str) -> str:
    """Where a record stands below the site. Raises KeyError when there is none of that id."""
    if collection == "steder":
        return data.steder[id].adresse
    if collection == "kalendere":
        return f"arshjul/abonner/#{data.kalendere[id].id}"
    if collection == "kort":
        return f"kontakt/{id}.vcf"
    if collection == "aktorer":
        return f"roller/aktorer/#{id}"
    record = getattr(data, collection)[id]
    if collection == "roller" and id == data.fylke.id:
        return "roller/"
    return SAMLING[collection].home(id, record)[0]


def page_address(path: str) -> str:
    """Where a page at `path` below docs/ lies below the site: «nettverk/nord-eksempel/», and
    nothing for the front page.
    """
    folder, _, name = path.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, "" if name in ("index", "README") else name) if part]
    return "".join(f"{part}/" for part in parts)
