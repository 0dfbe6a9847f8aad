"""The formulas of the relations, against every pair of stretches one by one."""

from __future__ import annotations

import functools
import itertools
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord._when import Truth, When, widened
from onrecord._when import _relations as relations
from onrecord._when._calendar import HOUR
from onrecord._when._reader import read, split_zone
from onrecord._when._relations import Bounds
from onrecord.errors import WhenError
from onrecord.testing import when_values

Stretch = tuple[int, int]
FIRST, LAST = -4, 9  # None lets a stretch run this far: beyond every known edge by more than any difference matters
EARLY, LATE = 2, 1  # how far a floating period may shift, in the small

edges = st.none() | st.integers(0, 5)
all_bounds = st.tuples(edges, edges, edges, edges)


@functools.cache
def stretches(bounds: Bounds) -> tuple[Stretch, ...]:
    begin, begun, end, ended = bounds
    begins = range(FIRST if begin is None else begin, LAST if begun is None else begun)
    ends = range(FIRST + 1 if end is None else end + 1, LAST + 1 if ended is None else ended + 1)
    return tuple((b, e) for b, e in itertools.product(begins, ends) if b < e)


def verdict(answers: set[bool]) -> Truth:
    return Truth.unknown if len(answers) == 2 else Truth.yes if True in answers else Truth.no


def periods(bounds: Bounds) -> list[Stretch]:
    """What the whole window of a period may be, where an edge is not known."""
    opens = range(FIRST - 2, LAST + 3) if bounds[0] is None else (bounds[0],)
    closes = range(FIRST - 2, LAST + 3) if bounds[3] is None else (bounds[3],)
    return list(itertools.product(opens, closes))


possible_bounds = all_bounds.filter(lambda bounds: bool(stretches(bounds)))
pairs = st.tuples(possible_bounds, possible_bounds)


@given(all_bounds)
def test_bounds_are_possible_if_any_stretch_has_them(bounds: Bounds) -> None:
    assert relations.possible(bounds) == bool(stretches(bounds))


@settings(max_examples=400)
@given(pairs)
def test_before_is_what_all_pairs_of_stretches_say(pair: tuple[Bounds, Bounds]) -> None:
    a, b = pair
    answers = {x[1] <= y[0] for x, y in itertools.product(stretches(a), stretches(b))}
    assert relations.before(a, b) is verdict(answers)


@settings(max_examples=400)
@given(pairs)
def test_overlaps_is_what_all_pairs_of_stretches_say(pair: tuple[Bounds, Bounds]) -> None:
    a, b = pair
    answers = {x[0] < y[1] and y[0] < x[1] for x, y in itertools.product(stretches(a), stretches(b))}
    assert relations.overlaps(a, b) is verdict(answers)


@settings(max_examples=400)
@given(pairs)
@example(((1, 2, 1, 2), (1, 2, 1, 2)))
def test_same_is_what_all_pairs_of_stretches_say(pair: tuple[Bounds, Bounds]) -> None:
    a, b = pair
    answers = {x == y for x, y in itertools.product(stretches(a), stretches(b))}
    assert relations.same(a, b) is verdict(answers)


@settings(max_examples=400)
@given(pairs)
def test_within_is_what_every_stretch_in_every_window_says(pair: tuple[Bounds, Bounds]) -> None:
    a, period = pair
    answers = {
        opens <= b and e <= closes for (b, e), (opens, closes) in itertools.product(stretches(a), periods(period))
    }
    assert relations.within(a, period) is verdict(answers)


@settings(max_examples=400)
@given(pairs)
def test_within_a_floating_period_is_what_every_clock_says(pair: tuple[Bounds, Bounds]) -> None:
    a, period = pair
    answers = {
        opens + shift <= b and e <= closes + shift
        for (b, e), (opens, closes), shift in itertools.product(stretches(a), periods(period), range(-EARLY, LATE + 1))
    }
    assert relations._within(a, period, EARLY, LATE) is verdict(answers)


@given(st.tuples(edges, edges, edges, edges))
def test_widening_reaches_from_utc_plus_14_to_utc_minus_12(bounds: Bounds) -> None:
    shifts = (-14 * HOUR, 12 * HOUR, -14 * HOUR, 12 * HOUR)
    wider = tuple(None if edge is None else edge + shift for edge, shift in zip(bounds, shifts, strict=True))
    assert widened(bounds) == wider


OFFSET = re.compile(r"(?<=\d)(?:Z|[+-]\d\d(?::\d\d)?)\Z")
RELATIONS = ("before", "after", "overlaps", "within", "same")


@given(when_values(), when_values())
def test_after_is_the_converse_of_before(a: str, b: str) -> None:
    assert When(value=a).after(b) is When(value=b).before(a)


@given(when_values(), when_values(), st.sampled_from(("overlaps", "same")))
def test_overlapping_and_sameness_are_symmetric(a: str, b: str, name: str) -> None:
    assert getattr(When(value=a), name)(b) is getattr(When(value=b), name)(a)


@given(when_values(), when_values())
def test_what_is_before_does_not_overlap(a: str, b: str) -> None:
    earlier, later = When(value=a), When(value=b)
    if earlier.before(later) is Truth.yes:
        assert earlier.overlaps(later) is Truth.no


@given(when_values(), when_values())
def test_what_surely_neither_precedes_nor_follows_overlaps(a: str, b: str) -> None:
    one, other = When(value=a), When(value=b)
    if one.before(other) is Truth.no and one.after(other) is Truth.no:
        assert one.overlaps(other) is Truth.yes


@given(when_values(), when_values())
def test_what_is_the_same_overlaps(a: str, b: str) -> None:
    one, other = When(value=a), When(value=b)
    if one.same(other) is Truth.yes:
        assert one.overlaps(other) is Truth.yes


@given(when_values(), when_values(), when_values())
def test_before_is_transitive(a: str, b: str, c: str) -> None:
    first, second, third = When(value=a), When(value=b), When(value=c)
    chain = first.before(second) is Truth.yes and second.before(third) is Truth.yes
    if chain and len({first.floating, second.floating, third.floating}) == 1:
        assert first.before(third) is Truth.yes


@given(when_values())
def test_a_bounded_time_lies_within_its_own_window(value: str) -> None:
    when = When(value=value)
    known = None not in (when.bounds[0], when.bounds[3])
    assert when.within(when) is (Truth.yes if known else Truth.unknown)


def without_zone(value: str) -> str:
    body, _ = split_zone(value)
    return body if When(value=value).floating else OFFSET.sub("", body)


def with_zone(value: str) -> str:
    return value + "[UTC]" if When(value=value).floating else value


def is_time(value: str) -> bool:
    try:
        return read(value) is not None
    except WhenError:
        return False


# Made of any time rather than picked from all; only a rare one, in a fold or a gap, cannot be told in the other way.
floating = when_values().map(without_zone).filter(is_time).map(lambda value: When(value=value))
zoned = when_values().map(with_zone).filter(is_time).map(lambda value: When(value=value))
offsets = st.integers(-12 * 4, 14 * 4).map(lambda q: f"[{'-' if q < 0 else '+'}{abs(q) // 4:02}:{abs(q) % 4 * 15:02}]")


@given(floating, zoned, offsets, st.sampled_from(RELATIONS))
@example(When(value="2023-05-03"), When(value="2023-05-04[UTC]"), "[-12:00]", "overlaps")
def test_what_is_sure_of_a_floating_time_is_sure_in_every_zone(
    local: When, instant: When, offset: str, relation: str
) -> None:
    anywhere, somewhere = (When(value=f"{local.value}{zone}") for zone in ("", offset))
    for answer, there in (
        (getattr(anywhere, relation)(instant), getattr(somewhere, relation)(instant)),
        (getattr(instant, relation)(anywhere), getattr(instant, relation)(somewhere)),
    ):
        assert answer in (Truth.unknown, there)


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_floating_day_is_unknown_against_the_instants_around_it(relation: str) -> None:
    day = When(value="2023-05-03")
    assert getattr(day, relation)("2023-05-03T12:00Z/2023-05-03T13:00Z") in (Truth.unknown, Truth.no)
    assert day.overlaps("2023-05-04T03:00Z") is Truth.unknown


def test_an_instant_surely_within_a_floating_period_is_so_on_every_clock() -> None:
    assert When(value="2023-05-02T12:00Z").within("2023-05") is Truth.yes
    assert When(value="2023-05-01T11:59Z").within("2023-05") is Truth.unknown
    assert When(value="2023-04-30T09:59Z").within("2023-05") is Truth.no


@given(when_values(), when_values())
def test_two_floating_times_are_compared_on_the_calendar(a: str, b: str) -> None:
    one, other = When(value=a), When(value=b)
    if one.floating and other.floating:
        assert one.overlaps(other) is relations.overlaps(one.bounds, other.bounds)


@pytest.mark.parametrize("relation", RELATIONS)
def test_nothing_is_known_of_an_unresolved_time(relation: str) -> None:
    unresolved = When(text="overnight")
    assert getattr(unresolved, relation)("2023") is Truth.unknown
    assert getattr(When(value="2023"), relation)(unresolved) is Truth.unknown
    assert getattr(When(value="2023[UTC]"), relation)(unresolved) is Truth.unknown
