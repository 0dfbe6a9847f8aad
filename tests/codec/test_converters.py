"""Converters: ours is strict with all, theirs learns our classes and nothing else changes."""

from __future__ import annotations

import subprocess
import sys
from enum import Enum
from typing import Any

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter as make_json_converter

from onrecord._codec import configure_converter, from_dict, make_converter, to_dict
from onrecord._dossier import Dossier
from onrecord._model import Account, Actor, ActorId, Extra, Form, Name, NameKind, Statement, Voice
from onrecord._when import When

STATEMENT = {"id": "s", "voice": "other", "content": "So.", "form": "direct", "medium": "unknown"}
FILE = {"onrecord": "0.2", "actors": [{"id": "a", "name": "A", "kind": "unknown"}]}


@attrs.frozen
class Clipping:
    """A class of somebody else's."""

    number: int
    statements: tuple[Statement, ...] = ()
    form: Form = Form.direct


@pytest.fixture(params=["ours", "theirs", "theirs for JSON", "theirs in short"])
def converter(request: pytest.FixtureRequest) -> cattrs.Converter:
    if request.param == "ours":
        return make_converter()
    theirs = {"theirs for JSON": make_json_converter(), "theirs in short": cattrs.Converter(detailed_validation=False)}
    chosen = theirs.get(request.param, cattrs.Converter())
    configure_converter(chosen)
    return chosen


def paths(error: Exception) -> list[str]:
    return [told.rpartition(" @ ")[2] for told in cattrs.transform_error(error)]


def test_an_object_is_structured(converter: cattrs.Converter) -> None:
    assert converter.structure(STATEMENT, Statement).voice is Voice.other


def test_an_object_is_unstructured(converter: cattrs.Converter) -> None:
    assert converter.unstructure(converter.structure(STATEMENT, Statement)) == STATEMENT


def test_a_dossier_is_structured_and_unstructured(converter: cattrs.Converter) -> None:
    assert converter.unstructure(converter.structure(FILE, Dossier)) == to_dict(from_dict(FILE)) == FILE


def test_a_class_of_theirs_may_hold_ours(converter: cattrs.Converter) -> None:
    data = {"number": 1, "statements": [STATEMENT], "form": "mixed"}
    clipping = converter.structure(data, Clipping)
    assert clipping.statements[0].content == "So."
    assert clipping.form is Form.mixed


@pytest.mark.parametrize("member", [{"speaker": None}, {"content": 5}, {"speeker": "a"}, {"medium": "loud"}])
def test_our_classes_are_strict_in_any_converter(converter: cattrs.Converter, member: dict[str, Any]) -> None:
    with pytest.raises(cattrs.ClassValidationError):
        converter.structure(STATEMENT | member, Statement)


def test_faults_have_the_places_that_users_of_cattrs_expect(converter: cattrs.Converter) -> None:
    data = STATEMENT | {
        "accounts": [{"event": 5, "status": "x", "factuality": "y", "when": {"value": "2:27"}}, 1],
        "voice": None,
    }
    del data["form"]
    with pytest.raises(cattrs.ClassValidationError) as caught:
        converter.structure(data, Statement)
    assert paths(caught.value) == [
        "$.voice",
        "$.accounts[0].event",
        "$.accounts[0].status",
        "$.accounts[0].factuality",
        "$.accounts[0].when.value",
        "$.accounts[1]",
        "$.form",
    ]


def test_faulty_references_have_the_places_that_users_of_cattrs_expect(converter: cattrs.Converter) -> None:
    with pytest.raises(cattrs.ClassValidationError) as caught:
        converter.structure({"onrecord": "0.2", "statements": [STATEMENT | {"speaker": "a"}]}, Dossier)
    assert paths(caught.value) == ["$.statements[0].speaker"]


def test_faults_inside_a_class_of_theirs_have_their_places() -> None:
    converter = cattrs.Converter()
    configure_converter(converter)
    with pytest.raises(cattrs.ClassValidationError) as caught:
        converter.structure({"number": 1, "statements": [STATEMENT, STATEMENT | {"id": ""}]}, Clipping)
    assert paths(caught.value) == ["$.statements[1].id"]


@pytest.mark.parametrize(
    ("data", "kind", "value"), [(5, str, "5"), ("5", int, 5), (0, bool, False), ({1: 2}, list, [1])]
)
def test_how_theirs_treats_all_else_stays_as_it_is(data: object, kind: Any, value: object) -> None:
    converter = cattrs.Converter()
    configure_converter(converter)
    assert converter.structure(data, kind) == value


def test_an_enum_hook_of_theirs_does_not_reach_our_vocabularies() -> None:
    converter = cattrs.Converter()
    converter.register_unstructure_hook(Enum, lambda member: member.name.upper())
    configure_converter(converter)
    name = Name(value="K", kind=NameKind.short)
    assert converter.unstructure(name) == {"value": "K", "kind": "short"}
    assert converter.unstructure(NameKind.short) == "short"


def test_a_hook_of_theirs_that_is_registered_later_wins() -> None:
    converter = make_converter()
    converter.register_structure_hook(When, lambda text, _: When(value=text))
    converter.register_unstructure_hook(When, lambda when: when.value)
    account = converter.structure(
        {"event": "e", "status": "occurred", "factuality": "certain", "when": "2023-05-03"}, Account
    )
    assert account.when == When(value="2023-05-03")
    assert converter.unstructure(account)["when"] == "2023-05-03"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (5, str),
        ("", int),
        (1.0, int),
        (True, int),
        ("1", float),
        (0, bool),
        ("ab", tuple[str, ...]),
        ({}, tuple[Name, ...]),
        ({}, list[Name]),
        (5, ActorId),
        ("loud", Form),
        ([], Extra),
        ({"desk": 1}, Extra),
    ],
)
def test_ours_is_strict_with_plain_types_too(data: object, kind: Any) -> None:
    with pytest.raises((cattrs.BaseValidationError, ValueError)):
        make_converter().structure(data, kind)


@pytest.mark.parametrize(
    ("data", "kind", "value"),
    [
        ("", str, ""),
        (3, float, 3),
        ("a", ActorId, "a"),
        (["a"], tuple[ActorId, ...], ("a",)),
        ([{"value": "K"}], list[Name], [Name(value="K")]),
        (None, Actor | None, None),
        ({"a:b": [1]}, Extra, Extra({"a:b": (1,)})),
    ],
)
def test_ours_takes_plain_types_as_they_are(data: object, kind: Any, value: object) -> None:
    structured = make_converter().structure(data, kind)
    assert structured == value
    assert type(structured) is type(value)


def test_a_hook_of_theirs_is_told_the_class() -> None:
    converter = make_converter()
    converter.register_structure_hook(Name, lambda text, cls: cls(value=text))
    actor = converter.structure({"id": "a", "name": "A", "names": ["Ada"]}, Actor)
    assert actor.names == (Name(value="Ada"),)


def test_a_converter_of_ours_can_be_copied() -> None:
    assert make_converter().copy().structure(STATEMENT, Statement).content == "So."


@pytest.mark.parametrize("module", ["cattrs", "json"])
def test_importing_the_codec_does_not_load(module: str) -> None:
    code = f"import sys, onrecord._codec; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
