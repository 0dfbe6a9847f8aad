"""How wide words are drawn, estimated without a font, so that labels are cut and wrapped before they overlap."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

_NARROW, _SLIM, _BROAD, _FULL = 0.3, 0.42, 0.86, 1.05
_OTHERS, _CAPITALS = 0.56, 0.7
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!‘’ ftI", _NARROW),
    **dict.fromkeys('()[]{}"/\\-r*`“”', _SLIM),
    **dict.fromkeys("mwMW@%—…←●○", _BROAD),
}


def length(words: str, size: float) -> float:
    """About how many pixels words take in a sans-serif font of a size; rather too many than too few."""
    return size * sum(map(_width, words))


def _width(char: str) -> float:
    known = _WIDTHS.get(char)
    if known is not None:
        return known
    if not char.isascii() and (unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF):
        return _FULL
    return _CAPITALS if char.isupper() else _OTHERS


def fitted(words: str, room: float, size: float) -> str:
    """Words, or as much of them as there is room for, with an ellipsis."""
    if length(words, size) <= room:
        return words
    taken = _taken(words, room - size * _BROAD, size)
    return f"{words[:taken].rstrip()}…"


def wrapped(words: str, room: float, size: float) -> list[str]:
    """Words as lines that fit; a word longer than a line is broken."""
    lines = [""]
    for word in words.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if length(joined, size) <= room:
            lines[-1] = joined
            continue
        lines += [] if lines[-1] else [""]
        lines[-1:] = [lines[-1], *_broken(word, room, size)] if lines[-1] else _broken(word, room, size)
    return [line for line in lines if line]


def _broken(word: str, room: float, size: float) -> list[str]:
    pieces: list[str] = []
    while word:
        taken = max(1, _taken(word, room, size))
        pieces.append(word[:taken])
        word = word[taken:]
    return pieces


def _taken(words: str, room: float, size: float) -> int:
    used = 0.0
    for at, char in enumerate(words):
        used += size * _width(char)
        if used > room:
            return at
    return len(words)


def listing(names: Iterable[str], most: int | None) -> str:
    """Names once each with how often, up to so many of them, then how many more there are; nothing for none."""
    if most == 0:
        return ""
    counts = Counter(names)
    shown = list(counts.items())[:most]
    rest = sum(counts.values()) - sum(number for _, number in shown)
    told = [name if number == 1 else f"{name} (×{number:,})" for name, number in shown]
    return "; ".join([*told, f"… and {rest:,} more"] if rest else told)
