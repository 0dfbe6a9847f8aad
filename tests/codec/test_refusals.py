"""What is not exactly right is refused: with a place, a code, and all of it at once."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._codec import dumps, from_dict, load, loads, to_dict
from onrecord._dossier import Dossier
from onrecord._model import ActorId, Extra, Form, Source, SourceId, Statement, StatementId, Voice
from onrecord._when import When
from onrecord.errors import FormatError

CODES = {
    "encoding",
    "not-json",
    "too-deep",
    "version",
    "missing-key",
    "unknown-key",
    "repeated-key",
    "wrong-type",
    "invalid-number",
    "unknown-term",
    "invalid-value",
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=2),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers() | st.sampled_from(["id"]), inner),
)
STATEMENT = {"id": "s", "voice": "other", "form": "direct", "content": "So."}
SPAN = {"exact": "So.", "start": 0, "end": 3}


def short(value: object) -> str:
    return ascii(value)[:60]


def faults(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(FormatError) as caught:
        loads(text)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def file(**members: Any) -> str:
    return json.dumps({"onrecord": "0.2", **members})


def statement(**members: Any) -> str:
    return file(statements=[STATEMENT | members])


def message(text: str | bytes) -> str:
    with pytest.raises(FormatError) as caught:
        loads(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ("", "$", "not-json"),
        ("{'onrecord': 1}", "$", "not-json"),
        ('{"onrecord": "0.2"} {}', "$", "not-json"),
        ('{"onrecord": "0.1\n"}', "$", "not-json"),
        ("[" * 100_000, "$", "too-deep"),
        ("[" * 100_000 + "]" * 100_000, "$", "too-deep"),
        ('{"extra":' * 100_000 + "1" + "}" * 100_000, "$", "too-deep"),
        (b'{"onrecord": "\xff"}', "$", "encoding"),
        ('{"onrecord": "0.2"}'.encode("utf-16"), "$", "encoding"),
        ('{"onrecord": "0.2"}'.encode("utf-32-be"), "$", "encoding"),
        ("[]", "$", "wrong-type"),
        ("null", "$", "wrong-type"),
        ("{}", "$.onrecord", "missing-key"),
        ('{"onrecord": 0.2}', "$.onrecord", "wrong-type"),
        ('{"onrecord": "0.0"}', "$.onrecord", "version"),
        ('{"onrecord": "1.0", "all": "else"}', "$.onrecord", "version"),
        ('{"onrecord": "one"}', "$.onrecord", "version"),
        ('{"onrecord": "0.2", "onrecord": "0.2"}', "$.onrecord", "repeated-key"),
        ('{"onrecord": "0.2","extra":{"a:b":{"odd":1,"odd":1}}}', "$.extra['a:b']['odd']", "repeated-key"),
        (file(actor=[]), "$.actor", "unknown-key"),
        (file(**{"no’te": 1}), "$['no’te']", "unknown-key"),
        (file(actors={}), "$.actors", "wrong-type"),
        (file(actors=None), "$.actors", "wrong-type"),
        (file(actors=[None]), "$.actors[0]", "wrong-type"),
        (file(actors=[[]]), "$.actors[0]", "wrong-type"),
        (file(actors=[{"name": "A"}]), "$.actors[0].id", "missing-key"),
        (file(actors=[{"id": "a", "name": ""}]), "$.actors[0].name", "invalid-value"),
        (file(actors=[{"id": "a", "name": 5}]), "$.actors[0].name", "wrong-type"),
        (file(actors=[{"id": "a", "name": "A", "anonymous": "false"}]), "$.actors[0].anonymous", "wrong-type"),
        (file(actors=[{"id": "a", "name": "A", "anonymous": 0}]), "$.actors[0].anonymous", "wrong-type"),
        (file(actors=[{"id": "a", "name": "A", "kind": "PERSON"}]), "$.actors[0].kind", "unknown-term"),
        (file(actors=[{"id": "a", "name": "A", "kind": ["person"]}]), "$.actors[0].kind", "wrong-type"),
        (file(actors=[{"id": "a", "name": "A", "members": "abc"}]), "$.actors[0].members", "wrong-type"),
        (file(actors=[{"id": "a", "name": "A", "members": ["b", ""]}]), "$.actors[0].members[1]", "invalid-value"),
        (file(actors=[{"id": "a", "name": "A", "kind": "joint"}]), "$.actors[0].members", "invalid-value"),
        (file(actors=[{"id": "a", "name": "A", "members": ["b"]}]), "$.actors[0].members[0]", "dangling"),
        (statement(speaker=None), "$.statements[0].speaker", "wrong-type"),
        (statement(speaker="nobody"), "$.statements[0].speaker", "dangling"),
        (statement(speaker="s"), "$.statements[0].speaker", "wrong-kind"),
        (statement(confidence=True), "$.statements[0].confidence", "wrong-type"),
        (statement(confidence=2), "$.statements[0].confidence", "invalid-value"),
        (statement(content="\ud800"), "$.statements[0].content", "invalid-value"),
        (statement(said={"value": "2:27"}), "$.statements[0].said.value", "invalid-value"),
        (statement(said={"value": "2023-05-03", "offset": "P1D"}), "$.statements[0].said.offset", "invalid-value"),
        (statement(said="2023-05-03"), "$.statements[0].said", "wrong-type"),
        (statement(extra={"desk": 1}), "$.statements[0].extra['desk']", "invalid-value"),
        (statement(extra=[]), "$.statements[0].extra", "wrong-type"),
        (statement(extra={"a:b": [1, "\udfff"]}), "$.statements[0].extra['a:b'][1]", "invalid-value"),
        (statement(extra={"a:b": {"\udfff": 1}}), r"$.statements[0].extra['a:b']['\udfff']", "invalid-value"),
        (file(extra={"a:b": json.loads("[" * 101 + "]" * 101)}), "$.extra['a:b']", "too-deep"),
        ('{"onrecord": "0.2","extra":{"a:b":[{"c":1,"c":2}]}}', "$.extra['a:b'][0]['c']", "repeated-key"),
        ('{"onrecord": "0.2","extra":{"a:b":[1,NaN]}}', "$.extra['a:b'][1]", "invalid-number"),
    ],
    ids=short,
)
def test_a_fault_is_named_with_its_place_and_code(text: str | bytes, path: str, code: str) -> None:
    assert faults(text) == [(path, code)]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-999", "-0.0001e-999"])
def test_a_number_that_python_would_change_is_refused(number: str) -> None:
    text = statement(confidence=0.5).replace("0.5", number)
    assert faults(text) == [("$.statements[0].confidence", "invalid-number")]


@pytest.mark.parametrize("number", ["9" * 641, "-" + "9" * 5000, "0." + "3" * 5000, "1" + "0" * 300_000], ids=short)
def test_a_number_of_too_many_digits_is_refused_at_once(number: str) -> None:
    text = statement(confidence=0.5).replace("0.5", number)
    assert faults(text) == [("$.statements[0].confidence", "invalid-number")]


@pytest.mark.parametrize("end", ["3.0", "true", '"3"', "null", "[3]", "3e0"])
def test_an_offset_is_an_integer_and_nothing_else(end: str) -> None:
    anchor = {"spans": [SPAN | {"end": "END"}]}
    text = statement(evidence=[{"source": "x", "content": anchor}]).replace('"END"', end)
    assert faults(text) == [("$.statements[0].evidence[0].content.spans[0].end", "wrong-type")]


def test_what_the_constructors_refuse_is_named_down_to_the_field() -> None:
    text = statement(evidence=[{"source": "x", "content": {"spans": [SPAN | {"end": 0}]}}])
    assert faults(text) == [("$.statements[0].evidence[0].content.spans[0].end", "invalid-value")]


def test_all_faults_of_an_object_are_told_at_once() -> None:
    text = statement(id="", voice="loud", speeker="a", content=5, confidence=3, about=[1, "x"], via=None)
    assert faults(text) == [
        ("$.statements[0].id", "invalid-value"),
        ("$.statements[0].voice", "unknown-term"),
        ("$.statements[0].content", "wrong-type"),
        ("$.statements[0].speeker", "unknown-key"),
        ("$.statements[0].confidence", "invalid-value"),
        ("$.statements[0].about[0]", "wrong-type"),
        ("$.statements[0].via", "wrong-type"),
    ]


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = file(actors=[{"id": 1, "name": "A"}, {"id": "b"}], events=[{}], unknown=None)
    assert faults(text) == [
        ("$.actors[0].id", "wrong-type"),
        ("$.actors[1].name", "missing-key"),
        ("$.events[0].id", "missing-key"),
        ("$.events[0].label", "missing-key"),
        ("$.unknown", "unknown-key"),
    ]


def test_all_faulty_references_are_told_at_once_in_the_order_of_the_file() -> None:
    text = file(statements=[STATEMENT | {"id": "z", "speaker": "a"}, STATEMENT | {"id": "b", "via": "c"}])
    assert faults(text) == [("$.statements[0].speaker", "dangling"), ("$.statements[1].via", "dangling")]


def test_faulty_references_are_told_with_the_faults_of_form_in_the_order_of_the_file() -> None:
    text = file(
        actors=[{"id": "a", "name": "A", "members": ["nobody"]}, {"id": "b"}, {"id": "c", "name": "C", "members": "a"}],
        statements=[STATEMENT | {"speaker": "a"}, STATEMENT | {"id": "t", "form": "x"}],
    )
    assert faults(text) == [
        ("$.actors[0].members[0]", "dangling"),
        ("$.actors[1].name", "missing-key"),
        ("$.actors[2].members", "wrong-type"),
        ("$.statements[1].form", "unknown-term"),
    ]


def test_a_reference_to_what_cannot_be_read_does_not_dangle() -> None:
    text = file(actors=[{"id": "a"}], statements=[STATEMENT | {"speaker": "a"}])
    assert faults(text) == [("$.actors[0].name", "missing-key")]


UNREADABLE: list[tuple[dict[str, Any], str]] = [
    ({"actors": [{"idd": "a", "name": "A"}]}, "unknown-key"),
    ({"actors": [{"id": 5, "name": "A"}]}, "wrong-type"),
    ({"actors": ["a"]}, "wrong-type"),
    ({"actors": {"id": "b", "name": "B", "members": ["c"]}}, "wrong-type"),
    ({"actor": [{"id": "a", "name": "A"}]}, "unknown-key"),
]


@pytest.mark.parametrize(("members", "code"), UNREADABLE)
def test_no_reference_dangles_where_not_every_id_can_be_read(members: dict[str, Any], code: str) -> None:
    told = {found for _, found in faults(file(**members, statements=[STATEMENT | {"speaker": "a"}]))}
    assert code in told
    assert "dangling" not in told


@pytest.mark.parametrize("key", ["status", "factuality"])
def test_an_account_asserts_nothing_that_the_file_does_not_say(key: str) -> None:
    account = {"event": "e", "status": "occurred", "factuality": "certain"}
    del account[key]
    text = file(events=[{"id": "e", "label": "E"}], statements=[STATEMENT | {"accounts": [account]}])
    assert faults(text) == [(f"$.statements[0].accounts[0].{key}", "missing-key")]


def test_a_link_asserts_nothing_that_the_file_does_not_say() -> None:
    nouns = [{"id": key, "label": key} for key in "ef"]
    text = file(events=nouns, links=[{"kind": "causes", "start": "e", "end": "f"}])
    assert faults(text) == [("$.links[0].factuality", "missing-key")]


def test_every_key_that_is_repeated_is_told_with_the_other_faults() -> None:
    text = '{"onrecord": "0.2","actors":[{"id":"a","id":"b","name":"A","name":5}]}'
    assert faults(text) == [
        ("$.actors[0].id", "repeated-key"),
        ("$.actors[0].name", "repeated-key"),
        ("$.actors[0].name", "wrong-type"),
    ]


def test_a_key_that_is_both_unknown_and_repeated_is_told_as_both() -> None:
    text = '{"onrecord": "0.2", "odd key": 1, "odd key": 2}'
    assert faults(text) == [("$['odd key']", "repeated-key"), ("$['odd key']", "unknown-key")]


def test_a_misspelt_key_is_told_with_what_was_meant() -> None:
    assert "$.statements[0].speeker: is no member of Statement; did you mean 'speaker'?" in message(
        statement(speeker="a")
    )


def test_a_misspelt_term_is_told_with_what_was_meant() -> None:
    assert "is no Form: 'dirct'; did you mean 'direct'?" in message(statement(form="dirct"))


def test_an_unknown_term_is_told_with_the_vocabulary() -> None:
    assert "is no Voice: 'loud'; the terms are writer, other, arbitrary" in message(statement(voice="loud"))


def test_null_is_told_with_the_way_out() -> None:
    assert "must be a string, not null: leave out what is not known" in message(statement(speaker=None))


def test_a_newer_version_is_told_with_the_way_out() -> None:
    assert "format 1.0 is of a newer major version than 0.2, which this release reads: upgrade onrecord" in message(
        '{"onrecord": "1.0"}'
    )


def test_what_is_not_json_is_told_with_line_and_column() -> None:
    assert "(line 2, column 1)" in message('{"onrecord": "0.2",\n]')


def test_a_message_shows_a_long_value_in_short() -> None:
    assert len(message(statement(voice="x" * 10**6, **{"y" * 10**6: 1}))) < 1000


def test_a_message_can_be_printed_whatever_the_file_holds() -> None:
    text = statement(**{"\ud800\x1b": "\ud800", "voice": "\udfff\x07", "extra": {"\ud801": 1}})
    assert message(text).isprintable() or message(text).replace("\n", "").isprintable()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_byte_order_mark_changes_nothing(mark: str) -> None:
    text = mark + file(actors=[{"id": "a", "name": "Ångström"}])
    assert loads(text.encode()).actors == loads(text).actors


def verdict(read: Callable[[Any], Dossier], data: object) -> set[str]:
    """The codes of what is wrong; none where it is read, and no other end."""
    try:
        read(data)
    except FormatError as error:
        return {problem.code for problem in error.problems}
    return set()


@given(st.text() | st.binary())
def test_whatever_is_read_either_is_a_dossier_or_ends_in_the_one_error(text: str | bytes) -> None:
    assert verdict(loads, text) <= CODES


@given(ANYTHING)
def test_whatever_plain_data_is_given_either_is_a_dossier_or_ends_in_the_one_error(data: object) -> None:
    for members in ({"onrecord": "0.2", "extra": data}, {"onrecord": "0.1", "events": data}, data):
        assert verdict(from_dict, members) <= CODES


@pytest.mark.parametrize("number", [10**640, -(10**5000)], ids=["positive", "negative"])
def test_a_number_too_long_to_be_shown_is_refused_as_any_other(number: int) -> None:
    with pytest.raises(FormatError, match=r"\$\.actors: must be an array, got an integer of more than 640 digits"):
        from_dict({"onrecord": "0.2", "actors": number})


def test_data_that_holds_itself_is_refused() -> None:
    loop: list[object] = []
    loop.append(loop)
    with pytest.raises(FormatError, match="must not nest deeper than 100 levels"):
        from_dict({"onrecord": "0.2", "extra": {"a:b": loop}})


@pytest.mark.parametrize("members", [{1: 2}, {"actors": ({"id": "a", "name": "A"},)}, {"extra": {"a:b": (1,)}}])
def test_plain_data_is_what_json_gives_and_nothing_else(members: dict[Any, Any]) -> None:
    with pytest.raises(FormatError):
        from_dict({"onrecord": "0.2", **members})


def test_a_faulty_file_is_named_in_the_error(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(FormatError, match=r"case\.json: 1 problem") as caught:
        load(path)
    assert caught.value.source == str(path)


def test_a_missing_file_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.json")


def said(**members: Any) -> Statement:
    return Statement(id=StatementId("s"), voice=Voice.other, form=Form.direct, content="So.", **members)


@pytest.mark.parametrize("write", [dumps, to_dict])
def test_a_dossier_with_a_faulty_reference_is_not_written(write: Any) -> None:
    with pytest.raises(FormatError, match=r"the dossier: 1 problem\n  \$.statements\[0\].speaker"):
        write(Dossier(statements=[said(speaker=ActorId("nobody"))]))


def test_findings_are_written_and_read() -> None:
    published = Source(id=SourceId("n"), published=When(value="2023-05-03"), retrieved=When(value="2023-05-02"))
    dossier = Dossier(sources=[published])
    assert [problem.code for problem in dossier.check()] == ["reversed"]
    assert loads(dumps(dossier)) == dossier


def test_foreign_data_as_deep_as_may_be_is_read_back() -> None:
    deep = Extra({"a:b": json.loads("[" * 100 + "]" * 100)})
    assert loads(dumps(Dossier(extra=deep))).extra == deep


def test_a_lone_surrogate_in_a_str_is_refused_at_its_place() -> None:
    assert faults('{"onrecord":"0.2","events":[{"id":"e","label":"\ud800"}]}') == [
        ("$.events[0].label", "invalid-value")
    ]


@pytest.mark.parametrize("was_on", [True, False])
def test_reading_leaves_the_cyclic_collector_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        loads(file())
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
