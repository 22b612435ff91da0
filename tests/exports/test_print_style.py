"""The inks of paper."""

import pytest

from tests.ui.test_theme import contrast
from tressons_kit.authoring.chart_style import ACCENT, INK, LINE, SOFT
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.exports import print_style


@pytest.mark.parametrize("kind", FicheType)
def test_each_type_has_an_ink_that_is_read_on_white(kind: FicheType) -> None:
    assert contrast(print_style.TYPE_INKS[kind], "#FFFFFF") >= 4.5


def test_grey_words_are_read_on_white_and_on_the_ground_of_frames() -> None:
    assert contrast(print_style.SOFT_INK, "#FFFFFF") >= 7
    assert contrast(print_style.SOFT_INK, print_style.PALE) >= 7


def test_every_colour_of_charts_has_its_ink() -> None:
    assert {*print_style.CHART_INKS, print_style.CHART_ACCENT} == {INK, SOFT, LINE, ACCENT}
