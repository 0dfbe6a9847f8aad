"""What a reporting verb takes after it, and so where what it reports begins and ends."""

from __future__ import annotations

from typing import Final

import attrs

from onrecord._extract._grammar._clauses import (
    clause_end,
    is_clause,
    is_modifying,
    matter_end,
    object_end,
    past_measure,
)
from onrecord._extract._text._nouns import Items, past_time, phrase_after
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import Cue
from onrecord._extract._words._words import words

_IF: Final = words("if unless when")
_LEAST: Final = (["at", "least"], ["at", "most"])
_OFF: Final = words("off up in back round over out on down")
_LESS: Final = ("ous", "ful", "less", "able", "ible", "ive", "al", "ic", "ish", "ent", "ant", "ary", "ory", "ed", "ing")
_BARE: Final = words("this that it so")
_TELLING: Final = words("disclose reveal announce state declare report recount recall note add reiterate stress affirm")
_MODIFIER: Final = 14  # items of a participle with what it governs
_OBJECTS: Final = {
    "claim": words("responsibility credit ignorance innocence"),
    "offer": words(
        """apology apologies condolences sympathy sympathies thanks congratulations praise advice explanation excuse
        reassurance assurance assurances criticism opinion prediction"""
    ),
}
_UNTIL: Final = words("after before when while since until")
_ASIDE: Final = 20  # items of an aside before its clause
_WH: Final = words("whether if how why what where when who which whatever whoever")


@attrs.frozen
class Complement:
    """What follows a cue and holds the words reported."""

    kind: str
    """`quote`, `that`, `wh`, `clause`, `to`, `object` or `matter`."""
    start: int
    """The first item of the content."""
    end: int
    """The item after the content."""
    cue_end: int
    """The item after the cue's own words."""
    told: Items | None = None
    """Who is told, if anybody is."""


def complement_of(s: Sentence, cue: Cue, after: int) -> Complement | None:
    """What a cue takes after it, by its frames; None where it takes nothing there."""
    at = _past_adverbs(s, after)
    told: Items | None = None
    if "d" in cue.frames or cue.lemma in ("say", "write", "explain", "reply", "respond", "put"):
        at, told = _past_told(s, cue, at)
    matter = _matter(s, cue, at)
    if matter is not None:
        return attrs.evolve(matter, told=told)
    if told is not None and s.tags[at : at + 1] == ["e"] and s.tags[at + 1 : at + 2] in (["P"], ["T"]):
        at += 1  # told the Echo in an interview / given on Monday
    at = _past_aside(s, past_adjuncts(s, at, cue))
    found = _clause(s, cue, at, after) or _object(s, cue, at, after, told)
    if found is None and told is not None:
        found = _clause_past_modifier(s, cue, at, after)
    if found is None and told is not None and "n" in cue.frames:
        return Complement("object", told[0], object_end(s, told[0]), after)  # nobody is told: "promised refunds"
    return None if found is None else attrs.evolve(found, told=told)


def _past_adverbs(s: Sentence, at: int) -> int:
    while at < len(s) and s.tags[at] == "B" and s.words[at : at + 2] != ["up", "to"]:
        at += 1
    return at


def _past_told(s: Sentence, cue: Cue, at: int) -> tuple[int, Items | None]:
    if at >= len(s):
        return at, None
    if "d" not in cue.frames:
        if s.tags[at] == ">":
            end = phrase_after(s, at + 1)
            return (end, (at + 1, end)) if end > at + 1 else (at, None)
        return at, None
    end = at + 1 if s.tags[at] == "O" or s.words[at] in ("you", "it") else phrase_after(s, at)
    if s.words[at] == "her" and not _is_clause_next(s, end):
        end = at + 1
    end = next((i for i in range(at + 1, end) if s.words[i : i + 2] in _LEAST), end)
    if end == at or end > at + 12:
        return at, None
    if end < len(s) and s.tags[end] in "AVb" and s.tags[at] != "O":
        return at, None
    return end, (at, end)


def _is_clause_next(s: Sentence, at: int) -> bool:
    """Whether what somebody is told begins at an item: "told her colleagues / she would leave"."""
    return at < len(s) and (s.words[at] == "that" or s.tags[at] in ",:QP>" or is_clause(s, at))


def past_adjuncts(s: Sentence, at: int, cue: Cue) -> int:
    """Step over when, where and how it was said."""
    start, after = at, _past_adjunct(s, at, at)
    while after > at and not (s.tags[at] == ">" and "t" in cue.frames):
        at, after = after, _past_adjunct(s, after, start)
    return at


def _past_adjunct(s: Sentence, at: int, start: int) -> int:
    """The item after one adjunct; the item itself where there is none."""
    if at >= len(s) or _is_measured_clause(s, at):
        return at
    tag = s.tags[at]
    timed = past_time(s, at) if s.words[at] != "that" else at
    if timed > at or tag == "B":
        return max(timed, at + 1)
    if tag == "P" or s.words[at] in ("after", "before", "during", "since") or (tag == ">" and at > start):
        end = max(past_time(s, at + 1), phrase_after(s, at + 1))
        return end if end > at + 1 else at
    if s.tags[at : at + 3] == [",", "B", ","] or (at > start and s.tags[at : at + 3] == [",", "N", ","]):
        return at + 3  # ", however," and "in Aldmoor, Ohio,"
    if at == start or at + 1 >= len(s):
        return at
    if tag in "eV" and s.tags[at + 1] in "PT":
        return at + 1  # "in a statement / posted on its website"
    opens = tag == "," and (s.words[at + 1] == "that" or s.tags[at + 1] in "QT")
    return at + 1 if opens or tag == "#" else at


def _past_aside(s: Sentence, at: int) -> int:
    """Step over a participle between commas before the clause: "said, citing Ann Lee, that it fell"."""
    opens = s.tags[at + 1 : at + 2] == ["g"] or s.words[at + 1 : at + 2] == ["without"]
    if not opens or s.tags[at] != ",":
        return at
    for comma in range(at + 2, min(at + _ASIDE, len(s) - 1)):
        if s.tags[comma] in "Q.;:":
            return at
        if s.tags[comma] == "," and (s.words[comma + 1] == "that" or s.tags[comma + 1] == "Q"):
            return comma + 1
    return at


def _is_measured_clause(s: Sentence, at: int) -> bool:
    """Whether a clause begins with how exact its number is, and no adjunct: said / about 40 people died."""
    after = at + 2 if s.words[at : at + 2] in _LEAST else past_measure(s, at)
    return after > at and s.tags[after : after + 1] == ["#"] and is_clause(s, after)


def _matter(s: Sentence, cue: Cue, at: int) -> Complement | None:
    if at + 1 >= len(s) or s.words[at] not in cue.prepositions:
        return None
    return Complement("matter", at + 1, matter_end(s, at + 1), at + 1)


def _clause(s: Sentence, cue: Cue, at: int, after: int) -> Complement | None:
    """A quotation, clause or infinitive that the verb takes."""
    if at >= len(s):
        return None
    quoted = at + 1 if s.tags[at] in ",:" and at + 1 < len(s) else at
    if s.tags[quoted] == "Q" and "q" in cue.frames and not (quoted == at and is_modifying(s, at)):
        return Complement("quote", quoted, _quote_run(s, quoted), after)
    if s.words[at] == "that" and not {"c", "C"}.isdisjoint(cue.frames):
        return Complement("that", at + 1, clause_end(s, at + 1), after)
    if s.tags[at] == ":" and "c" in cue.frames and at + 1 < len(s) and (s.words[at + 1] in _IF or is_clause(s, at + 1)):
        at += 1
        return Complement("clause", at, clause_end(s, at), after)
    kind = _clause_kind(s, cue, at)
    return Complement(kind, at, clause_end(s, at), after) if kind else None


def _clause_kind(s: Sentence, cue: Cue, at: int) -> str:
    if s.words[at] in _WH and "w" in cue.frames:
        return "wh"
    if s.tags[at] == ">" and "t" in cue.frames:
        return "to"
    return "clause" if "c" in cue.frames and is_clause(s, at) else ""


def _object(s: Sentence, cue: Cue, at: int, after: int, told: Items | None) -> Complement | None:
    """An object that the verb takes, with what it says of it."""
    if at >= len(s):
        return None
    if "o" in cue.frames:
        start, end = told or (at, phrase_after(s, at))
        if end > start and _has_within(s, _past_modifier(s, end), ("to", "not"), 3):
            return Complement("to", start, clause_end(s, start), after)
    if "a" in cue.frames and s.words[at] == "as" and at + 1 < len(s):
        return Complement("object", at + 1, object_end(s, at + 1), at + 1)  # what police described as an attack
    if not _can_be_object(s, cue, at):
        return None
    if _takes_more(s, cue, at):
        return Complement("object", at, _predicate_end(s, at), after)
    if (_takes_object(s, cue, at) and not _points_on(s, cue, at)) or (s.tags[at] == "g" and "g" in cue.frames):
        return Complement("object", at, object_end(s, at), after)
    return None


def _clause_past_modifier(s: Sentence, cue: Cue, at: int, after: int) -> Complement | None:
    """The clause after a participle that tells who was told: "told people living near the quay that it fell"."""
    past = _past_modifier(s, at)
    return _clause(s, cue, past, after) if s.words[past : past + 1] == ["that"] and past > at else None


def _past_modifier(s: Sentence, at: int) -> int:
    """Step over a participle that tells which ones, up to "to" or "that": people / living near the quay / to leave."""
    end = at + 1
    if s.tags[at : at + 1] != ["g"]:
        return at
    while end < min(at + _MODIFIER, len(s)) and s.tags[end] != ">" and s.words[end] != "that":
        following = phrase_after(s, end)
        if following == end and s.tags[end] not in "PB":
            return at
        end = max(following, end + 1)
    return end


def _takes_object(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether a verb may have the matter as its object, or this one of few: "claimed responsibility"."""
    if "n" in cue.frames or cue.lemma == "find":
        return True
    told = _OBJECTS.get(cue.lemma)
    return told is not None and not told.isdisjoint(s.words[at : phrase_after(s, at, attached=False)])


def _points_on(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the object only points to what is told elsewhere: "disclosed this on Monday"."""
    return cue.lemma in _TELLING and s.words[at] in _BARE and s.tags[at + 1 : at + 2] != ["n"]


def _predicate_end(s: Sentence, start: int) -> int:
    """The item after an object and its predicate: without when and where it was said after its last quotation."""
    end = clause_end(s, start)
    last = max((i for i in range(start, end) if s.tags[i] == "Q"), default=end)
    if last + 1 >= end or s.words[last + 1] in ("of", "for"):
        return end
    return last + 1 if s.tags[last + 1] in "PT" or s.words[last + 1] in _UNTIL else end


def _can_be_object(s: Sentence, cue: Cue, at: int) -> bool:
    if s.tags[at] == "R":
        return not cue.frames.isdisjoint("kaf")
    return s.tags[at] in "DNn#OQegT" or s.words[at] == "what"


def _takes_more(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the object has a predicate: "call X a thief", "describe X as", "accuse X of"."""
    if "k" in cue.frames and (_has_predicate(s, at) if cue.lemma == "call" else phrase_after(s, at) < len(s)):
        return True
    if "a" in cue.frames and _has_within(s, at + 1, ("as",), 12):
        return True
    return "f" in cue.frames and _has_within(s, at + 1, ("of", "for", "over", "with", "as", "to"), 14)


def _has_predicate(s: Sentence, at: int) -> bool:
    """Whether what is called is called something: "called it a trap", and not "called the coastguard"."""
    end = phrase_after(s, at, attached=False)
    if s.words[at] in _BARE or s.tags[at] in "RO":
        end = at + 1
    if s.tags[at] == "Q" or any(s.tags[i] == "Q" for i in range(at, min(end + 4, len(s)))):
        return True
    if end < len(s) and (s.tags[end] in "D#egNnW" or (s.tags[end] == "B" and s.words[end] not in _OFF)):
        return s.tags[end] != "B" or s.tags[end + 1 : end + 2] not in ([], ["."], ["P"])
    inner = [s.words[i] for i in range(at, end) if s.tags[i] != "D"]
    definite = s.tags[at] != "D" or s.words[at] not in ("a", "an")
    return definite and len(inner) > 1 and s.tags[end - 1] == "n" and inner[-1].endswith(_LESS)


def _has_within(s: Sentence, at: int, wanted: tuple[str, ...], reach: int) -> bool:
    return any(s.words[i] in wanted for i in range(at, min(at + reach, len(s))) if s.tags[i] not in ".;")


def _stands_alone(s: Sentence, at: int) -> bool:
    """Whether a quotation begins with a capital and time or place follows: a sign reading "Keep out" on a gate."""
    return s.capital[at] and s.tags[at + 1] in "PT"


def _quote_run(s: Sentence, at: int) -> int:
    """The item after a quotation that a cue introduces, with the rest of its clause if it is only a part of one."""
    following = at + 1
    if following >= len(s) or s.tags[following] in ".,;:)—" or s.complete[at] or _stands_alone(s, at):
        return following
    return following + 1 if s.tags[following] == "Q" else clause_end(s, at)
