"""How a source reads in any format."""

from tressons_kit.domain.fiche import Source


def source_words(source: Source) -> str:
    """Write « Titre. Éditeur, date »; the address is for each format to place."""
    about = ", ".join(part for part in (source.publisher, source.date) if part)
    return f"{source.title}. {about}" if about else source.title
