"""The rows of a year beside its wheel: a cycle's own, or those of the typical year; and the filters
that strip, list and wheel follow.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from macros.drawings.hjul import Wheel, draw, wheel_file
from macros.drawings.hjul_geometry import months_from
from macros.model.arshjul import Malgruppe, Syklus
from macros.model.data import Data
from macros.model.dates import Moment
from macros.model.innslag import ANY_YEAR, Innslag, innslag_of_row, school_year, years
from macros.model.monster import SCHOOL_YEAR_STARTS
from macros.model.rader import AUDIENCES, rows
from macros.pages.arguments import SyklusId
from macros.pages.arshjul_stripe import (
    cycle_now,
    innslag_of,
    observed,
    patterns,
    patterns_in_use,
    twelve,
)
from macros.pages.begreper import words_of
from macros.pages.view import View


def arshjul_na(view: View) -> str:
    """The adopted cycle that is under way, else the next to begin; while there is none, the typical
    year.
    """
    syklus = cycle_now(view.data, view.today)
    return cycle_rows(view, syklus) if syklus else _pattern(view)


def arshjul_rader(view: View, id: SyklusId) -> str:
    """A cycle's rows and its wheels."""
    return cycle_rows(view, view.data.sykluser[id])


def cycle_rows(view: View, syklus: Syklus) -> str:
    """What lies ahead first, and what is over in a fold; a cycle that is history stands as one."""
    found = [(rad, innslag_of_row(rad)) for rad in rows([syklus])]
    current = syklus.gjelder.til.end >= view.today
    over = [pair for pair in found if current and pair[0].hendelse.er_over(view.today)]
    return view.html(
        "arshjul_rader.html.jinja",
        syklus=syklus,
        coming=[pair for pair in found if pair not in over],
        over=over,
        rows=found,
        **drawn(view, wheels_of(syklus, view.today)),
        files=[file_of(syklus, wheel) for wheel in wheels_of(syklus, view.today)]
        if current and not syklus.er_utkast
        else [],
        names=", ".join(view.data.kilder[id].kort for id in syklus.kilde),
        notes=len({note.tekst for rad, _ in found for note in rad.hendelse.merknader}),
        words=words_of(view, syklus),
    )


def drawn(
    view: View, wheels: Sequence[Wheel]
) -> dict[str, list[Markup] | list[tuple[str, Markup]]]:
    """The wheels, and the small ones with their names for a phone."""
    sources = source_names(view.data)
    return {
        "wheels": [Markup(draw(wheel, sources, view.rot)) for wheel in wheels],
        "small": [
            (title, Markup(draw(one, sources, view.rot)))
            for wheel in wheels
            for title, one in wheel.by_audience().items()
        ],
    }


def wheels_of(syklus: Syklus, today: date) -> tuple[Wheel, ...]:
    """What is drawn of a cycle: one wheel, or one for each school year."""
    fra, til = syklus.gjelder.fra.start, syklus.gjelder.til.end
    return tuple(
        Wheel(
            f"h{first.year}-",
            f"Årshjul: {twelve(first)}",
            tuple(twelve(first).rsplit(" ", 1)),
            first,
            syklus.kolonner,
            innslag_of(syklus),
            _within_days(first, fra, til) if til >= today else None,
        )
        for first in years(syklus)
    )


def wheel_files(view: View) -> Iterator[tuple[str, bytes]]:
    """The wheels of each cycle in force beside its page, to take along: address and content."""
    names, rot = source_names(view.data), view.settings.site_url
    for syklus in view.data.sykluser.values():
        if not syklus.er_utkast and syklus.gjelder.til.end >= view.today:
            for wheel in wheels_of(syklus, view.today):
                yield file_of(syklus, wheel), wheel_file(wheel, names, rot)


def file_of(syklus: Syklus, wheel: Wheel) -> str:
    return f"arshjul/{syklus.id}/hjul-{wheel.first}.svg"


def _within_days(first: Moment, fra: date, til: date) -> tuple[date, date]:
    """The cycle's days among those of the wheel."""
    months = months_from(first)
    return max(fra, months[0].start), min(til, months[-1].end)


def source_names(data: Data) -> Mapping[str, str]:
    return {id: kilde.kort for id, kilde in data.kilder.items()}


def _pattern(view: View) -> str:
    """The school year round; what the newest cycle no longer has stands in a fold."""
    found = patterns(view.data, school_year(view.today))
    in_use = [pair for pair in found if not pair[0].utgatt]
    seen = observed(view.data)
    return view.html(
        "arshjul_monster.html.jinja",
        in_use=in_use,
        gone=[pair for pair in found if pair[0].utgatt],
        observed={f"monster-{id}": rads for id, rads in seen.items()},
        **drawn(view, [pattern_wheel(view.data)]),
        words=words_of(view, *view.data.monster.values()),
    )


def pattern_wheel(data: Data) -> Wheel:
    """The typical year: what is in use, in months of no year."""
    return Wheel(
        "h",
        "Årshjul: et typisk år",
        ("Et typisk år", "fra kjente årshjul"),
        Moment(ANY_YEAR, SCHOOL_YEAR_STARTS),
        AUDIENCES,
        patterns_in_use(data, ANY_YEAR),
    )


def schemes_of(felt: tuple[Innslag, ...]) -> tuple[str, ...]:
    """The schemes that rows concern: what one can filter by."""
    return tuple(dict.fromkeys(id for one in felt for id in one.ordninger))


def filter_rules(data: Data) -> str:
    """CSS that shows one audience or one scheme in strip, list and wheel when the address names it
    (#vis-malgruppe-nettverk), and marks the link that did.
    """
    groups: tuple[Malgruppe, ...] = tuple(AUDIENCES)
    names = [f"malgruppe-{group}" for group in groups]
    names += dict.fromkeys(
        f"ordning-{id}"
        for syklus in data.sykluser.values()
        for id in schemes_of(innslag_of(syklus))
    )
    return "".join(
        f".md-typeset:has(#vis-{name}:target) .valgbar:not(.{name}){{display:none}}\n"
        f'.md-typeset:has(#vis-{name}:target) .hjulfilter a[href="#vis-{name}"]'
        "{background:var(--flate);border-color:var(--dyp);font-weight:700}\n"
        for name in names
    )
