"""The card of the tour: what one can do here, in three screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import GAP, ROOMY, SNUG, WIDE

_PICTURE = 40
_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Step:
    """A screen of the tour."""

    picture: str
    title: str
    words: str


class TourCard(QFrame):
    """Says when it is finished or refused; Échap refuses."""

    closed = Signal()

    def __init__(
        self, steps: Sequence[Step], appearance: Appearance, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._steps, self._appearance, self._texts = steps, appearance, texts
        self.setProperty("role", "popup")
        self.setAccessibleName(texts("Visite"))
        self.position = 0
        self._picture = QLabel()
        self.count = _label("small")
        self.title = _label("heading")
        self.words = _label("")
        self.refuse = QPushButton(texts("Passer la visite"))
        self.refuse.setProperty("role", "quiet")
        self.refuse.setToolTip(texts("Échap. Elle reste dans l’aide (?)."))
        self.back = QPushButton(texts("Précédent"))
        self.forward = QPushButton()
        self.forward.setProperty("role", "primary")
        self._build()
        self.refuse.clicked.connect(self.closed)
        self.back.clicked.connect(lambda: self.show_step(self.position - 1))
        self.forward.clicked.connect(self._on_forward)
        appearance.changed.connect(self.draw)

    def show_step(self, position: int) -> None:
        """Show a screen, and have it read."""
        self.position = position
        self.draw()
        step = self._steps[position]
        if self.isVisible():
            way = self._texts("F6 mène à la visite, Échap la ferme.")
            announce(self, f"{self.count.text()}. {step.title}. {step.words} {way}")

    def draw(self) -> None:
        """Draw the screen on show again: the theme or the text size may have changed."""
        step, look = self._steps[self.position], self._appearance
        last = self.position == len(self._steps) - 1
        side = look.pixels(_PICTURE)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(look.picture(step.picture, "accent", side, ratio))
        of_all = self._texts("Visite · écran {} sur {}")
        self.count.setText(of_all.format(self.position + 1, len(self._steps)))
        self.title.setText(step.title)
        self.words.setText(step.words)
        self.forward.setText(self._texts("Terminer") if last else self._texts("Suivant"))
        if self.back.hasFocus() and not self.position:
            self.forward.setFocus()
        self.back.setVisible(bool(self.position))
        self.refuse.setVisible(not last)

    def fit_in(self, room: QSize) -> None:
        """Lie in the corner that is read last."""
        width = min(self._appearance.pixels(_WIDTH), room.width() - 2 * ROOMY)
        self.setFixedWidth(width)
        # The layout knows its height only once its words have this width.
        height = self.heightForWidth(width)
        self.setFixedHeight(min(height, room.height() - 2 * SNUG))
        self.move(room.width() - width - ROOMY, room.height() - self.height() - WIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        heads = QVBoxLayout()
        heads.setSpacing(0)
        heads.addWidget(self.count)
        heads.addWidget(self.title)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(heads, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SNUG)
        foot.addWidget(self.refuse)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.words)
        column.addLayout(foot)

    def _on_forward(self) -> None:
        if self.position + 1 < len(self._steps):
            self.show_step(self.position + 1)
        else:
            self.closed.emit()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
