"""What a comma equates with a name: "the mayor of Harwick, Ann Lee", "Ann Lee, the mayor of Harwick"."""

from __future__ import annotations

from typing import Final

from onrecord._extract._speakers._mentions import bare, core_end, office_link
from onrecord._extract._speakers._names import run_end
from onrecord._extract._text._nouns import Items, phrase_after, phrase_before
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._titles import OFFICES, is_body, is_demonym, is_office

_REACH: Final = 12
_OWNERS: Final = {"her": "f", "his": "m"}


def apposition(s: Sentence, end: int) -> tuple[str, ...]:
    """The words of office after a name and a comma: "Ann Lee, the mayor of Harwick,"; empty where there are none."""
    at = end
    if at + 1 < len(s) and s.tags[at] == "(":
        while at < len(s) and s.tags[at] != ")" and at - end < 12:
            at += 1
        at += 1
    if at + 1 >= len(s) or s.tags[at] != ",":
        return ()
    at += 1
    if at + 1 < len(s) and s.tags[at] == "#" and s.tags[at + 1] == ",":
        at += 2
    start = at
    while at < len(s) and s.tags[at] == "D":
        at += 1
    stop = phrase_after(s, start)
    if (
        stop <= at
        or not _is_told(bare(s.words[core_end(s, at, stop) - 1]))
        or (stop < len(s) and s.tags[stop] in "AVb")
    ):
        return ()
    return tuple(s.heads[at:stop])


def _is_told(noun: str) -> bool:
    return is_office(noun) or is_demonym(noun)


def name_after(s: Sentence, end: int, *, person: bool = False) -> Items | None:
    """The name that a description is equated with: "the mayor, Ann Lee, said"; for an office a person's."""
    if person and end + 1 < len(s) and s.tags[end] in "P>":
        end = max(end, phrase_after(s, end + 1))  # "the envoy to Norland, Ann Lee, said"
    if end + 1 >= len(s) or s.tags[end] != ",":
        return None
    found = _name_at(s, end + 1)
    if not person or (found is not None and not is_body(s.words[found[0] : found[1]])):
        return found
    further = _past_body(s, end + 1)
    return _name_at(s, further + 1) if further is not None else None


def _name_at(s: Sentence, first: int) -> Items | None:
    at = _past_trade(s, first)
    stop = run_end(s, at, len(s)) if at < len(s) and s.tags[at] == "N" else at
    if stop == at or (stop < len(s) and s.tags[stop] not in ",.QAVbe("):
        return None
    if stop - first == 1 and s.tags[stop : stop + 1] != [","]:
        return None  # a single name must be closed off: "the company, Ostlink, said"
    return first, stop


def _past_trade(s: Sentence, at: int) -> int:
    """The item after "the singer", or the same where none begins there."""
    stop = at + 1
    while stop < len(s) and s.tags[stop] == "n" and stop - at < 5:
        stop += 1
    return stop if at < len(s) and s.words[at] == "the" and s.words[stop - 1] in OFFICES else at


def _past_body(s: Sentence, at: int) -> int | None:
    """The comma after the body that an office is in: "the Chairman, House Committee on Roads, Ann Lee, said"."""
    start = at
    while at < len(s) and s.tags[at] in "DNnP&" and at - start < 10:
        at += 1
    closed = at + 1 < len(s) and s.tags[at] == ","
    return at if closed and any(is_body((word,)) for word in s.words[start:at]) else None


def apposed_before(s: Sentence, start: int, end: int) -> Items | None:
    """The phrase with an office that a name between two items explains; None where none stands before it."""
    last = start - 2
    if last < 0 or s.tags[start - 1] != "," or s.tags[last] not in "Nn":
        return None
    if end < len(s) and s.tags[end] not in ",.;Q(AVbe":
        return None
    found = phrase_before(s, last, max(0, last - _REACH))
    if found is None or (found[0] and s.tags[found[0] - 1] in ",J"):
        return None
    link = office_link(s, *found)
    office = s.words[(found[1] if link is None else link) - 1] in OFFICES
    whose = s.tags[found[0]] == "D" or link is not None or any(w.endswith("'s") for w in s.words[slice(*found)])
    return found if office and whose else None


def owner_before(s: Sentence, start: int, before: Items | None, end: int) -> str | None:
    """`f` or `m` where somebody is told to be "her" or "his" tutor, before the name or after it."""
    owner = _OWNERS.get(s.words[start if before is None else before[0]])
    return owner or (_OWNERS.get(s.words[end + 1]) if end + 1 < len(s) else None)
