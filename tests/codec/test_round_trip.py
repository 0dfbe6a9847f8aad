"""What is written is read back: the same values, of the same types, and the same bytes again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import testing
from onrecord._codec import dumps, from_dict, load, loads, make_converter, save, to_dict
from onrecord._codec._document import FORMAT
from onrecord._dossier import Dossier
from onrecord._model import Event, EventId, Extra, Source, SourceId, Statement, StatementId
from onrecord._when import When
from onrecord.errors import InvalidValueError

GOLDEN = Path(__file__).parents[1] / "golden" / f"format-{FORMAT}.json"
TABLES = ("sources", "actors", "locations", "events", "statements", "links", "identities")
NOUNS = st.one_of(
    testing.sources(),
    testing.actors(),
    testing.locations(),
    testing.events(),
    testing.statements(),
    testing.links(),
    testing.identities(),
    testing.whens(),
)
ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "0", "PYTHONINTMAXSTRDIGITS": "640", "PYTHONOPTIMIZE": "2"},
)
REWRITE = """
import hashlib, sys
from onrecord._codec import dumps, load, save
dossier = load(sys.argv[1])
save(dossier, sys.argv[2])
print(hashlib.sha256(dumps(dossier).encode()).hexdigest())
"""


def typed(value: Any) -> object:
    """A value such that equality is equality in value and type, all the way down."""
    if attrs.has(type(value)):
        return type(value), [typed(getattr(value, field.name)) for field in attrs.fields(type(value)) if field.init]
    if isinstance(value, Extra):
        return Extra, [(key, typed(item)) for key, item in value.items()]
    if isinstance(value, tuple):
        return tuple, [typed(item) for item in value]
    return type(value), repr(value), value


def typed_dossier(dossier: Dossier) -> object:
    return [typed(tuple(getattr(dossier, table))) for table in TABLES], typed(dossier.extra)


def in_another_order(dossier: Dossier) -> Dossier:
    tables: dict[str, Any] = {table: tuple(getattr(dossier, table))[::-1] for table in TABLES}
    return Dossier(**tables, extra=Extra({key: dossier.extra[key] for key in reversed(list(dossier.extra))}))


@given(testing.dossiers())
def test_text_reads_back_to_the_same_values_and_types(dossier: Dossier) -> None:
    assert typed_dossier(loads(dumps(dossier))) == typed_dossier(dossier)


@settings(max_examples=40)
@given(testing.dossiers())
def test_text_reads_back_to_what_writes_the_same_text(dossier: Dossier) -> None:
    text = dumps(dossier)
    assert dumps(loads(text)) == text


@settings(max_examples=40)
@given(testing.dossiers())
def test_plain_data_reads_back_to_the_same_values_and_types(dossier: Dossier) -> None:
    assert typed_dossier(from_dict(to_dict(dossier))) == typed_dossier(dossier)


@settings(max_examples=40)
@given(testing.dossiers())
def test_text_is_the_json_of_the_plain_data(dossier: Dossier) -> None:
    assert typed_json(json.loads(dumps(dossier, indent=1))) == typed_json(to_dict(dossier))


@settings(max_examples=40)
@given(testing.dossiers())
def test_the_order_in_which_objects_are_given_is_not_seen_in_the_text(dossier: Dossier) -> None:
    assert dumps(in_another_order(dossier)) == dumps(dossier)


@given(NOUNS)
def test_a_converter_reads_back_every_single_object(item: object) -> None:
    converter = make_converter()
    assert typed(converter.structure(converter.unstructure(item), type(item))) == typed(item)


def test_a_file_of_this_format_is_written_back_byte_for_byte(tmp_path: Path) -> None:
    save(load(GOLDEN), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == GOLDEN.read_bytes()


def test_the_golden_file_has_every_member_of_every_class() -> None:
    seen: set[tuple[type, str]] = set()
    _collect(load(GOLDEN), seen)
    classes = {cls for cls, _ in seen}
    assert len(classes) == 22
    assert {(cls, field.name) for cls in classes for field in attrs.fields(cls)} == seen


def test_a_number_keeps_being_a_whole_one_or_a_fraction() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    assert '"longitude": 18,' in text
    assert '"radius": 500.0' in text
    assert dumps(loads(text), indent=2) + "\n" == text


@pytest.mark.parametrize("indent", [-1, "x", True, 1.5])
def test_an_indent_is_a_number_of_spaces(indent: Any) -> None:
    with pytest.raises(InvalidValueError, match="indent must be None or a number of spaces"):
        dumps(Dossier(), indent=indent)


def test_members_that_say_nothing_are_left_out_and_terms_are_always_written() -> None:
    dossier = Dossier(
        sources=[Source(id=SourceId("s"), text="", published=When(value="2023"))],
        events=[Event(id=EventId("e"), label="E")],
    )
    assert dumps(dossier) == (
        '{"onrecord":"0.2","sources":[{"id":"s","kind":"other","published":{"value":"2023","basis":"given"},"text":""}],'
        '"events":[{"id":"e","label":"E"}]}'
    )


@pytest.mark.parametrize("number", [0, 1, 0.0, 1.0])
def test_a_confidence_of_nothing_is_written(number: float) -> None:
    statement = load(GOLDEN).statements[0]
    lone = Statement(
        id=StatementId("s"),
        voice=statement.voice,
        form=statement.form,
        content="x",
        confidence=number,
        translated=False,
    )
    assert f'"translated":false,"confidence":{number!r}}}' in dumps(Dossier(statements=[lone]))


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_bytes_do_not_depend_on(environment: dict[str, str], tmp_path: Path) -> None:
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    command = [sys.executable, "-c", REWRITE, str(GOLDEN), str(tmp_path / "out.json")]
    told = subprocess.run(command, env=plain | environment, capture_output=True, text=True, check=True).stdout
    here = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told == here
    assert (tmp_path / "out.json").read_bytes() == GOLDEN.read_bytes()


def typed_json(data: object) -> object:
    if isinstance(data, dict):
        return {key: typed_json(item) for key, item in data.items()}
    return [typed_json(item) for item in data] if isinstance(data, list) else (type(data), data)


def _collect(item: Any, seen: set[tuple[type, str]]) -> None:
    if isinstance(item, Dossier):
        _collect([getattr(item, table) for table in TABLES], seen)
    elif attrs.has(type(item)):
        for field in attrs.fields(type(item)):
            value = getattr(item, field.name)
            if value is not None and value not in ((), False, Extra()):
                seen.add((type(item), field.name))
            _collect(value, seen)
    elif not isinstance(item, str | Extra) and hasattr(item, "__iter__") and not isinstance(item, type):
        for one in item:
            _collect(one, seen)
