"""The numbered sources of a fiche or of a glossary term, as the YAML has them."""

from urllib.parse import urlsplit

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.yaml_nodes import MappingNode
from tressons_kit.domain.fiche import Source
from tressons_kit.foundation.typography import french

_KEYS = ("titre", "editeur", "date", "adresse")


def read_sources(numbered: dict[int, MappingNode], findings: Findings) -> tuple[Source, ...]:
    """Read the sources in the order of their numbers."""
    return tuple(_source(number, numbered[number], findings) for number in sorted(numbered))


def is_web_address(address: str) -> bool:
    """Tell whether an address is one that a browser opens: http or https, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.netloc)
        and not any(sign in address for sign in ' "<>\\')
    )


def _source(number: int, node: MappingNode, findings: Findings) -> Source:
    fields = Fields(node, findings, f"dans la source {number}")
    fields.allow_only(_KEYS)
    fields.require(("titre",))
    address = fields.text("adresse")
    if address and not is_web_address(address):
        findings.error(
            fields.line("adresse"),
            f"adresse « {address} » refusée : écrire une adresse complète, https://…",
        )
    return Source(
        number,
        french(fields.text("titre")),
        french(fields.text("editeur")) or None,
        french(fields.text("date")) or None,
        address or None,
    )
