"""`Dossier.events_between` over mixed intervals, against a numpy mask, pandas' IntervalIndex and intervaltree."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from statistics import median
from time import perf_counter
from typing import TypeAlias

import attrs
import numpy as np
import pandas as pd
from _timing import best, race, ratio, report
from intervaltree import IntervalTree

from onrecord import Dossier, Event, EventId, When

HOUR, DAY = 60, 24 * 60  # all spans are in minutes since FIRST
FIRST, DAYS = datetime(2004, 1, 1), 20 * 365  # noqa: DTZ001  (no zone is meant)

# How many intervals of how many units, from and up to: hours or days.
MIX = ((149_750, HOUR, 1, 23), (97_500, DAY, 1, 6), (2_500, DAY, 7, 60), (250, DAY, 365, 5 * 365))

# How long a query is, when it begins on its day, and how many are asked in a round.
QUERIES = {
    "an hour": (HOUR, 9 * HOUR, 100),
    "a night": (8 * HOUR, 22 * HOUR, 100),
    "a day": (DAY, 0, 100),
    "a month": (30 * DAY, 0, 30),
    "a year": (365 * DAY, 0, 2),
    "5 years": (5 * 365 * DAY, 0, 1),
}
NAMED = ("a night", "a day", "a month")
TARGETS = {"numpy mask": 2, "pandas": 5, "intervaltree": 30}
ROUNDS = 15

Span: TypeAlias = tuple[int, int]


@attrs.frozen
class Query:
    """One period in each contender's own terms, all made beforehand."""

    texts: tuple[str, str]
    whens: tuple[When, When]
    span: Span
    interval: pd.Interval


Contender: TypeAlias = Callable[[Query], list[Event]]


def main() -> None:
    rng = random.Random(2)
    contenders = contestants({f"event-{i}": span for i, span in enumerate(drawn(rng))})
    print("events_between: how many times quicker than each; median over the rounds, new queries in each")
    for name in QUERIES:
        measure(name, contenders, rng)


def measure(name: str, contenders: dict[str, Contender], rng: random.Random) -> None:
    length, hour, count = QUERIES[name]
    starts = range(hour, (DAYS - length // DAY) * DAY, DAY)
    rounds = [[query(rng.choice(starts), length) for _ in range(count)] for _ in range(ROUNDS)]
    found = [agreed(contenders, one) for queries in rounds for one in queries]
    times = race({key: partial(ask_all, contender) for key, contender in contenders.items()}, rounds)
    each = ", ".join(f"{key} {best(times, key) / count * 1e6:,.0f}" for key in contenders)
    print(f" {name} finds {median(found):,.0f}; microseconds, best round: {each}")
    for rival, target in TARGETS.items():
        aim = target if name in NAMED else None
        for ours in ("text", "When"):
            report(f"from {ours}, against {rival}", ratio(times, rival, ours), at_least=aim)


def ask_all(contender: Contender, queries: list[Query]) -> None:
    for one in queries:
        contender(one)


def agreed(contenders: dict[str, Contender], one: Query) -> int:
    """How many events all contenders find: the same ones, and in the same order where they have one."""
    answers = {key: contender(one) for key, contender in contenders.items()}
    expected = answers["numpy mask"]
    assert {event.id for event in answers.pop("intervaltree")} == {event.id for event in expected}
    assert all(list(answer) == expected for answer in answers.values())
    return len(expected)


def contestants(spans: dict[str, Span]) -> dict[str, Contender]:
    dossier = build(spans)
    objects = np.empty(len(spans), dtype=object)
    objects[:] = dossier.timeline()[:]
    starts, ends = (np.array([spans[event.id][edge] for event in objects], dtype=np.int64) for edge in (0, 1))
    index = pd.IntervalIndex.from_arrays(starts, ends, closed="left")
    tree = IntervalTree.from_tuples(zip(starts.tolist(), ends.tolist(), objects, strict=True))

    def mask(one: Query) -> list[Event]:
        low, high = one.span
        found: list[Event] = objects[(starts < high) & (ends > low)].tolist()
        return found

    return {
        "text": lambda one: dossier.events_between(*one.texts),
        "When": lambda one: dossier.events_between(*one.whens),
        "numpy mask": mask,
        "pandas": lambda one: objects[index.overlaps(one.interval)].tolist(),
        "intervaltree": lambda one: [interval.data for interval in tree.overlap(*one.span)],
    }


def build(spans: dict[str, Span]) -> Dossier:
    started = perf_counter()
    events = [Event(id=EventId(key), label=key, when=When(value=text_of(span))) for key, span in spans.items()]
    constructed = perf_counter()
    dossier = Dossier(events=events)
    dossier.events_between("2004-01-01", "2004-01-02")
    indexed = perf_counter()
    print(f"{len(events):,} events: objects {constructed - started:.1f} s, index {indexed - constructed:.1f} s")
    return dossier


def drawn(rng: random.Random) -> list[Span]:
    spans = []
    for count, unit, least, most in MIX:
        for _ in range(count):
            start = rng.randrange(DAYS * DAY // unit) * unit
            spans.append((start, start + rng.randint(least, most) * unit))
    rng.shuffle(spans)
    return spans


def query(low: int, length: int) -> Query:
    span = (low, low + length)
    first, last = map(edge_text, span)
    return Query((first, last), (When(value=first), When(value=last)), span, pd.Interval(*span, closed="left"))


def text_of(span: Span) -> str:
    """A span as EDTF with clock times: whole days as days, everything else to the minute."""
    start, end = span
    if start % DAY == end % DAY == 0:
        return f"{edge_text(start)[:10]}/{edge_text(end - DAY)[:10]}"
    return f"{edge_text(start)}/{edge_text(end - 1)}"


def edge_text(minutes: int) -> str:
    return (FIRST + timedelta(minutes=minutes)).isoformat("T", "minutes")


if __name__ == "__main__":
    main()
