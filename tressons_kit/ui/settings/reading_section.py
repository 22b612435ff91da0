"""How a fiche is read."""

from PySide6.QtCore import Qt, Signal

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.settings.section import Section
from tressons_kit.ui.settings.tick_box import TickBox


class ReadingSection(Section):
    """Says whether the terms of the glossary are underlined."""

    lens_changed = Signal(bool)

    def __init__(self, *, lens: bool, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Lecture"), appearance)
        self.lens = TickBox(texts("Souligner les termes du glossaire"), appearance)
        self.lens.setChecked(lens)
        self.lens.toggled.connect(self.lens_changed)
        self._column.addWidget(self.lens, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_words(
            texts("Au premier emploi dans une fiche : la souris, Tab ou D montrent la définition.")
        )
