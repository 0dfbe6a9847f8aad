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


def test_a_number_beyond_a_double_is_refused_and_shown_by_its_size() -> None:
    with pytest.raises(InvalidValueError, match=r"Quantity\.low must be a finite number, got an int of 16610 bits"):
        Quantity(kind="dead", low=10**5000)
