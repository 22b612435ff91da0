"""A field of the query language, such as `dep:46`, → a condition, and how it reads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tressons_kit.domain.conditions import AnyOf, Condition, HasTerm, InSources, Years
from tressons_kit.domain.taxonomy import Facet, Taxonomy
from tressons_kit.foundation.french import fold
from tressons_kit.foundation.texts import Texts
from tressons_kit.library.taxonomy_names import TermNames, names_of, term_label, within_sentence

_YEAR_FIELDS = frozenset({"annee", "annees", "an", "ans", "date", "dates"})
_SOURCE_FIELDS = frozenset({"source", "sources"})
_VALUE = re.compile(r"[\"“]([^\"“”]*)[\"”]|([^,\"“”]+)")
_YEARS = re.compile(r"(?P<first>[0-9]{4})?(?P<to>\.{2,3}|…|[-–])?(?P<last>[0-9]{4})?")


@dataclass(frozen=True, slots=True)
class ReadField:
    """What a field asks; `label` says it by itself, `short` among other words."""

    condition: Condition
    label: str
    short: str


def read_field(typed: str, taxonomy: Taxonomy, texts: Texts) -> ReadField | None:
    """Read a field and all its values; None if the kit does not have it or one of them."""
    name, _, listed = typed.partition(":")
    values = [quoted or bare for quoted, bare in _VALUE.findall(listed)]
    field = fold(name)
    names = names_of(taxonomy)
    if facet := names.facets.get(field):
        return _read_terms(facet, values, names.terms[facet.id], texts)
    if field in _YEAR_FIELDS:
        return _read_years(values, texts)
    return _read_sources(values, texts) if field in _SOURCE_FIELDS else None


def _read_terms(
    facet: Facet, values: Sequence[str], names: TermNames, texts: Texts
) -> ReadField | None:
    found = [names.find(fold(value)) for value in values]
    terms = tuple(dict.fromkeys(term for term in found if term is not None))
    if not terms or None in found:
        return None
    short = _any_of([term_label(facet.id, term) for term in terms], texts)
    return ReadField(
        HasTerm(facet.id, tuple(term.id for term in terms)),
        texts("{facet} : {terms}").format(facet=within_sentence(facet.label), terms=short),
        short,
    )


def _read_years(values: Sequence[str], texts: Texts) -> ReadField | None:
    read = [_years(value) for value in values]
    periods = [years for years in read if years is not None]
    if not periods or None in read:
        return None
    short = _any_of([_period(years, texts) for years in periods], texts)
    one = len(periods) == 1 and periods[0].first == periods[0].last
    label = texts("année : {}") if one else texts("années : {}")
    return ReadField(_one_or_any(periods), label.format(short), short)


def _years(value: str) -> Years | None:
    match = _YEARS.fullmatch(value.strip())
    if match is None:
        return None
    first, last = (int(match[side]) if match[side] else None for side in ("first", "last"))
    if match["to"] is None:
        # « 2015 » is a year; « 20152020 » and nothing are none.
        return None if (first is None) == (last is None) else Years(first, first)
    if first is not None and last is not None:
        return Years(min(first, last), max(first, last))
    return None if first is last else Years(first, last)


def _period(years: Years, texts: Texts) -> str:
    if years.first == years.last:
        return str(years.first)
    if years.first is None:
        return texts("jusqu’à {}").format(years.last)
    if years.last is None:
        return texts("depuis {}").format(years.first)
    return texts("{first} à {last}").format(first=years.first, last=years.last)


def _read_sources(values: Sequence[str], texts: Texts) -> ReadField | None:
    sought = [value.strip() for value in values]
    if not sought or not all(map(fold, sought)):
        return None
    label = texts("source : {}").format(_any_of(sought, texts))
    return ReadField(_one_or_any([InSources(text) for text in sought]), label, label)


def _any_of(shorts: Sequence[str], texts: Texts) -> str:
    return texts(" ou ").join(shorts)


def _one_or_any(conditions: Sequence[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else AnyOf(tuple(conditions))
