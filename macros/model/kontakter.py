"""People, once each, whatever spellings the sources use."""

from datetime import date
from typing import Annotated

from pydantic import Field

from macros.model.fakta import Bekreftet, Faktum, Merknad, Utsagn
from macros.model.nettverk import TidligereNettverk
from macros.model.types import Epost, Id, Lenke, Lopetekst, Personnavn, Ref, Tekst, Telefon

# What is known of a person only from before this day is history: no phone number is published, and
# the page says so.
HISTORIE_FOR = date(2021, 1, 1)


class Kontakt(Faktum):
    """A person with a public role in the partnership (data/kontakter.yml).

    `per` and `kilde` speak of name, e-mail and phone.
    """

    navn: Annotated[Personnavn, Field(description="Navnet vi bruker", examples=["Kari Eksempel"])]
    skrivemater: Annotated[
        tuple[Tekst, ...], Field(description="Andre skrivemåter i kildene, slik de er trykt")
    ] = ()
    institusjon: Annotated[
        Id | None,
        Ref("institusjoner"),
        Field(
            description="Id i data/institusjoner.yml. Utelates når kildene ikke oppgir den",
            examples=["hogskolen"],
        ),
    ] = None
    stillinger: Annotated[
        tuple[Utsagn, ...], Field(description="Stillinger og verv, hver med kilde og tid")
    ] = ()
    epost: Annotated[
        Epost | None,
        Field(description="Jobbadresse, bare når en kilde oppgir den. Aldri gjettet ut fra navnet"),
    ] = None
    telefon: Annotated[
        Telefon | None, Field(description=f"Jobbtelefon, fra {HISTORIE_FOR.year} eller senere")
    ] = None
    bekreftet: Annotated[
        Bekreftet | None, Field(description="Hvem som sist bekreftet opplysningene, og når")
    ] = None

    @property
    def stilling(self) -> str | None:
        """The first post of which nobody has said when it ends: the one that a form shows, and
        knows as unchanged.
        """
        return next(
            (post.tekst for post in self.stillinger if not (post.gjelder and post.gjelder.til)),
            None,
        )

    @property
    def kan_nas(self) -> bool:
        """Whether there is an e-mail address or a phone number."""
        return bool(self.epost or self.telefon)

    @property
    def uavklart(self) -> list[Merknad]:
        """What is open about the person themself, such as how the name is spelt."""
        return [caution for caution in self.merknader if caution.sporsmal]

    def er_ubekreftet(self, today: date) -> bool:
        """Whether there is an address or a number that nobody has confirmed in the last twelve
        months.
        """
        return self.kan_nas and (not self.bekreftet or self.bekreftet.er_gammel(today))


class Skjema(Faktum):
    """A form that an authority owns; its address only where the owner has given it."""

    navn: Annotated[Tekst, Field(description="Navnet på skjemaet")]
    lenke: Annotated[Lenke | None, Field(description="Adressen til det offisielle skjemaet")] = None


class Nettsted(Faktum):
    """What only the owner of the site can fill in (data/nettsted.yml).

    An unset field is said on the page, never guessed.
    """

    redaktor: Annotated[Tekst | None, Field(description="Ansvarlig redaktør: navn og stilling")] = (
        None
    )
    henvendelser: Annotated[
        Epost | None, Field(description="E-postadressen for spørsmål om nettstedet")
    ] = None
    sikkerhet: Annotated[
        Epost | None, Field(description="E-postadressen for meldinger om sikkerhetsfeil")
    ] = None
    tilgjengelighetserklaering: Annotated[
        Lenke | None, Field(description="Lenken til erklæringen hos uustatus.no")
    ] = None
    behandlingsansvarlig: Annotated[
        Lopetekst | None,
        Field(description="Hvem som bestemmer over personopplysningene: virksomheten"),
    ] = None
    behandlingsgrunnlag: Annotated[
        Lopetekst | None, Field(description="Hvorfor personopplysningene kan vises, med lovens ord")
    ] = None
    lagringstid: Annotated[
        Lopetekst | None,
        Field(description="Hvor lenge personopplysninger vises, og når de slettes"),
    ] = None
    retting: Annotated[
        Epost | None,
        Field(description="Adressen der man ber om å bli rettet eller slettet i det stille"),
    ] = None
    lisens: Annotated[
        Lopetekst | None, Field(description="Lisensen for fakta i data/, som eieren velger")
    ] = None
    kontaktpunkt: Annotated[
        Id, Ref("kontakter"), Field(description="Kontakten på forsiden: id i data/kontakter.yml")
    ]
    skjemaer: Annotated[
        dict[Id, Skjema],
        Field(default_factory=dict, description="Offisielle skjemaer som ordningene viser til"),
    ]
    tidligere: Annotated[
        tuple[TidligereNettverk, ...],
        Field(
            description=(
                "Nettverk som er slått sammen, har fått ny id eller er borte. Kalenderen og siden"
                " deres svarer fortsatt"
            )
        ),
    ] = ()
