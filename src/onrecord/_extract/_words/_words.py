"""How lists of words are written here."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text that stand between white space."""
    return frozenset(text.split())
