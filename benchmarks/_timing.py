"""Racing contenders on the same work in one run, so that ratios hold on any machine, however busy."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from statistics import median
from time import process_time
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Times: TypeAlias = dict[str, list[float]]
"""Seconds of processor time by contender, one a round."""


def race(contenders: Mapping[str, Callable[[T], object]], rounds: Iterable[T]) -> Times:
    """Time every contender on every round's work, one after another in changing order, the collector at rest."""
    names, rng = list(contenders), random.Random(1)
    times: Times = {name: [] for name in names}
    with _no_collector():
        for work in rounds:
            rng.shuffle(names)
            for name in names:
                started = process_time()
                contenders[name](work)
                times[name].append(process_time() - started)
    return times


def ratio(times: Times, name: str, rival: str) -> float:
    """How many times longer one took than the other: the median over the rounds."""
    return median(a / b for a, b in zip(times[name], times[rival], strict=True))


def best(times: Times, name: str) -> float:
    """The least seconds that one took for a round: what is left when nothing else disturbs it."""
    return min(times[name])


def report(what: str, figure: float, *, at_most: float | None = None, at_least: float | None = None) -> None:
    """Print one figure, and whether it is what was aimed at."""
    print(f"  {what:<46}{figure:>10,.2f}{_verdict(figure, at_most, at_least)}")


def _verdict(figure: float, at_most: float | None, at_least: float | None) -> str:
    if at_most is not None:
        return f"   at most {at_most:g}: {'met' if figure <= at_most else 'MISSED'}"
    if at_least is not None:
        return f"   at least {at_least:,g}: {'met' if figure >= at_least else 'MISSED'}"
    return ""


@contextmanager
def _no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
