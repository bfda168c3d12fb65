"""What to do about that which has been published and would be gone: the same words for a build,
which knows it from the live calendars, and for a proposal, which knows it from git.
"""

from datetime import date

from macros.problems import Place, Problem


def event_gone(
    folder: str, origin: str, event: str, cancelled: bool, until: date | None = None
) -> Problem:
    """That an event of a list in a folder below data/ is gone. `until`: one that is withdrawn."""
    if until:
        return Problem(
            Place(f"data/{folder}/{origin}.yml"),
            f"hendelsen «{event}» er trukket, men finnes ikke lenger. La raden stå til og"
            f" med {until}, så kalenderne får sagt fra",
            "hendelse-borte",
        )
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


def cycle_gone(id: str) -> Problem:
    """That a cycle is gone, or called something else."""
    return Problem(
        Place(f"data/arshjul/{id}.yml"),
        f"årshjulet «{id}» er publisert og ikke over, men finnes ikke lenger. Har det fått et nytt"
        f" navn, gir du filen og id-en det gamle igjen. Skal datoene bort, legger du filen tilbake"
        " og merker dem `avlyst`",
        "hendelse-borte",
    )


def event_left(network: str, event: str, ny: str | None) -> Problem:
    """That a network ended, and left an event that is neither over nor cancelled."""
    keep = f"la data/nettverk/{network}.yml stå til dagen er over, og vent med «tidligere»"
    remedy = (
        f"Skriv raden i data/nettverk/{ny}.yml, med samme id, eller {keep}"
        if ny
        else f"{keep[0].upper()}{keep[1:]}. Er den publisert som `avlyst`, kan nettverket opphøre"
    )
    return Problem(
        Place(f"data/nettverk/{ny}.yml" if ny else "data/nettsted.yml"),
        f"nettverket «{network}» har opphørt, men hendelsen «{event}» er publisert og ikke over."
        f" {remedy}",
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
