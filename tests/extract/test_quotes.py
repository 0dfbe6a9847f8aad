"""Quotations inside quotations and transcripts, and those that a colon or a dash announces."""

from __future__ import annotations

import pytest

from onrecord import Dossier
from onrecord._loaders._article import parse_article


def said(d: Dossier) -> list[tuple[str | None, str]]:
    """Who says what; None where that is left open."""
    return [(None if s.speaker is None else d.actors[s.speaker].name, s.content) for s in d.statements]


def passed_on(d: Dossier) -> list[tuple[str | None, str, str]]:
    """Who is passed on as saying what, in which statement."""
    contents = {s.id: s.content for s in d.statements}
    found = zip(said(d), d.statements, strict=True)
    return [(name, content, contents[s.via][:12]) for (name, content), s in found if s.via is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The pilot asked, ‘Is everyone strapped in?’ and we fell,” Mira Holt told the Echo.",
            ("The pilot", "Is everyone strapped in?"),
            id="double outside",
        ),
        pytest.param(
            "‘The pilot asked, “Is everyone strapped in?” and we fell,’ Mira Holt told the Echo.",
            ("The pilot", "Is everyone strapped in?"),
            id="single outside",
        ),
        pytest.param(
            "Mira Holt said: \"It shook. 'Hold on,' said the pilot.\"", ("the pilot", "Hold on,"), id="clause after"
        ),
        pytest.param(
            "\"I told them, 'The pilot is ill.' Nobody listened,\" said Mira Holt.",
            ("Mira Holt", "The pilot is ill."),
            id="one's own earlier words",
        ),
        pytest.param(
            "“She told me, ‘You are finished here,’ and left,” said Mira Holt.",
            (None, "You are finished here,"),
            id="a pronoun is not the one who is quoted",
        ),
    ],
)
def test_a_quotation_in_another_is_a_statement_passed_on_by_it(text: str, expected: tuple[str | None, str]) -> None:
    d = parse_article(text)
    assert [(name, content) for name, content, _ in passed_on(d)] == [expected]
    assert (len(d.statements), d.check()) == (2, ())


@pytest.mark.parametrize(
    "text",
    [
        "“I call it ‘the pit’,” said Ann Lee.",
        "“You could say, ‘It is late,’ and go,” said Ann Lee.",
        "“It’s the dockers’ pier,” said Ann Lee.",
    ],
)
def test_words_in_marks_that_nobody_said_are_no_statement_of_their_own(text: str) -> None:
    assert len(parse_article(text).statements) == 1


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Ex-champion Mo Farrar on Harbour Radio:", "Mo Farrar"),
        ("Ann Lee, mayor of Aldmoor:", "Ann Lee"),
        ("Tania Roe, 45, a nurse (pictured):", "Tania Roe"),
        ("Tania Roe, a nurse –", "Tania Roe"),
        ("A spokesman for the board on Monday:", "A spokesman for the board"),
        ("A message from Ann Lee:", "Ann Lee"),
        ("On the door of the shop:", None),
        ("The verdict:", None),
        ("Then, an hour later:", None),
    ],
)
def test_a_quotation_after_a_colon_is_of_the_one_named_before_it_or_open(lead: str, speaker: str | None) -> None:
    assert said(parse_article(f"{lead} “We waited nine hours in the cold.”")) == [
        (speaker, "We waited nine hours in the cold.")
    ]


@pytest.mark.parametrize(("lead", "speaker"), [("Some advice from Ann Lee:", "Ann Lee"), ("And now:", None)])
def test_a_lead_in_a_paragraph_of_its_own_gives_the_next_to_the_one_it_names(lead: str, speaker: str | None) -> None:
    assert said(parse_article(f"{lead}\n\n“We waited nine hours in the cold.”")) == [
        (speaker, "We waited nine hours in the cold.")
    ]


def test_a_part_of_a_sentence_after_a_colon_is_nobody_s() -> None:
    assert said(parse_article("On the menu of the inn: “grandmother’s” soup and bread.")) == []


@pytest.mark.parametrize(
    ("asking", "answering", "names"),
    [
        ("MR. LEE:", "MS. ROE:", ("LEE", "ROE")),
        ("**Ann Lee:**", "**Bo Dahl:**", ("Ann Lee", "Bo Dahl")),
        ("Ann Lee (Aldmoor):", "Bo Dahl (Harwick):", ("Ann Lee", "Bo Dahl")),
        ("THE COURT:", "THE WITNESS:", ("THE COURT", "THE WITNESS")),
        ("Q:", "A:", (None, None)),
        ("Q.", "A.", (None, None)),
    ],
)
def test_the_turns_of_a_transcript_are_of_those_whom_their_labels_name(
    asking: str, answering: str, names: tuple[str | None, str | None]
) -> None:
    d = parse_article(f"{asking} Did you jump?\n{answering} I did.\n{asking} Why?\n{answering} The deck was burning.")
    words = ["Did you jump?", "I did.", "Why?", "The deck was burning."]
    assert said(d) == list(zip(names * 2, words, strict=True))


INTERVIEW = """Ina Moss: You have written ten plays. Which is the best?

Karl Wend: The next one. My agent told me, “Write it.”

IM: And the worst?

KW: Some critics say that I have no worst. I think they are kind.

Do you miss the stage?

Not at all.

IM: Thank you."""


def test_a_question_without_a_label_and_its_answer_are_of_the_two_who_speak() -> None:
    assert {("Ina Moss", "Do you miss the stage?"), ("Karl Wend", "Not at all.")} <= set(said(parse_article(INTERVIEW)))


def test_what_a_turn_passes_on_is_a_statement_of_its_own() -> None:
    assert passed_on(parse_article(INTERVIEW)) == [
        ("My agent", "Write it.", "The next one"),
        ("Some critics", "I have no worst", "Some critics"),
    ]
