"""What to try when nothing is found: every count is what choosing the suggestion would show."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from itertools import islice

from tressons_kit.domain.query import Drop, LiftedFilter, NearTerm, Query, Suggestions
from tressons_kit.foundation.french import is_stop_word, words
from tressons_kit.library.kit import Kit
from tressons_kit.library.rewording import corrected_text, left_out
from tressons_kit.library.search import SearchService

MOST_DROPS = 3
MOST_TERMS = 3
MOST_LIFTED = 5
_TRIED_PARTS = 8
"""A pasted page has hundreds of words: leaving one of them out would not help."""

_TRIED_WORDS = 8
_SHORTEST_BEGINNING = 3
_RESEMBLANCE = 0.75
"""Of difflib: two letters wrong out of eight, one out of four."""

_FORMS = """
    SELECT written.form, glossary.term, glossary.definition
    FROM glossary_form AS written JOIN glossary ON glossary.id = written.term
    ORDER BY written.form"""

StillAsked = Callable[[], bool]


def _always() -> bool:
    return True


class SuggestionService:
    """Looks for a way out of an empty answer, by searching again with a little less."""

    def __init__(self, kit: Kit, search: SearchService) -> None:
        self._kit, self._search = kit, search

    def suggest(self, query: Query, still_asked: StillAsked = _always) -> Suggestions:
        """Return what finds something; the searches stop as soon as nobody waits for them."""
        return Suggestions(
            corrected=self._corrected(query),
            drops=self._drops(query, still_asked),
            lifted=self._lifted(query, still_asked),
            terms=tuple(self._near_terms(query.text)),
        )

    def _count(self, query: Query) -> int:
        return self._search.count(query)

    def _corrected(self, query: Query) -> tuple[str, int] | None:
        """Correct what was asked as typed, or what the filters keep from being found."""
        bare = self._search.search(replace(query.without_filters(), verbatim=False))
        text = corrected_text(query.text, bare.corrections)
        if text == query.text:
            return None
        count = self._count(replace(query, text=text, verbatim=False))
        return (text, count) if count else None

    def _drops(self, query: Query, still_asked: StillAsked) -> tuple[Drop, ...]:
        drops: list[tuple[int, Drop]] = []
        for part, text in islice(left_out(query.text), _TRIED_PARTS):
            count = self._count(replace(query, text=text)) if still_asked() else 0
            if count:
                rarity = self._count(Query(part, verbatim=query.verbatim))
                drops.append((rarity, Drop(part, text, count)))
        drops.sort(key=lambda found: (found[0], -found[1].count))
        return tuple(drop for _, drop in drops[:MOST_DROPS])

    def _lifted(self, query: Query, still_asked: StillAsked) -> tuple[LiftedFilter, ...]:
        lifted: list[LiftedFilter] = []
        for facet, term in query.chosen:
            count = self._count(query.toggled(facet, term)) if still_asked() else 0
            if count:
                label = self._kit.taxonomy.label(facet, term)
                lifted.append(LiftedFilter(facet, term, label, count))
        lifted.sort(key=lambda found: -found.count)
        return tuple(lifted[:MOST_LIFTED])

    def _near_terms(self, text: str) -> Iterator[NearTerm]:
        """Give the terms that what was typed begins or resembles: all of it first, then its words."""
        found: dict[str, NearTerm] = {}
        for written in _written(text):
            for form in self._near_forms(written):
                near = self._terms_by_form[form]
                found.setdefault(near.term, near)
        yield from islice(found.values(), MOST_TERMS)

    def _near_forms(self, written: str) -> list[str]:
        # The shortest is the nearest to what was typed.
        forms = sorted(self._terms_by_form, key=len)
        begun = [form for form in forms if form.startswith(written)]
        close = get_close_matches(written, forms, n=MOST_TERMS, cutoff=_RESEMBLANCE)
        inside = [form for form in forms if f" {written}" in form]
        return begun + close + inside

    @cached_property
    def _terms_by_form(self) -> dict[str, NearTerm]:
        return {form: NearTerm(term, definition) for form, term, definition in self._kit.rows(_FORMS)}


def _written(text: str) -> Iterator[str]:
    """Give what was typed as the glossary's forms are written, whole, then word after word."""
    forms = [word.form for word in islice(words(text), _TRIED_WORDS)]
    telling = [form for form in forms if not is_stop_word(form)]
    for written in dict.fromkeys((" ".join(forms), *telling)):
        if len(written) >= _SHORTEST_BEGINNING:
            yield written
