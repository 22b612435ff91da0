"""The keys of the program, as its table tells them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.shortcuts import ShortcutLine, shortcut_groups
from tressons_kit.ui.theme import GAP, TIGHT

_KEYS_WIDTH = 192


class KeysSection(Section):
    """Keys are drawn as on a keyboard, those of one line the one beside the other."""

    is_only_read = True

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Touches"), appearance)
        self._keys: list[QWidget] = []
        self.add_words(texts("Tout se fait au clavier. Échap revient toujours en arrière."))
        for group in shortcut_groups(texts):
            self.add_part(group.title)
            for line in group.lines:
                self.add(self._row(line))
        self._redraw()

    def _row(self, line: ShortcutLine) -> QWidget:
        made, keys = QWidget(), QWidget()
        caps = FlowLayout(keys, spacing=TIGHT)
        for key in line.keys:
            cap = QLabel(key)
            cap.setTextFormat(Qt.TextFormat.PlainText)
            cap.setProperty("role", "key")
            caps.addWidget(cap)
        effect = QLabel(line.effect)
        effect.setWordWrap(True)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(keys, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(effect, 1)
        self._keys.append(keys)
        return made

    def _redraw(self) -> None:
        super()._redraw()
        for keys in self._keys:
            keys.setFixedWidth(self._appearance.pixels(_KEYS_WIDTH))
