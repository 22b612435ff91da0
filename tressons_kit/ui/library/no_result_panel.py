"""What is shown in place of an empty list: why, what to try, and how to tell the kit's authors."""

from functools import partial
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.query import NearTerm, Query, Suggestions
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.foundation.typography import french
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.library.answer_lines import offer_drop
from tressons_kit.ui.library.controller import Answer
from tressons_kit.ui.library.flow_line import FlowLine, shortened
from tressons_kit.ui.theme import GAP, SNUG, TIGHT, WIDE

_LONGEST_TYPED = 80
_LONGEST_LABEL = 30
_LONGEST_DEFINITION = 160


class NoResultPanel(QScrollArea):
    """Tells at once that nothing was found; what to try comes when it has been counted."""

    text_chosen = Signal(str)
    term_chosen = Signal(str)
    filter_removed = Signal(str, str)
    filters_cleared = Signal()
    search_cleared = Signal()
    unanswered_noted = Signal(Query)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._query = Query()
        self._unfiltered = 0
        self._worth_noting = False
        self._noted_already: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
        self._sentence = _wrapped_label("plain")
        self._more = QWidget()
        self._corrected = _Section(texts("Vouliez-vous dire"))
        self._drops = _Section(texts("Avec un mot de moins"))
        self._lifted = _Section(texts("Avec un filtre de moins"))
        self._terms = _Section(texts("Dans le glossaire"))
        self._sections = (self._corrected, self._drops, self._lifted, self._terms)
        self._advice = _wrapped_label("soft")
        self._advice.setText(texts("Essayez un mot plus court, un autre mot, ou les filtres seuls."))
        self._note = QPushButton(texts("Noter cette recherche sans réponse"))
        self._note.setToolTip(texts("Gardée sur cet ordinateur, pour les auteurs du kit"))
        self._noted = QLabel(texts("Notée."))
        self._noted.setProperty("role", "soft")
        self._noted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._erase = QPushButton(texts("Effacer la recherche"))
        self._note.clicked.connect(self._on_noted)
        self._erase.clicked.connect(self.search_cleared)
        self._build()

    @property
    def buttons(self) -> list[QPushButton]:
        """Every button, from top to bottom."""
        return [*self.offered, self._note, self._erase]

    @property
    def offered(self) -> list[QPushButton]:
        """The suggestions, most likely to help first."""
        return [button for section in self._sections for button in section.buttons]

    @property
    def sentence(self) -> str:
        """What is told at once."""
        return self._sentence.text()

    def show_answer(self, answer: Answer) -> None:
        """Say that nothing was found, and why if it is known."""
        results = answer.results
        self._query, self._unfiltered = results.query, answer.unfiltered
        typed = results.query.text.strip()
        has_words = bool(results.terms or results.understood)
        self._worth_noting = has_words or bool(results.query.filters and not typed)
        why = french(self._why(has_words=has_words))
        self._sentence.setText(why.format(typed[:_LONGEST_TYPED]))
        self._more.hide()
        self.verticalScrollBar().setValue(0)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Offer what finds something, in the order of what is most likely to help."""
        for section in self._sections:
            section.clear()
        self._show_corrected(suggestions)
        for drop in suggestions.drops:
            offer_drop(self._drops.line, drop, self._texts, self.text_chosen.emit)
        self._show_lifted(suggestions)
        for near in suggestions.terms:
            self._show_term(near)
        offered = [section for section in self._sections if section.buttons]
        for section in self._sections:
            section.setVisible(section in offered)
        self._advice.setVisible(not offered)
        self._erase.setVisible(bool(self._query.text.strip()))
        self._show_note()
        self._more.setVisible(bool(self._query.text.strip() or self._query.filters))

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The keyboard goes through its buttons, which it brings into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(GAP)
        for section in self._sections:
            more.addWidget(section)
        more.addWidget(self._advice)
        actions = FlowLayout(spacing=SNUG)
        for widget in (self._note, self._noted, self._erase):
            actions.addWidget(widget)
        more.addLayout(actions)
        page = QWidget()
        page.setProperty("role", "suggestions")
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP, SNUG, GAP, WIDE)
        column.setSpacing(WIDE)
        column.addWidget(self._sentence)
        column.addWidget(self._more)
        column.addStretch(1)
        self.setWidget(page)

    def _why(self, *, has_words: bool) -> str:
        typed, filters, texts = self._query.text.strip(), self._query.filters, self._texts
        if typed and not has_words:
            return texts(
                "Il n’y a pas de mot à chercher dans « {} ». Tapez un mot, un lieu ou un code."
            )
        if typed and filters:
            return texts("Aucune fiche ne répond à « {} » avec ces filtres.")
        if typed:
            return texts("Aucune fiche ne répond à « {} ».")
        return texts("Aucune fiche ne répond à ces filtres.") if filters else texts("Aucune fiche.")

    def _show_corrected(self, suggestions: Suggestions) -> None:
        if suggestions.corrected is None:
            return
        text, count = suggestions.corrected
        self._corrected.line.offer(
            f"{shortened(text)} ({number(count, self._texts)})",
            partial(self.text_chosen.emit, text),
            role="inline",
            name=self._texts("Chercher « {} », {}").format(text, self._fiches(count)),
        )

    def _show_lifted(self, suggestions: Suggestions) -> None:
        for lifted in suggestions.lifted:
            self._lifted.line.offer(
                self._texts("Sans {} ({})").format(
                    shortened(lifted.label, _LONGEST_LABEL), number(lifted.count, self._texts)
                ),
                partial(self.filter_removed.emit, lifted.facet, lifted.term),
                role="inline",
                name=self._texts("Sans le filtre {}, {}").format(
                    lifted.label, self._fiches(lifted.count)
                ),
            )
        if len(self._query.chosen) > 1 and self._unfiltered:
            self._lifted.line.offer(
                self._texts("Sans aucun filtre ({})").format(number(self._unfiltered, self._texts)),
                self.filters_cleared.emit,
                role="inline",
                name=self._texts("Sans aucun filtre, {}").format(self._fiches(self._unfiltered)),
            )

    def _show_term(self, near: NearTerm) -> None:
        self._terms.start_line().offer(
            shortened(near.term),
            partial(self.term_chosen.emit, near.term),
            role="inline",
            name=self._texts("Voir la définition de « {} »").format(near.term),
        )
        self._terms.explain(shorten(near.definition, _LONGEST_DEFINITION, placeholder=" …"))

    def _fiches(self, count: int) -> str:
        return self._texts.plural("{} fiche", "{} fiches", count).format(number(count, self._texts))

    def _show_note(self) -> None:
        noted = (self._query.text, self._query.chosen) in self._noted_already
        self._note.setVisible(self._worth_noting and not noted)
        self._noted.setVisible(self._worth_noting and noted)

    def _on_noted(self) -> None:
        self._noted_already.add((self._query.text, self._query.chosen))
        self.unanswered_noted.emit(self._query)
        # Else the focus would go to the next button, and a second press would erase the search.
        self._noted.show()
        self._noted.setFocus()
        self._show_note()


class _Section(QWidget):
    """A small heading, and lines of suggestions under it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FlowLine] = []
        label = QLabel(heading)
        label.setProperty("role", "small")
        self._body = QVBoxLayout()
        self._body.setSpacing(TIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(label)
        layout.addLayout(self._body)
        self.hide()

    @property
    def line(self) -> FlowLine:
        """The last line, begun if there is none."""
        return self._lines[-1] if self._lines else self.start_line()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of every line, in order."""
        return [button for line in self._lines for button in line.buttons]

    def start_line(self) -> FlowLine:
        """Begin a line."""
        line = FlowLine(spacing=SNUG)
        self._lines.append(line)
        self._body.addWidget(line)
        return line

    def explain(self, text: str) -> None:
        """Add a paragraph."""
        label = _wrapped_label("small")
        label.setText(text)
        self._body.addWidget(label)

    def clear(self) -> None:
        """Take everything away but the heading."""
        self._lines.clear()
        while self._body.count():
            widget = self._body.takeAt(0).widget()
            # Deleted later: it may hold the button that was just pressed.
            widget.hide()
            widget.deleteLater()


def _wrapped_label(role: str) -> QLabel:
    """Make a label for a text that may be what was typed: it would read <b> as a tag."""
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    # Its height follows from its width; Qt's own minimum is for a narrower one, and would scroll.
    label.setMinimumHeight(1)
    return label
