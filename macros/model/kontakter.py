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

    navn: Personnavn = Field(description="Navnet vi bruker", examples=["Kari Eksempel"])
    skrivemater: tuple[Tekst, ...] = Field(
        (), description="Andre skrivemåter i kildene, slik de er trykt"
    )
    institusjon: Annotated[Id | None, Ref("institusjoner")] = Field(
        None,
        description="Id i data/institusjoner.yml. Utelates når kildene ikke oppgir den",
        examples=["hogskolen"],
    )
    stillinger: tuple[Utsagn, ...] = Field(
        (), description="Stillinger og verv, hver med kilde og tid"
    )
    epost: Epost | None = Field(
        None, description="Jobbadresse, bare når en kilde oppgir den. Aldri gjettet ut fra navnet"
    )
    telefon: Telefon | None = Field(
        None, description=f"Jobbtelefon, fra {HISTORIE_FOR.year} eller senere"
    )
    bekreftet: Bekreftet | None = Field(
        None, description="Hvem som sist bekreftet opplysningene, og når"
    )

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

    navn: Tekst = Field(description="Navnet på skjemaet")
    lenke: Lenke | None = Field(None, description="Adressen til det offisielle skjemaet")


class Nettsted(Faktum):
    """What only the owner of the site can fill in (data/nettsted.yml).

    An unset field is said on the page, never guessed.
    """

    redaktor: Tekst | None = Field(None, description="Ansvarlig redaktør: navn og stilling")
    henvendelser: Epost | None = Field(
        None, description="E-postadressen for spørsmål om nettstedet"
    )
    sikkerhet: Epost | None = Field(
        None, description="E-postadressen for meldinger om sikkerhetsfeil"
    )
    tilgjengelighetserklaering: Lenke | None = Field(
        None, description="Lenken til erklæringen hos uustatus.no"
    )
    behandlingsansvarlig: Lopetekst | None = Field(
        None, description="Hvem som bestemmer over personopplysningene: virksomheten"
    )
    behandlingsgrunnlag: Lopetekst | None = Field(
        None, description="Hvorfor personopplysningene kan vises, med lovens ord"
    )
    lagringstid: Lopetekst | None = Field(
        None, description="Hvor lenge personopplysninger vises, og når de slettes"
    )
    retting: Epost | None = Field(
        None, description="Adressen der man ber om å bli rettet eller slettet i det stille"
    )
    lisens: Lopetekst | None = Field(
        None, description="Lisensen for fakta i data/, som eieren velger"
    )
    kontaktpunkt: Annotated[Id, Ref("kontakter")] = Field(
        description="Kontakten på forsiden: id i data/kontakter.yml"
    )
    skjemaer: dict[Id, Skjema] = Field(
        default_factory=dict, description="Offisielle skjemaer som ordningene viser til"
    )
    tidligere: tuple[TidligereNettverk, ...] = Field(
        (),
        description="Nettverk som er slått sammen, har fått ny id eller er borte. Kalenderen og"
        " siden deres svarer fortsatt",
    )
