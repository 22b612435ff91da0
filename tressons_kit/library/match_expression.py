"""Words to find → an FTS5 expression in which nothing that was typed is syntax.

Every token comes from `foundation/french.py`, holds letters and digits only, and is quoted.
"""

from collections.abc import Sequence

from tressons_kit.foundation.french import stems
from tressons_kit.library.query_words import QueryWord


def match_expression(query_words: Sequence[QueryWord]) -> str:
    """Write the expression that finds the fiches holding all the words; there must be at least one.

    Forms and stems are looked for in all columns alike: a filter of columns would make FTS5 decode
    every position, at twice the time, to find the same fiches.
    """
    return " AND ".join(map(_group, _hyphenated(query_words)))


def title_start_expression(query_words: Sequence[QueryWord]) -> str:
    """Write the expression that finds the titles which start with these words, as typed."""
    star = " *" if query_words[-1].unfinished else ""
    return f"title : ^ {_quoted(' '.join(word.form for word in query_words))}{star}"


def _hyphenated(query_words: Sequence[QueryWord]) -> list[list[QueryWord]]:
    groups: list[list[QueryWord]] = []
    for word in query_words:
        if word.attached and groups:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _group(group: Sequence[QueryWord]) -> str:
    apart = " AND ".join(map(_word, group))
    if len(group) == 1:
        return apart
    # `tiers-lieu` is found whole (ranked higher: one more phrase), written as one, or in parts.
    phrase = _quoted(" ".join(word.form for word in group))
    star = " *" if group[-1].unfinished else ""
    joined = _any_of(stems("".join(word.spelling for word in group)))
    return f"({phrase}{star} OR {joined} OR ({apart}))"


def _word(word: QueryWord) -> str:
    star = " *" if word.unfinished else ""
    others = "".join(f" OR {_quoted(stem)}" for stem in word.stems)
    return f"({_quoted(word.form)}{star}{others})"


def _any_of(tokens: Sequence[str]) -> str:
    return f"({' OR '.join(_quoted(token) for token in tokens)})"


def _quoted(tokens: str) -> str:
    # Forms hold no quote; doubling them anyway keeps this line safe by itself.
    return '"' + tokens.replace('"', '""') + '"'
