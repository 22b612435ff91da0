"""A line of words and buttons that wraps: what is said above the results, or in place of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.theme import TIGHT

LONGEST = 38
"""Letters: what fits in the narrowest column. A button does not wrap."""

_ELLIPSIS = "…"


class FlowLine(QWidget):
    """Empty and hidden until something is said."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = TIGHT) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=spacing)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        widgets = [self._flow.itemAt(number) for number in range(self._flow.count())]
        found = [item.widget() for item in widgets if item is not None]
        return [widget for widget in found if isinstance(widget, QPushButton)]

    def clear(self) -> None:
        """Take everything away."""
        while self._flow.count():
            widget = self._flow.takeAt(0).widget()
            # Deleted later: it may be the button that was just pressed.
            widget.hide()
            widget.deleteLater()
        self.hide()

    def say(self, text: str, role: str = "small") -> None:
        """Add words."""
        label = QLabel(text)
        # What was typed is shown as typed: a label would read <b> as a tag.
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        self._add(label)

    def offer(self, text: str, effect: Callable[[], None], *, role: str, name: str = "") -> None:
        """Add a button; `name` is what a screen reader says of it."""
        # Qt takes a lone & for a key.
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("role", role)
        button.setAccessibleName(name or text)
        if _ELLIPSIS in text:
            button.setToolTip(button.accessibleName())
        # `clicked` says whether the button is checked: the effect has no use for it.
        button.clicked.connect(lambda _checked=False: effect())
        self._add(button)

    def _add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        # A layout on show would only show it later: the line would be painted in two steps.
        widget.show()
        self.show()


def shortened(text: str, longest: int = LONGEST) -> str:
    """Cut a text that was typed to what fits on a line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + _ELLIPSIS
