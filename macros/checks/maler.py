"""Rules about the templates: whole in both written forms, ids that answers can be kept under,
fields that fit their kind.
"""

from collections.abc import Iterable, Iterator

from macros.model.base import Record, repeated
from macros.model.data import Data
from macros.model.maler import Felt, Mal
from macros.model.malform import MalMerknad, Tekster
from macros.problems import Problem, did_you_mean

# What a field of one kind may have and no other: the key, and the kind.
ONLY = (("alternativer", "valg"), ("kolonner", "tabell"), ("rader", "tabell"), ("linjer", "lang"))
MOST_FIELDS = 40


def both_written_forms(data: Data) -> Iterator[Problem]:
    """A template offered in nynorsk has each of its texts in nynorsk, and no other template has
    any.
    """
    for mal in data.maler.values():
        for record in mal.walk():
            if isinstance(record, Tekster | MalMerknad) and bool(record.nn) != mal.nynorsk:
                yield _wrong_forms(record, mal)


def _wrong_forms(record: Tekster | MalMerknad, mal: Mal) -> Problem:
    if not mal.nynorsk:
        return Problem(
            record.place("nn"),
            "malen finnes bare på bokmål. Slett «nn», eller skriv «nynorsk: true» øverst og"
            " oversett resten",
            "mal-nynorsk-alene",
        )
    how = (
        "Skriv {nb: …, nn: …}"
        if isinstance(record, Tekster)
        else "Legg til en linje med «nn:» under"
    )
    return Problem(record.place(), f"teksten mangler på nynorsk. {how}", "mal-nynorsk-mangler")


def template_ids_unique(data: Data) -> Iterator[Problem]:
    """Answers are kept under the ids of fields and columns, and headings are linked by those of
    sections.
    """
    for mal in data.maler.values():
        yield from _doubles(mal.alle_deler(), "delen")
        yield from _doubles(mal.alle_felt(), "feltet")
        for felt in mal.alle_felt():
            yield from _doubles(felt.kolonner, "kolonnen")


def _doubles(records: Iterable[Record], what: str) -> Iterator[Problem]:
    for record, _ in repeated(records):
        yield Problem(
            record.place("id"),
            f"{what} «{record.id}» står to ganger. Gi den ene en annen id",
            "mal-id-dobbel",
        )


def fields_fit_their_kind(data: Data) -> Iterator[Problem]:
    """A choice has answers to choose between, a table has columns, and nothing has what belongs to
    another kind.
    """
    for mal in data.maler.values():
        for felt in mal.alle_felt():
            yield from _misfits(felt)


def _misfits(felt: Felt) -> Iterator[Problem]:
    for key, kind in ONLY:
        if key in felt.model_fields_set and felt.slag != kind:
            yield Problem(
                felt.place(key),
                f"«{key}» brukes bare når slag er {kind}. Slett linjen, eller skriv «slag: {kind}»",
                "mal-felt-slag",
            )
    if felt.slag == "valg" and len(felt.alternativer) < 2:
        yield Problem(
            felt.place(),
            "et valg har minst to svar. Skriv dem under «alternativer», som [Ja, Nei]",
            "mal-valg-uten-svar",
        )
    if felt.slag == "tabell" and not felt.kolonner:
        yield Problem(
            felt.place(),
            "en tabell har minst én kolonne. Skriv id og navn under «kolonner»",
            "mal-tabell-uten-kolonner",
        )
    for key in ("linjer", "rader"):
        if (count := getattr(felt, key)) is not None and not 1 <= count <= MOST_FIELDS:
            yield Problem(
                felt.place(key),
                f"«{key}» er {count}. Skriv et tall fra 1 til {MOST_FIELDS}",
                "mal-plass",
            )


def official_forms(data: Data) -> Iterator[Problem]:
    """The official form that a template prepares for stands in data/nettsted.yml."""
    if not data.nettsted:
        return
    for mal in data.maler.values():
        if mal.skjema and mal.skjema not in data.nettsted.skjemaer:
            near = did_you_mean(mal.skjema, data.nettsted.skjemaer)
            yield Problem(
                mal.place("skjema"),
                f"skjemaet «{mal.skjema}» står ikke under «skjemaer» i data/nettsted.yml{near}",
                "mal-skjema",
            )


RULES = (
    both_written_forms,
    template_ids_unique,
    fields_fit_their_kind,
    official_forms,
)
