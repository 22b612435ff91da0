"""The command `comparer`: two to four fiches of one type side by side."""

import argparse

from tressons_kit.cli.command_parser import AddCommand
from tressons_kit.cli.kit_option import add_kit_option, opened_kit
from tressons_kit.cli.language_option import add_language_option
from tressons_kit.cli.terminal import width
from tressons_kit.foundation.texts import Texts

_EXAMPLES = """\
Exemples :
  tressons-kit comparer C01 C10
  tressons-kit comparer F01 F02 F03

« * » marque ce que les autres fiches n’ont pas toutes.
"""


def add_commands(add_command: AddCommand, texts: Texts) -> None:
    """Describe the command."""
    comparing = add_command(
        "comparer",
        help=texts("comparer des fiches du même type"),
        usage=texts("tressons-kit comparer CODE CODE [CODE [CODE]] [options]"),
        description=texts("Comparer de deux à quatre fiches du même type, une colonne par fiche."),
        epilog=texts(_EXAMPLES),
    )
    comparing.arguments.add_argument(
        "codes", metavar="CODE", nargs="+", help=texts("les codes des fiches : C01 C10…")
    )
    add_kit_option(comparing, texts)
    add_language_option(comparing, texts)
    comparing.set_defaults(run=_compare, parser=comparing)


def _compare(options: argparse.Namespace) -> int:
    from tressons_kit.cli.comparison_text import comparison_text

    with opened_kit(options) as services:
        comparison = services.comparison.compare(options.codes)
        print(comparison_text(comparison, width(), options.texts))
    return 0
