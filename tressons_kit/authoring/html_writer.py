"""A tree of elements → the HTML subset of kits, and the plain text that people search and hear.

Only the tags below are ever written; the text of any other element is kept without it.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tressons_kit.authoring.sources import is_web_address
from tressons_kit.domain.codes import is_canonical
from tressons_kit.foundation.typography import NARROW_SPACE, french

ALLOWED = frozenset(
    "p ul ol li strong em blockquote h3 h4 table thead tbody tr th td code pre br sup a hr".split(" ")
)
"""Tags of prose; figures, sections and details are written by `rendering.py` itself."""

_HEADINGS = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
_EMPTY = frozenset({"br", "hr"})
_BLOCKS = frozenset("p li blockquote h3 h4 table tr pre ul ol thead tbody hr".split(" "))
_ALIGNMENTS = frozenset({"left", "center", "right"})
_BLANKS = re.compile(r" {2,}")
_LINE_END = re.compile(r"[ ]*\n[ ]*")
_CELLS = frozenset({"th", "td"})


def escape(text: str) -> str:
    """Make a text harmless in HTML, in an attribute too."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def set_typography(root: Element) -> None:
    """Set every text of a tree as French print does, except code."""
    for element in root:
        if element.tag not in {"code", "pre"}:
            if element.text:
                element.text = _set(element.text)
            set_typography(element)
        if element.tail:
            element.tail = _set(element.tail.lstrip(" \n") if element.tag == "br" else element.tail)


def _set(text: str) -> str:
    return french(_LINE_END.sub(" ", text) if "\n" in text else text)


def to_html(root: Element) -> str:
    """Write the inside of an element."""
    pieces: list[str] = []
    _write_inside(root, pieces)
    return "".join(pieces).strip()


def _write_inside(parent: Element, pieces: list[str]) -> None:
    if parent.text:
        pieces.append(escape(parent.text))
    previous = ""
    for element in parent:
        if element.tag == previous == "sup":
            # Notes 1 and 6 side by side must not read 16.
            pieces.append(NARROW_SPACE)
        _write(element, pieces)
        previous = "" if element.tail else element.tag
        if element.tail:
            pieces.append(escape(element.tail))


def _write(element: Element, pieces: list[str]) -> None:
    tag = _HEADINGS.get(element.tag, element.tag)
    attributes = _attributes(tag, element)
    if tag not in ALLOWED or attributes is None:
        _write_inside(element, pieces)
    elif tag in _EMPTY:
        pieces.append(f"<{tag}/>")
    else:
        pieces.append(f"<{tag}{attributes}>")
        _write_inside(element, pieces)
        pieces.append(f"</{tag}>")


def _attributes(tag: str, element: Element) -> str | None:
    """Return the attributes of an element, or None when it must not be written."""
    if tag == "table":
        return ' class="tableau"'
    if tag == "a":
        target = link_target(element.get("href", ""))
        return f' href="{escape(target)}"' if target else None
    if tag in _CELLS and element.get("align") in _ALIGNMENTS:
        return f' align="{element.get("align")}"'
    return ""


def link_target(written: str) -> str:
    """Return where a link goes in a kit: a fiche, a source, the web, a mailbox; else nothing."""
    if is_canonical(written):
        return f"fiche:{written}"
    if written.startswith(("source:", "mailto:")) or is_web_address(written):
        return written
    return ""


def to_lines(root: Element) -> list[str]:
    """Return the text as it is read aloud: a line for each paragraph, item or row; no notes."""
    lines: list[str] = []
    _gather(root, lines)
    return [line for line in (_BLANKS.sub(" ", line).strip() for line in lines) if line]


def _gather(element: Element, lines: list[str]) -> None:
    if element.tag == "tr":
        cells = ("".join(_words(cell)).strip() for cell in element)
        lines.append(" ; ".join(cell for cell in cells if cell))
        return
    lines.append(element.text or "")
    for child in element:
        tag = _HEADINGS.get(child.tag, child.tag)
        if tag in _BLOCKS:
            _gather(child, lines)
            lines.append(child.tail or "")
        else:
            lines[-1] += "".join(_words(child)) + (child.tail or "")


def _words(element: Element) -> Iterator[str]:
    if element.tag == "sup":
        return
    if element.tag == "br":
        yield " "
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
