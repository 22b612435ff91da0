"""The words of a query: what they match in the index, and in a text to be marked."""

from dataclasses import dataclass
from itertools import islice

from tressons_kit.foundation.french import Word, is_stop_word, stems, words

MAX_WORDS = 24
MAX_LENGTH = 1_000
"""More than any question has; what follows in a pasted text is left out."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word to find: its form, its stems, whether it is still being typed.

    `attached` tells that a hyphen joins it to the word before.
    """

    form: str
    spelling: str
    stems: tuple[str, ...]
    unfinished: bool = False
    attached: bool = False
    phrases: tuple[tuple[str, ...], ...] = ()

    def matches(self, word: Word) -> bool:
        """Tell whether a word of a text is one that this query finds."""
        if word.form == self.form:
            return True
        if self.unfinished and word.form.startswith(self.form):
            return True
        return not is_stop_word(word.form) and any(stem in self.stems for stem in stems(word.spelling))


def read_words(typed: str) -> tuple[QueryWord, ...]:
    """Read the words to search in what was typed.

    Stop words are left out unless there is nothing else. The last word counts as unfinished when
    the text ends with it, so that results are right at each letter.
    """
    found = list(islice(words(typed[:MAX_LENGTH]), MAX_WORDS))
    only_stop_words = all(is_stop_word(word.form) for word in found)
    chosen: list[QueryWord] = []
    previous_kept = False
    for position, word in enumerate(found):
        kept = only_stop_words or not is_stop_word(word.form)
        if kept:
            chosen.append(
                QueryWord(
                    word.form,
                    word.spelling,
                    stems(word.spelling),
                    unfinished=position == len(found) - 1 and word.end == len(typed),
                    attached=word.attached and previous_kept,
                )
            )
        previous_kept = kept
    return tuple(chosen)
