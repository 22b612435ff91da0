"""The commands `lire` and `info`: a fiche, and the kit itself."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tressons_kit.cli.french_parser import AddCommand
from tressons_kit.cli.kit_option import add_kit_option, opened_kit
from tressons_kit.foundation.texts import number

if TYPE_CHECKING:
    from tressons_kit.domain.fiche import Fiche
    from tressons_kit.services import Services

_FORMATS = ("texte", "md", "html")
_READING_EXAMPLES = """\
Exemples :
  tressons-kit lire C12
  tressons-kit lire "l 7"
  tressons-kit lire C12 --format html > C12.html
"""
_INFO_EXAMPLES = """\
Exemples :
  tressons-kit info
  tressons-kit info --kit /media/cle/kit.sqlite
"""


def add_commands(add_command: AddCommand) -> None:
    """Describe both commands."""
    reading = add_command(
        "lire",
        help="lire une fiche",
        usage="tressons-kit lire CODE [options]",
        description="Lire une fiche, désignée par son code.",
        epilog=_READING_EXAMPLES,
    )
    reading.arguments.add_argument("code", metavar="CODE", help="le code de la fiche : C12, L07…")
    reading.options.add_argument(
        "--format",
        choices=_FORMATS,
        default=_FORMATS[0],
        help="texte (par défaut), md (Markdown) ou html (une page complète, images comprises)",
    )
    add_kit_option(reading)
    reading.set_defaults(run=_read, parser=reading)
    info = add_command(
        "info",
        help="dire ce que contient le kit",
        usage="tressons-kit info [options]",
        description="Dire ce que contient le kit, sa version et sa licence.",
        epilog=_INFO_EXAMPLES,
    )
    add_kit_option(info)
    info.set_defaults(run=_describe, parser=info)


def _read(options: argparse.Namespace) -> int:
    with opened_kit(options) as services:
        print(_written(services.fiches.get(options.code), options.format, services))
    return 0


def _written(fiche: "Fiche", wanted: str, services: "Services") -> str:
    if wanted == "md":
        from tressons_kit.cli.fiche_markdown import fiche_markdown

        return fiche_markdown(fiche)
    taxonomy, place = services.kit.taxonomy, _place(fiche, services)
    if wanted == "html":
        from tressons_kit.cli.fiche_page import fiche_page

        return fiche_page(fiche, taxonomy, place, services.fiches.find_medium)
    from tressons_kit.cli.fiche_text import fiche_text

    return fiche_text(fiche, taxonomy, place, services.today)


def _place(fiche: "Fiche", services: "Services") -> str:
    """Return the place as the kit words it for its lists."""
    row = services.fiches.find_row(fiche.code)
    return services.fiches.cards([row])[row].place if row is not None else ""


def _describe(options: argparse.Namespace) -> int:
    with opened_kit(options) as services:
        rows = dict(_description(services))
        widest = max(map(len, rows))
        for label, value in rows.items():
            print(f"{label:<{widest}} : {value}")
        print(f"\n{services.kit.info.notice}")
    return 0


def _description(services: "Services") -> Iterator[tuple[str, str]]:
    from datetime import date

    from tressons_kit.foundation.dates import long_date

    info = services.kit.info
    yield "Kit", info.title
    yield "Version", f"{info.content_version} ({long_date(date.fromisoformat(info.content_date))})"
    yield "Fiches", number(info.fiche_count)
    yield "Sources", number(info.source_count)
    yield "Termes du glossaire", number(info.glossary_count)
    yield "Images et graphiques", number(info.medium_count)
    yield "Mots", number(info.word_count)
    yield "Auteurs", ", ".join(info.authors)
    yield "Licence", info.licence
    yield "Empreinte du contenu", info.content_digest[:16]
    yield "Fabriqué avec", f"tressons-kit {info.program_version}"
    size = number(services.kit.path.stat().st_size // 1024)
    yield "Fichier", f"{services.kit.path} ({size} Kio)"
