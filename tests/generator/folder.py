"""A whole folder of content: which types, how many of each, their codes and their files."""

import shutil
from pathlib import Path
from random import Random

import yaml

from tests.generator.fiches import Author, Terms
from tests.generator.language import learn
from tressons_kit.domain.fiche_types import RULES, FicheType

CONTENT = Path(__file__).resolve().parents[2] / "content"

_SHARES = {
    FicheType.CASE: 28,
    FicheType.PORTRAIT: 28,
    FicheType.LEVER: 8,
    FicheType.PRACTICE: 8,
    FicheType.ACTOR: 8,
    FicheType.SCHEME: 6,
    FicheType.ORGANISATION_FORM: 3,
    FicheType.MONOGRAPH: 3,
    FicheType.REFERENCE: 3,
    FicheType.ARGUMENT: 3,
    FicheType.NOTE: 2,
}
"""Out of a hundred."""

_TAXONOMY, _IDENTITY = "taxonomie.yaml", "kit.yaml"
_NAMES_FICHES = ("chiffres", "parcours", "nouveautes")
"""Keys of the identity that send to fiches of the real content."""
_GLOSSARY = "glossaire.yaml"
_NOTES = "notes"


def write_folder(folder: Path, count: int, seed: int = 1) -> None:
    """Write that many fiches, with the repository's own taxonomy and glossary."""
    random = Random(seed)  # noqa: S311 - made texts, no secret
    plan = _plan(count)
    author = Author(learn(CONTENT, random), _read_terms(), [code for code, _ in plan])
    for kind in _SHARES:
        (folder / _subfolder(kind)).mkdir(parents=True, exist_ok=True)
    shutil.copyfile(CONTENT / _TAXONOMY, folder / _TAXONOMY)
    write_identity(folder / _IDENTITY)
    _write_glossary(folder / _GLOSSARY)
    for number, (code, kind) in enumerate(plan):
        path = folder / _subfolder(kind) / f"{code}-fiche.md"
        path.write_text(author.fiche(code, kind, number, random), encoding="utf-8")


def write_identity(target: Path, **keys: object) -> None:
    """Write the repository's own identity, less what sends to its fiches, with some keys more."""
    identity = yaml.safe_load((CONTENT / _IDENTITY).read_text(encoding="utf-8"))
    kept = {key: value for key, value in identity.items() if key not in _NAMES_FICHES}
    target.write_text(yaml.safe_dump({**kept, **keys}, allow_unicode=True), encoding="utf-8")


def _write_glossary(target: Path) -> None:
    """Take the repository's terms without their references, which lead to real fiches."""
    terms = yaml.safe_load((CONTENT / _GLOSSARY).read_text(encoding="utf-8"))
    alone = [{key: value for key, value in term.items() if key != "voir"} for term in terms]
    target.write_text(yaml.safe_dump(alone, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _plan(count: int) -> list[tuple[str, FicheType]]:
    """Return the code and type of each fiche; types come mixed, as people write them."""
    wheel = [kind for kind, share in _SHARES.items() for _ in range(share)]
    made = dict.fromkeys(_SHARES, 0)
    plan: list[tuple[str, FicheType]] = []
    for number in range(count):
        # 37 and 100 share no factor: a hundred fiches have every type in its share.
        kind = wheel[number * 37 % len(wheel)]
        made[kind] += 1
        plan.append((f"{RULES[kind].letter}{made[kind]:02d}", kind))
    return plan


def _read_terms() -> Terms:
    taxonomy = yaml.safe_load((CONTENT / "taxonomie.yaml").read_text(encoding="utf-8"))
    return {facet: [str(term) for term in entry["termes"]] for facet, entry in taxonomy.items()}


def _subfolder(kind: FicheType) -> str:
    return RULES[kind].folder or _NOTES
