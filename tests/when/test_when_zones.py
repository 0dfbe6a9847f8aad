"""Every zone's clock changes: gaps are refused, folds span both readings, edges are exact."""

from __future__ import annotations

import random
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from onrecord._when import When
from onrecord._when._calendar import DAY, HOUR, MINUTE, SECOND
from onrecord._when._zones import RefusalError, instants_at, instants_of, offset_at, tzinfo_of, zone_of
from onrecord.errors import WhenError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
END = (datetime(2038, 1, 1, tzinfo=UTC) - EPOCH) // timedelta(microseconds=1)
STEP = 20 * DAY
Segment = tuple[int, int, int]  # from, to, offset


def offset(zone: zoneinfo.ZoneInfo, instant: int) -> int:
    found = (EPOCH + timedelta(microseconds=instant)).astimezone(zone).utcoffset()
    assert found is not None
    return found // timedelta(microseconds=1)


def changes(zone: zoneinfo.ZoneInfo) -> Iterator[int]:
    """The instants at which a zone's offset changes, found by looking every 20 days and halving."""
    old = offset(zone, 0)
    for start in range(0, END, STEP):
        new = offset(zone, start + STEP)
        low, high = start, start + STEP
        while new != old and high - low > SECOND:
            middle = (low + high) // (2 * SECOND) * SECOND
            low, high = (middle, high) if offset(zone, middle) == old else (low, middle)
        if new != old:
            yield high
        old = new


@cache
def sample(key: str) -> list[int]:
    found = list(changes(zoneinfo.ZoneInfo(key)))
    return random.Random(key).sample(found, min(2, len(found)))


def segments(zone: zoneinfo.ZoneInfo, change: int) -> list[Segment]:
    """The stretches of one offset for three days around a change, minute by minute."""
    marks = [change, *(x for x in range(change - 3 * DAY, change + 3 * DAY, 6 * HOUR))]
    cuts = sorted({*marks, *(exact(zone, a, b) for a, b in pairwise(sorted(marks)))})
    return [(a, b, offset(zone, a)) for a, b in pairwise(cuts)]


def exact(zone: zoneinfo.ZoneInfo, low: int, high: int) -> int:
    old = offset(zone, low)
    if offset(zone, high) == old:
        return high
    while high - low > SECOND:
        middle = (low + high) // (2 * SECOND) * SECOND
        low, high = (middle, high) if offset(zone, middle) == old else (low, middle)
    return high


def by_brute_force(pieces: list[Segment], start: int, end: int) -> tuple[int, int] | None:
    """From the first instant with a local reading in [start, end) to just after the last."""
    read = [(max(a, start - o), min(b, end - o)) for a, b, o in pieces]
    met = [(a, b) for a, b in read if a < b]
    return (min(a for a, _ in met), max(b for _, b in met)) if met else None


def found_by_us(start: int, end: int, zone: zoneinfo.ZoneInfo) -> tuple[int, int] | None:
    try:
        return instants_of(start, end, zone)
    except RefusalError:
        return None


def windows(zone: zoneinfo.ZoneInfo, change: int) -> Iterator[tuple[int, int]]:
    """Minutes, hours, days and odd stretches that begin or end around, on or inside a clock change."""
    old, new = offset(zone, change - SECOND), offset(zone, change)
    edges = (change + old, change + new)
    for edge in (*edges, sum(edges) // 2 // SECOND * SECOND):
        for size in (SECOND, MINUTE, HOUR, DAY):
            for shift in (-size, -size // 2, 0, size // 2):
                yield edge + shift, edge + shift + size
                yield (edge + shift) // size * size, (edge + shift) // size * size + size


def test_windows_of_every_zone_are_those_of_brute_force() -> None:
    for key in sorted(zoneinfo.available_timezones()):
        zone = zoneinfo.ZoneInfo(key)
        for change in sample(key):
            pieces = segments(zone, change)
            for start, end in set(windows(zone, change)):
                assert found_by_us(start, end, zone) == by_brute_force(pieces, start, end), (key, start, end)


def test_a_reading_with_its_offset_is_one_instant_in_every_zone() -> None:
    for key in sorted(zoneinfo.available_timezones()):
        zone = zoneinfo.ZoneInfo(key)
        for change in sample(key):
            for instant in range(change - 2 * HOUR, change + 2 * HOUR, 15 * MINUTE):
                east = offset(zone, instant)
                assert offset_at(instant, zone) == east
                local = instant + east
                assert instants_at(local, local + SECOND, east, zone) == (instant, instant + SECOND)


def test_a_window_with_its_offset_is_cut_where_the_offset_ends() -> None:
    for key in sorted(zoneinfo.available_timezones()):
        zone = zoneinfo.ZoneInfo(key)
        for change in sample(key):
            for near, first, last in (
                (change - SECOND, change - HOUR // 3, change),
                (change, change, change + HOUR // 3),
            ):
                east, start = offset(zone, near), change - HOUR // 3 + offset(zone, near)
                assert instants_at(start, start + 2 * (HOUR // 3), east, zone) == (first, last)


REFUSED = [
    ("2023-03-26T02:30[Europe/Berlin]", "02:30:00 does not exist in Europe/Berlin.* 02:00:00 to 2023-03-26 03:00:00"),
    ("2023-03-26T02[Europe/Berlin]", "does not exist in Europe/Berlin"),
    ("2011-12-30[Pacific/Apia]", "does not exist in Pacific/Apia"),
    ("2011-12-30T12:00[Pacific/Apia]", "does not exist in Pacific/Apia"),
    ("2023-03-26T02:30+01:00[Europe/Berlin]", r"\+01:00 is not that of Europe/Berlin"),
    ("1960-01-01T00:00-00:44[Africa/Monrovia]", r"-00:44 is not that of Africa/Monrovia"),
]


@pytest.mark.parametrize(("value", "reason"), REFUSED)
def test_a_time_that_no_clock_showed_is_refused(value: str, reason: str) -> None:
    with pytest.raises(WhenError, match=reason):
        When(value=value)


SAME = [
    # in a fold, both readings; with its offset, one
    ("2023-10-29T02:30[Europe/Berlin]", "[2023-10-29T00:30Z..2023-10-29T01:30Z]"),
    ("2023-10-29T02:30+02:00[Europe/Berlin]", "2023-10-29T00:30Z"),
    ("2023-10-29T02:30+01:00[Europe/Berlin]", "2023-10-29T01:30Z"),
    ("2023-10-29T01:30Z[Europe/Berlin]", "2023-10-29T01:30Z"),
    # days of 23 and 25 hours, and one whose midnight is skipped
    ("2023-03-26[Europe/Berlin]", "[2023-03-25T23Z..2023-03-26T21Z]"),
    ("2023-10-29[Europe/Berlin]", "[2023-10-28T22Z..2023-10-29T22Z]"),
    ("2018-11-04[America/Sao_Paulo]", "[2018-11-04T03Z..2018-11-05T01Z]"),
    # half an hour skipped: the hour has the other half; half repeated: the hour is longer
    ("2023-10-01T02[Australia/Lord_Howe]", "[2023-09-30T15:30Z..2023-09-30T15:59Z]"),
    ("2023-04-02T01[Australia/Lord_Howe]", "[2023-04-01T14:00Z..2023-04-01T15:29Z]"),
    ("2023-04-02T01+11:00[Australia/Lord_Howe]", "[2023-04-01T14:00Z..2023-04-01T14:59Z]"),
    ("2023-04-02T01+10:30[Australia/Lord_Howe]", "[2023-04-01T15:00Z..2023-04-01T15:29Z]"),
]


@pytest.mark.parametrize(("value", "instants"), SAME)
def test_clock_changes_are_counted(value: str, instants: str) -> None:
    assert When(value=value).bounds == When(value=instants).bounds


def test_labels_of_the_reader_give_zones_of_the_standard_library() -> None:
    assert tzinfo_of("Z").utcoffset(None) == timedelta(0)
    assert tzinfo_of("-04").utcoffset(None) == timedelta(hours=-4)
    assert tzinfo_of("Europe/Kyiv") is zone_of("Europe/Kyiv")
    assert offset_at(0, 5) == 5
