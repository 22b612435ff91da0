"""The settings, chosen by hand and by keyboard, and found again at the next start."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tressons_kit.domain.depths import Depth
from tressons_kit.domain.language import Language
from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import Remembered, read_remembered, write_remembered
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.application import Desk
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.settings.dialog import SettingsDialog
from tressons_kit.ui.theme import HIGH_CONTRAST, MOTION, MotionChoice, ThemeChoice

Key = Qt.Key


class Desktop(QObject):
    """What opens files in place of the computer; `able` tells whether it knows how to."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []
        # Its annotation asks for bytes, which it refuses.
        QDesktopServices.setUrlHandler("file", self, "open_file")  # type: ignore[arg-type]

    @Slot(QUrl)
    def open_file(self, address: QUrl) -> None:
        self.opened.append(Path(address.toLocalFile()))


@pytest.fixture
def settings(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    return opened_settings(window, qtbot)


def opened_settings(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    qtbot.keyClick(window, Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChildren(SettingsDialog)[-1]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.names)
    return dialog


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key)


def test_arrows_choose_a_section_and_enter_goes_into_it(settings: SettingsDialog) -> None:
    assert settings.look.isVisible()

    press(Key.Key_Down)
    assert settings.reading.isVisible()
    assert not settings.look.isVisible()
    press(Key.Key_Return)
    assert QApplication.focusWidget() is settings.reading.depths.buttons[""]

    press(Key.Key_Escape)
    assert not settings.isVisible()


def test_every_control_of_a_section_is_reached_by_tab_and_scrolls_into_sight(
    settings: SettingsDialog,
) -> None:
    settings.resize(700, 420)
    settings.show_section(settings.data)
    fields = settings.data.findChildren(QWidget)
    reached = set()
    for _ in range(40):
        press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused in fields:
            reached.add(focused)
            assert focused.visibleRegion().boundingRect().height() >= 24, focused.accessibleName()
        elif focused is settings.names:
            break

    assert reached >= {button for button in settings.data.copied.values() if button.isEnabled()}


def test_a_theme_is_taken_at_once_by_arrow_keys(
    settings: SettingsDialog, window: MainWindow, appearance: Appearance
) -> None:
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is settings.look.themes.cards[ThemeChoice.LIGHT]

    press(Key.Key_Right)
    press(Key.Key_Right)

    assert appearance.choice is ThemeChoice.HIGH_CONTRAST
    assert appearance.palette is HIGH_CONTRAST
    assert window.rail._themes[ThemeChoice.HIGH_CONTRAST].isChecked()
    assert window._memory.state.theme == "contraste"


def test_a_theme_chosen_in_the_rail_is_the_one_of_the_settings(
    settings: SettingsDialog, window: MainWindow
) -> None:
    window.rail.theme_chosen.emit(ThemeChoice.DARK)

    assert settings.look.themes.cards[ThemeChoice.DARK].isChecked()


def test_the_text_size_is_tried_on_a_passage_then_taken_by_the_window(
    settings: SettingsDialog, appearance: Appearance, window: MainWindow
) -> None:
    size = settings.look.text_size
    size.slider.setSliderDown(True)
    size.slider.setSliderPosition(15)

    assert size.percent.text() == "150 %"
    assert "font-size: 26px" in size._passage.styleSheet()
    assert appearance.scale == 1.0

    size.slider.setSliderDown(False)
    assert appearance.scale == 1.5
    assert window._memory.state.text_scale == 1.5

    size.usual.click()
    assert appearance.scale == 1.0
    assert not size.usual.isEnabled()


def test_keys_change_the_text_size_and_stop_at_the_ends(
    settings: SettingsDialog, appearance: Appearance
) -> None:
    slider = settings.look.text_size.slider
    slider.setFocus()

    press(Key.Key_Right)
    assert appearance.scale == 1.1
    press(Key.Key_End)
    assert appearance.scale == 2.0
    press(Key.Key_Right)
    assert appearance.scale == 2.0
    press(Key.Key_Home)
    assert appearance.scale == 0.8
    appearance.resize_text(0)
    assert slider.value() == 10


def test_reduced_motion_stops_what_moves(
    settings: SettingsDialog, appearance: Appearance, window: MainWindow
) -> None:
    settings.look.motion.buttons[MotionChoice.REDUCED].click()

    assert appearance.motion == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
    assert window._memory.state.motion == "reduit"

    settings.look.motion.buttons[MotionChoice.SYSTEM].click()
    assert appearance.motion in {0, MOTION}
    assert window._memory.state.motion == "systeme"


def test_a_first_depth_begins_every_start_whatever_was_read_last(
    settings: SettingsDialog, window: MainWindow, open_window: OpenWindow, qtbot: QtBot
) -> None:
    settings.reading.depths.buttons[Depth.SHORT].click()
    settings.accept()
    assert window.reader.reading_depth is Depth.SHORT
    window.reader.set_depth(Depth.BRIEF)
    window.close()

    again = open_window(window._services.kit.path)
    assert again.reader.reading_depth is Depth.SHORT

    dialog = opened_settings(again, qtbot)
    assert dialog.reading.depths.buttons[Depth.SHORT].isChecked()
    dialog.reading.depths.buttons[""].click()
    dialog.accept()
    again.reader.set_depth(Depth.BRIEF)
    again.close()
    assert open_window(window._services.kit.path).reader.reading_depth is Depth.BRIEF


def test_the_glossary_can_be_left_unmarked(settings: SettingsDialog, window: MainWindow) -> None:
    settings.reading.lens.click()

    assert not window._memory.state.lens


def test_the_files_are_shown_copied_and_opened(window: MainWindow, qtbot: QtBot) -> None:
    desktop = Desktop()
    try:
        window._memory.path.parent.mkdir(parents=True, exist_ok=True)
        window._memory.path.write_text("{}", encoding="utf-8")
        data = opened_settings(window, qtbot).data

        data.copied[paths.log_file()].click()
        assert QGuiApplication.clipboard().text() == str(paths.log_file())
        assert not data.opened[paths.log_file()].isEnabled()
        data.opened[window._memory.path.parent].click()
        data.opened[window._memory.path].click()
        data.opened[window._services.kit.path].click()
        assert desktop.opened == [
            window._memory.path.parent,
            window._memory.path,
            window._services.kit.path.parent,
        ]
        dialog = window.findChildren(SettingsDialog)[-1]
        assert str(window._services.kit.path.parent) in dialog.said.text()
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_everything_is_kept_in_one_readable_file_with_what_other_versions_wrote(
    tmp_path: Path,
) -> None:
    file = tmp_path / "etat.json"
    file.write_text('{"theme": "sombre", "favoris": ["C01"]}', encoding="utf-8")

    state = read_remembered(file)
    write_remembered(file, Remembered(theme="contraste", motion="reduit", unknown=state.unknown))

    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["favoris"] == ["C01"]
    assert (written["theme"], written["motion"], written["first_depth"]) == ("contraste", "reduit", "")
    assert len(file.read_text(encoding="utf-8").splitlines()) > len(written)


def test_the_next_start_takes_what_was_chosen(qapp: QApplication, village_kit: Path) -> None:
    write_remembered(paths.state_file(), Remembered(theme="contraste", text_scale=1.2, motion="reduit"))
    desk = Desk(qapp, village_kit, None)

    assert desk.appearance.choice is ThemeChoice.HIGH_CONTRAST
    assert desk.appearance.scale == 1.2
    assert desk.appearance.motion_choice is MotionChoice.REDUCED
    desk.appearance.choose_motion(MotionChoice.SYSTEM)
    desk.memory.close()


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_section_is_wider_than_its_place(
    window: MainWindow,
    qtbot: QtBot,
    appearance: Appearance,
    size: tuple[int, int],
    scale: float,
) -> None:
    window.resize(*size)
    appearance.scale_text(scale)
    dialog = opened_settings(window, qtbot)
    no_overflow(dialog)
    dialog.accept()


def no_overflow(dialog: QWidget) -> None:
    for area in dialog.findChildren(QScrollArea):
        page = area.widget()
        assert page.minimumSizeHint().width() <= area.viewport().width(), [
            (type(child).__name__, child.minimumSizeHint().width())
            for section in page.findChildren(Section)
            for child in section.findChildren(QWidget)
            if child.minimumSizeHint().width() > area.viewport().width()
        ]


def test_the_language_is_chosen_among_the_looks(settings: SettingsDialog, window: MainWindow) -> None:
    assert settings.look.isAncestorOf(settings.language)

    settings.language.buttons[Language.ENGLISH].click()

    assert window._memory.state.language == "en"
