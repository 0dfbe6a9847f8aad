"""From the text of a news article to a dossier of what it reports."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from onrecord._dossier import Dossier
from onrecord._fields import checker
from onrecord.errors import FormatError, InvalidValueError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord._extract._parser._analyzer import Analyzer, Pipeline
    from onrecord._when import Moment


def read_article(
    path: str | PathLike[str],
    *,
    published: Moment | None = None,
    title: str | None = None,
    publisher: str | None = None,
    id: str | None = None,
    analyzer: Analyzer | Pipeline | str | None = None,
) -> Dossier:
    """Read a file with the plain text of an English news article into a dossier of what it reports.

    The file is UTF-8, with or without a byte-order mark, which is not part of the text; line ends stay as they are.
    All else is as `parse_article` has it.

    Args:
        path: the file.
        published: when it was put out, as a date, a datetime, a `When` or its text (`2031-05-07`); nothing is assumed
            without it.
        title: its title; the headline in the text by default, if there is one.
        publisher: the name of the outlet; it is the source's `publisher`.
        id: the source's id; 12 hexadecimal digits of the SHA-256 of its text by default.
        analyzer: what parses its sentences, as for `parse_article`.

    Raises:
        FormatError: for a file that is not UTF-8, with the place of the first fault.
        FileNotFoundError: where there is no such file; other errors of the system pass as they are, too.
        InvalidValueError: as for `parse_article`, and `WhenError` and `MissingExtraError`.
    """
    from pathlib import Path

    text = _decoded(_bytes(Path(path)), str(path))
    return parse_article(text, published=published, title=title, publisher=publisher, id=id, analyzer=analyzer)


def parse_article(
    text: str,
    *,
    published: Moment | None = None,
    title: str | None = None,
    publisher: str | None = None,
    id: str | None = None,
    analyzer: Analyzer | Pipeline | str | None = None,
) -> Dossier:
    r"""Make a dossier of the plain text of an English news article: its sections, speakers and statements.

    The text is kept exactly. Every statement has the words attributed, the cue, and the speaker as printed, each with
    its span; a speaker is resolved to an actor where the text itself tells who it is, and otherwise left open. The
    `annotator` of a statement is the rule that found it, and `confidence` says how far to trust rule and speaker
    together: sort by it to review. The names in a byline are the source's authors. Any text gives a dossier; the time
    taken grows with its length.

    Args:
        text: the article; paragraphs are lines, or lines joined where only a width has wrapped them.
        published: when it was put out, as a date, a datetime, a `When` or its text (`2031-05-07`); nothing is assumed
            without it.
        title: its title; the headline in the text by default, if there is one.
        publisher: the name of the outlet; it is the source's `publisher`.
        id: the source's id; 12 hexadecimal digits of the SHA-256 of its text by default.
        analyzer: what parses its sentences, for more of the speech without quotation marks: a `spacy.Language`, the
            name of a spaCy model of English, "spacy" for `en_core_web_sm`, or an object with the method `parse` of
            `Analyzer`. The rules alone, which need no dependency, by default. A statement found by the parse, or with
            its speaker from it, has an `annotator` that ends in `+parse`.

    Raises:
        InvalidValueError: for a text with a lone surrogate, naming its place; for what is no text where one is wanted;
            for an analyzer that is none of these, parses no English, or gives what is no parse.
        WhenError: if `published` is no time value.
        MissingExtraError: where the analyzer is named and spaCy (`onrecord[spacy]`) or the model is not installed.

    >>> from onrecord import parse_article
    >>> d = parse_article("Mayor Ann Lee denied the claim.\n\n“It was not us,” she said. “Ask the harbour board.”")
    >>> for statement in d.statements:
    ...     print(d.actors[statement.speaker].name, statement.form, statement.content, sep=" | ")
    Ann Lee | reported | the claim
    Ann Lee | direct | It was not us, Ask the harbour board.
    """
    from onrecord._extract._article import extract

    check_text(text, "give its file to read_article, or bytes as text: data.decode()")
    _refuse_surrogates(text)
    for name, value in (("title", title), ("publisher", publisher), ("id", id)):
        _check_told(name, value)
    return extract(text, published=published, title=title, publisher=publisher, id=id, analyzer=analyzer)


def check_text(text: object, way_out: str) -> None:
    """Refuse what is no text.

    Raises:
        InvalidValueError: naming its type and the way out.
    """
    if not isinstance(text, str):
        raise InvalidValueError(f"text must be a str, got a {type(text).__name__}: {way_out}", field="text", value=text)


def _check_told(name: str, value: object) -> None:
    reason = None if value is None else checker(str, {})(value)
    if reason is not None:
        raise InvalidValueError(f"{name} {reason}, got {value!r}", field=f"Source.{name}", value=value)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        if "\n" in str(path):
            error.add_note("an article's text itself is given to parse_article")
        raise


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = (
            f"must be UTF-8, and is not at byte {error.start} (line {line}): save it so, or decode it for parse_article"
        )
        raise FormatError((Problem(path="$", code="encoding", message=message),), source=name) from None


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        way_out = "text.encode(errors='replace').decode() puts a question mark there"
        message = f"an article's text must not hold a lone surrogate (character {error.start}): {way_out}"
        raise InvalidValueError(message, field="Source.text", value=text[error.start : error.start + 1]) from None
