"""What joins two objects: links between statements or events, and judgements of identity."""

from __future__ import annotations

import attrs

from onrecord._fields import check_fields, refuse
from onrecord._model._extra import Extra
from onrecord._model._ids import AnyId, StatementId
from onrecord._model._vocabularies import Factuality, Judgement, LinkKind
from onrecord._repr import shown


@attrs.frozen(kw_only=True)
class Link:
    """A relation from one statement to another, or from one event to another."""

    kind: LinkKind
    """The relation; it also says whether the ends are statements or events."""
    start: AnyId
    """The statement or event it goes from."""
    end: AnyId
    """The statement or event it goes to."""
    factuality: Factuality = attrs.field(default=Factuality.certain, metadata={"explicit": True})
    """How far the one who claims it commits to it."""
    claimed_by: StatementId | None = None
    """The statement that claims it; None: the record does."""
    confidence: float | None = attrs.field(default=None, eq=repr, metadata={"at_least": 0, "at_most": 1})
    """How sure the annotator is, from 0 to 1; None: not told."""
    annotator: str | None = None
    """Who or what made this record."""
    extra: Extra = Extra()
    """Namespaced data of other programs."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.start == self.end:
            refuse(self, "end", "must not be the start")


@attrs.frozen(kw_only=True)
class Identity:
    """Somebody's judgement whether two objects of one kind are the same; merging never rewrites either."""

    first: AnyId
    """The one."""
    second: AnyId
    """The other."""
    judgement: Judgement
    """Whether they are the same."""
    reason: str | None = None
    """Why, in words."""
    confidence: float | None = attrs.field(default=None, eq=repr, metadata={"at_least": 0, "at_most": 1})
    """How sure the annotator is, from 0 to 1; None: not told."""
    annotator: str | None = None
    """Who or what judged."""
    extra: Extra = Extra()
    """Namespaced data of other programs."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.first == self.second:
            refuse(self, "second", "must not be the first")
