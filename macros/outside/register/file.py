"""data/skoler.yml as text: one line for each school, so that a change in the register is a change
of one line.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from macros.editing.emit import field, inline, scalar
from macros.editing.order import Kind
from macros.model.fakta import Merknad
from macros.model.skoler import Skole

NAME = "data/skoler.yml"
SOURCE = "skoleregisteret"
HEAD = """\
# yaml-language-server: $schema=schema/skoler.json
#
# Skolene i kommunene våre, slik de står i Nasjonalt skoleregister. Finneren og søket kjenner dem herfra.
# Filen holdes ved like av «python -m macros skoler --fra https://data-nsr.udir.no». Den skriver filen på nytt,
# så egne kommentarer blir borte. Feil i navn og kommune rettes i registeret, ikke her.
#
# Inneholder data under Norsk lisens for offentlige data (NLOD) tilgjengeliggjort av Utdanningsdirektoratet.
# Utvalget er vårt: bare aktive skoler i kommunene i data/kommuner.yml, uten voksenopplæring.
#
#   per      dagen listen er hentet
#   trinn    grunnskole, videregaende eller begge
#   privat   true når skolen er privat
#   savnet   dagen skolen ikke lenger sto i registeret. Slett linjen når det er sikkert at skolen er lagt ned
#
# Et eksempel (ta bort # foran linjen):
#
#   "999999999": {navn: Eksempel skole, kommune: "5001", trinn: [grunnskole]}
"""


def written(schools: Mapping[str, Skole], day: date, merknader: Iterable[Merknad] = ()) -> str:
    """The whole file; `merknader` are those that editors have given the list."""
    notes = [one.model_dump(exclude_defaults=True) for one in merknader]
    lines = [
        f"  {scalar(orgnr)}: {inline(_plain(skole), Kind(Skole))}"
        for orgnr, skole in schools.items()
    ]
    return "\n".join(
        [
            HEAD,
            f"per: {day.isoformat()}",
            f"kilde: {SOURCE}",
            *(field("merknader", notes, Kind(), 0) if notes else ()),
            "skoler:",
            *lines,
            "",
        ]
    )


def _plain(skole: Skole) -> dict[str, object]:
    said = skole.model_dump(mode="json", exclude_defaults=True)
    return {key: "true" if value is True else value for key, value in said.items()}
