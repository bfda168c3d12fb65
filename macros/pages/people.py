"""How people and partners are named in running text, in the tense that the data allow."""

from collections.abc import Iterable

from macros.model.data import Data
from macros.model.dates import listing, say_day
from macros.model.nettverk import Friskole, Nettverk, Utviklingspartner
from macros.pages.view import View


def partner_names(data: Data, partners: Iterable[Utviklingspartner]) -> str:
    """«Mette Meidell og Eskil Braseth (NTNU)»: the institution once after all that share it."""
    groups: dict[str, list[str]] = {}
    for partner in partners:
        groups.setdefault(data.institusjoner[partner.institusjon].kortnavn, []).append(data.kontakter[partner.person].navn)
    return listing(f"{listing(names)} ({institution})" for institution, names in groups.items())


def school_name(listed: tuple[tuple[Nettverk, Friskole], ...]) -> str:
    """The name of a friskole's own page, when its networks spell it differently."""
    return next((skole.sidenavn for _, skole in listed if skole.sidenavn), listed[0][1].navn)


def answer(view: View, nettverk: Nettverk, subject: str = "") -> str:
    """Who is UP1 for `subject` (or for the network), in one sentence: in the present only when staff have confirmed it."""
    partners = nettverk.up1(view.today)
    whom = f"{subject}, i {nettverk.omtale}" if subject else nettverk.omtale
    if not partners:
        return f"Vi vet ikke hvem som er utviklingspartner (UP1) for {whom}."
    noun = "utviklingspartner" if len(partners) == 1 else "utviklingspartnere"
    names = partner_names(view.data, partners)
    if nettverk.bekreftet:
        return f"{names} er {noun} (UP1) for {whom}. Bekreftet {say_day(nettverk.bekreftet.dato)} av {nettverk.bekreftet.av}."
    since = nettverk.up1_per(view.today)
    when = f"Per {since.tekst} var" if since else "Etter det kildene sier, var"
    return f"{when} {names} {noun} (UP1) for {whom}. Vi har ingen nyere opplysninger."


def short_answer(view: View, nettverk: Nettverk) -> str:
    """«UP1 per 2022: Mette Meidell og Eskil Braseth (NTNU)»: the answer where there is room for a line."""
    partners = nettverk.up1(view.today)
    if not partners:
        return "UP1: ukjent"
    since = nettverk.up1_per(view.today)
    when = f" per {since.tekst}" if since and not nettverk.bekreftet else ""
    return f"UP1{when}: {partner_names(view.data, partners)}"
