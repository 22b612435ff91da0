"""How a source reads in any format."""

from tressons_kit.domain.fiche import Source

_ENDS = (".", "…", "!", "?")


def source_words(source: Source) -> str:
    """Write « Titre. Éditeur, date »; the address is for each format to place."""
    about = ", ".join(part for part in (source.publisher, source.date) if part)
    if not about:
        return source.title
    return f"{source.title}{'' if source.title.endswith(_ENDS) else '.'} {about}"
