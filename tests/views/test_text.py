"""Lines for a terminal: they fit, and nothing is cut in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._dossier._visible import visible
from onrecord._views._text import table, width_of, wrap

TEXTS = st.text(st.sampled_from("ab 基é\u0301\u202e\x1b\n"), max_size=120) | st.text(max_size=40)
WIDTHS = st.integers(24, 130)


def letters(lines: list[str]) -> str:
    return "".join("".join(lines).split(" "))


@given(TEXTS, WIDTHS)
def test_wrapped_lines_fit_the_width(text: str, width: int) -> None:
    assert all(width_of(line) <= width for line in wrap(text, width, first="no: "))


@given(TEXTS, WIDTHS)
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert letters(wrap(text, width)) == letters([visible(text)])


@given(TEXTS, WIDTHS)
def test_every_line_but_the_first_begins_with_the_further_indent(text: str, width: int) -> None:
    first, *others = wrap(text, width, first="1. ", rest=">> ")
    assert first.startswith("1.")
    assert all(line.startswith(">> ") for line in others)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=5), st.integers(48, 130))
def test_a_table_fits_the_width(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(width_of(line) <= width for line in table(rows, width))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5), WIDTHS)
def test_a_table_loses_nothing_but_spaces(rows: list[tuple[str, str]], width: int) -> None:
    told = sorted(letters([visible(cell) for row in rows for cell in row]))
    assert sorted(letters(table(rows, width))) == told


def test_columns_stand_under_each_other_with_wide_characters() -> None:
    assert table([("基辅", "a"), ("Kyiv", "b")], 40) == ["  基辅  a", "  Kyiv  b"]


@pytest.mark.parametrize(("text", "width"), [("Kyiv", 4), ("基辅", 4), ("Ky\u0301iv", 4), ("", 0), ("\uff21", 2)])
def test_width_counts_columns_of_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrap("a" * 30, 16) == ["a" * 16, "a" * 14]


def test_an_empty_table_has_no_lines() -> None:
    assert table([], 80) == []
