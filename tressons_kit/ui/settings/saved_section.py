"""The saved searches: open, rename, move, delete, undo."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem

from tressons_kit.domain.kept_search import SavedSearch
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.kept_searches import KeptSearches
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.kept_search_words import in_words
from tressons_kit.ui.sections.section import Section

_NAME_ROLE = Qt.ItemDataRole.UserRole + 1
"""The name as it is kept, while another one is typed over it."""

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SavedSection(Section):
    """Says which search to open again."""

    search_chosen = Signal(object)

    def __init__(
        self, kept: KeptSearches, taxonomy: Taxonomy, appearance: Appearance, texts: Texts
    ) -> None:
        super().__init__(texts("Recherches gardées"), appearance)
        self._kept, self._taxonomy, self._texts = kept, taxonomy, texts
        self._deleted: list[tuple[SavedSearch, int]] = []
        self._empty = self.add_words(
            texts("Ctrl+Maj+D, ou le marque-page au bout du champ, garde ici la recherche en cours.")
        )
        self.list = self.add_list(texts("Recherches gardées"))
        self.asks = self.add_words()
        self.open = self.button(texts("Chercher"), "search")
        self.rename = self.button(texts("Renommer"), "pencil")
        self.up = self.button(texts("Monter"), "arrow-up")
        self.down = self.button(texts("Descendre"), "arrow-down")
        self.delete = self.button(texts("Supprimer"), "trash-2")
        self.undo = self.button(texts("Annuler la suppression"), "undo-2")
        row = self.add_row()
        for button, tip, effect in (
            (self.open, texts("Entrée"), self._on_open),
            (self.rename, "F2", self._on_rename),
            (self.up, "Alt+↑", lambda: self._move(-1)),
            (self.down, "Alt+↓", lambda: self._move(1)),
            (self.delete, texts("Suppr"), self._on_delete),
            (self.undo, "Ctrl+Z", self._on_undo),
        ):
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, effect=effect: effect())
            row.addWidget(button)
        self.list.currentRowChanged.connect(self._show_state)
        self.list.itemDoubleClicked.connect(self._on_open)
        self.list.itemChanged.connect(self._on_renamed)
        self.list.installEventFilter(self)
        self.show_searches()

    def show_searches(self, position: int | None = None) -> None:
        """Show the list again, on the same line unless another is given; a name being typed stays."""
        if self.list.state() is QAbstractItemView.State.EditingState:
            return
        position = self.list.currentRow() if position is None else position
        names = [kept.name for kept in self._kept.saved]
        with QSignalBlocker(self.list):
            if names != [self.list.item(row).text() for row in range(self.list.count())]:
                self.list.clear()
                self.list.addItems(names)
                for row, name in enumerate(names):
                    item = self.list.item(row)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                    item.setData(_NAME_ROLE, name)
            self.list.setCurrentRow(min(max(position, 0), len(names) - 1))
        self.fit(self.list)
        self._show_state()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if not self.list.hasFocus():
            # What the editor of a name did not want: Entrée ends the name, nothing else.
            return key in _ENTER
        if key in moves and modifiers & Qt.KeyboardModifier.AltModifier:
            self._move(moves[key])
        elif key == Qt.Key.Key_Z and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._on_undo()
        elif key == Qt.Key.Key_Delete:
            self._on_delete()
        elif key in _ENTER:
            self._on_open()
        else:
            return False
        return True

    @property
    def _current(self) -> SavedSearch | None:
        position = self.list.currentRow()
        return self._kept.saved[position] if 0 <= position < len(self._kept.saved) else None

    def _show_state(self) -> None:
        current, position, count = self._current, self.list.currentRow(), self.list.count()
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
        self.asks.setVisible(current is not None)
        if current is not None:
            asked = in_words(current.search, self._taxonomy)
            self.asks.setText(self._texts("Cherche : {}").format(asked))
        for button in (self.open, self.rename, self.up, self.down, self.delete):
            button.setVisible(bool(count))
        for button in (self.open, self.rename, self.delete):
            button.setEnabled(current is not None)
        self.up.setEnabled(position > 0)
        self.down.setEnabled(0 <= position < count - 1)
        self.undo.setVisible(bool(self._deleted))
        if self._deleted:
            label = self._texts("Annuler la suppression de « {} »")
            self.undo.setText(" " + label.format(_shortened(self._deleted[-1][0].name)))

    def _on_open(self) -> None:
        if self._current is not None:
            self.search_chosen.emit(self._current.search)

    def _on_rename(self) -> None:
        self.list.setFocus()
        self.list.editItem(self.list.currentItem())

    def _on_renamed(self, item: QListWidgetItem) -> None:
        position = self.list.row(item)
        name = self._kept.rename(item.data(_NAME_ROLE), item.text())
        with QSignalBlocker(self.list):
            item.setData(_NAME_ROLE, name)
            item.setText(name)
        # Later: the view is still closing its editor.
        QTimer.singleShot(0, self, lambda: self.show_searches(position))

    def _move(self, step: int) -> None:
        current, position = self._current, self.list.currentRow()
        if current is not None:
            self._kept.move(current.name, step)
            self.show_searches(position + step)

    def _on_delete(self) -> None:
        current, position = self._current, self.list.currentRow()
        deleted = self._kept.delete(current.name) if current else None
        if deleted is not None:
            self._deleted.append(deleted)
            self.show_searches(position)

    def _on_undo(self) -> None:
        if self._deleted:
            deleted, position = self._deleted.pop()
            self._kept.put_back(deleted, position)
            self.show_searches(position)
            self.list.setFocus()


def _shortened(name: str, length: int = 30) -> str:
    return name if len(name) <= length else f"{name[: length - 1]}…"
