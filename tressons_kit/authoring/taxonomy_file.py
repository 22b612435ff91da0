"""`taxonomie.yaml`: the facets and their terms, with defaults for a folder that has none."""

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.yaml_nodes import MappingNode, Node, ScalarNode, parse_yaml
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.taxonomy import (
    DEPARTMENT_FACET,
    REGION_FACET,
    TYPE_FACET,
    Facet,
    Taxonomy,
    Term,
)
from tressons_kit.foundation.typography import french

_TYPE_LABELS = {
    FicheType.CASE: ("Étude de cas", "Études de cas"),
    FicheType.PORTRAIT: ("Portrait de projet", "Portraits de projet"),
    FicheType.PRACTICE: ("Fiche pratique", "Fiches pratiques"),
    FicheType.LEVER: ("Levier d’action", "Leviers d’action"),
    FicheType.ORGANISATION_FORM: ("Forme d’organisation", "Formes d’organisation"),
    FicheType.SCHEME: ("Dispositif", "Dispositifs"),
    FicheType.ACTOR: ("Acteur", "Acteurs"),
    FicheType.MONOGRAPH: ("Monographie", "Monographies"),
    FicheType.REFERENCE: ("Repère", "Repères"),
    FicheType.ARGUMENT: ("Argument", "Arguments"),
    FicheType.HANDBOOK: ("Mode d’emploi", "Mode d’emploi"),
    FicheType.SESSION: ("Séance", "Séances"),
    FicheType.NOTE: ("Note", "Notes"),
}


def default_taxonomy() -> Taxonomy:
    """Return the types alone: enough for a folder of notes."""
    return Taxonomy((_complete_types(Facet(TYPE_FACET, "Type", ())),))


def parse_taxonomy(text: str, findings: Findings) -> Taxonomy:
    """Read the facets; whatever is wrong, the types are all there."""
    root = parse_yaml(text, findings)
    if root is None:
        return default_taxonomy()
    if not isinstance(root, MappingNode):
        findings.error(
            root.line, "taxonomie illisible : écrire « themes: », puis « libelle: » et « termes: »"
        )
        return default_taxonomy()
    facets = [_facet(name, node, root.key_lines[name], findings) for name, node in root.values.items()]
    taxonomy = Taxonomy(
        tuple(_complete_types(facet) if facet.id == TYPE_FACET else facet for facet in facets)
    )
    if taxonomy.find(TYPE_FACET) is None:
        taxonomy = Taxonomy((*default_taxonomy(), *taxonomy))
    _check_regions(taxonomy, root, findings)
    return taxonomy


def _facet(name: str, node: Node, line: int, findings: Findings) -> Facet:
    if not isinstance(node, MappingNode):
        findings.error(line, f"facette « {name} » mal écrite : lui donner « libelle: » et « termes: »")
        return Facet(name, name, ())
    fields = Fields(node, findings, f"dans la facette « {name} »")
    fields.allow_only(("libelle", "termes"))
    fields.require(("libelle", "termes"))
    terms = node.values.get("termes")
    if not isinstance(terms, MappingNode):
        if fields.has("termes"):
            findings.error(
                fields.line("termes"), "termes mal écrits : écrire « identifiant: Libellé » par ligne"
            )
        return Facet(name, french(fields.text("libelle")), ())
    return Facet(
        name,
        french(fields.text("libelle")),
        tuple(
            _term(term, value, terms.key_lines[term], findings) for term, value in terms.values.items()
        ),
    )


def _term(name: str, node: Node, line: int, findings: Findings) -> Term:
    if isinstance(node, ScalarNode):
        if not node.text:
            findings.error(line, f"terme « {name} » sans libellé : l’écrire après les deux-points")
        return Term(name, french(node.text))
    if not isinstance(node, MappingNode):
        findings.error(line, f"terme « {name} » mal écrit : écrire « {name}: Libellé »")
        return Term(name, name)
    fields = Fields(node, findings, f"dans le terme « {name} »")
    fields.allow_only(("libelle", "pluriel", "region"))
    fields.require(("libelle",))
    label = french(fields.text("libelle"))
    return Term(name, label, french(fields.text("pluriel")), fields.text("region") or None)


def _complete_types(facet: Facet) -> Facet:
    """Add the types that a taxonomy leaves out: the program knows them all."""
    present = {term.id for term in facet.terms}
    added = tuple(Term(kind, *labels) for kind, labels in _TYPE_LABELS.items() if kind not in present)
    return Facet(facet.id, facet.label, facet.terms + added)


def _check_regions(taxonomy: Taxonomy, root: MappingNode, findings: Findings) -> None:
    departments, regions = taxonomy.find(DEPARTMENT_FACET), taxonomy.find(REGION_FACET)
    for term in departments.terms if departments else ():
        if term.parent is None or (regions and regions.find(term.parent)):
            continue
        findings.error(
            root.key_lines[DEPARTMENT_FACET],
            f"le département {term.id} est dans la région « {term.parent} », qui n’est pas un terme de"
            " la facette « region » : l’y ajouter, ou corriger",
        )
