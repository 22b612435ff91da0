"""What is said of a term of the glossary beyond its definition."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tressons_kit.domain.fiche import FicheCard


class TermPlace(NamedTuple):
    """Where a term is written in a text; `term` is its number in the glossary, from 0."""

    start: int
    end: int
    term: int


class ReadableText(NamedTuple):
    """A text, and the places of it where a term is not to be told: links, calls of notes, code."""

    text: str
    hidden: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class TermUse:
    """A fiche whose text has a term, and how the glossary spells what is found there."""

    card: FicheCard
    spelling: str
