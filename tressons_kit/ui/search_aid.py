"""What helps to search: completion, the searches that are kept, the settings of both."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from tressons_kit.domain.completion import Completions, FicheMatch, TermMatch
from tressons_kit.domain.errors import KitError
from tressons_kit.domain.kept_search import KeptSearch, SavedSearch
from tressons_kit.domain.query import FilterOffer, Query
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.completion.completer import Completer
from tressons_kit.ui.completion.lines import Composer, Line
from tressons_kit.ui.completion.popup import CompletionPopup
from tressons_kit.ui.kept_search_words import in_words
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.search_field import SearchField

_SIGN = 20
_PAINTED_AFTER = 30
"""Milliseconds after which an answer is surely painted: until then the machine is left to it."""


class SearchAid(QObject):
    """Says which fiche or term to open, which words and filters to search, what to tell."""

    fiche_chosen = Signal(str)
    term_chosen = Signal(str)
    search_chosen = Signal(str, object)
    said = Signal(str)
    depth_chosen = Signal(str)

    def __init__(
        self,
        field: SearchField,
        services: Services,
        memory: Memory,
        asked: Callable[[], Query],
        appearance: Appearance,
        texts: Texts,
    ) -> None:
        super().__init__(field)
        self._field, self._memory, self._asked = field, memory, asked
        self._taxonomy, self._appearance, self._texts = services.kit.taxonomy, appearance, texts
        self._kept = memory.searches
        self._services = services
        self._kit_version = services.kit.info.content_version
        self._painted = QTimer(self, singleShot=True, interval=_PAINTED_AFTER)
        self._painted.timeout.connect(self.show_query)
        self.save_button = QToolButton()
        self.save_button.setProperty("role", "quiet")
        self.save_button.clicked.connect(self.save_search)
        appearance.changed.connect(self.show_query)
        memory.searches_changed.connect(self.show_query)
        memory.searches_not_written.connect(self._on_not_written)

    def build(self, window: QWidget) -> None:
        """Put the list over the pages of a window, once these are there."""
        look, texts = self._appearance, self._texts
        self.popup = CompletionPopup(self._field, look, texts, window)
        composer = Composer(self._kept, self._taxonomy, texts)
        self.completer = Completer(self._field, self.popup, self._complete, self._kept, composer, texts)
        self.completer.complete_while_typing(on=self._memory.state.completion)
        self.completer.line_chosen.connect(self._on_line)
        window.installEventFilter(self.completer)
        self._window = window
        self.show_query()

    def follow_answer(self) -> None:
        """Follow what was answered, once it is painted."""
        self._painted.start()

    def show_query(self) -> None:
        """Follow what is asked: complete it, and tell whether it is kept."""
        self.completer.refresh()
        query = self._asked()
        saved = self._kept.find_saved(query.text, query.filters)
        name = (
            self._texts("Recherche gardée sous le nom « {} »").format(saved.name)
            if saved
            else self._texts("Garder cette recherche")
        )
        icon, role = ("bookmark-check", "accent") if saved else ("bookmark", "soft_ink")
        side = self._appearance.pixels(_SIGN)
        self.save_button.setIconSize(QSize(side, side))
        self.save_button.setIcon(self._appearance.icon(icon, role))
        self.save_button.setAccessibleName(name)
        self.save_button.setToolTip(self._texts("{} (Ctrl+Maj+D)").format(name))
        self.save_button.setEnabled(not KeptSearch(query.text, query.filters).is_empty)

    def prepare(self) -> None:
        """Get ready for the first letter typed, while nobody waits."""
        self.completer.prepare(self._prepare)

    def _prepare(self) -> None:
        self._services.completion.prepare()

    def _complete(self, typed: str) -> Completions:
        return self._services.completion.complete(typed)

    def leave_page(self) -> None:
        """Hide what is over the page: another one shows."""
        self.completer.leave_page()

    def offer_kept(self) -> None:
        """Show saved and recent searches if the field is empty."""
        self.completer.show_kept()

    def note_search(self) -> None:
        """Count what is asked among the recent searches: it led somewhere."""
        query = self._asked()
        self._kept.note_recent(query.text, query.filters)

    def note_unanswered(self, query: Query) -> None:
        """Keep a search that found nothing, for the authors of the kit, if it is ever exported."""
        self._kept.note_unanswered(query.text, query.filters, self._kit_version)

    def save_search(self) -> None:
        """Keep what is asked, under the name that its words give."""
        query = self._asked()
        search = KeptSearch(query.text.strip(), query.filters)
        already = self._kept.find_saved(query.text, query.filters)
        kept = self._kept.keep(in_words(search, self._taxonomy), query.text, query.filters)
        if kept is None:
            self.said.emit(
                self._texts("Il n’y a rien à garder : tapez un mot ou choisissez un filtre.")
            )
        elif already:
            told = self._texts("Cette recherche est déjà gardée sous le nom « {} ».")
            self.said.emit(told.format(kept.name))
        else:
            told = self._texts(
                "Recherche gardée : « {} ». Vous la retrouverez sous le champ de recherche vide ;"
                " Ctrl+, pour la renommer."
            )
            self.said.emit(told.format(kept.name))

    def show_settings(self, *, at_searches: bool = False) -> None:
        """Open the settings, at the kept searches if that is what was asked for."""
        from tressons_kit.ui.settings.dialog import SettingsDialog  # noqa: PLC0415 - not before the first paint

        dialog = SettingsDialog(
            self._memory, self._services.kit, self._appearance, self._texts, self._window
        )
        dialog.depth_chosen.connect(self.depth_chosen)
        dialog.completion_changed.connect(self._on_completion_changed)
        dialog.search_chosen.connect(self._on_search)
        dialog.start(dialog.saved if at_searches else None)

    def stop(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self.completer.finish()

    def _on_line(self, line: Line) -> None:
        match line.value:
            case FicheMatch(code=code):
                self.fiche_chosen.emit(code)
            case TermMatch(term=term):
                self.term_chosen.emit(term.term)
            case FilterOffer(facet=facet, term=chosen, text=text):
                filters = self._asked().filters
                terms = filters.get(facet, frozenset()) | {chosen}
                self.search_chosen.emit(text, {**filters, facet: terms})
            case SavedSearch(search=search) | (KeptSearch() as search):
                self._on_search(search)
            case _:
                self.show_settings(at_searches=True)

    def _on_search(self, search: KeptSearch) -> None:
        self._kept.note_recent(search.text, search.filters)
        self.search_chosen.emit(search.text, search.filters)

    def _on_completion_changed(self, on: bool) -> None:  # noqa: FBT001 - a signal
        self._memory.keep_completion(on=on)
        self.completer.complete_while_typing(on=on)

    def _on_not_written(self, error: Exception) -> None:
        if isinstance(error, KitError):
            told = explain(error, self._texts)
            kept = self._texts("Vos recherches restent dans cette fenêtre jusqu’à sa fermeture.")
            self.said.emit(f"{told.title} : {told.happened}. {kept}")
        else:
            raise error
