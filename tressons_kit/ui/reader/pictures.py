"""Draws the pictures of a kit, charts and diagrams in the theme's colours."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tressons_kit.domain.fiche import Medium
from tressons_kit.ui.icons import themed_svg
from tressons_kit.ui.theme import Palette

_SVG = "image/svg+xml"
_LARGEST = 2
"""A drawing is never shown at more than twice its own size in the page."""


def picture_in_page(medium: Medium, width: int, ratio: float, palette: Palette) -> QImage:
    """Draw a picture at the width of the column, or at its own if that is smaller."""
    if medium.mime == _SVG:
        renderer = _renderer(medium.data, palette)
        natural = renderer.defaultSize()
        if natural.isEmpty():
            return QImage()
        shown = min(width, natural.width() * _LARGEST)
        size = QSize(shown, round(shown * natural.height() / natural.width()))
        return _drawn(renderer, size, ratio)
    image = QImage.fromData(medium.data)
    if image.width() > width * ratio:
        image = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
    image.setDevicePixelRatio(ratio)
    return image


def picture_in_room(medium: Medium, room: QSize, ratio: float, palette: Palette) -> QImage:
    """Draw a picture as large as a room allows, its proportions kept."""
    if medium.mime == _SVG:
        renderer = _renderer(medium.data, palette)
        natural = renderer.defaultSize()
        if natural.isEmpty():
            return QImage()
        return _drawn(renderer, natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio), ratio)
    image = QImage.fromData(medium.data)
    if image.isNull():
        return image
    image = image.scaled(
        room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    image.setDevicePixelRatio(ratio)
    return image


def _renderer(svg: bytes, palette: Palette) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(themed_svg(svg, palette)))


def _drawn(renderer: QSvgRenderer, size: QSize, ratio: float) -> QImage:
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
