"""`python -m tests.relevance [--kit FILE] [--echecs]`: asks every judged query, prints the table."""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.builders import CONTENT, TODAY
from tests.relevance.engines import KitEngine, texts_of
from tests.relevance.evaluation import evaluate, evaluate_references
from tests.relevance.judged_set import read_judged_set, unknown_codes
from tests.relevance.marks import missed_marks
from tests.relevance.report import failures, table, verdict
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.services import open_services


def main() -> int:
    """Print the table; return 1 if a mark is missed, as CI would."""
    options = _options()
    if options.kit is not None:
        return _measure(options.kit, show_failures=options.failures)
    with tempfile.TemporaryDirectory(prefix="tressons-relevance-") as folder:
        kit = Path(folder) / "kit.sqlite"
        compile_kit(CONTENT, kit, TODAY)
        return _measure(kit, show_failures=options.failures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.relevance", description="Mesurer la justesse de la recherche."
    )
    parser.add_argument("--kit", type=Path, metavar="FICHIER", help="un kit déjà fabriqué")
    parser.add_argument(
        "--echecs",
        dest="failures",
        action="store_true",
        help="dire aussi les recherches manquées, de la part de réglage seulement",
    )
    return parser.parse_args()


def _measure(kit: Path, *, show_failures: bool) -> int:
    queries = read_judged_set()
    services = open_services(kit)
    try:
        texts = texts_of(services)
        unknown = unknown_codes(queries, {text.code for text in texts})
        if unknown:
            _say([f"Le kit n’a pas ces fiches attendues : {', '.join(unknown)}."])
            return 1
        ours = evaluate(KitEngine(services), queries)
        references = evaluate_references(texts, queries)
    finally:
        services.close()
    evaluations = [ours, *references]
    _say(table(evaluations))
    _say(["", *verdict(evaluations)])
    if show_failures:
        _say(failures(ours))
    return 1 if missed_marks(ours) else 0


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
