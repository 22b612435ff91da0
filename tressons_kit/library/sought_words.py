"""Concepts → what finds them in a text to be marked: families, synonyms and corrections included."""

from collections.abc import Iterable
from dataclasses import dataclass

from tressons_kit.foundation.expressions import key_of_text
from tressons_kit.foundation.french import Word, fold, is_stop_word, stems
from tressons_kit.library.concepts import Alternative, Concept

Phrase = tuple[str, ...]
"""The keys of the words of an expression, in order."""


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """All that answers one word of a query: folded words, family keys, expressions, a beginning."""

    forms: frozenset[str]
    stems: frozenset[str]
    phrases: tuple[Phrase, ...] = ()
    prefix: str = ""

    def matches(self, word: Word) -> bool:
        """Tell whether a word of a text is one that answers."""
        if word.form in self.forms or (self.prefix and word.form.startswith(self.prefix)):
            return True
        return not is_stop_word(word.form) and not self.stems.isdisjoint(stems(word.spelling))


def sought_words(concepts: Iterable[Concept]) -> tuple[SoughtWord, ...]:
    """Return what finds each concept in a text."""
    return tuple(map(_sought, concepts))


def _sought(concept: Concept) -> SoughtWord:
    single = [one for one in concept.alternatives if " " not in one.spelling]
    several = [one for one in concept.alternatives if " " in one.spelling]
    return SoughtWord(
        forms=frozenset({concept.form, fold(concept.spelling), *map(_form, single)}),
        # The family of what was typed is already among the alternatives, save what the kit lacks.
        stems=frozenset(stems(concept.spelling)),
        phrases=tuple(tuple(key_of_text(one.spelling).split(" ")) for one in several),
        prefix=concept.prefix,
    )


def _form(alternative: Alternative) -> str:
    return fold("".join(part for part in alternative.spelling if part.isalnum()))
