"""Paragraphs, sentences and sections of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import SectionKind
from onrecord._extract._text import Article, find_paragraphs
from onrecord._loaders._article import parse_article


def sentences(text: str) -> list[str]:
    return [text[s.starts[0] : s.ends[-1]] for s in Article(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ann left. Bo stayed.", ["Ann left.", "Bo stayed."], id="two sentences"),
        pytest.param("Mr. Lee met Dr. Dahl.", ["Mr. Lee met Dr. Dahl."], id="titles"),
        pytest.param(
            "He met John F. Dahl at 3 p.m. on Monday.", ["He met John F. Dahl at 3 p.m. on Monday."], id="points"
        ),
        pytest.param("It fell 3.5 points.", ["It fell 3.5 points."], id="decimal"),
        pytest.param("“I won.” He left.", ["“I won.”", "He left."], id="after a quotation"),
        pytest.param("“Did I win?” he asked.", ["“Did I win?” he asked."], id="question in a clause"),
        pytest.param("“Did I win?” Ann Lee asked.", ["“Did I win?” Ann Lee asked."], id="question before a name"),
        pytest.param("“I won. I did,” he said.", ["“I won. I did,” he said."], id="sentences inside"),
        pytest.param("HARWICK (HN) — Ann left.", ["HARWICK (HN) —", "Ann left."], id="dateline"),
    ],
)
def test_a_sentence_ends_where_it_does(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_that_are_wrapped_are_joined_to_paragraphs() -> None:
    text = "The bridge at Harwick\nfell at noon on\nFriday after a\nstorm.\n\nNobody was hurt,\nthe board said."
    assert len(find_paragraphs(text)) == 2


ARTICLE = """Bridge falls at Harwick
By Ann Lee
The bridge fell at noon.
Nobody was hurt.
Pictured: The fallen bridge
What happens next
The board will meet.
In this file photo taken on May 3, 2021, the bridge stands
It is not known why it fell."""


def test_sections_are_told_apart() -> None:
    kinds = [section.kind for section in next(iter(parse_article(ARTICLE).sources)).sections]
    assert kinds == [
        SectionKind.headline,
        SectionKind.byline,
        SectionKind.body,
        SectionKind.caption,
        SectionKind.subheading,
        SectionKind.body,
        SectionKind.caption,
        SectionKind.body,
    ]


def test_the_headline_is_the_title() -> None:
    assert next(iter(parse_article(ARTICLE).sources)).title == "Bridge falls at Harwick"


def test_a_caption_is_told_in_the_voice_of_the_writer() -> None:
    told = [s.content for s in parse_article(ARTICLE).statements if s.annotator == "onrecord:caption"]
    assert told == ["The fallen bridge", "In this file photo taken on May 3, 2021, the bridge stands"]


@given(st.text())
def test_sections_cut_the_whole_text_in_order(text: str) -> None:
    source = next(iter(parse_article(text).sources))
    assert "".join(text[section.start : section.end] for section in source.sections) in (text, "")
