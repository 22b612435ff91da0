"""What who helps needs to know of this computer, in a few lines, and nothing of the person."""

import os
import platform
import sqlite3
from pathlib import Path

import PySide6
from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication, QScreen

from tressons_kit import __version__
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.library.kit import Kit
from tressons_kit.ui.appearance import Appearance

_DIGEST = 16


def diagnostics(kit: Kit, appearance: Appearance, texts: Texts) -> str:
    """Return the lines to copy."""
    info, folder, log = kit.info, paths.data_folder(), paths.log_file()
    size = number(kit.path.stat().st_size // 1024, texts) if kit.path.is_file() else "?"
    screens = ", ".join(_screen(screen, texts) for screen in QGuiApplication.screens())
    percent = texts("{} %").format(round(appearance.scale * 100))
    rows = {
        texts("Programme"): f"Kit TRESSONS {__version__}",
        texts("Kit"): f"{info.title} {info.content_version} ({info.content_digest[:_DIGEST]})",
        texts("Fabriqué avec"): info.program_version,
        texts("Fichier"): texts("{} ({} Kio)").format(without_names(kit.path), size),
        texts("Système"): f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
        "Python": platform.python_version(),
        "Qt": f"{qVersion()} (PySide6 {PySide6.__version__})",
        "SQLite": sqlite3.sqlite_version,
        texts("Affichage"): f"{QGuiApplication.platformName()}, {screens}",
        texts("Apparence"): f"{appearance.choice}, {percent}, {appearance.motion_choice}",
        texts("Données"): f"{without_names(folder)}, {_writable(folder, texts)}",
        texts("Journal"): _log(log, texts),
    }
    return "\n".join(texts("{} : {}").format(label, value) for label, value in rows.items())


def without_names(path: Path) -> str:
    """Write a path without the name of the person, which folders of home and of sticks hold."""
    home = Path.home()
    if path.is_relative_to(home):
        return str(Path("~") / path.relative_to(home))
    return str(Path(*("…" if part == home.name and part else part for part in path.parts)))


def _screen(screen: QScreen, texts: Texts) -> str:
    size, ratio = screen.size(), round(screen.devicePixelRatio() * 100)
    percent = texts("{} %").format(ratio)
    return f"{size.width()} × {size.height()} ({percent})"


def _writable(folder: Path, texts: Texts) -> str:
    nearest = next((place for place in (folder, *folder.parents) if place.is_dir()), folder)
    return texts("accessible") if os.access(nearest, os.W_OK) else texts("protégé en écriture")


def _log(log: Path, texts: Texts) -> str:
    if not log.is_file():
        return texts("aucune erreur notée")
    return texts("{} ({} Kio)").format(
        without_names(log), number(log.stat().st_size // 1024 + 1, texts)
    )
