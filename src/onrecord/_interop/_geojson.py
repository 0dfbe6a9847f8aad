"""Places and events as GeoJSON (RFC 7946), each claim of a place told apart; no position is ever invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from onrecord._codec._unstructure import unstructure_extra
from onrecord._dossier import Dossier, Events, Locations
from onrecord._dossier._lookup import speaker_name
from onrecord._interop._instants import time_columns
from onrecord._model import Account, Code, Event, Factuality, Identifier, Location, ParticipantRole, Statement
from onrecord.errors import InvalidValueError

Feature: TypeAlias = dict[str, Any]


def to_geojson(x: Dossier | Locations | Events) -> dict[str, Any]:
    """Make a FeatureCollection."""
    return {"type": "FeatureCollection", "features": [one for some in _selections(x) for one in _features(some)]}


def _selections(x: Any) -> tuple[Locations | Events, ...]:
    if isinstance(x, Dossier):
        return x.locations, x.events
    if isinstance(x, Locations | Events):
        return (x,)
    message = f"only places and events can be GeoJSON, not {x!r:.80}: give a dossier, or its locations or events"
    raise InvalidValueError(message, field="x", value=x)


def _features(selection: Locations | Events) -> Iterator[Feature]:
    d = selection.dossier
    for item in selection:
        if isinstance(item, Location):
            yield location_feature(item, d)
        else:
            yield event_feature(item, d)
            yield from _account_features(item, d)


def location_feature(place: Location, d: Dossier | None = None) -> Feature:
    """A place as a Feature; without a dossier, the property `within_name` is null."""
    relative = place.relative
    around = _place(d, place.within)
    properties = {
        "noun": "location",
        "name": place.name,
        "kind": str(place.kind),
        "names": [{"value": name.value, "kind": str(name.kind)} for name in place.names],
        "within": place.within,
        "within_name": None if around is None else around.name,
        "radius": _radius(place),
        "relative_to": None if relative is None else relative.to,
        "relative_text": None if relative is None else relative.text,
        "relative_distance": None if relative is None else relative.distance,
        "relative_bearing": None if relative is None else relative.bearing,
        "identifiers": _codes(place.identifiers),
        "extra": unstructure_extra(place.extra),
    }
    return _feature(place.id, place, properties)


def event_feature(event: Event, d: Dossier | None = None) -> Feature:
    """An event as a Feature, at its own `where`; without a dossier, nothing is known of places, windows and wholes."""
    place = _place(d, event.where)
    whole = None if d is None or event.part_of is None else d._index.by_id.get(event.part_of)
    properties = {
        "noun": "event",
        "label": event.label,
        "kinds": _codes(event.kinds),
        "part_of": event.part_of,
        "part_of_label": whole.label if isinstance(whole, Event) else None,
        **time_columns("when", event.when),
        **time_columns("window", None if d is None else d._index.windows.get(event.id)),
        **_where(event.where, place),
        "identifiers": _codes(event.identifiers),
        "extra": unstructure_extra(event.extra),
    }
    return _feature(event.id, place, properties)


def _account_features(event: Event, d: Dossier) -> Iterator[Feature]:
    """A Feature for every place at which an account puts an event, in the order of the statements."""
    statements = {id(statement): statement for statement, _ in d._index.accounts.get(event.id, ())}
    for statement in statements.values():
        for number, account in enumerate(statement.accounts):
            if account.event == event.id:
                key = f"{statement.id}/accounts/{number}"
                yield from _claims(d, key, _telling(d, event, statement, account), account)


def _claims(d: Dossier, key: str, telling: dict[str, Any], account: Account) -> Iterator[Feature]:
    """The place of an account itself, then the places that have a part in the event."""
    claims: list[tuple[str, str | None, ParticipantRole | None, Factuality]]
    claims = [(key, account.where, None, account.factuality)]
    for number, part in enumerate(account.participants):
        held = part.factuality or account.factuality
        claims.append((f"{key}/participants/{number}", part.location, part.role, held))
    for claim, where, role, factuality in claims:
        if where is not None:
            place = _place(d, where)
            told = {"role": None if role is None else str(role), "factuality": str(factuality)}
            yield _feature(claim, place, {**telling, **_where(where, place), **told})


def _telling(d: Dossier, event: Event, statement: Statement, account: Account) -> dict[str, Any]:
    """Who says what of which event, apart from the place."""
    return {
        "noun": "account",
        "event": event.id,
        "event_label": event.label,
        "statement": statement.id,
        "speaker": statement.speaker,
        "speaker_name": speaker_name(d._index, statement),
        "voice": str(statement.voice),
        "chain": str(d.chain(statement)),
        "content": statement.content,
        "status": str(account.status),
        "condition": account.condition,
        "alternative": account.alternative,
        **time_columns("when", account.when),
    }


def _where(where: str | None, place: Location | None) -> dict[str, Any]:
    return {
        "where": where,
        "where_name": None if place is None else place.name,
        "radius": None if place is None else _radius(place),
    }


def _feature(key: str, place: Location | None, properties: dict[str, Any]) -> Feature:
    point = None if place is None else place.point
    at = None if point is None else {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    return {"type": "Feature", "id": key, "geometry": at, "properties": properties}


def _radius(place: Location) -> float | None:
    return None if place.point is None else place.point.radius


def _place(d: Dossier | None, key: str | None) -> Location | None:
    noun = None if d is None or key is None else d._index.by_id.get(key)
    return noun if isinstance(noun, Location) else None


def _codes(codes: tuple[Code | Identifier, ...]) -> list[dict[str, str]]:
    return [{"scheme": code.scheme, "value": code.value} for code in codes]
