"""The page on the JSON format has every key of every object, every term and every code, as the code has them."""

from __future__ import annotations

import re
import types
import typing
from enum import Enum
from pathlib import Path
from typing import Any, NewType

import attrs
import pytest

import onrecord
from onrecord import Dossier, Extra, dumps
from onrecord._codec._document import FORMAT, Document

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
PUBLIC = [getattr(onrecord, name) for name in onrecord.__all__]
CLASSES = [Document] + [
    value
    for value in PUBLIC
    if isinstance(value, type) and attrs.has(value) and value.__module__.startswith("onrecord._model")
]
CLASSES += [onrecord.When]
VOCABULARIES = [
    value
    for value in PUBLIC
    if isinstance(value, type) and issubclass(value, Enum) and len(value) and value is not onrecord.Truth
]
PLAIN = {str: "string", int: "integer", float: "number", bool: "true or false", Extra: "object of `prefix:key`"}


def section(name: str) -> str:
    """The text under one heading, up to the next."""
    match = re.search(rf"^#+ {re.escape(name)}\n(.*?)(?=^#+ |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match, f"docs/format.md has no heading {name!r}"
    return match[1]


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of the first table under a heading, without its head."""
    lines = [line for line in section(name).splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))) for line in lines[2:]]


def heading(cls: type) -> str:
    return "The file" if cls is Document else cls.__name__


def value_of(hint: Any) -> str:
    """What the page calls a type."""
    if isinstance(hint, NewType):
        return f"id of {hint.__name__.removesuffix('Id')}"
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        kinds = {value_of(arg) for arg in typing.get_args(hint)} - {"null"}
        several = "number" if kinds == {"integer", "number"} else "id"
        return kinds.pop() if len(kinds) == 1 else several
    if typing.get_origin(hint) is tuple:
        return f"array of {value_of(typing.get_args(hint)[0])}"
    if hint is types.NoneType:
        return "null"
    return PLAIN.get(hint) or f"[{hint.__name__}](#{hint.__name__.lower()})"


def presence_of(field: attrs.Attribute[Any]) -> str:
    """Whether a file has the key: what is absent, empty or false by default is left out, all else always written."""
    if field.default is attrs.NOTHING or field.metadata.get("explicit"):
        return "required"
    if isinstance(field.default, Enum):
        return f"always; `{field.default.value}` if absent"
    return "optional"


def expected(cls: type) -> list[tuple[str, str, str]]:
    hints = typing.get_type_hints(cls)
    own = "id" if cls is not Document else ""
    return [
        (
            f"`{field.name}`",
            "its own id" if field.name == own else value_of(hints[field.name]),
            presence_of(field),
        )
        for field in attrs.fields(cls)
    ]


@pytest.mark.parametrize("cls", CLASSES, ids=heading)
def test_the_page_has_every_key_of_a_class_in_the_order_of_the_file(cls: type) -> None:
    assert [row[:3] for row in rows(heading(cls))] == expected(cls)


@pytest.mark.parametrize("cls", CLASSES, ids=heading)
def test_the_page_says_of_every_key_what_it_means(cls: type) -> None:
    assert all(len(row) == 4 and row[3] for row in rows(heading(cls)))


def schema_of(cls: type) -> dict[str, Any]:
    """What the shipped schema has of a class or vocabulary; its words are those under the class, as JSON has them."""
    whole = onrecord.json_schema()
    return whole if cls is Document else typing.cast("dict[str, Any]", whole["$defs"][cls.__name__])


def words_of(field: attrs.Attribute[Any], described: dict[str, Any]) -> list[str]:
    """The schema's words for a key, paragraph by paragraph; its default stands in a column of its own on the page."""
    words = described["properties"][field.name]["description"]
    if presence_of(field) != "required" and isinstance(field.default, Enum | bool):
        words, default = words.rsplit(" Absent: ", 1)
        assert default == f"`{str(getattr(field.default, 'value', field.default)).lower()}`."
    return words.split("\n\n")  # type: ignore[no-any-return]


@pytest.mark.parametrize("cls", CLASSES, ids=heading)
def test_the_page_has_the_schemas_words_for_every_key(cls: type) -> None:
    words = {f"`{field.name}`": words_of(field, schema_of(cls)) for field in attrs.fields(cls)}
    assert {row[0]: row[3].replace(r"\|", "|") for row in rows(heading(cls))} == {
        key: paragraphs[0] for key, paragraphs in words.items()
    }
    below = " ".join(section(heading(cls)).split())
    for key, (_, *more) in words.items():
        assert not more or f"**{key}.** {' '.join(more)}" in below


@pytest.mark.parametrize(
    "cls", [cls for cls in (*CLASSES, *VOCABULARIES) if cls is not Document], ids=lambda cls: cls.__name__
)
def test_the_page_has_the_schemas_words_for_every_class_and_vocabulary(cls: type) -> None:
    assert section(cls.__name__).split("\n\n")[0].strip() == schema_of(cls)["description"].split("\n\n")[0]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_the_page_has_the_schemas_words_for_every_term(vocabulary: type[Enum]) -> None:
    _, terms = schema_of(vocabulary)["description"].split("\n\n")
    assert [f"- {term}: {words}" for term, words in rows(vocabulary.__name__)] == terms.split("\n")


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_the_page_has_every_term_of_a_vocabulary_in_order(vocabulary: type[Enum]) -> None:
    assert [row[0] for row in rows(vocabulary.__name__)] == [f"`{member.value}`" for member in vocabulary]


def test_the_page_has_every_problem_code_that_reading_and_checking_tell() -> None:
    told = re.findall(r"\| `([a-z-]+)` \|", onrecord.loads.__doc__ or "")
    told += re.findall(r"`([a-z-]+)`", (Dossier.check.__doc__ or "").partition("codes are")[2])
    assert [row[0] for row in rows("Problem codes")] == [f"`{code}`" for code in told]


def test_the_page_names_the_version_that_is_written() -> None:
    assert f'"onrecord": "{FORMAT}"' in PAGE
    assert dumps(Dossier()) == f'{{"onrecord":"{FORMAT}"}}'


@pytest.mark.parametrize(
    "text",
    [
        text
        for page in sorted((ROOT / "docs").rglob("*.md"))
        for text in re.findall(r"^```json\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    ],
)
def test_an_example_in_json_is_read(text: str) -> None:
    assert onrecord.loads(text).statements
