"""What `make run` does where there is no screen: use the real window, and say what was seen."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tressons_kit.domain.errors import KitError
from tressons_kit.foundation.contents_line import contents_line
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import FRENCH, Texts
from tressons_kit.services import Services, open_services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.application import make_application
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.theme import ThemeChoice

QUERIES = ("coopérative ferroviaire", "epicerie", "tiers-lieu", "S.C.I.C.", "élus locaux", "C01")
_PATIENCE = 10_000


def run(kit: Path, memory_file: Path, texts: Texts = FRENCH) -> int:
    """Open a kit in a window that nobody sees, search, read, and print what was found.

    Returns 0 when everything answered, 1 when the kit cannot be read or an answer is missing.
    `memory_file` is a file of its own: a demonstration must not change what the user left.
    """
    application = make_application(texts.language)
    try:
        services = open_services(kit, texts)
    except KitError as error:
        _say(str(explain(error, texts)))
        return 1
    appearance = Appearance(application, ThemeChoice.LIGHT)
    window = MainWindow(services, appearance, Memory(memory_file), texts)
    window.show()
    info = services.kit.info
    _say(texts("Kit ouvert : {}, {}.").format(info.title, contents_line(info, texts)))
    missing = [query for query in QUERIES if not _search(window, services, query, texts)]
    window.close()
    services.close()
    if missing:
        _say(texts("Sans réponse : {}.").format(", ".join(missing)))
    return 1 if missing else 0


def _search(window: MainWindow, services: Services, query: str, texts: Texts) -> bool:
    """Type a query as a person does, open the first result, and print both."""
    window.search.setFocus()
    window.search.selectAll()
    for letter in query:
        _press(window.search, Qt.Key.Key_unknown, letter)
    model = window.library.results.model
    if not _wait_until(lambda: not window.library.controller.is_pending) or not model.rowCount():
        return False
    _press(window.search, Qt.Key.Key_Return)
    code = window.reader.code
    if code is None:
        return False
    fiche = services.fiches.get(code)
    found = texts.plural("{} fiche", "{} fiches", model.rowCount())
    told = texts("« {query} » : {fiches}. Ouverte : {code} · {title}.").format(
        query=query,
        fiches=found.format(texts.number(model.rowCount())),
        code=fiche.code,
        title=fiche.title,
    )
    _say(told)
    _say(f"   {_first_words(fiche.summary.split())}")
    return True


def _press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def _first_words(words: Sequence[str]) -> str:
    return " ".join(words[:18]) + (" …" if len(words) > 18 else "")  # noqa: PLR2004 - one line


def _wait_until(condition: Callable[[], bool]) -> bool:
    deadline = QDeadlineTimer(_PATIENCE)
    while not condition():
        if deadline.hasExpired():
            return False
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    return True


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
