"""The family that comes with the program, given to Qt."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts(folder: Path) -> None:
    """Give Qt the bundled family; without it the system's own is used."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
