"""Why a fiche answers: the parts of a score, and that they make that score."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.builders import TODAY, a_folder, a_note
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.domain.explanation import ExplainedConcept, FoundWord, ResultExplanation
from tressons_kit.domain.query import Order, Query
from tressons_kit.library.ranking import RERANKED
from tressons_kit.services import Services, open_services

SYNONYMS = """\
- mots: [resto]
  vers: [restaurant]
  poids: 0.7
- mots: [PTCE, pôle territorial de coopération]
"""
NOTES = {
    "a.md": a_note("Une épicerie au village", "Les épiceries du village. Une épicerie tient."),
    "b.md": a_note("Un restaurant associatif", "Le midi, la commune prête un local."),
    "c.md": a_note("Covoiturage solidaire", "Les covoitureurs et le co-voiturage, voilà."),
    "d.md": a_note("Deux pôles territoriaux de coopération", "Des entreprises s’entraident."),
    "e.md": a_note("Un tiers-lieu", "Faire vivre les tiers-lieux, et coopérer."),
}
IN_TITLE = {"title": 1, "headings": 1}
"""A note without a heading has its title for one."""


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder = tmp_path_factory.mktemp("kit")
    content: Path = a_folder(folder / "content", {**NOTES, "synonymes.yaml": SYNONYMS})
    compile_kit(content, folder / "kit.sqlite", TODAY)
    return open_services(folder / "kit.sqlite")


@pytest.fixture(scope="module")
def whole_kit(real_kit: Path) -> Iterator[Services]:
    opened = open_services(real_kit)
    yield opened
    opened.close()


def explained(services: Services, query: Query | str, code: str) -> ResultExplanation:
    """Explain a fiche by its code."""
    row = services.fiches.find_row(code)
    assert row is not None
    return services.search.explain(Query(query) if isinstance(query, str) else query, row)


def words(concept: ExplainedConcept) -> dict[str, FoundWord]:
    """Return what was found, by how it is written."""
    return {word.spelling: word for word in concept.words}


def test_each_word_says_how_it_answers_and_where_it_stands(services: Services) -> None:
    (concept,) = explained(services, "épicerie ", "N01").concepts
    found = words(concept)

    assert (concept.typed, concept.spelling, concept.is_corrected) == ("épicerie", "épicerie", False)
    assert found["épicerie"].kind == "mot tapé"
    assert found["épicerie"].worth == 1.0
    assert found["épicerie"].counts == {**IN_TITLE, "body": 1}
    assert found["épiceries"].kind == "autre forme"
    assert found["épiceries"].counts == {"body": 1}
    assert list(found) == ["épicerie", "épiceries"]


@pytest.mark.parametrize(
    ("typed", "code", "spelling", "kind", "counts"),
    [
        ("epicerei ", "N01", "épicerie", "correction", {**IN_TITLE, "body": 1}),
        ("resto ", "N02", "restaurant", "synonyme", IN_TITLE),
        ("covoiturage ", "N03", "covoiturage", "mot tapé", {**IN_TITLE, "body": 1}),
        ("covoiturage ", "N03", "covoitureurs", "même famille", {"body": 1}),
        ("covoit", "N03", "covoitureurs", "commence ainsi", {"body": 1}),
        ("co", "N03", "covoiturage", "commence ainsi", {**IN_TITLE, "body": 1}),
        ("tiers lieux ", "N05", "tiers-lieu", "écrit en un mot", IN_TITLE),
        ("ptce ", "N04", "pôle territorial de coopération", "synonyme", IN_TITLE),
        ("pole territorial de cooperation ", "N04", "pôles", "autre forme", IN_TITLE),
    ],
)
def test_every_kind_of_answer(
    services: Services, typed: str, code: str, spelling: str, kind: str, counts: dict[str, int]
) -> None:
    found = words(explained(services, typed, code).concepts[0])

    assert found[spelling].kind == kind
    assert found[spelling].counts == counts


def test_what_was_typed_is_kept_beside_what_was_searched(services: Services) -> None:
    (concept,) = explained(services, "epicerei ", "N01").concepts

    assert (concept.typed, concept.spelling, concept.is_corrected) == ("epicerei", "épicerie", True)


def test_missing_words_are_there_with_nothing_found(services: Services) -> None:
    explanation = explained(services, "épicerie village restaurant ", "N01")

    assert explanation.missing == ("restaurant",)
    assert explanation.concepts[2].words == ()
    assert explanation.concepts[2].points == 0.0


def test_a_light_word_counts_for_half_unless_it_is_alone(services: Services) -> None:
    among = explained(services, "faire un tiers-lieu ", "N05").concepts[0]
    alone = explained(services, "faire ", "N05").concepts[0]

    assert among.light
    assert not alone.light
    assert among.points == pytest.approx(alone.points / 2)


def test_conditions_are_told_in_words(services: Services) -> None:
    assert explained(services, "épicerie type:note", "N01").conditions == ("type : note",)


def test_a_code_typed_is_told(services: Services) -> None:
    explanation = explained(services, "n1", "N01")

    assert explanation.is_direct
    assert explanation.score == float("inf")
    assert not explained(services, "épicerie", "N01").is_direct


def test_a_title_and_words_that_follow_each_other_give_a_bonus(services: Services) -> None:
    bonus = explained(services, "covoiturage solidaire ", "N03").bonus

    assert bonus is not None
    assert (bonus.title, bonus.brevity, bonus.closeness) == pytest.approx((0.2, 0.25, 0.4))


def test_an_empty_field_ranks_nothing(services: Services) -> None:
    assert explained(services, "", "N01") == ResultExplanation()
    assert explained(services, "une ", "N01") == ResultExplanation()


def test_another_order_has_the_same_explanation(services: Services) -> None:
    by_title = explained(services, Query("épicerie", order=Order.TITLE), "N01")

    assert by_title == explained(services, "épicerie", "N01")


def test_far_down_nothing_is_said_of_the_bonus(tmp_path: Path) -> None:
    notes = {
        f"{number}.md": a_note(f"Note {number}", "Une épicerie.")
        for number in range(10, 10 + RERANKED + 5)
    }
    compile_kit(a_folder(tmp_path / "content", notes), tmp_path / "kit.sqlite", TODAY)
    services = open_services(tmp_path / "kit.sqlite")
    query = Query("épicerie")
    results = services.search.search(query)
    found = [services.search.explain(query, row) for row in results.rows]

    assert [one.bonus is None for one in found] == [False] * RERANKED + [True] * 5
    assert [one.score for one in found] == [one.total for one in found]


@st.composite
def questions(draw: st.DrawFn, spellings: list[str]) -> str:
    """Words of the kit, whole, cut, with a letter too many, between quotes, or with a condition."""
    word = st.sampled_from(spellings)
    piece = st.one_of(
        word,
        word.map(lambda text: text[: max(1, len(text) // 2)]),
        word.map(lambda text: f"{text[:2]}x{text[2:]}"),
        word.map(lambda text: f'"{text}"'),
        word.map(lambda text: f"{text[:3]}*"),
        st.sampled_from(["faire", "comment", "-commune", "type:cas", "annee:2015..", "OU", "C02"]),
    )
    return " ".join(draw(st.lists(piece, min_size=1, max_size=6))) + draw(st.sampled_from(["", " "]))


@given(data=st.data())
def test_the_parts_make_the_score(whole_kit: Services, data: st.DataObject) -> None:
    spellings = [word for (word,) in whole_kit.kit.rows("SELECT spelling FROM vocabulary")]
    query = Query(data.draw(questions(spellings)))
    results = whole_kit.search.search(query)

    for row in results.rows[:40]:
        explanation = whole_kit.search.explain(query, row)
        assert explanation.score == results.scores.get(row)
        assert explanation.missing == results.missing.get(row, ())
        if explanation.score is not None and not explanation.is_direct:
            assert explanation.total == explanation.score
        for concept in explanation.concepts:
            assert concept.saturated == pytest.approx(saturation_of(concept), rel=0.05)
            assert all(word.counts for word in concept.words)


def saturation_of(concept: ExplainedConcept) -> float:
    """Saturate again what the words of a concept contribute: nearly the same, as weights are bytes."""
    whole = sum(word.contribution for word in concept.words)
    return 1.0 + 3.4 * whole / (whole + 2.4) if whole else 0.0
