"""Where a clause begins, and where it ends before the next that reports."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._uses import MANY, Use, cue_at, use_of
from onrecord._extract._text._nouns import accompanied, past_time, phrase_after
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import CUES
from onrecord._extract._words._lexicon import EVENT_NOUNS, PRONOMINAL
from onrecord._extract._words._words import words
from onrecord._model import Medium

_ADVERBIAL: Final = words("as after before while when because if although though since until unless whereas")
_SIDEWAYS: Final = words("while although though whereas as")
_CLAUSE_OPENERS: Final = words("if there")
_STOPS: Final = words("because after before when while as")
_STOPS_MATTER: Final = words("while when because although though unless whereas")
_TELLING: Final = words("say give comment elaborate confirm discuss provide name speculate identify specify disclose")
_REFUSING: Final = words("declined refused declines refuses")
_DATING: Final = words("on in")
_TIME: Final = 5  # items that a time at the end of an object has
_GIVING: Final = words("gave gives offered offers provided provides")
_MEASURES: Final = words("at least most more than less fewer up to as many much about around over under nearly close")
_REACH: Final = 24  # items within which the verb of a clause stands


def is_modifying(s: Sentence, at: int) -> bool:
    """Whether a quotation is a word in a noun phrase: said "foreign" forces were at work."""
    pair = s.quotes[at]
    return pair.end - pair.start < 24 and at + 1 < len(s) and s.tags[at + 1] in "Nn"


def is_clause(s: Sentence, at: int) -> bool:
    """Whether a finite clause begins at an item: a subject, and a finite verb that is not a relative clause's."""
    at = past_measure(s, at)
    if at >= len(s) or s.words[at] in _CLAUSE_OPENERS:
        return at < len(s)
    return s.tags[at] in "RDNn#QO" and _has_own_verb(s, at)


def past_measure(s: Sentence, at: int) -> int:
    """Step over what tells how exact a number is, and adverbs: "at least / 40", "more than / 40"."""
    start = at
    while at < len(s) and s.words[at] in _MEASURES:
        at += 1
    if s.tags[at : at + 1] == ["#"] and s.words[start] != "to":
        return at
    while start < len(s) and s.tags[start] == "B":
        start += 1
    return start


def _has_own_verb(s: Sentence, at: int) -> bool:
    in_relative = False
    for i in range(at, min(at + _REACH, len(s))):
        if s.tags[i] in ".;:" or s.words[i] in _STOPS:
            return False
        if s.tags[i] == ",":
            return _resumes(s, i)
        if s.tags[i] == "W" or (s.words[i] == "that" and i > at):
            in_relative = True
        elif _is_finite(s, i, at):
            if not in_relative or s.tags[i - 1] in "AB":
                return True
            in_relative = False
    return False


def _is_finite(s: Sentence, i: int, first: int) -> bool:
    """Whether an item is a finite verb of the clause whose first item is given, or a pronoun with one."""
    tag, before = s.tags[i], s.tags[i - 1] if i > first else "."
    if tag == "R":
        known = i + 1 < len(s) and (s.tags[i + 1] in "AVbeB" or s.words[i + 1] in CUES)
        return known or "'" in s.words[i]
    if tag in "AV":
        return i > first
    if tag == "b":
        return before in "NnR)BQ#"
    if tag == "Q":
        return before in "Nn)#" and not is_modifying(s, i)
    if tag == "e" or (tag == "n" and (s.words[i] in CUES or _governs(s, i))):
        follows = before in "NnB)Q" and not s.words[i - 1].endswith(("'s", "s'"))
        follows = follows or (
            i > first and s.words[i - 1] in PRONOMINAL and s.tags[i + 1 : i + 2] not in (["n"], ["N"])
        )
        return follows and (i + 1 >= len(s) or s.words[i + 1] != "by")
    return False


def _governs(s: Sentence, i: int) -> bool:
    """Whether a word in -s that no list knows has an object, as only a verb has: "the other lacks the money"."""
    return s.words[i][-1] == "s" and s.tags[i + 1 : i + 2] == ["D"]


def _resumes(s: Sentence, comma: int) -> bool:
    """Whether an apposition or relative clause between commas is followed by the verb of its noun."""
    for i in range(comma + 1, min(comma + 22, len(s) - 1)):
        if s.tags[i] in ".;Q":
            return False
        if s.tags[i] == ",":
            after = i + 1
            while after < len(s) - 1 and s.tags[after] == "B":
                after += 1
            return s.tags[after] in "AVbe"
    return False


def clause_end(s: Sentence, start: int) -> int:
    """The item after the clause that begins at an item: cut before the next reporting verb of the same level."""
    at = start
    while at < len(s) and not _ends_clause(s, at, start):
        at += 1
    while at > start + 1 and s.tags[at - 1] in ".,;:—J":
        at -= 1
    return at


def _ends_clause(s: Sentence, at: int, start: int) -> bool:
    tag, following = s.tags[at], at + 1
    if tag == ";" or (tag == ":" and s.complete.get(following)):
        return True
    if at == start or following >= len(s):
        return False
    if s.words[at] == "but" and _refuses(s, following):
        return True
    if tag in ",J—" and (_begins_report(s, at) or (tag == "," and _is_left_at(s, at))):
        return True
    if s.complete.get(at - 1) and (
        (tag in "NRD" and s.tags[following] != "Q") or _begins_report(s, at - 1) or _is_left_at(s, at - 1)
    ):
        return True  # the comma stands inside the marks
    return s.words[at] == "according" and s.tags[following] == ">"


def _refuses(s: Sentence, at: int) -> bool:
    """Whether what follows "but" is that no more was said: "but declined to …", "but gave no details"."""
    if s.words[at] in _REFUSING or (s.words[at] in _GIVING and s.words[at + 1 : at + 2] == ["no"]):
        return True
    negated = s.words[at + 1 : at + 2] == ["not"] or s.words[at].endswith("n't")
    return s.tags[at] == "A" and negated and not _TELLING.isdisjoint(s.words[at + 1 : at + 4])


def _is_left_at(s: Sentence, comma: int) -> bool:
    """Whether the writer goes on after a comma: "…, but would not say more", "…, dealing a blow", "…, he said"."""
    following = comma + 1
    if s.words[following] == "but" and following + 1 < len(s):
        return s.tags[following + 1] in "AVe" or s.words[following + 1] in _REFUSING
    return _comments(s, following) or _interrupts(s, following) or _brings_in(s, following)


def _brings_in(s: Sentence, at: int) -> bool:
    """Whether "with" and somebody else who speaks begin at an item: ", with its chair, Ann Lee, warning that"."""
    found = accompanied(s, at)
    return found is not None and cue_at(s, found[1]) is not None


def _interrupts(s: Sentence, at: int) -> bool:
    """Whether a reporting clause without a complement begins at an item: ", a spokesman said on Monday."."""
    end = phrase_after(s, at)
    while end > at and end < len(s) and s.tags[end] in "AB":
        end += 1
    found = cue_at(s, end) if at < end < len(s) else None
    if found is None or "p" not in found[0].frames or use_of(s, end, found[0]) is not Use.finite:
        return False
    return found[1] >= len(s) or s.tags[found[1]] in ".,TP"


def _comments(s: Sentence, at: int) -> bool:
    """Whether a participle follows by which the writer goes on: ", dealing a blow to the league"."""
    while at < len(s) - 1 and (s.tags[at] == "B" or s.words[at] == "without"):
        at += 1
    return s.tags[at] == "g" and "Q" not in s.tags[at:]


def before_predicate(s: Sentence, content: tuple[int, int], *, verbs: int) -> int:
    """Where the main verb begins after a clause with so many verbs: "his claim that it fell / was false"."""
    start, end = content
    for at in range(start + 1, end):
        if s.tags[at] in ",JSW":
            return end
        if (s.tags[at] in "AVb" and s.tags[at - 1] not in "AB>") or (s.tags[at] == "e" and s.tags[at - 1] in "NnR"):
            if not verbs:
                return at
            verbs -= 1
    return end


def object_end(s: Sentence, start: int) -> int:
    """The item after an object with what modifies it: cut before a comma or an adverbial clause."""
    end = clause_end(s, start)
    if s.words[start] == "what":
        return end
    if s.tags[start] == "g":
        return matter_end(s, start)
    cuts = (
        at for at in range(start + 1, end) if s.tags[at] in ",—(" or (s.tags[at] == "S" and s.words[at] in _ADVERBIAL)
    )
    return _before_time(s, start, next(cuts, end))


def matter_end(s: Sentence, start: int) -> int:
    """The item after the matter that a preposition leads to: cut before the writer's next clause, and before a time."""
    end = clause_end(s, start)
    cuts = (
        at
        for at in range(start + 1, end)
        if s.words[at] in _STOPS_MATTER or (s.tags[at] == "," and _is_whole(s, at + 1))
    )
    return _before_time(s, start, next(cuts, end))


def _is_whole(s: Sentence, at: int) -> bool:
    """Whether a clause with its own subject begins at an item, after a coordinator or subordinator."""
    while at < len(s) and s.tags[at] in "JS":
        at += 1
    return is_clause(s, at)


def _before_time(s: Sentence, start: int, end: int) -> int:
    """The item after an object without the time that ends it: "the offer / on Monday", "the charge / last week"."""
    for at in range(max(start + 1, end - _TIME), end):
        told = at + 1 if s.words[at] in _DATING else at
        if told < end and s.tags[told] not in ".,Q" and past_time(s, told) == end and s.tags[at - 1] not in "DP":
            return at if EVENT_NOUNS.isdisjoint(s.words[start:at]) else end
    return end


def _begins_report(s: Sentence, at: int) -> bool:
    """Whether another report begins after a comma or coordinator: "and warned", ", adding that", "but he said"."""
    joint = s.tags[at] == "J"
    at += 1
    while at < len(s) and (s.tags[at] in "BJ" or s.words[at] in _SIDEWAYS):
        joint = joint or s.tags[at] != "B"
        at += 1
    at = _past_date(s, at) if joint else at
    if at >= len(s):
        return False
    found = cue_at(s, at)
    if found is None or found[0].medium is Medium.thought:
        return joint and s.tags[at] != "W" and _is_reporting(s, at)
    if found[0].lemma == "hear" and s.words[found[1] : found[1] + 1] != ["that"]:
        return False  # "but heard nothing"
    if found[0].form == "ing":
        return not joint or s.tags[at - 1] in ",B" or s.words[at - 1] == "while"
    return joint and found[0].form in ("both", "past", "s") and use_of(s, at, found[0]) is Use.finite


def _past_date(s: Sentence, at: int) -> int:
    """Step over when the next report was made: "but in April / she said it was open"."""
    timed = past_time(s, at + 1 if s.words[at : at + 1] and s.words[at] in _DATING else at) if at < len(s) else at
    return timed + 1 if s.tags[timed : timed + 1] == [","] and timed > at + 1 else max(timed, at)


def _is_reporting(s: Sentence, at: int) -> bool:
    """Whether a subject and a reporting verb begin at an item."""
    end = at + 1 if s.words[at] in MANY else phrase_after(s, at)
    while end > at and end < len(s) and s.tags[end] in "AB":
        end += 1
    found = cue_at(s, end) if at < end < len(s) else None
    if found is None or found[0].form == "ing" or (found[0].medium is Medium.thought and s.tags[at] == "R"):
        return False
    return use_of(s, end, found[0]) is Use.finite
