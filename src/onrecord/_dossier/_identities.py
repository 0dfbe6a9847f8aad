"""Which objects are one, by the judgements on record: positive ones are followed, however many steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord._model import Identity, Judgement


class Clusters:
    """Ids grouped by positive identities; an id that no judgement names is alone."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        above: dict[str, str] = {}
        for identity in identities:
            if identity.judgement is Judgement.positive:
                _join(above, identity.first, identity.second)
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for key in above:
            groups[_top(above, key)].add(key)
        self._cluster = {key: group for keys in groups.values() for group in [frozenset(keys)] for key in keys}
        self._lead = {key: lead for group in set(self._cluster.values()) for lead in [min(group)] for key in group}

    def of(self, key: str) -> frozenset[str]:
        """All ids that are one with this one, itself included."""
        return self._cluster.get(key) or frozenset((key,))

    def lead(self, key: str) -> str:
        """The one id that stands for the group: the least in order."""
        return self._lead.get(key, key)


def _join(above: dict[str, str], first: str, second: str) -> None:
    """Put two ids under one top (a disjoint-set forest)."""
    low, high = sorted((_top(above, first), _top(above, second)))
    above[high] = low


def _top(above: dict[str, str], key: str) -> str:
    """The id at the top of the group, halving the way to it."""
    while above.setdefault(key, key) != key:
        above[key] = above[above[key]]
        key = above[key]
    return key
