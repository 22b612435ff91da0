"""The whole command line: its commands, and what it does without one."""

from collections.abc import Sequence
from functools import partial

from tressons_kit import __version__
from tressons_kit.cli.command_parser import CommandParser
from tressons_kit.cli.kit_option import add_kit_option
from tressons_kit.cli.language_option import add_language_option
from tressons_kit.cli.window import Window, add_window_options
from tressons_kit.foundation.texts import Texts

_OPTIONS_OF_THE_WINDOW = ("--kit", "--fiche", "--langue")

_DESCRIPTION = "Le kit pédagogique « ESS et territoires ruraux », hors ligne."
_USAGE = "%(prog)s [--kit FICHIER] [COMMANDE …]"
_EXAMPLES = """\
Exemples :
  tressons-kit                                    ouvrir la fenêtre
  tressons-kit --fiche C12                        l’ouvrir sur une fiche
  tressons-kit chercher "épicerie solidaire"      chercher
  tressons-kit lire C12                           lire une fiche dans le terminal
  tressons-kit comparer C01 C10                   comparer deux fiches
  tressons-kit exporter C12 --pdf                 l’enregistrer en PDF
  tressons-kit COMMANDE --help                    l’aide d’une commande

Code de retour : 0, tout va bien ; 1, un problème que vous pouvez régler ; 2, un appel incorrect.
"""


def build_parser(window: Window, arguments: Sequence[str], texts: Texts) -> CommandParser:
    """Describe every command, or the window alone when nothing else can have been asked.

    Nothing that a command needs is imported yet.
    """
    parser = CommandParser(
        prog="tressons-kit",
        usage=texts(_USAGE),
        description=texts(_DESCRIPTION),
        epilog=texts(_EXAMPLES),
        texts=texts,
    )
    parser.set_defaults(texts=texts)
    add_kit_option(parser, texts)
    add_language_option(parser, texts)
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"tressons-kit {__version__}",
        help=texts("afficher la version du programme"),
    )
    add_window_options(parser, window, texts)
    if _only_opens_the_window(arguments):
        return parser
    # A window does not wait for what describes the commands.
    from tressons_kit.cli import authoring, comparing, exporting, glossary, reading, searching

    commands = parser.add_subparsers(
        prog=parser.prog, title=texts("Commandes"), metavar=texts("COMMANDE")
    )
    add_command = partial(commands.add_parser, texts=texts)
    for group in (searching, reading, comparing, exporting, glossary, authoring):
        group.add_commands(add_command, texts)
    return parser


def _only_opens_the_window(arguments: Sequence[str]) -> bool:
    """Tell a call made of pairs like `--kit FICHIER`: it has no command, no help to list them in."""
    names, values = arguments[::2], arguments[1::2]
    return (
        len(names) == len(values)
        and all(name in _OPTIONS_OF_THE_WINDOW for name in names)
        and not any(value.startswith("-") for value in values)
    )
