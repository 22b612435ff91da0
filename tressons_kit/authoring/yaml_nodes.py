"""YAML as authors mean it: every value is its text, and every value knows its line.

YAML's own types would turn `01` into 1, `oui` and `2A` into surprises and dates into objects, so
nodes are made from the parser's events and no type is ever guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.yaml_errors import in_french

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A value: its text, without the spaces around it."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ListNode:
    """Values in order."""

    nodes: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Values by key, in the order of the file; `key_lines` tells where each key stands."""

    values: dict[str, "Node"]
    line: int
    key_lines: dict[str, int] = field(default_factory=dict)


Node = ScalarNode | ListNode | MappingNode


class _Refused(Exception):
    """What YAML allows and fiches do not."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


def parse_yaml(text: str, findings: Findings, first_line: int = 1) -> Node | None:
    """Read one YAML document that starts at a line of the file; None when empty or unreadable."""
    composer = _Composer(text, findings, first_line)
    try:
        return composer.document()
    except _Refused as refused:
        findings.error(refused.line, refused.message)
    except yaml.YAMLError as error:
        line, message = in_french(error, text)
        findings.error(first_line + line, message)
    return None


class _Composer:
    """Makes nodes of the parser's events."""

    def __init__(self, text: str, findings: Findings, first_line: int) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._findings = findings
        self._first_line = first_line

    def document(self) -> Node | None:
        node = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise _Refused(self._line(event), "ligne « --- » en trop : la retirer")
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, 0)
        return None if isinstance(node, ScalarNode) and not node.text else node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._check(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        text = event.value if isinstance(event, yaml.ScalarEvent) else ""
        return ScalarNode(text.strip(), self._line(event))

    def _list(self, start: yaml.Event, depth: int) -> ListNode:
        nodes: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            nodes.append(self._node(event, depth + 1))
        return ListNode(tuple(nodes), self._line(start))

    def _mapping(self, start: yaml.Event, depth: int) -> MappingNode:
        mapping = MappingNode({}, self._line(start))
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, ScalarNode):
                raise _Refused(key.line, "clé illisible : écrire « clé: valeur », avec un mot pour clé")
            if key.text in mapping.values:
                first = mapping.key_lines[key.text]
                self._findings.error(
                    key.line,
                    f"clé « {key.text} » écrite deux fois (déjà ligne {first}) : n’en garder qu’une",
                )
                continue
            mapping.values[key.text] = value
            mapping.key_lines[key.text] = key.line
        return mapping

    def _check(self, event: yaml.Event, depth: int) -> None:
        line = self._line(event)
        if depth > _DEEPEST:
            raise _Refused(
                line, "crochets ou accolades emboîtés sans fin : vérifier qu’ils sont fermés"
            )
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(line, "valeur qui commence par une étoile : la mettre entre guillemets")
        if getattr(event, "anchor", None) is not None:
            raise _Refused(line, "valeur qui commence par « & » : la mettre entre guillemets")
        if getattr(event, "tag", None) is not None:
            raise _Refused(line, "valeur qui commence par « ! » : la mettre entre guillemets")

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._first_line + (mark.line if mark else 0)
