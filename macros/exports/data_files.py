"""Open data as files: JSON, and tables that Norwegian Excel opens with a double click."""

import csv
import io
import json
import re
from datetime import date

from macros.exports.datasets import Dataset, ended_schemes
from macros.exports.fields import json_entry
from macros.model.data import Data
from macros.model.plain_text import spelled_out

# What makes a spreadsheet take a cell for a formula: also after blanks, in full width, and behind
# what another language's spreadsheet takes for the end of a cell.
FORMULA = re.compile(r"(^|[,;])(?=[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])")


def json_file(dataset: Dataset, data: Data, today: date, news: str) -> bytes:
    """UTF-8, keys in the order that the page about open data lists them.

    `oppdatert` is the day of the build, `avsluttet` the schemes that have ended with their years,
    and `nytt` the address where one reads what applies now.
    """
    content = {
        "beskrivelse": dataset.about,
        "oppdatert": today.isoformat(),
        "avsluttet": ended_schemes(data, today),
        "nytt": news,
        "poster": [json_entry(data, dataset.fields, row) for row in dataset.rows(data)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def csv_file(dataset: Dataset, data: Data, today: date, news: str) -> bytes:
    """UTF-8 with a byte order mark, semicolons and CRLF: Norwegian Excel uses the comma in numbers,
    and guesses wrong without the mark.

    The last columns say in each row which schemes have ended, and where one reads what applies now:
    a row is often copied alone.
    """
    told = ["; ".join(ended_schemes(data, today)), news]
    lines = [[*(field.key for field in dataset.fields), "avsluttet", "nytt"]]
    lines += [
        [cell(value) for value in (*(field.read(data, row) for field in dataset.fields), *told)]
        for row in dataset.rows(data)
    ]
    return b"\xef\xbb\xbf" + table(lines)


def table(lines: list[list[str]]) -> bytes:
    """Cells to text, quoted where they must be."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(lines)
    return text.getvalue().encode()


def cell(value: object) -> str:
    """Nothing for what is not known; an apostrophe before whatever a spreadsheet would
    calculate.
    """
    return "" if value is None else FORMULA.sub(r"\1'", spelled_out(str(value)))
