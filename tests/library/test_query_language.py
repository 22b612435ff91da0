"""What a person types in the query language, and what is understood."""

import re
import subprocess
import sys
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import CONTENT, ROOT
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.taxonomy_file import default_taxonomy, parse_taxonomy
from tressons_kit.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    HasTerm,
    InSources,
    Not,
    Phrase,
    Prefix,
    Words,
    Years,
)
from tressons_kit.domain.taxonomy import Facet
from tressons_kit.library.query_language import MAX_NESTING, MAX_SIGNS, ReadQuery, read_query

TAXONOMY = parse_taxonomy(
    (CONTENT / "taxonomie.yaml").read_text(encoding="utf-8"),
    Findings(PurePosixPath("taxonomie.yaml")),
)
CASE = HasTerm("type", ("cas",))
PIECES = [
    piece.replace("_", " ")
    for piece in """
    scic énergie l'ESS le de la un ? ! : - – ( ) " “ ” * , / ' ’ «x» covoit* SCIC* tiers-l* type:cas
    type: type:zzz type:cas, forme:scic,cae dep:"Lot" dep:"Val_de_Marne" dep:46,48 annee:2015..2020
    annee:20 source:insee public:elu OU OR ET AND SAUF NON NOT -bretagne -46 -le -( -type:C -"bourg
    "bourg "tiers_lieu" "?" https://a.fr/x?y=(z)* élu(e)s 10:30 -20 % OÙ ET/OU c'est-à-dire 🙂 e\u0301
    ( ) (scic_OU_scop) SAUF_(a_ET_b) -(le_café) vélo_OU_-bus a_OU_b_ET_c
    """.split()
]
DOCUMENTED_FIELDS = re.findall(
    r"`([a-z]+:[^`]+)`", (ROOT / "docs/recherche.md").read_text(encoding="utf-8")
)
LANGUAGE = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", " ", "  ", "\u00a0", "\n"])),
    max_size=14,
).map(lambda pieces: "".join(piece + space for piece, space in pieces))
ANY_TEXT = LANGUAGE | st.text(max_size=60) | st.lists(st.text(max_size=6) | LANGUAGE).map(" ".join)


def read(typed: str) -> ReadQuery:
    return read_query(typed, TAXONOMY)


def condition(typed: str) -> Condition | None:
    return read(typed).condition


def labels(typed: str) -> list[str]:
    return [understood.label for understood in read(typed).understood]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "épicerie",
        "épicerie ",
        "tiers-lieu",
        "l'ESS : pourquoi ?",
        "type : étude de cas",
        "10 h 30",
        "10:30",
        "-",
        "2021-2027",
        "-20 % de budget",
        "bourgs - villages",
        "Lot -et- Garonne",
        "épicerie (Lot)",
        "(Lot) épicerie",
        "un(e) élu(e)",
        ":-)",
        "le café ou le bar",
        "et/OU",
        "scic et scop",
        "SCIC ET SCOP",
        "c'est-à-dire",
        "https://www.insee.fr/fr/statistiques/7633178?sommaire=(1)*",
        "SCIC*",
        "3*",
        "*",
        '"tiers lieu',
        '"',
        '""',
        '"?"',
        "Que faire ? OU",
        "OU aller",
        "OU",
        "OU OU",
        "tout SAUF",
        "SAUF le",
        "(",
        ")(",
        "type:",
        "type:licorne",
        "forme:scic,licorne",
        'dep:"Mars"',
        "annee:20",
        "annee:20152020",
        "annee:..",
        "source:?",
        "licorne:scic",
    ],
)
def test_ordinary_text_is_its_own_words(typed: str) -> None:
    assert read(typed) == ReadQuery(words=typed, ranking=typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"tiers lieu"', Phrase("tiers lieu")),
        ("“tiers  lieu”", Phrase("tiers lieu")),
        ("-bretagne", Not(Words("bretagne"))),
        ('-"tiers lieu"', Not(Phrase("tiers lieu"))),
        ("SAUF bretagne", Not(Words("bretagne"))),
        ("NON 46", Not(Words("46"))),
        ("NOT le bourg", Not(Words("le bourg"))),
        ("SAUF -bretagne", Not(Words("bretagne"))),
        ("-type:cas", Not(CASE)),
        ("covoit*", Prefix("covoit")),
        ("tiers-l*", Prefix("tiers-l")),
        ("covoiturage OU autopartage", AnyOf((Words("covoiturage"), Words("autopartage")))),
        ("covoiturage OR autopartage", AnyOf((Words("covoiturage"), Words("autopartage")))),
        ("LE CAFE OU LE BAR", AnyOf((Words("LE CAFE"), Words("LE BAR")))),
        ("vélo OU type:cas", AnyOf((Words("vélo"), CASE))),
        ("a1 OU b1 OU c1", AnyOf((Words("a1"), Words("b1"), Words("c1")))),
        ("a1 OU (b1 OU c1)", AnyOf((Words("a1"), Words("b1"), Words("c1")))),
        ("a1 ET b1 OU c1", AnyOf((AllOf((Words("a1"), Words("b1"))), Words("c1")))),
        ("a1 OU b1 ET c1", AnyOf((Words("a1"), AllOf((Words("b1"), Words("c1")))))),
        ("(a1 b1) OU c1", AnyOf((AllOf((Words("a1"), Words("b1"))), Words("c1")))),
        ("a1 OU -b1", AnyOf((Words("a1"), Not(Words("b1"))))),
        ("-b1 OU a1", AnyOf((Not(Words("b1")), Words("a1")))),
        ("SAUF b1 OU a1", Not(AnyOf((Words("b1"), Words("a1"))))),
        ("-(b1 a1)", Not(AllOf((Words("b1"), Words("a1"))))),
        ("-(-b1)", Not(Not(Words("b1")))),
        ("a1 OU SAUF b1", Not(Words("b1"))),
        (
            "(a1 OU b1) ET (c1 OU d1)",
            AllOf((AnyOf((Words("a1"), Words("b1"))), AnyOf((Words("c1"), Words("d1"))))),
        ),
        ("(a1 OU b1", AnyOf((Words("a1"), Words("b1")))),
        ("a1 OU b1) OU", AnyOf((Words("a1"), Words("b1")))),
        ("SAUF type:licorne", Not(Words("type:licorne"))),
    ],
)
def test_signs_and_operators(typed: str, expected: Condition) -> None:
    assert condition(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("type:cas", CASE),
        ("TYPE:CAS", CASE),
        ("type:C", CASE),
        ("types:cas", CASE),
        ('type:"étude de cas"', CASE),
        ('type:"Études de cas"', CASE),
        ("type:etude", CASE),
        ("type:cas,portrait", HasTerm("type", ("cas", "portrait"))),
        ("type:cas,cas,", CASE),
        ("theme:mobilite", HasTerm("themes", ("mobilite",))),
        ("thème:mobil", HasTerm("themes", ("mobilite",))),
        ("thématique:tiers-lieu", HasTerm("themes", ("tiers-lieux",))),
        ("themes:energie", HasTerm("themes", ("energie",))),
        ("dep:46", HasTerm("departement", ("46",))),
        ("dep:lot", HasTerm("departement", ("46",))),
        ("département:2a", HasTerm("departement", ("2A",))),
        ("dep:01", HasTerm("departement", ("01",))),
        ('dep:"Pyrénées-Orientales"', HasTerm("departement", ("66",))),
        ("dep:pyrenees-o", HasTerm("departement", ("66",))),
        ('dep:"Val de Marne",46', HasTerm("departement", ("94", "46"))),
        ("region:bretagne", HasTerm("region", ("bretagne",))),
        ("région:bret", HasTerm("region", ("bretagne",))),
        ("forme:scic", HasTerm("formes", ("scic",))),
        ("formes:scics,cae", HasTerm("formes", ("scic", "cae"))),
        ("issue:arret", HasTerm("issue", ("arrete",))),
        ("public:élu", HasTerm("publics", ("elu",))),
        ("étape:financer", HasTerm("etapes", ("financer",))),
        ("axe:cadre", HasTerm("axes", ("cadre",))),
        ("territoire:montagne", HasTerm("territoires", ("montagne",))),
        ("financement:leader", HasTerm("financements", ("fonds-europeens",))),
        ("annee:2015", Years(2015, 2015)),
        ("année:2015..2020", Years(2015, 2020)),
        ("années:2020..2015", Years(2015, 2020)),
        ("annee:2015-2020", Years(2015, 2020)),
        ("annee:..2020", Years(None, 2020)),
        ("annee:…2020", Years(None, 2020)),
        ("annee:2015..", Years(2015, None)),
        ("annee:2015,2017", AnyOf((Years(2015, 2015), Years(2017, 2017)))),
        ("source:insee", InSources("insee")),
        ('sources:"Le Monde",insee', AnyOf((InSources("Le Monde"), InSources("insee")))),
    ],
)
def test_fields(typed: str, expected: Condition) -> None:
    assert condition(typed) == expected


@pytest.mark.parametrize("facet", TAXONOMY.facets, ids=lambda facet: facet.id)
def test_every_term_is_found_by_its_id_and_by_its_label(facet: Facet) -> None:
    for term in facet.terms:
        for value in (term.id, term.label):
            assert condition(f'{facet.id}:"{value}"') == HasTerm(facet.id, (term.id,)), value


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("type:cas", ["type : étude de cas"]),
        ("-bretagne", ["sauf : bretagne"]),
        ("-type:cas", ["sauf : étude de cas"]),
        ('"tiers lieu"', ["exactement : tiers lieu"]),
        ("annee:2015..2020", ["années : 2015 à 2020"]),
        ("annee:2015", ["année : 2015"]),
        ("annee:2015..", ["années : depuis 2015"]),
        ("annee:..2015", ["années : jusqu’à 2015"]),
        ("covoit*", ["commence par : covoit"]),
        ("covoiturage OU autopartage", ["covoiturage ou autopartage"]),
        ("dep:46", ["département : Lot"]),
        ("dep:46,48", ["département : Lot ou Lozère"]),
        ("source:insee", ["source : insee"]),
        ("forme:scic", ["forme d’organisation : scic"]),
        ("-(a1 b1)", ["sauf : a1 et b1 ensemble"]),
        ("((a1 OU b1) c1) OU -d1", ["(a1 ou b1) et c1 ou sans d1"]),
        ('covoit* OU "le bus" OU type:cas', ["covoit… ou « le bus » ou étude de cas"]),
        ("scic énergie type:cas -lot", ["type : étude de cas", "sauf : lot"]),
    ],
)
def test_what_was_understood_is_said_in_french(typed: str, expected: list[str]) -> None:
    assert labels(typed) == expected


def test_free_words_stay_free() -> None:
    query = read('scic energie type:cas -bretagne "tiers lieu"')

    assert query.words == "scic energie "  # complete words: something was typed after them
    assert query.ranking == "scic energie tiers lieu "
    assert query.condition == AllOf((CASE, Not(Words("bretagne")), Phrase("tiers lieu")))
    assert [understood.text for understood in query.understood] == [
        'scic energie -bretagne "tiers lieu"',
        'scic energie type:cas "tiers lieu"',
        "scic energie type:cas -bretagne",
    ]


@pytest.mark.parametrize(
    ("typed", "words", "ranking"),
    [
        ("type:cas sci", "sci", "sci"),
        ("type:cas scic ", "scic ", "scic "),
        ("scic -bretagne", "scic ", "scic "),
        ("covoiturage OU autopartage", "", "covoiturage autopartage"),
        ('vélo covoit* "le bus" ', "vélo ", "vélo le bus covoit"),
        ("-bretagne source:insee", "", ""),
        ("un vélo SAUF un bus", "un vélo ", "un vélo "),
        ("scic AND énergie", "scic énergie", "scic énergie"),
        ("scic ET énergie type:cas", "scic énergie ", "scic énergie "),
        ("un café (Lot ?) type:cas", "un café Lot ", "un café Lot "),
        ("vélo ? OU type:cas", "vélo ? ou ", "vélo ? ou "),
    ],
)
def test_the_words_to_match_and_to_rank(typed: str, words: str, ranking: str) -> None:
    query = read(typed)

    assert (query.words, query.ranking) == (words, ranking)


def test_a_choice_keeps_its_words_when_a_part_between_is_removed() -> None:
    query = read("le type:cas vélo OU bus")

    assert query.understood[0].text == "le (vélo OU bus)"


def test_what_is_too_long_or_too_deep_is_words() -> None:
    too_long = "type:cas " + "a" * MAX_SIGNS
    too_deep = "(" * (MAX_NESTING + 1) + "a1 OU b1"

    assert read(too_long) == ReadQuery(too_long, too_long)
    assert read(too_deep) == ReadQuery(too_deep, too_deep)
    assert condition("(" * MAX_NESTING + "a1 OU b1") == AnyOf((Words("a1"), Words("b1")))


def test_a_kit_without_the_facet_reads_words() -> None:
    assert read_query("dep:46", default_taxonomy()) == ReadQuery("dep:46", "dep:46")
    assert read_query("type:cas", default_taxonomy()).condition == CASE


@given(ANY_TEXT)
def test_any_text_is_read(typed: str) -> None:
    query = read(typed)

    assert (query.condition is None) == (query.understood == ())
    assert all(understood.label for understood in query.understood)


@given(LANGUAGE)
def test_removing_a_part_removes_that_part_alone(typed: str) -> None:
    query = read(typed)

    for position, understood in enumerate(query.understood):
        rest = list(query.understood)
        del rest[position]
        again = read(understood.text)
        assert [other.label for other in again.understood] == [other.label for other in rest]
        assert again.words.split() == query.words.split()


@given(st.lists(st.sampled_from([piece for piece in PIECES if piece.isalpha() and piece.islower()])))
def test_plain_words_are_never_read_as_language(pieces: list[str]) -> None:
    typed = " ".join(pieces)

    assert read(typed) == ReadQuery(typed, typed)


@pytest.mark.parametrize("example", DOCUMENTED_FIELDS)
def test_the_fields_of_the_documentation_are_read(example: str) -> None:
    assert (read(example).condition is None) == ("licorne" in example)


def test_plain_words_do_not_load_the_parser() -> None:
    code = (
        "import sys; from tressons_kit.domain.taxonomy import Taxonomy;"
        "from tressons_kit.library.query_language import read_query;"
        "read_query('l’épicerie (Lot) : pourquoi ?', Taxonomy(()));"
        "sys.exit('whoosh.qparser' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
