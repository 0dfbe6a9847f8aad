"""What an analyzer gives: the words of a sentence with their heads, from a parser that the caller brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NoReturn, Protocol, cast, runtime_checkable

import attrs

from onrecord.errors import InvalidValueError

_MISSING: Final = object()


@attrs.frozen
class ParsedWord:
    """One word or mark of a parsed sentence."""

    start: int
    """Where it begins in the sentence, in code points from 0."""
    end: int
    """Where it ends, excluded."""
    head: int
    """The place in the sentence's words of the one it depends on, from 0; its own where it depends on none."""
    label: str
    """What it is to its head, by the labels of spaCy's English models: `nsubj`, `dobj`, `ccomp` …"""
    tag: str
    """Its part of speech, as the Penn Treebank has it: `VBD`, `NNP` …"""


@runtime_checkable
class Analyzer(Protocol):
    """What parses sentences for `parse_article`; any object with this method is one."""

    def parse(self, sentences: Iterable[str], /) -> Iterable[Sequence[ParsedWord]]:
        """The words of each sentence, in the order of the sentences; none where one cannot be parsed.

        Sentences are not empty, and not longer than some thousand characters. They may be taken and answered in
        batches, as no answer is waited for before the next sentence is given.

        Args:
            sentences: the sentences to parse.
        """
        ...


@runtime_checkable
class Pipeline(Protocol):
    """What is used of `spacy.Language`."""

    @property
    def lang(self) -> str | None:
        """The language that it is for, by its code."""
        ...

    @property
    def pipe_names(self) -> list[str]:
        """The names of its components."""
        ...

    @property
    def pipe(self) -> Callable[..., Iterable[Any]]:
        """What makes documents of texts, one after the other."""
        ...


def parses_of(analyzer: Analyzer, sentences: Sequence[str]) -> Iterator[Sequence[ParsedWord]]:
    """Parse sentences, one after the other, and check what comes back.

    Args:
        analyzer: what parses.
        sentences: the sentences.

    Raises:
        InvalidValueError: where it gives what is no parse of its sentence, naming the analyzer.
    """
    answer = analyzer.parse(iter(sentences))
    if not isinstance(answer, Iterable):
        refuse(analyzer, "gave what is no iterable of parses", answer)
    answers = iter(answer)
    for sentence in sentences:
        words = next(answers, None)
        if words is None:
            refuse(analyzer, f"gave fewer parses than there are sentences ({len(sentences)})", words)
        fault = _fault_of(words, len(sentence))
        if fault:
            refuse(analyzer, f"{fault} in its parse of {sentence[:60]!r}", words)
        yield words
    surplus = next(answers, _MISSING)
    if surplus is not _MISSING:
        refuse(analyzer, f"gave more parses than there are sentences ({len(sentences)})", surplus)


def refuse(analyzer: object, fault: str, value: object) -> NoReturn:
    """Refuse an analyzer that does not do what it must.

    Args:
        analyzer: it, named by its type.
        fault: what it does, as the rest of a sentence.
        value: what it gave.

    Raises:
        InvalidValueError: always.
    """
    name = type(analyzer).__name__
    raise InvalidValueError(f"the analyzer {name} {fault}", field="parse_article.analyzer", value=value)


def _fault_of(words: object, length: int) -> str:
    """What is wrong with a parse of a sentence of some length; empty where nothing is."""
    if not isinstance(words, Sequence) or not all(map(_is_word, cast("Sequence[object]", words))):
        return "has what is no sequence of ParsedWord"
    return _fault_of_words(cast("Sequence[ParsedWord]", words), length)


def _is_word(word: object) -> bool:
    return isinstance(word, ParsedWord)


def _fault_of_words(words: Sequence[ParsedWord], length: int) -> str:
    if not all(0 <= word.start < word.end <= length for word in words):
        return "has a word that is empty or outside the sentence"
    if any(before.end > after.start for before, after in pairwise(words)):
        return "has words that overlap or are out of order"
    if not all(0 <= word.head < len(words) for word in words):
        return "has a head that is none of the words"
    return "has heads that lead in a circle" if _is_circular(words) else ""


def _is_circular(words: Sequence[ParsedWord]) -> bool:
    """Whether heads lead round; each word is walked through once."""
    known = [word.head == at for at, word in enumerate(words)]
    for start in range(len(words)):
        at, way = start, {start}
        while not known[at]:
            at = words[at].head
            if at in way and not known[at]:
                return True
            way.add(at)
        for step in way:
            known[step] = True
    return False
