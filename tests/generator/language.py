"""French-looking sentences: a chain of words learnt from the repository's own fiches.

Which word follows which is the fiches' own, so frequencies fall as they do in French and words keep
their company. The tail that a few real fiches lack (ten thousand have tens of thousands of forms) is
made: the head of one real word and the end of another, joined on a letter that they share.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

RARE_FORMS = 30_000
"""Reached by ten million words of French; ten thousand fiches have about half of that."""

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NOT_PROSE = re.compile(
    r"```.*?```|\[\^\d+\]|\]\([^)]*\)|^[#|:][^\n]*$|https?://\S+", re.DOTALL | re.MULTILINE
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[.!?](?=\s)|,(?=\s)")
_STOP = "."
_LONGEST_SENTENCE = 30
_LONG_ENOUGH = 7
_RARE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Language:
    """What sentences are made of."""

    starts: tuple[str, ...]
    following: Mapping[str, tuple[str, ...]]
    rare: tuple[str, ...]

    def words(self, random: Random, count: int) -> list[str]:
        """Return about that many words, with their commas and full stops, ending a sentence."""
        pick, starts, following = random.random, self.starts, self.following
        words: list[str] = []
        while len(words) < count:
            word = starts[int(pick() * len(starts))]
            words.append(word.capitalize())
            length = 1
            while length < _LONGEST_SENTENCE:
                nexts = following.get(word) or (_STOP,)
                word = nexts[int(pick() * len(nexts))]
                if word == _STOP:
                    break
                rare = len(word) >= _LONG_ENOUGH and pick() < _RARE_SHARE
                words.append(self.rare_word(pick()) if rare else word)
                length += 1
            words[-1] += _STOP
        return words

    def prose(self, random: Random, count: int) -> str:
        """Return about that many words as text."""
        return " ".join(self.words(random, count)).replace(" ,", ",").replace(",.", ".")

    def phrase(self, random: Random, count: int) -> str:
        """Return the beginning of a sentence, without a full stop: a title, a reason."""
        words = [word.strip(".,") for word in self.words(random, count)[:count]]
        return " ".join(word for word in words if word)

    def rare_word(self, chance: float) -> str:
        """Return a made word; the first ones of the list come far more often."""
        return self.rare[int(len(self.rare) * chance**3)]


def learn(folder: Path, random: Random) -> Language:
    """Learn from every Markdown file below a folder."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    starts: list[str] = []
    for path in sorted(folder.rglob("*.md")):
        previous = _STOP
        for token in _tokens(path.read_text(encoding="utf-8")):
            if previous == _STOP:
                if token not in {_STOP, ","}:
                    starts.append(token)
            else:
                following[previous].append(token)
            previous = token
    rare = _rare_words((word for word in following if len(word) >= _LONG_ENOUGH), random)
    return Language(tuple(starts), {word: tuple(nexts) for word, nexts in following.items()}, rare)


def _tokens(text: str) -> Iterable[str]:
    prose = _NOT_PROSE.sub(" ", _FRONT_MATTER.sub("", text))
    for word in _TOKEN.findall(prose):
        # A capital after a full stop is no name; elsewhere it is kept.
        yield _STOP if word in "!?" else word


def _rare_words(words: Iterable[str], random: Random) -> tuple[str, ...]:
    plain = sorted({word.lower() for word in words if word.isalpha()})
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for word in plain:
        for length in (3, 4, 5):
            tails[word[-length - 1]].append(word[-length:])
    made: dict[str, None] = {}
    for _ in range(RARE_FORMS):
        head = random.choice(plain)
        head = head[: random.randint(3, len(head) - 3)]
        made[head + random.choice(tails.get(head[-1]) or ("ement",))] = None
    return tuple(made)
