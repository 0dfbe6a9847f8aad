"""Plain text cut into paragraphs, sentences and words, with every quotation as one item of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from onrecord._extract._text._marks import Pair, Span, pair_marks
from onrecord._extract._text._paragraphs import find_paragraphs
from onrecord._extract._text._retagging import mend_tags
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import CUES, QUOTING
from onrecord._extract._words._lexicon import (
    PRONOMINAL,
    SENTENCE_ABBREVIATIONS,
    TITLE_ABBREVIATIONS,
    UNCHANGING,
    tag_of,
)

_TITLES: Final = sorted((abbr[:-1] for abbr in TITLE_ABBREVIATIONS), key=len, reverse=True)
_SHORTENED: Final = "|".join(map(str.capitalize, _TITLES))
_CAPITAL: Final = r"[^\W\d_a-z]"
_INITIAL: Final = re.compile(rf"{_CAPITAL}\.")
_SITE: Final = re.compile(r"[a-z][^\W_]*(?:\.[^\W_]{2,})+")
_PICTURE: Final = re.compile("[\u2600-\u27bf\ufe0e\ufe0f\u20e3\U0001f000-\U0001faff]")
_WORD: Final = re.compile(
    r"[A-Za-z][a-z]*+(?=\s|,\s)"  # most words, for speed
    rf"|(?=[A-Z][A-Za-z]{{0,4}}\.)(?:{_SHORTENED}|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd)\."
    rf"|(?=[A-Z]{{2,4}}\.\s[A-Z]{{2}})(?:{_SHORTENED.upper()})\."
    r"|Nos?\.(?=\s?\d)|Ph\.D\."
    r"|[A-Za-z]\.(?:-?[A-Za-z]\.)+"
    r"|[A-Z][a-z]{0,4}\.(?=[,;])"
    rf"|{_CAPITAL}\.(?=\s{{0,3}}(?:{_CAPITAL}['’]?{_CAPITAL}?[a-z.]|\(?[a-z]))"
    r"|[$£€#@]?[^\W_]+(?:['’‘\-\u2010\u2011][^\W_]+|[.,:]\d+|\.[^\W\dA-Z_]+|(?<![a-z])\.[A-Z]+(?![a-z]))*%?"
    r"|--+|\.\.+|\S"
)
_PLAIN: Final = str.maketrans("’‘\u2010\u2011", "''--")
_ENDS: Final = frozenset(".?!…")
_LONGEST: Final = 160  # items; what is longer is no sentence, and the rules look at all of one
_CLOSING: Final = frozenset(")]}\"'”’")


class Article:
    """A text with its paragraphs, pairs of quotation marks and sentences."""

    __slots__ = ("pairs", "paragraphs", "sentences", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = find_paragraphs(text)
        self.pairs = pair_marks(text, self.paragraphs)
        starts = [pair.start for pair in self.pairs]
        self.sentences: list[Sentence] = []
        for number, (start, end) in enumerate(self.paragraphs):
            pairs = self.pairs[bisect_left(starts, start) : bisect_left(starts, end)]
            self.sentences += _sentences(text, number, (start, end), pairs)
        mend_tags(self.sentences)


def sentences_inside(text: str, paragraph: int, pair: Pair) -> list[Sentence]:
    """The sentences between two quotation marks, with the pairs inside them."""
    inner = pair.inner_start, pair.inner_end
    pairs = pair_marks(text, [inner])
    found = _sentences(text, paragraph, inner, pairs) if pairs else []
    mend_tags(found)
    return found


def _sentences(text: str, number: int, paragraph: Span, pairs: Sequence[Pair]) -> list[Sentence]:
    found = Sentence(number)
    at = paragraph[0]
    for pair in pairs:
        _add_words(found, text, at, pair.start)
        found.quotes[len(found)] = pair
        found.capital[len(found)] = text[pair.inner_start : pair.inner_start + 1].isupper()
        found.complete[len(found)] = _is_complete(text, pair)
        found.add("Q", "", "", pair.start, pair.end)
        at = pair.end
    _add_words(found, text, at, paragraph[1])
    return _split(text, found)


def _is_complete(text: str, pair: Pair) -> bool:
    inner = text[pair.inner_start : pair.inner_end].rstrip(" \u00a0'’\"”")
    return not pair.closed or inner[-1:] in ".,?!…"


def _add_words(sentence: Sentence, text: str, start: int, end: int) -> None:
    for match in _WORD.finditer(text, start, end):
        printed = match.group()
        first = printed[0]
        word = printed.lower()
        if not word.isascii():
            word = word.translate(_PLAIN)
        if first.isalnum() or (len(word) > 1 and first in "$£€#@"):
            tag = "N" if "." in word and _SITE.fullmatch(word) else tag_of(word, printed)
            if tag == "N" and sentence.tags[-2:] == ["D", "T"]:
                sentence.tags[-1] = "N"  # "the Sunday Ledger"
            if sentence.tags:
                tag = _in_context(tag, word, sentence)
            sentence.add(tag, word, printed, *match.span())
        elif first in "'’" and sentence.ends and sentence.ends[-1] == match.start() and sentence.words[-1][-1:] == "s":
            sentence.words[-1] += "'"
            sentence.heads[-1] += printed
            sentence.ends[-1] = match.end()
        elif not _PICTURE.match(first):
            tag = "." if first in _ENDS else "—" if first in "—–―" or word[:2] == "--" else first
            sentence.add(tag, word, printed, *match.span())


def _in_context(tag: str, word: str, before: Sentence) -> str:
    """The tag of a word after those before it: no verb after an article, and no noun after "who"."""
    last = before.tags[-1]
    if tag in "Ve" and last == "b" and word in CUES and _is_after_relative(before):
        before.tags[-1] = "n"  # "which officials said"
    if tag == "A" and last == "b" and _is_noun(before):
        before.tags[-1] = "n"  # "said pay was"
    if tag == "D" and before.words[-1] in UNCHANGING and before.tags[-2:-1] in (["N"], ["n"], ["R"]):
        before.tags[-1] = "V"  # "Harlo cut its"
    if (tag in "bV" and last == "D") or (tag == "b" and last != "R" and before.words[-1][-2:] in ("'s", "s'")):
        return tag if tag == "V" and before.words[-1] in PRONOMINAL else "n"  # "many died"
    if tag == "b" and last == "#" and word[-1] == "s" and before.words[-1] != "one":
        return "n"  # "five lives"
    if (
        tag == "n"
        and word[-1:] == "s"
        and (last == "W" or (before.words[-1] == "that" and before.tags[-2:-1] == ["n"]))
    ):
        return "b"
    return tag


def _is_after_relative(before: Sentence) -> bool:
    """Whether the last word was taken for a verb in -s only because it follows "which" or "that"."""
    return before.words[-1][-1] == "s" and (before.tags[-2:-1] == ["W"] or before.words[-2:-1] == ["that"])


def _is_noun(before: Sentence) -> bool:
    """Whether the last word was taken for a verb, and an auxiliary after it makes it a subject."""
    tags = before.tags[-3:-1]
    return not tags or tags[-1] in "VePS:" or (tags[-1] in ",J" and tags[0] != "b")


def _split(text: str, whole: Sentence) -> list[Sentence]:
    found: list[Sentence] = []
    start = 0
    for index in range(len(whole)):
        if index - start >= _LONGEST or _ends_sentence(text, whole, index) or _is_dateline(whole, index):
            found.append(_part(whole, start, index + 1))
            start = index + 1
    if start < len(whole):
        found.append(_part(whole, start, len(whole)))
    return found


def _part(whole: Sentence, start: int, end: int) -> Sentence:
    if start == 0 and end == len(whole):
        return whole
    part = Sentence(whole.paragraph)
    part.tags, part.words, part.heads = whole.tags[start:end], whole.words[start:end], whole.heads[start:end]
    part.starts, part.ends = whole.starts[start:end], whole.ends[start:end]
    if whole.quotes:
        part.quotes = {i - start: whole.quotes[i] for i in range(start, end) if i in whole.quotes}
        part.capital = {i: whole.capital[i + start] for i in part.quotes}
        part.complete = {i: whole.complete[i + start] for i in part.quotes}
    return part


def _ends_sentence(text: str, whole: Sentence, index: int) -> bool:
    tag = whole.tags[index]
    if tag == "Q":
        return _quote_ends(text, whole, index)
    if tag == ".":
        return _stop_ends(whole, index)
    if tag in _CLOSING and index and whole.tags[index - 1] == ".":
        return _begins(whole, index + 1)
    return whole.words[index][-1:] == "." and _abbreviation_ends(whole, index)


def _abbreviation_ends(whole: Sentence, index: int) -> bool:
    """Whether a sentence ends with an abbreviation, or with a letter that is no initial: "vitamin K. Dr Roe said"."""
    following = index + 1
    if _INITIAL.fullmatch(whole.heads[index]):
        titled = following < len(whole) and f"{whole.words[following].rstrip('.')}." in TITLE_ABBREVIATIONS
        return (titled or _is_opening(whole, following)) and _begins(whole, following)
    listed = whole.words[index] in SENTENCE_ABBREVIATIONS
    return listed and _begins(whole, following) and _is_opening(whole, following)


def _is_dateline(whole: Sentence, index: int) -> bool:
    """Whether a dash ends the place a story is from: "LONDON (AP) —"."""
    if index > 10 or whole.tags[index] not in "—-" or not _begins(whole, index + 1):
        return False
    first = whole.heads[0]
    return len(first) > 1 and first.isupper() and not any(tag in "AVbR" for tag in whole.tags[:index])


def _stop_ends(whole: Sentence, index: int) -> bool:
    following = index + 1
    if following < len(whole) and (whole.tags[following] in _CLOSING or _is_inside_code(whole, following)):
        return False
    return _begins(whole, following)


def _is_inside_code(whole: Sentence, index: int) -> bool:
    """Whether a word goes on right after a stop as no sentence does: "(HDC.N)"."""
    return whole.starts[index] == whole.ends[index - 1] and len(whole.words[index]) < 3 and whole.tags[index] == "N"


def _begins(whole: Sentence, index: int) -> bool:
    """Whether a sentence may begin here: the end, a quotation, a capital letter or a digit."""
    if index >= len(whole) or whole.tags[index] == "Q":
        return True
    first = whole.heads[index][0]
    return not first.islower() and first not in ",;:—–-.?!"


def _is_opening(whole: Sentence, index: int) -> bool:
    return index >= len(whole) or whole.tags[index] in "QRDSPJ"


def _quote_ends(text: str, whole: Sentence, index: int) -> bool:
    pair = whole.quotes[index]
    inner = text[pair.inner_start : pair.inner_end].rstrip()
    following = index + 1
    if not pair.closed:
        return True
    if not inner or inner[-1] not in ".?!…'’\"”" or following >= len(whole):
        return following >= len(whole)
    if whole.tags[following] == "Q":
        return True
    return _begins(whole, following) and not _reports(whole, following)


def _rests(whole: Sentence, index: int) -> bool:
    """Whether a comma follows that opens no quotation."""
    return whole.tags[index] == "," and index + 1 < len(whole) and whole.tags[index + 1] != "Q"


def _reports(whole: Sentence, index: int) -> bool:
    """Whether a reporting clause with a capital follows a quotation: "Will you go?" Ann asked."""
    for at in range(index, min(index + 24, len(whole))):
        if whole.tags[at] in ".Q;:" or (whole.tags[at] == "," and whole.tags[index] in "PSJB"):
            return False
        if whole.words[at] in QUOTING:
            following = at + 1
            return (
                following >= len(whole)
                or whole.tags[following] in ".PBT>"
                or whole.words[following] in ("as", "after", "when")
                or at == index
                or _rests(whole, following)
            )
    return False
