"""The real window on a kit, for the probes: opened, typed into, read in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tressons_kit.domain.codes import FicheCode
from tressons_kit.foundation.paths import state_file
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.services import Services, open_services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.application import make_application
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.theme import ThemeChoice

_FIRST_ANSWER, _SETTLED = 10_000, 300


class PaintWatcher(QObject):
    """Tells when what an answer changed has been painted."""

    painted = Signal()

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._is_armed = False
        for widget in widgets:
            widget.installEventFilter(self)

    def arm(self) -> None:
        """Watch for the next paint."""
        self._is_armed = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._is_armed and event.type() == QEvent.Type.Paint:
            self._is_armed = False
            # Every widget that waits is painted in one go: the next turn of the loop comes after.
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)


def open_window(kit: Path) -> tuple[MainWindow, Services]:
    """Show the library page of a kit, with its first answer painted."""
    application = make_application()
    services = open_services(kit)
    appearance = Appearance(application, ThemeChoice.LIGHT)
    window = MainWindow(services, appearance, Memory(state_file()), FRENCH)
    window.resize(1280, 800)
    window.show()
    window.show_library()
    let_live(_FIRST_ANSWER, until=window.library.answer_shown)
    let_live(_SETTLED)
    return window, services


def some_codes(services: Services, count: int) -> list[FicheCode]:
    """Return codes spread over the whole kit."""
    every = services.kit.info.fiche_count
    rows = range(1, every + 1, max(1, every // count))
    return [card.code for card in services.fiches.cards(rows).values()][:count]


def press(widget: QWidget, text: str) -> None:
    """Type one letter."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, key)


def let_live(milliseconds: int, until: SignalInstance | None = None) -> None:
    """Run the window's own loop for a time, or until a signal.

    A loop of ours around processEvents would fight with the search's thread for the interpreter.
    """
    loop = QEventLoop()
    if until is not None:
        until.connect(loop.quit)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    if until is not None:
        until.disconnect(loop.quit)
