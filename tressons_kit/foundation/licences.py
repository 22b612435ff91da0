"""What the program is made of, and under which licences.

Versions and texts come from the installed packages where these have them, from `resources/` else.
A test holds this list to the lock of the dependencies and to the folders of `resources/`.
"""

import platform
import sqlite3
from dataclasses import dataclass
from enum import Enum, auto
from importlib import metadata

from tressons_kit import __version__
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import Texts

_TEXT_NAMES = ("licen", "copying", "notice")
_LGPL = ("resources/licences/LGPL-3.0.txt", "resources/licences/GPL-3.0.txt")


class PartGroup(Enum):
    """What a part is for."""

    KIT = auto()
    RUNNING = auto()
    AUTHORING = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part, what it does, and its licence as an SPDX expression where there is one.

    `package` names what carries its version and its text; `texts` are files of the program's folder,
    `folders` those of `resources/` that it fills.
    """

    name: str
    does: str
    licence: str
    group: PartGroup
    package: str = ""
    version: str = ""
    texts: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def parts(texts: Texts) -> tuple[Part, ...]:
    """Return every part, the kit's own first."""
    return (*_own(texts), *_data(texts), *_looks(texts), *_running(texts), *_authoring(texts))


def version_of(part: Part) -> str:
    """Return the version of a part, or nothing when it does not say."""
    if part.package and not part.version:
        try:
            return metadata.version(part.package)
        except metadata.PackageNotFoundError:
            return ""
    return part.version


def licence_text(part: Part) -> str:
    """Return the words of the licence, or nothing when this installation does not hold them."""
    written = [_read(name) for name in part.texts] or _texts_of_package(part.package)
    return "\n\n\n".join(text.strip("\n") for text in written if text)


def _own(texts: Texts) -> tuple[Part, ...]:
    kit = PartGroup.KIT
    content, lexicon = texts("Contenu du kit"), texts("Lexique du français")
    return (
        Part(
            texts("Programme Kit TRESSONS"),
            texts("la fenêtre, les commandes, les dessins"),
            "MIT",
            kit,
            version=__version__,
            texts=("LICENSE",),
            folders=("drawings", "licences", "locale"),
        ),
        Part(
            content,
            texts("fiches, glossaire, schémas"),
            "CC-BY-SA-4.0",
            kit,
            texts=("content/LICENCE.txt",),
        ),
        Part(lexicon, texts("familles de mots de la recherche"), "MIT", kit, texts=("LICENSE",)),
    )


def _data(texts: Texts) -> tuple[Part, ...]:
    kit = PartGroup.KIT
    return (
        Part(
            texts("Codes et noms des communes"),
            texts("lieux des fiches ; Insee, Etalab"),
            "etalab-2.0",
            kit,
            texts=("content/LICENCE.txt",),
        ),
        Part(
            texts("Coordonnées des communes"),
            texts("lieux des fiches ; GeoNames"),
            "CC-BY-4.0",
            kit,
            texts=("resources/maps/LICENCE.txt",),
        ),
        Part(
            "france.departments",
            texts("contours des départements, de svg-maps"),
            "CC-BY-4.0",
            kit,
            texts=("resources/maps/LICENCE.txt",),
            folders=("maps",),
        ),
    )


def _looks(texts: Texts) -> tuple[Part, ...]:
    kit = PartGroup.KIT
    return (
        Part(
            "Atkinson Hyperlegible Next",
            texts("police de caractères, du Braille Institute"),
            "OFL-1.1",
            kit,
            texts=("resources/fonts/LICENCE-OFL.txt",),
            folders=("fonts",),
        ),
        Part(
            "Lucide",
            texts("icônes, dont certaines de Feather"),
            "ISC AND MIT",
            kit,
            texts=("resources/icons/LICENCE-ISC.txt",),
            folders=("icons",),
        ),
    )


def _running(texts: Texts) -> tuple[Part, ...]:
    qt = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    run = PartGroup.RUNNING
    return (
        Part("Qt", texts("fenêtres, texte, impression"), "LGPL-3.0-only", run, "PySide6-Essentials",
             texts=_LGPL),
        Part("PySide6-Essentials", texts("Qt en Python"), qt, run, "PySide6-Essentials", texts=_LGPL),
        Part("shiboken6", texts("Qt en Python"), qt, run, "shiboken6", texts=_LGPL),
        Part("Python", texts("langage"), "PSF-2.0", run, version=platform.python_version(),
             texts=("resources/licences/Python.txt",)),
        Part("SQLite", texts("base de données du kit"), texts("domaine public"), run,
             version=sqlite3.sqlite_version),
        Part("Whoosh", texts("racines des mots, langue de recherche"), "BSD-2-Clause", run, "Whoosh",
             texts=("resources/licences/Whoosh.txt",)),
        Part("RapidFuzz", texts("fautes de frappe"), "MIT", run, "RapidFuzz"),
        Part("platformdirs", texts("place de vos données"), "MIT", run, "platformdirs"),
    )  # fmt: skip


def _authoring(texts: Texts) -> tuple[Part, ...]:
    charts, tables = texts("graphiques des fiches"), texts("écriture du kit")
    listed = (
        ("Markdown", "BSD-3-Clause", texts("mise en page des fiches")),
        ("PyYAML", "MIT", texts("en-têtes des fiches")),
        ("matplotlib", "Matplotlib", charts),
        ("contourpy", "BSD-3-Clause", charts),
        ("cycler", "BSD-3-Clause", charts),
        ("fonttools", "MIT", charts),
        ("kiwisolver", "BSD-3-Clause", charts),
        ("numpy", "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", charts),
        ("packaging", "Apache-2.0 OR BSD-2-Clause", charts),
        ("pillow", "MIT-CMU", charts),
        ("pyparsing", "MIT", charts),
        ("python-dateutil", "BSD-3-Clause", charts),
        ("tzdata", "Apache-2.0", charts),
        ("sqlite-utils", "Apache-2.0", tables),
        ("sqlite-fts4", "Apache-2.0", tables),
        ("click", "BSD-3-Clause", tables),
        ("click-default-group", texts("domaine public"), tables),
        ("pluggy", "MIT", tables),
        ("tabulate", "MIT", tables),
        ("tqdm", "MPL-2.0 AND MIT", texts("avancement dans le terminal")),
    )
    return tuple(Part(name, does, licence, PartGroup.AUTHORING, name) for name, licence, does in listed)


def _read(name: str) -> str:
    try:
        return (paths.program_folder() / name).read_text(encoding="utf-8")
    except OSError:
        return ""


def _texts_of_package(package: str) -> list[str]:
    try:
        files = (metadata.files(package) or []) if package else []
    except metadata.PackageNotFoundError:
        return []
    found = [
        file
        for file in files
        if file.parts[0].endswith(".dist-info") and file.name.lower().startswith(_TEXT_NAMES)
    ]
    # The package's own text before those of what it carries inside.
    found.sort(key=lambda file: (len(file.parts), str(file)))
    return [path.read_text("utf-8") for file in found if (path := file.locate()).is_file()]  # type: ignore[attr-defined]
