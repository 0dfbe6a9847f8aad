"""Times told from another time: the value found holds every instant that the words allow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pendulum
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord._when import TimeBasis, When
from onrecord.errors import CalendarRangeError, InvalidValueError

RESOLVED = [
    # offset, anchor, value
    ("-P1D", "2023-05-03", "2023-05-02"),
    ("P1D", "2023-05-03", "2023-05-04"),
    ("+P1D", "2023-05-03", "2023-05-04"),
    ("P0D", "2023-05-03T02:27", "2023-05-03"),
    ("-P14M", "2023-05-03", "2022-03"),
    ("~-P14M", "2023-05-03", "2022-03~"),
    ("-P1Y", "2023-05-03", "2022"),
    ("P1Y2M", "2023-05-03", "2024-07"),
    ("-P2W", "2023-05-03", "[2023-04-17..2023-04-23]"),
    ("~-P1W", "2023-05-03", "[2023-04-24~..2023-04-30~]"),
    ("PT2H", "2023-05-03T02:27", "2023-05-03T04"),
    ("PT30M", "2023-05-03T02:27", "2023-05-03T02:57"),
    ("PT5S", "2023-05-03T02:27:43", "2023-05-03T02:27:48"),
    ("-PT2H", "2023-05-03", "[2023-05-02T22..2023-05-03T21]"),
    ("P1DT1H", "2023-05-03T23:30", "2023-05-05T00"),
    # backward from the begin, forward from anywhere in it
    ("-P1D", "2023-05-03/2023-05-05", "2023-05-02"),
    ("P1D", "2023-05-03/2023-05-05", "[2023-05-04..2023-05-06]"),
    ("-P1D", "2022-02-24/..", "2022-02-23"),
    ("P1Y", "2022-02-24/..", "[2023-02-24..]"),
    ("-P1D", "[2023-05-03..]", "[2023-05-02..]"),
    ("P1D", "../2023-05-03", "[..2023-05-04]"),
    # more than, some time before and after
    ("<-P14M", "2023-05-03", "[..2022-03-03]"),
    ("<P0D", "2023-05-03", "[..2023-05-03]"),
    (">P0D", "2023-05-03", "[2023-05-03..]"),
    (">PT2H", "2023-05-03T02:27", "[2023-05-03T04:27..]"),
    ("<P0D", "2022-02-24/..", "[..2022-02-24]"),
    (">P0D", "2022-02-24/..", "[2022-02-24..]"),
    ("<-PT1S", "2023-05-03T02:27:43.25", "[..2023-05-03T02:27:42.259999]"),
    # a day that a month lacks is its last day
    ("<-P1M", "2023-03-31", "[..2023-02-28]"),
    (">-P1M", "2023-03-28T12:00", "[2023-02-28..]"),
    (">P1M", "2023-01-31T12:00", "[2023-02-28..]"),
    ("<P1M", "2023-01-31T12:00", "[..2023-02-28]"),
    # zones
    ("-P1D", "2023-05-03T02:27[Europe/Moscow]", "2023-05-02[Europe/Moscow]"),
    ("-P1D", "2023-05-03T02:27+03:00", "2023-05-02[+03:00]"),
    ("-P1D", "2023-05-03T02:27Z", "2023-05-02[UTC]"),
    ("-P1D", "2023-03-27[Europe/Berlin]", "2023-03-26[Europe/Berlin]"),
    ("PT24H", "2023-03-25T12:00[Europe/Berlin]", "2023-03-26T13[Europe/Berlin]"),
    ("<-P1D", "2023-03-27T02:30[Europe/Berlin]", "[..2023-03-26T01:30][UTC]"),
    (">-P1D", "2023-03-27T02:30[Europe/Berlin]", "[2023-03-26T00:30..][UTC]"),
    ("P1D", "2011-12-29[Pacific/Apia]", "[2011-12-29T10:00..2011-12-31T09:59][UTC]"),
    # far away
    ("-P999999Y", "2023", "Y-997976"),
    ("-P1M", "Y20000", "[Y19999..Y20000]"),
    ("P1Y", "-0044", "-0043"),
    ("P1M", "-0044-03", "-0044-04"),
]


@pytest.mark.parametrize(("offset", "anchor", "value"), RESOLVED)
def test_a_relative_time_is_resolved_from_its_anchor(offset: str, anchor: str, value: str) -> None:
    resolved = When(relative_to="event:1", offset=offset).resolve(When(value=anchor))
    assert resolved.value == value


def test_what_is_resolved_says_from_what() -> None:
    told = When(text="the day before", relative_to="event:1", offset="-P1D", basis=TimeBasis.printed)
    assert told.resolve(When(value="2023-05-03")) == attrs.evolve(
        told, value="2023-05-02", basis=TimeBasis.inferred, note="-P1D from event:1 at 2023-05-03"
    )


def test_a_note_is_kept() -> None:
    told = When(relative_to="event:1", offset="-P1D", note="said twice")
    assert told.resolve(When(value="2023-05-03")).note == "said twice; -P1D from event:1 at 2023-05-03"


@pytest.mark.parametrize(
    ("when", "anchor"),
    [
        (When(value="2023", relative_to="event:1", offset="-P1D"), When(value="2024")),
        (When(text="earlier", relative_to="event:1"), When(value="2024")),
        (When(relative_to="event:1", offset="-P1D"), When(text="overnight")),
        (When(relative_to="event:1", offset="<-P1D"), When(value="2024/[2025..]").resolve(When(value="2024"))),
        (When(relative_to="event:1", offset=">P1D"), When(value="../2024")),
        (When(relative_to="event:1", offset="<P1D"), When(value="[2024..]")),
    ],
)
def test_what_cannot_be_resolved_stays_as_it_is(when: When, anchor: When) -> None:
    if when.offset == "<-P1D":
        assert when.resolve(anchor).value == "[..2024-12-30]"
    else:
        assert when.resolve(anchor) is when


def test_a_time_outside_the_years_of_a_zone_is_a_named_error() -> None:
    with pytest.raises(CalendarRangeError, match="-P9999YT1H from 2023"):
        When(relative_to="e", offset="-P9999YT1H").resolve(When(value="2023[Europe/Moscow]"))


@pytest.mark.parametrize(
    "offset",
    ["", "P", "PT", "1D", "-1D", "P1", "P1DT", "P1.5D", "P-1D", "--P1D", "P1D ", "<>P1D", "?P1D", "P1H", "PT1D",
     "P1D1M", "P1234567D", "P١D", "yesterday", "P" * 1000],
)  # fmt: skip
def test_what_is_no_offset_is_refused(offset: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        When(relative_to="event:1", offset=offset)
    assert caught.value.field == "When.offset"


# --- soundness ---

MICROSECOND = timedelta(microseconds=1)
ZONES = ("", "[UTC]", "[+03:00]", "[Europe/Berlin]", "[America/New_York]", "[Pacific/Apia]", "[Australia/Lord_Howe]")
anchors = st.tuples(
    st.datetimes(datetime(1971, 1, 1), datetime(2036, 12, 31)),
    st.sampled_from((4, 7, 10, 13, 16, 19)),
    st.sampled_from(ZONES),
).map(lambda drawn: drawn[0].isoformat()[: drawn[1]] + drawn[2])
durations = st.fixed_dictionaries(
    {
        name: st.integers(0, most)
        for name, most in (("Y", 3), ("M", 30), ("W", 5), ("D", 40), ("H", 50), ("m", 90), ("S", 90))
    }
)


def written(parts: dict[str, int]) -> str:
    day = "".join(f"{parts[name]}{name}" for name in "YMWD" if parts[name])
    clock = "".join(f"{parts[name]}{name.upper()}" for name in "HmS" if parts[name])
    return f"P{day}T{clock}" if clock else f"P{day or '0D'}"


def moved(moment: datetime, parts: dict[str, int], sign: int) -> datetime:
    """What pendulum makes of it: months clamped to the month's last day, then days, then elapsed time."""
    local = pendulum.instance(moment, tz=None)
    months = local.add(years=sign * parts["Y"], months=sign * parts["M"])
    days = months.add(days=sign * (7 * parts["W"] + parts["D"]))
    clock = {"hours": sign * parts["H"], "minutes": sign * parts["m"], "seconds": sign * parts["S"]}
    return days.add(**clock)


def moments(anchor: When, fractions: list[float]) -> list[datetime]:
    """Instants inside an anchor, in its zone."""
    start, end = anchor.start, anchor.end
    assert start is not None
    assert end is not None
    plain = datetime.fromisoformat(start.isoformat())
    length = (anchor.bounds[3] or 0) - (anchor.bounds[0] or 0) - 1
    name = start.timezone_name or ""
    if not name:
        return [plain + round(length * part) * MICROSECOND for part in fractions]
    zone = ZoneInfo(name) if "/" in name else plain.tzinfo
    return [(plain.astimezone(UTC) + round(length * part) * MICROSECOND).astimezone(zone) for part in fractions]


def microseconds(moment: datetime) -> int:
    plain = datetime.fromisoformat(moment.isoformat())  # pendulum's own differences cannot be divided
    plain = plain if plain.tzinfo else plain.replace(tzinfo=UTC)
    return (plain - datetime(1970, 1, 1, tzinfo=UTC)) // MICROSECOND


fractions = st.lists(st.floats(0, 1), min_size=1, max_size=5)


@given(anchors, durations, st.sampled_from((1, -1)), st.sampled_from(("", "~", "<", ">")), fractions)
@example("2023-03", dict.fromkeys("YWDHmS", 0) | {"M": 1}, -1, "<", [0.9, 1.0])
@example("2023-03-28T20", dict.fromkeys("YWDHmS", 0) | {"M": 1}, -1, ">", [0.0])
def test_a_resolved_time_holds_all_that_its_words_allow(
    anchor: str, parts: dict[str, int], sign: int, relation: str, inside: list[float]
) -> None:
    try:
        known = When(value=anchor)
    except ValueError:
        assume(False)
    told = When(relative_to="event:1", offset=f"{relation}{'-' if sign < 0 else ''}{written(parts)}")
    earliest, _, _, latest = told.resolve(known).bounds
    for moment in moments(known, [0.0, 1.0, *inside]):
        there = microseconds(moved(moment, parts, sign))
        assert relation == "<" or (earliest is not None and earliest <= there)
        assert relation == ">" or (latest is not None and there < latest)


@given(anchors, st.sampled_from(("<", ">")))
def test_some_time_before_and_after_have_one_open_side(anchor: str, relation: str) -> None:
    try:
        known = When(value=anchor)
    except ValueError:
        assume(False)
    bounds = When(relative_to="event:1", offset=f"{relation}P0D").resolve(known).bounds
    begin, _, _, end = known.bounds
    assert bounds == ((None, end) * 2 if relation == "<" else (begin, None) * 2)
