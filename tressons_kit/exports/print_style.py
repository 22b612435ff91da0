"""The look of paper: sizes in tenths of a point, black on white, one hue for the type of the fiche.

A tenth of a point is fine enough for whole numbers to place everything, and Qt then lays the text out
the same on every machine, whatever its screen. The hue is never the only signal: a page copied in
black and white says as much.
"""

from tressons_kit.domain.fiche_types import FicheType

FAMILY = "Atkinson Hyperlegible Next"

POINT = 10
"""Units in a point."""
INCH = 72 * POINT
MILLIMETRE = INCH / 25.4

INK, SOFT_INK, LINE, PALE = "#000000", "#474747", "#9A9A9A", "#F0F0EC"

CHART_INKS = {"#1f2a24": INK, "#55625b": SOFT_INK, "#e4dfd3": LINE}
"""What the colours of charts become on paper (docs/format-du-kit.md); their accent takes the hue."""
CHART_ACCENT = "#2f6b4f"

TYPE_INKS: dict[FicheType, str] = {
    FicheType.CASE: "#2F6B4F",
    FicheType.PORTRAIT: "#4F7029",
    FicheType.LEVER: "#A84B0B",
    FicheType.ORGANISATION_FORM: "#34559B",
    FicheType.SCHEME: "#7D5A00",
    FicheType.ACTOR: "#74408A",
    FicheType.MONOGRAPH: "#1B6B7B",
    FicheType.REFERENCE: "#6A4D2F",
    FicheType.PRACTICE: "#9E2F47",
    FicheType.ARGUMENT: "#A3246B",
    FicheType.HANDBOOK: "#45546A",
    FicheType.SESSION: "#146356",
    FicheType.NOTE: "#474747",
}
"""Dark enough to be read on white, and to stay dark once copied in grey."""

TEXT, SMALL, TINY = 110, 95, 85
HEADING, PART, TITLE = 120, 145, 230
"""Sizes of type: text in 11 points, sources and tables in 9.5, head and foot of pages in 8.5."""


def print_style(hue: str, *, tight: bool = False) -> str:
    """Write the style sheet of a printed fiche, `tight` to hold on one page; Qt reads some CSS only."""
    title, above_part, above_end = (200, 120, 60) if tight else (TITLE, 190, 140)
    return f"""
body {{ font-size: {TEXT}px; color: {INK}; }}
p, li {{ line-height: 112%; }}
p {{ margin: 0 0 70px 0; }}
li {{ margin: 0 0 35px 0; }}
ul, ol {{ margin: 0 0 70px 0; }}
h1 {{ font-size: {title}px; font-weight: 700; margin: 40px 0 70px 0; line-height: 96%; }}
h2 {{ font-size: {PART}px; font-weight: 700; color: {hue}; margin: {above_part}px 0 60px 0; }}
h3 {{ font-size: {HEADING}px; font-weight: 700; margin: 110px 0 40px 0; }}
h4 {{ font-size: {TEXT}px; font-weight: 700; margin: 80px 0 30px 0; }}
a {{ color: {INK}; text-decoration: none; }}
a.web {{ text-decoration: underline; }}
sup a {{ color: {hue}; font-weight: 700; }}
pre {{ margin: 0 0 70px 0; font-size: {SMALL}px; }}
blockquote {{ margin: 0 0 70px 200px; color: {SOFT_INK}; }}
.kind {{ font-size: {TEXT}px; color: {SOFT_INK}; margin: 0; }}
.summary {{ font-size: {HEADING}px; margin: 0 0 90px 0; }}
.tags {{ font-size: {SMALL}px; color: {SOFT_INK}; margin: 0 0 20px 0; line-height: 108%; }}
.label {{ font-size: {TINY}px; font-weight: 700; color: {SOFT_INK}; margin: 0 0 25px 0; }}
.value {{ font-size: {PART}px; font-weight: 700; color: {hue}; margin: 0; line-height: 96%; }}
.wordy {{ font-size: {HEADING}px; font-weight: 700; color: {hue}; margin: 0; line-height: 98%; }}
.what {{ font-size: {SMALL}px; margin: 10px 0 0 0; line-height: 102%; }}
.dated {{ font-size: {TINY}px; color: {SOFT_INK}; margin: 8px 0 0 0; }}
.key {{ font-size: {HEADING}px; font-weight: 500; margin: 0 0 30px 0; }}
.source {{ font-size: {SMALL}px; margin: 0; line-height: 106%; }}
.address {{ font-size: {TINY}px; color: {SOFT_INK}; }}
.related {{ font-size: {SMALL}px; margin: 0 0 40px 0; line-height: 106%; }}
.caption {{ font-size: {TINY}px; color: {SOFT_INK}; }}
.run-in {{ font-size: {TINY}px; color: {SOFT_INK}; margin: {above_end}px 0 0 0; line-height: 104%; }}
.colophon {{ font-size: {TINY}px; color: {SOFT_INK}; margin: {above_end}px 0 0 0; line-height: 104%; }}
.tableau td, .tableau th {{
    padding: 40px 50px; font-size: {SMALL}px; border-bottom: 5px solid {LINE}; vertical-align: top;
}}
.tableau th {{ background-color: {PALE}; font-weight: 700; text-align: left; }}
"""
