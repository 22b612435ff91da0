"""What is photographed: a name, what a person sees there, and how to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.gallery.stage import Stage
from tressons_kit.domain.errors import KitDamaged, KitMissing
from tressons_kit.domain.query import Query
from tressons_kit.ui.help.dialog import HelpDialog
from tressons_kit.ui.home.content_map import ContentMap
from tressons_kit.ui.sections.section_dialog import SectionDialog
from tressons_kit.ui.settings.dialog import SettingsDialog

_LARGER_STEPS = 10


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture a theme and a screen."""

    name: str
    title: str
    play: Callable[[Stage], None]


def _home(stage: Stage) -> None:
    stage.window.search.setFocus()


def _home_map(stage: Stage) -> None:
    stage.wait()
    view = stage.window.welcome.home.findChild(ContentMap)
    assert isinstance(view, ContentMap)
    view.setFocus()
    stage.press(Qt.Key.Key_Down)


def _path(stage: Stage) -> None:
    stage.window.welcome.home.path_requested.emit()
    stage.wait()


def _home_larger(stage: Stage) -> None:
    stage.appearance.resize_text(_LARGER_STEPS)
    stage.window.search.setFocus()


def _library(stage: Stage) -> None:
    stage.ask(Query())


def _query(stage: Stage) -> None:
    stage.type("épicerie coopérative")
    stage.press(Qt.Key.Key_Escape)


def _suggestions(stage: Stage) -> None:
    stage.type("coop")


def _corrected(stage: Stage) -> None:
    stage.ask(Query("coopértaive ferroviare"))


def _nothing(stage: Stage) -> None:
    stage.ask(Query("téléphérique zzyzx"))


def _filtered(stage: Stage) -> None:
    stage.ask(Query("commune").toggled("type", "cas").toggled("themes", "alimentation"))


def _nothing_filtered(stage: Stage) -> None:
    stage.ask(Query("ferroviaire").toggled("type", "forme").toggled("themes", "alimentation"))


def _why(stage: Stage) -> None:
    stage.ask(Query("épicerie coopérative"))
    stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)


def _reader(code: str, words: str = "") -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.read(code)
        if words:
            page = stage.window.reader.page
            cursor = page.document().find(words)
            assert isinstance(cursor, QTextCursor)
            page.scroll_to(page.scroll_position() + page.cursorRect(cursor).top() - 24)
            stage.wait()

    return play


def _sources(stage: Stage) -> None:
    stage.read("C01")
    stage.window.reader.show_source(1)


def _find(stage: Stage) -> None:
    stage.read("F03")
    stage.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_V, Qt.Key.Key_O, Qt.Key.Key_I, Qt.Key.Key_X):
        stage.press(key)


def _reader_larger(stage: Stage) -> None:
    stage.appearance.resize_text(_LARGER_STEPS)
    stage.read("F03")


def _library_larger(stage: Stage) -> None:
    stage.appearance.resize_text(_LARGER_STEPS)
    stage.ask(Query("épicerie coopérative"))


def _settings(section: str, *, larger: bool = False) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        if larger:
            stage.appearance.resize_text(_LARGER_STEPS)
        stage.window.aid.show_settings()
        _show_section(stage, SettingsDialog, section)

    return play


def _help(section: str) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.window.rail.help_requested.emit()
        _show_section(stage, HelpDialog, section)

    return play


def _show_section(stage: Stage, kind: type[SectionDialog], section: str) -> None:
    dialog = stage.window.findChildren(kind)[-1]
    dialog.show_section(getattr(dialog, section))
    stage.wait()


def _tour(stage: Stage) -> None:
    stage.window.welcome.tour.start()


def _notice(stage: Stage) -> None:
    stage.window.notice.offer_address("https://www.avise.org/articles/ess-et-territoires-ruraux")


def _compare(*codes: str, larger: bool = False) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        if larger:
            stage.appearance.resize_text(_LARGER_STEPS)
        stage.window.navigator.show_comparison(codes)
        stage.window.compare.heads[0].setFocus()

    return play


def _marked(stage: Stage) -> None:
    stage.ask(Query("coopérative").toggled("type", "cas"))
    results = stage.window.library.results
    results.list.setFocus()
    for position in (0, 1):
        results.list.setCurrentIndex(results.model.index(position, 0))
        stage.press(Qt.Key.Key_Space)


def _tabs(stage: Stage) -> None:
    stage.read("C01")
    for code in ("F03", "L07", "A02", "D01"):
        stage.window.navigator.open_behind(code)


SCENES = (
    Scene("01-accueil", "Accueil", _home),
    Scene("02-accueil-200", "Accueil, texte à 200 %", _home_larger),
    Scene("02b-accueil-contenu", "Accueil, le contenu du kit", _home_map),
    Scene("02c-parcours", "Le parcours, à sa première étape", _path),
    Scene("03-bibliotheque", "Bibliothèque, toutes les fiches", _library),
    Scene("04-recherche", "Une recherche", _query),
    Scene("05-suggestions", "Les suggestions pendant la frappe", _suggestions),
    Scene("06-corrigee", "Une recherche corrigée", _corrected),
    Scene("07-rien", "Aucun résultat", _nothing),
    Scene("08-filtres", "Des filtres", _filtered),
    Scene("09-rien-filtre", "Aucun résultat avec ces filtres", _nothing_filtered),
    Scene("10-pourquoi", "Pourquoi ce résultat", _why),
    Scene("11-recherche-200", "Une recherche, texte à 200 %", _library_larger),
    Scene("12-fiche", "Une fiche", _reader("F03")),
    Scene("13-fiche-schema", "Un schéma", _reader("F03", "au moins une autre")),
    Scene("14-fiche-graphique", "Un graphique", _reader("F03", "Argent et excédents")),
    Scene("15-fiche-tableau", "Un tableau", _reader("L03", "Situation")),
    Scene("16-fiche-sources", "Les sources", _sources),
    Scene("17-fiche-200", "Une fiche, texte à 200 %", _reader_larger),
    Scene("18-chercher", "Chercher dans la fiche", _find),
    Scene("19-reglages", "Réglages, apparence", _settings("look")),
    Scene("20-aide", "Aide, touches", _help("keys")),
    Scene("21-avis", "Un avis", _notice),
    Scene("24-reglages-lecture", "Réglages, lecture", _settings("reading")),
    Scene("25-reglages-gardees", "Réglages, recherches gardées", _settings("saved")),
    Scene("26-reglages-donnees", "Réglages, données", _settings("data")),
    Scene("27-reglages-200", "Réglages, texte à 200 %", _settings("look", larger=True)),
    Scene("28-a-propos", "À propos", _help("about")),
    Scene("29-licences", "Licences", _help("licences")),
    Scene("30-visite", "La visite", _tour),
    Scene("31-marquees", "Des fiches à comparer", _marked),
    Scene("32-comparer", "Comparer trois cas", _compare("C01", "C10", "C14")),
    Scene("33-comparer-quatre", "Comparer quatre formes", _compare("F01", "F02", "F03", "F04")),
    Scene("34-comparer-200", "Comparer, texte à 200 %", _compare("C01", "C10", larger=True)),
    Scene("35-onglets", "Plusieurs fiches ouvertes", _tabs),
    Scene("22-kit-absent", "Kit absent", lambda stage: stage.fail_with(KitMissing(stage.kit))),
    Scene("23-kit-abime", "Kit abîmé", lambda stage: stage.fail_with(KitDamaged(stage.kit, "page 3"))),
)
