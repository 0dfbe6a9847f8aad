"""The ids by which objects refer to each other: plain strings at run time, distinct types to a checker."""

from __future__ import annotations

from typing import NewType, TypeAlias

SourceId = NewType("SourceId", str)
"""The id of a `Source`."""

ActorId = NewType("ActorId", str)
"""The id of an `Actor`."""

LocationId = NewType("LocationId", str)
"""The id of a `Location`."""

EventId = NewType("EventId", str)
"""The id of an `Event`."""

StatementId = NewType("StatementId", str)
"""The id of a `Statement`."""

AnyId: TypeAlias = SourceId | ActorId | LocationId | EventId | StatementId
"""The id of any of the five nouns; ids are unique over all of them."""
