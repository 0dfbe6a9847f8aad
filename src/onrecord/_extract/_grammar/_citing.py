"""The rules for who is cited: "the Echo reported, citing Ann Lee, that it fell" has her words through the Echo's."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._report import Notes, Report
from onrecord._extract._grammar._uses import Use
from onrecord._extract._text._nouns import phrase_after
from onrecord._extract._words._lexicon import can_speak

_SURE: Final = 0.7


def cites(notes: Notes, at: int, after: int, use: Use) -> bool:
    """Note who is cited as a source; False where a verb cites a reason, or what somebody claims."""
    s, end = notes.s, phrase_after(notes.s, after, attached=False)
    if use not in (Use.participle, Use.finite) or end == after or not _is_source(notes, end - 1):
        return False
    whole = phrase_after(s, after)
    following = s.tags[whole : whole + 1] or ["."]
    relative = at > 0 and s.tags[at - 1] == "W"
    if use is Use.finite and not relative and following[0] not in ".;":
        return False
    if use is Use.participle or relative:
        notes.cited.append(((after, whole), at))
    return True


def _is_source(notes: Notes, last: int) -> bool:
    return notes.s.tags[last] == "N" or can_speak(notes.s.words[last])


def read_cited(notes: Notes) -> None:
    """Give what a sentence reports to each source cited in it as well, through the report of the one who cites it."""
    for source, at in notes.cited:
        index = _citing(notes, at)
        if index is not None:
            outer = notes.found[index]
            report = Report("cited", _SURE, list(outer.content), [(at, at + 1)], source, verb=at, kind=outer.kind)
            report.lemma, report.medium, report.relayed = "cite", outer.medium, True
            notes.found.insert(index + 1, report)


def _citing(notes: Notes, at: int) -> int | None:
    """Which report a source is cited for: the last one before the citation, or the first one after it."""
    found = [i for i, report in enumerate(notes.found) if _can_cite(report) and not report.holds(at)]
    before = [i for i in found if notes.found[i].verb < at]
    return before[-1] if before else next(iter(found), None)


def _can_cite(report: Report) -> bool:
    return report.speaker is not None and report.kind in ("that", "clause", "quote") and not report.relayed
