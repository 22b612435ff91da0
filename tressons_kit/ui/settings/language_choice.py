"""« Langue de l’interface »: which language the program speaks at its next start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tressons_kit.domain.language import Language
from tressons_kit.foundation.catalogues import texts_of
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.theme import SNUG


class LanguageChoice(QWidget):
    """A label, a button for each language under its own name, and when the choice counts.

    The sentence is in the language that was chosen: it is for the person who reads that one.
    """

    language_chosen = Signal(str)

    def __init__(self, language: Language, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = texts("Langue de l’interface")
        self.setAccessibleName(title)
        label = QLabel(title)
        label.setProperty("role", "strong")
        self._group = QButtonGroup(self)
        self.buttons = {code: self._button(code) for code in Language}
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setProperty("role", "soft")
        self.sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.sentence)
        self._show(language)

    def _button(self, language: Language) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "segment")
        button.setCheckable(True)
        button.setText(language.own_name)
        button.clicked.connect(lambda: self._choose(language))
        self._group.addButton(button)
        return button

    def _choose(self, language: Language) -> None:
        self._show(language)
        self.language_chosen.emit(language)

    def _show(self, language: Language) -> None:
        texts = texts_of(language)
        said = texts(
            "Un changement compte à la prochaine ouverture du kit. Les fiches sont en français."
        )
        self.sentence.setText(said)
        for code, button in self.buttons.items():
            button.setChecked(code is language)
            button.setAccessibleDescription(said)
