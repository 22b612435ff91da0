"""A language of no country: French with more accents, 40 % longer, between brackets.

A text that shows without its brackets was not translated; one that shows without the closing one is
cut.
"""

import gettext
import math
import re

from tressons_kit.foundation.texts import Texts

_ACCENTS = str.maketrans("aceinostuyzACEINOSTUYZ", "åçëîñøšţûýžÅÇËÎÑØŠŢÛÝŽ")
_KEPT = re.compile(r"(\{[^{}]*\}|\n)")
_LONGER, _GROUP = 0.4, 7


class _Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if abs(n) < 2 else msgid2)


PSEUDO = Texts(_Pseudo())


def pseudo(text: str) -> str:
    """Write a text in the language of no country; what is filled in later is left as it is."""
    pieces = [
        piece if index % 2 else piece.translate(_ACCENTS)
        for index, piece in enumerate(_KEPT.split(text))
    ]
    missing = math.ceil(_LONGER * len(text)) - len("[ ]")
    # In words: a paragraph may go to the next line between them.
    padding = " ".join("é" * min(_GROUP, missing - start) for start in range(0, missing, _GROUP + 1))
    return f"[{''.join(pieces)}{' ' if padding else ''}{padding}]"
