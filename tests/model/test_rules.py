"""What one object can know to be wrong beyond the types of its fields, and what it accepts at the edge."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import (
    Account,
    Actor,
    ActorKind,
    Anchor,
    Event,
    Evidence,
    Form,
    Identity,
    InvalidValueError,
    Judgement,
    Link,
    LinkKind,
    Location,
    Participant,
    ParticipantRole,
    Point,
    Quantity,
    RelativePosition,
    Section,
    SectionKind,
    Source,
    Span,
    Statement,
    Voice,
)


def span(start: int, end: int) -> Span:
    return Span(exact="x" * (end - start), start=start, end=end)


def body(start: int, end: int) -> Section:
    return Section(kind=SectionKind.body, start=start, end=end)


def account(event: str, alternative: str | None = None) -> Account:
    return Account(event=event, alternative=alternative)  # type: ignore[arg-type]


STATEMENT: dict[str, Any] = {"id": "t", "voice": Voice.other, "form": Form.direct, "content": "No."}
DIGEST = "0" * 64

REFUSED: list[tuple[type, dict[str, Any], str, str]] = [
    (Span, {"exact": "x", "start": -1, "end": 0}, "start", "must be 0 or more"),
    (Span, {"exact": "x", "start": 3, "end": 3}, "end", "must be greater than start"),
    (Span, {"exact": "x", "start": 3, "end": 2}, "end", "must be greater than start"),
    (Span, {"exact": "four", "start": 0, "end": 3}, "exact", "must have the 3 characters"),
    (Anchor, {"spans": ()}, "spans", "must have at least one span"),
    (Anchor, {"spans": (span(5, 9), span(0, 3))}, "spans", "must be in order"),
    (Anchor, {"spans": (span(0, 5), span(4, 9))}, "spans", "must not overlap"),
    (Anchor, {"spans": (span(0, 5), span(0, 5))}, "spans", "must not overlap"),
    (Section, {"kind": SectionKind.body, "start": -1, "end": 3}, "start", "must be 0 or more"),
    (Section, {"kind": SectionKind.body, "start": 3, "end": 3}, "end", "must be greater than start"),
    (Source, {"id": "s", "derived_from": "s"}, "derived_from", "must not be the source itself"),
    (Source, {"id": "s", "revises": "s"}, "revises", "must not be the source itself"),
    (Source, {"id": "s", "digest": DIGEST[:-1]}, "digest", "must be 64 hexadecimal digits"),
    (Source, {"id": "s", "digest": DIGEST + "\n"}, "digest", "must be 64 hexadecimal digits"),
    (Source, {"id": "s", "digest": "F" * 64}, "digest", "must be 64 hexadecimal digits"),
    (Source, {"id": "s", "digest": DIGEST, "text": "No."}, "digest", "in place of a withheld text"),
    (Source, {"id": "s", "text": "No.", "sections": (body(0, 2),)}, "sections", "must cut the whole text"),
    (Source, {"id": "s", "text": "No.", "sections": (body(0, 4),)}, "sections", "must cut the whole text"),
    (Source, {"id": "s", "sections": (body(1, 4),)}, "sections", "must cut the whole text"),
    (Source, {"id": "s", "sections": (body(0, 2), body(3, 4))}, "sections", "without gap"),
    (Source, {"id": "s", "sections": (body(0, 3), body(2, 4))}, "sections", "without gap or overlap"),
    (Actor, {"id": "a", "name": "Ann", "members": ("b", "a")}, "members", "must not hold the actor itself"),
    (Actor, {"id": "a", "name": "x", "kind": ActorKind.joint, "members": ()}, "members", "at least two"),
    (Actor, {"id": "a", "name": "x", "kind": ActorKind.joint, "members": ("b",)}, "members", "at least two"),
    (Actor, {"id": "a", "name": "x", "kind": ActorKind.joint, "members": ("b", "b")}, "members", "at least two"),
    (Point, {"latitude": 91, "longitude": 0}, "latitude", "must be from -90 to 90"),
    (Point, {"latitude": -90.001, "longitude": 0}, "latitude", "must be from -90 to 90"),
    (Point, {"latitude": 0, "longitude": 180.5}, "longitude", "must be from -180 to 180"),
    (Point, {"latitude": 0, "longitude": -181}, "longitude", "must be from -180 to 180"),
    (Point, {"latitude": 0, "longitude": 0, "radius": -1}, "radius", "must be 0 or more"),
    (RelativePosition, {"to": "l", "text": "x", "distance": -0.5}, "distance", "must be 0 or more"),
    (RelativePosition, {"to": "l", "text": "x", "bearing": 360}, "bearing", "must be from 0 up to 360"),
    (RelativePosition, {"to": "l", "text": "x", "bearing": -1}, "bearing", "must be from 0 up to 360"),
    (Location, {"id": "l", "name": "x", "within": "l"}, "within", "must not be the place itself"),
    (
        Location,
        {"id": "l", "name": "x", "relative": RelativePosition(to="l", text="x")},  # type: ignore[arg-type]
        "relative",
        "must not be told from the place itself",
    ),
    (Event, {"id": "e", "label": "x", "part_of": "e"}, "part_of", "must not be the event itself"),
    (Participant, {"role": ParticipantRole.agent}, "actor", "must be the only one"),
    (Participant, {"role": ParticipantRole.agent, "actor": "a", "location": "l"}, "location", "must be the only one"),
    (Participant, {"role": ParticipantRole.agent, "actor": "a", "text": "x"}, "text", "must be the only one"),
    (Participant, {"role": ParticipantRole.agent, "location": "l", "text": "x"}, "text", "must be the only one"),
    (Quantity, {"kind": "drones"}, "low", "or high must be given"),
    (Quantity, {"kind": "drones", "low": 3, "high": 2}, "high", "must not be less than low"),
    (Account, {"event": "e", "condition": "e"}, "condition", "must not be the account's own event"),
    (Statement, {**STATEMENT, "via": "t"}, "via", "must not be the statement itself"),
    (Statement, {**STATEMENT, "voice": Voice.arbitrary, "speaker": "a"}, "speaker", "must be None where"),
    (Statement, {**STATEMENT, "occasion": "e", "place": "l"}, "place", "must be None where an occasion"),
    (Statement, {**STATEMENT, "about": ("e",), "accounts": (account("e"),)}, "about", "must not repeat 'e'"),
    (Statement, {**STATEMENT, "accounts": (account("e"), account("e"))}, "accounts", "must not be two of 'e'"),
    (Statement, {**STATEMENT, "accounts": (account("e", "x"), account("e"))}, "accounts", "must not be two of 'e'"),
    (Statement, {**STATEMENT, "accounts": (account("e"), account("e", "x"))}, "accounts", "must not be two of 'e'"),
    (Statement, {**STATEMENT, "accounts": (account("e", "x"), account("e", "y"))}, "accounts", "must not be two"),
    (Statement, {**STATEMENT, "confidence": 1.01}, "confidence", "must be from 0 to 1"),
    (Statement, {**STATEMENT, "confidence": -1}, "confidence", "must be from 0 to 1"),
    (Link, {"kind": LinkKind.repeats, "start": "t", "end": "t"}, "end", "must not be the start"),
    (Link, {"kind": LinkKind.repeats, "start": "t", "end": "u", "confidence": 2}, "confidence", "from 0 to 1"),
    (Identity, {"first": "a", "second": "a", "judgement": Judgement.unsure}, "second", "must not be the first"),
    (Identity, {"first": "a", "second": "b", "judgement": Judgement.unsure, "confidence": -0.1}, "confidence", "to 1"),
]

ACCEPTED: list[tuple[type, dict[str, Any]]] = [
    (Anchor, {"spans": (span(0, 3), span(3, 5))}),
    (Source, {"id": "s", "text": "No.", "sections": (body(0, 2), body(2, 3))}),
    (Source, {"id": "s", "sections": (body(0, 2), body(2, 30))}),
    (Source, {"id": "s", "digest": DIGEST, "sections": (body(0, 2),)}),
    (Actor, {"id": "a", "name": "x", "kind": ActorKind.joint, "members": ("b", "c")}),
    (Point, {"latitude": 90, "longitude": -180}),
    (Point, {"latitude": -90, "longitude": 180.0, "radius": 0}),
    (RelativePosition, {"to": "l", "text": "x", "distance": 0, "bearing": 0}),
    (RelativePosition, {"to": "l", "text": "x", "bearing": 359.9}),
    (Quantity, {"kind": "drones", "low": 2, "high": 2}),
    (Quantity, {"kind": "cost", "high": 0.5}),
    (Quantity, {"kind": "change", "low": -3}),
    (Statement, {**STATEMENT, "voice": Voice.writer, "form": Form.narration}),
    (Statement, {**STATEMENT, "confidence": 0}),
    (Statement, {**STATEMENT, "confidence": 1}),
    (Statement, {**STATEMENT, "about": ("e",), "accounts": (account("f"),)}),
    (Statement, {**STATEMENT, "accounts": (account("e", "x"), account("e", "x"), account("f", "y"))}),
]


@pytest.mark.parametrize(("cls", "given_", "field", "reason"), REFUSED)
def test_an_object_refuses_what_it_knows_to_be_wrong(cls: type, given_: Any, field: str, reason: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"^{cls.__name__}\.{field} .*{reason}") as caught:
        cls(**given_)
    assert caught.value.field == f"{cls.__name__}.{field}"
    assert caught.value.value == given_.get(field)


@pytest.mark.parametrize(("cls", "given_"), ACCEPTED)
def test_an_object_accepts_the_edge_of_what_is_right(cls: type, given_: Any) -> None:
    made = cls(**given_)
    assert {name: getattr(made, name) for name in given_} == given_


def test_an_invalid_value_is_a_value_error() -> None:
    with pytest.raises(ValueError, match=r"Point\.latitude"):
        Point(latitude=91, longitude=0)


spans = st.tuples(st.integers(0, 9), st.integers(0, 9))


@given(st.lists(spans, min_size=1, max_size=4))
def test_an_anchor_takes_exactly_the_spans_that_stand_in_order_apart(pairs: list[tuple[int, int]]) -> None:
    pairs = [(start, end) for start, end in pairs if start < end] or [(0, 1)]
    covered = [place for start, end in pairs for place in range(start, end)]
    possible = covered == sorted(set(covered))
    try:
        Anchor(spans=tuple(span(*pair) for pair in pairs))
    except InvalidValueError:
        assert not possible
    else:
        assert possible


@given(st.text(max_size=12), st.sets(st.integers(0, 12), max_size=4))
def test_the_text_of_an_anchor_is_its_spans_joined_by_one_space(text: str, cuts: set[int]) -> None:
    places = sorted(cut for cut in cuts if cut <= len(text))
    pairs = list(zip(places[::2], places[1::2], strict=False)) or [(0, len(text))]
    pairs = [(start, end) for start, end in pairs if start < end]
    if pairs:
        anchor = Anchor(spans=tuple(Span(exact=text[a:b], start=a, end=b) for a, b in pairs))
        assert anchor.text == " ".join(text[start:end] for start, end in pairs)
        assert (anchor.start, anchor.end) == (pairs[0][0], pairs[-1][1])


def test_evidence_lists_its_anchors_with_the_content_first() -> None:
    content, cue, speaker, hedge = (Anchor(spans=(span(n, n + 1),)) for n in range(4))
    whole = Evidence(source="s", content=content, cue=cue, speaker=speaker, hedges=(hedge,))  # type: ignore[arg-type]
    assert whole.anchors == (content, cue, speaker, hedge)


def test_evidence_without_cue_and_speaker_has_one_anchor() -> None:
    content = Anchor(spans=(span(0, 1),))
    assert Evidence(source="s", content=content).anchors == (content,)  # type: ignore[arg-type]


def test_a_changed_copy_runs_the_rules_again() -> None:
    with pytest.raises(InvalidValueError, match=r"Quantity\.high must not be less than low"):
        attrs.evolve(Quantity(kind="drones", low=2), high=1)
