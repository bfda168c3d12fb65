"""How people and partners are named in running text, in the tense that the data allow."""

from collections.abc import Iterable

from macros.model.data import Data
from macros.model.dates import listing, say_day
from macros.model.nettverk import Nettverk, Utviklingspartner
from macros.pages.view import View


def partner_names(data: Data, partners: Iterable[Utviklingspartner]) -> str:
    """«Mette Meidell og Eskil Braseth (NTNU)»: the institution once after all that share it."""
    groups: dict[str, list[str]] = {}
    for partner in partners:
        groups.setdefault(data.institusjoner[partner.institusjon].kortnavn, []).append(
            data.kontakter[partner.person].navn
        )
    return listing(f"{listing(names)} ({institution})" for institution, names in groups.items())


def answer(view: View, nettverk: Nettverk, subject: str = "") -> str:
    """Who is UP1 for `subject` (or for the network): in the present only of those whom staff have
    confirmed, or have given a start or an end.
    """
    whom = f"{subject}, i {nettverk.omtale}" if subject else nettverk.omtale
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
    if nettverk.bekreftet and nettverk.er_bekreftet(first):
        return (
            f"{names} er {what}. Bekreftet {say_day(nettverk.bekreftet.dato)} av"
            f" {nettverk.bekreftet.av}."
        )
    if first.gjelder:
        return f"{names} er {what} {first.tidfesting}."
    return (
        f"Per {first.per.tekst} var {names} {what}."
        if first.per
        else f"Etter det kildene sier, var {names} {what}."
    )


def short_answer(view: View, nettverk: Nettverk) -> str:
    """«UP1 per 2022: Mette Meidell og Eskil Braseth (NTNU)»: the answer where there is room for a
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
    return (
        f" {partner.tidfesting}"
        if not nettverk.er_bekreftet(partner) and (partner.per or partner.gjelder)
        else ""
    )
