"""`docs/format-du-kit.md` says what the program does."""

from pathlib import Path

import pytest

from tressons_kit.authoring.chart_style import ACCENT, INK, LINE, SOFT
from tressons_kit.authoring.html_writer import ALLOWED
from tressons_kit.foundation.index_format import FIELDS
from tressons_kit.foundation.kit_format import (
    APPLICATION_ID,
    FORMAT_VERSION,
    SEARCH_INDEX,
    TABLES,
)

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs/format-du-kit.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*TABLES, SEARCH_INDEX, *FIELDS, INK, SOFT, LINE, ACCENT])
def test_every_table_column_and_colour_is_described(name: str) -> None:
    assert f"`{name}`" in DOCUMENT


@pytest.mark.parametrize("tag", sorted(ALLOWED))
def test_every_tag_is_described(tag: str) -> None:
    assert f"`{tag}`" in DOCUMENT or f"`{tag}/`" in DOCUMENT


def test_the_marks_of_a_kit_are_those_of_the_program() -> None:
    assert f"{APPLICATION_ID:#x}".upper()[2:] in DOCUMENT
    assert f"version du format, {FORMAT_VERSION} |" in DOCUMENT
