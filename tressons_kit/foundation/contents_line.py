"""What a kit holds, in a line."""

from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.foundation.texts import Texts


def contents_line(info: KitInfo, texts: Texts) -> str:
    """Write « 77 fiches, 95 termes expliqués, 140 sources »."""
    counted = (
        (texts.plural("{} fiche", "{} fiches", info.fiche_count), info.fiche_count),
        (
            texts.plural("{} terme expliqué", "{} termes expliqués", info.glossary_count),
            info.glossary_count,
        ),
        (texts.plural("{} source", "{} sources", info.source_count), info.source_count),
    )
    return ", ".join(told.format(texts.number(count)) for told, count in counted)
