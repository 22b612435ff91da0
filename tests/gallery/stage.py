"""A real window, driven as a person does, and its pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from tests.gallery.screens import Screen
from tressons_kit.domain.errors import KitError
from tressons_kit.domain.query import Query
from tressons_kit.foundation import paths
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import FRENCH, Texts
from tressons_kit.services import Services, open_services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.problem_page import ProblemPage
from tressons_kit.ui.theme import ThemeChoice

_PATIENCE, _SETTLED = 5_000, 250


class Stage:
    """Opens windows of one kit on one screen, in one theme after the other."""

    def __init__(
        self,
        application: QApplication,
        kit: Path,
        screen: Screen,
        theme: ThemeChoice,
        texts: Texts = FRENCH,
    ) -> None:
        self.kit = kit
        self._screen, self._texts = screen, texts
        self.appearance = Appearance(application, theme)
        self._services: Services | None = None
        self._window: QMainWindow | None = None

    @property
    def window(self) -> MainWindow:
        """The window of the kit, opened where it is not yet."""
        if not isinstance(self._window, MainWindow):
            self.close()
            self._services = open_services(self.kit, self._texts)
            memory = Memory(paths.state_file())
            self._show(MainWindow(self._services, self.appearance, memory, self._texts))
            self.wait()
        assert isinstance(self._window, MainWindow)
        return self._window

    def start_again(self) -> None:
        """Close what is open: the next scene begins on a new window, at 100 %, with no memory."""
        self.close()
        paths.state_file().unlink(missing_ok=True)
        self.appearance.resize_text(0)

    def close(self) -> None:
        """Close the dialogs, the window and its kit."""
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):
                dialog.close()
        if self._window:
            self._window.close()
            self._window.deleteLater()
            self._window = None
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self._services:
            self._services.close()
            self._services = None

    def fail_with(self, error: KitError) -> None:
        """Show the screen that says why there is no kit."""
        self.close()
        window = QMainWindow()
        window.setCentralWidget(
            ProblemPage(explain(error, self._texts), "journal.log", self.appearance, self._texts)
        )
        self._show(window)

    def type(self, words: str) -> None:
        """Type in the search field and wait for the answer."""
        window = self.window
        self.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        # Qt's test keys know no accent.
        window.search.setText(words)
        window.search.textEdited.emit(words)
        self.wait()

    def ask(self, query: Query) -> None:
        """Ask with filters, as ticking them does."""
        self.window.show_library()
        self.window.search.setText(query.text)
        self.window.library.controller.ask(query)
        self.wait()

    def read(self, code: str) -> None:
        """Open a fiche."""
        self.window.open_fiche(code)
        self.wait()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.wait()

    def wait(self) -> None:
        """Let the window answer and paint."""
        window = self._window
        if isinstance(window, MainWindow):
            _wait_until(lambda: not window.library.controller.is_pending)
        loop = QEventLoop()
        QTimer.singleShot(_SETTLED, loop.quit)
        loop.exec()

    def photograph(self, file: Path) -> None:
        """Write the picture of the window and of the dialog over it."""
        window = self._window
        if window is None:
            return
        picture = window.grab()
        painter = QPainter(picture)
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                # Nobody places dialogs off screen: a window manager would centre them.
                room = window.size() - dialog.size()
                at = QPoint(max(0, room.width() // 2), max(0, room.height() // 2))
                painter.fillRect(dialog.rect().translated(at), self.appearance.colour("paper"))
                painter.drawPixmap(at, dialog.grab())
                painter.setPen(self.appearance.colour("outline"))
                painter.drawRect(dialog.rect().translated(at))
        painter.end()
        picture.save(str(file))

    def _show(self, window: QMainWindow) -> None:
        self._window = window
        window.resize(*self._screen.logical)
        window.show()
        self.wait()


def _wait_until(condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(_PATIENCE)
    while not condition() and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
