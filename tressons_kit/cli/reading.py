"""The commands `lire` and `info`: a fiche, and the kit itself."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tressons_kit.cli.command_parser import AddCommand
from tressons_kit.cli.kit_option import add_kit_option, opened_kit
from tressons_kit.cli.language_option import add_language_option
from tressons_kit.foundation.texts import Texts, number

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


def add_commands(add_command: AddCommand, texts: Texts) -> None:
    """Describe both commands."""
    reading = add_command(
        "lire",
        help=texts("lire une fiche"),
        usage=texts("tressons-kit lire CODE [options]"),
        description=texts("Lire une fiche, désignée par son code."),
        epilog=texts(_READING_EXAMPLES),
    )
    reading.arguments.add_argument(
        "code", metavar="CODE", help=texts("le code de la fiche : C12, L07…")
    )
    reading.options.add_argument(
        "--format",
        choices=_FORMATS,
        default=_FORMATS[0],
        help=texts("texte (par défaut), md (Markdown) ou html (une page complète, images comprises)"),
    )
    add_kit_option(reading, texts)
    add_language_option(reading, texts)
    reading.set_defaults(run=_read, parser=reading)
    info = add_command(
        "info",
        help=texts("dire ce que contient le kit"),
        usage=texts("tressons-kit info [options]"),
        description=texts("Dire ce que contient le kit, sa version et sa licence."),
        epilog=texts(_INFO_EXAMPLES),
    )
    add_kit_option(info, texts)
    add_language_option(info, texts)
    info.set_defaults(run=_describe, parser=info)


def _read(options: argparse.Namespace) -> int:
    with opened_kit(options) as services:
        print(_written(services.fiches.get(options.code), options.format, services, options.texts))
    return 0


def _written(fiche: "Fiche", wanted: str, services: "Services", texts: Texts) -> str:
    if wanted == "md":
        from tressons_kit.cli.fiche_markdown import fiche_markdown

        return fiche_markdown(fiche, texts)
    taxonomy, place = services.kit.taxonomy, _place(fiche, services)
    if wanted == "html":
        from tressons_kit.cli.fiche_page import fiche_page

        return fiche_page(fiche, taxonomy, place, services.fiches.find_medium, texts)
    from tressons_kit.cli.fiche_text import fiche_text

    return fiche_text(fiche, taxonomy, place, services.today, texts)


def _place(fiche: "Fiche", services: "Services") -> str:
    """Return the place as the kit words it for its lists."""
    row = services.fiches.find_row(fiche.code)
    return services.fiches.cards([row])[row].place if row is not None else ""


def _describe(options: argparse.Namespace) -> int:
    with opened_kit(options) as services:
        rows = dict(_description(services, options.texts))
        widest = max(map(len, rows))
        for label, value in rows.items():
            print(options.texts("{} : {}").format(f"{label:<{widest}}", value))
        print(f"\n{services.kit.info.notice}")
    return 0


def _description(services: "Services", texts: Texts) -> Iterator[tuple[str, str]]:
    from datetime import date

    from tressons_kit.foundation.dates import long_date

    info = services.kit.info
    day = long_date(date.fromisoformat(info.content_date), texts)
    yield texts("Kit"), info.title
    yield texts("Version"), f"{info.content_version} ({day})"
    yield texts("Fiches"), number(info.fiche_count, texts)
    yield texts("Sources"), number(info.source_count, texts)
    yield texts("Termes du glossaire"), number(info.glossary_count, texts)
    yield texts("Images et graphiques"), number(info.medium_count, texts)
    yield texts("Mots"), number(info.word_count, texts)
    yield texts("Auteurs"), ", ".join(info.authors)
    yield texts("Licence"), info.licence
    yield texts("Empreinte du contenu"), info.content_digest[:16]
    yield texts("Fabriqué avec"), f"tressons-kit {info.program_version}"
    size = number(services.kit.path.stat().st_size // 1024, texts)
    yield texts("Fichier"), texts("{path} ({size} Kio)").format(path=services.kit.path, size=size)
