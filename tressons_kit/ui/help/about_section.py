"""What the program and the kit are, and what to give to who helps."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from tressons_kit import __version__
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.foundation.contents_line import contents_line
from tressons_kit.foundation.dates import long_date
from tressons_kit.foundation.texts import Texts
from tressons_kit.library.kit import Kit
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.help.diagnostics import diagnostics
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.theme import SMALL

_LINES = 8


class AboutSection(Section):
    """Shows what would be copied before it is: nobody sends what they have not seen."""

    def __init__(self, kit: Kit, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("À propos"), appearance)
        self._texts = texts
        info = kit.info
        self.add_part(info.title)
        for line in _kit_lines(info, texts):
            self.add_words(line)
        self.add_words(info.notice)
        self.add_part(texts("Kit TRESSONS, le programme"))
        self.add_words(texts("Version {} · licence MIT").format(__version__))
        self.add_words(texts("Ni compte, ni réseau, ni statistiques : rien ne sort de l’ordinateur."))
        self.add_part(texts("Informations de diagnostic"))
        self.add_words(
            texts(
                "À joindre à une demande d’aide. Ni vos recherches, ni vos lectures, ni votre nom n’y"
                " sont."
            )
        )
        self.facts = QPlainTextEdit(diagnostics(kit, appearance, texts))
        self.facts.setProperty("role", "document")
        self.facts.setReadOnly(True)
        self.facts.setTabChangesFocus(True)
        self.facts.setAccessibleName(texts("Informations de diagnostic"))
        self.add(self.facts)
        self.copy = self.button(texts("Copier les informations de diagnostic"), "copy")
        self.copy.clicked.connect(self._on_copy)
        self.add_row().addWidget(self.copy)
        self._redraw()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.facts.toPlainText())
        self.said.emit(self._texts("Informations copiées : collez-les dans votre message."))

    def _redraw(self) -> None:
        super()._redraw()
        self.facts.setFixedHeight(_LINES * self._appearance.line_height(SMALL))


def _kit_lines(info: KitInfo, texts: Texts) -> tuple[str, ...]:
    day = long_date(info.content_day, texts) if info.content_day else info.content_date
    return (
        texts("Version {}, du {}").format(info.content_version, day),
        contents_line(info, texts),
        texts("Auteurs : {} · licence du contenu : {}").format(", ".join(info.authors), info.licence),
    )
