"""What each operation does to the data."""

from macros.editing.operations import fields, hendelser, verv
from macros.editing.operations.desk import Desk
from macros.editing.operations.kilder import told_by
from macros.editing.proposal import Operation
from macros.model.oppforinger import Oppforing

ACTS = {
    "sett": fields.set_field,
    "slutter": verv.end_term,
    "begynner": verv.begin_term,
    "flytt": hendelser.move_event,
    "avlys": hendelser.cancel_event,
    "bekreft": fields.confirm_record,
}
LAST = ("begynner", "ny")


def carry_out(desk: Desk) -> None:
    """Every operation; what is wrong with any of them is told.

    What puts something into a list comes last: the places of the others are those of the data as
    they are.
    """
    desk.source = told_by(desk)
    if not desk.source:
        return
    for operation in sorted(desk.proposal.operations, key=lambda one: one.kind in LAST):
        if (operation.kind, operation.address) == ("ny", "begreper"):
            fields.add_term(desk, operation)
        elif spot := desk.spot(operation):
            _act(operation, spot)(desk, operation, spot)


def _act(operation: Operation, spot: Oppforing):
    if operation.kind == "ny":
        return (
            hendelser.add_event if operation.address.endswith("/hendelser") else fields.add_record
        )
    return ACTS[operation.kind]
