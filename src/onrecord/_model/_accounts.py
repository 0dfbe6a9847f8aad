"""What a statement says of an event, detail by detail: the only place where truth lives, so it always has a speaker."""

from __future__ import annotations

import attrs

from onrecord._fields import check_fields, refuse
from onrecord._model._ids import ActorId, EventId, LocationId
from onrecord._model._vocabularies import AccountStatus, Aspect, Factuality, ParticipantRole
from onrecord._repr import shown
from onrecord._when import When


@attrs.frozen(kw_only=True)
class Participant:
    """Somebody or something with a part in an event: exactly one of an actor, a place, or words."""

    role: ParticipantRole
    """The part."""
    actor: ActorId | None = None
    """The actor who plays it."""
    location: LocationId | None = None
    """The place that plays it."""
    text: str | None = None
    """The words for it, where it is neither: "two drones"."""
    factuality: Factuality | None = None
    """The speaker's commitment to this detail; None: the account's."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        given = [name for name in ("actor", "location", "text") if getattr(self, name) is not None]
        if len(given) != 1:
            refuse(self, (given or ["actor"])[-1], f"must be the only one of actor, location and text; given: {given}")


@attrs.frozen(kw_only=True)
class Description:
    """What an event was, was for, ended in, or how it was done, in an open code and the speaker's words."""

    aspect: Aspect
    """Which of these questions it answers."""
    term: str
    """An open code, the key by which descriptions are compared: `assassination-attempt`."""
    words: str | None = None
    """The words as printed."""
    factuality: Factuality | None = None
    """The speaker's commitment to this detail; None: the account's."""
    scare_quotes: bool = False
    """Whether the words stand in quotation marks of the writer's, not the speaker's."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(kw_only=True)
class Quantity:
    """A number that an account gives, as a closed range: "at least three" is low 3 and no high."""

    kind: str
    """What is counted or measured, an open code: `killed`, `drones`, `cost`."""
    low: int | float | None = attrs.field(default=None, eq=repr)
    """The least it can be, itself included; None: not told."""
    high: int | float | None = attrs.field(default=None, eq=repr)
    """The most it can be, itself included; None: not told."""
    unit: str | None = None
    """The unit, an open code: `people`, `kg`, `EUR`; quantities are compared within one kind and unit."""
    text: str | None = None
    """The words as printed."""
    factuality: Factuality | None = None
    """The speaker's commitment to this detail; None: the account's."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.low is None and self.high is None:
            refuse(self, "low", "or high must be given")
        if self.low is not None and self.high is not None and self.low > self.high:
            refuse(self, "high", f"must not be less than low ({self.low})")


@attrs.frozen(kw_only=True)
class Account:
    """What one statement says of one event.

    An event asserts nothing by itself; whether it happened, who did it and what it was stands in accounts.
    """

    event: EventId
    """The event it is an account of."""
    status: AccountStatus = attrs.field(default=AccountStatus.occurred, metadata={"explicit": True})
    """The state of being in which the speaker places it."""
    factuality: Factuality = attrs.field(default=Factuality.certain, metadata={"explicit": True})
    """The speaker's commitment, when speaking, to the event being in that status."""
    when: When | None = None
    """When the event was, or is to be, in that status."""
    where: LocationId | None = None
    """Where."""
    participants: tuple[Participant, ...] = ()
    """Who and what had a part in it."""
    descriptions: tuple[Description, ...] = ()
    """What it was, was for, ended in, and how."""
    quantities: tuple[Quantity, ...] = ()
    """The numbers."""
    condition: EventId | None = None
    """The event on which this one is said to depend: counterfactuals, threats."""
    alternative: str | None = None
    """A label that the mutually exclusive accounts of one statement share: "either … or …"."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.condition is not None and self.condition == self.event:
            refuse(self, "condition", "must not be the account's own event")
