"""The style sheet of a comparison on the screen; Qt reads a part of CSS only."""

from tressons_kit.ui.theme import (
    BODY,
    GAP,
    HEADING,
    READING,
    ROOMY,
    SMALL,
    SNUG,
    TIGHT,
    TITLE,
    WIDE,
    Palette,
    pixels,
)


def comparison_style(palette: Palette, scale: float, hue: str) -> str:
    """Write it for a palette, a text size and the hue of the type compared."""
    p = palette
    small, body, reading, heading, title = (
        pixels(size, scale) for size in (SMALL, BODY, READING, HEADING, TITLE)
    )
    return f"""
body {{ font-size: {body}px; color: {p.ink}; }}
p, li {{ line-height: 120%; }}
p {{ margin: 0 0 {SNUG}px 0; }}
li {{ margin: 0 0 {TIGHT}px 0; }}
h2 {{ font-size: {heading}px; font-weight: 700; margin: {ROOMY}px 0 {TIGHT}px 0; }}
h3 {{ font-size: {reading}px; font-weight: 700; color: {hue}; margin: {TIGHT}px 0 {SNUG}px 0; }}
h4 {{ font-size: {body}px; font-weight: 700; margin: {GAP}px 0 {TIGHT}px 0; }}
a {{ color: {p.accent}; text-decoration: underline; }}
sup a {{ text-decoration: none; font-weight: 700; }}
.cell {{
    padding: {SNUG}px {WIDE}px {SNUG}px 0; vertical-align: top; border-bottom: 1px solid {p.line};
}}
.summary {{ font-size: {reading}px; margin: 0; line-height: 116%; }}
.label {{ font-size: {small}px; font-weight: 700; color: {p.soft_ink}; margin: 0 0 {TIGHT}px 0; }}
.values {{ margin: 0; }}
.shared, .absent, .picture {{ color: {p.soft_ink}; }}
.absent {{ font-style: italic; margin: 0; }}
.same {{ margin: 0 0 {TIGHT}px 0; }}
.value {{ font-size: {title}px; font-weight: 700; color: {p.accent}; margin: 0; line-height: 100%; }}
.wordy {{ font-size: {reading}px; font-weight: 700; color: {p.accent}; margin: 0; line-height: 104%; }}
.what {{ margin: 0; line-height: 104%; }}
.dated {{ font-size: {small}px; color: {p.soft_ink}; margin: 0 0 {GAP}px 0; }}
.key {{ font-size: {reading}px; font-weight: 500; }}
.source {{ font-size: {small}px; color: {p.soft_ink}; margin: 0 0 {TIGHT}px 0; line-height: 108%; }}
blockquote {{ margin-left: {ROOMY}px; color: {p.soft_ink}; }}
"""
