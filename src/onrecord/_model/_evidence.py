"""Where words stand: spans of a source's text, and the triple of content, cue and speaker."""

from __future__ import annotations

from itertools import pairwise

import attrs

from onrecord._fields import check_fields, refuse
from onrecord._model._ids import SourceId
from onrecord._model._vocabularies import Naming, Stance
from onrecord._repr import shown


@attrs.frozen(kw_only=True)
class Span:
    """A stretch of a source's text, with its words: a W3C *TextQuoteSelector* and *TextPositionSelector* in one.

    Offsets count Unicode code points from the text's beginning, the end excluded: `text[start:end] == exact`.
    """

    exact: str
    """The words, in the source's own characters."""
    start: int = attrs.field(metadata={"at_least": 0})
    """The first character's offset."""
    end: int
    """The offset after the last character."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.end <= self.start:
            refuse(self, "end", f"must be greater than start ({self.start})")
        if self.end - self.start != len(self.exact):
            refuse(self, "exact", f"must have the {self.end - self.start} characters of {self.start} to {self.end}")


@attrs.frozen(kw_only=True)
class Anchor:
    """One or more spans that together are one thing: a quotation broken by "he said" has two."""

    spans: tuple[Span, ...]
    """At least one, in the text's order, without overlap."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if not self.spans:
            refuse(self, "spans", "must have at least one span")
        if any(right.start < left.end for left, right in pairwise(self.spans)):
            refuse(self, "spans", "must be in order and must not overlap")

    @property
    def start(self) -> int:
        """Where the first span starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last span ends."""
        return self.spans[-1].end

    @property
    def text(self) -> str:
        """The words of all spans, joined by one space."""
        return " ".join(span.exact for span in self.spans)


@attrs.frozen(kw_only=True)
class Evidence:
    """Where one source prints a statement: content, cue and speaker, the attribution triple of PARC 3.0 (Pareti)."""

    source: SourceId
    """The source whose text the anchors are in."""
    content: Anchor
    """The words attributed."""
    cue: Anchor | None = None
    """The words that attribute: "said", "according to"; None for a quotation with none of its own."""
    speaker: Anchor | None = None
    """The words that name the speaker here; None where nothing does."""
    hedges: tuple[Anchor, ...] = ()
    """Words by which the writer steps back: "alleged", "purportedly", scare-quoted words."""
    stance: Stance = Stance.neutral
    """How far the writer stands behind the content."""
    naming: Naming | None = None
    """How the speaker is printed here; None where it was not looked at."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every anchor: content, then cue, speaker and hedges as far as there are any."""
        return (self.content, *(a for a in (self.cue, self.speaker) if a is not None), *self.hedges)
