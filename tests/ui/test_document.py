"""The page that the reader shows, as text and as HTML."""

from datetime import date

import pytest
from PySide6.QtGui import QTextDocument

from tests.builders import ROOT
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche, FicheCard, KeyFigure, RelatedFiche, Section, Source
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.taxonomy import Facet, Taxonomy, Term
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.ui.reader.document import fiche_page
from tressons_kit.ui.reader.narrow_spaces import set_narrow_spaces
from tressons_kit.ui.reader.surroundings import Surroundings
from tressons_kit.ui.theme import LIGHT

TAXONOMY = Taxonomy((Facet("type", "Type", (Term("cas", "Étude de cas"),)),))
QUESTION = (
    '<section class="question"><p>Que faire ?</p>'
    '<details class="reponse"><p>La réponse.</p></details></section>'
)


def a_page(
    html: str = "<p>Un texte.</p>", opened: tuple[int, ...] = (), today: str = "2026-11-24"
) -> str:
    fiche = Fiche(
        FicheCode("C01"),
        FicheType.CASE,
        "Un <café> & co",
        "Résumé",
        (Section("en-bref", "En bref", html, "", ""),),
        figures=(KeyFigure("14 838", "sociétaires", "mars 2024", 2),),
        sources=(Source(2, "Un <titre>", "Éditeur", "2024", "https://exemple.fr/a-b?c=1&d=2"),),
        verified_on=date(2026, 11, 1),
        review_before=date(2027, 5, 1),
    )
    card = FicheCard(FicheCode("F03"), FicheType.ORGANISATION_FORM, "La Scic", "")
    around = Surroundings(
        related=(RelatedFiche(card, "sa forme"),),
        taxonomy=TAXONOMY,
        texts=FRENCH,
        palette=LIGHT,
        today=date.fromisoformat(today),
        opened_answers=opened,
    )
    return fiche_page(fiche, around)


def test_what_comes_from_the_kit_is_escaped() -> None:
    page = a_page()

    assert "Un &lt;café&gt; &amp; co" in page
    assert "Un &lt;titre&gt;" in page
    assert 'href="https://exemple.fr/a-b?c=1&amp;d=2"' in page


@pytest.mark.usefixtures("qapp")
def test_a_narrow_space_stays_one_and_its_number_is_never_cut() -> None:
    page = a_page("<p>Près de 15\u202f000 <b>à 16\u202f000</b> sociétaires.</p>")
    document = QTextDocument()
    document.setHtml(page)
    set_narrow_spaces(document)

    text = document.toRawText()
    assert "Près de 15\u202f000 à 16\u202f000 sociétaires." in text
    assert not [letter for letter in text if "\ue000" <= letter <= "\uf8ff"]


def test_an_answer_is_folded_until_it_is_asked() -> None:
    assert "La réponse." not in a_page(QUESTION)
    assert 'href="reponse:1"' in a_page(QUESTION)
    assert "La réponse." in a_page(QUESTION, opened=(1,))


def test_neighbours_have_their_reason() -> None:
    page = a_page()

    assert 'href="fiche:F03"' in page
    assert "sa forme" in page


def test_a_fiche_past_its_review_date_says_so() -> None:
    assert "à revoir avant mai 2027" in a_page()
    assert "icone:check/" in a_page()
    assert "à revoir depuis mai 2027" in a_page(today="2027-06-01")
    assert "icone:clock/" in a_page(today="2027-06-01")
    assert "Périmé" in a_page(today="2028-06-01")


def test_blocks_become_what_qt_can_draw() -> None:
    page = a_page('<section class="cle"><p>À retenir.</p></section>')

    assert "<section" not in page
    assert '<p class="key">À retenir.</p>' in page


def test_the_shortcuts_of_the_readme_are_those_of_the_program() -> None:
    from tressons_kit.ui.shortcuts import shortcut_groups  # noqa: PLC0415 - only here

    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    for group in shortcut_groups(FRENCH):
        for line in group.lines:
            for key in line.keys:
                assert f"`{key}`" in readme, key
