"""The names by which people call the facets and terms of a taxonomy, folded, found at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tressons_kit.domain.fiche_types import RULES
from tressons_kit.domain.taxonomy import (
    DEPARTMENT_FACET,
    REGION_FACET,
    TYPE_FACET,
    Facet,
    Taxonomy,
    Term,
)
from tressons_kit.foundation.french import fold, words

_SHORTEST_BEGINNING = 2
_OTHER_FACET_NAMES = {"departement": ("dep", "dept"), "themes": ("thematique", "thematiques")}
_PROPER_NAMES = frozenset({REGION_FACET, DEPARTMENT_FACET})


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A term and its facet."""

    facet: Facet
    term: Term


@dataclass(slots=True)
class TermNames:
    """The names of one facet's terms; a term may have several."""

    exact: dict[str, Term] = field(default_factory=dict)
    beginnings: list[tuple[str, Term]] = field(default_factory=list)

    def find(self, form: str) -> Term | None:
        """Find a term by a name, or by the beginning of a word of its label if no other has it."""
        return self._find(form) or self._find(form.removesuffix("s"))

    def _find(self, form: str) -> Term | None:
        if form in self.exact:
            return self.exact[form]
        if len(form) < _SHORTEST_BEGINNING:
            return None
        begun = {term.id: term for name, term in self.beginnings if name.startswith(form)}
        return begun.popitem()[1] if len(begun) == 1 else None


@dataclass(slots=True)
class TaxonomyNames:
    """What a taxonomy's names lead to.

    `facets` are found by a folded name, `terms` by the id of their facet; `everywhere` gives the terms
    of all facets that have a name, in the order of the facets; `single_words` are labels of one word.
    """

    facets: dict[str, Facet] = field(default_factory=dict)
    terms: dict[str, TermNames] = field(default_factory=dict)
    everywhere: dict[str, list[NamedTerm]] = field(default_factory=dict)
    single_words: list[tuple[str, NamedTerm]] = field(default_factory=list)


def names_of(taxonomy: Taxonomy) -> TaxonomyNames:
    """Return the names of a taxonomy, made once for each."""
    return _names_of(_Same(taxonomy))


def term_label(facet_id: str, term: Term) -> str:
    """Return a term's label as it is written within a sentence: proper names keep their capital."""
    return term.label if facet_id in _PROPER_NAMES else within_sentence(term.label)


def within_sentence(label: str) -> str:
    """Write a label without its first capital, unless it is an acronym."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


class _Same:
    """A taxonomy known by its identity: hashing its 200 terms at each letter typed takes longer."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.taxonomy is other.taxonomy

    def __hash__(self) -> int:
        return id(self.taxonomy)


@lru_cache(maxsize=4)
def _names_of(same: _Same) -> TaxonomyNames:
    names = TaxonomyNames()
    for facet in same.taxonomy:
        for name in _facet_names(facet):
            names.facets.setdefault(name, facet)
        names.terms[facet.id] = _term_names(facet)
        for term in facet.terms:
            _name_everywhere(names, NamedTerm(facet, term))
    return names


def _facet_names(facet: Facet) -> Iterator[str]:
    yield from _OTHER_FACET_NAMES.get(facet.id, ())
    for name in (fold(facet.id), fold(facet.label)):
        singular = name.removesuffix("s")
        yield from (name, singular, f"{singular}s")


def _term_names(facet: Facet) -> TermNames:
    names = TermNames()
    for term in facet.terms:
        for name in _names(term):
            names.exact.setdefault(name, term)
        names.beginnings.append((fold(term.label), term))
        names.beginnings.extend((word.form, term) for word in words(term.label))
    if facet.id == TYPE_FACET:
        for kind, rules in RULES.items():
            if term_of_letter := facet.find(kind.value):
                names.exact.setdefault(fold(rules.letter), term_of_letter)
    return names


def _name_everywhere(names: TaxonomyNames, named: NamedTerm) -> None:
    for name in dict.fromkeys(_names(named.term)):
        names.everywhere.setdefault(name, []).append(named)
    if named.term.label.isalpha():
        names.single_words.append((fold(named.term.label), named))


def _names(term: Term) -> Iterator[str]:
    """Give the label first: a name that is one term's label is not another's id."""
    yield from filter(None, map(fold, (term.label, term.plural, term.id)))
