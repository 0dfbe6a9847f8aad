"""Quotation marks: one engine pairs every kind, whatever the style of the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._extract._text._marks import pair_marks
from onrecord._extract._text._paragraphs import find_paragraphs


def quoted(text: str) -> list[str]:
    return [text[pair.inner_start : pair.inner_end] for pair in pair_marks(text, find_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param("“We go,” she said.", ["We go,"], id="curly double"),
        pytest.param('"We go," she said.', ["We go,"], id="straight double"),
        pytest.param("‘We go,’ she said.", ["We go,"], id="curly single"),
        pytest.param("'We go,' she said.", ["We go,"], id="straight single"),
        pytest.param("«We go,» she said.", ["We go,"], id="angled"),
        pytest.param("„We go,” she said.", ["We go,"], id="low"),
        pytest.param("''We go,'' she said.", ["We go,"], id="two single ones for a double"),
        pytest.param("``We go,'' she said.", ["We go,"], id="typewriter"),
        pytest.param("“We go,“ she said.", ["We go,"], id="closing mark the wrong way round"),
        pytest.param("”We go,” she said.", ["We go,"], id="opening mark the wrong way round"),
        pytest.param("“We go,” she said, “now.”", ["We go,", "now."], id="broken by its clause"),
    ],
)
def test_every_kind_of_mark_is_paired(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param("It’s Ann’s boat, isn’t it?", [], id="inside words"),
        pytest.param("The workers’ union and the owners’ club met.", [], id="after a plural"),
        pytest.param("‘The workers’ union met,’ she said.", ["The workers’ union met,"], id="inside a quotation"),
        pytest.param("'The workers' union met,' she said.", ["The workers' union met,"], id="the same, straight"),
        pytest.param("Kyiv‘s mayor spoke.", [], id="wrong way round"),
        pytest.param("'Tis the '90s again for rock 'n' roll.", [], id="clipped words"),
        pytest.param("He is 6'2\" tall and weighs 90 kg.", [], id="feet and inches"),
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    "text", ["“He said ‘no’ twice,” she said.", "‘He said “no” twice,’ she said.", "\"He said 'no' twice,\" she said."]
)
def test_a_quotation_inside_another_is_part_of_it(text: str) -> None:
    assert [inner[:7] for inner in quoted(text)] == ["He said"]


@pytest.mark.parametrize("opening", ["“", '"', "‘"])
def test_a_quotation_without_a_closing_mark_goes_on_in_the_next_paragraph(opening: str) -> None:
    closing = {"“": "”", '"': '"', "‘": "’"}[opening]
    assert quoted(f"{opening}One.\n\n{opening}Two.{closing}") == ["One.", "Two."]


def test_a_single_mark_that_nothing_closes_is_no_quotation() -> None:
    assert quoted("“Yes,” said O ’Brien of the boats’ crew.") == ["Yes,"]


@given(st.text(alphabet="ab .,\n“”\"‘’'«»`"))
def test_pairs_are_in_order_and_inside_their_text(text: str) -> None:
    end = 0
    for pair in pair_marks(text, find_paragraphs(text)):
        assert end <= pair.start < pair.inner_start <= pair.inner_end <= pair.end <= len(text)
        end = pair.end
