"""What is said between the number of results and their list: one line each, and only when needed."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tressons_kit.domain.query import Drop, FilterOffer, Results
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.library.rewording import corrected_text
from tressons_kit.ui.library.flow_line import FlowLine, shortened
from tressons_kit.ui.theme import GAP, SNUG, TIGHT

_LONGEST_NAME = 24
"""Letters of a name that has words around it."""


class AnswerLines(QWidget):
    """Shows how the query was read, and what would change it; says what was chosen."""

    verbatim_chosen = Signal()
    text_chosen = Signal(str)
    offer_chosen = Signal(FilterOffer)
    filter_removed = Signal(str, str)

    def __init__(self, taxonomy: Taxonomy, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy, self._texts = taxonomy, texts
        self._shown: object = None
        self._chosen: Sequence[tuple[str, str]] = ()
        self._correction = FlowLine()
        self._meanings = QLabel()
        self._meanings.setProperty("role", "small")
        self._meanings.setTextFormat(Qt.TextFormat.PlainText)
        self._meanings.setWordWrap(True)
        self._chips = FlowLine()
        self._offers = FlowLine()
        self._partial = FlowLine()
        self._lines = (self._correction, self._chips, self._offers, self._partial)
        # A long word must not push the columns apart.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, 0, GAP, SNUG)
        layout.setSpacing(TIGHT)
        for line in (self._correction, self._meanings, self._chips, self._offers, self._partial):
            layout.addWidget(line)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """Every button, from top to bottom."""
        return [button for line in self._lines for button in line.buttons]

    def show_answer(self, results: Results) -> None:
        """Replace the lines, unless they say the same already."""
        shown = (
            results.query.chosen,
            results.query.text if results.corrections else "",
            results.corrections,
            results.meanings,
            results.understood,
            results.offers,
            results.drops if results.rows else (),
            results.is_partial,
        )
        if shown == self._shown:
            return
        self._shown = shown
        for line in self._lines:
            line.clear()
        self._show_correction(results)
        self._show_meanings(results)
        self._show_chips(results)
        self._show_offers(results)
        self._show_partial(results)
        self.setVisible(any(shown[2:]) or bool(results.query.chosen))

    def spoken(self, results: Results, count: str) -> str:
        """Return what a screen reader must hear of an answer: what changed, the count, the reading."""
        said = [*self._spoken_filters(results.query.chosen), count]
        if results.corrections:
            searched = corrected_text(results.query.text, results.corrections)
            said.append(self._texts("résultats pour {}").format(searched))
        if results.is_partial:
            said.append(self._texts("aucune fiche n’a tous les mots"))
        return ", ".join(said)

    def _spoken_filters(self, chosen: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Tell the filters that came or went since the last answer."""
        before, self._chosen = self._chosen, chosen
        for sentence, terms, others in (
            (self._texts("filtre {} choisi"), chosen, before),
            (self._texts("filtre {} retiré"), before, chosen),
        ):
            for facet, term in terms:
                if (facet, term) not in others:
                    yield sentence.format(self._taxonomy.label(facet, term))

    def _show_correction(self, results: Results) -> None:
        if not results.corrections:
            return
        typed = results.query.text.strip()
        instead = self._texts("chercher plutôt {}")
        line = self._correction
        line.say(self._texts("Résultats pour"))
        line.say(shortened(corrected_text(typed, results.corrections)), role="strong")
        line.say("·")
        line.offer(
            instead.format(shortened(typed, _LONGEST_NAME)),
            self.verbatim_chosen.emit,
            role="inline",
            name=instead.format(typed),
        )

    def _show_meanings(self, results: Results) -> None:
        said = [
            self._texts("{} : {}").format(meaning.acronym, meaning.meaning)
            for meaning in results.meanings
        ]
        self._meanings.setText(" · ".join(said))
        self._meanings.setVisible(bool(said))

    def _show_chips(self, results: Results) -> None:
        for facet, term in results.query.chosen:
            label = self._taxonomy.label(facet, term)
            self._chips.offer(
                f"{shortened(label)}  ×",
                partial(self.filter_removed.emit, facet, term),
                role="chip",
                name=self._texts("Retirer le filtre {}").format(label),
            )
        for part in results.understood:
            self._chips.offer(
                f"{shortened(part.label)}  ×",
                partial(self.text_chosen.emit, part.text),
                role="chip",
                name=self._texts("Retirer « {} » de la recherche").format(part.label),
            )

    def _show_offers(self, results: Results) -> None:
        if not results.offers:
            return
        self._offers.say(self._texts("Filtrer :"))
        for offer in results.offers:
            facet = self._taxonomy.find(offer.facet)
            fiches = self._texts.plural("{} fiche", "{} fiches", offer.count)
            self._offers.offer(
                f"{shortened(offer.label, _LONGEST_NAME)} ({number(offer.count, self._texts)})",
                partial(self.offer_chosen.emit, offer),
                role="offer",
                name=self._texts("Filtrer par {} : {}, {}").format(
                    facet.label if facet else offer.facet,
                    offer.label,
                    fiches.format(number(offer.count, self._texts)),
                ),
            )

    def _show_partial(self, results: Results) -> None:
        if results.is_partial:
            self._partial.say(self._texts("Aucune fiche n’a tous les mots."))
        # An empty list has room for these, among other things to try.
        for drop in results.drops if results.rows else ():
            offer_drop(self._partial, drop, self._texts, self.text_chosen.emit)


def offer_drop(line: FlowLine, drop: Drop, texts: Texts, choose: Callable[[str], None]) -> None:
    """Add a word to leave out, with the number of fiches that this would find."""
    fiches = texts.plural("{} fiche", "{} fiches", drop.count).format(number(drop.count, texts))
    line.offer(
        texts("Sans {} ({})").format(shortened(drop.word, _LONGEST_NAME), number(drop.count, texts)),
        partial(choose, drop.text),
        role="inline",
        name=texts("Chercher sans « {} », {}").format(drop.word, fiches),
    )
