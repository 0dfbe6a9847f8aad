"""When a statement was said: the time that stands in its cue's own clause, if one does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from onrecord._extract._grammar._drafts import Draft
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article
from onrecord._extract._times import find_times
from onrecord._extract._words._lexicon import EVENT_NOUNS
from onrecord._extract._words._words import words
from onrecord._model import Span
from onrecord._when import Truth, When

_NO_POINTS: Final = ("duration", "repeated", "present", "past", "future")
_MODALS: Final = words(
    "will would shall should may might can could must to won't wouldn't i'll he'll she'll they'll we'll"
)
_UNTIMELY: Final = words(
    "since until till by before after from between through for within during about of over than to following past"
)
_PREPOSITIONS: Final = words(
    "in at to by via on with from of for during outside inside near through alongside beside across"
)
_SAYINGS: Final = words(
    """statement interview speech letter post tweet report message address email e-mail briefing conference meeting
    hearing appearance rally testimony memo broadcast video article column filing note call session debate release
    lecture sermon podcast press-release affidavit ruling talk blog bulletin editorial dispatch telegram ceremony
    forum discussion event episode edition programme program show poll survey notice announcement advisory circular"""
)
_ON_AIR: Final = words(
    """twitter telegram facebook instagram x television tv radio air stage social television's record behalf arrival
    condition state national local bbc cnn"""
)
_SPEAKING: Final = words(
    """speaking writing talking testifying addressing posting appearing opening closing reacting responding replying
    announcing unveiling presenting"""
)
_PUBLISHED: Final = words("published released issued posted aired broadcast dated sent made given delivered held filed")
_OPENING: Final = frozenset("JB")
_CLAUSE_STARTS: Final = frozenset(";:—J")
_PLACES: Final = ("after", "between", "opening")
_REACH: Final = 30  # items between a cue and its time


@attrs.frozen
class _Time:
    """A time told outside quotations, in items of its sentence."""

    first: int
    last: int
    """The item after it."""
    start: int
    """Its first character in the text."""
    when: When
    possessive: bool
    """Whether it is the "Monday's" of a noun."""

    def begins(self, s: Sentence) -> int:
        """The first item of its adverbial: that of "on", an article or an adverb before it."""
        at = self.first
        while at > 0 and (s.tags[at - 1] in "DB" or s.words[at - 1] in ("on", "in", "at", "early", "late")):
            at -= 1
        return at


def find_said(article: Article, drafts: Sequence[Draft], published: When | None, relative_to: str) -> None:
    """Give each draft the time at which its words were said, where its own clause tells it."""
    cued = [draft for draft in drafts if draft.verb >= 0 and not draft.narrated]
    if not cued:
        return
    found = find_times(article.text, published, relative_to=relative_to)
    told = [(span, when) for span, when in found if _is_point(when, published)]
    starts = [span.start for span, _ in told]
    by_sentence: dict[int, list[Draft]] = {}
    for draft in cued:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for number, group in by_sentence.items():
        s = article.sentences[number]
        near = told[bisect_left(starts, s.starts[0]) : bisect_left(starts, s.ends[-1])]
        if near:
            _fill(s, list(_times_in(s, near)), group)


def _is_point(when: When, published: When | None) -> bool:
    """Whether words can have been said then: a time told as a point, and not one after the publication."""
    if (when.note or "").startswith(_NO_POINTS) or "/" in (when.value or ""):
        return False
    return published is None or published.before(when) is not Truth.yes


def _times_in(s: Sentence, told: Sequence[tuple[Span, When]]) -> Iterator[_Time]:
    for span, when in told:
        first, last = bisect_right(s.starts, span.start) - 1, bisect_left(s.starts, span.end)
        if span.end <= s.ends[-1] and "Q" not in s.tags[first:last] and s.starts[first] == span.start:
            yield _Time(first, last, span.start, when, possessive=s.ends[last - 1] > span.end)


def _fill(s: Sentence, times: Sequence[_Time], group: Sequence[Draft]) -> None:
    for draft in group:
        near = [time for time in times if abs(time.first - draft.verb) <= _REACH]
        own = [time for time in near if draft.verb < len(s) and not _is_told(time, draft, group)]
        placed = {_place(s, draft, time): time.when for time in reversed(own)}
        draft.said = next((placed[place] for place in _PLACES if place in placed), None)
    for draft in group:
        if draft.said is None and draft.rule.startswith("participle"):
            draft.said = _said_of_main(s, draft, group)


def _said_of_main(s: Sentence, draft: Draft, group: Sequence[Draft]) -> When | None:
    """The time of the verb that a participle goes with: "told them on Monday that it fell, adding that …"."""
    if draft.items is None:
        return None
    before = (other for other in group if other.items == draft.items and other.verb < draft.verb)
    main = [other for other in before if not any(holder.holds(s.starts[other.verb]) for holder in group)]
    return max(main, key=lambda other: other.verb).said if main else None


def _is_told(time: _Time, draft: Draft, group: Sequence[Draft]) -> bool:
    """Whether a time is part of what is said, by this draft or by one that does not hold this draft's cue."""
    at = draft.cue[0][0] if draft.cue else -1
    return any(other.holds(time.start) and (other is draft or not other.holds(at)) for other in group)


def _place(s: Sentence, draft: Draft, time: _Time) -> str:
    """Where in the cue's own clause a time stands, a key of `_PLACES`; nothing where it is not the cue's."""
    speaker = draft.items
    if _is_to_come(s, draft.verb) or not _is_timely(s, time):
        return ""
    if time.first > draft.verb:
        return "after" if _stands_after(s, draft, time) else ""
    if speaker is not None and speaker[1] <= time.first:
        return "between" if _stands_between(s, speaker, draft.verb, time) else ""
    return "opening" if _opens(s, draft, time) else ""


def _is_to_come(s: Sentence, verb: int) -> bool:
    """Whether the cue tells of what somebody will, may or is to say."""
    at = verb
    while at > 0 and s.tags[at - 1] in "AB>":
        at -= 1
        if s.words[at] in _MODALS:
            return True
    return False


def _is_timely(s: Sentence, time: _Time) -> bool:
    """Whether it is told as when, and not as since when; and not as which, but for what is said: "a Monday speech"."""
    before = time.first - 1
    which = time.possessive or _is_attribute(s, time)
    if which and not _is_of_words(s, time):
        return False
    while before >= 0 and s.tags[before] in "DB":
        before -= 1
    if before < 0 or s.words[before] not in _UNTIMELY:
        return True
    return which or (s.words[before] == "of" and s.words[before - 1] in _SAYINGS)


def _is_of_words(s: Sentence, time: _Time) -> bool:
    """Whether it tells which statement, or which issue of a paper: "in a Monday interview", "in Monday's Echo"."""
    paper = time.possessive and s.tags[time.last : time.last + 1] == ["N"] and s.words[time.first - 1] == "in"
    return paper or not _SAYINGS.isdisjoint(s.words[time.last : time.last + 3])


def _is_attribute(s: Sentence, time: _Time) -> bool:
    """Whether an article makes it part of a noun phrase: "a Monday speech", "the overnight test"."""
    inside = s.words[time.first] == "the" and s.tags[time.last : time.last + 1] == ["n"]
    return inside or (time.first > 0 and s.tags[time.first - 1] == "D")


def _stands_after(s: Sentence, draft: Draft, time: _Time) -> bool:
    """Whether it follows the cue: "said on Monday", "told reporters in Aldmoor late on Monday"."""
    at = _after_cue(s, draft)
    speaker = draft.items
    if speaker is not None and at <= speaker[0] and speaker[1] <= time.first:
        if any(s.tags[i] not in "AB" for i in range(at, speaker[0])) or _is_event_of(s, *speaker):
            return False
        at = speaker[1]
    elif at < time.first and s.words[at] == "of":
        return False
    at = _past_quotation(s, draft, at, time.begins(s))
    return _is_plain(s, (at, time.begins(s)))


def _after_cue(s: Sentence, draft: Draft) -> int:
    """The item after the cue's own words, as far as they stand together."""
    ends = [bisect_left(s.starts, end) for start, end in draft.cue if start <= s.starts[draft.verb] < end]
    return max([draft.verb + 1, *ends])


def _past_quotation(s: Sentence, draft: Draft, at: int, begins: int) -> int:
    """The item after a quotation that ends the content right before the time: told him “No” on Monday."""
    if not (draft.ends_quoted and at < begins and s.tags[begins - 1] == "Q"):
        return at
    return begins if draft.holds(s.quotes[begins - 1].inner_start) else at


def _is_plain(s: Sentence, gap: Items) -> bool:
    """Whether items only say to whom, where and in what it was said."""
    first, last = gap
    if any(not _is_adjunct(s, i) for i in range(first, last)):
        return False
    if s.tags[first : first + 1] == ["J"] or (first < last and _is_event_of(s, first, last)):
        return False
    commas = [i for i in range(first, last) if s.tags[i] == ","]
    return not commas or commas[-1] == last - 1


def _is_adjunct(s: Sentence, at: int) -> bool:
    tag, word = s.tags[at], s.words[at]
    if tag == "P":
        return _places(s, at)
    if tag in "eVnb" and word in _PUBLISHED:
        return True
    if tag == "g":
        return word in _SPEAKING or word in _SAYINGS
    return tag in "DNn#>BTO," or (tag == "J" and s.tags[at - 1] != "," and word in ("and", "&"))


def _places(s: Sentence, at: int) -> bool:
    """Whether a preposition says where or in what, and not what about: "on Facebook", and not "on the fire"."""
    word, after = s.words[at], s.words[at + 1 : at + 4]
    if word == "on":
        return not (_ON_AIR | _SAYINGS).isdisjoint(after) or after[:1] == ["his"]
    if word == "for":
        return "time" in after
    return word in _PREPOSITIONS


def _is_event_of(s: Sentence, first: int, last: int) -> bool:
    """Whether the time may be that of an event named right before it: "at the scene of the crash on Monday"."""
    joined = any(s.words[i] in ("of", "from", "in", "with") for i in range(first, last - 1))
    return s.words[last - 1] in EVENT_NOUNS and joined


def _stands_between(s: Sentence, speaker: Items, verb: int, time: _Time) -> bool:
    """Whether it stands between subject and verb: "officials on Monday said", "a report published on Monday said"."""
    first, last = _past_bracket(s, speaker[1]), time.begins(s)
    opened = first + (s.tags[first] == ",")
    spoken = opened < last and s.words[opened] in _PUBLISHED | _SPEAKING and _is_plain(s, (opened, last))
    if not (spoken or all(tag == "B" for tag in s.tags[first:last])) or _is_event_of(s, *speaker):
        return False
    return all(tag in "AB" or (spoken and tag == ",") for tag in s.tags[time.last : verb])


def _past_bracket(s: Sentence, at: int) -> int:
    """The item after a bracket that says what a name is short for: "the Harwick Corporation (HC)"."""
    if s.words[at] != "(" or ")" not in s.words[at : at + 5]:
        return at
    return s.words.index(")", at) + 1


def _opens(s: Sentence, draft: Draft, time: _Time) -> bool:
    """Whether it opens the clause: "On Monday, she said", "In a speech on Monday, she said"."""
    subject = draft.items[0] if draft.items is not None and draft.items[0] < draft.verb else draft.verb
    after = _past_saying(s, time)
    return _begins_clause(s, time.begins(s)) and _leads_to(s, after, subject)


def _past_saying(s: Sentence, time: _Time) -> int:
    """The item after the time, and after the noun that it is a part of: "in a Monday night interview"."""
    if not (time.possessive or _is_attribute(s, time)):
        return time.last
    return next((i + 1 for i in range(time.last, min(time.last + 3, len(s))) if s.words[i] in _SAYINGS), time.last)


def _begins_clause(s: Sentence, at: int) -> bool:
    if at == 0 or s.tags[at - 1] in _CLAUSE_STARTS:
        return True
    first = next((i for i in range(at) if s.tags[i] not in _OPENING), at)
    leads = s.words[first] in _SPEAKING or s.words[first] in ("in", "at", "during", "on")
    said = any(s.words[i] in _SAYINGS or s.words[i] in _SPEAKING for i in range(first, at))
    return leads and (said or set(s.tags[first + 1 : at]) == {"N"}) and _is_plain(s, (first, at))


def _leads_to(s: Sentence, at: int, subject: int) -> bool:
    """Whether nothing but adverbials stands before the subject: ", ", "in Aldmoor, ", ", at the same briefing, "."""
    between = s.tags[at:subject]
    if at > subject or any(tag not in ",PDNn#B>" for tag in between):
        return False
    inner = "".join(between).strip(",B")
    return not inner or (inner[0] == "P" and between[-1] == ",")
