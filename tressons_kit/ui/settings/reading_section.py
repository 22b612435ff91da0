"""How a fiche is read."""

from PySide6.QtCore import Signal

from tressons_kit.domain.depths import Depth
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.settings.choices import Choices
from tressons_kit.ui.settings.tick_box import TickBox

LAST_DEPTH = ""
"""What is written when every start begins at the depth of the last one."""


class ReadingSection(Section):
    """Says how far fiches are shown at first, and whether the terms of the glossary are underlined."""

    depth_chosen = Signal(str)
    lens_changed = Signal(bool)

    def __init__(self, *, depth: str, lens: bool, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Lecture"), appearance)
        self.add_part(texts("Quand le kit s’ouvre, montrer les fiches"))
        labels = {
            LAST_DEPTH: texts("comme la dernière fois"),
            Depth.BRIEF: texts("en 30 secondes : résumé, chiffres, message clé"),
            Depth.SHORT: texts("en 3 minutes : l’essentiel des parties"),
            Depth.FULL: texts("en entier"),
        }
        taken = depth if depth in labels else LAST_DEPTH
        self.depths = Choices(texts("Profondeur au démarrage"), labels, taken, appearance)
        self.depths.chosen.connect(self.depth_chosen)
        self.add(self.depths)
        self.add_words(texts("Pendant la lecture, les touches 1, 2 et 3 en changent à tout moment."))
        self.add_part(texts("Glossaire"))
        self.lens = TickBox(texts("Souligner les termes du glossaire"), appearance)
        self.lens.setChecked(lens)
        self.lens.toggled.connect(self.lens_changed)
        self.add(self.lens, wide=False)
        self.add_words(
            texts("Au premier emploi dans une fiche : la souris, Tab ou D montrent la définition.")
        )
