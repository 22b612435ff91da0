"""The style sheet of the page; Qt reads a part of CSS only."""

from tressons_kit.ui.theme import (
    BODY,
    DISPLAY,
    HEADING,
    READING,
    SMALL,
    TITLE,
    Palette,
    pixels,
)


def reader_style(palette: Palette, scale: float) -> str:
    """Write the style sheet of the page for a palette and a text size."""
    p = palette
    small, body, reading, heading, title, display = (
        pixels(size, scale) for size in (SMALL, BODY, READING, HEADING, TITLE, DISPLAY)
    )
    return f"""
body {{ font-size: {reading}px; color: {p.ink}; }}
p, li {{ line-height: 122%; }}
p {{ margin: 0 0 {reading * 2 // 3}px 0; }}
li {{ margin: 0 0 {reading // 3}px 0; }}
h1 {{ font-size: {display}px; font-weight: 700; margin: 6px 0 10px 0; line-height: 96%; }}
h2 {{ font-size: {title}px; font-weight: 700; margin: {title + 8}px 0 10px 0; }}
h3 {{ font-size: {heading}px; font-weight: 700; margin: {heading}px 0 6px 0; }}
h4 {{ font-size: {reading}px; font-weight: 700; }}
a {{ color: {p.accent}; text-decoration: underline; }}
sup a {{ text-decoration: none; font-weight: 700; }}
.quiet {{ color: {p.soft_ink}; text-decoration: none; }}
.late {{ color: {p.focus}; text-decoration: none; font-weight: 700; }}
.meta {{ font-size: {body}px; color: {p.soft_ink}; margin: 0; }}
.summary {{ font-size: {heading}px; line-height: 114%; }}
.small {{ font-size: {small}px; color: {p.soft_ink}; }}
.foot {{ font-size: {small}px; color: {p.soft_ink}; margin: 0; line-height: 104%; }}
.tags {{ font-size: {body}px; color: {p.soft_ink}; }}
.fresh {{ font-size: {body}px; color: {p.soft_ink}; }}
.label {{ font-size: {small}px; font-weight: 700; color: {p.soft_ink}; margin: 0 0 4px 0; }}
.value {{ font-size: {title}px; font-weight: 700; color: {p.accent}; margin: 0; line-height: 100%; }}
.wordy {{ font-size: {reading}px; font-weight: 700; color: {p.accent}; margin: 0; line-height: 104%; }}
.what {{ font-size: {body}px; margin: 0 0 4px 0; line-height: 104%; }}
.key {{ font-size: {heading}px; font-weight: 500; margin: 0; line-height: 114%; }}
.rest {{ font-size: {body}px; margin: 0 0 4px 0; }}
.tableau td, .tableau th {{
    padding: 7px 9px; font-size: {body}px; border-bottom: 1px solid {p.line}; vertical-align: top;
}}
.tableau th {{
    background-color: {p.hover}; font-weight: 700; text-align: left;
    border-bottom: 2px solid {p.outline};
}}
figcaption, .caption {{ font-size: {small}px; color: {p.soft_ink}; }}
blockquote {{ margin-left: 24px; color: {p.soft_ink}; }}
"""
