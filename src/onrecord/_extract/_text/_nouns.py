"""Noun phrases by rule: where one that ends or begins at an item reaches, and which is the subject of a verb."""

from __future__ import annotations

from typing import Final, TypeAlias

from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import CUES
from onrecord._extract._words._words import words

Items: TypeAlias = tuple[int, int]
"""Items of a sentence, the end excluded."""

_RELATIVE: Final = words("last this next earlier later late early that the")
_PERIODS: Final = words(
    """week month year night morning evening afternoon weekend day spring summer autumn fall winter century decade
    weeks months years days hours hour minutes minute decades"""
)
_AFTERS: Final = words("ago earlier later before")
_PARTS: Final = words("night morning evening afternoon")
_MATTER: Final = "Nn#"
_ATTACHED: Final = words("of for from at in with on to")
_ATTACHED_RIGHT: Final = words("of for from at in")
_INTRODUCTORY: Final = "P>SgeBT"
_NAMED: Final = words("known identified described named styled listed")
_NAMING: Final = words("calling styling naming dubbing describing")
_NO_SUBJECTS: Final = words("there what's")
_FINITE: Final = "AVb"


def past_time(s: Sentence, at: int) -> int:
    """The item after words of time that begin at an item: "Saturday night", "last week", "two days ago"."""
    n = len(s)
    start = at
    if at < n and s.words[at] in _RELATIVE and at + 1 < n and (s.words[at + 1] in _PERIODS or s.tags[at + 1] == "T"):
        at += 2
    elif at < n and s.tags[at] in "#D" and at + 2 < n and s.words[at + 1] in _PERIODS and s.words[at + 2] in _AFTERS:
        return at + 3
    while at < n and s.tags[at] == "T" and not s.words[at].endswith("'s"):
        at += 1
    if at == start:
        return start
    while at < n and (s.words[at] in _PARTS or (s.tags[at] == "#" and s.words[at][0].isdigit())):
        at += 1
    return at


def phrase_before(s: Sentence, last: int, low: int) -> Items | None:
    """The noun phrase that ends with an item, prepositional phrases and "and" included."""
    core = _core_before(s, last, low)
    if core is None:
        return None
    start = core[0]
    while (further := _attached_before(s, start, low)) is not None:
        start = further
    return start, last + 1


def _core_before(s: Sentence, last: int, low: int) -> Items | None:
    tags, at = s.tags, last
    while at >= low:
        tag = tags[at]
        if tag == "D":
            at -= 1
            if at < low or tags[at] != "D":
                break
        elif tag in _MATTER or s.words[at] == "&" or (at < last and _is_modifier(s, at, low)):
            at -= 1
        else:
            break
    start = at + 1
    return (start, last + 1) if start <= last and any(tags[i] in "NnQ#D" for i in range(start, last + 1)) else None


def _is_modifier(s: Sentence, at: int, low: int) -> bool:
    """Whether a participle, adverb, short quotation or day stands inside a noun phrase as an adjective does."""
    tag, before = s.tags[at], s.tags[at - 1] if at > low else ","
    if tag == "e" and at > 0 and s.tags[at - 1] == "Q":
        return s.words[at] not in CUES  # “…,” retired judge Ann Lee said
    if tag in "egB":
        return before in "D" or (before == "B" and at - 2 >= low and s.tags[at - 2] == "D")
    if tag == "T":
        return s.words[at].endswith("'s") or before == "D"
    short = tag == "Q" and s.quotes[at].end - s.quotes[at].start < 40 and not s.complete.get(at)
    return short and before in "DNn"


def _attached_before(s: Sentence, start: int, low: int) -> int | None:
    """Where the phrase begins to which one that begins at `start` is attached, if any."""
    link = start - 1
    if link <= low or s.tags[link - 1] not in "Nn#":
        return None
    if s.tags[link] in "P>" and s.words[link] in _ATTACHED:
        left = _core_before(s, link - 1, low)
        return left[0] if left is not None else None
    if s.words[link] in ("and", "nor"):
        left = phrase_before(s, link - 1, low)
        if left is not None and (left[0] == low or s.tags[left[0] - 1] in ",;JSQ—:WT"):
            return left[0]
    return None


def phrase_after(s: Sentence, first: int, *, attached: bool = True) -> int:
    """The item after the noun phrase that begins at an item; the item itself where none does."""
    tags, n, at = s.tags, len(s), first
    if at < n and tags[at] in "RO":
        return at + 1
    while at < n and (tags[at] == "D" or (tags[at] in "egB" and at > first and tags[at - 1] in "DB")):
        at += 1
    at += _is_dated(s, at, first)
    begun = at
    while at < n and (tags[at] in _MATTER or s.words[at] == "&" or _goes_on(s, at, begun)):
        at += 1
    if at == begun:
        return at if at > first and tags[first] == "D" else first
    if attached and at < n and tags[at] in "P" and s.words[at] in _ATTACHED_RIGHT:
        further = phrase_after(s, at + 1)
        return further if further > at + 1 else at
    return at


def _is_dated(s: Sentence, at: int, first: int) -> bool:
    """Whether a word of time tells which one a noun is: "Tuesday's Gazette", "a Monday statement"."""
    if at + 1 >= len(s) or s.tags[at] != "T" or s.tags[at + 1] not in "Nn":
        return False
    return s.words[at].endswith("'s") or (at > first and s.tags[at - 1] == "D")


def _goes_on(s: Sentence, at: int, begun: int) -> bool:
    if at + 1 >= len(s):
        return False
    if s.words[at] == "and":
        return at > begun and s.tags[at + 1] in "N" and s.tags[at - 1] == "N"
    return (
        s.tags[at] in "eg"
        and s.tags[at + 1] in "Nn"
        and at > begun
        and (s.tags[at - 1] in "n#" or s.words[at - 1].endswith(("'s", "s'")))
    )


def subject_before(s: Sentence, verb: int, low: int) -> Items | None:
    """The subject of a verb, looked for to the left: a pronoun, a relative pronoun or a noun phrase."""
    at = verb - 1
    while at >= low and (s.tags[at] in "ABT" or (s.tags[at] == ">" and at > low)):
        at -= 1
    at = _over_insertion(s, _over_time(s, at, low), low)
    if at < low:
        return None
    if s.tags[at] in "RW":
        return None if s.words[at] in _NO_SUBJECTS else (at, at + 1)
    if s.words[at] == "that" and at > low and s.tags[at - 1] in "Nn":
        return at, at + 1
    return _phrase_at(s, at, low)


def _phrase_at(s: Sentence, at: int, low: int) -> Items | None:
    """The subject's noun phrase, whose last item, or what modifies it, is an item."""
    tag = s.tags[at]
    if tag in ",)—-":
        return _over_commas(s, at, low)
    if tag in "NnD#":
        return _governing(s, at, low)
    if tag == "O" and at > low and s.tags[at - 1] in "P>":
        found = _over_modifiers(s, at - 1, low)
        return (found[0], at + 1) if found is not None and s.words[at - 1] == "of" else found
    if tag in "eg":
        return _past_whose(s, _over_modifiers(s, at, low), low) or _before_relative(s, at, low)
    if tag in "Vb":
        return _before_relative(s, at, low)
    return _with_quoted_head(s, at, low) if tag == "Q" else None


def _with_quoted_head(s: Sentence, at: int, low: int) -> Items | None:
    """A noun phrase whose noun stands in quotation marks: the so-called "experts" said."""
    if at <= low or s.complete.get(at) or s.ends[at] - s.starts[at] > 30 or s.tags[at - 1] not in "Dneg":
        return None
    start = at
    while start > low and s.tags[start - 1] in "Dneg#":
        start -= 1
    return start, at + 1


def _governing(s: Sentence, last: int, low: int) -> Items | None:
    """The noun phrase that ends here, or the one that it only modifies: "protesters in masks", "a report seen by X"."""
    found = phrase_before(s, last, low)
    if found is None or found[0] <= low:
        return found
    before = found[0] - 1
    if before - 1 > low and _names(s, before):
        named = _over_modifiers(s, before - 1, low)
        return None if named is None else (named[0], last + 1)
    if s.tags[before] in "P>eg" and (before > low):
        return _over_modifiers(s, before, low) or _before_relative(s, before, low) or found
    if s.tags[before] in "AVb":
        return _before_relative(s, before, low) or found
    return found


def _names(s: Sentence, at: int) -> bool:
    """Whether what follows an item is only what something is called: "known as", "calling itself"."""
    if s.words[at] == "as":
        return s.tags[at - 1] == "e" and s.words[at - 1] in _NAMED
    return s.tags[at] == "O" and s.words[at - 1] in _NAMING


def _past_whose(s: Sentence, found: Items | None, low: int) -> Items | None:
    """The noun phrase before "whose", where the one found is only in its clause: "a man whose car burned said"."""
    if found is None or found[0] <= low or s.words[found[0]] != "whose" != s.words[found[0] - 1]:
        return found
    link = found[0] - 1 if s.words[found[0] - 1] == "whose" else found[0]
    return phrase_before(s, link - 1, low) if s.tags[link - 1] in "Nn" else found


def _over_modifiers(s: Sentence, at: int, low: int) -> Items | None:
    """The noun phrase before a run of prepositions and participles."""
    for _ in range(8):
        while at >= low and s.tags[at] in "P>egBT":
            at -= 1
        if at < low or s.tags[at] not in "NnD#":
            return None
        found = phrase_before(s, at, low)
        if found is None:
            return None
        if found[0] <= low or s.tags[found[0] - 1] not in "P>eg":
            bare = found[0] <= low or s.tags[found[0] - 1] not in "AVb"
            return found if bare else _before_relative(s, found[0] - 1, low)
        at = found[0] - 1
    return None


def _before_relative(s: Sentence, at: int, low: int) -> Items | None:
    """The noun phrase before a relative clause without commas: "a man who saw it said"."""
    for back in range(at, max(low, at - 12), -1):
        if s.tags[back] in ",;.Q":
            return None
        if (s.tags[back] == "W" or s.words[back] == "that") and s.tags[back - 1] in "Nn":
            return phrase_before(s, back - 1, low)
    return None


def _over_time(s: Sentence, at: int, low: int) -> int:
    """Step over "on Monday", "just last week" or "Tuesday night" between subject and verb."""
    start = at
    if (at > low and s.words[at] in _PARTS and s.tags[at - 1] == "T") or (
        at > low + 1 and s.words[at] in _PERIODS and s.words[at - 1] in ("last", "this")
    ):
        at -= 2
    if at > low + 1 and s.tags[at] == "#" and s.words[at - 1] == "in":
        at -= 2
    if at > low and at + 1 < len(s) and s.tags[at] == "P" and s.tags[at + 1] == "T":
        at -= 1
    while at < start and at >= low and s.tags[at] in "AB":
        at -= 1
    return at


def _over_insertion(s: Sentence, at: int, low: int) -> int:
    """Step over ", however," and "(D., N.Y.)" between subject and verb."""
    if at - 2 >= low and s.tags[at] == "," and s.tags[at - 1] in "BT" and s.tags[at - 2] == ",":
        at -= 3
    if at > low and s.tags[at] == ")":
        opening = at
        while opening > low and s.tags[opening] != "(" and at - opening < 20:
            opening -= 1
        if s.tags[opening] == "(":
            at = opening - 1
    return at


def _over_commas(s: Sentence, at: int, low: int) -> Items | None:
    """The subject before an apposition, a relative clause or a participle set off by commas."""
    for start in _segments(s, at, low):
        if s.tags[start] in "RW":
            if s.tags[start] == "R" and _is_mark(s, start + 1):
                return start, start + 1
            continue
        if s.tags[start] in _INTRODUCTORY:
            continue
        end = phrase_after(s, start)
        if end > start and end <= at and not _has_verb(s, end):
            return start, end
    return None


def _segments(s: Sentence, at: int, low: int) -> list[int]:
    """Where the parts between commas begin, in order, back to the clause's own beginning."""
    found: list[int] = []
    back = at - 1
    while back >= low and at - back < 60 and s.tags[back] not in ";:" and not s.complete.get(back):
        if s.tags[back] in ",—":
            found.append(_past_joint(s, back + 1))
            if s.words[back + 1] == "but":
                return found[::-1]
        back -= 1
    found.append(_past_joint(s, back + 1))
    return [start for start in found[::-1] if start < at]


def _past_joint(s: Sentence, at: int) -> int:
    while at < len(s) - 1 and s.tags[at] == "J":
        at += 1
    return at


def _is_mark(s: Sentence, at: int) -> bool:
    return at >= len(s) or s.tags[at] in ",—("


def _has_verb(s: Sentence, at: int) -> bool:
    while at < len(s) and s.tags[at] == "B":
        at += 1
    return at < len(s) and (s.tags[at] in _FINITE or s.tags[at] in "eR")


def main_subject(s: Sentence, before: int, low: int) -> Items | None:
    """The subject of the sentence's first finite verb before an item."""
    for verb in range(low + 1, before):
        if s.tags[verb] in "AV" or (s.tags[verb] == "e" and s.tags[verb - 1] in "NnR,B"):
            found = subject_before(s, verb, low)
            if found is not None and s.tags[found[0]] != "W" and not _is_subordinate(s, found[0], low):
                return found
    return None


def _is_subordinate(s: Sentence, start: int, low: int) -> bool:
    return start > low and s.tags[start - 1] in "SP"


def accompanied(s: Sentence, at: int) -> tuple[Items, int] | None:
    """Who does what a participle after "with" tells, and the participle: "with its chair, Ann Lee, / warning"."""
    if s.words[at] != "with":
        return None
    first, end = at + 1, phrase_after(s, at + 1)
    if s.tags[end : end + 1] == [","]:
        second, closed = end + 1, phrase_after(s, end + 1)
        if closed == second or s.tags[closed : closed + 1] != [","]:
            return None
        named = s.tags[closed - 1] == "N" != s.tags[end - 1]
        first, end, after = (second, closed, closed + 1) if named else (first, end, closed + 1)
    else:
        after = end
    return ((first, end), after) if first < end and after < len(s) and s.words[after].endswith("ing") else None
