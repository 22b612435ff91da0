"""Joins what the library page is asked to the services, off the window's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from tressons_kit.domain.errors import KitError
from tressons_kit.domain.explanation import ResultExplanation
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.query import Excerpt, FilterOffer, Order, Query, Results
from tressons_kit.qt.tasks import LatestLane
from tressons_kit.services import Services

FIRST_CARDS = 20
"""Cards that come with the answer: more than the tallest screen shows."""

_STUCK_AFTER = 150
"""Milliseconds without a letter: each suggestion is one more search, the next letter another query."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page paints at once; `unfiltered` is how many fiches the words alone would find."""

    results: Results
    cards: Mapping[int, FicheCard]
    unfiltered: int


@dataclass(frozen=True, slots=True)
class ExplainedCard:
    """A fiche of the list, the query that it answers, and why."""

    card: FicheCard
    query: Query
    explanation: ResultExplanation


class LibraryController(QObject):
    """Holds the query; answers arrive by `answered`, only the last one counts."""

    answered = Signal(object)
    cards_found = Signal(object)
    excerpts_found = Signal(object)
    suggestions_found = Signal(object)
    explanation_found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._query = Query()
        self._pending = False
        self._search = LatestLane(self)
        self._cards = LatestLane(self)
        self._excerpts = LatestLane(self)
        self._suggestions = LatestLane(self)
        self._explanations = LatestLane(self)
        self._ahead = LatestLane(self)
        self._stuck = QTimer(self, singleShot=True, interval=_STUCK_AFTER)
        self._stuck.timeout.connect(self._find_suggestions)
        self._lanes = (
            self._search,
            self._cards,
            self._excerpts,
            self._suggestions,
            self._explanations,
            self._ahead,
        )
        self._search.done.connect(self._on_answer)
        self._cards.done.connect(self.cards_found)
        self._excerpts.done.connect(self.excerpts_found)
        self._suggestions.done.connect(self.suggestions_found)
        self._explanations.done.connect(self.explanation_found)
        for lane in self._lanes:
            lane.failed.connect(self._on_failed)

    @property
    def query(self) -> Query:
        """What is being asked."""
        return self._query

    @property
    def is_pending(self) -> bool:
        """Tell whether an answer is on its way."""
        return self._pending

    def ask(self, query: Query) -> None:
        """Ask for something else; the answer to what was asked before will not come."""
        self._query = query
        self._pending = True
        self._excerpts.drop()
        self._stuck.stop()
        self._suggestions.drop()
        self._explanations.drop()
        self._search.submit(lambda: _answer(self._services, query))

    def ask_text(self, text: str) -> None:
        """Change the words; they may be corrected again."""
        self.ask(replace(self._query, text=text, verbatim=False))

    def ask_verbatim(self) -> None:
        """Search the words as they were typed."""
        self.ask(replace(self._query, verbatim=True))

    def accept(self, offer: FilterOffer) -> None:
        """Take a filter in place of the words that name it."""
        query = self._query
        if (offer.facet, offer.term) not in query.chosen:
            query = query.toggled(offer.facet, offer.term)
        self.ask(replace(query, text=offer.text, verbatim=False))

    def ask_order(self, order: Order) -> None:
        """Change the order."""
        self.ask(replace(self._query, order=order))

    def toggle(self, facet: str, term: str) -> None:
        """Add a filter, or take it off."""
        self.ask(self._query.toggled(facet, term))

    def clear_filters(self) -> None:
        """Take every filter off."""
        self.ask(self._query.without_filters())

    def prepare(self) -> None:
        """Get ready for the first letter typed, while nobody waits."""
        self._ahead.submit(self._services.search.prepare)

    def find_cards(self, rows: Sequence[int]) -> None:
        """Ask for the cards of some rows."""
        self._cards.submit(lambda: self._services.fiches.cards(rows))

    def find_excerpts(self, rows: Sequence[int]) -> None:
        """Ask for the passages of some rows that hold the words."""
        query = self._query

        def still_asked() -> bool:
            return self._query is query

        self._excerpts.submit(lambda: _excerpts(self._services, rows, query.text, still_asked))

    def find_explanation(self, row: int, card: FicheCard) -> None:
        """Ask why a fiche answers the query on show."""
        query, search = self._query, self._services.search
        self._explanations.submit(lambda: ExplainedCard(card, query, search.explain(query, row)))

    def stop(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self._stuck.stop()
        for lane in self._lanes:
            lane.finish()

    def _on_answer(self, answer: Answer) -> None:
        self._pending = False
        if not answer.results.rows:
            self._stuck.start()
        self.answered.emit(answer)

    def _find_suggestions(self) -> None:
        """Ask what to try instead of what was asked."""
        query = self._query

        def still_asked() -> bool:
            return self._query is query

        self._suggestions.submit(lambda: self._services.suggestions.suggest(query, still_asked))

    def _on_failed(self, error: Exception) -> None:
        self._pending = False
        if isinstance(error, KitError):
            self.failed.emit(error)
        else:
            raise error


def _answer(services: Services, query: Query) -> Answer:
    results = services.search.search(query)
    cards = services.fiches.cards(results.rows[:FIRST_CARDS])
    unfiltered = len(results.rows)
    if not results.rows and query.filters:
        unfiltered = len(services.search.search(query.without_filters()).rows)
    return Answer(results, cards, unfiltered)


def _excerpts(
    services: Services, rows: Sequence[int], text: str, still_asked: Callable[[], bool]
) -> dict[int, Excerpt]:
    """Find passages one fiche at a time, and stop as soon as something else is typed."""
    found: dict[int, Excerpt] = {}
    for row in rows:
        if not still_asked():
            break
        excerpt = services.excerpts.excerpt(row, text)
        if excerpt is not None:
            found[row] = excerpt
    return found
