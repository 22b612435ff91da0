"""What the reader makes of a fiche: its outline, what is searched in it, the words of a note."""

from collections.abc import Iterator
from datetime import date
from html import escape

from PySide6.QtGui import QTextDocument

from tressons_kit.domain.fiche import Fiche, Section, Source
from tressons_kit.domain.freshness import judge_freshness
from tressons_kit.foundation.freshness_words import freshness_reason
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.reader.blocks import answer_texts, as_text, key_messages
from tressons_kit.ui.reader.document import KEYS_ANCHOR, hidden_sections
from tressons_kit.ui.reader.found_places import PagePart, Rank
from tressons_kit.ui.reader.outline import OutlineEntry
from tressons_kit.ui.reader.page_foot import foot_entries
from tressons_kit.ui.reader.page_text import page_parts
from tressons_kit.ui.reader.surroundings import Surroundings

_CARD_WIDTH, _CARDS_AT_MOST = 160, 3


def outline_entries(fiche: Fiche, around: Surroundings) -> list[OutlineEntry]:
    """Return all the parts of a fiche, then those of its foot; says which are on show."""
    hidden = hidden_sections(fiche, around.depth)
    entries = [
        OutlineEntry(section.title, section.slug, section not in hidden) for section in fiche.sections
    ]
    if key_messages(hidden):
        entries.insert(0, OutlineEntry(around.texts("À retenir"), KEYS_ANCHOR))
    return entries + [OutlineEntry(title, anchor) for title, anchor in foot_entries(fiche, around)]


def searched_parts(document: QTextDocument, fiche: Fiche, around: Surroundings) -> tuple[PagePart, ...]:
    """Return the paragraphs of the page, then those of the parts that the depth leaves out."""
    hidden = hidden_sections(fiche, around.depth)
    folded = {
        number: text
        for number, text in answer_texts(fiche).items()
        if number not in around.opened_answers
    }
    slugs = {section.slug for section in fiche.sections}
    shown = page_parts(document, fiche.summary, slugs, folded)
    end = document.characterCount() - 1
    return (*shown, *_left_out(hidden, end))


def _left_out(hidden: tuple[Section, ...], end: int) -> Iterator[PagePart]:
    for section in hidden:
        for line in (section.title, *as_text(section.html).split("\n")):
            yield PagePart(end, line, section.slug, Rank.FOLDED, hidden=True)


def note_words(source: Source) -> str:
    """Return a note as HTML, which wraps in a long tip; a kit cannot write tags in it."""
    parts = (source.title, source.publisher, source.date)
    return f"<p>{escape(', '.join(part for part in parts if part))}</p>"


def freshness_words(fiche: Fiche | None, today: date, texts: Texts) -> str:
    """Say what the state of freshness of a fiche means; nothing for one that has no date."""
    judged = fiche and judge_freshness(fiche.verified_on, fiche.review_before, today)
    return freshness_reason(judged, texts) if judged else ""


def cards_a_row(width: int, appearance: Appearance) -> int:
    """Return how many key figures fit side by side."""
    return max(1, min(_CARDS_AT_MOST, width // appearance.pixels(_CARD_WIDTH)))
