"""What was typed → concepts: for each word that counts, everything in the kit that answers it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """How a word of the kit answers a word that was typed; the value is what authors read."""

    EXACT = "mot tapé"
    INFLECTION = "autre forme"
    FAMILY = "même famille"
    BEGINNING = "commence ainsi"
    JOINED = "écrit en un mot"
    EXPRESSION = "expression"
    SYNONYM = "synonyme"
    CORRECTION = "correction"


class Alternative(NamedTuple):
    """A word of the kit that answers: its number, what it is worth beside the exact word, why."""

    number: int
    worth: float
    kind: Kind
    spelling: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A word that was typed, and all that answers it.

    `prefix` is that of an unfinished word, `""` otherwise: the words that start so answer too.
    `light` words belong to the turn of a question: they are not required. `spelling` is how the word
    is shown, as typed or corrected; `start` is where it was typed.
    """

    spelling: str
    form: str
    alternatives: tuple[Alternative, ...]
    prefix: str = ""
    light: bool = False
    start: int = field(default=0, compare=False)
