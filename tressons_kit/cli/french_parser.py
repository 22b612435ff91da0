"""argparse in French, by its public doors only.

Its headings are groups of our own, its « usage: » is replaced where it is formatted, and its
errors, which it words in English, are told again from the table below. A sentence that a newer
Python adds would be shown as it is: wrong language, right information.
"""

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

WRONG_CALL = 2

_ENGLISH_USAGE = "usage: "
_USAGE = "Utilisation : "

# The first that fits is taken; the last one serves the messages that we word ourselves.
_SENTENCES = tuple(
    (re.compile(english, re.DOTALL), french)
    for english, french in (
        (
            r"unrecognized arguments: (.+)",
            "argument inconnu : {} (grouper les mots, avant ou après les options)",
        ),
        (r"the following arguments are required: (.+)", "il manque : {}"),
        (r"one of the arguments (.+) is required", "il faut l’une de ces options : {}"),
        (r"argument (.+?): not allowed with argument (.+)", "{} ne va pas avec {}"),
        (r"argument (.+?): ignored explicit argument (.+)", "{} n’attend pas de valeur : {}"),
        (r"argument (.+?): expected (?:one|at least one) argument", "{} attend une valeur"),
        (
            r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
            "{} : {} n’est pas possible ; choisir parmi {}",
        ),
        (r"argument (.+?): invalid \w+ value: (.+)", "{} : valeur incorrecte, {}"),
        (r"argument (.+?): (.+)", "{} : {}"),
    )
)


class WrongCall(Exception):
    """A call that only the command itself can find wrong; the message is French, for the user."""


class FrenchParser(argparse.ArgumentParser):
    """An argument parser that speaks French and takes no abbreviated option."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **settings,
        )
        self.arguments = self.add_argument_group("Arguments")
        self.options = self.add_argument_group("Options")
        self.options.add_argument("-h", "--help", action="help", help="afficher cette aide")

    def format_usage(self) -> str:
        return super().format_usage().replace(_ENGLISH_USAGE, _USAGE, 1)

    def format_help(self) -> str:
        return super().format_help().replace(_ENGLISH_USAGE, _USAGE, 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(
            WRONG_CALL, f"{self.prog} : erreur : {in_french(message)}\nAide : {self.prog} --help\n"
        )


AddCommand = Callable[..., FrenchParser]
"""What a group of commands is given to add its own: `add_parser` of the whole command line."""


def in_french(message: str) -> str:
    """Tell an error of argparse in French."""
    for english, french in _SENTENCES:
        match = english.fullmatch(message)
        if match:
            return french.format(*match.groups())
    return message
