"""`chercher`: lines for people, JSON for programs, filters, and any text at all."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run

FTS_SYNTAX = [
    '"',
    "*",
    "^",
    "(",
    ")",
    "NEAR(a b)",
    "AND",
    "OR",
    "NOT",
    "title:",
    "{a b}:",
    "-",
    "+",
    "'",
]
FRENCH_PIECES = [
    "l'épicerie",
    "tiers-lieu",
    "œuvre",
    "2021-2027",
    "S.C.I.C.",
    "Scic",
    "L07",
    "é",
    "🌾",
    "«",
    "\u202f",
]


def test_a_result_is_a_line_then_a_passage(run: Run) -> None:
    answer = run("chercher", "ferroviaire")

    first, passage = answer.out.splitlines()[:2]
    assert first == "C01 · Étude de cas · Railcoop, la coopérative ferroviaire · Figeac (Lot)"
    assert passage.startswith("    ")
    assert answer.err == "1 fiche.\n"
    assert answer.code == 0


def test_columns_are_aligned(run: Run) -> None:
    lines = [line for line in run("chercher").out.splitlines() if not line.startswith(" ")]

    assert len({line.index(" · ", 6) for line in lines}) == 1


def test_without_words_every_fiche_is_given(run: Run) -> None:
    answer = run("chercher", "--tri", "code", "--json")

    assert [fiche["code"] for fiche in json.loads(answer.out)["fiches"]] == ["C01", "C02", "L07"]


def test_words_need_no_quotes(run: Run) -> None:
    assert run("chercher", "epicerie", "solidaire").out.startswith("C02")


def test_limit_keeps_the_first_and_says_so(run: Run) -> None:
    answer = run("chercher", "--tri", "code", "--limite", "2")

    assert "L07" not in answer.out
    assert answer.err == "3 fiches, les 2 premières sont données.\n"


@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        (["--theme", "mobilite"], ["C01"]),
        (["--theme", "Mobilité", "--theme", "commerces"], ["C01", "C02", "L07"]),
        (["--type", "cas", "--departement", "Morbihan"], ["C02"]),
        (["--departement", "46"], ["C01"]),
        (["--region", "Occitanie", "--issue", "arrete"], ["C01"]),
        (["--type", "levier", "--type", "cas"], ["C01", "C02", "L07"]),
    ],
)
def test_filters_take_names_and_labels(run: Run, filters: list[str], codes: list[str]) -> None:
    answer = run("chercher", *filters, "--tri", "code", "--json")

    assert [fiche["code"] for fiche in json.loads(answer.out)["fiches"]] == codes


def test_an_unknown_term_is_a_wrong_call_with_the_nearest(run: Run) -> None:
    answer = run("chercher", "gare", "--theme", "mobilté")

    assert answer.code == 2
    assert "« mobilté »" in answer.err
    assert "mobilite (Mobilité)" in answer.err


def test_no_result_proposes_a_next_step(run: Run) -> None:
    assert "Essayez" in run("chercher", "introuvable").err
    filtered = run("chercher", "ferroviaire", "--type", "levier")
    assert filtered.err == "Aucune fiche.\nSans le filtre « Levier d’action » : 1 fiche.\n"
    twice = run("chercher", "ferroviaire", "--type", "levier", "--theme", "commerces").err
    assert twice.endswith("Sans aucun filtre : 1 fiche.\n")
    assert "Sans « introuvable » : 1 fiche." in run("chercher", "ferroviaire", "introuvable").err


def test_json_tells_what_to_try_only_when_nothing_is_found(run: Run) -> None:
    empty = json.loads(run("chercher", "ferroviaire", "--type", "levier", "--json").out)
    found = json.loads(run("chercher", "ferroviaire", "--json").out)

    lifted = {"facet": "type", "term": "levier", "label": "Levier d’action", "count": 1}
    assert empty["suggestions"] == {"corrected": None, "drops": [], "lifted": [lifted], "terms": []}
    assert found["suggestions"] is None
    assert found["fiches"][0]["missing"] == []


def test_words_may_be_searched_as_they_are_written(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("ferroviaire\n", encoding="utf-8")

    one = run("chercher", "--tel-quel", "ferroviaire")
    batch = run("chercher", "--tel-quel", "--lot", str(questions))

    assert one.err == "1 fiche.\n"
    assert json.loads(batch.out)["corrections"] == []


def test_json_tells_everything_of_a_result(run: Run) -> None:
    answer = json.loads(run("chercher", "ferroviaire", "--json").out)

    (fiche,) = answer["fiches"]
    start, end = fiche["marks"][0]
    assert answer["query"] == "ferroviaire"
    assert answer["count"] == 1
    assert answer["counts"]["type"]["cas"] == 1
    assert fiche["code"] == "C01"
    assert fiche["score"] > 0
    assert fiche["excerpt"][start:end].lower() == "ferroviaire"


def test_a_code_goes_straight_to_its_fiche(run: Run) -> None:
    answer = json.loads(run("chercher", "l 7", "--json").out)

    assert answer["direct"] == "L07"
    assert answer["fiches"][0]["code"] == "L07"
    assert answer["fiches"][0]["score"] is None


def test_a_batch_gives_a_line_for_each_line(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_bytes("\ufeffferroviaire\r\nepicerie\n\nL07".encode())

    lines = [
        json.loads(line) for line in run("chercher", "--lot", str(questions), "--json").out.splitlines()
    ]

    assert [line["query"] for line in lines] == ["ferroviaire", "epicerie", "", "L07"]
    assert [line["codes"][0] for line in lines] == ["C01", "C02", "C01", "L07"]
    assert all(len(line["codes"]) == len(line["scores"]) for line in lines)
    assert all(line["milliseconds"] > 0 for line in lines)


def test_a_batch_takes_filters_and_limit(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("\n", encoding="utf-8")

    answer = run("chercher", "--lot", str(questions), "--type", "cas", "--limite", "1")

    assert json.loads(answer.out)["codes"] == ["C01"]


def test_an_unreadable_batch_is_explained(run: Run, tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("ecole\nécole\n".encode("latin-1"))

    missing, wrong = (
        run("chercher", "--lot", str(tmp_path / "rien.txt")),
        run("chercher", "--lot", str(latin)),
    )

    assert (missing.code, wrong.code) == (1, 1)
    assert "rien.txt" in missing.err
    assert "ligne 2" in wrong.err


@pytest.mark.parametrize(
    "wrong",
    [
        ["chercher", "mot", "--lot", "fichier"],
        ["chercher", "--limite", "0"],
        ["chercher", "--limite", "beaucoup"],
        ["chercher", "--tri", "couleur"],
        ["chercher", "--theme"],
        ["chercher", "--couleur", "bleu"],
    ],
)
def test_wrong_calls_say_so(run: Run, wrong: list[str]) -> None:
    answer = run(*wrong)

    assert answer.code == 2
    assert "erreur" in answer.err
    assert not answer.out


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.one_of(st.sampled_from(FTS_SYNTAX + FRENCH_PIECES), st.text(max_size=12)), max_size=6)
)
def test_any_text_is_a_question(run: Run, pieces: list[str]) -> None:
    answer = run("chercher", "--json", "--", " ".join(pieces))

    assert answer.code == 0
    assert json.loads(answer.out)["count"] >= 0


def test_signs_without_a_word_are_told_as_such(run: Run) -> None:
    answer = run("chercher", "😀 !")

    assert answer.code == 0
    assert "pas de mot à chercher" in answer.err


def test_a_result_is_explained_in_an_aligned_table(run: Run) -> None:
    answer = run("chercher", "--expliquer", "--limite", "1", "sociétaire", "faire", "type:levier")
    first, *lines = answer.out.splitlines()

    assert first.startswith("L07 · ")
    assert lines[0].startswith("    Note : ")
    assert lines[1] == "    Condition satisfaite : type : levier d’action."
    assert lines[2].split() == ["Mot", "trouvé", "Nature", "Où", "Poids", "Part"]
    assert lines[3].startswith("    sociétaire · rareté ")
    assert lines[4].split()[:4] == ["sociétaire", "mot", "tapé", "texte"]
    assert "mot léger, compté à moitié · absent de la fiche" in " ".join(answer.out.split())
    ends = {len(line) for line in lines[2:] if line.endswith(("%", "Part"))}
    assert len(ends) == 1
    starts = {
        line.index(word) for line in lines[2:5:2] for word in ("mot tapé", "Nature") if word in line
    }
    assert len(starts) == 1


def test_three_results_are_explained_unless_a_limit_says_otherwise(run: Run) -> None:
    explained = [
        line for line in run("chercher", "un", "--expliquer").out.splitlines() if line[0] != " "
    ]
    answer = run("chercher", "paragraphe", "--expliquer", "--limite", "2")

    assert len(explained) == 3
    assert answer.out.count("Note : ") == 2
    assert "les 2 premières sont données" in answer.err


@pytest.mark.parametrize("columns", [80, 110])
def test_an_explanation_fits_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    out = run("chercher", "--expliquer", "railcoop coopérative ferroviaire de citoyens").out

    assert "ferroviaire" in out
    assert all(len(line) <= columns for line in out.splitlines() if line.startswith(" "))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("l7", "Son code a été tapé"),
        ("", "Rien n’a été tapé"),
        ("un", "Rien que de petits mots"),
        ("ferroviare", "ferroviare, lu « ferroviaire »"),
        ("ferroviaire introuvable", "Il manque : introuvable."),
    ],
)
def test_an_explanation_says_what_is_out_of_the_table(run: Run, typed: str, said: str) -> None:
    assert said in run("chercher", "--expliquer", typed).out


def test_json_explains_when_asked(run: Run) -> None:
    (fiche,) = json.loads(run("chercher", "ferroviaire", "--expliquer", "--json").out)["fiches"]
    (direct, *_) = json.loads(run("chercher", "L07", "--expliquer", "--json").out)["fiches"]
    (plain,) = json.loads(run("chercher", "ferroviaire", "--json").out)["fiches"]

    explanation = fiche["explanation"]
    (concept,) = explanation["concepts"]
    assert explanation["score"] == fiche["score"]
    assert concept["words"][0]["kind"] == "mot tapé"
    assert concept["words"][0]["counts"]["title"] == 1
    assert set(explanation["bonus"]) == {"title", "brevity", "closeness", "place"}
    assert direct["explanation"]["is_direct"]
    assert direct["explanation"]["score"] is None
    assert "explanation" not in plain


def test_a_batch_is_not_explained(run: Run) -> None:
    answer = run("chercher", "--expliquer", "--lot", "-")

    assert answer.code == 2
    assert "--expliquer ne va pas avec --lot" in answer.err
