"""The family of errors: each is also a stock exception, and crosses process borders whole."""

from __future__ import annotations

import pickle

import pytest

from onrecord import (
    AmbiguousNameError,
    AnchorError,
    CalendarRangeError,
    ConflictError,
    FormatError,
    InvalidValueError,
    MissingExtraError,
    OnRecordError,
    Problem,
    UnknownIdError,
    WhenError,
)

ERRORS: list[tuple[OnRecordError, type[Exception]]] = [
    (InvalidValueError("no", field="Span.end", value=3), ValueError),
    (WhenError("2:27", "no day"), ValueError),
    (CalendarRangeError("too late"), OverflowError),
    (UnknownIdError("nobody", key="x", candidates=("y",)), KeyError),
    (AmbiguousNameError("two", name="x", candidates=("y", "z")), LookupError),
    (AnchorError("lost", reason="lost", candidates=((1, 2),)), ValueError),
    (ConflictError("two contents", ids=("a", "b")), ValueError),
    (FormatError((Problem(path="$", code="not-json", message="no"),), source="x.json"), ValueError),
    (MissingExtraError("pip install onrecord[x]"), ImportError),
]


@pytest.mark.parametrize(("error", "stock"), ERRORS, ids=lambda value: getattr(value, "__name__", type(value).__name__))
def test_an_error_is_one_of_the_family_and_a_stock_exception(error: OnRecordError, stock: type[Exception]) -> None:
    assert isinstance(error, OnRecordError)
    assert isinstance(error, stock)


@pytest.mark.parametrize("error", [error for error, _ in ERRORS], ids=lambda error: type(error).__name__)
def test_an_error_can_be_pickled_with_all_that_is_on_it(error: OnRecordError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.args, vars(again)) == (type(error), str(error), error.args, vars(error))


def test_a_format_error_tells_twenty_problems_and_counts_the_rest() -> None:
    problems = tuple(Problem(path=f"$.actors[{n}]", code="dangling", message="no") for n in range(25))
    assert str(FormatError(problems)).endswith("  … and 5 more in .problems")
