"""Taking typed values from a YAML mapping; what is wrong is noted, and the reading goes on."""

import re
from collections.abc import Collection
from datetime import date

from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.yaml_nodes import ListNode, MappingNode, Node, ScalarNode

_BLANKS = re.compile(r"[ \t\r\n]+")
_YEAR = re.compile(r"[12]\d{3}\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_WHOLE = re.compile(r"\d{1,4}\Z")


class Fields:
    """The keys of one mapping; `place` says in messages where it stands (« dans l’en-tête »)."""

    def __init__(self, node: MappingNode, findings: Findings, place: str) -> None:
        self._node, self._findings, self._place = node, findings, place

    def line(self, key: str) -> int:
        """Return the line of a key, or that of the mapping when the key is absent."""
        return self._node.key_lines.get(key, self._node.line)

    def has(self, key: str) -> bool:
        """Tell whether a key is there with a value."""
        value = self._node.values.get(key)
        return value is not None and value != ScalarNode("", getattr(value, "line", 0))

    def require(self, keys: Collection[str]) -> None:
        """Note the keys that are missing or empty."""
        for key in keys:
            if key in self._node.values and not self.has(key):
                self._error(key, f"clé « {key} » vide : la remplir")
            elif not self.has(key):
                self._error(key, f"clé manquante {self._place} : ajouter « {key}: … »")

    def allow_only(self, known: Collection[str]) -> None:
        """Note the keys that nobody reads: a typo would otherwise lose a value in silence."""
        for key in self._node.values:
            if key in known:
                continue
            hint = nearest(key, known, "clés possibles")
            if not self.has(key):
                # `{titre: Rapport, tome 2}` makes a key of « tome 2 ».
                hint += " ; si c’est la suite d’une valeur à virgule, mettre celle-ci entre guillemets"
            self._error(key, f"clé inconnue {self._place} : « {key} »{hint}")

    def text(self, key: str) -> str:
        """Return a text on one line; empty when absent."""
        value = self._node.values.get(key)
        if value is None:
            return ""
        if isinstance(value, ScalarNode):
            return _BLANKS.sub(" ", value.text)
        self._error(
            key,
            f"« {key} » doit être un texte, pas une liste : l’écrire sur la même ligne,"
            " entre guillemets s’il contient « : », « [ » ou « { »",
        )
        return ""

    def texts(self, key: str) -> tuple[ScalarNode, ...]:
        """Return the texts of a list; a text alone counts as a list of one."""
        value = self._node.values.get(key)
        nodes: tuple[Node, ...] = (
            value.nodes if isinstance(value, ListNode) else (value,) if value else ()
        )
        found = tuple(node for node in nodes if isinstance(node, ScalarNode) and node.text)
        if isinstance(value, MappingNode) or any(not isinstance(node, ScalarNode) for node in nodes):
            self._error(key, f"« {key} » doit être une liste de mots : écrire « {key}: [un, deux] »")
        return found

    def mappings(self, key: str) -> tuple[MappingNode, ...]:
        """Return the mappings of a list; a mapping alone counts as a list of one."""
        value = self._node.values.get(key)
        if not self.has(key) or value is None:
            return ()
        nodes = value.nodes if isinstance(value, ListNode) else (value,)
        found = tuple(node for node in nodes if isinstance(node, MappingNode))
        if len(found) < len(nodes):
            self._error(
                key,
                f"« {key} » doit être une liste d’accolades : écrire une ligne « - {{clé: valeur, …}} »"
                " par élément",
            )
        return found

    def numbered(self, key: str) -> dict[int, MappingNode]:
        """Return mappings by their number, as `sources` has them."""
        value = self._node.values.get(key)
        if not self.has(key) or value is None:
            return {}
        if not isinstance(value, MappingNode):
            self._error(key, f"« {key} » doit être numérotée : écrire « 1: {{titre: …}} » par élément")
            return {}
        found: dict[int, MappingNode] = {}
        for number, node in value.values.items():
            line = value.key_lines[number]
            if not _WHOLE.match(number) or int(number) == 0:
                self._findings.error(
                    line, f"numéro de source « {number} » : écrire un nombre entier, 1, 2, 3…"
                )
            elif not isinstance(node, MappingNode):
                self._findings.error(
                    line, f"source {number} mal écrite : écrire « {number}: {{titre: …, editeur: …}} »"
                )
            elif int(number) in found:
                self._findings.error(line, f"source {int(number)} écrite deux fois : la renuméroter")
            else:
                # The line of the number, not that of the first key below it.
                found[int(number)] = MappingNode(node.values, line, node.key_lines)
        return found

    def year(self, key: str) -> int | None:
        """Return a year of four digits, or None."""
        text = self.text(key)
        if not text:
            return None
        if _YEAR.match(text):
            return int(text)
        self._error(
            key, f"« {key} » n’est pas une année : « {text} » ; écrire quatre chiffres, comme 2019"
        )
        return None

    def whole(self, key: str) -> int | None:
        """Return a whole number, or None."""
        text = self.text(key)
        if not text:
            return None
        if _WHOLE.match(text):
            return int(text)
        self._error(key, f"« {key} » doit être un numéro : « {text} » ; écrire un nombre entier")
        return None

    def degrees(self, key: str, most: int) -> float | None:
        """Return an angle in degrees between -most and most, or None."""
        text = self.text(key)
        if not text:
            return None
        try:
            degrees = float(text.replace(",", "."))
        except ValueError:
            degrees = float("nan")
        if -most <= degrees <= most:
            return degrees
        self._error(
            key, f"{key} « {text} » impossible : écrire des degrés entre -{most} et {most}, comme 47.25"
        )
        return None

    def day(self, key: str) -> date | None:
        """Return a date, or None."""
        text = self.text(key)
        if not text:
            return None
        try:
            if _DAY.match(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        self._error(
            key, f"« {key} » n’est pas une date : « {text} » ; écrire AAAA-MM-JJ, comme 2026-11-24"
        )
        return None

    def _error(self, key: str, message: str) -> None:
        self._findings.error(self.line(key), message)
