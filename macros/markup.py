"""The only way from data to HTML and SVG: one autoescaping, strict Jinja environment."""

from contextlib import suppress
from pathlib import Path
from zlib import crc32

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from macros.model import sider
from macros.model.dates import say_day
from macros.model.kontakter import HISTORIE_FOR
from macros.model.listing import listing
from macros.model.plain_text import TEXT_LINK, spelled_out

ROOMS = Path(__file__).parent
# A template stands beside the block that fills it.
TEMPLATES = (ROOMS / "pages", ROOMS / "drawings")


class Compiled(FileSystemBytecodeCache):
    """Templates as bytecode, kept between builds, since to compile them takes longer than to fill
    them in.

    One folder for each environment, and for each edition of this file: its settings are compiled
    in. Where nothing can be written, nothing is kept.
    """

    def __init__(self, environment: str):
        edition = f"{crc32(Path(__file__).read_bytes()):08x}"
        super().__init__(str(ROOMS.parent / ".cache" / f"{environment}-{edition}"))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A project that is moved or copied keeps them: what they were made of goes with them."""
        return super().get_cache_key(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Make the folder first."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def linked(value: object) -> object:
    """A value as it is printed: `[tekst](https://…)` in running text becomes a link."""
    if not isinstance(value, str) or isinstance(value, Markup) or "](" not in value:
        return value
    return Markup(TEXT_LINK.sub(r'<a href="\2">\1</a>', str(escape(value))))


@pass_context
def side(context: Context, value: str, collection: str = "") -> str:
    """The way from the page that is drawn to a page, «"kontakt/"|side», or to where a record
    stands, «id|side("begreper")». Raises KeyError where there is none.
    """
    address = (
        sider.record_address(context["data"], collection, value)
        if collection
        else sider.known(value)
    )
    return f"{context['rot']}{address}"


ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    finalize=linked,
    undefined=StrictUndefined,
    trim_blocks=True,
    bytecode_cache=Compiled("blocks"),
)
ENVIRONMENT.filters |= {
    "dag": say_day,
    "oppramsing": listing,
    "uten_lenker": spelled_out,
    "side": side,
}
ENVIRONMENT.globals["historie_for"] = HISTORIE_FOR.year
# «Nestleder for utdanning» inside a sentence.
ENVIRONMENT.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]


def render(name: str, **values: object) -> str:
    """A template as one line, since Markdown takes a one-line block element as it is."""
    return " ".join(ENVIRONMENT.get_template(name).render(**values).split())


def inline(text: str) -> Markup:
    """Data inside a line of Markdown, which Markdown would read before HTML does: every sign that
    it or Jinja knows becomes a number.
    """
    return Markup("".join(f"&#{ord(c)};" if c in "<>&{}[]()`*_#\\!|$~^:\"'" else c for c in text))
