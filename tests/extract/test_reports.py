"""What is reported: each phenomenon in the shortest text that has it."""

from __future__ import annotations

import pytest

from onrecord import Dossier, Form, Stance, Statement, Voice
from onrecord._loaders._article import parse_article

Row = tuple[str | None, str | None, str, str]


def printed(statement: Statement) -> Row:
    evidence = statement.evidence[0]
    speaker = evidence.speaker.text if evidence.speaker is not None else None
    cue = evidence.cue.text if evidence.cue is not None else None
    return speaker, cue, " … ".join(span.exact for span in evidence.content.spans), str(statement.form)


def rows(text: str) -> list[Row]:
    return [printed(statement) for statement in parse_article(text).statements]


DIRECT: list[tuple[str, list[Row]]] = [
    ("“We are ready,” said Ann Lee.", [("Ann Lee", "said", "We are ready,", "direct")]),
    (
        "“We are ready,” Ann Lee said on Monday. “Nobody will stop us.”",
        [("Ann Lee", "said", "We are ready, … Nobody will stop us.", "direct")],
    ),
    (
        "“We are ready,” Ann Lee, the mayor of Harwick, said, “and will stay.”",
        [("Ann Lee", "said", "We are ready, … and will stay.", "direct")],
    ),
    ("Ann Lee said: “We are ready.”", [("Ann Lee", "said", "We are ready.", "direct")]),
    ("Ann Lee told the council, “It is safe.”", [("Ann Lee", "told", "It is safe.", "direct")]),
    ("“Are you ready?” asked Ann Lee.", [("Ann Lee", "asked", "Are you ready?", "direct")]),
    ("Said Ann Lee: “We are ready.”", [("Ann Lee", "Said", "We are ready.", "direct")]),
    ("Lee: “We are ready.”", [("Lee", None, "We are ready.", "direct")]),
    ("“The bridge fell.” — Ann Lee, Harwick", [("Ann Lee", None, "The bridge fell.", "direct")]),
    ("“The bridge fell.”\n— Ann Lee, Harwick", [("Ann Lee", None, "The bridge fell.", "direct")]),
    ("“One.” — Ann Lee\n“Two.”\n— Bo Dahl", [("Ann Lee", None, "One.", "direct"), ("Bo Dahl", None, "Two.", "direct")]),
    ("Ann Lee, asked if it fell, said: “No.”", [("Ann Lee", "said", "No.", "direct")]),
    ("‘The workers’ union left,’ said Ann Lee.", [("Ann Lee", "said", "The workers’ union left,", "direct")]),
    ("'It isn't the workers' boat,' said Ann.", [("Ann", "said", "It isn't the workers' boat,", "direct")]),
    ("Ann said: “One.\n“Two.\n“Three.”", [("Ann", "said", "One. … Two. … Three.", "direct")]),
    ("“One,” said Ann.\n\n“Two.”", [("Ann", "said", "One, … Two.", "direct")]),
    ("“Never,” Ann Lee tweeted on Tuesday night.", [("Ann Lee", "tweeted", "Never,", "direct")]),
    ("Asked whether it was safe, Ann Lee said: “No.”", [("Ann Lee", "said", "No.", "direct")]),
]

MIXED: list[tuple[str, list[Row]]] = [
    ("Ann said the bridge was “quite safe”.", [("Ann", "said", "the bridge was “quite safe”", "mixed")]),
    ("Ann called it “a death trap”.", [("Ann", "called", "it “a death trap”", "mixed")]),
    ("Ann described it as “a death trap”.", [("Ann", "described", "it as “a death trap”", "mixed")]),
    ("Ann called it “a trap,” but would not say more.", [("Ann", "called", "it “a trap,”", "mixed")]),
    ("The bridge was “quite safe,” said Ann.", [("Ann", "said", "The bridge was “quite safe,”", "mixed")]),
    (
        "As Ann Lee put it, the bridge is “as safe as a church”.",
        [("Ann Lee", "put", "the bridge is “as safe as a church”", "mixed")],
    ),
]

INDIRECT: list[tuple[str, list[Row]]] = [
    ("Ann Lee said the bridge was safe.", [("Ann Lee", "said", "the bridge was safe", "indirect")]),
    (
        "Ann Lee told reporters in Harwick that it was safe.",
        [("Ann Lee", "told", "it was safe", "indirect")],
    ),
    ("The bridge is safe, Ann Lee said.", [("Ann Lee", "said", "The bridge is safe", "indirect")]),
    ("The bridge, Ann Lee said, is safe.", [("Ann Lee", "said", "The bridge … is safe", "indirect")]),
    ("The bridge is safe, said Ann Lee.", [("Ann Lee", "said", "The bridge is safe", "indirect")]),
    ("The bridge is safe, according to Ann Lee.", [("Ann Lee", "according to", "The bridge is safe", "indirect")]),
    ("According to Ann Lee, the bridge is safe.", [("Ann Lee", "According to", "the bridge is safe", "indirect")]),
    (
        "Ann Lee said it was safe, adding that nobody was hurt.",
        [("Ann Lee", "said", "it was safe", "indirect"), ("Ann Lee", "adding", "nobody was hurt", "indirect")],
    ),
    (
        "Ann Lee said it was safe and warned that it would close.",
        [("Ann Lee", "said", "it was safe", "indirect"), ("Ann Lee", "warned", "it would close", "indirect")],
    ),
    ("Ann urged the board to close it.", [("Ann", "urged", "the board to close it", "indirect")]),
    ("Ann promised to close it.", [("Ann", "promised", "to close it", "indirect")]),
    ("Ann wondered why it had fallen.", [("Ann", "wondered", "why it had fallen", "indirect")]),
    (
        "In a statement on Monday, the harbour board said it was safe.",
        [("the harbour board", "said", "it was safe", "indirect")],
    ),
    (
        "Ann Lee, who has sat on the council since 2010, insisted it was safe.",
        [("Ann Lee", "insisted", "it was safe", "indirect")],
    ),
    ("A man who saw the fall said it was loud.", [("A man", "said", "it was loud", "indirect")]),
    ("After Ann said it was safe, Bo left.", [("Ann", "said", "it was safe", "indirect")]),
    ("It was fine, an inquest heard.", [(None, "heard", "It was fine", "indirect")]),
    ("Jurors were told that it was fine.", [(None, "were told", "it was fine", "indirect")]),
    (
        "Ann offered to pay, a spokesman said on Monday.",
        [
            ("a spokesman", "said", "Ann offered to pay", "indirect"),
            ("Ann", "offered", "to pay", "indirect"),
        ],
    ),
    ("Ann declined to say whether it fell, but Bo said it did.", [("Bo", "said", "it did", "indirect")]),
    (
        "Claiming the vote was rigged, Ann told Bo it was over.",
        [("Ann", "Claiming", "the vote was rigged", "indirect"), ("Ann", "told", "it was over", "indirect")],
    ),
    ("It was claimed that it was unsafe.", [(None, "It was claimed", "it was unsafe", "indirect")]),
    ("Ann accused the board of hiding it.", [("Ann", "accused", "the board of hiding it", "reported")]),
    ("Ann called for a vote.", [("Ann", "called for", "a vote", "reported")]),
    ("Ann’s promise to close it was kept.", [("Ann’s", "promise", "to close it", "indirect")]),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_quoted_words_are_a_direct_statement(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_words_quoted_in_part_are_a_mixed_statement(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_retold_words_are_an_indirect_statement(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell at noon.",
        "Ann Lee said. Bo Dahl left.",
        "Another video showed that the bridge swayed.",
        "The report was long, and the claims were many.",
        "He read the book “Harwick at Sea” on the train.",
    ],
)
def test_a_sentence_that_reports_nothing_gives_no_statement(text: str) -> None:
    assert rows(text) == []


def test_a_quotation_with_no_cue_is_given_to_the_last_speaker_with_less_confidence() -> None:
    first, second = parse_article("Ann Lee said the bridge was safe. “Nobody was hurt.”").statements
    assert second.speaker == first.speaker
    assert (second.confidence or 1) < (first.confidence or 0)


def test_a_quotation_that_nobody_can_be_found_for_has_no_speaker() -> None:
    (statement,) = parse_article("“The bridge was never safe.”").statements
    assert (statement.speaker, statement.voice) == (None, Voice.other)


def test_what_nobody_in_particular_says_has_an_arbitrary_voice() -> None:
    voices = [s.voice for s in parse_article("It was said that he fled. He reportedly fell.").statements]
    assert voices == [Voice.arbitrary, Voice.arbitrary]


def test_one_or_two_words_in_marks_before_a_noun_are_a_hedge_and_not_reported() -> None:
    (statement,) = parse_article("Ann Lee said the “safe” bridge had fallen.").statements
    assert statement.form is Form.indirect
    assert "“safe”" in [hedge.text for hedge in statement.evidence[0].hedges]


@pytest.mark.parametrize(
    ("cue", "stance"), [("said", Stance.neutral), ("claimed", Stance.distanced), ("admitted", Stance.endorsed)]
)
def test_a_cue_tells_the_stance_of_the_writer(cue: str, stance: Stance) -> None:
    (statement,) = parse_article(f"Ann Lee {cue} that it fell.").statements
    assert statement.evidence[0].stance is stance


def test_alleged_is_a_hedge() -> None:
    (statement,) = parse_article("Ann Lee said the alleged theft never happened.").statements
    assert [hedge.text for hedge in statement.evidence[0].hedges if hedge.text == "alleged"] == ["alleged"]


def chains(text: str) -> list[tuple[str, str]]:
    d: Dossier = parse_article(text)
    names = {actor.id: actor.name for actor in d.actors}
    via = {s.id: s for s in d.statements}
    return [
        (names[s.speaker], names[relay])
        for s in d.statements
        if s.via is not None and s.speaker is not None and (relay := via[s.via].speaker) is not None
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was quoted by the Echo as saying that it was safe.",
        "The Echo quoted Ann Lee as saying it was safe.",
        "The Echo reported that Ann Lee had said it was safe.",
        "The Echo cited a letter by Ann Lee, who claims that it is unsafe.",
        "According to the Echo, Ann Lee said it was safe.",
    ],
)
def test_words_that_come_through_somebody_else_have_a_relay(text: str) -> None:
    assert chains(text) == [("Ann Lee", "Echo")]


def test_what_is_only_denied_is_passed_on_by_nobody() -> None:
    assert chains("Bo Dahl denied that Ann Lee had said it was safe.") == []


def test_a_transcript_is_read_turn_by_turn() -> None:
    text = "HOST: Is it safe?\nANN LEE: It is. Bo said so.\nHOST: Thank you.\nANN LEE: Good night."
    assert rows(text) == [
        ("HOST", None, "Is it safe?", "direct"),
        ("ANN LEE", None, "It is. Bo said so.", "direct"),
        ("HOST", None, "Thank you.", "direct"),
        ("ANN LEE", None, "Good night.", "direct"),
    ]


def test_each_statement_names_its_rule() -> None:
    (statement,) = parse_article("“We are ready,” said Ann Lee.").statements
    assert statement.annotator == "onrecord:quote-before"
