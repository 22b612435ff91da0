"""The YAML header of a fiche → its typed values, each problem at its line."""

from dataclasses import dataclass, field
from datetime import date

from tressons_kit.authoring.context import Context
from tressons_kit.authoring.facets import DEDUCED, WITH_TERMS, read_facets
from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.header_lists import read_figures, read_links
from tressons_kit.authoring.mentions import Mention
from tressons_kit.authoring.places import read_places
from tressons_kit.authoring.sources import read_sources
from tressons_kit.authoring.yaml_nodes import MappingNode
from tressons_kit.domain.codes import FicheCode, is_canonical, parse_code
from tressons_kit.domain.fiche import Fiche
from tressons_kit.domain.fiche_types import RULES, FicheType, type_of_letter
from tressons_kit.domain.taxonomy import TYPE_FACET
from tressons_kit.foundation.typography import french

LONGEST_TITLE = 110
LONGEST_SUMMARY = 280
_MONTHS_BEFORE_OLD = 18

_KEYS = (
    "code type titre resume autres_noms debut fin lieu chiffres liens sources verifie_le"
    " a_revoir_avant auteurs licence"
).split(" ")
_NO_LINK = "fiche sans lien : ajouter « liens » vers les fiches voisines"
_WITHOUT_SOURCES = frozenset({FicheType.NOTE, FicheType.HANDBOOK})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A fiche still without its body, and the lines that later checks need.

    `kind` is None when the type is unknown. `figure_sources` are the numbers that key figures cite.
    """

    fiche: Fiche
    kind: FicheType | None
    code_line: int
    mentions: tuple[Mention, ...] = ()
    source_lines: dict[int, int] = field(default_factory=dict)
    figure_sources: frozenset[int] = frozenset()


def read_front_matter(
    node: MappingNode, context: Context, findings: Findings, given_code: FicheCode | None = None
) -> FrontMatter:
    """Read a header; `given_code` is that of a note whose author wrote none."""
    fields = Fields(node, findings, "dans l’en-tête")
    kind = _checked_kind(fields, context, findings)
    code = _code(fields, kind, given_code, findings)
    source_nodes = fields.numbered("sources")
    links = read_links(fields, code, findings)
    places = read_places(fields.mappings("lieu"), context.taxonomy, findings)
    figures = read_figures(fields, frozenset(source_nodes), findings)
    facets = read_facets(fields, kind, places, context.taxonomy, findings)
    started, ended = _years(fields, findings)
    verified, review = _days(fields, context.today, findings)
    fiche = Fiche(
        code=code,
        type=kind or FicheType.NOTE,
        title=_limited(fields, "titre", LONGEST_TITLE, findings),
        summary=_limited(fields, "resume", LONGEST_SUMMARY, findings),
        sections=(),
        facets=facets,
        other_names=tuple(french(name.text) for name in fields.texts("autres_noms")),
        places=places,
        figures=figures,
        links=tuple(link for link, _ in links),
        sources=read_sources(source_nodes, findings),
        started=started,
        ended=ended,
        verified_on=verified,
        review_before=review,
        authors=tuple(french(name.text) for name in fields.texts("auteurs")) or context.authors,
        licence=fields.text("licence") or context.licence,
    )
    return FrontMatter(
        fiche=fiche,
        kind=kind,
        code_line=fields.line("code"),
        mentions=tuple(Mention(link.target, line) for link, line in links),
        source_lines={number: source.line for number, source in source_nodes.items()},
        figure_sources=frozenset(figure.source for figure in figures if figure.source is not None),
    )


def _checked_kind(fields: Fields, context: Context, findings: Findings) -> FicheType | None:
    kind = _kind(fields, findings)
    _check_keys(fields, kind, context, findings)
    if kind is not FicheType.NOTE and not fields.has("liens"):
        findings.warning(fields.line("liens"), _NO_LINK)
    return kind


def _kind(fields: Fields, findings: Findings) -> FicheType | None:
    written = fields.text("type")
    if written in set(FicheType):
        return FicheType(written)
    if written:
        hint = nearest(written, list(FicheType), "types possibles")
        findings.error(fields.line("type"), f"type « {written} » inconnu : écrire l’un des types{hint}")
    return None


def _check_keys(fields: Fields, kind: FicheType | None, context: Context, findings: Findings) -> None:
    facets = [facet.id for facet in context.taxonomy if facet.id not in (TYPE_FACET, *DEDUCED)]
    for key in DEDUCED:
        if fields.has(key):
            findings.error(
                fields.line(key),
                f"« {key} » se déduit du lieu : retirer cette clé, et remplir « lieu »",
            )
    for key in WITH_TERMS:
        if fields.has(key) and key not in facets:
            findings.error(
                fields.line(key),
                f"« {key} » absente de taxonomie.yaml : l’y ajouter avec ses termes, ou la retirer",
            )
    fields.allow_only((*_KEYS, *facets, *DEDUCED, *WITH_TERMS))
    required = ["type", "titre"]
    if kind is not FicheType.NOTE:
        required += ["code", "resume", "verifie_le", "a_revoir_avant"]
    if kind not in _WITHOUT_SOURCES:
        required.append("sources")
    if kind is not None:
        required += RULES[kind].required
    fields.require(required)


def _code(
    fields: Fields, kind: FicheType | None, given: FicheCode | None, findings: Findings
) -> FicheCode:
    written = fields.text("code")
    if not written:
        return given or FicheCode("")
    line = fields.line("code")
    if not is_canonical(written):
        spoken = parse_code(written)
        cure = f"écrire {spoken}" if spoken else "écrire une lettre et deux chiffres ou plus, comme C01"
        findings.error(line, f"code « {written} » mal écrit : {cure}")
    elif kind is not None and RULES[kind].letter != written[0]:
        owner = type_of_letter(written[0])
        what = f"celle du type « {owner} »" if owner else "celle d’aucun type"
        findings.error(
            line,
            f"code {written} : la lettre {written[0]} est {what} ; un code de type « {kind} »"
            f" commence par {RULES[kind].letter}",
        )
    return FicheCode(written)


def _limited(fields: Fields, key: str, most: int, findings: Findings) -> str:
    text = french(fields.text(key))
    if len(text) > most:
        findings.warning(
            fields.line(key),
            f"« {key} » trop long : {len(text)} caractères ; le ramener à {most}",
        )
    return text


def _years(fields: Fields, findings: Findings) -> tuple[int | None, int | None]:
    started, ended = fields.year("debut"), fields.year("fin")
    if started and ended and ended < started:
        findings.error(
            fields.line("fin"), f"fin ({ended}) avant le début ({started}) : corriger l’une des deux"
        )
    return started, ended


def _days(fields: Fields, today: date, findings: Findings) -> tuple[date | None, date | None]:
    verified, review = fields.day("verifie_le"), fields.day("a_revoir_avant")
    if verified and _months_between(verified, today) >= _MONTHS_BEFORE_OLD:
        findings.warning(
            fields.line("verifie_le"),
            f"vérifiée le {verified.isoformat()}, il y a plus de dix-huit mois : relire la fiche, puis"
            " changer cette date",
        )
    if review and review < today:
        findings.warning(
            fields.line("a_revoir_avant"),
            f"date de révision dépassée ({review.isoformat()}) : revoir la fiche, puis la changer",
        )
    return verified, review


def _months_between(first: date, last: date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if last.day > first.day else months - 1
