"""A comparison as text for a terminal: a column a fiche, rows aligned."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tressons_kit.cli.flowing_text import flowing_text
from tressons_kit.domain.comparison import Comparison, FacetRow
from tressons_kit.domain.fiche import KeyFigure
from tressons_kit.foundation.texts import Texts

_GAP = "  "
_NARROWEST = 24


def comparison_text(comparison: Comparison, width: int, texts: Texts) -> str:
    """Write the whole comparison on lines of that width, wider if columns would be unreadable."""
    count = len(comparison.columns)
    columns = max((width - len(_GAP) * (count - 1)) // count, _NARROWEST)
    return "\n".join(line.rstrip() for line in _lines(comparison, columns, texts))


def _lines(comparison: Comparison, width: int, texts: Texts) -> Iterator[str]:
    count = len(comparison.columns)
    fiches = [column.fiche for column in comparison.columns]
    heads = [f"{column.fiche.code} · {column.fiche.title}" for column in comparison.columns]
    yield from _row([_wrapped(head, width) for head in heads], width)
    yield from _row([_wrapped(column.place, width) for column in comparison.columns], width)
    yield _GAP.join(["=" * width] * count)
    yield from _row([_wrapped(fiche.summary, width) for fiche in fiches], width)
    yield from _title(texts("Ce qui diffère"))
    for row in comparison.differing:
        yield row.label
        yield from _row([_facet(values, row, width, texts) for values in row.values], width)
        yield ""
    yield from _figures(comparison, width, texts)
    if comparison.alike:
        yield from _title(texts("Ce qui est pareil"))
        for row in comparison.alike:
            yield texts("{} : {}").format(row.label, ", ".join(row.values[0]))
    for part in comparison.parts:
        yield from _title(part.title)
        cells = [
            flowing_text(section.html, width, texts).split("\n")
            if section
            else [texts("(pas de partie à ce nom)")]
            for section in part.sections
        ]
        yield from _row(cells, width)


def _title(words: str) -> Iterator[str]:
    yield ""
    yield words
    yield "-" * len(words)


def _facet(values: Sequence[str], row: FacetRow, width: int, texts: Texts) -> list[str]:
    """Write a label a line; « * » marks what the other fiches do not all say."""
    if not values:
        return ["  " + texts("(non précisé)")]
    signs = [f"{' ' if value in row.shared else '*'} {value}" for value in values]
    return [line for sign in signs for line in _wrapped(sign, width, "  ")]


def _figures(comparison: Comparison, width: int, texts: Texts) -> Iterator[str]:
    if not any(column.fiche.figures for column in comparison.columns):
        return
    yield from _title(texts("Chiffres clés"))
    for row in comparison.figures:
        yield from _row([_figure(figure, width, texts) for figure in row.figures], width)
        yield ""
    others = [
        [line for figure in figures for line in _figure(figure, width, texts)]
        for figures in comparison.other_figures
    ]
    yield from _row(others, width)


def _figure(figure: KeyFigure | None, width: int, texts: Texts) -> list[str]:
    if figure is None:
        return [texts("(pas de chiffre)")]
    dated = f" ({figure.date})" if figure.date else ""
    return _wrapped(f"{figure.value} {figure.label}{dated}", width, "  ")


def _row(cells: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Set cells side by side, as many lines as the tallest has."""
    for lines in zip_longest(*cells, fillvalue=""):
        yield _GAP.join(f"{line:<{width}}" for line in lines)


def _wrapped(text: str, width: int, following: str = "") -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=following) or [""]
