"""A section: a heading, and under it words, lists, buttons, choices."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.theme import GAP, SNUG, TARGET, TIGHT

_SIGN = 16
_FEWEST_LINES, _MOST_LINES = 2, 4


class Section(QWidget):
    """A column under a heading, which follows the theme and the text size; says what it just did."""

    is_only_read = False
    """Whether it holds nothing that takes the focus: its page takes it then, to scroll by keys."""

    said = Signal(str)

    def __init__(self, title: str, appearance: Appearance) -> None:
        super().__init__()
        self.title = title
        self._appearance = appearance
        self._signs: list[tuple[QPushButton, str]] = []
        self._lists: list[QListWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SNUG)
        self._add_label(title, "heading")
        appearance.changed.connect(self._redraw)

    def add(self, widget: QWidget, *, wide: bool = True) -> None:
        """Add anything else, as wide as the column or as it needs."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)

    def add_part(self, title: str) -> QLabel:
        """Begin a part with a smaller heading."""
        self._column.addSpacing(GAP)
        return self._add_label(title, "reading")

    def add_words(self, text: str = "") -> QLabel:
        """Add a paragraph; what people typed is shown as typed."""
        return self._add_label(text, "soft")

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
        self._lists.append(choices)
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
        """Make a button with a sign; Entrée presses it only where it has the focus."""
        made = QPushButton(f" {label}")
        made.setAutoDefault(False)
        self._signs.append((made, icon))
        self._draw_sign(made, icon)
        return made

    def _add_label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label

    def _draw_sign(self, button: QPushButton, icon: str) -> None:
        side = self._appearance.pixels(_SIGN)
        button.setIcon(self._appearance.icon(icon))
        button.setIconSize(QSize(side, side))

    def _redraw(self) -> None:
        for button, icon in self._signs:
            self._draw_sign(button, icon)
        for choices in self._lists:
            self.fit(choices)
