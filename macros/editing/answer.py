"""What the sender of a proposal is told, in bokmål: as Markdown for the issue, and plain for a
terminal.
"""

from collections.abc import Iterable, Iterator

from macros.editing.apply import Outcome
from macros.editing.markdown import quote

CHANGED = "Takk! Dette blir endret når noen har sett over det:"
UNCHANGED = "Takk! Det du har meldt, står alt på siden. Ingenting er endret."
WRONG = "Dette kunne ikke tas inn, og ingenting er endret:"
AGAIN = (
    "Gå tilbake til siden «Meld endring», rett det som er galt, og lim inn den nye teksten: trykk"
    " på de tre prikkene øverst til høyre i saken, og velg «Edit». Da prøver vi på nytt. Får du det"
    " ikke til, skriver du en kommentar her, så hjelper noen deg."
)
FOR_PEOPLE = (
    "Takk for at du sier fra! Et menneske leser dette, ser på det og svarer deg her. Du trenger"
    " ikke gjøre noe mer."
)
LOOK = "Se også på dette:"


def answer_text(outcome: Outcome, markdown: bool = False) -> str:
    """For a terminal, or for the issue: there, what may come from the sender is quoted."""
    return "\n".join(_answer_lines(outcome, quote if markdown else str))


def _answer_lines(outcome: Outcome, say) -> Iterator[str]:
    if outcome.code == 2:
        yield FOR_PEOPLE
        return
    if outcome.code == 1:
        yield from (WRONG, "", *_answer_points(outcome.wrong, say), "", AGAIN)
        return
    if outcome.changes:
        yield from (CHANGED, "", *_answer_points(outcome.changes, say))
    else:
        yield UNCHANGED
    if outcome.told or outcome.hints:
        yield from ("", LOOK, "", *_answer_points((*outcome.told, *outcome.hints), say))


def _answer_points(sentences: Iterable[str], say) -> Iterator[str]:
    return (f"- {say(sentence)}" for sentence in sentences)
