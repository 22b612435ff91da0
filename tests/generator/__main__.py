"""`python -m tests.generator N DOSSIER [--graine G]`."""

import argparse
from pathlib import Path

from tests.generator.folder import write_folder


def main() -> None:
    parser = argparse.ArgumentParser(description="Écrire un dossier de fiches engendrées.")
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="DOSSIER")
    parser.add_argument("--graine", dest="seed", type=int, default=1)
    options = parser.parse_args()
    write_folder(options.folder, options.count, options.seed)


if __name__ == "__main__":
    main()
