"""The commands of authors, `verifier` and `construire`: from a folder of fiches to a kit."""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from tressons_kit.cli.command_parser import AddCommand, CommandParser
from tressons_kit.cli.language_option import add_language_option
from tressons_kit.cli.progress import progress_bar
from tressons_kit.domain.errors import ContentInvalid
from tressons_kit.domain.problem import Problem, Severity
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import Texts, number

_CHECKING_EXAMPLES = """\
Exemples :
  tressons-kit verifier
  tressons-kit verifier mes-fiches
  tressons-kit verifier content --au 2027-06-01      les dates de révision, vues de ce jour-là

Une ligne par problème : fichier:ligne: ce qui ne va pas, et quoi faire.
Le code de retour est 1 s’il y a des erreurs ; des avertissements seuls laissent 0.
"""
_COMPILING_EXAMPLES = """\
Exemples :
  tressons-kit construire -o dist/kit.sqlite
  tressons-kit construire mes-fiches -o mon-kit.sqlite

Le kit précédent n’est remplacé que si tout va bien.
"""


def add_commands(add_command: AddCommand, texts: Texts) -> None:
    """Describe both commands."""
    checking = add_command(
        "verifier",
        help=texts("relire un dossier de fiches"),
        usage=texts("tressons-kit verifier [DOSSIER] [options]"),
        description=texts("Relire un dossier de fiches et dire tout ce qui ne va pas."),
        epilog=texts(_CHECKING_EXAMPLES),
    )
    _add_common(checking, texts)
    checking.set_defaults(run=_check, parser=checking)
    compiling = add_command(
        "construire",
        help=texts("fabriquer le kit à partir d’un dossier de fiches"),
        usage=texts("tressons-kit construire [DOSSIER] -o FICHIER [options]"),
        description=texts("Fabriquer un fichier de kit à partir d’un dossier de fiches."),
        epilog=texts(_COMPILING_EXAMPLES),
    )
    _add_common(compiling, texts)
    compiling.options.add_argument(
        "-o",
        "--sortie",
        dest="target",
        type=Path,
        required=True,
        metavar=texts("FICHIER"),
        help=texts("le kit à écrire"),
    )
    compiling.options.add_argument(
        "--si-besoin",
        dest="only_if_stale",
        action="store_true",
        help=texts("ne rien faire si le kit a déjà été fabriqué de ce contenu"),
    )
    compiling.set_defaults(run=_compile, parser=compiling)


def _add_common(parser: CommandParser, texts: Texts) -> None:
    parser.arguments.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=paths.default_content(),
        metavar=texts("DOSSIER"),
        help=texts("le dossier des fiches (par défaut : celui du programme)"),
    )
    parser.options.add_argument(
        "--au",
        dest="today",
        type=partial(_day, texts=texts),
        default=datetime.now(UTC).astimezone().date(),
        metavar=texts("AAAA-MM-JJ"),
        help=texts("la date du jour à retenir pour les révisions"),
    )
    add_language_option(parser, texts)


def _day(written: str, texts: Texts) -> date:
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise argparse.ArgumentTypeError(
            texts("« {} » n’est pas une date ; écrire par exemple 2026-11-24").format(written)
        ) from None


def _check(options: argparse.Namespace) -> int:
    from tressons_kit.authoring.compiler import check

    with progress_bar(options.texts("Relecture"), options.texts) as report:
        problems = check(options.folder, options.today, report)
    _print_problems(problems)
    print(_summary(problems, options.texts), file=sys.stderr)
    return int(_count(problems, Severity.ERROR) > 0)


def _compile(options: argparse.Namespace) -> int:
    from tressons_kit.authoring.compiler import compile_kit, is_stale

    texts: Texts = options.texts
    if options.only_if_stale and not is_stale(options.folder, options.target):
        return 0
    try:
        with progress_bar(texts("Fabrication"), texts) as report:
            kit = compile_kit(options.folder, options.target, options.today, report)
    except ContentInvalid as error:
        _print_problems(error.problems)
        raise
    _print_problems(kit.warnings)
    fiches = texts.plural("{} fiche", "{} fiches", kit.fiche_count)
    told = texts("Kit fabriqué : {path} ({fiches}, {size} Kio).").format(
        path=kit.path,
        fiches=fiches.format(number(kit.fiche_count, texts)),
        size=number(kit.bytes // 1024, texts),
    )
    print(told, file=sys.stderr)
    return 0


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem)
    sys.stdout.flush()


def _summary(problems: tuple[Problem, ...], texts: Texts) -> str:
    errors, warnings = _count(problems, Severity.ERROR), _count(problems, Severity.WARNING)
    if not problems:
        return texts("Aucun problème.")
    counted = (
        texts.plural("{} erreur", "{} erreurs", errors).format(number(errors, texts)) if errors else "",
        texts.plural("{} avertissement", "{} avertissements", warnings).format(number(warnings, texts))
        if warnings
        else "",
    )
    return texts(" et ").join(count for count in counted if count) + "."


def _count(problems: Iterable[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)
