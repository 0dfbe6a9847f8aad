"""The file as a whole: its members in their order, and its version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias, TypedDict

import attrs

from onrecord._dossier import Dossier, Recorded
from onrecord._model import Actor, Event, Extra, Identity, Link, Location, Source, Statement

Item: TypeAlias = Recorded | Extra
"""What a line of JSON Lines holds: an object of a dossier, or the file's own foreign data."""

FORMAT: Final = "0.2"
"""The format version, apart from the package's: a change of format raises it."""

TABLES: Final[Mapping[str, type[Recorded]]] = {
    "sources": Source,
    "actors": Actor,
    "locations": Location,
    "events": Event,
    "statements": Statement,
    "links": Link,
    "identities": Identity,
}
"""The tables of a file in their order, and what stands in them."""


@attrs.frozen(kw_only=True)
class Document:
    """A dossier as it stands in a file."""

    onrecord: str
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    identities: tuple[Identity, ...] = ()
    extra: Extra = Extra()


class Objects(TypedDict):
    """All objects of a dossier, as `Dossier` and `faults_of` take them."""

    sources: tuple[Source, ...]
    actors: tuple[Actor, ...]
    locations: tuple[Location, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    identities: tuple[Identity, ...]


def objects_in(holder: Document | Dossier) -> Objects:
    """All objects of a document or dossier, in its order."""
    return Objects(
        sources=tuple(holder.sources),
        actors=tuple(holder.actors),
        locations=tuple(holder.locations),
        events=tuple(holder.events),
        statements=tuple(holder.statements),
        links=tuple(holder.links),
        identities=tuple(holder.identities),
    )


def document_of(dossier: Dossier) -> Document:
    """What is written for a dossier."""
    return Document(onrecord=FORMAT, **objects_in(dossier), extra=dossier.extra)
