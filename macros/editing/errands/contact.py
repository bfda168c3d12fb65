"""«Endre en kontakt»: name, e-mail, phone, post, institution; or nothing new, but looked over."""

from dataclasses import replace

from macros.editing.draft import Draft
from macros.editing.errands.desk import Desk
from macros.editing.errands.people import (
    CONTACTS_FILE,
    SEVERAL_NAMES,
    email,
    known_people,
    not_a_name,
    phone,
)
from macros.editing.errands.sources import Source, enter, told_by
from macros.model.kontakter import Kontakt
from macros.model.types import slug

NONE = "ingen"


def change_contact(desk: Desk) -> None:
    """The form's box says that name, e-mail and phone are all right now, so that they can share one
    date and one source.
    """
    id = _whom(desk)
    if id:
        _forget_untouched(desk, desk.data.kontakter[id])
    new = _answers(desk)
    source = told_by(desk)
    if not desk.ticked("sett_over"):
        desk.refuse(
            "sett_over",
            "Boksen er ikke krysset av. Datoen gjelder navnet, e-postadressen og telefonnummeret"
            " under ett, så noen må ha sett over alle tre.",
        )
    if desk.wrong or id is None or source is None:
        return
    kontakt = desk.data.kontakter[id]
    post, new = (
        new.pop("stilling", None),
        {name: value for name, value in new.items() if value != getattr(kontakt, name)},
    )
    if not (new or post or source.by):
        desk.wrong.append(
            "Ingenting i skjemaet er nytt. Skriv det som skal endres, eller hvem som bekrefter at"
            " alt stemmer."
        )
        return
    if new or post:
        enter(desk, source)
    _write_contact(desk, desk.draft(CONTACTS_FILE), id, kontakt, new, source)
    if post:
        desk.draft(CONTACTS_FILE).insert(
            (id, "stillinger"), 0, {"tekst": post, "per": str(source.per), "kilde": source.id}
        )
    if new and kontakt.merknader:
        desk.told.append(
            f"Se om dette fortsatt er riktig om {kontakt.navn}: "
            + " ".join(merknad.tekst for merknad in kontakt.merknader)
        )


def _whom(desk: Desk) -> str | None:
    """The id of the one who is named; the sender hears it when several are."""
    known, text = known_people(desk), desk.needed("kontakt")
    if SEVERAL_NAMES.search(text) and all(
        slug(part) in {slug(name) for name in known} for part in SEVERAL_NAMES.split(text)
    ):
        desk.refuse("kontakt", f"«{text}» er flere personer. Send ett skjema for hver av dem.")
        return None
    return desk.one_of("kontakt", known, text)


def _forget_untouched(desk: Desk, kontakt: Kontakt) -> None:
    """What a link has filled in, and nobody has changed, is no answer."""
    touched = {
        field: lines
        for field, lines in desk.answers.given.items()
        if " ".join(lines) != getattr(kontakt, field, None)
    }
    desk.answers = replace(desk.answers, given=touched)


def _answers(desk: Desk) -> dict[str, str | None]:
    """What is to be new, by field; None for what is to go."""
    found: dict[str, str | None] = {}
    for id, read in (("epost", email), ("telefon", phone)):
        answer = None if desk.answers.text(id).lower().strip(" .") == NONE else read(desk, id)
        found |= {id: answer} if answer != "" else {}
    if name := desk.text("navn"):
        found["navn"] = name
        if wrong := not_a_name(name):
            desk.refuse("navn", wrong)
    if desk.answers.given.get("institusjon") and (
        institution := desk.one_of(
            "institusjon", {one.kortnavn: key for key, one in desk.data.institusjoner.items()}
        )
    ):
        found["institusjon"] = institution
    if post := desk.text("stilling"):
        found["stilling"] = post
    return found


def _write_contact(
    desk: Desk, draft: Draft, id: str, kontakt: Kontakt, new: dict[str, str | None], source: Source
) -> None:
    if "navn" in new:
        draft.insert((id, "skrivemater"), 0, kontakt.navn)
    for name, value in new.items():
        if value is None:
            draft.remove((id, name))
        else:
            draft.set((id, name), value)
    if new:
        if kontakt.gjelder:
            draft.remove((id, "gjelder"))
        draft.set((id, "per"), str(source.per))
        draft.set((id, "kilde"), source.id)
    if source.by:
        draft.set((id, "bekreftet"), source.bekreftet(desk))
