"""How an object is printed where a person looks at it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Anchor, Problem, Source, SourceId, SourceKind, Span, TimeBasis, When
from onrecord._dossier._visible import visible
from onrecord.testing import actors, events, locations, sources, statements, whens

UNSEEN = "\u202e\u200b\u200d\x1b\n\r\u2028\u034f\u115f\u180b\u3164\ufe00\uffa0\U000e0100\U000e0020"


def objects() -> st.SearchStrategy[Any]:
    return st.one_of(actors(), events(), locations(), sources(), statements(), whens())


def test_only_what_differs_from_the_defaults_is_shown() -> None:
    assert repr(When(value="2023-05-03", note="told")) == "When(value='2023-05-03', note='told')"
    assert repr(When(value="2023", basis=TimeBasis.given)) == "When(value='2023')"


def test_what_has_no_default_is_shown_always() -> None:
    assert repr(Problem(path="$", code="empty", message="")) == "Problem(path='$', code='empty', message='')"


def test_objects_within_are_shown_the_same_way() -> None:
    anchor = Anchor(spans=(Span(exact="no", start=0, end=2),))
    assert repr(anchor) == "Anchor(spans=(Span(exact='no', start=0, end=2),))"


@given(objects())
def test_every_field_is_shown_unless_it_has_its_default(thing: Any) -> None:
    shown = [f.name for f in attrs.fields(type(thing)) if f"{f.name}={getattr(thing, f.name)!r}" in repr(thing)]
    told = [f.name for f in attrs.fields(type(thing)) if getattr(thing, f.name) != f.default]
    assert set(told) <= set(shown)


@given(objects())
def test_what_cannot_be_seen_is_escaped(thing: Any) -> None:
    assert visible(repr(thing)) == repr(thing)


@pytest.mark.parametrize("char", UNSEEN)
def test_a_character_that_steers_or_hides_is_escaped(char: str) -> None:
    source = Source(id=SourceId("s"), kind=SourceKind.article, title=f"a{char}b")
    assert char not in repr(source)
    assert ascii(char)[1:-1] in repr(source)
