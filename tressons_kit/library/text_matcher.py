"""Where the words of a query are in a text: the excerpts, the page of a fiche and Ctrl+F share it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from tressons_kit.foundation.expressions import word_key
from tressons_kit.foundation.french import Word, compounds, fold, is_stop_word, words

_NONE = -1


class Matchable(Protocol):
    """A word to find; it judges a word of a text by its form and its spelling alone.

    `phrases` are expressions that it also finds, each as the keys of its words.
    """

    @property
    def phrases(self) -> Sequence[Sequence[str]]:
        """The expressions of several words."""

    def matches(self, word: Word) -> bool:
        """Tell whether a word of a text is one that this finds."""


class Match(NamedTuple):
    """A place in a text, and the number of the word that was found there."""

    start: int
    end: int
    word: int


class TextMatcher:
    """Finds the words of one query in any text; each spelling is judged once, texts repeat them."""

    def __init__(self, query_words: Sequence[Matchable]) -> None:
        self._words = tuple(query_words)
        self._judged: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self._beginnings: dict[str, list[tuple[Sequence[str], int]]] = {}
        for number, wanted in enumerate(self._words):
            for phrase in wanted.phrases:
                self._beginnings.setdefault(phrase[0], []).append((phrase, number))

    def __len__(self) -> int:
        """Count the words to find."""
        return len(self._words)

    def matches(self, text: str) -> list[Match]:
        """Return what is found, in the order of the text, no two over each other.

        A hyphenated word that matches as one (« co-voiturage » for « covoiturage ») is one match.
        """
        if not self._words:
            return []
        found = list(words(text))
        numbers = [self._number_of(word) for word in found]
        matches = [
            Match(word.start, word.end, number)
            for word, number in zip(found, numbers, strict=True)
            if number != _NONE
        ]
        matches += self._joined(found, numbers)
        return _apart([*matches, *self._expressions(found)])

    def phrases(self, text: str) -> list[Match]:
        """Return where all the words stand in their order, with nothing but stop words between them."""
        if not self._words:
            return []
        matches = self.matches(text)
        wanted, length = range(len(self._words)), len(self._words)
        return [
            Match(run[0].start, run[-1].end, 0)
            for first in range(len(matches) - length + 1)
            if _follow_each_other(run := matches[first : first + length], wanted, text)
        ]

    def _joined(self, found: list[Word], numbers: Sequence[int]) -> Iterator[Match]:
        """Find the hyphenated words that match as one although none of their parts does."""
        for last, spelling in compounds(found):
            first = last
            while found[first].attached:
                first -= 1
            if any(number != _NONE for number in numbers[first : last + 1]):
                continue
            number = self._number_of(Word(fold(spelling), spelling, 0, 0))
            if number != _NONE:
                yield Match(found[first].start, found[last].end, number)

    def _expressions(self, found: list[Word]) -> Iterator[Match]:
        """Find the expressions, whatever the plurals of their words."""
        if not self._beginnings:
            return
        keys = [self._key(word) for word in found]
        for place, key in enumerate(keys):
            for phrase, number in self._beginnings.get(key, ()):
                if keys[place : place + len(phrase)] == list(phrase):
                    yield Match(found[place].start, found[place + len(phrase) - 1].end, number)

    def _key(self, word: Word) -> str:
        key = self._keys.get(word.spelling)
        if key is None:
            key = self._keys[word.spelling] = word_key(word.spelling)
        return key

    def _number_of(self, word: Word) -> int:
        number = self._judged.get(word.spelling)
        if number is None:
            number = next((n for n, wanted in enumerate(self._words) if wanted.matches(word)), _NONE)
            self._judged[word.spelling] = number
        return number


def _apart(matches: list[Match]) -> list[Match]:
    """Keep the longest of the matches that overlap, in the order of the text."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def seen_from(first: Match, matches: Sequence[Match], sight: int) -> int:
    """Count the different words of a query that a reader sees from a match on."""
    return len({match.word for match in matches if 0 <= match.start - first.start <= sight})


def _follow_each_other(run: Sequence[Match], wanted: range, text: str) -> bool:
    return all(match.word == number for match, number in zip(run, wanted, strict=True)) and all(
        is_stop_word(word.form)
        for before, after in pairwise(run)
        for word in words(text[before.end : after.start])
    )
