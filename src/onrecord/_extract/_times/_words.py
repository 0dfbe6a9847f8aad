"""Word lists, written as text."""

from __future__ import annotations


def words(*lines: str) -> tuple[str, ...]:
    """The words of the lines."""
    return tuple(word for line in lines for word in line.split())
