"""Answers as flat rows: one dict of plain values an item, all with the same keys, for any table or spreadsheet.

The columns of each kind stand below, one function a kind, and do not change within a version of the library. A column
named after a noun holds its id, and the column beside it with `_name` or `_label` what it is called. A time takes three
columns: `said` as text (its value, or else the words printed), `said_earliest` and `said_latest`, the latter exclusive,
as ISO 8601: in UTC with a `Z`, without one for a floating time, None where not known. Words of vocabularies are
strings, many are a list of strings, what is absent is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from onrecord._dossier import (
    Actors,
    Dispute,
    Disputes,
    Dossier,
    Doubt,
    Doubts,
    Events,
    Identities,
    Links,
    Locations,
    Noun,
    Selection,
    Sources,
    Statements,
    Testimonies,
    Testimony,
)
from onrecord._dossier._lookup import speaker_name
from onrecord._interop._instants import time_columns
from onrecord._model import (
    Account,
    Actor,
    Anchor,
    Code,
    Event,
    Identifier,
    Identity,
    Link,
    Location,
    Participant,
    Source,
    Statement,
)

Row: TypeAlias = dict[str, object]


def rows(selection: Selection[Any]) -> list[Row]:
    """One flat row of plain values an item, all with the same keys; an empty selection has none.

    A selection of mixed nouns, as `Dossier.find` gives, has the columns `noun`, `id` and `name`.
    """
    row = next(_ROWS[cls] for cls in type(selection).__mro__ if cls in _ROWS)
    return [row(selection.dossier, item) for item in selection]


def _source(d: Dossier, source: Source) -> Row:
    return {
        "id": source.id,
        "kind": str(source.kind),
        "title": source.title,
        "publisher": source.publisher,
        "publisher_name": _name(d, source.publisher),
        "authors": list(source.authors),
        "author_names": _names(d, source.authors),
        "url": source.url,
        **time_columns("published", source.published),
        **time_columns("retrieved", source.retrieved),
        "language": source.language,
        "characters": None if source.text is None else len(source.text),
        "derived_from": source.derived_from,
        "revises": source.revises,
    }


def _actor(d: Dossier, actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "names": [name.value for name in actor.names],
        "anonymous": actor.anonymous,
        "members": list(actor.members),
        "member_names": _names(d, actor.members),
        "roles": [role.title for role in actor.roles],
        "identifiers": _codes(actor.identifiers),
    }


def _location(d: Dossier, place: Location) -> Row:
    return {
        "id": place.id,
        "name": place.name,
        "kind": str(place.kind),
        "names": [name.value for name in place.names],
        "within": place.within,
        "within_name": _name(d, place.within),
        "latitude": None if place.point is None else place.point.latitude,
        "longitude": None if place.point is None else place.point.longitude,
        "radius": None if place.point is None else place.point.radius,
        "relative_to": None if place.relative is None else place.relative.to,
        "relative_text": None if place.relative is None else place.relative.text,
        "identifiers": _codes(place.identifiers),
    }


def _event(d: Dossier, event: Event) -> Row:
    return {
        "id": event.id,
        "label": event.label,
        "kinds": _codes(event.kinds),
        "part_of": event.part_of,
        "part_of_label": _name(d, event.part_of),
        **time_columns("when", event.when),
        **time_columns("window", d.window(event)),
        "where": event.where,
        "where_name": _name(d, event.where),
        "identifiers": _codes(event.identifiers),
    }


def _statement(d: Dossier, statement: Statement) -> Row:
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "speaker_name": speaker_name(d._index, statement),
        "voice": str(statement.voice),
        "content": statement.content,
        "form": str(statement.form),
        "medium": str(statement.medium),
        "via": statement.via,
        **_first_evidence(statement),
        **_saying(d, statement),
        "about": list(statement.about),
        "events": [account.event for account in statement.accounts],
        "language": statement.language,
        "translated": statement.translated,
        "confidence": statement.confidence,
        "annotator": statement.annotator,
    }


def _saying(d: Dossier, statement: Statement) -> Row:
    """When, where and to whom it was said."""
    return {
        **time_columns("said", statement.said),
        "occasion": statement.occasion,
        "occasion_label": _name(d, statement.occasion),
        "place": statement.place,
        "place_name": _name(d, statement.place),
        "published_in": statement.published_in,
        "addressees": list(statement.addressees),
    }


def _first_evidence(statement: Statement) -> Row:
    """Where it is printed first; `start` and `end` count code points of the source's text."""
    first = statement.evidence[0] if statement.evidence else None
    return {
        "source": None if first is None else first.source,
        "start": None if first is None else first.content.start,
        "end": None if first is None else first.content.end,
        "cue": None if first is None else _words(first.cue),
        "speaker_words": None if first is None else _words(first.speaker),
        "naming": None if first is None or first.naming is None else str(first.naming),
        "stance": None if first is None else str(first.stance),
        "hedges": [] if first is None else [hedge.text for hedge in first.hedges],
    }


def _testimony(d: Dossier, item: Testimony) -> Row:
    """Details are written `key: factuality`, the key as in `Dispute.detail`."""
    account = item.account
    return {
        "statement": item.statement.id,
        "speaker": item.statement.speaker,
        "speaker_name": item.speaker_name,
        "event": account.event,
        "event_label": _name(d, account.event),
        "status": str(account.status),
        "factuality": str(account.factuality),
        **time_columns("when", account.when),
        "where": account.where,
        "where_name": _name(d, account.where),
        **_details(account),
        "condition": account.condition,
        "alternative": account.alternative,
        "chain": str(item.chain),
        "content": item.statement.content,
    }


def _details(account: Account) -> Row:
    def told(key: str, detail: Any) -> str:
        return f"{key}: {detail.factuality or account.factuality}"

    return {
        "participants": [told(f"{part.role}:{_player(part)}", part) for part in account.participants],
        "descriptions": [told(f"{one.aspect}:{one.term}", one) for one in account.descriptions],
        "quantities": [
            told(f"{number.kind}/{number.unit or ''} {_range(number.low, number.high)}", number)
            for number in account.quantities
        ],
    }


def _dispute(_: Dossier, dispute: Dispute) -> Row:
    """`positions`, `speakers` and `statements` are parallel, one string a side: names by `; `, ids by spaces."""
    return {
        "event": dispute.event.id,
        "event_label": dispute.event.label,
        "detail": dispute.detail,
        "certain": dispute.certain,
        "positions": [side.position for side in dispute.sides],
        "speakers": ["; ".join(side.speaker_names) for side in dispute.sides],
        "statements": [" ".join(one.statement.id for one in side.testimonies) for side in dispute.sides],
        "doubters": list(dict.fromkeys(doubter.speaker_name for doubter in dispute.doubts)),
    }


def _doubt(_: Dossier, doubt: Doubt) -> Row:
    return {
        "event": doubt.event.id,
        "event_label": doubt.event.label,
        "detail": doubt.detail,
        "factuality": str(doubt.factuality),
        "statement": doubt.testimony.statement.id,
        "speaker": doubt.testimony.statement.speaker,
        "speaker_name": doubt.testimony.speaker_name,
        "chain": str(doubt.testimony.chain),
        "content": doubt.testimony.statement.content,
    }


def _link(d: Dossier, link: Link) -> Row:
    """`speaker` and `speaker_name` are of the statement that claims it; statements at its ends have no label."""
    claim = None if link.claimed_by is None else d._index.by_id.get(link.claimed_by)
    said = claim if isinstance(claim, Statement) else None
    return {
        "kind": str(link.kind),
        "start": link.start,
        "start_label": _name(d, link.start),
        "end": link.end,
        "end_label": _name(d, link.end),
        "factuality": str(link.factuality),
        "claimed_by": link.claimed_by,
        "speaker": None if said is None else said.speaker,
        "speaker_name": None if said is None else speaker_name(d._index, said),
        "confidence": link.confidence,
        "annotator": link.annotator,
    }


def _identity(d: Dossier, identity: Identity) -> Row:
    """`noun` is that of the first, None where it is not on record."""
    first = d._index.by_id.get(identity.first)
    return {
        "noun": None if first is None else type(first).__name__.lower(),
        "first": identity.first,
        "first_name": _name(d, identity.first),
        "second": identity.second,
        "second_name": _name(d, identity.second),
        "judgement": str(identity.judgement),
        "reason": identity.reason,
        "confidence": identity.confidence,
        "annotator": identity.annotator,
    }


def _noun(d: Dossier, noun: Noun) -> Row:
    return {"noun": type(noun).__name__.lower(), "id": noun.id, "name": _name(d, noun.id)}


_ROWS: dict[type[Selection[Any]], Callable[[Dossier, Any], Row]] = {
    Sources: _source,
    Actors: _actor,
    Locations: _location,
    Events: _event,
    Statements: _statement,
    Testimonies: _testimony,
    Disputes: _dispute,
    Doubts: _doubt,
    Links: _link,
    Identities: _identity,
    Selection: _noun,
}


def _name(d: Dossier, key: str | None) -> str | None:
    """What an id's object is called; None where it has no name or is not on record."""
    noun = None if key is None else d._index.by_id.get(key)
    if isinstance(noun, Source | Event):
        return noun.title if isinstance(noun, Source) else noun.label
    return noun.name if isinstance(noun, Actor | Location) else None


def _names(d: Dossier, keys: Iterable[str]) -> list[str]:
    return [_name(d, key) or key for key in keys]


def _codes(codes: Iterable[Code | Identifier]) -> list[str]:
    return [f"{code.scheme}:{code.value}" for code in codes]


def _words(anchor: Anchor | None) -> str | None:
    return None if anchor is None else anchor.text


def _player(part: Participant) -> str:
    return part.actor or part.location or part.text or ""


def _range(low: float | None, high: float | None) -> str:
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"
