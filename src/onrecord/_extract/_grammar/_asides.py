"""The rules for a reporting clause that follows what it reports, or interrupts it: "…," she said, "…"."""

from __future__ import annotations

from onrecord._extract._grammar._clauses import clause_end
from onrecord._extract._grammar._report import Notes, report_of
from onrecord._extract._grammar._subjects import clause_around
from onrecord._extract._grammar._uses import cue_at
from onrecord._extract._text._nouns import Items
from onrecord._extract._words._cues import Cue
from onrecord._extract._words._words import words
from onrecord._model import Stance

_ADDING = words("with though although while whereas")
_GOING = words("begin continue go start laugh smile sigh shrug nod")  # "as he began", not as he said


def read_left(notes: Notes, at: int, cue: Cue, after: int) -> None:
    """Read a reporting clause after or inside what it reports."""
    s = notes.s
    speaker, start, end = clause_around(notes, at, after)
    if speaker is None or s.tags[speaker[0]] == "W":
        return
    quote = notes.quote_before(start) if "q" in cue.frames else None
    if quote is not None:
        _read_quoted(notes, at, cue, speaker, quote, end)
    elif "p" in cue.frames and start > 1 and s.tags[start - 1] in ",—":
        _read_parenthesis(notes, at, cue, speaker, start, end)
    elif "p" in cue.frames and cue.lemma not in _GOING and start > 0 and s.words[start - 1] == "as":
        _read_as_said(notes, at, cue, speaker, start - 1, end)


def _read_quoted(notes: Notes, at: int, cue: Cue, speaker: Items, quote: Items, end: int) -> None:
    """Read a quotation before its clause, and what of it comes after the clause."""
    following = _quote_after(notes, end)
    content = [quote] if following is None else [quote, following]
    pure = all(notes.s.tags[i] == "Q" for i in range(*quote))
    rule, sure = ("quote-before", 0.95) if pure else ("clause-before", 0.85)
    report = report_of(rule, sure, content, (notes.cue_start(at), at + 1), speaker, cue)
    report.kind, report.verb = "quote", at
    notes.add(report)


def _quote_after(notes: Notes, end: int) -> Items | None:
    """The rest of a quotation that its reporting clause broke."""
    s = notes.s
    for at in range(end, min(end + 40, len(s))):
        if s.tags[at] == "Q":
            return (at, at + 1) if at > 0 and s.tags[at - 1] in ",:—.QJ" else None
        if at > end and (s.tags[at] == ";" or cue_at(s, at) is not None):
            return None
    return None


def _read_parenthesis(notes: Notes, at: int, cue: Cue, speaker: Items, start: int, end: int) -> None:
    """Read "…, she said, …": the clause before, and what goes on after."""
    first = notes.clause_start(start - 1)
    content = [(first, start - 1)] if first < start - 1 else []
    rest = _rest_after(notes, at, speaker, notes.past_manner(end))
    if rest is not None and not (content and _is_afterthought(notes, content[0], rest[0])):
        content.append(rest)
    if len(content) == 1 and rest is None and _only_leads_in(notes, content[0]):
        return
    if content:
        report = report_of("parenthesis", 0.8, content, (notes.cue_start(at), at + 1), speaker, cue)
        report.kind, report.verb = "clause", at
        notes.add(report)


def _only_leads_in(notes: Notes, part: Items) -> bool:
    """Whether what stands before a clause is only its adverbial: "At her school in Aldmoor, she said nothing"."""
    s, (start, end) = notes.s, part
    if s.tags[start] == "e":
        return True
    verbs = (i for i in range(start + 1, end) if s.tags[i] in "AVbR" or (s.tags[i] == "e" and s.tags[i - 1] in "Nn"))
    return s.tags[start] in "PTg" and next(verbs, None) is None


def _is_afterthought(notes: Notes, before: Items, rest: int) -> bool:
    """Whether a whole clause was said, and what follows only adds to it: "It fell, she said, with a bang"."""
    tags = notes.s.tags
    return notes.s.words[rest] in _ADDING and any(tags[i] in "AV" for i in range(*before))


def _rest_after(notes: Notes, at: int, speaker: Items, comma: int) -> Items | None:
    """What a reporting clause between commas interrupted; not what the speaker is, nor another report."""
    s = notes.s
    if comma + 1 >= len(s) or s.tags[comma] not in ",—":
        return None
    if speaker[0] > at or s.tags[comma + 1] == "W" or _is_participle(notes, comma + 1):
        return None
    rest = clause_end(s, comma + 1)
    return (comma + 1, rest) if rest > comma + 1 else None


def _is_participle(notes: Notes, at: int) -> bool:
    s = notes.s
    while at < len(s) and s.tags[at] in "BJ":
        at += 1
    found = cue_at(s, at) if at < len(s) else None
    return (found is not None and found[0].form == "ing") or (at < len(s) and s.tags[at] == "g")


def _read_as_said(notes: Notes, at: int, cue: Cue, speaker: Items, start: int, end: int) -> None:
    """Read "As she put it, …", "…, as he has said" and "…, as she says, …"."""
    s, comma = notes.s, notes.past_manner(end)
    if comma < len(s) and s.tags[comma] == "Q":
        return
    content = [(notes.clause_start(start), start)] if start > 1 else []
    if comma + 1 < len(s) and (not content or (s.tags[start - 1] == "," == s.tags[comma])):
        content.append((comma + 1, clause_end(s, comma + 1)))
    content = [part for part in map(notes.trimmed, content) if part is not None]
    if not content:
        return
    report = report_of("as-said", 0.7, content, (notes.cue_start(at), at + 1), speaker, cue)
    report.kind, report.verb, report.stance = "clause", at, Stance.endorsed
    notes.add(report)
