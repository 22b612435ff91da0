"""One generated fiche: a valid header, the parts of its type, 300 to 700 words."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.generator.language import Language
from tressons_kit.domain.fiche_types import RULES, FicheType

Terms = Mapping[str, Sequence[str]]
"""The terms of each facet, in the taxonomy's order; `departement` too."""

SHORTEST, LONGEST = 300, 700
CHART_EVERY = 50
_LISTS = {
    "themes": 2,
    "etapes": 2,
    "publics": 2,
    "formes": 1,
    "territoires": 1,
    "financements": 2,
    "axes": 1,
}
"""At most how many terms of each a fiche has."""

_FREE_PARTS = ("En bref", "Le déroulé", "Pour aller plus loin")
_KINDS_OF_PLACE = (
    "Saint-",
    "Sainte-",
    "Mont",
    "Ville",
    "Val-",
    "Pré",
    "Roche",
    "Font",
    "Bourg-",
    "La ",
)
_ENDS_OF_PLACE = (
    "",
    "",
    "-sur-Loue",
    "-les-Bois",
    "-le-Vieux",
    "-en-Vallée",
    "-du-Causse",
    "-sous-Roche",
)


@dataclass(frozen=True, slots=True)
class Author:
    """Writes fiches: the language, the terms, and every code that a link may point to."""

    language: Language
    terms: Terms
    codes: Sequence[str]

    def fiche(self, code: str, kind: FicheType, number: int, random: Random) -> str:
        """Write the file of one fiche."""
        sources = random.randint(2, 6)
        header = "\n".join(self._header(code, kind, sources, random))
        body = "\n\n".join(self._body(kind, number, sources, random))
        return f"---\n{header}\n---\n\n{body}\n"

    def _header(self, code: str, kind: FicheType, sources: int, random: Random) -> Iterator[str]:
        commune = self._commune(random)
        yield f"code: {code}"
        yield f"type: {kind}"
        yield f"titre: {_quoted(self._title(commune, random))}"
        yield f"resume: {_quoted(self.language.prose(random, 22)[:270])}"
        for facet, most in _LISTS.items():
            terms = self._some_terms(facet, random.randint(1, most), random)
            yield f"{facet}: [{', '.join(terms)}]"
        if kind is FicheType.CASE:
            yield f"issue: {random.choices(self.terms['issue'], (70, 10, 10, 10))[0]}"
            yield f"debut: {random.randint(1980, 2024)}"
        yield from self._place(commune, random)
        yield "chiffres:"
        for number in range(1, random.randint(2, 5)):
            label = _quoted(self.language.phrase(random, 5))
            value = random.randint(2, 20_000)
            yield f"  - {{valeur: {value}, libelle: {label}, date: '{random.randint(2010, 2026)}',"
            yield f"     source: {1 + number % sources}}}"
        yield "liens:"
        for target in sorted(set(random.choices(self.codes, k=3)) - {code}):
            yield f"  - {{code: {target}, raison: {_quoted(self.language.phrase(random, 6))}}}"
        yield from self._sources(sources, random)
        yield f"verifie_le: 2026-{random.randint(1, 11):02d}-15"
        yield "a_revoir_avant: 2027-12-31"

    def _body(self, kind: FicheType, number: int, sources: int, random: Random) -> Iterator[str]:
        parts = RULES[kind].parts or _FREE_PARTS
        share = random.randint(SHORTEST, LONGEST) / len(parts)
        cited = 0
        for position, part in enumerate(parts):
            yield f"## {part}"
            left = round(share * random.uniform(0.6, 1.4))
            while left > 0:
                words = min(max(left, 12), random.randint(35, 80))
                cited += 1
                yield self._block(words, 1 + cited % sources, random)
                left -= words
            if position == 0 and random.random() < 1 / 3:
                yield f"::: cle\n{self.language.prose(random, 14)}\n:::"
            if position == 1 and number % CHART_EVERY == 0:
                yield self._chart(random)
        for source in range(cited + 1, sources + 1):
            yield f"{self.language.prose(random, 12)}[^{1 + source % sources}]"

    def _block(self, words: int, source: int, random: Random) -> str:
        """Write a paragraph, or a list: about one block in four."""
        if words < 40 or random.random() < 3 / 4:
            link = f" [{self.language.phrase(random, 3)}]({random.choice(self.codes)})."
            text = self.language.prose(random, words)
            return f"{text}{link if random.random() < 1 / 5 else ''}[^{source}]"
        items = (self.language.prose(random, words // 4) for _ in range(4))
        return "\n".join(f"- {item}[^{source}]" for item in items)

    def _chart(self, random: Random) -> str:
        rows = "\n".join(
            f"  - [{_quoted(self.language.phrase(random, 2))}, {random.randint(1, 100)}]"
            for _ in range(4)
        )
        return (
            f"```graphique\ntitre: {_quoted(self.language.phrase(random, 6))}\nforme: barres\n"
            f"unite: '%'\nsource: 1\nalternative: {_quoted(self.language.prose(random, 15))}\n"
            f"donnees:\n{rows}\n```"
        )

    def _place(self, commune: str, random: Random) -> Iterator[str]:
        department = random.choice(self.terms["departement"])
        yield "lieu:"
        yield f"  commune: {_quoted(commune)}"
        yield f"  departement: '{department}'"
        yield f"  latitude: {random.uniform(43, 50):.4f}"
        yield f"  longitude: {random.uniform(-2, 7):.4f}"

    def _sources(self, count: int, random: Random) -> Iterator[str]:
        yield "sources:"
        for number in range(1, count + 1):
            title, publisher = self.language.phrase(random, 8), self.language.phrase(random, 2)
            address = f"https://exemple.fr/{random.randrange(10**8)}"
            yield (
                f"  {number}: {{titre: {_quoted(title)}, editeur: {_quoted(publisher)},"
                f" date: '{random.randint(2005, 2026)}', adresse: '{address}'}}"
            )

    def _some_terms(self, facet: str, count: int, random: Random) -> list[str]:
        """Choose terms; the first of the taxonomy are chosen more often, as in life."""
        terms = self.terms[facet]
        return sorted({terms[int(len(terms) * random.random() ** 1.7)] for _ in range(count)})

    def _title(self, commune: str, random: Random) -> str:
        return f"{self.language.phrase(random, random.randint(3, 8))}, {commune}"[:108]

    def _commune(self, random: Random) -> str:
        name = self.language.rare_word(random.random())
        kind = random.choice(_KINDS_OF_PLACE)
        return f"{kind}{name if kind.isalpha() else name.capitalize()}{random.choice(_ENDS_OF_PLACE)}"


def _quoted(text: str) -> str:
    """Write a text as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
