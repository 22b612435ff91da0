"""The name of a filter, typed as words, is offered as that filter."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import CONTENT
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.taxonomy_file import parse_taxonomy
from tressons_kit.domain.query import FilterOffer, Query
from tressons_kit.domain.taxonomy import Facet
from tressons_kit.library.filter_offers import OFFERED_AT_MOST, filter_offers
from tressons_kit.services import Services

TAXONOMY = parse_taxonomy(
    (CONTENT / "taxonomie.yaml").read_text(encoding="utf-8"),
    Findings(PurePosixPath("taxonomie.yaml")),
)
EVERYWHERE = {facet.id: {term.id: 6 for term in facet.terms} for facet in TAXONOMY}


def offered(typed: str) -> list[tuple[str, str, str]]:
    """Return the facet, the term and the text left of each offer."""
    return [
        (offer.facet, offer.term, offer.text) for offer in filter_offers(typed, TAXONOMY, EVERYWHERE)
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lozere", ("departement", "48", "")),
        ("LOZÈRE ", ("departement", "48", "")),
        ("48", ("departement", "48", "")),
        ("SCIC énergie Bretagne", ("region", "bretagne", "SCIC énergie")),
        ("épicerie en Bretagne", ("region", "bretagne", "épicerie")),
        ("épicerie dans le Lot", ("departement", "46", "épicerie")),
        ("épicerie (Lot)", ("departement", "46", "épicerie")),
        ("vélo d’Occitanie", ("region", "occitanie", "vélo")),
        ("études de cas", ("type", "cas", "")),
        ("étude de cas", ("type", "cas", "")),
        ("mobilité", ("themes", "mobilite", "")),
        ("café pays de la loire", ("region", "pays-de-la-loire", "café")),
        ("café val-d'oise", ("departement", "95", "café")),
        ("pôle territorial de coopération économique", ("formes", "ptce", "")),
        ("guadeloupe", ("region", "guadeloupe", "")),
        ("bret", ("region", "bretagne", "")),
        ("café lozè", ("departement", "48", "café")),
    ],
)
def test_a_name_is_offered_with_what_remains(typed: str, expected: tuple[str, str, str]) -> None:
    assert offered(typed) == [expected]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "bre",
        "bret ",
        "bretagne épicerie",
        "licorne",
        "de la",
        "-bretagne",
        "SAUF bretagne",
        "vélo OU bretagne",
        "(vélo OU bretagne)",
        "-(vélo bretagne",
        '"en bretagne"',
        "dep:48",
        "bretagne OU",
    ],
)
def test_nothing_is_offered(typed: str) -> None:
    assert offered(typed) == []


def test_an_offer_says_what_the_person_reads_and_how_many_fiches_it_keeps() -> None:
    assert filter_offers("vélo lozere", TAXONOMY, {"departement": {"48": 6}}) == (
        FilterOffer("departement", "48", "Lozère", 6, "vélo"),
    )


def test_a_filter_that_would_keep_nothing_or_is_already_there_is_not_offered() -> None:
    assert filter_offers("lozere", TAXONOMY, {"departement": {"48": 0}}) == ()
    assert filter_offers("lozere", TAXONOMY, {}) == ()
    chosen = {"departement": frozenset({"48"})}
    assert filter_offers("lozere", TAXONOMY, EVERYWHERE, chosen) == ()


def test_a_name_of_two_facets_offers_both() -> None:
    assert offered("acteurs") == [("type", "acteur", ""), ("axes", "acteurs", "")]


@pytest.mark.parametrize("facet", TAXONOMY.facets, ids=lambda facet: facet.id)
def test_every_label_is_offered(facet: Facet) -> None:
    for term in facet.terms:
        offers = filter_offers(f"épicerie {term.label}", TAXONOMY, EVERYWHERE)
        assert ("épicerie", term.label) in [(offer.text, offer.label) for offer in offers]


def test_the_counts_of_the_results_choose_what_is_offered(real_services: Services) -> None:
    kit, results = real_services.kit, real_services.search.search(Query("railcoop lot"))

    for offer in filter_offers("railcoop lot", kit.taxonomy, results.counts):
        filters = {offer.facet: frozenset({offer.term})}
        assert len(real_services.search.search(Query("railcoop lot", filters)).rows) == offer.count


@given(
    st.lists(
        st.sampled_from(["Lot", "bret", "48", "l'", "en", "-lot", '"', "(", "OU", "", "?"]) | st.text()
    )
)
def test_any_text_is_read(pieces: list[str]) -> None:
    typed = " ".join(pieces)
    offers = filter_offers(typed, TAXONOMY, EVERYWHERE)

    assert len(offers) <= OFFERED_AT_MOST
    assert all(typed.split()[: len(offer.text.split())] == offer.text.split() for offer in offers)
