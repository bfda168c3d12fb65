"""How to subscribe to a calendar, client by client."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from markupsafe import Markup

from macros.model.rader import AUDIENCES, Kalender, upcoming
from macros.pages.arguments import made_of
from macros.pages.view import View

KalenderId = Annotated[
    str,
    made_of(("sykluser", "nettverk"), lambda data: data.kalendere, "kalenderen «{}» finnes ikke"),
]


@dataclass(frozen=True)
class Addresses:
    """One feed's address, and what each client wants to be given."""

    https: str
    name: str

    @property
    def webcal(self) -> str:
        """Opens the calendar program of the machine."""
        return "webcal://" + self.https.split("://", 1)[1]

    @property
    def outlook_work(self) -> str:
        return f"https://outlook.office.com/calendar/0/addfromweb?{self._query}"

    @property
    def outlook_home(self) -> str:
        return f"https://outlook.live.com/calendar/0/addfromweb?{self._query}"

    @property
    def google(self) -> str:
        """Google on a computer; it takes the webcal address."""
        return f"https://calendar.google.com/calendar/r?cid={quote(self.webcal, safe='')}"

    @property
    def google_settings(self) -> str:
        """Where one pastes an address, when Google does not take it from a link."""
        return "https://calendar.google.com/calendar/u/0/r/settings/addbyurl"

    @property
    def mail(self) -> str:
        """A letter to oneself with the address: a phone with Android can't add it."""
        subject, body = quote(self.name, safe=""), quote(self.https, safe="")
        return f"mailto:?subject={subject}&body={body}"

    @property
    def _query(self) -> str:
        return f"url={quote(self.https, safe='')}&name={quote(self.name, safe='')}"


def abonner(view: View, id: KalenderId) -> str:
    """The block for one calendar."""
    return _block(view, view.data.kalendere[id])


def abonner_valg(view: View) -> str:
    """Every calendar under a fold: one's network first, then the audiences, then everything that is
    common.
    """
    networks = [
        view.data.kalendere[f"nettverk-{nettverk.id}"]
        for nettverk in view.data.nettverk_i_rekkefolge
    ]
    audiences = [view.data.kalendere[group] for group in (*AUDIENCES, "alle")]
    drafts = [kalender for kalender in view.data.kalendere.values() if kalender.er_utkast]
    groups = (
        ("Alt som gjelder nettverket deres", networks),
        ("Bare det som er felles", audiences),
        ("Utkast", drafts),
    )
    return view.html(
        "abonner_valg.html.jinja",
        groups=[group for group in groups if group[1]],
        block=lambda kalender: Markup(_block(view, kalender)),
    )


def _block(view: View, kalender: Kalender) -> str:
    addresses = Addresses(view.settings.site_url + kalender.adresse, kalender.navn)
    return view.html(
        "abonner.html.jinja",
        kalender=kalender,
        to=addresses,
        offentlig=view.settings.er_offentlig,
        ahead=len(upcoming(kalender.rader, view.today)),
    )
