"""The lists of a header: key figures, and links to other fiches."""

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import KeyFigure, Link
from tressons_kit.foundation.typography import french


def read_links(fields: Fields, code: FicheCode, findings: Findings) -> list[tuple[Link, int]]:
    """Read the links, each with its line; whether their targets exist is checked later."""
    links: list[tuple[Link, int]] = []
    seen: set[str] = set()
    for node in fields.mappings("liens"):
        inner = Fields(node, findings, "dans « liens »")
        inner.allow_only(("code", "raison"))
        inner.require(("code", "raison"))
        target, line = inner.text("code"), inner.line("code")
        if target in seen:
            findings.error(line, f"lien vers {target} écrit deux fois : n’en garder qu’un")
        elif target and target == code:
            findings.error(line, f"lien de la fiche {code} vers elle-même : le retirer")
        elif target:
            links.append((Link(FicheCode(target), french(inner.text("raison"))), line))
        seen.add(target)
    return links


def read_figures(fields: Fields, numbers: frozenset[int], findings: Findings) -> tuple[KeyFigure, ...]:
    """Read the key figures; `numbers` are those of the sources."""
    figures: list[KeyFigure] = []
    for node in fields.mappings("chiffres"):
        inner = Fields(node, findings, "dans « chiffres »")
        inner.allow_only(("valeur", "libelle", "date", "source"))
        inner.require(("valeur", "libelle"))
        source = inner.whole("source")
        value = french(inner.text("valeur"))
        if not inner.has("source"):
            findings.warning(node.line, f"chiffre « {value} » sans source : ajouter « source: numéro »")
        elif source is not None and source not in numbers:
            findings.error(
                inner.line("source"),
                f"source {source} absente de « sources » : l’y ajouter, ou corriger le numéro",
            )
        day = french(inner.text("date")) or None
        figures.append(KeyFigure(value, french(inner.text("libelle")), day, source))
    return tuple(figures)
