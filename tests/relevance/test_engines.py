"""The three engines, on the real kit and on any text."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.relevance.engines import (
    Engine,
    IndexedText,
    KitEngine,
    PlainEngine,
    WhooshEngine,
    texts_of,
)
from tests.relevance.evaluation import evaluate, evaluate_references
from tests.relevance.judged_set import parse_judged_set
from tressons_kit.services import Services, open_services

TEXTS = (
    IndexedText("C01", "L’épicerie du bourg", "Un commerce tenu par ses clients.", "Des habitants."),
    IndexedText("C02", "Un café", "Un bar.", "On y trouve une épicerie, et des maraîchers."),
)


@pytest.fixture(scope="module")
def engines(real_kit: Path) -> Iterator[tuple[Engine, ...]]:
    """Open every engine once for a module: texts are asked by hundreds."""
    with ExitStack() as opened:
        services = opened.enter_context(closing(open_services(real_kit)))
        texts = texts_of(services)
        yield (
            KitEngine(services),
            *(opened.enter_context(closing(engine)) for engine in _references(texts)),
        )


def _references(texts: tuple[IndexedText, ...]) -> tuple[PlainEngine | WhooshEngine, ...]:
    return (
        PlainEngine(texts, "AND", prefix=False),
        PlainEngine(texts, "OR", prefix=True),
        WhooshEngine(texts, "AND"),
        WhooshEngine(texts, "OR"),
    )


def test_the_texts_of_every_fiche_are_read(real_services: Services) -> None:
    texts = {text.code: text for text in texts_of(real_services)}

    assert "Railcoop" in texts["C01"].title
    assert "Bordeaux-Lyon" in texts["C01"].summary
    assert "SNCF Réseau" in texts["C01"].body


def test_every_engine_finds_a_name(engines: tuple[Engine, ...]) -> None:
    assert [engine.search("ardelaine")[0] for engine in engines] == ["C05"] * len(engines)


def test_plain_fts5_folds_accents_and_knows_no_french() -> None:
    with closing(PlainEngine(TEXTS, "AND", prefix=False)) as engine:
        assert engine.search("epicerie") == ["C01", "C02"]
        assert engine.search("épicerie café") == ["C02"]
        assert engine.search("épiceries") == []
        assert engine.search("maraîch") == []


def test_plain_fts5_takes_any_word_or_the_beginning_of_the_last() -> None:
    with closing(PlainEngine(TEXTS, "OR", prefix=True)) as engine:
        assert set(engine.search("épicerie café")) == {"C01", "C02"}
        assert engine.search("maraîch") == ["C02"]


def test_whoosh_knows_french() -> None:
    with closing(WhooshEngine(TEXTS, "AND")) as engine:
        assert set(engine.search("épiceries")) == {"C01", "C02"}
        assert engine.search("épiceries cafés") == ["C02"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_any_text_is_answered(engines: tuple[Engine, ...], text: str) -> None:
    for engine in engines:
        assert len(engine.search(text)) <= 10


@pytest.mark.parametrize(
    "text", ["", "'", '"', "OR", "NOT épicerie", "title:café", "é" * 2000, "(", "*"]
)
def test_syntax_is_text(engines: tuple[Engine, ...], text: str) -> None:
    for engine in engines:
        assert len(engine.search(text)) <= 10


def test_references_answer_in_the_way_that_suits_them_best() -> None:
    queries = parse_judged_set("debut: [{requete: introuvable maraîch, premiere: [C02]}]")

    plain, whoosh = evaluate_references(TEXTS, queries)

    assert (plain.engine, plain.score().success_1) == ("FTS5 OR *", 1)
    assert whoosh.engine.startswith("Whoosh")


def test_scores_are_averages_of_a_class_and_of_a_part() -> None:
    queries = parse_judged_set(
        "mots: [{requete: café, premiere: [C02]}, {requete: absent, premiere: [C01]}]\n"
        "lieux: [{requete: bourg, premiere: [C01]}]"
    )
    with closing(PlainEngine(TEXTS, "AND", prefix=False)) as engine:
        evaluation = evaluate(engine, queries)

    assert evaluation.score("mots").success_1 == 1 / 2
    assert evaluation.score("lieux").mrr == 1
    assert evaluation.score().success_3 == pytest.approx(2 / 3)
    assert evaluation.score("sigles").count == 0
