"""What the full-text index holds of a fiche, and the words that it brings to the vocabulary."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tressons_kit.authoring.rendering import subheadings
from tressons_kit.domain.fiche import Fiche
from tressons_kit.domain.taxonomy import DEPARTMENT_FACET, Taxonomy
from tressons_kit.foundation.french import Analysis, analyse

_NOT_SUBJECTS = frozenset({"publics", "etapes", "axes"})
"""Facets that say whom a fiche serves or when, not what it is about: a search for « élu » must not
find every fiche written for them."""

_LETTERS = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class IndexRow:
    """The columns of the index in the order of `kit_format`, and spellings with their counts."""

    columns: tuple[str, ...]
    spellings: dict[str, int]
    word_count: int


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
    title, names, summary, headings, facets, body, sources = (analyse(text) for text in texts)
    return IndexRow(
        (
            *(analysis.forms for analysis in (title, names, summary, headings, facets, body, sources)),
            _variants(title, names),
            _variants(summary, headings, facets),
            body.variants,
        ),
        _spellings(texts),
        word_count=body.forms.count(" ") + 1,
    )


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


def _variants(*analyses: Analysis) -> str:
    return " ".join(analysis.variants for analysis in analyses if analysis.variants)


def _spellings(texts: Sequence[str]) -> dict[str, int]:
    # The same words as the analyser's, letters only, at a fifth of the time.
    return Counter(spelling for text in texts for spelling in _LETTERS.findall(text.lower()))
