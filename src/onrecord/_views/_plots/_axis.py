"""Where an axis of time has its ticks, and what stands under them: calendar steps for any stretch of any years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import attrs

from onrecord._when._calendar import DAY, HOUR, MINUTE, SECOND, civil, month_start

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS: Final = (
    *((size * SECOND, "second") for size in (1, 5, 15, 30)),
    *((size * MINUTE, "minute") for size in (1, 5, 15, 30)),
    *((size * HOUR, "minute") for size in (1, 3, 6, 12)),
    *((size * DAY, "day") for size in (1, 2, 4, 7, 14)),
)
_YEAR: Final = 365.2425 * DAY
_Namer: TypeAlias = Callable[[int], tuple[str, str]]


@attrs.frozen
class Tick:
    """A line of the axis."""

    at: int
    """When, in microseconds since 1970 on the axis's clock."""
    words: str
    """What stands under it."""
    context: str = ""
    """What stands below that where it changes: the day of an hour, the year of a day."""


def ticks(low: int, high: int, most: int) -> list[Tick]:
    """Ticks in `[low, high]`, not many more than `most`; where the stretch is too short for two, its ends."""
    step, name = _step((high - low) / max(1, most))
    found = [Tick(at, *name(at)) for at in _multiples(low, high, step, name)]
    return (
        found if len(found) > 1 else [Tick(low, _clock(low, "second"), day_of(low)), Tick(high, _clock(high, "second"))]
    )


def day_of(at: int) -> str:
    """The day of a moment: `3 May 2023`."""
    year, month, day, _ = civil(at)
    return f"{day} {_MONTHS[month - 1]} {_year(year)}"


def _step(least: float) -> tuple[int, _Namer]:
    for size, unit in _STEPS:
        if size >= least:
            return size, _hours(unit) if unit != "day" else _days
    months = next((months for months in (1, 3, 6) if months * _YEAR / 12 >= least), 0)
    if months:
        return months, _months
    years, power = least / _YEAR, 1
    while years > 10 * power:
        power *= 10
    return next((factor * power for factor in (1, 2, 5, 10) if factor * power >= years), 10 * power), _years


def _multiples(low: int, high: int, step: int, name: _Namer) -> Iterator[int]:
    if name not in (_months, _years):
        first = -(-low // step)
        yield from range(first * step, high + 1, step)
        return
    every = step if name is _months else 12 * step
    year, month, *_ = civil(low)
    number = (year * 12 + month - 1) // every * every
    while (at := month_start(number // 12, number % 12 + 1)) <= high:
        if at >= low:
            yield at
        number += every


def _hours(unit: str) -> _Namer:
    return lambda at: (_clock(at, unit), day_of(at))


def _days(at: int) -> tuple[str, str]:
    year, month, day, _ = civil(at)
    return f"{day} {_MONTHS[month - 1]}", _year(year)


def _months(at: int) -> tuple[str, str]:
    year, month, *_ = civil(at)
    return _MONTHS[month - 1], _year(year)


def _years(at: int) -> tuple[str, str]:
    return _year(civil(at)[0]), ""


def _clock(at: int, unit: str) -> str:
    seconds = at % DAY // SECOND
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return clock if unit == "minute" else f"{clock}:{seconds % 60:02}"


def _year(year: int) -> str:
    return str(year) if abs(year) < 10_000 else f"{year:,}"
