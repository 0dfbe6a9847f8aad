"""Reads one sentence, cue by cue, from left to right."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._citing import read_cited
from onrecord._extract._grammar._nominals import is_reporting_noun, read_according, read_noun, read_reportedly
from onrecord._extract._grammar._passives import read_reduced
from onrecord._extract._grammar._report import Notes
from onrecord._extract._grammar._uses import cue_at, use_of
from onrecord._extract._grammar._verbs import read_verb
from onrecord._extract._text._sentence import Sentence

_MOST: Final = 40  # reports in one sentence; what has more is none, and each is compared with all others


def read_sentence(sentence: Sentence) -> Notes:
    """Everything that a cue in a sentence reports."""
    notes = Notes(sentence)
    titled = sentence.is_titled()
    for at, tag in enumerate(sentence.tags):
        if len(notes.found) > _MOST:
            break
        if tag not in ".,QDPRAJ" and (tag != "N" or at == 0 or titled):
            _read_item(notes, at)
    read_cited(notes)
    return notes


def _read_item(notes: Notes, at: int) -> None:
    s = notes.s
    if s.words[at] == "according":
        if at + 1 < len(s) and s.tags[at + 1] == ">":
            read_according(notes, at)
        return
    if s.words[at] in ("reportedly", "allegedly"):
        read_reportedly(notes, at)
        return
    found = cue_at(s, at)
    use = use_of(s, at, found[0]) if found is not None else None
    if found is not None and use is not None:
        read_verb(notes, at, found[0], found[1], use)
    elif found is not None and found[0].form in ("both", "pp") and s.words[found[1] : found[1] + 1] == ["by"]:
        read_reduced(notes, at, found[0], found[1])
    elif is_reporting_noun(s, at):
        read_noun(notes, at)
