"""The file as a whole: its members in their order, and its version."""

from __future__ import annotations

import re
from typing import Any, Final, TypedDict

import attrs

from onrecord._codec._faults import FaultError, Repeated, at_member, is_object, shown
from onrecord._dossier import Dossier
from onrecord._model import Actor, Event, Extra, Identity, Link, Location, Source, Statement

FORMAT: Final = "0.1"
"""The format version, apart from the package's: a change of format raises it."""

_PARTS = (0, 1)
_VERSION = re.compile(r"(\d{1,9})\.(\d{1,9})\Z", re.ASCII)


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


def version_fault(data: object) -> FaultError | None:
    """Why a document's version is one that is not read; a missing or mistyped one is told with its other faults."""
    members: Any = data.data if isinstance(data, Repeated) else data
    version = members.get("onrecord") if is_object(members) else None
    if not isinstance(version, str) or version == FORMAT:
        return None
    return at_member(FaultError("version", _refusal(version)), Document, "onrecord")


def _refusal(version: str) -> str:
    match = _VERSION.match(version)
    given = (int(match[1]), int(match[2])) if match else (0, 0)
    if given > _PARTS:
        newer = "of a newer major version" if given[0] > _PARTS[0] else "newer"
        return f"format {version} is {newer} than {FORMAT}, which this release reads: upgrade onrecord"
    return f"is no format version that this release of onrecord reads: {shown(version)}; it reads {FORMAT!r}"
