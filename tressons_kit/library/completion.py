"""What can complete the text being typed: titles, terms of the glossary, filters.

The title index is made once, in memory, and numbered in the order of titles: a set of fiches is a
whole number (see `bitmaps.py`) whose lowest bits are the first titles of the alphabet.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import chain, islice
from operator import and_, or_
from typing import Generic, TypeVar

from tressons_kit.domain.codes import FicheCode, parse_code
from tressons_kit.domain.completion import Completions, FicheMatch, TermMatch
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.query import FilterOffer
from tressons_kit.foundation.french import Word, compounds, fold, is_stop_word, words
from tressons_kit.library.bitmaps import Bitmap, bitmap_of
from tressons_kit.library.fiches import FicheRepository
from tressons_kit.library.kit import Kit

FICHES_AT_MOST, TERMS_AT_MOST, FILTERS_AT_MOST = 5, 3, 3

_LONGEST, _MOST_WORDS = 200, 12
"""Nobody completes a longer text: it was pasted."""

_TELLING_LETTERS = 3
"""Fewer letters at the end of a sentence are not yet the name of a filter."""

_LONG_PLURAL = 5
_AFTER_ALL = "\U0010ffff"
_TITLES = "SELECT code, type, title, other_names FROM fiche ORDER BY title_order, id"
_PARTIAL_CODE = re.compile(r"[a-z]\d{1,4}")
_SENTENCE_END = re.compile(r"(?:(?<=\w{3})|(?<=[)»\d%€]))[.!?…]+(?=\s+[A-ZÀÂÇÉÈÊÎÔŒ«(]|\s*\Z)")

Value = TypeVar("Value")


class CompletionService:
    """Completes what is typed; any text is completed, by nothing if need be."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def prepare(self) -> None:
        """Read titles and names: half a second for 10,000 fiches, so off the window's thread."""
        self.complete("a")

    def complete(self, typed: str) -> Completions:
        """Return the fiches, the terms and the filters that what was typed begins to name."""
        asked = _asked(typed)
        if not asked:
            return Completions(typed)
        filters, rest = _named(self._filters, typed, asked)
        terms, _ = _named(self._terms, typed, asked)
        return Completions(
            typed=typed,
            fiches=tuple(islice(self._titles.find(typed, asked), FICHES_AT_MOST)),
            terms=tuple(terms[:TERMS_AT_MOST]),
            filters=tuple(
                FilterOffer(offer.facet, offer.term, offer.label, offer.count, rest)
                for offer in filters[:FILTERS_AT_MOST]
            ),
        )

    @cached_property
    def _titles(self) -> "_TitleIndex":
        return _TitleIndex(
            [
                (FicheMatch(FicheCode(code), FicheType(kind), title), json.loads(names))
                for code, kind, title, names in self._kit.rows(_TITLES)
            ]
        )

    @cached_property
    def _terms(self) -> Sequence["_Named[TermMatch]"]:
        return [
            _Named(
                TermMatch(term, first_sentence(term.definition)),
                _forms_of((term.term, term.acronym or "", *term.forms)),
            )
            for term in FicheRepository(self._kit).glossary()
        ]

    @cached_property
    def _filters(self) -> Sequence["_Named[FilterOffer]"]:
        """Every term that the kit uses, the most frequent first."""
        used = self._kit.term_fiches
        named = [
            _Named(
                FilterOffer(facet.id, term.id, term.label, used[facet.id][term.id].bit_count(), ""),
                _forms_of((term.label, term.plural)),
            )
            for facet in self._kit.taxonomy
            for term in facet.terms
            if term.id in used.get(facet.id, {})
        ]
        return sorted(named, key=lambda entry: -entry.value.count)


@dataclass(frozen=True, slots=True)
class _Named(Generic[Value]):
    """Something with the forms of the words of each of its names."""

    value: Value
    names: tuple[tuple[str, ...], ...]

    def rank(self, asked: Sequence[str]) -> int | None:
        """Tell how well it answers: 0 a whole name, 1 its beginning, 2 beginnings of its words."""
        ranks = [rank for name in self.names if (rank := _rank(name, asked)) is not None]
        return min(ranks, default=None)


class _TitleIndex:
    """Titles in their order, with the words of each, and of its other names."""

    def __init__(self, fiches: Sequence[tuple[FicheMatch, Sequence[str]]]) -> None:
        self._matches = [match for match, _ in fiches]
        self._codes = {match.code: number for number, match in enumerate(self._matches)}
        title_starts: list[tuple[str, int]] = []
        name_starts: list[tuple[str, int]] = []
        title_words: dict[str, list[int]] = {}
        name_words: dict[str, list[int]] = {}
        for number, (match, other_names) in enumerate(fiches):
            _add_name(match.title, number, title_starts, title_words)
            for name in other_names:
                _add_name(name, number, name_starts, name_words)
        self._title_starts, self._name_starts = sorted(title_starts), sorted(name_starts)
        self._title_words = _WordSets(title_words, len(fiches))
        self._name_words = _WordSets(name_words, len(fiches))

    def find(self, typed: str, asked: Sequence[Word]) -> Iterator[FicheMatch]:
        """Give the fiche of that code, titles that begin so, titles with those words, other names."""
        given: set[int] = set()
        for number in self._candidates(typed, [_beginning(word.form) for word in asked]):
            if number not in given:
                given.add(number)
                yield self._matches[number]

    def _candidates(self, typed: str, asked: Sequence[str]) -> Iterator[int]:
        yield from self._of_code(typed)
        start = _beginning(fold(typed[:_LONGEST]))
        yield from _beginning_with(self._title_starts, start)
        in_titles = [self._title_words.beginning_with(beginning) for beginning in asked]
        yield from _lowest(reduce(and_, in_titles))
        yield from _beginning_with(self._name_starts, start)
        in_names = map(self._name_words.beginning_with, asked)
        yield from _lowest(reduce(and_, map(or_, in_titles, in_names)))

    def _of_code(self, typed: str) -> Iterator[int]:
        code = parse_code(typed)
        if code in self._codes:
            yield self._codes[code]
        partial = fold(typed[:_LONGEST])
        if _PARTIAL_CODE.fullmatch(partial):
            yield from (
                self._codes[code] for code in sorted(self._codes) if code.lower().startswith(partial)
            )


class _WordSets:
    """Sets of fiches by word, read by the beginning of the word."""

    def __init__(self, numbers: dict[str, list[int]], count: int) -> None:
        self._forms = sorted(numbers)
        self._numbers = [tuple(numbers[form]) for form in self._forms]
        self._count = count

    def beginning_with(self, beginning: str) -> Bitmap:
        """Return the fiches that have a word that begins so."""
        first = bisect_left(self._forms, beginning)
        last = bisect_left(self._forms, beginning + _AFTER_ALL)
        return bitmap_of(chain.from_iterable(self._numbers[first:last]), self._count)


def _add_name(
    name: str, number: int, starts: list[tuple[str, int]], by_word: dict[str, list[int]]
) -> None:
    found = list(words(name))
    starts.extend((start, number) for start in _starts(found))
    for form in _with_compounds(found):
        by_word.setdefault(form, []).append(number)


def _beginning_with(starts: Sequence[tuple[str, int]], start: str) -> Iterator[int]:
    if not start:
        return
    for position in range(bisect_left(starts, (start, -1)), len(starts)):
        key, number = starts[position]
        if not key.startswith(start):
            break
        yield number


def first_sentence(text: str) -> str:
    """Return the first sentence of a definition; « art. 5 » does not end one."""
    end = _SENTENCE_END.search(text)
    return text[: end.end()] if end else text


def _asked(typed: str) -> list[Word]:
    """Return the words that count: all but stop words, though the last one is still being typed."""
    found = list(islice(words(typed[:_LONGEST]), _MOST_WORDS))
    return [word for word in found if word is found[-1] or not is_stop_word(word.form)]


def _named(
    entries: Iterable[_Named[Value]], typed: str, asked: Sequence[Word]
) -> tuple[list[Value], str]:
    """Find what the most words at the end of the text name; return the text without them too."""
    entries = list(entries)
    for start in range(len(asked)):
        beginnings = [_beginning(word.form) for word in asked[start:]]
        if start and sum(map(len, beginnings)) < _TELLING_LETTERS:
            break
        ranked = [
            (rank, entry.value) for entry in entries if (rank := entry.rank(beginnings)) is not None
        ]
        if ranked:
            # Sorting is stable: entries of one rank stay in their order.
            ranked.sort(key=lambda pair: pair[0])
            return [value for _, value in ranked], typed[: asked[start - 1].end] if start else ""
    return [], typed


def _rank(name: Sequence[str], asked: Sequence[str]) -> int | None:
    telling = [form for form in name if not is_stop_word(form)] or list(name)
    if list(asked) == [_beginning(form) for form in telling]:
        return 0
    if len(asked) <= len(telling) and all(map(str.startswith, telling, asked)):
        return 1
    if all(any(form.startswith(beginning) for form in telling) for beginning in asked):
        return 2
    return None


def _forms_of(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the forms of the words of each name, a hyphenated one also as one word."""
    forms: dict[tuple[str, ...], None] = {}
    for name in names:
        found = list(words(name))
        if found:
            forms[tuple(word.form for word in found)] = None
            for _, joined in compounds(found):
                forms[fold(joined),] = None
    return tuple(forms)


def _with_compounds(found: list[Word]) -> set[str]:
    return {word.form for word in found} | {fold(joined) for _, joined in compounds(found)}


def _starts(found: Sequence[Word]) -> Iterator[str]:
    """Give a title without spaces, then without its first article as well."""
    forms = [word.form for word in found]
    yield "".join(forms)
    telling = next((n for n, form in enumerate(forms) if not is_stop_word(form)), 0)
    if telling:
        yield "".join(forms[telling:])


def _beginning(form: str) -> str:
    """Return what the words found must begin with: a plural finds the singular."""
    return form[:-1] if len(form) >= _LONG_PLURAL and form[-1] in "sx" else form


def _lowest(numbers: Bitmap) -> Iterator[int]:
    while numbers:
        lowest = numbers & -numbers
        yield lowest.bit_length() - 1
        numbers ^= lowest
