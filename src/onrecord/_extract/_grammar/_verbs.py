"""The rules for a verb that reports: what it introduces, and what it governs from inside a relative clause."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._asides import read_left
from onrecord._extract._grammar._citing import cites
from onrecord._extract._grammar._clauses import before_predicate, clause_end, is_clause
from onrecord._extract._grammar._frames import Complement, complement_of
from onrecord._extract._grammar._passives import as_saying, read_emerged, read_passive, read_quoted_as
from onrecord._extract._grammar._report import Notes, report_of
from onrecord._extract._grammar._subjects import (
    LIGHT,
    inverted_subject,
    participle_subject,
    shared_subject,
    subject_of,
)
from onrecord._extract._grammar._uses import Use
from onrecord._extract._text._nouns import Items, phrase_after, phrase_before
from onrecord._extract._words._cues import Cue
from onrecord._extract._words._lexicon import PAPER_NOUNS, can_speak
from onrecord._extract._words._titles import singular
from onrecord._extract._words._words import words
from onrecord._model import Medium

_SHOWING: Final = words("show demonstrate prove illustrate find")
_EVIDENCE: Final = words(
    """study poll report survey data figure research analysis document record result statistic number review audit
    researcher scientist investigator investigation inquiry court jury judge panel commission committee team expert
    author group inspector auditor economist watchdog department agency ministry office tribunal police they we he
    she it who test"""
)
_INQUIRIES: Final = words(
    """study poll report survey research analysis review audit investigation inquiry enquiry assessment inspection
    probe watchdog auditor inspector tribunal"""
)
_LASTING: Final = words("dispute contest")
_REFLEXIVE: Final = words("itself himself herself themselves")
_HEARINGS: Final = words("court inquest jury tribunal hearing inquiry trial judge panel")
_NOBODY: Final = words("nobody none neither no")
_SUPPOSING: Final = words("if unless whether")
_SCOPES: Final = words("only just merely simply")
_WITHOUT: Final = words("without denied denies deny denying avoided avoid avoiding")
_INSTEAD: Final = (["short", "of"], ["instead", "of"], ["rather", "than"], ["refrained", "from"])
_ANSWERING: Final = words("answer reply respond comment elaborate")
_SUBORDINATING: Final = words("after when while although though since before if as because until once")
_SURE: Final = {"quote": 0.95, "that": 0.9, "clause": 0.85, "wh": 0.75, "to": 0.7, "matter": 0.6, "object": 0.55}
_WEAKER: Final = {Use.finite: 1.0, Use.participle: 0.9, Use.infinitive: 0.8, Use.modal: 0.7}


def read_verb(notes: Notes, at: int, cue: Cue, after: int, use: Use) -> None:
    """Read a reporting verb: its complement after it, or what it stands after or inside of."""
    if cue.medium is not Medium.thought and _is_unsaid(notes, at, use):
        _leave(notes, at, cue, after)
    elif use is Use.passive:
        read_passive(notes, at, cue, after)
    elif "i" in cue.frames:
        read_emerged(notes, at, cue, after)
    elif cue.lemma in ("quote", "cite") and (_quotes_as(notes, at, after) or cites(notes, at, after, use)):
        return
    elif not _is_ruled_out(notes, at, cue, use) and not _stands_after(notes, at, cue, after, use):
        complement = complement_of(notes.s, cue, after)
        if complement is not None:
            _read_right(notes, at, cue, after, use, complement)
        elif use is Use.finite and not _read_relative(notes, at, cue, after):
            read_left(notes, at, cue, after)


def _is_unsaid(notes: Notes, at: int, use: Use) -> bool:
    """Whether a verb tells what was not said: "never said", "did not say that", "without saying", "denied saying"."""
    s, back = notes.s, at - 1
    while back >= 0 and s.tags[back] in "AB":
        if _is_no(s.words[back]) and s.words[back + 1] not in _SCOPES:
            return True
        back -= 1
    if use is not Use.participle or back < 0:
        return False
    return s.words[back] in _WITHOUT or s.words[max(0, back - 1) : back + 1] in _INSTEAD


def _is_no(word: str) -> bool:
    return word in ("not", "never") or word.endswith("n't")


def _leave(notes: Notes, at: int, cue: Cue, after: int) -> None:
    """Read nothing in a verb whose words were not said, and give their quotations to no other."""
    complement = complement_of(notes.s, cue, after)
    notes.done.add(at)
    if complement is not None:
        notes.taken.update(i for i in range(complement.start, complement.end) if notes.s.tags[i] == "Q")


def _is_supposed(notes: Notes, start: int) -> bool:
    """Whether a clause is only a condition or a question: "if the mayor says", "did Lee say it fell?"."""
    s = notes.s
    if s.words[start] in _NOBODY or (start and s.words[start - 1] in _SUPPOSING):
        return True
    return start > 0 and s.tags[start - 1] == "A" and s.words[-1] == "?"


def _quotes_as(notes: Notes, at: int, after: int) -> bool:
    """Read "X quoted Y as saying …": what Y said, and that X passes it on."""
    end = phrase_after(notes.s, after)
    saying = as_saying(notes, end) if end > after else None
    agent = subject_of(notes, at) if saying is not None else None
    if saying is None or agent is None:
        return False
    read_quoted_as(notes, (after, end), agent, (notes.cue_start(at), after), saying)
    return True


def _is_ruled_out(notes: Notes, at: int, cue: Cue, use: Use) -> bool:
    if at in notes.done or (cue.lemma in _SHOWING and not (_is_by(notes, at, _EVIDENCE) or _study(notes, at, cue))):
        return True
    if cue.lemma == "hear" and not _is_by(notes, at, _HEARINGS):
        return True
    if cue.lemma == "ask" and _is_asked(notes, at):
        return True
    if use is Use.participle and not _REFLEXIVE.isdisjoint(notes.s.words[at + 1 : at + 2]):
        return True  # "a gang calling itself …"
    return use is Use.infinitive and not _is_lightly_governed(notes, at)


def _is_asked(notes: Notes, at: int) -> bool:
    """Whether "asked" is what was done to the one it follows: "Lee, asked if it was safe, said no"."""
    tags = notes.s.tags
    return at > 0 and tags[at - 1] == "," and "," not in tags[: at - 1] and "," in tags[at:]


def _study(notes: Notes, at: int, cue: Cue) -> Items | None:
    """The study of "a study that found …", right before "that" and the verb."""
    s = notes.s
    if cue.lemma != "find" or at < 2 or s.words[at - 1] != "that" or singular(s.words[at - 2]) not in _INQUIRIES:
        return None
    return phrase_before(s, at - 2, notes.low(at))


def _is_by(notes: Notes, at: int, nouns: frozenset[str]) -> bool:
    """Whether the subject of a verb is one of these nouns: a study that shows something, a court that hears it."""
    subject = subject_of(notes, at)
    return subject is not None and any(singular(notes.s.words[i]) in nouns for i in range(*subject))


def _is_lightly_governed(notes: Notes, at: int) -> bool:
    back = at - 1
    while back > 0 and (notes.s.tags[back] in "B>" or notes.s.words[back] == "on"):
        back -= 1
    return notes.s.words[back] in LIGHT


def _stands_after(notes: Notes, at: int, cue: Cue, after: int, use: Use) -> bool:
    """Read a verb right after its quotation, and one that begins its sentence, as nothing else can be meant."""
    if use is not Use.finite or "q" not in cue.frames:
        return False
    if at == 0:
        return _announces(notes, cue, after)
    s = notes.s
    back = at - 2 if at > 1 and s.tags[at - 1] == "," else at - 1
    quoted = s.tags[back] == "Q" and back not in notes.taken
    if not (quoted or _ends_clause(notes, at)) or inverted_subject(notes, at, after) is None:
        return False
    read_left(notes, at, cue, after)
    return True


def _ends_clause(notes: Notes, at: int) -> bool:
    """Whether a whole clause and a comma stand before a verb, which no one comma parts from a subject of its own."""
    s, start = notes.s, notes.clause_start(at - 1)
    if s.tags[at - 1] != "," or any(s.tags[i] in ",WQ" for i in range(start, at - 1)):
        return False
    return is_clause(s, start) and s.tags[start] not in "SP"


def _announces(notes: Notes, cue: Cue, after: int) -> bool:
    """Read "Said Ellis: …", where the sentence begins with its verb."""
    s = notes.s
    end = phrase_after(s, after)
    while end < len(s) and s.tags[end] in "PDNnT":
        end += 1
    if end == after or end + 1 >= len(s) or s.tags[end] not in ":," or s.tags[end + 1] != "Q":
        return False
    report = report_of("announced", 0.9, [(end + 1, end + 2)], (0, after), (after, end), cue)
    report.kind, report.verb = "quote", 0
    notes.add(report)
    return True


def _read_right(notes: Notes, at: int, cue: Cue, after: int, use: Use, complement: Complement) -> None:
    """Read what a verb introduces."""
    speaker = (
        participle_subject(notes, at) if use is Use.participle else _study(notes, at, cue) or subject_of(notes, at)
    )
    if speaker is None and use is Use.infinitive and complement.kind not in ("object", "matter"):
        speaker = shared_subject(notes, at)
    if speaker is None and use is not Use.participle and complement.kind != "quote":
        return
    start = speaker[0] if speaker else at
    if _follows_quote(notes, start, use, complement):
        read_left(notes, at, cue, after)
        return
    if complement.start >= complement.end or _is_no_report(notes, at, cue, use, complement):
        return
    if _is_left_unsaid(notes, at, start, cue, use, complement):
        _leave(notes, at, cue, after)
        return
    content = _content(notes, at, start, speaker, use, complement)
    sure = _SURE[complement.kind] * _WEAKER[use] * (1 if speaker else 0.7)
    cue_items = notes.cue_start(at), max(complement.cue_end, at + 1)
    report = report_of(f"{use.value}-{complement.kind}", round(sure, 2), content, cue_items, speaker, cue)
    report.kind, report.verb = complement.kind, at
    notes.add(report)


def _is_left_unsaid(notes: Notes, at: int, start: int, cue: Cue, use: Use, complement: Complement) -> bool:
    """Whether nobody says it, or only if they do; or a negated verb of thought tells nothing of what is thought."""
    if cue.medium is not Medium.thought and use is not Use.participle and _is_supposed(notes, start):
        return True
    return _is_negated(notes, at, start) and _says_nothing(cue, complement)


def _is_no_report(notes: Notes, at: int, cue: Cue, use: Use, complement: Complement) -> bool:
    """Whether a participle is no verb there, or a verb does something else than report."""
    if complement.kind == "object":
        noun = use is Use.participle and _tells_nothing(notes, at)
        if noun or _is_act(notes, at, cue, complement):
            return True
    opening = use is Use.participle and at == 0 and complement.kind != "quote"
    return opening and not _is_opening(notes, complement)


def _is_act(notes: Notes, at: int, cue: Cue, complement: Complement) -> bool:
    """Whether a verb with an object tells what is done: "found a body", "were discussing a merger"."""
    if cue.lemma == "find":
        return not (_is_by(notes, at, _INQUIRIES) or _study(notes, at, cue))
    if cue.lemma in _LASTING:
        return "since" in notes.s.words[at:]  # "have disputed the strait since 1974"
    return (cue.lemma == "discuss" and cue.form == "ing") or (cue.lemma == "dismiss" and _is_person(notes, complement))


def _is_opening(notes: Notes, complement: Complement) -> bool:
    """Whether a sentence's first participle has a comma after what it tells, and is no adjective: "Ruling parties"."""
    s, end = notes.s, complement.end
    if complement.start == 1 and s.tags[1] == "n" and s.words[0] == "ruling":
        return False
    return s.tags[end : end + 1] == [","] or any(s.tags[i] == "," for i in range(complement.start, end))


def _is_person(notes: Notes, complement: Complement) -> bool:
    """Whether somebody is dismissed and nothing said: "dismissed captain Bo Dahl"."""
    s = notes.s
    last = phrase_after(s, complement.start, attached=False) - 1
    named = s.tags[last] == "N" or can_speak(s.words[last])
    told = singular(s.words[last]) in PAPER_NOUNS or "as" in s.words[complement.start : complement.end]
    return named and not told


def _tells_nothing(notes: Notes, at: int) -> bool:
    """Whether a participle is a noun: criticised for "suggesting a boycott"."""
    s, back = notes.s, at - 1
    while back > 0 and s.tags[back] == "B":
        back -= 1
    return s.tags[back] == "P"


def _read_relative(notes: Notes, at: int, cue: Cue, after: int) -> bool:
    """Read "a man who police said was armed": the relative clause is what they said."""
    s, subject = notes.s, subject_of(notes, at)
    if subject is None or subject[0] < 2 or after >= len(s) or "c" not in cue.frames:
        return False
    if "n" in cue.frames or cue.medium is Medium.writing:
        return False  # the verb may have the noun as its object: "the book that she wrote was good"
    link = subject[0] - 1
    if s.tags[after] not in "AVbe" or not (
        s.tags[link] == "W" or (s.words[link] == "that" and s.tags[link - 1] in "Nn")
    ):
        return False
    end = before_predicate(s, (after, clause_end(s, after)), verbs=0)
    if s.tags[link - 1] == ",":
        end = next((i for i in range(after, end) if s.tags[i] == ","), end)
    report = report_of("relative", 0.65, [(link, link + 1), (after, end)], (notes.cue_start(at), after), subject, cue)
    report.kind, report.verb = "clause", at
    notes.add(report)
    return True


def _follows_quote(notes: Notes, start: int, use: Use, complement: Complement) -> bool:
    """Whether the clause follows a quotation that ends as a reported one does, whatever comes after it."""
    if use is not Use.finite or complement.kind == "quote" or start == 0 or not notes.s.complete.get(start - 1):
        return False
    return notes.quote_before(start) is not None


def _says_nothing(cue: Cue, complement: Complement) -> bool:
    """Whether nothing is said where the verb is negated: "did not say whether", "does not want to be named"."""
    return (
        complement.kind in ("object", "matter", "to")
        or (complement.kind == "wh" and cue.medium is not Medium.thought)
        or cue.lemma in _ANSWERING
    )


def _content(notes: Notes, at: int, start: int, speaker: Items | None, use: Use, complement: Complement) -> list[Items]:
    part = complement.start, _end_in_relative(notes, speaker, complement)
    part = part[0], _end_in_subordinate(notes, min(start, at), part)
    before = notes.quote_before(start) if complement.kind == "quote" and use is Use.finite else None
    return [part] if before is None else [before, part]


def _is_negated(notes: Notes, at: int, start: int) -> bool:
    return notes.s.words[start] in _NOBODY or any(_is_no(word) for word in notes.s.words[max(0, at - 3) : at])


def _end_in_relative(notes: Notes, speaker: Items | None, complement: Complement) -> int:
    """Where the content ends in a relative clause between commas: "Lee, who says he won, left"."""
    s, start, end = notes.s, complement.start, complement.end
    if speaker is None or s.tags[speaker[0]] != "W" or speaker[0] == 0 or s.tags[speaker[0] - 1] != ",":
        return end
    return next((at for at in range(start + 1, end - 1) if s.tags[at] == "," and s.tags[at + 1] in "AVbeB"), end)


def _end_in_subordinate(notes: Notes, start: int, content: Items) -> int:
    """Where the content ends in a clause that opens the sentence: "After he said it was over, she left"."""
    s, end = notes.s, content[1]
    opening = start == 0 and s.words[0].endswith("ing")
    if not opening and (not 0 < start <= 6 or s.words[start - 1] not in _SUBORDINATING):
        return end
    return next((at for at in range(content[0] + 1, end - 1) if s.tags[at] == "," and s.tags[at + 1] in "RDNn"), end)
