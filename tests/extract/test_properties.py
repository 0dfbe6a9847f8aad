"""What holds for every text: a dossier without faults, exact spans, the same answer again, and linear work."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import dumps
from onrecord._loaders._article import parse_article
from tests.extract.work import calls_of

WORDS = """said told says “ ” " ' ‘ ’ « » `` '' , . : ; — - he she it they who that the a Ann Lee Smith officials
according to by as saying and but quoted was claims claim of for on Monday in ( ) Mr. U.S. “No,” “Won.” Pictured: adding
if not president spokesman statement her his 1 $3.5 put call calls reportedly alleged so-called s' & % É 日本 🙂
May 5 Will will emerged denied which told quoted described Mayor: plc
"""
NEWSY = st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n", "\r\n", "\u2028", "\x00", "\ufeff", "İ"]), max_size=60)
texts = st.one_of(st.text(), NEWSY.map(" ".join), NEWSY.map("".join))


@given(texts)
@example("")
@example("\n")
@example("’s'")
@example("”'")
@example("Ann denied the charge on")
@settings(max_examples=300)
def test_every_text_gives_a_dossier_without_faults(text: str) -> None:
    assert parse_article(text).check() == ()


@given(texts)
def test_the_text_is_kept_exactly(text: str) -> None:
    assert next(iter(parse_article(text).sources)).text == text


@given(NEWSY.map(" ".join))
def test_every_span_is_what_stands_there(text: str) -> None:
    for statement in parse_article(text).statements:
        for anchor in statement.evidence[0].anchors:
            assert all(text[span.start : span.end] == span.exact for span in anchor.spans)


@given(NEWSY.map(" ".join))
@settings(max_examples=50)
def test_the_same_text_gives_the_same_dossier(text: str) -> None:
    assert dumps(parse_article(text)) == dumps(parse_article(text))


@given(NEWSY.map(" ".join), NEWSY.map(" ".join))
@settings(max_examples=50)
def test_two_articles_in_one_give_a_dossier(first: str, second: str) -> None:
    assert parse_article(f"{first}\n\n{second}").check() == ()


@given(NEWSY.map(" ".join))
@settings(max_examples=50)
def test_every_id_begins_with_that_of_the_source(text: str) -> None:
    d = parse_article(text)
    source = next(iter(d.sources))
    assert all(noun.id.startswith(f"{source.id}-") for table in (d.actors, d.statements) for noun in table)


HARD = [
    "“",
    '"',
    "'",
    "“a ",
    "“No,” ",
    "said ",
    "a",
    ", ",
    "and ",
    "Ann and ",
    "man of ",
    "— ",
    "( ",
    "“A.”\n",
    "a\n",
    "He said he won. ",
    "A source said it fell. ",
    "The Ann Company said it fell. The company said it stood. ",
    "Ann Lee Bo Lee Lee said it fell. ",
    "May Will ",
    "reportedly ",
    "Mayor: ",
    "which officials said was ",
    "denied claims on Monday ",
    "was quoted by the Echo as saying ",
    "It is alleged that ",
    "“He told me, ‘No, I told them, “Go.”’ I left,” said Ann Lee. ",
    "Ann Lee: Did you go?\nBo Dahl: I did. He told me, “Go.”\nWhy?\n",
    "By Ann Lee\n",
    "Ann Lee on air: “It fell.”\n",
    "A. ",
    "a.b.",
    "- a\n",
    "a\u00ad",
    "“No,” said Ann Lee, who told Bo that he claimed it fell, adding that it did. ",
]


@pytest.mark.parametrize("unit", HARD)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    def grown(size: int) -> int:
        text = (unit * (size // len(unit) + 1))[:size]
        return calls_of(lambda: parse_article(text))

    assert grown(16_000) < 2.6 * grown(8_000) + 1_000
