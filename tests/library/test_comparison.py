"""Fiches side by side: what differs, what is the same, what one of them lacks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_fiche, services_on
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.comparison import ComparedFiche
from tressons_kit.domain.errors import ComparedTypesDiffer, FicheNotFound, WrongNumberToCompare
from tressons_kit.domain.fiche import Fiche, KeyFigure, Section
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.taxonomy import Facet, Taxonomy, Term
from tressons_kit.foundation.explanations import explain
from tressons_kit.library.comparison import compare
from tressons_kit.services import Services

Make = Callable[..., Services]


@pytest.fixture
def kit_of(tmp_path: Path) -> Iterator[Make]:
    """Open a kit of some fiches."""
    opened: list[Services] = []

    def make(*fiches: tuple[str, str]) -> Services:
        opened.append(services_on(tmp_path, *fiches))
        return opened[-1]

    yield make
    for services in opened:
        services.close()


def a_figure(value: str, label: str) -> dict[str, object]:
    """Describe a key figure as a front matter does."""
    return {"valeur": value, "libelle": label, "date": "2024", "source": 1}


def test_subjects_on_which_fiches_differ_are_apart_from_those_on_which_they_agree(kit_of: Make) -> None:
    services = kit_of(
        a_fiche("C01", themes=["commerces", "mobilite"], issue="en-activite"),
        a_fiche("C02", themes=["commerces"], issue="arrete", place={"departement": "46"}),
    )
    comparison = services.comparison.compare(["c 1", "C02"])

    assert comparison.codes == ("C01", "C02")
    assert comparison.columns[0].place == "Augan (Morbihan)"
    differing = {row.facet: row for row in comparison.differing}
    assert differing["issue"].values == (("En activité",), ("Arrêté",))
    assert differing["themes"].values[1] == ("Commerces et services de proximité",)
    assert differing["themes"].shared == {"Commerces et services de proximité"}
    assert "departement" in differing
    assert [row.facet for row in comparison.alike] == ["etapes", "publics", "formes"]


def test_figures_of_one_measure_share_a_row_whatever_their_capitals_and_details(kit_of: Make) -> None:
    services = kit_of(
        a_fiche("C01", chiffres=[a_figure("120", "Sociétaires"), a_figure("3", "salariés")]),
        a_fiche(
            "C02",
            chiffres=[a_figure("9", "clients"), a_figure("45", "sociétaires, dont dix associations")],
        ),
        a_fiche("C03"),
    )
    comparison = services.comparison.compare(["C01", "C02", "C03"])

    (row,) = comparison.figures
    assert [figure.value if figure else None for figure in row.figures] == ["120", "45", None]
    assert [[figure.value for figure in column] for column in comparison.other_figures] == [
        ["3"],
        ["9"],
        [],
    ]


def test_parts_follow_the_order_of_their_type_and_a_part_that_one_lacks_is_kept_empty() -> None:
    parts = [
        compared("C01", "Le projet", "Une annexe"),
        compared("C02", "En bref", "Le projet"),
    ]
    comparison = compare(parts, Taxonomy(()))

    assert [row.title for row in comparison.parts] == ["En bref", "Le projet", "Une annexe"]
    assert [section is None for section in comparison.parts[0].sections] == [True, False]
    assert [section is None for section in comparison.parts[2].sections] == [False, True]


def test_years_are_compared_like_the_rest() -> None:
    first, second = compared("C01"), compared("C02")
    ended = replace(first, fiche=replace(first.fiche, started=2013, ended=2024))
    running = replace(second, fiche=replace(second.fiche, started=2013))

    (row,) = compare([ended, running], Taxonomy(())).differing
    assert row.values == (("2013-2024",), ("depuis 2013",))


def test_from_two_to_four_different_fiches_of_one_type(kit_of: Make) -> None:
    services = kit_of(*(a_fiche(f"C0{number}") for number in range(1, 6)), a_fiche("F01"))
    comparison = services.comparison

    with pytest.raises(WrongNumberToCompare) as alone:
        comparison.compare(["C01", "c1"])
    assert "1 fiche." in explain(alone.value).happened
    with pytest.raises(WrongNumberToCompare):
        comparison.compare(["C01", "C02", "C03", "C04", "C05"])
    with pytest.raises(ComparedTypesDiffer) as mixed:
        comparison.compare(["C01", "F01"])
    assert "F01 : forme" in explain(mixed.value).happened
    with pytest.raises(FicheNotFound):
        comparison.compare(["C01", "C99"])


def compared(code: str, *parts: str) -> ComparedFiche:
    """Make a portrait that has some parts."""
    sections = tuple(Section(title.lower(), title, "<p>Un texte.</p>", "", "") for title in parts)
    return ComparedFiche(Fiche(FicheCode(code), FicheType.PORTRAIT, code, "", sections))


labels = st.text(max_size=12)
taxonomy = Taxonomy((Facet("themes", "Thème", tuple(Term(name, name) for name in "abcd")),))


@st.composite
def portraits(draw: st.DrawFn) -> list[ComparedFiche]:
    """Draw two to four portraits with any figures, facets and parts."""
    drawn = []
    for number in range(draw(st.integers(2, 4))):
        one = compared(f"T{number:02}", *draw(st.lists(labels, unique=True, max_size=4)))
        figures = [KeyFigure("1", label) for label in draw(st.lists(labels, max_size=4))]
        terms = tuple(draw(st.lists(st.sampled_from("abcd"), unique=True)))
        fiche = replace(one.fiche, figures=tuple(figures), facets={"themes": terms})
        drawn.append(replace(one, fiche=fiche))
    return drawn


@given(portraits())
def test_nothing_is_lost_and_every_row_has_a_cell_a_fiche(columns: list[ComparedFiche]) -> None:
    comparison = compare(columns, taxonomy)

    for number, column in enumerate(columns):
        shown = [row.figures[number] for row in comparison.figures if row.figures[number]]
        assert len(shown) + len(comparison.other_figures[number]) == len(column.fiche.figures)
        parts = [row.sections[number] for row in comparison.parts if row.sections[number]]
        assert {part.title for part in parts if part} == {part.title for part in column.fiche.sections}
    rows = (*comparison.facets, *comparison.alike, *comparison.differing)
    assert all(len(row.values) == len(columns) for row in rows)
    assert set(comparison.facets) == {*comparison.alike, *comparison.differing}
