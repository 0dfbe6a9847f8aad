"""The article that a page describes in microdata, by the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord._loaders._json_ld import Thing, is_article

_READ = frozenset({"headline", "author", "publisher"})


def article_on(tree: Any) -> Thing:
    """The only article's headline, authors and publisher, as JSON-LD would have them; an empty object for none or more.

    Pages mark the teasers of other articles in the same way, and do not say which is their own.
    """
    items = [element for element in tree.iter() if element.get("itemscope") is not None and is_article(_typed(element))]
    return _item(items[0]) if len(items) == 1 else {}


def _item(element: Any) -> Thing:
    found: Thing = {}
    for part in _parts(element):
        for name in str(part.get("itemprop")).split():
            if name in _READ:
                found.setdefault(name, []).append(_value(part))
    return {name: values if name != "headline" else values[0] for name, values in found.items()}


def _parts(element: Any) -> Iterator[Any]:
    """The elements with a property of an item, in order: not those of the items within it."""
    waiting = list(reversed(element))
    while waiting:
        part = waiting.pop()
        if part.get("itemprop") is not None:
            yield part
        if part.get("itemscope") is None:
            waiting += reversed(part)


def _value(part: Any) -> Any:
    if part.get("itemscope") is None:
        return part.get("content") or part.text_content()
    names = [_text(inner) for inner in _parts(part) if "name" in str(inner.get("itemprop")).split()]
    return {**_typed(part), "name": names or _text(part)}


def _text(element: Any) -> str:
    return str(element.get("content") or element.text_content())


def _typed(element: Any) -> Thing:
    return {"@type": str(element.get("itemtype", "")).split()}
