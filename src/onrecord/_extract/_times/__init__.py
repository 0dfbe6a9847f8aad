"""Times in English news text, each with its words, its place and its `When`."""

from __future__ import annotations

from onrecord._extract._times._finding import find_times

__all__ = ["find_times"]
