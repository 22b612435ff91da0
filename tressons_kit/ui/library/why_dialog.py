"""« Pourquoi ce résultat ? »: the words that counted for one fiche, with their weights."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from tressons_kit.foundation.result_reasons import reason_groups, remarks
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.library.controller import ExplainedCard
from tressons_kit.ui.library.reasons_table import ReasonsTable
from tressons_kit.ui.theme import GAP, SNUG, WIDE

_WIDTH = 760
_SHARE_OF_SCREEN = 0.92


class WhyDialog(QDialog):
    """Shows an explanation; Échap or the button closes it."""

    def __init__(
        self, explained: ExplainedCard, appearance: Appearance, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Pourquoi ce résultat ?"))
        card, explanation = explained.card, explained.explanation
        said = "\n".join(remarks(explanation, explained.query, texts))
        self.setAccessibleDescription(said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(_label(f"{card.code} · {card.title}", "reading"))
        layout.addWidget(_label(said, "soft"))
        groups = reason_groups(explanation, texts)
        self.table = ReasonsTable(groups, appearance, texts) if groups else None
        if self.table is not None:
            layout.addWidget(self.table, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(texts("Fermer"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        layout.addSpacing(SNUG)
        layout.addWidget(buttons)
        self._room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(appearance.pixels(_WIDTH), self._room.width()), self.sizeHint().height())
        self._focus_first(close)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now has the table its width, and its rows their height.
        if self.table is not None:
            excess = self.table.content_height - self.table.height()
            self.resize(self.width(), min(self.height() + excess, self._room.height()))

    def _focus_first(self, close: QWidget) -> None:
        if self.table is None:
            close.setFocus()
            return
        self.table.setCurrentCell(0, 0)
        self.table.setFocus()


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setVisible(bool(text))
    return label
