"""`synonymes.yaml`: the words that people type, and those that the fiches use."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.yaml_nodes import ListNode, MappingNode, ScalarNode, parse_yaml
from tressons_kit.foundation.french import is_stop_word, words
from tressons_kit.foundation.typography import french

USUAL_WEIGHT, LEAST_WEIGHT, GREATEST_WEIGHT = 0.6, 0.1, 0.9
"""A synonym is worth less than the word that was typed, and never nothing."""

MOST_WORDS = 6
"""Small words apart. Nobody types more: a longer expression is a list whose commas were forgotten."""

_KEYS = ("mots", "vers", "poids")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Spellings that stand for one another or, when there are targets, for these and not back."""

    spellings: tuple[str, ...]
    targets: tuple[str, ...] = ()
    weight: float = USUAL_WEIGHT

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Give each spelling that can be typed with each one that it also finds."""
        if self.targets:
            return product(self.spellings, self.targets)
        return permutations(self.spellings, 2)


def phrase_form(spelling: str) -> str:
    """Return the folded words of a spelling, separated by spaces."""
    return " ".join(word.form for word in words(spelling))


def parse_synonyms(text: str, findings: Findings) -> tuple[Synonyms, ...]:
    """Read the entries; those that cannot be read are noted and left out."""
    root = parse_yaml(text, findings)
    if root is None:
        return ()
    if not isinstance(root, ListNode):
        findings.error(root.line, "synonymes illisibles : commencer chaque ligne par « - mots: […] »")
        return ()
    entries: list[Synonyms] = []
    told: dict[tuple[str, str], int] = {}
    for node in root.nodes:
        if not isinstance(node, MappingNode):
            findings.error(
                node.line, "entrée mal écrite : écrire « - mots: [épicerie, commerce de proximité] »"
            )
            continue
        entry = _entry(node, findings)
        _note_repetitions(entry, node.line, told, findings)
        entries.append(entry)
    return tuple(entries)


def _entry(node: MappingNode, findings: Findings) -> Synonyms:
    fields = Fields(node, findings, "dans cette entrée")
    fields.allow_only(_KEYS)
    fields.require(("mots",))
    forms: set[str] = set()
    spellings = _phrases("mots", node, fields, forms, findings)
    targets = _phrases("vers", node, fields, forms, findings)
    if len(spellings) == 1 and "vers" not in node.values:
        findings.error(
            fields.line("mots"),
            f"« {spellings[0]} » est seul : lui ajouter un synonyme, ou dire ce qu’il fait trouver par"
            " « vers: […] »",
        )
    return Synonyms(spellings, targets, _weight(fields, findings))


def _phrases(
    key: str, node: MappingNode, fields: Fields, forms: set[str], findings: Findings
) -> tuple[str, ...]:
    """Return the phrases of a key that can be searched; `forms` holds those of the whole entry."""
    found = fields.texts(key)
    value = node.values.get(key)
    scalars = value.nodes if isinstance(value, ListNode) else (value,)
    # `mots:` without a value is told by `require`; a list of something else, by `texts`.
    is_told = key == "mots" and isinstance(value, ScalarNode)
    if not found and not is_told and all(isinstance(scalar, ScalarNode) for scalar in scalars):
        findings.error(fields.line(key), f"clé « {key} » vide : y écrire des mots, ou retirer l’entrée")
    phrases: list[str] = []
    for scalar in found:
        form = phrase_form(scalar.text)
        fault = _fault(key, scalar.text, form, forms)
        if fault:
            findings.error(scalar.line, f"« {scalar.text} » {fault}")
            continue
        if _is_long(form):
            findings.warning(
                scalar.line,
                f"« {scalar.text} » est trop long pour être tapé : le ramener à {MOST_WORDS} mots, ou"
                " séparer les expressions par des virgules",
            )
        forms.add(form)
        phrases.append(french(scalar.text))
    return tuple(phrases)


def _fault(key: str, text: str, form: str, forms: set[str]) -> str:
    """Say why a phrase cannot be a synonym, or nothing."""
    if not form:
        return "n’a ni lettre ni chiffre : le retirer"
    if "," in text:
        return f"contient une virgule : écrire une liste entre crochets, « {key}: [{text}] »"
    if all(is_stop_word(word) for word in form.split(" ")):
        return "n’a que des mots trop courants pour être cherchés : le remplacer ou le retirer"
    if form in forms:
        return "est déjà dans cette entrée : l’y laisser une seule fois"
    return ""


def _is_long(form: str) -> bool:
    return sum(not is_stop_word(word) for word in form.split(" ")) > MOST_WORDS


def _weight(fields: Fields, findings: Findings) -> float:
    if not fields.has("poids"):
        return USUAL_WEIGHT
    text = fields.text("poids")
    try:
        weight = float(text.replace(",", "."))
    except ValueError:
        weight = 0.0
    if LEAST_WEIGHT <= weight <= GREATEST_WEIGHT:
        return weight
    findings.error(
        fields.line("poids"),
        f"poids « {text} » impossible : écrire un nombre entre {LEAST_WEIGHT} et {GREATEST_WEIGHT},"
        f" comme {USUAL_WEIGHT}",
    )
    return USUAL_WEIGHT


def _note_repetitions(
    entry: Synonyms, line: int, told: dict[tuple[str, str], int], findings: Findings
) -> None:
    """Note what an earlier entry already brings together: one of two weights would not count."""
    for spelling, alternative in entry.pairs():
        pair = phrase_form(spelling), phrase_form(alternative)
        first = told.setdefault(pair, line)
        if first == line:
            continue
        findings.warning(
            line,
            f"« {spelling} » fait déjà trouver « {alternative} » ligne {first} : ne l’écrire qu’une"
            " fois",
        )
        # The way back of the same two words is the same repetition.
        told[pair[1], pair[0]] = line
