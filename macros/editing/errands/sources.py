"""Who told us: a source that we have, or a new one that says who and when."""

from dataclasses import dataclass

from macros.editing.errands.desk import Desk
from macros.model.dates import Moment, say_day
from macros.model.types import slug

SOURCES_FILE = "data/kilder.yml"
# With the year behind it, the short name of the source has room for forty.
LONGEST_BY = 34
# Who wrote the form is nobody to those who read the page.
NO_NAMES = ("meg", "meg-selv", "jeg", "selv", "oss", "vi")


@dataclass(frozen=True)
class Source:
    """A source's id, what its facts are true as of, and who confirms by it: nobody, when it is a
    document.
    """

    id: str
    per: Moment
    by: str = ""

    def behind(self, known: tuple[str, ...]) -> str | list[str]:
        """This source before those that a fact has already, as the file wants it."""
        ids = [self.id, *(id for id in known if id != self.id)]
        return ids[0] if len(ids) == 1 else ids

    def bekreftet(self, desk: Desk) -> dict[str, str]:
        """That somebody has looked over a record today."""
        return {"dato": desk.today.isoformat(), "av": self.by}


def told_by(desk: Desk) -> Source | None:
    """The source that the form names.

    None, with a complaint, where it names none that can be used.
    """
    text = desk.needed("opplyst_av")
    known = {
        slug(name): id
        for id, kilde in desk.data.kilder.items()
        for name in (kilde.tittel, kilde.kort, id)
    }
    if not text:
        return None
    if slug(text) in known:
        return _document(desk, known[slug(text)])
    if len(text) > LONGEST_BY:
        desk.refuse(
            "opplyst_av", f"Svaret er for langt. Skriv høyst {LONGEST_BY} tegn, som «NTNU ILU»."
        )
    elif "@" in text or not slug(text) or slug(text).isdigit() or slug(text) in NO_NAMES:
        desk.refuse(
            "opplyst_av",
            f"«{text}» er ikke navnet på en rolle eller en enhet. Skriv for eksempel «NTNU ILU».",
        )
    elif slug(text) in {slug(kontakt.navn) for kontakt in desk.data.kontakter.values()}:
        desk.refuse(
            "opplyst_av", f"«{text}» er en person. Skriv rollen eller enheten, som «NTNU ILU»."
        )
    else:
        today = Moment(desk.today.year, desk.today.month, desk.today.day)
        return Source(f"opplyst-{slug(text)}-{desk.today.isoformat()}", today, text)
    return None


def _document(desk: Desk, id: str) -> Source | None:
    kilde = desk.data.kilder[id]
    if moment := kilde.dato or (
        Moment(kilde.lest.year, kilde.lest.month, kilde.lest.day) if kilde.lest else None
    ):
        return Source(id, moment, kilde.utgiver if id.startswith("opplyst-") else "")
    desk.refuse(
        "opplyst_av",
        f"Kilden «{kilde.kort}» er udatert, og sier ikke når dette gjaldt. Skriv hvem som har"
        " opplyst det, som «NTNU ILU».",
    )
    return None


def enter(desk: Desk, source: Source) -> None:
    """Put a new source among the others. Its record says who told it, when and how."""
    if source.id in desk.data.kilder or not source.by:
        return
    draft = desk.draft(SOURCES_FILE)
    if draft.value((source.id,)) is None:
        draft.add(
            source.id,
            {
                "tittel": f"Opplyst av {source.by} {say_day(desk.today)}",
                "kort": f"{source.by} {desk.today.year}",
                "utgiver": source.by,
                "dato": desk.today.isoformat(),
                "merknader": [
                    {
                        "tekst": (
                            f"Meldt inn i skjemaet «{desk.answers.form.name}» og sett over før det"
                            " ble tatt inn."
                        )
                    }
                ],
            },
        )
