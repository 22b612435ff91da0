"""Fiches and kits for tests, in one line each: real files, the real compiler."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from shutil import copyfile

import yaml

from tests.generator.folder import write_identity
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.domain.fiche_types import RULES, FicheType
from tressons_kit.services import Services, open_services

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
TODAY = date(2026, 11, 24)


def a_fiche(
    code: str = "C01",
    title: str = "Une épicerie au village",
    *,
    body: str = "Un texte ordinaire.",
    summary: str = "Un résumé ordinaire.",
    links: Sequence[str] = (),
    place: Mapping[str, str] | None = None,
    **keys: object,
) -> tuple[str, str]:
    """Return the name and the text of a fiche; `body` goes in the part « Ce qui a été fait »."""
    kind = next(kind for kind, rules in RULES.items() if rules.letter == code[0])
    header: dict[str, object] = {
        "code": code,
        "type": kind.value,
        "titre": title,
        "resume": summary,
        "themes": ["commerces"],
        "formes": ["scic"],
        "etapes": ["financer"],
        "publics": ["elu"],
        "lieu": dict(place or {"commune": "Augan", "departement": "56"}),
        "liens": [{"code": target, "raison": f"raison vers {target}"} for target in links],
        "sources": {1: {"titre": "Une source", "editeur": "Un éditeur", "date": "2020"}},
        "verifie_le": "2026-11-01",
        "a_revoir_avant": "2027-11-01",
    }
    if kind is FicheType.CASE:
        header["issue"] = "en-activite"
    header.update(keys)
    parts = RULES[kind].parts or ("Texte",)
    where = "Ce qui a été fait" if "Ce qui a été fait" in parts else parts[0]
    sections = "".join(
        f"## {part}\n\n{body if part == where else 'Un paragraphe.'}[^1]\n\n" for part in parts
    )
    text = f"---\n{yaml.safe_dump(header, allow_unicode=True, sort_keys=False)}---\n\n{sections}"
    return f"{RULES[kind].folder}/{code}-fiche.md", text


def a_kit(folder: Path, *fiches: tuple[str, str], **identity: object) -> Path:
    """Compile some fiches into a kit under a folder and return its path.

    `identity` are keys of `kit.yaml` beside those of the repository that name no fiche.
    """
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    copyfile(CONTENT / "taxonomie.yaml", content / "taxonomie.yaml")
    write_identity(content / "kit.yaml", **identity)
    for name, text in fiches:
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    kit = folder / "kit.sqlite"
    compile_kit(content, kit, TODAY)
    return kit


def services_on(folder: Path, *fiches: tuple[str, str]) -> Services:
    """Open the services of a kit made of some fiches."""
    return open_services(a_kit(folder, *fiches))
