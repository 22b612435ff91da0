"""The command `glossaire`: the words of the trade in the terminal."""

import argparse
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tressons_kit.cli.command_parser import AddCommand
from tressons_kit.cli.kit_option import add_kit_option, opened_kit
from tressons_kit.cli.language_option import add_language_option
from tressons_kit.foundation.texts import Texts

if TYPE_CHECKING:
    from tressons_kit.domain.fiche import GlossaryTerm
    from tressons_kit.services import Services

NOTHING_FOUND = 1
_EXAMPLES = """\
Exemples :
  tressons-kit glossaire
  tressons-kit glossaire scic
  tressons-kit glossaire zéro chômeur
"""


def add_commands(add_command: AddCommand, texts: Texts) -> None:
    """Describe the command."""
    glossary = add_command(
        "glossaire",
        help=texts("dire ce que veut dire un mot ou un sigle"),
        usage=texts("tressons-kit glossaire [MOT …] [options]"),
        description=texts(
            "Dire ce que veut dire un mot ou un sigle ; sans mot, lister tout le glossaire."
        ),
        epilog=texts(_EXAMPLES),
    )
    glossary.arguments.add_argument(
        "words",
        nargs="*",
        metavar=texts("MOT"),
        help=texts("un terme, un sigle, ou des mots de la définition"),
    )
    add_kit_option(glossary, texts)
    add_language_option(glossary, texts)
    glossary.set_defaults(run=_define, parser=glossary)


def _define(options: argparse.Namespace) -> int:
    from tressons_kit.cli.terminal import width

    texts: Texts = options.texts
    typed = " ".join(options.words)
    with opened_kit(options) as services:
        glossary = services.glossary
        named = glossary.find(typed)
        if named is not None:
            lines = _whole(named, services, width(), texts)
        elif found := glossary.search(typed):
            lines = _listed(found, width())
        else:
            nothing = texts("Aucun terme du glossaire ne répond à « {} ».").format(typed)
            print(nothing, file=sys.stderr)
            print(texts("Sans mot, « tressons-kit glossaire » les liste tous."), file=sys.stderr)
            return NOTHING_FOUND
        for line in lines:
            print(line)
    return 0


def _listed(terms: Sequence["GlossaryTerm"], columns: int) -> Iterator[str]:
    """Give each term on a line, its acronym after it."""
    for term in terms:
        yield from textwrap.wrap(_name(term), columns, subsequent_indent="  ")


def _whole(term: "GlossaryTerm", services: "Services", columns: int, texts: Texts) -> Iterator[str]:
    """Give all that is known of a term."""
    glossary = services.glossary
    heading = textwrap.wrap(_name(term), columns)
    yield from heading
    yield "=" * max(map(len, heading), default=0)
    others = [form for form in term.forms if form not in {term.term, term.acronym}]
    if others:
        yield from textwrap.wrap(texts("On dit aussi : {}").format(", ".join(others)), columns)
    yield ""
    yield from textwrap.wrap(term.definition, columns)
    yield from _list(
        texts("À lire :"), [f"{card.code} {card.title}" for card in glossary.see(term)], columns
    )
    uses = [f"{use.card.code} {use.card.title}" for use in glossary.uses(term)]
    yield from _list(texts("Où c’est employé :"), uses, columns)
    yield from _list(
        texts("Termes voisins :"), [_name(near) for near in glossary.related(term)], columns
    )
    yield from _list(texts("Sources :"), list(_sources(term)), columns)


def _sources(term: "GlossaryTerm") -> Iterator[str]:
    from tressons_kit.cli.source_words import source_words

    for source in term.sources:
        words = source_words(source)
        yield f"{words}\n{source.address}" if source.address else words


def _list(title: str, entries: Sequence[str], columns: int) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield title
    for entry in entries:
        first, *addresses = entry.split("\n")
        yield from textwrap.wrap(first, columns, initial_indent="  ", subsequent_indent="    ")
        # Never cut: an address is copied whole or is useless.
        yield from (f"    {address}" for address in addresses)


def _name(term: "GlossaryTerm") -> str:
    return f"{term.term} ({term.acronym})" if term.acronym else term.term
