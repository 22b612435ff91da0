"""What a person types, and the fiches that come."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_fiche, services_on
from tressons_kit.domain.query import Order, Query
from tressons_kit.services import Services


def codes(services: Services, query: Query | str) -> list[str]:
    """Return the codes found, in order."""
    if isinstance(query, str):
        query = Query(query)
    rows = services.search.search(query).rows
    cards = services.fiches.cards(rows)
    return [cards[row].code for row in rows]


@pytest.fixture
def village(tmp_path: Path) -> Services:
    return services_on(
        tmp_path,
        a_fiche("C01", "L’épicerie coopérative", summary="Un commerce tenu par ses clients."),
        a_fiche("C02", "Un café", body="On y trouve aussi des épiceries et un tiers-lieu."),
        a_fiche(
            "C03",
            "Une œuvre collective",
            body="Programme 2021-2027, avec 14 838 sociétaires.",
            place={"commune": "Figeac", "departement": "46"},
            themes=["mobilite"],
            formes=["association"],
        ),
        a_fiche("L07", "Prêter un local à des élus", body="Le lieu, les travaux, la S.C.I.C. locale."),
    )


@pytest.mark.parametrize(
    "typed",
    ["l'épicerie", "l’épicerie", "epicerie", "ÉPICERIE", "épiceries", "epicer", "e\u0301picerie"],
)
def test_spelling_does_not_change_what_is_found_and_titles_come_first(
    tmp_path: Path, typed: str
) -> None:
    services = services_on(
        tmp_path,
        a_fiche("C01", "Un café", body="On y trouve aussi des épiceries."),
        a_fiche("C02", "L’épicerie coopérative"),
        # bm25 needs a corpus: a word that half of the fiches hold says nothing to it.
        *(a_fiche(f"C{number:02d}", "Un bar") for number in range(3, 12)),
    )

    assert codes(services, typed) == ["C02", "C01"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("œuvre", ["C03"]),
        ("oeuvre", ["C03"]),
        ("tiers-lieu", ["C02"]),
        ("tiers-lieux", ["C02"]),
        ("tiers lieu", ["C02"]),
        ("tierslieu", ["C02"]),
        ("2021-2027", ["C03"]),
        ("14838", ["C03"]),
        ("14 838", ["C03"]),
        ("scic locale", ["L07"]),
        ("S.C.I.C. locale", ["L07"]),
        ("élu", ["L07"]),
        ("elus", ["L07"]),
        ("locaux", ["L07"]),
        ("travail", ["L07"]),
        ("figeac", ["C03"]),
        ("lot", ["C03"]),
        ("46", ["C03"]),
        ("mobilité", ["C03"]),
        ("prêter un local aux élus", ["L07"]),
    ],
)
def test_what_is_found(village: Services, typed: str, expected: list[str]) -> None:
    assert codes(village, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected", "chips"),
    [
        ("type:cas épicerie", ["C01", "C02"], ["type : étude de cas"]),
        ("épicerie -café", ["C01"], ["sauf : café"]),
        ('"tiers-lieu"', ["C02"], ["exactement : tiers-lieu"]),
        ('"lieu tiers"', [], ["exactement : lieu tiers"]),
        ("dep:46", ["C03"], ["département : Lot"]),
        ("sociét* OU café", ["C02", "C03"], ["sociét… ou café"]),
        ("épicerie SAUF (café OU coopérative)", [], ["sauf : café ou coopérative"]),
        ("source:editeur local", ["L07"], ["source : editeur"]),
        ("planete:mars épicerie", ["C01", "C02"], []),
    ],
)
def test_the_query_language(
    village: Services, typed: str, expected: list[str], chips: list[str]
) -> None:
    results = village.search.search(Query(typed))

    assert codes(village, typed) == expected
    assert [part.label for part in results.understood] == chips


def test_a_word_to_leave_out_is_cut_from_the_whole_text(village: Services) -> None:
    (first, second) = village.search.search(Query("type:cas épicerie sociétaires")).drops

    assert (first.word, first.text, first.count) == ("sociétaires", "type:cas épicerie", 2)
    assert (second.word, second.text, second.count) == ("épicerie", "type:cas sociétaires", 1)


def test_digits_that_the_language_cut_apart_are_no_word_to_drop(tmp_path: Path) -> None:
    village = services_on(tmp_path, a_fiche("C01", "La 0"), a_fiche("C02", "La 1"))

    assert village.search.search(Query("0 1\u202f000 OU 0")).drops == ()


def test_the_name_of_a_filter_offers_it(village: Services) -> None:
    (offer,) = village.search.search(Query("collective lot")).offers

    assert (offer.facet, offer.term, offer.count, offer.text) == ("departement", "46", 1, "collective")


@pytest.mark.parametrize("typed", ["L07", "l 7", "L-07", "l07", "ouvrez la l 7", "fiche L07 svp"])
def test_a_code_goes_straight_to_its_fiche(village: Services, typed: str) -> None:
    results = village.search.search(Query(typed))

    assert results.direct == "L07"
    assert codes(village, typed)[0] == "L07"


def test_an_unknown_code_is_a_word_like_others(village: Services) -> None:
    assert village.search.search(Query("L99")).direct is None


def test_an_empty_query_shows_everything_in_the_order_of_codes(village: Services) -> None:
    assert codes(village, "") == ["C01", "C02", "C03", "L07"]
    assert codes(village, "   ") == ["C01", "C02", "C03", "L07"]


def test_signs_without_a_word_find_nothing_and_say_so(village: Services) -> None:
    results = village.search.search(Query("😀 !?"))

    assert results.rows == ()
    assert results.terms == ()


def test_each_letter_narrows_never_empties_on_the_way(village: Services) -> None:
    for length in range(1, len("épicerie") + 1):
        assert "C01" in codes(village, "épicerie"[:length])


def test_the_exact_word_ranks_above_its_family(tmp_path: Path) -> None:
    services = services_on(
        tmp_path,
        a_fiche("C01", "Un projet", body="La coopération y est quotidienne."),
        a_fiche("C02", "Un projet", body="La coopérative y est quotidienne."),
    )

    assert codes(services, "coopérative ") == ["C02", "C01"]


def test_values_of_a_facet_widen_and_facets_narrow(village: Services) -> None:
    themes = frozenset({"commerces", "mobilite"})

    assert codes(village, Query(filters={"themes": themes})) == ["C01", "C02", "C03", "L07"]
    both = {"themes": themes, "formes": frozenset({"association"})}
    assert codes(village, Query(filters=both)) == ["C03"]


def test_counts_are_those_without_the_facets_own_filter(village: Services) -> None:
    chosen = {"themes": frozenset({"mobilite"}), "type": frozenset({"cas"})}

    counts = village.search.search(Query(filters=chosen)).counts

    assert counts["themes"] == {"commerces": 2, "mobilite": 1}
    assert counts["type"] == {"cas": 1, "levier": 0}
    assert counts["departement"] == {"46": 1, "56": 0}


def test_counts_stay_when_nothing_is_found(village: Services) -> None:
    counts = village.search.search(Query("introuvable")).counts

    assert set(counts["themes"].values()) == {0}


def test_an_unknown_filter_finds_nothing_and_breaks_nothing(village: Services) -> None:
    assert codes(village, Query(filters={"couleur": frozenset({"bleu"})})) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.CODE, ["C01", "C02", "C03"]),
        (Order.TITLE, ["C03", "C01", "C02"]),
        (Order.DATE, ["C02", "C01", "C03"]),
    ],
)
def test_orders(tmp_path: Path, order: Order, expected: list[str]) -> None:
    services = services_on(
        tmp_path,
        a_fiche("C01", "Écho", verifie_le="2026-05-01"),
        a_fiche("C02", "Fougère", verifie_le="2026-10-01"),
        a_fiche("C03", "avoine", verifie_le="2026-01-01"),
    )

    assert codes(services, Query(order=order)) == expected


def test_frequent_words_still_put_titles_first(tmp_path: Path) -> None:
    services = services_on(
        tmp_path,
        a_fiche("C01", "Un café", body="Une épicerie."),
        a_fiche("C02", "Une épicerie"),
        a_fiche("C03", "Un bar", body="Une épicerie."),
    )

    assert codes(services, "épicerie") == ["C02", "C01", "C03"]


_FTS5 = st.sampled_from(
    [
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        '"',
        "*",
        "^",
        ":",
        "{title}",
        "(",
        ")",
        "-",
        "+",
        "'",
        "l'",
        "\x00",
        "%",
    ]
)
_FRENCH = st.text(alphabet="abcdeéèàçœ’'-. 0123456789", max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.lists(_FTS5 | _FRENCH | st.text(max_size=6), max_size=12))
def test_no_text_is_ever_an_error(village: Services, pieces: list[str]) -> None:
    typed = " ".join(pieces)

    results = village.search.search(Query(typed))

    for row in results.rows:
        village.excerpts.excerpt(row, typed)


@pytest.mark.parametrize("typed", ["a" * 10_000, "introuvable " * 900, "(" * 10_000, "zz'" * 3_300])
def test_ten_thousand_characters_answer(village: Services, typed: str) -> None:
    assert village.search.search(Query(typed)).rows == ()


def test_an_excerpt_is_cut_from_the_original_text_with_its_marks(village: Services) -> None:
    row = village.fiches.find_row("C02")
    assert row is not None

    excerpt = village.excerpts.excerpt(row, "epicerie tiers-lieu")

    assert excerpt is not None
    marked = [excerpt.text[start:end] for start, end in excerpt.marks]
    assert marked == ["épiceries", "tiers", "lieu"]


def test_a_code_that_is_typed_marks_nothing(village: Services) -> None:
    row = village.fiches.find_row("C03")
    assert row is not None

    assert village.excerpts.excerpt(row, "c 3") is None


def test_a_long_paragraph_is_cut_around_the_match(tmp_path: Path) -> None:
    filler = "Une phrase de remplissage assez longue. " * 12
    services = services_on(
        tmp_path, a_fiche("C01", "Un café", body=f"{filler}Une boulangerie. {filler}")
    )
    row = services.fiches.find_row("C01")
    assert row is not None

    excerpt = services.excerpts.excerpt(row, "boulangeries")

    assert excerpt is not None
    assert [excerpt.text[start:end] for start, end in excerpt.marks] == ["boulangerie"]
    assert len(excerpt.text) < 240
    assert excerpt.marks[0][1] < 90
    assert excerpt.text.startswith("… ")
    assert excerpt.text.endswith(" …")
