"""A condition, and the fiches that satisfy it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_fiche, services_on
from tressons_kit.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    HasTerm,
    InSources,
    Not,
    Phrase,
    Prefix,
    Words,
    Years,
)
from tressons_kit.library.bitmaps import members
from tressons_kit.library.condition_fiches import ConditionFiches
from tressons_kit.library.indexed_texts import IndexedTexts
from tressons_kit.library.kit import Kit
from tressons_kit.library.query_language import read_query
from tressons_kit.library.query_reader import QueryReader
from tressons_kit.library.spelling import Speller
from tressons_kit.library.word_index import WordIndex
from tressons_kit.services import Services

FindCodes = Callable[[Condition], list[str]]


def texts_of(kit: Kit) -> IndexedTexts:
    index = WordIndex(kit)
    return IndexedTexts(kit, index, QueryReader(index, Speller(index)))


def finder(services: Services) -> FindCodes:
    conditions = ConditionFiches(services.kit, texts_of(services.kit))
    highest = services.kit.info.fiche_count

    def find(condition: Condition) -> list[str]:
        rows = list(members(conditions.find(condition), range(1, highest + 1), highest))
        cards = services.fiches.cards(rows)
        return [cards[row].code for row in rows]

    return find


@pytest.fixture
def village(tmp_path: Path) -> FindCodes:
    lot = {"commune": "Figeac", "departement": "46"}
    return finder(
        services_on(
            tmp_path,
            a_fiche("C01", "L’épicerie coopérative", debut=2010, fin=2015),
            a_fiche("C02", "Un tiers-lieu", body="Des épiceries, et un lieu tiers.", debut=2018),
            a_fiche(
                "C03",
                "Le covoiturage",
                place=lot,
                themes=["mobilite"],
                formes=["association"],
                sources={1: {"titre": "Se déplacer", "editeur": "Insee", "date": "2020"}},
            ),
            a_fiche("L07", "Prêter un local", body="Le local de l’épicerie ; selon l’Insee."),
        )
    )


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Words("épicerie"), ["C01", "C02", "L07"]),
        (Words("épicerie coopérative"), ["C01"]),
        (Words("?"), []),
        (Phrase("tiers lieu"), ["C02"]),
        (Phrase("lieu tiers"), ["C02"]),
        (Phrase("l’épicerie coopérative"), ["C01"]),
        (Phrase("coopérative épicerie"), []),
        (Prefix("covoit"), ["C03"]),
        (Prefix("tiers-l"), ["C02"]),
        (InSources("insee"), ["C03"]),
        (InSources("insee déplacer"), ["C03"]),
        (HasTerm("type", ("cas",)), ["C01", "C02", "C03"]),
        (HasTerm("departement", ("46",)), ["C03"]),
        (HasTerm("departement", ("46", "56")), ["C01", "C02", "C03", "L07"]),
        (HasTerm("departement", ("99",)), []),
        (HasTerm("planète", ("mars",)), []),
        (Years(2015, 2018), ["C01", "C02"]),
        (Years(2016, 2017), []),
        (Years(2012, 2012), ["C01"]),
        (Years(None, 2009), []),
        (Years(None, 2010), ["C01"]),
        (Years(2016, None), ["C02"]),
        (Years(None, None), ["C01", "C02"]),
        (Not(Words("épicerie")), ["C03"]),
        (Not(Not(Words("épicerie"))), ["C01", "C02", "L07"]),
        (AllOf((Words("épicerie"), Not(HasTerm("type", ("cas",))))), ["L07"]),
        (AnyOf((Words("covoiturage"), Phrase("tiers lieu"))), ["C02", "C03"]),
        (AllOf(()), ["C01", "C02", "C03", "L07"]),
        (AnyOf(()), []),
    ],
)
def test_a_condition_keeps_the_fiches_that_satisfy_it(
    village: FindCodes, condition: Condition, expected: list[str]
) -> None:
    assert village(condition) == expected


def test_the_years_of_a_fiche_whose_end_alone_is_known(tmp_path: Path) -> None:
    find = finder(services_on(tmp_path, a_fiche("C01", "Un café", fin=2015)))

    assert find(Years(2015, 2015)) == ["C01"]
    assert find(Years(2010, 2014)) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("issue:arret", {"C01"}),
        ("annee:2019 source:railcoop", {"C01"}),
        ("dep:56 type:cas", {"C02"}),
        ("type:cas -forme:scic -forme:association", None),
        ('"société coopérative d’intérêt collectif"', None),
    ],
)
def test_the_language_on_the_real_kit(
    real_services: Services, typed: str, expected: set[str] | None
) -> None:
    condition = read_query(typed, real_services.kit.taxonomy).condition

    assert condition is not None
    found = set(finder(real_services)(condition))
    assert found if expected is None else expected <= found


LEAVES = st.one_of(
    st.builds(Words, st.text(max_size=12)),
    st.builds(Phrase, st.text(max_size=12)),
    st.builds(Prefix, st.text(max_size=12)),
    st.builds(InSources, st.text(max_size=12)),
    st.builds(HasTerm, st.just("type"), st.tuples(st.sampled_from(["cas", "acteur", "rien"]))),
    st.builds(Years, st.none() | st.integers(1900, 2030), st.none() | st.integers(1900, 2030)),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.builds(AllOf, st.lists(parts, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(parts, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=CONDITIONS)
def test_a_fiche_satisfies_a_condition_or_its_contrary(
    real_services: Services, condition: Condition
) -> None:
    find = finder(real_services)
    every = find(AllOf(()))

    assert sorted([*find(condition), *find(Not(condition))]) == sorted(every)
