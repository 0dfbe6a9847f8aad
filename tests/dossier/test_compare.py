"""Two records side by side: how far they agree, and what differs."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Builder, Dossier, compare, diff
from onrecord.testing import dossiers
from tests.dossier.worlds import worlds

few = settings(max_examples=20)
TEXT = "“We did not,” Ann Lee said. Bob Ray said that they did."


def record(speaker: str = "Ann Lee", words: str = "We did not,", **options: Any) -> Dossier:
    b = Builder()
    b.quote(b.source(text=TEXT), words, speaker=b.actor(speaker), **options)
    return b.build()


@few
@given(st.one_of(dossiers(), worlds))
def test_a_record_agrees_wholly_with_itself(d: Dossier) -> None:
    same = compare(d, d)
    assert (same.precision, same.recall, same.f1) == (1, 1, 1)
    assert same.matched == tuple((statement, statement) for statement in d.statements)


@few
@given(worlds, worlds)
def test_comparing_the_other_way_round_swaps_precision_and_recall(one: Dossier, other: Dossier) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there.precision, there.recall) == (back.recall, back.precision)
    assert (len(there.matched), len(there.missed), len(there.added)) == (
        len(back.matched),
        len(back.added),
        len(back.missed),
    )


@few
@given(worlds, worlds)
def test_every_statement_is_matched_once_or_told_as_missed_or_added(one: Dossier, other: Dossier) -> None:
    found = compare(one, other)
    mine, theirs = [a for a, _ in found.matched], [b for _, b in found.matched]
    assert sorted([*mine, *found.missed], key=lambda s: s.id) == sorted(one.statements, key=lambda s: s.id)
    assert sorted([*theirs, *found.added], key=lambda s: s.id) == sorted(other.statements, key=lambda s: s.id)


def test_a_changed_speaker_is_misattributed() -> None:
    found = compare(record(), record("Bob Ray"))
    assert (len(found.matched), found.misattributed, found.f1) == (1, found.matched, 0)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [({}, {"speaker": "ANN LEE"}), ({}, {"speaker": "a. lee", "speaker_words": "Ann Lee", "naming": "name"})],
)
def test_a_speaker_under_another_name_that_is_printed_is_the_same(mine: Any, theirs: Any) -> None:
    assert compare(record(**mine), record(**theirs)).misattributed == ()


def test_a_word_that_both_read_for_different_actors_hides_no_misattribution() -> None:
    found = compare(record(speaker_words="Ann Lee"), record("Bob Ray", speaker_words="Ann Lee"))
    assert found.misattributed == found.matched


def test_an_actor_on_one_side_alone_is_misattributed() -> None:
    b = Builder()
    b.quote(b.source(text=TEXT), "We did not,", speaker_words="Ann Lee")
    found = compare(record(speaker_words="Ann Lee"), b.build())
    assert found.misattributed == found.matched


@pytest.mark.parametrize(
    ("words", "matched"),
    [
        ("We did not,", 1),
        ("We did", 1),
        ("We", 0),
        ("We did not,” Ann", 1),
        ("We did not,” Ann Lee said.", 0),
        ("they did", 0),
    ],
)
def test_words_match_where_half_of_them_are_common(words: str, matched: int) -> None:
    assert len(compare(record(), record(words=words)).matched) == matched


def test_statements_on_other_texts_do_not_match() -> None:
    b = Builder()
    b.quote(b.source(text=TEXT + " "), "We did not,", speaker=b.actor("Ann Lee"))
    found = compare(record(), b.build())
    assert (len(found.matched), len(found.missed), len(found.added)) == (0, 1, 1)


def test_a_record_without_its_texts_is_compared_by_their_digests() -> None:
    assert compare(record(), record().without_text()).f1 == 1


def test_the_greatest_overlap_is_paired_first() -> None:
    b = Builder(record())
    source = b.build().sources[0]
    b.quote(source, "We did", speaker=b.build().actors[0], id="a-first")
    found = compare(record(), b.build())
    assert [(mine.content, theirs.content) for mine, theirs in found.matched] == [("We did not,", "We did not,")]


def test_a_comparison_reads_as_its_counts() -> None:
    assert str(compare(record(), record("Bob Ray"))) == (
        "1 matched (1 misattributed), 0 missed, 0 added: P 0.000, R 0.000, F1 0.000"
    )


def test_nothing_agrees_with_nothing() -> None:
    assert compare(Dossier(), Dossier()).f1 == 1


@few
@given(st.one_of(dossiers(), worlds))
def test_nothing_differs_from_itself(d: Dossier) -> None:
    assert not diff(d, d)


@few
@given(worlds, worlds)
def test_the_difference_the_other_way_round_swaps_added_and_removed(one: Dossier, other: Dossier) -> None:
    one, other = one.remove(*one.events[:2]), other.remove(*other.statements[1:])
    there, back = diff(one, other), diff(other, one)
    assert (set(there.added), set(there.removed)) == (set(back.removed), set(back.added))
    assert dict(there.changed) == dict(back.changed)


@few
@given(worlds, worlds)
def test_a_difference_is_empty_only_between_equals(one: Dossier, other: Dossier) -> None:
    assert bool(diff(one, other)) is (one != other)


def test_a_changed_field_is_named() -> None:
    old = record()
    new = old.replace(attrs.evolve(old.actors[0], anonymous=True, name="x"))
    assert diff(old, new).changed == ((old.actors[0].id, ("name", "anonymous")),)


def test_an_id_that_became_another_kind_s_is_told() -> None:
    b, c = Builder(), Builder()
    b.actor("x", id="x")
    c.event("x", id="x")
    assert diff(b.build(), c.build()).changed == (("x", ("kind of object",)),)
