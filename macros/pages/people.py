"""How people and partners are named in running text, in the tense that the data allow."""

from collections.abc import Iterable

from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.nettverk import Nettverk, Utviklingspartner
from macros.pages.view import View


def listing(words: Iterable[str]) -> str:
    """«a», «a og b», «a, b og c»"""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} og {last}" if first else last


def partner_names(data: Data, partners: Iterable[Utviklingspartner]) -> str:
    """«Mette Meidell og Eskil Braseth (NTNU)»: the institution once after all that share it."""
    groups: dict[str, list[str]] = {}
    for partner in partners:
        groups.setdefault(data.institusjoner[partner.institusjon].kortnavn, []).append(data.kontakter[partner.person].navn)
    return listing(f"{listing(names)} ({institution})" for institution, names in groups.items())


def answer(view: View, nettverk: Nettverk, subject: str) -> str:
    """Who is UP1 for `subject`, in one sentence: in the present only when staff have confirmed it."""
    partners, where = nettverk.up1(view.today), f"i nettverket {nettverk.kortnavn}"
    if not partners:
        return f"Vi vet ikke hvem som er utviklingspartner (UP1) for {subject}, {where}."
    noun = "utviklingspartner" if len(partners) == 1 else "utviklingspartnere"
    names = partner_names(view.data, partners)
    if nettverk.bekreftet:
        return f"{names} er {noun} (UP1) for {subject}, {where}. Bekreftet {say_day(nettverk.bekreftet.dato)} av {nettverk.bekreftet.av}."
    since = nettverk.up1_per(view.today)
    when = f"Per {since.tekst} var" if since else "Etter det kildene sier, var"
    return f"{when} {names} {noun} (UP1) for {subject}, {where}. Vi har ingen nyere opplysninger."


def short_answer(view: View, nettverk: Nettverk) -> str:
    """«UP1 per 2022: Mette Meidell og Eskil Braseth (NTNU)»: the answer where there is room for a line."""
    partners = nettverk.up1(view.today)
    if not partners:
        return "UP1: ukjent"
    since = nettverk.up1_per(view.today)
    when = f" per {since.tekst}" if since and not nettverk.bekreftet else ""
    return f"UP1{when}: {partner_names(view.data, partners)}"
