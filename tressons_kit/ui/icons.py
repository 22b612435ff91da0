"""Icons drawn from SVG files in a colour of the theme, crisp at every scale."""

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tressons_kit.ui.theme import LIGHT, Palette

_ROLES = ("ink", "soft_ink", "line", "accent")
_WRITTEN = re.compile("|".join(getattr(LIGHT, role) for role in _ROLES).encode(), re.IGNORECASE)


class _SvgEngine(QIconEngine):
    """Paints one SVG at whatever size Qt asks for."""

    def __init__(self, svg: bytes, disabled_opacity: float = 0.4) -> None:
        super().__init__()
        self._svg, self._disabled_opacity = svg, disabled_opacity

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        renderer = QSvgRenderer(QByteArray(self._svg))
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(self._disabled_opacity)
        renderer.render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._svg, self._disabled_opacity)


@lru_cache(maxsize=64)
def _drawing(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def coloured_svg(path: Path, colour: str) -> bytes:
    """Return an icon's SVG with its colour set."""
    return _drawing(path).replace("currentColor", colour).encode("utf-8")


@lru_cache(maxsize=256)
def coloured_icon(path: Path, colour: str) -> QIcon:
    """Return an icon in a colour; icons are shared, so never changed."""
    return QIcon(_SvgEngine(coloured_svg(path, colour)))


def drawing_icon(path: Path, palette: Palette, hue: str) -> QIcon:
    """Return a drawing in the ink of a theme and a hue."""
    return QIcon(_SvgEngine(themed_svg(_drawing(path).encode("utf-8"), palette, hue)))


def themed_svg(svg: bytes, palette: Palette, accent: str = "") -> bytes:
    """Put the colours of a theme in place of the four that drawings are written with.

    In one pass: a colour put in place may itself be one of the four.
    """
    wanted = {getattr(LIGHT, role).lower().encode(): getattr(palette, role).encode() for role in _ROLES}
    if accent:
        wanted[LIGHT.accent.lower().encode()] = accent.encode()
    return _WRITTEN.sub(lambda found: wanted[found[0].lower()], svg)
