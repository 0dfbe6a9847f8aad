"""The sentences of our own, each told in the extents and values that a reader gives them."""

from __future__ import annotations

import pytest

from onrecord import When, find_times
from tests.extract.times_sentences import NOTHING, PUBLISHED, SENTENCES, Told


def found_in(text: str) -> list[tuple[str, str | None]]:
    return [(span.exact, when.value) for span, when in find_times(text, PUBLISHED)]


@pytest.mark.parametrize(("sentence", "told"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_each_sentence_tells_its_times_and_no_others(sentence: str, told: list[tuple[str, str | None]]) -> None:
    assert found_in(sentence) == told


def test_no_sentence_stands_twice() -> None:
    assert len({sentence for sentence, _ in SENTENCES}) == len(SENTENCES) >= 150


@pytest.mark.parametrize(("sentence", "told"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_every_value_that_is_expected_is_one(sentence: str, told: list[tuple[str, str | None]]) -> None:
    for words, value in told:
        assert words in sentence
        assert value is None or When(value=value).resolved


def test_all_sentences_as_one_text_tell_nothing_where_there_is_nothing() -> None:
    text = "\n\n".join(sentence for sentence, _ in NOTHING)
    assert find_times(text, PUBLISHED) == ()


@pytest.mark.parametrize("group", [SENTENCES[:60], SENTENCES[60:120], SENTENCES[120:]])
def test_the_spans_are_the_same_where_the_sentences_are_paragraphs_of_one_text(group: list[Told]) -> None:
    text = "\n\n".join(sentence for sentence, _ in group)
    expected = [words for _, told in group for words, _ in told]
    assert [span.exact for span, _ in find_times(text, PUBLISHED)] == expected
