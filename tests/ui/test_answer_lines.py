"""What the window says of an answer, and what comes of choosing it, by keyboard and by mouse."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tressons_kit.domain.query import (
    Correction,
    Drop,
    FilterOffer,
    LiftedFilter,
    Meaning,
    NearTerm,
    Query,
    Results,
    Suggestions,
    Understood,
)
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.library.controller import Answer
from tressons_kit.ui.library.results_model import MISSING_ROLE
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TypeText = Callable[[MainWindow, str], None]
Nothing = Callable[..., None]

PLAIN = Results(Query(), (1, 2), {}, terms=("épicerie",))
SUGGESTIONS = Suggestions(
    ("épicerie", 1),
    (Drop("prêter", "épicerie", 1),),
    (LiftedFilter("themes", "mobilite", "Mobilité", 1),),
    (NearTerm("Scic", "Une société que plusieurs sortes de gens possèdent ensemble."),),
)


@pytest.fixture
def answer(window: MainWindow, qtbot: QtBot) -> Callable[[Results], None]:
    """Paste the text of some results, then show those in place of the engine's."""

    def show(results: Results) -> None:
        window.show_library()
        window.search.setFocus()
        # Qt's test keyboard has no accents.
        window.search.setText(results.query.text)
        qtbot.waitUntil(lambda: not window.library.controller.is_pending)
        fiches = window.library.controller._services.fiches
        cards = fiches.cards(results.rows)
        window.library.controller.answered.emit(Answer(results, cards, 4))

    return show


def seen(widget: QWidget) -> list[str]:
    """Return the texts on show, in the order in which they were made."""
    return [
        child.text()
        for child in widget.findChildren(QLabel) + widget.findChildren(QPushButton)
        if child.isVisible() and child.text()
    ]


def button(window: MainWindow, text: str) -> QPushButton:
    """Return a button on show."""
    results = window.library.results
    shown = [each for each in results.findChildren(QPushButton) if each.isVisible()]
    return next(each for each in shown if each.text() == text)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)


def listed(window: MainWindow) -> list[str]:
    """Return the codes in the list."""
    model = window.library.results.model
    cards = [model.card_at(position) for position in range(model.rowCount())]
    return [card.code for card in cards if card is not None]


def test_nothing_is_said_of_a_plain_answer(window: MainWindow, type_text: TypeText) -> None:
    type_text(window, "epicerie")

    assert not window.library.results.lines.isVisible()


def test_a_correction_is_told_and_the_words_can_be_searched_as_typed(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Results], None]
) -> None:
    answer(replace(PLAIN, query=Query("l'epicerei"), corrections=(Correction("epicerei", "épicerie"),)))
    assert seen(window.library.results.lines) == [
        "Résultats pour", "l'épicerie", "·", "chercher plutôt l'epicerei",
    ]  # fmt: skip

    qtbot.mouseClick(button(window, "chercher plutôt l'epicerei"), Qt.MouseButton.LeftButton)

    assert window.library.controller.query == Query("l'epicerei", verbatim=True)
    assert QApplication.focusWidget() is window.search
    qtbot.waitUntil(lambda: not window.library.controller.is_pending)

    qtbot.keyClicks(window.search, "e")
    assert window.library.controller.query == Query("l'epicereie")


def test_an_acronym_tells_its_meaning(window: MainWindow, answer: Callable[[Results], None]) -> None:
    answer(replace(PLAIN, meanings=(Meaning("Scic", "société coopérative d’intérêt collectif"),)))

    assert seen(window.library.results.lines) == ["Scic : société coopérative d’intérêt collectif"]


def test_a_part_that_was_understood_is_removed_by_keyboard(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Results], None]
) -> None:
    understood = (Understood("type : étude de cas", "cafe"), Understood("sauf : bretagne", "x"))
    answer(replace(PLAIN, query=Query("cafe type:cas"), understood=understood))
    chip = button(window, "type : étude de cas  ×")
    assert chip.property("role") == "chip"
    assert chip.accessibleName() == "Retirer « type : étude de cas » de la recherche"

    chip.setFocus()
    press(qtbot, Key.Key_Space)

    assert window.search.text() == "cafe"
    assert QApplication.focusWidget() is window.search
    qtbot.waitUntil(lambda: listed(window) == ["C03"])


def test_an_offer_takes_the_place_of_the_words_that_name_it(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Results], None]
) -> None:
    offer = FilterOffer("departement", "46", "Lot", 6, "épicerie")
    answer(replace(PLAIN, query=Query("épicerie lot"), offers=(offer,)))
    found = button(window, "Lot (6)")
    assert found.accessibleName() == "Filtrer par Département : Lot, 6 fiches"

    # A nervous finger: the second click must not take the filter off again.
    found.click()
    window.library.results.lines.offer_chosen.emit(offer)

    assert window.search.text() == "épicerie"
    assert window.library.controller.query == Query("épicerie", {"departement": frozenset({"46"})})
    qtbot.waitUntil(lambda: listed(window) == ["C02"])


def test_partial_answers_say_which_words_are_missing(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Results], None]
) -> None:
    partial = replace(
        PLAIN,
        query=Query("prêter épicerie"),
        missing={1: ("prêter",), 2: ("prêter", "épicerie")},
        drops=(Drop("prêter", "épicerie", 1),),
    )
    answer(partial)
    model = window.library.results.model

    assert seen(window.library.results.lines) == [
        "Aucune fiche n’a tous les mots.",
        "Sans prêter (1)",
    ]
    assert model.index(0, 0).data(MISSING_ROLE) == "sans : prêter"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", sans : prêter")
    assert model.index(1, 0).data(MISSING_ROLE) == "sans : prêter, épicerie"

    qtbot.mouseClick(button(window, "Sans prêter (1)"), Qt.MouseButton.LeftButton)

    assert window.search.text() == "épicerie"
    qtbot.waitUntil(lambda: listed(window) == ["C02"])
    assert model.index(0, 0).data(MISSING_ROLE) == ""


def test_a_fiche_that_has_all_the_words_is_not_denied(
    window: MainWindow, answer: Callable[[Results], None]
) -> None:
    answer(replace(PLAIN, missing={2: ("prêter",)}))

    assert not window.library.results.lines.isVisible()
    assert window.library.results.model.index(0, 0).data(MISSING_ROLE) == ""


def test_the_missing_words_are_painted_on_the_card(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Results], None]
) -> None:
    results = window.library.results
    answer(PLAIN)
    row = results.list.visualRect(results.model.index(0, 0))
    without = results.list.viewport().grab(row).toImage()

    answer(replace(PLAIN, missing={1: ("prêter",)}))
    qtbot.waitUntil(lambda: results.list.viewport().grab(row).toImage() != without)


def test_the_tab_key_goes_through_the_lines_before_the_list(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Results], None]
) -> None:
    answer(
        replace(
            PLAIN,
            query=Query("prêter epicerei"),
            corrections=(Correction("epicerei", "épicerie"),),
            understood=(Understood("sauf : bretagne", "x"),),
            offers=(FilterOffer("departement", "46", "Lot", 6, "épicerie"),),
            missing={1: ("prêter",)},
            drops=(Drop("prêter", "épicerie", 1),),
        )
    )
    results = window.library.results
    results._order.setFocus()
    visited: list[str] = []
    while QApplication.focusWidget() is not results.list:
        press(qtbot, Key.Key_Tab)
        focused = QApplication.focusWidget()
        visited += [focused.text()] if isinstance(focused, QPushButton) else []
        assert len(visited) < 10

    assert visited == [
        "chercher plutôt prêter epicerei", "sauf : bretagne  ×", "Lot (6)", "Sans prêter (1)",
    ]  # fmt: skip


def test_signs_that_qt_would_read_are_shown_as_typed(
    window: MainWindow, answer: Callable[[Results], None]
) -> None:
    typed = "R&D <b>epicerei</b>"
    answer(replace(PLAIN, query=Query(typed), corrections=(Correction("epicerei", "épicerie"),)))
    lines = window.library.results.lines

    labels = [label for label in lines.findChildren(QLabel) if label.isVisible()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert "R&D <b>épicerie</b>" in seen(lines)
    assert "chercher plutôt R&&D <b>epicerei</b>" in seen(lines)


def test_removing_a_filter_by_keyboard_leaves_the_focus_on_the_list(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_library()
    window.library.controller.toggle("themes", "mobilite")
    qtbot.waitUntil(lambda: listed(window) == ["C03"])

    button(window, "Mobilité  ×").setFocus()
    press(qtbot, Key.Key_Space)

    qtbot.waitUntil(lambda: len(listed(window)) == 4)
    assert QApplication.focusWidget() is window.library.results.list


@pytest.fixture
def nothing(window: MainWindow, qtbot: QtBot) -> Nothing:
    """Search in vain under two filters, then show some suggestions."""

    def search(suggestions: Suggestions, typed: str = "preter epicerei") -> None:
        controller = window.library.controller
        controller.toggle("themes", "mobilite")
        controller.toggle("formes", "association")
        window.show_library()
        with qtbot.waitSignal(controller.suggestions_found):
            window.search.setText(typed)
        assert listed(window) == []
        controller.suggestions_found.emit(suggestions)

    return search


def test_what_to_try_comes_in_order(window: MainWindow, nothing: Nothing) -> None:
    nothing(SUGGESTIONS)
    panel = window.library.results.no_result

    assert "preter epicerei\u00a0» avec ces filtres" in panel.sentence
    assert [each.text() for each in panel.buttons if each.isVisible()] == [
        "épicerie (1)",
        "Sans prêter (1)",
        "Sans Mobilité (1)",
        "Sans aucun filtre (1)",
        "Scic",
        "Noter cette recherche sans réponse",
        "Effacer la recherche",
    ]
    assert SUGGESTIONS.terms[0].definition in seen(panel)


def test_the_words_to_leave_out_are_said_once(
    window: MainWindow, nothing: Nothing, answer: Callable[[Results], None]
) -> None:
    nothing(SUGGESTIONS)
    answer(replace(PLAIN, rows=(), drops=(Drop("prêter", "épicerie", 1),)))

    assert not window.library.results.lines.isVisible()


def test_a_near_term_leads_to_its_definition(
    window: MainWindow, qtbot: QtBot, nothing: Nothing
) -> None:
    nothing(SUGGESTIONS)
    with qtbot.waitSignal(window.library.term_chosen) as asked:
        button(window, "Scic").setFocus()
        press(qtbot, Key.Key_Space)

    assert asked.args == ["Scic"]
    assert window.navigator.page is PageName.GLOSSARY


@pytest.mark.parametrize(
    ("text", "typed", "themes"),
    [
        ("épicerie (1)", "épicerie", {"mobilite"}),
        ("Sans prêter (1)", "épicerie", {"mobilite"}),
        ("Sans Mobilité (1)", "preter epicerei", set()),
        ("Sans aucun filtre (1)", "preter epicerei", set()),
        ("Effacer la recherche", "", {"mobilite"}),
    ],
)
def test_each_suggestion_does_what_it_says_by_keyboard(
    window: MainWindow,
    qtbot: QtBot,
    nothing: Nothing,
    text: str,
    typed: str,
    themes: set[str],
) -> None:
    nothing(SUGGESTIONS)

    button(window, text).setFocus()
    press(qtbot, Key.Key_Space)

    query = window.library.controller.query
    assert query.text == typed
    assert query.filters.get("themes", frozenset()) == themes
    assert window.search.text() == typed


def test_a_search_without_answer_is_noted_once(
    window: MainWindow, qtbot: QtBot, nothing: Nothing
) -> None:
    nothing(SUGGESTIONS)
    note = button(window, "Noter cette recherche sans réponse")

    note.setFocus()
    with qtbot.waitSignal(window.library.unanswered_noted) as noted:
        press(qtbot, Key.Key_Space)

    assert noted.args == [window.library.controller.query]
    told = QApplication.focusWidget()
    assert isinstance(told, QLabel)
    assert told.text() == "Notée."
    (kept,) = window._memory.searches.unanswered
    assert kept.search.text == window.library.controller.query.text
    window.library.controller.suggestions_found.emit(SUGGESTIONS)
    assert not note.isVisible()


def test_without_suggestion_a_word_of_advice(window: MainWindow, nothing: Nothing) -> None:
    nothing(Suggestions(), "zzz")

    assert any("Essayez un mot plus court" in text for text in seen(window.library.results))


def test_signs_without_a_word_are_told_as_such_and_not_worth_noting(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_library()
    with qtbot.waitSignal(window.library.controller.suggestions_found):
        window.search.setText("!?")
    panel = window.library.results.no_result

    assert "pas de mot à chercher" in panel.sentence
    assert [each.text() for each in panel.buttons if each.isVisible()] == ["Effacer la recherche"]


@pytest.mark.parametrize(("width", "steps"), [(1366, 0), (1024, 0), (1024, 10), (760, 5)])
def test_nothing_said_is_cut(
    window: MainWindow,
    qtbot: QtBot,
    appearance: Appearance,
    answer: Callable[[Results], None],
    width: int,
    steps: int,
) -> None:
    appearance.resize_text(steps)
    window.resize(width, 600)
    long = "épicerie coopérative de la montagne"
    answer(
        replace(
            PLAIN,
            query=Query(f"{long} epicerei"),
            corrections=(Correction("epicerei", "épicerie"),),
            understood=tuple(Understood(f"sauf : {long} {n}", "x") for n in range(3)),
            offers=(FilterOffer("departement", "04", "Alpes-de-Haute-Provence", 6, "x"),) * 3,
            missing={1: ("prêter",)},
            drops=(Drop(f"{long} à prêter", "x", 1200),) * 3,
        )
    )
    lines = window.library.results.lines

    def is_whole(each: QPushButton) -> bool:
        inside = lines.rect().contains(each.rect().translated(each.mapTo(lines, QPoint())))
        wanted = each.sizeHint()
        return inside and each.width() >= wanted.width() and each.height() >= wanted.height()

    qtbot.waitUntil(lambda: all(map(is_whole, lines.buttons)))
    assert len(lines.buttons) == 10
    assert lines.width() <= window.library.results.width()
    assert window.width() == width
    appearance.resize_text(0)


def test_from_the_correction_to_what_was_typed_and_back(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    type_text(window, "epicerei")
    assert listed(window) == ["C02"]

    qtbot.mouseClick(button(window, "chercher plutôt epicerei"), Qt.MouseButton.LeftButton)
    panel = window.library.results.no_result
    qtbot.waitUntil(lambda: any(each.isVisible() for each in panel.offered))
    qtbot.mouseClick(panel.offered[0], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: listed(window) == ["C02"])
    assert window.search.text() == "épicerie"
    assert not window.library.controller.query.verbatim
