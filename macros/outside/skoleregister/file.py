"""data/skoler.yml as text: one line for each school, and so for each change in the register."""

from macros.editing.emit import field, inline_yaml, one_or_all, scalar
from macros.model.fields import UNKNOWN_KIND, Kind
from macros.model.skoler import Skole, Skoleregister

REGISTER_FILE = "data/skoler.yml"
REGISTER_SOURCE = "skoleregisteret"
REGISTER_HEAD = """\
# yaml-language-server: $schema=schema/skoler.json
#
# Skolene i kommunene våre, etter Nasjonalt skoleregister. Finneren og søket kjenner dem herfra.
# Filen holdes ved like av «python -m macros skoler --fra https://data-nsr.udir.no». Den skriver
# filen på nytt, så egne kommentarer blir borte. Det som står i feltene, blir stående: navn du har
# gitt en skole, andre navn, og enhetene du har utelatt. Får skolen nytt navn i registeret, får den
# det her også.
#
# Inneholder data under Norsk lisens for offentlige data (NLOD) tilgjengeliggjort av
# Utdanningsdirektoratet. Utvalget og navnene er våre: bare aktive, vanlige skoler i kommunene i
# data/kommuner.yml, med navnet slik folk leser det. Registerets egen skrivemåte står under
# andre_navn når den er en annen.
#
#   per         tiden listen er fra. En skole fra en annen tid eller kilde har per og kilde selv
#   utelatt     enheter som ikke er vanlige skoler: navnet og hvorfor. De blir ikke hentet igjen
#   navn        slik folk leser det, uten eier, AS, SA og «avd skole»
#   andre_navn  andre navn som finneren skal kjenne
#   trinn       grunnskole, videregaende eller begge
#   privat      true når skolen er privat
#   savnet      dagen skolen ikke lenger sto i registeret. Slett linjen når det er sikkert at
#               skolen er lagt ned
#
# Et eksempel (ta bort # foran linjen):
#
#   "999999999": {navn: Ny skole, andre_navn: [Ny AS], kommune: "9901", trinn: [grunnskole]}
"""


def register_text(register: Skoleregister) -> str:
    notes = [one.model_dump(exclude_defaults=True) for one in register.merknader]
    fact = [("per", str(register.per)), ("kilde", list(register.kilde))]
    return "\n".join(
        [
            REGISTER_HEAD,
            *(
                line
                for key, value in fact
                for line in field(key, one_or_all(value), UNKNOWN_KIND, 0)
            ),
            *(field("merknader", notes, UNKNOWN_KIND, 0) if notes else ()),
            *(["utelatt:"] if register.utelatt else ()),
            *(f"  {scalar(orgnr)}: {scalar(why)}" for orgnr, why in register.utelatt.items()),
            "skoler:",
            *(
                f"  {scalar(orgnr)}: {inline_yaml(_as_entry(skole), Kind(Skole))}"
                for orgnr, skole in register.skoler.items()
            ),
            "",
        ]
    )


def _as_entry(skole: Skole) -> dict[str, object]:
    said = skole.model_dump(mode="json", exclude_defaults=True)
    if "kilde" in said:
        said["kilde"] = one_or_all(said["kilde"])
    return {key: "true" if value is True else value for key, value in said.items()}
