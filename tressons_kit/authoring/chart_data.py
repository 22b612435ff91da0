"""The YAML of a chart → its values, each problem at its line."""

from dataclasses import dataclass
from enum import StrEnum

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.segments import ChartSource
from tressons_kit.authoring.yaml_nodes import ListNode, MappingNode, Node, ScalarNode, parse_yaml
from tressons_kit.foundation.typography import french

_KEYS = ("titre", "forme", "unite", "source", "alternative", "donnees")
_REQUIRED = ("titre", "forme", "source", "alternative", "donnees")
FEWEST, MOST = 2, 12
_GROUP_SPACES = str.maketrans("", "", " \u00a0\u202f")
_PAIR = 2


class ChartShape(StrEnum):
    """How values are drawn; the values are those of the format."""

    BARS = "barres"
    COLUMNS = "colonnes"
    CURVE = "courbe"


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows; `source` is the number of a source of the fiche."""

    title: str
    shape: ChartShape
    unit: str
    source: int
    alternative: str
    values: tuple[tuple[str, float], ...]


def read_chart(written: ChartSource, numbers: frozenset[int], findings: Findings) -> Chart | None:
    """Read a chart, or return None after noting why it cannot be drawn."""
    before = len(findings.problems)
    root = parse_yaml(written.text, findings, written.line)
    if not isinstance(root, MappingNode):
        if len(findings.problems) == before:
            findings.error(written.line, "graphique vide : écrire « titre: … », « donnees: … »")
        return None
    fields = Fields(root, findings, "dans le graphique")
    fields.allow_only(_KEYS)
    fields.require(_REQUIRED)
    shape = _shape(fields, findings)
    source = fields.whole("source")
    if source is not None and source not in numbers:
        findings.error(
            fields.line("source"), f"source {source} absente de « sources » : l’y ajouter, ou corriger"
        )
    values = _values(root.values.get("donnees"), findings)
    if values is not None and not FEWEST <= len(values) <= MOST:
        findings.error(
            fields.line("donnees"),
            f"graphique de {len(values)} valeurs : en donner de {FEWEST} à {MOST}",
        )
    if len(findings.problems) > before or shape is None or source is None or values is None:
        return None
    return Chart(
        french(fields.text("titre")),
        shape,
        french(fields.text("unite")),
        source,
        french(fields.text("alternative")),
        values,
    )


def _shape(fields: Fields, findings: Findings) -> ChartShape | None:
    written = fields.text("forme")
    if written in set(ChartShape):
        return ChartShape(written)
    if written:
        hint = nearest(written, list(ChartShape), "formes possibles")
        findings.error(fields.line("forme"), f"forme de graphique « {written} » inconnue{hint}")
    return None


def _values(node: Node | None, findings: Findings) -> tuple[tuple[str, float], ...] | None:
    if node is None or (isinstance(node, ScalarNode) and not node.text):
        return None
    if not isinstance(node, ListNode):
        findings.error(node.line, "données mal écrites : une ligne « - [Libellé, 13.9] » par valeur")
        return None
    values: list[tuple[str, float]] = []
    for row in node.nodes:
        value = _value(row)
        if value is None:
            findings.error(
                row.line,
                "ligne de données mal écrite : écrire « - [Libellé, 13.9] », un point et pas d’unité",
            )
        else:
            values.append(value)
    return tuple(values)


def _value(row: Node) -> tuple[str, float] | None:
    if not isinstance(row, ListNode) or len(row.nodes) != _PAIR:
        return None
    label, number = row.nodes
    if not isinstance(label, ScalarNode) or not isinstance(number, ScalarNode) or not label.text:
        return None
    try:
        value = float(number.text.translate(_GROUP_SPACES).replace(",", "."))
    except ValueError:
        return None
    # Not a number, or one that no drawing can hold.
    return (french(label.text), value) if abs(value) < 1e15 else None  # noqa: PLR2004
