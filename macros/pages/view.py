"""What a block of a page may know: the data, the day, and where the page that shows it lies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from macros.markup import render
from macros.model.base import Record
from macros.model.data import Data
from macros.pages.opphav import Opphav, Part, chips, gather
from macros.pages.rettelser import Link, edit_address, rettelse_links
from macros.settings import Settings


@dataclass(frozen=True)
class View:
    """Handed to every block.

    `url` is the page's own address below the site, like «nettverk/nord-eksempel/».
    """

    data: Data
    settings: Settings
    url: str = ""

    @property
    def today(self) -> date:
        return self.settings.today

    @property
    def rot(self) -> str:
        """The way from the page to the top of the site: «../../». Links work below any address."""
        return "../" * self.url.count("/") or "./"

    @property
    def news(self) -> str:
        """The whole address of what applies now, for what leaves the site."""
        return self.settings.site_url + self.data.nytt

    def at(self, url: str) -> "View":
        return replace(self, url=url)

    def html(self, template: str, **values: object) -> str:
        """A template filled in for this page, as one line."""
        return render(template, view=self, data=self.data, rot=self.rot, today=self.today, **values)

    def rediger(self, record: Record) -> str | None:
        """The address where the record is edited, at its line; None without a repository."""
        return edit_address(self.settings, record)

    def rettelser(self, record: Record) -> list[Link]:
        """The links of the line below a fact: to edit it, and to tell of a change."""
        return list(rettelse_links(self.data, self.settings, self.url, record))

    def opphav(self, parts: Iterable[Part]) -> Opphav:
        """What the fold of a block that shows `parts` says."""
        return gather(self.data, parts)

    def brikker(self, sources: Iterable[str]) -> list[str]:
        """What the chips of sources say, by year."""
        return sorted(said for id, said in chips(self.data.kilder).items() if id in set(sources))
