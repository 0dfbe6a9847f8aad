"""What was read from an article, for a person to go over: by confidence, or beside a record made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord._dossier import Comparison, Dossier, compare
from onrecord._dossier._texts import digest_of
from onrecord._model import Source, Statement, Voice
from onrecord._views._blocks import Mark, Passage
from onrecord._views._evidence import MARKS, OWN
from onrecord._views._lists import headed
from onrecord._views._rows import words
from onrecord._views._text import wrap
from onrecord._views._words import counted, speaker_of, words_of
from onrecord.errors import InvalidValueError

_LEGEND = "⟦content⟧ <cue> {speaker} ~hedge~; the least sure first"
_SIGNS = dict(zip((Mark.content, Mark.cue, Mark.speaker, Mark.hedge), MARKS, strict=True))


def review_lines(d: Dossier, width: int) -> Iterator[str]:
    """Every statement in its sentence with its confidence and the rule that found it, the least sure first."""
    yield counted(len(d.statements), "statement")
    yield from wrap(_LEGEND, width)
    for statement in sorted(d.statements, key=_sureness):
        yield ""
        sure = "no confidence" if statement.confidence is None else f"{statement.confidence:.2f}"
        head = f"{speaker_of(d, statement)}  [{statement.id}]  {words_of(statement.form)}"
        rule = "" if statement.annotator is None else f", by {statement.annotator}"
        yield from wrap(head + rule, width, first=f"{sure}  ", rest="  ")
        yield from wrap(_marked(words(d, statement)), width, first="      ")


def _sureness(statement: Statement) -> float:
    return 1 if statement.confidence is None else statement.confidence


def _marked(passage: Passage) -> str:
    """A passage with the signs of its marks, the content's outside."""
    told: list[str] = []
    held: list[Mark] = []
    for piece in passage.pieces:
        still = [mark for mark in held if mark in piece.marks]
        kept = still if still == held[: len(still)] else []
        told += [_SIGNS[mark][1] for mark in reversed(held[len(kept) :])]
        fresh = [mark for mark in _SIGNS if mark in piece.marks and mark not in kept]
        told += [*(_SIGNS[mark][0] for mark in fresh), piece.text.translate(OWN)]
        held = kept + fresh
    return "".join([*told, *(_SIGNS[mark][1] for mark in reversed(held))])


def against_lines(record: Dossier, read: Dossier, width: int) -> Iterator[str]:
    """What was read from an article beside a record of it: found, wrongly attributed, missed, and added.

    Statements count that both have from the article's text; what it asserts in its own voice is attributed to nobody.

    Raises:
        InvalidValueError: where the record has no source with the article's text.
    """
    texts = {_digest(source) for source in read.sources}
    ours = _reported(record, texts)
    return _told(record, read, compare(ours, _reported(read, texts)), width)


def _reported(d: Dossier, texts: set[str | None]) -> Dossier:
    sources = {source.id for source in d.sources if _digest(source) in texts}
    if not sources:
        message = "the record has no source with the text of the article: every character must be the same"
        raise InvalidValueError(message, field="Source.text")
    printed = {
        s.id for s in d.statements if s.voice is not Voice.writer and any(e.source in sources for e in s.evidence)
    }
    return d.remove(*(statement for statement in d.statements if statement.id not in printed))


def _digest(source: Source) -> str | None:
    return source.digest if source.text is None else digest_of(source.text)


def _told(record: Dossier, read: Dossier, comparison: Comparison, width: int) -> Iterator[str]:
    wrong = {ours.id: theirs for ours, theirs in comparison.misattributed}
    found = [ours for ours, _ in comparison.matched if ours.id not in wrong]
    yield from wrap(
        f"{counted(len(comparison.matched) + len(comparison.missed), 'statement')} on record, "
        f"{len(comparison.matched) + len(comparison.added):,} read, {len(found):,} the same: "
        f"precision {comparison.precision:.3f}, recall {comparison.recall:.3f}, F1 {comparison.f1:.3f}",
        width,
    )
    yield from headed("found", _each(record, found, width))
    pairs = (
        (ours, f", read as {speaker_of(read, theirs)}  [{theirs.id}]") for ours, theirs in comparison.misattributed
    )
    lines = (line for ours, rest in pairs for line in _one(record, ours, width, rest))
    yield from headed("wrongly attributed", lines)
    yield from headed("missed", _each(record, comparison.missed, width))
    yield from headed("read, and not on record", _each(read, comparison.added, width))


def _each(d: Dossier, statements: Iterable[Statement], width: int) -> Iterator[str]:
    return (line for statement in statements for line in _one(d, statement, width))


def _one(d: Dossier, statement: Statement, width: int, rest: str = "") -> Iterator[str]:
    yield from wrap(f"{speaker_of(d, statement)}  [{statement.id}]{rest}", width, first="  ", rest="    ")
    yield from wrap(statement.content, width, first="    ")
