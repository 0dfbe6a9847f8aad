"""Who the subject of a reporting verb is, before it, after it, or shared with another verb."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._report import Notes, Report
from onrecord._extract._text._nouns import Items, accompanied, main_subject, phrase_after, phrase_before, subject_before
from onrecord._extract._words._lexicon import can_speak
from onrecord._extract._words._words import words

LIGHT: Final = words(
    """went go goes going continue continues continued appeared appears seemed seems began begins began started starts
    happened tried tries used like likes liked"""
)
"""Verbs that only tell how another is done: "went on to say"."""

_NEAR: Final = 16  # items within which the "with" of a participle stands
_OWN: Final = ("finite", "participle", "infinitive", "modal", "quote-before", "clause-before", "parenthesis")


def subject_of(notes: Notes, at: int) -> Items | None:
    """The subject of the finite verb at an item."""
    s, low = notes.s, notes.low(at)
    found = subject_before(s, at, low)
    if found is not None:
        return found
    back = _past_group(notes, at)
    if back < 0:
        return None
    if s.tags[back] in "J,":
        return shared_subject(notes, back)
    return subject_before(s, back, low) if s.tags[back] == "b" or s.words[back] in LIGHT else None


def _past_group(notes: Notes, at: int) -> int:
    back = at - 1
    while back >= 0 and notes.s.tags[back] in "AB":
        back -= 1
    return back


def shared_subject(notes: Notes, at: int) -> Items | None:
    """The subject of the verb that the one at an item is joined to."""
    for report in reversed(notes.found):
        own = report.rule.startswith(_OWN)
        earlier = report.verb < at and report.speaker is not None and report.speaker[0] < at
        if own and earlier and not _is_inside(notes, report, at):
            return report.speaker
    return main_subject(notes.s, at, 0)


def _is_inside(notes: Notes, report: Report, at: int) -> bool:
    """Whether a report is part of what another tells that ends before an item: "said she told them to go, adding"."""
    return any(other.holds(report.verb) and not other.holds(at) for other in notes.found if other is not report)


def participle_subject(notes: Notes, at: int) -> Items | None:
    """Who does what a participle tells: the phrase it follows, or the subject of its sentence."""
    s, before = notes.s, at - 1
    while before >= 0 and s.tags[before] == "B":
        before -= 1
    if before < 0:
        return _subject_after(notes, at)
    if s.tags[before] in "NnR":
        found = _phrase_with_participle(notes, before, at)
        if found is not None:
            return found
    return _companion(notes, at) or shared_subject(notes, at) or _phrase_at_start(notes, before)


def _companion(notes: Notes, at: int) -> Items | None:
    """Who is brought in by "with" before a participle: "with its chair, Ann Lee, warning"."""
    near = (accompanied(notes.s, i) for i in range(at - 3, max(-1, at - _NEAR), -1))
    return next((found[0] for found in near if found is not None and found[1] == at), None)


def _phrase_at_start(notes: Notes, comma: int) -> Items | None:
    """The phrase that begins the sentence and a comma ends: "The paper, citing officials, said"."""
    end = phrase_after(notes.s, 0)
    return (0, end) if 0 < end == comma else None


def _phrase_with_participle(notes: Notes, last: int, at: int) -> Items | None:
    """The noun phrase that a participle belongs to, if it is of something that can speak."""
    s = notes.s
    if s.tags[last] == "R":
        return last, last + 1
    found = phrase_before(s, last, notes.low(at))
    if s.tags[last] == "N" and found is not None:
        near = last
        while near > found[0] and s.tags[near - 1] in "ND":
            near -= 1
        return near, last + 1
    return found if found is not None and can_speak(s.words[last]) else None


def _subject_after(notes: Notes, at: int) -> Items | None:
    """The subject of the main clause after an opening participle: "Warning of a storm, she left"."""
    s = notes.s
    for comma in range(at, len(s) - 1):
        if s.tags[comma] == "," and s.tags[comma + 1] in "RDNn":
            end = phrase_after(s, comma + 1)
            if end > comma + 1:
                return comma + 1, end
    return None


def inverted_subject(notes: Notes, at: int, after: int) -> Items | None:
    """The subject after its verb: "…," said Ann Lee."""
    s = notes.s
    if after >= len(s) or not (at == 0 or s.tags[at - 1] in "Q,—") or s.tags[after] not in "DNnR#e":
        return None
    end = phrase_after(s, after)
    if end == after or (end < len(s) and s.tags[end] in "AVb"):
        return None
    return after, end


def clause_around(notes: Notes, at: int, after: int) -> tuple[Items | None, int, int]:
    """Subject, first item and end of a reporting clause that stands after or inside what it reports."""
    s, speaker = notes.s, None
    if s.tags[at - 1] != "Q":
        speaker = subject_before(s, at, notes.low(at))
        if speaker is not None and speaker[1] == at - 1 and s.tags[at - 1] == ",":
            speaker = None  # one comma alone parts no subject from its verb: "The plan, said Ann Lee, is bad"
    inverted = inverted_subject(notes, at, after) if speaker is None else None
    if inverted is not None:
        return inverted, at, inverted[1]
    speaker = speaker or subject_of(notes, at)
    return speaker, (speaker[0] if speaker else at), after
