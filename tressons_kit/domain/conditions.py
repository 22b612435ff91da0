"""What a fiche must satisfy to be an answer: a tree of plain values.

What a person typed as query language becomes this tree, which says nothing of how it is looked up.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the text, or one of its family, is somewhere in the fiche."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of the text follow each other, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word begins like the text."""

    text: str


@dataclass(frozen=True, slots=True)
class HasTerm:
    """The fiche has one of these terms of a facet."""

    facet: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """What the fiche tells of took place between two years, both included; None leaves a side open."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class InSources:
    """Every word of the text is in the sources of the fiche."""

    text: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part is true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part is true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part is false."""

    part: "Condition"


Condition = Words | Phrase | Prefix | HasTerm | Years | InSources | AllOf | AnyOf | Not
