"""From degrees to pixels: an equal-area view of a region around some points, or the whole world."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, pi, radians, sin, sqrt
from typing import Any, Final, TypeAlias

import attrs

from onrecord._model import Point

Box: TypeAlias = tuple[float, float, float, float]

_FARTHEST: Final = radians(60)
_MARGIN: Final = 70


@attrs.frozen(kw_only=True)
class Projection:
    """A region of the world in a box: Lambert's azimuthal equal-area projection, or plate carrée of the whole."""

    box: Box
    """Left, top, right and bottom, in pixels."""
    scale: float
    """Pixels a radian."""
    centre: tuple[float, float] | None
    """Longitude and latitude of the middle, in radians; None: the whole world."""

    @property
    def spec(self) -> dict[str, Any]:
        """The same projection as Vega-Lite has it."""
        left, top, right, bottom = self.box
        common = {"scale": round(self.scale, 3), "translate": [(left + right) / 2, (top + bottom) / 2]}
        if self.centre is None:
            return {"type": "equirectangular", **common}
        return {"type": "azimuthalEqualArea", "rotate": [round(-degrees(angle), 6) for angle in self.centre], **common}

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point stands, in pixels."""
        left, top, right, bottom = self.box
        x, y = _flat(point, self.centre)
        return (left + right) / 2 + self.scale * x, (top + bottom) / 2 - self.scale * y


def fitting(points: Sequence[Point], box: Box, nearest: float) -> Projection:
    """A projection that shows all points in a box, and at least so many degrees above and below the middle."""
    wide, high = box[2] - box[0], box[3] - box[1]
    centre = _centre(points)
    if centre is None:
        return Projection(box=box, scale=min(wide / (2 * pi), high / pi), centre=None)
    places = [_flat(point, centre) for point in points]
    across = max(wide / 2 - _MARGIN, 40) / max(*(abs(x) for x, _ in places), 1e-9)
    down = max(high / 2 - _MARGIN / 2, 40) / max(*(abs(y) for _, y in places), 1e-9)
    return Projection(box=box, scale=min(across, down, high / 2 / radians(nearest)), centre=centre)


def _centre(points: Sequence[Point]) -> tuple[float, float] | None:
    """The middle of points that lie on one side of the world, or None."""
    vectors = [_vector(point) for point in points]
    x, y, z = (sum(axis) for axis in zip(*vectors, strict=True)) if vectors else (0.0, 0.0, 0.0)
    size = sqrt(x * x + y * y + z * z)
    if size < 1e-6:
        return None
    far = any(a * x + b * y + c * z < size * cos(_FARTHEST) for a, b, c in vectors)
    return None if far else (atan2(y, x), asin(max(-1.0, min(1.0, z / size))))


def _vector(point: Point) -> tuple[float, float, float]:
    east, north = radians(point.longitude), radians(point.latitude)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def _flat(point: Point, centre: tuple[float, float] | None) -> tuple[float, float]:
    east, north = radians(point.longitude), radians(point.latitude)
    if centre is None:
        return east, north
    away = east - centre[0]
    x = cos(north) * sin(away)
    y = cos(centre[1]) * sin(north) - sin(centre[1]) * cos(north) * cos(away)
    z = sin(centre[1]) * sin(north) + cos(centre[1]) * cos(north) * cos(away)
    stretch = sqrt(2 / (1 + max(z, -1 + 1e-9)))
    return stretch * x, stretch * y
