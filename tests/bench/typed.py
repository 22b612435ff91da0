"""What a person types, letter after letter."""

import sqlite3
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
    return [
        question[:length]
        for question in (*QUESTIONS, *rare[::step][:_RARE_WORDS])
        for length in range(1, len(question) + 1)
    ]
