"""Every fiche's words → the tables that the search reads: postings, prefixes, families, word order."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from tressons_kit.authoring.index_row import IndexRow
from tressons_kit.authoring.vocabulary import Vocabulary
from tressons_kit.foundation.index_format import (
    FIELD_LENGTHS,
    FIELD_WEIGHTS,
    FIELDS,
    number_type,
    pack_numbers,
    pack_weight,
)

Row = dict[str, Any]


class SearchIndex:
    """The words of all fiches, in the order of their rows; gives the rows of the tables."""

    def __init__(self, fiches: Sequence[IndexRow], expressions: Mapping[str, str]) -> None:
        """Take the fiches and the expressions to recognise, each key with its spelling."""
        self._fiches = fiches
        self._vocabulary = Vocabulary(fiches, expressions)
        self._postings: defaultdict[int, _Posting] = defaultdict(_Posting)
        self._prefixes: defaultdict[str, _Posting] = defaultdict(_Posting)
        self._orders: list[Row] = []
        self._fill()

    def rows(self) -> dict[str, Iterable[Row]]:
        """Return the rows of each table."""
        counts = {word: len(posting.rows) for word, posting in self._postings.items()}
        return {
            "vocabulary": self._vocabulary.rows(counts),
            "family": self._vocabulary.family_rows(),
            "posting": (
                {"word": word, **posting.packed(len(self._fiches))}
                for word, posting in sorted(self._postings.items())
            ),
            "prefix": (
                {"prefix": prefix, **posting.packed(len(self._fiches))}
                for prefix, posting in sorted(self._prefixes.items())
            ),
            "word_order": self._orders,
        }

    @cached_property
    def _ordinary_lengths(self) -> tuple[float, ...]:
        """The mean length of each field, in words."""
        totals = [0] * len(FIELDS)
        for fiche in self._fiches:
            for field, forms in enumerate(fiche.fields):
                totals[field] += _length(forms)
        return tuple(max(1.0, total / max(1, len(self._fiches))) for total in totals)

    def _fill(self) -> None:
        stops = self._vocabulary.stop_numbers
        for row, fiche in enumerate(self._fiches, start=1):
            fields = [self._vocabulary.numbers(forms) for forms in fiche.fields]
            weights = self._weights(fiche, fields)
            for word, weight in weights.items():
                if word not in stops:
                    self._postings[word].add(row, weight)
            for prefix, weight in self._prefix_weights(weights).items():
                self._prefixes[prefix].add(row, weight)
            self._orders.append(self._order(row, fields))

    def _weights(self, fiche: IndexRow, fields: Sequence[Sequence[int]]) -> dict[int, float]:
        """Weigh each word, joined word and expression of a fiche: BM25F's pseudo-frequency."""
        weights: dict[int, float] = {}
        for field, numbers in enumerate(fields):
            if not numbers:
                continue
            worth = self._worth(field, len(numbers))
            counts = Counter(numbers)
            for form, count in fiche.joined[field].items():
                counts[self._vocabulary.number(form)] += count
            counts.update(self._vocabulary.expressions_in(numbers))
            for word, count in counts.items():
                weights[word] = weights.get(word, 0.0) + count * worth
        return weights

    def _worth(self, field: int, length: int) -> float:
        share = FIELD_LENGTHS[field]
        return FIELD_WEIGHTS[field] / (1 - share + share * length / self._ordinary_lengths[field])

    def _prefix_weights(self, weights: Mapping[int, float]) -> dict[str, float]:
        prefixes: dict[str, float] = {}
        for word, weight in weights.items():
            for prefix in self._vocabulary.prefixes(word):
                prefixes[prefix] = prefixes.get(prefix, 0.0) + weight
        return prefixes

    def _order(self, row: int, fields: Sequence[Sequence[int]]) -> Row:
        """Return the words of a fiche one after the other, and where each field ends."""
        ends = list(accumulate(len(numbers) for numbers in fields))
        everything = [number for numbers in fields for number in numbers]
        return {
            "fiche": row,
            "words": pack_numbers(everything, self._vocabulary.highest),
            "ends": pack_numbers(ends, 2**32 - 1),
        }


class _Posting:
    """The fiches of a word, by increasing row, and its weight in each."""

    __slots__ = ("rows", "weights")

    def __init__(self) -> None:
        self.rows = array(number_type(2**32 - 1))
        self.weights = bytearray()

    def add(self, row: int, weight: float) -> None:
        self.rows.append(row)
        self.weights.append(pack_weight(weight))

    def packed(self, highest: int) -> Row:
        return {"fiches": pack_numbers(self.rows, highest), "weights": bytes(self.weights)}


def _length(forms: str) -> int:
    return forms.count(" ") + 1 if forms else 0
