"""Model → iCalendar bytes: pure functions of the data, the build's timestamp, the site's address
and the calendars that are live now.
"""

from macros.feeds.calendar import feeds
from macros.feeds.ledger import Ledger, read_ledger, vanished

__all__ = ["Ledger", "feeds", "read_ledger", "vanished"]
