"""A sentence's parse, laid over the items of the sentence that the rules read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Final

from onrecord._extract._parser._analyzer import Analyzer, ParsedWord, parses_of
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article
from onrecord._extract._words._cues import CUES, NOUNS

_LONGEST: Final = 4_000  # characters; what is longer is no sentence
_MARKS: Final = ",;:—("
_CLIMB: Final = 4  # heads that a subject may be away
_SHARING: Final = ("conj", "xcomp", "advcl", "pcomp", "prep")  # what has the subject of its head


class Tree:
    """The words of a sentence with what depends on each; "at" is a word's number, an item's is said to be one."""

    __slots__ = ("_first", "_last", "_starts", "below", "s", "words")

    def __init__(self, sentence: Sentence, words: Sequence[ParsedWord]) -> None:
        self.s = sentence
        self.words = words
        self.below: list[list[int]] = [[] for _ in words]
        self._starts = [word.start + sentence.starts[0] for word in words]
        self._first = list(range(len(words)))
        self._last = list(range(len(words)))
        for at, word in enumerate(words):
            if word.head != at:
                self.below[word.head].append(at)
        for at in self._upwards():
            head = words[at].head
            self._first[head] = min(self._first[head], self._first[at])
            self._last[head] = max(self._last[head], self._last[at])

    def _upwards(self) -> list[int]:
        """The words, each before the one it depends on."""
        order = [at for at, word in enumerate(self.words) if word.head == at]
        for at in order:
            order += self.below[at]
        return order[::-1]

    def word_at(self, item: int) -> int | None:
        """The first word that begins in an item."""
        at = bisect_left(self._starts, self.s.starts[item])
        return at if at < len(self.words) and self._starts[at] < self.s.ends[item] else None

    def item_of(self, at: int) -> int:
        """The item that a word stands in."""
        return bisect_right(self.s.starts, self._starts[at]) - 1

    def child(self, at: int, label: str) -> int | None:
        """The last word under another with a label."""
        return next((below for below in reversed(self.below[at]) if self.words[below].label == label), None)

    def below_on_way(self, at: int, up: int) -> int | None:
        """The word right under another on the way up to it; None where the way does not lead there."""
        while at != up and self.words[at].head != up and self.words[at].head != at:
            at = self.words[at].head
        return at if at != up and self.words[at].head == up else None

    def reach(self, at: int) -> Items:
        """The items of a word and of all that depends on it."""
        return self.item_of(self._first[at]), self.item_of(self._last[at]) + 1

    def phrase(self, at: int) -> Items | None:
        """The noun phrase of a noun, with "of" and "and" after it; None where the parse makes no phrase."""
        noun, last = self.item_of(at), at
        for below in self.below[at]:
            if below > at and (self.words[below].label == "conj" or self.s.words[self.item_of(below)] == "of"):
                last = max(last, self._last[below])
        tags = self.s.tags
        start, end = self.item_of(self._first[at]), self.item_of(last) + 1
        start = max([start, *(item + 1 for item in range(start, noun) if tags[item] in _MARKS)])
        while start < noun and tags[start] in ".)—JP>S":
            start += 1
        end = next((item for item in range(noun + 1, end) if tags[item] in _MARKS), end)
        return (start, end) if any(tags[item] in "NnRW#" for item in range(start, end)) else None

    def subject(self, at: int) -> Items | None:
        """Who does what a verb says: its own subject, or that of the verb it is joined to or depends on."""
        for _ in range(_CLIMB):
            own = self.child(at, "nsubj")
            if own is not None:
                return self.phrase(own)
            label, head = self.words[at].label, self.words[at].head
            if label == "acl":
                return self.phrase(head)
            if label not in _SHARING:
                return None
            at = head
        return None


def trees_of(article: Article, analyzer: Analyzer | None) -> Iterator[Tree | None]:
    """The tree of each sentence, one after the other; None for one that reports nothing, and without an analyzer."""
    if analyzer is None:
        yield from repeat(None, len(article.sentences))
        return
    asked = [number for number, sentence in enumerate(article.sentences) if _may_report(sentence)]
    parses = zip(asked, parses_of(analyzer, [_text_of(article, number) for number in asked]), strict=True)
    after = 0
    for number, words in parses:
        yield from repeat(None, number - after)
        yield Tree(article.sentences[number], words) if words else None
        after = number + 1
    yield from repeat(None, len(article.sentences) - after)


def _text_of(article: Article, number: int) -> str:
    sentence = article.sentences[number]
    return article.text[sentence.starts[0] : sentence.ends[-1]]


def _may_report(s: Sentence) -> bool:
    short = s.ends[-1] - s.starts[0] <= _LONGEST
    return short and (bool(s.quotes) or any(word in CUES or word in NOUNS for word in s.words))
