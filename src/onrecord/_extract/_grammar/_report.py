"""One report of a sentence, and the notes that its rules share while they read it."""

from __future__ import annotations

from typing import Final

import attrs

from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import Cue
from onrecord._extract._words._words import words
from onrecord._model import Medium, Stance

_OPENING: Final = words("but and yet so or")
_SHORT: Final = 26  # characters, with their marks
_RELATIVE: Final = 20  # items of a relative clause
_REACH: Final = 70  # items that a clause may reach back


@attrs.define
class Report:
    """One report, in items of one sentence."""

    rule: str
    """The rule that found it."""
    confidence: float
    """How sure the rule is, from 0 to 1."""
    content: list[Items]
    """Where the words reported stand."""
    cue: list[Items]
    """The words that report."""
    speaker: Items | None = None
    """The words that name the speaker."""
    verb: int = -1
    """The item of the verb or noun that reports."""
    kind: str = ""
    """What the complement is."""
    lemma: str = ""
    """The verb's or noun's own form."""
    medium: Medium = Medium.unknown
    """What the words were put in."""
    stance: Stance = Stance.neutral
    """How far the writer stands behind them."""
    arbitrary: bool = False
    """Whether nobody in particular says it."""
    relayed: bool = False
    """Whether the report before it in the notes passes this one on."""

    def holds(self, item: int) -> bool:
        """Whether an item is part of the content."""
        return any(start <= item < end for start, end in self.content)


class Notes:
    """A sentence being read: what was found in it so far."""

    __slots__ = ("cited", "done", "found", "s", "taken")

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.found: list[Report] = []
        self.taken: set[int] = set()  # quotations that a report holds
        self.cited: list[tuple[Items, int]] = []  # sources, each with the verb that cites it
        self.done: set[int] = set()  # verbs that another rule has read

    def add(self, report: Report) -> None:
        """Keep a report, unless the quotation that it introduces belongs to another."""
        quotes = [i for part in report.content for i in range(*part) if self.s.tags[i] == "Q"]
        contested = report.kind == "quote" and not self.taken.isdisjoint(quotes)
        if contested and not (self._cut_short(report) or self._replaces(report, quotes)):
            return
        if report.lemma == "hear" or self._was_told(report):
            report.rule, report.speaker, report.arbitrary = "was-told", None, True  # a court hears what others say
        self.taken.update(quotes)
        self.found.append(report)

    def _was_told(self, report: Report) -> bool:
        """Whether a heading's "told" ends it, and so tells who heard: "Boat was stolen, court told"."""
        s, verb = self.s, report.verb
        ends = verb >= 0 and s.words[verb] == "told" and all(tag == "." for tag in s.tags[verb + 1 :])
        return ends and s.tags[verb - 1] in "nN" and report.content[0][0] < verb

    def _replaces(self, report: Report, quotes: list[int]) -> bool:
        """Drop weaker reports that hold the quotation a reporting clause right after it claims."""
        holders = [other for other in self.found if any(other.holds(i) for i in quotes)]
        if report.rule != "clause-before" or any(other.kind not in ("object", "to", "matter") for other in holders):
            return False
        self.found = [other for other in self.found if other not in holders]
        return True

    def _cut_short(self, report: Report) -> bool:
        """End an earlier report before this one, where its clause ran on into the quotation this one introduces."""
        start = report.content[-1][0]
        begins = report.speaker[0] if report.speaker else report.verb
        if report.speaker is None or not 1 < begins < start or start - report.verb > 14:
            return False
        earlier = [other for other in self.found if other.holds(start)]
        if len(earlier) != 1 or earlier[0].content[-1][0] >= begins - 1 or self.s.tags[begins - 1] not in ",J—":
            return False
        cut = earlier[0].content[-1][0], begins - 1
        earlier[0].content[-1] = self.trimmed(cut) or cut
        return True

    def trimmed(self, part: Items) -> Items | None:
        """Items without the marks and coordinators at their edges; None where nothing else is left."""
        start, end = part
        while start < end and self.s.tags[start] in ",;—.J":
            start += 1
        while end > start and self.s.tags[end - 1] in ",;—.:":
            end -= 1
        return (start, end) if start < end else None

    def low(self, at: int) -> int:
        """Where the clause of an item can begin at the earliest: after a quotation, semicolon or colon."""
        s, low = self.s, self._before_relative(at)
        while low > 0 and at - low < _REACH and s.tags[low - 1] not in ";:":
            if s.tags[low - 1] == "Q" and (s.tags[low] != "n" or low == at) and not is_scare(s, low - 1):
                break
            low -= 1
        return low

    def _before_relative(self, at: int) -> int:
        """The item itself, or "who" where a quoted word ends its clause: "Lee, who rates it “sell”, said"."""
        s, tags = self.s, self.s.tags
        if at < 2 or tags[at - 2 : at] != ["Q", ","] or s.complete.get(at - 2):
            return at
        starts = (i for i in range(at - 3, max(0, at - _RELATIVE), -1) if tags[i - 1] == "," and self._is_aside(i))
        return next(starts, at)

    def _is_aside(self, at: int) -> bool:
        """Whether a relative clause or an apposition begins after a comma: "Harlo, owner of “Gull”, said"."""
        tags = self.s.tags
        named = all(tag in "DNn" for tag in tags[: at - 1]) and tags[at - 2] in "Nn"
        return tags[at] == "W" or (tags[at] in "Dn" and named and tags[at + 1] in "Pn")

    def clause_start(self, at: int) -> int:
        """Where the part of the sentence that an item ends begins: after a semicolon, or a quotation of another."""
        s, start = self.s, at
        while start > 0 and s.tags[start - 1] != ";" and start - 1 not in self.taken:
            start -= 1
        while start < at and (s.words[start] in _OPENING or s.tags[start] in ",—"):
            start += 1
        return start

    def cue_start(self, at: int) -> int:
        """The first item of the verb group that ends with an item: "has also said"."""
        s, start = self.s, at
        while start > 0 and s.tags[start - 1] in "AB>" and s.words[start - 1] not in ("then", "there", "here"):
            start -= 1
        while start < at and s.tags[start] == "B":
            start += 1
        return start

    def quote_before(self, start: int) -> Items | None:
        """The quotation right before a reporting clause, with the clause it is part of."""
        s, back = self.s, start - 1
        while back >= 0 and (s.tags[back] in ",—" or (s.words[back] in _OPENING and back > 0)):
            back -= 1
        if back < 0 or s.tags[back] != "Q" or back in self.taken:
            return None
        first = back
        while first > 0 and s.tags[first - 1] == "Q":
            first -= 1
        if first == 0 or s.tags[first - 1] == ";":
            return first, back + 1
        return self._clause_with(first, back + 1)

    def _clause_with(self, first: int, end: int) -> Items | None:
        s, opening = self.s, self.clause_start(first)
        if any(s.tags[i] in "AVbR" or (s.tags[i] == "e" and i > opening) for i in range(opening, first)):
            return opening, end
        if not s.capital[first] and all(s.tags[i] in "DNn#" for i in range(opening, first)):
            return opening, end  # its subject stands before the marks: Lee “is the best,” she said
        return (first, end) if s.tags[opening] not in "PT" else None

    def past_manner(self, at: int) -> int:
        """The next mark or quotation after an item."""
        s = self.s
        while at < len(s) and s.tags[at] not in ",.—;Q":
            at += 1
        return at


def is_scare(s: Sentence, item: int) -> bool:
    """Whether a quotation holds one or two words that the writer only steps back from: a so-called "expert" panel."""
    pair = s.quotes[item]
    if pair.end - pair.start > _SHORT or s.complete.get(item):
        return False
    before, tag = (s.words[item - 1], s.tags[item - 1]) if item else ("", ".")
    following = s.tags[item + 1] if item + 1 < len(s) else "."
    return before in ("so-called", "supposed", "self-styled") or (following in "Nn" and tag in "Dn#")


def report_of(
    rule: str, confidence: float, content: list[Items], cue: Items, speaker: Items | None, told: Cue
) -> Report:
    """A report with what its cue tells of the words."""
    return Report(rule, confidence, content, [cue], speaker, lemma=told.lemma, medium=told.medium, stance=told.stance)
