"""A page of HTML, parsed within limits and without a network, and the dossier of the article on it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from os import PathLike, fspath
from pathlib import Path
from typing import Any

import attrs

from onrecord._codec import Limits
from onrecord._dossier import Dossier
from onrecord._dossier._text import fold_name
from onrecord._loaders._article import parse_article
from onrecord._loaders._body import text_of
from onrecord._loaders._bylines import Author
from onrecord._loaders._metadata import Metadata, metadata_of
from onrecord._model import Actor, ActorId, Extra, Source
from onrecord.errors import FormatError, Problem

_ENTITIES = re.compile(r"<!DOCTYPE[^<>\[]{0,1000}\[", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z!/]")
_CHARSET = re.compile(rb"<meta\b[^<>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_OF_XML = re.compile(rb"<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_AS_READ_ON_THE_WEB = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8"}  # the Encoding Standard has it so
_SPOKEN = {"cp1252": "windows-1252", "utf-8": "UTF-8"}
_OF_PAGES = re.compile(r"utf-8|utf-16(-[lb]e)?|ascii|cp\d+|(iso|koi|euc|gb|big|shift|mac)[\w-]+")
_FIRST = 1024  # bytes in which the HTML standard looks for the name of the encoding


def dossier_of(
    page: bytes | str | PathLike[str], told: Mapping[str, Any], *, size: int | None, trafilatura: Any, lxml: Any
) -> Dossier:
    """Read a page by trafilatura and `lxml.html`; see `onrecord.read_html`.

    Args:
        page: its bytes or the name of its file.
        told: what the caller tells, as `parse_article` takes it; None leaves it to the page.
        size: the most bytes that are read.
        trafilatura: the module.
        lxml: the module.
    """
    name = "the page" if isinstance(page, bytes) else fspath(page)
    tree = _tree(_decoded(_bytes(page, Limits(size=size).size, name), name), lxml, name)
    meta = metadata_of(tree)
    options: dict[str, Any] = {"published": meta.published, "title": meta.title, "publisher": meta.publisher}
    options |= {key: value for key, value in told.items() if value is not None}
    return _with_metadata(parse_article(_text(tree, trafilatura, name), **options), meta)


def _text(tree: Any, trafilatura: Any, name: str) -> str:
    """The article's text, a paragraph a line; it changes the tree."""
    found = trafilatura.bare_extraction(tree, include_comments=False)
    text = "" if found is None else text_of(found.body)
    if not text:
        raise _fault(name, "no-text", "no article is found on it: give its text to parse_article")
    return text


def _bytes(page: bytes | str | PathLike[str], size: int | None, name: str) -> bytes:
    """The page, of which no more is read than the limit and one byte."""
    data = page if isinstance(page, bytes) else _read(page, -1 if size is None else size + 1)
    if size is not None and size < len(data):
        raise _fault(name, "too-large", f"is larger than {size:,} bytes: size=None lifts it")
    return data


def _read(page: str | PathLike[str], most: int) -> bytes:
    try:
        with Path(page).open("rb") as file:
            return file.read(most)
    except OSError as error:
        if str(page).lstrip().startswith("<"):
            error.add_note("a page itself is given as bytes, a text of it as page.encode()")
        raise


def _decoded(data: bytes, name: str) -> str:
    encoding, mark = _encoding(data)
    try:
        return data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        place = mark + error.start
        line = data.count(b"\n", 0, place) + 1
        message = (
            f"must be {_SPOKEN.get(encoding, encoding)}, as it says or by default, and is not at byte {place} (line "
            f"{line}): if it is in another encoding, read_html(data.decode(encoding).encode('utf-8-sig')) reads it"
        )
        raise _fault(name, "encoding", message) from None


def _encoding(data: bytes) -> tuple[str, int]:
    """The encoding by the byte-order mark, by the page's own word, or UTF-8; and the length of the mark."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding, len(mark)
    found = _CHARSET.search(data, 0, _FIRST) or _OF_XML.match(data)
    named = "utf-8"
    if found is not None:
        with suppress(LookupError):
            named = codecs.lookup(found[1].decode("ascii")).name
    named = _AS_READ_ON_THE_WEB.get(named, named)
    return (named if _OF_PAGES.fullmatch(named) else "utf-8"), 0


def _tree(text: str, lxml: Any, name: str) -> Any:
    """The page parsed: nothing is loaded, no entity is expanded, and what is beyond the parser's limits is refused."""
    _refuse_by_text(text, name)
    parser = lxml.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.document_fromstring(text.encode(), parser=parser, ensure_head_body=True)
    except lxml.etree.ParserError:  # as it tells of a page without anything to show
        raise _fault(name, "no-text", "no article is found on it: it is empty") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        message = "nests more than 255 levels deep, or is else beyond the parser: give its text to parse_article"
        raise _fault(name, "too-deep", message)
    for template in [one for one in tree.iter("template") if one.get("shadowrootmode") is None]:
        template.drop_tree()  # no browser shows it
    return tree


def _refuse_by_text(text: str, name: str) -> None:
    if _TAG.search(text) is None:
        raise _fault(name, "no-text", "has no tag, so it is no page of HTML: plain text is read by read_article")
    if _ENTITIES.search(text) is not None:
        message = "declares entities, which no page of HTML does, and which are not expanded: take the declaration out"
        raise _fault(name, "entities", message)


def _fault(name: str, code: str, message: str) -> FormatError:
    return FormatError((Problem(path="$", code=code, message=message),), source=name)


def _with_metadata(dossier: Dossier, told: Metadata) -> Dossier:
    (source,) = dossier.sources
    source = attrs.evolve(source, url=told.url, language=told.language, extra=Extra(told.extra))
    if not told.authors:
        return dossier.replace(source)
    plain = _without_authors(dossier, source)
    authors, fresh = _authors(plain, source.id, told.authors)
    return plain.add(*fresh).replace(attrs.evolve(source, authors=authors))


def _without_authors(dossier: Dossier, source: Source) -> Dossier:
    """The dossier without those whom only the text's own byline names."""
    speaking = {statement.speaker for statement in dossier.statements} | {source.publisher}
    speaking.update(member for actor in dossier.actors for member in actor.members)
    silent = [author for author in source.authors if author not in speaking]
    return dossier.replace(attrs.evolve(source, authors=())).remove(*silent)


def _authors(dossier: Dossier, key: str, named: Sequence[Author]) -> tuple[tuple[ActorId, ...], list[Actor]]:
    """The actors who made the article: those who have the name in it already, and new ones."""
    known = {fold_name(actor.name): actor.id for actor in reversed(dossier.actors)}
    taken = {actor.id for actor in dossier.actors}
    fresh: list[Actor] = []
    for name, kind in named:
        if fold_name(name) not in known:
            actor = Actor(id=_free_id(f"{key}-author-{len(fresh) + 1}", taken), name=name, kind=kind)
            known[fold_name(name)] = actor.id
            taken.add(actor.id)
            fresh.append(actor)
    return tuple(dict.fromkeys(known[fold_name(name)] for name, _ in named)), fresh


def _free_id(key: str, taken: set[ActorId]) -> ActorId:
    while key in taken:
        key += "x"
    return ActorId(key)
