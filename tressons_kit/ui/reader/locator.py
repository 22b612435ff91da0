"""A small map: the departments of a fiche, and its communes where they are known.

The outlines are those of metropolitan France (resources/maps); a place overseas has none, and no map.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import degrees, log, pi, radians, tan

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from tressons_kit.domain.fiche import Place
from tressons_kit.foundation import paths
from tressons_kit.ui.theme import Palette

_DOT = 12.0
"""The radius of a commune, in the units of the outlines, which are 613 wide."""


@dataclass(frozen=True, slots=True)
class _Outlines:
    departments: dict[str, QPainterPath]
    size: QSize
    from_longitude: tuple[float, float]
    from_mercator: tuple[float, float]
    origin: tuple[float, float]

    def point(self, latitude: float, longitude: float) -> QPointF:
        """Place degrees on the map: a Mercator projection, in degrees, then a plane one."""
        mercator = degrees(log(tan(pi / 4 + radians(latitude) / 2)))
        (a, b), (c, d), (e, f) = self.from_longitude, self.from_mercator, self.origin
        return QPointF(a * longitude + c * mercator + e, b * longitude + d * mercator + f)


def is_on_the_map(places: Sequence[Place]) -> bool:
    """Tell whether a department of these places has an outline, without reading the outlines."""
    return any(place.department and len(place.department) == 2 for place in places)  # noqa: PLR2004


def draw_locator(places: Sequence[Place], width: int, ratio: float, palette: Palette) -> QImage:
    """Draw the map of some places at a width in pixels, in the theme's colours."""
    outlines = _outlines()
    height = round(width * outlines.size.height() / outlines.size.width())
    image = QImage(QSize(width, height) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = width * ratio / outlines.size.width()
    painter.scale(scale, scale)
    line = 1.0 / scale
    # One silhouette: at this size the borders of ninety departments would be a net over the country.
    painter.setPen(QPen(QColor(palette.line), line))
    painter.setBrush(QColor(palette.line))
    for path in outlines.departments.values():
        painter.drawPath(path)
    painter.setPen(QPen(QColor(palette.accent), 2 * line))
    painter.setBrush(QColor(palette.accent_tint))
    for department in {place.department or "" for place in places} & outlines.departments.keys():
        painter.drawPath(outlines.departments[department])
    painter.setPen(QPen(QColor(palette.surface), 2 * line))
    painter.setBrush(QColor(palette.accent))
    for place in places:
        if place.department in outlines.departments and place.latitude and place.longitude:
            _draw_dot(painter, outlines.point(place.latitude, place.longitude))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _draw_dot(painter: QPainter, at: QPointF) -> None:
    painter.drawEllipse(at, _DOT, _DOT)


@lru_cache(1)
def _outlines() -> _Outlines:
    file = paths.resources() / "maps" / "departements.json"
    read = json.loads(file.read_text(encoding="utf-8"))
    departments = {code: _path(polygons) for code, polygons in read["departments"].items()}
    return _Outlines(
        departments,
        QSize(read["width"], read["height"]),
        tuple(read["from_longitude"]),
        tuple(read["from_mercator"]),
        tuple(read["origin"]),
    )


def _path(polygons: list[list[float]]) -> QPainterPath:
    path = QPainterPath()
    for flat in polygons:
        points = [QPointF(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path
