"""The generator writes what the compiler accepts without a remark, and always the same bytes."""

from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.generator.folder import write_folder
from tressons_kit.authoring.compiler import check


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engendré")
    write_folder(folder, 120)
    return folder


def test_generated_fiches_have_no_problem(generated: Path) -> None:
    assert check(generated, TODAY) == ()


def test_the_same_seed_gives_the_same_bytes(generated: Path, tmp_path: Path) -> None:
    write_folder(tmp_path, 120)

    assert _bytes(tmp_path) == _bytes(generated)


def test_another_seed_gives_other_texts(generated: Path, tmp_path: Path) -> None:
    write_folder(tmp_path, 120, seed=2)

    assert _bytes(tmp_path).keys() == _bytes(generated).keys()
    assert _bytes(tmp_path) != _bytes(generated)


def test_fiches_have_the_length_of_real_ones(generated: Path) -> None:
    lengths = [
        len(path.read_text(encoding="utf-8").split("---\n", 2)[2].split())
        for path in generated.rglob("*.md")
    ]

    assert 250 < sum(lengths) / len(lengths) < 750


def _bytes(folder: Path) -> dict[Path, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in files if path.suffix == ".md"}
