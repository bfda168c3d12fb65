"""The ground every record stands on: frozen, strict about its keys, and aware of the line that it was read from."""

from pydantic import BaseModel, ConfigDict, PrivateAttr

from macros.problems import Place

Path = tuple[str | int, ...]


class Record(BaseModel):
    """A mapping in a data file. Unknown keys are refused; nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    _places: dict[Path, Place] = PrivateAttr(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands in its file, or the nearest thing around it.

        `record.place()` is the record itself, `record.place("kommuner", 2)` the third entry of a list.
        """
        while path not in self._places:
            if not path:
                return Place("data")
            path = path[:-1]
        return self._places[path]
