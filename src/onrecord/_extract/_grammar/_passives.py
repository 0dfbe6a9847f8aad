"""The rules for a reporting verb in the passive: "was quoted by X as saying", "it was claimed", "is believed to"."""

from __future__ import annotations

from onrecord._extract._grammar._clauses import clause_end, is_clause
from onrecord._extract._grammar._frames import complement_of, past_adjuncts
from onrecord._extract._grammar._report import Notes, Report, report_of
from onrecord._extract._grammar._uses import cue_at
from onrecord._extract._text._nouns import Items, phrase_after, phrase_before, subject_before
from onrecord._extract._words._cues import NOUNS, Cue
from onrecord._extract._words._words import words
from onrecord._model import Medium

_AFTER: frozenset[str] = frozenset({"of", "for", "as", "with"})


_DENYING = words("reject deny dismiss dispute refute confirm contest challenge rebut")
_MEANS = words("email e-mail letter text phone telephone post mail message radio video fax")
_UNSAID = words("say believe think understand allege report claim accuse suspect blame criticise criticize rumour")


def read_passive(notes: Notes, at: int, cue: Cue, after: int) -> None:
    """Read a verb in the passive, whose subject does not speak, unless it is quoted "as saying"."""
    s = notes.s
    subject = subject_before(s, at, notes.low(at))
    if subject is None or s.tags[subject[0]] == "W":
        return
    agent, stop = _agent(notes, after)
    saying = as_saying(notes, stop)
    if saying is not None:
        agent = agent or _agent(notes, saying[0] + 1)[0]
        read_quoted_as(notes, subject, agent, (notes.cue_start(at), after), saying)
    elif s.words[subject[0]] == "it" and not {"c", "C"}.isdisjoint(cue.frames):
        _read_it_is_said(notes, at, cue, stop, agent)
    elif _is_passed_on(notes, at, cue) or ("d" in cue.frames and _is_told(notes, at, cue, subject, (agent, stop))):
        return
    elif _goes_on(notes, cue, stop, agent) and (agent is not None or cue.lemma in _UNSAID):
        _read_told_of(notes, at, cue, (subject, stop), agent, after)


def _is_passed_on(notes: Notes, at: int, cue: Cue) -> bool:
    """Whether only who said it too, or first, is told: "her words were echoed by", "was first reported by"."""
    return cue.lemma == "echo" or (cue.lemma == "report" and notes.s.words[at - 1] == "first")


def read_reduced(notes: Notes, at: int, cue: Cue, after: int) -> None:
    """Read a participle with its agent: "as reported by the Echo, it fell", "the dam, described by Lee as unsafe"."""
    s, (agent, stop) = notes.s, _agent(notes, after)
    if agent is None or at == 0 or cue.medium is Medium.thought:
        return
    start = at - 1
    while start > 0 and s.tags[start] == "B":
        start -= 1
    if cue.lemma in _DENYING and s.words[start] in NOUNS and s.tags[max(0, start - 2) : start] == [",", "D"]:
        _add_reduced(notes, at, cue, [_judged(notes, start)], agent)
    elif s.words[start] == "as" and not {"c", "C"}.isdisjoint(cue.frames):
        content = (stop + 1, clause_end(s, stop + 1)) if start == 0 and s.tags[stop : stop + 1] == [","] else None
        content = content or _clause_before(notes, start)
        if content is not None:
            _add_reduced(notes, at, cue, [content], agent)
    elif s.words[stop : stop + 1] == ["as"] and "a" in cue.frames:
        end = next((i for i in range(stop, clause_end(s, stop)) if s.tags[i] == ","), clause_end(s, stop))
        last = start - (s.tags[start] == ",")
        told = phrase_before(s, last, notes.low(at)) if s.tags[last] in "Nn" else None
        _add_reduced(notes, at, cue, [*([told] if told else []), (stop, end)], agent)


def _judged(notes: Notes, noun: int) -> Items:
    """What an apposition calls a claim, which ends what was said before it: "it fell, a claim rejected by Ann Lee"."""
    for report in notes.found:
        start, end = report.content[-1]
        if start < noun - 2 < end:
            report.content[-1] = start, noun - 2
    return noun - 1, noun + 1


def _add_reduced(notes: Notes, at: int, cue: Cue, content: list[Items], agent: Items) -> None:
    report = report_of("reduced", 0.65, content, (at, at + 1), agent, cue)
    report.kind, report.verb = "clause", at
    notes.add(report)


def _is_told(notes: Notes, at: int, cue: Cue, told: Items, by: tuple[Items | None, int]) -> bool:
    """Read "the jury was told that …" and "…, the jury was told": by whom need not be said."""
    agent, stop = by
    content = _clause_after(notes, cue, stop) or _clause_before(notes, told[0])
    if content is None:
        return False
    report = report_of("was-told", 0.7, [content], (notes.cue_start(at), at + 1), agent, cue)
    report.kind, report.verb, report.arbitrary = "that", at, agent is None
    notes.add(report)
    return True


def _clause_after(notes: Notes, cue: Cue, stop: int) -> Items | None:
    """The clause that follows a verb in the passive, after when and where it was said."""
    s, at = notes.s, past_adjuncts(notes.s, stop, cue)
    if at < len(s) and s.words[at] == "that":
        return notes.trimmed((at + 1, clause_end(s, at + 1)))
    told = at == stop < len(s) and "c" in cue.frames and is_clause(s, at) and not _is_object(notes, at)
    return (at, clause_end(s, at)) if told else None


def _is_object(notes: Notes, at: int) -> bool:
    """Whether a clause has its verb only after "but", and so an object comes first: promised land / but none came."""
    s = notes.s
    verb = next((i for i in range(at + 1, len(s)) if s.tags[i] in "AVb"), len(s))
    return any(s.words[i] == "but" for i in range(phrase_after(s, at), verb))


def _clause_before(notes: Notes, subject: int) -> Items | None:
    """The clause before ", it was claimed" and ", the jury was told"."""
    if subject < 2 or notes.s.tags[subject - 1] != ",":
        return None
    return notes.trimmed((notes.clause_start(subject - 1), subject - 1))


def _agent(notes: Notes, after: int) -> tuple[Items | None, int]:
    """Who does it, after "by", and the item after the phrase."""
    s, stop = notes.s, after
    while stop < len(s) and s.tags[stop] == "B":
        stop += 1
    if stop + 1 < len(s) and s.words[stop] == "by" and s.heads[stop + 1] not in _MEANS:
        end = phrase_after(s, stop + 1, attached=False)
        if end + 1 < len(s) and s.words[end] in ("of", "at", "in", "from"):
            end = max(end, phrase_after(s, end + 1, attached=False))
        if end > stop + 1:
            return (stop + 1, end), end
    return None, stop


def _goes_on(notes: Notes, cue: Cue, stop: int, agent: Items | None) -> bool:
    """Whether what follows is what is said of the subject."""
    s, frames = notes.s, cue.frames
    if agent is not None and not {"n", "f", "a"}.isdisjoint(frames):
        return True
    if stop >= len(s):
        return False
    if s.tags[stop] == ">":
        return not {"c", "o", "C", "t"}.isdisjoint(frames)
    return s.words[stop] in _AFTER and not {"f", "a", "k"}.isdisjoint(frames)


def _read_told_of(notes: Notes, at: int, cue: Cue, around: tuple[Items, int], agent: Items | None, after: int) -> None:
    subject, stop = around
    more = stop < len(notes.s) and notes.s.tags[stop] not in ",J"
    end = clause_end(notes.s, stop) if more else stop
    if notes.s.words[subject[1]] == "that":
        subject = subject[0], notes.cue_start(at)  # "reports that the town had fallen were dismissed"
    content = [subject, (stop, end)] if end > stop else [subject]
    report = report_of("passive", 0.6, content, (notes.cue_start(at), after), agent, cue)
    report.kind, report.verb, report.arbitrary = "passive", at, agent is None
    notes.add(report)


def read_emerged(notes: Notes, at: int, cue: Cue, after: int) -> None:
    """Read "it emerged on Monday that …" and "…, it has emerged"."""
    subject = subject_before(notes.s, at, notes.low(at))
    if subject is not None and notes.s.words[subject[0]] == "it":
        _read_it_is_said(notes, at, cue, after, None)


def _read_it_is_said(notes: Notes, at: int, cue: Cue, stop: int, agent: Items | None) -> None:
    """Read "it was claimed that …" and "…, it was claimed"."""
    start = max(0, notes.cue_start(at) - 1)
    content = _clause_after(notes, cue, stop) or _clause_before(notes, start)
    if content is not None:
        report = report_of("it-is-said", 0.75, [content], (start, at + 1), agent, cue)
        report.kind, report.verb, report.arbitrary = "that", at, agent is None
        notes.add(report)


def as_saying(notes: Notes, at: int) -> tuple[int, Items | None] | None:
    """The participle's item in "as saying", and what was said if it comes after."""
    s = notes.s
    for i in range(at, min(at + 16, len(s) - 1)):
        if s.words[i] == "as":
            found = cue_at(s, i + 1)
            if found is None or found[0].form != "ing" or "q" not in found[0].frames:
                return None
            return i + 1, _said(notes, found[0], found[1])
        if s.tags[i] in ".;Q":
            return None
    return None


def _said(notes: Notes, cue: Cue, after: int) -> Items | None:
    """What follows "saying": its complement, or else the rest of the clause."""
    s, found = notes.s, complement_of(notes.s, cue, after)
    if s.words[after : after + 1] == ["by"]:
        return None
    if found is not None and found.start < found.end:
        return found.start, max(found.end, clause_end(s, found.start))
    while after < len(s) and s.tags[after] in ",:":
        after += 1
    return notes.trimmed((after, clause_end(s, after))) if after < len(s) else None


def read_quoted_as(
    notes: Notes, subject: Items, agent: Items | None, cue: Items, saying: tuple[int, Items | None]
) -> None:
    """Read what one is quoted as saying, and who quotes it: two reports, the second passed on by the first."""
    verb, after = saying
    first = min(subject[0], cue[0] if agent is None else agent[0])
    content = after or notes.quote_before(first) or _clause_before(notes, first)
    if content is None:
        return
    notes.done.add(verb)
    if agent is not None:
        end = max(verb + 1, content[1])
        whole = [subject, (verb - 1, end)] if subject[1] < verb - 1 else [(subject[0], end)]
        if after is None:
            whole.insert(0, content)
        relay = Report("relay", 0.8, whole, [cue], agent, verb=cue[1] - 1, kind="relay", lemma="quote")
        notes.found.append(relay)
    report = Report("quoted-as-saying", 0.9, [content], [(verb, verb + 1)], subject, verb=verb, kind="that")
    report.lemma, report.relayed = "say", agent is not None
    notes.add(report)
