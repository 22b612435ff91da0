"""What is proposed when nothing is found, and that every count is what choosing it shows."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_fiche, services_on
from tressons_kit.domain.query import Query, Suggestions
from tressons_kit.library.suggestions import MOST_DROPS
from tressons_kit.services import Services


@pytest.fixture
def village(tmp_path: Path) -> Services:
    return services_on(
        tmp_path,
        a_fiche("C01", "L’épicerie coopérative", themes=["commerces"]),
        a_fiche("C02", "L’épicerie de la gare", themes=["mobilite"]),
        a_fiche("C03", "La gare", themes=["mobilite"], formes=["association"]),
    )


def filters(**chosen: str) -> dict[str, frozenset[str]]:
    return {facet: frozenset(terms.split()) for facet, terms in chosen.items()}


def test_the_rarest_word_is_dropped_first(village: Services) -> None:
    drops = village.suggestions.suggest(Query("épicerie introuvable")).drops
    assert [(drop.word, drop.text, drop.count) for drop in drops] == [("introuvable", "épicerie", 2)]

    drops = village.suggestions.suggest(Query("gare épicerie coopérative introuvable")).drops
    assert [drop.word for drop in drops] == ["introuvable", "coopérative", "gare"]


def test_what_was_asked_as_typed_may_be_corrected(village: Services) -> None:
    assert village.suggestions.suggest(Query("l’epicerei", verbatim=True)).corrected == (
        "l’épicerie",
        2,
    )
    assert village.suggestions.suggest(Query("introuvable", verbatim=True)).corrected is None


def test_a_correction_that_the_filters_hide_is_not_offered(village: Services) -> None:
    query = Query("epicerei", filters(formes="association"))

    assert village.suggestions.suggest(query).corrected is None
    assert [each.count for each in village.suggestions.suggest(query).lifted] == [2]


def test_a_word_is_dropped_under_the_filters_that_stay(village: Services) -> None:
    query = Query("épicerie gare", filters(formes="association"))

    assert [(drop.word, drop.count) for drop in village.suggestions.suggest(query).drops] == [
        ("épicerie", 1)
    ]


def test_filters_are_lifted_one_at_a_time_with_what_each_gives(village: Services) -> None:
    query = Query("épicerie", filters(themes="mobilite", formes="association"))

    lifted = village.suggestions.suggest(query).lifted

    assert [(each.facet, each.term, each.label, each.count) for each in lifted] == [
        ("formes", "association", "Association", 1)
    ]


def test_filters_alone_can_be_lifted_too(village: Services) -> None:
    query = Query("", filters(themes="commerces", formes="association"))

    lifted = village.suggestions.suggest(query).lifted

    assert {each.term: each.count for each in lifted} == {"association": 1, "commerces": 1}


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("tier lieu", "Tiers-lieu"),
        ("subvansion", "Subvention"),
        ("scic zzz", "Société coopérative d’intérêt collectif"),
        ("minim", "Aides de minimis"),
        ("coperative", "Coopérative"),
    ],
)
def test_near_terms_of_the_glossary(real_services: Services, typed: str, term: str) -> None:
    terms = real_services.suggestions.suggest(Query(typed)).terms

    assert term in [near.term for near in terms]
    assert all(near.definition for near in terms)


def test_nothing_is_searched_once_nobody_waits(village: Services) -> None:
    query = Query("épicerie zzz", filters(formes="association"))

    assert village.suggestions.suggest(query, lambda: False) == Suggestions()


def test_a_pasted_page_gives_few_suggestions(village: Services) -> None:
    suggestions = village.suggestions.suggest(Query("épicerie zzz " * 300))

    assert len(suggestions.drops) <= MOST_DROPS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(st.lists(st.sampled_from(["épicerie", "gare", "zzz", '"', "type:cas", "-", "(", "OU", "de"])))
def test_counts_are_what_choosing_shows(village: Services, pieces: list[str]) -> None:
    query = Query(" ".join(pieces), filters(themes="mobilite"))

    suggestions = village.suggestions.suggest(query)

    for drop in suggestions.drops:
        assert len(village.search.search(replace(query, text=drop.text)).rows) == drop.count > 0
    for lifted in suggestions.lifted:
        without = query.toggled(lifted.facet, lifted.term)
        assert len(village.search.search(without).rows) == lifted.count > 0
