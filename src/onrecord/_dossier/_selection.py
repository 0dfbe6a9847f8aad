"""Ordered, typed answers: sequences that can be narrowed further, shown, and made into rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeAlias, TypeVar, cast, overload

from onrecord._dossier import _doors
from onrecord._dossier._answers import Dispute, Doubt, Testimony
from onrecord._dossier._public import public_names
from onrecord._dossier._terms import as_term
from onrecord._dossier._visible import visible
from onrecord._model import (
    AccountStatus,
    Actor,
    Event,
    Factuality,
    Location,
    Source,
    Statement,
)
from onrecord._when import Moment
from onrecord.errors import InvalidValueError, UnknownIdError

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier, Noun

T = TypeVar("T")
As: TypeAlias = Literal["speaker", "relay", "any"]
"""In which part an actor is asked for: as the one who says it, as one through whom we know it, or either."""


class Selection(Sequence[T]):
    """An ordered answer to a query: a sequence that remembers the dossier it is from.

    An index or slice works as on a tuple; an id looks up the member that bears it.
    """

    __slots__ = ("_dossier", "_items", "_keyed", "_note")

    _kind: ClassVar[type[Noun] | None] = None

    def __init__(self, items: Iterable[T], dossier: Dossier, *, note: str = "") -> None:
        self._items: tuple[T, ...] = tuple(items)
        self._dossier = dossier
        self._keyed: dict[object, T] | None = None
        self._note = note

    @property
    def note(self) -> str:
        """What a reader should know about how the answer came to be; usually empty."""
        return self._note

    @property
    def dossier(self) -> Dossier:
        """The dossier that was asked."""
        return self._dossier

    @overload
    def __getitem__(self, key: int | str) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> Self: ...
    def __getitem__(self, key: int | slice | str) -> T | Self:
        if isinstance(key, str):
            return self._named(key)
        if isinstance(key, slice):
            return self._like(self._items[key])
        try:
            return self._items[key]
        except TypeError:
            message = f"must be an id, a name, a number or a slice, got {key!r}: who is not told, has none"
            raise InvalidValueError(message, field="key", value=key) from None

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        item = self._by_key().get(_key_of(key))
        return item is not None and (item == key or isinstance(key, str) or key in self._items)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Selection | list | tuple):
            return NotImplemented
        return self._items == tuple(cast("Iterable[object]", other))

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}{': ' + visible(self.note) if self.note else ''}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)

    def _ipython_key_completions_(self) -> list[str]:
        return _doors.completions(self)

    __dir__ = public_names

    def to_rows(self) -> list[dict[str, object]]:
        """One flat dict of plain values an item, all with the same keys."""
        return _doors.rows(self)

    def to_pandas(self) -> Any:
        """A pandas DataFrame of the rows, in pandas' Arrow types, so that integers, truths and lists stay so.

        Raises:
            MissingExtraError: if nanoarrow (`onrecord[arrow]`), pandas or pyarrow is not installed.
        """
        return _doors.to_pandas(self)

    def to_polars(self) -> Any:
        """A polars DataFrame of the rows.

        Raises:
            MissingExtraError: if nanoarrow (`onrecord[arrow]`) or polars is not installed.
        """
        return _doors.to_polars(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the rows over as an Arrow stream (the Arrow PyCapsule interface), in columns that do not change.

        pyarrow, pandas, polars, DuckDB and others call this; nobody else need. The page on Arrow tells the columns and
        their types.

        Args:
            requested_schema: the capsule of a schema that is asked for. Text and lists with offsets of 64 bits are
                given where asked for; any other type is as it always is.

        Raises:
            MissingExtraError: if nanoarrow (`onrecord[arrow]`) is not installed.
            InvalidValueError: for a schema with other columns.
        """
        return _doors.arrow_stream(self, requested_schema)

    def _named(self, key: str) -> T:
        keyed = self._by_key()
        if key not in keyed and self._kind is not None:
            key = self._dossier.id_of(key, self._kind)
        if key not in keyed:
            near = tuple(str(known) for known in keyed if isinstance(known, str))[:8]
            raise UnknownIdError(f"{type(self).__name__} have no {key!r}", key=key, candidates=near)
        return keyed[key]

    def _by_key(self) -> dict[object, T]:
        if self._keyed is None:
            self._keyed = {_key_of(item): item for item in reversed(self._items)}
        return self._keyed

    def _like(self, items: Iterable[T]) -> Self:
        return type(self)(items, self._dossier)

    def _narrow(self, others: Iterable[T]) -> Self:
        wanted = {_key_of(other) for other in others}
        return self._like(item for item in self._items if _key_of(item) in wanted)


class Sources(Selection[Source]):
    """Sources, by id."""

    __slots__ = ()
    _kind = Source


class Actors(Selection[Actor]):
    """Actors, by id."""

    __slots__ = ()
    _kind = Actor


class Locations(Selection[Location]):
    """Places, by id."""

    __slots__ = ()
    _kind = Location

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The places as a GeoJSON FeatureCollection, as `to_geojson` gives it; geopandas and others read this."""
        return _doors.geojson(self)


class Statements(Selection[Statement]):
    """Statements; from a query, in order of time, then of the document, then of id."""

    __slots__ = ()
    _kind = Statement

    @property
    def speakers(self) -> Actors:
        """The actors who say them, each once, in order."""
        speakers = dict.fromkeys(statement.speaker for statement in self)
        known = {actor.id: actor for actor in self._dossier.actors}
        return Actors((known[key] for key in speakers if key is not None and key in known), self._dossier)

    def by(self, actor: Actor | str, *, as_: As = "speaker", members: bool = False) -> Statements:
        """Those by an actor, as `Dossier.statements_by` has it."""
        return self._narrow(self._dossier.statements_by(actor, as_=as_, members=members))

    def about(self, thing: Source | Actor | Location | Event | Statement | str) -> Statements:
        """Those about something, as `Dossier.statements_about` has it."""
        return self._narrow(self._dossier.statements_about(thing))

    def in_source(self, source: Source | str) -> Statements:
        """Those printed in a source."""
        return self._narrow(self._dossier.statements_in(source))

    def between(self, start: Moment | None, end: Moment | None, *, sure: bool = False) -> Statements:
        """Those said in a period, as `Dossier.statements_between` has it."""
        return self._narrow(self._dossier.statements_between(start, end, sure=sure))

    def search(self, text: str) -> Statements:
        """Those whose words match, as `Dossier.search` has it."""
        return self._narrow(self._dossier.search(text))


class Events(Selection[Event]):
    """Events; from a query, in order of time, then of the document, then of id."""

    __slots__ = ()
    _kind = Event

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The events and the claims of where they were as a GeoJSON FeatureCollection, as `to_geojson` gives it."""
        return _doors.geojson(self)

    def between(self, start: Moment | None, end: Moment | None, *, sure: bool = False) -> Events:
        """Those in a period, as `Dossier.events_between` has it."""
        return self._narrow(self._dossier.events_between(start, end, sure=sure))

    def at(self, location: Location | str) -> Events:
        """Those at a place or within it."""
        return self._narrow(self._dossier.events_at(location))

    def involving(self, actor: Actor | str) -> Events:
        """Those in which an actor is said to have a part."""
        return self._narrow(self._dossier.events_involving(actor))

    def told(
        self,
        *,
        status: AccountStatus | str | None = None,
        factuality: Factuality | str | None = None,
        by: Actor | str | None = None,
    ) -> Events:
        """Those of which some one account has this status and this factuality and is by this actor.

        What is left out is not asked for. Accounts of an event's parts are not the event's own and do not count.
        """
        told = _telling(self._dossier, status, factuality, by)
        return self._like(event for event in self if any(map(told, self._dossier.own_accounts(event))))


class Testimonies(Selection[Testimony]):
    """Accounts with their speakers, statements and chains, in the order of their statements."""

    __slots__ = ()
    __test__ = False  # they are no tests, whatever pytest makes of the name

    def told(
        self,
        *,
        status: AccountStatus | str | None = None,
        factuality: Factuality | str | None = None,
        by: Actor | str | None = None,
    ) -> Testimonies:
        """Those with this status and this factuality and by this actor; what is left out is not asked for."""
        return self._like(filter(_telling(self._dossier, status, factuality, by), self))

    def by(self, actor: Actor | str) -> Testimonies:
        """Those by an actor."""
        return self.told(by=actor)


class Disputes(Selection[Dispute]):
    """Clashes, in order of event and detail."""

    __slots__ = ()


class Doubts(Selection[Doubt]):
    """Doubts, in order of event, detail and statement."""

    __slots__ = ()


def _telling(
    dossier: Dossier, status: AccountStatus | str | None, factuality: Factuality | str | None, by: Actor | str | None
) -> Callable[[Testimony], bool]:
    """Whether a testimony has what is asked for; None asks for nothing."""
    statuses = None if status is None else as_term(AccountStatus, status)
    factualities = None if factuality is None else as_term(Factuality, factuality)
    speaking = None if by is None else {statement.id for statement in dossier.statements_by(by)}

    def tells(testimony: Testimony) -> bool:
        account = testimony.account
        agrees = statuses in (None, account.status) and factualities in (None, account.factuality)
        return agrees and (speaking is None or testimony.statement.id in speaking)

    return tells


def _key_of(item: object) -> object:
    return getattr(item, "id", item)
