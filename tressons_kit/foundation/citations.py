"""How a source and a passage are cited: lines that one pastes under what one writes."""

from tressons_kit.domain.fiche import Fiche, Source
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.foundation.dates import long_date, month_and_year
from tressons_kit.foundation.texts import Texts


def source_citation(source: Source, fiche: Fiche, texts: Texts) -> str:
    """Write « Éditeur, « Titre », date, adresse (vérifié en novembre 2026). »."""
    parts = (
        source.publisher,
        texts("«\u00a0{}\u00a0»").format(source.title),
        source.date,
        source.address,
    )
    line = ", ".join(part for part in parts if part)
    if fiche.verified_on:
        checked = texts("vérifié en {}").format(month_and_year(fiche.verified_on, texts))
        line += f" ({checked})"
    return f"{line}."


def passage_origin(fiche: Fiche, kit: KitInfo, texts: Texts) -> str:
    """Write where a copied passage comes from: code, title, kit, dates."""
    dated = long_date(kit.content_day, texts) if kit.content_day else kit.content_date
    origin = texts("Fiche {}, « {} », {}, version du {}").format(
        fiche.code, fiche.title, kit.title, dated
    )
    if fiche.verified_on:
        checked = texts("vérifiée en {}").format(month_and_year(fiche.verified_on, texts))
        origin += f" ({checked})"
    return f"{origin}."
