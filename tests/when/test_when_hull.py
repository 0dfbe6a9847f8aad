"""The hull of several times, and texts of bounds."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord._when import TimeBasis, When, hull, widened
from onrecord._when._calendar import month_start
from onrecord._when._relations import NOTHING, Bounds, possible
from onrecord._when._writer import text_of_bounds
from onrecord.testing import when_values, whens


def outermost(all_bounds: list[Bounds]) -> Bounds:
    """Naively: None on a side wherever any has None."""
    columns = list(zip(*all_bounds, strict=True))
    pick = (min, max, min, max)
    found = [None if None in column else choose(column) for choose, column in zip(pick, columns, strict=True)]
    return found[0], found[1], found[2], found[3]


def four_digits(bounds: Bounds) -> bool:
    """Whether all edges lie in the years -9999 to 9999, which need no rounding."""
    return all(edge is None or month_start(-9999, 1) <= edge <= month_start(10_000, 1) for edge in bounds)


@given(st.lists(when_values(), min_size=1, max_size=5))
@example(["2023-10-29T02:30+02:00[Europe/Berlin]", "2023-10-29T01[Europe/Berlin]"])
@example(["9999", "9998"])
@example(["-9999", "-9998"])
def test_a_hull_has_exactly_the_outermost_bounds(values: list[str]) -> None:
    times = [When(value=value) for value in values]
    mixed = len({when.floating for when in times}) == 2
    expected = outermost([widened(when.bounds) if mixed and when.floating else when.bounds for when in times])
    assume(four_digits(expected))
    found = hull(times)
    if len(set(values)) == 1:
        assert found is times[0]
    elif expected == NOTHING:
        assert found is None
    else:
        assert found is not None
        assert found.bounds == expected
        assert found.floating == all(when.floating for when in times)


@given(st.lists(when_values(), min_size=1, max_size=5))
@example(["Y-12345/..", "2023"])
@example(["Y12345", "2023-05"])
def test_a_hull_reaches_at_least_as_far_as_each_time(values: list[str]) -> None:
    times = [When(value=value) for value in values]
    found = hull(times)
    for when in times:
        mixed = found is not None and when.floating and not found.floating
        begin, _, _, end = widened(when.bounds) if mixed else when.bounds
        outer = NOTHING if found is None else found.bounds
        assert outer[0] is None or (begin is not None and outer[0] <= begin)
        assert outer[3] is None or (end is not None and end <= outer[3])


@given(st.lists(whens(), max_size=5))
def test_unresolved_times_change_no_hull(times: list[When]) -> None:
    assert hull(times) == hull(when for when in times if when.resolved)


def test_there_is_no_hull_of_nothing() -> None:
    assert hull([]) is None
    assert hull([When(text="overnight")]) is None


def test_there_is_no_hull_where_nothing_is_bounded() -> None:
    assert hull([When(value="[..2022]"), When(value="[2021..]")]) is None


def test_a_hull_says_that_it_is_inferred() -> None:
    found = hull([When(value="2023-05-03"), When(value="2023-05-04")])
    assert found == When(value="[2023-05-03..2023-05-04]", basis=TimeBasis.inferred, note="the hull of 2 times")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["2023-05-03", "2023-05-03T02:27"], "2023-05-03"),
        (["2023-05-03T02", "2023-05-03T02:27"], "2023-05-03T02"),
        (["2023-05-03/2023-05-05", "2023-05-04"], "[2023-05-03..2023-05-04]/[2023-05-04..2023-05-05]"),
        (["2023-05-03/..", "2023-05-04"], "[2023-05-03..2023-05-04]/.."),
        (["../2023-05-03", "../2023-05-04"], "../[2023-05-03..2023-05-04]"),
        (["2023-05-03T02:27Z", "2023-05-03T02:43Z"], "[2023-05-03T02:27..2023-05-03T02:43][UTC]"),
        (
            ["2023-05-03T02:27[Europe/Moscow]", "2023-05-03T02:43[Europe/Moscow]"],
            "[2023-05-03T02:27..2023-05-03T02:43][Europe/Moscow]",
        ),
        (["2023-05-03T02:27+03:00", "2023-05-03T02:43Z"], "[2023-05-02T23:27..2023-05-03T02:43][UTC]"),
        (["2023-05-03", "2023-05-03T02:43Z"], "[2023-05-02T10:00..2023-05-04T11:59][UTC]"),
        (["2023-05-03T02:27:43.5", "2023-05-03T02:27:43"], "2023-05-03T02:27:43"),
        (
            ["2023-05-03T02:27:43.5", "2023-05-03T02:27:43.6"],
            "[2023-05-03T02:27:43.500000..2023-05-03T02:27:43.699999]",
        ),
        (["Y12345", "2023-05"], "[2023-05-01..Y12345]"),
        (
            ["0001-01-01[Asia/Tokyo]", "0001-01-02T00[Asia/Tokyo]"],
            "[0000-12-31T14:41:01..0001-01-01T15:41:00][UTC]",
        ),
    ],
)
def test_a_hull_is_written_in_the_coarsest_exact_units(values: list[str], expected: str) -> None:
    found = hull([When(value=value) for value in values])
    assert found is not None
    assert found.value == expected


moments = st.none() | st.integers(-(10**17), 2 * 10**17) | st.integers(0, 10**6).map(lambda minute: minute * 60_000_000)


@given(st.tuples(moments, moments, moments, moments), st.sampled_from(("", "UTC", "+03:00", "Europe/Berlin")))
@example((1698539400000000, 1698543000000000, 1698539400000000, 1698543000000000), "Europe/Berlin")
def test_the_text_of_bounds_has_these_bounds(bounds: Bounds, zone: str) -> None:
    assume(possible(bounds) and bounds != NOTHING)
    text = text_of_bounds(bounds, zone)
    assert text is not None
    assert When(value=text).bounds == bounds
    assert When(value=text).floating == (zone == "")


@pytest.mark.parametrize("zone", ["", "UTC", "Europe/Kyiv"])
def test_unbounded_bounds_have_no_text(zone: str) -> None:
    assert text_of_bounds(NOTHING, zone) is None
