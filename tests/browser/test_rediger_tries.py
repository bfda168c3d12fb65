"""«Meld endring» on the example: what every kind of form asks, what it says to each answer, and
what it writes.
"""

from conftest import TESTS

TRIES = (TESTS / "support/tries.js").read_text("utf-8")
# A record of each kind, and an event of each precision.
RECORDS = (
    "nettverk/nord-eksempel",
    "nettverk/nord-eksempel/representant",
    "nettverk/nord-eksempel/utviklingspartnere/kari-eksempel",
    "nettverk/nord-eksempel/hendelser/nord-behov",
    "kontakter/kari-eksempel",
    "sykluser/2024-2025",
    "sykluser/2024-2025/hendelser/forum",
    "sykluser/2024-2025/hendelser/seminar",
    "sykluser/2024-2025/hendelser/behov",
    "sykluser/2024-2025/hendelser/vedtak",
    "sykluser/2024-2025/hendelser/innstilling",
    "sykluser/2026-2027",
    "begreper",
    "begreper/eksempel/merknader/0",
    "ordninger/gammel-ordning",
    "kompetanse/eksempelseksjonen",
)


def test_every_form_asks_says_and_writes_as_it_did(visit_example, golden):
    visited = visit_example(f"rediger/#{RECORDS[0]}")
    page = visited.page
    page.locator("#rediger-oppforing h2").wait_for()
    script = next(url for url in visited.requests if "/assets/rediger-felt." in url)
    golden("rediger/forsok.txt", page.evaluate(TRIES, [RECORDS, script]))
