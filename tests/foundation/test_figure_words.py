"""When a key figure was true, in words."""

import pytest

from tressons_kit.domain.fiche import KeyFigure, Source
from tressons_kit.foundation.figure_words import figure_date
from tressons_kit.foundation.texts import FRENCH

DATED, UNDATED = Source(1, "Une page", date="mars 2024"), Source(2, "Une autre")


@pytest.mark.parametrize(
    ("figure", "source", "said"),
    [
        (KeyFigure("205", "associés", "2018", 1), DATED, "2018"),
        (KeyFigure("205", "associés", None, 1), DATED, "source : mars 2024"),
        (KeyFigure("205", "associés", None, 2), UNDATED, "sans date"),
        (KeyFigure("205", "associés", None, None), None, "sans date"),
        (KeyFigure("205", "associés en 2018", None, 2), UNDATED, ""),
    ],
)
def test_a_figure_says_when_it_was_true(figure: KeyFigure, source: Source | None, said: str) -> None:
    assert figure_date(figure, source, FRENCH) == said
