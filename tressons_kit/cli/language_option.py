"""The option that chooses the language: known before the others are described in it.

The option first, then the variable TRESSONS_LANG, then what was chosen in the window, then French.
"""

import argparse
import os
from collections.abc import Sequence
from itertools import pairwise

from tressons_kit.cli.command_parser import CommandParser
from tressons_kit.domain.language import Language
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import Texts

VARIABLE = "TRESSONS_LANG"
_OPTION = "--langue"


def add_language_option(parser: CommandParser, texts: Texts) -> None:
    """Accept `--langue en`, on the program and on a command alike; `chosen_language` reads it."""
    parser.options.add_argument(
        _OPTION,
        choices=[language.value for language in Language],
        default=argparse.SUPPRESS,
        help=texts(
            "la langue du programme (language of the program) : fr, en ; les fiches restent en français"
        ),
    )


def chosen_language(arguments: Sequence[str]) -> Language:
    """Return the language to speak; a code that no language has leads to the next choice."""
    for written in (_option(arguments), os.environ.get(VARIABLE, "")):
        # A locale such as en_GB.UTF-8 names its language first.
        code = written[:2].lower()
        if code in set(Language):
            return Language(code)
    state = paths.state_file()
    if not state.is_file():
        return Language.FRENCH
    # A command of somebody who never opened the window does not wait for what reads its memory.
    from tressons_kit.foundation.remembered import read_remembered

    return Language.read(read_remembered(state).language)


def _option(arguments: Sequence[str]) -> str:
    """Find the value of the option as argparse will: what follows `--` is no option."""
    asked = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    written = ""
    for argument, following in pairwise([*asked, ""]):
        if argument == _OPTION:
            written = following
        elif argument.startswith(f"{_OPTION}="):
            written = argument.removeprefix(f"{_OPTION}=")
    return written
