"""A text as parallel lists of tokens, and one string with the kind of each."""

from __future__ import annotations

import re
from typing import Final

from onrecord._extract._times._lexicon import ALWAYS, KINDS, OPENERS, WORDS

_TOKEN: Final = re.compile(
    r"[A-Za-z][a-z]*+(?=\s|,\s)"  # most words, for speed
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?(?![\w-])"
    r"|[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)(?:[0-9]{4}|[0-9]{2})(?![\w/])"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]+"
    r"|[0-9]{1,4}(?=(?:[apAP]\.?[mM]|GMT|BST|UTC)\b)"
    r"|[0-9]\w*"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.(?!\w)"
    r"|[apAP]\.[mM]\b\.?|[AB]\.[CD]\b\.?(?:E\.)?|\bc\.(?=\s*[0-9])"
    r"|(?:Mr|Mrs|Ms|Dr|Rev|Gen|Sen|Gov|Rep|St|Lt|Col|Maj|Sgt|Capt|Cpl|Prof|Hon|Inc|Corp|Co|Ltd|No|Jr|Sr)\.(?!\w)"
    r"|(?:[A-Z]\.){1,6}(?=\s?[A-Z])|(?:[A-Z]\.){2,6}"
    r"|o['’]clock\b|['’]s\b"
    r"|[^\W\d_]\w*"
    r"|\n[^\S\n]*\n|\n(?=[^\S\n]*[-*•·▪][^\S\n])"
    r"|\S"
)
_MARKS: Final = {
    **dict.fromkeys(".?!…", KINDS["stop"]),
    ",": KINDS["comma"],
    "/": KINDS["slash"],
    **dict.fromkeys("-–—‐‑−", KINDS["dash"]),
    **dict.fromkeys("$£€¥", KINDS["money"]),
    **dict.fromkeys("([", KINDS["open"]),
    **dict.fromkeys(")]", KINDS["close"]),
}
_KNOWN: Final = ALWAYS | WORDS
_OPENING: Final = frozenset(KINDS[kind] for kind in ("stop", "break_", "mark", "open", "dash", "close", "slash"))
_ORDINAL: Final = re.compile(r"[0-9]{1,2}(?:st|[nr]d|th)")
_DECADE: Final = re.compile(r"(?:1[0-9]|20|[2-9])?[0-9]0s")
_YEARS: Final = range(1000, 2200)


class Tokens:
    """The words, numbers and marks of a text."""

    __slots__ = ("ends", "kinds", "names_may", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in _TOKEN.finditer(text)]
        self.words = [text[start:end] for start, end in spans]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.kinds = _kinds_of(self.words)
        self.names_may = _names_may(self)
        """Whether a person of the name May is in the text."""

    def is_kind(self, index: int, *kinds: str) -> bool:
        """Whether the token there, if there is one, is of one of these kinds."""
        return 0 <= index < len(self.kinds) and any(self.kinds[index] == KINDS[kind] for kind in kinds)

    def lower(self, index: int) -> str:
        """The token there in small letters, or nothing where the text has ended."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def joined(self, index: int) -> bool:
        """Whether the token there stands right after the one before it."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]


def _names_may(tokens: Tokens) -> bool:
    pair = KINDS["name"] + KINDS["month"]
    at = tokens.kinds.find(pair)
    while at >= 0:
        if tokens.words[at + 1] == "May" and not tokens.is_kind(at + 2, "day", "ordinal", "year", "comma"):
            return True
        at = tokens.kinds.find(pair, at + 1)
    return False


def _kinds_of(words: list[str]) -> str:
    kinds: list[str] = []
    plain, name, before = KINDS["word"], KINDS["name"], KINDS["break_"]
    for word in words:
        kind = _KNOWN.get(word)
        if kind is None:
            first = word[0]
            if first.islower():
                kind = plain
            elif first.isalpha():
                kind = (OPENERS.get(word) or name) if before in _OPENING else name
            else:
                kind = _kind(word)
        kinds.append(kind)
        before = kind
    return "".join(kinds)


def _kind(word: str) -> str:
    if "0" <= word[0] <= "9":
        return KINDS[_number_kind(word)]
    if word[0] == "\n":
        return KINDS["break_"]
    return _MARKS.get(word, KINDS["mark"])


def _number_kind(word: str) -> str:
    if word.isdecimal() and word.isascii():
        return _integer_kind(word)
    if _ORDINAL.fullmatch(word):
        return "ordinal"
    if _DECADE.fullmatch(word):
        return "decade"
    return _compound_kind(word)


def _integer_kind(word: str) -> str:
    if len(word) <= 2:
        return "day" if 1 <= int(word) <= 31 else "number"
    if len(word) != 4:
        return "number"
    return "year" if int(word) in _YEARS else "hhmm"


def _compound_kind(word: str) -> str:
    if not word.replace(":", "").replace("/", "").replace(".", "").replace(",", "").isdecimal():
        return "iso" if word[4:5] == "-" else "name"
    if ":" in word:
        return "clock"
    if "/" in word or word.count(".") == 2:
        return "slashed"
    if "." in word:
        return "dotted" if len(word.partition(".")[2]) == 2 and word.index(".") <= 2 else "decimal"
    return "number"
