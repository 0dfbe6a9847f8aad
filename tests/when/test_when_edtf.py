"""Every example of the Library of Congress's EDTF specification of 2019: read with these bounds, or refused."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from onrecord._when import When
from onrecord._when._calendar import month_start
from onrecord.errors import WhenError

Edge = str | int | None


def microseconds(edge: Edge) -> int | None:
    """A moment written `2004-06-01`, `2004-06-01T10:00:00`, a year's number, or None."""
    if edge is None:
        return None
    if isinstance(edge, int):
        return month_start(edge, 1)
    return (datetime.fromisoformat(edge) - datetime(1970, 1, 1)) // timedelta(microseconds=1)


# value, then where its window begins and ends: it lies somewhere in that
SOMEWHERE: list[tuple[str, Edge, Edge]] = [
    # level 0: date
    ("1985-04-12", "1985-04-12", "1985-04-13"),
    ("1985-04", "1985-04-01", "1985-05-01"),
    ("1985-12", "1985-12-01", "1986-01-01"),
    ("1985", 1985, 1986),
    ("0000", 0, 1),
    ("0001-01-01", "0001-01-01", "0001-01-02"),
    ("9999-12-31", "9999-12-31", 10000),
    ("2004-02-29", "2004-02-29", "2004-03-01"),
    # level 0: date and time
    ("1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:31"),
    ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30", "1985-04-12T23:20:31"),
    ("1985-04-12T23:20:30-04", "1985-04-13T03:20:30", "1985-04-13T03:20:31"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30", "1985-04-12T18:50:31"),
    # level 1: letter-prefixed calendar year
    ("Y170000002", 170000002, 170000003),
    ("Y-170000002", -170000002, -170000001),
    # level 1: seasons (hemisphere not named: both; across the new year: either)
    ("2001-21", "2001-03-01", "2002-01-01"),
    ("2001-22", "2000-12-01", "2002-04-01"),
    ("2001-23", "2001-03-01", "2002-01-01"),
    ("2001-24", "2000-12-01", "2002-04-01"),
    # level 1: qualification of a date (complete)
    ("1984?", 1984, 1985),
    ("2004-06~", "2004-06-01", "2004-07-01"),
    ("2004-06-11%", "2004-06-11", "2004-06-12"),
    # level 1: unspecified digits from the right
    ("201X", 2010, 2020),
    ("20XX", 2000, 2100),
    ("2004-XX", 2004, 2005),
    ("1985-04-XX", "1985-04-01", "1985-05-01"),
    ("1985-XX-XX", 1985, 1986),
    # level 1: negative calendar year
    ("-1985", -1985, -1984),
    # level 2: sub-year groupings
    ("2001-25", "2001-03-01", "2001-07-01"),
    ("2001-26", "2001-06-01", "2001-10-01"),
    ("2001-27", "2001-09-01", "2002-01-01"),
    ("2001-28", "2000-12-01", "2002-04-01"),
    ("2001-29", "2001-09-01", "2002-01-01"),
    ("2001-30", "2000-12-01", "2002-04-01"),
    ("2001-31", "2001-03-01", "2001-07-01"),
    ("2001-32", "2001-06-01", "2001-10-01"),
    ("2001-33", "2001-01-01", "2001-04-01"),
    ("2001-34", "2001-04-01", "2001-07-01"),
    ("2001-35", "2001-07-01", "2001-10-01"),
    ("2001-36", "2001-10-01", "2002-01-01"),
    ("2001-37", "2001-01-01", "2001-05-01"),
    ("2001-38", "2001-05-01", "2001-09-01"),
    ("2001-39", "2001-09-01", "2002-01-01"),
    ("2001-40", "2001-01-01", "2001-07-01"),
    ("2001-41", "2001-07-01", "2002-01-01"),
    # level 2: qualification of groups and of single components
    ("2004-06~-11", "2004-06-11", "2004-06-12"),
    ("2004?-06-11", "2004-06-11", "2004-06-12"),
    ("?2004-06-~11", "2004-06-11", "2004-06-12"),
    ("2004-%06-11", "2004-06-11", "2004-06-12"),
    # level 2: unspecified digits in the last places
    ("2XXX", 2000, 3000),
    ("XXXX", 0, 10000),
    ("1XXX-XX", 1000, 2000),
    ("201X-XX-XX", 2010, 2020),
    ("1984-0X", "1984-01-01", "1984-10-01"),
    ("1984-1X", "1984-10-01", "1985-01-01"),
    ("1984-1X-XX", "1984-10-01", "1985-01-01"),
    ("1984-02-2X", "1984-02-20", "1984-03-01"),
    ("1984-05-0X", "1984-05-01", "1984-05-10"),
    ("1984-05-3X", "1984-05-30", "1984-06-01"),
    ("-201X", -2019, -2009),
    ("-000X", -9, 0),
    # level 2: one of a set, as a single range
    ("[1670..1672]", 1670, 1673),
    ("[2023-05-03..2023-05]", "2023-05-03", "2023-06-01"),
    ("[..1760-12-03]", None, "1760-12-04"),
    ("[..1984]", None, 1985),
    ("[1760-12..]", "1760-12-01", None),
    ("[2001-21?..2004~]", "2001-03-01", 2005),
]


@pytest.mark.parametrize(("value", "start", "end"), SOMEWHERE)
def test_a_date_lies_somewhere_in_its_window(value: str, start: Edge, end: Edge) -> None:
    window = microseconds(start), microseconds(end)
    assert When(value=value).bounds == window + window


# value, then its four bounds
INTERVALS: list[tuple[str, Edge, Edge, Edge, Edge]] = [
    # level 0
    ("1964/2008", 1964, 1965, 2008, 2009),
    ("2004-06/2006-08", "2004-06-01", "2004-07-01", "2006-08-01", "2006-09-01"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2004-02-02", "2005-02-08", "2005-02-09"),
    ("2004-02-01/2005-02", "2004-02-01", "2004-02-02", "2005-02-01", "2005-03-01"),
    ("2004-02-01/2005", "2004-02-01", "2004-02-02", 2005, 2006),
    ("2005/2006-02", 2005, 2006, "2006-02-01", "2006-03-01"),
    # level 1: open and unknown ends
    ("1985-04-12/..", "1985-04-12", "1985-04-13", None, None),
    ("1985-04/..", "1985-04-01", "1985-05-01", None, None),
    ("1985/..", 1985, 1986, None, None),
    ("../1985-04-12", None, None, "1985-04-12", "1985-04-13"),
    ("../1985-04", None, None, "1985-04-01", "1985-05-01"),
    ("../1985", None, None, 1985, 1986),
    ("1985-04-12/", "1985-04-12", "1985-04-13", None, None),
    ("1985-04/", "1985-04-01", "1985-05-01", None, None),
    ("1985/", 1985, 1986, None, None),
    ("/1985-04-12", None, None, "1985-04-12", "1985-04-13"),
    ("/1985-04", None, None, "1985-04-01", "1985-05-01"),
    ("/1985", None, None, 1985, 1986),
    # level 1: qualified ends
    ("1984~/2004-06", 1984, 1985, "2004-06-01", "2004-07-01"),
    ("1984/2004-06~", 1984, 1985, "2004-06-01", "2004-07-01"),
    ("1984?/2004%", 1984, 1985, 2004, 2005),
    ("1984-06-02?/2004-08-08~", "1984-06-02", "1984-06-03", "2004-08-08", "2004-08-09"),
    # level 2
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-02", "2004-06-20", "2004-06-21"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-01", "2004-07-03", "2004-07-04"),
    ("Y-20000/-0044", -20000, -19999, -44, -43),
]


@pytest.mark.parametrize(("value", "begin", "begun", "end", "ended"), INTERVALS)
def test_an_interval_begins_in_its_first_part_and_ends_in_its_last(
    value: str, begin: Edge, begun: Edge, end: Edge, ended: Edge
) -> None:
    assert When(value=value).bounds == tuple(microseconds(edge) for edge in (begin, begun, end, ended))


@pytest.mark.parametrize("value", [row[0] for row in SOMEWHERE] + [row[0] for row in INTERVALS])
def test_a_value_is_written_as_it_was_read(value: str) -> None:
    assert str(When(value=value)) == value


BY_NAME = [
    # level 2 of the specification
    ("Y-17E7", "exponential year"),
    ("Y17E8", "exponential year"),
    ("1950S2", "significant digits"),
    ("Y171010000S3", "significant digits"),
    ("Y3388E2S3", "exponential year"),
    ("[1667,1668,1670..1672]", "several members"),
    ("[1667,1760-12]", "several members"),
    ("[1760-01,1760-02,1760-12..]", "several members"),
    ("[1667]", "a set of one"),
    ("{1667,1668,1670..1672}", "all members"),
    ("{1960,1961-12}", "all members"),
    ("{..1984}", "all members"),
    ("156X-12-25", "unspecified digit before a specified one"),
    ("15XX-12-25", "unspecified digit before a specified one"),
    ("XXXX-12-XX", "unspecified digit before a specified one"),
    ("1XXX-12", "unspecified digit before a specified one"),
    ("2004-XX-11", "unspecified digit before a specified one"),
    ("2004-X1", "unspecified digit before a specified one"),
    ("19X4", "unspecified digit before a specified one"),
    # intervals and ranges that say nothing or too much
    ("../..", "neither begin nor end"),
    ("/", "neither begin nor end"),
    ("../", "neither begin nor end"),
    ("/..", "neither begin nor end"),
    ("[..]", "neither first nor last"),
    ("1984/1985/1986", "one begin and one end"),
    ("1670..1672", "is written"),
    ("[1670..1672", "is written"),
    ("[1670..1671..1672]", "is written"),
    ("[[1670..1672]]", "brackets hold one range"),
    # reversed
    ("2024/2023", "end before it begins"),
    ("[2024..2023]", "end before it begins"),
    ("2023-05-03T02:27/2023-05-03T02:26", "end before it begins"),
    # dates that are none
    ("1985-13", "no month 13"),
    ("1985-00", "no month 00"),
    ("1985-42", "no month 42"),
    ("1985-2X", "no month 2X"),
    ("1985-02-30", "no day of that month 30"),
    ("1985-04-00", "no day of that month 00"),
    ("1985-02-3X", "no day of that month 3X"),
    ("-0000", "no year 0000"),
    ("2001-21-03", "takes no day"),
    ("Y170000002-05", "takes no month"),
    ("Y2023", "more than four digits"),
    ("Y020230", "no leading zero"),
    ("Y1234567890123456", "more than 15 digits"),
    ("12023", "with Y before it"),
    ("201", "four digits"),
    ("20", "four digits of year"),
    ("?2004?", "qualified twice"),
    ("2004-?06?", "qualified twice"),
    ("2004??", "no form of EDTF"),
    # ISO 8601 that EDTF leaves out, and EDTF's old draft
    ("20230503", "hyphens"),
    ("202305", "hyphen"),
    ("2023-W18", "week date"),
    ("2023-W18-3", "week date"),
    ("2023-123", "ordinal date"),
    ("P1D", "duration"),
    ("R5/2023", "repeating"),
    ("open/2023", "old draft"),
    ("2023/unknown", "old draft"),
    ("199u", "old draft"),
    ("1999-uu", "old draft"),
    # what people write
    ("", "empty"),
    ("now", "clock"),
    ("today", "clock"),
    ("2:27", "clock time alone"),
    ("T02:27", "clock time alone"),
    ("2am", "clock time alone"),
    ("3 May 2023", "no space"),
    ("03-05-2023", "nothing here guesses"),
    ("3.5.2023", "nothing here guesses"),
    ("05/03/2023", "one begin and one end"),
    ("overnight", "no form of EDTF"),
]


@pytest.mark.parametrize(("value", "reason"), BY_NAME)
def test_what_is_not_read_is_refused_by_name(value: str, reason: str) -> None:
    with pytest.raises(WhenError, match=reason) as caught:
        When(value=value)
    assert caught.value.value == value
