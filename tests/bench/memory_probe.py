"""Prints the resident memory of the real window: after its start, after fifty fiches."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.bench.memory import resident_memory
from tests.bench.real_window import open_window, some_codes

_FICHES = 50


def main() -> None:
    window, services = open_window(Path(sys.argv[1]))
    at_start = resident_memory()
    codes = some_codes(services, _FICHES)
    for number in range(_FICHES):
        window.open_fiche(codes[number % len(codes)])
        QApplication.processEvents()
    sys.stdout.write(f"start {at_start}\nfiches {resident_memory()}\n")
    window.close()
    services.close()


if __name__ == "__main__":
    main()
