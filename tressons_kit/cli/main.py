"""The edge of the command line: the only place where it catches errors and chooses exit codes.

0: done. 1: something that the user can mend. 2: a wrong call. 130: interrupted.
"""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tressons_kit.cli.command_parser import CommandParser, WrongCall
from tressons_kit.cli.commands import build_parser
from tressons_kit.cli.language_option import chosen_language
from tressons_kit.cli.terminal import discard_output, prepare_streams, typed_text
from tressons_kit.cli.window import Window
from tressons_kit.domain.errors import CannotWrite, KitError
from tressons_kit.foundation.catalogues import texts_of
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import Texts

TO_MEND = 1
INTERRUPTED = 130


def run_command_line(arguments: Sequence[str], window: Window) -> int:
    """Run one command, or open the window, and return the exit code."""
    prepare_streams()
    typed = [typed_text(argument) for argument in arguments]
    texts = texts_of(chosen_language(typed))
    try:
        code = _exit_code(typed, window, texts)
        sys.stdout.flush()
    except BrokenPipeError:
        # `| head` has read enough: nothing went wrong.
        discard_output()
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        discard_output()
        full = CannotWrite(Path(texts("sortie")), os.strerror(errno.ENOSPC))
        print(explain(full, texts), file=sys.stderr)
        return TO_MEND
    except KeyboardInterrupt:
        print(texts("Interrompu."), file=sys.stderr)
        return INTERRUPTED
    return code


def _exit_code(arguments: Sequence[str], window: Window, texts: Texts) -> int:
    try:
        return _run(build_parser(window, arguments, texts).parse_args(arguments))
    except KitError as error:
        print(explain(error, texts), file=sys.stderr)
        return TO_MEND
    except SystemExit as leaving:
        # argparse leaves by itself after --help, --version and wrong calls.
        return int(leaving.code or 0)


def _run(options: argparse.Namespace) -> int:
    parser: CommandParser = options.parser
    try:
        return int(options.run(options))
    except WrongCall as wrong:
        parser.error(str(wrong))
