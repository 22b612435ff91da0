"""How a query was read, and what to try instead, in the words of the terminal."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tressons_kit.cli import answers, remarks
from tressons_kit.domain.query import (
    Correction,
    Drop,
    FilterOffer,
    LiftedFilter,
    Meaning,
    NearTerm,
    Query,
    Results,
    Suggestions,
    Understood,
)
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.services import Services, open_services

PARTIAL = Results(
    Query("prêter une epicerei type:cas"),
    (1, 2),
    {},
    terms=("prêter", "épicerie"),
    corrections=(Correction("epicerei", "épicerie"),),
    missing={1: ("prêter",), 2: ("prêter", "épicerie")},
    drops=(Drop("prêter", "une epicerei type:cas", 1200),),
    understood=(Understood("type : étude de cas", "prêter une epicerei"),),
    offers=(FilterOffer("departement", "46", "Lot", 1, "prêter une epicerei"),),
    meanings=(Meaning("Scic", "société coopérative d’intérêt collectif"),),
)


@pytest.fixture
def services(small_kit: Path) -> Iterator[Services]:
    opened = open_services(small_kit)
    yield opened
    opened.close()


def test_an_answer_says_how_it_was_read(services: Services) -> None:
    assert list(answers.summary(PARTIAL, services, FRENCH, None)) == [
        "2 fiches.",
        "Résultats pour « prêter une épicerie type:cas »."
        " Pour chercher « prêter une epicerei type:cas » : --tel-quel.",
        "Compris : type : étude de cas.",
        "Scic : société coopérative d’intérêt collectif.",
        "Aucune fiche n’a tous les mots.",
        "Sans « prêter » : 1\u202f200 fiches.",
    ]


def test_a_result_says_which_words_it_has_not(services: Services) -> None:
    lines = [
        line for line in answers.as_lines(PARTIAL, services, FRENCH, None) if not line.startswith(" ")
    ]

    assert lines[0].endswith("Figeac (Lot) · sans : prêter")
    assert lines[1].endswith(" · sans : prêter, épicerie")


def test_a_fiche_that_has_all_the_words_is_not_denied() -> None:
    said = list(remarks.reading(replace(PARTIAL, missing={2: ("prêter",)}), FRENCH))

    assert "Aucune fiche n’a tous les mots." not in said


def test_json_carries_every_remark(services: Services) -> None:
    told = json.loads(answers.as_json(PARTIAL, services, None))

    assert told["corrections"] == [{"typed": "epicerei", "spelling": "épicerie"}]
    assert told["understood"][0]["label"] == "type : étude de cas"
    assert told["meanings"][0]["acronym"] == "Scic"
    assert told["drops"][0]["count"] == 1200
    assert told["offers"][0]["term"] == "46"
    assert [fiche["missing"] for fiche in told["fiches"]] == [
        ["prêter"],
        ["prêter", "épicerie"],
    ]


def test_what_to_try_comes_in_the_order_of_what_helps_most() -> None:
    suggestions = Suggestions(
        ("épicerie", 12),
        (Drop("prêter", "épicerie", 4),),
        (LiftedFilter("themes", "mobilite", "Mobilité", 1),),
        (NearTerm("Épicerie solidaire", "Un commerce."),),
    )

    assert list(remarks.next_steps(suggestions, FRENCH)) == [
        "Essayez « épicerie » : 12 fiches.",
        "Sans « prêter » : 4 fiches.",
        "Sans le filtre « Mobilité » : 1 fiche.",
        "Au glossaire : Épicerie solidaire. Un commerce.",
    ]
