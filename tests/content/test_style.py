"""What docs/guide-de-redaction.md asks of every fiche, and what a program can hold."""

import re
from collections.abc import Mapping

import pytest

from tressons_kit.authoring.content import Content
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche, Section
from tressons_kit.domain.fiche_types import FicheType

Fiches = Mapping[FicheCode, Fiche]

# Words of the body, tables and folded answers included: [fewest, most] by type.
LENGTHS = {
    FicheType.CASE: (400, 1_050),
    FicheType.PORTRAIT: (200, 420),
    FicheType.PRACTICE: (500, 1_000),
    FicheType.LEVER: (500, 950),
    FicheType.ORGANISATION_FORM: (360, 1_150),
    FicheType.SCHEME: (430, 850),
    FicheType.ACTOR: (320, 620),
    FicheType.MONOGRAPH: (850, 1_200),
    FicheType.REFERENCE: (600, 1_050),
    FicheType.ARGUMENT: (280, 480),
    FicheType.HANDBOOK: (700, 1_050),
    FicheType.SESSION: (650, 1_100),
}

# Longer, a sentence is no longer understood by who hears it: read aloud, it takes fifteen seconds.
LONGEST_SENTENCE = 45
SHORTEST_SUMMARY, LONGEST_SUMMARY = 60, 280

# Phrases that say nothing: each was found in texts of the trade, none may come back here.
EMPTY = [
    "véritable levier",
    "il est important de",
    "force est de constater",
    "acteur incontournable",
    "au cœur des enjeux",
    "à l’heure où",
    "dans un contexte",
    "de manière générale",
    "n’est plus à démontrer",
    "force de proposition",
    "un enjeu majeur",
    "plus que jamais",
    "faire sens",
    "au niveau de",
    "impacter",
    "en capacité de",
    "solutionner",
]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’'-]*\w", re.sub(r"\[\^[^\]]*\]", "", text))


def _sentences(section: Section) -> list[str]:
    """Cut prose into sentences: tables and lists have their own rhythm."""
    prose = [line for line in section.text.split("\n") if ";" not in line and "|" not in line]
    return [part for line in prose for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ«])", line)]


def test_the_whole_kit_is_read_without_a_problem(content: Content) -> None:
    assert content.problems == ()


def test_each_type_keeps_to_its_length(fiches: Fiches) -> None:
    outside = {}
    for code, fiche in fiches.items():
        fewest, most = LENGTHS[fiche.type]
        count = len(_words(" ".join(section.text for section in fiche.sections)))
        if not fewest <= count <= most:
            outside[code] = (count, fewest, most)
    assert outside == {}


def test_each_summary_can_be_said_in_one_breath(fiches: Fiches) -> None:
    lengths = {code: len(fiche.summary) for code, fiche in fiches.items()}
    outside = {code: n for code, n in lengths.items() if not SHORTEST_SUMMARY <= n <= LONGEST_SUMMARY}
    assert outside == {}


def test_sentences_can_be_read_aloud(fiches: Fiches) -> None:
    long = [
        (code, section.title, len(_words(sentence)), sentence[:90])
        for code, fiche in fiches.items()
        for section in fiche.sections
        for sentence in _sentences(section)
        if len(_words(sentence)) > LONGEST_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize("phrase", EMPTY)
def test_no_phrase_is_empty(phrase: str, fiches: Fiches) -> None:
    held = [
        (code, section.title)
        for code, fiche in fiches.items()
        for section in (*fiche.sections, Section("", "résumé", "", fiche.summary, ""))
        if re.search(rf"\b{phrase}\b", section.text, re.IGNORECASE)
    ]
    assert held == []


def test_each_fiche_begins_with_its_essential(fiches: Fiches) -> None:
    """« En bref » can be repeated in a meeting: two to five sentences, no list, no table."""
    wrong = {}
    for code, fiche in fiches.items():
        if fiche.sections[0].title == "En bref":
            text = fiche.sections[0].markdown.strip()
            prose = re.split(r"\n\s*(?:\n|:::)", text)[0]
            count = len(re.findall(r"[.!?…](?:\s|\[|$)", prose))
            if not 2 <= count <= 6 or re.match(r"[-*|]|\d+[.)]", prose):
                wrong[code] = (count, prose[:60])
    assert wrong == {}


def test_each_title_is_one_of_a_kind(fiches: Fiches) -> None:
    titles = [fiche.title.casefold() for fiche in fiches.values()]
    assert sorted(titles) == sorted(set(titles))
