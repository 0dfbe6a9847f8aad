"""`When` and `parse_when`: what they hold, refuse and give."""

from __future__ import annotations

import copy
import pickle
import zoneinfo
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import attrs
import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord._when import TimeBasis, When, as_when, parse_when
from onrecord._when._calendar import DAY
from onrecord._when._reader import read
from onrecord._when._zones import FIRST, LAST
from onrecord.errors import CalendarRangeError, InvalidValueError, OnRecordError, WhenError
from onrecord.testing import when_values, whens

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(moment: datetime) -> int:
    plain = datetime.fromisoformat(moment.isoformat())  # pendulum's own differences cannot be divided
    zoned = plain if plain.tzinfo else plain.replace(tzinfo=UTC)
    return (zoned - EPOCH) // timedelta(microseconds=1)


@given(whens())
def test_equal_fields_make_equal_hashable_times(when: When) -> None:
    again = attrs.evolve(when)
    assert again == when
    assert hash(again) == hash(when)


@given(whens())
def test_a_time_survives_pickling_and_copying(when: When) -> None:
    assert pickle.loads(pickle.dumps(when)) == when == copy.deepcopy(when)
    assert pickle.loads(pickle.dumps(when)).bounds == when.bounds


def test_a_time_is_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        When(value="2023").value = "2024"  # type: ignore[misc]


def test_times_are_not_ordered_by_less_than() -> None:
    with pytest.raises(TypeError):
        sorted([When(value="2023"), When(value="2024")])


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({}, "When.value", "must be given where there is neither"),
        ({"note": "no more"}, "When.value", "must be given where there is neither"),
        ({"value": 2023}, "When.value", "must be a str"),
        ({"value": "2023", "text": ""}, "When.text", "must not be empty"),
        ({"value": "2023", "text": "a\ud800"}, "When.text", "lone surrogate"),
        ({"text": 5}, "When.text", "must be a str"),
        ({"value": "2023", "basis": "given"}, "When.basis", "must be a TimeBasis"),
        ({"value": "2023", "relative_to": ""}, "When.relative_to", "must not be empty"),
        ({"text": "the day before", "offset": "-P1D"}, "When.offset", "needs relative_to"),
        ({"relative_to": "event:1", "offset": "yesterday"}, "When.offset", "must be"),
        ({"value": ""}, "When.value", "empty"),
    ],
)
def test_what_no_time_may_hold_is_refused_by_field(fields: dict[str, object], field: str, reason: str) -> None:
    with pytest.raises(InvalidValueError, match=reason) as caught:
        When(**fields)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_a_subclass_of_str_is_no_value() -> None:
    class Text(str):
        __slots__ = ()

    with pytest.raises(InvalidValueError, match="must be a str"):
        When(value=Text("2023"))


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(value="2023", text="this year"), "2023"),
        (When(text="overnight", relative_to="event:1"), "overnight"),
        (When(relative_to="event:1", offset="-P1D"), "-P1D@event:1"),
        (When(relative_to="event:1"), "@event:1"),
    ],
)
def test_a_time_is_shown_by_its_value_or_words(when: When, shown: str) -> None:
    assert str(when) == shown


def test_a_basis_is_shown_by_its_value() -> None:
    assert str(TimeBasis.printed) == "printed"


@given(whens())
def test_only_what_has_a_value_is_resolved(when: When) -> None:
    assert when.resolved == (when.value is not None)
    assert when.resolved or (when.bounds == (None,) * 4 and not when.floating)


# --- pendulum ---


@given(when_values())
def test_start_and_end_are_the_outer_bounds(value: str) -> None:
    when = When(value=value)
    for edge, name in ((when.bounds[0], "start"), (when.bounds[3], "end")):
        try:
            moment = getattr(when, name)
        except CalendarRangeError:
            assert edge is not None
            assert not FIRST + DAY <= edge < LAST - DAY
            continue
        assert (moment is None) == (edge is None)
        assert moment is None or (type(moment) is pendulum.DateTime and microseconds(moment) == edge)
        assert moment is None or (moment.tzinfo is None) == when.floating


@pytest.mark.parametrize(
    ("value", "zone", "text"),
    [
        ("2023-05-03T02:27[Europe/Moscow]", "Europe/Moscow", "2023-05-03T02:27:00+03:00"),
        ("2023-05-03T02:27Z[Europe/Moscow]", "Europe/Moscow", "2023-05-03T05:27:00+03:00"),
        ("2023-05-03T02:27+03:00", "+03:00", "2023-05-03T02:27:00+03:00"),
        ("2023-05-03T02:27-04", "-04:00", "2023-05-03T02:27:00-04:00"),
        ("2023-05-03T02:27Z", "UTC", "2023-05-03T02:27:00+00:00"),
        ("2023-05-03[UTC]", "UTC", "2023-05-03T00:00:00+00:00"),
        ("2023-05-05T18:00+03:00/2023-05-08T09:00-04", "UTC", "2023-05-05T15:00:00+00:00"),
        ("2023-10-29T02:30[Europe/Berlin]", "Europe/Berlin", "2023-10-29T02:30:00+02:00"),
        ("2023-10-29T02:30+01:00[Europe/Berlin]", "Europe/Berlin", "2023-10-29T02:30:00+01:00"),
    ],
)
def test_a_moment_is_in_the_one_zone_that_the_value_names(value: str, zone: str, text: str) -> None:
    start = When(value=value).start
    assert start is not None
    assert (start.timezone_name, start.isoformat()) == (zone, text)
    assert isinstance(start.timezone, pendulum.Timezone | pendulum.FixedTimezone)


def test_a_moment_of_a_floating_time_is_naive() -> None:
    start = When(value="2023-05-03").start
    assert start == pendulum.naive(2023, 5, 3)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Y170000002", "start"),
        ("-0044", "start"),
        ("9999-12-31", "end"),
        ("0001-01-01T00:00+03:00", "start"),
        ("0001-01-01T00:00Z[America/New_York]", "start"),
    ],
)
def test_a_year_that_no_datetime_has_is_a_named_error(value: str, name: str) -> None:
    with pytest.raises(CalendarRangeError, match="1 to 9999"):
        getattr(When(value=value), name)


def test_a_bounded_time_gives_an_interval() -> None:
    interval = When(value="2023-05-05T18:00/2023-05-08T09:00[Europe/Kyiv]").to_interval()
    assert isinstance(interval, pendulum.Interval)
    assert interval.start == pendulum.datetime(2023, 5, 5, 18, tz="Europe/Kyiv")
    assert interval.end == pendulum.datetime(2023, 5, 8, 9, 1, tz="Europe/Kyiv")


def test_a_floating_time_gives_an_interval() -> None:
    assert When(value="2023-05-03").to_interval().in_hours() == 24


@pytest.mark.parametrize(
    ("when", "edge"),
    [
        (When(value="2023/.."), "its end is not known"),
        (When(value="../2023"), "its begin is not known"),
        (When(text="overnight"), "its begin is not known"),
    ],
)
def test_what_is_not_bounded_gives_no_interval(when: When, edge: str) -> None:
    with pytest.raises(WhenError, match=edge):
        when.to_interval()


# --- sort_key ---


@given(st.lists(whens(), max_size=8))
def test_every_list_of_times_can_be_sorted_and_the_unknown_come_last(times: list[When]) -> None:
    ordered = [when.resolved for when in sorted(times, key=When.sort_key)]
    assert ordered == sorted(ordered, reverse=True)


@given(whens(), whens())
def test_only_equal_times_sort_alike(a: When, b: When) -> None:
    assert (a.sort_key() == b.sort_key()) == (a == b)


@given(st.lists(st.dates(), max_size=8))
def test_days_sort_as_days_do(days: list[date]) -> None:
    assert sorted(map(parse_when, days), key=When.sort_key) == list(map(parse_when, sorted(days)))


def test_an_open_begin_sorts_by_the_first_bound_known() -> None:
    times = [When(value=value) for value in ("2024", "../2023", "2022", "../2021")]
    assert [str(when) for when in sorted(times, key=When.sort_key)] == ["../2021", "2022", "../2023", "2024"]


# --- parse_when ---


@given(when_values())
def test_a_text_is_taken_as_it_is(value: str) -> None:
    assert parse_when(value) == When(value=value)


@given(st.dates())
def test_a_date_is_a_day(day: date) -> None:
    assert parse_when(day).value == str(day)


ZONES: list[tzinfo | None] = [None, UTC, timezone(timedelta(hours=-4)), timezone(timedelta(hours=5, minutes=45))]
ZONES += [zoneinfo.ZoneInfo(key) for key in ("Europe/Moscow", "Europe/Berlin", "America/New_York", "Pacific/Apia")]


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)), st.sampled_from(ZONES), st.integers(0, 1))
@example(datetime(2023, 10, 29, 2, 30), ZONES[5], 1)
@example(datetime(1850, 1, 1), ZONES[5], 0)
def test_a_datetime_is_its_second_or_microsecond(local: datetime, zone: tzinfo | None, fold: int) -> None:
    moment = local.replace(tzinfo=zone, fold=fold)
    back = moment.astimezone(UTC).astimezone(zone) if zone else moment
    if back.replace(tzinfo=None) != local:
        with pytest.raises(WhenError, match="is not that of"):
            parse_when(moment)
        return
    when = parse_when(moment)
    start, length = microseconds(moment), 1 if local.microsecond else 1_000_000
    assert when.bounds == (start, start + length) * 2
    assert when.floating == (zone is None)


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (datetime(2023, 5, 3, 2, 27), "2023-05-03T02:27:00"),
        (datetime(2023, 5, 3, 2, 27, 43, 500_000), "2023-05-03T02:27:43.500000"),
        (datetime(2023, 5, 3, 2, 27, tzinfo=UTC), "2023-05-03T02:27:00+00:00"),
        (datetime(2023, 5, 3, 2, 27, tzinfo=ZONES[4]), "2023-05-03T02:27:00+03:00[Europe/Moscow]"),
        (datetime(1850, 1, 1, tzinfo=ZONES[5]), "1849-12-31T23:06:32Z[Europe/Berlin]"),
        (pendulum.datetime(2023, 5, 3, 2, 27, tz="Europe/Kyiv"), "2023-05-03T02:27:00+03:00[Europe/Kyiv]"),
        (pendulum.datetime(2023, 5, 3, 2, 27, tz=-4), "2023-05-03T02:27:00-04:00"),
        (pendulum.date(2023, 5, 3), "2023-05-03"),
    ],
)
def test_a_datetime_keeps_its_offset_and_its_zones_name(moment: date, value: str) -> None:
    assert parse_when(moment).value == value


def test_an_offset_of_odd_seconds_without_a_zone_is_refused() -> None:
    with pytest.raises(WhenError, match="whole number of minutes"):
        parse_when(datetime(1850, 1, 1, tzinfo=timezone(timedelta(seconds=3208))))


def test_nanoseconds_are_refused_not_dropped() -> None:
    class Timestamp(datetime):
        nanosecond = 5

    with pytest.raises(WhenError, match="more than 6 digits"):
        parse_when(Timestamp(2023, 5, 3))


@pytest.mark.parametrize("value", [None, 20230503, 5.0, b"2023", True])
def test_nothing_else_is_a_time(value: object) -> None:
    with pytest.raises(WhenError, match="neither text nor a date"):
        parse_when(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "zone", "expected"),
    [
        ("2023-05-03T02:27", "Europe/Moscow", "2023-05-03T02:27[Europe/Moscow]"),
        ("2023-05-03T02:27+03:00", "Europe/Moscow", "2023-05-03T02:27+03:00[Europe/Moscow]"),
        ("2023-05-03[Europe/Moscow]", "Europe/Moscow", "2023-05-03[Europe/Moscow]"),
        ("[2022..2023]", "+03:00", "[2022..2023][+03:00]"),
        ("2022/[2023..]", "UTC", "2022/[2023..][UTC]"),
        (date(2023, 5, 3), "Europe/Kyiv", "2023-05-03[Europe/Kyiv]"),
    ],
)
def test_a_zone_given_is_written_at_the_end(value: str | date, zone: str, expected: str) -> None:
    assert parse_when(value, zone=zone).value == expected


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        ("2023-05-03[Europe/Kyiv]", "Europe/Moscow"),
        ("2023-05-03T02:27+02:00", "Europe/Moscow"),
        ("2023-05-03", "Europe/Nowhere"),
        ("2023-05-03", ""),
    ],
)
def test_a_zone_that_does_not_agree_is_refused(value: str, zone: str) -> None:
    with pytest.raises(WhenError):
        parse_when(value, zone=zone)


def test_provenance_is_kept() -> None:
    when = parse_when(
        "2022-03", text="14 months ago", relative_to="s:1", offset="-P14M", basis=TimeBasis.inferred, note="by hand"
    )
    assert attrs.astuple(when) == ("2022-03", "14 months ago", "s:1", "-P14M", TimeBasis.inferred, "by hand")


def test_as_when_gives_a_when_back_as_it_is() -> None:
    when = When(value="2023")
    assert as_when(when) is when
    assert as_when("2023") == when


@given(st.text(max_size=20))
def test_every_refusal_is_of_the_family_and_a_value_error(value: str) -> None:
    try:
        parse_when(value)
    except OnRecordError as error:
        refused: Exception = error
        assert isinstance(refused, ValueError)


def test_repeated_texts_are_read_once() -> None:
    read("1999-12-31")
    hits = read.cache_info().hits
    assert When(value="1999-12-31").bounds
    assert read.cache_info().hits > hits
