"""The columns of each kind of answer, in order: what a table without a single row still has."""

from __future__ import annotations

from typing import Any

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


def columns(selection: Selection[Any]) -> tuple[str, ...]:
    """The names of the columns that the rows of a selection have, whether it has rows or not.

    Raises:
        InvalidValueError: for anything but a selection.
    """
    for cls in type(selection).__mro__:
        if cls in _COLUMNS:
            return tuple(_COLUMNS[cls].split())
    message = f"only an answer has columns, such as d.statements or d.find('Ann'), not {selection!r:.80}: give one"
    raise InvalidValueError(message, field="selection", value=selection)


_COLUMNS: dict[type, str] = {
    Sources: (
        "id kind title publisher publisher_name authors author_names url published published_earliest published_latest "
        "retrieved retrieved_earliest retrieved_latest language characters derived_from revises"
    ),
    Actors: "id name kind names anonymous members member_names roles identifiers",
    Locations: (
        "id name kind names within within_name latitude longitude radius relative_to relative_text identifiers"
    ),
    Events: (
        "id label kinds part_of part_of_label when when_earliest when_latest window window_earliest window_latest "
        "where where_name identifiers"
    ),
    Statements: (
        "id speaker speaker_name voice content form medium via source start end cue speaker_words naming stance hedges "
        "said said_earliest said_latest occasion occasion_label place place_name published_in addressees about events "
        "language translated confidence annotator"
    ),
    Testimonies: (
        "statement speaker speaker_name event event_label status factuality when when_earliest when_latest where "
        "where_name participants descriptions quantities condition alternative chain content"
    ),
    Disputes: "event event_label detail certain positions speakers statements doubters",
    Doubts: "event event_label detail factuality statement speaker speaker_name chain content",
    Links: ("kind start start_label end end_label factuality claimed_by speaker speaker_name confidence annotator"),
    Identities: "noun first first_name second second_name judgement reason confidence annotator",
    Selection: "noun id name",
}
