"""Joins the search field to the list under it: when it shows, what each key does.

The arrows follow what is seen: from the field down to the suggestions, from the last one down to the
results. A key pressed before the suggestions came waits for them, so that the same keys always do the
same thing; Entrée alone never waits, and searches what was typed.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from tressons_kit.domain.completion import Completions
from tressons_kit.domain.errors import KitError
from tressons_kit.domain.kept_search import KeptSearch
from tressons_kit.foundation.kept_searches import KeptSearches
from tressons_kit.foundation.texts import Texts
from tressons_kit.qt.tasks import LatestLane
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.completion.lines import Composer, Line, LineKind
from tressons_kit.ui.completion.popup import CompletionPopup
from tressons_kit.ui.search_field import SearchField

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAVES_LIST = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End})
_CLOSES_LIST = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_PAD = Qt.KeyboardModifier.KeypadModifier


class Completer(QObject):
    """Completes a field; says which line was chosen."""

    line_chosen = Signal(object)
    opened = Signal()

    def __init__(
        self,
        field: SearchField,
        popup: CompletionPopup,
        complete: Callable[[str], Completions],
        kept: KeptSearches,
        composer: Composer,
        texts: Texts,
    ) -> None:
        super().__init__(field)
        self._field, self._popup, self._complete = field, popup, complete
        self._kept, self._composer, self._texts = kept, composer, texts
        self._description = field.accessibleDescription()
        self._while_typing = True
        self._dismissed = False
        self._awaited: str | None = None
        self._asked = False
        self._keys: list[Qt.Key] = []
        self._lane = LatestLane(self)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        popup.line_chosen.connect(self._choose)
        field.textEdited.connect(self._on_edited)
        field.textChanged.connect(self._on_changed)
        field.installEventFilter(self)

    @property
    def is_waiting(self) -> bool:
        """Tell whether suggestions for what was typed are still to come."""
        return self._awaited is not None

    def complete_while_typing(self, *, on: bool) -> None:
        """Show suggestions at each letter, or only when they are asked for."""
        self._while_typing = on
        self.close()

    def prepare(self, work: Callable[[], None]) -> None:
        """Get ready for the first letter, unless it was typed already."""
        if self._awaited is None:
            self._lane.submit(work)

    def refresh(self) -> None:
        """Ask for suggestions, now that the results of what was typed are on show."""
        text = self._awaited
        if text is not None:
            self._lane.submit(lambda: self._complete(text))

    def show_kept(self) -> None:
        """Show saved and recent searches under the empty field."""
        if not self._field.text():
            self._dismissed = False
            self._show(self._composer.for_nothing_typed(self._popup.wide_room))
            self.opened.emit()

    def close(self) -> None:
        """Hide the list and wait for nothing."""
        self._lane.drop()
        self._awaited = None
        self._asked = False
        self._keys.clear()
        self._popup.leave()
        self._popup.hide()
        self._field.setAccessibleDescription(self._description)

    def leave_page(self) -> None:
        """Close the list, for the page under it changed; not when typing itself brought the results."""
        if self._awaited is None:
            self.close()

    def finish(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self._lane.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are for the list, and close it when the field is left or moved."""
        if watched is not self._field:
            if event.type() == QEvent.Type.Resize:
                self.close()
            return False
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._on_key(Qt.Key(event.key()), event.modifiers())
            case QEvent.Type.FocusOut | QEvent.Type.Move | QEvent.Type.Resize:
                self.close()
            case QEvent.Type.MouseButtonRelease if not self._popup.isVisible():
                self.show_kept()
        return False

    def _on_edited(self, text: str) -> None:
        self._keys.clear()
        self._lane.drop()
        self._awaited = None
        self._popup.leave()
        if not text.strip():
            self.close()
            if self._while_typing:
                self.show_kept()
        elif self._while_typing and not self._dismissed:
            self._awaited = text

    def _on_changed(self, text: str) -> None:
        if not text:
            self._dismissed = False

    def _on_failed(self, error: Exception) -> None:
        self.close()
        # A kit that cannot be read is told by the search; anything else is a bug.
        if not isinstance(error, KitError):
            raise error

    def _on_done(self, completions: Completions | None) -> None:
        if completions is None:
            return
        if completions.typed != self._field.text() or not self._field.hasFocus():
            self.close()
            return
        room = self._popup.wide_room if self._asked else self._popup.room
        keys = list(self._keys)
        self._awaited = None
        self._keys.clear()
        self._show(self._composer.for_typed(completions, room))
        for key in keys:
            self._press_again(key)

    def _show(self, lines: tuple[Line, ...]) -> None:
        self._popup.show_lines(lines)
        told = self._texts.plural(
            "{} suggestion, flèche bas.", "{} suggestions, flèche bas.", len(lines)
        )
        words = f"{told.format(len(lines))} {self._description}" if lines else self._description
        self._field.setAccessibleDescription(words)

    def _on_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Return True when the key was for the list."""
        plain = modifiers in {_NO_MODIFIER, _PAD}
        opens = (key == Qt.Key.Key_Down and _ALT in modifiers) or (
            key == Qt.Key.Key_Space and modifiers == _CONTROL
        )
        if opens:
            self._open()
            return True
        if plain and self._popup.isVisible() and self._awaited is None:
            return self._on_list_key(key)
        if plain and self._awaited is not None:
            return self._on_early_key(key)
        return False

    def _open(self) -> None:
        """Show what there is to choose, and go into it."""
        self._dismissed = False
        text = self._field.text()
        if not text.strip():
            self.show_kept()
            self._popup.step(1)
            return
        self._asked = True
        self._awaited = text
        self._keys = [Qt.Key.Key_Down]
        self.refresh()

    def _on_early_key(self, key: Qt.Key) -> bool:
        """Keep the keys that choose a line until there are lines."""
        if key == Qt.Key.Key_Down or (self._keys and key in _ENTER | {Qt.Key.Key_Up}):
            self._keys.append(key)
            return True
        if key == Qt.Key.Key_Escape:
            self._dismiss()
            return True
        if key in _ENTER or key in _CLOSES_LIST:
            self.close()
        return False

    def _on_list_key(self, key: Qt.Key) -> bool:
        line = self._popup.current
        match key:
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up if line is not None:
                self._step(-1)
            case Qt.Key.Key_Escape:
                self._dismiss()
            case Qt.Key.Key_Delete if line is not None and isinstance(line.value, KeptSearch):
                self._forget(line.value)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if line is not None:
                self._choose(line)
            case _:
                if key in _ENTER or key in _CLOSES_LIST:
                    self.close()
                elif key in _LEAVES_LIST:
                    self._popup.leave()
                return False
        return True

    def _step(self, step: int) -> None:
        if self._popup.step(step):
            line = self._popup.current
            announce(self._field, line.spoken if line else "")
        elif step > 0:
            # Under the last suggestion are the results.
            self.close()
            self._field.moved.emit(step)

    def _press_again(self, key: Qt.Key) -> None:
        if self._popup.isVisible():
            self._on_list_key(key)
        elif key in _ENTER:
            self._field.submitted.emit()
        else:
            self._field.moved.emit(1 if key == Qt.Key.Key_Down else -1)

    def _dismiss(self) -> None:
        """Close the list until the field is emptied."""
        self.close()
        self._dismissed = bool(self._field.text())

    def _forget(self, search: KeptSearch) -> None:
        position = next(n for n, line in enumerate(self._popup.lines) if line.value is search)
        self._kept.forget_recent(search)
        left = tuple(line for line in self._popup.lines if line.value is not search)
        if all(line.kind is LineKind.SETTINGS for line in left):
            self.close()
            return
        self._show(left)
        for _ in range(min(position, len(left) - 1) + 1):
            self._popup.step(1)

    def _choose(self, line: Line) -> None:
        self.close()
        self.line_chosen.emit(line)
