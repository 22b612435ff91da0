"""What a search found, put in lines for people and in JSON for programs."""

import json
import math
from collections.abc import Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import Any

from tressons_kit.cli.terminal import is_styled, marked_lines, width
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.query import Excerpt, Hit, Query, Results
from tressons_kit.domain.taxonomy import TYPE_FACET
from tressons_kit.foundation.texts import FRENCH, number
from tressons_kit.services import Services

_INDENT = "    "
_A_PAGE = 200
"""Cards read at a time: the first lines show at once, however long the list."""


def as_lines(results: Results, services: Services, limit: int | None) -> Iterator[str]:
    """Give each fiche as a line, aligned with the others, then a passage that answers."""
    bold, columns = is_styled(), width() - len(_INDENT)
    label = services.kit.taxonomy.label
    hits = results.hits[:limit]
    for page in _pages(hits):
        cards = services.fiches.cards(hit.row for hit in page)
        codes = max(len(card.code) for card in cards.values())
        kinds = max(len(label(TYPE_FACET, card.type)) for card in cards.values())
        for hit in page:
            card = cards[hit.row]
            kind = label(TYPE_FACET, card.type)
            place = f" · {card.place}" if card.place else ""
            yield f"{card.code:<{codes}} · {kind:<{kinds}} · {card.title}{place}"
            passage = _passage(hit, card, results.query, services)
            yield from (f"{_INDENT}{line}" for line in marked_lines(passage, columns, bold=bold))


def summary(results: Results, services: Services, limit: int | None) -> str:
    """Say how many fiches answer; when none does, what to try next."""
    count = len(results.hits)
    if not count:
        return _next_step(results, services)
    found = FRENCH.plural("{} fiche", "{} fiches", count).format(number(count))
    if limit is not None and limit < count:
        found += FRENCH.plural(
            ", la première est donnée", ", les {} premières sont données", limit
        ).format(limit)
    return f"{found}."


def as_json(results: Results, services: Services, limit: int | None) -> str:
    """Write the whole answer: fiches with their excerpts, and the counts of every filter."""
    hits = results.hits[:limit]
    cards = services.fiches.cards(hit.row for hit in hits)
    answer = {
        "query": results.query.text,
        "count": len(results.hits),
        "direct": results.direct,
        "fiches": [_fiche(hit, cards[hit.row], results.query, services) for hit in hits],
        "counts": results.counts,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def timed_line(query: Query, services: Services, limit: int | None) -> str:
    """Search, and write the answer on one line with the time that the search took."""
    start = perf_counter()
    results = services.search.search(query)
    elapsed = perf_counter() - start
    hits = results.hits[:limit]
    cards = services.fiches.cards(hit.row for hit in hits)
    answer = {
        "query": query.text,
        "codes": [cards[hit.row].code for hit in hits],
        "scores": [_score(hit) for hit in hits],
        "milliseconds": round(elapsed * 1000, 3),
    }
    return json.dumps(answer, ensure_ascii=False)


def _pages(hits: Sequence[Hit]) -> Iterator[tuple[Hit, ...]]:
    rest = iter(hits)
    while page := tuple(islice(rest, _A_PAGE)):
        yield page


def _passage(hit: Hit, card: FicheCard, query: Query, services: Services) -> Excerpt:
    return services.excerpts.excerpt(hit.row, query.text) or Excerpt(card.summary)


def _fiche(hit: Hit, card: FicheCard, query: Query, services: Services) -> dict[str, Any]:
    passage = _passage(hit, card, query, services)
    return {
        "code": card.code,
        "type": card.type,
        "title": card.title,
        "place": card.place,
        "summary": card.summary,
        "score": _score(hit),
        "excerpt": passage.text,
        "marks": passage.marks,
    }


def _score(hit: Hit) -> float | None:
    """Return the score, or None for the fiche whose code was typed: JSON has no infinity."""
    return round(hit.score, 4) if math.isfinite(hit.score) else None


def _next_step(results: Results, services: Services) -> str:
    nothing = "Aucune fiche."
    if results.query.filters:
        unfiltered = len(services.search.search(results.query.without_filters()).hits)
        if unfiltered:
            return f"{nothing} Sans filtre, il y en aurait {number(unfiltered)}."
    return f"{nothing} Essayez un mot plus court, un synonyme ou un mot de moins."
