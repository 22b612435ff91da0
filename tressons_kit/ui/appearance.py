"""The look of the running program: palette, fonts, text size, icons; changes are announced."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QStyle

from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.foundation import paths
from tressons_kit.qt.fonts import load_fonts
from tressons_kit.ui.icons import coloured_icon, drawing_icon
from tressons_kit.ui.style_sheet import style_sheet
from tressons_kit.ui.theme import (
    BODY,
    DARK,
    FAMILY,
    LARGEST_SCALE,
    LIGHT,
    MOTION,
    PALETTES,
    SMALLEST_SCALE,
    MotionChoice,
    Palette,
    ThemeChoice,
    pixels,
)

_STEP = 0.1
_MEASURED_AT_MOST = 4_000
_MOVING = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Appearance(QObject):
    """Follows the system's light or dark theme unless the user chose one."""

    changed = Signal()

    def __init__(
        self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: float = 1.0
    ) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._scale = _within_bounds(scale)
        self._motion_choice = MotionChoice.SYSTEM
        self._system_effects = [effect for effect in _MOVING if QApplication.isEffectEnabled(effect)]
        self._made_fonts: dict[tuple[int, bool], tuple[QFont, QFontMetrics]] = {}
        self._measured: dict[tuple[str, int, bool, int], int | str] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}
        load_fonts(paths.resources() / "fonts")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """What the user asked for."""
        return self._choice

    @property
    def scale(self) -> float:
        """The user's text size; 1.0 is 100 %."""
        return self._scale

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        if self._choice is ThemeChoice.SYSTEM:
            system_is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if system_is_dark else LIGHT
        return PALETTES[self._choice]

    @property
    def motion(self) -> int:
        """How long what moves may last, in milliseconds; 0 where the system or the user wants none."""
        if self._motion_choice is MotionChoice.REDUCED:
            return 0
        animated = self._application.style().styleHint(QStyle.StyleHint.SH_Widget_Animate)
        return MOTION if animated else 0

    def choose(self, choice: ThemeChoice) -> None:
        """Take a theme."""
        self._choice = choice
        self._announce()

    @property
    def motion_choice(self) -> MotionChoice:
        """What the user asked for."""
        return self._motion_choice

    def choose_motion(self, choice: MotionChoice) -> None:
        """Let what moves do as the system says, or keep still: Qt's own menus and lists as well."""
        self._motion_choice = choice
        for effect in self._system_effects:
            QApplication.setEffectEnabled(effect, choice is MotionChoice.SYSTEM)
        self.changed.emit()

    def scale_text(self, scale: float) -> None:
        """Show text at a size; 1.0 is 100 %."""
        if _within_bounds(scale) != self._scale:
            self._scale = _within_bounds(scale)
            self._announce()

    def resize_text(self, steps: int) -> None:
        """Make text larger or smaller by tenths; 0 steps goes back to 100 %."""
        wanted = self._scale + steps * _STEP if steps else 1.0
        self._scale = _within_bounds(wanted)
        self._announce()

    def pixels(self, size: int) -> int:
        """Return a size at the user's text size."""
        return pixels(size, self._scale)

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """Return the family at a size of the scale; shared, so never changed."""
        return self._fonts(size, bold)[0]

    def line_height(self, size: int, *, bold: bool = False) -> int:
        """Return the height of a line of text, in pixels."""
        return self._fonts(size, bold)[1].height()

    def advance(self, text: str, size: int, *, bold: bool = False) -> int:
        """Return the width of a text, in pixels; measured once for the words that come back."""
        key = (text, size, bold, 0)
        if key not in self._measured:
            self._remember(key, self._fonts(size, bold)[1].horizontalAdvance(text))
        return int(self._measured[key])

    def elided(self, text: str, size: int, width: int, *, bold: bool = False) -> str:
        """Return a text cut with an ellipsis to fit a width; measured once as well."""
        key = (text, size, bold, max(width, 1))
        if key not in self._measured:
            metrics = self._fonts(size, bold)[1]
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._remember(key, cut)
        return str(self._measured[key])

    def picture(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        """Return an icon drawn once at a size: delegates paint it many times a second."""
        colour = getattr(self.palette, role)
        key = (name, colour, size, ratio)
        if key not in self._pictures:
            self._pictures[key] = coloured_icon(icon_path(name), colour).pixmap(
                QSize(size, size), ratio
            )
        return self._pictures[key]

    def drawing(self, kind: FicheType, size: int, ratio: float) -> QPixmap:
        """Return the drawing of a type of fiche, in its hue; drawn once at a size."""
        key = (f"drawing {kind}", self.palette.theme, size, ratio)
        if key not in self._pictures:
            icon = drawing_icon(_drawing_path(kind), self.palette, self.palette.type_colour(kind))
            self._pictures[key] = icon.pixmap(QSize(size, size), ratio)
        return self._pictures[key]

    def colour(self, role: str) -> QColor:
        """Return a colour by the name of its role."""
        return QColor(getattr(self.palette, role))

    def icon(self, name: str, role: str = "soft_ink") -> QIcon:
        """Return an icon in a colour of the theme."""
        return coloured_icon(icon_path(name), getattr(self.palette, role))

    def _remember(self, key: tuple[str, int, bool, int], measured: int | str) -> None:
        if len(self._measured) >= _MEASURED_AT_MOST:
            self._measured.clear()
        self._measured[key] = measured

    def _fonts(self, size: int, bold: bool) -> tuple[QFont, QFontMetrics]:  # noqa: FBT001 - a key
        key = (size, bold)
        if key not in self._made_fonts:
            font = QFont(FAMILY)
            font.setPixelSize(self.pixels(size))
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            self._made_fonts[key] = (font, QFontMetrics(font))
        return self._made_fonts[key]

    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._announce()

    def _announce(self) -> None:
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._made_fonts.clear()
        self._measured.clear()
        self._pictures.clear()
        font = QFont(FAMILY)
        font.setPixelSize(self.pixels(BODY))
        self._application.setFont(font)
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette, self._scale))


def icon_path(name: str) -> Path:
    """Return the file of an icon."""
    return paths.resources() / "icons" / f"{name}.svg"


def _drawing_path(kind: FicheType) -> Path:
    return paths.resources() / "drawings" / f"{kind}.svg"


def _within_bounds(scale: float) -> float:
    return round(min(max(scale, SMALLEST_SCALE), LARGEST_SCALE), 2)


def _qt_palette(palette: Palette) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: palette.paper,
        roles.WindowText: palette.ink,
        roles.Base: palette.surface,
        roles.AlternateBase: palette.paper,
        roles.Text: palette.ink,
        roles.Button: palette.surface,
        roles.ButtonText: palette.ink,
        roles.ToolTipBase: palette.surface,
        roles.ToolTipText: palette.ink,
        roles.PlaceholderText: palette.soft_ink,
        roles.Highlight: palette.accent,
        roles.HighlightedText: palette.on_accent,
        roles.Link: palette.accent,
        roles.LinkVisited: palette.accent,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.disabled))
    return made
