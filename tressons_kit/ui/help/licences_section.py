"""The licences of every part, with their texts."""

from PySide6.QtWidgets import QPlainTextEdit

from tressons_kit.foundation.licences import Part, PartGroup, licence_text, parts, version_of
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.theme import SMALL, TARGET, TIGHT

_PARTS_SHOWN, _LINES = 6, 11


class LicencesSection(Section):
    """A part is chosen in the list; its licence is read under it."""

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Licences"), appearance)
        self._texts = texts
        self.parts = parts(texts)
        self.add_words(
            texts(
                "Ce kit existe grâce à ces projets libres. Chacun peut être copié et redistribué selon"
                " sa licence."
            )
        )
        self.list = self.add_list(texts("Parties du programme"))
        self.list.addItems([self._line(part) for part in self.parts])
        self.about = self.add_words()
        self.text = QPlainTextEdit()
        self.text.setProperty("role", "document")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(texts("Texte de la licence"))
        self.add(self.text)
        self.list.currentRowChanged.connect(self._on_chosen)
        self.list.setCurrentRow(0)
        self._redraw()

    def _line(self, part: Part) -> str:
        licence = part.licence.replace(" AND ", self._texts(" et ")).replace(
            " OR ", self._texts(" ou ")
        )
        return f"{part.name} {version_of(part)}".strip() + f" · {licence}"

    def _on_chosen(self, row: int) -> None:
        part = self.parts[row]
        groups = {
            PartGroup.KIT: self._texts("Dans le kit : {}"),
            PartGroup.RUNNING: self._texts("Pour marcher : {}"),
            PartGroup.AUTHORING: self._texts("Pour fabriquer un kit : {}"),
        }
        self.about.setText(groups[part.group].format(part.does))
        self.text.setPlainText(
            licence_text(part)
            or self._texts("Il n’y a pas de texte à joindre : {}.").format(part.licence)
        )

    def _redraw(self) -> None:
        super()._redraw()
        look = self._appearance
        self.list.setFixedHeight(_PARTS_SHOWN * look.pixels(TARGET) + 2 * TIGHT)
        self.text.setFixedHeight(_LINES * look.line_height(SMALL))
