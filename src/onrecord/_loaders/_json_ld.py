"""The article that a page describes in JSON-LD, by the vocabulary of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, TypeGuard

Thing: TypeAlias = dict[str, Any]

_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
_HOLDING = ("@graph", "mainEntity", "mainEntityOfPage")
_WRAPPING = re.compile(r"(?://|/\*)?\s*(?:<!--|<!\[CDATA\[|\]\]>|-->)\s*(?:\*/)?")


def article_in(blocks: Iterable[str], url: str | None, titles: Iterable[str] = ()) -> Thing:
    """The article of a page's blocks: the one with the page's URL or, failing that, with one of its titles.

    Else the first; an empty object if none is. A block that is no JSON says nothing; marks of a comment or of CDATA
    around it are no part of it. An author or publisher who is referred to by `@id` is put in place.
    """
    things = [thing for block in blocks for thing in _things(_parsed(block))]
    by_id = {key: thing for thing in reversed(things) if isinstance(key := thing.get("@id"), str) and len(thing) > 1}
    articles = [thing for thing in things if is_article(thing)]
    found = _own(articles, url, {_folded(title) for title in titles} - {""})[:1]
    return {key: _resolved(value, by_id) for thing in found for key, value in thing.items()}


def as_thing(value: Any) -> Thing:
    """An object of JSON, or an empty one for all else."""
    return value if _is_object(value) else {}


def as_list(value: Any) -> list[Any]:
    """A list of JSON, or all else as the only member of one."""
    return value if _is_array(value) else [value]


def _is_object(value: Any) -> TypeGuard[Thing]:
    return isinstance(value, dict)


def _is_array(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def kinds_of(thing: Thing) -> list[str]:
    """The types of an object, without their vocabulary's address or prefix."""
    return [re.split("[/#:]", kind)[-1] for kind in as_list(thing.get("@type")) if isinstance(kind, str)]


def is_article(thing: Thing) -> bool:
    """Whether an object is an article of any sort."""
    return any(kind in _ARTICLES or kind.endswith("Article") for kind in kinds_of(thing))


def _parsed(block: str) -> Any:
    """The value of a block; line ends within its texts are taken, as pages often have them."""
    try:
        return json.loads(_unwrapped(block), strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(block: str) -> str:
    begin = _WRAPPING.match(block := block.strip())
    ends = list(_WRAPPING.finditer(block, max(len(block) - 20, 0)))
    end = ends[-1].start() if ends and ends[-1].end() == len(block) else len(block)
    return block[begin.end() if begin else 0 : end]


def _things(value: Any) -> Iterator[Thing]:
    """The objects that a block is about, in its order: not those that its articles only mention."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(as_list(one))
        elif thing := as_thing(one):
            yield thing
            waiting += [thing[key] for key in reversed(_HOLDING) if key in thing]


def _own(articles: list[Thing], url: str | None, titles: set[str]) -> list[Thing]:
    """The articles, those first that are most surely the page's own."""
    page = _bare(url)
    exact = [thing for thing in articles if url is not None and url in _addresses(thing)]
    near = [thing for thing in articles if page and page in map(_bare, _addresses(thing))]
    titled = [thing for thing in articles if _folded(thing.get("headline")) in titles]
    return [*exact, *near, *titled, *articles]


def _addresses(thing: Thing) -> list[Any]:
    page = thing.get("mainEntityOfPage")
    return [thing.get("url"), thing.get("@id"), as_thing(page).get("@id", page)]


def _bare(url: Any) -> str:
    """An address without what often differs between those of one page: scheme, query, fragment and last slash."""
    return re.sub(r"^https?://(?:www\.)?", "", re.split("[?#]", url)[0]).rstrip("/") if isinstance(url, str) else ""


def _folded(title: Any) -> str:
    return " ".join(html.unescape(title).casefold().split()) if isinstance(title, str) else ""


def _resolved(value: Any, by_id: dict[str, Thing]) -> Any:
    if isinstance(value, list):
        return [one if isinstance(one, list) else _resolved(one, by_id) for one in as_list(value)]
    thing = as_thing(value)
    key = thing.get("@id") if "name" not in thing else None
    return by_id.get(key, thing) if isinstance(key, str) else value
