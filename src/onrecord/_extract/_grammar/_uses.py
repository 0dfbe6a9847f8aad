"""How a verb form is used in its sentence: as a finite verb, participle, infinitive or passive, or as no verb."""

from __future__ import annotations

from enum import Enum
from typing import Final

from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import CUES, PARTICLES, PHRASAL, Cue
from onrecord._extract._words._lexicon import PRONOMINAL, can_speak
from onrecord._extract._words._words import words

_BE: Final = words("is are was were be been being am isn't aren't wasn't weren't it's he's she's they're")
_HAVE: Final = words("has have had having hasn't haven't hadn't they've i've we've he'd")
_MODAL: Final = words(
    """will would can could may might must should shall won't wouldn't can't cannot couldn't shouldn't i'd he'd she'd
    they'd we'd i'll he'll she'll they'll we'll"""
)
_PLURAL_SUBJECTS: Final = words("they we i you who people men women children police which")
MANY: Final = words("some many most all both few several")
"""Determiners that are subjects by themselves as well."""
_SINGULAR: Final = words("a an another this")
_VERB_AFTER: Final = "QDRO"


class Use(Enum):
    """How a verb form is used."""

    finite = "finite"
    participle = "participle"
    infinitive = "infinitive"
    modal = "modal"
    passive = "passive"


def cue_at(s: Sentence, at: int) -> tuple[Cue, int] | None:
    """The cue whose verb is an item, and the item after it and its particle."""
    word = s.words[at]
    if at + 1 < len(s) and s.words[at + 1] in PARTICLES:
        phrasal = PHRASAL.get((word, s.words[at + 1]))
        if phrasal is not None:
            return phrasal, at + 2
    plain = CUES.get(word)
    return None if plain is None else (plain, at + 1)


def use_of(s: Sentence, at: int, cue: Cue) -> Use | None:
    """How the verb at an item is used; None where it is no verb there, or only modifies a noun."""
    before = at - 1
    while before >= 0 and s.tags[before] == "B":
        before -= 1
    tag = s.tags[before] if before >= 0 else ","
    word = s.words[before] if before >= 0 else ""
    if word in _BE and cue.form in ("both", "pp"):
        return Use.passive
    if cue.form == "ing":
        adjective = tag == "S" and s.tags[at + 1 : at + 2] == ["n"]  # "that ruling parties …"
        return None if adjective else _use_of_ing(tag, word)
    if cue.form in ("both", "past", "pp"):
        return _use_of_past(s, at, cue, tag, word)
    return _use_of_present(s, at, cue, before, tag, word)


def _use_of_ing(tag: str, word: str) -> Use | None:
    if word in _BE:
        return Use.finite
    return None if tag == "D" or word.endswith(("'s", "s'")) else Use.participle


def _use_of_past(s: Sentence, at: int, cue: Cue, tag: str, word: str) -> Use | None:
    if word in _HAVE:
        return Use.finite
    if cue.form == "pp" or (tag == "D" and not _is_alone(s, at, cue, word)) or tag == "P":
        return None
    if tag == "A" and word not in _HAVE:
        return None
    following = s.words[at + 1] if at + 1 < len(s) else "."
    return None if following == "by" else Use.finite


def _is_alone(s: Sentence, at: int, cue: Cue, word: str) -> bool:
    """Whether a determiner before a form in -ed is the subject: "another said it fell", not "some reported cases"."""
    follows = s.tags[at + 1] if at + 1 < len(s) else "."
    return word in PRONOMINAL and (follows not in "nN" or cue.lemma in ("say", "think"))


def _use_of_present(s: Sentence, at: int, cue: Cue, before: int, tag: str, word: str) -> Use | None:
    if tag == ">":
        return Use.infinitive
    if word in _MODAL and tag != "N":
        return Use.modal
    if tag == "A" and word not in _BE | _HAVE:
        return Use.finite
    if word in MANY and (not cue.noun or s.tags[at + 1 : at + 2] == ["R"] or s.words[at + 1 : at + 2] == ["that"]):
        return Use.finite
    if tag in "DPA#" or word.endswith(("'s", "s'")) or before < 0:
        return None
    if cue.noun and (tag in "eVb" or not (_is_verb_here(s, at) or _leads_on(s, at, cue))):
        return None
    if cue.form == "base":
        return Use.finite if not cue.noun or _is_plural(s, before, word) else None
    return Use.finite


def _is_verb_here(s: Sentence, at: int) -> bool:
    """Whether a form that is a noun as well is the verb: something it can take follows."""
    if at + 1 >= len(s):
        return s.tags[at - 1] in "RWN"
    tag, word = s.tags[at + 1], s.words[at + 1]
    if s.tags[at - 1] in "RWB" or (tag == "." and _follows_comma(s, at)):
        return True
    if tag == ">":
        return s.tags[at - 1] == "N" or can_speak(s.words[at - 1]) or _closes_aside(s, at - 1)
    return tag in _VERB_AFTER or word in ("that", "for", "on") or tag in "N,:B#T"


def _closes_aside(s: Sentence, comma: int) -> bool:
    """Whether a comma ends what a name's own aside tells: "Lee, whose aunt sold eels here, / hopes to stay"."""
    if s.tags[comma] != ",":
        return False
    openings = (i for i in range(1, comma - 1) if s.tags[i] == "," and s.tags[i - 1] == "N")
    return any(s.tags[i + 1] in "WD" for i in openings)


def _leads_on(s: Sentence, at: int, cue: Cue) -> bool:
    """Whether a form that is a noun as well stands between a name and its own preposition: "Lee talks of peace"."""
    return s.tags[at - 1] == "N" and at + 1 < len(s) and s.words[at + 1] in cue.prepositions


def _follows_comma(s: Sentence, at: int) -> bool:
    """Whether only a name stands between a comma and an item: "…, the Echo reports."."""
    start = at
    while start > 1 and s.tags[start - 1] in "ND":
        start -= 1
    return s.tags[at - 1] == "N" and s.tags[start - 1] == ","


def _is_plural(s: Sentence, before: int, word: str) -> bool:
    if word in _PLURAL_SUBJECTS or s.tags[before] in "J)":
        return True
    first = before
    while first > 0 and s.tags[first] in "ne":
        first -= 1
    if s.words[first] in _SINGULAR:
        return False
    joined = any(s.words[i] == "and" for i in range(max(0, before - 4), before))
    joined = joined or any(s.tags[i] == "P" and s.words[i - 1].endswith("s") for i in range(max(1, before - 4), before))
    return s.tags[before] in "Nn" and (joined or word.endswith("s"))
