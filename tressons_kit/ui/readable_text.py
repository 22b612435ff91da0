"""A page of text that a screen reader can read: line by line if one wishes, links included."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextBrowser, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.announcement import announce, tell_selection

_OBJECT = "\ufffc"


class QTextEdit(QTextBrowser):
    """A page that is only read; with a caret, the arrows go from line to line instead of scrolling.

    Its name is what Qt looks for: it gives a QTextBrowser the role of a label, whose text Orca does
    not read, and a QTextEdit that of a text, which every screen reader does.
    """

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link_words = texts("lien : {}")
        self._copied_words = texts("passage copié")
        self._picture_words = texts("image, l’ouvrir en grand")
        self.setAccessibleDescription(texts("F7 pour lire ligne par ligne avec les flèches."))

    def show_caret(self, *, shown: bool) -> None:
        """Let the arrows move a caret, or scroll."""
        flags = Qt.TextInteractionFlag.TextBrowserInteraction
        if shown:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            announce(self, self._copied_words)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        moved = super().focusNextPrevChild(next)
        cursor = self.textCursor()
        if moved and cursor.hasSelection() and cursor.charFormat().isAnchor():
            # Qt goes to the link without a word.
            tell_selection(self, cursor)
            words = cursor.selectedText().replace(_OBJECT, "").strip()
            announce(self, self.spoken_link(cursor.charFormat().anchorHref(), words))
        return moved

    def spoken_link(self, _address: str, words: str) -> str:
        """Return what is told of a link that the keyboard came to."""
        return self._link_words.format(words or self._picture_words)
