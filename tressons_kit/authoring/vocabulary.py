"""The words of the whole kit: their numbers, their usual spelling, their families."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from tressons_kit.authoring.index_row import IndexRow
from tressons_kit.foundation.expressions import word_key
from tressons_kit.foundation.french import fold, inflection_keys, is_stop_word, stems
from tressons_kit.foundation.french_sounds import sound
from tressons_kit.foundation.index_format import INFLECTION, LONGEST_PREFIX, SOUND, STEM

Row = dict[str, Any]


class Vocabulary:
    """Numbers words from 1 in alphabetical order of their forms, then expressions by their keys.

    So the words that start alike are neighbours, and a prefix is a range of numbers.
    """

    def __init__(self, fiches: Sequence[IndexRow], expressions: Mapping[str, str]) -> None:
        self._spellings = _usual_spellings(fiche.spellings for fiche in fiches)
        self._joined = {form: text for fiche in fiches for form, text in fiche.joined_spellings.items()}
        forms = sorted({form for fiche in fiches for field in fiche.fields for form in field.split()})
        known = set(forms)
        self._forms = sorted(known | self._joined.keys())
        self._in_texts = known
        self._numbers = {form: number for number, form in enumerate(self._forms, start=1)}
        self._expressions = expressions
        self._expression_numbers = {
            key: number for number, key in enumerate(sorted(expressions), start=len(self._forms) + 1)
        }
        self._beginnings = _beginnings(self._expression_numbers)
        self._prefixes_of: dict[int, tuple[str, ...]] = {}
        self._keys: dict[int, str] = {}

    @property
    def highest(self) -> int:
        """The greatest number given to a word or an expression."""
        return len(self._forms) + len(self._expression_numbers)

    def number(self, form: str) -> int:
        """Return the number of a form."""
        return self._numbers[form]

    def numbers(self, forms: str) -> list[int]:
        """Return the numbers of forms separated by spaces."""
        return [self._numbers[form] for form in forms.split()]

    @cached_property
    def stop_numbers(self) -> frozenset[int]:
        """The numbers of the words that say nothing of the subject."""
        return frozenset(number for form, number in self._numbers.items() if is_stop_word(form))

    def prefixes(self, number: int) -> tuple[str, ...]:
        """Return the short prefixes that find a word; a stop word or a joined word has none."""
        found = self._prefixes_of.get(number)
        if found is None:
            found = self._prefixes_of[number] = self._short_prefixes(number)
        return found

    def expressions_in(self, numbers: Sequence[int]) -> Iterator[int]:
        """Give the number of every known expression in a run of words."""
        if not self._beginnings:
            return
        keys = [self._key(number) for number in numbers]
        for position, key in enumerate(keys):
            for rest, expression in self._beginnings.get(key, ()):
                if keys[position + 1 : position + 1 + len(rest)] == rest:
                    yield expression

    def rows(self, fiches: Mapping[int, int]) -> Iterator[Row]:
        """Give the words, then the expressions, each with the number of its fiches."""
        for form, number in self._numbers.items():
            spelling = self._spellings.get(form) or self._joined[form]
            yield {
                "word": number,
                "form": form,
                "spelling": spelling,
                "fiches": fiches.get(number, 0),
            }
        for key, number in self._expression_numbers.items():
            yield {
                "word": number,
                "form": key,
                "spelling": self._expressions[key],
                "fiches": fiches.get(number, 0),
            }

    def family_rows(self) -> Iterator[Row]:
        """Give the keys that each word shares with its relatives: narrow ones and broad ones."""
        rows = {
            (kind, key, number)
            for form, number in self._numbers.items()
            if not is_stop_word(form)
            for kind, key in self._family_keys(form)
        }
        return ({"kind": kind, "key": key, "word": number} for kind, key, number in sorted(rows))

    def _family_keys(self, form: str) -> Iterator[tuple[int, str]]:
        spelling = self._spellings.get(form) or form
        for key in inflection_keys(spelling):
            yield INFLECTION, key
        for key in stems(spelling):
            yield STEM, key
        if form.isalpha():
            yield SOUND, sound(form)

    def _short_prefixes(self, number: int) -> tuple[str, ...]:
        if number > len(self._forms):
            return ()
        form = self._forms[number - 1]
        if is_stop_word(form) or form not in self._in_texts:
            return ()
        return tuple(form[:length] for length in range(1, min(LONGEST_PREFIX, len(form)) + 1))

    def _key(self, number: int) -> str:
        key = self._keys.get(number)
        if key is None:
            form = self._forms[number - 1]
            key = self._keys[number] = word_key(self._spellings.get(form) or form)
        return key


def _usual_spellings(by_fiche: Iterable[Mapping[str, int]]) -> dict[str, str]:
    """Return the most frequent spelling of each form; of two as frequent, the first in the alphabet."""
    spellings: Counter[str] = Counter()
    for counts in by_fiche:
        spellings.update(counts)
    usual: dict[str, str] = {}
    for spelling, _ in sorted(spellings.items(), key=lambda item: (-item[1], item[0])):
        usual.setdefault(fold(spelling), spelling)
    return usual


def _beginnings(expressions: Mapping[str, int]) -> dict[str, list[tuple[list[str], int]]]:
    """Return the expressions by their first word: the keys of the others, and the number."""
    beginnings: dict[str, list[tuple[list[str], int]]] = {}
    for key, number in expressions.items():
        first, *rest = key.split(" ")
        beginnings.setdefault(first, []).append((rest, number))
    return beginnings
