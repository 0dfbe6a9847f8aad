"""What a page tells of itself: JSON-LD of schema.org, Open Graph, Dublin Core and HTML, asked in this order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from onrecord._loaders._json_ld import Thing, article_in, as_list, as_thing
from onrecord._model import ActorKind
from onrecord._when import TimeBasis, Truth, When
from onrecord.errors import WhenError

Author: TypeAlias = tuple[str, ActorKind]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_ADDRESS = re.compile(r"https?://\S+")
_BARE_OFFSET = re.compile(r"(T\d\d:\d\d\S*[+-]\d\d)(\d\d)")
_KINDS = {"Person": ActorKind.person, "Organization": ActorKind.organisation}
_DATES = ("article:published_time", "og:published_time", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date")


@attrs.frozen(kw_only=True)
class Metadata:
    """What a page tells of the article on it; what it does not tell is None."""

    title: str | None
    authors: tuple[Author, ...]
    publisher: str | None
    published: When | None
    url: str | None
    language: str | None


def metadata_of(tree: Any) -> Metadata:
    """Read what a parsed page tells of itself, as given and with nothing added."""
    metas = _metas(tree)
    url = _url(tree, metas)
    article = article_in(_blocks(tree), url)
    return Metadata(
        title=_first([article.get("headline"), *_told(metas, "og:title", "dc.title", "dcterms.title"), *_titles(tree)]),
        authors=_authors(article, metas),
        publisher=_first([*_names(article.get("publisher")), *_told(metas, "og:site_name", "dc.publisher")]),
        published=_published(article, metas, tree),
        url=url,
        language=_language(tree),
    )


def _metas(tree: Any) -> dict[str, list[str]]:
    """What `meta` elements say, by their folded names, in order."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        for name in {str(meta.get(key, "")).strip().lower() for key in ("property", "name", "itemprop")} - {""}:
            found.setdefault(name, []).append(meta.get("content", ""))
    return found


def _told(metas: dict[str, list[str]], *names: str) -> list[str]:
    return [content for name in names for content in metas.get(name, ())]


def _blocks(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if str(script.get("type", "")).split(";")[0].strip().lower() == "application/ld+json":
            yield script.text or ""


def _url(tree: Any, metas: dict[str, list[str]]) -> str | None:
    """The page's own address, where it is given whole."""
    links = [
        link.get("href", "") for link in tree.iter("link") if "canonical" in str(link.get("rel", "")).lower().split()
    ]
    told = (_words(address) for address in [*links, *_told(metas, "og:url")])
    return next((address for address in told if address and _ADDRESS.fullmatch(address)), None)


def _titles(tree: Any) -> list[str]:
    """The one heading of the first rank, then the title of the page, which often names the outlet as well."""
    headings = [heading.text_content() for heading in tree.iter("h1")]
    return [*(headings if len(headings) == 1 else []), *(title.text_content() for title in tree.iter("title"))]


def _authors(article: Thing, metas: dict[str, list[str]]) -> tuple[Author, ...]:
    told = [(name, kind) for one in as_list(article.get("author")) for name, kind in _author(one)]
    if not told:
        names = map(_words, _told(metas, "author") or _told(metas, "article:author", "dc.creator", "dcterms.creator"))
        told = [(name, ActorKind.unknown) for name in names if name and not _ADDRESS.match(name)]
    return tuple(dict(told).items())


def _author(value: Any) -> Iterator[Author]:
    kind = as_thing(value).get("@type")
    for name in _names(value):
        yield name, _KINDS.get(kind, ActorKind.unknown) if isinstance(kind, str) else ActorKind.unknown


def _names(value: Any) -> list[str]:
    """The names of one or several persons or organisations: of texts themselves, of objects their `name`."""
    told = (_words(one if isinstance(one, str) else as_thing(one).get("name")) for one in as_list(value))
    return [name for name in told if name]


def _published(article: Thing, metas: dict[str, list[str]], tree: Any) -> When | None:
    """The first date that can be read; without one, the first that is told, in its own words alone."""
    told = [(text, place) for value, place in _dates(article, metas, tree) if (text := _words(value))]
    read = [(when, place) for text, place in told if (when := _when(text, place)) is not None]
    if read:
        return _with_contradictions(*read[0], read[1:])
    return next((_unread(text, place) for text, place in told), None)


def _dates(article: Thing, metas: dict[str, list[str]], tree: Any) -> Iterator[tuple[Any, str]]:
    yield from ((value, "datePublished of JSON-LD") for value in as_list(article.get("datePublished")))
    for name in _DATES:
        yield from ((value, f"meta {name}") for value in metas.get(name, ()))
    yield from ((value, "meta datePublished") for value in metas.get("datepublished", ()))
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or str(time.get("itemprop", "")).lower() == "datepublished":
            yield time.get("datetime") or time.text_content(), "time of HTML"


def _when(text: str, place: str) -> When | None:
    """A date or timestamp of ISO 8601 with its own precision: a day stays a day, an offset stays."""
    value = _BARE_OFFSET.sub(r"\1:\2", re.sub(r"^(\d{4}-\d\d-\d\d) (?=\d)", r"\1T", text).upper())
    if not re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:T|$)", value):
        return None
    try:
        return When(value=value, text=text, basis=TimeBasis.given, note=place)
    except WhenError:
        return None


def _unread(text: str, place: str) -> When:
    return When(text=text, basis=TimeBasis.given, note=f"{place}: no date of ISO 8601")


def _with_contradictions(when: When, place: str, others: Iterable[tuple[When, str]]) -> When:
    contrary = [f"{where} has {other.text}" for other, where in others if when.overlaps(other) is Truth.no]
    return attrs.evolve(when, note="; but ".join([place, *dict.fromkeys(contrary)]))


def _language(tree: Any) -> str | None:
    root = tree.getroottree().getroot()
    told = str(root.get("lang") or root.get("xml:lang") or "").strip()
    return told if _LANGUAGE.fullmatch(told) else None


def _first(values: Iterable[Any]) -> str | None:
    return next((words for value in values if (words := _words(value))), None)


def _words(value: Any) -> str | None:
    """A text with single spaces; nothing for what is no text, or has a lone surrogate, which JSON can escape."""
    if not isinstance(value, str) or any("\ud800" <= char <= "\udfff" for char in value):
        return None
    return " ".join(value.split()) or None
