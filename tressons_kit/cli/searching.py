"""The command `chercher`: one question, or a file of them."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tressons_kit.cli.filters import add_filter_options, chosen_filters
from tressons_kit.cli.french_parser import AddCommand, FrenchParser, WrongCall
from tressons_kit.cli.kit_option import add_kit_option, opened_kit
from tressons_kit.domain.errors import QueryFileUnreadable
from tressons_kit.domain.query import Order

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


def add_commands(add_command: AddCommand) -> None:
    """Describe the command."""
    parser = add_command(
        "chercher",
        help="chercher dans les fiches",
        usage="tressons-kit chercher [MOTS …] [filtres] [options]",
        description="Chercher dans les fiches.",
        epilog=_EXAMPLES,
    )
    parser.arguments.add_argument("words", nargs="*", metavar="MOTS", help="ce que l’on cherche")
    add_filter_options(parser)
    _add_answer_options(parser)
    add_kit_option(parser)
    parser.set_defaults(run=_search, parser=parser)


def _add_answer_options(parser: FrenchParser) -> None:
    parser.options.add_argument(
        "--tri",
        dest="order",
        choices=[order.value for order in Order],
        default=Order.RELEVANCE.value,
        help="l’ordre des réponses (par défaut : pertinence)",
    )
    parser.options.add_argument(
        "--tel-quel",
        dest="verbatim",
        action="store_true",
        help="chercher les mots comme ils sont écrits, sans les corriger",
    )
    parser.options.add_argument(
        "--expliquer",
        dest="explained",
        action="store_true",
        help="dire pourquoi chaque fiche répond (les 3 premières, ou celles de --limite)",
    )
    parser.options.add_argument(
        "--limite",
        dest="limit",
        type=_positive,
        metavar="N",
        help="au plus N réponses (par défaut : toutes)",
    )
    parser.options.add_argument(
        "--json", dest="as_json", action="store_true", help="répondre en JSON, pour un autre programme"
    )
    parser.options.add_argument(
        "--lot",
        dest="batch",
        metavar="FICHIER",
        help="chercher chaque ligne d’un fichier, « - » pour l’entrée standard ; répond en JSON",
    )


def _positive(written: str) -> int:
    if not written.isdecimal() or int(written) == 0:
        raise argparse.ArgumentTypeError(f"« {written} » n’est pas un nombre entier positif")
    return int(written)


def _search(options: argparse.Namespace) -> int:
    if options.batch and options.words:
        raise WrongCall("--lot ne va pas avec MOTS : les recherches sont dans le fichier")
    if options.batch and options.explained:
        raise WrongCall("--expliquer ne va pas avec --lot : une recherche à la fois")
    with opened_kit(options) as services:
        filters = chosen_filters(options.filters, services.kit.taxonomy)
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
    for line in answers.as_lines(results, services, limit, explained=explained):
        print(line)
    sys.stdout.flush()
    for line in answers.summary(results, services, limit):
        print(line, file=sys.stderr)


def _answer_batch(options: argparse.Namespace, services: "Services", filters: "Filters") -> None:
    from tressons_kit.cli import answers
    from tressons_kit.domain.query import Query

    for text in _lines(options.batch):
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


def _lines(name: str) -> Iterator[str]:
    """Give each line without its end, an empty one too: answers stay in step with questions."""
    number = 0
    try:
        with _opened_batch(name) as stream:
            for number, line in enumerate(stream, start=1):
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                yield text.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise QueryFileUnreadable(Path(name), f"ligne {number} : pas en UTF-8") from error
    except OSError as error:
        raise QueryFileUnreadable(Path(name), error.strerror or str(error)) from error
