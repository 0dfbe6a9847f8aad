"""What is made visible: nothing that steers a terminal or hides from the eye gets through."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._dossier._visible import visible

HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.characters()))
def test_nothing_visible_is_a_control_or_format_character(text: str) -> None:
    assert not {unicodedata.category(char) for char in visible(text)} & HIDDEN


@given(st.text(st.characters()))
def test_making_visible_twice_is_making_visible_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(st.characters(categories=("L", "N", "P", "S"), max_codepoint=0x33F)))
def test_ordinary_text_is_unchanged(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x00", "⟨U+0000⟩"),
        ("\t", "⟨U+0009⟩"),
        ("\r", "⟨U+000D⟩"),
        ("\x1b", "⟨U+001B⟩"),
        ("\x7f", "⟨U+007F⟩"),
        ("\x9b", "⟨U+009B⟩"),
        ("\xad", "⟨U+00AD⟩"),
        ("\u034f", "⟨U+034F⟩"),
        ("\u061c", "⟨U+061C⟩"),
        ("\u115f", "⟨U+115F⟩"),
        ("\u200b", "⟨U+200B⟩"),
        ("\u200d", "⟨U+200D⟩"),
        ("\u2028", "⟨U+2028⟩"),
        ("\u202e", "⟨U+202E⟩"),
        ("\u2066", "⟨U+2066⟩"),
        ("\u3164", "⟨U+3164⟩"),
        ("\ufeff", "⟨U+FEFF⟩"),
        ("\udc80", "⟨U+DC80⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\U000e0100", "⟨U+E0100⟩"),
        ("\n", " ¶ "),
        ("\r\n\n", " ¶ "),
    ],
)
def test_a_hidden_character_is_shown_as_a_mark(char: str, shown: str) -> None:
    assert visible(f"a{char}b") == f"a{shown}b"


def test_quotation_marks_dashes_no_break_spaces_and_accents_stay() -> None:
    assert visible("‘Ky\u0301iv’\xa0– “да” 基辅 ❤\ufe0f") == "‘Ky\u0301iv’\xa0– “да” 基辅 ❤\ufe0f"
