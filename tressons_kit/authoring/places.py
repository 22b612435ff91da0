"""`lieu`: where a fiche happens, and the region and department facets that follow from it."""

import re

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.yaml_nodes import MappingNode
from tressons_kit.domain.fiche import Place
from tressons_kit.domain.taxonomy import DEPARTMENT_FACET, REGION_FACET, Taxonomy
from tressons_kit.foundation.typography import french

_KEYS = ("commune", "insee", "departement", "region", "latitude", "longitude")
_INSEE = re.compile(r"(?:\d{2}|2[AB])\d{3}\Z")


def read_places(
    nodes: tuple[MappingNode, ...], taxonomy: Taxonomy, findings: Findings
) -> tuple[Place, ...]:
    """Read the places in their order: the first is the main one."""
    return tuple(_place(node, taxonomy, findings) for node in nodes)


def place_facets(places: tuple[Place, ...]) -> dict[str, set[str]]:
    """Deduce the two facets of places."""
    return {
        REGION_FACET: {place.region for place in places if place.region},
        DEPARTMENT_FACET: {place.department for place in places if place.department},
    }


def _place(node: MappingNode, taxonomy: Taxonomy, findings: Findings) -> Place:
    fields = Fields(node, findings, "dans « lieu »")
    fields.allow_only(_KEYS)
    if not any(fields.has(key) for key in ("commune", "departement", "region")):
        findings.error(
            node.line, "lieu vide : donner au moins « commune », « departement » ou « region »"
        )
    department = _term(fields, DEPARTMENT_FACET, taxonomy, findings)
    latitude, longitude = fields.degrees("latitude", 90), fields.degrees("longitude", 180)
    if fields.has("latitude") != fields.has("longitude"):
        findings.error(node.line, "latitude sans longitude, ou l’inverse : donner les deux")
    return Place(
        commune=french(fields.text("commune")) or None,
        insee=_insee(fields, department, findings),
        department=department,
        region=_region(fields, department, taxonomy, findings),
        latitude=latitude,
        longitude=longitude,
    )


def _term(fields: Fields, facet_id: str, taxonomy: Taxonomy, findings: Findings) -> str | None:
    written = fields.text(facet_id)
    if not written:
        return None
    facet = taxonomy.find(facet_id)
    if facet is not None and facet.find(written):
        return written
    known = {term.id: term.label for term in facet.terms} if facet else {}
    by_label = {label: name for name, label in known.items()}
    hint = nearest(written, [*known, *by_label], "termes possibles")
    findings.error(
        fields.line(facet_id),
        f"{'département' if facet_id == DEPARTMENT_FACET else 'région'} « {written} » : ce n’est pas un"
        f" terme de taxonomie.yaml{hint}",
    )
    return None


def _region(
    fields: Fields, department: str | None, taxonomy: Taxonomy, findings: Findings
) -> str | None:
    written = _term(fields, REGION_FACET, taxonomy, findings)
    departments = taxonomy.find(DEPARTMENT_FACET)
    term = departments.find(department) if departments and department else None
    deduced = term.parent if term else None
    if written and deduced and written != deduced:
        findings.error(
            fields.line(REGION_FACET),
            f"la région « {written} » n’est pas celle du département {department} ({deduced}) :"
            " retirer « region », elle se déduit",
        )
    return deduced or written


def _insee(fields: Fields, department: str | None, findings: Findings) -> str | None:
    code = fields.text("insee")
    if not code:
        return None
    if not _INSEE.match(code):
        findings.error(
            fields.line("insee"),
            f'code Insee « {code} » : écrire les cinq caractères entre guillemets, comme "46102"',
        )
        return None
    if department and not code.startswith(department):
        findings.error(
            fields.line("insee"),
            f"code Insee {code} hors du département {department} : corriger l’un des deux",
        )
    return code
