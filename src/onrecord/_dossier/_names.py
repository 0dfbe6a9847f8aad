"""Names to ids: every noun by all its names, whole or by the words they begin with."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from onrecord._dossier._text import fold_name, words_of


class WordIndex:
    """Texts by key, found by words: each word of a query begins some word of the text, in any order."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for key, text in texts:
            for word in words_of(text):
                found[word][key] = None
        self._keys = dict(found)
        self._words = sorted(found)

    def matching(self, query: str) -> set[str]:
        """The keys of the texts in which every word of the query begins a word; of a query without words, none."""
        words = words_of(query)
        found = self._beginning(words[0]) if words else set[str]()
        for word in words[1:]:
            found &= self._beginning(word)
        return found

    def _beginning(self, prefix: str) -> set[str]:
        keys: set[str] = set()
        at = bisect_left(self._words, prefix)
        while at < len(self._words) and self._words[at].startswith(prefix):
            keys.update(self._keys[self._words[at]])
            at += 1
        return keys


class NameIndex:
    """Ids by name: exactly, under the fold for names, or by words."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        pairs = list(names)
        self._order = {key: position for position, key in enumerate(dict.fromkeys(key for key, _ in pairs))}
        self._exact: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for key, name in pairs:
            self._exact[fold_name(name)][key] = None
        self._words = WordIndex((key, fold_name(name)) for key, name in pairs)

    def exact(self, name: str) -> tuple[str, ...]:
        """The ids that bear exactly this name, in order."""
        return tuple(self._exact.get(fold_name(name), ()))

    def matching(self, name: str) -> tuple[str, ...]:
        """The ids whose names match: exactly first, then by words, each in order."""
        exact = self.exact(name)
        rest = self._words.matching(fold_name(name)).difference(exact)
        return exact + tuple(sorted(rest, key=self._order.__getitem__))
