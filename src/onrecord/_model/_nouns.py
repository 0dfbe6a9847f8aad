"""The five nouns: Source, Actor, Location, Event, Statement; and the parts they are made of."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs

from onrecord._fields import check_fields, refuse
from onrecord._model import _doors
from onrecord._model._accounts import Account
from onrecord._model._evidence import Evidence
from onrecord._model._extra import Extra
from onrecord._model._ids import ActorId, AnyId, EventId, LocationId, SourceId, StatementId
from onrecord._model._vocabularies import (
    ActorKind,
    Form,
    LocationKind,
    Medium,
    NameKind,
    SectionKind,
    SourceKind,
    Voice,
)
from onrecord._repr import shown
from onrecord._when import When

_NO_EXTRA = Extra()


@attrs.frozen(kw_only=True)
class Identifier:
    """An id in somebody else's register."""

    scheme: str
    """The register: `wikidata`, `geonames`, `isni`."""
    value: str
    """The id in it: `Q649`."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(kw_only=True)
class Code:
    """An open code with the scheme it is from, as IPTC's and PLOVER's event codes are written."""

    scheme: str
    """Whose code it is: `plover`, `iptc`."""
    value: str
    """The code."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(kw_only=True)
class Name:
    """A further name of an actor or a place."""

    value: str
    """The name."""
    kind: NameKind = NameKind.alias
    """How it relates to the object's own `name`."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(kw_only=True)
class Section:
    """A stretch of a source's text, and what it is: headline, body, caption and so on."""

    kind: SectionKind
    """What it is."""
    start: int = attrs.field(metadata={"at_least": 0})
    """The first character's offset, in code points."""
    end: int
    """The offset after the last character."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.end <= self.start:
            refuse(self, "end", f"must be greater than start ({self.start})")


@attrs.frozen(kw_only=True)
class Source:
    """A published work or post: the publication, never its speaker; it may be known only through another."""

    id: SourceId
    """Its id."""
    kind: SourceKind = SourceKind.other
    """What sort of publication it is."""
    title: str | None = None
    """Its title as printed."""
    publisher: ActorId | None = None
    """The outlet or channel that put it out."""
    authors: tuple[ActorId, ...] = ()
    """Who made it, in the order printed."""
    url: str | None = None
    """Where it can be found."""
    published: When | None = None
    """When it was put out."""
    retrieved: When | None = None
    """When this copy of it was taken."""
    language: str | None = None
    """The text's language, as a BCP 47 tag."""
    text: str | None = attrs.field(default=None, metadata={"blank": True})
    """The exact text, never normalised; None where it is not known or was withheld."""
    digest: str | None = None
    """The SHA-256 of the withheld text's UTF-8 bytes, in 64 hexadecimal digits; only where `text` is None."""
    sections: tuple[Section, ...] = ()
    """The whole text cut into sections, in order; empty: not divided."""
    derived_from: SourceId | None = None
    """The source whose text this one took over whole."""
    revises: SourceId | None = None
    """The earlier version that this one corrects or replaces."""
    extra: Extra = _NO_EXTRA
    """Namespaced data of other programs."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        for name in ("derived_from", "revises"):
            if getattr(self, name) == self.id:
                refuse(self, name, "must not be the source itself")
        if self.digest is not None and (self.text is not None or not _is_sha256(self.digest)):
            refuse(self, "digest", "must be 64 hexadecimal digits in place of a withheld text")
        self._check_sections()

    def _check_sections(self) -> None:
        if not self.sections:
            return
        whole = self.sections[0].start == 0 and all(a.end == b.start for a, b in pairwise(self.sections))
        if not whole or (self.text is not None and self.sections[-1].end != len(self.text)):
            refuse(self, "sections", "must cut the whole text in order, without gap or overlap")


@attrs.frozen(kw_only=True)
class Role:
    """An office or function that an actor holds."""

    title: str
    """The office: `president`."""
    of: ActorId | None = None
    """The actor in or for whom it is held."""
    when: When | None = None
    """When it was held."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(kw_only=True)
class Actor:
    """Somebody who speaks or acts: a person, an organisation, a state, a group; named or not."""

    id: ActorId
    """Its id."""
    name: str
    """Its name, or for one without a name the description that stands for it."""
    kind: ActorKind = ActorKind.unknown
    """What sort of actor it is."""
    names: tuple[Name, ...] = ()
    """Its other names; a metonym ("Moscow") is none of them and stands with the evidence."""
    anonymous: bool = False
    """Whether the text leaves it unnamed."""
    members: tuple[ActorId, ...] = ()
    """Those who speak jointly, or the known members of a group or body."""
    identifiers: tuple[Identifier, ...] = ()
    """Its ids in other registers."""
    roles: tuple[Role, ...] = ()
    """The offices it holds."""
    extra: Extra = _NO_EXTRA
    """Namespaced data of other programs."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.id in self.members:
            refuse(self, "members", "must not hold the actor itself")
        if self.kind is ActorKind.joint and len(set(self.members)) < 2:
            refuse(self, "members", "of a joint actor must be at least two")


@attrs.frozen(kw_only=True)
class Point:
    """A position on the WGS 84 ellipsoid, with how far off it may be; as a `geo:` URI (RFC 5870) has it."""

    latitude: float = attrs.field(eq=repr, metadata={"at_least": -90, "at_most": 90})
    """Degrees north, from −90 to 90."""
    longitude: float = attrs.field(eq=repr, metadata={"at_least": -180, "at_most": 180})
    """Degrees east, from −180 to 180."""
    radius: float | None = attrs.field(default=None, eq=repr)
    """The radius in metres within which the place lies; None: not told."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.radius is not None and self.radius < 0:
            refuse(self, "radius", "must be 0 or more")


@attrs.frozen(kw_only=True)
class RelativePosition:
    """A position told from another place: "12 miles east of the city"."""

    to: LocationId
    """The place it is told from."""
    text: str
    """The words as printed."""
    distance: float | None = attrs.field(default=None, eq=repr)
    """How far, in metres; None: not told."""
    bearing: float | None = attrs.field(default=None, eq=repr)
    """In which direction, in degrees clockwise from north, from 0 up to 360; None: not told."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.distance is not None and self.distance < 0:
            refuse(self, "distance", "must be 0 or more")
        if self.bearing is not None and not 0 <= self.bearing < 360:
            refuse(self, "bearing", "must be from 0 up to 360")


@attrs.frozen(kw_only=True)
class Location:
    """A place; one without coordinates is normal, and none is ever invented."""

    id: LocationId
    """Its id."""
    name: str
    """Its name, or the description that stands for it."""
    kind: LocationKind = LocationKind.other
    """What sort of place it is."""
    names: tuple[Name, ...] = ()
    """Its other names."""
    within: LocationId | None = None
    """The place that it is part of."""
    point: Point | None = None
    """Where it is."""
    relative: RelativePosition | None = None
    """Where it is as told from another place."""
    identifiers: tuple[Identifier, ...] = ()
    """Its ids in other registers."""
    extra: Extra = _NO_EXTRA
    """Namespaced data of other programs."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.within == self.id:
            refuse(self, "within", "must not be the place itself")
        if self.relative is not None and self.relative.to == self.id:
            refuse(self, "relative", "must not be told from the place itself")

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The place as a GeoJSON Feature, at its own point, else with no geometry; shapely and others read it.

        It has the properties that `to_geojson` gives, but what only a dossier knows, `within_name`, is None.
        """
        return _doors.geo_interface(self)


@attrs.frozen(kw_only=True)
class Event:
    """Something that is said to happen, or not to, in neutral words; it carries no truth: accounts do."""

    id: EventId
    """Its id."""
    label: str
    """Neutral words for it."""
    kinds: tuple[Code, ...] = ()
    """What kind of event it is, in open codes."""
    part_of: EventId | None = None
    """The larger event that it is part of."""
    identifiers: tuple[Identifier, ...] = ()
    """Its ids in other registers."""
    when: When | None = None
    """When it is, only for what holds apart from any account: a scheduled day."""
    where: LocationId | None = None
    """Where it is, only for what holds apart from any account."""
    extra: Extra = _NO_EXTRA
    """Namespaced data of other programs."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.part_of == self.id:
            refuse(self, "part_of", "must not be the event itself")

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The event as a GeoJSON Feature, without a geometry: an event alone knows only the id of its place.

        It has the properties that `to_geojson` gives, but what only a dossier knows, as `window`, is None. For its
        place, and for who says that it was where, ask `to_geojson(dossier.events)`.
        """
        return _doors.geo_interface(self)


@attrs.frozen(kw_only=True)
class Statement:
    """What one speaker says, through one chain and on one occasion, as far as the text tells.

    All that stands under one cue is one statement, continuation paragraphs included. Printed again with the same
    speaker, chain and occasion, it is another `Evidence` of this one, even if reworded.
    """

    id: StatementId
    """Its id."""
    voice: Voice
    """Whose words they are."""
    speaker: ActorId | None = None
    """The actor who says it; None: nobody named, or with `Voice.other` not resolved."""
    content: str
    """The words: the first evidence's content spans joined by one space; given by hand only without evidence."""
    form: Form
    """How the words are given."""
    medium: Medium = Medium.unknown
    """What they were first put in."""
    via: StatementId | None = None
    """The statement on which our knowledge of these words rests; None: first hand."""
    evidence: tuple[Evidence, ...] = ()
    """Where it is printed."""
    said: When | None = None
    """When it was said."""
    occasion: EventId | None = None
    """The event at which it was said."""
    place: LocationId | None = None
    """Where it was said, if no occasion tells."""
    published_in: SourceId | None = None
    """The source where it was first put out."""
    addressees: tuple[ActorId, ...] = ()
    """Whom it was said to."""
    language: str | None = None
    """The language in which it was said, as a BCP 47 tag."""
    translated: bool | None = None
    """Whether the content is a translation; None: not told."""
    about: tuple[AnyId, ...] = ()
    """What it mentions without commitment; events that have an account are not repeated."""
    accounts: tuple[Account, ...] = ()
    """What it says of events."""
    confidence: float | None = attrs.field(default=None, eq=repr, metadata={"at_least": 0, "at_most": 1})
    """How sure the annotator is of this record, from 0 to 1; None: not told."""
    annotator: str | None = None
    """Who or what made this record."""
    extra: Extra = _NO_EXTRA
    """Namespaced data of other programs."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.via == self.id:
            refuse(self, "via", "must not be the statement itself")
        if self.voice is Voice.arbitrary and self.speaker is not None:
            refuse(self, "speaker", "must be None where the voice is arbitrary")
        if self.occasion is not None and self.place is not None:
            refuse(self, "place", "must be None where an occasion tells it")
        self._check_accounts()

    def _check_accounts(self) -> None:
        labels: dict[EventId, str | None] = {}
        for account in self.accounts:
            event, label = account.event, account.alternative
            if event in self.about:
                refuse(self, "about", f"must not repeat {event!r}, which has an account")
            if event in labels and (label is None or labels[event] != label):
                refuse(self, "accounts", f"must not be two of {event!r}, unless alternatives under one label")
            labels[event] = label


def _is_sha256(digest: str) -> bool:
    return len(digest) == 64 and set(digest) <= set("0123456789abcdef")
