"""When events were, as far as is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any, Final

import attrs

from onrecord._dossier import Dossier
from onrecord._model import Event
from onrecord._views._plots import _theme
from onrecord._views._plots._axis import ticks
from onrecord._views._plots._checks import check
from onrecord._views._plots._lettering import length, listing
from onrecord._views._plots._picture import Picture
from onrecord._views._plots._sheet import Layer, Sample, Sheet
from onrecord._views._plots._spans import Domain, Span, clock_of, domain_of, spans_of
from onrecord._views._words import HELD, counted, name_of, told_of
from onrecord._when import Moment
from onrecord.errors import InvalidValueError

_NARROW: Final = 600
_EDGE: Final = 14
_LEAST_ROOM: Final = 150
_STRIP: Final = 36
_BETWEEN_STRIPS: Final = 700
_TIPS: Final = ("event", "time", "held", "accounts", "place", "kind", "id")


def _bar(name: str, **looks: Any) -> Layer:
    return Layer(name=name, mark={"type": "rect", **looks}, tips=_TIPS)


def _sample(layer: Layer) -> Layer:
    return attrs.evolve(layer, name=f"sample-{layer.name}", tips=())


_BAND = Layer(name="bands", mark={"type": "rect", "color": _theme.BAND})
_GRID = Layer(name="grid", mark={"type": "rule", "color": _theme.GRID})
_HELD = _bar("possible-held", color=_theme.PALE_BLUE, stroke=_theme.BLUE, strokeWidth=1)
_CORE = _bar("certain-held", color=_theme.BLUE)
_UNHELD = _bar("possible-not-held", color=_theme.PAPER, stroke=_theme.GREY, strokeWidth=1, strokeDash=[3, 2])
_UNHELD_CORE = _bar("certain-not-held", color=_theme.PAPER, stroke=_theme.INK, strokeWidth=1.5)
_ARROW = Layer(
    name="ends",
    mark={"type": "point", "filled": True, "opacity": 1, "size": 50, "color": _theme.INK, "strokeWidth": 1},
    two_ended=False,
    channels=(
        ("angle", {"field": "angle", "type": "quantitative", "scale": None}),
        ("shape", {"value": "triangle-right"}),
        ("fill", {"field": "fill", "type": "nominal", "scale": None}),
        ("stroke", {"value": _theme.INK}),
    ),
)
_ASIDE = attrs.evolve(_ARROW, name="outside", tips=_TIPS)
_BARS: Final = (_HELD, _UNHELD, _CORE, _UNHELD_CORE, _ARROW)
_ORDER: Final = (_BAND, _GRID, *_BARS, _ASIDE, *map(_sample, _BARS))
_BOX, _INNER, _MIDDLE = (0.0, 1.0, 22.0, 11.0), (6.0, 1.0, 16.0, 11.0), (11.0, 6.0)
_LEGEND: Final[tuple[tuple[str, tuple[Sample, ...]], ...]] = (
    ("may have been then: earliest begin to latest end", ((_sample(_HELD), _BOX, {}),)),
    ("surely then: latest begin to earliest end", ((_sample(_HELD), _BOX, {}), (_sample(_CORE), _INNER, {}))),
    (
        "hollow: nobody holds that it happened or goes on",
        ((_sample(_UNHELD), _BOX, {}), (_sample(_UNHELD_CORE), _INNER, {})),
    ),
    ("end not known", ((_sample(_ARROW), _MIDDLE, {"angle": 0, "fill": _theme.PAPER}),)),
    ("lies or goes on beyond the picture", ((_sample(_ARROW), _MIDDLE, {"angle": 0, "fill": _theme.INK}),)),
)


@attrs.frozen(kw_only=True)
class _Frame:
    """Where the bars stand, and what stretch of time that is."""

    left: float
    right: float
    domain: Domain
    asked: tuple[bool, bool]
    clock: str
    narrow: bool

    @property
    def row(self) -> int:
        return 34 if self.narrow else 18

    def at(self, edge: int) -> float:
        """The place of a moment, also where that is beyond the frame."""
        low, high = self.domain
        return self.left + _EDGE + (edge - low) / (high - low) * (self.right - self.left - 2 * _EDGE)

    def aside(self, span: Span) -> int | None:
        """Which way an event lies that the clock puts wholly before (180) or after (0) the period asked for.

        Where the event or the period is told without a zone, they may overlap, and yet not on this clock.
        """
        (low, high), (begin, _, _, end) = self.domain, span.bounds
        if self.asked[1] and begin is not None and begin >= high:
            return 0
        before = self.asked[0] and end is not None and end <= low
        return 180 if before and (begin is None or begin < low) else None


def timeline(
    d: Dossier,
    *,
    by: str | None,
    period: tuple[Moment | None, Moment | None],
    zone: str | None,
    width: int,
    listed: int | None,
    limit: int,
) -> Picture:
    """See `Plots.timeline`."""
    check(width=width, limit=limit, listed=listed)
    if by not in tuple(_GROUPS):
        raise InvalidValueError(f"by must be 'place' or 'kind', or None for one list, got {by!r}", field="by", value=by)
    chosen = d.timeline() if period == (None, None) else d.events_between(*period)
    clock = clock_of(chosen, d, zone)
    spans = spans_of(d, chosen, clock)
    sheet = Sheet(width, title="When events were, as far as is told")
    frame = _frame(width, domain_of(spans, *period, clock), clock, period)
    sheet.paragraph(_summary(d, spans, frame, listed), _theme.SUBTITLE, gap=8)
    sheet.legend(_LEGEND)
    if spans:
        _draw(d, sheet, spans[:limit], frame, by)
    _rest(d, sheet, len(spans) - limit, listed)
    return sheet.picture(_ORDER)


def _summary(d: Dossier, spans: list[Span], frame: _Frame, listed: int | None) -> str:
    floating = sum(span.window.floating for span in spans)
    beyond = len(d.timeline()) - len(spans)
    aside = sum(frame.aside(span) is not None for span in spans)
    undated = len(d.undated())
    told = [f"{counted(len(spans), 'event')}; the clock is that of {frame.clock}"]
    told += [f"{counted(floating, 'time')} without a zone drawn as they read"] if floating else []
    told += [f"{counted(aside, 'event')} wholly outside the period on this clock shown as an arrow"] if aside else []
    told += [f"{counted(beyond, 'event')} outside the period not drawn"] if beyond else []
    below = "" if listed == 0 else " listed below"
    told += [f"{counted(undated, 'event')} without a known time{below}"] if undated else []
    return "; ".join(told) + "."


def _frame(width: int, domain: Domain, clock: str, period: tuple[Moment | None, Moment | None]) -> _Frame:
    narrow = width < _NARROW
    left = 0 if narrow else min(0.36 * width, 330)
    asked = period[0] is not None, period[1] is not None
    return _Frame(left=left, right=width, domain=domain, asked=asked, clock=clock, narrow=narrow)


def _rest(d: Dossier, sheet: Sheet, over: int, listed: int | None) -> None:
    sheet.y += 8
    if over > 0:
        sheet.paragraph(
            f"{counted(over, 'more event')} in time not drawn: choose a period or a higher limit.", _theme.HEADING
        )
    undated = d.undated()
    if undated:
        sheet.paragraph(f"{counted(len(undated), 'event')} without a known time", _theme.HEADING)
        sheet.paragraph(listing((event.label for event in undated), listed), _theme.SMALL)


def _draw(d: Dossier, sheet: Sheet, spans: list[Span], frame: _Frame, by: str | None) -> None:
    """The rows, with the axis above, below and, where they are many, between them."""
    strips = [_strip(sheet)]
    for heading, group in _grouped(d, spans, by):
        strips += [_strip(sheet)] if sheet.y - strips[-1] > _BETWEEN_STRIPS else []
        if heading:
            sheet.write(0, sheet.y + 11, heading, _theme.HEADING, room=sheet.width)
            sheet.y += 22
        for number, span in enumerate(group):
            if number and sheet.y - strips[-1] > _BETWEEN_STRIPS:
                strips.append(_strip(sheet))
            if number % 2 == 0:
                sheet.put(_BAND, 0, sheet.y, sheet.width, sheet.y + frame.row)
            _row(d, sheet, span, frame)
            sheet.y += frame.row
    _axis(sheet, frame, [*strips, _strip(sheet)])


def _strip(sheet: Sheet) -> float:
    """Room for the words of the axis."""
    sheet.y += _STRIP
    return sheet.y - _STRIP


def _axis(sheet: Sheet, frame: _Frame, strips: list[float]) -> None:
    """Ticks through all rows, their words in every strip, and above a tick its context where that changes."""
    context, free = "", float("-inf")
    for tick in ticks(*frame.domain, int((frame.right - frame.left) / 78)):
        x = frame.at(tick.at)
        for top, bottom in pairwise(strips):
            sheet.put(_GRID, x, top + _STRIP - 4, x, bottom + 2)
        half = length(tick.context, _theme.TICK.size) / 2
        fresh = bool(tick.context) and tick.context != context and x - half > free
        for strip in strips:
            last = strip == strips[-1]
            sheet.write(x, strip + (10 if last else 24), tick.words, _theme.TICK)
            if fresh:
                sheet.write(x, strip + (25 if last else 9), tick.context, _theme.TICK)
        if fresh:
            context, free = tick.context, x + half + 6


def _row(d: Dossier, sheet: Sheet, span: Span, frame: _Frame) -> None:
    mark, told = told_of(d, span.event)
    middle = sheet.y + (25 if frame.narrow else frame.row / 2)
    room = sheet.width if frame.narrow else frame.left - 10
    after = f" ({told})" if told else ""
    label = f"{mark} {span.event.label}"
    sheet.write(0, sheet.y + 9, label, _theme.LABEL, room=room, after=after, about=label + after)
    facts, aside = _facts(d, span, told), frame.aside(span)
    if aside is None:
        bar = _bars(sheet, span, frame, middle, facts, held=mark == HELD)
    else:
        bar = _outside(sheet, frame, middle, facts, angle=aside)
    _time(sheet, span, frame, bar, middle)


def _bars(
    sheet: Sheet, span: Span, frame: _Frame, middle: float, facts: dict[str, str], *, held: bool
) -> tuple[float, float]:
    whole, core = (_HELD, _CORE) if held else (_UNHELD, _UNHELD_CORE)
    left, right = _ends(sheet, span, frame, middle)
    sheet.put(whole, left, middle - 5, right, middle + 5, **facts)
    _core(sheet, core, span, frame, middle, facts)
    return left, right


def _outside(sheet: Sheet, frame: _Frame, middle: float, facts: dict[str, str], *, angle: int) -> tuple[float, float]:
    """An arrow alone; where the words about the time may begin or end."""
    x, edge = (frame.left + 6, frame.left + _EDGE) if angle else (frame.right - 6, frame.right - _EDGE)
    sheet.put(_ASIDE, x, middle, angle=angle, fill=_theme.INK, **facts)
    return edge, edge


def _core(sheet: Sheet, layer: Layer, span: Span, frame: _Frame, middle: float, facts: dict[str, str]) -> None:
    """The stretch in which the event surely was; nothing where it may have begun after it may have ended."""
    _, begin, end, _ = span.bounds
    if begin is None or end is None or end < begin:
        return
    low, high = frame.domain
    if end >= low and begin <= high:
        first, last = frame.at(max(begin, low)), frame.at(min(end, high))
        sheet.put(layer, first, middle - 5, max(last, first + 2), middle + 5, **facts)


def _ends(sheet: Sheet, span: Span, frame: _Frame, middle: float) -> tuple[float, float]:
    """From where to where the bar goes, with an arrow where it has no end in the frame."""
    low, high = frame.domain
    begin, end = span.bounds[0], span.bounds[3]
    first = frame.left + _EDGE if begin is None else frame.at(min(max(begin, low), high))
    last = frame.right - _EDGE if end is None else frame.at(max(min(end, high), low))
    if begin is None or begin < low:
        _arrow(sheet, frame.left + 6, middle, 180, known=begin is not None)
    if end is None or end > high:
        _arrow(sheet, frame.right - 6, middle, 0, known=end is not None)
    return (first, last) if last - first >= 3 else _least(first, last, frame)


def _least(first: float, last: float, frame: _Frame) -> tuple[float, float]:
    centre = min(max((first + last) / 2, frame.left + _EDGE + 1.5), frame.right - _EDGE - 1.5)
    return centre - 1.5, centre + 1.5


def _arrow(sheet: Sheet, x: float, y: float, angle: int, *, known: bool) -> None:
    sheet.put(_ARROW, x, y, angle=angle, fill=_theme.INK if known else _theme.PAPER)


def _time(sheet: Sheet, span: Span, frame: _Frame, bar: tuple[float, float], middle: float) -> None:
    """The time in words, after the bar where there is room, or else before it; where neither has any, on hover only."""
    words = str(span.window).removesuffix(f"[{frame.clock}]")
    after, before = frame.right - _EDGE - bar[1] - 6, bar[0] - frame.left - _EDGE - 6
    wide = length(words, _theme.SMALL.size)
    if after >= wide or (before < wide and after >= max(before, _LEAST_ROOM)):
        sheet.write(bar[1] + 6, middle, words, _theme.SMALL, room=after, about=str(span.window))
    elif before >= min(wide, _LEAST_ROOM):
        sheet.write(bar[0] - 6, middle, words, _theme.SMALL_END, room=before, about=str(span.window))


def _facts(d: Dossier, span: Span, told: str) -> dict[str, str]:
    return {
        "event": span.event.label,
        "time": f"{span.window}{' (no zone)' if span.window.floating else ''}",
        "held": told or "occurred",
        "accounts": counted(len(d.own_accounts(span.event)), "account"),
        "place": _places(d, span.event),
        "kind": _kinds(d, span.event),
        "id": span.event.id,
    }


def _grouped(d: Dossier, spans: list[Span], by: str | None) -> Iterator[tuple[str, list[Span]]]:
    name = _GROUPS[by]
    named = sorted(((name(d, span.event), span) for span in spans), key=lambda pair: (not pair[0], pair[0]))
    for heading, group in groupby(named, key=lambda pair: pair[0]):
        yield heading or ("" if by is None else f"no {by} told"), [span for _, span in group]


def _places(d: Dossier, event: Event) -> str:
    """Where an event is said to be: its own place and its accounts', each once."""
    told = (account.account.where for account in d.own_accounts(event))
    return _joined(name_of(d, key) for key in (event.where, *told) if key is not None)


def _kinds(_: Dossier, event: Event) -> str:
    return _joined(code.value for code in event.kinds)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(sorted(dict.fromkeys(names)))


def _nothing(_: Dossier, __: Event) -> str:
    return ""


_GROUPS: Final[dict[str | None, Callable[[Dossier, Event], str]]] = {None: _nothing, "place": _places, "kind": _kinds}
