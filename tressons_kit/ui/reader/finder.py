"""Finds words in the fiche on show, marks them and goes from one to the next.

The words are those of the search that led here, or those typed in the bar (Ctrl+F). Reading the words
of a long fiche takes tens of milliseconds: it is done off the window's thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tressons_kit.domain.query import FichePassages
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.library.query_words import read_words
from tressons_kit.library.text_matcher import TextMatcher
from tressons_kit.qt.tasks import LatestLane
from tressons_kit.services import Services
from tressons_kit.ui.reader.browser import FicheBrowser
from tressons_kit.ui.reader.find_bar import FindBar
from tressons_kit.ui.reader.found_places import FoundPlaces, PagePart, find_places

_FOLLOWED_AFTER = 120
"""Milliseconds: the list of what is being typed comes first, and its excerpts."""


class Landing(Enum):
    """Where the page goes once the words are found."""

    STAY = auto()
    BEST = auto()
    NEXT = auto()
    SAME = auto()
    SAME_IN_SIGHT = auto()
    UNCOVERED = auto()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What to find; words that are `typed` here are looked for together first."""

    words: str = ""
    typed: bool = False
    landing: Landing = Landing.STAY


@dataclass(frozen=True, slots=True)
class _Answer:
    wanted: _Wanted
    found: FoundPlaces
    passages: FichePassages


class Finder(QObject):
    """Joins the page and the bar; `answer_needed` asks that a folded answer be opened.

    `whole_needed` asks for the whole fiche: the match gone to is in a part that is left out.
    """

    answer_needed = Signal(int)
    whole_needed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        page: FicheBrowser,
        bar: FindBar,
        read_page: Callable[[], tuple[PagePart, ...]],
        texts: Texts,
    ) -> None:
        super().__init__(page)
        self._services, self._page, self._bar, self._texts = services, page, bar, texts
        self._read_page = read_page
        self._row: int | None = None
        self._wanted = _Wanted()
        self._parts: tuple[PagePart, ...] | None = None
        self._found = FoundPlaces()
        self._current = 0
        self._anchor = 0
        self._uncovered = ("", 0)
        self._lane = LatestLane(self)
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOWED_AFTER)
        self._followed: str | None = ""
        self._pending = False
        self._follow.timeout.connect(self._on_followed)
        self._lane.done.connect(self._on_found)
        self._lane.failed.connect(self._on_failed)
        bar.text_typed.connect(self._on_typed)
        bar.step_requested.connect(self.step)
        bar.part_requested.connect(self._on_part)
        bar.close_requested.connect(self.close)

    @property
    def words(self) -> str:
        """The words of the search that are marked, empty for words typed here."""
        return "" if self._wanted.typed else self._wanted.words

    @property
    def is_pending(self) -> bool:
        """Tell whether words are being looked for."""
        return self._pending

    def look_in(self, row: int | None, words: str, landing: Landing) -> None:
        """Mark the words of a search in the fiche that has just been put on show."""
        self._row, self._followed = row, words
        self._follow.stop()
        self._parts, self._found = None, FoundPlaces()
        self._ask(_Wanted(words, landing=landing))

    def look_again(self, landing: Landing = Landing.SAME) -> None:
        """Mark the same words in the same fiche, drawn again."""
        self._parts, self._found = None, FoundPlaces()
        self._lane.drop()
        if self._wanted.words:
            self._ask(replace(self._wanted, landing=landing))

    def landing_again(self) -> Landing:
        """Tell where to land once the page is drawn again: a match in sight must stay so."""
        places = self._found.places
        if not places or self._current < 0:
            # They are still looked for: the page goes where it was going.
            return self._wanted.landing
        in_sight = self._page.is_in_sight(places[self._current].start)
        return Landing.SAME_IN_SIGHT if in_sight else Landing.SAME

    def follow(self, words: str) -> None:
        """Mark the words of a search as they are typed, without moving the page."""
        if words != self._followed and not self._bar.is_typing:
            self._followed = words
            self._follow.start()

    def hold(self) -> None:
        """Leave the machine to a search that is being typed; its answer is followed."""
        self._follow.stop()
        if self._pending and not self._wanted.typed:
            self._lane.drop()
            self._pending = False
            # Another object: what runs for the last one stops at its next paragraph.
            self._wanted = replace(self._wanted)
            self._followed = None

    def start(self) -> None:
        """Let words be typed, from what is selected in the page or what was last looked for."""
        if self._row is None:
            return
        selected = self._page.textCursor().selectedText().strip()
        words = selected if selected and selected.isprintable() else self._wanted.words
        self._anchor = self._page.top_position()
        self._bar.show_field(words or self._bar.field.text())
        self._on_typed(self._bar.field.text())

    def step(self, step: int) -> None:
        """Go to the next match or the one before, round the end; open the bar if nothing was asked."""
        count = len(self._found.places)
        if not self._wanted.words:
            self.start()
        elif count:
            # Nothing on show has the words yet: the first step goes to the first match, or to the last.
            wanted = self._current + step if self._current >= 0 else (0 if step > 0 else -1)
            self._go_to(wanted % count)
            self._tell(self._wrapped(wanted, count))

    def close(self) -> None:
        """Forget the words, and give the focus back to the text if the bar had it."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._bar.isAncestorOf(focused)
        self._ask(_Wanted())
        if had_focus:
            self._page.setFocus()

    def step_back(self) -> bool:
        """Close the bar if words are typed in it; tell whether it was."""
        if not self._bar.is_typing:
            return False
        self.close()
        return True

    def stop(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self._follow.stop()
        self._lane.finish()

    def _ask(self, wanted: _Wanted) -> None:
        self._wanted = wanted
        if not wanted.words.strip() or self._row is None:
            self._lane.drop()
            self._on_found(_Answer(wanted, FoundPlaces(), FichePassages()))
            return
        if self._parts is None:
            self._parts = self._read_page()
        row, parts, services = self._row, self._parts, self._services
        self._pending = True

        def still_asked() -> bool:
            return self._wanted is wanted

        self._lane.submit(lambda: _find(services, row, parts, wanted, still_asked))

    def _on_typed(self, words: str) -> None:
        self._ask(_Wanted(words, typed=True, landing=Landing.NEXT))

    def _on_followed(self) -> None:
        if self._row is not None and not self._bar.is_typing:
            self._ask(_Wanted(self._followed or ""))

    def _on_part(self, slug: str) -> None:
        places = self._found.places
        first = next((n for n, place in enumerate(places) if place.slug == slug), None)
        if first is not None:
            self._go_to(first)
            self._tell()

    def _wrapped(self, wanted: int, count: int) -> str:
        if wanted >= count:
            return self._texts("retour au début")
        return self._texts("retour à la fin") if wanted < 0 else ""

    def _on_found(self, answer: _Answer) -> None:
        self._pending = False
        landing, places = answer.wanted.landing, answer.found.places
        self._found = answer.found
        self._current = self._landed(landing) if places else 0
        self._show_bar(answer)
        asked = answer.wanted.typed and landing is Landing.NEXT
        self._tell(announced=asked or landing is Landing.UNCOVERED)
        if places and self._current >= 0 and landing not in {Landing.STAY, Landing.SAME}:
            self._go_to(self._current)
        else:
            self._mark()

    def _landed(self, landing: Landing) -> int:
        places = self._found.places
        if landing is Landing.BEST:
            return self._found.best
        if landing in {Landing.SAME, Landing.SAME_IN_SIGHT}:
            return min(self._current, len(places) - 1)
        if landing is Landing.UNCOVERED:
            return self._landed_uncovered()
        # The first that is in sight or below, as one who reads on expects.
        start = self._anchor if landing is Landing.NEXT else self._page.top_position()
        on_show = [n for n, place in enumerate(places) if not place.hidden]
        first = on_show[0] if on_show else -1
        return next((n for n in on_show if places[n].end >= start), first)

    def _landed_uncovered(self) -> int:
        """Find again, in the whole fiche, the match that was gone to in a part left out."""
        slug, rank = self._uncovered
        same = [n for n, place in enumerate(self._found.places) if place.slug == slug]
        return same[min(rank, len(same) - 1)] if same else 0

    def _on_failed(self, error: Exception) -> None:
        self._pending = False
        self.failed.emit(error)

    def _show_bar(self, answer: _Answer) -> None:
        self._bar.show_parts(answer.passages.groups if answer.found.places else ())
        if answer.wanted.typed:
            self._bar.show()
        elif answer.found.places:
            self._bar.show_label()
        else:
            self._bar.hide()

    def _go_to(self, position: int) -> None:
        self._current = position
        place = self._found.places[position]
        if place.hidden:
            before = self._found.places[:position]
            rank = sum(other.hidden and other.slug == place.slug for other in before)
            self._uncovered = (place.slug, rank)
            self.whole_needed.emit()
            return
        if place.answer:
            # The page is drawn again with the answer, then looked in again.
            self.answer_needed.emit(place.answer)
            return
        self._page.reveal(place.start)
        self._mark()

    def _mark(self) -> None:
        self._page.mark([(place.start, place.end) for place in self._found.places], self._current)

    def _tell(self, more: str = "", *, announced: bool = True) -> None:
        """Say where we are among the matches, unless they are being looked for again."""
        if self._pending:
            return
        texts, count = self._texts, len(self._found.places)
        if not self._wanted.words.strip():
            told = ""
        elif not count:
            told = texts("Aucun passage")
        elif self._current < 0:
            told = texts.plural(
                "{} passage dans la fiche complète", "{} passages dans la fiche complète", count
            ).format(number(count, texts))
        else:
            told = texts("{} sur {}").format(number(self._current + 1, texts), number(count, texts))
            if self._found.apart and self._wanted.typed:
                more = more or texts("mots séparés")
        told = f"{told} · {more}" if more else told
        self._bar.tell_count(told, self.words, found=bool(count))
        if announced and told:
            self._bar.announce(told)


def _find(
    services: Services,
    row: int,
    parts: tuple[PagePart, ...],
    wanted: _Wanted,
    still_asked: Callable[[], bool],
) -> _Answer:
    # Typed in the page, words are only themselves: no synonym, no correction, and a code is a word.
    found_by = TextMatcher(read_words(wanted.words)) if wanted.typed else None
    matcher = found_by or services.excerpts.matcher(wanted.words)
    found = find_places(parts, matcher, together=wanted.typed, still_asked=still_asked)
    passages = services.excerpts.passages(row, wanted.words) if still_asked() else FichePassages()
    return _Answer(wanted, found, passages)
