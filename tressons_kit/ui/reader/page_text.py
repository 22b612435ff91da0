"""The page on show → its paragraphs as text, each with its position and its heading."""

import re
from collections.abc import Collection, Iterator, Mapping

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

from tressons_kit.ui.reader.found_places import PagePart, Rank

_PART_LEVEL = 2
_GLUED_NOTE = re.compile(r"[^\W_]\d")
_LARGE_LETTER = re.compile(r"[\U00010000-\U0010ffff]")
_TWO_SIGNS = "\ufffc\ufffc"
_ANSWER_SCHEME = "reponse:"


def page_parts(
    document: QTextDocument, summary: str, sections: Collection[str], answers: Mapping[int, str]
) -> Iterator[PagePart]:
    """Read the page in its order; each folded answer comes after the link that opens it.

    `sections` are the anchors of the fiche's own parts, `answers` the texts that are folded.
    """
    slug = ""
    block = document.begin()
    while block.isValid():
        text = block.text()
        if block.blockFormat().headingLevel() == _PART_LEVEL:
            slug = block_anchor(block) or slug
        if text:
            body = slug in sections or text == summary
            yield PagePart(block.position(), _readable(block), slug, Rank.BODY if body else Rank.AROUND)
            if answers and (number := _answer(block)) in answers:
                end = block.position() + block.length() - 1
                for line in answers[number].split("\n"):
                    yield PagePart(end, line, slug, Rank.FOLDED, number)
        block = block.next()


def block_anchor(block: QTextBlock) -> str:
    """Return the anchor that a paragraph carries, or nothing."""
    return next((name for piece in block.textFormats() for name in _format(piece).anchorNames()), "")


def _answer(block: QTextBlock) -> int:
    """Return the number of the answer that a paragraph opens, or 0."""
    if len(pieces := block.textFormats()) != 1:
        return 0
    link = _format(pieces[0]).anchorHref()
    number = link.removeprefix(_ANSWER_SCHEME)
    return int(number) if link.startswith(_ANSWER_SCHEME) and number.isdigit() else 0


def _readable(block: QTextBlock) -> str:
    """Return the text of a paragraph, calls of notes blanked: « Lot² » is the word « Lot »."""
    # Qt counts the letters beyond the first plane as two: an emoji must not shift the marks after it.
    text = _LARGE_LETTER.sub(_TWO_SIGNS, block.text())
    if not _GLUED_NOTE.search(text):
        return text
    for piece in block.textFormats():
        if _format(piece).verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSuperScript:
            start, length = piece.start, piece.length  # type: ignore[attr-defined]
            text = text[:start] + " " * length + text[start + length :]
    return text


def _format(piece: object) -> QTextCharFormat:
    # Missing from Qt's annotations.
    found: QTextCharFormat = piece.format  # type: ignore[attr-defined]
    return found
