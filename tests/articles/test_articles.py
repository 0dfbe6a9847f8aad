"""Articles of our own writing, annotated by hand: how much of each record is read from the text alone.

Every `NAME.txt` here is an invented story and `NAME.json` its record. The floors are a little below what is measured,
so that a change for the worse is seen; the table is printed with `pytest -s`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Comparison, Dossier, Naming, compare, load
from onrecord._loaders._article import read_article

HERE = Path(__file__).parent
STORIES = sorted(HERE.glob("*.json"))
NAMES = [path.stem for path in STORIES]


def records() -> Iterator[tuple[Dossier, Dossier]]:
    for path in STORIES:
        yield load(path), read_article(path.with_suffix(".txt"))


def shares(comparisons: list[Comparison]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all articles together."""
    right = sum(len(c.matched) - len(c.misattributed) for c in comparisons)
    precision = right / sum(len(c.matched) + len(c.added) for c in comparisons)
    recall = right / sum(len(c.matched) + len(c.missed) for c in comparisons)
    return precision, recall, 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize("path", STORIES, ids=NAMES)
def test_a_record_is_without_problems_and_of_its_text(path: Path) -> None:
    record = load(path)
    assert record.check() == ()
    assert next(iter(record.sources)).text == path.with_suffix(".txt").read_bytes().decode()


def test_statements_and_their_speakers_are_read_from_the_articles() -> None:
    comparisons = [compare(curated, read) for curated, read in records()]
    for name, comparison in zip(NAMES, comparisons, strict=True):
        sys.stdout.write(f"{name:28} {comparison}\n")
    precision, recall, f1 = shares(comparisons)
    sys.stdout.write(f"{'all':28} P {precision:.3f}, R {recall:.3f}, F1 {f1:.3f}\n")
    assert (precision > 0.85, recall > 0.85) == (True, True)


def test_speakers_who_are_not_printed_by_name_are_resolved() -> None:
    right = all_of_them = 0
    for curated, read in records():
        comparison = compare(curated, read)
        hard = {s.id for s in curated.statements if s.evidence[0].naming not in (Naming.name_, None)}
        wrong = {ours.id for ours, _ in comparison.misattributed}
        matched = {ours.id for ours, _ in comparison.matched}
        all_of_them += len(hard & matched)
        right += len(hard & matched - wrong)
    sys.stdout.write(f"{right} of {all_of_them} resolved\n")
    assert right / all_of_them > 0.85


def test_when_it_was_said_is_read_where_the_text_tells_it() -> None:
    told = found = right = 0
    for curated, read in records():
        told += sum(s.said is not None for s in curated.statements)
        found += sum(s.said is not None for s in read.statements)
        for ours, theirs in compare(curated, read).matched:
            same = ours.said is not None and theirs.said is not None and ours.said.text == theirs.said.text
            right += same
            if not same and (ours.said, theirs.said) != (None, None):
                sys.stdout.write(f"{ours.id}: said {ours.said}, read {theirs.said}\n")
    sys.stdout.write(f"said: {right} right of {found} found, {told} told\n")
    assert (right / found > 0.95, right / told > 0.8) == (True, True)


@pytest.mark.parametrize("path", STORIES, ids=NAMES)
def test_most_of_each_article_is_read(path: Path) -> None:
    assert compare(load(path), read_article(path.with_suffix(".txt"))).f1 >= 0.6
