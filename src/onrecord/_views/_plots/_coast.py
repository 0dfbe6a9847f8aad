"""The world's coastline: Natural Earth's land at 1:110 million, in tenths of a degree."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any


@cache
def coastline() -> dict[str, Any]:
    """All land as a GeoJSON MultiPolygon.

    The file holds a polygon a line, each a list of rings, each the steps from point to point, east and north by turns,
    in tenths of a degree.
    """
    text = files("onrecord").joinpath("_views", "_plots", "coastline.json").read_text(encoding="utf-8")
    return {"type": "MultiPolygon", "coordinates": [[_ring(steps) for steps in rings] for rings in json.loads(text)]}


def _ring(steps: list[int]) -> list[list[float]]:
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    return [[x / 10, y / 10] for x, y in zip(east, north, strict=True)]
