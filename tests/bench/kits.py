"""The two kits that are measured: the real one, and ten thousand generated fiches."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from markdown import Markdown

from tests.bench.figures import Figure, Reference
from tests.builders import CONTENT, TODAY
from tests.generator.folder import write_folder
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.foundation.texts import FRENCH, number

REAL_BUDGET, GENERATED_BUDGET = 10.0, 60.0
_SAMPLE = 10
"""One body in ten is given to the reference, and its time multiplied."""

_TEXT_SIZE = "SELECT SUM(LENGTH(CAST(text AS BLOB))) FROM section"
_INDEX_SIZES = (
    "SELECT SUM(LENGTH(block)) FROM search_data",
    "SELECT SUM(LENGTH(form) + LENGTH(spelling)) FROM vocabulary",
    "SELECT SUM(LENGTH(key)) FROM family",
    "SELECT SUM(LENGTH(fiches) + LENGTH(weights)) FROM posting",
    "SELECT SUM(LENGTH(fiches) + LENGTH(weights)) FROM prefix",
    "SELECT SUM(LENGTH(words) + LENGTH(ends)) FROM word_order",
)
"""The bytes of each part of the index; the plain one has the first part only."""


@dataclass(frozen=True, slots=True)
class BenchKit:
    """A compiled kit and the name of its lines in the table."""

    name: str
    path: Path


def generate(folder: Path, count: int) -> Path:
    """Write the generated content, from nothing each time."""
    content = folder / "content"
    shutil.rmtree(content, ignore_errors=True)
    write_folder(content, count)
    return content


def compile_real(folder: Path) -> tuple[BenchKit, Figure]:
    """Compile the content of the repository."""
    kit = BenchKit("vrai kit", folder / "vrai.sqlite")
    return kit, _compiled(CONTENT, kit, REAL_BUDGET, sample=1)


def compile_generated(content: Path, folder: Path, count: int) -> tuple[BenchKit, Figure]:
    """Compile generated content."""
    kit = BenchKit(f"{number(count, FRENCH)} fiches", folder / "engendre.sqlite")
    return kit, _compiled(content, kit, GENERATED_BUDGET, sample=_SAMPLE)


def measure_index(kit: BenchKit, plain: Path) -> Iterator[Figure]:
    """Compare the size of the index with that of the plain one, then with the text itself."""
    size = sum(_one(sql, kit.path)[0] for sql in _INDEX_SIZES) / 1e6
    (plain_size,) = _one(_INDEX_SIZES[0], plain)
    (text,) = _one(_TEXT_SIZE, kit.path)
    name = f"taille de l’index ({kit.name})"
    yield Figure(name, size, "Mo", Reference(plain_size / 1e6, "FTS5 unicode61, mêmes textes"))
    yield Figure(name, size, "Mo", Reference(text / 1e6, "texte seul"), ratio=2.5)


def measure_text(kit: BenchKit) -> Figure:
    """Compare the whole file with the text that people read in it."""
    (size,) = _one(_TEXT_SIZE, kit.path)
    return Figure(
        f"taille du kit ({kit.name})",
        kit.path.stat().st_size / 1e6,
        "Mo",
        Reference(size / 1e6, "texte seul"),
    )


def _compiled(content: Path, kit: BenchKit, budget: float, *, sample: int) -> Figure:
    start = perf_counter()
    compile_kit(content, kit.path, TODAY)
    seconds = perf_counter() - start
    reference = Reference(_markdown_seconds(kit.path, sample), "Python-Markdown seul, mêmes textes")
    return Figure(f"fabriquer le kit ({kit.name})", seconds, "s", reference, budget=budget)


def _markdown_seconds(kit: Path, sample: int) -> float:
    connection = sqlite3.connect(kit)
    bodies = connection.execute(
        "SELECT markdown FROM section WHERE fiche % ? = 0", (sample,)
    ).fetchall()
    connection.close()
    converter = Markdown(extensions=["tables", "footnotes"])
    start = perf_counter()
    for (body,) in bodies:
        converter.reset().convert(body)
    return (perf_counter() - start) * sample


def _one(sql: str, database: Path) -> tuple[int]:
    connection = sqlite3.connect(database)
    row: tuple[int] = connection.execute(sql).fetchone()
    connection.close()
    return row
