"""What to do about that which has been published and would be gone: the same words for a build,
which knows it from the live calendars, and for a proposal, which knows it from git.
"""

from datetime import date

from macros.problems import Place, Problem


def event_gone(folder: str, origin: str, event: str, cancelled: bool) -> Problem:
    """That an event of a list in a folder below data/ is gone."""
    remedy = (
        "la den stå til dagen er over"
        if cancelled
        else "merk den `avlyst` i stedet for å slette den. Ble den publisert ved en feil, skriver"
        " du «trukket» med dato og grunn"
    )
    return Problem(
        Place(f"data/{folder}/{origin}.yml"),
        f"hendelsen «{event}» er publisert og ikke over, men finnes ikke lenger: {remedy}. "
        "Har den fått en ny id, skriver du den gamle igjen",
        "hendelse-borte",
    )


def network_gone(id: str, navn: str, today: date) -> Problem:
    """That a network is gone, with the line to write."""
    return Problem(
        Place("data/nettsted.yml"),
        f"nettverket «{id}» er publisert, men finnes ikke lenger. De som abonnerer på kalenderen,"
        " må få vite hvor de skal gå. Skriv under «tidligere» i denne filen:"
        f" - {{id: {id}, navn: {navn}, opphort: {today}, ny: id-en til nettverket som tok over}}."
        " Er det borte for godt, sletter du «ny»",
        "nettverk-borte",
    )
