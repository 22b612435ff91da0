"""A comparison → the pages to print: A4 on its long side, a column a fiche."""

from datetime import date

from tressons_kit.domain.comparison import Comparison
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.exports.comparison_page import ComparisonView, comparison_html
from tressons_kit.exports.print_style import (
    INK,
    LINE,
    PALE,
    SMALL,
    SOFT_INK,
    TINY,
    TYPE_INKS,
    print_style,
)
from tressons_kit.exports.printed_document import PrintedDocument
from tressons_kit.foundation.texts import FRENCH, Texts


def printed_comparison(
    comparison: Comparison, info: KitInfo, taxonomy: Taxonomy, today: date, texts: Texts = FRENCH
) -> PrintedDocument:
    """Write the pages of a comparison, with what is the same unfolded."""
    hue = TYPE_INKS.get(comparison.type, INK)
    origin = f"TRESSONS · {info.title}"
    view = ComparisonView(texts, today, unfolded=True, on_paper=True)
    title = texts("Comparaison : {}").format(", ".join(comparison.codes))
    return PrintedDocument(
        html=comparison_html(comparison, view),
        style=print_style(hue) + _style(hue),
        hue=hue,
        head=(title, origin),
        first_head=(
            f"{title} · {taxonomy.label(TYPE_FACET, comparison.type)}",
            f"{origin} · {texts('version {}').format(info.content_version)}",
        ),
        foot=" · ".join(
            part
            for part in (texts("D’après TRESSONS (Avise, RTES) et les sources citées"), info.licence)
            if part
        ),
        code=texts("Comparaison"),
        title=title,
        author=", ".join(info.authors),
        subject=" ; ".join(column.fiche.title for column in comparison.columns),
        page_words=texts("page {} sur {}"),
        landscape=True,
    )


def _style(hue: str) -> str:
    """Write what a comparison has and a fiche has not; smaller letters for narrower columns."""
    return f"""
body {{ font-size: {SMALL}px; }}
h3 {{ font-size: {SMALL + 10}px; font-weight: 700; color: {hue}; margin: 0 0 35px 0; }}
h4 {{ font-size: {SMALL}px; font-weight: 700; margin: 60px 0 25px 0; }}
.head {{ padding: 40px 120px 40px 0; background-color: {PALE}; border-bottom: 10px solid {hue}; }}
.cell {{ padding: 45px 120px 55px 0; vertical-align: top; border-bottom: 5px solid {LINE}; }}
.column {{ font-size: {SMALL}px; margin: 0; line-height: 102%; }}
.summary {{ font-size: {SMALL}px; margin: 20px 0 0 0; }}
.dated {{ margin: 4px 0 35px 0; }}
.values, .row, .same {{ margin: 0 0 35px 0; line-height: 108%; }}
.shared, .absent, .picture {{ color: {SOFT_INK}; }}
.absent {{ font-style: italic; margin: 0; }}
.picture {{ font-size: {TINY}px; }}
.key {{ font-size: {SMALL}px; font-weight: 500; }}
.source {{ font-size: {TINY}px; margin: 0 0 25px 0; }}
"""
