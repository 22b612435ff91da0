"""Opens fiches in the real window, and the same pages in a bare QTextBrowser."""

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication, QTextBrowser

from tests.bench.figures import percentile, say
from tests.bench.real_window import open_window, some_codes

_FICHES = 60


def main() -> None:
    window, services = open_window(Path(sys.argv[1]))
    bare = QTextBrowser()
    bare.resize(700, 800)
    bare.show()
    ours: list[float] = []
    theirs: list[float] = []
    codes = some_codes(services, _FICHES)
    for number in range(_FICHES):
        code = codes[number % len(codes)]
        start = perf_counter()
        window.open_fiche(code)
        window.repaint()
        QApplication.processEvents()
        ours.append((perf_counter() - start) * 1000)
        page = "".join(section.html for section in services.fiches.get(code).sections)
        start = perf_counter()
        bare.setHtml(page)
        bare.repaint()
        theirs.append((perf_counter() - start) * 1000)
    say(f"ours {percentile(ours, 95)}")
    say(f"bare {percentile(theirs, 95)}")
    window.close()
    services.close()


if __name__ == "__main__":
    main()
