"""The columns of each kind of answer, in order and with their types: what a table without a single row still has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias, cast

from onrecord._dossier import (
    Actors,
    Disputes,
    Doubts,
    Events,
    Identities,
    Links,
    Locations,
    Selection,
    Sources,
    Statements,
    Testimonies,
)
from onrecord.errors import InvalidValueError

Kind: TypeAlias = Literal["text", "texts", "integer", "number", "truth", "utc", "floating"]
"""What a column holds: `texts` are lists of text, `utc` and `floating` moments with and without a zone."""


def columns(selection: Selection[Any]) -> tuple[str, ...]:
    """The names of the columns that the rows of a selection have, whether it has rows or not.

    Raises:
        InvalidValueError: for anything but a selection.
    """
    return tuple(name for name, kind in fields(selection).items() if kind != "floating")


def fields(selection: Selection[Any]) -> dict[str, Kind]:
    """The columns of a typed table, in order, and what they hold: those of the rows, and of times two more each.

    A row has a bound of a time in one place, with or without a zone, but no column of timestamps can hold both; so the
    bounds of floating times have columns of their own.

    Raises:
        InvalidValueError: for anything but a selection.
    """
    for cls in type(selection).__mro__:
        if cls in _COLUMNS:
            return dict(field for word in _COLUMNS[cls].split() for field in _fields(word))
    message = f"only an answer has columns, such as d.statements or d.find('Ann'), not {selection!r:.80}: give one"
    raise InvalidValueError(message, field="selection", value=selection)


def _fields(word: str) -> Iterator[tuple[str, Kind]]:
    name, _, kind = word.partition(":")
    if kind != "time":
        yield name, cast("Kind", kind or "text")
        return
    yield name, "text"
    yield f"{name}_earliest", "utc"
    yield f"{name}_latest", "utc"
    yield f"{name}_earliest_floating", "floating"
    yield f"{name}_latest_floating", "floating"


# A word is a column of text, or has what it holds behind a colon; `time` stands for all the columns of a time.
_COLUMNS: dict[type, str] = {
    Sources: (
        "id kind title publisher publisher_name authors:texts author_names:texts url published:time retrieved:time "
        "language characters:integer derived_from revises"
    ),
    Actors: "id name kind names:texts anonymous:truth members:texts member_names:texts roles:texts identifiers:texts",
    Locations: (
        "id name kind names:texts within within_name latitude:number longitude:number radius:number relative_to "
        "relative_text identifiers:texts"
    ),
    Events: "id label kinds:texts part_of part_of_label when:time window:time where where_name identifiers:texts",
    Statements: (
        "id speaker speaker_name voice content form medium via source start:integer end:integer cue speaker_words "
        "naming stance hedges:texts said:time occasion occasion_label place place_name published_in addressees:texts "
        "about:texts events:texts language translated:truth confidence:number annotator"
    ),
    Testimonies: (
        "statement speaker speaker_name event event_label status factuality when:time where where_name "
        "participants:texts descriptions:texts quantities:texts condition alternative chain content"
    ),
    Disputes: "event event_label detail certain:truth positions:texts speakers:texts statements:texts doubters:texts",
    Doubts: "event event_label detail factuality statement speaker speaker_name chain content",
    Links: (
        "kind start start_label end end_label factuality claimed_by speaker speaker_name confidence:number annotator"
    ),
    Identities: "noun first first_name second second_name judgement reason confidence:number annotator",
    Selection: "noun id name",
}
