"""What differs between two models, in sentences that an editor would have written."""

from macros.editing.differences.hendelser import event_changes
from macros.editing.differences.nettverk import network_changes
from macros.editing.differences.records import record_changes
from macros.model.data import Data


def differences(before: Data, after: Data) -> list[str]:
    """Networks first, then people, dates and all other records, each in its own order."""
    return list(
        dict.fromkeys(
            [
                *network_changes(before, after),
                *event_changes(before, after),
                *record_changes(before, after),
            ]
        )
    )
