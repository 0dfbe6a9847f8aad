"""News stories of our own writing, with the times that a reader marks in them: how much of those is found.

Each line of `times_stories.jsonl` is a story with its day of publication and its times in order, each the words and
what they tell: a value, `duration …`, `repeated …`, `present` or `past` as notes have it, or nothing where it cannot be
known. The floors are a little below what is measured; the table is printed with `pytest -s`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TypeAlias, TypedDict

import pytest

from onrecord import When, find_times

Time: TypeAlias = tuple[int, int, str | None]


class Story(TypedDict):
    """A line of the file."""

    id: str
    date: str
    text: str
    times: list[tuple[str, str | None]]


LINES = Path(__file__).with_name("times_stories.jsonl").read_text(encoding="utf-8").splitlines()
STORIES: list[Story] = [json.loads(line) for line in LINES]
NO_POINTS = ("duration", "repeated", "present", "past", "future")


def marked(story: Story) -> set[Time]:
    """The times that the reader marked, with their places."""
    times: set[Time] = set()
    end = 0
    for words, told in story["times"]:
        start = story["text"].index(words, end)
        end = start + len(words)
        times.add((start, end, told))
    return times


def read(story: Story) -> set[Time]:
    """The times that are found."""
    return {(span.start, span.end, told(when)) for span, when in find_times(story["text"], story["date"])}


def told(when: When) -> str | None:
    """The value, or else what it is that is no point in time."""
    return when.note if when.value is None and (when.note or "").startswith(NO_POINTS) else when.value


def extents(times: set[Time]) -> set[Time]:
    return {(start, end, None) for start, end, _ in times}


def shares(right: int, found: int, all_of_them: int) -> tuple[float, float]:
    """Precision and F1, printed with recall."""
    precision, recall = right / found, right / all_of_them
    f1 = 2 * precision * recall / (precision + recall)
    sys.stdout.write(f"{all_of_them} marked, {found} found: P {precision:.3f}, R {recall:.3f}, F1 {f1:.3f}\n")
    return precision, f1


def test_the_times_of_the_stories_are_found() -> None:
    pairs = [(extents(marked(story)), extents(read(story))) for story in STORIES]
    right = sum(len(ours & theirs) for ours, theirs in pairs)
    precision, f1 = shares(right, sum(len(theirs) for _, theirs in pairs), sum(len(ours) for ours, _ in pairs))
    assert (precision > 0.94, f1 > 0.92) == (True, True)


def test_the_times_of_the_stories_are_told_as_a_reader_tells_them() -> None:
    pairs = [(marked(story), read(story)) for story in STORIES]
    for story, (ours, theirs) in zip(STORIES, pairs, strict=True):
        for start, end, value in sorted(ours ^ theirs, key=lambda time: time[:2]):
            side = "-" if (start, end, value) in ours else "+"
            sys.stdout.write(f"{story['id']:16} {side} {story['text'][start:end]} | {value}\n")
    right = sum(len(ours & theirs) for ours, theirs in pairs)
    precision, f1 = shares(right, sum(len(theirs) for _, theirs in pairs), sum(len(ours) for ours, _ in pairs))
    assert (precision > 0.85, f1 > 0.84) == (True, True)


def test_few_times_have_a_value_that_is_wrong() -> None:
    wrong = [
        (story["id"], story["text"][start:end], value)
        for story in STORIES
        for start, end, value in read(story) - marked(story)
        if value is not None and (start, end) in {time[:2] for time in marked(story)}
    ]
    assert len(wrong) <= 5, wrong


@pytest.mark.parametrize("story", STORIES, ids=[story["id"] for story in STORIES])
def test_every_value_of_a_story_is_one(story: Story) -> None:
    values = [value for _, value in story["times"] if value is not None and not value.startswith(NO_POINTS)]
    assert all(When(value=value).resolved for value in values)
