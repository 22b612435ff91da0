"""What the search knows of a fiche: the words of each of its fields."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tressons_kit.authoring.rendering import subheadings
from tressons_kit.domain.fiche import Fiche
from tressons_kit.domain.taxonomy import DEPARTMENT_FACET, Taxonomy
from tressons_kit.foundation.french import Word, compounds, words

_NOT_SUBJECTS = frozenset({"publics", "etapes", "axes"})
"""Facets that say whom a fiche serves or when, not what it is about: a search for « élu » must not
find every fiche written for them."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """The words of a fiche.

    `fields` are in the order of `index_format.FIELDS`, each one string of forms separated by spaces;
    `joined` are the hyphenated words of each field written as one, with their counts;
    `spellings` count how each word is written, `joined_spellings` how each joined word is (`tierslieu`
    is written `tiers-lieu`).
    """

    fields: tuple[str, ...]
    joined: tuple[Mapping[str, int], ...]
    spellings: Mapping[str, int]
    joined_spellings: Mapping[str, str]

    @property
    def word_count(self) -> int:
        """The number of words of the body."""
        return self.fields[5].count(" ") + 1


def index_row(fiche: Fiche, taxonomy: Taxonomy) -> IndexRow:
    """Analyse the whole text of a fiche."""
    texts = (
        fiche.title,
        "\n".join((fiche.code, *fiche.other_names)),
        fiche.summary,
        "\n".join(_headings(fiche)),
        "\n".join(_facet_words(fiche, taxonomy)),
        "\n".join(_body(fiche)),
        "\n".join(f"{source.title}\n{source.publisher or ''}" for source in fiche.sources),
    )
    spellings: Counter[str] = Counter()
    joined_spellings: dict[str, str] = {}
    fields: list[str] = []
    joined: list[Mapping[str, int]] = []
    for text in texts:
        found = list(words(text))
        fields.append(" ".join([word.form for word in found]))
        spellings.update([word.spelling.lower() for word in found])
        whole = dict(_joined(found))
        joined_spellings |= whole
        joined.append(Counter(form for form, _ in _joined(found)) if whole else {})
    return IndexRow(tuple(fields), tuple(joined), spellings, joined_spellings)


def _joined(found: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Give the form of each hyphenated word written as one, with its spelling."""
    for last, _ in compounds(list(found)):
        first = last
        while found[first].attached:
            first -= 1
        parts = found[first : last + 1]
        yield "".join(part.form for part in parts), "-".join(part.spelling.lower() for part in parts)


def _headings(fiche: Fiche) -> list[str]:
    headings: list[str] = []
    for section in fiche.sections:
        headings.append(section.title)
        headings.extend(subheadings(section))
    return headings


def _facet_words(fiche: Fiche, taxonomy: Taxonomy) -> list[str]:
    communes = [place.commune for place in fiche.places if place.commune]
    facets = {facet: terms for facet, terms in fiche.facets.items() if facet not in _NOT_SUBJECTS}
    return [*taxonomy.labels(facets), *communes, *fiche.facets.get(DEPARTMENT_FACET, ())]


def _body(fiche: Fiche) -> list[str]:
    sections = [section.text for section in fiche.sections]
    return [*sections, *(f"{figure.value} {figure.label}" for figure in fiche.figures)]
