"""`kit.yaml`, `taxonomie.yaml`, `glossaire.yaml`: their mistakes are told like those of fiches."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from tests.authoring.builders import GLOSSARY, IDENTITY, TAXONOMY, TODAY, a_content_folder, line_of
from tressons_kit.authoring.compiler import check

GOOD = {"kit.yaml": IDENTITY, "taxonomie.yaml": TAXONOMY, "glossaire.yaml": GLOSSARY}


@dataclass(frozen=True)
class Broken:
    """A piece of a good file, what takes its place, where and what the author is told."""

    file: str
    old: str
    new: str
    at: str
    words: tuple[str, ...]


BROKEN = [
    Broken("kit.yaml", "titre:", "tire:", "tire:", ("« tire »", "titre")),
    Broken("kit.yaml", "date: 2026-11-24", "date: hier", "date: hier", ("date", "AAAA-MM-JJ")),
    Broken("kit.yaml", "chiffres: C01", "chiffres: C07", "chiffres:", ("chiffres", "C07", "C01")),
    Broken("kit.yaml", "code: F01, r", "code: F09, r", "F09", ("étape", "F09", "F01")),
    Broken(
        "kit.yaml", "code: F01, r", "code: C01, r", "- {code: C01, raison: sa", ("deux fois", "C01")
    ),
    Broken("kit.yaml", "raison: sa forme", "motif: sa forme", "sa forme", ("raison", "motif")),
    Broken(
        "kit.yaml", "raison: sa forme", "raison: " + "mot " * 50, "{code: F01, r", ("160", "raison")
    ),
    Broken("kit.yaml", "titre: Par ici", "titre: ", "titre: \n", ("titre", "vide")),
    Broken(
        "kit.yaml", "{texte: Du neuf, code: F01}", "{code: F01}", "{code: F01}", ("texte", "manquante")
    ),
    Broken("kit.yaml", "neuf, code: F01", "neuf, code: F02", "Du neuf", ("nouveauté", "F02", "F01")),
    Broken("taxonomie.yaml", "termes: {scic", "terme: {scic", "formes:", ("termes", "manquante")),
    Broken("taxonomie.yaml", "n: bretagne}", "n: bretagn}", "departement:", ("56", "« bretagn »")),
    Broken("glossaire.yaml", "sigle: Scic", "sigles: Scic", "sigles:", ("« sigles »", "sigle")),
    Broken("glossaire.yaml", "voir: [F01]", "voir: [F07]", "voir:", ("renvoi", "F07", "F01")),
    Broken("glossaire.yaml", "Épargne solidaire", "scic", "terme: scic", ("déjà", "ligne 1")),
    Broken("glossaire.yaml", "Argent", "Argent " * 80, "definition: Argent", ("400",)),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.new[:20])
def test_each_mistake_tells_its_file_line_cause_and_cure(broken: Broken, tmp_path: Path) -> None:
    text = GOOD[broken.file].replace(broken.old, broken.new, 1)
    assert text != GOOD[broken.file]

    found = check(a_content_folder(tmp_path, {broken.file: text}), TODAY)

    lines = [
        problem.line
        for problem in found
        if problem.file == PurePosixPath(broken.file)
        and all(word in problem.message for word in broken.words)
    ]
    assert line_of(text, broken.at) in lines, [str(problem) for problem in found]


@pytest.mark.parametrize("name", ["kit.yaml", "taxonomie.yaml", "glossaire.yaml"])
@pytest.mark.parametrize("content", ["- [a", "un texte", "{a: b}", "- x\n- y", "a: {b: [c]}"])
def test_a_file_of_another_shape_raises_nothing(name: str, content: str, tmp_path: Path) -> None:
    assert check(a_content_folder(tmp_path, {name: content}), TODAY)


def test_an_empty_file_counts_as_absent(tmp_path: Path) -> None:
    assert not check(a_content_folder(tmp_path, {"glossaire.yaml": "# rien\n"}), TODAY)
