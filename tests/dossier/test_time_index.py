"""The index of times alone, against a loop over plain numbers."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord._dossier._time_index import Query, TimeIndex
from onrecord._when import Bounds
from onrecord._when._relations import possible

FAR = 40  # beyond every edge: where an open end is taken to run to
edges = st.none() | st.integers(0, 12) | st.integers(0, 12)
bounds = st.tuples(edges, edges, edges, edges).filter(possible)
tables = st.lists(bounds, max_size=8)
numbers = st.integers(-2, 14)
queries = st.one_of(
    st.tuples(numbers, numbers).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(st.none() | numbers, st.none()),
    st.tuples(st.none(), numbers),
)
often = settings(max_examples=200)


def answers(stretch: Bounds, query: Query) -> set[bool]:
    """Whether it overlaps, for every stretch that these bounds allow."""
    begin, begun, end, ended = stretch
    low, high = (-FAR * 2 if query[0] is None else query[0]), (FAR * 2 if query[1] is None else query[1])
    begins = range(-FAR if begin is None else begin, FAR if begun is None else begun)
    ends = range(-FAR + 1 if end is None else end + 1, FAR + 1 if ended is None else ended + 1)
    return {b < high and e > low for b in begins for e in ends if b < e}


@often
@given(tables, queries)
def test_what_may_overlap_is_what_some_stretch_does(table: list[Bounds], query: Query) -> None:
    found, run = TimeIndex(enumerate(table)).overlapping(query)
    assert sorted((*found, *run)) == [at for at, stretch in enumerate(table) if True in answers(stretch, query)]


@often
@given(tables, queries)
@example([(0, 5, 3, 8)], (3, 4))
def test_what_surely_overlaps_is_what_every_stretch_does(table: list[Bounds], query: Query) -> None:
    found = TimeIndex(enumerate(table)).certainly_overlapping(query)
    assert sorted(found) == [at for at, stretch in enumerate(table) if answers(stretch, query) == {True}]


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 1 << 40))), st.integers(0, 2000), st.integers(1, 2000))
def test_stretches_of_any_length_are_found(pairs: list[tuple[int, int]], low: int, length: int) -> None:
    table = [(start, start + size, start, start + size) for start, size in pairs]
    expected = [at for at, (start, _, _, end) in enumerate(table) if start < low + length and end > low]
    found, run = TimeIndex(enumerate(table)).overlapping((low, low + length))
    assert sorted((*found, *run)) == expected


def test_an_index_of_nothing_finds_nothing() -> None:
    assert TimeIndex(()).overlapping((None, None)) == ([], range(0))


def test_times_beyond_sixty_four_bits_are_found_too() -> None:
    far = 1 << 70
    found, run = TimeIndex([(0, (far, far + 2, far, far + 2)), (1, (0, 2, 0, 2))]).overlapping((far - 1, far + 1))
    assert sorted((*found, *run)) == [0]
