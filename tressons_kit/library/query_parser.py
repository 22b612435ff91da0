"""What was typed → the tree of the query language, by Whoosh's parser, which no other module knows.

Whoosh cuts the text with taggers, nests the brackets, then lets each operator take its neighbours. Ours
are the pieces of the language, and a filter that runs just before the operators: one that has nothing
to work on becomes a word, so there is no wrong query. Import this module late: Whoosh takes 50 ms.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from whoosh.qparser import default, plugins, syntax

from tressons_kit.foundation.french import fold
from tressons_kit.library.query_syntax import (
    BREAKS,
    MINUS,
    QUOTES,
    Group,
    Join,
    Leaf,
    LeafKind,
    Node,
    Without,
    has_telling_word,
    joined,
)

_QUOTED = rf"[\"“][^{QUOTES}]*[\"”]"
_VALUE = rf"(?:{_QUOTED}|[^{BREAKS},]+)"
# A piece never depends on what stands before it: the same piece is read the same way after a part
# has been taken away. Brackets within a word (« élu(e)s ») are letters.
_PIECE = re.compile(
    rf"""
      (?P<quoted>{_QUOTED})
    | (?P<field>[^\W\d_]+(?:-[^\W\d_]+)*:{_VALUE}(?:,{_VALUE})*,?)
    | (?P<word>[^{BREAKS}]+(?:\([^{BREAKS}]*\)[^{BREAKS}]*)*)
    | (?P<lone_quote>[{QUOTES}])
    """,
    re.VERBOSE,
)
_PREFIX = re.compile(r"[^\W\d_][\w'’-]*\*")
_SHORTEST_PREFIX = 2
_ENDS = f"(?![^{BREAKS}])"
_BEFORE_OPERATORS = 550


class _ExceptGroup(syntax.NotGroup):  # type: ignore[misc]  # Whoosh has no annotations
    """What SAUF excludes: all of « a OU b », where a minus excludes `a` alone."""


_OpTagger = plugins.OperatorsPlugin.OpTagger
# In the order in which they take their neighbours.
_OPERATORS = [
    (_OpTagger(f"{MINUS}|(?:NON|NOT){_ENDS}", syntax.NotGroup, syntax.PrefixOperator), 0),
    (_OpTagger(f"(?:ET|AND){_ENDS}", syntax.AndGroup), 0),
    (_OpTagger(f"(?:OU|OR){_ENDS}", syntax.OrGroup), 0),
    (_OpTagger(f"SAUF{_ENDS}", _ExceptGroup, syntax.PrefixOperator), 0),
]


def parse(typed: str) -> tuple[Node, ...]:
    """Read the parts that a fiche must all have, in order; any text has some reading."""
    tree = _node(_parser().process(typed))
    if isinstance(tree, Group) and tree.join is Join.BOTH:
        return tree.parts
    return () if tree is None else (tree,)


@dataclass(slots=True)
class _Piece:
    """A leaf as Whoosh's filters handle it."""

    leaf: Leaf
    startchar: int
    endchar: int

    def is_ws(self) -> bool:
        return False

    @property
    def is_operand(self) -> bool:
        if self.leaf.kind is LeafKind.WORD:
            return has_telling_word(self.leaf.text)
        return True


class _Pieces:
    """Whoosh's plugin for the pieces of the language."""

    def taggers(self, _parser: Any) -> list[tuple["_Pieces", int]]:
        return [(self, 50)]  # after brackets and operators, before spaces

    def filters(self, _parser: Any) -> list[Any]:
        return []

    def match(self, _parser: Any, text: str, position: int) -> Any:
        match = _PIECE.match(text, position)
        if match is None:
            return None
        if match.lastgroup == "lone_quote":
            return syntax.Whitespace().set_range(*match.span())
        return _Piece(_leaf(match), *match.span())


class _Settling:
    """Whoosh's plugin that leaves operators only where they have something to work on."""

    def taggers(self, _parser: Any) -> list[Any]:
        return []

    def filters(self, _parser: Any) -> list[Any]:
        return [(self.settle, _BEFORE_OPERATORS)]

    def settle(self, parser: Any, group: Any) -> Any:
        settled = group.empty_copy()
        nodes = [
            self._settle_inner(parser, node) if isinstance(node, syntax.GroupNode) else node
            for node in group
        ]
        nodes = [node for node in nodes if not isinstance(node, syntax.GroupNode) or node.nodes]
        settled.extend(_with_their_articles(_with_working_operators(_with_their_articles(nodes))))
        return settled

    def _settle_inner(self, parser: Any, group: Any) -> Any:
        # Within brackets every word is a condition: « le » or « ? » alone would be none.
        settled = self.settle(parser, group)
        settled.nodes = [
            node for node in settled if isinstance(node, syntax.Operator) or _is_operand(node)
        ]
        return settled


@cache
def _parser() -> Any:
    return default.QueryParser(
        None,
        None,
        plugins=[
            _Pieces(),
            plugins.GroupPlugin(),
            plugins.OperatorsPlugin(_OPERATORS, clean=True),
            _Settling(),
        ],
    )


def _leaf(match: re.Match[str]) -> Leaf:
    text = match.group()
    if match.lastgroup == "quoted":
        return Leaf(text, LeafKind.QUOTED if fold(text) else LeafKind.WORD)
    if match.lastgroup == "field":
        return Leaf(text, LeafKind.FIELD)
    # « SCIC* » is the mark of a note on an acronym.
    prefix = _PREFIX.fullmatch(text) and not text.isupper() and len(fold(text)) >= _SHORTEST_PREFIX
    return Leaf(text, LeafKind.PREFIX if prefix else LeafKind.WORD)


def _with_their_articles(nodes: Sequence[Any]) -> list[Any]:
    """Join « le » to the word that it announces: « le café OU le bar » chooses between two."""
    gathered: list[Any] = []
    for node in reversed(nodes):
        following: Any = gathered[-1] if gathered else None
        if _is_article(node) and _is_word(following) and following.is_operand:
            leaf = Leaf(f"{node.leaf.text} {following.leaf.text}")
            gathered[-1] = _Piece(leaf, node.startchar, following.endchar)
        else:
            gathered.append(node)
    return gathered[::-1]


def _with_working_operators(nodes: Sequence[Any]) -> list[Any]:
    """Make a word of each operator that lacks a neighbour, and one negation of two in a row."""
    kept: list[Any] = []
    for position in range(len(nodes) - 1, -1, -1):
        node = nodes[position]
        following = kept[-1] if kept else None
        if not isinstance(node, syntax.Operator):
            kept.append(node)
        elif isinstance(node, syntax.PrefixOperator):
            if isinstance(following, syntax.PrefixOperator):
                kept[-1] = node if node.grouptype is _ExceptGroup else following
            else:
                kept.append(node if _is_operand(following) else _as_word(node))
        elif isinstance(following, syntax.PrefixOperator) and following.grouptype is _ExceptGroup:
            continue  # « ET SAUF », « OU SAUF »: SAUF says it all
        else:
            works = _may_follow(following) and position > 0 and _is_operand(nodes[position - 1])
            kept.append(node if works else _as_word(node))
    return kept[::-1]


def _may_follow(node: Any) -> bool:
    return isinstance(node, syntax.PrefixOperator) or _is_operand(node)


def _is_operand(node: Any) -> bool:
    return isinstance(node, syntax.GroupNode) or (isinstance(node, _Piece) and node.is_operand)


def _is_word(node: Any) -> bool:
    return isinstance(node, _Piece) and node.leaf.kind is LeafKind.WORD


def _is_article(node: Any) -> bool:
    return _is_word(node) and not node.is_operand and node.leaf.text.strip("'’").isalpha()


def _as_word(operator: Any) -> _Piece:
    # In small letters it is no operator any more, wherever it is typed again.
    return _Piece(Leaf(operator.text.lower()), operator.startchar, operator.endchar)


def _node(node: Any) -> Node | None:
    if isinstance(node, _Piece):
        return node.leaf
    parts = [part for child in node if (part := _node(child)) is not None]
    if not parts:
        return None
    if isinstance(node, syntax.NotGroup):
        return Without(parts[0])
    return joined(Join.EITHER if isinstance(node, syntax.OrGroup) else Join.BOTH, parts)
