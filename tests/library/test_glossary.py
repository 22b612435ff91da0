"""The glossary: found, searched, and used where the text really has it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.domain.fiche import Fiche, GlossaryTerm
from tressons_kit.domain.glossary import ReadableText
from tressons_kit.foundation.french import fold
from tressons_kit.library.glossary import Glossary
from tressons_kit.library.term_finder import TermFinder
from tressons_kit.services import Services

TERMS = (
    GlossaryTerm("Comité local pour l’emploi", "Un comité.", "CLE"),
    GlossaryTerm("Foncière solidaire", "Elle achète.", forms=("foncière",)),
    GlossaryTerm("Pôle d’équilibre territorial et rural", "Un pôle.", "PETR"),
    GlossaryTerm("Société coopérative d’intérêt collectif", "Une coopérative.", "Scic"),
    GlossaryTerm("Avise", "Une agence."),
    GlossaryTerm("Coopérative", "Une société.", forms=("société coopérative",)),
)
FINDER = TermFinder(TERMS)


def found(text: str) -> list[str]:
    return [text[place.start : place.end] for place in FINDER.places(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Deux Scic, la SCIC, des S.C.I.C., une scic.", ["Scic", "SCIC", "S.C.I.C.", "scic"]),
        ("La clé du CLE, les clés.", ["CLE"]),
        ("Le foncier et la foncière ; des foncières.", ["foncière", "foncières"]),
        ("Les pôles d’équilibre territoriaux et ruraux", ["pôles d’équilibre territoriaux et ruraux"]),
        ("Une société coopérative d’intérêt collectif", ["société coopérative d’intérêt collectif"]),
        ("Une société. Coopérative, dit-il", ["Coopérative"]),
        ("AVISE, l’Avise, un maire avisé", ["AVISE", "Avise"]),
        ("Un magasin coopératif", []),
    ],
)
def test_terms_are_found_as_they_are_written(text: str, places: list[str]) -> None:
    assert found(text) == places


def test_each_term_is_told_once_and_never_where_it_is_hidden() -> None:
    texts = (
        ReadableText("La Scic (lien), puis la Scic.", ((3, 7),)),
        ReadableText("Une Scic et une coopérative"),
    )

    first, second = FINDER.first_places(texts)

    assert [(place.start, place.term) for place in first] == [(24, 3)]
    assert [place.term for place in second] == [5]
    assert FINDER.first_places(texts, without=[3, 5]) == [[], []]


def test_a_fiche_about_a_term_does_not_explain_it() -> None:
    assert FINDER.own_terms(("La Scic, une coopérative", "Entrer au capital d’une foncière", "")) == {3}


@given(st.text())
def test_any_text_is_looked_in(text: str) -> None:
    places = FINDER.places(text)

    assert all(one.end <= two.start for one, two in itertools.pairwise(places))
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert FINDER.own_terms((text,)) <= set(range(len(TERMS)))


def test_terms_are_in_the_order_of_letters(real_services: Services) -> None:
    terms = [term.term for term in real_services.glossary.terms]

    assert terms == sorted(terms, key=fold)
    assert "Économie sociale et solidaire" in terms


@pytest.mark.parametrize(
    ("written", "acronym"),
    [("scic", "Scic"), ("S.C.I.C.", "Scic"), ("coopératives de salariés", "Scop"), ("cle", "CLE")],
)
def test_any_form_names_its_term(real_services: Services, written: str, acronym: str) -> None:
    term = real_services.glossary.find(written)

    assert term is not None
    assert term.acronym == acronym


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("scic", "Scic"),
        ("sci", "Scic"),
        ("zéro chôm", "TZCLD"),
        ("européen", "FEADER"),
    ],
)
def test_a_search_prefers_names(real_services: Services, typed: str, first: str) -> None:
    assert real_services.glossary.search(typed)[0].acronym == first


def test_a_search_reads_definitions_and_may_find_nothing(real_services: Services) -> None:
    glossary = real_services.glossary

    assert "Scic" in [term.acronym for term in glossary.search("bénéficiaires")]
    assert glossary.search("zzz") == ()
    assert glossary.search("  ") == glossary.terms
    assert glossary.find("zzz") is None
    assert glossary.find("") is None


@given(st.text(max_size=300))
def test_any_text_can_be_searched(real_kit_glossary: Glossary, typed: str) -> None:
    assert set(real_kit_glossary.search(typed)) <= set(real_kit_glossary.terms)
    real_kit_glossary.find(typed)


@pytest.fixture(scope="module")
def real_kit_glossary(real_kit: object) -> Glossary:
    from pathlib import Path  # noqa: PLC0415

    from tressons_kit.services import open_services  # noqa: PLC0415

    assert isinstance(real_kit, Path)
    return open_services(real_kit).glossary


def _texts(fiche: Fiche) -> list[str]:
    parts = [fiche.title, fiche.summary]
    parts += [text for section in fiche.sections for text in (section.title, section.text)]
    return [*parts, *(f"{figure.value} {figure.label}" for figure in fiche.figures)]


def test_uses_are_real_occurrences_and_all_of_them(real_services: Services) -> None:
    glossary = real_services.glossary
    rows = [code for (code,) in real_services.kit.rows("SELECT code FROM fiche ORDER BY code")]
    expected: dict[int, list[str]] = {}
    for code in rows:
        fiche = real_services.fiches.get(code)
        places = [place for text in _texts(fiche) for place in glossary.finder.places(text)]
        for number in {place.term for place in places}:
            expected.setdefault(number, []).append(code)

    for number, term in enumerate(glossary.terms):
        assert [use.card.code for use in glossary.uses(term)] == expected.get(number, []), term.term


def test_a_use_tells_how_the_fiche_says_it(real_services: Services) -> None:
    term = real_services.glossary.find("aides de minimis")
    assert term is not None

    uses = {str(use.card.code): use.spelling for use in real_services.glossary.uses(term)}

    assert uses["L02"] == "de minimis"


def test_nothing_is_read_for_nobody(real_services: Services) -> None:
    term = real_services.glossary.find("scic")
    assert term is not None

    assert real_services.glossary.uses(term, lambda: False) == ()


def test_related_terms_are_those_of_the_definitions(real_services: Services) -> None:
    term = real_services.glossary.find("gal")
    assert term is not None

    assert [near.acronym for near in real_services.glossary.related(term)] == ["LEADER"]


def test_acronyms_of_a_text_are_explained(real_services: Services) -> None:
    assert real_services.glossary.acronyms_in("La clé de l’ESS : une Scic, des coopératives") == (
        ("ESS", "Économie sociale et solidaire"),
        ("Scic", "Société coopérative d’intérêt collectif"),
    )
