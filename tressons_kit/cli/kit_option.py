"""The option that names the kit, and the kit that it opens."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tressons_kit.cli.command_parser import CommandParser
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import Texts

if TYPE_CHECKING:
    from tressons_kit.services import Services


def add_kit_option(parser: CommandParser, texts: Texts) -> None:
    """Accept `--kit FICHIER`, on the program and on a command alike."""
    parser.options.add_argument(
        "--kit",
        type=Path,
        metavar=texts("FICHIER"),
        # Without a value of its own a command keeps the one that was given before it.
        default=argparse.SUPPRESS,
        help=texts("le kit à ouvrir (par défaut : celui du programme)"),
    )


def chosen_kit(options: argparse.Namespace) -> Path | None:
    """Return the kit that the option names, or None."""
    return getattr(options, "kit", None)


def named_kit(options: argparse.Namespace) -> Path:
    """Return the kit that the option names, or the program's own."""
    return chosen_kit(options) or paths.default_kit()


@contextmanager
def opened_kit(options: argparse.Namespace) -> Iterator["Services"]:
    """Open the kit for one command, or raise the KitUnreadable that tells what is wrong."""
    from tressons_kit.services import open_services

    services = open_services(named_kit(options), options.texts)
    try:
        yield services
    finally:
        services.close()
