"""A record beside its text: every paragraph in order, with the words that each statement rests on marked in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from onrecord._dossier import Dossier
from onrecord._dossier._visible import mark
from onrecord._model import Anchor, Evidence, Medium, Source, Stance, Statement
from onrecord._views._lists import positions_lines, statement_lines
from onrecord._views._text import wrap
from onrecord._views._words import counted, name_of, speaker_of, time_of, words_of

MARKS = (("⟦", "⟧"), ("<", ">"), ("{", "}"), ("~", "~"))
_LEGEND = "⟦content⟧ <cue> {speaker} ~hedge~; what stands without a mark and a speaker above it is in no statement"
OWN = {ord(char): mark(char) for pair in MARKS for char in pair}
_Printed: TypeAlias = tuple[Evidence, Statement]
_Line: TypeAlias = tuple[int, int]
_Edge: TypeAlias = tuple[int, int, int, int, str]


def evidence_lines(d: Dossier, width: int) -> Iterator[str]:
    """Every source's text, paragraph by paragraph, each statement under the paragraph in which it begins."""
    printed = _by_source(d)
    yield from wrap(_LEGEND, width)
    for source in d.sources:
        if source.text is not None or source.id in printed:
            yield ""
            yield from _source_lines(d, source, printed.get(source.id, []), width)
    yield from _unprinted(d, width)


def _by_source(d: Dossier) -> dict[str, list[_Printed]]:
    found: defaultdict[str, list[_Printed]] = defaultdict(list)
    for statement in d.statements:
        for evidence in statement.evidence:
            found[evidence.source].append((evidence, statement))
    return {key: sorted(pairs, key=lambda pair: pair[0].content.start) for key, pairs in found.items()}


def _source_lines(d: Dossier, source: Source, printed: list[_Printed], width: int) -> Iterator[str]:
    yield from wrap(f"{source.title or source.id}  [{source.id}]  {counted(len(printed), 'passage')}", width)
    waiting = list(reversed(printed))
    for line in _paragraphs(source.text or ""):
        here: list[_Printed] = []
        while waiting and waiting[-1][0].content.start < line[1]:
            here.append(waiting.pop())
        yield from _paragraph(d, source.text or "", line, here, width)
    for evidence, statement in reversed(waiting):
        yield from _entry(d, statement, evidence, _words_alone(evidence), width)


def _paragraph(d: Dossier, text: str, line: _Line, here: list[_Printed], width: int) -> Iterator[str]:
    if not here:
        yield ""
        yield from wrap(text[slice(*line)].translate(OWN), width, first="      ")
    for evidence, statement in here:
        yield from _entry(d, statement, evidence, _marked(text, evidence), width)


def _entry(d: Dossier, statement: Statement, evidence: Evidence, words: str, width: int) -> Iterator[str]:
    yield ""
    head = f"{speaker_of(d, statement)}  [{statement.id}]  {_manner(evidence, statement)}"
    yield from wrap(head, width, first=f"{evidence.content.start}  ", rest="  ")
    yield from wrap(words, width, first="      ")
    if evidence is statement.evidence[0]:
        circumstances = "; ".join(_circumstances(d, statement))
        yield from wrap(circumstances, width, first="  told     ", rest="           ") if circumstances else ()
        yield from positions_lines(d, statement, width)
        relays = d.chain(statement)
        yield from wrap(str(relays), width, first="  through  ") if len(relays.steps) > 1 else ()


def _manner(evidence: Evidence, statement: Statement) -> str:
    told = [words_of(statement.form)]
    told += [] if evidence.naming is None else [f"named by {words_of(evidence.naming)}"]
    told += [] if evidence.stance is Stance.neutral else [words_of(evidence.stance)]
    told += [] if statement.said is None else [f"said {time_of(statement.said)}"]
    told += [] if evidence is statement.evidence[0] else ["printed again"]
    return ", ".join(told)


def _circumstances(d: Dossier, statement: Statement) -> Iterator[str]:
    """All that is on record of how a statement was made, beyond its form and its time."""
    if statement.medium is not Medium.unknown:
        yield f"in {words_of(statement.medium)}"
    named = (("at", statement.occasion), ("in", statement.place), ("first put out in", statement.published_in))
    yield from (f"{word} {name_of(d, key)}" for word, key in named if key is not None)
    if statement.addressees:
        yield f"to {', '.join(name_of(d, key) for key in statement.addressees)}"
    if statement.language is not None or statement.translated is not None:
        yield f"language {statement.language or 'not told'}{', translated' if statement.translated else ''}"
    if statement.confidence is not None:
        yield f"confidence {statement.confidence:g}"
    if statement.annotator is not None:
        yield f"recorded by {statement.annotator}"


def _unprinted(d: Dossier, width: int) -> Iterator[str]:
    alone = [statement for statement in d.statements if not statement.evidence]
    if alone:
        yield ""
        yield f"{counted(len(alone), 'statement')} without evidence"
    for statement in alone:
        yield ""
        yield from statement_lines(d, statement, width)


def _marked(text: str, evidence: Evidence) -> str:
    """The lines that any anchor touches, with every anchor's marks; what is left out between them shows as `…`."""
    spans = [span for anchor in evidence.anchors for span in anchor.spans]
    start = text.rfind("\n", 0, min(span.start for span in spans)) + 1
    edges = sorted(_edges(evidence))
    shown: list[str] = []
    for low, high in _lines(text, start, max(span.end for span in spans)):
        if any(span.start < high and span.end > low for span in spans):
            shown.append(_with_marks(text, (low, high), [edge for edge in edges if low <= edge[0] <= high]))
        elif shown and shown[-1] != "…" and low < high:
            shown.append("…")
    return "\n".join(shown)


def _with_marks(text: str, line: _Line, edges: Iterable[_Edge]) -> str:
    at, end = line
    pieces: list[str] = []
    for offset, *_, char in edges:
        pieces += [text[at:offset].translate(OWN), char]
        at = offset
    return "".join([*pieces, text[at:end].translate(OWN)])


def _edges(evidence: Evidence) -> Iterator[_Edge]:
    """Where marks stand: at one offset those that close before those that open, the outer ones outside."""
    for rank, ((opening, closing), anchors) in enumerate(zip(MARKS, _anchors(evidence), strict=True)):
        for span in (span for anchor in anchors for span in anchor.spans):
            yield span.start, 1, -span.end, rank, opening
            yield span.end, 0, -span.start, -rank, closing


def _anchors(evidence: Evidence) -> tuple[tuple[Anchor, ...], ...]:
    one = ((anchor,) if anchor is not None else () for anchor in (evidence.cue, evidence.speaker))
    return ((evidence.content,), *one, evidence.hedges)


def _words_alone(evidence: Evidence) -> str:
    words = " … ".join(f"⟦{span.exact.translate(OWN)}⟧" for span in evidence.content.spans)
    return f"{words} (the text is not here)"


def _paragraphs(text: str) -> Iterator[_Line]:
    return (line for line in _lines(text, 0, len(text)) if text[slice(*line)].strip())


def _lines(text: str, start: int, until: int) -> Iterator[_Line]:
    """The lines from one that begins at `start` to the one in which `until` lies."""
    while start <= until:
        end = text.find("\n", start)
        yield start, len(text) if end < 0 else end
        start = len(text) + 1 if end < 0 else end + 1
