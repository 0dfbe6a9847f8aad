"""A quotation inside its sentence: the source's own text, whole sentences, and marks where the anchors are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from onrecord import Builder, Dossier, Evidence, Source
from onrecord._views._blocks import Mark, Passage
from onrecord._views._passage import passage_of
from onrecord.testing import dossiers


def shown(text: str, words: str, **options: str) -> Passage:
    b = Builder()
    story = b.source(text=text)
    evidence = b.evidence(story, words, **options)  # type: ignore[arg-type]
    return passage_of(story, evidence)


def text_of(passage: Passage) -> str:
    return "".join(piece.text for piece in passage.pieces)


def marked(passage: Passage, mark: Mark) -> str:
    return "".join(piece.text for piece in passage.pieces if mark in piece.marks)


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. Ann said no. It snowed.", "no", "Ann said no."),
        ("It rained! “We did not,” Ann said. It snowed.", "We did not,", "“We did not,” Ann said."),
        ("It rained.\n\nAnn said no\n\nIt snowed.", "no", "Ann said no"),
        ("Then “No. Never.” Bob left.", "No. Never.", "Then “No. Never.”"),
        ("On 3.5 per cent Mr. Lee said no. Bob left.", "no", "On 3.5 per cent Mr. Lee said no."),
        ("J. Lee said no. Bob left.", "no", "J. Lee said no."),
        ("No", "No", "No"),
    ],
)
def test_the_whole_sentence_is_shown_and_no_other(text: str, words: str, sentence: str) -> None:
    assert text_of(shown(text, words)) == sentence


def test_words_of_several_sentences_are_shown_with_all_of_them() -> None:
    text = "It rained. “No,” Ann said. “Not us.” It snowed."
    b = Builder()
    story = b.source(text=text)
    passage = passage_of(story, b.evidence(story, ["No,", "Not us."], cue="said"))
    assert text_of(passage) == "“No,” Ann said. “Not us.”"
    assert (marked(passage, Mark.content), marked(passage, Mark.cue)) == ("No,Not us.", "said")


def test_what_lies_between_two_sentences_that_are_apart_is_left_out() -> None:
    text = "“No,” Ann said. It rained. It snowed. “Not us.”"
    b = Builder()
    story = b.source(text=text)
    passage = passage_of(story, b.evidence(story, ["No,", "Not us."]))
    assert text_of(passage) == "“No,” Ann said. … “Not us.”"


def test_a_sentence_without_end_is_cut_where_it_is_long() -> None:
    text = "word " * 1_000 + "no " + "word " * 1_000
    passage = shown(text, "no")
    assert len(text_of(passage)) < 1_000
    assert marked(passage, Mark.content) == "no"


def test_without_the_text_the_words_alone_are_shown() -> None:
    b = Builder()
    story = b.source(text="Ann said no.")
    evidence = b.evidence(story, "no", cue="said")
    assert text_of(passage_of(None, evidence)) == "no"


def test_where_the_words_do_not_stand_in_the_text_the_words_alone_are_shown() -> None:
    b = Builder()
    evidence = b.evidence(b.source(text="Ann said no."), "no")
    other = Builder().source(text="Ann said so.")
    assert text_of(passage_of(other, evidence)) == "no"


def sourced(d: Dossier) -> list[tuple[Source, Evidence]]:
    sources = {source.id: source for source in d.sources}
    return [(sources[e.source], e) for s in d.statements for e in s.evidence if sources[e.source].text is not None]


@settings(max_examples=50)
@given(dossiers())
def test_every_mark_stands_on_the_anchors_own_words(d: Dossier) -> None:
    for source, evidence in sourced(d):
        passage = passage_of(source, evidence)
        assert marked(passage, Mark.content) == "".join(span.exact for span in evidence.content.spans)
        if evidence.cue is not None:
            assert marked(passage, Mark.cue) == "".join(span.exact for span in evidence.cue.spans)


@settings(max_examples=50)
@given(dossiers())
def test_what_is_shown_is_the_text_itself(d: Dossier) -> None:
    for source, evidence in sourced(d):
        for part in text_of(passage_of(source, evidence)).split(" … "):
            assert part.removeprefix("…") in (source.text or "")
