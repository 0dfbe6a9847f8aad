"""What a notebook offers to complete a key with: ids, names, and the words that only one bears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any

from onrecord._dossier._indexes import names_of
from onrecord._dossier._visible import visible
from onrecord._model import Actor, Event, Location, Source, Statement

_MOST = 2_000
_SHORTEST = 3
_NOUNS = (Source, Actor, Location, Event, Statement)


def ids_of(items: Iterable[Any]) -> list[str]:
    """Ids of the first two thousand nouns among some items, but none with a character that cannot be seen."""
    ids = (item.id for item in islice(items, _MOST) if isinstance(item, _NOUNS))
    return [key for key in ids if visible(key) == key]


def completions(items: Iterable[Any]) -> list[str]:
    """Ids and names of the first two thousand nouns among some items, with the words that stand for one of them only.

    A name with a character that cannot be seen is left out, so that none gets into code unseen.
    """
    nouns = [item for item in islice(items, _MOST) if isinstance(item, _NOUNS)]
    ids = [noun.id for noun in nouns]
    names = [(noun.id, name) for noun in nouns for name in names_of(noun)]
    bearers = Counter(word for word, _ in {(word, key) for key, name in names for word in _words(name)})
    alone = [word for word, count in bearers.items() if count == 1]
    keys = dict.fromkeys([*ids, *(name for _, name in names), *sorted(alone)])
    return [key for key in keys if visible(key) == key]


def _words(name: str) -> list[str]:
    return [word for word in name.split() if len(word) >= _SHORTEST and word[0].isupper()]
