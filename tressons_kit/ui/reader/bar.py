"""The bar above a fiche: the way back, how far one reads, the outline, the search, the text size."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.reader.depth_control import DepthControl
from tressons_kit.ui.reader.outline import OutlineEntry
from tressons_kit.ui.theme import GAP, SNUG, TIGHT

_ROOM_FOR_SIZES, _ROOM_FOR_WORDS = 660, 520
"""Pixels at 100 % under which the buttons of the text size go, then the words of the others."""


class ReaderBar(QWidget):
    """Says what was asked for; what does not fit has a key, or its icon alone."""

    results_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    find_requested = Signal()
    print_requested = Signal()
    size_requested = Signal(int)
    part_requested = Signal(str)

    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._texts = appearance, texts
        self._to_results = self._button(texts("Résultats"), texts("Revenir à la liste"))
        self._back = self._button("", texts("Fiche précédente (Alt+Gauche)"))
        self._forward = self._button("", texts("Fiche suivante (Alt+Droite)"))
        self.depths = DepthControl(texts)
        self._contents = self._button(texts("Sommaire"), texts("Sommaire de la fiche"))
        self._contents.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._contents)
        self._contents.setMenu(self._menu)
        self._find = self._button("", texts("Chercher dans la fiche (Ctrl+F)"))
        self._print = self._button("", texts("Imprimer, enregistrer en PDF (Ctrl+P)"))
        self._smaller = self._button("", texts("Texte plus petit (Ctrl+-)"))
        self._larger = self._button("", texts("Texte plus grand (Ctrl++)"))
        self._stacked, self._roomy = False, False
        self._build()
        self._connect()
        appearance.changed.connect(self._redraw)
        self._redraw()

    def set_history(self, *, back: bool, forward: bool) -> None:
        """Tell which way the history can go."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def set_stacked(self, *, stacked: bool) -> None:
        """Offer the way back to the list where the reader has taken its place."""
        self._stacked = stacked
        self._fit()

    def set_outline_beside(self, *, beside: bool) -> None:
        """Leave out the button of the outline where the outline itself is on show."""
        self._roomy = beside
        self._fit()

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Replace the parts in the menu of the outline."""
        self._menu.clear()
        for entry in entries:
            action = QAction(entry.title.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setData(entry.anchor)
            action.triggered.connect(
                lambda _=False, anchor=entry.anchor: self.part_requested.emit(anchor)
            )
            self._menu.addAction(action)

    def follow(self, anchor: str) -> None:
        """Tick the part being read in the menu."""
        for action in self._menu.actions():
            action.setChecked(action.data() == anchor)

    def minimumSizeHint(self) -> QSize:
        """Let the bar be narrower than its words: it leaves some out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(TIGHT)
        for widget in (self._to_results, self._back, self._forward):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.depths)
        row.addStretch(1)
        for widget in (self._contents, self._find, self._print, self._smaller, self._larger):
            row.addWidget(widget)

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        # A space apart from the icon: style sheets have no word for it.
        button.setText(f" {text}" if text else "")
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _connect(self) -> None:
        self._to_results.clicked.connect(self.results_requested)
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        self._find.clicked.connect(self.find_requested)
        self._print.clicked.connect(self.print_requested)
        self._smaller.clicked.connect(lambda: self.size_requested.emit(-1))
        self._larger.clicked.connect(lambda: self.size_requested.emit(1))

    def _fit(self) -> None:
        """Show what there is room for."""
        width, look = self.width(), self._appearance
        sizes = width >= look.pixels(_ROOM_FOR_SIZES)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if width >= look.pixels(_ROOM_FOR_WORDS)
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for button in (self._to_results, self._contents):
            button.setToolButtonStyle(style)
        self._to_results.setVisible(self._stacked)
        self._contents.setVisible(not self._roomy)
        self._smaller.setVisible(sizes)
        self._larger.setVisible(sizes)

    def _redraw(self) -> None:
        look = self._appearance
        icons = {
            self._to_results: "arrow-left",
            self._back: "arrow-left",
            self._forward: "arrow-right",
            self._find: "search",
            self._print: "printer",
            self._smaller: "zoom-out",
            self._larger: "zoom-in",
            self._contents: "table-of-contents",
        }
        side = look.pixels(SNUG * 5 // 2)
        for button, icon in icons.items():
            button.setIcon(look.icon(icon))
            button.setIconSize(QSize(side, side))
        self._fit()
