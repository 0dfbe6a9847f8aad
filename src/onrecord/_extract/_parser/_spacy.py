"""spaCy as an analyzer: an `nlp` object, or the name of a model, which is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Final, cast

from onrecord._extract._parser._analyzer import Analyzer, ParsedWord, Pipeline, refuse
from onrecord.errors import InvalidValueError, MissingExtraError

_DEFAULT: Final = "en_core_web_sm"
_UNUSED: Final = frozenset({"ner", "lemmatizer", "attribute_ruler", "entity_ruler", "entity_linker", "textcat"})
_BATCH: Final = 64  # sentences


class SpacyAnalyzer:
    """Sentences parsed by a pipeline of spaCy."""

    def __init__(self, nlp: Pipeline) -> None:
        self._nlp = nlp

    def parse(self, sentences: Iterable[str], /) -> Iterator[Sequence[ParsedWord]]:
        """The words of each sentence.

        Args:
            sentences: the sentences to parse.

        Raises:
            InvalidValueError: for a pipeline that does not tag or does not parse.
        """
        unused = [name for name in self._nlp.pipe_names if name in _UNUSED]
        for doc in self._nlp.pipe(sentences, batch_size=_BATCH, disable=unused):
            if not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
                message = "must have a tagger and a parser, and this pipeline sets no heads or no tags"
                refuse(self._nlp, message, self._nlp.pipe_names)
            yield [ParsedWord(t.idx, t.idx + len(t), t.head.i, t.dep_, t.tag_) for t in doc]


def analyzer_of(given: object) -> Analyzer:
    """The analyzer that a caller means: his own, a pipeline of spaCy, a model by its name, or "spacy".

    Args:
        given: what the caller gives.

    Raises:
        InvalidValueError: for anything else, and for a pipeline of another language.
        MissingExtraError: where spaCy or the model is not installed.
    """
    if isinstance(given, str):
        return _of_pipeline(_loaded(_DEFAULT if given == "spacy" else given))
    if isinstance(given, Pipeline):
        return _of_pipeline(given)
    if isinstance(given, Analyzer) and not isinstance(given, type):
        return given
    message = 'must be "spacy", the name of a spaCy model, a spacy.Language, or an object with the method parse'
    raise InvalidValueError(f"analyzer {message}, got {given!r}", field="parse_article.analyzer", value=given)


def _of_pipeline(nlp: Pipeline) -> Analyzer:
    if nlp.lang != "en":
        refuse(nlp, f"must be of English, and this pipeline is of {nlp.lang!r}", nlp.lang)
    return SpacyAnalyzer(nlp)


@lru_cache(maxsize=2)
def _loaded(name: str) -> Pipeline:
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise MissingExtraError(
            f"the analyzer {name!r} needs spaCy and a model: pip install 'onrecord[spacy]', then "
            f"python -m spacy download {_DEFAULT}"
        ) from error
    try:
        return cast("Pipeline", spacy.load(name))
    except OSError as error:
        raise MissingExtraError(
            f"spaCy finds no model {name!r}; onrecord[spacy] brings none: python -m spacy download {_DEFAULT}"
        ) from error
