"""Several things together: in the order A–Å, and in a sentence."""

from collections.abc import Iterable

ALPHABET = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}


def alphabetical(text: str) -> list[int]:
    """Sort key A–Å: æ, ø and å come last, whatever the machine's language is."""
    return [ALPHABET.get(letter, -1) for letter in text.lower()]


def listing(words: Iterable[str]) -> str:
    """«a», «a og b», «a, b og c»"""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} og {last}" if first else last
