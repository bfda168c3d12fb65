"""Model → iCalendar bytes: pure functions of the data, the build's timestamp, the site's address
and the calendars that are live now.
"""

from macros.feeds.kalendere import feeds
from macros.feeds.ledger import Ledger, calendars_gone, listed, lost, read_ledger, vanished

__all__ = ["Ledger", "calendars_gone", "feeds", "listed", "lost", "read_ledger", "vanished"]
