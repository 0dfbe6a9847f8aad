"""What a parse adds to the rules: speakers they miss, reports they miss, and verbs that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord._extract._grammar._reading import read_sentence
from onrecord._extract._grammar._report import Notes, Report, is_scare, report_of
from onrecord._extract._grammar._subjects import LIGHT
from onrecord._extract._grammar._uses import cue_at
from onrecord._extract._parser._trees import Tree
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._cues import Cue
from onrecord._extract._words._lexicon import can_speak
from onrecord._extract._words._words import words

_RIGHT: Final = frozenset({"that", "clause", "wh", "to", "object", "matter"})
_CLAUSES: Final = ("that", "clause", "wh")
_GOING_ON: Final = (",", "and", "but")
_MARK: Final = "+parse"  # what the name of a rule ends in where the parse had a part
_VERBAL: Final = ("finite", "participle", "infinitive", "modal")
_NO_VERBS: Final = ("NN", "NNS", "JJ")
_GOVERNED: Final = ("dobj", "ccomp", "xcomp", "prep", "pobj", "oprd")
_MAIN: Final = ("ROOT", "conj", "ccomp")
_REFUSING: Final = words(
    """decline declines declined declining refuse refuses refused refusing fail fails failed failing hesitate hesitates
    hesitated forget forgets forgot forgotten"""
)
_AUXILIARY: Final = words("is are was were be been has have had do does did")


def read_parsed(sentence: Sentence, tree: Tree) -> Notes:
    """Everything that a sentence reports, by the rules and by its parse."""
    notes = read_sentence(sentence)
    _drop_no_verbs(notes, tree)
    for report in notes.found:
        if report.speaker is None and not report.arbitrary:
            _find_speaker(report, tree)
        elif report.kind in _RIGHT and report.rule.startswith("finite"):
            _mend_speaker(report, tree)
    for report in notes.found:
        if report.kind in _CLAUSES and report.rule.startswith(_VERBAL):
            _end_clause(notes, report, tree)
    notes.found += list(_missed_verbs(notes, tree))
    for item in sentence.quotes:
        if item not in notes.taken:
            _read_governed(notes, tree, item)
    return notes


def _drop_no_verbs(notes: Notes, tree: Tree) -> None:
    """Drop the reports of what is no verb, and leave their quotations to others."""
    for report in [report for report in notes.found if _is_no_verb(report, tree)]:
        notes.found.remove(report)
        notes.taken.difference_update(item for part in report.content for item in range(*part))


def _is_no_verb(report: Report, tree: Tree) -> bool:
    """Whether a rule took a noun or an adjective for a verb."""
    at = tree.word_at(report.verb)
    verbal = report.kind in _RIGHT and report.kind != "that" and report.rule.startswith(_VERBAL)
    return verbal and at is not None and tree.words[at].tag in _NO_VERBS


def _find_speaker(report: Report, tree: Tree) -> None:
    at = tree.word_at(report.verb)
    subject = None if at is None else tree.subject(at)
    if subject is not None and not _holds(subject, report.verb):
        report.speaker, report.rule = subject, report.rule + _MARK


def _mend_speaker(report: Report, tree: Tree) -> None:
    """Take the verb's own subject for the speaker, where the rule took the end of what stands between them."""
    at = tree.word_at(report.verb)
    own = None if at is None else tree.child(at, "nsubj")
    subject = None if own is None else tree.phrase(own)
    if own is None or subject is None or report.speaker is None or subject[1] > report.verb:
        return
    if not _holds(report.speaker, tree.item_of(own)):
        report.speaker, report.rule = subject, report.rule + _MARK


def _end_clause(notes: Notes, report: Report, tree: Tree) -> None:
    """End a clause where the parse does, if the writer goes on there and no quotation is cut off."""
    start, end = report.content[-1]
    at, verb = tree.word_at(start), tree.word_at(report.verb)
    clause = None if at is None or verb is None else tree.below_on_way(at, verb)
    if clause is None or tree.words[clause].label != "ccomp":
        return
    stop = tree.reach(clause)[1]
    if start + 1 < stop < end and notes.s.words[stop] in _GOING_ON and "Q" not in notes.s.tags[stop:end]:
        report.content[-1] = notes.trimmed((start, stop)) or report.content[-1]
        report.rule = report.rule.removesuffix(_MARK) + _MARK


def _holds(part: Items, item: int) -> bool:
    return part[0] <= item < part[1]


def _missed_verbs(notes: Notes, tree: Tree) -> Iterator[Report]:
    """The reports of verbs that no rule has read."""
    s = notes.s
    read = {report.verb for report in notes.found} | notes.done
    for item, tag in enumerate(s.tags):
        found = cue_at(s, item) if tag not in ".,QDPRJ" and item not in read else None
        if found is not None and not any(report.holds(item) for report in notes.found):
            report = _read_missed(notes, tree, item, *found)
            if report is not None:
                yield report


def _read_missed(notes: Notes, tree: Tree, item: int, cue: Cue, after: int) -> Report | None:
    at = tree.word_at(item)
    complement = None if at is None else _complement(tree, at, cue)
    if at is None or complement is None:
        return None
    kind, part = complement
    speaker = tree.subject(at)
    if part[0] <= item or speaker is None or _holds(speaker, item):
        return None
    content = notes.trimmed((part[0] + (notes.s.words[part[0]] == "that"), part[1]))
    if content is None:
        return None
    report = report_of(kind + _MARK, 0.6, [content], (item, after), speaker, cue)
    report.kind, report.verb = kind, item
    return report


def _complement(tree: Tree, at: int, cue: Cue) -> tuple[str, Items] | None:
    """The clause or infinitive that a verb takes, by the frames of its cue, and which of the two."""
    tag = tree.words[at].tag
    if not tag.startswith("VB") or _is_unsaid(tree, at):
        return None
    clause = None if cue.frames.isdisjoint("cC") else tree.child(at, "ccomp")
    if clause is not None:
        return "clause", tree.reach(clause)
    infinitive = tree.child(at, "xcomp") if tag != "VB" and "t" in cue.frames else None
    return None if infinitive is None else ("to", tree.reach(infinitive))


def _is_unsaid(tree: Tree, at: int) -> bool:
    """Whether a verb tells what was not said, what something else was, or what somebody meant to say."""
    if any(tree.child(at, label) is not None for label in ("nsubjpass", "neg")):
        return True
    word = tree.words[at]
    if word.tag != "VB" or word.label not in ("xcomp", "advcl"):
        return False
    governing = tree.s.words[tree.item_of(word.head)]
    return governing in _REFUSING or (word.label == "advcl" and governing not in LIGHT)


def _read_governed(notes: Notes, tree: Tree, item: int) -> None:
    """Read a quotation that no cue claims as what its verb governs: She attacked "the harbour of lies"."""
    if is_scare(notes.s, item) or any(report.holds(item) for report in notes.found):
        return
    found = _governor(tree, item)
    if found is None:
        return
    verb, below = found
    content, speaker, at = notes.trimmed(tree.reach(below)), tree.subject(verb), tree.item_of(verb)
    if content is None or speaker is None or _holds(speaker, at) or not _is_speaker(notes.s, speaker):
        return
    if at < content[0] and _holds(content, item):
        notes.found.append(
            Report(f"governed{_MARK}", 0.5, [content], [(at, at + 1)], speaker, at, "object", notes.s.words[at])
        )
        notes.taken.update(i for i in range(*content) if notes.s.tags[i] == "Q")


def _governor(tree: Tree, item: int) -> tuple[int, int] | None:
    """The verb with a subject that a quotation depends on, and the word right under it on the way."""
    at = _first_inside(tree, item)
    below = at
    while at is not None and not _governs(tree, at, item):
        head = tree.words[at].head
        below, at = at, None if head == at else head
    if at is None or below is None or below == at:
        return None
    told = tree.words[below].label in _GOVERNED and tree.words[at].label in _MAIN
    return (at, below) if told and tree.child(at, "neg") is None else None


def _first_inside(tree: Tree, item: int) -> int | None:
    """The first word between the marks of a quotation."""
    at = tree.word_at(item)
    while at is not None and tree.words[at].tag in ("``", "''"):
        at = at + 1 if at + 1 < len(tree.words) and tree.item_of(at + 1) == item else None
    return at


def _governs(tree: Tree, at: int, item: int) -> bool:
    verb = tree.item_of(at)
    is_verb = tree.words[at].tag.startswith("VB") and tree.s.tags[verb] != "Q" and verb < item
    return is_verb and tree.s.words[verb] not in _AUXILIARY and tree.child(at, "nsubj") is not None


def _is_speaker(s: Sentence, speaker: Items) -> bool:
    """Whether a phrase names something that can speak."""
    if s.tags[speaker[0]] == "W":
        return False
    return any(s.tags[item] in "NR" or can_speak(s.words[item]) for item in range(*speaker))
