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

# Scripts that put no spaces between words: Thai to Burmese, Khmer, kana, Han. No regex: it takes long to compile.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)

_WAY_OUT = "an Anchor from b.anchor(source, words, nth=…)"


def find_anchor(text: str, words: Words, *, within: Window, nth: int | None = None, after: str | None = None) -> Anchor:
    """Find words in a text, exactly, or where nothing matches exactly, with marks and spaces folded.

    Where they stand as whole words anywhere, places inside longer words do not count.

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
        start, nth = _one(text, after, within, None, "after").end, nth or 1
    return _find(text, words, (start, end), nth, "")


def find_near(text: str, words: Words, *, content: Anchor, option: str) -> Anchor:
    """Find words that belong to a content in the paragraphs it touches.

    Args:
        text: the source's text.
        words: what to find, as for `find_anchor`.
        content: where the content stands.
        option: what the caller calls these words, for the error.

    Raises:
        AnchorError: where they stand nowhere in these paragraphs, or in several places.
        InvalidValueError: for empty words.
    """
    if isinstance(words, Anchor):
        return words
    return _find(text, words, paragraphs_around(text, content), None, option)


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


def _find(text: str, words: str | Sequence[str], within: Window, nth: int | None, option: str) -> Anchor:
    start, end = within
    spans: list[Span] = []
    for stretch in (words,) if isinstance(words, str) else words:
        spans.append(_one(text, stretch, (start, end), 1 if spans else nth, option))
        start = spans[-1].end
    return Anchor(spans=tuple(spans))


def _one(text: str, words: str, within: Window, nth: int | None, option: str) -> Span:
    """The one place of a stretch, or the nth; `option` is what the caller calls it, blank for a content."""
    if not words:
        raise InvalidValueError(f"{option or 'words to find'} must not be empty", field=option or "words", value=words)
    places = _places(text, words, within)
    if not places:
        raise _lost(words, option)
    if len(places) < (nth or 1) or (nth is None and len(places) > 1):
        raise _ambiguous(text, words, places, option)
    at = places[(nth or 1) - 1]
    return Span(exact=text[at : at + len(words)], start=at, end=at + len(words))


def _places(text: str, words: str, within: Window) -> list[int]:
    places = list(occurrences(text, words, within))
    places = places or list(occurrences(fold_marks(text), fold_marks(words), within))
    return [at for at in places if _stands_whole(text, at, at + len(words))] or places


def _stands_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where words do: "he" in "he said", not in "the"."""
    return not (_splits(text, start) or _splits(text, end))


def _splits(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    around = text[at - 1 : at + 1]
    return around.isalnum() and not (_unspaced(around[0]) or _unspaced(around[1]))


def _unspaced(char: str) -> bool:
    return not char.isascii() and any(first <= char <= last for first, last in _UNSPACED)


def _lost(words: str, option: str) -> AnchorError:
    message = f"the source has no {words!r} there; give its words as printed"
    if option == "after":
        message = f"after: {message}"
    elif option:
        message = f"{option}: the content's paragraphs have no {words!r}; give words as printed there, or {_WAY_OUT}"
    return AnchorError(message, reason="lost")


def _ambiguous(text: str, words: str, places: list[int], option: str) -> AnchorError:
    ways = {"": "choose with nth= or after=", "after": "give more of the words around"}
    counted = _places(text, words, (0, len(text))) if option else places  # as the way out counts them
    numbers = {at: n for n, at in enumerate(counted, 1)}
    shown = "; ".join(f"{numbers.get(at, '–')}: …{_context(text, at, len(words))!r}…" for at in places[:8])
    count = "1 place" if len(places) == 1 else f"{len(places)} places"
    message = f"{option}{option and ': '}{words!r} stands in {count}; {ways.get(option, f'give {_WAY_OUT}')}: {shown}"
    return AnchorError(message, reason="ambiguous", candidates=tuple((at, at + len(words)) for at in places))


def _context(text: str, at: int, length: int) -> str:
    return text[max(0, at - 20) : at + length + 20].replace("\n", " ")
