"""A text as printed, and as it is read: without the characters that nobody sees, each place known in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from onrecord._extract._text._marks import Span as Extent
from onrecord._model import Anchor, Section, Span

_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


class Printed:
    """A text; its anchors are made of the offsets at which it is read."""

    __slots__ = ("_places", "_single", "read", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.read = _UNSEEN.sub("", text)
        same = len(self.read) == len(text)
        self._places = None if same else [at for at, char in enumerate(text) if not _UNSEEN.match(char)]
        self._single: dict[Extent, Anchor] = {}

    def anchor(self, extents: Iterable[Extent]) -> Anchor:
        """The anchor of stretches of the text, each cut where the one before it ends."""
        spans: list[Span] = []
        for extent in sorted(extents):
            begin, end = self._printed(extent)
            start = max(begin, spans[-1].end if spans else 0)
            if start < end:
                spans.append(Span(exact=self.text[start:end], start=start, end=end))
        return Anchor(spans=tuple(spans))

    def anchor_of(self, extent: Extent) -> Anchor:
        """The anchor of one stretch, the same one whenever it is asked for."""
        if extent not in self._single:
            self._single[extent] = self.anchor([extent])
        return self._single[extent]

    def sections(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Sections where they are printed; what is not seen after one belongs to it."""
        if self._places is None or not sections:
            return tuple(sections)
        starts = [0, *(self._places[section.start] for section in sections[1:])]
        ends = [*starts[1:], len(self.text)]
        return tuple(
            attrs.evolve(section, start=start, end=end)
            for section, start, end in zip(sections, starts, ends, strict=True)
        )

    def _printed(self, extent: Extent) -> Extent:
        start, end = extent
        if self._places is None or start >= end:
            return extent
        return self._places[start], self._places[end - 1] + 1
