"""Words to find → an FTS5 expression in which nothing that was typed is syntax.

Every token comes from `foundation/french.py`, holds letters and digits only, and is quoted.
"""

from collections.abc import Sequence

from tressons_kit.foundation.french import stems
from tressons_kit.foundation.kit_format import FORM_COLUMNS, VARIANT_COLUMNS
from tressons_kit.library.query_words import QueryWord

_ALL_FORMS = f"{{{' '.join(FORM_COLUMNS)}}}"
_ALL_VARIANTS = f"{{{' '.join(VARIANT_COLUMNS)}}}"
_TITLE_FORMS = "{title names}"
_TITLE_VARIANTS = "{title_variants}"


def match_expression(query_words: Sequence[QueryWord], *, in_title: bool = False) -> str:
    """Write the expression that finds the fiches holding all the words, in any column.

    With `in_title`, only titles and names are looked at. There must be at least one word.
    """
    forms = _TITLE_FORMS if in_title else _ALL_FORMS
    variants = _TITLE_VARIANTS if in_title else _ALL_VARIANTS
    return " AND ".join(_group(group, forms, variants) for group in _hyphenated(query_words))


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


def _group(group: Sequence[QueryWord], forms: str, variants: str) -> str:
    apart = " AND ".join(_word(word, forms, variants) for word in group)
    if len(group) == 1:
        return apart
    # `tiers-lieu` is found whole (ranked higher: one more phrase), written as one, or in parts.
    phrase = _quoted(" ".join(word.form for word in group))
    star = " *" if group[-1].unfinished else ""
    joined = _any_of(stems("".join(word.spelling for word in group)))
    return f"({forms} : {phrase}{star} OR {variants} : {joined} OR ({apart}))"


def _word(word: QueryWord, forms: str, variants: str) -> str:
    star = " *" if word.unfinished else ""
    return f"({forms} : {_quoted(word.form)}{star} OR {variants} : {_any_of(word.stems)})"


def _any_of(tokens: Sequence[str]) -> str:
    return f"({' OR '.join(_quoted(token) for token in tokens)})"


def _quoted(tokens: str) -> str:
    # Forms hold no quote; doubling them anyway keeps this line safe by itself.
    return '"' + tokens.replace('"', '""') + '"'
