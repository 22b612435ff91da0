"""The PDF of a fiche, as another program reads it."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from pypdf.generic import DictionaryObject, PdfObject

from tests.builders import a_fiche, services_on
from tests.qt.printed import ReadPdf, printed_pdf, read
from tressons_kit.domain.depths import Depth
from tressons_kit.exports.printed_comparison import printed_comparison
from tressons_kit.exports.printed_fiche import PrintWish
from tressons_kit.qt.printing.pdf import pdf_of
from tressons_kit.qt.printing.pdf_catalogue import with_language
from tressons_kit.services import Services, open_services

_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL_END = re.compile("</t[dh]>")
_TAG = re.compile(r"<sup>.*?</sup>|<[^>]+>")
_LINK = re.compile(r'<a href="fiche:([A-Z])\d+">(.*?)</a>')
"""On paper a link to a fiche is followed by its code."""

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_BLOCK_END = re.compile(r"</(?:p|li|h3|h4|td|th|pre)>|<br/>")
_FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
_FICHE_LINK = re.compile(r'<a href="fiche:(\w+)">(.*?)</a>', re.DOTALL)
_END_OF_FOOT = re.compile(r"page \d+ sur \d+")

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def read_fiches(
    real_kit: Path, request: pytest.FixtureRequest
) -> Iterator[dict[str, tuple[Services, ReadPdf]]]:
    """Print the first fiche of each type in the real kit, and the three that were read closely."""
    request.getfixturevalue("qapp")
    services = open_services(real_kit)
    firsts = services.kit.rows(
        "SELECT code FROM fiche WHERE id IN (SELECT min(id) FROM fiche GROUP BY type)"
    )
    codes = sorted({"C01", "F03", "R01", *(code for (code,) in firsts)})
    yield {code: (services, read(printed_pdf(services, code))) for code in codes}
    services.close()


def test_each_page_says_what_it_is(read_fiches: dict[str, tuple[Services, ReadPdf]]) -> None:
    for code, (services, pdf) in read_fiches.items():
        title = _plain(services.fiches.get(code).title)
        for number, page in enumerate(pdf.pages, start=1):
            assert f"{code} · page {number} sur {len(pdf.pages)}" in page
            assert "TRESSONS · ESS et territoires ruraux" in page
            assert "D’après TRESSONS (Avise, RTES) et les sources citées · vérifié en " in page
            assert f"{code} · {title[:30]}" in page or number == 1


def test_nothing_of_the_text_is_lost_between_pages(
    read_fiches: dict[str, tuple[Services, ReadPdf]],
) -> None:
    for code, (services, pdf) in read_fiches.items():
        printed = "".join(_letters(_END_OF_FOOT.split(page, maxsplit=1)[1]) for page in pdf.pages)
        for section in services.fiches.get(code).sections:
            shown = _FICHE_LINK.sub(r"\2 (\1)", _FIGURE.sub("", section.html))
            for block in _BLOCK_END.split(shown):
                assert _letters(unescape(_TAG.sub("", block))) in printed, code


def test_no_row_of_a_table_is_torn(read_fiches: dict[str, tuple[Services, ReadPdf]]) -> None:
    for code, (services, pdf) in read_fiches.items():
        pages = [_letters(page) for page in pdf.pages]
        for section in services.fiches.get(code).sections:
            for row in _ROW.findall(_LINK.sub(r"\2 \1", section.html)):
                cells = [_letters(unescape(_TAG.sub(" ", cell))) for cell in _CELL_END.split(row)]
                assert any(all(cell in page for cell in cells) for page in pages), (code, cells)


def test_sources_come_last_with_live_links(read_fiches: dict[str, tuple[Services, ReadPdf]]) -> None:
    for code, (services, pdf) in read_fiches.items():
        fiche = services.fiches.get(code)

        assert {f"source-{source.number}" for source in fiche.sources} <= pdf.anchors, code
        assert set(pdf.inner_links) <= pdf.anchors, code
        for source in fiche.sources:
            if source.address and source.address.isascii():
                assert source.address in pdf.links, code


def test_the_document_says_its_title_author_and_language(real_services: Services) -> None:
    document = read(printed_pdf(real_services, "C01")).document
    facts = document.metadata

    assert facts is not None
    assert facts.title == "C01 · " + real_services.fiches.get("C01").title
    assert facts.author == "L’équipe du kit TRESSONS"
    assert str(facts.creator).startswith("tressons-kit ")
    assert str(document.root_object["/Lang"]) == "fr-FR"
    assert "/DisplayDocTitle" in _entries(document.root_object["/ViewerPreferences"])


def test_charts_stay_drawings_and_pages_are_a4(real_services: Services) -> None:
    document = read(printed_pdf(real_services, "R01")).document

    for page in document.pages:
        assert not page.images
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        fonts = _entries(_entries(page["/Resources"])["/Font"])
        assert all("Atkinson" in str(_entries(font)["/BaseFont"]) for font in fonts.values())


def test_a_long_table_repeats_its_head_and_tears_no_row(tmp_path: Path) -> None:
    rows = "\n".join(
        f"| ligne {n} | début{n} {'des mots qui remplissent ' * 12} fin{n} |" for n in range(1, 31)
    )
    services = services_on(
        tmp_path, a_fiche(body=f"| Étape repérée | Ce qui fut fait |\n|---|---|\n{rows}\n\nSuite")
    )
    pdf = read(printed_pdf(services, "C01"))
    services.close()

    assert len(pdf.pages) == 4
    for number in range(1, 31):
        pages = [page for page in pdf.pages if f"début{number} " in page]
        assert len(pages) == 1
        assert f"fin{number}" in re.findall(r"fin\d+", pages[0])
        assert pages[0].count("Étape repérée Ce qui fut fait") == 1


def test_a_paragraph_that_goes_on_has_no_line_twice(tmp_path: Path) -> None:
    words = [f"mot{n}" for n in range(1500)]
    services = services_on(tmp_path, a_fiche(body=f"{' '.join(words)}\n\n- {' '.join(words)}\n\nSuite"))
    pdf = read(printed_pdf(services, "C01"))
    services.close()

    assert _numbers(pdf.text) == [*range(1500)] * 2
    # The second half of an item has no sign of its own.
    assert pdf.text.count("•") <= 1


def test_a_row_taller_than_a_page_loses_nothing(tmp_path: Path) -> None:
    words = " ".join(f"mot{n}" for n in range(1500))
    services = services_on(
        tmp_path, a_fiche(body=f"| A | B |\n|---|---|\n| {words} | court |\n\nSuite")
    )
    pdf = read(printed_pdf(services, "C01"))
    services.close()

    assert _numbers(pdf.text) == [*range(1500)]


@pytest.mark.parametrize("letter", ["cle", "formateur"])
def test_a_frame_taller_than_a_page_loses_nothing(tmp_path: Path, letter: str) -> None:
    words = [f"mot{n}" for n in range(1200)]
    paragraphs = "\n\n".join(" ".join(words[start : start + 60]) for start in range(0, 1200, 60))
    services = services_on(tmp_path, a_fiche(body=f"::: {letter}\n{paragraphs}\n:::\n\nSuite"))
    pdf = read(printed_pdf(services, "C01"))
    services.close()

    assert _numbers(pdf.text) == [*range(1200)]


def test_the_essential_is_short_and_cites_only_its_sources(real_services: Services) -> None:
    wish = PrintWish(Depth.SHORT, notes=False)
    pdf = read(printed_pdf(real_services, "C01", wish))

    assert len(pdf.pages) == 1
    assert "Ce que l’on peut reprendre" in pdf.text
    assert "Les difficultés" not in pdf.text
    assert "POUR LA PERSONNE QUI ANIME" not in pdf.text
    assert "l’essentiel de la fiche" in pdf.text
    assert len(pdf.links) >= len(pdf.anchors)
    assert set(pdf.inner_links) == pdf.anchors


def test_answers_are_printed_under_their_question(real_services: Services) -> None:
    text = read(printed_pdf(real_services, "C01")).text

    assert text.index("QUE FERIEZ-VOUS ?") < text.index("LA RÉPONSE")


def test_only_the_web_is_a_link_and_its_letters_are_ascii(tmp_path: Path) -> None:
    sources = {
        1: {"titre": "Une source", "adresse": "https://exemple.fr/équipe_(1)?a=b&c=%C3%A9#fin"},
    }
    services = services_on(
        tmp_path, a_fiche(sources=sources, body="Voir [ce site](https://autre.fr/été)")
    )
    pdf = read(printed_pdf(services, "C01"))
    services.close()

    assert set(pdf.links) == {
        "https://exemple.fr/%C3%A9quipe_(1)?a=b&c=%C3%A9#fin",
        "https://autre.fr/%C3%A9t%C3%A9",
    }


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.4\nstartxref\n12\n%%EOF", b"trailer << /Root 3 0 R >>"])
def test_a_pdf_built_otherwise_is_left_as_it_is(pdf: bytes) -> None:
    assert with_language(pdf, "fr-FR") == pdf


def test_a_comparison_is_printed_on_the_long_side_with_its_columns_named_on_each_page(
    real_services: Services,
) -> None:
    comparison = real_services.comparison.compare(["C01", "C10"])
    kit = real_services.kit
    printed = printed_comparison(comparison, kit.info, kit.taxonomy, real_services.today)
    pdf = read(pdf_of(printed, real_services.fiches.find_medium))

    box = pdf.document.pages[0].mediabox
    assert box.width > box.height
    titles = [_plain(column.fiche.title) for column in comparison.columns]
    for number, page in enumerate(pdf.pages, start=1):
        assert all(title[:20] in page for title in titles)
        assert f"page {number} sur {len(pdf.pages)}" in page
    letters = _letters(pdf.text)
    for row in comparison.parts:
        for section in row.sections:
            assert section is not None
            for paragraph in re.findall(r"^<p>(.*?)</p>", section.html, re.DOTALL):
                said = unescape(_TAG.sub("", paragraph)).split()[:4]
                assert _letters(" ".join(said)) in letters


def _entries(found: object) -> DictionaryObject:
    assert isinstance(found, PdfObject)
    entries = found.get_object()
    assert isinstance(entries, DictionaryObject)
    return entries


def _plain(text: str) -> str:
    return " ".join(text.split())


def _numbers(text: str) -> list[int]:
    """Read « mot0 mot1 »: where letters are tightened, readers find a space that nobody put."""
    return [int(number) for number in re.findall(r"mot ?(\d+)", text)]


def _letters(text: str) -> str:
    """Keep the letters only: calls of notes are figures, and lines are cut anywhere."""
    return _NOT_LETTERS.sub("", text)
