"""JSON Lines: one object a line, any order and kind, read one by one; bad lines are told by their numbers."""

from __future__ import annotations

import gzip
import io
import json
import random
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import (
    Actor,
    ActorId,
    Dossier,
    Event,
    EventId,
    Extra,
    FormatError,
    InvalidValueError,
    Limits,
    load,
    load_seed,
    loads,
    read_jsonl,
    save,
    testing,
    write_jsonl,
)
from onrecord._codec._document import FORMAT

FIRE = Event(id=EventId("fire"), label="The fire")
SEED = load_seed()


def line(**members: Any) -> bytes:
    return json.dumps({"onrecord": FORMAT, **members}).encode() + b"\n"


def written(objects: Any) -> bytes:
    stream = io.BytesIO()
    write_jsonl(objects, stream)
    return stream.getvalue()


def read(data: bytes) -> list[Any]:
    return list(read_jsonl(io.BytesIO(data)))


def refusals(data: bytes) -> list[tuple[int | None, str, str]]:
    bad: list[FormatError] = []
    list(read_jsonl(io.BytesIO(data), on_bad=bad.append))
    return [(problem.line, problem.path, problem.code) for error in bad for problem in error.problems]


def items_of(dossier: Dossier) -> list[Any]:
    tables = ("sources", "actors", "locations", "events", "statements", "links", "identities")
    extra = [dossier.extra] if dossier.extra else []
    return extra + [item for table in tables for item in getattr(dossier, table)]


# --- there and back --------------------------------------------------------------------------------------------------


@given(testing.dossiers())
def test_the_lines_of_a_dossier_are_its_objects_in_their_order(dossier: Dossier) -> None:
    assert read(written(dossier)) == items_of(dossier)


@given(testing.dossiers(), st.randoms())
def test_lines_in_any_order_make_the_same_dossier(dossier: Dossier, chance: random.Random) -> None:
    lines = written(dossier).splitlines(keepends=True)
    chance.shuffle(lines)
    assert loaded(b"".join(lines)) == dossier


def loaded(data: bytes) -> Dossier:
    """What `load` makes of a file with this content."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.jsonl"
        path.write_bytes(data)
        return load(path)


@pytest.mark.parametrize("name", ["case.jsonl", "case.jsonl.gz", "CASE.JSONL.GZ"])
def test_a_dossier_is_saved_and_loaded_as_the_name_of_the_file_says(name: str, tmp_path: Path) -> None:
    save(SEED, tmp_path / name)
    assert load(tmp_path / name) == SEED


def test_a_file_whose_name_ends_in_gz_is_compressed(tmp_path: Path) -> None:
    write_jsonl(SEED, tmp_path / "case.jsonl.gz")
    assert gzip.decompress((tmp_path / "case.jsonl.gz").read_bytes()) == written(SEED)


def test_a_line_names_the_version_and_the_kind_of_its_object() -> None:
    assert written([FIRE]) == b'{"onrecord":"0.2","event":{"id":"fire","label":"The fire"}}\n'


def test_the_foreign_data_of_the_whole_is_a_line_of_its_own() -> None:
    assert written(Dossier(extra=Extra({"a:b": 1}))) == b'{"onrecord":"0.2","extra":{"a:b":1}}\n'


def test_foreign_data_that_is_empty_is_written_and_read() -> None:
    assert read(written([Extra()])) == [Extra()]


def test_a_dossier_of_nothing_is_a_file_of_nothing() -> None:
    assert (written(Dossier()), loaded(b"")) == (b"", Dossier())


@pytest.mark.parametrize(
    "change", [lambda data: data[:-1], lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")]
)
def test_a_last_line_without_an_end_a_byte_order_mark_and_ends_of_windows_change_nothing(change: Any) -> None:
    data = written(SEED)
    assert read(change(data)) == items_of(SEED)


def test_what_a_newer_version_added_is_written_back_as_it_was() -> None:
    newer = line(onrecord="0.9", event={"id": "fire", "label": "The fire", "colour": 5})
    assert json.loads(written(read(newer))) == json.loads(newer)


def test_members_of_the_file_that_a_newer_version_added_are_kept_as_foreign_data() -> None:
    newer = line(onrecord="0.9", extra={}, mood=[1])
    assert (read(newer), json.loads(written(read(newer)))) == ([Extra({"onrecord:0.9:mood": [1]})], json.loads(newer))


def test_a_line_of_an_older_version_is_migrated() -> None:
    assert read(line(onrecord="0.1", extra={"a:b": 10**20})) == [Extra({"a:b": 1e20})]


# --- bad lines -------------------------------------------------------------------------------------------------------

RESERVED = "$.event.extra"
OK = line(event={"id": "fire", "label": "The fire"})


@pytest.mark.parametrize(
    ("bad", "path", "code"),
    [
        (b"\n", "$", "not-json"),
        (b"{\n", "$", "not-json"),
        (b"[1]\n", "$", "wrong-type"),
        (b"\xff\n", "$", "encoding"),
        (b"[" * 100_000 + b"\n", "$", "too-deep"),
        (line(), "$", "missing-key"),
        (line(event={"id": "a", "label": "A"}, actor={"id": "b", "name": "B"}), "$", "missing-key"),
        (line(event={"id": "a", "label": "A"}, extra={}), "$", "missing-key"),
        (line(events=[]), "$.events", "unknown-key"),
        (line(event={"id": "a", "label": "A"}, mood=1), "$.mood", "unknown-key"),
        (line(onrecord="0.9", event={"id": "a", "label": "A"}, mood=1), "$.mood", "unknown-key"),
        (line(onrecord="0.9", topic={}), "$.topic", "unknown-key"),
        (b'{"event":{"id":"a","label":"A"}}\n', "$.onrecord", "missing-key"),
        (line(onrecord="1.0", event={"id": "a"}), "$.onrecord", "version"),
        (line(event=[]), "$.event", "wrong-type"),
        (line(event={"id": "a", "label": 5}), "$.event.label", "wrong-type"),
        (
            line(event={"id": "a", "label": "A", "extra": {"onrecord:x": 1}}),
            "$.event.extra['onrecord:x']",
            "invalid-value",
        ),
        (line(extra={"x": 1}), "$.extra['x']", "invalid-value"),
        (b'{"onrecord":"0.2","onrecord":"0.2","extra":{}}\n', "$.onrecord", "repeated-key"),
        (b'{"onrecord":"0.2","event":{"id":"a","id":"a","label":"A"}}\n', "$.event.id", "repeated-key"),
    ],
    ids=lambda value: ascii(value)[:60],
)
def test_a_bad_line_is_told_by_its_number_place_and_code(bad: bytes, path: str, code: str) -> None:
    assert refusals(OK + bad + OK) == [(2, path, code)]


def test_reading_goes_on_after_a_bad_line_if_it_is_taken() -> None:
    bad: list[FormatError] = []
    found = list(read_jsonl(io.BytesIO(OK + b"{\n" + OK), on_bad=bad.append))
    assert (found, len(bad)) == ([FIRE, FIRE], 1)


def test_reading_ends_at_the_first_bad_line_if_nobody_takes_it() -> None:
    items = read_jsonl(io.BytesIO(OK + b"{\n" + OK))
    assert next(items) == FIRE
    with pytest.raises(FormatError, match=r"line 2, \$: is not JSON"):
        next(items)


def test_all_bad_lines_of_a_file_are_told_in_one_error(tmp_path: Path) -> None:
    (tmp_path / "case.jsonl").write_bytes(b"{\n" + OK + OK + line(actor={"id": "a"}))
    with pytest.raises(FormatError, match=r"case\.jsonl: 3 problems") as caught:
        load(tmp_path / "case.jsonl")
    assert [(problem.line, problem.path, problem.code) for problem in caught.value.problems] == [
        (1, "$", "not-json"),
        (3, "$.event", "repeated-id"),
        (4, "$.actor.name", "missing-key"),
    ]


def test_a_reference_that_no_line_answers_is_told_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "case.jsonl").write_bytes(OK + line(event={"id": "spark", "label": "The spark", "part_of": "none"}))
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl")
    assert [(problem.line, problem.path, problem.code) for problem in caught.value.problems] == [
        (2, "$.event.part_of", "dangling")
    ]


def test_what_is_told_of_another_object_is_told_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "case.jsonl").write_bytes(line(actor={"id": "a", "name": "A"}) + OK + OK)
    with pytest.raises(FormatError, match=r"line 3, \$\.event: id 'fire' is already at line 2"):
        load(tmp_path / "case.jsonl")


@pytest.mark.parametrize("bad", [b"[]", b"5", line(event={"label": "A"}), line(links=[]), line(event=5)])
def test_where_not_even_the_id_of_a_bad_line_can_be_read_nothing_is_said_to_dangle(bad: bytes, tmp_path: Path) -> None:
    dangling = line(event={"id": "smoke", "label": "The smoke", "part_of": "none"})
    (tmp_path / "case.jsonl").write_bytes(dangling + bad)
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl")
    assert "dangling" not in [problem.code for problem in caught.value.problems]


def test_a_bad_link_hides_nothing(tmp_path: Path) -> None:
    dangling = line(event={"id": "smoke", "label": "The smoke", "part_of": "none"})
    (tmp_path / "case.jsonl").write_bytes(dangling + line(link={"kind": "odd"}))
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl")
    assert "dangling" in [problem.code for problem in caught.value.problems]


def test_a_bad_line_does_not_hide_references_that_no_line_answers(tmp_path: Path) -> None:
    bad = line(event={"id": "bad", "label": "B", "odd": 1})
    fine = line(event={"id": "spark", "label": "The spark", "part_of": "bad"})
    dangling = line(event={"id": "smoke", "label": "The smoke", "part_of": "none"})
    (tmp_path / "case.jsonl").write_bytes(bad + fine + dangling)
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl")
    assert [(problem.line, problem.code) for problem in caught.value.problems] == [(1, "unknown-key"), (3, "dangling")]


def test_one_new_member_of_the_file_on_two_lines_is_refused(tmp_path: Path) -> None:
    lines = line(onrecord="0.9", extra={}, mood=1) + line(onrecord="0.10", extra={}, mood=1)
    (tmp_path / "case.jsonl").write_bytes(lines)
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl")
    assert [(problem.line, problem.path) for problem in caught.value.problems] == [(2, "$.mood")]


def test_a_line_that_is_too_long_is_a_bad_line_and_reading_goes_on() -> None:
    bad: list[FormatError] = []
    data = OK + b"x" * 500 + b"\n" + OK
    found = list(read_jsonl(io.BytesIO(data), limits=Limits(size=100), on_bad=bad.append))
    assert (found, [error.problems[0].code for error in bad]) == ([FIRE, FIRE], ["too-large"])


def test_a_raw_stream_that_takes_little_at_a_time_gets_all() -> None:
    class Slow(io.RawIOBase):
        taken = b""

        def write(self, data: Any, /) -> int:
            self.taken += bytes(data[:7])
            return min(len(data), 7)

    slow = Slow()
    write_jsonl([FIRE, FIRE], slow)
    assert slow.taken == written([FIRE, FIRE])


def test_a_raw_stream_that_takes_nothing_now_is_told() -> None:
    class Full(io.RawIOBase):
        def write(self, data: Any, /) -> None:
            return None

    with pytest.raises(BlockingIOError, match="give one that blocks"):
        write_jsonl([FIRE], Full())


@pytest.mark.parametrize("text", ["", OK.decode()])
def test_a_stream_of_text_is_refused_with_the_way_out(text: str) -> None:
    with pytest.raises(InvalidValueError, match="open the file in binary mode"):
        next(read_jsonl(io.StringIO(text)))  # type: ignore[arg-type]


def test_a_repeated_key_of_a_line_that_is_no_name_is_told_in_brackets() -> None:
    places = [path for _, path, _ in refusals(b'{"onrecord":"0.2","extra":{},"odd key":1,"odd key":2}\n')]
    assert places == ["$['odd key']", "$['odd key']"]


def test_progress_of_a_file_of_nothing_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_bytes(b"")
    told: list[tuple[int, int | None]] = []
    list(read_jsonl(tmp_path / "none.jsonl", on_progress=lambda *progress: told.append(progress)))
    assert told == [(0, 0)]


def test_one_key_of_foreign_data_on_two_lines_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.jsonl").write_bytes(line(extra={"a:b": 1}) + line(extra={"a:c": 2}) + line(extra={"a:b": 1}))
    with pytest.raises(FormatError) as caught:
        load(tmp_path / "case.jsonl")
    assert [(problem.line, problem.path, problem.code) for problem in caught.value.problems] == [
        (3, "$.extra['a:b']", "repeated-key")
    ]


def test_a_dossier_with_faults_is_not_written() -> None:
    with pytest.raises(FormatError, match=r"the dossier: 1 problem"):
        written(Dossier(events=[FIRE, Event(id=FIRE.id, label="Another")]))


@pytest.mark.parametrize("item", [5, "fire", {"id": "fire"}, None])
def test_what_is_no_object_of_a_dossier_is_not_written(item: object) -> None:
    with pytest.raises(InvalidValueError, match="a line holds a noun, a link, an identity or an Extra, not"):
        written([item])


def test_a_reserved_key_is_not_written() -> None:
    message = r"the object: 1 problem\n  \$\.event\.extra: 'onrecord:0\.1:x' is in the format's own namespace"
    with pytest.raises(FormatError, match=message):
        written([Event(id=FIRE.id, label="F", extra=Extra({"onrecord:0.1:x": 1}))])


def test_a_file_stays_as_it_was_where_an_object_cannot_be_written(tmp_path: Path) -> None:
    write_jsonl([FIRE], tmp_path / "case.jsonl")
    with pytest.raises(InvalidValueError):
        write_jsonl([FIRE, None], tmp_path / "case.jsonl")  # type: ignore[list-item]
    assert [path.name for path in tmp_path.iterdir()] == ["case.jsonl"]
    assert list(read_jsonl(tmp_path / "case.jsonl")) == [FIRE]


# --- streams ---------------------------------------------------------------------------------------------------------


def many(count: int) -> Iterator[Actor]:
    return (Actor(id=ActorId(f"actor-{number}"), name="One of many " * 5) for number in range(count))


def peak(path: Path) -> int:
    """The bytes held at most while a file is read line by line."""
    tracemalloc.start()
    try:
        for _ in read_jsonl(path):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["many.jsonl", "many.jsonl.gz"])
def test_reading_takes_no_more_memory_for_a_longer_file(name: str, tmp_path: Path) -> None:
    write_jsonl(many(300), tmp_path / name)
    peak(tmp_path / name)  # what is loaded and kept once
    short = peak(tmp_path / name)
    write_jsonl(many(20_000), tmp_path / name)
    assert peak(tmp_path / name) < short + 2**22


def test_objects_are_read_as_they_are_asked_for() -> None:
    assert next(read_jsonl(io.BytesIO(OK + b"not read"))) == FIRE


def test_objects_are_written_as_they_come(tmp_path: Path) -> None:
    stream = io.BytesIO()
    seen: list[int] = []

    def objects() -> Iterable[Event]:
        for _ in range(3):
            seen.append(len(stream.getvalue()))
            yield FIRE

    write_jsonl(objects(), stream)
    assert seen == [0, 60, 120]


def test_progress_is_told_every_thousand_lines_and_at_the_end(tmp_path: Path) -> None:
    write_jsonl(many(2_500), tmp_path / "many.jsonl")
    size = (tmp_path / "many.jsonl").stat().st_size
    told: list[tuple[int, int | None]] = []
    list(read_jsonl(tmp_path / "many.jsonl", on_progress=lambda *progress: told.append(progress)))
    assert ([total for _, total in told], told[-1]) == ([size] * 3, (size, size))


def test_the_size_of_a_compressed_file_or_a_stream_is_not_known(tmp_path: Path) -> None:
    write_jsonl([FIRE], tmp_path / "case.jsonl.gz")
    told: list[tuple[int, int | None]] = []
    for source in (tmp_path / "case.jsonl.gz", io.BytesIO(OK)):
        list(read_jsonl(source, on_progress=lambda *progress: told.append(progress)))
    assert told == [(60, None), (len(OK), None)]


def test_the_objects_of_a_document_are_those_of_its_lines(tmp_path: Path) -> None:
    text = '{"onrecord":"0.2","events":[{"id":"fire","label":"The fire"}]}'
    assert loads(text) == loaded(OK)
