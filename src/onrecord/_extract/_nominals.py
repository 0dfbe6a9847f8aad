"""The rules for nouns and prepositions that report: "the claim that", "her promise to", "according to"."""

from __future__ import annotations

from typing import Final

from onrecord._extract._clauses import before_predicate, clause_end
from onrecord._extract._cues import NOUNS
from onrecord._extract._nouns import Items, phrase_after, phrase_before, subject_before
from onrecord._extract._report import Notes, Report
from onrecord._extract._sentence import Sentence
from onrecord._extract._uses import Use, cue_at, use_of
from onrecord._extract._words import words
from onrecord._model import Stance

_POSSESSIVE: Final = words("his her its their my our your")
_MAKING: Final = words(
    """made make makes making issued issue issues issuing released release releases repeated repeating renewed raised
    rejected dismissed denied reiterated expressed voiced published sent gave delivered filed faced"""
)


def is_reporting_noun(s: Sentence, at: int) -> bool:
    """Whether an item is a noun that reports."""
    return s.words[at] in NOUNS and s.tags[at] in "nNbe"


def read_according(notes: Notes, at: int) -> None:
    """Read "…, according to X" and "According to X, …"."""
    s = notes.s
    named = at + 3 if s.tags[at + 2 : at + 3] in (["g"], ["e"]) else at + 2  # "according to shipping papers"
    end = phrase_after(s, named)
    if end == named:
        return
    first, comma = notes.clause_start(at), notes.past_manner(end)
    parts: list[Items] = [(first, at)] if first < at else []
    if first >= at and comma + 1 < len(s) and s.tags[comma] == ",":
        parts.append((comma + 1, clause_end(s, comma + 1)))
    content = [part for part in map(notes.trimmed, parts) if part is not None]
    if content:
        notes.add(Report("according", 0.85, content, [(at, at + 2)], (at + 2, end), verb=at, kind="clause"))


def read_reportedly(notes: Notes, at: int) -> None:
    """Read "the bridge reportedly fell", which nobody in particular says; before a cue it only hedges."""
    following = next((i for i in range(at + 1, len(notes.s)) if notes.s.tags[i] not in "AB"), at)
    told = cue_at(notes.s, following)
    if told is not None and use_of(notes.s, following, told[0]) in (Use.finite, Use.modal):
        return
    parts = (notes.clause_start(at), at), (at + 1, clause_end(notes.s, min(at + 1, len(notes.s) - 1)))
    content = [part for part in map(notes.trimmed, parts) if part is not None]
    if content and len(notes.s) > at + 1:
        report = Report("reportedly", 0.5, content, [(at, at + 1)], verb=at, kind="clause", lemma="reportedly")
        report.stance, report.arbitrary = Stance.distanced, True
        notes.add(report)


def read_noun(notes: Notes, at: int) -> None:
    """Read a noun that reports, with the clause, infinitive or phrase that it takes."""
    s = notes.s
    holder, after = _holder(s, at), at + 1
    if after < len(s) and s.words[after] == "by":
        end = phrase_after(s, after + 1)
        holder, after = ((after + 1, end), end) if end > after + 1 else (holder, after)
    content = _content_of_noun(s, after, held=holder is not None)
    if content is not None and holder is not None and holder[0] == notes.clause_start(at):
        content = content[0], before_predicate(s, content, verbs=int(s.tags[content[0]] != ">"))
    if content is None or any(report.content[-1][0] == content[0] for report in notes.found):
        return  # nothing, or "said in a statement that", which the verb has read
    holder = holder or _maker(notes, at)
    sure = 0.55 if holder else 0.4
    report = Report("noun", sure, [content], [(at, at + 1)], holder, verb=at, kind="noun", lemma=s.words[at])
    report.stance, report.arbitrary = NOUNS[s.words[at]], holder is None
    notes.add(report)


def _content_of_noun(s: Sentence, after: int, *, held: bool) -> Items | None:
    if after + 1 >= len(s):
        return None
    if s.words[after] == "that" and s.tags[after + 1] not in "AVb,e":
        content = after + 1, clause_end(s, after + 1)
    elif held and s.tags[after] == ">":
        content = after, clause_end(s, after)
    elif held and s.words[after] in ("of", "for"):
        content = after + 1, clause_end(s, after + 1)
    else:
        return None
    return content if content[0] < content[1] else None


def _holder(s: Sentence, at: int) -> Items | None:
    """Whose claim it is: "his claim", "Moscow's repeated claims"."""
    back = at - 1
    while back >= 0 and s.tags[back] in "neg#" and not s.words[back].endswith(("'s", "s'")) and at - back < 4:
        back -= 1
    if back < 0:
        return None
    if s.words[back] in _POSSESSIVE:
        return back, back + 1
    if s.words[back].endswith(("'s", "s'")) and s.tags[back] in "Nn":
        return phrase_before(s, back, max(0, back - 12))
    return None


def _maker(notes: Notes, at: int) -> Items | None:
    """Who makes the claim: the subject of "made the claim that"."""
    s, back = notes.s, at - 1
    while back > 0 and s.tags[back] in "Dneg#NB" and s.words[back] not in _MAKING and at - back < 5:
        back -= 1
    if back < 0 or s.words[back] not in _MAKING:
        return None
    return subject_before(s, back, notes.low(back))
