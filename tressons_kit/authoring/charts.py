"""Charts drawn when the kit is compiled, in colours that the reader replaces by those of its theme.

Matplotlib takes most of a second to import: only when there is a chart to draw. The drawing holds no
date, no random name and no text, only paths: the same chart gives the same bytes, and needs no font.
"""

import io
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

from tressons_kit.authoring.chart_data import Chart, ChartShape
from tressons_kit.foundation.paths import resources

INK, SOFT, LINE, ACCENT = "#1F2A24", "#55625B", "#E4DFD3", "#2F6B4F"
"""The four colours of every chart. Readers put their own in place: `docs/format-du-kit.md`."""

_POINTS = 72
_WIDTH = 640 / _POINTS
_TITLE_WIDTH, _LABEL_WIDTH, _COLUMN_LABEL_WIDTH = 62, 26, 14
_LINE_HEIGHT = 0.24
_TITLE_SIZE, _TEXT_SIZE = 15, 13


def draw_chart(chart: Chart) -> bytes:
    """Return the SVG of a chart, 640 px wide."""
    with _style():
        from matplotlib.figure import Figure  # noqa: PLC0415 - see above

        title = textwrap.wrap(chart.title, _TITLE_WIDTH)
        if chart.shape is ChartShape.BARS:
            figure = _bars(Figure, chart, title)
        else:
            figure = _upright(Figure, chart, title)
        stream = io.BytesIO()
        figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return stream.getvalue()


def number_in_french(value: float, unit: str) -> str:
    """Write a value as people read it: 13,9 %, 1 417."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    # The last two decimals of a price are both written: 42,50 €.
    if unit.startswith("€") and "." in text and len(text.rpartition(".")[2]) == 1:
        text += "0"
    text = text.replace(",", "\u202f").replace(".", ",").replace("-", "\u2212")
    return f"{text}\u00a0{unit}" if unit else text


def _style() -> Any:
    import matplotlib as mpl  # noqa: PLC0415

    return mpl.rc_context(
        {
            "svg.fonttype": "path",
            "svg.hashsalt": "tressons-kit",
            "font.family": _font_family(),
            "font.size": _TEXT_SIZE,
            "text.color": INK,
            "axes.unicode_minus": True,
            "text.usetex": False,
            "text.parse_math": False,
        }
    )


@cache
def _font_family() -> str:
    """Register the fonts of the program, and return the family to draw with."""
    from matplotlib import font_manager  # noqa: PLC0415

    family = "DejaVu Sans"
    for path in sorted(Path(resources() / "fonts").glob("*.ttf")):
        font_manager.fontManager.addfont(path)
        if "Regular" in path.name:
            family = font_manager.FontProperties(fname=path).get_name()
    return family


def _title(figure: Any, lines: list[str], height: float) -> None:
    figure.text(
        0, 1 - 0.04 / height, "\n".join(lines), ha="left", va="top", size=_TITLE_SIZE, weight="bold",
        linespacing=1.25,
    )  # fmt: skip


def _plain_axes(figure: Any, box: tuple[float, float, float, float]) -> Any:
    axes = figure.add_axes(box)
    axes.set_facecolor("none")
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelcolor=INK, pad=8)
    return axes


def _bars(make_figure: Any, chart: Chart, title: list[str]) -> Any:
    labels = [textwrap.wrap(label, _LABEL_WIDTH) or [""] for label, _ in chart.values]
    values = [value for _, value in chart.values]
    head = 0.18 + _LINE_HEIGHT * 1.15 * len(title)
    row = 0.24 + _LINE_HEIGHT * max(len(lines) for lines in labels)
    height = head + row * len(values)
    figure = make_figure(figsize=(_WIDTH, height))
    _title(figure, title, height)
    label_share = min(0.36, 0.03 + 0.0125 * max(len(line) for lines in labels for line in lines))
    axes = _plain_axes(figure, (label_share, 0, 0.985 - label_share, 1 - head / height))
    positions = range(len(values))
    axes.barh(positions, values, height=0.34 / row, color=ACCENT, linewidth=0)
    axes.set_yticks(positions, ["\n".join(lines) for lines in labels])
    axes.set_xticks([])
    axes.set_ylim(len(values) - 0.5, -0.5)
    span = (max(*values, 0) - min(*values, 0)) or 1
    # Room at the end of the longest bar for its value.
    axes.set_xlim(min(*values, 0), max(*values, 0) + 0.2 * span)
    axes.axvline(0, color=SOFT, linewidth=1)
    for position, value in zip(positions, values, strict=True):
        axes.text(
            max(value, 0) + 0.012 * span, position, number_in_french(value, chart.unit),
            va="center", ha="left", weight="bold",
        )  # fmt: skip
    return figure


def _upright(make_figure: Any, chart: Chart, title: list[str]) -> Any:
    labels = [textwrap.wrap(label, _COLUMN_LABEL_WIDTH) or [""] for label, _ in chart.values]
    values = [value for _, value in chart.values]
    head = 0.3 + _LINE_HEIGHT * 1.15 * len(title)
    foot = 0.2 + _LINE_HEIGHT * max(len(lines) for lines in labels)
    height = head + 2.9 + foot
    figure = make_figure(figsize=(_WIDTH, height))
    _title(figure, title, height)
    axes = _plain_axes(figure, (0.01, foot / height, 0.98, 2.9 / height))
    positions = range(len(values))
    if chart.shape is ChartShape.COLUMNS:
        axes.bar(positions, values, width=0.55, color=ACCENT, linewidth=0)
    else:
        axes.plot(positions, values, color=ACCENT, linewidth=2.5, marker="o", markersize=7)
    axes.set_xticks(positions, ["\n".join(lines) for lines in labels])
    axes.set_yticks([])
    axes.set_xlim(-0.5, len(values) - 0.5)
    span = (max(*values, 0) - min(*values, 0)) or 1
    axes.set_ylim(min(*values, 0), max(*values, 0) + 0.14 * span)
    axes.axhline(0, color=SOFT, linewidth=1)
    for position, value in zip(positions, values, strict=True):
        axes.text(
            position, max(value, 0) + 0.03 * span, number_in_french(value, chart.unit),
            va="bottom", ha="center", weight="bold",
        )  # fmt: skip
    return figure
