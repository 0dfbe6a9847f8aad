"""Relative times made absolute, as far as their anchors have times."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Account, Dossier, Event, Form, Source, Statement, TimeBasis, Voice, When
from onrecord.testing import dossiers


def said(id: str, when: When | None = None, **fields: Any) -> Statement:
    return Statement(id=id, voice=Voice.other, form=Form.direct, content="x", said=when, **fields)  # type: ignore[arg-type]


def after(anchor: str, offset: str = "P1D") -> When:
    return When(text="then", relative_to=anchor, offset=offset)


def of(event: str, when: When) -> tuple[Account, ...]:
    return (Account(event=event, when=when),)  # type: ignore[arg-type]


def resolved(d: Dossier, id: str) -> str | None:
    when = d.resolve_times().statements[id].said
    assert when is not None
    return when.value


MAY_3 = When(value="2023-05-03")
ANCHORS: dict[str, dict[str, Any]] = {
    "a source's publication": {"sources": [Source(id="x", published=MAY_3)]},  # type: ignore[arg-type]
    "a statement's time": {"statements": [said("x", MAY_3)]},
    "an event's own time": {"events": [Event(id="x", label="x", when=MAY_3)]},  # type: ignore[arg-type]
    "an event's window": {
        "events": [Event(id="x", label="x")],  # type: ignore[arg-type]
        "statements": [said("u", accounts=of("x", MAY_3))],
    },
}


@pytest.mark.parametrize("objects", ANCHORS.values(), ids=ANCHORS)
def test_a_time_is_resolved_from(objects: dict[str, Any]) -> None:
    d = Dossier(**{**objects, "statements": [*objects.get("statements", ()), said("t", after("x"))]})
    assert resolved(d, "t") == "2023-05-04"


def test_a_resolved_time_says_that_and_from_what_it_is_inferred() -> None:
    d = Dossier(statements=[said("x", MAY_3), said("t", after("x"))]).resolve_times()
    when = d.statements["t"].said
    assert when is not None
    assert (when.basis, when.text, when.relative_to) == (TimeBasis.inferred, "then", "x")
    assert "2023-05-03" in (when.note or "")


@given(st.permutations(range(6)))
def test_a_chain_of_relative_times_is_resolved_from_end_to_end(order: list[int]) -> None:
    names = [f"t{n}" for n in order]
    chain = [said(a, after(b)) for a, b in pairwise(names)]
    d = Dossier(statements=[*chain, said(names[-1], MAY_3)])
    assert resolved(d, names[0]) == "2023-05-08"


@given(st.integers(2, 6))
def test_a_loop_of_relative_times_stays(length: int) -> None:
    d = Dossier(statements=[said(f"t{n}", after(f"t{(n + 1) % length}")) for n in range(length)])
    assert d.resolve_times() == d


@pytest.mark.parametrize(
    "objects",
    [
        {},
        {"sources": [Source(id="x")]},  # type: ignore[arg-type]
        {"sources": [Source(id="x", published=When(text="recently"))]},  # type: ignore[arg-type]
        {"events": [Event(id="x", label="x")]},  # type: ignore[arg-type]
    ],
)
def test_a_time_told_from_what_has_none_stays(objects: dict[str, Any]) -> None:
    d = Dossier(**objects, statements=[said("t", after("x"))])
    assert d.resolve_times() == d


def test_a_relative_time_without_an_offset_stays() -> None:
    d = Dossier(statements=[said("x", MAY_3), said("t", When(text="then", relative_to="x"))])
    assert d.resolve_times() == d


def test_a_time_that_would_lie_outside_the_calendar_stays() -> None:
    start = When(value="2023-05-03T02:27[Europe/Moscow]")
    d = Dossier(statements=[said("x", start), said("t", after("x", "-P9000Y")), said("u", after("x"))])
    assert resolved(d, "t") is None
    assert resolved(d, "u") == "2023-05-04[Europe/Moscow]"


def test_a_time_told_from_an_event_waits_until_all_that_is_told_of_the_event_is_resolved() -> None:
    d = Dossier(
        sources=[Source(id="s", published=When(value="2023-05-10"))],  # type: ignore[arg-type]
        events=[Event(id="e", label="x")],  # type: ignore[arg-type]
        statements=[
            said("a", accounts=of("e", MAY_3)),
            said("b", accounts=of("e", after("s"))),
            said("t", after("e")),
        ],
    )
    window = d.resolve_times().window("e")
    assert window is not None
    assert resolved(d, "t") == after("e").resolve(window).value


def test_what_can_never_be_resolved_keeps_nothing_else_waiting() -> None:
    d = Dossier(
        events=[Event(id="e", label="x")],  # type: ignore[arg-type]
        statements=[
            said("a", accounts=of("e", MAY_3)),
            said("b", accounts=of("e", When(text="overnight"))),
            said("c", accounts=of("e", after("e"))),
            said("t", after("e")),
        ],
    )
    assert resolved(d, "t") is not None


@settings(max_examples=20)
@given(dossiers())
def test_resolving_twice_is_resolving_once(d: Dossier) -> None:
    once = d.resolve_times()
    assert once.resolve_times() == once


@settings(max_examples=20)
@given(dossiers())
def test_resolving_changes_no_time_that_has_a_value(d: Dossier) -> None:
    for before, now in zip(d.statements, d.resolve_times().statements, strict=True):
        assert before.id == now.id
        assert before.said == now.said or (before.said is not None and not before.said.resolved)
