"""What a search found, put in lines for people and in JSON for programs."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from time import perf_counter
from typing import Any

from tressons_kit.cli import remarks, why
from tressons_kit.cli.terminal import is_styled, marked_lines, width
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.query import Excerpt, Query, Results
from tressons_kit.domain.taxonomy import TYPE_FACET
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.services import Services

_INDENT = "    "
_A_PAGE = 200
"""Cards read at a time: the first lines show at once, however long the list."""


def as_lines(
    results: Results,
    services: Services,
    texts: Texts,
    limit: int | None,
    *,
    explained: bool = False,
) -> Iterator[str]:
    """Give each fiche as a line, aligned with the others, then a passage that answers, or why."""
    bold, columns = is_styled(), width() - len(_INDENT)
    label = services.kit.taxonomy.label
    rows = results.rows[:limit]
    for page in _pages(rows):
        cards = services.fiches.cards(page)
        codes = max(len(card.code) for card in cards.values())
        kinds = max(len(label(TYPE_FACET, card.type)) for card in cards.values())
        for row in page:
            card = cards[row]
            kind = label(TYPE_FACET, card.type)
            place = f" · {card.place}" if card.place else ""
            lacking = remarks.missing_words(row, results, texts)
            yield f"{card.code:<{codes}} · {kind:<{kinds}} · {card.title}{place}{lacking}"
            if explained:
                explanation = services.search.explain(results.query, row)
                lines = list(why.as_lines(explanation, results.query, columns, texts))
            else:
                passage = _passage(row, card, results.query, services)
                lines = marked_lines(passage, columns, bold=bold)
            yield from (f"{_INDENT}{line}" for line in lines)


def summary(results: Results, services: Services, texts: Texts, limit: int | None) -> Iterator[str]:
    """Say how many fiches answer and how the query was read; when none does, what to try next."""
    count = len(results.rows)
    if count:
        yield _found(count, limit, texts)
    elif results.query.text.strip() and not results.terms and not results.understood:
        typed = results.query.text.strip()[:80]
        yield texts("Il n’y a pas de mot à chercher dans « {} ».").format(typed)
    else:
        yield texts("Aucune fiche.")
        yield from _next_steps(results.query, services, texts)
    yield from remarks.reading(results, texts)


def _next_steps(query: Query, services: Services, texts: Texts) -> Iterator[str]:
    yield from remarks.next_steps(services.suggestions.suggest(query), texts)
    if len(query.chosen) > 1:
        unfiltered = len(services.search.search(query.without_filters()).rows)
        yield texts.plural(
            "Sans aucun filtre : {} fiche.", "Sans aucun filtre : {} fiches.", unfiltered
        ).format(number(unfiltered, texts))


def _found(count: int, limit: int | None, texts: Texts) -> str:
    found = texts.plural("{} fiche", "{} fiches", count).format(number(count, texts))
    if limit is not None and limit < count:
        found += texts.plural(
            ", la première est donnée", ", les {} premières sont données", limit
        ).format(number(limit, texts))
    return f"{found}."


def as_json(results: Results, services: Services, limit: int | None, *, explained: bool = False) -> str:
    """Write the whole answer: fiches with their excerpts, and the counts of every filter."""
    rows = results.rows[:limit]
    cards = services.fiches.cards(rows)
    answer = {
        "query": results.query.text,
        "count": len(results.rows),
        "direct": results.direct,
        "fiches": [
            _fiche(row, cards[row], results, services) | _why(row, results, services, wanted=explained)
            for row in rows
        ],
        "counts": results.counts,
        "corrections": [asdict(correction) for correction in results.corrections],
        "understood": [asdict(part) for part in results.understood],
        "meanings": [asdict(meaning) for meaning in results.meanings],
        "drops": [asdict(drop) for drop in results.drops],
        "offers": [asdict(offer) for offer in results.offers],
        "suggestions": None if rows else asdict(services.suggestions.suggest(results.query)),
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def timed_line(query: Query, services: Services, limit: int | None) -> str:
    """Search, and write the answer on one line with the time that the search took."""
    start = perf_counter()
    results = services.search.search(query)
    elapsed = perf_counter() - start
    rows = results.rows[:limit]
    cards = services.fiches.cards(rows)
    answer = {
        "query": query.text,
        "codes": [cards[row].code for row in rows],
        "scores": [_score(row, results) for row in rows],
        "corrections": [asdict(correction) for correction in results.corrections],
        "milliseconds": round(elapsed * 1000, 3),
    }
    return json.dumps(answer, ensure_ascii=False)


def _pages(rows: Sequence[int]) -> Iterator[tuple[int, ...]]:
    rest = iter(rows)
    while page := tuple(islice(rest, _A_PAGE)):
        yield page


def _passage(row: int, card: FicheCard, query: Query, services: Services) -> Excerpt:
    return services.excerpts.excerpt(row, query.text) or Excerpt(card.summary)


def _fiche(row: int, card: FicheCard, results: Results, services: Services) -> dict[str, Any]:
    passage = _passage(row, card, results.query, services)
    return {
        "code": card.code,
        "type": card.type,
        "title": card.title,
        "place": card.place,
        "summary": card.summary,
        "score": _score(row, results),
        "excerpt": passage.text,
        "marks": passage.marks,
        "missing": results.missing.get(row, ()),
    }


def _why(row: int, results: Results, services: Services, *, wanted: bool) -> dict[str, Any]:
    if not wanted:
        return {}
    return {"explanation": why.as_json(services.search.explain(results.query, row))}


def _score(row: int, results: Results) -> float | None:
    """Return the score, or None for the fiche whose code was typed: JSON has no infinity."""
    score = results.scores.get(row, 0.0)
    return round(score, 4) if math.isfinite(score) else None
