"""Folding: how names, words and quotations are compared without changing what is on record."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`´"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_WORD = r"\w+(?:'\w+)*"


def fold_marks(text: str) -> str:
    """Make kinds of space and kinds of quotation mark alike, one character for one, so that offsets hold."""
    return "".join(" " if char.isspace() else char for char in text.translate(_QUOTES))


def fold_name(text: str) -> str:
    """Fold a name for comparison: marks, case, accents, runs of space, and a leading "the"."""
    return _fold(text).removeprefix("the ")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded as names are, a leading "the" included."""
    return tuple(re.findall(_WORD, _fold(text)))


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", fold_marks(text))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).casefold().split())
