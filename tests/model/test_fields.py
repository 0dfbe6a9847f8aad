"""The check that every field of every class of the model runs, and that nothing made can change."""

from __future__ import annotations

import copy
import enum
import math
import pickle
import re
import types
import typing
from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import (
    Account,
    AccountStatus,
    Actor,
    Anchor,
    Aspect,
    Code,
    Description,
    Event,
    Evidence,
    Extra,
    Form,
    Identifier,
    Identity,
    InvalidValueError,
    Judgement,
    Link,
    LinkKind,
    Location,
    Name,
    Participant,
    ParticipantRole,
    Point,
    Quantity,
    RelativePosition,
    Role,
    Section,
    SectionKind,
    Source,
    Span,
    Statement,
    Voice,
)
from onrecord.testing import actors, events, identities, links, locations, sources, statements

SPAN: Any = {"exact": "No.", "start": 0, "end": 3}
ANCHOR = Anchor(spans=(Span(**SPAN),))
LEAST: dict[type, dict[str, Any]] = {
    Account: {"event": "e"},
    Actor: {"id": "a", "name": "Ann"},
    Anchor: {"spans": ANCHOR.spans},
    Code: {"scheme": "plover", "value": "ACCUSE"},
    Description: {"aspect": Aspect.what, "term": "attack"},
    Event: {"id": "e", "label": "The leak"},
    Evidence: {"source": "s", "content": ANCHOR},
    Identifier: {"scheme": "wikidata", "value": "Q649"},
    Identity: {"first": "a", "second": "b", "judgement": Judgement.positive},
    Link: {"kind": LinkKind.repeats, "start": "t", "end": "u"},
    Location: {"id": "l", "name": "Kyiv"},
    Name: {"value": "Kiev"},
    Participant: {"role": ParticipantRole.agent, "text": "two drones"},
    Point: {"latitude": 50.45, "longitude": 30.5},
    Quantity: {"kind": "drones", "low": 2},
    RelativePosition: {"to": "l", "text": "12 miles east"},
    Role: {"title": "president"},
    Section: {"kind": SectionKind.body, "start": 0, "end": 3},
    Source: {"id": "s"},
    Span: SPAN,
    Statement: {"id": "t", "voice": Voice.other, "form": Form.direct, "content": "No."},
}
CLASSES = sorted(LEAST, key=lambda cls: cls.__name__)
FIELDS = [(cls, name) for cls in CLASSES for name in attrs.fields_dict(cls)]
whole_objects = st.one_of(actors(), events(), identities(), links(), locations(), sources(), statements())


class Text(str):
    """A text that could carry more than its characters."""

    __slots__ = ("more",)


class Pair(NamedTuple):
    """A tuple that is not just one."""

    first: object
    second: object


def least(cls: type) -> Any:
    return cls(**LEAST[cls])


def parts_of(hint: Any) -> tuple[Any, bool]:
    """The type without None, and whether None is allowed; of a union of ids or numbers, any one."""
    if typing.get_origin(hint) not in (typing.Union, types.UnionType):
        return hint, False
    some = [arg for arg in typing.get_args(hint) if arg is not types.NoneType]
    return (float if float in some else some[0]), len(some) < len(typing.get_args(hint))


def wrong_values(hint: Any) -> Iterator[object]:
    hint, may_be_none = parts_of(hint)
    if not may_be_none:
        yield None
    if typing.get_origin(hint) is tuple:
        element = typing.get_args(hint)[0]
        yield from ([], {}, set(), frozenset(), "ab", iter(()), Pair(1, 2))
        yield from ((wrong,) for wrong in wrong_values(element))
    elif hint is str or isinstance(hint, typing.NewType):
        yield from (1, b"x", "x\ud800", Text("x"), ["x"])
    elif hint is bool:
        yield from (0, "false", 1.0)
    elif hint is int:
        yield from (True, 1.0, "1", math.nan)
    elif hint is float:
        yield from (True, "1", math.nan, math.inf, -math.inf, 1j)
    elif issubclass(hint, enum.Enum):
        yield from (next(iter(hint)).value, "", Voice, next(iter(Judgement if hint is Voice else Voice)))
    else:
        yield from ({}, "x", {"value": "2023"})


def refusals() -> Iterator[Any]:
    for cls, name in FIELDS:
        for number, wrong in enumerate(wrong_values(typing.get_type_hints(cls)[name])):
            yield pytest.param(cls, name, wrong, id=f"{cls.__name__}.{name}-{number}")


def blank_refusals() -> Iterator[Any]:
    for cls, name in FIELDS:
        hint = parts_of(typing.get_type_hints(cls)[name])[0]
        if (hint is str or isinstance(hint, typing.NewType)) and (cls, name) != (Source, "text"):
            yield pytest.param(cls, name, id=f"{cls.__name__}.{name}")


def test_every_class_with_a_check_stands_in_the_table() -> None:
    import onrecord

    made = {value for value in vars(onrecord).values() if attrs.has(value) and "_model" in value.__module__}
    assert made == set(LEAST)


@pytest.mark.parametrize(("cls", "name", "wrong"), list(refusals()))
def test_a_field_refuses_what_its_type_does_not_allow(cls: type, name: str, wrong: object) -> None:
    with pytest.raises(InvalidValueError, match=rf"^{cls.__name__}\.{name} (\[0\] )?must ") as caught:
        cls(**{**LEAST[cls], name: wrong})
    assert caught.value.field == f"{cls.__name__}.{name}"
    assert caught.value.value is wrong


@pytest.mark.parametrize(("cls", "name"), list(blank_refusals()))
def test_a_text_is_absent_rather_than_empty(cls: type, name: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"^{cls.__name__}\.{name} must not be empty"):
        cls(**{**LEAST[cls], name: ""})


def test_the_text_of_a_source_may_be_empty() -> None:
    assert Source(id="s", text="").text == ""  # type: ignore[arg-type]


@pytest.mark.parametrize(("cls", "name"), FIELDS)
def test_a_field_cannot_be_set(cls: type, name: str) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(least(cls), name, LEAST[cls].get(name))


@pytest.mark.parametrize(("cls", "name"), FIELDS)
def test_a_field_cannot_be_deleted(cls: type, name: str) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(least(cls), name)


@pytest.mark.parametrize("cls", CLASSES)
def test_nothing_can_be_added_to_an_object(cls: type) -> None:
    with pytest.raises(AttributeError):
        object.__setattr__(least(cls), "remark", "x")


@pytest.mark.parametrize("cls", CLASSES)
def test_fields_are_given_by_name_only(cls: type) -> None:
    with pytest.raises(TypeError, match="positional"):
        cls(*LEAST[cls].values())


@pytest.mark.parametrize("cls", CLASSES)
def test_a_changed_copy_is_checked_again(cls: type) -> None:
    name = next(iter(attrs.fields_dict(cls)))
    with pytest.raises(InvalidValueError, match=rf"^{cls.__name__}\.{name} must "):
        attrs.evolve(least(cls), **{name: []})


@pytest.mark.parametrize("cls", CLASSES)
def test_an_error_shows_a_long_value_shortened(cls: type) -> None:
    name = next(iter(attrs.fields_dict(cls)))
    with pytest.raises(InvalidValueError, match=re.escape(f"got {repr(['x' * 500])[:79]}…") + "$"):
        cls(**{**LEAST[cls], name: ["x" * 500]})


def immutable(value: Any) -> bool:
    if type(value) is tuple:
        return all(map(immutable, value))
    if isinstance(value, Extra):
        return all(map(immutable, value.values()))
    if attrs.has(type(value)):
        return all(immutable(getattr(value, field.name)) for field in attrs.fields(type(value)))
    return value is None or isinstance(value, enum.Enum) or type(value) in (bool, int, float, str)


@given(whole_objects)
def test_an_object_is_immutable_all_the_way_down(item: Any) -> None:
    assert immutable(item)


@given(whole_objects)
def test_a_copy_is_equal_and_has_the_same_hash(item: Any) -> None:
    again = copy.deepcopy(item)
    assert (again, hash(again)) == (item, hash(item))


@given(whole_objects)
def test_a_pickled_object_comes_back_equal(item: Any) -> None:
    assert pickle.loads(pickle.dumps(item)) == item


@given(whole_objects)
def test_a_copy_without_changes_is_equal(item: Any) -> None:
    assert attrs.evolve(item) == item


def test_statuses_are_in_the_default_as_documented() -> None:
    account = Account(event="e")  # type: ignore[arg-type]
    assert account.status is AccountStatus.occurred
