"""Statements read from JSON Lines and written to them, against msgspec, cattrs with orjson, pydantic, pystac, stix2."""

from __future__ import annotations

import gc
import io
import json
import tracemalloc
import types
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, NewType, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
import msgspec
import orjson
import pydantic
import pystac
import stix2
from _timing import Times, best, race, ratio, report
from cattrs.preconf.orjson import make_converter

from onrecord import Extra, Statement, read_jsonl, write_jsonl

SEED = Path(__file__).parents[1] / "seeds" / "kremlin-drones.json"
STATEMENTS = 60_000
PART = 3_000  # so many of theirs a round for the slow ones
ROUNDS = 7
OURS, STRUCT, CATTRS, PYDANTIC = "onrecord", "msgspec", "cattrs with orjson", "pydantic"
PYSTAC, STIX2 = "pystac items", "stix2.parse"

Readers: TypeAlias = Mapping[str, Callable[[list[bytes]], list[Any]]]


def main() -> None:
    lines = drawn(STATEMENTS)
    read = readers()
    agreed(read, lines[:500])
    print(f"json_lines: {len(lines):,} statements of {mean_size(lines):,.0f} bytes; microseconds an object, best round")
    reading(read, lines)
    writing(read, lines)
    memory({name: read[name] for name in (OURS, STRUCT)}, lines)


def reading(read: Readers, lines: list[bytes]) -> None:
    slow = {PYSTAC: pystac_items(PART), STIX2: stix2_objects(PART)}
    for name, theirs in slow.items():
        print(f" {name}: objects of its own, {mean_size(theirs):,.0f} bytes each; timed on {PART:,}, compared each")
    tasks = {name: partial(read_all, read[name], slow.get(name, lines)) for name in read}
    print(" reading, the collector at rest for all")
    times = each(race(tasks, [None] * ROUNDS), slow, len(lines))
    compare(times, {CATTRS: 2.5, PYDANTIC: 3, PYSTAC: 8, STIX2: 40})
    print(" reading, the collector on for all")
    tasks = {name: partial(collected, task) for name, task in tasks.items() if name not in slow}
    compare(each(race(tasks, [None] * ROUNDS), slow, len(lines)), {})


def writing(read: Readers, lines: list[bytes]) -> None:
    statements, structs = read[OURS](lines), read[STRUCT](lines)
    encode = msgspec.json.Encoder().encode
    tasks = {
        OURS: lambda _: write_jsonl(statements, io.BytesIO()),
        STRUCT: lambda _: io.BytesIO().writelines(encode(struct) + b"\n" for struct in structs),
    }
    print(" writing, the collector at rest for both")
    times = each(race(tasks, [None] * ROUNDS), {}, len(lines))
    print(shown(times))
    report(f"{OURS} over {STRUCT}", ratio(times, OURS, STRUCT), at_most=2.6)


def memory(read: Readers, lines: list[bytes]) -> None:
    held = {name: bytes_held(reader, lines[:5_000]) for name, reader in read.items()}
    print(" memory, as tracemalloc counts it: " + ", ".join(f"{name} {size:,.0f}" for name, size in held.items()))
    report(f"{OURS} over {STRUCT}, bytes a statement", held[OURS] / held[STRUCT], at_most=1)


def compare(times: Times, aims: Mapping[str, float]) -> None:
    print(shown(times))
    report(f"{OURS} over {STRUCT}", ratio(times, OURS, STRUCT), at_most=2.2)
    for name in [name for name in times if name not in {OURS, STRUCT}]:
        report(f"times quicker than {name}", ratio(times, name, OURS), at_least=aims.get(name))


def shown(times: Times) -> str:
    return "  " + ", ".join(f"{name} {best(times, name):,.1f}" for name in times)


def each(times: Times, slow: Mapping[str, list[bytes]], count: int) -> Times:
    """Microseconds an object in place of seconds a round."""
    return {name: [t * 1e6 / len(slow.get(name, range(count))) for t in taken] for name, taken in times.items()}


def read_all(reader: Callable[[list[bytes]], list[Any]], lines: list[bytes], _: object) -> None:
    reader(lines)


def collected(task: Callable[[object], None], work: object) -> None:
    gc.enable()
    try:
        task(work)
    finally:
        gc.disable()


def bytes_held(reader: Callable[[list[bytes]], list[Any]], lines: list[bytes]) -> float:
    reader(lines)  # what is made once is made
    tracemalloc.start()
    held = reader(lines)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / len(held)


def drawn(count: int) -> list[bytes]:
    """Lines with the seed's statements over and over, each with an id of its own."""
    record = json.loads(SEED.read_bytes())
    lines = []
    for number in range(count):
        statement = dict(record["statements"][number % len(record["statements"])])
        statement["id"] = f"{statement['id']}-{number}"
        lines.append(orjson.dumps({"onrecord": record["onrecord"], "statement": statement}))
    return lines


def mean_size(lines: list[bytes]) -> float:
    return sum(map(len, lines)) / len(lines)


def agreed(read: Readers, lines: list[bytes]) -> None:
    """All contenders read the same statements, as far as their ids, words and events tell."""
    ours = read[OURS](lines)
    assert all(type(statement) is Statement for statement in ours)
    for name in (STRUCT, CATTRS, PYDANTIC):
        theirs = [line.statement for line in read[name](lines)]
        assert [(s.id, s.content, len(s.accounts)) for s in theirs] == [
            (s.id, s.content, len(s.accounts)) for s in ours
        ]


def told_by(statement: Any) -> tuple[Any, ...]:
    spans = [span.exact for evidence in statement.evidence for span in evidence.content.spans]
    return statement.id, statement.content, statement.form, spans, [account.event for account in statement.accounts]


def readers() -> Readers:
    struct = msgspec.json.Decoder(line_of(make_struct)).decode
    plain, converter = line_of(make_attrs), make_converter()
    model = line_of(make_model)
    return {
        OURS: lambda lines: list(read_jsonl(io.BytesIO(b"\n".join(lines)))),
        STRUCT: lambda lines: [struct(line) for line in lines],
        CATTRS: lambda lines: [converter.loads(line, plain) for line in lines],
        PYDANTIC: lambda lines: [model.model_validate_json(line) for line in lines],
        PYSTAC: lambda lines: [pystac.Item.from_dict(orjson.loads(line)) for line in lines],
        STIX2: lambda lines: [stix2.parse(line.decode()) for line in lines],
    }


Fields: TypeAlias = Mapping[str, tuple[Any, Any]]
"""For each member its type and default; `attrs.NOTHING` for none."""

Make: TypeAlias = Callable[[str, Fields], Any]


def line_of(make: Make) -> Any:
    """A class for a line with a statement, all its classes made by one function, in the shape of onrecord's."""
    return make("Line", {"onrecord": (str, attrs.NOTHING), "statement": (shape_of(Statement, make), attrs.NOTHING)})


@cache
def shape_of(hint: Any, make: Make) -> Any:
    if isinstance(hint, NewType):
        return shape_of(hint.__supertype__, make)
    if get_origin(hint) is tuple:
        return tuple[shape_of(get_args(hint)[0], make), ...]
    if get_origin(hint) in {Union, types.UnionType}:
        return Union[tuple(shape_of(arg, make) for arg in get_args(hint))]  # noqa: UP007  (made of a tuple)
    if hint is Extra:
        return dict[str, Any]
    if attrs.has(hint):
        hints = get_type_hints(hint)
        fields = {f.name: (shape_of(hints[f.name], make), f.default) for f in attrs.fields(hint)}
        return make(hint.__name__, fields)
    return hint


def make_struct(name: str, fields: Fields) -> Any:
    members = [
        (key, hint) if default is attrs.NOTHING else (key, hint, {} if isinstance(default, Extra) else default)
        for key, (hint, default) in fields.items()
    ]
    return msgspec.defstruct(name, members, frozen=True, kw_only=True, omit_defaults=True)


def make_attrs(name: str, fields: Fields) -> Any:
    members = {
        key: attrs.field(type=hint, default=attrs.Factory(dict) if isinstance(default, Extra) else default)
        for key, (hint, default) in fields.items()
    }
    return attrs.make_class(name, members, frozen=True, kw_only=True, slots=True)


def make_model(name: str, fields: Fields) -> Any:
    members = {
        key: (hint, ... if default is attrs.NOTHING else {} if isinstance(default, Extra) else default)
        for key, (hint, default) in fields.items()
    }
    return pydantic.create_model(name, __config__=pydantic.ConfigDict(frozen=True), **members)


def pystac_items(count: int) -> list[bytes]:
    """Items as a catalogue of satellite images has them: a place, a time, three links, three assets."""
    return [
        orjson.dumps(
            {
                "type": "Feature",
                "stac_version": "1.1.0",
                "id": f"item-{number}",
                "geometry": {"type": "Polygon", "coordinates": [[[37, 55], [38, 55], [38, 56], [37, 56], [37, 55]]]},
                "bbox": [37, 55, 38, 56],
                "properties": {
                    "datetime": "2023-05-03T02:27:00Z",
                    "created": "2023-05-03T12:00:00Z",
                    "platform": "a-satellite",
                    "instruments": ["an-instrument"],
                    "title": "A picture of a town at night, taken from far above it",
                },
                "links": [
                    {
                        "rel": "self",
                        "href": f"https://example.org/items/item-{number}.json",
                        "type": "application/json",
                    },
                    {"rel": "collection", "href": "https://example.org/pictures.json", "type": "application/json"},
                    {"rel": "license", "href": "https://example.org/licence.html", "type": "text/html"},
                ],
                "assets": {
                    "visual": {"href": f"https://example.org/items/{number}/visual.tif", "roles": ["data", "visual"]},
                    "infrared": {"href": f"https://example.org/items/{number}/infrared.tif", "roles": ["data"]},
                    "thumbnail": {"href": f"https://example.org/items/{number}/small.png", "roles": ["thumbnail"]},
                },
                "collection": "pictures",
            }
        )
        for number in range(count)
    ]


def stix2_objects(count: int) -> list[bytes]:
    """Reports as STIX 2.1 has them: words, times, labels, references to what they are about and rest on."""
    return [
        orjson.dumps(
            {
                "type": "report",
                "spec_version": "2.1",
                "id": f"report--00000000-0000-4000-8000-{number:012}",
                "created_by_ref": "identity--a463ffb3-1bd9-4d94-b02d-74e4f1658283",
                "created": "2023-05-03T12:00:00.000Z",
                "modified": "2023-05-03T12:00:00.000Z",
                "published": "2023-05-03T12:00:00Z",
                "name": "What was said of the night's events",
                "description": "Two drones were seen; who sent them is denied by all who are asked.",
                "labels": ["said", "denied"],
                "report_types": ["threat-report"],
                "object_refs": [
                    "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2",
                    "campaign--83422c77-904c-4dc1-aff5-5c38f3a2c55c",
                    "relationship--f82356ae-fe6c-437c-9c24-6b64314ae68a",
                ],
                "external_references": [
                    {
                        "source_name": "A paper",
                        "url": "https://example.org/story",
                        "description": "The story as printed",
                    },
                    {"source_name": "A channel", "url": "https://example.org/post", "external_id": "post-17"},
                    {"source_name": "An agency", "description": "What its correspondent saw"},
                    {"source_name": "A ministry", "external_id": "release-4"},
                ],
            }
        )
        for number in range(count)
    ]


if __name__ == "__main__":
    main()
