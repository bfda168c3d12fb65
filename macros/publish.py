"""The files beside the pages: open data, contact cards and calendars, each with its permanent address."""

from collections.abc import Mapping

from macros.pages.view import View


def published_files(view: View) -> Mapping[str, bytes]:
    """Address below the site → content. The same data and day give the same bytes."""
    return {}
