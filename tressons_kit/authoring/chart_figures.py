"""How each shape of chart is laid out. Importing this module imports Matplotlib.

Sizes are in inches of 72 points, a point being a pixel of the reader.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

from tressons_kit.authoring.chart_data import Chart, ChartShape
from tressons_kit.authoring.chart_style import (
    ACCENT,
    INK,
    LINE,
    SOFT,
    TEXT_SIZE,
    TITLE_SIZE,
    number_in_french,
)

_WIDTH = 640 / 72
_TITLE_LETTERS = 66
_LABEL_LETTERS = 28
_LETTER = 0.094
"""The mean width of a letter of a label, at TEXT_SIZE."""
_LINE = 0.235
"""The height of a line of label."""
_BAR = 0.33
_PLOT_HEIGHT = 2.7
_MANY = 8
_SMALL_SIZE = 10


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A figure with its title drawn, and the height that is left below the title."""

    figure: Figure
    height: float
    left: float


def bars(chart: Chart) -> Figure:
    """Draw horizontal bars, one under the other, each as tall as its label needs."""
    labels = [textwrap.wrap(label, _LABEL_LETTERS) for label, _ in chart.values]
    values = [value for _, value in chart.values]
    rows = [max(_BAR + 0.13, _LINE * len(lines) + 0.16) for lines in labels]
    sheet = _sheet(chart.title, sum(rows))
    label_width = (_LETTER * max(len(line) for lines in labels for line in lines) + 0.2) / _WIDTH
    axes = _axes(sheet, (label_width, 0, 0.99 - label_width, sheet.left / sheet.height))
    middles = [sum(rows[:index]) + row / 2 for index, row in enumerate(rows)]
    axes.barh(middles, values, height=_BAR, color=ACCENT, linewidth=0)
    axes.set_yticks(middles, ["\n".join(lines) for lines in labels])
    axes.set_xticks([])
    axes.set_ylim(sum(rows), 0)
    low, high, span = _extent(values)
    # Room at the ends for the values.
    axes.set_xlim(low - (0.16 * span if low < 0 else 0), high + 0.16 * span)
    axes.axvline(0, color=SOFT, linewidth=1)
    for middle, value in zip(middles, values, strict=True):
        axes.text(
            value + (0.012 if value >= 0 else -0.012) * span,
            middle,
            number_in_french(value, chart.unit),
            va="center_baseline",
            ha="left" if value >= 0 else "right",
            weight="bold",
        )
    return sheet.figure


def upright(chart: Chart) -> Figure:
    """Draw columns, or a curve: values from left to right."""
    values = [value for _, value in chart.values]
    size = _SMALL_SIZE if len(values) > _MANY else TEXT_SIZE
    letters = int(0.95 * _WIDTH / len(values) / (_LETTER * size / TEXT_SIZE))
    labels = [textwrap.wrap(label, letters) for label, _ in chart.values]
    foot = 0.16 + _LINE * max(len(lines) for lines in labels)
    sheet = _sheet(chart.title, _PLOT_HEIGHT + foot)
    axes = _axes(sheet, (0, foot / sheet.height, 1, _PLOT_HEIGHT / sheet.height))
    axes.tick_params(labelsize=size)
    positions = range(len(values))
    axes.set_xticks(positions, ["\n".join(lines) for lines in labels])
    axes.set_yticks([])
    axes.set_xlim(-0.5, len(values) - 0.5)
    if chart.shape is ChartShape.COLUMNS:
        _columns(axes, chart, values, size)
    else:
        _curve(axes, chart, values, size)
    return sheet.figure


def _columns(axes: Any, chart: Chart, values: Sequence[float], size: int) -> None:
    low, high, span = _extent(values)
    axes.set_ylim(low - (0.12 * span if low < 0 else 0), high + 0.18 * span)
    axes.bar(range(len(values)), values, width=0.55, color=ACCENT, linewidth=0)
    axes.axhline(0, color=SOFT, linewidth=1)
    for position, value in enumerate(values):
        _value_label(axes, chart, (position, value), size, above=value >= 0)


def _curve(axes: Any, chart: Chart, values: Sequence[float], size: int) -> None:
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or 1
    axes.set_ylim(low - 0.22 * span, high + 0.18 * span)
    axes.plot(
        range(len(values)), values, color=ACCENT, linewidth=2.5, marker="o", markersize=7, zorder=3
    )
    # A curve shows a change: it has no zero to stand on, so its base is only a light line.
    axes.axhline(low - 0.22 * span, color=LINE, linewidth=2)
    for position, value in enumerate(values):
        around = values[max(0, position - 1) : position + 2]
        # In a hollow the curve rises on both sides: the value goes below.
        in_hollow = value == min(around) and max(around) > value and 0 < position < len(values) - 1
        _value_label(axes, chart, (position, value), size, above=not in_hollow)


def _value_label(
    axes: Any, chart: Chart, point: tuple[float, float], size: int, *, above: bool
) -> None:
    axes.annotate(
        number_in_french(point[1], chart.unit),
        point,
        xytext=(0, 7 if above else -7),
        textcoords="offset points",
        va="bottom" if above else "top",
        ha="center",
        weight="bold",
        size=size,
    )


def _sheet(title: str, left: float) -> _Sheet:
    lines = textwrap.wrap(title, _TITLE_LETTERS)
    head = 0.16 + 0.27 * len(lines)
    height = head + left
    figure = Figure(figsize=(_WIDTH, height))
    figure.text(
        0.002,
        1 - 0.03 / height,
        "\n".join(lines),
        ha="left",
        va="top",
        size=TITLE_SIZE,
        weight="bold",
        linespacing=1.15,
    )
    return _Sheet(figure, height, left)


def _axes(sheet: _Sheet, box: tuple[float, float, float, float]) -> Any:
    axes = sheet.figure.add_axes(box)
    axes.set_facecolor("none")
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelcolor=INK, pad=8)
    return axes


def _extent(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the lowest and highest of values and zero, and the distance between, never nil."""
    low, high = min(*values, 0), max(*values, 0)
    return low, high, (high - low) or 1
