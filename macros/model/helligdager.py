"""Norwegian public holidays."""

from datetime import date, timedelta

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


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return date(year, month, day + 1)


def day_off(day: date) -> str | None:
    """Why one can't expect anybody at work: «langfredag», «en lørdag»; None on a working day."""
    movable = {easter(day.year) + timedelta(days=days): name for days, name in MOVABLE.items()}
    return FIXED.get((day.month, day.day)) or movable.get(day) or WEEKEND.get(day.weekday())
