"""The pages about the site: who answers for it, its sources, its open questions and what it says of
people.
"""

from macros.pages.sporsmal import Question, open_questions
from macros.pages.view import View

# Where those who have found a hole in a site look for an address.
SECURITY = ".well-known/security.txt"


def nettsted_ansvar(view: View) -> str:
    """Who answers for the site; what the owner has not filled in is said."""
    return view.html("om_ansvar.html.jinja", nettsted=view.data.nettsted, security=SECURITY)


def personvern_ansvar(view: View) -> str:
    """Who decides over what is said of people, why, for how long, and how one is taken away."""
    return view.html("om_personvern.html.jinja", nettsted=view.data.nettsted)


def tilgjengelighetserklaering(view: View) -> str:
    """The link to the declaration, or word that there is none yet."""
    return view.html("om_tilgjengelighet.html.jinja", nettsted=view.data.nettsted)


def datalisens(view: View) -> str:
    """What one may do with the facts, or word that nobody has decided."""
    return view.html("om_lisens.html.jinja", lisens=view.data.nettsted.lisens)


def kilde_liste(view: View) -> str:
    """Every source, with the anchor that the pages link to."""
    register = view.data.skoleregister
    return view.html(
        "om_kilder.html.jinja",
        skolestander=register.stander(register.skoler.values()) if register else (),
    )


def apne_sporsmal(view: View) -> str:
    """What the owners of the facts must answer, each question once, with all the places where it
    stands.
    """
    questions: dict[str, list[Question]] = {}
    for question in open_questions(view.data):
        questions.setdefault(question.merknad.sporsmal, []).append(question)
    return view.html("om_apne_sporsmal.html.jinja", questions=questions)


def personopplysninger(view: View) -> str:
    """What is published about people, and of how many."""
    people = view.data.kontakter.values()
    return view.html(
        "om_personopplysninger.html.jinja",
        total=len(people),
        epost=sum(bool(k.epost) for k in people),
        telefon=sum(bool(k.telefon) for k in people),
    )
