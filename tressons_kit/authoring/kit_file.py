"""`kit.yaml`: what the whole kit says of itself."""

from dataclasses import dataclass, field

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.kit_welcome import WELCOME_KEYS, Welcome, read_welcome
from tressons_kit.authoring.yaml_nodes import MappingNode, parse_yaml
from tressons_kit.foundation.typography import french

_KEYS = ("titre", "version", "date", "auteurs", "licence", "mention", *WELCOME_KEYS)


@dataclass(frozen=True, slots=True)
class KitIdentity:
    """Title, version and rights of a kit; a folder without `kit.yaml` has its name for a title."""

    title: str
    version: str = "1"
    date: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    notice: str = ""
    welcome: Welcome = field(default_factory=Welcome)


def parse_kit_identity(text: str, findings: Findings, default: KitIdentity) -> KitIdentity:
    """Read the identity; what is wrong is noted, and what is absent comes from the default."""
    root = parse_yaml(text, findings)
    if root is None:
        return default
    if not isinstance(root, MappingNode):
        findings.error(root.line, "kit.yaml illisible : écrire « titre: … », une clé par ligne")
        return default
    fields = Fields(root, findings, "dans kit.yaml")
    fields.allow_only(_KEYS)
    fields.require(("titre", "version", "date"))
    day = fields.day("date")
    return KitIdentity(
        title=french(fields.text("titre")) or default.title,
        version=fields.text("version"),
        date=day.isoformat() if day else "",
        authors=tuple(french(node.text) for node in fields.texts("auteurs")),
        licence=fields.text("licence"),
        notice=french(fields.text("mention")),
        welcome=read_welcome(fields, findings),
    )
