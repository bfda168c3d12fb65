"""The issue forms: one table that both the forms on GitHub and the reading of what they send are
made from.

The labels are the contract between the two. The ids are what a link can fill a field in with:
«?kontakt=elin-bo-morud».
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.editing.options import (
    cycles_and_networks,
    institutions,
    networks,
    networks_with_values,
    partners,
    values_of_networks,
)
from macros.model.arshjul import TYPES
from macros.model.data import Data
from macros.model.rader import AUDIENCES

Options = Callable[[Data, date], tuple[str, ...]]
MOVED, NEW, CANCELLED = (
    "En dato er flyttet eller bestemt",
    "Et nytt møte, et nytt seminar eller en ny frist",
    "Noe er avlyst",
)
ADOPTED, TENTATIVE = "Vedtatt", "Foreløpig"


@dataclass(frozen=True)
class Field:
    """One question. `options` makes it a choice; `value` is what stands in a text area beforehand.

    read: False is for the person who looks the change over; the program does not use it.
    """

    id: str
    label: str
    description: str = ""
    kind: Literal["input", "textarea", "dropdown", "checkboxes"] = "input"
    required: bool = False
    placeholder: str = ""
    options: Options | None = None
    multiple: bool = False
    value: Callable[[Data, date], str] | None = None
    read: bool = True


@dataclass(frozen=True)
class Form:
    """An errand.

    `id` is the name of its file in .github/ISSUE_TEMPLATE/; forms that are not `handled` are read
    by a person.
    """

    id: str
    name: str
    description: str
    intro: str
    fields: tuple[Field, ...]
    handled: bool = True

    @property
    def labels(self) -> Mapping[str, Field]:
        """The fields by the label that an issue has them under."""
        return {field.label: field for field in self.fields}


def _fixed(*options: str) -> Options:
    return lambda _, today: options


TOLD_BY = Field(
    "opplyst_av",
    "Hvem har opplyst det?",
    required=True,
    placeholder="NTNU ILU",
    description=(
        "Rollen eller enheten, ikke et personnavn. Det blir stående som kilde. Har opplysningen en"
        " av kildene på siden, kan du skrive id-en til kilden."
    ),
)
MORE = Field(
    "merknad",
    "Noe mer?",
    kind="textarea",
    read=False,
    description="Til den som ser over endringen. Det kommer ikke på siden.",
)

CONTACT = Form(
    "endre-kontakt",
    "Endre en kontakt",
    "Nytt navn, ny stilling, e-post eller telefon, eller bekreft at alt stemmer",
    "Fyll bare ut det som er nytt. Det som er fylt ut på forhånd, står på siden nå. Du får svar her"
    " med en gang, og et menneske ser over før siden endres.",
    (
        Field(
            "kontakt",
            "Hvem gjelder det?",
            required=True,
            description="Navnet slik det står på siden, eller id-en.",
        ),
        Field(
            "navn",
            "Nytt navn",
            description=(
                "Bare når navnet er skrevet feil eller er endret. En ny person meldes i et annet"
                " skjema."
            ),
        ),
        Field(
            "epost",
            "Ny e-postadresse",
            placeholder="fornavn.etternavn@eksempel.no",
            description="Jobbadressen. Skriv «ingen» hvis den som står der, skal bort.",
        ),
        Field(
            "telefon",
            "Nytt telefonnummer",
            placeholder="73 55 98 99",
            description="Fasttelefonen på jobben. Skriv «ingen» hvis det som står der, skal bort.",
        ),
        Field(
            "stilling",
            "Ny stilling",
            description=(
                "Stillingen eller vervet, med enheten: «Førsteamanuensis, Institutt for"
                " lærerutdanning»."
            ),
        ),
        Field("institusjon", "Ny institusjon", kind="dropdown", options=institutions),
        Field(
            "sett_over",
            "Stemmer resten?",
            kind="checkboxes",
            required=True,
            options=_fixed(
                "Navnet, e-postadressen og telefonnummeret er riktige nå, med endringene over"
            ),
        ),
        TOLD_BY,
        MORE,
    ),
)

PARTNER = Form(
    "ny-utviklingspartner",
    "Ny utviklingspartner for et nettverk",
    "Noen begynner som utviklingspartner (UP1), og kanskje slutter noen",
    "Den som slutter, blir stående som tidligere utviklingspartner. Ingenting blir skrevet over.",
    (
        Field("nettverk", "Hvilket nettverk?", kind="dropdown", required=True, options=networks),
        Field(
            "navn",
            "Hvem begynner?",
            required=True,
            placeholder="Kari Eksempel",
            description="Fullt navn.",
        ),
        Field(
            "institusjon",
            "Hvor arbeider den nye?",
            kind="dropdown",
            required=True,
            options=institutions,
        ),
        Field(
            "epost",
            "E-postadressen på jobb",
            placeholder="fornavn.etternavn@eksempel.no",
            description="Bare hvis den skal stå på siden, og den nye vet om det.",
        ),
        Field(
            "fra",
            "Fra når?",
            required=True,
            placeholder="august 2027",
            description="Året, måneden eller dagen.",
        ),
        Field(
            "slutter",
            "Hvem slutter?",
            kind="dropdown",
            options=partners,
            multiple=True,
            description="Ingen skal være valgt hvis ingen slutter.",
        ),
        Field(
            "sluttet",
            "Når slutter den forrige?",
            placeholder="juli 2027",
            description=(
                "Siste år, måned eller dag. Står det tomt, regner vi med dagen eller måneden før"
                " den nye begynner."
            ),
        ),
        Field(
            "ny_person",
            "Er personen ny på siden?",
            kind="checkboxes",
            options=_fixed("Ja, dette er en ny person, selv om navnet ligner på et som står der"),
        ),
        Field(
            "sett_over",
            "Stemmer resten?",
            kind="checkboxes",
            options=_fixed("Jeg har sett over alt annet på nettverkets side, og det stemmer"),
        ),
        TOLD_BY,
        MORE,
    ),
)

DATE = Form(
    "ny-dato",
    "Ny eller flyttet dato",
    "En frist eller et møte har fått ny dato, er bestemt, er nytt eller er avlyst",
    "Kalenderen til dem som abonnerer, blir oppdatert når endringen er sett over.",
    (
        Field(
            "hva",
            "Hva har skjedd?",
            kind="dropdown",
            required=True,
            options=_fixed(MOVED, NEW, CANCELLED),
        ),
        Field(
            "hvor",
            "Hvilket årshjul eller nettverk?",
            kind="dropdown",
            required=True,
            options=cycles_and_networks,
        ),
        Field(
            "hendelse",
            "Hvilken hendelse?",
            required=True,
            description=(
                "Tittelen slik den står i årshjulet, eller id-en. Er den ny, skriver du hva den"
                " skal hete."
            ),
        ),
        Field(
            "dato",
            "Dato",
            placeholder="3. februar 2027",
            description="Dagen. Er bare måneden bestemt, skriver du den: «februar 2027».",
        ),
        Field(
            "til",
            "Siste dag",
            placeholder="4. februar 2027",
            description="Bare når det går over flere dager (eller måneder).",
        ),
        Field(
            "kl",
            "Klokkeslett",
            placeholder="10:00–15:00",
            description="Start og slutt, når de er bestemt.",
        ),
        Field("status", "Er datoen vedtatt?", kind="dropdown", options=_fixed(ADOPTED, TENTATIVE)),
        Field(
            "type",
            "Hva slags hendelse?",
            kind="dropdown",
            options=_fixed(*TYPES.values()),
            multiple=True,
            description="Bare for en ny hendelse.",
        ),
        Field(
            "malgruppe",
            "Hvem er den for?",
            kind="dropdown",
            options=_fixed(*AUDIENCES.values()),
            multiple=True,
            description="Bare for en ny hendelse.",
        ),
        Field("grunn", "Hvorfor er den avlyst?", description="Bare når noe er avlyst."),
        TOLD_BY,
        MORE,
    ),
)

REVIEW = Form(
    "arlig-gjennomgang",
    "Årlig gjennomgang",
    "Se over nettverkene i august, og bekreft eller rett det som står",
    "Kryss av for nettverkene du har sett over. Er noe nytt, retter du linjen i ruten under. Se"
    " også på resten av nettverkets side: er noe av det feil, krysser du ikke av, men melder det i"
    " «Noe annet er feil».",
    (
        Field(
            "nettverk", "Nettverk du har sett over", kind="checkboxes", options=networks_with_values
        ),
        Field(
            "opplysninger",
            "Slik skal det stå",
            kind="textarea",
            required=True,
            value=values_of_networks,
            description=(
                "Rett bare linjene der noe er nytt. Flere navn skilles med komma, og institusjonen"
                " står i parentes."
            ),
        ),
        Field(
            "fra",
            "Når begynte det nye å gjelde?",
            placeholder="august 2027",
            description="Bare når en utviklingspartner er ny eller har sluttet.",
        ),
        TOLD_BY,
        MORE,
    ),
)

OTHER = Form(
    "noe-annet",
    "Noe annet er feil",
    "Alt som ikke passer i de andre skjemaene",
    "Et menneske leser dette og svarer her.",
    (
        Field("side", "Hvilken side gjelder det?", required=True, placeholder="/nettverk/fosen/"),
        Field("feil", "Hva er feil?", kind="textarea", required=True),
        Field("riktig", "Hva er riktig, og hvor står det?", kind="textarea"),
    ),
    handled=False,
)

FORMS = (CONTACT, PARTNER, DATE, REVIEW, OTHER)
