"""The verb that makes anew what follows from the models: the JSON Schemas."""

from argparse import Namespace
from pathlib import Path

from macros.reading.schemas import write_schemas


def run(root: Path, _: Namespace) -> int:
    """lag JSON-skjemaene i data/schema/ på nytt"""
    write_schemas(root / "data" / "schema")
    return 0
