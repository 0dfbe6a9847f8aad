"""When a statement was said: told in its cue's own clause, and otherwise left open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Dossier, Statement, When
from onrecord._loaders._article import parse_article
from onrecord.testing import whens
from tests.extract.said_sentences import PUBLISHED, SILENT, TOLD
from tests.extract.work import calls_of

WORDS = sorted({word for sentence in [*SILENT, *(told[0] for told in TOLD)] for word in sentence.split()})
texts = st.lists(st.sampled_from([*WORDS, "\n\n", "“", "”", ";", "—", "9999", "BC"]), max_size=50).map(" ".join)
stories = st.lists(st.sampled_from([*SILENT, *(told[0] for told in TOLD)]), max_size=4).map("\n\n".join)
publications = st.one_of(
    st.none(),
    whens().map(lambda when: when.value or "2023"),
    st.sampled_from(["0001-01-01", "9999-12-31", "2023-05", "2022-02-24/..", "[..2020]", "-0044"]),
)


def first(text: str, published: str | None = PUBLISHED) -> Statement:
    return next(iter(parse_article(text, published=published, id="story").statements))


def times_of(d: Dossier) -> list[When]:
    return [statement.said for statement in d.statements if statement.said is not None]


@pytest.mark.parametrize(("sentence", "words", "value"), TOLD, ids=[told[0] for told in TOLD])
def test_the_time_in_the_clause_of_the_cue_tells_when_it_was_said(sentence: str, words: str, value: str | None) -> None:
    said = first(sentence).said
    assert said is not None
    assert (said.text, said.value) == (words, value)


@pytest.mark.parametrize("sentence", SILENT)
def test_a_time_of_anything_else_does_not(sentence: str) -> None:
    d = parse_article(sentence, published=PUBLISHED)
    assert (len(d.statements) > 0, times_of(d)) == (True, [])


def test_a_participle_is_said_when_its_verb_is() -> None:
    d = parse_article("Lee told the Echo on Monday that it fell, adding that it was weak.", published=PUBLISHED)
    assert [when.value for when in times_of(d)] == ["2023-05-01", "2023-05-01"]


def test_a_further_verb_is_not() -> None:
    d = parse_article("Lee said on Monday that it fell and warned that it was weak.", published=PUBLISHED)
    assert [statement.said is None for statement in d.statements] == [False, True]


def test_one_statement_inside_another_has_the_time_of_its_own_cue() -> None:
    d = parse_article("Lee said on Tuesday that Bo had told police on Monday that it fell.", published=PUBLISHED)
    assert [when.value for when in times_of(d)] == ["2023-05-02", "2023-05-01"]


def test_a_time_after_the_publication_is_left_out() -> None:
    assert first("Lee said on 5 June 2023 that it fell.").said is None


def test_without_a_publication_the_words_are_kept_and_no_value_is_made_up() -> None:
    said = first("The union warned last week that it would strike.", published=None).said
    assert said is not None
    assert (said.value, said.text, said.relative_to, said.offset) == (None, "last week", "story", "-P1W")


def test_what_is_kept_resolves_once_the_publication_is_known() -> None:
    d = parse_article("The union warned last week that it would strike.", id="story")
    source = d.sources["story"]
    dated = parse_article(source.text or "", published=PUBLISHED, id="story").sources["story"]
    assert times_of(d.replace(dated).resolve_times())[0].value == "[2023-04-24..2023-04-30]"


@given(st.one_of(texts, stories), publications)
@settings(max_examples=200)
def test_every_text_of_any_day_gives_a_dossier_without_problems(text: str, published: str | None) -> None:
    assert parse_article(text, published=published).check() == ()


@pytest.mark.parametrize("unit", ["said on Monday ", "On Monday, ", "on Monday Ann Lee said it fell, adding ", "2019 "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    def grown(size: int) -> int:
        text = (unit * (size // len(unit) + 1))[:size]
        return calls_of(lambda: parse_article(text, published=PUBLISHED))

    assert grown(16_000) < 2.6 * grown(8_000) + 1_000


@given(texts, publications)
def test_the_words_that_tell_when_stand_in_the_text(text: str, published: str | None) -> None:
    d = parse_article(text, published=published)
    assert all(when.text in text for when in times_of(d) if when.text is not None)
