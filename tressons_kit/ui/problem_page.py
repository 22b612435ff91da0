"""The screen that says why a kit cannot be opened, and what to do about it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tressons_kit.foundation.explanations import Explanation
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import GAP, ROOMY, SNUG

_WIDTH = 640


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
        self.setFocusProxy(self.choose)
        # The focus goes to the button: what happened is read with it.
        self.choose.setAccessibleDescription(str(explanation))
        trace = _sentence(texts("Détails techniques : {}").format(log))
        trace.setProperty("role", "small")
        centred = QWidget()
        centred.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(centred)
        column.setSpacing(GAP)
        column.addStretch(1)
        for label in _told(explanation, appearance):
            column.addWidget(label)
        column.addSpacing(SNUG)
        column.addLayout(self._buttons())
        column.addWidget(trace)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(ROOMY, ROOMY, ROOMY, ROOMY)
        row.addWidget(centred, 1)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(SNUG)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.retry)
        buttons.addStretch(1)
        return buttons


def _told(explanation: Explanation, appearance: Appearance) -> Iterator[QLabel]:
    """Make the sign, the title and the sentences of an explanation."""
    sign = QLabel()
    sign.setPixmap(appearance.icon("triangle-alert", "focus").pixmap(48, 48))
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
