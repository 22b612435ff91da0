"""Starts the window: fonts and theme, the kit or the screen that says why it cannot be opened."""

import logging
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from tressons_kit import __version__
from tressons_kit.domain.errors import KitError
from tressons_kit.domain.language import Language
from tressons_kit.foundation import paths
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.logs import start_log
from tressons_kit.foundation.texts import FRENCH, TYPESET_FRENCH, Texts
from tressons_kit.services import Services, open_services
from tressons_kit.ui.appearance import Appearance, icon_path
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.problem_page import ProblemPage
from tressons_kit.ui.theme import MotionChoice, ThemeChoice

_LOG = logging.getLogger("kit.window")
_BENCH = "TRESSONS_BENCH_START"
_LOCALES = {
    Language.FRENCH: (QLocale.Language.French, QLocale.Country.France),
    Language.ENGLISH: (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def run(kit: Path | None = None, fiche: str | None = None, texts: Texts = FRENCH) -> int:
    """Show the window until it is closed; return the exit code.

    Without a kit, the one beside the program is opened, else the one chosen by hand last time.
    """
    start_log(paths.log_file())
    application = make_application(texts.language)
    desk = Desk(application, kit, fiche, TYPESET_FRENCH if texts is FRENCH else texts)
    sys.excepthook = desk.on_unexpected
    desk.open_kit()
    return application.exec()


def make_application(language: Language = Language.FRENCH) -> QApplication:
    """Make the application object: style, name, icon; Qt's own words in the language."""
    # While a thread searches, the window's thread gets its turn within half a millisecond, not five.
    sys.setswitchinterval(0.0005)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setApplicationName("tressons-kit")
    application.setApplicationDisplayName("Kit TRESSONS")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("tressons-kit")
    application.setWindowIcon(QIcon(str(icon_path("tressons-kit"))))
    QLocale.setDefault(QLocale(*_LOCALES[language]))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
    return application


class Desk(QObject):
    """Holds the window on show: that of a kit, or the one that tells why there is none."""

    def __init__(
        self,
        application: QApplication,
        kit: Path | None,
        fiche: str | None,
        texts: Texts = FRENCH,
    ) -> None:
        super().__init__(application)
        self._fiche, self._texts = fiche, texts
        self.memory = Memory(paths.state_file(), self)
        state = self.memory.state
        chosen = ThemeChoice(state.theme) if state.theme in set(ThemeChoice) else ThemeChoice.SYSTEM
        self.appearance = Appearance(application, chosen, state.text_scale)
        if state.motion in set(MotionChoice):
            self.appearance.choose_motion(MotionChoice(state.motion))
        self._kit = kit or _kit_to_open(paths.default_kit(), state.kit)
        self.window: QMainWindow | None = None
        self._services: Services | None = None

    def open_kit(self) -> None:
        """Open the kit and show its window, or the screen that explains."""
        try:
            services = open_services(self._kit, self._texts)
            window = MainWindow(services, self.appearance, self.memory, self._texts)
        except KitError as error:
            self.show_problem(error)
            return
        self._services = services
        window.kit_lost.connect(self.show_problem)
        self._replace(window)
        if self._fiche:
            window.open_fiche(self._fiche)
        elif not os.environ.get(_BENCH):
            window.welcome.tour.offer()
        if os.environ.get(_BENCH):
            window.show_library()
            window.library.answer_shown.connect(self._tell_painted)

    def show_problem(self, error: KitError) -> None:
        """Show why the kit cannot be read; the window stays open and offers another file."""
        _LOG.error("kit unreadable: %s", error)
        page = ProblemPage(
            explain(error, self._texts), str(paths.log_file()), self.appearance, self._texts
        )
        window = QMainWindow()
        window.setWindowTitle("Kit TRESSONS")
        window.setCentralWidget(page)
        window.resize(1024, 600)
        page.retry_requested.connect(self.open_kit)
        page.other_kit_requested.connect(self._choose_kit)
        self._replace(window)
        page.choose.setFocus()
        if self._services is not None:
            self._services.close()
            self._services = None

    def on_unexpected(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a bug, say so in the window, and go on: nothing that was typed is lost."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _LOG.error("unexpected", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        if isinstance(self.window, MainWindow):
            self.window.notice.say(
                self._texts(
                    "Une erreur imprévue est survenue ; rien n’est perdu. Le détail est noté dans {}"
                ).format(paths.log_file())
            )

    def _choose_kit(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not before the first paint

        name, _ = QFileDialog.getOpenFileName(
            self.window,
            self._texts("Choisir un fichier de kit"),
            str(self._kit.parent),
            self._texts("Kits (*.sqlite);;Tous les fichiers (*)"),
        )
        if name:
            self._kit = Path(name)
            self.memory.keep_kit(self._kit)
            self.open_kit()

    def _replace(self, window: QMainWindow) -> None:
        previous, self.window = self.window, window
        window.show()
        if previous is not None:
            previous.close()
            previous.deleteLater()

    def _tell_painted(self) -> None:
        # For `make bench`: after the paint that the answer asked for.
        QTimer.singleShot(0, self._print_and_quit)

    def _print_and_quit(self) -> None:
        if self.window is not None:
            self.window.repaint()
        sys.stdout.write(f"painted {time.monotonic()}\n")
        sys.stdout.flush()
        QApplication.quit()


def _kit_to_open(beside: Path, chosen: str) -> Path:
    """Prefer the program's own kit: one chosen by hand only ever made up for its absence."""
    if not beside.is_file() and chosen and Path(chosen).is_file():
        return Path(chosen)
    return beside
