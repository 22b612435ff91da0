"""Codes of other fiches that a file writes, kept with their line until all fiches are known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A code as it is written; `kind` says in a message what it is (« lien », « renvoi »)."""

    code: str
    line: int
    kind: str = "lien"
