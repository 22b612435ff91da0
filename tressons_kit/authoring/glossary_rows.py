"""The glossary → the rows of its two tables."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.french import words

Row = dict[str, Any]


def glossary_rows(terms: Sequence[GlossaryTerm]) -> dict[str, list[Row]]:
    """Return the rows of the terms, numbered from 1 in the order given, and of their forms."""
    return {
        "glossary": [
            {
                "id": number,
                "term": term.term,
                "acronym": term.acronym,
                "definition": term.definition,
                "sources": json.dumps([asdict(source) for source in term.sources], ensure_ascii=False),
                "see": json.dumps(term.see),
            }
            for number, term in enumerate(terms, start=1)
        ],
        "glossary_form": [
            {"form": form, "term": number, "spelling": spelling}
            for number, term in enumerate(terms, start=1)
            for form, spelling in _forms(term)
        ],
    }


def _forms(term: GlossaryTerm) -> Iterator[tuple[str, str]]:
    """Give each way to write a term once, as the words that a text is searched for."""
    seen: set[str] = set()
    for spelling in (term.term, term.acronym or "", *term.forms):
        form = " ".join(word.form for word in words(spelling))
        if form and form not in seen:
            seen.add(form)
            yield form, spelling
