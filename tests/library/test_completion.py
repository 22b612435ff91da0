"""What is proposed for what is typed."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_fiche, services_on
from tressons_kit.library.completion import CompletionService, first_sentence
from tressons_kit.services import Services


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompletionService]:
    services = services_on(
        tmp_path_factory.mktemp("village"),
        a_fiche("C01", "L’Épicerie du tiers-lieu", themes=["mobilite"]),
        a_fiche("C02", "Une épicerie coopérative", autres_noms=["Chez Lucie"]),
        a_fiche("C03", "La coopérative et son épicerie"),
        a_fiche("C12", "Lucioles"),
        a_fiche("F03", "La Scic"),
    )
    yield services.completion
    services.close()


def codes(service: CompletionService, typed: str) -> list[str]:
    return [fiche.code for fiche in service.complete(typed).fiches]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("epi", ["C02", "C01", "C03"]),  # titles that begin so, article apart, then the others
        ("Épiceries", ["C02", "C01", "C03"]),
        ("coop epi", ["C03", "C02"]),
        ("coopérative et son é", ["C03", "C02"]),
        ("l'épicerie du t", ["C01"]),
        ("tierslieu", ["C01"]),
        ("tiers-l", ["C01"]),
        ("lu", ["C12", "C02"]),  # another name comes after a title
        ("c1", ["C01", "C12"]),
        ("c 2", ["C02"]),
        ("scic", ["F03"]),
        ("zzz", []),
        ("", []),
        ("  ", []),
        ("🙂", []),
    ],
)
def test_fiches_by_the_beginnings_of_the_words_of_their_names(
    village: CompletionService, typed: str, expected: list[str]
) -> None:
    assert codes(village, typed) == expected


def test_a_filter_named_at_the_end_leaves_the_other_words(village: CompletionService) -> None:
    (offer,) = village.complete("une épicerie mobil").filters

    assert (offer.facet, offer.term, offer.count, offer.text) == (
        "themes",
        "mobilite",
        1,
        "une épicerie",
    )


def test_only_filters_that_the_kit_uses_are_proposed(village: CompletionService) -> None:
    assert village.complete("bretagne").filters[0].count == 5
    assert village.complete("occitanie").filters == ()


def test_terms_by_name_acronym_and_synonym(real_services: Services) -> None:
    for typed in ("scic", "société coopérative d'int", "Scics"):
        (first, *_) = real_services.completion.complete(typed).terms
        assert first.term.acronym == "Scic"
        assert first.term.definition.startswith(first.gist)
        assert first.gist.endswith(".")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Un mot. Un autre.", "Un mot."),
        ("Selon l’art. 5 de la loi, non. Oui.", "Selon l’art. 5 de la loi, non."),
        ("Créée par M. Dupont. Fin.", "Créée par M. Dupont."),
        ("Plus de 50 %. Ensuite", "Plus de 50 %."),
        ("Sans point", "Sans point"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


@given(st.text(st.characters(), max_size=60) | st.text("cC01 'éÉ-.*\"()", max_size=30))
def test_any_text_is_completed(village: CompletionService, typed: str) -> None:
    found = village.complete(typed)

    assert found.typed == typed
    assert len(set(codes(village, typed))) == len(found.fiches) <= 5
    assert all(typed.startswith(offer.text) for offer in found.filters)


@given(st.data())
def test_every_title_is_found_by_its_own_words(village: CompletionService, data: st.DataObject) -> None:
    titles = {"C02": "Une épicerie coopérative", "C03": "La coopérative et son épicerie"}
    code = data.draw(st.sampled_from(sorted(titles)))
    beginning = titles[code][: data.draw(st.integers(4, 30))]

    assert code in codes(village, beginning)
