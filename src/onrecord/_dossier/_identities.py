"""Which objects are one, by the judgements on record: positive ones are followed, however many steps."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord._model import Identity, Judgement


class Clusters:
    """Ids grouped by positive identities; an id that no judgement names is alone."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        self._cluster: dict[str, frozenset[str]] = {}
        for identity in identities:
            if identity.judgement is Judgement.positive:
                self._join(self.of(identity.first) | self.of(identity.second))

    def of(self, key: str) -> frozenset[str]:
        """All ids that are one with this one, itself included."""
        return self._cluster.get(key) or frozenset((key,))

    def lead(self, key: str) -> str:
        """The one id that stands for the group: the least in order."""
        return min(self.of(key))

    def _join(self, ids: frozenset[str]) -> None:
        for key in ids:
            self._cluster[key] = ids
