"""The format as JSON Schema 2020-12: the file that is shipped, and what makes it from the classes.

It is made when the classes change and not when it is asked for, because the words under fields and terms stand in the
sources alone. Generators of types must not read more into it than the classes say: conditions stand in `if`, `else` and
`dependent…`, which they pass over, and a reference with words of its own stands in `allOf`.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from importlib import resources
from itertools import pairwise
from typing import Any, Final, NewType, TypeAlias

import attrs

from onrecord._codec._document import FORMAT, TABLES, Document
from onrecord._dossier import Dossier
from onrecord._fields import LARGEST_INTEGER
from onrecord._model import _ids
from onrecord._when._reader import LONGEST

Schema: TypeAlias = dict[str, Any]

FILE: Final = f"onrecord-{FORMAT}.schema.json"
"""The name of the shipped file, which stands in `schema` beside this module."""


def schema_text() -> str:
    """The shipped file, as it is."""
    return (resources.files("onrecord") / "_codec" / "schema" / FILE).read_text(encoding="utf-8")


def json_schema() -> Schema:
    """The shipped file as plain data, new at each call."""
    return typing.cast("Schema", json.loads(schema_text()))


def made_text() -> str:
    """What the shipped file must be."""
    return json.dumps(made_schema(), indent=2, ensure_ascii=False) + "\n"


def made_schema() -> Schema:
    """The schema of a file, made from the classes; that of one line of JSON Lines is its `$defs/Line`."""
    document, *kinds = dict.fromkeys(_reached(Document))
    ids = {name: _id(words) for name, words in _words_in(_source_of(_ids).body).items()}
    defs = {kind.__name__: _definition(kind) for kind in kinds} | ids
    whole = _class(document)
    defs |= {"Extra": _EXTRA, "Json": _JSON, "Line": _line(**whole["properties"])}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onrecord:format:{FORMAT}",
        "title": "Dossier",
        "description": "A file: who said what, about which event, when, where, and according to whom.",
        **whole,
        "$defs": {name: {"title": name, **definition} for name, definition in defs.items()},
    }


def _reached(cls: type[Any]) -> Iterator[type[Any]]:
    """A class, and the classes and vocabularies that its fields hold, and theirs."""
    yield cls
    for kind in [kind for hint in typing.get_type_hints(cls).values() for kind in _leaves(hint)]:
        if attrs.has(kind):
            yield from _reached(kind)
        elif isinstance(kind, type) and issubclass(kind, Enum):
            yield kind


def _leaves(hint: Any) -> list[Any]:
    return [leaf for arg in typing.get_args(hint) for leaf in _leaves(arg)] or [hint]


def _definition(kind: type[Any]) -> Schema:
    words = _in_json(inspect.getdoc(kind) or "").partition("\n")[0]
    return _vocabulary(kind, words) if issubclass(kind, Enum) else {"description": words, **_class(kind)}


def _vocabulary(kind: type[Enum], words: str) -> Schema:
    """Its terms, each with its words in the description, where generators of types keep them."""
    told = _words_of(kind)
    terms = "\n".join(f"- `{member.value}`: {told[member.name]}" for member in kind)
    return {"description": f"{words}\n\n{terms}", "type": "string", "enum": [member.value for member in kind]}


def _class(cls: type) -> Schema:
    members, rules = _members(cls), {**_RULES.get(cls.__name__, {})}
    for name, rule in rules.pop("properties", {}).items():
        members[name] |= rule
    fields = attrs.fields(cls)
    required = [field.name for field in fields if field.default is attrs.NOTHING or field.metadata.get("explicit")]
    return {**_object(members, required), **rules}


def _members(cls: type) -> dict[str, Schema]:
    hints, words = typing.get_type_hints(cls), _words_of(cls)
    return {
        field.name: _told(words[field.name] + _absent(field), _type(hints[field.name], field.metadata))
        for field in attrs.fields(cls)
    }


def _absent(field: attrs.Attribute[Any]) -> str:
    """What is understood where the member is absent, unless that is simply nothing."""
    default: object = field.default
    if field.metadata.get("explicit") or default is attrs.NOTHING or not isinstance(default, Enum | bool):
        return ""
    return f" Absent: `{default.value if isinstance(default, Enum) else str(default).lower()}`."


def _type(hint: Any, metadata: Mapping[Any, Any]) -> Schema:
    kind, *others = _some(hint)
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _type(typing.get_args(kind)[0], metadata)}
    if isinstance(kind, NewType):
        return _ref("AnyId" if others else kind.__name__)
    return _SCALARS[float if others else kind](metadata) if kind in _SCALARS else _ref(kind.__name__)


def _some(hint: Any) -> list[Any]:
    """The types that a hint allows, None apart."""
    if typing.get_origin(hint) not in (typing.Union, types.UnionType):
        return [hint]
    return [arg for arg in typing.get_args(hint) if arg is not types.NoneType]


def _string(metadata: Mapping[Any, Any]) -> Schema:
    return {"type": "string"} if metadata.get("blank") else {"type": "string", "minLength": 1}


def _integer(metadata: Mapping[Any, Any]) -> Schema:
    low, high = metadata.get("at_least", -LARGEST_INTEGER), metadata.get("at_most", LARGEST_INTEGER)
    return {"type": "integer", "minimum": low, "maximum": high}


def _number(metadata: Mapping[Any, Any]) -> Schema:
    bounds = {"minimum": metadata.get("at_least"), "maximum": metadata.get("at_most")}
    return {"type": "number", **{key: bound for key, bound in bounds.items() if bound is not None}}


def _boolean(_: Mapping[Any, Any]) -> Schema:
    return {"type": "boolean"}


_SCALARS: Final = {str: _string, bool: _boolean, int: _integer, float: _number}


def _object(members: Mapping[str, Schema], required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": members,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _told(words: str, schema: Schema) -> Schema:
    return {"description": words, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _id(words: str) -> Schema:
    return {"description": words, **_string({})}


def _line(*, onrecord: Schema, extra: Schema, **tables: Schema) -> Schema:
    """One of the objects that a file's tables hold, or its foreign data; the description says which table."""
    nouns = {TABLES[name].__name__: name for name in tables}
    members = {kind.lower(): _told(f"One of `{name}`.", _ref(kind)) for kind, name in nouns.items()}
    return {
        "description": "One line of JSON Lines: the version, and one object under the name of its kind.",
        **_object({"onrecord": onrecord, **members, "extra": extra}, ["onrecord"]),
        "minProperties": 2,
        "maxProperties": 2,
    }


# --- words: they stand under fields and terms, where only the source has them ---


def _words_of(cls: type) -> dict[str, str]:
    """The words under the fields of a class or the terms of a vocabulary; a file's are those of the dossier in it."""
    if cls is Document:
        return {"onrecord": "The version of the format.", **_words_of(Dossier)}
    body = _source_of(sys.modules[cls.__module__]).body
    return _words_in(next(node.body for node in body if isinstance(node, ast.ClassDef) and node.name == cls.__name__))


def _source_of(module: types.ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


def _words_in(body: Iterable[ast.stmt]) -> dict[str, str]:
    return {
        ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target): _in_json(inspect.cleandoc(words))
        for node, after in pairwise(body)
        if isinstance(node, ast.Assign | ast.AnnAssign) and (words := _text_of(after))
    }


def _text_of(node: ast.stmt) -> str | None:
    value = node.value if isinstance(node, ast.Expr) else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def _in_json(words: str) -> str:
    """Words on the classes as words on the file: a paragraph is a line, None is absent, a member stands by itself."""
    lines = re.sub(r"(?<!\n)\n(?!\n)", " ", words)
    lines = re.sub(r"(^|[.:] |\n)None\b", r"\1Absent", lines)
    return re.sub(r"`[A-Z]\w*\.(\w+)`", r"`\1`", re.sub(r"\bNone\b", "absent", lines))


# --- rules: what the classes know in code, as far as a schema can say it; the tests hold the two equal ---


def _of(**members: Schema) -> Schema:
    return {"properties": members}


def _given(name: str) -> Schema:
    return {"properties": {name: True}, "required": [name]}


def _without(*names: str) -> Schema:
    return {"properties": dict.fromkeys(names, False)}


def _at_least_one(first: str, *others: str) -> Schema:
    return {"if": _given(first), "else": _at_least_one(*others)} if others else _given(first)


_EXTRA: Final[Schema] = {
    "description": (
        "Namespaced data of other programs. Every key has a namespace and a colon, as `newsroom:desk`; the namespace "
        "`onrecord` is the format's own."
    ),
    "type": "object",
    "propertyNames": {"type": "string", "pattern": r"^[^:]+:[\s\S]", "not": {"pattern": "^onrecord:"}},
    "additionalProperties": _ref("Json"),
}
_JSON: Final[Schema] = {
    "description": "Any JSON value.",
    "anyOf": [
        *({"type": name} for name in ("null", "boolean", "number", "string")),
        {"type": "array", "items": _ref("Json")},
        {"type": "object", "additionalProperties": _ref("Json")},
    ],
}

# A part of a time begins with its year. The rest of the grammar, and the calendar, are for a reader to know.
_PART: Final = r"[?~%]?(?:-?[0-9X]{4}|Y-?[0-9]{5,15})[-0-9X?~%T:Z+]*(?:\.[0-9][-0-9:Z+?~%]*)?"
_TIME: Final = (
    rf"^(?:(?:\.\.)?/)?\[?(?:\.\.)?{_PART}(?:(?:\.\.|(?:\.\.)?\]?/\[?(?:\.\.)?){_PART})*(?:\.\.)?\]?(?:/(?:\.\.)?)?"
    r"(?:\[[A-Za-z0-9+:/_-]+\])?$"
)
_OFFSET: Final = r"^[<>~]?[+-]?P(?:T?[0-9]{1,6}[YMWDHS])+$"

_RULES: Final[Mapping[str, Schema]] = {
    "Document": _of(onrecord={"const": FORMAT}),
    "Source": {**_of(digest={"pattern": "^[0-9a-f]{64}$"}), "dependentSchemas": {"digest": _without("text")}},
    "Section": _of(end={"minimum": 1}),
    "Actor": {
        "if": {"properties": {"kind": {"const": "joint"}}, "required": ["kind"]},
        "then": {"properties": {"members": {"type": "array", "minItems": 2}}, "required": ["members"]},
    },
    "Point": _of(radius={"minimum": 0}),
    "RelativePosition": _of(distance={"minimum": 0}, bearing={"minimum": 0, "exclusiveMaximum": 360}),
    "Statement": {
        "if": {"properties": {"voice": {"const": "arbitrary"}}, "required": ["voice"]},
        "then": _without("speaker"),
        "dependentSchemas": {"occasion": _without("place")},
    },
    "Anchor": _of(spans={"minItems": 1}),
    "Span": _of(end={"minimum": 1}),
    "Participant": {
        **_at_least_one("actor", "location", "text"),
        "dependentSchemas": {"actor": _without("location", "text"), "location": _without("text")},
    },
    "Quantity": _at_least_one("low", "high"),
    "When": {
        **_of(value={"maxLength": LONGEST, "pattern": _TIME}, offset={"pattern": _OFFSET}),
        **_at_least_one("value", "text", "relative_to"),
        "dependentRequired": {"offset": ["relative_to"]},
    },
}
