"""`synonymes.yaml`: its mistakes are told, its words and those of the glossary are in the kit."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.builders import TODAY, a_content_folder, a_folder, a_note, line_of
from tests.builders import CONTENT
from tressons_kit.authoring.compiler import check, compile_kit
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.folder import SYNONYMS
from tressons_kit.authoring.synonyms_file import (
    GREATEST_WEIGHT,
    LEAST_WEIGHT,
    Synonyms,
    parse_synonyms,
    phrase_form,
)
from tressons_kit.domain.problem import Severity
from tressons_kit.foundation.expressions import key_of_text

GOOD = """\
- mots: [épicerie, commerce de proximité]
- mots: [resto, bistrot]
  vers: [restaurant, café]
  poids: 0.4
"""
NAME = PurePosixPath(SYNONYMS)


@dataclass(frozen=True)
class Broken:
    """A piece of a good file, what takes its place, where and what the author is told."""

    old: str
    new: str
    at: str
    words: tuple[str, ...]
    severity: Severity = Severity.ERROR


BROKEN = [
    Broken("- mots: [resto", "- mot: [resto", "- mot:", ("« mot »", "mots")),
    Broken("- mots: [resto", "- mot: [resto", "- mot:", ("manquante", "« mots:")),
    Broken("  vers: [restaurant, café]", "  ver: [café]", "  ver:", ("« ver »", "vers")),
    Broken("[resto, bistrot]", "", "- mots: \n", ("« mots » vide",)),
    Broken("[resto, bistrot]", "[]", "- mots: []", ("« mots » vide", "retirer")),
    Broken("[restaurant, café]", "[]", "vers: []", ("« vers » vide", "retirer")),
    Broken("[restaurant, café]", "", "vers:", ("« vers » vide", "retirer")),
    Broken("[restaurant, café]", "{a: b}", "vers: {", ("« vers »", "liste de mots")),
    Broken("[épicerie, commerce de proximité]", "épicerie", "mots: é", ("seul", "vers")),
    Broken("[restaurant, café]", "restaurant, café", "vers: r", ("virgule", "[restaurant, café]")),
    Broken("[restaurant, café]", "[restaurant, …]", "vers: ", ("« … »", "ni lettre ni chiffre")),
    Broken("[resto, bistrot]", "[à vous]", "mots: [à", ("« à vous »", "trop courants")),
    Broken("[resto, bistrot]", "[resto, Resto]", "Resto", ("« Resto »", "déjà", "une seule")),
    Broken("[restaurant, café]", "[café, Bistrot]", "Bistrot", ("« Bistrot »", "déjà")),
    Broken("poids: 0.4", "poids: 2", "poids: 2", ("« 2 »", "entre 0.1 et 0.9")),
    Broken("poids: 0.4", "poids: fort", "poids: fort", ("« fort »", "comme 0.6")),
    Broken("poids: 0.4", "poids: nan", "poids: nan", ("« nan »", "nombre")),
    Broken("poids: 0.4", "poids: [0.4]", "poids: [", ("« poids »", "texte")),
    Broken("- mots: [é", "- épicerie\n- mots: [é", "- épicerie", ("mal écrite", "« - mots:")),
    Broken(
        "[restaurant, café]",
        "[restaurant café bar auberge crêperie brasserie cantine]",
        "vers: [restaurant café",
        ("trop long", "6 mots", "virgules"),
        Severity.WARNING,
    ),
    Broken(
        "[resto, bistrot]\n  vers: [restaurant, café]",
        "[Épiceries, commerce de proximité, épicerie]",
        "[Épi",
        ("« commerce de proximité »", "« épicerie »", "ligne 1"),
        Severity.WARNING,
    ),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.new[:24])
def test_each_mistake_tells_its_line_cause_and_cure(broken: Broken) -> None:
    text = GOOD.replace(broken.old, broken.new, 1)
    assert text != GOOD
    findings = Findings(NAME)

    parse_synonyms(text, findings)

    lines = [
        problem.line
        for problem in findings.problems
        if problem.severity is broken.severity and all(word in problem.message for word in broken.words)
    ]
    assert lines == [line_of(text, broken.at)], [str(problem) for problem in findings.problems]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = "- mots: [resto]\n- mots: [un café]\n  vers: []\n- poids: 3\n"

    found = check(a_content_folder(tmp_path, {SYNONYMS: text}), TODAY)

    assert {problem.line for problem in found} == {1, 3, 4}
    assert {problem.file for problem in found} == {NAME}


@pytest.mark.parametrize("text", ["- [a", "un texte", "{a: b}", "- x\n- y", "a: {b: [c]}", "- [a, b]"])
def test_a_file_of_another_shape_raises_nothing(text: str) -> None:
    findings = Findings(NAME)

    assert parse_synonyms(text, findings) == ()
    assert findings.has_errors


def test_the_same_two_words_are_told_once_each_time_that_they_come_back() -> None:
    findings = Findings(NAME)

    parse_synonyms("- mots: [asso, association]\n" * 3, findings)

    assert [problem.line for problem in findings.problems] == [2, 3]


def test_one_way_then_the_other_is_no_repetition() -> None:
    findings = Findings(NAME)
    text = "- mots: [a1]\n  vers: [b1]\n- mots: [b1]\n  vers: [a1]\n  poids: 0,2\n"

    assert [entry.weight for entry in parse_synonyms(text, findings)] == [0.6, 0.2]
    assert findings.problems == ()


PIECES = st.sampled_from(
    (
        *("- ", "mots: ", "vers: ", "poids: ", "[", "]", "{", "}", ", ", "\n", "\n  ", "0.5", "nan"),
        *("1e999", "épicerie", "d’", "à", "…", "&a", "*a", "!a", "#", '"', "'", ":", "\t", "S.C.I.C."),
        *("\u0301", "🌾"),
    )
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=24).map("".join)))
def test_whatever_is_written_is_told_or_can_be_searched(text: str) -> None:
    findings = Findings(NAME)

    for entry in parse_synonyms(text, findings):
        assert LEAST_WEIGHT <= entry.weight <= GREATEST_WEIGHT
        assert all(phrase_form(spelling) for spelling in entry.spellings + entry.targets)
        assert findings.has_errors or list(entry.pairs())
    assert all(problem.line >= 1 and "\n" not in str(problem) for problem in findings.problems)


@given(st.lists(st.text(max_size=12), min_size=2, max_size=4), st.floats(0.1, 0.9))
def test_words_between_quotes_are_read_as_they_are(words: list[str], weight: float) -> None:
    findings = Findings(NAME)
    quoted = ", ".join(f'"{"".join(c for c in word if c.isalnum())}"' for word in words)

    entries = parse_synonyms(f"- mots: [{quoted}]\n  poids: {weight}\n", findings)

    assert findings.has_errors or entries[0].weight == weight


def synonyms(kit: Path) -> dict[tuple[str, str], tuple[str, float]]:
    connection = sqlite3.connect(kit)
    try:
        sql = "SELECT form, alternative, spelling, weight FROM synonym"
        return {row[:2]: row[2:] for row in connection.execute(sql)}
    finally:
        connection.close()


def keyed(
    pairs: dict[tuple[str, str], tuple[str, float]],
) -> dict[tuple[str, str], tuple[str, float]]:
    """Write the words of the pairs as their keys."""
    return {(key_of_text(one), key_of_text(other)): row for (one, other), row in pairs.items()}


def compiled(folder: Path, target: Path) -> dict[tuple[str, str], tuple[str, float]]:
    compile_kit(folder, target, TODAY)
    return synonyms(target)


def test_a_kit_holds_the_file_and_the_glossary(tmp_path: Path) -> None:
    found = compiled(a_content_folder(tmp_path / "contenu", {SYNONYMS: GOOD}), tmp_path / "kit.sqlite")

    whole, short = "Société coopérative d’intérêt collectif", "coopérative d’intérêt collectif"
    assert found == keyed(
        {
            ("épicerie", "commerce de proximité"): ("commerce de proximité", 0.6),
            ("commerce de proximité", "épicerie"): ("épicerie", 0.6),
            ("resto", "restaurant"): ("restaurant", 0.4),
            ("resto", "cafe"): ("café", 0.4),
            ("bistrot", "restaurant"): ("restaurant", 0.4),
            ("bistrot", "cafe"): ("café", 0.4),
            ("scic", whole): (whole, 0.9),
            (whole, "scic"): ("Scic", 0.9),
            ("scic", short): (short, 0.8),
            (short, "scic"): ("Scic", 0.8),
            (whole, short): (short, 0.8),
            (short, whole): (whole, 0.8),
        }
    )


def test_the_greatest_weight_counts(tmp_path: Path) -> None:
    text = (
        "- mots: [Scic]\n  vers: [coopérative d'intérêt collectif]\n  poids: 0.3\n"
        "- mots: [mutuelle, assurance]\n  poids: 0.2\n- mots: [mutuelle, assurance]\n  poids: 0.5\n"
    )
    found = compiled(a_content_folder(tmp_path / "contenu", {SYNONYMS: text}), tmp_path / "kit.sqlite")

    assert found[key_of_text("Scic"), key_of_text("coopérative d’intérêt collectif")][1] == 0.8
    assert found[key_of_text("mutuelle"), key_of_text("assurance")][1] == 0.5


def test_an_acronym_that_is_rather_an_ordinary_word_is_left_out(tmp_path: Path) -> None:
    glossary = (
        "- terme: Comité local pour l'emploi\n  sigle: CLE\n  synonymes: [comité de l'emploi]\n"
        "  definition: Un comité.\n"
        "- terme: Association intermédiaire\n  sigle: AI\n  definition: Une association.\n"
    )
    folder = a_folder(
        tmp_path / "notes",
        {"glossaire.yaml": glossary, "a.md": a_note(body="La clé, les clés ; la clé du CLE.")},
    )

    found = compiled(folder, tmp_path / "kit.sqlite")

    whole, short = key_of_text("comité local pour l’emploi"), key_of_text("comité de l’emploi")
    assert set(found) == {(whole, short), (short, whole)}


def test_a_plural_has_the_synonyms_of_its_singular(tmp_path: Path) -> None:
    found = compiled(a_content_folder(tmp_path / "contenu", {SYNONYMS: GOOD}), tmp_path / "kit.sqlite")

    assert (key_of_text("épiceries"), key_of_text("commerces de proximité")) in found


def test_a_folder_without_synonyms_compiles(tmp_path: Path) -> None:
    assert compiled(a_folder(tmp_path / "notes", {"a.md": a_note()}), tmp_path / "kit.sqlite") == {}


@pytest.fixture(scope="module")
def entries() -> tuple[Synonyms, ...]:
    """Read the synonyms of the repository, which hold no mistake."""
    findings = Findings(NAME)
    found = parse_synonyms((CONTENT / SYNONYMS).read_text(encoding="utf-8"), findings)
    assert findings.problems == ()
    return found


def test_the_words_of_users_lead_to_those_of_the_fiches(entries: tuple[Synonyms, ...]) -> None:
    pairs = {pair for entry in entries for pair in entry.pairs()}

    assert {
        ("resto", "restaurant"),
        ("épicerie", "commerce de proximité"),
        ("commerce de proximité", "épicerie"),
        ("covoiturage", "mobilité"),
        ("prêt de salle", "mise à disposition"),
        ("comcom", "communauté de communes"),
        ("faillite", "liquidation"),
        ("recyclerie", "ressourcerie"),
    } <= pairs
    assert ("restaurant", "resto") not in pairs


def test_no_word_that_is_everywhere_brings_anything(entries: tuple[Synonyms, ...]) -> None:
    everywhere = {"sous", "action", "projet", "attention", "faire", "temps", "occasion", "personnel"}

    assert not everywhere & {phrase_form(word) for entry in entries for word in entry.spellings}
