"""Bokmål and nynorsk: a text that stands in both, side by side, so that an edit of one is seen
beside the other.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model.base import Record
from macros.model.fakta import Merknad
from macros.model.types import Lopetekst, Tekst

Sprak = Literal["nb", "nn"]


class Tekster(Record):
    """A text in bokmål, and in nynorsk where the template is offered in both."""

    nb: Tekst = Field(description="Teksten på bokmål")
    nn: Tekst | None = Field(
        None, description="Teksten på nynorsk, når malen finnes på begge målformer"
    )

    def i(self, sprak: Sprak) -> str:
        """The text in one of the two.

        The checks see to it that a template offered in nynorsk has all of its texts.
        """
        return self.nn if sprak == "nn" else self.nb


class Setninger(Tekster):
    """The same for whole sentences, which may hold links."""

    nb: Lopetekst = Field(description="Teksten på bokmål")
    nn: Lopetekst | None = Field(
        None, description="Teksten på nynorsk, når malen finnes på begge målformer"
    )


class MalMerknad(Merknad):
    """A caution in a template; `nn` is its text in nynorsk."""

    nn: Lopetekst | None = Field(
        None, description="Teksten på nynorsk, når malen finnes på begge målformer"
    )

    def i(self, sprak: Sprak) -> str:
        """The text in one of the two."""
        return self.nn if sprak == "nn" else self.tekst


def _as_bokmal(value: object) -> object:
    return {"nb": value} if isinstance(value, str) else value


def _in_both(model: type[Tekster]) -> tuple[BeforeValidator, WithJsonSchema]:
    """How such a text is written: alone, or in both forms."""
    about = "En tekst på bokmål, eller {nb: …, nn: …} når malen finnes på begge målformer"
    return BeforeValidator(_as_bokmal), WithJsonSchema(
        {"description": about, "anyOf": [{"type": "string"}, model.model_json_schema()]}
    )


Malform = Annotated[Tekster, *_in_both(Tekster)]
Malsetninger = Annotated[Setninger, *_in_both(Setninger)]
