"""Strangers' text made safe to look at: what would steer a terminal or mislead the eye is shown as a mark."""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = r"(?:\r?\n)+"
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Characters of other categories that have no glyph by default (Unicode's Default_Ignorable_Code_Point), except the
# two variation selectors that choose between text and emoji.
_HIDDEN_RANGES = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2065, 0x2065),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0D),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0xE0000, 0xE0FFF),
)


def visible(text: str) -> str:
    r"""The text on one line, with a mark for every character that steers a terminal or cannot be seen.

    Line breaks become ` ¶ `; controls, marks of direction, zero-width characters and lone surrogates become
    `⟨U+202E⟩`. What has no such characters is unchanged, so that a second time changes nothing.

    >>> visible("admin\u202enimda\n\n\x1b[31mred")
    'admin⟨U+202E⟩nimda ¶ ⟨U+001B⟩[31mred'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(mark(char) if _hidden(char) else char for char in re.sub(_LINE_BREAKS, " ¶ ", text))


def mark(char: str) -> str:
    """What stands for a character that is not shown itself."""
    return f"⟨U+{ord(char):04X}⟩"


def _hidden(char: str) -> bool:
    if char.isascii():
        return not char.isprintable()
    if unicodedata.category(char) in _HIDDEN_CATEGORIES:
        return True
    return any(first <= ord(char) <= last for first, last in _HIDDEN_RANGES)
