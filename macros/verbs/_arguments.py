"""Arguments that several verbs take."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date


def add_day(parser: ArgumentParser) -> None:
    """`--dato`: the day on which something is done or asked."""
    parser.add_argument(
        "--dato",
        type=_day_argument,
        metavar="DAG",
        help="dagen det gjelder, som 2027-02-01 (ellers i dag)",
    )


def add_site(parser: ArgumentParser) -> None:
    """`--fra`: the published site that is asked."""
    parser.add_argument("--fra", metavar="URL", help="nettstedet (ellers SITE_URL)")


def _day_argument(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise ArgumentTypeError(
            f"«{text}» er ikke en dato. Skriv år-måned-dag, som 2027-02-01"
        ) from None
