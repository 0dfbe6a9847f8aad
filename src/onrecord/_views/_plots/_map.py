"""Where places with points are, within the coastline; those without are named below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import altair as alt
import attrs

from onrecord._dossier import Dossier
from onrecord._dossier._lookup import below
from onrecord._model import Location, Point
from onrecord._views._plots import _theme
from onrecord._views._plots._checks import check
from onrecord._views._plots._coast import coastline
from onrecord._views._plots._lettering import length, listing
from onrecord._views._plots._picture import Picture
from onrecord._views._plots._projection import Box, Projection, fitting
from onrecord._views._plots._sheet import Layer, Sheet, clear
from onrecord._views._words import counted

_NEAR: Final = 9.0
_REGION, _CITY = 7.0, 0.008
_EARTH: Final = 6_371_008.8  # the mean radius in metres, as the IUGG has it
_TIPS: Final = ("places", "point", "events")

_DOUBT = Layer(
    name="doubt",
    mark={"type": "point", "filled": True, "opacity": 0.18, "color": _theme.RED},
    two_ended=False,
    channels=(("size", {"field": "area", "type": "quantitative", "scale": None}),),
)
_PLACE = Layer(
    name="places",
    mark={"type": "point", "filled": True, "opacity": 1, "size": 60, "color": _theme.RED, "stroke": _theme.PAPER},
    two_ended=False,
    tips=_TIPS,
)
_SEA = Layer(name="sea", mark={"type": "rect", "color": "#e9f1f6", "stroke": "#8c8c8c", "strokeWidth": 0.7})


@attrs.frozen(kw_only=True)
class _Spot:
    """Places so near to each other that one mark stands for them."""

    x: float
    y: float
    places: list[tuple[Location, Point]]


def places_map(d: Dossier, *, within: Location | str | None, width: int, listed: int | None) -> Picture:
    """See `Plots.map`."""
    check(width=width, listed=listed)
    chosen = d.locations if within is None else _inside_of(d, within)
    placed = [(place, place.point) for place in chosen if place.point is not None]
    others = [place for place in chosen if place.point is None]
    sheet = Sheet(width, title="Where places are")
    sheet.paragraph(_summary(len(placed), len(others), len(d.locations) - len(chosen), listed), _theme.SUBTITLE, gap=8)
    top, height = sheet.y, round(width * 0.5)
    nearest = _REGION if within is None else _CITY
    seen = fitting([point for _, point in placed], (0, top, width, top + height), nearest)
    spots = _spots(placed, seen)
    unnamed = _draw(d, sheet, spots, seen)
    sheet.y = top + height + 10
    if unnamed:
        words = f"{counted(len(unnamed), 'mark')} for several places, or without room for a name"
        sheet.paragraph(words if listed == 0 else f"{words}: {listing(unnamed, listed)}", _theme.SMALL)
    if others:
        sheet.paragraph(f"{counted(len(others), 'place')} without a point", _theme.HEADING)
        sheet.paragraph(listing((place.name for place in others), listed), _theme.SMALL)
    picture = sheet.picture((_SEA, _DOUBT, _PLACE))
    sea, *rest = picture.layer
    picture.layer = [sea, _land(seen), *rest]
    return picture


def _inside_of(d: Dossier, within: Location | str) -> list[Location]:
    """A place and the places that lie within it, by id."""
    inside = below(d._index, d.id_of(within, Location))
    return [place for place in d.locations if place.id in inside]


def _summary(placed: int, others: int, beyond: int, listed: int | None) -> str:
    away = f"; {counted(beyond, 'place')} elsewhere not drawn" if beyond else ""
    if not placed:
        named = "" if listed == 0 else "; they are named below"
        return f"None of {counted(others, 'place')} has a point, and none is made up{named}{away}."
    named = "" if listed == 0 else " named below"
    rest = f"; {counted(others, 'place')} without one{named}" if others else ""
    return f"{counted(placed, 'place')} with a point{rest}{away}. Coastline: Natural Earth, 1:110 million."


def _land(seen: Projection) -> alt.Chart:
    left, top, right, bottom = seen.box
    shape = [{"type": "Feature", "properties": {}, "geometry": coastline()}]
    look: dict[str, Any] = {"color": "#fbf9f4", "stroke": "#8c8c8c", "strokeWidth": 0.7}
    mark = alt.MarkDef(type="geoshape", aria=False, **look)
    land = alt.Chart(alt.InlineData(values=shape), mark=mark, name="land")
    return land.project(clipExtent=[[left, top], [right, bottom]], **seen.spec)


def _spots(placed: Sequence[tuple[Location, Point]], seen: Projection) -> list[_Spot]:
    """Marks, each standing for the places nearer to its first than a mark's width."""
    spots: list[_Spot] = []
    for place, point in placed:
        x, y = seen.at(point)
        near = next((s for s in spots if abs(s.x - x) < _NEAR and abs(s.y - y) < _NEAR), None)
        if near is None:
            spots.append(near := _Spot(x=x, y=y, places=[]))
        near.places.append((place, point))
    return spots


def _draw(d: Dossier, sheet: Sheet, spots: list[_Spot], seen: Projection) -> list[str]:
    """Put every mark on the sheet; the names at those marks where not all of them could be written."""
    unnamed: list[str] = []
    sheet.put(_SEA, *seen.box)
    taken = [(spot.x - 5, spot.y - 6, spot.x + 5, spot.y + 6) for spot in spots]
    for spot in spots:
        names = [place.name for place, _ in spot.places]
        facts: dict[str, Any] = {
            "places": listing(names, 20),
            "point": _degrees(spot.places[0][1]),
            "events": counted(len({event.id for place, _ in spot.places for event in d.events_at(place)}), "event"),
            "ids": [place.id for place, _ in spot.places],
        }
        _doubts(sheet, spot, seen)
        sheet.put(_PLACE, spot.x, spot.y, **facts)
        more = f" + {len(names) - 1:,}" if len(names) > 1 else ""
        if not _label(sheet, spot, clear(names[0]), more, taken, seen) or more:
            unnamed.append(" + ".join(names))
    return unnamed


def _doubts(sheet: Sheet, spot: _Spot, seen: Projection) -> None:
    for _, point in spot.places:
        wide = (point.radius or 0) / _EARTH * seen.scale
        if wide > _NEAR / 2:
            x, y = seen.at(point)
            sheet.put(_DOUBT, x, y, area=round(4 * min(wide, sheet.width) ** 2, 1))


def _label(sheet: Sheet, spot: _Spot, name: str, more: str, taken: list[Box], seen: Projection) -> bool:
    """Name a mark beside, above or below it, where nothing else stands; whether there was room."""
    wide, high = length(name + more, _theme.LABEL.size), _theme.LABEL.size * 1.1
    for across, down in ((8, 0), (-8 - wide, 0), (-wide / 2, -13), (-wide / 2, 13), (6, -11), (6, 11)):
        x, y = spot.x + across, spot.y + down
        box = (x, y - high / 2, x + wide, y + high / 2)
        if _inside(box, seen.box) and not any(_meet(box, other) for other in taken):
            taken.append(box)
            sheet.write(x, y, name, _theme.LABEL, after=more)
            return True
    return False


def _inside(box: Box, outer: Box) -> bool:
    return box[0] >= outer[0] and box[1] >= outer[1] and box[2] <= outer[2] and box[3] <= outer[3]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _degrees(point: Point) -> str:
    north = f"{abs(point.latitude):g}° {'N' if point.latitude >= 0 else 'S'}"
    return f"{north}, {abs(point.longitude):g}° {'E' if point.longitude >= 0 else 'W'}"
