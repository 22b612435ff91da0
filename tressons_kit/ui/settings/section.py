"""What every section of the settings is made of: a heading, words, a list, buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.theme import SNUG, TARGET, TIGHT

_SIGN = 16
_FEWEST_LINES, _MOST_LINES = 2, 4


class Section(QWidget):
    """A column under a heading."""

    def __init__(self, title: str, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SNUG)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        self._column.addWidget(heading)

    def add_words(self, text: str = "") -> QLabel:
        """Add a paragraph; what people typed is shown as typed."""
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "soft")
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label

    def add_list(self, name: str) -> QListWidget:
        """Add a list of lines to choose."""
        choices = QListWidget()
        choices.setProperty("role", "choices")
        choices.setAccessibleName(name)
        choices.setTabKeyNavigation(False)
        choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        choices.setTextElideMode(Qt.TextElideMode.ElideRight)
        choices.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._column.addWidget(choices)
        return choices

    def fit(self, choices: QListWidget) -> None:
        """Give a list the height of what it holds, four lines at most."""
        lines = min(max(choices.count(), _FEWEST_LINES), _MOST_LINES)
        choices.setFixedHeight(lines * self._appearance.pixels(TARGET) + 2 * TIGHT)

    def add_row(self) -> FlowLayout:
        """Add a row of buttons that wraps."""
        holder = QWidget()
        row = FlowLayout(holder, spacing=SNUG)
        self._column.addWidget(holder)
        return row

    def button(self, label: str, icon: str) -> QPushButton:
        """Make a button with a sign."""
        made = QPushButton(f" {label}")
        made.setIcon(self._appearance.icon(icon))
        side = self._appearance.pixels(_SIGN)
        made.setIconSize(QSize(side, side))
        return made
