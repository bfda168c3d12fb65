"""How people and partners are named in running text, in the tense that the data allow."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.fakta import Institusjon
from macros.model.kontakter import Kontakt
from macros.model.listing import listing
from macros.model.nettverk import Nettverk, Utviklingspartner
from macros.pages.kontakter import PersonEntry
from macros.pages.view import View


def partner_names(data: Data, partners: Iterable[Utviklingspartner]) -> str:
    """«Kari Eksempel og Ola Prøve (UiE)»: the institution once after all that share it."""
    groups: dict[str, list[str]] = {}
    for partner in partners:
        groups.setdefault(data.institusjoner[partner.institusjon].kortnavn, []).append(
            data.kontakter[partner.person].navn
        )
    return listing(f"{listing(names)} ({institution})" for institution, names in groups.items())


def answer(view: View, nettverk: Nettverk, subject: str) -> str:
    """Who is UP1 for `subject`: in the present only of those whom staff have
    confirmed, or have given a start or an end.
    """
    whom = f"{subject}, i {nettverk.omtale}"
    groups = _by_time(view, nettverk)
    if not groups:
        return f"Vi vet ikke hvem som er utviklingspartner (UP1) for {whom}."
    sentences = [_sentence(view, nettverk, partners, whom) for partners in groups]
    unsure = [
        partners
        for partners in groups
        if not nettverk.er_bekreftet(partners[0]) and not partners[0].gjelder
    ]
    return " ".join([*sentences, *(["Vi har ingen nyere opplysninger."] if unsure else [])])


def _by_time(view: View, nettverk: Nettverk) -> list[list[Utviklingspartner]]:
    """Those who are confirmed, then those with a start or an end, then each year that the sources
    speak of.
    """
    groups: dict[str, list[Utviklingspartner]] = {}
    for partner in nettverk.up1(view.today):
        groups.setdefault("" if nettverk.er_bekreftet(partner) else partner.tidfesting, []).append(
            partner
        )
    return sorted(
        groups.values(),
        key=lambda partners: (not nettverk.er_bekreftet(partners[0]), not partners[0].gjelder),
    )


def _sentence(view: View, nettverk: Nettverk, partners: list[Utviklingspartner], whom: str) -> str:
    names, first = partner_names(view.data, partners), partners[0]
    what = f"{'utviklingspartner' if len(partners) == 1 else 'utviklingspartnere'} (UP1) for {whom}"
    if nettverk.er_bekreftet(first):
        return (
            f"{names} er {what}. Bekreftet {say_day(nettverk.bekreftet.dato)} av"
            f" {nettverk.bekreftet.av}."
        )
    if first.gjelder:
        return f"{names} er {what} {first.tidfesting}."
    if first.per:
        return f"Per {first.per.tekst} var {names} {what}."
    return f"Etter det kildene sier, var {names} {what}."


def short_answer(view: View, nettverk: Nettverk) -> str:
    """«UP1 per 2022: Kari Eksempel og Ola Prøve (UiE)»: the answer where there is room for a
    line.
    """
    groups = _by_time(view, nettverk)
    if not groups:
        return "UP1: ukjent"
    return "; ".join(
        f"UP1{_when_known(nettverk, partners[0])}: {partner_names(view.data, partners)}"
        for partners in groups
    )


def _when_known(nettverk: Nettverk, partner: Utviklingspartner) -> str:
    dated = partner.per or partner.gjelder
    return f" {partner.tidfesting}" if dated and not nettverk.er_bekreftet(partner) else ""


@dataclass(frozen=True)
class Partnergruppe:
    """UP1s of whom the same time is known: what stands above their names, and how sure it is."""

    partnere: tuple[Utviklingspartner, ...]
    ledetekst: str
    status: str


def grupper(view: View, nettverk: Nettverk) -> list[Partnergruppe]:
    """The UP1s of a network, those who are confirmed first."""
    return [_gruppe(nettverk, tuple(partners)) for partners in _by_time(view, nettverk)]


def _gruppe(nettverk: Nettverk, partners: tuple[Utviklingspartner, ...]) -> Partnergruppe:
    first, what = partners[0], f"tviklingspartner{'e' if len(partners) > 1 else ''} (UP1)"
    if nettverk.er_bekreftet(first):
        status = f"bekreftet {say_day(nettverk.bekreftet.dato)} av {nettverk.bekreftet.av}"
        return Partnergruppe(partners, f"U{what}", status)
    if first.gjelder:
        return Partnergruppe(partners, f"U{what}", first.tidfesting)
    last = f"Siste kjente u{what}"
    return Partnergruppe(partners, last, f"{first.tidfesting}, ikke bekreftet siden")


def initials(name: str) -> str:
    """«KE» for Kari B. Eksempel."""
    first, *others = name.split()
    return "".join(part[0] for part in (first, *others[-1:])).upper()


@dataclass(frozen=True)
class Inngang:
    """Whom one can write to about a network, and what one must know before one does.

    kontakt: None where nobody with an address is known at the institution.
    """

    navn: str
    kontakt: Kontakt | None
    institusjon: Institusjon
    uten_adresse: tuple[str, ...] = ()
    er_historie: bool = False


def innganger(view: View, nettverk: Nettverk) -> list[Inngang]:
    """The UP1s who have an e-mail address, then for the others the way in to their institution."""
    data, partners = view.data, nettverk.up1(view.today)
    found = [
        Inngang(kontakt.navn, kontakt, data.institusjoner[partner.institusjon])
        for partner in partners
        if (kontakt := data.kontakter[partner.person]).epost
    ]
    others: dict[str, list[str]] = {}
    for partner in partners:
        if not data.kontakter[partner.person].epost:
            others.setdefault(partner.institusjon, []).append(data.kontakter[partner.person].navn)
    return found + [_way_in(data, id, tuple(names)) for id, names in others.items()]


def _way_in(data: Data, id: str, names: tuple[str, ...]) -> Inngang:
    institusjon = data.institusjoner[id]
    person = institusjon.inngang
    kontakt = data.kontakter[person] if person else None
    if not kontakt or not kontakt.epost:
        return Inngang(institusjon.kortnavn, None, institusjon, names)
    history = PersonEntry(person, kontakt, data.verv.get(person, ())).er_historie
    return Inngang(institusjon.kortnavn, kontakt, institusjon, names, history)
