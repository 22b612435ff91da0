"""The pictures that fiches cite: where they are, what they weigh, whether they can be trusted."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.image_size import pixel_size
from tressons_kit.authoring.segments import Image
from tressons_kit.authoring.svg_safety import svg_danger
from tressons_kit.domain.fiche import Medium
from tressons_kit.foundation.typography import french

LARGEST = 2_000_000
MOST_PIXELS = 5_000
_MIMES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


@dataclass(frozen=True, slots=True)
class ImageUse:
    """A picture as one fiche shows it."""

    name: str
    alternative: str
    credit: str


def check_image(image: Image, folder: Path, findings: Findings) -> ImageUse:
    """Check a picture and its words; every problem is noted at the line that cites it."""
    if not image.alternative:
        findings.error(
            image.line, "image sans texte de remplacement : écrire entre [ ] ce que l’image montre"
        )
    if not image.credit:
        findings.error(
            image.line,
            'image sans crédit : ajouter "auteur et licence" entre guillemets après le chemin',
        )
    problem = _problem(image.path, folder)
    if problem:
        findings.error(image.line, problem)
    return ImageUse(image.path, french(image.alternative), french(image.credit))


def read_medium(use: ImageUse, folder: Path) -> Medium:
    """Return a picture that has been checked, with its bytes."""
    path = folder / use.name
    return Medium(use.name, _MIMES[path.suffix.lower()], path.read_bytes(), use.alternative, use.credit)


def _problem(name: str, folder: Path) -> str:
    """Say what is wrong with a picture, or nothing."""
    if "://" in name or name.startswith(("//", "data:")):
        return f"image « {name[:60]} » prise sur le réseau : la copier dans images/ et citer ce fichier"
    path = folder / name
    if not _is_inside(name, path, folder):
        return f"image « {name} » hors du dossier : la copier dans images/ et citer « images/nom.svg »"
    mime = _MIMES.get(path.suffix.lower())
    if mime is None:
        return f"image « {name} » : format refusé ; l’enregistrer en SVG, PNG ou JPEG"
    if not path.is_file():
        siblings = [
            f"{PurePosixPath(name).parent}/{found.name}" for found in sorted(path.parent.glob("*"))
        ]
        return f"image absente : « {name} »{nearest(name, siblings)} ; l’ajouter, ou corriger le chemin"
    return _content_problem(path, name, mime)


def _is_inside(name: str, path: Path, folder: Path) -> bool:
    pure = PurePosixPath(name)
    if (
        not name
        or pure.is_absolute()
        or ".." in pure.parts
        or "\\" in name
        or ":" in name
        or "\0" in name
    ):
        return False
    # A symbolic link may still lead out.
    return path.resolve().is_relative_to(folder.resolve())


def _content_problem(path: Path, name: str, mime: str) -> str:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        return f"image « {name} » illisible ({error.strerror}) : vérifier ses droits d’accès"
    if size > LARGEST:
        megabytes = f"{size / 1e6:.1f}".replace(".", ",")
        return f"image « {name} » de {megabytes} Mo : la réduire à 2 Mo au plus"
    danger = svg_danger(data) if mime not in _SIGNATURES else _pixels_problem(data, mime)
    return f"image « {name} » : {danger}" if danger else ""


def _pixels_problem(data: bytes, mime: str) -> str:
    size = pixel_size(data, mime) if data.startswith(_SIGNATURES[mime]) else None
    if size is None:
        return "ce n’est pas le format que dit son nom ; l’enregistrer de nouveau"
    if max(size) > MOST_PIXELS:
        return f"{size[0]} × {size[1]} pixels ; la réduire à {MOST_PIXELS} au plus de chaque côté"
    return ""
