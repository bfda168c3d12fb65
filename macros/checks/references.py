"""Ids and what they point at."""

from collections.abc import Iterator

from macros.model.data import Data
from macros.model.nettverk import Nettverk
from macros.model.oppforinger import new_entry
from macros.model.samlinger import SAMLING
from macros.model.types import ID
from macros.problems import Place, Problem, nearest, shortened, used_too

# More ids than anybody has misspelt: what they named is gone.
MANY_IDS = 5


def known_ids(data: Data) -> Iterator[Problem]:
    """Every reference leads to a record: a source, a person, an institution, a kommune …"""
    missing: dict[str, dict[str, list[Place]]] = {}
    for reference in data.references:
        if reference.collection not in data.unread and reference.id not in data.ids(
            reference.collection
        ):
            missing.setdefault(reference.collection, {}).setdefault(reference.id, []).append(
                reference.place
            )
    for collection, ids in missing.items():
        if len(ids) > MANY_IDS and SAMLING[collection].where.endswith(".yml"):
            yield Problem(
                Place(SAMLING[collection].where),
                f"{len(ids)} id-er som andre filer bruker, finnes ikke her: {shortened(ids)}. Er"
                " noe slettet, henter du det tilbake fra historikken",
                "ukjent-id",
            )
        else:
            yield from (
                _merged_kommune(data, id, min(places))
                or _another_kind(data, collection, id, min(places))
                or _unknown_id(collection, id, sorted(places), data.ids(collection))
                for id, places in ids.items()
            )


def _merged_kommune(data: Data, nr: str, place: Place) -> Problem | None:
    """A number that a kommune had before it was merged into another."""
    heirs = {
        heir: old.navn
        for heir, kommune in data.kommuner.items()
        for old in kommune.tidligere
        if old.nr == nr
    }
    if not heirs:
        return None
    now = " eller ".join(f"{heir} ({data.kommuner[heir].navn})" for heir in heirs)
    return Problem(
        place,
        f"«{nr}» var nummeret til {next(iter(heirs.values()))}, som er slått sammen med en annen"
        f" kommune. Skriv {now}",
        "ukjent-id",
    )


def _another_kind(data: Data, collection: str, id: str, place: Place) -> Problem | None:
    """An id that is one, of something else."""
    others = [name for name, known, _ in data.tops if known == id]
    if not others or nearest(id, data.ids(collection)):
        return None
    return Problem(
        place,
        f"«{id}» står i {SAMLING[others[0]].where}, men her skal det være en id fra"
        f" {SAMLING[collection].where}. Skriv en som finnes der",
        "ukjent-id",
    )


def _unknown_id(collection: str, id: str, places: list[Place], known: frozenset[str]) -> Problem:
    """One mistake, however often the id is used: then it was most likely there before."""
    where, near = SAMLING[collection].where, nearest(id, known)
    remedies = [f"Mente du «{near}»?"] * bool(near)
    if len(places) > 1:
        remedies.append(
            "Er den slettet, eller har den fått en ny id, henter du den gamle tilbake."
            + " Ellers legger du den til der." * (not near)
        )
    elif not near:
        remedies.append("Legg den til der, eller skriv en id som finnes.")
    paste = "" if near or not where.endswith(".yml") else new_entry(collection, id)
    return Problem(
        places[0],
        f"«{id}» finnes ikke i {where}{used_too(places[1:])}. {' '.join(remedies)}",
        "ukjent-id",
        paste=paste,
    )


def needed_by_pages(data: Data) -> Iterator[Problem]:
    """What every network's page says that one can ask UP1 for is there."""
    if not data.fylke:
        return
    if data.fylke.id not in data.ids("roller") and "roller" not in data.unread:
        yield Problem(
            data.fylke.place("id"),
            f"rollene i fylket mangler. Lag filen data/roller/{data.fylke.id}.yml, eller rett"
            " id-en",
            "ukjent-id",
        )
    if data.fylke.id not in data.roller:
        return
    rollefil = data.roller[data.fylke.id]
    up1 = rollefil.aktorer.get("up1")
    groups = [group for group in up1.oppgaver if not group.forslag] if up1 else []
    if not (
        up1
        and up1.betaling
        and any(not group.faser and (group.per or group.gjelder) for group in groups)
        and any(group.faser for group in groups)
    ):
        place = up1.place() if up1 else rollefil.place("aktorer")
        yield Problem(
            place,
            "aktøren «up1» må ha betaling, oppgaver uten «faser» med «per» eller «gjelder», og"
            " oppgaver med «faser». Sidene til nettverkene viser dem",
            "mangler-for-siden",
        )


def listed_once(data: Data) -> Iterator[Problem]:
    """A list names each id once."""
    seen: dict[Place, set[str]] = {}
    for reference in data.references:
        if reference.listed:
            ids = seen.setdefault(reference.listed, set())
            if reference.id in ids:
                yield Problem(
                    reference.place,
                    f"«{reference.id}» står to ganger i listen. Slett den ene",
                    "id-dobbelt",
                )
            ids.add(reference.id)


def file_name_is_id(data: Data) -> Iterator[Problem]:
    """The file of a network or a cycle has its id for a name, and no two of them have the same:
    pages and calendars know them by it.
    """
    for stem, one in (*data.nettverk.items(), *data.sykluser.items()):
        if one.id == stem:
            continue
        if isinstance(one, Nettverk) and one.id in data.nettverk:
            message = (
                f"id-en «{one.id}» er alt brukt av data/nettverk/{one.id}.yml. Gi dette nettverket"
                " en egen id og et eget filnavn, eller slett filen"
            )
        else:
            remedy = f"Skriv «id: {stem}», eller gi" if ID.fullmatch(stem) else "Gi"
            message = (
                f"id-en er «{one.id}», men filen heter {stem}.yml. {remedy} filen navnet"
                f" {one.id}.yml"
            )
        yield Problem(one.place("id"), message, "filnavn-id")
    for stem in data.sykluser.keys() & data.ids("nettverk"):
        yield Problem(
            data.sykluser[stem].place("id"),
            f"et nettverk heter også «{stem}». Gi årshjulet en annen id",
            "syklus-nettverk-id",
        )


def unique_addresses(data: Data) -> Iterator[Problem]:
    """Each page of the finder has an address of its own."""
    taken: dict[str, str] = (
        {data.fylke.fylkeskommune: data.fylkeskommune.navn} if data.fylkeskommune else {}
    )
    pages: list[tuple[str, str, Place]] = [
        (k.slug, k.navn, k.place("navn")) for k in data.kommuner.values()
    ]
    pages += [
        (id, listed[0][1].navn, listed[0][1].place("id")) for id, listed in data.friskoler.items()
    ]
    for address, name, place in pages:
        if not address:
            yield Problem(
                place,
                f"«{name}» har ingen bokstaver som kan stå i en nettadresse. Skriv navnet med"
                " bokstavene a–å",
                "ingen-adresse",
            )
        elif address in taken:
            yield Problem(
                place,
                f"adressen /finn/{address}/ er alt brukt av {taken[address]}. To sider kan ikke ha"
                " samme adresse: skriv noe som skiller dem",
                "dobbel-adresse",
            )
        taken.setdefault(address, name)


RULES = (known_ids, needed_by_pages, listed_once, file_name_is_id, unique_addresses)
