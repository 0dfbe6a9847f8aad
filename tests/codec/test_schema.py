"""The JSON Schema says what the classes say: of every member and term, and of every mutant that a schema can judge."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from itertools import product
from typing import Any, TypeAlias

import attrs
import jsonschema_rs
import pytest
from hypothesis import given, settings

import onrecord
from onrecord import Dossier, FormatError, Problem, from_dict, load_seed, loads, make_converter, to_dict, write_jsonl
from onrecord._codec import _schema
from onrecord._codec._document import FORMAT, Document
from onrecord.errors import OnRecordError
from onrecord.testing import dossiers, whens
from tests.codec.test_mutants import DOCUMENT, FAULTS, places, spoilings, spoilt

EXAMPLES = int(os.environ.get("ONRECORD_EXAMPLES", "100"))
"""How many dossiers are generated; the promise is checked with 10,000."""

SCHEMA = _schema.json_schema()
PUBLIC = [value for value in map(vars(onrecord).get, onrecord.__all__) if isinstance(value, type)]
CLASSES = [cls for cls in PUBLIC if attrs.has(cls) and cls.__name__ in SCHEMA["$defs"]]
VOCABULARIES = [cls for cls in PUBLIC if issubclass(cls, Enum) and cls.__name__ in SCHEMA["$defs"]]
SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
ABSENT = object()

Tells: TypeAlias = Callable[[Problem], bool]


@cache
def validator(name: str = "") -> jsonschema_rs.Draft202012Validator:
    """What validates a file, or one of the schema's definitions."""
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]} if name else SCHEMA)


def faults(data: object, name: str = "") -> list[str]:
    return [f"{error.instance_path}: {error.message}" for error in validator(name).iter_errors(data)]


# --- the file ---


def test_the_shipped_schema_is_the_one_that_the_classes_make() -> None:
    assert _schema.schema_text() == _schema.made_text(), "run: python .ci/schema.py"


def test_the_schema_is_a_schema() -> None:
    jsonschema_rs.meta.validate(SCHEMA)


def test_its_id_and_its_file_name_the_version() -> None:
    assert SCHEMA["$id"] == f"urn:onrecord:format:{FORMAT}"
    assert SCHEMA["properties"]["onrecord"]["const"] == FORMAT
    assert f"-{FORMAT}." in _schema.FILE


def test_every_class_and_vocabulary_of_the_model_is_defined() -> None:
    model = {cls.__name__ for cls in PUBLIC if cls.__module__.startswith("onrecord._model")}
    assert model - {"Vocabulary"} <= SCHEMA["$defs"].keys()


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_member_is_described_and_no_other_is_taken(cls: type) -> None:
    definition = SCHEMA["$defs"][cls.__name__]
    assert list(definition["properties"]) == [field.name for field in attrs.fields(cls)]
    assert all(member["description"] for member in definition["properties"].values())
    assert definition["additionalProperties"] is False


@pytest.mark.parametrize("cls", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_every_term_is_there_and_described(cls: type[Enum]) -> None:
    definition = SCHEMA["$defs"][cls.__name__]
    assert definition["enum"] == [member.value for member in cls]
    assert re.findall(r"^- `(\w+)`: .", definition["description"], re.MULTILINE) == definition["enum"]


def test_no_description_speaks_of_python() -> None:
    assert re.findall(r"\b(?:None|True|False|tuple|attrs|self)\b|>>>|`[A-Z]\w+\.", _schema.schema_text()) == []


# --- what is written is taken ---


def test_the_seed_is_taken() -> None:
    assert faults(to_dict(load_seed())) == []


@settings(max_examples=EXAMPLES)
@given(dossiers())
def test_all_that_is_written_is_taken(dossier: Dossier) -> None:
    assert faults(json.loads(onrecord.dumps(dossier))) == []


@settings(max_examples=EXAMPLES)
@given(whens())
def test_every_time_is_taken(when: onrecord.When) -> None:
    assert faults(make_converter().unstructure(when), "When") == []


@settings(max_examples=EXAMPLES)
@given(dossiers())
def test_every_line_that_is_written_is_taken(dossier: Dossier) -> None:
    stream = io.BytesIO()
    write_jsonl(dossier, stream)
    assert [fault for line in stream.getvalue().splitlines() for fault in faults(json.loads(line), "Line")] == []


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"actor": {"id": "a", "name": "A"}},
        {"onrecord": FORMAT},
        {"onrecord": "0.0", "actor": {"id": "a", "name": "A"}},
        {"onrecord": FORMAT, "actors": []},
        {"onrecord": FORMAT, "actor": {"id": "a", "name": "A"}, "extra": {}},
        {"onrecord": FORMAT, "actor": {"id": "a"}},
    ],
)
def test_a_line_is_refused_that_is_not_one_object_of_a_kind(line: object) -> None:
    assert faults(line, "Line")


# --- rules that the classes have in code ---

OPTIONS: dict[str, dict[str, list[object]]] = {
    "Source": {"id": ["s"], "text": [ABSENT, "", "x"], "digest": [ABSENT, "", SHA, SHA.upper(), SHA[1:], f"{SHA}0"]},
    "Section": {"kind": ["body"], "start": [-1, 0, True], "end": [-1, 0, 1, 2**53 - 1, 2**53]},
    "Span": {"exact": ["", "x"], "start": [-1, 0], "end": [ABSENT, -1, 0, 1]},
    "Anchor": {"spans": [ABSENT, None, [], [{"exact": "x", "start": 0, "end": 1}]]},
    "Actor": {
        "id": ["a"],
        "name": ["A"],
        "kind": [ABSENT, "group", "joint"],
        "members": [ABSENT, [], ["b"], ["b", "c"], ["b", ""]],
    },
    "Point": {
        "latitude": [ABSENT, -90.1, -90, 90, 91],
        "longitude": [-181, -180, 180.0, 180.5],
        "radius": [ABSENT, -1, 0],
    },
    "RelativePosition": {
        "to": ["there"],
        "text": ["near"],
        "distance": [ABSENT, -0.1, 0],
        "bearing": [ABSENT, -1, 0, 359.9, 360],
    },
    "Statement": {
        "id": ["s"],
        "content": ["words"],
        "form": [ABSENT, "direct"],
        "voice": [ABSENT, "writer", "other", "arbitrary"],
        "speaker": [ABSENT, "a"],
        "occasion": [ABSENT, "e"],
        "place": [ABSENT, "p"],
        "confidence": [ABSENT, -0.1, 0, 1, 1.1],
    },
    "Participant": {
        "role": [ABSENT, "agent"],
        "actor": [ABSENT, "a"],
        "location": [ABSENT, "p"],
        "text": [ABSENT, "two drones"],
    },
    "Quantity": {"kind": ["killed"], "low": [ABSENT, 0, -1.5], "high": [ABSENT, 0, 3]},
    "Account": {"event": ["e"], "status": [ABSENT, "occurred"], "factuality": [ABSENT, "certain", "sure"]},
    "When": {
        "value": [ABSENT, "", "2023-05-03", "20230503x", "3 May 2023", "-0044", "../2023", "2:27am"],
        "text": [ABSENT, "", "then"],
        "relative_to": [ABSENT, "e"],
        "offset": [ABSENT, "-P1D", "<P0D", "~-P14M", "P", "1 day", "PT2H"],
    },
}
"""For each class with rules of its own, values of which every combination is judged alike by class and schema."""
KEYS = ("", "a", ":", "a:", ":a", "a:b", "a:\n", "a b:c", "a:b:c", "\n:a", "é:🔥", "onrecord:x", "onrecordx:y")


def combinations(options: Mapping[str, list[object]]) -> Iterator[dict[str, object]]:
    for values in product(*options.values()):
        yield {name: value for name, value in zip(options, values, strict=True) if value is not ABSENT}


def is_read(read: Callable[..., object], *arguments: object) -> bool:
    try:
        read(*arguments)
    except (OnRecordError, ExceptionGroup):
        return False
    return True


@pytest.mark.parametrize("name", OPTIONS)
def test_the_schema_judges_as_the_class_does(name: str) -> None:
    structure, cls = make_converter().structure, getattr(onrecord, name)
    for data in combinations(OPTIONS[name]):
        assert validator(name).is_valid(data) is is_read(structure, data, cls), data


@pytest.mark.parametrize("key", KEYS)
def test_the_schema_judges_a_foreign_key_as_the_reader_does(key: str) -> None:
    data = {"onrecord": FORMAT, "extra": {key: [None, {"": 1.5}]}}
    assert validator().is_valid(data) is is_read(from_dict, data)


def test_every_rule_is_tried() -> None:
    assert _schema._RULES.keys() - {Document.__name__} <= OPTIONS.keys()


# --- mutants ---


def told(code: str, message: str = "") -> Tells:
    return lambda problem: problem.code == code and re.search(message, problem.message) is not None


CANNOT_SAY: dict[str, Tells] = {
    "a key stands twice": told("repeated-key"),
    "a number that a double does not keep": told("invalid-number"),
    "a lone surrogate": told("invalid-value", "lone surrogate|holds only what JSON can"),
    "foreign data nests too deep": told("too-deep"),
    "an integer is written 1.0": told("wrong-type", r"an integer, got -?\d+\.0$"),
    "ids, references and anchors": lambda problem: problem.code in FAULTS,
    "an object refers to itself": told("invalid-value", r"\bitself\b|own event|must not be the (?:start|first)"),
    "the offsets and words of a span": told("invalid-value", "must be greater than start|must have the"),
    "the order of spans": told("invalid-value", "must not overlap"),
    "the partition into sections": told("invalid-value", "must cut the whole text"),
    "an event has two accounts, or is mentioned besides": told("invalid-value", "must not repeat|must not be two of"),
    "low is more than high": told("invalid-value", "must not be less than low"),
    "the members of a joint actor are one": told("invalid-value", "of a joint actor must be"),
    "the calendar, zones and grammar of a time": told("invalid-value", "not a time value"),
}
"""What a schema cannot say, or not in full, by name; for each, which of the reader's problems are so."""


def _statement(**members: object) -> str:
    statement = {"id": "s", "voice": "writer", "content": "abc", "form": "direct", **members}
    return f'"statements": [{json.dumps(statement)}]'


def _evidence(*spans: object) -> str:
    return _statement(evidence=[{"source": "t", "content": {"spans": spans}}])


SPAN = {"exact": "abc", "start": 0, "end": 3}
JOINT = {"id": "a", "name": "A", "kind": "joint", "members": ["b", "b"]}
ACCOUNT = {"event": "e", "status": "occurred", "factuality": "certain"}
TAKEN_AND_REFUSED: dict[str, str] = {
    "a key stands twice": '"extra": {"a:b": 1, "a:b": 2}',
    "a number that a double does not keep": '"extra": {"a:b": 1e-999}',
    "a lone surrogate": r'"actors": [{"id": "a", "name": "\ud800"}]',
    "foreign data nests too deep": f'"extra": {{"a:b": {"[" * 120}{"]" * 120}}}',
    "an integer is written 1.0": '"sources": [{"id": "s", "sections": [{"kind": "body", "start": 0, "end": 1.0}]}]',
    "ids, references and anchors": '"events": [{"id": "e", "label": "E", "where": "nowhere"}]',
    "an object refers to itself": '"events": [{"id": "e", "label": "E", "part_of": "e"}]',
    "the offsets and words of a span": _evidence({"exact": "abcd", "start": 0, "end": 3}),
    "the order of spans": _evidence(SPAN, SPAN),
    "the partition into sections": '"sources": [{"id": "s", "sections": [{"kind": "body", "start": 1, "end": 2}]}]',
    "an event has two accounts, or is mentioned besides": _statement(accounts=[ACCOUNT, ACCOUNT]),
    "low is more than high": _statement(accounts=[{**ACCOUNT, "quantities": [{"kind": "k", "low": 2, "high": 1}]}]),
    "the members of a joint actor are one": f'"actors": [{json.dumps(JOINT)}]',
    "the calendar, zones and grammar of a time": '"sources": [{"id": "s", "published": {"value": "2023-02-30"}}]',
}
"""For each of these names a file's members that the schema takes and the reader refuses."""


def cannot_be_said(error: FormatError) -> bool:
    """Whether each of its problems is of a kind that a schema cannot tell."""
    return all(any(tells(problem) for tells in CANNOT_SAY.values()) for problem in error.problems)


def as_other_readers_read(text: str) -> Any:
    """Plain data as a lenient reader has it: the last of repeated keys, the nearest double, no lone surrogates."""
    text = re.sub(r'"\\ud(?:800|fff)"', r'"\\ufffd"', text)
    return json.loads(text, parse_int=_double, parse_float=_double, parse_constant=_no_json)


def _double(digits: str) -> float | int:
    value = float(digits)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _no_json(word: str) -> Any:
    raise ValueError(word)


def is_taken(text: str) -> bool:
    try:
        return validator().is_valid(as_other_readers_read(text))
    except ValueError:
        return False


def refusal(text: str) -> FormatError | None:
    try:
        loads(text)
    except FormatError as error:
        return error
    return None


def mutants() -> list[str]:
    """A document spoilt at every place in every way; in a quick run, every fifth of them."""
    texts = {spoilt(place, spoil) for place in places(DOCUMENT) for spoil in spoilings(place)}
    return sorted(texts)[:: 1 if EXAMPLES >= 10_000 else 5]


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[FormatError | None, bool]]:
    """For every mutant the reader's refusal, and whether the schema takes it."""
    return [(refusal(text), is_taken(text)) for text in mutants()]


@pytest.mark.parametrize("name", CANNOT_SAY)
def test_what_a_schema_cannot_say_is_read_more_strictly(name: str) -> None:
    text = f'{{"onrecord": "{FORMAT}", {TAKEN_AND_REFUSED[name]}}}'
    error = refusal(text)
    assert error
    assert all(CANNOT_SAY[name](problem) for problem in error.problems)
    assert is_taken(text)


def test_no_mutant_is_read_that_the_schema_refuses(verdicts: list[tuple[FormatError | None, bool]]) -> None:
    assert [taken for error, taken in verdicts if error is None and not taken] == []


def test_mutants_are_refused_alike_where_a_schema_can_tell(verdicts: list[tuple[FormatError | None, bool]]) -> None:
    alike = [taken is (error is None) for error, taken in verdicts if error is None or not cannot_be_said(error)]
    assert len(alike) > 1000
    assert sum(alike) >= 0.99 * len(alike)


def test_four_mutants_in_five_are_refused_alike_all_counted(verdicts: list[tuple[FormatError | None, bool]]) -> None:
    assert sum(taken is (error is None) for error, taken in verdicts) >= 0.8 * len(verdicts)
