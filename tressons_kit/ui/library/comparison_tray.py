"""The tray at the foot of the list: what is marked, « Comparer », « Vider »."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.library.comparison_choice import ComparisonChoice
from tressons_kit.ui.theme import GAP, SNUG


class ComparisonTray(QWidget):
    """Shows itself as soon as a fiche is marked; says when they should be compared."""

    comparison_asked = Signal(tuple)
    emptied = Signal()

    def __init__(self, choice: ComparisonChoice, texts: Texts) -> None:
        super().__init__()
        self._choice, self._texts = choice, texts
        self.setProperty("role", "tray")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = QLabel(texts("Marquez-en une autre (Espace)."))
        self.compare = QPushButton(texts("Comparer"))
        self.compare.setProperty("role", "primary")
        self.empty = QPushButton(texts("Vider"))
        self.empty.setProperty("role", "quiet")
        self.empty.setToolTip(texts("Ne plus comparer ces fiches"))
        row = FlowLayout(self, spacing=SNUG)
        row.setContentsMargins(GAP, SNUG, GAP, SNUG)
        for widget in (self.label, self.hint, self.compare, self.empty):
            row.addWidget(widget)
        self.compare.clicked.connect(self._on_compare)
        self.empty.clicked.connect(self._on_empty)
        choice.changed.connect(self._on_changed)
        self.hide()

    def _on_compare(self) -> None:
        self.comparison_asked.emit(self._choice.codes)

    def _on_empty(self) -> None:
        # Before the button that has the focus is hidden: Qt would give it to whatever comes next.
        if QApplication.focusWidget() is self.empty:
            self.emptied.emit()
        self._choice.clear()

    def _on_changed(self) -> None:
        texts, codes = self._texts, self._choice.codes
        count = texts.plural("{} fiche à comparer", "{} fiches à comparer", len(codes))
        said = f"{count.format(len(codes))} : {', '.join(codes)}"
        enough = self._choice.is_enough
        self.label.setText(said)
        self.hint.setVisible(not enough)
        self.compare.setEnabled(enough)
        self.setVisible(bool(codes))
        spoken = said if enough else f"{said}. {self.hint.text()}"
        announce(self.parentWidget() or self, spoken if codes else texts("Rien à comparer"))
