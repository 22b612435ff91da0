"""The pane of a definition: its text, and links that are wishes."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent

from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.texts import Texts
from tressons_kit.qt.tasks import LatestLane
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.definition.term_words import short_name, whole_name
from tressons_kit.ui.glossary.definition_page import (
    FICHE,
    SEARCH,
    SOURCE,
    TERM,
    USE,
    Details,
    definition_page,
    definition_style,
)
from tressons_kit.ui.readable_text import QTextEdit as ReadableText
from tressons_kit.ui.theme import ROOMY

_COLUMN = 640


class DefinitionPane(ReadableText):
    """Shows a term at once, and where it is used when that is known."""

    fiche_chosen = Signal(str, str)
    term_chosen = Signal(object)
    search_chosen = Signal(str)
    address_asked = Signal(str)
    failed = Signal(object)
    completed = Signal()

    def __init__(self, services: Services, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts)
        self._services, self._appearance, self._texts = services, appearance, texts
        self._details: Details | None = None
        self._lane = LatestLane(self)
        self._lane.done.connect(self._on_found)
        self._lane.failed.connect(self.failed)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts("Définition"))
        self.anchorClicked.connect(self._on_link)
        appearance.changed.connect(self._render)

    @property
    def details(self) -> Details | None:
        """What is on show."""
        return self._details

    def show_term(self, term: GlossaryTerm) -> None:
        """Show a term; what takes a reading of the kit comes after."""
        glossary = self._services.glossary
        self.setAccessibleName(whole_name(term))
        self._details = Details(term)
        self._render()
        self.verticalScrollBar().setValue(0)
        self._lane.submit(
            lambda: Details(term, glossary.see(term), glossary.related(term), glossary.uses(term))
        )

    def show_nothing(self) -> None:
        """Show an empty pane."""
        self._lane.drop()
        self._details = None
        self.setAccessibleName(self._texts("Définition"))
        self.clear()

    def finish(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self._lane.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        spare = self.width() - self._appearance.pixels(_COLUMN) - 2 * ROOMY
        self.setViewportMargins(ROOMY, ROOMY // 2, max(ROOMY, spare), 0)
        super().resizeEvent(event)

    def _render(self) -> None:
        if self._details is None:
            return
        place = self.verticalScrollBar().value()
        look = self._appearance
        self.document().setDefaultStyleSheet(definition_style(look.palette, look.scale))
        self.setHtml(definition_page(self._details, self._texts))
        self.verticalScrollBar().setValue(place)

    def _on_found(self, details: Details) -> None:
        self._details = details
        self._render()
        self.completed.emit()

    def _on_link(self, url: QUrl) -> None:
        details, which = self._details, url.path()
        if details is None:
            return
        match url.scheme():
            case str(scheme) if scheme == FICHE:
                self.fiche_chosen.emit(which, "")
            case str(scheme) if scheme == USE and details.uses:
                use = details.uses[int(which)]
                self.fiche_chosen.emit(use.card.code, use.spelling)
            case str(scheme) if scheme == TERM:
                self.term_chosen.emit(details.related[int(which)])
            case str(scheme) if scheme == SOURCE:
                self.address_asked.emit(details.term.sources[int(which)].address or "")
            case str(scheme) if scheme == SEARCH:
                self.search_chosen.emit(short_name(details.term))
