"""Narrow no-break spaces in Qt's rich text.

Qt's HTML turns every blank but the wide no-break space into an ordinary one: « 14 838 » could be cut
by the end of a line. So the page carries another sign in their place, which no text uses, and the
spaces are set in the document itself.
"""

from PySide6.QtGui import QTextCursor, QTextDocument

from tressons_kit.foundation.typography import NARROW_SPACE

_HELD = "\ue000"


def hold_narrow_spaces(html: str) -> str:
    """Put the sign where a page has narrow spaces."""
    return html.replace(NARROW_SPACE, _HELD)


def set_narrow_spaces(document: QTextDocument) -> None:
    """Put the narrow spaces where a document has the sign."""
    edit = QTextCursor(document)
    edit.beginEditBlock()
    found = document.find(_HELD, 0)
    while not found.isNull():
        # With its own format: a space between two calls of notes must belong to neither.
        found.insertText(NARROW_SPACE, found.charFormat())
        found = document.find(_HELD, found)
    edit.endEditBlock()
