"""The collections: which files of data/ fill each, what a record of it is, and what it is called on
the site. Reading, references, forms, differences, questions, exports and schemas ask this table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from pydantic import TypeAdapter

from macros.model.arshjul import Syklus
from macros.model.base import Record
from macros.model.begreper import Begrep
from macros.model.emner import Emne, Strategi
from macros.model.fakta import Institusjon, Kilde
from macros.model.fields import Kind
from macros.model.fylke import Fylke
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
from macros.model.sok import Sok
from macros.model.tekster import Brodtekst
from macros.model.types import Id, Kommunenummer

# The page below the site where a record stands, and what it is called there.
Home = Callable[[str, Any], tuple[str, str]]


@dataclass(frozen=True)
class Samling:
    """Files that match `pattern` below data/ fill one collection of the model.

    shape: «records» is a file of id → record, «record» a file that is one record,
    «files» a folder with one record per file, keyed by the file's name.
    new: the noun and its article when a record is new. name_field: what an outsider calls it by.
    """

    pattern: str
    collection: str
    model: type[Record]
    shape: Literal["records", "record", "files"]
    key: object = Id
    required: bool = True
    schema_name: str = ""
    new: str = ""
    name_field: str = "navn"
    home: Home | None = None

    @property
    def schema(self) -> str:
        """The name of its JSON Schema in data/schema/."""
        return f"{self.schema_name or self.collection}.json"

    @property
    def where(self) -> str:
        """Where an editor looks for its records: «data/kilder.yml», «mappen data/nettverk/»."""
        folder = self.pattern.rpartition("/")[0]
        return f"mappen data/{folder}/" if self.shape == "files" else f"data/{self.pattern}"

    @property
    def kind(self) -> Kind:
        """What the model says of a whole file."""
        return Kind(dict[str, self.model] if self.shape == "records" else self.model)

    @cached_property
    def keys(self) -> TypeAdapter[str]:
        """What judges an id of this collection."""
        return TypeAdapter(self.key)


# In the order in which open questions are told.
SAMLINGER = (
    Samling(
        "ordninger.yml",
        "ordninger",
        Ordning,
        "records",
        new="Ny ordning",
        home=lambda id, ordning: (f"ordninger/{id}/", ordning.kortnavn),
    ),
    Samling(
        "nettverk/*.yml",
        "nettverk",
        Nettverk,
        "files",
        home=lambda id, nettverk: (f"nettverk/{id}/", nettverk.kortnavn),
    ),
    Samling(
        "kommuner.yml",
        "kommuner",
        Kommune,
        "records",
        key=Kommunenummer,
        new="Ny kommune",
        home=lambda id, kommune: (f"finn/{kommune.slug}/", kommune.navn),
    ),
    Samling(
        "kontakter.yml",
        "kontakter",
        Kontakt,
        "records",
        new="Ny kontakt",
        home=lambda id, kontakt: (f"kontakt/#{id}", kontakt.navn),
    ),
    Samling(
        "institusjoner.yml",
        "institusjoner",
        Institusjon,
        "records",
        new="Ny institusjon",
        name_field="kortnavn",
        home=lambda id, institusjon: ("kontakt/", institusjon.navn),
    ),
    Samling(
        "roller/*.yml",
        "roller",
        Rollefil,
        "files",
        schema_name="rollefil",
        new="Nye roller",
        home=lambda id, roller: (f"roller/{id}/", roller.tittel),
    ),
    Samling(
        "roller/stotte.yml",
        "stotte",
        Sporsmal,
        "records",
        new="Nytt spørsmål om støtte",
        home=lambda id, question: (f"roller/#{id}", question.sporsmal),
    ),
    Samling(
        "roller/samarbeidsforum.yml",
        "samarbeidsforum",
        Forum,
        "record",
        home=lambda id, forum: ("roller/samarbeidsforum/", "Samarbeidsforum"),
    ),
    Samling(
        "begreper.yml",
        "begreper",
        Begrep,
        "records",
        new="Nytt begrep",
        name_field="term",
        home=lambda id, begrep: (f"begreper/#{id}", begrep.term),
    ),
    Samling(
        "arshjul/[0-9]*.yml",
        "sykluser",
        Syklus,
        "files",
        required=False,
        schema_name="arshjul",
        home=lambda id, syklus: (f"arshjul/{id}/", syklus.tittel),
    ),
    Samling(
        "arshjul/monster.yml",
        "monster",
        Monster,
        "records",
        new="Nytt mønster",
        home=lambda id, monster: ("arshjul/", monster.tittel),
    ),
    Samling(
        "saksgang.yml",
        "saksgang",
        Saksgang,
        "records",
        required=False,
        home=lambda id, saksgang: (
            "for-ansatte/" if saksgang.forslag else "saksgang/",
            saksgang.tittel,
        ),
    ),
    Samling(
        "for-ansatte.yml",
        "for_ansatte",
        Emne,
        "records",
        required=False,
        schema_name="emner",
        home=lambda id, emne: ("for-ansatte/", "For ansatte"),
    ),
    Samling(
        "maler/*.yml",
        "maler",
        Mal,
        "files",
        required=False,
        new="Ny mal",
        home=lambda id, mal: (f"maler/{id}/", mal.tittel.i("nb")),
    ),
    Samling(
        "kompetanse.yml",
        "kompetanse",
        Fagmiljo,
        "records",
        required=False,
        home=lambda id, miljo: (f"for-ansatte/#{id}", miljo.navn),
    ),
    Samling(
        "strategi/*.yml",
        "strategi",
        Strategi,
        "files",
        required=False,
        new="Ny strategi",
        home=lambda id, strategi: (f"roller/{id}/strategi/", strategi.tittel),
    ),
    Samling(
        "historie.yml",
        "historie",
        Milepael,
        "records",
        required=False,
        home=lambda id, milepael: (f"historie/#{id}", milepael.tittel),
    ),
    Samling(
        "na.yml",
        "na",
        Opplysning,
        "records",
        new="Ny opplysning om hva som gjelder",
        required=False,
        home=lambda id, opplysning: (f"na/#{opplysning.spor[0]}", "Dette gjelder nå"),
    ),
    Samling(
        "kilder.yml",
        "kilder",
        Kilde,
        "records",
        new="Ny kilde",
        name_field="kort",
        home=lambda id, kilde: (f"om/kilder/#{id}", kilde.kort),
    ),
    Samling(
        "nettsted.yml",
        "nettsted",
        Nettsted,
        "record",
        home=lambda id, nettsted: ("om/", "Nettstedet"),
    ),
    Samling("fylke.yml", "fylke", Fylke, "record"),
    Samling("kart.json", "kart", Kart, "record"),
    Samling(
        "andre-kommuner.yml",
        "andre_kommuner",
        AndreKommuner,
        "record",
        required=False,
        schema_name="andre-kommuner",
    ),
    Samling(
        "skoler.yml", "skoleregister", Skoleregister, "record", required=False, schema_name="skoler"
    ),
    Samling("sok.yml", "sok", Sok, "record", required=False),
    Samling(
        "tekster.yml",
        "tekster",
        Brodtekst,
        "records",
        new="Ny tekst",
        home=lambda id, tekst: ("finn/", f"Teksten {id}"),
    ),
    Samling("roller/faser.yml", "faser", Fase, "records", new="Ny fase"),
)
# By name; where several files fill a collection, its first row speaks for it.
SAMLING: Mapping[str, Samling] = {
    name: next(one for one in SAMLINGER if one.collection == name)
    for name in dict.fromkeys(one.collection for one in SAMLINGER)
}


def samling_of(name: str) -> Samling | None:
    """What a file below data/ fills: one that names the file goes before its folder's."""
    near = [one for one in SAMLINGER if PurePosixPath(name).match(one.pattern)]
    return next((one for one in near if one.pattern == name), near[0] if near else None)


def files_of(samling: Samling, folder: Path) -> list[Path]:
    """The files below data/ (`folder`) that fill it: not those that another samling names."""
    others = {one.pattern for one in SAMLINGER if one is not samling}
    return sorted(
        file
        for file in folder.glob(samling.pattern)
        if file.relative_to(folder).as_posix() not in others
    )
