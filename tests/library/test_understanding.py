"""What is understood of a text: its errors, its synonyms, its expressions, what is left out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.builders import TODAY, a_folder, a_note
from tests.builders import a_fiche, services_on
from tests.library.test_search import codes
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.domain.query import Correction, Query
from tressons_kit.services import Services, open_services

SYNONYMS = """\
- mots: [resto]
  vers: [restaurant]
  poids: 0.7
- mots: [épicerie, commerce de proximité]
- mots: [PTCE, pôle territorial de coopération]
  poids: 0.9
"""
GLOSSARY = """\
- terme: Société coopérative d'intérêt collectif
  sigle: Scic
  definition: Une entreprise que salariés et usagers possèdent ensemble.
"""
NOTES = {
    "a.md": a_note("Une épicerie au village", "Les habitants tiennent un commerce ensemble."),
    "b.md": a_note("Un restaurant associatif", "Le midi, la commune prête un local."),
    "c.md": a_note("Covoiturage solidaire", "Des bénévoles conduisent leurs voisins."),
    "d.md": a_note("Deux pôles territoriaux de coopération", "Des entreprises s’entraident."),
    "e.md": a_note("La Scic", "Une société où chacun a une voix. Un tiers-lieu en est une."),
    "f.md": a_note("Un café des familles", "Aidé par la CAF, il ouvre le mercredi."),
}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder = tmp_path_factory.mktemp("kit")
    files = {**NOTES, "synonymes.yaml": SYNONYMS, "glossaire.yaml": GLOSSARY}
    content: Path = a_folder(folder / "content", files)
    compile_kit(content, folder / "kit.sqlite", TODAY)
    return open_services(folder / "kit.sqlite")


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [
        ("epicerei", "épicerie", "N01"),
        ("épissserie ", "épicerie", "N01"),
        ("restorant ", "restaurant", "N02"),
        ("covoituraje solidaire", "covoiturage", "N03"),
        ("coivoiturage", "covoiturage", "N03"),
        ("benevolles", "bénévoles", "N03"),
        ("antraident ", "entraident", "N04"),
    ],
)
def test_a_word_that_no_fiche_has_is_corrected(
    services: Services, typed: str, meant: str, found: str
) -> None:
    results = services.search.search(Query(typed))

    assert [correction.spelling for correction in results.corrections] == [meant]
    assert results.corrections[0].typed == typed.split(maxsplit=1)[0]
    assert codes(services, typed)[0] == found


@pytest.mark.parametrize("typed", ["epic", "covoit", "Covoiturage", "resto", "tierslieu", "xy", "2047"])
def test_what_is_right_or_unfinished_or_too_short_is_not_corrected(
    services: Services, typed: str
) -> None:
    assert services.search.search(Query(typed)).corrections == ()


def test_as_typed_means_as_typed(services: Services) -> None:
    results = services.search.search(Query("epicerei", verbatim=True))

    assert results.corrections == ()
    assert results.rows == ()


def test_a_beginning_with_an_error_is_corrected_before_the_word_ends(services: Services) -> None:
    results = services.search.search(Query("covoitturag"))

    assert results.corrections == (Correction("covoitturag", "covoiturage"),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("resto", "N02"),
        ("restos", "N02"),
        ("commerces de proximité", "N01"),
        ("ptce", "N04"),
        ("PTCEs", "N04"),
        ("pole territorial de cooperation", "N04"),
        ("société coopérative d’intérêt collectif", "N05"),
        ("tiers lieux", "N05"),
        ("co-voiturage", "N03"),
        ("co voiturages", "N03"),
        ("comerce de proximitée", "N01"),
    ],
)
def test_other_words_for_the_same_thing(services: Services, typed: str, found: str) -> None:
    assert codes(services, typed)[0] == found


def test_a_synonym_goes_one_way_when_it_is_written_so(services: Services) -> None:
    results = services.search.search(Query("restaurant"))

    assert len(results.rows) == 1


def test_an_acronym_says_what_it_means(services: Services) -> None:
    (meaning,) = services.search.search(Query("une S.C.I.C. ici")).meanings

    assert (meaning.acronym, meaning.meaning) == ("Scic", "Société coopérative d’intérêt collectif")


def test_a_short_word_does_not_find_another_that_looks_like_its_feminine(services: Services) -> None:
    assert services.search.search(Query("caf ")).scores.keys() == {6}
    assert codes(services, "cafés ") == ["N06"]


def test_a_question_is_its_words_that_count(services: Services) -> None:
    question = "Bonjour, est-ce que la commune peut nous prêter un local s’il vous plaît ?"

    assert codes(services, question)[0] == "N02"


def test_when_no_fiche_has_every_word_the_best_come_and_say_what_they_miss(services: Services) -> None:
    results = services.search.search(Query("restaurant bénévoles"))

    assert codes(services, "restaurant bénévoles") == ["N02", "N03"]
    assert results.missing == {2: ("bénévoles",), 3: ("restaurant",)}
    assert [(drop.word, drop.text, drop.count) for drop in results.drops] == [
        ("restaurant", "bénévoles", 1),
        ("bénévoles", "restaurant", 1),
    ]


def test_nothing_is_missing_when_a_fiche_has_every_word(services: Services) -> None:
    results = services.search.search(Query("commune local"))

    assert len(results.rows) == 1
    assert (results.missing, results.drops) == ({}, ())


def test_the_words_in_the_order_and_side_by_side_come_first(tmp_path: Path) -> None:
    notes = {
        "a.md": a_note(
            "Une", "La coopérative des gens. " + "Autre chose encore. " * 9 + "Ferroviaire."
        ),
        "b.md": a_note("Deux", "La coopérative ferroviaire des gens. " + "Autre chose encore. " * 9),
        "c.md": a_note(
            "Trois", "Ferroviaire. " + "Autre chose encore. " * 9 + "La coopérative des gens."
        ),
    }
    compile_kit(a_folder(tmp_path / "content", notes), tmp_path / "kit.sqlite", TODAY)

    assert codes(open_services(tmp_path / "kit.sqlite"), "coopérative ferroviaire ")[0] == "N02"


@given(st.text(max_size=40), st.booleans())
def test_any_text_is_understood(services: Services, typed: str, verbatim: bool) -> None:
    results = services.search.search(Query(typed, verbatim=verbatim))

    assert set(results.missing) <= set(results.rows)
    assert not (verbatim and results.corrections)
    for drop in results.drops:
        assert len(services.search.search(Query(drop.text)).rows) >= 1


def test_what_answers_is_marked_expressions_and_synonyms_included(services: Services) -> None:
    def marked(row: int, typed: str) -> list[str]:
        excerpt = services.excerpts.excerpt(row, typed)
        return [excerpt.text[start:end] for start, end in excerpt.marks] if excerpt else []

    assert marked(1, "comerce") == ["commerce"]
    assert marked(2, "qui prette un locla") == ["prête", "local"]
    assert marked(6, "CAF") == ["CAF"]
    assert services.excerpts.matcher("ptce").matches("Les pôles territoriaux de coopération, ici.")
    assert not services.excerpts.matcher("ptce").matches("Une coopération territoriale.")


@pytest.mark.parametrize("typed", ["Lot", "46", "dans le 46", "un café lot"])
def test_a_fiche_of_the_place_that_is_named_comes_first(tmp_path: Path, typed: str) -> None:
    there = {"commune": "Figeac", "departement": "46"}
    village = services_on(
        tmp_path,
        a_fiche("C01", "Un lot de 46 cafés", body="Un lot, 46 lots, un café dans le lot."),
        a_fiche("C02", "Un café", place=there),
        a_fiche("C03", "Un bar", body="Le lot de 46 bouteilles."),
    )

    assert codes(village, typed)[0] == "C02"
