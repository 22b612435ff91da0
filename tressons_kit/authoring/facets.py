"""The facets of a fiche: terms that the taxonomy knows, and those deduced from type and places."""

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.places import place_facets
from tressons_kit.authoring.yaml_nodes import ScalarNode
from tressons_kit.domain.fiche import Place
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.taxonomy import DEPARTMENT_FACET, REGION_FACET, TYPE_FACET, Facet, Taxonomy

DEDUCED = (REGION_FACET, DEPARTMENT_FACET)
_SINGULARS = {
    "themes": "thème",
    "axes": "axe",
    "etapes": "étape",
    "publics": "public",
    "formes": "forme",
    "territoires": "type de territoire",
    "financements": "financement",
    "issue": "issue",
}
WITH_TERMS = tuple(_SINGULARS)
"""Keys that the format knows, whether or not the folder's taxonomy has their terms."""

_SINGLE = frozenset({"issue"})


def read_facets(
    fields: Fields,
    kind: FicheType | None,
    places: tuple[Place, ...],
    taxonomy: Taxonomy,
    findings: Findings,
) -> dict[str, tuple[str, ...]]:
    """Return the terms of each facet, in the order of the taxonomy."""
    deduced = {TYPE_FACET: {str(kind)} if kind else set(), **place_facets(places)}
    facets: dict[str, tuple[str, ...]] = {}
    for facet in taxonomy:
        chosen = deduced[facet.id] if facet.id in deduced else _written(fields, facet, findings)
        terms = tuple(term.id for term in facet.terms if term.id in chosen)
        if terms:
            facets[facet.id] = terms
    return facets


def _written(fields: Fields, facet: Facet, findings: Findings) -> set[str]:
    written = fields.texts(facet.id)
    if facet.id in _SINGLE and len(written) > 1:
        findings.error(fields.line(facet.id), f"« {facet.id} » : n’écrire qu’un terme")
    for node in written:
        if facet.find(node.text) is None:
            findings.error(node.line, _unknown(node, facet))
    return {node.text for node in written}


def _unknown(node: ScalarNode, facet: Facet) -> str:
    name = _SINGULARS.get(facet.id, facet.id)
    hint = nearest(node.text, [term.id for term in facet.terms], "termes possibles")
    return f"{name} « {node.text} » inconnu : écrire l’un des termes de taxonomie.yaml{hint}"
