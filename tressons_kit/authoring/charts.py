"""Charts drawn when the kit is compiled, in colours that the reader replaces by those of its theme.

Matplotlib takes most of a second to import: only when there is a chart to draw. The drawing holds no
date, no random name and no text, only paths: the same chart gives the same bytes, and needs no font.
"""

import io
import re
from functools import cache

from tressons_kit.authoring.chart_data import Chart, ChartShape
from tressons_kit.authoring.chart_style import INK, TEXT_SIZE
from tressons_kit.foundation.paths import resources

_DEFAULT_FONT = "DejaVu Sans"  # comes with Matplotlib, so it is the same everywhere
# What Matplotlib writes and no reader needs; a DOCTYPE is what we refuse from authors.
_HEADER = re.compile(r"<\?xml.*?(?=<svg)", re.DOTALL)
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_POINT_SIZE = re.compile(r'\b(width|height)="([\d.]+)pt"')


def draw_chart(chart: Chart) -> bytes:
    """Return the SVG of a chart, 640 px wide."""
    import matplotlib as mpl  # noqa: PLC0415 - see above

    from tressons_kit.authoring import chart_figures  # noqa: PLC0415

    with mpl.rc_context(
        {
            "svg.fonttype": "path",
            "svg.hashsalt": "tressons-kit",
            "font.family": _font_family(),
            "font.size": TEXT_SIZE,
            "text.color": INK,
            "text.parse_math": False,
        }
    ):
        draw = chart_figures.bars if chart.shape is ChartShape.BARS else chart_figures.upright
        stream = io.BytesIO()
        draw(chart).savefig(
            stream, format="svg", transparent=True, metadata={"Date": None, "Creator": None}
        )
    return _cleaned(stream.getvalue().decode("utf-8")).encode("utf-8")


@cache
def _font_family() -> str:
    """Register the fonts of the program, and return the family to draw with."""
    from matplotlib import font_manager  # noqa: PLC0415

    family = _DEFAULT_FONT
    for path in sorted((resources() / "fonts").glob("*.ttf")):
        font_manager.fontManager.addfont(path)
        if path.stem.endswith("Regular"):
            family = font_manager.FontProperties(fname=path).get_name()
    return family


def _cleaned(svg: str) -> str:
    svg = _METADATA.sub("", _HEADER.sub("", svg, count=1))
    # A figure is laid out at 72 points an inch, so that one point is one pixel.
    return _POINT_SIZE.sub(r'\1="\2"', svg, count=2)
