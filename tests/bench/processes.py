"""Starting programs from nothing: when their window is painted, and the memory that they take."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence

from tests.bench.figures import Figure, Reference
from tests.bench.kits import BenchKit
from tests.builders import ROOT

_STARTS = 9
_BARE = ("-m", "tests.bench.bare_window")
_PATIENCE = 300


def measure_starting(kit: BenchKit) -> Figure:
    """Start both programs in turn, so that a slower moment of the machine falls on both."""
    ours: list[float] = []
    bare: list[float] = []
    # Not counted: the first start compiles modules and fills the disk's cache.
    _milliseconds(_BARE)
    _milliseconds(("-m", "tressons_kit", "--kit", str(kit.path)))
    for _ in range(_STARTS):
        bare.append(_milliseconds(_BARE))
        ours.append(_milliseconds(("-m", "tressons_kit", "--kit", str(kit.path))))
    return Figure(
        f"lancement → fenêtre, liste peinte ({kit.name})",
        statistics.median(ours),
        "ms",
        Reference(statistics.median(bare), "fenêtre PySide6 nue"),
        ratio=1.5,
    )


def measure_memory(kit: BenchKit) -> Iterator[Figure]:
    """Read the resident memory after the start, then after fifty fiches."""
    bare = Reference(run_probe("tests.bench.bare_window")["memory"], "fenêtre PySide6 nue")
    memory = run_probe("tests.bench.memory_probe", str(kit.path))
    yield Figure(f"mémoire au lancement ({kit.name})", memory["start"], "Mio", bare, budget=110.0)
    yield Figure(f"mémoire après 50 fiches ({kit.name})", memory["fiches"], "Mio", bare, budget=150.0)


def run_probe(module: str, *arguments: str) -> dict[str, float]:
    """Run a module that prints « name value » lines, in a process of its own."""
    return _printed(("-m", module, *arguments))


def _milliseconds(arguments: Sequence[str]) -> float:
    start = time.monotonic()
    return (_printed(arguments)["painted"] - start) * 1000


def _printed(arguments: Sequence[str]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, TRESSONS_BENCH_START="1", TRESSONS_DATA=folder)
        # As on a user's machine, where modules are compiled once.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=_PATIENCE,
        )
    lines = (line.split() for line in done.stdout.splitlines())
    return {line[0]: float(line[1]) for line in lines}
