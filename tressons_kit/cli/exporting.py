"""The command `exporter`: a fiche as a file to hand over."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tressons_kit.cli.command_parser import AddCommand, WrongCall
from tressons_kit.cli.kit_option import add_kit_option, opened_kit
from tressons_kit.cli.language_option import add_language_option
from tressons_kit.domain.errors import CannotWrite, TargetExists, TargetFolderMissing
from tressons_kit.foundation.texts import Texts, number

if TYPE_CHECKING:
    from tressons_kit.domain.fiche import Fiche
    from tressons_kit.exports.printed_fiche import PrintWish
    from tressons_kit.services import Services

_EXAMPLES = """\
Exemples :
  tressons-kit exporter C12 --pdf
  tressons-kit exporter C12 --pdf --sortie ~/Documents
  tressons-kit exporter C12 --pdf --essentiel --sans-notes --sortie "à distribuer.pdf"

Sans « --sortie », le fichier est écrit dans le dossier courant : son nom est le code et le titre.
"""
_YES = frozenset({"o", "oui", "y", "yes"})


def add_commands(add_command: AddCommand, texts: Texts) -> None:
    """Describe the command."""
    exporting = add_command(
        "exporter",
        help=texts("enregistrer une fiche en PDF"),
        usage=texts("tressons-kit exporter CODE --pdf [options]"),
        description=texts("Enregistrer une fiche en PDF, au format A4, prête à imprimer ou à envoyer."),
        epilog=texts(_EXAMPLES),
    )
    exporting.arguments.add_argument(
        "code", metavar="CODE", help=texts("le code de la fiche : C12, L07…")
    )
    options = exporting.options
    options.add_argument("--pdf", action="store_true", help=texts("le format (le seul pour le moment)"))
    options.add_argument(
        "-o",
        "--sortie",
        dest="target",
        type=Path,
        metavar=texts("FICHIER"),
        help=texts("le fichier à écrire, ou le dossier où l’écrire"),
    )
    options.add_argument(
        "--ecraser",
        dest="replaces",
        action="store_true",
        help=texts("remplacer le fichier s’il existe, sans demander"),
    )
    options.add_argument(
        "--essentiel",
        dest="essential",
        action="store_true",
        help=texts("seulement ce qui se lit en trois minutes, sur une ou deux pages"),
    )
    options.add_argument(
        "--sans-notes",
        dest="without_notes",
        action="store_true",
        help=texts("sans les notes pour la personne qui anime"),
    )
    add_kit_option(exporting, texts)
    add_language_option(exporting, texts)
    exporting.set_defaults(run=_export, parser=exporting)


def _export(options: argparse.Namespace) -> int:
    texts: Texts = options.texts
    if not options.pdf:
        raise WrongCall(texts("il manque le format : --pdf"))
    with opened_kit(options) as services:
        fiche = services.fiches.get(options.code)
        target = _target(options.target, fiche)
        if not _may_write(target, texts, replaces=options.replaces):
            print(texts("Rien n’a été écrit."), file=sys.stderr)
            return 1
        pdf = _pdf(fiche, services, _wish(options), texts)
    from tressons_kit.foundation.files import write_atomically

    write_atomically(target, pdf)
    told = texts("Fiche {code} enregistrée : {path} ({size} Kio).")
    print(told.format(code=fiche.code, path=target, size=number(len(pdf) // 1024, texts)))
    return 0


def _target(wanted: Path | None, fiche: "Fiche") -> Path:
    from tressons_kit.exports.file_names import proposed_name

    target = (wanted or Path()).expanduser()
    if target.is_dir():
        target /= proposed_name(fiche, "pdf")
    if not target.parent.is_dir():
        raise TargetFolderMissing(target.parent)
    return target


def _may_write(target: Path, texts: Texts, *, replaces: bool) -> bool:
    """Ask the person at the terminal before replacing a file; where there is nobody, refuse."""
    try:
        exists = target.exists()
    except OSError as error:  # a name too long for the disk
        raise CannotWrite(target, error.strerror or str(error)) from error
    if not exists or replaces:
        return True
    if not sys.stdin or not sys.stdin.isatty():
        raise TargetExists(target)
    question = texts("Ce fichier existe déjà : {}\nLe remplacer ? [o/N] ")
    print(question.format(target), end="", flush=True)
    return sys.stdin.readline().strip().lower() in _YES


def _wish(options: argparse.Namespace) -> "PrintWish":
    from tressons_kit.domain.depths import Depth
    from tressons_kit.exports.printed_fiche import PrintWish

    depth = Depth.SHORT if options.essential else Depth.FULL
    return PrintWish(depth, notes=not options.without_notes)


def _pdf(fiche: "Fiche", services: "Services", wish: "PrintWish", texts: Texts) -> bytes:
    if sys.platform == "linux":
        # Qt ends the process where it finds no screen, and letters need none.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from tressons_kit.exports.printed_fiche import printed_fiche
    from tressons_kit.foundation import paths
    from tressons_kit.qt.fonts import load_fonts
    from tressons_kit.qt.printing.context import print_context
    from tressons_kit.qt.printing.pdf import pdf_of

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts(paths.resources() / "fonts")
    printed = printed_fiche(fiche, print_context(services, fiche), wish, texts)
    pdf = pdf_of(printed, services.fiches.find_medium)
    del application
    return pdf
