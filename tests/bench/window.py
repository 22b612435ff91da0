"""The window's own figures, each probe in a process of its own."""

from collections.abc import Iterator

from tests.bench.figures import Figure, Reference
from tests.bench.kits import BenchKit
from tests.bench.processes import run_probe

FRAME = 16.0
"""Milliseconds: what the eye takes for at once, and the hand for no wait."""


def measure_typing(kit: BenchKit) -> Iterator[Figure]:
    """Time the keys, and the moments when the window does not listen."""
    probe = run_probe("tests.bench.typing_probe", str(kit.path))
    yield Figure(f"touche → résultats peints, p50 ({kit.name})", probe["p50"], "ms")
    yield Figure(f"touche → résultats peints, p95 ({kit.name})", probe["p95"], "ms", budget=FRAME)
    yield Figure(f"fenêtre sourde par touche, p95 ({kit.name})", probe["deaf95"], "ms")
    yield Figure(f"fenêtre sourde, le plus long ({kit.name})", probe["deaf"], "ms", budget=FRAME)


def measure_reading(kit: BenchKit) -> Figure:
    """Time the opening of fiches."""
    probe = run_probe("tests.bench.reading_probe", str(kit.path))
    return Figure(
        f"ouvrir une fiche, p95 ({kit.name})",
        probe["ours"],
        "ms",
        Reference(probe["bare"], "QTextBrowser.setHtml, même texte"),
        budget=50.0,
    )
