"""Which lines are shown under the field, and in which order. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from tressons_kit.domain.completion import Completions, FicheMatch, TermMatch
from tressons_kit.domain.kept_search import KeptSearch, SavedSearch
from tressons_kit.domain.query import FilterOffer
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.french import fold, words
from tressons_kit.foundation.kept_searches import KeptSearches
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.kept_search_words import filters_in_words, in_words

KEPT_AT_MOST = 3
"""Saved or recent searches among other lines."""

Chosen = FicheMatch | TermMatch | FilterOffer | SavedSearch | KeptSearch | None
Section = tuple["Line", ...]


class LineKind(Enum):
    """What choosing a line does."""

    FICHE = auto()
    TERM = auto()
    FILTER = auto()
    SAVED = auto()
    RECENT = auto()
    SETTINGS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line to choose; `heading` is the name of its section, on the first line of it."""

    kind: LineKind
    text: str
    detail: str = ""
    value: Chosen = None
    heading: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(part for part in (self.heading, self.text, self.detail) if part)


class Composer:
    """Puts completions and kept searches in lines."""

    def __init__(self, kept: KeptSearches, taxonomy: Taxonomy, texts: Texts) -> None:
        self._kept, self._taxonomy, self._texts = kept, taxonomy, texts

    def for_typed(self, completions: Completions, at_most: int) -> tuple[Line, ...]:
        """Return the lines for what is typed; every section has one before any has two."""
        typed = completions.typed
        saved = [kept for kept in self._kept.saved if _begins(typed, f"{kept.name} {kept.search.text}")]
        recent = [
            search
            for search in self._kept.recent
            if _begins(typed, in_words(search, self._taxonomy)) and not _is_typed(search, typed)
        ]
        sections = (
            tuple(Line(LineKind.FICHE, fiche.title, fiche.code, fiche) for fiche in completions.fiches),
            tuple(map(self._term, completions.terms)),
            tuple(map(self._filter, completions.filters)),
            tuple(map(self._saved, saved[:KEPT_AT_MOST])),
            tuple(map(self._recent, recent[:KEPT_AT_MOST])),
        )
        return self._headed(_shared_out(sections, at_most))

    def for_nothing_typed(self, at_most: int) -> tuple[Line, ...]:
        """Return the saved and the recent searches, and the way to arrange them."""
        sections = (
            tuple(map(self._saved, self._kept.saved)),
            tuple(map(self._recent, self._kept.recent)),
        )
        lines = self._headed(_shared_out(sections, at_most - 1))
        if not lines:
            return ()
        label = self._texts("Gérer les recherches gardées…")
        return (*lines, Line(LineKind.SETTINGS, label, "Ctrl+,"))

    def _term(self, match: TermMatch) -> Line:
        term = match.term
        name = f"{term.acronym} · {term.term}" if term.acronym else term.term
        return Line(LineKind.TERM, name, match.gist, match)

    def _filter(self, offer: FilterOffer) -> Line:
        facet = self._taxonomy.find(offer.facet)
        fiches = self._texts.plural("{} fiche", "{} fiches", offer.count).format(
            number(offer.count, self._texts)
        )
        detail = f"{facet.label}, {fiches}" if facet else fiches
        return Line(LineKind.FILTER, offer.label, detail, offer)

    def _saved(self, kept: SavedSearch) -> Line:
        asked = in_words(kept.search, self._taxonomy)
        return Line(LineKind.SAVED, kept.name, "" if asked == kept.name else asked, kept)

    def _recent(self, search: KeptSearch) -> Line:
        filters = filters_in_words(search, self._taxonomy)
        text, detail = (search.text, filters) if search.text else (filters, "")
        return Line(LineKind.RECENT, text, detail, search)

    def _headed(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        headings = {
            LineKind.FICHE: self._texts("Fiches"),
            LineKind.TERM: self._texts("Glossaire"),
            LineKind.FILTER: self._texts("Filtres"),
            LineKind.SAVED: self._texts("Gardées"),
            LineKind.RECENT: self._texts("Récentes"),
        }
        previous = (None, *(line.kind for line in lines))
        return tuple(
            line if line.kind is before else replace(line, heading=headings[line.kind])
            for line, before in zip(lines, previous, strict=False)
        )


def _shared_out(sections: Iterable[Section], at_most: int) -> tuple[Line, ...]:
    """Cut sections to a number of lines: one each first, then the first sections are filled."""
    filled = [section for section in sections if section][: max(at_most, 0)]
    room = at_most - len(filled)
    kept: list[Line] = []
    for section in filled:
        more = min(len(section) - 1, room)
        room -= more
        kept.extend(section[: 1 + more])
    return tuple(kept)


def _begins(typed: str, name: str) -> bool:
    """Tell whether every word typed begins a word of the name."""
    forms = [word.form for word in words(name)]
    asked = [word.form for word in words(typed)]
    return bool(asked) and all(any(form.startswith(word) for form in forms) for word in asked)


def _is_typed(search: KeptSearch, typed: str) -> bool:
    return not search.filters and fold(search.text) == fold(typed)
