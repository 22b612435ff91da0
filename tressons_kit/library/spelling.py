"""Typing errors: the words of the kit that a word it does not have was probably meant to be.

Candidates come from two places: the words within a few letters (RapidFuzz), and those that sound alike.
They are then compared letter by letter with costs that say how fingers slip and ears hear: a neighbour
on the keyboard, two letters swapped, a double letter, a silent ending cost less than another letter.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from tressons_kit.foundation.french_sounds import sound
from tressons_kit.foundation.index_format import SOUND
from tressons_kit.library.word_index import IndexedWord, WordIndex

SHORTEST = 3
"""A word of two letters has too many neighbours to be corrected."""

AT_MOST = 3
_LONGEST = 40
_CANDIDATES = 60
_LETTERS_A_STEP = 4
_MOST_EDITS = 3
_NEAR = 0.35
"""How much farther than the best one a second correction may be."""

_KEYBOARD = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_VOWELS = frozenset("aeiouy")
_SILENT = frozenset("esxtdh")


class Correction(NamedTuple):
    """A word of the kit, and how likely it is that it was meant: 1 for the same word."""

    word: IndexedWord
    likeness: float


class Speller:
    """Corrects words with one kit's vocabulary."""

    def __init__(self, index: WordIndex) -> None:
        self._index = index
        self.corrections = lru_cache(512)(self._corrections)

    def prepare(self) -> None:
        """Load the vocabulary, which the first correction would wait for."""
        self._corrections("epicerei", unfinished=False)

    def _corrections(self, form: str, *, unfinished: bool) -> tuple[Correction, ...]:
        """Return the likeliest words first; none when nothing is near enough."""
        if not SHORTEST <= len(form) <= _LONGEST or not form.isalpha():
            return ()
        costs = dict(self._whole_words(form))
        if unfinished and len(form) > SHORTEST + 1:
            for word, cost in self._beginnings(form):
                costs[word] = min(costs.get(word, cost), cost)
        if not costs:
            return ()
        ranked = sorted(costs, key=lambda word: (costs[word] - _credit(word), word.number))
        best = costs[ranked[0]] - _credit(ranked[0])
        return tuple(
            Correction(word, 1.0 / (1.0 + 0.25 * costs[word]))
            for word in ranked[:AT_MOST]
            if costs[word] - _credit(word) <= best + _NEAR
        )

    def _whole_words(self, form: str) -> Iterator[tuple[IndexedWord, float]]:
        alike = {word.form: word for word in self._index.family(SOUND, sound(form))}
        near = {word.form: word for word in self._words(_nearest(form, self._index.forms.forms))}
        limit = _limit(form)
        for candidate, word in (near | alike).items():
            if not candidate.isalpha() or len(candidate) < SHORTEST:
                continue
            cost = _cost(form, candidate)
            if candidate in alike:
                cost *= 0.6
            if cost <= limit:
                yield word, cost

    def _beginnings(self, form: str) -> Iterator[tuple[IndexedWord, float]]:
        """Compare what is unfinished with the beginnings of longer words of the same first letter."""
        known = self._index.forms
        longer: dict[str, int] = {}
        first = bisect_left(known.forms, form[0])
        last = bisect_left(known.forms, chr(ord(form[0]) + 1))
        for place in range(first, last):
            other_form = known.forms[place]
            if len(other_form) > len(form) and other_form.isalpha():
                beginning = other_form[: len(form)]
                other = longer.get(beginning)
                if other is None or known.fiches[place] > known.fiches[other]:
                    longer[beginning] = place
        beginnings = tuple(longer)
        near = {longer[beginnings[place]]: beginnings[place] for place in _nearest(form, beginnings)}
        limit = _limit(form)
        for word, beginning in zip(self._words(near), near.values(), strict=True):
            cost = _cost(form, beginning) + 0.3
            if cost <= limit:
                yield word, cost

    def _words(self, places: Iterable[int]) -> list[IndexedWord]:
        numbers = [self._index.forms.numbers[place] for place in places]
        words = self._index.numbered(numbers)
        return [words[number] for number in numbers]


def _nearest(form: str, forms: Sequence[str]) -> Iterable[int]:
    """Return the places of the words within a few edits."""
    # Imported here: a start without typing error never needs it.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    edits = min(_MOST_EDITS, 1 + len(form) // _LETTERS_A_STEP)
    found = process.extract(
        form, forms, scorer=OSA.distance, score_cutoff=edits, limit=_CANDIDATES, processor=None
    )
    return [place for _, _, place in found]


def _limit(form: str) -> float:
    return 0.5 + 0.2 * len(form)


def _credit(word: IndexedWord) -> float:
    """Return the fraction of a letter that a word gains by being frequent, thus likelier."""
    return 0.08 * log(1 + word.fiches)


def _cost(typed: str, meant: str) -> float:
    """Return what it costs to type a word instead of another: 1 is a letter for another."""
    before: list[float] = []
    previous = [0.0]
    for column in range(1, len(meant) + 1):
        previous.append(previous[-1] + _missing(meant, column - 1))
    for row in range(1, len(typed) + 1):
        current = [previous[0] + _missing(typed, row - 1)]
        for column in range(1, len(meant) + 1):
            letter, other = typed[row - 1], meant[column - 1]
            best = min(
                previous[column - 1] + (0.0 if letter == other else _substitution(letter, other)),
                previous[column] + _missing(typed, row - 1),
                current[column - 1] + _missing(meant, column - 1),
            )
            if row > 1 and column > 1 and letter == meant[column - 2] and typed[row - 2] == other:
                best = min(best, before[column - 2] + 0.55)
            current.append(best)
        before, previous = previous, current
    return previous[-1] + (0.3 if typed[0] != meant[0] else 0.0)


def _missing(word: str, place: int) -> float:
    """Return the cost of leaving out, or of adding, a letter of a word."""
    letter = word[place]
    if (place and word[place - 1] == letter) or word[place + 1 : place + 2] == letter:
        return 0.3
    if (place == len(word) - 1 and letter in _SILENT) or letter == "h":
        return 0.45
    return 0.8


def _substitution(letter: str, other: str) -> float:
    if (letter, other) in _neighbours():
        return 0.65
    return 0.7 if letter in _VOWELS and other in _VOWELS else 1.0


@lru_cache(1)
def _neighbours() -> frozenset[tuple[str, str]]:
    """Return the letters whose keys touch on a French keyboard."""
    pairs: set[tuple[str, str]] = set()
    for line, row in enumerate(_KEYBOARD):
        for place, letter in enumerate(row):
            touching = row[place + 1 : place + 2]
            if line + 1 < len(_KEYBOARD):
                touching += _KEYBOARD[line + 1][max(0, place - 1) : place + 1]
            pairs |= {(letter, other) for other in touching} | {(other, letter) for other in touching}
    return frozenset(pairs)
