"""The reference of starts: the least that a PySide6 program with a reader can be.

It must import nothing but Qt: what it would add would flatter us.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from tests.bench.memory import resident_memory


def main() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    browser = QTextBrowser()
    browser.setHtml("<h1>Une fiche</h1><p>Un paragraphe.</p>")
    window.setCentralWidget(browser)
    window.resize(1280, 800)
    window.show()

    def tell() -> None:
        window.repaint()
        sys.stdout.write(f"painted {time.monotonic()}\nmemory {resident_memory()}\n")
        application.quit()

    QTimer.singleShot(0, tell)
    application.exec()


if __name__ == "__main__":
    main()
