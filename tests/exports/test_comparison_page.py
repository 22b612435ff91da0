"""A comparison as a page: what differs comes first, tables and pictures become words."""

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest

from tests.builders import TODAY, a_fiche, services_on
from tressons_kit.exports.comparison_blocks import column_html
from tressons_kit.exports.comparison_page import ComparisonView, comparison_html, contents, part_anchor
from tressons_kit.exports.printed_comparison import printed_comparison
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.services import Services

BODY = (
    "Voir [la Scic](F03) et [le site](https://exemple.fr).\n\n"
    "::: formateur\nÀ garder pour soi.\n:::\n\n"
    "::: cle\nUne phrase à retenir.\n:::\n\n::: question\nQue faire ?\n\n---\n\nCeci.\n:::\n\n"
    "| Année | Fait | Coût |\n|---|---|---|\n| 2019 | Création | 3 € |\n\nSuite"
)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Open a kit of two cases that differ by their theme and one figure."""
    figure = {"valeur": "120", "libelle": "sociétaires & amis", "date": "2024", "source": 1}
    opened = services_on(
        tmp_path_factory.mktemp("deux cas"),
        a_fiche("C01", "Un <train>", body=BODY, themes=["mobilite"], chiffres=[figure]),
        a_fiche("C02", "Une épicerie"),
        a_fiche("F03", "La Scic"),
    )
    yield opened
    opened.close()


def page(services: Services, *, unfolded: bool = False, on_paper: bool = False) -> str:
    """Write the comparison of the two cases."""
    view = ComparisonView(FRENCH, TODAY, unfolded, on_paper)
    return comparison_html(services.comparison.compare(["C01", "C02"]), view)


def test_what_differs_comes_first_and_what_is_the_same_is_folded(services: Services) -> None:
    folded, unfolded = page(services), page(services, unfolded=True)

    assert folded.index("Ce qui diffère") < folded.index("<b>Mobilité</b>") < folded.index("Montrer")
    assert "Scic</p>" not in folded
    assert "<b>Forme d’organisation\u00a0:</b> Scic</p>" in unfolded
    assert "Replier" in unfolded


def test_every_section_and_part_of_the_contents_has_its_place(services: Services) -> None:
    comparison = services.comparison.compare(["C01", "C02"])
    found = contents(comparison, FRENCH)

    assert ("Le besoin de départ", part_anchor(1)) in found
    assert [title for title, _ in found][:3] == ["Ce qui diffère", "Chiffres clés", "Ce qui est pareil"]
    assert all(f'<a name="{anchor}"></a>' in page(services) for _, anchor in found)


def test_the_page_is_well_formed_and_escapes_what_comes_from_the_kit(services: Services) -> None:
    for on_paper in (False, True):
        text = page(services, unfolded=True, on_paper=on_paper)
        assert fromstring(text).find("h2") is not None  # noqa: S314 - our own page
        assert "sociétaires &amp; amis" in text
    assert "Un &lt;train&gt;" in page(services, on_paper=True)


def test_a_column_holds_no_table_no_picture_and_no_note_for_the_trainer(services: Services) -> None:
    text = page(services)

    assert "À garder pour soi" not in text
    assert 'class="tableau"' not in text
    assert '<p class="row"><b>2019</b><br/>Fait\u00a0: Création<br/>Coût\u00a0: 3\u00a0€</p>' in text
    assert "QUE FERIEZ-VOUS ?" in text
    assert text.index("LA RÉPONSE") < text.index("Ceci.")
    assert '<p class="key">Une phrase à retenir.</p>' in text


def test_a_picture_becomes_its_words() -> None:
    figure = (
        '<figure class="graphique"><img src="media:a.svg" alt="Deux barres."/>'
        "<figcaption>Source : X</figcaption></figure>"
    )

    said = column_html(figure, "C01", FRENCH, on_paper=False)
    assert said == '<p class="picture">Image : Deux barres.<br/>Source : X</p>'


def test_notes_lead_to_the_source_of_their_own_fiche(services: Services) -> None:
    text = page(services)

    for code in ("C01", "C02"):
        assert f'href="#source-{code}-1"' in text
        assert f'<a name="source-{code}-1"></a>' in text


def test_links_are_live_on_a_screen_and_named_on_paper(services: Services) -> None:
    assert '<a href="fiche:F03">la Scic</a>' in page(services)
    assert "la Scic (F03)" in page(services, on_paper=True)
    assert '<a class="web" href="https://exemple.fr">' in page(services, on_paper=True)


def test_on_paper_each_table_names_its_columns_and_freshness_is_said(services: Services) -> None:
    comparison = services.comparison.compare(["C01", "C02"])
    printed = printed_comparison(comparison, services.kit.info, services.kit.taxonomy, date(2028, 1, 1))

    assert printed.landscape
    assert printed.title == "Comparaison : C01, C02"
    assert printed.html.count("<thead>") == printed.html.count("<table")
    assert "à revoir depuis novembre 2027" in printed.html
    assert "Montrer" not in printed.html
