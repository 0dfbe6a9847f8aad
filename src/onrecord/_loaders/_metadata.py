"""What a page tells of itself: JSON-LD and microdata of schema.org, Open Graph, Dublin Core and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import attrs

from onrecord._loaders._bylines import Author, authors_named, authors_of, is_address, names_of, words
from onrecord._loaders._dates import published_of
from onrecord._loaders._json_ld import Thing, article_in, as_list
from onrecord._loaders._microdata import article_on
from onrecord._when import When

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_DATES = ("article:published_time", "og:published_time", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date")
_TITLES = ("og:title", "dc.title", "dcterms.title")
_KEPT = ("dateModified", "isAccessibleForFree")
_KEPT_METAS = ("article:modified_time", "og:updated_time")


@attrs.frozen(kw_only=True)
class Metadata:
    """What a page tells of the article on it; what it does not tell is None."""

    title: str | None
    authors: tuple[Author, ...]
    publisher: str | None
    published: When | None
    url: str | None
    language: str | None
    extra: dict[str, str | bool]


def metadata_of(tree: Any) -> Metadata:
    """Read what a parsed page tells of itself, as given and with nothing added."""
    metas, item = _metas(tree), article_on(tree)
    url, titles = _url(tree, metas), [*_told(metas, *_TITLES), *as_list(item.get("headline", [])), *_heading(tree)]
    article = article_in(_blocks(tree), url, titles)
    outlets = [*names_of(article.get("publisher")), *_told(metas, "og:site_name", "dc.publisher")]
    publisher = _first([*outlets, *names_of(item.get("publisher"))])
    return Metadata(
        title=_first([article.get("headline"), *titles, _without(publisher, _title(tree))]),
        authors=_authors(article, metas, item),
        publisher=publisher,
        published=published_of(
            (text, place) for value, place in _dates(article, metas, tree) if (text := words(value))
        ),
        url=url,
        language=_language(article, tree),
        extra=_extra(article, metas),
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
    told = (words(address) for address in [*links, *_told(metas, "og:url")])
    return next((address for address in told if address and is_address(address)), None)


def _heading(tree: Any) -> list[str]:
    """The heading of the first rank, where there is one alone."""
    headings = list(tree.iter("h1"))
    return [heading.text_content() for heading in headings if len(headings) == 1]


def _title(tree: Any) -> str | None:
    return _first(title.text_content() for title in tree.iter("title"))


def _without(publisher: str | None, title: str | None) -> str | None:
    """A page's title without the name of its outlet, which often ends it."""
    if publisher is None or title is None:
        return title
    return re.sub(rf" [|·–—-] {re.escape(publisher)}$", "", title) or title


def _authors(article: Thing, metas: dict[str, list[str]], item: Thing) -> tuple[Author, ...]:
    named = (("author",), ("article:author", "dc.creator", "dcterms.creator"))
    told = (authors_named(_told(metas, *names)) for names in named)
    return authors_of(article.get("author")) or next(filter(None, told), ()) or authors_of(item.get("author"))


def _dates(article: Thing, metas: dict[str, list[str]], tree: Any) -> Iterator[tuple[Any, str]]:
    yield from ((value, "datePublished of JSON-LD") for value in as_list(article.get("datePublished")))
    for name in _DATES:
        yield from ((value, f"meta {name}") for value in metas.get(name, ()))
    yield from ((value, "meta datePublished") for value in metas.get("datepublished", ()))
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or str(time.get("itemprop", "")).lower() == "datepublished":
            yield time.get("datetime") or _brief(time), "time of HTML"


def _brief(element: Any) -> str:
    """The begin of an element's text: what is longer is no date."""
    return "".join(piece[:200] for piece in islice(element.itertext(), 20))


def _language(article: Thing, tree: Any) -> str | None:
    root = tree.getroottree().getroot()
    told = [*as_list(article.get("inLanguage")), root.get("lang"), root.get("xml:lang")]
    return next((tag for one in told if (tag := words(one)) and _LANGUAGE.fullmatch(tag)), None)


def _extra(article: Thing, metas: dict[str, list[str]]) -> dict[str, str | bool]:
    """What a `Source` has no member for, by its own name, and as given."""
    told = {f"schema:{name}": article.get(name) for name in _KEPT}
    told |= {name: _first(_told(metas, name)) for name in _KEPT_METAS}
    kept = ((name, value if isinstance(value, bool) else words(value)) for name, value in told.items())
    return {name: value for name, value in kept if value is not None}


def _first(values: Iterable[Any]) -> str | None:
    return next((text for value in values if (text := words(value))), None)
