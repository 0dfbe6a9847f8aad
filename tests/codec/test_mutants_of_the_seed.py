"""The record of the seed article spoilt in over 20,000 places and ways: nothing is changed in silence, nothing crashes.

Each object of the record stands in a small file of its own, with what it refers to cut down to the least that is valid.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from onrecord import FormatError, load_seed, read_jsonl, to_dict
from onrecord._codec._document import FORMAT, TABLES
from tests.codec.test_mutants import FAULTS, VALUES, Verdict, places, spoilings, spoilt, verdict

RECORD = to_dict(load_seed())
KEPT = {
    "sources": ("id", "text"),
    "actors": ("id", "name"),
    "locations": ("id", "name"),
    "events": ("id", "label"),
    "statements": ("id", "voice", "content", "form"),
}
"""The members of what is referred to."""
LEAST = {
    item["id"]: (table, {key: item[key] for key in keys if key in item})
    for table, keys in KEPT.items()
    for item in RECORD[table]
}
EVERY = 13
"""One mutant of so many is tried: a prime, so that no kind of place or of spoiling is passed over."""


def strings_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from strings_in(item)


def files() -> Iterator[tuple[str, dict[str, Any]]]:
    """For every object of the record the table that it stands first in, and its file."""
    for table in TABLES:
        for item in RECORD.get(table, ()):
            document: dict[str, Any] = {"onrecord": FORMAT, table: [item]}
            for key in dict.fromkeys(strings_in(item)):
                if key in LEAST and key != item.get("id"):
                    name, least = LEAST[key]
                    document.setdefault(name, []).append(least)
            yield table, document


def ids_of_each_kind(document: dict[str, Any]) -> tuple[str, ...]:
    return tuple(document[table][-1]["id"] for table in KEPT if table in document)


def mutants() -> Iterator[tuple[str, str]]:
    """One in so many of all mutants of all objects, with the table that its object is in."""
    number = 0
    for table, document in files():
        text = json.dumps(document)
        values = (*VALUES, *ids_of_each_kind(document))
        for place in places(document[table][0], (table, 0)):
            for spoil in spoilings(place, document, values):
                number += 1
                if number % EVERY == 0:
                    yield table, spoilt(place, spoil, text)


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[str, str, Verdict]]:
    """Every mutant tried, its table and its verdict; anything else that is raised ends the test."""
    return [(table, text, verdict(text)) for table, text in mutants()]


def test_there_are_over_twenty_thousand(verdicts: list[tuple[str, str, Verdict]]) -> None:
    assert len(verdicts) > 20_000


def test_none_is_changed_in_silence(verdicts: list[tuple[str, str, Verdict]]) -> None:
    assert [text for _, text, found in verdicts if found is False] == []


def test_a_refusal_names_a_place_in_the_object_that_was_spoilt(verdicts: list[tuple[str, str, Verdict]]) -> None:
    refused = [(table, found.problems) for table, _, found in verdicts if isinstance(found, FormatError)]
    placed = [table for table, problems in refused if any(p.path.startswith(f"$.{table}[0]") for p in problems)]
    assert len(refused) > 15_000
    assert len(placed) >= 0.95 * len(refused)


def test_the_line_of_an_object_is_refused_for_the_same_faults_of_form(verdicts: list[tuple[str, str, Verdict]]) -> None:
    for table, text, found in islice(verdicts, 0, None, 11):
        data = json.loads(text, parse_int=lambda digits: int(digits[:20]))
        if table in data and data[table] and json.dumps(data) == text:  # neither a key repeated nor a number rounded
            kind = TABLES[table].__name__.lower()
            line = json.dumps({"onrecord": FORMAT, kind: data[table][0]})
            assert form_faults(line_verdict(line), f"$.{kind}") == form_faults(found, f"$.{table}[0]")


def line_verdict(line: str) -> Verdict:
    try:
        list(read_jsonl(io.BytesIO(line.encode())))
    except FormatError as error:
        return error
    return True


def form_faults(found: Verdict, root: str) -> set[tuple[str, str]]:
    problems = found.problems if isinstance(found, FormatError) else ()
    return {(problem.path.removeprefix(root), problem.code) for problem in problems if problem.code not in FAULTS}
