"""From words to anchors: found exactly, or under a published fold where that is unique, and never by guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from onrecord._dossier._text import fold_marks
from onrecord._model import Anchor, Span
from onrecord.errors import AnchorError, InvalidValueError

Words: TypeAlias = str | Sequence[str] | Anchor
"""Words of a source: one stretch, several in the text's order, or an anchor made before."""

Window: TypeAlias = tuple[int, int]


def find_anchor(text: str, words: Words, *, within: Window, nth: int | None = None, after: str | None = None) -> Anchor:
    """Find words in a text, exactly, or where nothing matches exactly, with marks and spaces folded.

    One place where they stand as whole words is preferred to places inside longer ones.

    Args:
        text: the source's text.
        words: what to find; of several stretches, each is the first after the one before.
        within: the only part of the text to look in, as `(start, end)`.
        nth: which of several places to take, from 1; for the first stretch.
        after: words after which to take the first place (or the `nth`); they must stand in one place.

    Raises:
        AnchorError: where they stand nowhere, or in several places and neither `nth` nor `after` chooses.
        InvalidValueError: for empty words, or an `nth` below 1.
    """
    if isinstance(words, Anchor):
        return words
    if nth is not None and nth < 1:
        raise InvalidValueError(f"nth counts from 1, got {nth}", field="nth", value=nth)
    start, end = within
    if after is not None:
        start, nth = _one(text, after, within, None).end, nth or 1
    spans: list[Span] = []
    for stretch in (words,) if isinstance(words, str) else words:
        spans.append(_one(text, stretch, (start, end), 1 if spans else nth))
        start = spans[-1].end
    return Anchor(spans=tuple(spans))


def paragraphs_around(text: str, anchor: Anchor) -> Window:
    """The paragraphs (lines) that an anchor touches."""
    end = text.find("\n", anchor.end)
    return text.rfind("\n", 0, anchor.start) + 1, len(text) if end < 0 else end


def occurrences(text: str, words: str, within: Window) -> Iterator[int]:
    """The offsets at which words stand in a part of a text, overlapping ones included."""
    at = text.find(words, *within)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, within[1])


def _one(text: str, words: str, within: Window, nth: int | None) -> Span:
    if not words:
        raise InvalidValueError("words to find must not be empty", field="words", value=words)
    places = list(occurrences(text, words, within))
    places = places or list(occurrences(fold_marks(text), fold_marks(words), within))
    whole = [at for at in places if _stands_whole(text, at, at + len(words))]
    if nth is None and len(whole) == 1:
        places = whole
    at = _choose(text, words, places, nth)
    return Span(exact=text[at : at + len(words)], start=at, end=at + len(words))


def _stands_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where words do: "he" in "he said", not in "the"."""
    return not (_splits(text, start) or _splits(text, end))


def _splits(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _choose(text: str, words: str, places: list[int], nth: int | None) -> int:
    candidates = tuple((at, at + len(words)) for at in places)
    if not places:
        raise AnchorError(f"the source has no {words!r} there; give its words as printed", reason="lost")
    if nth is not None and nth <= len(places):
        return places[nth - 1]
    if nth is None and len(places) == 1:
        return places[0]
    shown = "; ".join(f"{n}: …{_context(text, at, len(words))}…" for n, at in enumerate(places[:8], 1))
    message = f"{words!r} stands in {len(places)} places; choose with nth= or after=: {shown}"
    raise AnchorError(message, reason="ambiguous", candidates=candidates)


def _context(text: str, at: int, length: int) -> str:
    return text[max(0, at - 20) : at + length + 20].replace("\n", " ")
