"""The commands of authors, `verifier` and `construire`: from a folder of fiches to a kit."""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from tressons_kit.cli.french_parser import AddCommand, FrenchParser
from tressons_kit.cli.progress import progress_bar
from tressons_kit.domain.errors import ContentInvalid
from tressons_kit.domain.problem import Problem, Severity
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import FRENCH, number

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


def add_commands(add_command: AddCommand) -> None:
    """Describe both commands."""
    checking = add_command(
        "verifier",
        help="relire un dossier de fiches",
        usage="tressons-kit verifier [DOSSIER] [options]",
        description="Relire un dossier de fiches et dire tout ce qui ne va pas.",
        epilog=_CHECKING_EXAMPLES,
    )
    _add_common(checking)
    checking.set_defaults(run=_check, parser=checking)
    compiling = add_command(
        "construire",
        help="fabriquer le kit à partir d’un dossier de fiches",
        usage="tressons-kit construire [DOSSIER] -o FICHIER [options]",
        description="Fabriquer un fichier de kit à partir d’un dossier de fiches.",
        epilog=_COMPILING_EXAMPLES,
    )
    _add_common(compiling)
    compiling.options.add_argument(
        "-o",
        "--sortie",
        dest="target",
        type=Path,
        required=True,
        metavar="FICHIER",
        help="le kit à écrire",
    )
    compiling.options.add_argument(
        "--si-besoin",
        dest="only_if_stale",
        action="store_true",
        help="ne rien faire si le kit a déjà été fabriqué de ce contenu",
    )
    compiling.set_defaults(run=_compile, parser=compiling)


def _add_common(parser: FrenchParser) -> None:
    parser.arguments.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=paths.default_content(),
        metavar="DOSSIER",
        help="le dossier des fiches (par défaut : celui du programme)",
    )
    parser.options.add_argument(
        "--au",
        dest="today",
        type=_day,
        default=datetime.now(UTC).astimezone().date(),
        metavar="AAAA-MM-JJ",
        help="la date du jour à retenir pour les révisions",
    )


def _day(written: str) -> date:
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"« {written} » n’est pas une date ; écrire par exemple 2026-11-24"
        ) from None


def _check(options: argparse.Namespace) -> int:
    from tressons_kit.authoring.compiler import check

    with progress_bar("Relecture") as report:
        problems = check(options.folder, options.today, report)
    _print_problems(problems)
    print(_summary(problems), file=sys.stderr)
    return int(_count(problems, Severity.ERROR) > 0)


def _compile(options: argparse.Namespace) -> int:
    from tressons_kit.authoring.compiler import compile_kit, is_stale

    if options.only_if_stale and not is_stale(options.folder, options.target):
        return 0
    try:
        with progress_bar("Fabrication") as report:
            kit = compile_kit(options.folder, options.target, options.today, report)
    except ContentInvalid as error:
        _print_problems(error.problems)
        raise
    _print_problems(kit.warnings)
    fiches = FRENCH.plural("{} fiche", "{} fiches", kit.fiche_count).format(number(kit.fiche_count))
    print(f"Kit fabriqué : {kit.path} ({fiches}, {number(kit.bytes // 1024)} Kio).", file=sys.stderr)
    return 0


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem)
    sys.stdout.flush()


def _summary(problems: tuple[Problem, ...]) -> str:
    errors, warnings = _count(problems, Severity.ERROR), _count(problems, Severity.WARNING)
    if not problems:
        return "Aucun problème."
    counted = (
        FRENCH.plural("{} erreur", "{} erreurs", errors).format(number(errors)) if errors else "",
        FRENCH.plural("{} avertissement", "{} avertissements", warnings).format(number(warnings))
        if warnings
        else "",
    )
    return f"{' et '.join(count for count in counted if count)}."


def _count(problems: Iterable[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)
