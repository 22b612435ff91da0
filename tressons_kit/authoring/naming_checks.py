"""Where a fiche is and how its file is named."""

import re
from pathlib import PurePosixPath

from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.front_matter import FrontMatter
from tressons_kit.domain.codes import is_canonical
from tressons_kit.domain.fiche_types import RULES, FicheType
from tressons_kit.foundation.french import words

_AFTER_CODE = re.compile(r"(?:-[a-z0-9]+)*\Z")
_WORDS_IN_NAME = 4


def check_naming(name: PurePosixPath, front: FrontMatter, findings: Findings) -> None:
    """Check the folder against the type, and the name against the code."""
    if front.kind is None:
        return
    expected = RULES[front.kind].folder
    if expected and (len(name.parts) == 1 or name.parts[0] != expected):
        findings.error(
            1, f"fiche de type « {front.kind} » dans le mauvais dossier : la déplacer dans {expected}/"
        )
    code = front.fiche.code
    # A note is named as people like, even when it has a code.
    if front.kind is FicheType.NOTE or not is_canonical(code):
        return
    if not name.stem.startswith(code) or not _AFTER_CODE.match(name.stem[len(code) :]):
        findings.error(1, f"nom de fichier « {name.name} » : le renommer {_good_name(front)}")


def _good_name(front: FrontMatter) -> str:
    title = [word.form for word in words(front.fiche.title) if word.form.isascii()]
    return "-".join((front.fiche.code, *title[:_WORDS_IN_NAME])) + ".md"
