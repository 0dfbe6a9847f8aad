"""Numbers: equal objects are written as equal bytes, so 1 and 1.0, which are written otherwise, are not equal."""

from __future__ import annotations

import pytest

from onrecord import Point, Quantity


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
