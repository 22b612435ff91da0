"""`python -m tests.bench [--fiches N]`: prints the table of budgets."""

import argparse
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import kits
from tests.bench.figures import Figure, print_figure, print_header, say
from tests.bench.processes import measure_memory, measure_starting
from tests.bench.searching import make_plain_index, measure_searching
from tests.bench.window import measure_reading, measure_typing

_FICHES = 10_000


def main() -> None:
    parser = argparse.ArgumentParser(description="Mesurer le kit, à côté de ses références.")
    parser.add_argument("--fiches", dest="count", type=int, default=_FICHES, metavar="N")
    count = parser.parse_args().count
    say(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, Qt hors écran")
    print_header()
    with tempfile.TemporaryDirectory(prefix="tressons-bench-") as folder:
        figures: list[Figure] = []
        for figure in _measured(Path(folder), count):
            print_figure(figure)
            figures.append(figure)
    exceeded = [figure.what for figure in figures if figure.is_held is False]
    say()
    say(f"Budgets dépassés : {' ; '.join(exceeded)}." if exceeded else "Tous les budgets sont tenus.")


def _measured(folder: Path, count: int) -> Iterator[Figure]:
    real, figure = kits.compile_real(folder)
    yield figure
    generated, figure = kits.compile_generated(kits.generate(folder, count), folder, count)
    yield figure
    for number, kit in enumerate((real, generated)):
        plain = folder / f"simple-{number}.sqlite"
        make_plain_index(kit, plain)
        yield kits.measure_text(kit)
        yield from kits.measure_index(kit, plain)
        yield from measure_searching(kit, plain)
        yield measure_starting(kit)
        yield from measure_memory(kit)
        yield from measure_typing(kit)
        yield measure_reading(kit)


if __name__ == "__main__":
    main()
