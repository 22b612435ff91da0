"""What `kit.yaml` says to whoever opens the kit: figures, a first path, what is new."""

from dataclasses import dataclass, field

from tressons_kit.authoring.fields import Fields
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.mentions import Mention
from tressons_kit.authoring.yaml_nodes import MappingNode
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.kit_info import GuidedPath, News, PathStep
from tressons_kit.foundation.typography import french

WELCOME_KEYS = ("chiffres", "parcours", "nouveautes")
LONGEST_WORDS, STEPS_AT_MOST = 160, 9


@dataclass(frozen=True, slots=True)
class Welcome:
    """The fiche whose key figures greet the reader, the path, the news; `mentions` await a check."""

    figures: FicheCode | None = None
    path: GuidedPath = field(default_factory=GuidedPath)
    news: tuple[News, ...] = ()
    mentions: tuple[Mention, ...] = ()


def read_welcome(fields: Fields, findings: Findings) -> Welcome:
    """Read the three keys, each of which may be absent; whether their codes exist is checked later."""
    mentions: list[Mention] = []
    figures = fields.text("chiffres")
    if figures:
        mentions.append(Mention(figures, fields.line("chiffres"), "renvoi des chiffres"))
    paths = fields.mappings("parcours")
    if len(paths) > 1:
        findings.error(fields.line("parcours"), "plusieurs parcours : n’en garder qu’un")
    path = _path(paths[0], findings, mentions) if paths else GuidedPath()
    news = tuple(_news(node, findings, mentions) for node in fields.mappings("nouveautes"))
    return Welcome(FicheCode(figures) if figures else None, path, news, tuple(mentions))


def _path(node: MappingNode, findings: Findings, mentions: list[Mention]) -> GuidedPath:
    fields = Fields(node, findings, "dans « parcours »")
    fields.allow_only(("titre", "etapes"))
    fields.require(("titre", "etapes"))
    steps: list[PathStep] = []
    for step in fields.mappings("etapes"):
        inner = Fields(step, findings, "dans cette étape du parcours")
        inner.allow_only(("code", "raison"))
        inner.require(("code", "raison"))
        code, line = FicheCode(inner.text("code")), inner.line("code")
        if any(code == known.code for known in steps):
            findings.error(line, f"{code} est deux fois dans le parcours : n’en garder qu’une étape")
        elif code:
            mentions.append(Mention(code, line, "étape du parcours"))
            steps.append(PathStep(code, _words(inner, "raison", findings)))
    if len(steps) > STEPS_AT_MOST:
        findings.warning(
            fields.line("etapes"),
            f"parcours de {len(steps)} étapes : n’en garder que {STEPS_AT_MOST} au plus",
        )
    return GuidedPath(french(fields.text("titre")), tuple(steps))


def _news(node: MappingNode, findings: Findings, mentions: list[Mention]) -> News:
    fields = Fields(node, findings, "dans cette nouveauté")
    fields.allow_only(("texte", "code"))
    fields.require(("texte",))
    code = fields.text("code")
    if code:
        mentions.append(Mention(code, fields.line("code"), "renvoi d’une nouveauté"))
    return News(_words(fields, "texte", findings), FicheCode(code) if code else None)


def _words(fields: Fields, key: str, findings: Findings) -> str:
    words = french(fields.text(key))
    if len(words) > LONGEST_WORDS:
        findings.warning(
            fields.line(key),
            f"« {key} » de {len(words)} caractères : la ramener à {LONGEST_WORDS}, une phrase à lire"
            " d’un coup d’œil",
        )
    return words
