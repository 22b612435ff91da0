"""Where things are: resources, the kit, the user's own folder.

Two environment variables serve tests, trainers' computers and developers: TRESSONS_KIT names the
kit file, TRESSONS_DATA the folder of personal data. (A third, TRESSONS_LANG, is read by the command
line.)
"""

import os
import sys
from pathlib import Path

import platformdirs

KIT_NAME = "kit.sqlite"
KEPT_SEARCHES_NAME = "recherches.json"
"""Beside the remembered state: recent, saved and unanswered searches."""
_APPLICATION = "tressons-kit"


def program_folder() -> Path:
    """Return the folder that holds `resources/`: the source tree, or the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def resources() -> Path:
    """Return the folder of icons, fonts and styles."""
    return program_folder() / "resources"


def default_content() -> Path:
    """Return the folder of fiches of the source tree."""
    return program_folder() / "content"


def default_kit() -> Path:
    """Return the kit to open when none is named; it may not exist."""
    named = os.environ.get("TRESSONS_KIT")
    if named:
        return Path(named)
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent / KIT_NAME
    return program_folder() / "dist" / KIT_NAME


def data_folder() -> Path:
    """Return the user's own folder, local to the computer: never on the stick, never synced."""
    named = os.environ.get("TRESSONS_DATA")
    if named:
        return Path(named)
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False, roaming=False))


def state_file() -> Path:
    """Return the file that remembers the window: theme, text size, last read."""
    return data_folder() / "etat.json"


def log_file() -> Path:
    """Return the log that an error message points to."""
    return data_folder() / "journal.log"
