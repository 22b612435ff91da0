"""What the lens of the glossary reads in the page: prose, never a heading, a link nor a note."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

from tressons_kit.domain.glossary import ReadableText
from tressons_kit.ui.reader.found_places import PagePart, Rank


class Prose(NamedTuple):
    """A paragraph, and where it begins in the document."""

    position: int
    readable: ReadableText


def prose_of(document: QTextDocument, parts: Sequence[PagePart]) -> Iterator[Prose]:
    """Give the paragraphs of a fiche's own parts."""
    for part in parts:
        block = document.findBlock(part.position)
        if part.rank is Rank.BODY and not part.answer and not block.blockFormat().headingLevel():
            yield Prose(part.position, ReadableText(part.text, tuple(_hidden(block))))


def _hidden(block: QTextBlock) -> Iterator[tuple[int, int]]:
    for piece in block.textFormats():
        # Missing from Qt's annotations.
        look: QTextCharFormat = piece.format  # type: ignore[attr-defined]
        start: int = piece.start  # type: ignore[attr-defined]
        note = look.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSuperScript
        # Code alone has a family of its own.
        if look.isAnchor() or note or look.fontFamilies():
            yield start, start + piece.length  # type: ignore[attr-defined]
