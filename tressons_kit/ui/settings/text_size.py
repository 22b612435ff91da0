"""The text size: a slider, and a passage that shows it before the window takes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import (
    BODY,
    FAMILY,
    GAP,
    LARGEST_SCALE,
    READING,
    SMALLEST_SCALE,
    SNUG,
    TITLE,
    pixels,
)

_STEPS_A_UNIT = 10
"""The slider counts tenths, as Ctrl++ and Ctrl+- do."""


class TextSize(QWidget):
    """Says a size once it is chosen: while the slider is held, the passage alone follows it.

    The window grows under the pointer otherwise, and the slider runs away from the hand.
    """

    chosen = Signal(float)

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__()
        self._appearance, self._texts = appearance, texts
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_tenths(SMALLEST_SCALE), _tenths(LARGEST_SCALE))
        self.slider.setPageStep(2)
        self.slider.setAccessibleName(texts("Taille du texte"))
        self.slider.setValue(_tenths(appearance.scale))
        self.percent = QLabel()
        self.usual = QPushButton(texts("Taille d’origine"))
        self.usual.setAutoDefault(False)
        self._title = QLabel(texts("L’économie sociale à la campagne"))
        self._passage = QLabel(
            texts(
                "Qui a fait ça, avec quelle forme et quel argent, et pourquoi cela a parfois échoué ?"
                " Chaque fait a sa source, chaque fiche sa date."
            )
        )
        self._build()
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderReleased.connect(self._choose)
        self.usual.clicked.connect(lambda: self.slider.setValue(_tenths(1.0)))
        appearance.changed.connect(self._follow)
        self._show_size()

    @property
    def shown(self) -> float:
        """The size that the passage shows."""
        return self.slider.value() / _STEPS_A_UNIT

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.slider, 1)
        row.addWidget(self.percent)
        row.addWidget(self.usual)
        passage = QWidget()
        passage.setProperty("role", "specimen")
        passage.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QVBoxLayout(passage)
        page.setContentsMargins(GAP, GAP, GAP, GAP)
        page.setSpacing(SNUG)
        for label in (self._title, self._passage):
            label.setWordWrap(True)
            page.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addLayout(row)
        column.addWidget(passage)

    def _on_moved(self) -> None:
        self._show_size()
        if not self.slider.isSliderDown():
            self._choose()

    def _choose(self) -> None:
        self.chosen.emit(self.shown)

    def _follow(self) -> None:
        if not self.slider.isSliderDown():
            self.slider.setValue(_tenths(self._appearance.scale))
            self._show_size()

    def _show_size(self) -> None:
        scale, look = self.shown, self._appearance
        words = self._texts("{} %").format(round(scale * 100))
        self.percent.setText(words)
        self.percent.setFixedWidth(look.advance("000 %", BODY) + SNUG)
        self.usual.setEnabled(scale != 1.0)
        # The style sheet of the window sets sizes: only one of the label's own is stronger.
        self._title.setStyleSheet(_font_rule(TITLE, scale, QFont.Weight.Bold))
        self._passage.setStyleSheet(_font_rule(READING, scale, QFont.Weight.Normal))


def _tenths(scale: float) -> int:
    return round(scale * _STEPS_A_UNIT)


def _font_rule(size: int, scale: float, weight: QFont.Weight) -> str:
    return f'font-family: "{FAMILY}"; font-size: {pixels(size, scale)}px; font-weight: {weight.value};'
