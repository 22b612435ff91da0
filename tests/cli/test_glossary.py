"""`glossaire`: the words of the trade in the terminal."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def define(run: Run, real_kit: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program on the real kit."""
    monkeypatch.setenv("TRESSONS_KIT", str(real_kit))
    return run


def test_a_term_is_defined_with_its_uses_and_its_sources(define: Run) -> None:
    text = define("glossaire", "scic").out

    assert text.startswith("Société coopérative d’intérêt collectif (Scic)\n=====")
    assert "On dit aussi : coopérative d’intérêt collectif," in text
    assert "\nOù c’est employé :\n" in text
    assert "\n  F03 Scic, la société coopérative d’intérêt collectif\n" in text
    assert text.index("Termes voisins :") < text.index("Sources :") < text.index("    https://")


def test_several_words_list_the_terms_that_answer(define: Run) -> None:
    lines = define("glossaire", "zéro", "chôm").out.splitlines()

    assert lines[0] == "Territoires zéro chômeur de longue durée (TZCLD)"
    assert "Coopérative" not in lines


def test_the_whole_glossary_is_listed(define: Run) -> None:
    lines = define("glossaire").out.splitlines()

    assert lines[0] == "Accompagnement"
    assert "Économie sociale et solidaire (ESS)" in lines


def test_an_unknown_word_is_told(define: Run) -> None:
    answer = define("glossaire", "zzzz")

    assert answer.code == 1
    assert "zzzz" in answer.err
    assert not answer.out
