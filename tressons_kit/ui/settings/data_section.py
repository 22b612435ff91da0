"""Where the files of the person are: shown, copied, opened."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton

from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.theme import TARGET


class DataSection(Section):
    """Nothing is written elsewhere, and nothing here is about what is in the kit."""

    def __init__(self, state: Path, kit: Path, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Données"), appearance)
        self._texts = texts
        self.opened: dict[Path, QPushButton] = {}
        self.copied: dict[Path, QPushButton] = {}
        self.add_words(
            texts(
                "Tout reste sur cet ordinateur : le programme n’envoie rien, ne modifie jamais le"
                " fichier du kit, et n’écrit que dans votre dossier, sauf le PDF ou l’export que vous"
                " demandez."
            )
        )
        folder, journal = state.parent, paths.log_file()
        searches = state.with_name(paths.KEPT_SEARCHES_NAME)
        self._add(texts("Votre dossier"), folder, texts("Ouvrir le dossier"))
        self._add(texts("Réglages et fiches lues"), state, texts("Ouvrir le fichier"))
        self._add(texts("Recherches"), searches, texts("Ouvrir le fichier"))
        quiet = texts("Aucune erreur n’y est notée pour l’instant.")
        self._add(texts("Journal des erreurs"), journal, texts("Ouvrir le journal"), missing=quiet)
        self._add(texts("Fichier du kit"), kit, texts("Ouvrir son dossier"), kit.parent)

    def _add(
        self, title: str, path: Path, opening: str, opened: Path | None = None, missing: str = ""
    ) -> None:
        """Show a path in a field that is read and copied, with what opens it."""
        target = opened or path
        self.add_part(title)
        field = QLineEdit(str(path))
        field.setReadOnly(True)
        field.setAccessibleName(title)
        field.setToolTip(str(path))
        field.setCursorPosition(0)
        field.setMinimumHeight(self._appearance.pixels(TARGET))
        self.add(field)
        row = self.add_row()
        open_button = self.button(opening, "folder-open" if target.is_dir() else "file-text")
        open_button.clicked.connect(lambda: self._open(target))
        copy = self.button(self._texts("Copier le chemin"), "copy")
        copy.setAccessibleName(self._texts("Copier le chemin : {}").format(title))
        copy.clicked.connect(lambda: self._copy(path))
        row.addWidget(open_button)
        row.addWidget(copy)
        if not target.exists():
            open_button.setEnabled(False)
            self.add_words(missing or self._texts("Pas encore créé."))
        self.opened[path], self.copied[path] = open_button, copy

    def _open(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(self._texts("Ouvert : {}").format(path))
        else:
            QGuiApplication.clipboard().setText(str(path))
            told = self._texts("L’ordinateur ne sait pas ouvrir {}. Son chemin est copié.")
            self.said.emit(told.format(path))

    def _copy(self, path: Path) -> None:
        QGuiApplication.clipboard().setText(str(path))
        self.said.emit(self._texts("Chemin copié : {}").format(path))
