"""The item models keep Qt's contract, and say their rows aloud."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.freshness import FreshnessState
from tressons_kit.domain.query import Excerpt, Query, Results
from tressons_kit.domain.taxonomy import Facet, Taxonomy, Term
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.ui.library.facets_model import SHOWN_AT_FIRST, FacetsModel, Kind
from tressons_kit.ui.library.results_model import CARD_ROLE, EXCERPT_ROLE, FRESHNESS_ROLE, ResultsModel

TAXONOMY = Taxonomy(
    (
        Facet("type", "Type", (Term("cas", "Étude de cas", "Études de cas"),)),
        Facet("themes", "Thème", tuple(Term(f"t{n}", f"Thème {n}") for n in range(9))),
        Facet("axes", "Axe", (Term("cadre", "Cadre"),)),
    )
)
CARD = FicheCard(FicheCode("C01"), FicheType.CASE, "Un café", "Résumé", "Augan (Morbihan)")


def test_results_come_first_cards_and_excerpts_after(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = ResultsModel(TAXONOMY, FRENCH, date(2027, 6, 1))
    model.show((1, 2), {1: CARD})
    qtmodeltester.check(model)

    assert model.index(0, 0).data() == "C01, Étude de cas, Un café, Augan (Morbihan)"
    with qtbot.waitSignal(model.cards_needed) as needed:
        assert model.index(1, 0).data(CARD_ROLE) is None
    assert needed.args == [1]
    assert model.missing_rows(1, 40) == [2]

    model.add_cards({2: CARD})
    model.add_excerpts({2: Excerpt("un passage")})
    assert model.index(1, 0).data(EXCERPT_ROLE) == Excerpt("un passage")


@pytest.mark.usefixtures("qapp")
def test_a_row_says_how_fresh_its_fiche_is() -> None:
    model = ResultsModel(TAXONOMY, FRENCH, date(2027, 6, 1))
    late = replace(CARD, verified_on=date(2026, 11, 1), review_before=date(2027, 5, 1))
    model.show((1, 2), {1: late, 2: CARD})

    assert model.spoken(0).endswith(", à revoir depuis mai 2027")
    assert "des informations ont pu changer" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data(FRESHNESS_ROLE).state is FreshnessState.DUE
    assert model.index(1, 0).data(FRESHNESS_ROLE) is None
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == ""


def facets(chosen: dict[str, frozenset[str]] | None = None) -> Results:
    counts = {"type": {"cas": 3}, "themes": {f"t{n}": n for n in range(9)}, "axes": {"cadre": 1}}
    return Results(Query(filters=chosen or {}), (), counts)


@pytest.mark.usefixtures("qapp")
def test_facets_fold_and_long_ones_are_cut(qtmodeltester: ModelTester) -> None:
    model = FacetsModel(TAXONOMY, FRENCH)
    model.show(facets())
    qtmodeltester.check(model)

    kinds = [model.row_at(position).kind for position in range(model.rowCount())]
    assert kinds == [
        Kind.FACET, Kind.TERM, Kind.FACET, *[Kind.TERM] * SHOWN_AT_FIRST, Kind.MORE, Kind.FACET,
    ]  # fmt: skip
    assert model.row_at(9).label == "3 autres…"

    model.show_all("themes")
    assert model.rowCount() == 13
    model.fold("themes")
    assert model.rowCount() == 4


@pytest.mark.usefixtures("qapp")
def test_a_chosen_term_is_always_shown_and_said() -> None:
    model = FacetsModel(TAXONOMY, FRENCH)
    model.show(facets({"themes": frozenset({"t8"}), "axes": frozenset({"cadre"})}))

    rows = [model.row_at(position) for position in range(model.rowCount())]
    assert [row.term for row in rows if row.chosen] == ["t8", "cadre"]
    position = next(number for number, row in enumerate(rows) if row.term == "t8")
    assert model.index(position, 0).data() == "Thème 8, 8 fiches, coché"
    checked = model.index(position, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(checked) is Qt.CheckState.Checked
