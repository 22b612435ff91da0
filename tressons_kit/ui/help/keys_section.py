"""The keys of the program, as its table tells them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.shortcuts import ShortcutGroup, shortcut_groups
from tressons_kit.ui.theme import GAP, SNUG, TIGHT

_KEYS, _EFFECT = 3, 6
"""How the width is shared."""


class KeysSection(Section):
    """Keys are drawn as on a keyboard, those of one line the one beside the other."""

    is_only_read = True

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Touches"), appearance)
        self.add_words(texts("Tout se fait au clavier. Échap revient toujours en arrière."))
        for group in shortcut_groups(texts):
            self.add_part(group.title)
            self.add(_table(group))


def _table(group: ShortcutGroup) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(SNUG)
    grid.setColumnStretch(0, _KEYS)
    grid.setColumnStretch(1, _EFFECT)
    for row, line in enumerate(group.lines):
        keys = QWidget()
        caps = FlowLayout(keys, spacing=TIGHT)
        for key in line.keys:
            cap = QLabel(key)
            cap.setTextFormat(Qt.TextFormat.PlainText)
            cap.setProperty("role", "key")
            caps.addWidget(cap)
        keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        effect = QLabel(line.effect)
        effect.setWordWrap(True)
        effect.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(effect, row, 1)
    return table
