"""The parts of a body against those that its type must have, in order."""

from dataclasses import replace

from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.segments import Part
from tressons_kit.domain.fiche_types import RULES, FicheType
from tressons_kit.foundation.french import fold


def check_parts(
    parts: tuple[Part, ...], kind: FicheType | None, last_line: int, findings: Findings
) -> tuple[Part, ...]:
    """Note what is missing, foreign, doubled or out of order; return parts with their exact titles."""
    expected = RULES[kind].parts if kind is not None else ()
    for part in parts:
        if not part.segments:
            findings.warning(part.line, f"partie « {part.title} » vide : l’écrire")
    if not expected:
        return parts
    by_form = {fold(title): title for title in expected}
    named = tuple(
        replace(part, title=by_form.get(fold(part.title), part.title)) for part in parts if part.title
    )
    found: dict[str, Part] = {}
    for part in named:
        if part.title not in expected:
            hint = nearest(part.title, expected)
            findings.error(
                part.line,
                f"partie inconnue : « {part.title} » ; la fondre dans une partie du type « {kind} »,"
                f" ou en faire un titre « ### »{hint}",
            )
        elif part.title in found:
            findings.error(
                part.line,
                f"partie écrite deux fois : « {part.title} » (déjà ligne {found[part.title].line}) ;"
                " fondre les deux",
            )
        else:
            found[part.title] = part
    _check_missing(expected, found, last_line, findings)
    _check_order(expected, found, findings)
    return named


def _check_missing(
    expected: tuple[str, ...], found: dict[str, Part], last_line: int, findings: Findings
) -> None:
    for index, title in enumerate(expected):
        if title in found:
            continue
        following = next((after for after in expected[index + 1 :] if after in found), None)
        # The line is where the part has to be written: before the next one, or at the end.
        line = found[following].line if following else last_line
        findings.error(line, f"partie manquante : « {title} » ; {_where(expected, index)}")


def _where(expected: tuple[str, ...], index: int) -> str:
    if index == 0:
        return f"l’ajouter avant « {expected[1]} »"
    if index == len(expected) - 1:
        return f"l’ajouter après « {expected[-2]} »"
    return f"l’ajouter entre « {expected[index - 1]} » et « {expected[index + 1]} »"


def _check_order(expected: tuple[str, ...], found: dict[str, Part], findings: Findings) -> None:
    furthest = ""
    for title, part in found.items():
        if furthest and expected.index(title) < expected.index(furthest):
            findings.error(
                part.line,
                f"partie dans le désordre : « {title} » ; la placer avant « {furthest} »",
            )
        else:
            furthest = title
