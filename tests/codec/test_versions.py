"""Versions: older files are migrated, newer minor ones are kept whole, newer major ones are refused by name."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import (
    ConflictError,
    Dossier,
    Event,
    EventId,
    Extra,
    FormatError,
    InvalidValueError,
    dumps,
    from_dict,
    load,
    loads,
    save,
    testing,
    to_dict,
)
from onrecord._codec._document import FORMAT
from onrecord._codec._migrations import MIGRATIONS

GOLDEN = Path(__file__).parents[1] / "golden"
NOUNS = ("sources", "actors", "locations", "events", "statements", "links", "identities")
EVENT = {"id": "fire", "label": "The fire"}
EXTRAS = st.dictionaries(
    st.text(min_size=1, max_size=5).map("new-{}".format),
    st.none() | st.integers(0, 9) | st.lists(st.text()),
    min_size=1,
)


def refusals(data: Any) -> list[tuple[str, str]]:
    with pytest.raises(FormatError) as caught:
        from_dict(data)
    return [(problem.path, problem.code) for problem in caught.value.problems]


# --- older ones ------------------------------------------------------------------------------------------------------


def test_there_is_a_golden_file_of_every_version_that_is_read() -> None:
    assert {path.name for path in GOLDEN.glob("format-*.json")} == {f"format-{v}.json" for v in (*MIGRATIONS, FORMAT)}


def test_the_migrations_lead_from_the_first_version_to_ours() -> None:
    versions = ["0.1"]
    while versions[-1] in MIGRATIONS:
        versions.append(MIGRATIONS[versions[-1]][0])
    assert versions == [*MIGRATIONS, FORMAT]


@pytest.mark.parametrize("version", MIGRATIONS)
def test_a_golden_file_of_an_older_version_is_read_as_the_one_of_ours(version: str) -> None:
    assert load(GOLDEN / f"format-{version}.json") == load(GOLDEN / f"format-{FORMAT}.json")


def test_a_migration_leaves_the_data_that_it_was_given_as_they_were() -> None:
    data = {"onrecord": "0.1", "extra": {"onrecord:a": 10**20}, "events": [{**EVENT, "extra": {"onrecord:b": [2**60]}}]}
    before = copy.deepcopy(data)
    from_dict(data)
    assert data == before


def test_a_large_integer_of_0_1_that_a_double_holds_becomes_a_number_with_a_point() -> None:
    quantity = {"kind": "cost", "low": 2**60, "high": 10**20}
    statement = {"id": "s", "voice": "writer", "form": "narration", "content": "So."}
    account = {"event": "fire", "status": "occurred", "factuality": "certain", "quantities": [quantity]}
    data = {"onrecord": "0.1", "events": [EVENT], "statements": [{**statement, "accounts": [account]}]}
    found = from_dict(data).statements[0].accounts[0].quantities[0]
    assert [(type(n), n) for n in (found.low, found.high)] == [(float, float(2**60)), (float, 1e20)]


@pytest.mark.parametrize("number", [2**53 + 1, -(2**60) - 1, 10**400])
def test_a_large_integer_of_0_1_that_no_double_holds_is_refused_at_its_place(number: int) -> None:
    data = {"onrecord": "0.1", "extra": {"a:b": {"c": [number]}}}
    assert refusals(data) == [("$.extra['a:b']['c'][0]", "invalid-number")]


def test_a_key_of_0_1_in_the_namespace_that_is_ours_now_gets_another() -> None:
    data = {"onrecord": "0.1", "extra": {"onrecord:a": 1}, "events": [{**EVENT, "extra": {"onrecord:b": 2, "c:d": 3}}]}
    dossier = from_dict(data)
    assert dossier.extra == Extra({"onrecord-0.1:a": 1})
    assert dossier.events[0].extra == Extra({"onrecord-0.1:b": 2, "c:d": 3})


def test_faults_of_an_older_file_are_told_with_the_places_that_it_has() -> None:
    data = {"onrecord": "0.1", "events": [EVENT, {"id": "b", "lable": "B"}], "extra": {"onrecord:a": float("nan")}}
    assert [path for path, _ in refusals(data)] == [
        "$.events[1].lable",
        "$.events[1].label",
        "$.extra['onrecord:a']",
    ]


def test_an_older_file_is_saved_as_one_of_ours(tmp_path: Path) -> None:
    save(load(GOLDEN / "format-0.1.json"), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (GOLDEN / f"format-{FORMAT}.json").read_bytes()


@pytest.mark.parametrize("data", [{"events": 5}, {"events": [5]}, {"extra": 5}, {"events": [{"extra": None}]}])
def test_a_migration_leaves_faults_for_the_reader_to_tell(data: dict[str, Any]) -> None:
    assert refusals({"onrecord": "0.1", **data}) == refusals({"onrecord": FORMAT, **data})


# --- newer ones ------------------------------------------------------------------------------------------------------


def with_members(data: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """A file in which every noun, link and identity, and the file itself, has further members."""
    tables = {name: [{**item, **added} for item in data[name]] for name in NOUNS if name in data}
    return {**data, **tables, **added, "onrecord": "0.9"}


def unordered(data: dict[str, Any]) -> dict[str, Any]:
    """A file without the order of its objects: two that differ in what is new alone may change places."""
    return {
        key: sorted(json.dumps(item, sort_keys=True) for item in value) if key in NOUNS else value
        for key, value in data.items()
    }


@given(testing.dossiers(), EXTRAS)
def test_what_a_newer_minor_version_added_is_written_back_as_it_was(dossier: Dossier, added: dict[str, Any]) -> None:
    newer = with_members(to_dict(dossier), added)
    assert unordered(to_dict(from_dict(newer))) == unordered(newer)


def test_what_a_newer_minor_version_added_can_be_looked_at() -> None:
    newer = {"onrecord": "0.9", "mood": {"of": ["all"]}, "events": [{**EVENT, "colour": None}]}
    dossier = from_dict(newer)
    assert dossier.extra == Extra({"onrecord:0.9:mood": {"of": ["all"]}})
    assert dossier.events[0].extra == Extra({"onrecord:0.9:colour": None})


def test_a_newer_file_that_has_nothing_new_is_written_as_one_of_ours() -> None:
    assert dumps(loads('{"onrecord":"0.9"}')) == f'{{"onrecord":"{FORMAT}"}}'


def test_merged_files_of_newer_versions_are_written_as_the_newest() -> None:
    one = from_dict({"onrecord": "0.9", "events": [{**EVENT, "colour": 1}]})
    other = from_dict({"onrecord": "0.10", "events": [{"id": "flood", "label": "The flood", "depth": 2}]})
    assert to_dict(one.merge(other)) == {
        "onrecord": "0.10",
        "events": [{**EVENT, "colour": 1}, {"id": "flood", "label": "The flood", "depth": 2}],
    }


def test_other_faults_of_a_newer_file_are_told_all_the_same() -> None:
    newer = {"onrecord": "0.9", "events": [{"id": "fire", "lable": "The fire"}]}
    assert refusals(newer) == [("$.events[0].label", "missing-key")]


def test_what_is_new_further_in_is_refused() -> None:
    newer = {"onrecord": "0.9", "actors": [{"id": "a", "name": "A", "names": [{"value": "B", "script": "Latn"}]}]}
    assert refusals(newer) == [("$.actors[0].names[0].script", "unknown-key")]


@pytest.mark.parametrize("version", [FORMAT, "0.1"])
def test_an_unknown_member_is_refused_where_the_version_is_ours_or_older(version: str) -> None:
    assert refusals({"onrecord": version, "mood": 1}) == [("$.mood", "unknown-key")]


@pytest.mark.parametrize("version", ["1.0", "1.9", "17.0"])
def test_a_newer_major_version_is_refused_by_name(version: str) -> None:
    with pytest.raises(FormatError, match=rf"\$\.onrecord: format {version} is of a newer major version"):
        loads(f'{{"onrecord": "{version}", "all": "else"}}')


@pytest.mark.parametrize("version", ["", "0", "0.0", "0.2.1", "0.02x", "v0.2", "٠.٢", "0.3\n", "-1.0"])
def test_what_is_no_version_is_refused(version: str) -> None:
    assert refusals({"onrecord": version}) == [("$.onrecord", "version")]


# --- the namespace that is the format's own --------------------------------------------------------------------------


@pytest.mark.parametrize("version", [FORMAT, "0.9"])
def test_the_reserved_namespace_is_refused_in_a_file(version: str) -> None:
    event = {**EVENT, "extra": {"onrecord:0.9:colour": 1}}
    assert refusals({"onrecord": version, "events": [event]}) == [("$.events[0].extra", "invalid-value")]


@pytest.mark.parametrize(
    "key", ["onrecord:0.1:colour", "onrecord:1.0:colour", "onrecord:0.9:label", "onrecord:0.9:where"]
)
def test_a_reserved_key_that_is_no_member_of_a_newer_version_is_not_written(key: str) -> None:
    dossier = Dossier(events=[Event(id=EventId("fire"), label="The fire", extra=Extra({key: 1}))])
    with pytest.raises(FormatError, match="is in the format's own namespace") as caught:
        to_dict(dossier)
    assert [problem.path for problem in caught.value.problems] == ["$.events[0].extra"]


def test_text_with_a_repeated_version_is_refused_with_what_else_is_wrong() -> None:
    text = json.dumps({"onrecord": FORMAT, "extra": {"onrecord:x": 1}})[:-1] + ', "onrecord": "0.9"}'
    with pytest.raises(FormatError) as caught:
        loads(text)
    assert {problem.code for problem in caught.value.problems} == {"repeated-key", "invalid-value"}


@pytest.mark.parametrize("key", ["onrecord:colour", "onrecord:0.9", "onrecord:0.09:colour", "onrecord:v1:colour"])
def test_a_reserved_key_without_a_version_is_no_foreign_data(key: str) -> None:
    with pytest.raises(InvalidValueError, match="is in the library's own namespace"):
        Extra({key: 1})


@pytest.mark.parametrize("name", ["event", "statement", "identity"])
def test_a_new_member_of_the_file_that_is_named_like_the_kind_of_a_line_is_refused(name: str) -> None:
    assert refusals({"onrecord": "0.9", name: {"id": "x", "label": "X"}}) == [(f"$.{name}", "unknown-key")]


def test_a_key_of_0_1_that_would_be_renamed_to_another_is_refused() -> None:
    extra = {"onrecord:x": 1, "onrecord-0.1:x": 2}
    assert [code for _, code in refusals({"onrecord": "0.1", "events": [{**EVENT, "extra": extra}]})] == [
        "invalid-value"
    ]


def test_what_nests_too_deep_in_a_new_member_is_refused_at_its_place() -> None:
    newer = {"onrecord": "0.9", "events": [{**EVENT, "colour": json.loads("[" * 101 + "]" * 101)}]}
    assert refusals(newer) == [("$.events[0].colour", "too-deep")]


def test_what_no_json_is_in_a_new_member_is_refused_at_its_place() -> None:
    newer = {"onrecord": "0.9", "mood": [float("nan")], "events": [{**EVENT, "it’s new": "\ud800"}]}
    assert refusals(newer) == [("$.events[0]['it’s new']", "invalid-value"), ("$.mood[0]", "invalid-value")]


def test_a_new_member_that_is_repeated_is_told_as_that_alone() -> None:
    with pytest.raises(FormatError) as caught:
        loads('{"onrecord":"0.9","events":[{"id":"fire","label":"F","colour":1,"colour":1}]}')
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("$.events[0].colour", "repeated-key")
    ]


def test_keys_that_are_no_strings_are_refused_in_a_newer_file_too() -> None:
    with pytest.raises(FormatError):
        from_dict({"onrecord": "0.9", None: 2, "events": [{**EVENT, 3: 2}]})


def test_one_member_of_two_versions_is_no_merge() -> None:
    one, other = loads('{"onrecord":"0.9","mood":1}'), loads('{"onrecord":"0.10","mood":1}')
    with pytest.raises(ConflictError, match="mood"):
        one.merge(other)
