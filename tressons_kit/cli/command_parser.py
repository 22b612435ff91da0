"""argparse in the reader's language, by its public doors only.

Its headings are groups of our own, its « usage: » is replaced where it is formatted, and its
errors, which it words in English, are told again from the table below. A sentence that a newer
Python adds would be shown as it is: wrong language, right information.
"""

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from tressons_kit.foundation.texts import Texts, later

WRONG_CALL = 2

_ENGLISH_USAGE = "usage: "

# The first that fits is taken; the last one serves the messages that we word ourselves.
_SENTENCES = tuple(
    (re.compile(english, re.DOTALL), french)
    for english, french in (
        (
            r"unrecognized arguments: (.+)",
            later("argument inconnu : {} (grouper les mots, avant ou après les options)"),
        ),
        (r"the following arguments are required: (.+)", later("il manque : {}")),
        (r"one of the arguments (.+) is required", later("il faut l’une de ces options : {}")),
        (r"argument (.+?): not allowed with argument (.+)", later("{} ne va pas avec {}")),
        (
            r"argument (.+?): ignored explicit argument (.+)",
            later("{} n’attend pas de valeur : {}"),
        ),
        (r"argument (.+?): expected (?:one|at least one) argument", later("{} attend une valeur")),
        (
            r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
            later("{} : {} n’est pas possible ; choisir parmi {}"),
        ),
        (r"argument (.+?): invalid \w+ value: (.+)", later("{} : valeur incorrecte, {}")),
        (r"argument (.+?): (.+)", later("{} : {}")),
    )
)


class WrongCall(Exception):
    """A call that only the command itself can find wrong; the message is in the user's language."""


class CommandParser(argparse.ArgumentParser):
    """An argument parser that speaks the user's language and takes no abbreviated option."""

    def __init__(self, *, texts: Texts, **settings: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **settings,
        )
        self._texts = texts
        self.arguments = self.add_argument_group(texts("Arguments"))
        self.options = self.add_argument_group(texts("Options"))
        self.options.add_argument("-h", "--help", action="help", help=texts("afficher cette aide"))

    def format_usage(self) -> str:
        return super().format_usage().replace(_ENGLISH_USAGE, self._texts("Utilisation : "), 1)

    def format_help(self) -> str:
        return super().format_help().replace(_ENGLISH_USAGE, self._texts("Utilisation : "), 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        told = self._texts("{program} : erreur : {message}\nAide : {program} --help\n")
        self.exit(WRONG_CALL, told.format(program=self.prog, message=retold(message, self._texts)))


AddCommand = Callable[..., CommandParser]
"""What a group of commands is given to add its own: `add_parser` of the whole command line."""


def retold(message: str, texts: Texts) -> str:
    """Tell an error of argparse in the user's language."""
    for english, french in _SENTENCES:
        match = english.fullmatch(message)
        if match:
            return texts(french).format(*match.groups())
    return message
