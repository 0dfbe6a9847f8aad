"""How much is read: size, count and depth are limited unless their limit is lifted by name."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord import (
    Dossier,
    Event,
    EventId,
    Extra,
    FormatError,
    InvalidValueError,
    Limits,
    dumps,
    from_dict,
    load,
    loads,
    read_jsonl,
    save,
    write_jsonl,
)

DOSSIER = Dossier(events=[Event(id=EventId(f"event-{number}"), label="One of three") for number in range(3)])
SIZE = len(dumps(DOSSIER))


def codes(caught: pytest.ExceptionInfo[FormatError]) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in caught.value.problems]


def nested(levels: int) -> Extra:
    return Extra({"a:b": json.loads("[" * levels + "1" * (levels == 0) + "]" * levels)})


@pytest.mark.parametrize("text", [dumps(DOSSIER), dumps(DOSSIER).encode()])
def test_a_text_larger_than_the_limit_is_refused(text: str | bytes) -> None:
    with pytest.raises(FormatError) as caught:
        loads(text, limits=Limits(size=SIZE - 1))
    assert codes(caught) == [("$", "too-large")]


@pytest.mark.parametrize("limits", [Limits(size=SIZE, count=3), Limits(size=None, count=None, depth=None)])
def test_what_is_as_large_as_the_limit_or_has_none_is_read(limits: Limits) -> None:
    assert loads(dumps(DOSSIER), limits=limits) == DOSSIER


@pytest.mark.parametrize("name", ["case.json", "case.json.gz", "case.jsonl", "case.jsonl.gz"])
def test_a_file_larger_than_the_limit_is_refused_whatever_it_is(name: str, tmp_path: Path) -> None:
    save(DOSSIER, tmp_path / name)
    with pytest.raises(FormatError) as caught:
        load(tmp_path / name, limits=Limits(size=SIZE - 10))
    assert codes(caught) == [("$", "too-large")]


def test_a_small_file_that_unzips_to_a_large_one_is_left_early(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.jsonl.gz", "wb") as file:
        for _ in range(64):
            file.write(b" " * 2**20)
    with pytest.raises(FormatError) as caught:
        list(read_jsonl(tmp_path / "bomb.jsonl.gz", limits=Limits(size=2**16)))
    assert codes(caught) == [("$", "too-large")]


@pytest.mark.parametrize(
    "read", [lambda d, **o: from_dict(json.loads(dumps(d)), **o), lambda d, **o: loads(dumps(d), **o)]
)
def test_more_objects_than_the_limit_are_refused(read: Any) -> None:
    with pytest.raises(
        FormatError, match=r"has 3 objects, and at most 2 are read: limits=Limits\(count=None\)"
    ) as caught:
        read(DOSSIER, limits=Limits(count=2))
    assert codes(caught) == [("$", "too-many")]


def test_more_lines_than_the_limit_are_refused_in_one_dossier(tmp_path: Path) -> None:
    save(DOSSIER, tmp_path / "case.jsonl")
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl", limits=Limits(count=2))
    assert codes(caught) == [("$", "too-many")]


def test_a_stream_of_lines_has_no_limit_of_count(tmp_path: Path) -> None:
    write_jsonl(DOSSIER, tmp_path / "case.jsonl")
    assert len(list(read_jsonl(tmp_path / "case.jsonl", limits=Limits(count=2)))) == 3


def test_foreign_data_deeper_than_the_limit_is_refused_with_the_way_out() -> None:
    with pytest.raises(FormatError, match=r"deeper than 100 levels: limits=Limits\(depth=None\) lifts it") as caught:
        loads(dumps(Dossier(extra=nested(101))))
    assert codes(caught) == [("$.extra['a:b']", "too-deep")]


@pytest.mark.parametrize("levels", [0, 1, 5])
def test_a_limit_of_depth_counts_the_arrays_and_objects_within_each_other(levels: int) -> None:
    dossier = Dossier(extra=nested(levels))
    assert loads(dumps(dossier), limits=Limits(depth=levels)) == dossier
    with pytest.raises(FormatError):
        loads(dumps(Dossier(extra=nested(levels + 1))), limits=Limits(depth=levels))


@pytest.mark.parametrize("levels", [150, 200])
def test_as_deep_as_an_extra_can_be_it_is_written_and_read_where_the_limit_is_lifted(levels: int) -> None:
    dossier = Dossier(extra=nested(levels))
    assert loads(dumps(dossier), limits=Limits(depth=None)) == dossier


def test_what_no_extra_can_hold_is_refused_though_the_limit_is_lifted() -> None:
    text = '{"onrecord":"0.2","extra":{"a:b":' + "[" * 201 + "]" * 201 + "}}"
    with pytest.raises(FormatError) as caught:
        loads(text, limits=Limits(depth=None))
    assert {code for _, code in codes(caught)} == {"too-deep"}


@pytest.mark.parametrize("members", [{"size": -1}, {"count": 1.5}, {"depth": "deep"}])
def test_a_limit_is_a_number_or_none(members: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match=r"Limits\."):
        Limits(**members)


@pytest.mark.parametrize(
    "text",
    [
        '{"onrecord":"0.2","actors":[{"id":"a","name":"A","members":[1,1,1,1]}]}',
        '{"onrecord":"0.2","actors":[{"id":"a","name":"A","members":["b","c","d","e"]}]}',
        '{"onrecord":"0.2","links":[1,1,1,1]}',
        '{"onrecord":"0.2","a":1,"b":1,"c":1,"d":1}',
        '{"onrecord":"0.2","events":[{"id":"a","label":"A","a":1,"b":1},{"id":"a","label":"A","a":1,"b":1}]}',
        '{"onrecord":"0.2","extra":{"a:b":{"c":[NaN,NaN],"d":[NaN,NaN]}}}',
        '{"onrecord":"0.2","a":1,"a":1,"b":1,"b":1,"c":1,"c":1,"d":1,"d":1}',
    ],
)
def test_no_more_faults_are_told_than_the_limit_says_and_then_that_there_are_more(text: str) -> None:
    with pytest.raises(FormatError) as caught:
        loads(text, limits=Limits(faults=3))
    assert len(caught.value.problems) == 4
    assert [problem.code for problem in caught.value.problems].index("more-faults") == 3


def test_as_many_faults_as_the_limit_are_told_as_they_are() -> None:
    with pytest.raises(FormatError) as caught:
        loads('{"onrecord":"0.2","links":[1,1,1]}', limits=Limits(faults=3))
    assert codes(caught) == [(f"$.links[{index}]", "wrong-type") for index in range(3)]


def test_faults_of_lines_have_the_limit_together(tmp_path: Path) -> None:
    (tmp_path / "case.jsonl").write_bytes(b"{\n" * 5)
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl", limits=Limits(faults=3))
    assert [problem.code for problem in caught.value.problems] == ["not-json"] * 3 + ["more-faults"]


def test_foreign_data_does_not_count_as_an_object(tmp_path: Path) -> None:
    dossier = Dossier(events=DOSSIER.events[:1], extra=Extra({"a:b": 1}))
    save(dossier, tmp_path / "case.jsonl")
    assert load(tmp_path / "case.jsonl", limits=Limits(count=1)) == dossier


@pytest.mark.parametrize("over", [0, 1])
def test_the_limit_of_a_file_of_lines_is_its_size_to_the_byte(over: int, tmp_path: Path) -> None:
    save(DOSSIER, tmp_path / "case.jsonl")
    limits = Limits(size=(tmp_path / "case.jsonl").stat().st_size - over)
    if over:
        with pytest.raises(FormatError, match=r"limits=Limits\(size=None\) lifts it"):
            load(tmp_path / "case.jsonl", limits=limits)
    else:
        assert load(tmp_path / "case.jsonl", limits=limits) == DOSSIER
