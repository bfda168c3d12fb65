"""Open data as JSON."""

import json
from datetime import date

from macros.exports.datasets import Dataset, ended_schemes
from macros.exports.fields import json_entry
from macros.model.data import Data


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
