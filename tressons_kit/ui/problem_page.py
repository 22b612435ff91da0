"""The screen that says why a kit cannot be opened, and what to do about it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tressons_kit.foundation.explanations import Explanation
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.theme import GAP, ROOMY, SNUG

_WIDTH, _SIGN = 640, 48


class ProblemPage(QWidget):
    """Shows an explanation; says whether to try again or to choose another file."""

    retry_requested = Signal()
    other_kit_requested = Signal()

    def __init__(
        self,
        explanation: Explanation,
        log: str,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.choose = QPushButton(texts("Choisir un autre fichier de kit…"))
        self.choose.setProperty("role", "primary")
        self.retry = QPushButton(texts("Réessayer"))
        self.choose.clicked.connect(self.other_kit_requested)
        self.retry.clicked.connect(self.retry_requested)
        # The focus goes to the button: what happened is read with it.
        self.choose.setAccessibleDescription(str(explanation))
        trace = _sentence(texts("Détails techniques : {}").format(log))
        trace.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOMY, ROOMY, ROOMY, ROOMY)
        column.setSpacing(GAP)
        # Large letters on a small screen: the words scroll, the buttons stay.
        told = [*_told(explanation, appearance), trace]
        column.addWidget(_scrolled(told, explanation.title), 1)
        column.addLayout(self._buttons())
        self._room = column
        self._widest = appearance.pixels(_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(ROOMY, (event.size().width() - self._widest) // 2)
        self._room.setContentsMargins(side, ROOMY, side, ROOMY)

    def _buttons(self) -> FlowLayout:
        buttons = FlowLayout(spacing=SNUG)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.retry)
        return buttons


def _scrolled(labels: Iterable[QLabel], name: str) -> QScrollArea:
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(SNUG, SNUG, SNUG, SNUG)
    column.setSpacing(GAP)
    column.addStretch(1)
    for label in labels:
        column.addWidget(label)
    column.addStretch(2)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # It takes the focus: the arrows scroll what does not fit.
    area.setProperty("role", "told")
    area.setAccessibleName(name)
    area.setWidget(page)
    return area


def _told(explanation: Explanation, appearance: Appearance) -> Iterator[QLabel]:
    """Make the sign, the title and the sentences of an explanation."""
    sign, side = QLabel(), appearance.pixels(_SIGN)
    sign.setPixmap(appearance.icon("triangle-alert", "focus").pixmap(side, side))
    yield sign
    title = QLabel(explanation.title)
    title.setProperty("role", "title")
    title.setWordWrap(True)
    yield title
    for sentence in (explanation.happened, explanation.kept, explanation.advice):
        if sentence:
            yield _sentence(sentence)


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
