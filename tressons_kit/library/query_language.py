"""What a person typed → free words, a condition, and in words what was understood.

The language is read by `query_parser`, which is loaded for the rare texts that may hold some of it:
plain words cost one regular expression. There is no wrong query: what cannot be read is words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tressons_kit.domain.conditions import AllOf, AnyOf, Condition, Not, Phrase, Prefix, Words
from tressons_kit.domain.query import Understood
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.texts import FRENCH, Texts
from tressons_kit.library.query_fields import read_field
from tressons_kit.library.query_syntax import (
    QUOTES,
    Group,
    Join,
    Leaf,
    LeafKind,
    Node,
    Without,
    has_telling_word,
    may_be_syntax,
    written,
)

MAX_SIGNS = 1_000
"""Letters and signs, spaces apart, of a text that may hold the language; a longer one is words."""

MAX_NESTING = 20
_ENGLISH_AND = re.compile(r"(?<=\s)AND\s+")


@dataclass(frozen=True, slots=True)
class ReadQuery:
    """A query as it was read.

    `words` are free: the engine looks for them as it can. `condition` is what every answer must
    satisfy, `ranking` holds all the words that an answer had better have. Either text ends with a space
    unless its last word was the last one typed, and so may be unfinished.
    """

    words: str
    ranking: str
    condition: Condition | None = None
    understood: tuple[Understood, ...] = ()


def read_query(typed: str, taxonomy: Taxonomy, texts: Texts = FRENCH) -> ReadQuery:
    """Read what was typed; a text without the language is its own words, unchanged."""
    if not may_be_syntax(typed) or _is_beyond_reading(typed):
        return ReadQuery(typed, typed)
    # Imported late: Whoosh's parser takes 50 ms, and most queries do without.
    from tressons_kit.library.query_parser import parse  # noqa: PLC0415

    parts = [_part(node, taxonomy, texts) for node in parse(typed)]
    conditions = tuple(part.condition for part in parts if not part.is_free)
    if not conditions:
        plain = _ENGLISH_AND.sub("", typed)
        return ReadQuery(plain, plain)
    return ReadQuery(
        words=_as_typed([part.written for part in parts if part.is_free], typed),
        ranking=_ranking(parts, typed),
        condition=conditions[0] if len(conditions) == 1 else AllOf(conditions),
        understood=tuple(_understood(parts)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a query: how it is typed again, what it asks, how it reads.

    `short` is for among other words; `wanted` are its words that make an answer better.
    """

    written: str
    condition: Condition
    label: str
    short: str
    wanted: tuple[str, ...] = ()
    wanted_beginning: str = ""
    is_free: bool = False
    is_choice: bool = False


def _part(node: Node, taxonomy: Taxonomy, texts: Texts) -> _Part:
    match node:
        case Leaf():
            return _leaf_part(node, taxonomy, texts)
        case Group():
            return _group_part(node, [_part(part, taxonomy, texts) for part in node.parts], texts)
        case Without(excluded):
            part = _part(excluded, taxonomy, texts)
            without = texts("sans {}").format(part.short)
            return _Part(written(node), Not(part.condition), _exclusion(node, part, texts), without)


def _leaf_part(leaf: Leaf, taxonomy: Taxonomy, texts: Texts) -> _Part:
    text = leaf.text
    if leaf.kind is LeafKind.QUOTED:
        phrase = " ".join(text.strip(QUOTES).split())
        label = texts("exactement : {}").format(phrase)
        return _Part(text, Phrase(phrase), label, texts("« {} »").format(phrase), wanted=(phrase,))
    if leaf.kind is LeafKind.PREFIX:
        beginning = text.rstrip("*")
        label = texts("commence par : {}").format(beginning)
        return _Part(text, Prefix(beginning), label, f"{beginning}…", wanted_beginning=beginning)
    field = read_field(text, taxonomy, texts) if leaf.kind is LeafKind.FIELD else None
    if field is not None:
        return _Part(text, field.condition, field.label, field.short)
    return _Part(text, Words(text), text, text, wanted=(text,), is_free=True)


def _group_part(group: Group, parts: Sequence[_Part], texts: Texts) -> _Part:
    is_choice = group.join is Join.EITHER
    conditions = tuple(part.condition for part in parts)
    beginnings = [part.wanted_beginning for part in parts if part.wanted_beginning]
    shorts = [part.short if is_choice or not part.is_choice else f"({part.short})" for part in parts]
    label = (texts(" ou ") if is_choice else texts(" et ")).join(shorts)
    return _Part(
        written(group),
        AnyOf(conditions) if is_choice else AllOf(conditions),
        label,
        label,
        wanted=tuple(text for part in parts for text in part.wanted),
        wanted_beginning=beginnings[-1] if beginnings else "",
        is_choice=is_choice,
    )


def _exclusion(node: Without, part: _Part, texts: Texts) -> str:
    if isinstance(node.part, Group) and node.part.join is Join.BOTH:
        return texts("sauf : {} ensemble").format(part.short)
    return texts("sauf : {}").format(part.short)


def _understood(parts: Sequence[_Part]) -> Iterator[Understood]:
    for position, part in enumerate(parts):
        if not part.is_free:
            others = [*parts[:position], *parts[position + 1 :]]
            yield Understood(part.label, _typed_again(others))


def _typed_again(parts: Sequence[_Part]) -> str:
    texts: list[str] = []
    after_article = False
    for part in parts:
        # Brackets: an article just before would join the first word of the choice.
        texts.append(f"({part.written})" if part.is_choice and after_article else part.written)
        after_article = part.is_free and not has_telling_word(part.written)
    return " ".join(texts)


def _ranking(parts: Sequence[_Part], typed: str) -> str:
    wanted = [text for part in parts for text in part.wanted]
    beginnings = [part.wanted_beginning for part in parts if part.wanted_beginning]
    # A beginning comes last and without a space, where the engine takes it for an unfinished word.
    return " ".join([*wanted, beginnings[-1]]) if beginnings else _as_typed(wanted, typed)


def _as_typed(texts: Sequence[str], typed: str) -> str:
    if not texts:
        return ""
    return " ".join(texts) + ("" if typed.endswith(texts[-1]) else " ")


def _is_beyond_reading(typed: str) -> bool:
    # Spaces are counted apart: a query typed again without a part may have more of them.
    if len(typed) > 2 * MAX_SIGNS or sum(map(len, typed.split())) > MAX_SIGNS:
        return True
    nesting = deepest = 0
    for sign in typed:
        nesting = max(0, nesting + (sign == "(") - (sign == ")"))
        deepest = max(deepest, nesting)
    return deepest > MAX_NESTING
