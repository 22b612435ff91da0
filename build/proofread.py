"""Spelling and grammar of the whole content, by Grammalecte: `make orthographe`.

Runs on Debian's own Python, which has Grammalecte (python3-grammalecte): PyPI has no package of it, so
the project's environment cannot. What a person read and found right is kept in `proofreading/`: the
words of the trade in `lexique.txt`, the phrases that the checker misreads in `admis.txt`.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BESIDE = Path(__file__).resolve().parent / "proofreading"
LEXICON, ACCEPTED = BESIDE / "lexique.txt", BESIDE / "admis.txt"

# The compiler sets spaces, apostrophes and exponents; the rest are matters of taste or of layout.
_OFF = ("apos", "esp", "nbsp", "tab", "num", "unit", "nf", "latex", "md", "poncfin")
_IGNORED = ("typo_ordinaux", "typo_points_suspension", "typo_espace_manquant")
# Codes of fiches, and the addresses of sites, whose pieces are no words.
_NO_PROSE = re.compile(r"\b[A-Z]\d{2,4}\b|\b[\w.-]+\.(?:fr|org|com|coop|net|eu)\b")

_PIECES = """
    SELECT code, 'titre', title FROM fiche
    UNION ALL SELECT code, 'résumé', summary FROM fiche
    UNION ALL SELECT code, section.title, section.text
        FROM section JOIN fiche ON fiche.id = section.fiche
    UNION ALL SELECT code, 'liens', reason FROM link JOIN fiche ON fiche.id = link.fiche
    UNION ALL SELECT 'glossaire', term, definition FROM glossary
"""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the checker says of a few words; `key` is what `admis.txt` holds."""

    place: str
    words: str
    around: str
    message: str

    @property
    def key(self) -> str:
        return f"{self.place.split(' · ')[0]} | {self.around}"


def paragraphs(kit: Path) -> Iterator[tuple[str, str]]:
    """Give every paragraph of a kit, with the place where it is."""
    connection = sqlite3.connect(f"file:{kit}?mode=ro", uri=True)
    for code, part, text in connection.execute(_PIECES):
        for paragraph in text.split("\n"):
            if paragraph.strip():
                yield f"{code} · {part}", _NO_PROSE.sub("X", paragraph)
    connection.close()


def proofread(kit: Path) -> tuple[list[Remark], dict[str, str]]:
    """Return the remarks on grammar, and the unknown words with where each was first met."""
    import grammalecte  # noqa: PLC0415 - Debian's: the environment may not have it

    checker = grammalecte.GrammarChecker("fr")
    options = dict(checker.getGCEngine().getOptions())
    options.update(dict.fromkeys(_OFF, False))
    remarks: list[Remark] = []
    unknown: dict[str, str] = {}
    for place, text in paragraphs(kit):
        errors, words = checker.getParagraphErrors(text, dOptions=options)
        for word in words:
            unknown.setdefault(word["sValue"], place)
        for error in errors:
            if not any(rule in error["sRuleId"] for rule in _IGNORED):
                start, end = error["nStart"], error["nEnd"]
                around = text[max(0, start - 25) : end + 25].strip()
                remarks.append(Remark(place, text[start:end], around, error["sMessage"]))
    return remarks, unknown


def known(file: Path) -> set[str]:
    """Read one entry a line; lines that begin with # are for people."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def main() -> int:
    """Say what is new; return 1 if anything is, 2 when the checker is not there."""
    try:
        remarks, unknown = proofread(Path(sys.argv[1]))
    except ImportError:
        print("Il manque Grammalecte : sudo apt-get install python3-grammalecte")
        return 2
    words, accepted = known(LEXICON), known(ACCEPTED)
    new_words = {word: place for word, place in unknown.items() if word not in words}
    new_remarks = [remark for remark in remarks if remark.key not in accepted]
    for word, place in sorted(new_words.items()):
        print(f"{place} : mot inconnu « {word} »")
    for remark in new_remarks:
        print(f"{remark.place} : « {remark.words} » dans « {remark.around} » : {remark.message}")
    if "--admettre" in sys.argv:
        _accept(new_words, new_remarks)
        return 0
    print(f"\n{len(new_words)} mots inconnus, {len(new_remarks)} remarques de grammaire.")
    print(f"Admis après lecture : {len(words)} mots, {len(accepted)} remarques.")
    gone = accepted - {remark.key for remark in remarks}
    if gone:
        print(f"{len(gone)} remarques admises n’ont plus lieu d’être dans {ACCEPTED.name}.")
    if new_words or new_remarks:
        print("Corriger le texte ; ou, si c’est juste, ajouter la ligne à proofreading/ (--admettre).")
    return 1 if new_words or new_remarks else 0


def _accept(words: dict[str, str], remarks: list[Remark]) -> None:
    """Add to the files what a person has read; keep them sorted, without what is said twice."""
    for file, entries in ((LEXICON, words.keys()), (ACCEPTED, {one.key for one in remarks})):
        head = [line for line in _lines(file) if line.startswith("#")]
        everything = sorted(known(file) | set(entries), key=str.casefold)
        file.write_text("\n".join([*head, *everything]) + "\n", encoding="utf-8")
    print(Counter(words=len(words), remarques=len(remarks)))


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


if __name__ == "__main__":
    sys.exit(main())
