"""Numbers: equal objects are written as equal bytes, so 1 and 1.0, which are written otherwise, are not equal."""

from __future__ import annotations

import pytest

from onrecord import InvalidValueError, Point, Quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity(kind="dead", low=1), Quantity(kind="dead", low=1.0)),
        (Quantity(kind="dead", high=0.0), Quantity(kind="dead", high=-0.0)),
        (Point(latitude=50, longitude=36), Point(latitude=50.0, longitude=36)),
    ],
)
def test_numbers_that_are_written_otherwise_are_not_equal(one: object, other: object) -> None:
    assert one != other


@pytest.mark.parametrize("number", [2**53, -(2**53)])
def test_an_integer_that_a_reader_of_json_may_change_is_refused(number: int) -> None:
    with pytest.raises(InvalidValueError, match=r"Quantity\.low must lie within ±\(2\*\*53 - 1\)"):
        Quantity(kind="dead", low=number)


def test_the_largest_integer_and_larger_numbers_with_a_point_are_kept() -> None:
    quantity = Quantity(kind="cost", low=2**53 - 1, high=2e16)
    assert (quantity.low, quantity.high) == (2**53 - 1, 2e16)


def test_a_huge_integer_is_refused_and_shown_by_its_size() -> None:
    with pytest.raises(InvalidValueError, match=r"Quantity\.low must lie within .* got an int of 16610 bits"):
        Quantity(kind="dead", low=10**5000)
