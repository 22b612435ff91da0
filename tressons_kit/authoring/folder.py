"""The files of a folder of content: which count, what they are as a whole, which notes lack a code."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.errors import ContentFolderMissing

TAXONOMY, GLOSSARY, IDENTITY = "taxonomie.yaml", "glossaire.yaml", "kit.yaml"
SYNONYMS = "synonymes.yaml"
_FICHE = ".md"
_COUNTED = frozenset({_FICHE, ".yaml", ".svg", ".png", ".jpg", ".jpeg"})
_NOT_FICHES = frozenset({"readme.md", "lisezmoi.md"})
_CODE_KEY = re.compile(rb"^code[ ]*:[ ]*[\"']?([A-Z]\d{2,4})?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FicheFile:
    """One file of a fiche, with the code that a first look finds in it.

    `is_given` tells that the author wrote none: it is the next code of notes.
    """

    name: PurePosixPath
    code: FicheCode
    is_given: bool = False


def list_fiches(folder: Path) -> tuple[FicheFile, ...]:
    """Return the files of fiches by name, or raise ContentFolderMissing when there is none.

    Notes without a code get N01, N02… in that order, past the codes that are taken.
    """
    names = sorted(name for name in _counted(folder) if _is_fiche(name))
    if not names:
        raise ContentFolderMissing(folder)
    written = {name: _written_code(folder / name) for name in names}
    taken = set(written.values())
    files: list[FicheFile] = []
    number = 0
    for name in names:
        code = written[name]
        if code is not None:
            files.append(FicheFile(name, code))
            continue
        number += 1
        while f"N{number:02d}" in taken:
            number += 1
        files.append(FicheFile(name, FicheCode(f"N{number:02d}"), is_given=True))
    return tuple(files)


def content_digest(folder: Path) -> str:
    """Return the SHA-256 of all that the content is made of: names and bytes, in order."""
    digest = hashlib.sha256()
    for name in sorted(_counted(folder)):
        data = _bytes(folder / name)
        # Lengths keep a name and its bytes apart whatever they hold.
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _counted(folder: Path) -> Iterator[PurePosixPath]:
    if not folder.is_dir():
        raise ContentFolderMissing(folder)
    for path in folder.rglob("*"):
        name = PurePosixPath(path.relative_to(folder).as_posix())
        hidden = any(part.startswith(".") for part in name.parts)
        if path.suffix.lower() in _COUNTED and not hidden and path.is_file():
            yield name


def _is_fiche(name: PurePosixPath) -> bool:
    return name.suffix.lower() == _FICHE and name.name.lower() not in _NOT_FICHES


def _written_code(path: Path) -> FicheCode | None:
    """Return the code that a file gives itself, empty when it is badly written, None when absent."""
    match = _CODE_KEY.search(_bytes(path).partition(b"\n---")[0])
    return FicheCode((match[1] or b"").decode("ascii")) if match else None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # The checks tell that it cannot be read; here it only has to count for something.
        return b""
