"""French typography, set on plain text: what authors type simply, readers see well set.

A no-break space goes inside « » and before `:`, `%` and `€`; a narrow one before `;`, `!`, `?` and
between groups of three digits. Each rule leaves alone what is already right, so setting a text
twice changes nothing more.
"""

import re

NO_BREAK_SPACE = "\u00a0"
NARROW_SPACE = "\u202f"

_SPACE = "[ \u00a0\u202f]"
# Addresses are copied and opened: nothing may change in them.
_ADDRESS = re.compile(r"((?:https?://|www\.|mailto:)[^\s«»<>\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # L'eau → L’eau; a quote mark that does not follow a letter is no apostrophe.
        (r"(?<=[^\W\d_])['\u02bc\u2018](?!['\u02bc\u2018])", "’"),
        (r"(?<!\.)\.{3}(?!\.)", "…"),
        # A straight quote opens before a word, at the start or after a space or a bracket; else it
        # closes. A text may start or end in the middle of a sentence, at the edge of an emphasis.
        (r"(?:(?<=[\s(\[’])|^)\"(?=[^\s.,;:!?)\]»])|(?<=[\s(\[’])\"$", "«\u00a0"),
        (r"\"", "\u00a0»"),
        (rf"«{_SPACE}*(?=[^\s«»]|$)", "«\u00a0"),
        (rf"(?<![\s«]){_SPACE}*»", "\u00a0»"),
        # Pourquoi ? and Pourquoi? but not ?page=1 nor a;b.
        (rf"(?<!\s){_SPACE}+(?=[;!?])", "\u202f"),
        (r"(?<=[\w»)%€…])(?=[;!?](?:[\s;!?»)]|$))", "\u202f"),
        # « mot : suite », but 10:30 and ::: keep their colons.
        (rf"(?<!\s){_SPACE}+:(?!:)", "\u00a0:"),
        (r"(?<=[^\W\d_]):(?=\s|$)|(?<=[»)%€…]):(?=\s|$)", "\u00a0:"),
        (rf"(?<!\s){_SPACE}+(?=[%€])|(?<=\d)(?=[%€])", "\u00a0"),
    )
)
# Most pieces of text hold none of this: one look spares the rules.
_SOMETHING_TO_SET = re.compile(r"['\u02bc\u2018\"«»;:!?%€]|\.\.\.|\d[ \u00a0]\d")
_GROUPED_DIGITS = re.compile(rf"(?<![\d,.])\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)")
_SPACES = str.maketrans(" \u00a0", "\u202f\u202f")


def french(text: str) -> str:
    """Set a plain text as French print does; addresses are left as they are."""
    if not _may_hold_address(text):
        return _set(text)
    # A split on one group gives texts and addresses in turn.
    pieces = _ADDRESS.split(text)
    return "".join(piece if index % 2 else _set(piece) for index, piece in enumerate(pieces))


def _may_hold_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text or "mailto:" in text


def _set(text: str) -> str:
    if _SOMETHING_TO_SET.search(text) is None:
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _GROUPED_DIGITS.sub(lambda match: match.group().translate(_SPACES), text)
