"""`glossaire.yaml`: the words of the trade."""

from dataclasses import dataclass

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.mentions import Mention
from tressons_kit.authoring.sources import read_sources
from tressons_kit.authoring.yaml_nodes import ListNode, MappingNode, parse_yaml
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.french import fold
from tressons_kit.foundation.typography import french

LONGEST_DEFINITION = 400
_KEYS = ("terme", "sigle", "synonymes", "definition", "sources", "voir")


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms in alphabetical order, and the fiches that they send to."""

    terms: tuple[GlossaryTerm, ...] = ()
    mentions: tuple[Mention, ...] = ()


def parse_glossary(text: str, findings: Findings) -> Glossary:
    """Read the terms; those that cannot be read are noted and left out."""
    root = parse_yaml(text, findings)
    if root is None:
        return Glossary()
    if not isinstance(root, ListNode):
        findings.error(root.line, "glossaire illisible : commencer chaque terme par « - terme: … »")
        return Glossary()
    terms: list[GlossaryTerm] = []
    mentions: list[Mention] = []
    seen: dict[str, int] = {}
    for node in root.nodes:
        if not isinstance(node, MappingNode):
            findings.error(node.line, "terme mal écrit : écrire « - terme: … », puis « definition: … »")
            continue
        term = _term(node, findings, mentions)
        _note_duplicates(term, node, seen, findings)
        terms.append(term)
    return Glossary(
        tuple(sorted(terms, key=lambda term: (fold(term.term), term.term))), tuple(mentions)
    )


def _term(node: MappingNode, findings: Findings, mentions: list[Mention]) -> GlossaryTerm:
    fields = Fields(node, findings, "dans ce terme du glossaire")
    fields.allow_only(_KEYS)
    fields.require(("terme", "definition"))
    definition = french(fields.text("definition"))
    if len(definition) > LONGEST_DEFINITION:
        findings.warning(
            fields.line("definition"),
            f"définition de {len(definition)} caractères : la ramener à {LONGEST_DEFINITION}",
        )
    see = tuple(Mention(code.text, code.line, "renvoi du glossaire") for code in fields.texts("voir"))
    mentions.extend(see)
    return GlossaryTerm(
        term=french(fields.text("terme")),
        definition=definition,
        acronym=french(fields.text("sigle")) or None,
        forms=tuple(french(form.text) for form in fields.texts("synonymes")),
        sources=read_sources(fields.numbered("sources"), findings),
        see=tuple(FicheCode(mention.code) for mention in see),
    )


def _note_duplicates(
    term: GlossaryTerm, node: MappingNode, seen: dict[str, int], findings: Findings
) -> None:
    for key, written in (("terme", term.term), ("sigle", term.acronym or "")):
        form = fold(written)
        line = node.key_lines.get(key, node.line)
        if form and seen.setdefault(form, node.line) != node.line:
            findings.error(
                line,
                f"« {written} » est déjà dans le glossaire (ligne {seen[form]}) : fondre les deux",
            )
