"""The rules for nouns and prepositions that report: "the claim that", "her promise to", "according to"."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._clauses import before_predicate, clause_end
from onrecord._extract._grammar._report import Notes, Report
from onrecord._extract._grammar._uses import Use, cue_at, use_of
from onrecord._extract._text._nouns import Items, phrase_after, phrase_before, subject_before
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import NOUNS
from onrecord._extract._words._words import words
from onrecord._model import Stance

_POSSESSIVE: Final = words("his her its their my our your")
_TAKING: Final = {
    "of": words("claim allegation accusation warning prediction promise threat denial admission fear suspicion"),
    "for": words("call demand plea appeal request"),
}
_MAKING: Final = words(
    """made make makes making issued issue issues issuing released release releases repeated repeating renewed raised
    rejected dismissed denied reiterated expressed voiced published sent gave delivered filed faced"""
)


def is_reporting_noun(s: Sentence, at: int) -> bool:
    """Whether an item is a noun that reports."""
    return s.words[at] in NOUNS and s.tags[at] in "nNbeg"


def read_according(notes: Notes, at: int) -> None:
    """Read "…, according to X" and "According to X, …"."""
    s = notes.s
    named = at + 3 if s.tags[at + 2 : at + 3] in (["g"], ["e"]) else at + 2  # "according to shipping papers"
    end = phrase_after(s, named)
    if end == named:
        return
    first, comma = notes.clause_start(at), notes.past_manner(end)
    if s.tags[comma + 1 : comma + 2] == ["W"]:
        comma = notes.past_manner(comma + 1)
    parts: list[Items] = [(first, at)] if first < at else []
    if first >= at and comma + 1 < len(s) and s.tags[comma] == ",":
        parts.append((comma + 1, clause_end(s, comma + 1)))
    content = [part for part in map(notes.trimmed, parts) if part is not None]
    if content:
        notes.add(Report("according", 0.85, content, [(at, at + 2)], (at + 2, end), verb=at, kind="clause"))


def read_reportedly(notes: Notes, at: int) -> None:
    """Read "the bridge reportedly fell", which nobody in particular says; before a cue it only hedges."""
    s, start = notes.s, at
    following = next((i for i in range(at + 1, len(s)) if s.tags[i] not in "AB"), at)
    told = cue_at(s, following)
    if told is not None and use_of(s, following, told[0]) in (Use.finite, Use.modal):
        return
    low = notes.clause_start(at)
    while start > low and s.tags[start] != "W" and s.tags[start - 1] != "S":
        start -= 1
    end = clause_end(s, min(at + 1, len(s) - 1))
    if s.tags[start] == "W":
        end = next((i for i in range(at, end) if s.tags[i] == ","), end)
    content = [part for part in map(notes.trimmed, ((start, at), (at + 1, end))) if part is not None]
    if content and len(s) > at + 1:
        report = Report("reportedly", 0.5, content, [(at, at + 1)], verb=at, kind="clause", lemma=s.words[at])
        report.stance, report.arbitrary = Stance.distanced, True
        notes.add(report)


def read_noun(notes: Notes, at: int) -> None:
    """Read a noun that reports, with the clause, infinitive or phrase that it takes."""
    s = notes.s
    holder, after = _holder(s, at), at + 1
    if after < len(s) and s.words[after] == "by":
        end = phrase_after(s, after + 1)
        holder, after = ((after + 1, end), end) if end > after + 1 else (holder, after)
    content = _content_of_noun(s, at, after, held=holder is not None)
    if content is not None:
        content = content[0], _end_in_clause(notes, at if holder is None else holder[0], content)
    if content is None or any(report.content[-1][0] == content[0] for report in notes.found):
        return  # nothing, or "said in a statement that", which the verb has read
    holder = holder or _maker(notes, at)
    sure = 0.55 if holder else 0.4
    report = Report("noun", sure, [content], [(at, at + 1)], holder, verb=at, kind="noun", lemma=s.words[at])
    report.stance, report.arbitrary = NOUNS[s.words[at]], holder is None
    notes.add(report)


def _end_in_clause(notes: Notes, start: int, content: Items) -> int:
    """Where the content ends if its noun is the subject of its clause, or part of a phrase that opens it."""
    s, first = notes.s, notes.clause_start(start)
    if all(tag == "D" for tag in s.tags[first:start]):
        return before_predicate(s, content, verbs=int(s.words[content[0] - 1] == "that"))
    commas = (at for at in range(*content) if s.tags[at] == ",")
    return next(commas, content[1]) if s.tags[first] in "PS" else content[1]


def _content_of_noun(s: Sentence, at: int, after: int, *, held: bool) -> Items | None:
    if after + 1 >= len(s):
        return None
    if s.words[after] == "that" and s.tags[after + 1] not in "AVb,e":
        content = after + 1, clause_end(s, after + 1)
    elif held and s.tags[after] == ">" and _is_infinitive(s, after + 1):
        content = after, clause_end(s, after)
    elif held and s.words[at].removesuffix("s") in _TAKING.get(s.words[after], ()):
        content = after + 1, clause_end(s, after + 1)
    else:
        return None
    return content if content[0] < content[1] else None


def _is_infinitive(s: Sentence, at: int) -> bool:
    """Whether a verb follows "to", and not somebody: "her promise to leave", "her message to staff was"."""
    return s.tags[at] in "bneBV" and s.tags[at + 1 : at + 2] not in (["A"], ["V"])


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
