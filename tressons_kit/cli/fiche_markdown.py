"""A fiche as Markdown: what its author wrote, without the front matter."""

from collections.abc import Iterator

from tressons_kit.cli.source_words import source_words
from tressons_kit.domain.fiche import Fiche
from tressons_kit.foundation.texts import Texts


def fiche_markdown(fiche: Fiche, texts: Texts) -> str:
    """Write title, summary, parts, and the sources as the notes that the text points to."""
    return "\n\n".join(_blocks(fiche, texts))


def _blocks(fiche: Fiche, texts: Texts) -> Iterator[str]:
    yield f"# {fiche.title}"
    if fiche.summary:
        yield fiche.summary
    for section in fiche.sections:
        yield f"## {section.title}"
        if section.markdown:
            yield section.markdown
    if fiche.sources:
        yield f"## {texts('Sources')}"
        yield "\n".join(
            f"[^{source.number}]: {source_words(source)}"
            f"{f' <{source.address}>' if source.address else ''}"
            for source in fiche.sources
        )
