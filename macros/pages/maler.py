"""The templates: the list of them, each one's page to read and print, and its form to fill in."""

from collections.abc import Iterator
from typing import Annotated

from macros.model.data import Data
from macros.model.maler_ord import fra_og_til, ordene
from macros.model.malform import Sprak
from macros.pages.arguments import id_in, made_of, needs
from macros.pages.begreper import words_of
from macros.pages.selvsjekk import TERM, selvsjekk_sprak
from macros.pages.view import View

MalId = Annotated[str, id_in("maler", "malen «{}» finnes ikke i mappen data/maler/")]
Gruppe = Annotated[
    str,
    made_of(
        ("maler",),
        lambda data: {mal.gruppe for mal in data.maler.values()},
        "ingen mal har gruppen «{}»",
    ),
]
# What the form's script says; the rest of the words stand in the page.
SPOKEN = (
    "lagret",
    "ikke_lagret",
    "bekreft",
    "slettet",
    "lastet_ned",
    "ikke_lastet_ned",
    "rad_lagt_til",
    "rad_nummer",
    "skrevet_ut",
)


def _in_language(data: Data, id: str, sprak: Sprak = "nb") -> Iterator[str]:
    mal = data.maler.get(id)
    if mal and sprak not in mal.sprak:
        yield f"malen «{id}» finnes ikke på «{sprak}». Den finnes på {' og '.join(mal.sprak)}"


def _as_form(data: Data, id: str, sprak: Sprak = "nb") -> Iterator[str]:
    yield from _in_language(data, id, sprak)
    if id in data.maler and not data.maler[id].fyll_ut:
        yield (
            f"malen «{id}» kan ikke fylles ut i nettleseren. Skriv «fyll_ut: true» i"
            f" data/maler/{id}.yml"
        )


def mal_oversikt(view: View, gruppe: Gruppe, selvsjekk: bool = False) -> str:
    """The templates of one group as cards: what each is for, who uses it, and ways to use it.

    With `selvsjekk` the self-check is among them.
    """
    found = {id: mal for id, mal in view.data.maler.items() if mal.gruppe == gruppe}
    return view.html(
        "maler_oversikt.html.jinja",
        maler=found,
        document=word_address,
        age=lambda mal: fra_og_til(mal, view.data.ordninger, view.today, "nb"),
        selvsjekk=selvsjekk,
        sporsmal=view.data.begreper.get(TERM),
    )


@needs(_in_language)
def mal_om(view: View, id: MalId, sprak: Sprak = "nb") -> str:
    """What the template is, whom and which year it was made for, its source, and the ways to use
    it.
    """
    mal = view.data.maler[id]
    skjema = view.data.nettsted.skjemaer[mal.skjema] if mal.skjema else None
    return _html(
        view,
        "maler_om.html.jinja",
        id,
        sprak,
        skjema=skjema,
        rader=[view.data.rad(name) for name in mal.hendelser],
        selvsjekk=sprak if sprak in selvsjekk_sprak(view.data) else "nb",
        words=words_of(view, mal),
    )


@needs(_in_language)
def mal_innhold(view: View, id: MalId, sprak: Sprak = "nb") -> str:
    """The template itself: on paper with room for the answers."""
    return _html(view, "maler_innhold.html.jinja", id, sprak)


@needs(_as_form)
def mal_skjema(view: View, id: MalId, sprak: Sprak = "nb") -> str:
    """The template as a form that is kept in the reader's own browser."""
    words = ordene(sprak)
    return _html(
        view, "maler_skjema.html.jinja", id, sprak, spoken={key: words[key] for key in SPOKEN}
    )


def word_address(id: str, sprak: Sprak) -> str:
    """The address of the Word document, below the site."""
    return f"maler/{id}{'-nn' if sprak == 'nn' else ''}.docx"


def _html(view: View, template: str, id: str, sprak: Sprak, **values: object) -> str:
    mal = view.data.maler[id]
    other = next((form for form in mal.sprak if form != sprak), None)
    return view.html(
        template,
        id=id,
        mal=mal,
        sprak=sprak,
        other=other,
        t=lambda text: text.i(sprak),
        ord=ordene(sprak),
        document=word_address(id, sprak),
        age=fra_og_til(mal, view.data.ordninger, view.today, sprak),
        ended=mal.er_avsluttet(view.data.ordninger, view.today),
        news=view.news.removeprefix(view.settings.site_url),
        **values,
    )
