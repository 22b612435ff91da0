"""Why a fiche answers a query: the words that counted, where they stand, what each was worth."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bonus:
    """What a closer look adds to a score, each as a share of it: 0.2 makes it 20 % higher.

    `title` is for the words that the title has, `brevity` for a title that says little else,
    `closeness` for words that come as close in the fiche as they were typed, `place` for a fiche that
    takes place where the query says.
    """

    title: float = 0.0
    brevity: float = 0.0
    closeness: float = 0.0
    place: float = 0.0

    @property
    def total(self) -> float:
        """All that is added."""
        return self.title + self.brevity + self.closeness + self.place


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A word of the kit, or an expression, that answers a word typed in one fiche.

    `kind` says how, in French; `worth` is what it is worth beside the exact word, `weight` what it
    weighs in that fiche; `counts` are how many times it stands in each field, by the names of
    `index_format.FIELDS`.
    """

    spelling: str
    kind: str
    worth: float
    weight: float
    counts: Mapping[str, int]

    @property
    def contribution(self) -> float:
        """What it adds to its concept before that saturates."""
        return self.worth * self.weight


@dataclass(frozen=True, slots=True)
class ExplainedConcept:
    """A word that was typed, and all that answered it in one fiche: nothing when it lacks the word.

    `spelling` is what was searched; a `light` word, of the turn of a question, counts for half.
    `rarity` grows as fewer fiches have it; `saturated` is how much this one says of it, `points` what
    that makes of the score.
    """

    typed: str
    spelling: str
    light: bool
    rarity: float
    words: tuple[FoundWord, ...]
    saturated: float
    points: float

    @property
    def is_corrected(self) -> bool:
        """Tell whether another word was searched than the one typed."""
        return self.typed != self.spelling


@dataclass(frozen=True, slots=True)
class ResultExplanation:
    """Why one fiche answers one query, and how well.

    `score` is that of Results: infinite for the fiche whose code was typed (`is_direct`), None where
    nothing was ranked. `bonus` is None for the fiches that are too far down for a closer look.
    `conditions` are those that it satisfies, in words; `missing` are the words that it has not.
    """

    concepts: tuple[ExplainedConcept, ...] = ()
    score: float | None = None
    bonus: Bonus | None = None
    conditions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    is_direct: bool = False

    @property
    def points(self) -> float:
        """What all the words make together, before any bonus."""
        return sum(concept.points for concept in self.concepts)

    @property
    def total(self) -> float:
        """What the words and the bonus make."""
        return self.points * (1.0 + (self.bonus or Bonus()).total)

    def share(self, points: float) -> float:
        """Return what some points are in the whole, from 0 to 1."""
        return points / self.total if self.total else 0.0
