"""A dossier in the vocabulary of schema.org, as JSON-LD that needs no network.

What each type and property holds, and what is left out, is told in `docs/reference/schema-org.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from onrecord._dossier import Dossier
from onrecord._interop._jsonld import BASE, Namer, check_dossier, iso_value, namer
from onrecord._model import (
    Account,
    AccountStatus,
    Actor,
    ActorKind,
    Code,
    Description,
    Event,
    Factuality,
    Form,
    Identifier,
    Location,
    LocationKind,
    Participant,
    Point,
    Quantity,
    Role,
    Source,
    SourceKind,
    Statement,
)
from onrecord._when import TimeBasis, When

Node: TypeAlias = dict[str, Any]

CONTEXT: Final = {"@vocab": "https://schema.org/"}
EVENT_NOTE: Final = "Spoken of in statements; this entry does not say that it happens or has happened."
UNNAMED_NOTE: Final = "Left unnamed by the text."

_SOURCES: Final = {
    SourceKind.article: "NewsArticle",
    SourceKind.post: "SocialMediaPosting",
    SourceKind.video: "VideoObject",
    SourceKind.image: "ImageObject",
}
_ACTORS: Final = {
    ActorKind.person: "Person",
    ActorKind.organisation: "Organization",
    ActorKind.state: "Organization",
    ActorKind.group: "Organization",
    ActorKind.joint: "Organization",
}
_PLACES: Final = {LocationKind.country: "Country", LocationKind.water: "BodyOfWater"}
_UNCLAIMED: Final = (Factuality.uncommitted, Factuality.unknown)
_UNCLAIMED_STATUS: Final = (AccountStatus.demanded, AccountStatus.threatened, AccountStatus.hypothetical)


def to_schema_org(dossier: Dossier, *, base: str = BASE) -> Node:
    """Make the graph."""
    check_dossier(dossier)
    return {"@context": dict(CONTEXT), "@graph": list(_nodes(dossier, namer(base)))}


def _nodes(d: Dossier, name: Namer) -> Iterator[Node]:
    yield from (_source(name, source) for source in d.sources)
    yield from (_actor(name, actor) for actor in d.actors)
    yield from (_place(name, place) for place in d.locations)
    yield from (_event(name, event) for event in d.events)
    for statement in d.statements:
        yield _quotation(d, name, statement)
        yield from _accounts(name, statement)


def _source(name: Namer, source: Source) -> Node:
    kind = _SOURCES.get(source.kind, "CreativeWork")
    return _node(
        kind,
        name(source.id),
        additionalType=str(source.kind),
        name=source.title,
        headline=source.title if kind in ("NewsArticle", "SocialMediaPosting") else None,
        publisher=_ref(name, source.publisher),
        author=_refs(name, source.authors),
        url=source.url,
        **_dated("datePublished", "published", source.published),
        inLanguage=source.language,
        text=source.text,
        identifier=None if source.digest is None else [_value("sha256", source.digest)],
        isBasedOn=_refs(name, (source.derived_from, source.revises)),
    )


def _actor(name: Namer, actor: Actor) -> Node:
    kind = _ACTORS.get(actor.kind, "Thing")
    roles = [] if kind == "Thing" else [_role(name, role) for role in actor.roles if role.of is not None]
    return _node(
        kind,
        name(actor.id),
        additionalType=str(actor.kind),
        name=actor.name,
        alternateName=[other.value for other in actor.names],
        description=UNNAMED_NOTE if actor.anonymous else None,
        identifier=_identifiers(actor.identifiers),
        member=_refs(name, actor.members) if kind == "Organization" else None,
        jobTitle=[role.title for role in actor.roles] if kind == "Person" else None,
        memberOf=roles,
    )


def _role(name: Namer, role: Role) -> Node:
    """An office as schema.org's Role, which stands between the property and what it leads to."""
    return _node("OrganizationRole", None, roleName=role.title, memberOf=_ref(name, role.of), **_period(role.when))


def _place(name: Namer, place: Location) -> Node:
    return _node(
        _PLACES.get(place.kind, "Place"),
        name(place.id),
        additionalType=str(place.kind),
        name=place.name,
        alternateName=[other.value for other in place.names],
        containedInPlace=_ref(name, place.within),
        geo=None if place.point is None else _geo(place.point),
        additionalProperty=_position(name, place),
        identifier=_identifiers(place.identifiers),
    )


def _geo(point: Point) -> Node:
    where = _node("GeoCoordinates", None, latitude=point.latitude, longitude=point.longitude)
    return where if point.radius is None else _node("GeoCircle", None, geoMidpoint=where, geoRadius=point.radius)


def _position(name: Namer, place: Location) -> list[Node]:
    """A position told from another place; units are codes of UN/CEFACT: metre and degree."""
    told = place.relative
    if told is None:
        return []
    return [
        _node("PropertyValue", None, name="relative position", value=told.text),
        _node("PropertyValue", None, name="relative to", value=name(told.to)),
        *_measure("distance", told.distance, "MTR"),
        *_measure("bearing", told.bearing, "DD"),
    ]


def _measure(label: str, value: float | None, unit: str) -> list[Node]:
    return [] if value is None else [_node("PropertyValue", None, name=label, value=value, unitCode=unit)]


def _event(name: Namer, event: Event) -> Node:
    period = _period(event.when)
    return _node(
        "Event",
        name(event.id),
        additionalType=[_code(kind) for kind in event.kinds],
        name=event.label,
        superEvent=_ref(name, event.part_of),
        location=_ref(name, event.where),
        identifier=_identifiers(event.identifiers),
        **{**period, "description": [EVENT_NOTE, *period.get("description", ())]},
    )


def _quotation(d: Dossier, name: Namer, statement: Statement) -> Node:
    own_words = statement.form is Form.direct and not statement.translated
    printed = (evidence.speaker for evidence in statement.evidence)
    return _node(
        "Quotation",
        name(statement.id),
        text=statement.content,
        spokenByCharacter=_ref(name, statement.speaker),
        creator=_ref(name, statement.speaker) if own_words else None,
        creditText=next((anchor.text for anchor in printed if anchor is not None), None),
        keywords=_labels(voice=statement.voice, form=statement.form, medium=statement.medium),
        isPartOf=_sources(name, statement),
        isBasedOn=_refs(name, (statement.via, statement.published_in)),
        **_dated("dateCreated", "said", statement.said),
        recordedAt=_ref(name, statement.occasion),
        locationCreated=_ref(name, statement.place),
        audience=_refs(name, statement.addressees),
        **_languages(d, statement),
        about=_refs(name, (account.event for account in statement.accounts)),
        mentions=_refs(name, statement.about),
    )


def _languages(d: Dossier, statement: Statement) -> Node:
    """The language that the words are in here; where they are translated, also the one they were said in."""
    first = d._index.by_id.get(statement.evidence[0].source) if statement.evidence else None
    printed = first.language if isinstance(first, Source) else None
    if statement.translated and statement.language is not None:
        said = _node("Quotation", None, inLanguage=statement.language)
        return {"inLanguage": printed, "translationOfWork": said}
    return {"inLanguage": printed if statement.translated is not False else statement.language or printed}


def _accounts(name: Namer, statement: Statement) -> Iterator[Node]:
    """A node for each account: a Claim where the speaker claims it, else a work that claims nothing."""
    for number, account in enumerate(statement.accounts):
        told = _account(name, statement, account)
        if _is_claim(account):
            works = {"appearance": _sources(name, statement), "firstAppearance": _ref(name, statement.published_in)}
            yield _node("Claim", f"{name(statement.id)}#claim-{number}", **told, **works)
        else:
            works = {"isPartOf": _sources(name, statement)}
            yield _node("CreativeWork", f"{name(statement.id)}#account-{number}", **told, **works)


def _account(name: Namer, statement: Statement, account: Account) -> Node:
    players = (player for part in account.participants for player in (part.actor, part.location))
    return {
        "additionalType": "account",
        "text": statement.content,
        "author": _ref(name, statement.speaker),
        "isBasedOn": _refs(name, (statement.id,)),
        "about": _refs(name, (account.event,)),
        "keywords": [*_labels(status=account.status, factuality=account.factuality), *_details(account)],
        "contentLocation": _ref(name, account.where),
        **_covered(account.when),
        "mentions": _refs(name, (*players, account.condition)),
    }


def _is_claim(account: Account) -> bool:
    """Whether it is put forward as so or as not so, in whole or in any detail: no demand, threat or supposition."""
    return account.status not in _UNCLAIMED_STATUS and any(held not in _UNCLAIMED for held in _held(account))


def _held(account: Account) -> Iterator[Factuality]:
    details: Iterable[Participant | Description | Quantity]
    details = (*account.participants, *account.descriptions, *account.quantities)
    yield account.factuality
    yield from (detail.factuality for detail in details if detail.factuality is not None)


def _details(account: Account) -> Iterator[str]:
    """Every detail as `key: factuality`, the key as in `Dispute.detail`; then what the account depends on."""
    for part in account.participants:
        yield f"{part.role}:{_player(part)}: {part.factuality or account.factuality}"
    for one in account.descriptions:
        yield f"{one.aspect}:{one.term}: {one.factuality or account.factuality}"
    for number in account.quantities:
        figures = number.low if number.low == number.high else f"{_figure(number.low)}..{_figure(number.high)}"
        yield f"{number.kind}/{number.unit or ''} {figures}: {number.factuality or account.factuality}"
    yield from _labels(condition=account.condition, alternative=account.alternative)


def _player(part: Participant) -> str:
    return part.actor or part.location or part.text or ""


def _figure(number: float | None) -> str:
    return "" if number is None else str(number)


def _sources(name: Namer, statement: Statement) -> list[Node]:
    return _refs(name, (evidence.source for evidence in statement.evidence))


def _dated(property_: str, label: str, when: When | None) -> Node:
    """A time as the property if plain ISO 8601 holds it; else, or if it was worked out, in words as `temporal`."""
    if when is None:
        return {}
    plain = iso_value(when.value or "")
    return {property_: plain, "temporal": _words(label, when, plain=plain is not None)}


def _covered(when: When | None) -> Node:
    """A time as `temporalCoverage`, which takes intervals too, open ones among them; else as `_dated` has it."""
    if when is None:
        return {}
    edges = (when.value or "").split("/")
    plain = any(map(iso_value, edges)) and all(edge == ".." or iso_value(edge) for edge in edges)
    return {"temporalCoverage": when.value if plain else None, "temporal": _words("when", when, plain=plain)}


def _period(when: When | None) -> Node:
    """A time as start and end if plain ISO 8601 holds both; else, or if it was worked out, in words."""
    if when is None:
        return {}
    edges = [iso_value(edge) for edge in (when.value or "").split("/")]
    plain = None not in edges
    dates = dict(zip(("startDate", "endDate"), edges, strict=False)) if plain else {}
    return {**dates, "description": _words("when", when, plain=plain)}


def _words(label: str, when: When, *, plain: bool) -> list[str]:
    """The time in words, where a date does not tell all of it."""
    return [] if plain and when.basis is not TimeBasis.inferred else [f"{label}: {_told(when)}"]


def _told(when: When) -> str:
    """The value as on record, else the words printed, and whether it was worked out."""
    return f"{when} (inferred)" if when.basis is TimeBasis.inferred else str(when)


def _labels(**labels: object) -> list[str]:
    return [f"{label}: {value}" for label, value in labels.items() if value is not None]


def _identifiers(identifiers: Iterable[Identifier]) -> list[Node]:
    return [_value(one.scheme, one.value) for one in identifiers]


def _value(scheme: str, value: str) -> Node:
    return _node("PropertyValue", None, propertyID=scheme, value=value)


def _code(code: Code) -> str:
    return f"{code.scheme}:{code.value}"


def _ref(name: Namer, key: str | None) -> Node | None:
    return None if key is None else {"@id": name(key)}


def _refs(name: Namer, keys: Iterable[str | None]) -> list[Node]:
    """References to each once, in order."""
    return [{"@id": name(key)} for key in dict.fromkeys(keys) if key is not None]


def _node(kind: str, iri: str | None, **members: Any) -> Node:
    """A node with those members that hold something."""
    told = {key: value for key, value in members.items() if value is not None and value != []}
    return {"@type": kind, **({} if iri is None else {"@id": iri}), **told}
