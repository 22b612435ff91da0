"""The rules of the house that no other tool holds."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import CONTENT, ROOT
from tressons_kit.domain.fiche_types import RULES, FicheType
from tressons_kit.foundation.kit_format import TABLES
from tressons_kit.ui.theme import PALETTES

PACKAGE = ROOT / "tressons_kit"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 400, 50
ONE_LONG_TEXT = {"style_sheet"}
BROAD_EXCEPT_ALLOWED = {"tressons_kit/qt/tasks.py": 1}


@pytest.mark.parametrize("package", ["domain", "foundation", "library", "authoring", "cli", "services"])
def test_the_core_runs_without_qt(package: str) -> None:
    code = f"import sys, tressons_kit.{package}; sys.exit('PySide6' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name not in ONE_LONG_TEXT:
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_everything_public_has_a_docstring_and_nothing_is_global(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))

    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Global)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_broad_excepts_are_where_they_are_allowed() -> None:
    found = {
        str(module.relative_to(ROOT)): count
        for module in MODULES
        if (count := sum(map(_swallows_everything, ast.walk(ast.parse(module.read_text("utf-8"))))))
    }

    assert found == BROAD_EXCEPT_ALLOWED


def _swallows_everything(node: ast.AST) -> bool:
    """Tell a broad except that does not raise again: cleaning up first is no swallowing."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    broad = node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
    return broad and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))


def test_no_drawer() -> None:
    drawers = {"utils", "util", "helpers", "misc", "common", "shared", "tools"}

    assert not [module for module in MODULES if module.stem in drawers]


@pytest.mark.parametrize("kind", FicheType)
def test_a_type_is_complete(kind: FicheType) -> None:
    assert kind in RULES
    assert (ROOT / f"resources/drawings/{kind}.svg").is_file()
    assert all(kind in palette.types for palette in PALETTES.values())
    assert f"`{kind.value}`" in (ROOT / "docs/format-des-fiches.md").read_text(encoding="utf-8")
    assert f"    {kind.value}: " in (CONTENT / "taxonomie.yaml").read_text(encoding="utf-8")


def test_letters_of_types_are_unique() -> None:
    letters = [rules.letter for rules in RULES.values()]

    assert len(set(letters)) == len(letters)


def test_every_table_is_described() -> None:
    text = (ROOT / "docs/format-du-kit.md").read_text(encoding="utf-8")

    assert [table for table in TABLES if f"`{table}`" not in text] == []
