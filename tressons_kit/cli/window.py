"""No command: the window, or its demonstration where there is no screen."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tressons_kit.cli.command_parser import CommandParser
from tressons_kit.cli.kit_option import chosen_kit, named_kit
from tressons_kit.foundation.texts import Texts

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_NO_SCREEN = """\
Aucun écran n’est disponible ici : la fenêtre ne peut pas s’ouvrir.
Utilisez les commandes (« tressons-kit --help »), ou « tressons-kit --demonstration »."""
_NO_QT = """\
La bibliothèque graphique Qt ne peut pas démarrer : {}.
Lancez « make run » dans le dossier du programme : il installe ce qui manque ou dit comment le faire."""


@dataclass(frozen=True, slots=True)
class Window:
    """What opens the window, handed over by the program: this face does not know the other.

    `open` takes a kit and a code, or None for each; `demonstrate` a kit and a file for what it would
    remember.
    """

    open: Callable[[Path | None, str | None, Texts], int]
    demonstrate: Callable[[Path, Path, Texts], int]
    show_gallery: Callable[[], int]


def add_window_options(parser: CommandParser, window: Window, texts: Texts) -> None:
    """Describe what the program does without a command."""
    parser.options.add_argument(
        "--fiche", metavar="CODE", help=texts("ouvrir la fenêtre sur cette fiche, par exemple C12")
    )
    parser.options.add_argument(
        "--demonstration",
        action="store_true",
        help=texts("sans écran : ouvrir, chercher, lire, et dire ce qui a été trouvé"),
    )
    parser.options.add_argument(
        "--galerie",
        action="store_true",
        help=texts(
            "pour qui développe : montrer tous les composants de la fenêtre, dans tous leurs états"
        ),
    )
    parser.set_defaults(run=partial(_start, window), parser=parser)


def _start(window: Window, options: argparse.Namespace) -> int:
    refusal = _refusal(options, options.texts)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    if options.demonstration:
        with TemporaryDirectory() as folder:
            return window.demonstrate(named_kit(options), Path(folder) / "etat.json", options.texts)
    if options.galerie:
        return window.show_gallery()
    # Without a kit named here, the window opens the one that was chosen in it.
    return window.open(chosen_kit(options), options.fiche, options.texts)


def _refusal(options: argparse.Namespace, texts: Texts) -> str:
    """Say why no window can be made here, or nothing; Qt would end the process without a word."""
    if options.demonstration:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        return texts(_NO_SCREEN)
    try:
        import PySide6.QtWidgets  # noqa: F401 - tells a missing system library from our own bugs
    except ImportError as error:
        return texts(_NO_QT).format(error)
    return ""
