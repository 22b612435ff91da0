"""The list under the search field: a part of the window, so it never takes the focus nor the keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.completion.line_delegate import LINE_ROLE, LineDelegate
from tressons_kit.ui.completion.lines import Line
from tressons_kit.ui.theme import TARGET, TIGHT

_WIDTH = 640
_SHARE_TYPED, _SHARE_ASKED = 0.28, 0.6
"""Shares of the page that the list may hide: results stay in sight while one types."""

_FEWEST, _MOST = 3, 8

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SPOKEN_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class LinesModel(QAbstractListModel):
    """Holds the lines on show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer with the line to draw, or the words to read aloud."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        return line.spoken if role in _SPOKEN_ROLES else None


class CompletionPopup(QFrame):
    """Shows lines under a field; says which one was clicked."""

    line_chosen = Signal(object)

    def __init__(self, field: QWidget, appearance: Appearance, texts: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._field, self._appearance = field, appearance
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = LinesModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self._delegate = LineDelegate(appearance, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(texts("Suggestions"))
        self.list.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        layout.addWidget(self.list)
        self.hide()

    @property
    def lines(self) -> Sequence[Line]:
        """The lines on show."""
        return self._model.lines

    @property
    def current(self) -> Line | None:
        """The line reached by the arrows; None while the field has them."""
        index = self.list.currentIndex()
        return self.lines[index.row()] if index.isValid() else None

    @property
    def room(self) -> int:
        """How many lines may be shown while one types."""
        return self._room(_SHARE_TYPED)

    @property
    def wide_room(self) -> int:
        """How many lines may be shown when they were asked for."""
        return self._room(_SHARE_ASKED)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines, none of them chosen; hide when there is none."""
        self._model.show(lines)
        self._delegate.measure(lines)
        if not lines:
            self.hide()
            return
        below = self._field.mapTo(self.window(), QPoint(0, self._field.height() + TIGHT))
        edge = 2 * (TIGHT + self.frameWidth() + self.list.frameWidth() + 2)
        height = len(lines) * self._appearance.pixels(TARGET) + edge
        width = min(self._field.width(), self._appearance.pixels(_WIDTH))
        self.setGeometry(below.x(), below.y(), width, height)
        self.show()
        self.raise_()

    def step(self, step: int) -> bool:
        """Move to another line, or out of the list: False when there is none that way."""
        index = self.list.currentIndex()
        position = index.row() + step if index.isValid() else step - 1
        if not 0 <= position < len(self.lines):
            self.leave()
            return False
        self.list.setCurrentIndex(self._model.index(position, 0))
        return True

    def leave(self) -> None:
        """Give the arrows back to the field."""
        self.list.setCurrentIndex(QModelIndex())
        self.list.clearSelection()

    def _room(self, share: float) -> int:
        page = self.window().height() - self._field.mapTo(self.window(), QPoint(0, 0)).y()
        lines = int(page * share) // self._appearance.pixels(TARGET)
        return min(max(lines, _FEWEST), _MOST)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.line_chosen.emit(self.lines[index.row()])
