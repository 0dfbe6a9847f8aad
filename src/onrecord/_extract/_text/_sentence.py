"""A sentence as the rules read it: one item a word, a mark or a quotation."""

from __future__ import annotations

from typing import Final

from onrecord._extract._text._marks import Pair

_TITLED: Final = 0.6  # share of the words


class Sentence:
    """One sentence as parallel lists: what each item is, reads, and where it stands; a quotation is one item."""

    __slots__ = ("capital", "complete", "ends", "heads", "paragraph", "quotes", "starts", "tags", "words")

    def __init__(self, paragraph: int) -> None:
        self.paragraph = paragraph
        self.tags: list[str] = []
        self.words: list[str] = []
        self.heads: list[str] = []  # as printed
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quotes: dict[int, Pair] = {}
        self.capital: dict[int, bool] = {}  # whether a quotation begins with a capital letter
        self.complete: dict[int, bool] = {}  # whether a quotation ends as a sentence or reported clause does

    def __len__(self) -> int:
        return len(self.tags)

    def is_titled(self) -> bool:
        """Whether so many words have capitals, as in a headline, that a capital tells nothing."""
        return sum(printed[:1].isupper() for printed in self.heads) > _TITLED * len(self)

    def add(self, tag: str, word: str, printed: str, start: int, end: int) -> None:
        """Put one more item at the end."""
        self.tags.append(tag)
        self.words.append(word)
        self.heads.append(printed)
        self.starts.append(start)
        self.ends.append(end)
