"""The order of names A–Å."""

ALPHABET = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}


def alphabetical(text: str) -> list[int]:
    """Sort key A–Å: æ, ø and å come last, whatever the machine's language is."""
    return [ALPHABET.get(letter, -1) for letter in text.lower()]
