"""A kept search in words: what it asks, and the name that it gets by itself."""

from tressons_kit.domain.kept_search import KeptSearch
from tressons_kit.domain.query import Query
from tressons_kit.domain.taxonomy import Taxonomy


def filters_in_words(search: KeptSearch, taxonomy: Taxonomy) -> str:
    """Return the labels of the filters: « Bretagne, Mobilité »."""
    chosen = Query(filters=search.filters).chosen
    return ", ".join(taxonomy.label(facet, term) for facet, term in chosen)


def in_words(search: KeptSearch, taxonomy: Taxonomy) -> str:
    """Return the words, then the filters: « épicerie · Bretagne »."""
    parts = (search.text, filters_in_words(search, taxonomy))
    return " · ".join(part for part in parts if part)
