"""A sheet in pixels: marks are put on it where a picture wants them, and it becomes one layered chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import altair as alt
import attrs

from onrecord._dossier._visible import visible
from onrecord._views._plots import _theme
from onrecord._views._plots._lettering import fitted, length, wrapped
from onrecord._views._plots._picture import Picture

_LONG = 400
_NO_XML = {code: f"⟨U+{code:04X}⟩" for code in (0xFFFE, 0xFFFF)}
_CONFIG: Final[dict[str, Any]] = {"view": {"stroke": None}, "font": _theme.FONT}
_LEAD: Final = 1.35

Row: TypeAlias = dict[str, Any]


@attrs.frozen(kw_only=True)
class Layer:
    """A kind of mark."""

    name: str
    """What the layer is called in the chart."""
    mark: Mapping[str, Any]
    """The mark and its properties, as Vega-Lite has them."""
    two_ended: bool = True
    """Whether a mark has a second corner or end."""
    tips: tuple[str, ...] = ()
    """The fields shown on hover, in order."""
    channels: tuple[tuple[str, Any], ...] = ()
    """Further encodings."""


Sample: TypeAlias = tuple[Layer, tuple[float, ...], Row]
"""A mark for the legend: its layer, its place and its facts."""


class Sheet:
    """A picture in the making; `y` is where the next thing goes."""

    def __init__(self, width: int, *, title: str) -> None:
        self.width = width
        self.y = 12.0
        self._marks: dict[str, tuple[Layer, list[Row]]] = {}
        self._words: dict[str, list[Row]] = {name: [] for name in _theme.LETTERS}
        self._said: list[str] = []
        self.paragraph(title, _theme.TITLE)
        self.y += 2

    def put(self, layer: Layer, *place: float, **facts: Any) -> None:
        """Put one mark at `x, y` or from there to `x2, y2`; facts are what the row holds besides its place."""
        places = {name: round(value, 2) for name, value in zip(("x", "y", "x2", "y2"), place, strict=False)}
        shown = {name: _shown(value, short=name in layer.tips) for name, value in facts.items()}
        told = "; ".join(f"{tip}: {shown[tip]}" for tip in layer.tips if shown.get(tip))
        row = {**shown, "told": _cut(told), **places} if layer.tips else {**shown, **places}
        self._marks.setdefault(layer.name, (layer, []))[1].append(row)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        letters: _theme.Letters,
        *,
        room: float | None = None,
        after: str = "",
        about: str = "",
    ) -> float:
        """Write words at a point, their middle at its height; `about` is shown on hover.

        They are cut to the room there is; what stands `after` them is cut only where that alone is too long. Tells
        about how long they are.
        """
        clean = clear(words)
        if room is not None:
            after = fitted(after, room * 2 / 3, letters.size)
            clean = fitted(clean, room - length(after, letters.size), letters.size)
        text = clean + after
        name = next(name for name, kind in _theme.LETTERS.items() if kind is letters)
        told = _cut(clear(about) or clear(words) + after)
        self._words[name].append({"text": text, "told": told, "x": round(x, 2), "y": round(y, 2)})
        return length(text, letters.size)

    def paragraph(self, words: str, letters: _theme.Letters, *, gap: float = 4) -> None:
        """Write words over the whole width, in as many lines as they need, and move on below them."""
        clean = clear(words)
        self._said.append(clean)
        lead = letters.size * _LEAD
        for line in wrapped(clean, self.width, letters.size):
            self.write(0, self.y + lead / 2, line, letters, about=line)
            self.y += lead
        self.y += gap

    def legend(self, items: Iterable[tuple[str, Sequence[Sample]]]) -> None:
        """Samples with what they mean, side by side and on as many lines as they need.

        A sample is drawn in a box of 22 by 12, its place counted from the box's upper left corner.
        """
        left = 0.0
        for words, marks in items:
            wide = 28 + length(words, _theme.SMALL.size)
            if left and left + wide > self.width:
                left, self.y = 0.0, self.y + 18
            for layer, place, facts in marks:
                moved = (edge + (self.y if number % 2 else left) for number, edge in enumerate(place))
                self.put(layer, *moved, **facts)
            self.write(left + 28, self.y + 6, words, _theme.SMALL)
            left += wide + 18
        self.y += 24

    def picture(self, order: Sequence[Layer]) -> Picture:
        """The chart, its layers from back to front, and the words on top."""
        layers = [self._layer(*self._marks[layer.name]) for layer in order if layer.name in self._marks]
        words = [self._letters(name, rows) for name, rows in self._words.items() if rows]
        return Picture(
            layer=[*layers, *words],
            width=self.width,
            height=round(self.y),
            padding=12,
            background=_theme.PAPER,
            description=_cut(" ".join(self._said), 2000),
            config=_CONFIG,
        )

    def _layer(self, layer: Layer, rows: list[Row]) -> alt.Chart:
        tips = [alt.Tooltip(f"{tip}:N", title=tip) for tip in layer.tips]
        hover: dict[str, Any] = {"tooltip": tips, "description": alt.Description("told:N")} if tips else {}
        ends: dict[str, Any] = {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")} if layer.two_ended else {}
        look: dict[str, Any] = {"aria": bool(tips), **layer.mark}
        mark = alt.MarkDef(**look)
        chart = alt.Chart(alt.InlineData(values=rows), mark=mark, name=layer.name)
        return chart.encode(**self._places(), **ends, **dict(layer.channels), **hover)

    def _letters(self, name: str, rows: list[Row]) -> alt.Chart:
        kind = _theme.LETTERS[name]
        style: dict[str, Any] = {
            "fontSize": kind.size,
            "fontWeight": kind.weight,
            "color": kind.colour,
            "align": kind.align,
        }
        mark = alt.MarkDef(type="text", baseline="middle", angle=kind.angle % 360, **style)
        chart = alt.Chart(alt.InlineData(values=rows), mark=mark, name=f"words-{name}")
        hover: dict[str, Any] = {"tooltip": alt.Tooltip("told:N"), "description": alt.Description("told:N")}
        return chart.encode(**self._places(), text=alt.Text("text:N"), **hover)

    def _places(self) -> dict[str, Any]:
        across = alt.Scale(domain=[0, self.width], nice=False, zero=False)
        down = alt.Scale(domain=[round(self.y), 0], nice=False, zero=False)
        return {"x": alt.X("x:Q", scale=across, axis=None), "y": alt.Y("y:Q", scale=down, axis=None)}


def scaled(field: str, looks: Mapping[Any, str]) -> dict[str, Any]:
    """A field with a value's look for each of its terms, without a legend of altair's own."""
    terms = [str(term) for term in looks]
    return {
        "field": field,
        "type": "nominal",
        "legend": None,
        "scale": alt.Scale(domain=terms, range=list(looks.values())),
    }


def clear(words: str) -> str:
    """Words made visible, without the two characters that XML may not hold."""
    return visible(words).translate(_NO_XML)


def _shown(value: float | str | list[str], *, short: bool) -> float | str | list[str]:
    if isinstance(value, list):
        return [clear(one) for one in value]
    if not isinstance(value, str):
        return value
    return _cut(clear(value)) if short else clear(value)


def _cut(text: str, most: int = _LONG) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
