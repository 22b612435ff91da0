"""How the search field behaves, and what it remembers by itself."""

from PySide6.QtCore import Qt, Signal

from tressons_kit.foundation.kept_searches import KeptSearches
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.settings.tick_box import TickBox


class SearchSection(Section):
    """Says whether suggestions come while one types."""

    completion_changed = Signal(bool)

    def __init__(
        self, kept: KeptSearches, *, completion: bool, appearance: Appearance, texts: Texts
    ) -> None:
        super().__init__(texts("Recherche"), appearance)
        self._kept, self._texts = kept, texts
        self.completion = TickBox(texts("Suggestions pendant la frappe"), appearance)
        self.completion.setChecked(completion)
        self.completion.toggled.connect(self.completion_changed)
        self._column.addWidget(self.completion, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_words(texts("Sans elles, Alt+↓ les montre quand vous le demandez."))
        self.forget = self.button("", "trash-2")
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(kept.forget_all_recent)
        self.add_row().addWidget(self.forget)
        self.show_searches()

    def show_searches(self) -> None:
        """Show how many recent searches there are to forget."""
        count = len(self._kept.recent)
        label = self._texts.plural(
            "Oublier la recherche récente", "Oublier les {} recherches récentes", count
        )
        none = self._texts("Aucune recherche récente à oublier")
        self.forget.setText(" " + (label.format(count) if count else none))
        self.forget.setEnabled(bool(count))
