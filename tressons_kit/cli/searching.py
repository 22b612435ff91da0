"""The command `chercher`: one question, or a file of them."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tressons_kit.cli.command_parser import AddCommand, CommandParser, WrongCall
from tressons_kit.cli.filters import add_filter_options, chosen_filters
from tressons_kit.cli.kit_option import add_kit_option, opened_kit
from tressons_kit.cli.language_option import add_language_option
from tressons_kit.domain.errors import QueryFileUnreadable
from tressons_kit.domain.query import Order
from tressons_kit.foundation.texts import Texts

if TYPE_CHECKING:
    from tressons_kit.domain.query import Filters
    from tressons_kit.services import Services

_STANDARD_INPUT = "-"
_EXAMPLES = """\
Exemples :
  tressons-kit chercher coopérative rurale
  tressons-kit chercher gare --theme mobilite --issue arrete
  tressons-kit chercher --type cas --region Bretagne --tri titre
  tressons-kit chercher "tiers-lieu" --limite 5 --json
  tressons-kit chercher épicerie solidaire --expliquer
  tressons-kit chercher --lot questions.txt --json

Sans mot, toutes les fiches sont données. Accents et majuscules sont indifférents, et un code
(« L07 », « l 7 ») mène droit à sa fiche. Avec --expliquer, chaque fiche dit quels mots ont compté,
sous quelle forme, dans quels champs et avec quel poids. Avec --lot, chaque ligne du fichier donne une
ligne JSON : la question, les codes dans l’ordre, les notes (null pour la fiche nommée par son code),
les mots corrigés et le temps de recherche en millisecondes.
"""


def add_commands(add_command: AddCommand, texts: Texts) -> None:
    """Describe the command."""
    parser = add_command(
        "chercher",
        help=texts("chercher dans les fiches"),
        usage=texts("tressons-kit chercher [MOTS …] [filtres] [options]"),
        description=texts("Chercher dans les fiches."),
        epilog=texts(_EXAMPLES),
    )
    parser.arguments.add_argument(
        "words", nargs="*", metavar=texts("MOTS"), help=texts("ce que l’on cherche")
    )
    add_filter_options(parser, texts)
    _add_answer_options(parser, texts)
    add_kit_option(parser, texts)
    add_language_option(parser, texts)
    parser.set_defaults(run=_search, parser=parser)


def _add_answer_options(parser: CommandParser, texts: Texts) -> None:
    parser.options.add_argument(
        "--tri",
        dest="order",
        choices=[order.value for order in Order],
        default=Order.RELEVANCE.value,
        help=texts("l’ordre des réponses (par défaut : pertinence)"),
    )
    parser.options.add_argument(
        "--tel-quel",
        dest="verbatim",
        action="store_true",
        help=texts("chercher les mots comme ils sont écrits, sans les corriger"),
    )
    parser.options.add_argument(
        "--expliquer",
        dest="explained",
        action="store_true",
        help=texts("dire pourquoi chaque fiche répond (les 3 premières, ou celles de --limite)"),
    )
    parser.options.add_argument(
        "--limite",
        dest="limit",
        type=partial(_positive, texts=texts),
        metavar="N",
        help=texts("au plus N réponses (par défaut : toutes)"),
    )
    parser.options.add_argument(
        "--json",
        dest="as_json",
        action="store_true",
        help=texts("répondre en JSON, pour un autre programme"),
    )
    parser.options.add_argument(
        "--lot",
        dest="batch",
        metavar=texts("FICHIER"),
        help=texts("chercher chaque ligne d’un fichier, « - » pour l’entrée standard ; répond en JSON"),
    )


def _positive(written: str, texts: Texts) -> int:
    if not written.isdecimal() or int(written) == 0:
        raise argparse.ArgumentTypeError(
            texts("« {} » n’est pas un nombre entier positif").format(written)
        )
    return int(written)


def _search(options: argparse.Namespace) -> int:
    texts: Texts = options.texts
    if options.batch and options.words:
        raise WrongCall(texts("--lot ne va pas avec MOTS : les recherches sont dans le fichier"))
    if options.batch and options.explained:
        raise WrongCall(texts("--expliquer ne va pas avec --lot : une recherche à la fois"))
    with opened_kit(options) as services:
        filters = chosen_filters(options.filters, services.kit.taxonomy, texts)
        if options.batch:
            _answer_batch(options, services, filters)
        else:
            _answer_one(options, services, filters)
    return 0


def _answer_one(options: argparse.Namespace, services: "Services", filters: "Filters") -> None:
    from tressons_kit.cli import answers, why
    from tressons_kit.domain.query import Query

    limit, explained = options.limit, options.explained
    if explained and limit is None:
        limit = why.EXPLAINED
    query = Query(" ".join(options.words), filters, Order(options.order), options.verbatim)
    results = services.search.search(query)
    if options.as_json:
        print(answers.as_json(results, services, limit, explained=explained))
        return
    for line in answers.as_lines(results, services, options.texts, limit, explained=explained):
        print(line)
    sys.stdout.flush()
    for line in answers.summary(results, services, options.texts, limit):
        print(line, file=sys.stderr)


def _answer_batch(options: argparse.Namespace, services: "Services", filters: "Filters") -> None:
    from tressons_kit.cli import answers
    from tressons_kit.domain.query import Query

    for text in _lines(options.batch, options.texts):
        query = Query(text, filters, Order(options.order), options.verbatim)
        # Flushed: a program at the other end of a pipe may wait for this answer to ask again.
        print(answers.timed_line(query, services, options.limit), flush=True)


@contextmanager
def _opened_batch(name: str) -> Iterator[IO[bytes]]:
    if name == _STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with Path(name).open("rb") as stream:
        yield stream


def _lines(name: str, texts: Texts) -> Iterator[str]:
    """Give each line without its end, an empty one too: answers stay in step with questions."""
    number = 0
    try:
        with _opened_batch(name) as stream:
            for number, line in enumerate(stream, start=1):
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                yield text.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise QueryFileUnreadable(
            Path(name), texts("ligne {} : pas en UTF-8").format(number)
        ) from error
    except OSError as error:
        raise QueryFileUnreadable(Path(name), error.strerror or str(error)) from error
