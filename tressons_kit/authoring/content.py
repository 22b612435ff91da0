"""A whole folder: everything that is in it, and everything that is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TypeVar

from tressons_kit.authoring.context import Context
from tressons_kit.authoring.cross_checks import cross_problems
from tressons_kit.authoring.fiche_file import CompiledFiche
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.folder import GLOSSARY, IDENTITY, SYNONYMS, TAXONOMY, list_fiches
from tressons_kit.authoring.glossary_file import Glossary, parse_glossary
from tressons_kit.authoring.kit_file import KitIdentity, parse_kit_identity
from tressons_kit.authoring.source_text import read_source
from tressons_kit.authoring.synonyms_file import Synonyms, parse_synonyms
from tressons_kit.authoring.taxonomy_file import default_taxonomy, parse_taxonomy
from tressons_kit.authoring.workers import process_files
from tressons_kit.domain.problem import Problem, Severity
from tressons_kit.domain.progress import ReportProgress
from tressons_kit.domain.taxonomy import Taxonomy

_Value = TypeVar("_Value")
_NO_SYNONYMS: tuple[Synonyms, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A folder as read; `fiches` is empty when only checks were asked or when there are errors."""

    folder: Path
    identity: KitIdentity
    taxonomy: Taxonomy
    glossary: Glossary
    synonyms: tuple[Synonyms, ...]
    fiches: tuple[CompiledFiche, ...]
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def read_content(
    folder: Path,
    today: date,
    report: ReportProgress,
    *,
    rendered: bool,
    processes: int | None = None,
) -> Content:
    """Read a folder to its end, whatever is wrong in it, or raise ContentFolderMissing."""
    files = list_fiches(folder)
    problems: list[Problem] = []
    default = KitIdentity(folder.resolve().name)
    identity = _optional(
        folder,
        IDENTITY,
        default,
        lambda text, found: parse_kit_identity(text, found, default),
        problems,
    )
    taxonomy = _optional(folder, TAXONOMY, default_taxonomy(), parse_taxonomy, problems)
    glossary = _optional(folder, GLOSSARY, Glossary(), parse_glossary, problems)
    synonyms = _optional(folder, SYNONYMS, _NO_SYNONYMS, parse_synonyms, problems)
    context = Context(folder, today, taxonomy, identity.authors, identity.licence)
    outcomes = process_files(files, context, report, rendered=rendered, processes=processes)
    for outcome in outcomes:
        problems += outcome.problems
    others = {GLOSSARY: glossary.mentions, IDENTITY: identity.welcome.mentions}
    problems += cross_problems(outcomes, others)
    compiled = tuple(outcome.compiled for outcome in outcomes if outcome.compiled is not None)
    ordered = tuple(sorted(compiled, key=lambda one: (one.fiche.code[0], int(one.fiche.code[1:]))))
    return Content(folder, identity, taxonomy, glossary, synonyms, ordered, tuple(sorted(problems)))


def _optional(
    folder: Path,
    name: str,
    default: _Value,
    parse: Callable[[str, Findings], _Value],
    problems: list[Problem],
) -> _Value:
    """Read one of the files that a folder may have, or take its default."""
    if not (folder / name).exists():
        return default
    findings = Findings(PurePosixPath(name))
    text = read_source(folder / name, findings)
    value = default if text is None else parse(text, findings)
    problems += findings.problems
    return value
