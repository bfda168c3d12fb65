"""The verb that makes anew what follows from the models: JSON Schemas and issue forms."""

from argparse import Namespace
from pathlib import Path

from macros.editing.form_files import write_forms
from macros.judging import good_data
from macros.reading.schemas import write_schemas
from macros.settings import day_of_deed


def run(root: Path, _: Namespace) -> int:
    """lag JSON-skjemaene i data/schema/ og skjemaene på GitHub på nytt"""
    write_schemas(root / "data" / "schema")
    write_forms(root, good_data(root), day_of_deed())
    return 0
