"""Names to ids: every noun by all its names, whole or by the words they begin with."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

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

    def holding(self, query: str) -> set[str]:
        """The keys of the texts in which every word of the query is a word; of a query without words, none."""
        found = [self._keys.get(word, {}).keys() for word in words_of(query)]
        return {key for key in found[0] if all(key in others for others in found[1:])} if found else set()

    def near(self, query: str) -> Counter[str]:
        """How many words of the query are spelt much like one in the text, by the keys of the texts that have any."""
        close = (get_close_matches(given, self._words, cutoff=0.75) for given in words_of(query))
        return Counter(key for words in close for key in {key for word in words for key in self._keys[word]})

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

    def whole(self, name: str) -> tuple[str, ...]:
        """The ids in one of whose names every word given is a word, in order."""
        return self._in_order(self._words.holding(fold_name(name)))

    def close(self, name: str) -> tuple[str, ...]:
        """The ids in whose names most words are spelt much like those given, in order: for suggestions only."""
        near = self._words.near(fold_name(name))
        return self._in_order(key for key, count in near.items() if count == max(near.values()))

    def _in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(keys, key=self._order.__getitem__))

    def matching(self, name: str) -> tuple[str, ...]:
        """The ids whose names match: exactly first, then by words, each in order."""
        exact = self.exact(name)
        rest = self._words.matching(fold_name(name)).difference(exact)
        return exact + self._in_order(rest)
