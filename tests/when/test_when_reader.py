"""What onrecord reads beyond EDTF: clock times, zones, ranges as ends; and that no text takes long."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._when import When
from onrecord._when._calendar import DAY, civil, days_in_month, month_start
from onrecord._when._reader import LONGEST, _quick, _read, read
from onrecord.errors import InvalidValueError, WhenError
from onrecord.testing import when_values

EPOCH = datetime(1970, 1, 1)


def at(text: str) -> int:
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(microseconds=1)


WINDOWS = [
    ("2023-05-03T02", "2023-05-03T02:00", "2023-05-03T03:00"),
    ("2023-05-03T02:27", "2023-05-03T02:27", "2023-05-03T02:28"),
    ("2023-05-03T02:27:43", "2023-05-03T02:27:43", "2023-05-03T02:27:44"),
    ("2023-05-03T23:59:59", "2023-05-03T23:59:59", "2023-05-04T00:00:00"),
    ("2023-05-03T02:27:43.5", "2023-05-03T02:27:43.5", "2023-05-03T02:27:43.6"),
    ("2023-05-03T02:27:43.123456", "2023-05-03T02:27:43.123456", "2023-05-03T02:27:43.123457"),
    ("2023-05-03T02:27~", "2023-05-03T02:27", "2023-05-03T02:28"),
    ("2023-05-03T02:27+03:00", "2023-05-02T23:27", "2023-05-02T23:28"),
    ("2023-05-03T02+03", "2023-05-02T23:00", "2023-05-03T00:00"),
    ("2023-05-03T02:27Z", "2023-05-03T02:27", "2023-05-03T02:28"),
    ("2023-05-03T02:27-00:30", "2023-05-03T02:57", "2023-05-03T02:58"),
    ("2023-05-03T02:27+23:59?", "2023-05-02T02:28", "2023-05-02T02:29"),
    ("2023-05-03[+03:00]", "2023-05-02T21:00", "2023-05-03T21:00"),
    ("2023-05-03[+03]", "2023-05-02T21:00", "2023-05-03T21:00"),
    ("2023-05-03[UTC]", "2023-05-03", "2023-05-04"),
    ("2023[Europe/Moscow]", "2022-12-31T21:00", "2023-12-31T21:00"),
    ("2023-05-03T02:27[Europe/Moscow]", "2023-05-02T23:27", "2023-05-02T23:28"),
    ("2023-05-03T02:27~[Europe/Moscow]", "2023-05-02T23:27", "2023-05-02T23:28"),
    ("2023-05-03T02:27+03:00[Europe/Moscow]", "2023-05-02T23:27", "2023-05-02T23:28"),
    ("2023-05-03T02:27+03:00[+03:00]", "2023-05-02T23:27", "2023-05-02T23:28"),
    ("2023-05-02T23:27Z[Europe/Moscow]", "2023-05-02T23:27", "2023-05-02T23:28"),
    ("[2023-05-02..2023-05-03][Europe/Kyiv]", "2023-05-01T21:00", "2023-05-03T21:00"),
    ("[2023-05-02T23Z..2023-05-03T04+03]", "2023-05-02T23:00", "2023-05-03T02:00"),
    ("0001-01-01[Europe/London]", "0001-01-01T00:01:15", "0001-01-02T00:01:15"),
]


@pytest.mark.parametrize(("value", "start", "end"), WINDOWS)
def test_a_clock_time_lies_somewhere_in_its_window(value: str, start: str, end: str) -> None:
    assert When(value=value).bounds == (at(start), at(end), at(start), at(end))


ENDS = [
    ("2023-05-05T18:00/2023-05-08T09", "2023-05-05T18:00", "2023-05-05T18:01", "2023-05-08T09:00", "2023-05-08T10:00"),
    (
        "2023-05-05T18:00/2023-05-08T09:00[Europe/Kyiv]",
        "2023-05-05T15:00",
        "2023-05-05T15:01",
        "2023-05-08T06:00",
        "2023-05-08T06:01",
    ),
    (
        "2023-05-05T18:00+03:00/2023-05-08T09:00-04",
        "2023-05-05T15:00",
        "2023-05-05T15:01",
        "2023-05-08T13:00",
        "2023-05-08T13:01",
    ),
    (  # "from Friday evening until Monday morning"
        "[2023-05-05T17:00..2023-05-05T21:59]/[2023-05-08T06:00..2023-05-08T11:59]",
        "2023-05-05T17:00",
        "2023-05-05T22:00",
        "2023-05-08T06:00",
        "2023-05-08T12:00",
    ),
    ("2023-05-05/[2023-05-08..]", "2023-05-05", "2023-05-06", "2023-05-08", None),
    ("[..2023-05-05]/2023-05-08", None, "2023-05-06", "2023-05-08", "2023-05-09"),
    ("2023-05-03/..[+03:00]", "2023-05-02T21:00", "2023-05-03T21:00", None, None),
    ("2023-05-03/2023-05-03", "2023-05-03", "2023-05-04", "2023-05-03", "2023-05-04"),
]


@pytest.mark.parametrize(("value", "begin", "begun", "end", "ended"), ENDS)
def test_an_interval_of_clock_times_has_four_bounds(
    value: str, begin: str | None, begun: str | None, end: str | None, ended: str | None
) -> None:
    assert When(value=value).bounds == tuple(None if edge is None else at(edge) for edge in (begin, begun, end, ended))


BY_NAME = [
    ("2023-05-03T24:00:00", "24:00"),
    ("2023-05-03T23:59:60", "leap second"),
    ("2023-05-03T02:60", "no such time of day"),
    ("2023-05-03T25", "no such time of day"),
    ("2023-05-03T02:27:61", "no such time of day"),
    ("2023-05-03T02:27:43.1234567", "more than 6 digits"),
    ("2023-05-03T02:27.5", "only seconds"),
    ("2023-05-03T02:27:43,5", "set with several members"),
    ("2023-05T02:27", "full date"),
    ("2023-05-XXT02:27", "full date"),
    ("2023-05-2XT02:27", "full date"),
    ("2023T02", "full date"),
    ("2023-05-03 02:27", "no space"),
    ("2023-05-03t02:27", "capitals"),
    ("2023-05-03T02:27z", "capitals"),
    ("2023-05-03T0227", "colons"),
    ("2023-05-03T02:27+0300", "with a colon"),
    ("2023-05-03T02:27+25:00", "no offset"),
    ("2023-05-03T02:27+03:60", "no offset"),
    ("2023-05-03T02:27-00:00", "not known"),
    ("2023-05-03T02:27-00", "not known"),
    ("2023-05-03T02:27EST", "in brackets"),
    ("2023-05-03+03:00", "in brackets"),
    ("2023-05-03Z", "in brackets"),
    ("2023-05-03[Europe/Kyiv]/2023-05-04", "at the very end"),
    ("2023-05-03[Europe/Kyiv]/2023-05-04[Europe/Kyiv]", "at the very end"),
    ("2023-05-03[Europe/Kyiv][Europe/Kyiv]", "at the very end"),
    ("2023-05-03]", "brackets hold"),
    ("[Europe/Kyiv]", "at the very end"),
    ("2023-05-03T02:27Z[u-ca=hebrew]", "tag of RFC 9557"),
    ("2023-05-03T02:27Z[!Europe/Paris]", "tag of RFC 9557"),
    ("2023-05-03[]", "names no zone"),
    ("2023-05-03[Z]", "names no zone"),
    ("2023-05-03[Europe]", "names no zone"),
    ("2023-05-03[Europe/Nowhere]", "names no zone"),
    ("2023-05-03[../../etc/passwd]", "one begin and one end"),
    ("2023-05-03[/etc/passwd]", "names no zone"),
    ("2023-05-03[localtime]", "names no zone"),
    ("2023-05-03[right/Europe/Kyiv]", "names no zone"),
    ("2023-05-03[+25:00]", "no offset"),
    ("2023-05-03T02:27+02:00[Europe/Moscow]", r"\+02:00 is not that of Europe/Moscow"),
    ("2023-05-03T02:27+02:00[+03:00]", r"\+02:00 is not that of \+03:00"),
    ("2023-05-03/2023-05-05T12:00Z", "another has none"),
    ("2023-05-05T12:00Z/2023-05-06T12:00", "another has none"),
    ("[2023-05-05T12:00Z..2023-05-06]", "another has none"),
    ("-0044[Europe/Rome]", "1 to 9999"),
    ("Y20230[Europe/Rome]", "1 to 9999"),
    ("0001-24[Europe/Rome]", "1 to 9999"),
    ("0001-01-01T00:30+00:49[Europe/Rome]", "1 to 9999"),
    ("2023–05–03", "'–'"),
    ("２０２３", "'２'"),
    ("2023-05-03\n", r"'\\n'"),
    ("2023\x00", r"'\\x00'"),
    ("2023\ud800", r"'\\ud800'"),
    ("2" * (LONGEST + 1), "longer than 200"),
]


@pytest.mark.parametrize(("value", "reason"), BY_NAME)
def test_what_is_not_read_is_refused_by_name(value: str, reason: str) -> None:
    with pytest.raises(WhenError, match=reason):
        When(value=value)


HOSTILE = [
    "Y9E999999999",
    "Y" + "9" * 199,
    "[" * 200,
    "]" * 200,
    "[" * 100 + "]" * 100,
    "/" * 200,
    "." * 200,
    "-" * 200,
    "~" * 200,
    "X" * 200,
    "2023-05-03T" + "0" * 189,
    "2023-05-03T02:27:43." + "9" * 180,
    "2023[" + "a/" * 97 + "]",
    "?-" * 100,
    "2023-" * 40,
    "9" * 1_000_000,
    "[" * 1_000_000,
    "\u0660" * 10_000,
]


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: value[:12])
def test_a_hostile_text_ends_at_once(value: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(WhenError):
        When(value=value)
    assert time.perf_counter() - begun < 1  # at once, as against for ever


@given(st.text(alphabet="0123456789-/.[]?~%XYTZ:+EuropKyivM", max_size=40))
def test_any_text_is_read_or_refused(value: str) -> None:
    with suppress(WhenError):
        assert When(value=value).value == value


@given(st.one_of(st.none(), st.integers(), st.binary(), st.floats()).filter(lambda value: value is not None))
def test_only_text_is_a_value(value: object) -> None:
    with pytest.raises(InvalidValueError):
        When(value=value)  # type: ignore[arg-type]


@given(when_values())
def test_a_value_is_kept_as_written(value: str) -> None:
    assert str(When(value=value)) == value


@given(when_values())
def test_the_quick_road_and_the_long_one_agree(value: str) -> None:
    quick = _quick(value)
    if quick is not None:
        parts = (f"?{part.rstrip('?~%')}" if part not in ("", "..") else part for part in value.split("/"))
        assert quick == _read("/".join(parts))  # a qualifier before the year moves no bound, and takes the long road


@given(st.dates(), st.sampled_from("?~%"))
def test_a_qualifier_moves_no_bound(day: date, mark: str) -> None:
    assert read(f"{day}{mark}") == read(str(day))


@given(st.datetimes(), st.integers(-14 * 60, 14 * 60).filter(lambda east: east % 60 or east))
def test_a_clock_time_is_read_as_the_standard_library_reads_it(local: datetime, east: int) -> None:
    moment = local.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=east)))
    start = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    assert read(moment.isoformat())[0] == (start, start + 1_000_000) * 2


@given(st.integers(-(10**9), 10**9), st.integers(1, 12))
def test_the_calendar_repeats_every_400_years(year: int, month: int) -> None:
    assert month_start(year + 400, month) - month_start(year, month) == 146_097 * DAY


@given(st.integers(-(10**9), 10**9), st.integers(1, 12), st.data())
def test_a_day_is_found_again(year: int, month: int, data: st.DataObject) -> None:
    day = data.draw(st.integers(1, days_in_month(year, month)))
    rest = data.draw(st.integers(0, DAY - 1))
    assert civil(month_start(year, month) + (day - 1) * DAY + rest) == (year, month, day, rest)


@given(st.dates())
def test_the_calendar_is_that_of_the_standard_library(day: date) -> None:
    moment = (day.toordinal() - date(1970, 1, 1).toordinal()) * DAY
    assert civil(moment) == (day.year, day.month, day.day, 0)


def test_importing_the_reader_loads_no_pendulum() -> None:
    import subprocess
    import sys

    code = "import sys, onrecord._when as w; w.When(value='2023[Europe/Kyiv]'); sys.exit('pendulum' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_message_shows_a_long_text_cut() -> None:
    with pytest.raises(WhenError, match=re.escape("… (1000002 characters)")):
        When(value="9" * 1_000_000)
