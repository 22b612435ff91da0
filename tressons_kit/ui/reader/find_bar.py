"""The bar under the page: which match is shown, how many there are, the next one, the words to find."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.query import Excerpt, PassageGroup
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.announcement import PatientVoice
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.clear_button import ClearButton
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.theme import GAP, SNUG, TARGET, TIGHT

_ROOM_FOR_WORDS = 620
"""Pixels at 100 % under which the buttons show their arrow only."""

_LONGEST_WORDS, _LONGEST_QUESTION = 48, 500
_LEAST_GROUPS = 2


class FindBar(QWidget):
    """Shows what it is told; with the words of a search as a label, or with a field to type others."""

    text_typed = Signal(str)
    step_requested = Signal(int)
    part_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._texts = appearance, texts
        self.setProperty("role", "find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = FindField(texts("Chercher dans la fiche"))
        ClearButton(self.field, appearance, texts)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        # Its name is what it says.
        self._count.setAccessibleDescription(texts("Passages trouvés dans la fiche"))
        self._previous = self._button(texts("Précédent"), texts("Passage précédent (Maj+F3)"))
        self._next = self._button(texts("Suivant"), texts("Passage suivant (F3)"))
        self._close = self._button("", texts("Ne plus surligner"))
        self._parts = QWidget()
        self._part_row = FlowLayout(self._parts, spacing=TIGHT)
        self._voice = PatientVoice(self._count)
        self._build()
        self.field.textEdited.connect(self.text_typed)
        self.field.stepped.connect(self.step_requested)
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        self._close.clicked.connect(self.close_requested)
        appearance.changed.connect(self._redraw)
        self._redraw()
        self.hide()

    @property
    def is_typing(self) -> bool:
        """Tell whether words are typed here, rather than taken from a search."""
        return not self.isHidden() and not self.field.isHidden()

    def show_field(self, words: str) -> None:
        """Let words be typed, starting from some; they are selected, so that typing replaces them."""
        self.field.show()
        self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_label(self) -> None:
        """Show words that were typed elsewhere."""
        self.field.hide()
        self.show()

    def tell_count(self, told: str, words: str, *, found: bool) -> None:
        """Say how many matches there are, and of what if the field does not."""
        shown = words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS]}…"
        self._count.setText(f"{told} · {shown}" if shown else told)
        self.field.setAccessibleDescription(told)
        for button in (self._previous, self._next):
            button.setEnabled(found)

    def announce(self, told: str) -> None:
        """Have the count read aloud."""
        self._voice.say(told)

    def show_parts(self, groups: Sequence[PassageGroup]) -> None:
        """Offer the parts that hold most of what is looked for, the best first."""
        while self._part_row.count():
            self._part_row.takeAt(0).widget().deleteLater()
        several = len(groups) >= _LEAST_GROUPS
        if several:
            parts = [self._part(group, best=position == 0) for position, group in enumerate(groups)]
            label = QLabel(self._texts("Surtout dans :"))
            label.setProperty("role", "soft")
            label.setFixedHeight(parts[0].sizeHint().height())
            for widget in (label, *parts):
                self._part_row.addWidget(widget)
        self._parts.setVisible(several)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words(shown=event.size().width() >= self._appearance.pixels(_ROOM_FOR_WORDS))

    def _build(self) -> None:
        self.field.setMinimumWidth(120)
        row = QHBoxLayout()
        row.setSpacing(SNUG)
        row.addWidget(self.field, 2)
        row.addWidget(self._count, 3)
        for button in (self._previous, self._next, self._close):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._parts)
        self._parts.hide()

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        button.setText(f" {text}" if text else "")
        button.setToolTip(name)
        button.setAccessibleName(name)
        # A click must leave the cursor in the field.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _part(self, group: PassageGroup, *, best: bool) -> QPushButton:
        heading = group.heading or self._texts("Résumé")
        count = number(group.count, self._texts)
        button = QPushButton(f"{heading} ({count})")
        button.setProperty("role", "part")
        # The best part is told by its place and its weight.
        font = button.font()
        font.setBold(best)
        button.setFont(font)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        told = self._texts.plural("{} passage dans « {} »", "{} passages dans « {} »", group.count)
        button.setAccessibleName(told.format(count, heading))
        button.setAccessibleDescription(" ".join(passage.text for passage in group.passages))
        button.setToolTip("".join(map(_marked, group.passages)))
        button.clicked.connect(lambda: self.part_requested.emit(group.slug))
        return button

    def _show_words(self, *, shown: bool) -> None:
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if shown else styles.ToolButtonIconOnly
        for button in (self._previous, self._next):
            button.setToolButtonStyle(style)

    def _redraw(self) -> None:
        look = self._appearance
        side = look.pixels(18)
        icons = {self._previous: "chevron-up", self._next: "chevron-down", self._close: "x"}
        for button, icon in icons.items():
            button.setIcon(look.icon(icon))
            button.setIconSize(QSize(side, side))
        self.field.setFixedHeight(look.pixels(TARGET))
        self._show_words(shown=self.width() >= look.pixels(_ROOM_FOR_WORDS))


class FindField(QLineEdit):
    """A field in which Entrée goes to the next match, and Maj+Entrée to the one before."""

    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST_QUESTION)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
            return
        super().keyPressEvent(event)


def _marked(passage: Excerpt) -> str:
    """Write a passage as a paragraph, matches in bold; what comes from the kit is no tag."""
    pieces: list[str] = []
    last = 0
    for start, end in passage.marks:
        pieces += (escape(passage.text[last:start]), f"<b>{escape(passage.text[start:end])}</b>")
        last = end
    return f"<p>{''.join(pieces)}{escape(passage.text[last:])}</p>"
