"""A second opinion: the days that python-edtf gives to the specification's dates. It reads seasons its own way."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord._when import When
from onrecord._when._calendar import DAY, civil

edtf = pytest.importorskip("edtf", reason="edtf is not installed: no second opinion on EDTF's bounds")

VALUES = [
    "1985-04-12", "1985-04", "1985", "2004-02", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX", "2004-XX",
    "1985-04-XX", "1985-XX-XX", "-1985", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02",
    "2004-02-01/2005", "2005/2006-02", "1984~/2004-06", "2004-06-~01/2004-06-~20", "1984-06-02?/2004-08-08~",
]  # fmt: skip


def days(found: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(found.lower_strict()[:3]), tuple(found.upper_strict()[:3])


@pytest.mark.parametrize("value", VALUES)
def test_python_edtf_sees_the_same_first_and_last_day(value: str) -> None:
    begin, _, _, end = When(value=value).bounds
    assert begin is not None
    assert end is not None
    assert (civil(begin)[:3], civil(end - DAY)[:3]) == days(edtf.parse_edtf(value))
