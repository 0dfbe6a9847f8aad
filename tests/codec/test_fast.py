"""The fast path says what the strict path says, or nothing."""

from __future__ import annotations

import functools
import io
import json
import re
import subprocess
import sys
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from cattrs.errors import BaseValidationError
from hypothesis import given
from hypothesis import strategies as st

from onrecord import testing
from onrecord._codec import _fast, dumps, loads, read_jsonl, write_jsonl
from onrecord._codec._converter import shared_converter
from onrecord._codec._document import FORMAT, Document, Item, document_of
from onrecord._codec._faults import FaultError
from onrecord._codec._limits import Limits
from onrecord._codec._text import parse, to_text
from onrecord._codec._versions import as_ours
from onrecord._dossier import Dossier
from onrecord._model import (
    Account,
    AccountStatus,
    Anchor,
    Event,
    EventId,
    Extra,
    Factuality,
    Form,
    Medium,
    Participant,
    ParticipantRole,
    Quantity,
    Span,
    Statement,
    StatementId,
    Voice,
)
from onrecord._when import TimeBasis, When
from onrecord.errors import FormatError, InvalidValueError
from tests.codec.test_mutants import DOCUMENT, places, spoilings, spoilt

pytest.importorskip("msgspec", minversion="0.22", reason="NOT TESTED: the fast path, for want of msgspec")

from onrecord._codec._fast import _codec as fast_codec
from onrecord._codec._fast._keys import has_keys
from onrecord._codec._fast._making import KNOWN, PLAIN, rules_of
from onrecord._codec._fast._shapes import opened

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / f"format-{FORMAT}.json"
FILES = sorted([GOLDEN, *(ROOT / "seeds").glob("*.json")])
COMPACT = json.dumps(json.loads(GOLDEN.read_bytes()), separators=(",", ":"), ensure_ascii=False)
LIMITS = Limits()
NOUNS = st.one_of(
    testing.sources(),
    testing.actors(),
    testing.locations(),
    testing.events(),
    testing.statements(),
    testing.links(),
    testing.identities(),
)
IDS = st.sampled_from(["e:1", "e:2", "e:3"])
FIELDS: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Account: {"event": IDS, "condition": st.none() | IDS},
    Span: {"exact": st.text(min_size=1, max_size=3), "start": st.integers(0, 3), "end": st.integers(-1, 6)},
    Participant: {name: st.none() | IDS for name in ("actor", "location", "text")},
    When: {
        "value": st.none() | st.sampled_from(["2023", "2023-05-03", "2:27am"]),
        "offset": st.none() | st.sampled_from(["-P1D", "P", "yesterday"]),
        "text": st.none() | IDS,
        "relative_to": st.none() | IDS,
        "note": st.none() | IDS,
        "basis": st.just(TimeBasis.given),
    },
    Statement: {
        "id": IDS,
        "via": st.none() | IDS,
        "voice": st.sampled_from(Voice),
        **{name: st.none() | IDS for name in ("speaker", "occasion", "place")},
        "about": st.lists(IDS, max_size=2).map(tuple),
        "accounts": st.lists(st.builds(Account, event=IDS, alternative=st.none() | st.just("either")), max_size=3).map(
            tuple
        ),
    },
}
"""For each class whose rules are not always asked, the fields that they look at."""
FIELDS[Anchor] = {
    "spans": st.lists(st.builds(lambda at: Span(exact="ab", start=at, end=at + 2), st.integers(0, 4)), max_size=3).map(
        tuple
    )
}


def strictly(data: bytes) -> Document | None:
    """What the strict path reads from a file, references apart."""
    try:
        ours, faults = as_ours(parse(data), LIMITS)
        document = shared_converter().structure(ours, Document)
    except (BaseValidationError, FaultError):
        return None
    return None if faults else document


def typed(value: Any) -> Any:
    """A value with the type of each of its parts."""
    if attrs.has(type(value)):
        return type(value), [typed(getattr(value, field.name)) for field in attrs.fields(type(value))]
    if isinstance(value, Extra):
        return Extra, [(key, typed(item)) for key, item in value.items()]
    return type(value), [typed(item) for item in value] if isinstance(value, tuple) else repr(value)


def nested(levels: int) -> str:
    return "[" * levels + "1" + "]" * levels


def agrees(data: bytes) -> bool:
    """Whether the fast path declines, or reads what the strict path reads."""
    fast = fast_codec.read_document(data, LIMITS)
    if fast is None:
        return True
    strict = strictly(data)
    return strict == fast and typed(strict) == typed(fast)


def line_of(item: Item) -> bytes:
    kind = type(item).__name__.lower()
    return b'{"onrecord":"%b","%b":%b}' % (FORMAT.encode(), kind.encode(), strict_text(item))


def strict_text(item: Item) -> bytes:
    return to_text(shared_converter().unstructure(item)).encode()


def event_with(extra: str) -> bytes:
    return f'{{"onrecord":"{FORMAT}","event":{{"id":"e","label":"E","extra":{extra}}}}}'.encode()


@pytest.fixture(scope="module")
def mutants() -> list[str]:
    """The mutants of a document with every class, in our version of the format."""
    texts = {spoilt(place, spoil) for place in places(DOCUMENT) for spoil in spoilings(place)}
    return [re.sub(r'^{"onrecord": "[0-9.]+"', f'{{"onrecord": "{FORMAT}"', text) for text in sorted(texts)]


SAID = Statement(
    id=StatementId("s"),
    voice=Voice.other,
    content="So it was.",
    form=Form.direct,
    said=When(value="2023-05-03"),
    accounts=(
        Account(
            event=EventId("e"),
            status=AccountStatus.occurred,
            factuality=Factuality.certain,
            participants=(Participant(role=ParticipantRole.agent, text="two drones"),),
        ),
    ),
)


@pytest.mark.parametrize("colon", ['": ', '":', '" :'])
def test_every_mutant_is_declined_or_read_as_the_strict_path_reads_it(mutants: list[str], colon: str) -> None:
    texts = [text.replace(", ", ",").replace('": ', colon) for text in mutants]
    assert [text for text in texts if not agrees(text.encode())] == []


def test_mutants_that_the_strict_path_reads_are_not_declined(mutants: list[str]) -> None:
    read = [text for text in mutants[::5] if strictly(text.encode()) is not None]
    assert len(read) > 200
    assert [text for text in read if fast_codec.read_document(text.encode(), LIMITS) is None] == []


@given(st.data())
def test_text_spoilt_anywhere_is_declined_or_read_as_the_strict_path_reads_it(data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.integers(0, len(COMPACT)), min_size=2, max_size=2)))
    end = min(end, start + data.draw(st.sampled_from([0, 1, 2, 20])))
    piece = data.draw(
        st.one_of(st.sampled_from(list('{}[]":,\\0.eE- \t\n\x00\ud800é')), st.just(COMPACT[start:end] * 2))
    )
    spoilt_text = COMPACT[:start] + piece + COMPACT[end:]
    assert agrees(spoilt_text.encode(errors="surrogatepass"))


@pytest.mark.parametrize(
    "members",
    [
        '"actors":[{"id":"a","name":"A","name":"B"}]',
        '"actors":[{"id":"a","name" :"A","name":"B"}]',
        '"actors":[{"id":"a","n\\u0061me":"A","name":"B"}]',
        '"actors":[{"id":"a","name":"\\":\\\\","name":"B"}]',
        '"actors":[{"id":"a","name":"A","\\\\":1}]',
        '"actors":[{"id":"a","name":":","kind":null}]',
        '"actors":[{"id":"a","name":"A","members":[]}]',
        '"actors":[{"id":"a","name":"A","anonymous":false,"kind":"unknown","extra":{}}]',
        '"actors":[{"id":"a","name":"A","extra":{"a:b":1,"a:b":1}}]',
        '"actors":[{"id":"a","name":"A","extra":{"a:b":{"c":1,"c":1}}}]',
        '"actors":[{"id":"a","name":"A","extra":{"a:\\\\" :1,"a:\\\\":1}}]',
        '"actors":[{"id":"a","name":"A","extra":{"onrecord:x":1}}]',
        '"actors":[{"id":"a","name":"A","extra":{"a:b":9007199254740992}}]',
        '"actors":[{"id":"a","name":"A","extra":{"a:b":-0,"a:c":-0.0,"a:d":1e16}}]',
        '"actors":[{"id":"a","name":"A","extra":{"a:b":1e-999}}]',
        '"actors":[{"id":"a","name":"A","extra":{"a:b":0.%s1}}]' % ("0" * 400),
        '"actors":[{"id":"a","name":"A","extra":{"a:b":1.%s}}]' % ("1" * 700),
        '"actors":[{"id":"a","name":"A","extra":{"a:b":1e999}}]',
        f'"actors":[{{"id":"a","name":"A","extra":{{"a:b":{nested(100)}}}}}]',
        f'"actors":[{{"id":"a","name":"A","extra":{{"a:b":{nested(101)}}}}}]',
        f'"actors":[{{"id":"a","name":"A","extra":{{"a:b":{nested(100_000)}}}}}]',
        '"locations":[{"id":"l","name":"L","point":{"latitude":1,"longitude":1.0,"radius":0.0}}]',
        '"locations":[{"id":"l","name":"L","point":{"latitude":-0.0,"longitude":0,"radius":0e5}}]',
        '"locations":[{"id":"l","name":"L","point":{"latitude":90.1,"longitude":0}}]',
        '"locations":[{"id":"l","name":"L","point":{"latitude":0,"longitude":0,"radius":1e-400}}]',
        '"locations":[{"id":"l","name":"L","point":{"latitude":true,"longitude":0}}]',
        '"events":[{"id":"e","label":"\\ud83d\\ude00"}]',
        '"events":[{"id":"e","label":"\\ude00\\ud83d"}]',
        '"events":[{"id":"e","label":"\u007f\u0085\u2028"}]',
        '"events":[{"id":"e","label":"\\/\\u0000"}]',
        '"events":[{"id":"e","label":"E","when":{"value":"2:27am"}}]',
        '"events":[{"id":"e","label":"E","when":{}}]',
        '"events":[{"id":"e","label":"E","when":{"text":"then","offset":"P1D"}}]',
    ],
)
def test_odd_text_is_declined_or_read_as_the_strict_path_reads_it(members: str) -> None:
    data = f'{{"onrecord":"{FORMAT}",{members}}}'.encode()
    assert agrees(data)
    assert agrees(b"\xef\xbb\xbf" + data)
    assert agrees(data.replace(b'"a"', b'"\xff"').replace(b'"e"', b'"\xed\xa0\x80"'))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_are_read_and_not_declined(path: Path) -> None:
    data = path.read_bytes()
    fast = fast_codec.read_document(data, LIMITS)
    assert fast is not None
    assert typed(fast) == typed(strictly(data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_object_of_a_file_is_read_from_its_line_and_written_as_it(path: Path) -> None:
    document = strictly(path.read_bytes())
    assert document is not None
    for field in attrs.fields(Document):
        for item in getattr(document, field.name) if field.name not in {"onrecord", "extra"} else ():
            assert fast_codec.write(item) == strict_text(item)
            assert typed(fast_codec.read_line(line_of(item), LIMITS)) == typed(item)


@given(NOUNS)
def test_a_noun_s_text_is_the_strict_path_s_byte_for_byte(item: Any) -> None:
    assert fast_codec.write(item) == strict_text(item)


@given(testing.extras())
def test_the_text_of_foreign_data_is_the_strict_path_s_byte_for_byte(extra: Extra) -> None:
    assert fast_codec.write(extra) == strict_text(extra)


@given(testing.dossiers())
def test_a_dossier_s_text_is_the_strict_path_s_byte_for_byte(dossier: Dossier) -> None:
    document = document_of(dossier)
    assert fast_codec.write(document) == to_text(shared_converter().unstructure(document)).encode()


@given(testing.dossiers())
def test_a_dossier_is_declined_or_read_as_the_strict_path_reads_it(dossier: Dossier) -> None:
    assert agrees(dumps(dossier).encode())
    assert agrees(dumps(dossier, indent=1).encode())


@given(NOUNS)
def test_a_line_is_declined_or_read_as_it_was_written(item: Any) -> None:
    fast = fast_codec.read_line(line_of(item), LIMITS)
    assert fast is None or typed(fast) == typed(item)


def test_every_character_is_written_as_the_strict_path_writes_it() -> None:
    codes = [*range(0xD800), *range(0xE000, 0x11000), *range(0x1F600, 0x1F650), 0x10FFFF]
    event = Event(id=EventId("e"), label="".join(map(chr, codes)))
    assert fast_codec.write(event) == strict_text(event)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53) + 1, 2**53 - 1))
def test_every_number_is_written_as_the_strict_path_writes_it(number: float) -> None:
    quantity = Quantity(kind="k", low=number)
    account = Account(event=EventId("e"), quantities=(quantity,))
    statement = attrs.evolve(SAID, accounts=(account,))
    assert fast_codec.write(statement) == strict_text(statement)


@given(st.data())
@pytest.mark.parametrize("cls", PLAIN, ids=lambda cls: cls.__name__)
def test_where_the_rules_are_not_asked_they_hold(cls: Any, data: st.DataObject) -> None:
    instance = opened(cls)()
    for field in attrs.fields(cls):
        value = data.draw(FIELDS[cls][field.name]) if field.name in FIELDS[cls] else field.default
        setattr(instance, field.name, value)
    instance.__class__ = cls
    rules = rules_of(cls)
    assert rules is not None
    try:
        plain = eval(PLAIN[cls], {**KNOWN, "x": instance})
    except ValueError:
        plain = False  # refused, as a value that the rules refuse
    if plain:
        rules(instance)


@pytest.mark.parametrize("cls", PLAIN, ids=lambda cls: cls.__name__)
def test_the_rules_are_the_class_s_own(cls: Any) -> None:
    rules: Any = rules_of(cls)
    assert rules.__code__ is cls.__attrs_post_init__.__code__


@given(
    st.recursive(
        st.text(st.sampled_from('":\\ {}x'), max_size=4),
        lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(st.sampled_from(['"', ":", "\\", "x"]), inner)),
        max_leaves=8,
    ),
    st.sampled_from(["", " ", "\n\t"]),
)
def test_keys_are_counted_whatever_the_strings_hold(value: Any, space: str) -> None:
    def text_of(value: Any) -> str:
        if isinstance(value, str):
            return json.dumps(value)
        if value and isinstance(value[0], tuple):
            return "{" + ",".join(f"{json.dumps(key)}{space}:{space}{text_of(item)}" for key, item in value) + "}"
        return "[" + ",".join(map(text_of, value)) + "]"

    pairs: list[Any] = []
    json.loads(text_of(value), object_pairs_hook=pairs.extend)
    assert has_keys(text_of(value).encode(), len(pairs))
    assert not has_keys(text_of(value).encode(), len(pairs) - 1)


@pytest.mark.parametrize(
    "line",
    [
        '{"onrecord":"0.1","event":{"id":"e","label":"E"}}',
        '{"onrecord":"0.99","event":{"id":"e","label":"E"}}',
        '{"event":{"id":"e","label":"E"}}',
        f'{{"onrecord":"{FORMAT}"}}',
        f'{{"onrecord":"{FORMAT}","event":{{"id":"e","label":"E"}},"actor":{{"id":"a","name":"A"}}}}',
        f'{{"onrecord":"{FORMAT}","event":{{"id":"e","label":"E"}},"extra":{{}}}}',
        f'{{"onrecord":"{FORMAT}","event":{{"id":"e","label":"E"}},"event":{{"id":"e","label":"E"}}}}',
        f'{{"onrecord":"{FORMAT}","events":[]}}',
        f'{{"onrecord":"{FORMAT}","extra":{{"onrecord:x":1}}}}',
        "",
        "[]",
    ],
)
def test_a_line_of_another_version_or_shape_is_declined(line: str) -> None:
    assert fast_codec.read_line(line.encode(), LIMITS) is None


def test_a_line_of_foreign_data_is_read() -> None:
    line = f'{{"onrecord":"{FORMAT}","extra":{{"a:b":[1,1.0,true,null,{{"c":"d"}}]}}}}'.encode()
    assert typed(fast_codec.read_line(line, LIMITS)) == typed(Extra({"a:b": [1, 1.0, True, None, {"c": "d"}]}))


def test_a_line_may_end_in_white_space() -> None:
    assert fast_codec.read_line(line_of(SAID) + b" \r\n", LIMITS) == SAID


@pytest.mark.parametrize(("limits", "extra"), [(Limits(depth=1), '{"a:b":[[1]]}'), (Limits(count=0), '{"a:b":1}')])
def test_what_may_be_beyond_a_limit_is_declined(limits: Limits, extra: str) -> None:
    assert fast_codec.read_line(event_with(extra), LIMITS) is not None
    assert fast_codec.read_line(event_with(extra), limits) is None


def test_more_objects_than_the_limit_are_declined() -> None:
    data = GOLDEN.read_bytes()
    assert fast_codec.read_document(data, Limits(count=3)) is None
    assert fast_codec.read_document(data, Limits(count=None)) is not None


def test_reserved_keys_are_left_to_the_strict_path() -> None:
    kept = Extra({"onrecord:0.9:mood": "sad"})
    assert fast_codec.write(kept) is None
    assert fast_codec.write(attrs.evolve(SAID, extra=kept)) is None
    assert fast_codec.write(Document(onrecord=FORMAT, extra=kept)) is None
    assert fast_codec.write(Document(onrecord=FORMAT, statements=(attrs.evolve(SAID, extra=kept),))) is None


def test_what_is_read_is_as_frozen_as_any_object() -> None:
    read = fast_codec.read_line(line_of(SAID), LIMITS)
    assert isinstance(read, Statement)
    assert hash(read) == hash(SAID)
    assert weakref.ref(read)() is read
    assert attrs.evolve(read, medium=Medium.writing) == attrs.evolve(SAID, medium=Medium.writing)
    parts: list[Any] = [read, read.accounts[0], read.accounts[0].participants[0], read.said]
    for part in parts:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            part.text = "changed"


def test_the_model_s_classes_check_as_before() -> None:
    assert _fast.codec() is not None
    with pytest.raises(InvalidValueError, match=r"Span\.end must be greater"):
        Span(exact="a", start=3, end=2)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_large_file_and_many_lines_are_read_alike_with_msgspec_and_without(
    is_there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_there:
        monkeypatch.setattr(_fast, "codec_for", lambda size: None)
    items = [attrs.evolve(SAID, id=StatementId(f"s{number}"), content="So it was. " * 300) for number in range(400)]
    stream = io.BytesIO()
    write_jsonl(items, stream)
    assert typed(tuple(read_jsonl(io.BytesIO(stream.getvalue())))) == typed(tuple(items))
    text = b'{"onrecord":"%b","events":[{"id":"e","label":"%b"}]}' % (FORMAT.encode(), b"E" * 2**20)
    assert dumps(loads(text)).encode() == text


def test_msgspec_is_loaded_where_that_pays_or_it_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = functools.cache(_fast.codec.__wrapped__)
    monkeypatch.setattr(_fast, "codec", fresh)
    assert _fast.codec_for(1_000) is None
    assert _fast.codec_for(10**7) is fast_codec
    assert _fast.codec_for(1_000) is fast_codec


@pytest.mark.parametrize("module", [None, SimpleNamespace(__version__="0.21.9")], ids=["missing", "old"])
def test_a_missing_or_unknown_msgspec_is_none(monkeypatch: pytest.MonkeyPatch, module: Any) -> None:
    monkeypatch.setitem(sys.modules, "msgspec", module)
    assert _fast.codec.__wrapped__() is None


def test_importing_onrecord_does_not_import_msgspec() -> None:
    subprocess.run([sys.executable, "-c", "import sys, onrecord; sys.exit('msgspec' in sys.modules)"], check=True)


def test_a_refusal_names_its_place_whether_msgspec_is_there_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f'{{"onrecord":"{FORMAT}","events":[{{"id":"e"}}]}}'.encode()
    with pytest.raises(FormatError) as fast:
        loads(text)
    monkeypatch.setattr(_fast, "codec_for", lambda size: None)
    with pytest.raises(FormatError) as strict:
        loads(text)
    assert fast.value.problems == strict.value.problems
