"""Paragraphs, sentences and sections of plain text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import SectionKind
from onrecord._extract._text._paragraphs import find_paragraphs
from onrecord._extract._text._text import Article
from onrecord._loaders._article import parse_article


def sentences(text: str) -> list[str]:
    return [text[s.starts[0] : s.ends[-1]] for s in Article(text).sentences]


def paragraphs(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in find_paragraphs(text)]


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
        pytest.param("Prof B. K. Dunn met E.  M. Roe.", ["Prof B. K. Dunn met E.  M. Roe."], id="initials"),
        pytest.param(
            "J.-P. Roy met J.Dahl, Bo K. and B. O'Neill.", ["J.-P. Roy met J.Dahl, Bo K. and B. O'Neill."], id="short"
        ),
        pytest.param("He lacks vitamin C. The clinic knew.", ["He lacks vitamin C.", "The clinic knew."], id="letter"),
        pytest.param("He met U.S. Sen. Ann Lee.", ["He met U.S. Sen. Ann Lee."], id="title after an abbreviation"),
        pytest.param(
            "It has vitamin K. Dr Roe knew.", ["It has vitamin K.", "Dr Roe knew."], id="title after a letter"
        ),
        pytest.param("Marlow Inc (MRW.L) fell. It rose.", ["Marlow Inc (MRW.L) fell.", "It rose."], id="ticker"),
        pytest.param("Pier.example said so. He left.", ["Pier.example said so.", "He left."], id="address"),
        pytest.param("It ended.He left.", ["It ended.", "He left."], id="no space"),
        pytest.param("She met No. 10 and Nos. 3 and 4.", ["She met No. 10 and Nos. 3 and 4."], id="numbers"),
        pytest.param(
            "MR. LEE LEFT. He has MS. The rest stayed.",
            ["MR. LEE LEFT.", "He has MS.", "The rest stayed."],
            id="capitals",
        ),
    ],
)
def test_a_sentence_ends_where_it_does(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_that_are_wrapped_are_joined_to_paragraphs() -> None:
    text = "The bridge at Harwick\nfell at noon on\nFriday after a\nstorm.\n\nNobody was hurt,\nthe board said."
    assert len(find_paragraphs(text)) == 2


PROSE = """The harbour board of Aldmoor voted on Monday night to close the old pier to boats after a survey found rot.

“We had no choice,” said Ann Lee, who leads the board. “The next storm would have taken it, and whoever stood on it.”

Fishermen were angry at the news.

* The pier was built in 1911
* It was mended three times, and the last of these works was paid for by the town itself, the board said

Bo Dahl, who has sold bait there for thirty years, told the Echo that nobody had asked him what he thought of it."""


@pytest.mark.parametrize("width", [50, 60, 66, 72, 80, 100])
def test_lines_are_joined_wherever_a_width_has_wrapped_them(width: int) -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(line, width)) for line in PROSE.split("\n"))
    assert paragraphs(wrapped) == paragraphs(PROSE)


def test_lines_that_no_width_has_wrapped_are_paragraphs_of_their_own() -> None:
    lines = [
        "Pier shut",
        "By Ann Lee",
        "The pier was shut on Monday.",
        "Nobody was hurt.",
        "“We had no choice,” she said.",
    ]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize("apart", ["\n\n", "\r\n\r\n", "\r\r", "\n \n", "\u2028\u2028"])
def test_a_blank_line_parts_paragraphs_whatever_ends_the_lines(apart: str) -> None:
    once = apart.strip(" ")[: len(apart) // 2]
    wrapped = once.join(textwrap.wrap(PROSE.split("\n")[0] * 3, 60))
    assert len(find_paragraphs(wrapped + apart + wrapped)) == 2


@pytest.mark.parametrize("mark", ["• ", "* ", "- ", "– ", "■ "])
def test_the_marks_of_a_list_are_no_part_of_its_items(mark: str) -> None:
    text = f"The pier was shut.\n{mark}It was old\n{mark}It was rotten\nNobody was hurt."
    assert paragraphs(text) == ["The pier was shut.", "It was old", "It was rotten", "Nobody was hurt."]
    assert SectionKind.subheading not in {section.kind for section in parse_article(text).sources[0].sections}


def test_a_dash_before_one_name_is_no_mark_of_a_list() -> None:
    assert paragraphs("“We saw it fall.”\n— Ann Lee")[1] == "— Ann Lee"


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


BODY = """The pier at Aldmoor was shut on Monday after a survey found rot in it, the board said.

Nobody was hurt, and the boats had left the harbour in the night before it was shut."""


@pytest.mark.parametrize(
    "headline",
    [
        "Pier is lost!",
        "Is the pier lost?",
        "‘We lost it all’: pier shut at Aldmoor",
        "Board calls old pier 'a danger'",
        "Pier shut at Aldmoor…",
    ],
)
def test_a_headline_may_begin_and_end_with_a_mark(headline: str) -> None:
    assert parse_article(f"{headline}\n\n{BODY}").sources[0].title == headline


@pytest.mark.parametrize("above", ["NEWS", "Opinion", "The Aldmoor Gazette", "11:42am", "EXCLUSIVE\n\n09:15"])
def test_what_stands_above_a_headline_is_none(above: str) -> None:
    source = parse_article(f"{above}\n\nPier shut at Aldmoor after survey\n\n{BODY}").sources[0]
    assert (source.title, source.sections[0].kind) == ("Pier shut at Aldmoor after survey", SectionKind.other)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By ANN LEE and BO DAHL", ["ANN LEE", "BO DAHL"]),
        ("By harbour reporter Bo van der Ek", ["Bo van der Ek"]),
        ("EXCLUSIVE by Ann Lee, Harbour Editor", ["Ann Lee"]),
        ("By A. B. Lee, Bo Dahl and Cy Orr in Aldmoor", ["A. B. Lee", "Bo Dahl", "Cy Orr"]),
        ("By Ann Lee | 7 May 2031", ["Ann Lee"]),
        ("Staff Reporter | Aldmoor | Updated: 7 May 2031", []),
        ("Posted 3h ago", []),
    ],
)
def test_the_authors_are_those_whom_the_byline_names(byline: str, names: list[str]) -> None:
    d = parse_article(f"Pier shut at Aldmoor\n{byline}\n\n{BODY}")
    source = d.sources[0]
    assert source.sections[1].kind is SectionKind.byline
    assert [d.actors[key].name for key in source.authors] == names


def test_an_author_who_speaks_in_the_article_is_one_actor() -> None:
    d = parse_article(f"Pier shut\nBy Ann Lee\n\n{BODY}\n\nAnn Lee said the pier was old.")
    assert [actor.name for actor in d.actors].count("Ann Lee") == 1


@pytest.mark.parametrize(
    "line", ["ADVERTISEMENT", "Read more: The pier in pictures", "SIGN UP for our letter", "23:58", "___"]
)
def test_what_is_no_part_of_the_article_is_told_apart(line: str) -> None:
    sections = parse_article(f"Pier shut\n\n{BODY}\n\n{line}\n\n{BODY}").sources[0].sections
    assert SectionKind.other in {section.kind for section in sections}


@pytest.mark.parametrize("line", ["She added: 'It was awful!'", "He told us he had wept. 🙂"])
def test_a_line_of_speech_is_no_heading(line: str) -> None:
    sections = parse_article(f"Pier shut\n\n{BODY}\n\n{line}\n\n{BODY}").sources[0].sections
    assert [section.kind for section in sections] == [SectionKind.headline, SectionKind.body]


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("The pier at dusk. Photograph: Jo Finn/The Echo", ["The pier at dusk."]),
        ("The pier at dusk (Supplied: Jo Finn)", ["The pier at dusk"]),
        ("Photo: Jo Finn/Echo", []),
        ("Pictured: Ann Lee on the pier", ["Ann Lee on the pier"]),
    ],
)
def test_who_made_a_picture_is_no_part_of_what_its_caption_tells(caption: str, told: list[str]) -> None:
    d = parse_article(f"Pier shut\n\n{BODY}\n\n{caption}\n\n{BODY}")
    assert [s.content for s in d.statements if s.annotator == "onrecord:caption"] == told


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\u2060", "\ufeff"])
def test_characters_that_nobody_sees_are_read_over_and_kept(unseen: str) -> None:
    text = f"{unseen}Ann Lee{unseen} sa{unseen}id{unseen} that the pier{unseen} was o{unseen}ld.{unseen}"
    d = parse_article(text)
    (statement,) = d.statements
    assert (statement.content, d.sources[0].text) == (f"the pier{unseen} was o{unseen}ld", text)
    assert (d.actors[0].name, d.check()) == ("Ann Lee", ())


@given(st.text())
def test_sections_cut_the_whole_text_in_order(text: str) -> None:
    source = next(iter(parse_article(text).sources))
    assert "".join(text[section.start : section.end] for section in source.sections) in (text, "")
