"""What only the whole can know to be wrong: faults of ids, references, anchors and contents; findings of times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, Final, TypeAlias, TypeVar

from onrecord._dossier._anchoring import occurrences
from onrecord._dossier._identities import Clusters
from onrecord._dossier._walk import references
from onrecord._model import (
    Account,
    AccountStatus,
    Actor,
    Anchor,
    Event,
    Identity,
    Judgement,
    Link,
    Location,
    Source,
    Span,
    Statement,
)
from onrecord._when import Truth, When
from onrecord.errors import Problem

_NOUNS: Final = ("sources", "actors", "locations", "events", "statements")
_TABLES: Final = (*_NOUNS, "links", "identities")
_HAPPENED: Final = (AccountStatus.occurred, AccountStatus.ongoing, AccountStatus.attempted)
_CHAINS: tuple[tuple[str, str], ...] = (
    ("sources", "derived_from"),
    ("sources", "revises"),
    ("locations", "within"),
    ("events", "part_of"),
    ("statements", "via"),
    ("actors", "members"),
)


Table: TypeAlias = Mapping[int, Any]
"""Objects by their index; some may be missing."""
Bearers: TypeAlias = Mapping[str, list[Any]]
N = TypeVar("N")


def problems_of(
    *,
    sources: Iterable[Source] = (),
    actors: Iterable[Actor] = (),
    locations: Iterable[Location] = (),
    events: Iterable[Event] = (),
    statements: Iterable[Statement] = (),
    links: Iterable[Link] = (),
    identities: Iterable[Identity] = (),
) -> tuple[Problem, ...]:
    """Everything that is wrong with these objects taken together, with paths, and in order, as they are given."""
    tables = _indexed((sources, actors, locations, events, statements, links, identities))
    return _in_order(_faults(tables, ()), _findings(tables))


def faults_of(
    *,
    sources: Iterable[Source] = (),
    actors: Iterable[Actor] = (),
    locations: Iterable[Location] = (),
    events: Iterable[Event] = (),
    statements: Iterable[Statement] = (),
    links: Iterable[Link] = (),
    identities: Iterable[Identity] = (),
) -> tuple[Problem, ...]:
    """Those of the problems with which a record is none: faulty ids, references, anchors and contents."""
    tables = _indexed((sources, actors, locations, events, statements, links, identities))
    return faults_among(tables, ())


def faults_among(
    tables: Mapping[str, Table], unread: Collection[str] | None, *, most: int | None = None
) -> tuple[Problem, ...]:
    """The faults among those objects of a file that could be read, none of which comes from what could not.

    Args:
        tables: by name, what could be read.
        unread: the ids of what could not be read; None where not even these are all known.
        most: how many are looked for at most. None: all.
    """
    return _in_order(islice(_faults(tables, unread), most))


def _indexed(tables: Iterable[Iterable[Any]]) -> dict[str, Table]:
    return {name: dict(enumerate(table)) for name, table in zip(_TABLES, tables, strict=True)}


def _in_order(*found: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(chain(*found), key=_place))


def _place(problem: Problem) -> tuple[int, int]:
    """The table and the index in it, which every path begins with: `$.statements[3]`."""
    table, _, index = problem.path[2:].partition("]")[0].partition("[")
    return _TABLES.index(table), int(index)


def _faults(tables: Mapping[str, Table], unread: Collection[str] | None) -> Iterator[Problem]:
    bearers = _bearers(tables)
    for key in unread or ():
        bearers.pop(key, None)
    yield from _repeated(tables)
    yield from _references(tables, bearers, unread)
    yield from _wrong_pairs(tables, bearers)
    yield from _loops(tables)
    yield from _loops_of_times(tables)
    yield from _evidence(tables["statements"], bearers)


def _findings(tables: Mapping[str, Table]) -> Iterator[Problem]:
    yield from _contradictions(tables["identities"])
    yield from _times(tables, _bearers(tables))


def _bearers(tables: Mapping[str, Table]) -> dict[str, list[Any]]:
    """The nouns that bear an id, by it: one, unless the id is repeated; the first is the one that a dossier finds."""
    bearers: defaultdict[str, list[Any]] = defaultdict(list)
    for name in _NOUNS:
        for noun in tables[name].values():
            bearers[noun.id].append(noun)
    return dict(bearers)


def _first(bearers: Bearers, key: str, kind: type[N]) -> N | None:
    return next((noun for noun in bearers.get(key, ()) if isinstance(noun, kind)), None)


def _problem(path: str, code: str, message: str) -> Problem:
    return Problem(path=path, code=code, message=message)


def _kinds(bearers: Bearers, key: str) -> list[type[object]]:
    return [type(noun) for noun in bearers.get(key, ())]


def _repeated(tables: Mapping[str, Table]) -> Iterator[Problem]:
    first: dict[object, str] = {}
    for path, item in _placed(tables):
        key = getattr(item, "id", item)
        if key in first:
            what = f"id {key!r}" if isinstance(key, str) else "this object"
            yield _problem(path, "repeated-id", f"{what} is already at {first[key]}")
        else:
            first[key] = path


def _placed(tables: Mapping[str, Table]) -> Iterator[tuple[str, Any]]:
    for name, table in tables.items():
        for index, item in table.items():
            yield f"$.{name}[{index}]", item


def _references(tables: Mapping[str, Table], bearers: Bearers, unread: Collection[str] | None) -> Iterator[Problem]:
    for place, item in _placed(tables):
        for path, key, kinds in references(item):
            found = _kinds(bearers, key)
            if not found:
                if unread is not None and key not in unread:
                    yield _problem(place + path, "dangling", f"nothing has the id {key!r}")
            elif not any(kind in kinds for kind in found):
                wanted = " or ".join(kind.__name__ for kind in kinds)
                message = f"{key!r} is {_a(found[0].__name__)}, and {_a(wanted)} belongs here"
                yield _problem(place + path, "wrong-kind", message)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "AEIOU" else f"a {noun}"


def _wrong_pairs(tables: Mapping[str, Table], bearers: Bearers) -> Iterator[Problem]:
    for index, link in tables["links"].items():
        wanted = Event if link.kind.joins_events else Statement
        for end in ("start", "end"):
            key = getattr(link, end)
            if key in bearers and _first(bearers, key, wanted) is None:
                message = f"{link.kind} joins {wanted.__name__.lower()}s, and {key!r} is none"
                yield _problem(f"$.links[{index}].{end}", "wrong-kind", message)
    for index, identity in tables["identities"].items():
        first, second = _kinds(bearers, identity.first), _kinds(bearers, identity.second)
        if first and second and set(first).isdisjoint(second):
            message = f"{identity.second!r} is no {first[0].__name__} as {identity.first!r} is"
            yield _problem(f"$.identities[{index}].second", "wrong-kind", message)


def _contradictions(identities: Table) -> Iterator[Problem]:
    clusters = Clusters(identities.values())
    for index, identity in identities.items():
        if identity.judgement is Judgement.negative and identity.second in clusters.of(identity.first):
            message = f"{identity.first!r} and {identity.second!r} are one by other judgements"
            yield _problem(f"$.identities[{index}].judgement", "contradiction", message)


def _loops(tables: Mapping[str, Table]) -> Iterator[Problem]:
    for table, field in _CHAINS:
        yield from _told_loops((f"$.{table}[{i}].{field}", x, getattr(x, field)) for i, x in tables[table].items())
    relative = ((i, place) for i, place in tables["locations"].items() if place.relative is not None)
    yield from _told_loops((f"$.locations[{i}].relative.to", place, place.relative.to) for i, place in relative)


def _targets(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _loops_of_times(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Loops of unresolved times, each relative to the next: `published`, `said` and an event's own `when`."""
    yield from _told_loops(
        (f"$.{table}[{index}].{field}.relative_to", item, when.relative_to)
        for table, field in (("sources", "published"), ("events", "when"), ("statements", "said"))
        for index, item in tables[table].items()
        if (when := getattr(item, field)) is not None and when.value is None
    )


def _told_loops(steps: Iterable[tuple[str, Any, str | tuple[str, ...] | None]]) -> Iterator[Problem]:
    edges: dict[str, tuple[str, ...]] = {}
    places: dict[str, str] = {}
    for path, item, targets in steps:
        edges.setdefault(item.id, _targets(targets))
        places.setdefault(item.id, path)
    for loop in _cycles(edges):
        shown = " → ".join([*loop[:6], *(["…"] if len(loop) > 6 else []), loop[0]])
        yield _problem(places[loop[0]], "cycle", f"a loop of {len(loop)}: {shown}")


def _cycles(edges: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Every loop that a depth-first walk closes, without recursion."""
    done: set[str] = set()
    for root in edges:
        path, place, waiting = [root], {root: 0}, [iter(edges[root])]
        if root in done:
            continue
        while waiting:
            target = next(waiting[-1], None)
            if target is None:
                waiting.pop()
                done.add(path.pop())
                place.popitem()
            elif target in place:
                yield path[place[target] :]
            elif target in edges and target not in done:
                place[target] = len(path)
                path.append(target)
                waiting.append(iter(edges[target]))


def _evidence(statements: Table, bearers: Bearers) -> Iterator[Problem]:
    for index, statement in statements.items():
        path = f"$.statements[{index}]"
        for number, evidence in enumerate(statement.evidence):
            source = _first(bearers, evidence.source, Source)
            if source is not None:
                yield from _anchored(f"{path}.evidence[{number}]", evidence, source)
        if statement.evidence and statement.content != statement.evidence[0].content.text:
            expected = statement.evidence[0].content.text
            yield _problem(f"{path}.content", "content", f"differs from its evidence, which reads {_short(expected)}")


def _anchored(path: str, evidence: Any, source: Source) -> Iterator[Problem]:
    if source.text is None:
        if source.digest is None:
            yield _problem(
                f"{path}.source", "no-text", f"the text of {source.id!r} is not known, so nothing stands in it"
            )
        return
    for name in ("content", "cue", "speaker"):
        anchor: Anchor | None = getattr(evidence, name)
        if anchor is not None:
            yield from _spans(f"{path}.{name}", anchor, source.text)
    for number, hedge in enumerate(evidence.hedges):
        yield from _spans(f"{path}.hedges[{number}]", hedge, source.text)


def _spans(path: str, anchor: Anchor, text: str) -> Iterator[Problem]:
    for number, span in enumerate(anchor.spans):
        if text[span.start : span.end] != span.exact:
            yield _misplaced(f"{path}.spans[{number}]", span, text)


def _misplaced(path: str, span: Span, text: str) -> Problem:
    places = list(islice(occurrences(text, span.exact, (0, len(text))), 6))
    words = _short(span.exact)
    if not places:
        return _problem(path, "anchor-lost", f"the source has no {words}")
    if len(places) == 1:
        return _problem(path, "anchor-moved", f"{words} stands at {places[0]}, not at {span.start}")
    shown = ", ".join(map(str, places[:5])) + (" …" if len(places) > 5 else "")
    return _problem(path, "anchor-ambiguous", f"{words} stands at {shown}, not at {span.start}")


def _times(tables: Mapping[str, Table], bearers: Bearers) -> Iterator[Problem]:
    for index, source in tables["sources"].items():
        if _certainly_before(source.retrieved, source.published):
            message = f"retrieved ({source.retrieved}) before it was published ({source.published})"
            yield _problem(f"$.sources[{index}].retrieved", "reversed", message)
    for index, statement in tables["statements"].items():
        yield from _said(f"$.statements[{index}].said", statement, bearers)
        for number, account in enumerate(statement.accounts):
            yield from _outside(f"$.statements[{index}].accounts[{number}].when", account, bearers)


def _said(path: str, statement: Statement, bearers: Bearers) -> Iterator[Problem]:
    for evidence in statement.evidence:
        source = _first(bearers, evidence.source, Source)
        published = source.published if source is not None else None
        if _certainly_before(published, statement.said):
            message = f"said ({statement.said}) after its source {evidence.source!r} was published ({published})"
            yield _problem(path, "reversed", message)


def _outside(path: str, account: Account, bearers: Bearers) -> Iterator[Problem]:
    """Only what is told as having happened can be out of time: a plan, or a denial, may be of any."""
    if account.when is None or not account.factuality.affirms or account.status not in _HAPPENED:
        return
    event = _first(bearers, account.event, Event)
    if event is not None and event.when is not None and account.when.overlaps(event.when) is Truth.no:
        yield _problem(path, "outside-when", f"{account.when} is outside the event's own time ({event.when})")


def _certainly_before(first: When | None, second: When | None) -> bool:
    return first is not None and second is not None and first.before(second) is Truth.yes


def _short(text: str) -> str:
    return repr(text) if len(text) <= 60 else f"{text[:57]!r}…"
