"""The dialog « Réglages »."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.kept_search import KeptSearch
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.settings.reading_section import ReadingSection
from tressons_kit.ui.settings.saved_section import SavedSection
from tressons_kit.ui.settings.search_section import SearchSection
from tressons_kit.ui.settings.unanswered_section import UnansweredSection
from tressons_kit.ui.theme import GAP, ROOMY

_WIDTH, _HEIGHT = 640, 640


class SettingsDialog(QDialog):
    """Every change counts at once; Échap closes."""

    completion_changed = Signal(bool)
    search_chosen = Signal(object)

    def __init__(
        self,
        memory: Memory,
        taxonomy: Taxonomy,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Réglages"))
        kept = memory.searches
        self.saved = SavedSection(kept, taxonomy, appearance, texts)
        self.unanswered = UnansweredSection(kept, taxonomy, appearance, texts)
        self.search = SearchSection(
            kept, completion=memory.state.completion, appearance=appearance, texts=texts
        )
        self.reading = ReadingSection(lens=memory.state.lens, appearance=appearance, texts=texts)
        self.reading.lens_changed.connect(memory.keep_lens)
        self.saved.search_chosen.connect(self._on_search)
        self.search.completion_changed.connect(self.completion_changed)
        memory.searches_changed.connect(self._on_searches_changed)
        memory.refresh_searches()
        self._build(texts)
        room = parent.size()
        self.resize(
            min(appearance.pixels(_WIDTH), room.width() - ROOMY),
            min(appearance.pixels(_HEIGHT), room.height() - ROOMY),
        )
        (self.saved.list if kept.saved else self.search.completion).setFocus()

    def _build(self, texts: Texts) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(ROOMY, ROOMY, ROOMY, GAP)
        column.setSpacing(ROOMY)
        for section in (self.saved, self.unanswered, self.search, self.reading):
            column.addWidget(section)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        # No default button: Entrée ends a name, it must not close everything.
        close = QPushButton(texts("Fermer"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(ROOMY, 0, ROOMY, GAP)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _on_search(self, search: KeptSearch) -> None:
        self.accept()
        self.search_chosen.emit(search)

    def _on_searches_changed(self) -> None:
        for section in (self.saved, self.unanswered, self.search):
            section.show_searches()
