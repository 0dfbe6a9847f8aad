"""Foreign data: namespaced, frozen all the way down, and told apart by type."""

from __future__ import annotations

import copy
import json
import math
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Extra, InvalidValueError
from onrecord.testing import extras

LARGEST = 2**53 - 1

numbers = st.integers(-LARGEST, LARGEST) | st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, st.text(max_size=4)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def thawed(value: Any) -> Any:
    if isinstance(value, Extra):
        return {key: thawed(inner) for key, inner in value.items()}
    return [thawed(inner) for inner in value] if isinstance(value, tuple) else value


def nested(levels: int) -> object:
    """Lists and objects within each other, so many of them."""
    value: object = 1
    for level in range(levels):
        value = [value] if level % 2 else {"in": value}
    return value


def spoil(value: Any) -> None:
    """Change every list and dict in a value, the innermost first."""
    for inner in list(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()):
        spoil(inner)
    if isinstance(value, dict):
        value["spoilt"] = True
    elif isinstance(value, list):
        value.append("spoilt")


@given(json_values)
def test_a_json_value_is_kept_as_it_is(value: Any) -> None:
    kept = thawed(Extra({"ours:x": value})["ours:x"])
    assert json.dumps(kept, sort_keys=True) == json.dumps(value, sort_keys=True)


@given(json_values)
def test_what_is_changed_in_the_data_given_does_not_change_what_is_kept(value: Any) -> None:
    extra, again = Extra({"ours:x": value}), Extra({"ours:x": copy.deepcopy(value)})
    spoil(value)
    assert extra == again


@given(extras())
def test_an_extra_is_made_of_itself_unchanged(extra: Extra) -> None:
    assert Extra(extra) == extra


@given(json_values, json_values)
def test_two_are_equal_exactly_where_their_json_is(one: Any, other: Any) -> None:
    same_json = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (Extra({"ours:x": one}) == Extra({"ours:x": other})) is same_json


@given(json_values)
def test_equal_extras_have_equal_hashes(value: Any) -> None:
    assert hash(Extra({"ours:x": value})) == hash(Extra({"ours:x": copy.deepcopy(value)}))


@given(st.permutations(["a:1", "b:2", "c:3"]))
def test_the_order_of_keys_makes_no_difference(keys: list[str]) -> None:
    assert list(Extra(dict.fromkeys(keys))) == ["a:1", "b:2", "c:3"]


@given(extras())
def test_a_copy_and_a_pickle_come_back_equal(extra: Extra) -> None:
    assert copy.deepcopy(extra) == extra == pickle.loads(pickle.dumps(extra))


ALIKE = [1, 1.0, True, "1"]


@pytest.mark.parametrize("one", ALIKE)
@pytest.mark.parametrize("other", ALIKE)
def test_values_are_told_apart_by_type(one: object, other: object) -> None:
    same = type(one) is type(other)
    assert (Extra({"ours:x": [one]}) == Extra({"ours:x": [other]})) is same


@pytest.mark.parametrize("key", ["desk", ":desk", "newsroom:", ":", ""])
def test_a_key_without_a_namespace_is_refused(key: str) -> None:
    with pytest.raises(InvalidValueError, match="needs a namespace") as caught:
        Extra({key: 1})
    assert (caught.value.field, caught.value.value) == ("extra", key)


def test_keys_further_in_need_no_namespace() -> None:
    extra = Extra({"newsroom:desk": {"name": "Foreign"}})
    assert thawed(extra) == {"newsroom:desk": {"name": "Foreign"}}


@pytest.mark.parametrize(
    "value", [math.nan, math.inf, -math.inf, b"x", {1, 2}, object(), "\ud800", {1: 2}, {"\udfff": 1}, 1j, [[b"x"]]]
)
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(InvalidValueError, match="only what JSON can"):
        Extra({"ours:x": value})


@pytest.mark.parametrize("value", [2**53, -(2**60), 10**20, 70957030272454410, -70957030272454408])
def test_a_large_integer_becomes_the_float_that_is_it(value: int) -> None:
    assert Extra({"ours:x": value}) == Extra({"ours:x": float(value)})


@pytest.mark.parametrize("value", [2**53 + 1, -(2**53) - 1, 10**400])
def test_an_integer_that_a_reader_of_json_may_change_is_refused(value: int) -> None:
    with pytest.raises(InvalidValueError, match="must lie within"):
        Extra({"ours:x": [value]})


def test_values_nest_as_deep_as_said_and_still_compare_hash_and_print() -> None:
    one, other = Extra({"ours:x": nested(200)}), Extra({"ours:x": nested(200)})
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))


def test_values_that_nest_deeper_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="must not nest deeper than 200 levels"):
        Extra({"ours:x": nested(201)})


@pytest.mark.parametrize("key", [1, None, b"ours:x", "ours:\ud800"])
def test_a_key_that_json_cannot_hold_is_refused(key: Any) -> None:
    with pytest.raises(InvalidValueError, match="only what JSON can"):
        Extra({key: 1})


def test_nothing_can_be_set() -> None:
    with pytest.raises(TypeError, match="item assignment"):
        Extra({"ours:x": 1})["ours:x"] = 2  # type: ignore[index]


def test_nothing_can_be_added() -> None:
    with pytest.raises(AttributeError, match="remark"):
        Extra().remark = 1  # type: ignore[attr-defined]


def test_lists_become_tuples_and_dicts_become_extras() -> None:
    extra = Extra({"ours:x": {"floors": [2, [3]]}})
    assert extra["ours:x"] == Extra({"ours:x": {"floors": (2, (3,))}})["ours:x"]


def test_an_extra_is_no_dict() -> None:
    assert Extra({"ours:x": 1}) != {"ours:x": 1}


def test_an_extra_shows_what_it_holds() -> None:
    assert repr(Extra({"ours:x": [1]})) == "Extra({'ours:x': (1,)})"


def test_no_extra_is_empty() -> None:
    assert len(Extra()) == 0
