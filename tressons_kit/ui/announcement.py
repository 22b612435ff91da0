"""Tells screen readers what just changed, where nothing that they follow says it.

One politeness for all: an announcement waits for what is being said and never cuts it. What changes at
each letter is told by a `PatientVoice`, once, after a pause.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

_PAUSE = 500
"""Milliseconds without anything new: a slow typist is between two letters."""


def announce(widget: QWidget, words: str) -> None:
    """Have some words read aloud, if anything reads the screen."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - heavy

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell_selection(page: QWidget, cursor: QTextCursor) -> None:
    """Tell that the keyboard came to a passage of a page, where Qt does not."""
    from PySide6.QtGui import QAccessible, QAccessibleTextSelectionEvent  # noqa: PLC0415 - heavy

    if QAccessible.isActive():
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(page, start, end))


class PatientVoice(QObject):
    """Says the last of what it is told, once nothing new came for a moment, where it is on show."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._words = widget, ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._speak)

    def say(self, words: str) -> None:
        """Say this, unless something else is to be said first."""
        self._words = words
        self._pause.start()

    def add(self, words: str) -> None:
        """Say this too, after what is still to be said."""
        self.say(f"{self._words}, {words}" if self._pause.isActive() else words)

    def say_now(self, words: str) -> None:
        """Say this at once: it was asked for by a key; what was to be said is out of date."""
        self._pause.stop()
        announce(self._widget, words)

    def _speak(self) -> None:
        if self._widget.isVisible():
            announce(self._widget, self._words)
