"""The window of the gallery: one page of sections, and a switch of themes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.foundation.texts import FRENCH, Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.application import make_application
from tressons_kit.ui.gallery import content, controls
from tressons_kit.ui.help.keys_section import KeysSection
from tressons_kit.ui.sections.section_dialog import SectionDialog
from tressons_kit.ui.theme import GAP, PALETTES, ROOMY, SNUG, ThemeChoice

SECTIONS: dict[str, Callable[[Appearance, Texts], QWidget]] = {
    "Couleurs": content.colours,
    "Textes": content.words,
    "Boutons": controls.buttons,
    "Boutons à icône": controls.tool_buttons,
    "Champs": controls.fields,
    "Choix": controls.choices,
    "Types de fiche": content.types,
    "Accueil": content.welcome,
    "Cartes de résultat": content.cards,
    "Listes et tableaux": content.lists,
    "Messages": content.messages,
}


def run() -> int:
    """Show the gallery until it is closed; return the exit code."""
    application = make_application()
    window = GalleryWindow(Appearance(application, ThemeChoice.LIGHT), FRENCH)
    window.resize(1366, 768)
    window.show()
    return application.exec()


class GalleryWindow(QMainWindow):
    """Builds every section again at each change of theme: what is painted by hand follows as well."""

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__()
        self._appearance, self._texts = appearance, texts
        self.setWindowTitle("Kit TRESSONS : galerie des composants")
        page = QWidget()
        page.setProperty("role", "page")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(ROOMY, GAP, 0, 0)
        column.addLayout(self._switch())
        column.addWidget(self._area, 1)
        self.setCentralWidget(page)
        appearance.changed.connect(self._fill)
        self._fill()

    def _switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SNUG)
        for theme in PALETTES:
            button = QPushButton(theme.value)
            button.clicked.connect(lambda _=False, theme=theme: self._appearance.choose(theme))
            row.addWidget(button)
        for steps, name in ((-1, "A-"), (1, "A+")):
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, steps=steps: self._appearance.resize_text(steps))
            row.addWidget(button)
        dialog = QPushButton("Une boîte de dialogue…")
        dialog.clicked.connect(self._open_dialog)
        row.addWidget(dialog)
        row.addStretch(1)
        return row

    def _open_dialog(self) -> None:
        dialog = SectionDialog("La galerie", self._appearance, self._texts, self)
        dialog.add_section(KeysSection(self._appearance, self._texts), "keyboard")
        dialog.start()

    def _fill(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, ROOMY, ROOMY)
        column.setSpacing(GAP)
        for title, make in SECTIONS.items():
            heading = QLabel(title)
            heading.setProperty("role", "heading")
            heading.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(heading)
            column.addWidget(make(self._appearance, self._texts))
            column.addSpacing(ROOMY)
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(inside)
        self._area.verticalScrollBar().setValue(place)
