"""Peers that find quotations and their speakers, each given what serves it best."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any, TypeAlias

from _contenders import HERE, Contender, Served, lines_of, node_package, version_of

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Found:
    """A quotation that was found: where its words are, and those of its speaker and cue."""

    content: Spans
    speaker: Spans
    cue: Spans = ()
    actor: str = ""
    """The name of whom the speaker was resolved to."""


def loaders(model: str) -> dict[str, Callable[[], Contender]]:
    """How each peer is loaded, those that parse with the same model."""
    return {
        "textacy": partial(_textacy, model),
        "sayswho": partial(_sayswho, model),
        "quote-parser": _quote_parser,
    }


def _pipeline(model: str) -> Any:
    return import_module("spacy").load(model, exclude=["ner"])  # which neither asks for


def _textacy(model: str) -> Contender:
    """textacy: by paragraph, for it refuses a text with an odd mark, and with the pieces of a quotation joined."""
    name = version_of("textacy", "pip install textacy")
    find = import_module("textacy.extract.triples").direct_quotations
    nlp = _pipeline(model)

    def read(document: dict[str, Any]) -> list[tuple[int, Any]]:
        lines = [(line, at) for at, line in lines_of(document["text"])]
        return [(at, triple) for doc, at in nlp.pipe(lines, as_tuples=True) for triple in _triples(find, doc)]

    def found(_: dict[str, Any], triples: list[tuple[int, Any]]) -> list[Found]:
        return _joined(
            Found(((at + content.start_char, at + content.end_char),), _tokens(at, speaker), _tokens(at, cue))
            for at, (speaker, cue, content) in triples
        )

    return Contender(name, read, found)


def _triples(find: Callable[[Any], Iterable[Any]], doc: Any) -> list[Any]:
    try:
        return list(find(doc))
    except ValueError:  # an odd number of marks
        return []


def _tokens(at: int, tokens: Iterable[Any]) -> Spans:
    return tuple((at + token.idx, at + token.idx + len(token)) for token in tokens)


def _joined(pieces: Iterable[Found]) -> list[Found]:
    """Those with the same words for speaker and cue as one: both peers yield every pair of marks by itself."""
    joined: dict[tuple[Spans, Spans], Spans] = {}
    for piece in pieces:
        key = (piece.speaker, piece.cue)
        joined[key] = joined.get(key, ()) + piece.content
    return [Found(content, speaker, cue) for (speaker, cue), content in joined.items()]


def _sayswho(model: str) -> Contender:
    """sayswho: its finder of quotations on the text as it prepares it; its coreference needs a model of its own."""
    name = version_of("sayswho", "pip install --no-deps sayswho; pip install rapidfuzz regex jinja2")
    find = import_module("sayswho.quote_finder").quote_finder
    prepare = import_module("sayswho.helpers").prep_text_for_quote_detection
    nlp = _pipeline(model)

    def read(document: dict[str, Any]) -> tuple[str, list[Any]]:
        prepared = prepare("\n".join(line for line in document["text"].split("\n") if line.strip()))
        return prepared, list(find(nlp(prepared)))

    def found(document: dict[str, Any], answer: tuple[str, list[Any]]) -> list[Found]:
        prepared, triples = answer
        back = _back(prepared, document["text"])
        return _joined(
            Found(back(((content.start_char, content.end_char),)), back(_tokens(0, speaker)), back(_tokens(0, cue)))
            for speaker, cue, content in triples
        )

    return Contender(name, read, found)


def _back(prepared: str, text: str) -> Callable[[Spans], Spans]:
    """From spans of a text whose marks and white space were changed to the words of the text itself."""
    theirs, ours = ([match.span() for match in WORD.finditer(each)] for each in (prepared, text))
    assert len(theirs) == len(ours), "the words have changed"
    pairs = list(zip(theirs, ours, strict=True))

    def back(spans: Spans) -> Spans:
        return tuple(our for start, end in spans for their, our in pairs if start <= their[0] < end)

    return back


def _quote_parser() -> Contender:
    """quote-parser: regular expressions, in Node."""
    name, node, folder = node_package("quote-parser")
    served = Served([node, str(HERE / "_quote_parser.cjs"), str(folder)])
    return Contender(name, served.read, lambda _, answer: list(_first(answer)), served.clock)


def _first(answer: list[dict[str, Any]]) -> Iterator[Found]:
    taken: list[Span] = []
    for quote in answer:
        start, end = quote["content"]
        if all(end <= a or b <= start for a, b in taken):  # several of its rules find the same
            taken.append((start, end))
            yield Found(((start, end),), (tuple(quote["speaker"]),))
