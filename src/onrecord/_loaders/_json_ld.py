"""The article that a page describes in JSON-LD, by the vocabulary of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, TypeGuard

Thing: TypeAlias = dict[str, Any]

_ARTICLES = frozenset({"Article", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
_HOLDING = ("@graph", "mainEntity", "mainEntityOfPage")


def article_in(blocks: Iterable[str], url: str | None) -> Thing:
    """The article of a page's blocks: the one with the page's URL, or else the first; an empty object if none is.

    A block that is no JSON says nothing. An author or publisher who is referred to by `@id` is put in place.
    """
    things = [thing for block in blocks for thing in _things(_parsed(block))]
    by_id = {key: thing for thing in reversed(things) if isinstance(key := thing.get("@id"), str) and len(thing) > 1}
    articles = [thing for thing in things if _is_article(thing)]
    own = [thing for thing in articles if url is not None and url in _addresses(thing)]
    found = [*own, *articles][:1]
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


def _parsed(block: str) -> Any:
    try:
        return json.loads(block)
    except (ValueError, RecursionError):
        return None


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


def _is_article(thing: Thing) -> bool:
    named = [kind for kind in as_list(thing.get("@type")) if isinstance(kind, str)]
    return any(kind in _ARTICLES or kind.endswith("NewsArticle") for kind in named)


def _addresses(thing: Thing) -> list[Any]:
    page = thing.get("mainEntityOfPage")
    return [thing.get("url"), thing.get("@id"), as_thing(page).get("@id", page)]


def _resolved(value: Any, by_id: dict[str, Thing]) -> Any:
    if isinstance(value, list):
        return [one if isinstance(one, list) else _resolved(one, by_id) for one in as_list(value)]
    thing = as_thing(value)
    key = thing.get("@id") if "name" not in thing else None
    return by_id.get(key, thing) if isinstance(key, str) else value
