"""The glossary of a kit: its terms from A to Z, searched, defined, and where they are used."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice, product
from typing import NamedTuple

from tressons_kit.domain.fiche import FicheCard, GlossaryTerm
from tressons_kit.domain.glossary import TermUse
from tressons_kit.foundation.expressions import key_of_text, word_key
from tressons_kit.foundation.french import Word, fold, is_stop_word, stems, words
from tressons_kit.foundation.index_format import INFLECTION
from tressons_kit.foundation.kit_format import SEARCH_INDEX
from tressons_kit.library.fiches import FicheRepository
from tressons_kit.library.kit import Kit
from tressons_kit.library.term_finder import TermFinder, forms_of, is_acronym, is_one_word
from tressons_kit.library.word_index import WordIndex

_LONGEST, _MOST_WORDS = 200, 12
"""Nobody looks for a longer term: it was pasted."""

_MOST_PHRASES = 256
_CONFIRMED_AT_MOST = 400
"""Past so many fiches the index alone is believed: reading all their texts takes seconds."""

_FOUND = f"""
    SELECT json_group_array(rowid) FROM {SEARCH_INDEX}
    WHERE {SEARCH_INDEX} MATCH '{{title summary headings body}} : (' || ? || ')'"""  # noqa: S608
_TEXTS = """
    SELECT title || char(10) || summary FROM fiche WHERE id = ?1
    UNION ALL SELECT title || char(10) || text FROM section WHERE fiche = ?1
    UNION ALL SELECT value || ' ' || label FROM figure WHERE fiche = ?1"""
_WITH_CAPITALS = """
    SELECT id FROM fiche WHERE id IN (SELECT value FROM json_each(?1)) AND (
        instr(title, ?2) OR instr(summary, ?2)
        OR EXISTS (SELECT 1 FROM section WHERE fiche = fiche.id AND instr(text, ?2)))"""


class _Searched(NamedTuple):
    """A term with the words of its names and of its definition: forms, and keys of their families."""

    term: GlossaryTerm
    names: tuple[tuple[str, ...], ...]
    name_stems: frozenset[str]
    defining: tuple[str, ...]
    defining_stems: frozenset[str]


class _Asked(NamedTuple):
    form: str
    stems: frozenset[str]


class Glossary:
    """Answers about the terms of one kit; everything is read at the first question."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._fiches = FicheRepository(kit)
        self._index = WordIndex(kit)

    @cached_property
    def terms(self) -> tuple[GlossaryTerm, ...]:
        """Every term, from A to Z, accents apart."""
        return tuple(sorted(self._fiches.glossary(), key=lambda term: (fold(term.term), term.term)))

    @cached_property
    def finder(self) -> TermFinder:
        """What finds the terms in a text; its numbers are those of `terms`."""
        return TermFinder(self.terms)

    def find(self, written: str) -> GlossaryTerm | None:
        """Return the term that something written names: its name, its acronym, a synonym, a plural."""
        number = self._by_key.get(key_of_text(written[:_LONGEST]))
        return None if number is None else self.terms[number]

    def search(self, typed: str) -> tuple[GlossaryTerm, ...]:
        """Return the terms that have every word typed: in a name first, then in the definition.

        The last word may be unfinished; nothing to look for gives them all, from A to Z.
        """
        asked = _asked(typed)
        if not asked:
            return self.terms
        ranked = [
            (rank, entry.term) for entry in self._searched if (rank := _rank(entry, asked)) is not None
        ]
        # Sorting is stable: terms of one rank stay in their order.
        return tuple(term for _, term in sorted(ranked, key=lambda pair: pair[0]))

    def related(self, term: GlossaryTerm) -> tuple[GlossaryTerm, ...]:
        """Return the terms that a definition uses, then those whose definition uses it."""
        number = self.terms.index(term)
        ours = self._used_in_definitions[number]
        theirs = [other for other, used in enumerate(self._used_in_definitions) if number in used]
        near = dict.fromkeys((*ours, *theirs))
        return tuple(self.terms[other] for other in near if other != number)

    def uses(
        self, term: GlossaryTerm, still_asked: Callable[[], bool] = lambda: True
    ) -> tuple[TermUse, ...]:
        """Return the fiches whose text has a term, in the order of codes.

        Stops, with what it has, as soon as nobody waits for the answer.
        """
        spellings: dict[int, str] = {}
        for form in forms_of(term, self.terms.index(term)):
            if not still_asked():
                break
            for row in self._rows_with(form.spelling):
                spellings.setdefault(row, form.spelling)
        confirmed = self._confirmed(term, spellings, still_asked)
        cards = self._fiches.cards(confirmed)
        return tuple(TermUse(cards[row], confirmed[row]) for row in sorted(cards))

    def acronyms_in(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return the acronyms that a text has, each with what it stands for."""
        named = ((form.spelling, self.terms[form.term]) for form in self.finder.forms(text))
        return tuple(
            dict.fromkeys((spelling, term.term) for spelling, term in named if spelling == term.acronym)
        )

    def see(self, term: GlossaryTerm) -> tuple[FicheCard, ...]:
        """Return the fiches that a term sends to, in its order."""
        rows = [row for code in term.see if (row := self._fiches.find_row(code)) is not None]
        cards = self._fiches.cards(rows)
        return tuple(cards[row] for row in rows if row in cards)

    @cached_property
    def _by_key(self) -> dict[str, int]:
        """The number of the term of each form; names and acronyms win over synonyms."""
        by_key: dict[str, int] = {}
        for number, term in enumerate(self.terms):
            for name in (term.term, term.acronym or ""):
                by_key.setdefault(key_of_text(name), number)
        for number, term in enumerate(self.terms):
            for form in forms_of(term, number):
                by_key.setdefault(" ".join(form.keys), number)
        by_key.pop("", None)
        return by_key

    @cached_property
    def _searched(self) -> tuple[_Searched, ...]:
        return tuple(map(_searched, self.terms))

    @cached_property
    def _used_in_definitions(self) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(dict.fromkeys(place.term for place in self.finder.places(term.definition)))
            for term in self.terms
        )

    def _rows_with(self, spelling: str) -> list[int]:
        """Return the fiches that have a form in their text, by the index: accents and case apart."""
        phrases = list(islice(product(*self._alternatives(spelling)), _MOST_PHRASES))
        if not phrases:
            return []
        # Forms hold letters and digits only: nothing in them is syntax for SQLite.
        asked = " OR ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
        ((found,),) = self._kit.rows(_FOUND, (asked,))
        rows: list[int] = json.loads(found)
        if is_acronym(spelling) and len(rows) > _CONFIRMED_AT_MOST:
            return [row for (row,) in self._kit.rows(_WITH_CAPITALS, (json.dumps(rows), spelling))]
        return rows

    def _alternatives(self, spelling: str) -> Iterator[list[str]]:
        """Give, for each word of a form, the words of the kit that may stand for it."""
        found = list(words(spelling))
        for word in found:
            if is_stop_word(word.form):
                yield [word.form]
                continue
            key = word_key(word.spelling)
            family = self._index.family(INFLECTION, key)
            forms = {one.form for one in family if word_key(one.spelling) == key}
            if len(found) == 1:
                forms = {form for form in forms if is_one_word(word.form, form)}
            # The spelling that is kept for a form may hide another: « avisé », « Avise ».
            yield sorted({word.form, *forms})

    def _confirmed(
        self, term: GlossaryTerm, spellings: dict[int, str], still_asked: Callable[[], bool]
    ) -> dict[int, str]:
        """Keep the fiches where the term is really written, with the form that is there."""
        if len(spellings) > _CONFIRMED_AT_MOST:
            return spellings
        number = self.terms.index(term)
        confirmed: dict[int, str] = {}
        for row in spellings:
            if not still_asked():
                break
            written = self._written_in(row, number)
            if written:
                confirmed[row] = written
        return confirmed

    def _written_in(self, row: int, number: int) -> str:
        for (text,) in self._kit.rows(_TEXTS, (row,)):
            for form in self.finder.forms(text):
                if form.term == number:
                    return form.spelling
        return ""


def _searched(term: GlossaryTerm) -> _Searched:
    names = [list(words(name)) for name in (term.acronym or "", term.term, *term.forms)]
    defining = [word for word in words(term.definition) if not is_stop_word(word.form)]
    return _Searched(
        term,
        tuple(tuple(word.form for word in name) for name in names),
        frozenset(stem for name in names for word in name for stem in stems(word.spelling)),
        tuple(word.form for word in defining),
        frozenset(stem for word in defining for stem in stems(word.spelling)),
    )


def _asked(typed: str) -> list[_Asked]:
    found: Sequence[Word] = list(islice(words(typed[:_LONGEST]), _MOST_WORDS))
    telling = [word for word in found if word is found[-1] or not is_stop_word(word.form)]
    return [_Asked(word.form, frozenset(stems(word.spelling))) for word in telling]


def _rank(entry: _Searched, asked: Sequence[_Asked]) -> int | None:
    """Tell how well a term answers: 0 a whole name, 1 its beginning, 2 words of names, 3 elsewhere."""
    forms = tuple(one.form for one in asked)
    if forms in entry.names:
        return 0
    if any(" ".join(name).startswith(" ".join(forms)) for name in entry.names):
        return 1
    named = [form for name in entry.names for form in name]
    if all(_is_among(one, named, entry.name_stems) for one in asked):
        return 2
    everything = [*named, *entry.defining]
    known = entry.name_stems | entry.defining_stems
    return 3 if all(_is_among(one, everything, known) for one in asked) else None


def _is_among(one: _Asked, forms: Sequence[str], known: frozenset[str]) -> bool:
    return bool(one.stems & known) or any(form.startswith(one.form) for form in forms)
