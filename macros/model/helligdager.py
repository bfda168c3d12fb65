"""Norwegian public holidays."""

from datetime import date, timedelta

from dateutil.easter import easter

FIXED = {
    (1, 1): "første nyttårsdag",
    (5, 1): "1. mai",
    (5, 17): "17. mai",
    (12, 25): "første juledag",
    (12, 26): "andre juledag",
}
# Days from Easter Sunday.
MOVABLE = {
    -3: "skjærtorsdag",
    -2: "langfredag",
    0: "første påskedag",
    1: "andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "første pinsedag",
    50: "andre pinsedag",
}
WEEKEND = {5: "en lørdag", 6: "en søndag"}


def holiday(day: date) -> str | None:
    """«langfredag»; None when it is no public holiday."""
    movable = {easter(day.year) + timedelta(days=days): name for days, name in MOVABLE.items()}
    return FIXED.get((day.month, day.day)) or movable.get(day)


def day_off(day: date) -> str | None:
    """Why one can't expect anybody at work: «langfredag», «en lørdag»; None on a working day."""
    return holiday(day) or WEEKEND.get(day.weekday())
