"""No command: the window, or its demonstration where there is no screen."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tressons_kit.cli.french_parser import FrenchParser
from tressons_kit.cli.kit_option import chosen_kit, named_kit

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_NO_SCREEN = """\
Aucun écran n’est disponible ici : la fenêtre ne peut pas s’ouvrir.
Utilisez les commandes (« tressons-kit --help »), ou « tressons-kit --demonstration »."""
_NO_QT = """\
La bibliothèque graphique Qt ne peut pas démarrer : {}.
Lancez « make run » dans le dossier du programme : il installe ce qui manque ou dit comment le faire."""


def add_options(parser: FrenchParser) -> None:
    """Describe what the program does without a command."""
    parser.options.add_argument(
        "--fiche", metavar="CODE", help="ouvrir la fenêtre sur cette fiche, par exemple C12"
    )
    parser.options.add_argument(
        "--demonstration",
        action="store_true",
        help="sans écran : ouvrir, chercher, lire, et dire ce qui a été trouvé",
    )
    parser.set_defaults(run=_start, parser=parser)


def _start(options: argparse.Namespace) -> int:
    refusal = _refusal(options)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    return _demonstrate(options) if options.demonstration else _open_window(options)


def _refusal(options: argparse.Namespace) -> str:
    """Say why no window can be made here, or nothing; Qt would end the process without a word."""
    if options.demonstration:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        return _NO_SCREEN
    try:
        import PySide6.QtWidgets  # noqa: F401 - tells a missing system library from our own bugs
    except ImportError as error:
        return _NO_QT.format(error)
    return ""


def _open_window(options: argparse.Namespace) -> int:
    from tressons_kit.ui import application

    # Without a kit named here, the window opens the one that was chosen in it.
    return application.run(chosen_kit(options), options.fiche)


def _demonstrate(options: argparse.Namespace) -> int:
    from tressons_kit.ui import demonstration

    with TemporaryDirectory() as folder:
        return demonstration.run(named_kit(options), Path(folder) / "etat.json")
