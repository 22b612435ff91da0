"""The query language as a tree of what was typed, and how that tree is typed again.

Nothing here is looked up: a field whose value no kit has is still a field.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tressons_kit.foundation.french import is_stop_word, words

QUOTES = '"“”'
BREAKS = rf"\s(){QUOTES}"
"""What ends a word, for the inside of a regular expression's brackets."""

_LETTER = r"[^\W\d_]"
MINUS = rf"-(?={_LETTER}|[(“\"])"
"""A minus that excludes: that of « -20 % » and of a list does not."""

_MAY_BE_SYNTAX = re.compile(
    rf"""
      [*{QUOTES}]
    | (?<![^{BREAKS}])(?:{MINUS}|(?:OU|OR|ET|AND|SAUF|NON|NOT)(?![^{BREAKS}]))
    | {_LETTER}:(?=[\w.…“"])
    """,
    re.VERBOSE,
)
_AFTER_MINUS = re.compile(rf"{_LETTER}[^\s]*\Z|[“\"]")


class LeafKind(Enum):
    """How a piece of what was typed is to be read."""

    WORD = auto()
    QUOTED = auto()
    PREFIX = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece as typed: `covoiturage`, `"tiers lieu"`, `covoit*`, `type:cas`."""

    text: str
    kind: LeafKind = LeafKind.WORD


class Join(Enum):
    """How the parts of a group go together."""

    BOTH = " ET "
    EITHER = " OU "


@dataclass(frozen=True, slots=True)
class Group:
    """Two parts or more; none of them is a group of the same join."""

    join: Join
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """A part that is excluded."""

    part: "Node"


Node = Leaf | Group | Without


def may_be_syntax(typed: str) -> bool:
    """Tell, in microseconds, the texts that are worth a parser; most of them are not."""
    return _MAY_BE_SYNTAX.search(typed) is not None


def has_telling_word(text: str) -> bool:
    """Tell whether a text has a word that says something of a subject."""
    return any(not is_stop_word(word.form) for word in words(text))


def joined(join: Join, parts: Sequence[Node]) -> Node:
    """Put parts together, without a group in a group of the same join nor a group of one."""
    flat = tuple(_flat(join, parts))
    return flat[0] if len(flat) == 1 else Group(join, flat)


def written(node: Node) -> str:
    """Type a part again, so that it is read as the same part wherever it stands."""
    match node:
        case Leaf(text):
            return text
        case Group(join, parts):
            return join.value.join(_bracketed_if_wider(part, join) for part in parts)
        case Without(Leaf() as leaf) if _AFTER_MINUS.match(leaf.text):
            return f"-{leaf.text}"
        case Without(Leaf() as leaf):
            return f"NON {leaf.text}"
        case Without(part):
            return f"-({written(part)})"


def _bracketed_if_wider(part: Node, join: Join) -> str:
    # ET holds tighter than OU.
    wider = join is Join.BOTH and isinstance(part, Group) and part.join is Join.EITHER
    return f"({written(part)})" if wider else written(part)


def _flat(join: Join, parts: Sequence[Node]) -> Iterator[Node]:
    for part in parts:
        if isinstance(part, Group) and part.join is join:
            yield from part.parts
        else:
            yield part
