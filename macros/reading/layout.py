"""Which file holds what: the one table that says how data/ is laid out."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import TypeAdapter

from macros.model.arshjul import Syklus
from macros.model.base import Record
from macros.model.begreper import Begrep
from macros.model.emner import Emne
from macros.model.fakta import Institusjon, Kilde
from macros.model.historie import Milepael
from macros.model.kart import Kart
from macros.model.kompetanse import Fagmiljo
from macros.model.kontakter import Kontakt, Nettsted
from macros.model.maler import Mal
from macros.model.monster import Monster
from macros.model.na import Opplysning
from macros.model.nettverk import AndreKommuner, Kommune, Nettverk
from macros.model.ordninger import Ordning
from macros.model.roller import Fase, Forum, Rollefil, Sporsmal
from macros.model.saksgang import Saksgang
from macros.model.skoler import Skoleregister
from macros.model.types import Id, Kommunenummer

SCHEMA_NAMES = {
    "roller": "rollefil",
    "sykluser": "arshjul",
    "for_ansatte": "emner",
    "nordland_strategi": "emner",
    "skoleregister": "skoler",
    "andre_kommuner": "andre-kommuner",
}


@dataclass(frozen=True)
class Room:
    """Files that match `pattern` below data/ fill one collection of the model.

    shape: «records» is a file of id → record, «record» a file that is one record,
    «files» a folder with one record per file, keyed by the file's name.
    """

    pattern: str
    collection: str
    model: type[Record]
    shape: Literal["records", "record", "files"]
    key: object = Id
    required: bool = True

    @property
    def schema(self) -> str:
        """The name of its JSON Schema in data/schema/."""
        return f"{SCHEMA_NAMES.get(self.collection, self.collection)}.json"

    @cached_property
    def keys(self) -> TypeAdapter[str]:
        """What judges an id of this collection."""
        return TypeAdapter(self.key)


LAYOUT = (
    Room("kilder.yml", "kilder", Kilde, "records"),
    Room("institusjoner.yml", "institusjoner", Institusjon, "records"),
    Room("kontakter.yml", "kontakter", Kontakt, "records"),
    Room("ordninger.yml", "ordninger", Ordning, "records"),
    Room("kommuner.yml", "kommuner", Kommune, "records", key=Kommunenummer),
    Room("kart.json", "kart", Kart, "record"),
    Room("andre-kommuner.yml", "andre_kommuner", AndreKommuner, "record", required=False),
    Room("skoler.yml", "skoleregister", Skoleregister, "record", required=False),
    Room("nettverk/*.yml", "nettverk", Nettverk, "files"),
    Room("roller/faser.yml", "faser", Fase, "records"),
    Room("roller/trondelag.yml", "roller", Rollefil, "files"),
    Room("roller/nordland.yml", "roller", Rollefil, "files", required=False),
    Room("roller/stotte.yml", "stotte", Sporsmal, "records"),
    Room("roller/samarbeidsforum.yml", "samarbeidsforum", Forum, "record"),
    Room("arshjul/[0-9]*.yml", "sykluser", Syklus, "files", required=False),
    Room("arshjul/monster.yml", "monster", Monster, "records"),
    Room("begreper.yml", "begreper", Begrep, "records"),
    Room("maler/*.yml", "maler", Mal, "files", required=False),
    Room("saksgang.yml", "saksgang", Saksgang, "records", required=False),
    Room("for-ansatte.yml", "for_ansatte", Emne, "records", required=False),
    Room("kompetanse.yml", "kompetanse", Fagmiljo, "records", required=False),
    Room("nordland-strategi.yml", "nordland_strategi", Emne, "records", required=False),
    Room("historie.yml", "historie", Milepael, "records", required=False),
    Room("na.yml", "na", Opplysning, "records", required=False),
    Room("nettsted.yml", "nettsted", Nettsted, "record"),
)
