"""What only the whole can know to be wrong: references, cycles, anchors, contents and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from onrecord._dossier._anchoring import occurrences
from onrecord._dossier._identities import Clusters
from onrecord._dossier._walk import references
from onrecord._model import Actor, Anchor, Event, Identity, Judgement, Link, Location, Source, Span, Statement
from onrecord._when import Truth, When
from onrecord.errors import Problem

_CHAINS: tuple[tuple[str, str], ...] = (
    ("sources", "derived_from"),
    ("sources", "revises"),
    ("locations", "within"),
    ("events", "part_of"),
    ("statements", "via"),
    ("actors", "members"),
)


def problems_of(
    *,
    sources: Sequence[Source] = (),
    actors: Sequence[Actor] = (),
    locations: Sequence[Location] = (),
    events: Sequence[Event] = (),
    statements: Sequence[Statement] = (),
    links: Sequence[Link] = (),
    identities: Sequence[Identity] = (),
) -> tuple[Problem, ...]:
    """Everything that is wrong with these objects taken together, with paths, and in order, as they are given."""
    tables: dict[str, Sequence[Any]] = {
        "sources": sources,
        "actors": actors,
        "locations": locations,
        "events": events,
        "statements": statements,
        "links": links,
        "identities": identities,
    }
    known = {item.id: item for name in list(tables)[:5] for item in tables[name]}
    found = (
        *_repeated(tables),
        *_references(tables, known),
        *_wrong_pairs(links, identities, known),
        *_contradictions(identities),
        *_loops(tables),
        *_loops_of_times(tables),
        *_evidence(statements, known),
        *_times(sources, statements, known),
    )
    return tuple(sorted(found, key=lambda problem: _place(problem, list(tables))))


def _place(problem: Problem, tables: Sequence[str]) -> tuple[int, int]:
    """The table and the index in it, which every path begins with: `$.statements[3]`."""
    table, _, index = problem.path[2:].partition("]")[0].partition("[")
    return tables.index(table), int(index)


def _problem(path: str, code: str, message: str) -> Problem:
    return Problem(path=path, code=code, message=message)


def _repeated(tables: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    first: dict[object, str] = {}
    for name, table in tables.items():
        for index, item in enumerate(table):
            key = getattr(item, "id", item)
            path = f"$.{name}[{index}]"
            if key in first:
                what = f"id {key!r}" if isinstance(key, str) else "this object"
                yield _problem(path, "repeated-id", f"{what} is already at {first[key]}")
            else:
                first[key] = path


def _references(tables: Mapping[str, Sequence[Any]], known: Mapping[str, Any]) -> Iterator[Problem]:
    for name, table in tables.items():
        for index, item in enumerate(table):
            for path, key, kinds in references(item):
                target = known.get(key)
                if target is None:
                    yield _problem(f"$.{name}[{index}]{path}", "dangling", f"nothing has the id {key!r}")
                elif type(target) not in kinds:
                    wanted = " or ".join(kind.__name__ for kind in kinds)
                    found = type(target).__name__
                    message = f"{key!r} is a {found}, and a {wanted} belongs here"
                    yield _problem(f"$.{name}[{index}]{path}", "wrong-kind", message)


def _wrong_pairs(links: Sequence[Link], identities: Sequence[Identity], known: Mapping[str, Any]) -> Iterator[Problem]:
    for index, link in enumerate(links):
        wanted = Event if link.kind.joins_events else Statement
        for end in ("start", "end"):
            target = known.get(getattr(link, end))
            if target is not None and type(target) is not wanted:
                message = f"{link.kind} joins {wanted.__name__.lower()}s, and {target.id!r} is none"
                yield _problem(f"$.links[{index}].{end}", "wrong-kind", message)
    for index, identity in enumerate(identities):
        first, second = known.get(identity.first), known.get(identity.second)
        if first is not None and second is not None and type(first) is not type(second):
            message = f"{identity.second!r} is no {type(first).__name__} as {identity.first!r} is"
            yield _problem(f"$.identities[{index}].second", "wrong-kind", message)


def _contradictions(identities: Sequence[Identity]) -> Iterator[Problem]:
    clusters = Clusters(identities)
    for index, identity in enumerate(identities):
        if identity.judgement is Judgement.negative and identity.second in clusters.of(identity.first):
            message = f"{identity.first!r} and {identity.second!r} are one by other judgements"
            yield _problem(f"$.identities[{index}].judgement", "contradiction", message)


def _loops(tables: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    for table, field in _CHAINS:
        edges = {item.id: _targets(getattr(item, field)) for item in tables[table]}
        places = {item.id: f"$.{table}[{index}].{field}" for index, item in enumerate(tables[table])}
        yield from _told_loops(edges, places)
    positions = {place.id: (place.relative.to,) for place in tables["locations"] if place.relative is not None}
    places = {item.id: f"$.locations[{index}].relative.to" for index, item in enumerate(tables["locations"])}
    yield from _told_loops(positions, places)


def _targets(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _loops_of_times(tables: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    """Loops of unresolved times, each relative to the next: `published`, `said` and an event's own `when`."""
    edges: dict[str, tuple[str, ...]] = {}
    places: dict[str, str] = {}
    for table, field in (("sources", "published"), ("events", "when"), ("statements", "said")):
        for index, item in enumerate(tables[table]):
            when: When | None = getattr(item, field)
            if when is not None and when.value is None and when.relative_to is not None:
                edges[item.id], places[item.id] = (when.relative_to,), f"$.{table}[{index}].{field}.relative_to"
    yield from _told_loops(edges, places)


def _told_loops(edges: Mapping[str, tuple[str, ...]], places: Mapping[str, str]) -> Iterator[Problem]:
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


def _evidence(statements: Sequence[Statement], known: Mapping[str, Any]) -> Iterator[Problem]:
    for index, statement in enumerate(statements):
        path = f"$.statements[{index}]"
        for number, evidence in enumerate(statement.evidence):
            source = known.get(evidence.source)
            if isinstance(source, Source):
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


def _times(sources: Sequence[Source], statements: Sequence[Statement], known: Mapping[str, Any]) -> Iterator[Problem]:
    for index, source in enumerate(sources):
        if _certainly_before(source.retrieved, source.published):
            message = f"retrieved ({source.retrieved}) before it was published ({source.published})"
            yield _problem(f"$.sources[{index}].retrieved", "reversed", message)
    for index, statement in enumerate(statements):
        yield from _said(f"$.statements[{index}]", statement, known)
        for number, account in enumerate(statement.accounts):
            event = known.get(account.event)
            own = event.when if isinstance(event, Event) else None
            if own is not None and account.when is not None and account.when.overlaps(own) is Truth.no:
                message = f"{account.when} is outside the event's own time ({own})"
                yield _problem(f"$.statements[{index}].accounts[{number}].when", "outside-when", message)


def _said(path: str, statement: Statement, known: Mapping[str, Any]) -> Iterator[Problem]:
    for evidence in statement.evidence:
        source = known.get(evidence.source)
        published = source.published if isinstance(source, Source) else None
        if _certainly_before(published, statement.said):
            message = f"said ({statement.said}) after its source {evidence.source!r} was published ({published})"
            yield _problem(f"{path}.said", "reversed", message)


def _certainly_before(first: When | None, second: When | None) -> bool:
    return first is not None and second is not None and first.before(second) is Truth.yes


def _short(text: str) -> str:
    return repr(text) if len(text) <= 60 else f"{text[:57]!r}…"
