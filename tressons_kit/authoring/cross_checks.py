"""Rules that hold between files: codes are unique, and what is pointed at exists."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from tressons_kit.authoring.fiche_file import Outcome
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.mentions import Mention
from tressons_kit.domain.codes import is_canonical, parse_code
from tressons_kit.domain.problem import Problem

_NEAR_AT_MOST = 3


def cross_problems(
    outcomes: Sequence[Outcome], others: Mapping[str, Iterable[Mention]]
) -> list[Problem]:
    """Return the problems that no file shows alone; `others` are the codes that other files write."""
    codes = sorted({outcome.code for outcome in outcomes if is_canonical(outcome.code)})
    problems = _duplicate_codes(outcomes)
    for outcome in outcomes:
        problems += _dangling(outcome.name, outcome.mentions, codes)
    for name, mentions in others.items():
        problems += _dangling(PurePosixPath(name), mentions, codes)
    return problems


def _duplicate_codes(outcomes: Sequence[Outcome]) -> list[Problem]:
    first: dict[str, PurePosixPath] = {}
    problems: list[Problem] = []
    for outcome in outcomes:
        if outcome.code and first.setdefault(outcome.code, outcome.name) != outcome.name:
            findings = Findings(outcome.name)
            findings.error(
                outcome.code_line,
                f"code en double : {outcome.code} est déjà celui de {first[outcome.code]} ;"
                " donner un autre numéro à la plus récente",
            )
            problems += findings.problems
    return problems


def _dangling(name: PurePosixPath, mentions: Iterable[Mention], codes: Sequence[str]) -> list[Problem]:
    findings = Findings(name)
    known = set(codes)
    for mention in mentions:
        if mention.code not in known:
            near = _near(mention.code, codes)
            hint = f"codes proches : {', '.join(near)}" if near else "écrire un code qui existe"
            findings.error(
                mention.line, f"{mention.kind} vers {mention.code}, qui n’existe pas ; {hint}"
            )
    return list(findings.problems)


def _near(code: str, codes: Sequence[str]) -> list[str]:
    """Return codes of the same letter: what people mistype is the number."""
    wanted = parse_code(code)
    if wanted is None:
        return []
    same_letter = [known for known in codes if known[0] == wanted[0]]
    return sorted(same_letter, key=lambda known: abs(int(known[1:]) - int(wanted[1:])))[:_NEAR_AT_MOST]
