"""Kleene's three-valued logic."""

from __future__ import annotations

import itertools

import pytest

from onrecord._when import Truth

TABLE = list(itertools.product(Truth, repeat=2))
NUMBER = {Truth.no: 0, Truth.unknown: 1, Truth.yes: 2}


@pytest.mark.parametrize(("a", "b"), TABLE)
def test_and_is_the_lesser(a: Truth, b: Truth) -> None:
    assert NUMBER[a & b] == min(NUMBER[a], NUMBER[b])


@pytest.mark.parametrize(("a", "b"), TABLE)
def test_or_is_the_greater(a: Truth, b: Truth) -> None:
    assert NUMBER[a | b] == max(NUMBER[a], NUMBER[b])


@pytest.mark.parametrize(("a", "b"), TABLE)
def test_de_morgan_holds(a: Truth, b: Truth) -> None:
    assert ~(a & b) is (~a | ~b)


@pytest.mark.parametrize("a", Truth)
def test_two_negations_cancel(a: Truth) -> None:
    assert ~~a is a


@pytest.mark.parametrize("a", Truth)
def test_a_truth_is_no_bool(a: Truth) -> None:
    with pytest.raises(TypeError, match=r"ask `is Truth\.yes`"):
        bool(a)


@pytest.mark.parametrize("other", [True, None, "yes"])
def test_a_truth_combines_with_truths_only(other: object) -> None:
    with pytest.raises(TypeError):
        Truth.yes & other  # type: ignore[operator]
    with pytest.raises(TypeError):
        Truth.yes | other  # type: ignore[operator]


@pytest.mark.parametrize("a", Truth)
def test_a_truth_is_shown_by_its_value(a: Truth) -> None:
    assert str(a) == a.value
