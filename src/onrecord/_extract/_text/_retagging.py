"""Tags mended by what stands around a word: "May" the month, the name and the verb, and a sentence's first word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord._extract._text._nouns import phrase_after
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import CUES, QUOTING
from onrecord._extract._words._lexicon import can_speak, tag_of
from onrecord._extract._words._titles import HONORIFICS, OFFICES, is_body
from onrecord._extract._words._words import words

_SHORTEST: Final = 5  # letters: "King" and "Bring" are no participles
_GIVEN: Final = words("april may june august")  # months that are names of persons too
_NAMES: Final = words("will may")  # auxiliaries that are names as well
_DATING: Final = words("in on of by since until till from last next this early late before after during mid")
_ENTITLING: Final = words(
    """managing acting leading visiting planning commanding presiding founding consulting engineering marketing
    nursing training teaching banking building shipping mining fishing farming trading housing serving sitting
    operating ruling reigning governing policing timing coaching recruiting advertising"""
)
"""Words in -ing that are part of an office: "managing director", "planning officer"."""
_BARE: Final = words("have be do")  # what a question's subject may have after it: "Will Ann be there?"


def mend_tags(sentences: Sequence[Sentence]) -> None:
    """Mend the tags of capitalised words, which are names, months or only the first of their sentence."""
    for s in sentences:
        capitals = [at for at, tag in enumerate(s.tags) if tag in "ABT" and s.heads[at][0].isupper()]
        if capitals and not s.is_titled():
            for at in capitals:
                s.tags[at] = _tag_of_capital(s, at)
        for at in (at for at, tag in enumerate(s.tags) if tag == "g"):
            if _is_in_title(s, at):
                s.tags[at] = "n"
    _retag_openings(sentences)


def _is_in_title(s: Sentence, at: int) -> bool:
    """Whether a word in -ing is part of an office: "acting mayor", “…,” said touring manager Ann Lee."""
    office = at + 1
    while office < at + 3 and s.tags[office : office + 1] == ["n"] and s.words[office] not in OFFICES:
        office += 1
    if office >= len(s) or s.words[office] not in OFFICES:
        return s.words[at] in _ENTITLING and _speak_after(s, at)
    said = at > 0 and (s.tags[at - 1] == "Q" or s.words[at - 1] in QUOTING) and s.tags[office + 1 : office + 2] == ["N"]
    return s.words[at] in _ENTITLING or (said and s.words[at] not in CUES)


def _speak_after(s: Sentence, at: int) -> bool:
    """Whether a quotation stands before a word, and a noun and its verb after it: “…,” leading doctors said."""
    speaking = at + 2 < len(s) and can_speak(s.words[at + 1]) and s.words[at + 2] in QUOTING
    return speaking and s.tags[at - 1 : at] == ["Q"]


def _tag_of_capital(s: Sentence, at: int) -> str:
    """The tag of a capitalised auxiliary, adverb or word of time: its own, or a name's, or a month's."""
    tag, word = s.tags[at], s.words[at]
    before = s.words[at - 1] if at else ""
    following = s.tags[at + 1] if at + 1 < len(s) else "."
    near = s.tags[max(0, at - 2) : at]
    if before in HONORIFICS:
        return "N"
    if word == "may" and (following == "#" or before in _DATING or near[-1:] == ["#"] or near[:1] == ["T"] != near[1:]):
        return "T"
    if word == "today" and at and near[-1] == "N":
        return "N"  # "Aldmoor Today"
    if tag == "T":
        return "N" if word in _GIVEN and following == "N" and before not in _DATING else "T"
    if at:
        return "N" if word in _NAMES or near[-1] == "N" else tag
    return "N" if word in _NAMES and _is_named_first(s) else tag


def _is_named_first(s: Sentence) -> bool:
    """Whether a sentence's first word, read as a name, has a verb of its own: "Will said …", "Will Dahl went …"."""
    at = 1
    while at < len(s) and s.tags[at] in "NB":
        at += 1
    return at < len(s) and (s.tags[at] in "VA" or s.words[at] in CUES) and s.words[at] not in _BARE


def _retag_openings(sentences: Sequence[Sentence]) -> None:
    """Take the capital of a sentence's first word for what it is, where the word is a common one."""
    small = {s.heads[i] for s in sentences for i, tag in enumerate(s.tags) if tag in "neg"}
    names = {s.heads[i] for s in sentences for i, tag in enumerate(s.tags) if tag == "N" and i}
    for s in sentences:
        word, printed = s.words[0], s.heads[0]
        if s.tags[0] == "N" and printed not in names:
            _retag_opening_verb(s, word)
        if (
            s.tags[:1] == ["N"]
            and s.tags[1:2] != ["N"]
            and not printed[1:].isupper()
            and printed not in names
            and (word in small or word in CUES or can_speak(word))
            and not (is_body((word,)) and s.words[1:2] == ["of"] and s.tags[2:3] == ["N"])
        ):
            s.tags[0] = tag_of(word, word)


def _retag_opening_verb(s: Sentence, word: str) -> None:
    """Take a first word for a verb: "Opening the case, Ann Lee said", "Reacting, the mayor said", "Said Lee: “No.”"."""
    if word.endswith("ing") and len(word) > _SHORTEST and "," in s.tags and _is_participle(s):
        s.tags[0] = "g"
    elif word in QUOTING and s.tags[1:2] == ["N"]:
        at = 1
        while at < len(s) and s.tags[at] == "N":
            at += 1
        if s.tags[at : at + 1] == [":"] or s.tags[at : at + 2] == [",", "Q"]:
            s.tags[0] = tag_of(word, word)


def _is_participle(s: Sentence) -> bool:
    """Whether what follows a first word in -ing is its object or a clause of its own, and not its apposition."""
    following = s.tags[1]
    if following != ",":
        return following in "DO>RBTn" or (following == "P" and s.words[1] not in ("of", "and"))
    end = phrase_after(s, 2)
    apposed = end < len(s) - 1 and s.tags[end] == "," and s.tags[end + 1] in "AVbe"
    return end > 2 and not apposed
