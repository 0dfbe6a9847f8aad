"""Times as the news tells them: the value, its reader, and three-valued comparison (the only importer of pendulum)."""

from __future__ import annotations

from onrecord._when._hull import hull
from onrecord._when._relations import Bounds, widened
from onrecord._when._truth import Truth
from onrecord._when._value import Moment, TimeBasis, When, as_when, parse_when
from onrecord._when._writer import text_of_bounds

__all__ = [
    "Bounds",
    "Moment",
    "TimeBasis",
    "Truth",
    "When",
    "as_when",
    "hull",
    "parse_when",
    "text_of_bounds",
    "widened",
]
