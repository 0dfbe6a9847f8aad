"""Evidence as annotations of the W3C's Web Annotation Data Model (Recommendation of 23 February 2017).

One annotation for the content of each evidence, and one each for its cue, its speaker's words and its hedges. What the
members mean, and what is left out, is told in `docs/reference/web-annotation.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, TypeAlias

import attrs

from onrecord._codec import make_converter
from onrecord._dossier import Dossier
from onrecord._dossier._lookup import speaker_name
from onrecord._interop._jsonld import BASE, Namer, check_dossier, instant, namer, web_address
from onrecord._model import Anchor, Evidence, Source, Span, Statement

Node: TypeAlias = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LABEL = "Where statements are printed: their words, cues, speakers and hedges"
CONTEXT_LENGTH = 32
"""How many code points of prefix and suffix are written at least, as far as the text has them."""
LONGEST_CONTEXT = 512
"""How many are written at most: repetitive text would else be written again for each of its spans."""


def to_web_annotations(dossier: Dossier, *, base: str = BASE) -> Node:
    """Make the collection."""
    check_dossier(dossier)
    exporter = _Exporter(dossier, namer(base))
    notes = [note for statement in dossier.statements for note in exporter.notes_of(statement)]
    return _collection(exporter.name, notes)


def _collection(name: Namer, notes: list[Node]) -> Node:
    """The notes as a collection with one page in it, named after what they hold."""
    key = name(f"annotations:{sha256(json.dumps(notes, sort_keys=True).encode()).hexdigest()}")
    told = {"@context": CONTEXT, "id": key, "type": "AnnotationCollection", "label": LABEL, "total": len(notes)}
    page = {"id": f"{key}#page", "type": "AnnotationPage", "startIndex": 0, "items": notes}
    return {**told, "first": page} if notes else told


class _Exporter:
    """One export: the dossier, and how its IRIs are made."""

    def __init__(self, dossier: Dossier, name: Namer) -> None:
        self.dossier = dossier
        self.name = name
        self._plain = make_converter().unstructure

    def notes_of(self, statement: Statement) -> Iterator[Node]:
        """Every annotation of a statement's evidence."""
        described = self._described(statement) if statement.evidence else []
        for number, evidence in enumerate(statement.evidence):
            place = _Place(evidence.source, self.name(evidence.source), self._source(evidence.source))
            key = f"{self.name(statement.id)}#evidence-{number}"
            body = [*described, *_tags(stance=evidence.stance, naming=evidence.naming)]
            creator = None if statement.annotator is None else {"name": statement.annotator}
            for suffix, motivation, bodies, anchor in self._parts(statement, evidence, key, body):
                yield _note(key + suffix, motivation, creator, bodies, place.targets(anchor))

    def _parts(
        self, statement: Statement, evidence: Evidence, key: str, described: list[Node]
    ) -> Iterator[tuple[str, str, list[Node], Anchor]]:
        """What each annotation's IRI ends in, its motivation, its bodies, and the anchor that it is of."""
        whole = _resource("linking", key)
        yield "", "identifying", described, evidence.content
        if evidence.cue is not None:
            yield "-cue", "tagging", [_tag("cue"), whole], evidence.cue
        if evidence.speaker is not None:
            known = [] if statement.speaker is None else [_resource("identifying", self.name(statement.speaker))]
            motivation = "identifying" if known else "tagging"
            yield "-speaker", motivation, [*known, _tag("speaker"), whole], evidence.speaker
        for number, hedge in enumerate(evidence.hedges):
            yield f"-hedge-{number}", "tagging", [_tag("hedge"), whole], hedge

    def _described(self, statement: Statement) -> list[Node]:
        """The statement as bodies: its IRI, its words, its record, its labels, and the IRIs of what it is about."""
        first = self._source(statement.evidence[0].source)
        language = {} if first is None or first.language is None else {"language": first.language}
        events = (account.event for account in statement.accounts)
        speakers = () if statement.speaker is None else (statement.speaker,)
        linked = dict.fromkeys((*speakers, *events, *statement.about))
        return [
            _resource("identifying", self.name(statement.id)),
            _text("describing", statement.content, "text/plain", **language),
            _text("describing", self._record(statement), "application/json"),
            *_tags(speaker=speaker_name(self.dossier._index, statement)),
            *_tags(voice=statement.voice, form=statement.form, medium=statement.medium),
            *(_resource("linking", self.name(key)) for key in linked),
        ]

    def _record(self, statement: Statement) -> str:
        """The statement in onrecord's JSON, without its evidence, which the annotations are."""
        data = self._plain(statement)
        data.pop("evidence", None)
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def _source(self, key: str) -> Source | None:
        source = self.dossier._index.by_id.get(key)
        return source if isinstance(source, Source) else None


@attrs.frozen
class _Place:
    """A source as the place of segments; None: it is not on record."""

    id: str
    iri: str
    source: Source | None

    def targets(self, anchor: Anchor) -> Node | list[Node]:
        targets = [self._target(span) for span in anchor.spans]
        return targets[0] if len(targets) == 1 else targets

    def _target(self, span: Span) -> Node:
        source = self.source
        retrieved = None if source is None else instant(source.retrieved)
        return {
            "id": f"{self.iri}#char={span.start},{span.end}",
            "type": "SpecificResource",
            "source": (None if source is None else web_address(source.url)) or self.iri,
            **({} if retrieved is None else {"state": {"type": "TimeState", "sourceDate": retrieved}}),
            "selector": [
                {"type": "TextQuoteSelector", "exact": span.exact, **_surroundings(source, span)},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        }


def _surroundings(source: Source | None, span: Span) -> dict[str, str]:
    """A prefix and a suffix with which the span's words stand in the text once, or the longest that are written.

    There are none where the text is not known.
    """
    text = None if source is None else source.text
    if text is None or text[span.start : span.end] != span.exact:
        return {}
    length = CONTEXT_LENGTH
    while True:
        prefix, suffix = text[max(0, span.start - length) : span.start], text[span.end : span.end + length]
        if length >= LONGEST_CONTEXT or _stands_once(prefix + span.exact + suffix, text):
            return {"prefix": prefix, "suffix": suffix}
        length *= 2


def _stands_once(words: str, text: str) -> bool:
    return text.find(words, text.find(words) + 1) < 0


def _note(key: str, motivation: str, creator: Node | None, bodies: list[Node], targets: Node | list[Node]) -> Node:
    note: Node = {"id": key, "type": "Annotation", "motivation": motivation}
    return {**note, **({} if creator is None else {"creator": creator}), "body": bodies, "target": targets}


def _resource(purpose: str, iri: str) -> Node:
    return {"type": "SpecificResource", "purpose": purpose, "source": iri}


def _text(purpose: str, value: str, form: str, **more: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "format": form, **more, "value": value}


def _tag(value: str) -> Node:
    return _text("tagging", value, "text/plain")


def _tags(**labels: object) -> Iterable[Node]:
    return [_tag(f"{name}: {value}") for name, value in labels.items() if value is not None]
