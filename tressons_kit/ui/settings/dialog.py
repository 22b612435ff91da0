"""The dialog « Réglages »."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tressons_kit.domain.kept_search import KeptSearch
from tressons_kit.domain.language import Language
from tressons_kit.foundation.texts import Texts
from tressons_kit.library.kit import Kit
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.sections.section_dialog import SectionDialog
from tressons_kit.ui.settings.appearance_section import AppearanceSection
from tressons_kit.ui.settings.data_section import DataSection
from tressons_kit.ui.settings.language_choice import LanguageChoice
from tressons_kit.ui.settings.reading_section import ReadingSection
from tressons_kit.ui.settings.saved_section import SavedSection
from tressons_kit.ui.settings.search_section import SearchSection
from tressons_kit.ui.settings.unanswered_section import UnansweredSection


class SettingsDialog(SectionDialog):
    """Every change counts at once and is kept."""

    completion_changed = Signal(bool)
    depth_chosen = Signal(str)
    search_chosen = Signal(object)

    def __init__(
        self, memory: Memory, kit: Kit, appearance: Appearance, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(texts("Réglages"), appearance, texts, parent)
        kept, state, taxonomy = memory.searches, memory.state, kit.taxonomy
        self.language = LanguageChoice(Language.read(state.language), texts)
        self.look = AppearanceSection(appearance, texts, self.language)
        self.reading = ReadingSection(
            depth=state.first_depth, lens=state.lens, appearance=appearance, texts=texts
        )
        self.search = SearchSection(
            kept, completion=state.completion, appearance=appearance, texts=texts
        )
        self.saved = SavedSection(kept, taxonomy, appearance, texts)
        self.unanswered = UnansweredSection(kept, taxonomy, appearance, texts)
        self.data = DataSection(memory.path, kit.path, appearance, texts)
        self.add_section(self.look, "sun-moon")
        self.add_section(self.reading, "book-open")
        self.add_section(self.search, "search")
        self.add_section(self.saved, "bookmark")
        self.add_section(self.unanswered, "message-circle", texts("Sans réponse"))
        self.add_section(self.data, "folder-open")
        self.language.language_chosen.connect(memory.keep_language)
        self.reading.lens_changed.connect(memory.keep_lens)
        self.reading.depth_chosen.connect(memory.keep_first_depth)
        self.reading.depth_chosen.connect(self._on_depth)
        self.saved.search_chosen.connect(self._on_search)
        self.search.completion_changed.connect(self.completion_changed)
        memory.searches_changed.connect(self._on_searches_changed)
        memory.refresh_searches()

    def _on_depth(self, depth: str) -> None:
        # « Comme la dernière fois » asks for nothing now.
        if depth:
            self.depth_chosen.emit(depth)

    def _on_search(self, search: KeptSearch) -> None:
        self.accept()
        self.search_chosen.emit(search)

    def _on_searches_changed(self) -> None:
        for section in (self.saved, self.unanswered, self.search):
            section.show_searches()
