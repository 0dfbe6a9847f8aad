"""What a notebook offers to complete a key with: ids, names, and the words that only one bears."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from onrecord._dossier._indexes import names_of
from onrecord._dossier._selection import Selection
from onrecord._dossier._visible import visible
from onrecord._model import Actor, Event, Location, Source, Statement
from onrecord.errors import AmbiguousNameError, UnknownIdError

_MOST = 2_000
_SHORTEST = 3
_NOUNS = (Source, Actor, Location, Event, Statement)


def ids_of(items: Iterable[Any]) -> list[str]:
    """Ids of the first two thousand nouns among some items, but none with a character that cannot be seen."""
    ids = (item.id for item in islice(items, _MOST) if isinstance(item, _NOUNS))
    return [key for key in ids if visible(key) == key]


def completions(items: Selection[Any]) -> list[str]:
    """Ids and names of the first two thousand nouns among some items, with the words that stand for one of them only.

    What several bear that are not judged to be one is left out, and so is what stands for a noun that is not among the
    items. A name with a character that cannot be seen is left out, too, so that none gets into code unseen.
    """
    nouns = [item for item in islice(items, _MOST) if isinstance(item, _NOUNS)]
    names = dict.fromkeys(name for noun in nouns for name in names_of(noun))
    words = sorted({word for name in names for word in _words(name)}.difference(items.dossier._index.by_id))
    found = [key for key in dict.fromkeys([*names, *words]) if _is_found(items, key)]
    return [key for key in dict.fromkeys([*(noun.id for noun in nouns), *found]) if visible(key) == key]


def _words(name: str) -> list[str]:
    """The words of a name that may stand for it: capitalised, and not "The", which look-ups leave out."""
    return [word for word in name.split() if word.casefold() != "the" and len(word) >= _SHORTEST and word[0].isupper()]


def _is_found(items: Selection[Any], name: str) -> bool:
    """Whether looking up a name that somebody bears gives one of the items."""
    if items._kind is None:
        return False
    try:
        return items.dossier.id_of(name, items._kind) in items._by_key()
    except (AmbiguousNameError, UnknownIdError):
        return False
