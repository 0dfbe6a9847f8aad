"""From a page of HTML to a dossier of the article on it."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any

from onrecord._dossier import Dossier
from onrecord.errors import MissingExtraError

if TYPE_CHECKING:
    from onrecord._extract._parser._analyzer import Analyzer, Pipeline
    from onrecord._when import Moment


def read_html(
    page: bytes | str | PathLike[str],
    *,
    published: Moment | None = None,
    title: str | None = None,
    publisher: str | None = None,
    id: str | None = None,
    analyzer: Analyzer | Pipeline | str | None = None,
    size: int | None = 2**22,
) -> Dossier:
    """Read a page of HTML with an English news article into a dossier of what the article reports.

    trafilatura (the extra `onrecord[html]`) finds the article's text, a paragraph a line, which is read as
    `parse_article` does. What the page tells of itself becomes the source's title, authors, publisher, URL, language
    and time, each from the first place that tells it; what no place tells stays unknown. A date keeps its own
    precision, and its `note` says where it stands and what another place has in contradiction. When the page was
    changed, and whether it is open to all, stand in the source's `extra`, if it tells that. Nothing is fetched.

    Args:
        page: the bytes of a page, or the name of a file with one.
        published: when it was put out, as for `parse_article`; as the page tells by default.
        title: its title; as the page tells by default, or else the headline in the text.
        publisher: the name of the outlet; as the page tells by default.
        id: the source's id; 12 hexadecimal digits of the SHA-256 of its text by default.
        analyzer: what parses its sentences, as for `parse_article`.
        size: the most bytes that are read: 4 MiB, as pages of dense markup take seconds a megabyte. None: any.

    Raises:
        FormatError: for a page that is too large, nests more than 255 levels deep, declares entities, is not in the
            encoding that it names (UTF-8 if it names none), or on which no article is found.
        InvalidValueError: as for `parse_article`, and `WhenError`; for a size that is no number of bytes.
        MissingExtraError: without the extra; for an analyzer, as for `parse_article`.
        FileNotFoundError: where there is no such file; other errors of the system pass as they are, too.

    >>> page = b'''<html lang="en-GB"><head><title>Fire at the yard</title>
    ... <meta property="article:published_time" content="2031-05-07"></head><body><article>
    ... <p>Mayor Ann Lee said the yard had been empty. The fire brigade came at noon and left in the evening.</p>
    ... </article></body></html>'''
    >>> d = read_html(page)
    >>> d.sources[0].title, str(d.sources[0].published), d.statements[0].content
    ('Fire at the yard', '2031-05-07', 'the yard had been empty')
    """
    trafilatura, lxml = _needed("trafilatura"), _needed("lxml.html")
    from onrecord._loaders._page import dossier_of

    told = {"published": published, "title": title, "publisher": publisher, "id": id, "analyzer": analyzer}
    return dossier_of(page, told, size=size, trafilatura=trafilatura, lxml=lxml)


def _needed(module: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"read_html needs {module}: pip install 'onrecord[html]'") from error
