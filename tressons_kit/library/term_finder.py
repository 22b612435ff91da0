"""Where the terms of the glossary are written in a text, whatever their plurals, the longest first.

An acronym of capitals is found in capitals only: « CLE » is no « clé », « LEADER » no « leader ». A
form of one word is found with its plural, not with its whole family: « foncier » is no « foncière ».
"""

import itertools
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.domain.glossary import ReadableText, TermPlace
from tressons_kit.foundation.expressions import word_key
from tressons_kit.foundation.french import Word, fold, is_stop_word, words

_SENTENCE_ENDS = frozenset(".!?…;:\n")
_SHORTEST_PLURAL = 4
_TITLE_END = re.compile(r"[,:;(]")


class Form(NamedTuple):
    """A way to write a term: the keys of its words, and its number in the glossary."""

    keys: tuple[str, ...]
    spelling: str
    term: int

    def is_written_by(self, found: Sequence[Word], text: str) -> bool:
        """Judge words that have the keys of this form."""
        if len(found) == 1:
            return is_one_word(self.spelling, found[0].spelling)
        gaps = (text[one.end : two.start] for one, two in itertools.pairwise(found))
        return not any(_SENTENCE_ENDS & set(gap) for gap in gaps)


class TermFinder:
    """Finds every term of a glossary; the keys of words are kept, texts repeat them."""

    def __init__(self, terms: Sequence[GlossaryTerm]) -> None:
        self._terms = tuple(terms)
        self._keys: dict[str, str] = {}
        self._beginnings: dict[str, list[Form]] = {}
        for number, term in enumerate(self._terms):
            for form in forms_of(term, number):
                self._beginnings.setdefault(form.keys[0], []).append(form)
        for forms in self._beginnings.values():
            forms.sort(key=lambda form: -len(form.keys))

    def places(self, text: str) -> list[TermPlace]:
        """Return where terms are written, in the order of the text, no two over each other."""
        return [place for place, _ in self._found(text)]

    def forms(self, text: str) -> list[Form]:
        """Return the forms that are written in a text, in its order."""
        return [form for _, form in self._found(text)]

    def first_places(
        self, texts: Sequence[ReadableText], without: Collection[int] = ()
    ) -> list[list[TermPlace]]:
        """Return, for each text, the terms that none before it had: each term is told once."""
        told = set(without)
        return [list(self._new_places(text, told)) for text in texts]

    def own_terms(self, names: Sequence[str]) -> frozenset[int]:
        """Return the terms that titles begin with, articles apart: « La Scic, une coopérative… »."""
        own: set[int] = set()
        for name in names:
            found = list(words(_TITLE_END.split(name)[0]))
            telling = next((n for n, word in enumerate(found) if not is_stop_word(word.form)), 0)
            keys = tuple(map(self._key, found[telling:]))
            beginning = self._beginnings.get(keys[0], ()) if keys else ()
            own.update(form.term for form in beginning if form.keys == keys)
        return frozenset(own)

    def _new_places(self, readable: ReadableText, told: set[int]) -> Iterator[TermPlace]:
        for place in self.places(readable.text):
            hidden = any(start < place.end and place.start < end for start, end in readable.hidden)
            if not hidden and place.term not in told:
                told.add(place.term)
                yield place

    def _found(self, text: str) -> Iterator[tuple[TermPlace, Form]]:
        found = list(words(text))
        keys = [self._key(word) for word in found]
        position = 0
        while position < len(found):
            form = self._form_at(position, found, keys, text)
            if form is None:
                position += 1
                continue
            last = position + len(form.keys) - 1
            yield TermPlace(found[position].start, found[last].end, form.term), form
            position = last + 1

    def _form_at(
        self, position: int, found: Sequence[Word], keys: Sequence[str], text: str
    ) -> Form | None:
        for form in self._beginnings.get(keys[position], ()):
            end = position + len(form.keys)
            if tuple(keys[position:end]) == form.keys and form.is_written_by(found[position:end], text):
                return form
        return None

    def _key(self, word: Word) -> str:
        key = self._keys.get(word.spelling)
        if key is None:
            key = self._keys[word.spelling] = word_key(word.spelling)
        return key


def forms_of(term: GlossaryTerm, number: int) -> Iterator[Form]:
    """Give each way to write a term once: its name, its acronym, its synonyms."""
    seen: set[tuple[str, ...]] = set()
    for spelling in (term.term, term.acronym or "", *term.forms):
        keys = tuple(word_key(word.spelling) for word in words(spelling))
        if keys and keys not in seen:
            seen.add(keys)
            yield Form(keys, spelling, number)


def is_acronym(spelling: str) -> bool:
    """Tell whether a form is found in capitals only."""
    letters = spelling.replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def is_one_word(form: str, written: str) -> bool:
    """Tell whether a word of a text is a form of one word, or its plural."""
    if is_acronym(form):
        return is_acronym(written) and fold(written) == fold(form)
    if written.isupper() or "." in written:
        # Capitals often go without their accents.
        return _singular(fold(written)) == _singular(fold(form))
    return _singular(_lowered(written)) == _singular(_lowered(form))


def _lowered(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word[-1] in "sx" else word
