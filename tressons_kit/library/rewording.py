"""Other ways to write what was typed: with words corrected, or with a part left out."""

import re
from collections.abc import Iterator, Sequence

from tressons_kit.domain.query import Correction
from tressons_kit.foundation.french import fold, is_stop_word, words

# A quotation, `type:cas` or `-bretagne` is left out whole: half of it would mean something else.
_PART = re.compile(r'[^\s"]*"[^"]*"|\S+')


def corrected_text(text: str, corrections: Sequence[Correction]) -> str:
    """Write the corrected words in place of those typed; the rest stays as it was."""
    spellings = {fold(correction.typed): correction.spelling for correction in corrections}
    pieces: list[str] = []
    position = 0
    for word in words(text):
        spelling = spellings.get(word.form)
        if spelling is not None:
            pieces += text[position : word.start], spelling
            position = word.end
    return "".join((*pieces, text[position:]))


def left_out(text: str) -> Iterator[tuple[str, str]]:
    """Give each part that says something, with the text without it; never the only such part."""
    telling = [match for match in _PART.finditer(text) if _is_telling(match.group())]
    for match in telling if len(telling) > 1 else ():
        rest = text[: match.start()] + text[match.end() :]
        yield match.group(), " ".join(rest.split())


def _is_telling(part: str) -> bool:
    return any(not is_stop_word(word.form) for word in words(part))
