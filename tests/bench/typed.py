"""What a person types, letter after letter."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

QUESTIONS = (
    "coopérative",
    "epicerie solidaire",
    "l’élu",
    "tiers-lieu",
    "scic",
    "mobilité rurale",
    "habitat des jeunes",
    "financer une association",
    "commune",
    "a",
    "e",
    "s",
    "de",
    "2019",
)
ERRORS = (
    "epicerei",
    "covoitturage",
    "cooprative feroviaire",
    "antreprise",
    "finencement",
    "tierrs lieux",
    "assosiation",
    "gouvernence partagée",
    "qui peut preter un lcoal",
    "bennevoles",
)
"""What hurried fingers type."""

_FREQUENT = "SELECT spelling FROM vocabulary WHERE fiches > 0 ORDER BY fiches DESC, form LIMIT 400"
_LONG = 24

_RARE = (
    "SELECT spelling FROM vocabulary WHERE fiches BETWEEN 1 AND 3 AND LENGTH(form) > 6 ORDER BY form"
)
_RARE_WORDS = 6


def keystrokes(kit: Path) -> list[str]:
    """Return the text of the search field after each key; questions of the kit's rare words too."""
    connection = sqlite3.connect(kit)
    rare = [spelling for (spelling,) in connection.execute(_RARE)]
    connection.close()
    step = max(1, len(rare) // _RARE_WORDS)
    return letter_by_letter((*QUESTIONS, *rare[::step][:_RARE_WORDS]))


def long_texts(kit: Path) -> list[str]:
    """Return texts of many frequent words, and one of many unknown words: nothing costs more."""
    connection = sqlite3.connect(kit)
    frequent = [spelling for (spelling,) in connection.execute(_FREQUENT)]
    connection.close()
    texts = [" ".join(frequent[first::_LONG][:_LONG]) for first in range(_LONG)]
    return [*texts, " ".join(f"{word[::-1]}qz" for word in frequent[:_LONG]), "a " * 500]


def letter_by_letter(texts: Iterable[str]) -> list[str]:
    """Return what stands in the field after each letter of each text."""
    return [text[:length] for text in texts for length in range(1, len(text) + 1)]
