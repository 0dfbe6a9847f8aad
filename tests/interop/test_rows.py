"""Answers as flat rows: stable columns, plain values."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from onrecord import Builder, Dossier, Selection, When
from onrecord._dossier import Identities, Links
from onrecord._interop import rows
from onrecord._interop._instants import iso
from onrecord.testing import dossiers, whens

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rows.md"
NOUNS = ("sources", "actors", "locations", "events", "statements")
KINDS = (*NOUNS, "testimonies", "disputes", "doubts", "links", "identities", "mixed")


def documented() -> dict[str, list[str]]:
    told = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    return {kind: re.findall(r"`(\w+)`", line.split("|")[2]) for kind, line in zip(KINDS, told, strict=True)}


COLUMNS = documented()


def answers(d: Dossier) -> dict[str, Selection[Any]]:
    mixed = Selection([*d.sources, *d.actors, *d.locations, *d.events, *d.statements], d)
    joins = {"links": Links(d.links, d), "identities": Identities(d.identities, d)}
    found = {"testimonies": d.testimonies(), "disputes": d.disputes(), "doubts": d.doubts()}
    return {**{name: getattr(d, name) for name in NOUNS}, **found, **joins, "mixed": mixed}


def fire() -> Dossier:
    b = Builder()
    story = b.source(text="“No,” Ann Lee told us. Bo Ek said yes.", id="story", published="2031-05-07")
    ann, harbour = b.actor("Ann Lee", id="ann"), b.location("Harbour", id="harbour")
    event = b.event("Fire", id="fire")
    night = When(value="2031-05-05T22/2031-05-06T06[+02:00]", text="overnight")
    no, maybe = (b.participant("agent", ann, factuality=held) for held in ("certainly_not", "possible"))
    told = b.account(event, when=night, where=harbour, participants=[no])
    b.quote(
        story, "No,", speaker=ann, id="s1", cue="told us", speaker_words="Ann Lee", said="2031-05-06", accounts=[told]
    )
    yes = b.account(event, participants=[b.participant("agent", ann)])
    b.says(story, "yes", speaker=b.actor("Bo Ek", id="bo"), id="s2", accounts=[yes])
    b.says(story, "said yes", id="s3", accounts=[b.account(event, participants=[maybe])])
    b.link("causes", event, b.event("Rescue", id="rescue"), claimed_by="s2")
    b.identify(ann, "bo", "unsure", reason="both speak of the fire")
    return b.build()


@pytest.mark.parametrize("kind", COLUMNS)
def test_the_columns_are_the_documented_ones(kind: str) -> None:
    assert list(rows(answers(fire())[kind])[0]) == COLUMNS[kind]


@settings(max_examples=30)
@given(dossiers())
def test_all_rows_of_an_answer_have_the_same_columns(d: Dossier) -> None:
    for kind, answer in answers(d).items():
        assert all(list(row) == COLUMNS[kind] for row in rows(answer))


@settings(max_examples=30)
@given(dossiers())
def test_there_is_a_row_for_every_item(d: Dossier) -> None:
    assert all(len(rows(answer)) == len(answer) for answer in answers(d).values())


@settings(max_examples=30)
@given(dossiers())
def test_values_are_plain(d: Dossier) -> None:
    assert all(map(is_plain, (v for answer in answers(d).values() for row in rows(answer) for v in row.values())))


def is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(type(part) is str for part in value)
    return type(value) in (str, int, float, bool, type(None))


def test_an_empty_answer_has_no_rows() -> None:
    assert rows(Dossier().events) == []


def test_a_selection_gives_its_rows() -> None:
    d = fire()
    assert d.statements.to_rows() == rows(d.statements)


def test_a_statements_row_says_who_said_what_where() -> None:
    row = rows(fire().statements)[0]
    told = ("speaker", "speaker_name", "content", "form", "source", "start", "end", "cue", "speaker_words", "events")
    assert [row[name] for name in told] == [
        "ann",
        "Ann Lee",
        "No,",
        "direct",
        "story",
        1,
        4,
        "told us",
        "Ann Lee",
        ["fire"],
    ]


def test_a_time_is_text_with_its_earliest_and_latest_moment_in_utc() -> None:
    row = rows(fire().accounts_of("fire"))[0]
    assert [row["when"], row["when_earliest"], row["when_latest"]] == [
        "2031-05-05T22/2031-05-06T06[+02:00]",
        "2031-05-05T20:00:00Z",
        "2031-05-06T05:00:00Z",
    ]


def test_a_floating_time_has_no_z() -> None:
    assert rows(fire().statements)[0]["said_earliest"] == "2031-05-06T00:00:00"


def test_a_time_that_is_not_resolved_is_its_words() -> None:
    b = Builder()
    b.source(id="story", published=When(text="a week ago"))
    row = rows(b.build().sources)[0]
    assert [row["published"], row["published_earliest"], row["published_latest"]] == ["a week ago", None, None]


def test_a_detail_is_written_with_its_key_and_the_factuality_that_holds_for_it() -> None:
    assert [row["participants"] for row in rows(fire().accounts_of("fire"))] == [
        ["agent:ann: certainly_not"],
        ["agent:ann: possible"],
        ["agent:ann: certain"],
    ]


def test_a_disputes_row_has_its_sides_side_by_side() -> None:
    row = rows(fire().disputes("fire"))[0]
    told = ("detail", "certain", "positions", "speakers", "statements")
    assert [row[name] for name in told] == ["agent:ann", True, ["yes", "no"], ["Bo Ek", "Ann Lee"], ["s2", "s1"]]


def test_a_doubts_row_says_who_doubts() -> None:
    assert rows(fire().doubts("fire"))[0]["statement"] == "s3"


def test_a_links_row_says_who_claims_it() -> None:
    d = fire()
    told = ("kind", "start", "start_label", "end", "end_label", "claimed_by", "speaker", "speaker_name")
    assert [rows(Links(d.links, d))[0][name] for name in told] == [
        "causes",
        "fire",
        "Fire",
        "rescue",
        "Rescue",
        "s2",
        "bo",
        "Bo Ek",
    ]


def test_a_link_that_the_record_makes_has_no_speaker() -> None:
    d = fire()
    link = attrs.evolve(d.links[0], claimed_by=None)
    assert rows(Links([link], d))[0]["speaker_name"] is None


def test_an_identitys_row_says_what_is_judged() -> None:
    d = fire()
    told = ("noun", "first", "first_name", "second", "second_name", "judgement", "reason")
    assert [rows(Identities(d.identities, d))[0][name] for name in told] == [
        "actor",
        "ann",
        "Ann Lee",
        "bo",
        "Bo Ek",
        "unsure",
        "both speak of the fire",
    ]


def test_a_mixed_answer_says_of_which_kind_each_is() -> None:
    assert rows(fire().find("fire")) == [{"noun": "event", "id": "fire", "name": "Fire"}]


@given(whens())
def test_an_instant_has_the_iso_form_that_datetime_gives(when: When) -> None:
    edge = when.bounds[0]
    if edge is not None and 0 <= edge < 200_000_000_000_000_000:
        told = datetime(1970, 1, 1) + timedelta(microseconds=edge)
        assert iso(edge, floating=True) == told.isoformat()


@pytest.mark.parametrize(("year", "shown"), [("Y12345", "+12345"), ("-0044", "-0044"), ("0000", "0000")])
def test_a_year_beyond_four_digits_has_a_sign(year: str, shown: str) -> None:
    assert iso(When(value=year).bounds[0], floating=True) == f"{shown}-01-01T00:00:00"
