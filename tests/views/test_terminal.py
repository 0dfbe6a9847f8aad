"""The terminal's views: every line is safe and fits, and the evidence view shows the text as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Actor, ActorId, Builder, Dossier, Form, Source, SourceId, Statement, StatementId, Voice
from onrecord._dossier._visible import visible
from onrecord._views import _evidence, _glance, _lists
from onrecord._views._text import width_of
from onrecord.testing import dossiers

few = settings(max_examples=30)  # each makes whole dossiers and looks at them in eight ways

VIEWS: dict[str, Callable[[Dossier, int], Iterable[str]]] = {
    "glance": _glance.glance,
    "statements": lambda d, width: _lists.statements_list(d.statements, width),
    "events": lambda d, width: _lists.events_list(d.events, width, certain=d.timeline()),
    "accounts": lambda d, width: [line for e in d.events for line in _lists.accounts_list(d, e.id, width)],
    "disputes": lambda d, width: _lists.disputes_list(d.disputes(), d.doubts(), width),
    "find": lambda d, width: _lists.nouns_list(d.find(d.actors[0].name if d.actors else "a"), width),
    "chain": lambda d, width: [line for s in d.statements for line in _lists.chain_lines(d.chain(s), width)],
    "evidence": _evidence.evidence_lines,
}


def lines_of(d: Dossier, width: int) -> Iterator[str]:
    return chain.from_iterable(view(d, width) for view in VIEWS.values())


@few
@given(d=dossiers())
def test_no_hidden_character_of_the_data_reaches_the_terminal(d: Dossier) -> None:
    assert [line for line in lines_of(d, 80) if visible(line) != line] == []


@few
@given(d=dossiers(), width=st.integers(60, 120))
def test_every_line_fits_the_terminal(d: Dossier, width: int) -> None:
    assert [line for line in lines_of(d, width) if width_of(line) > width] == []


MARKS = dict.fromkeys(map(ord, "⟦⟧<>{}~"))


@few
@given(dossiers())
def test_without_its_marks_a_marked_passage_is_the_text_itself(d: Dossier) -> None:
    texts = {source.id: source.text for source in d.sources}
    for statement in d.statements:
        for evidence in statement.evidence:
            text = texts[evidence.source]
            if text is not None:
                plain = text.translate(_evidence.OWN)
                shown = _evidence._marked(text, evidence).translate(MARKS)
                assert all(piece in plain for piece in shown.split("\n…\n"))


def marked(text: str, content: str | list[str], **options: str) -> str:
    b = Builder()
    evidence = b.evidence(b.source(text=text), content, **options)  # type: ignore[arg-type]
    return _evidence._marked(text, evidence)


def test_content_cue_and_speaker_are_marked() -> None:
    assert marked("“No,” Ann said.", "No,", cue="said", speaker_words="Ann") == "“⟦No,⟧” {Ann} <said>."


def test_a_quotation_broken_by_its_cue_has_marks_for_each_part() -> None:
    assert marked("“No,” Ann said. “Not us.”", ["No,", "Not us."], cue="said") == "“⟦No,⟧” Ann <said>. “⟦Not us.⟧”"


def test_a_mark_inside_another_stands_inside() -> None:
    b = Builder()
    story = b.source(text="an alleged attack")
    evidence = b.evidence(story, "an alleged attack", hedges=["alleged"])
    assert _evidence._marked("an alleged attack", evidence) == "⟦an ~alleged~ attack⟧"


def test_marks_that_touch_close_before_they_open() -> None:
    assert marked("saidNo", "No", cue="said") == "<said>⟦No⟧"


def test_brackets_of_the_text_cannot_be_taken_for_marks() -> None:
    assert marked("⟦x⟧ {y} No", "No") == "⟨U+27E6⟩x⟨U+27E7⟩ ⟨U+007B⟩y⟨U+007D⟩ ⟦No⟧"


def test_only_paragraphs_with_an_anchor_are_shown() -> None:
    text = "before\none two\nbetween\n\nthree\nafter"
    assert marked(text, ["two", "three"]) == "one ⟦two⟧\n…\n⟦three⟧"


def evidence_of(d: Dossier) -> str:
    return "\n".join(_evidence.evidence_lines(d, 80))


def test_the_evidence_is_in_document_order() -> None:
    b = Builder()
    story = b.source(text="Ann said no.\n\nRain is expected.\n\nBob said yes.", id="story")
    b.says(story, "yes", speaker=b.actor("Bob"), id="1")
    b.says(story, "no", speaker=b.actor("Ann"), id="2")
    shown = evidence_of(b.build())
    assert shown.index("⟦no⟧") < shown.index("Rain is expected.") < shown.index("⟦yes⟧")


def test_a_statement_printed_twice_is_shown_in_both_places() -> None:
    b = Builder()
    story = b.source(text="“No,” Ann said.\nAnn denied it.")
    said = b.quote(story, "No,", speaker=b.actor("Ann"))
    b.reprint(said, story, "denied it")
    assert "printed again" in evidence_of(b.build())


def test_without_the_text_the_words_alone_are_shown() -> None:
    b = Builder()
    b.quote(b.source(text="“No,” Ann said."), "No,", speaker=b.actor("Ann"))
    assert "⟦No,⟧ (the text is not here)" in evidence_of(b.build().without_text())


def test_statements_without_evidence_are_told_last() -> None:
    said = Statement(id=StatementId("s"), speaker=ActorId("ann"), voice=Voice.other, content="No", form=Form.reported)
    d = Dossier(
        sources=[Source(id=SourceId("story"), text="Rain.")],
        actors=[Actor(id=ActorId("ann"), name="Ann")],
        statements=[said],
    )
    assert "1 statement without evidence" in evidence_of(d)


def test_the_evidence_view_tells_every_circumstance_of_a_statement() -> None:
    b = Builder()
    story = b.source(text="“No,” Ann Lee wrote to the board.", id="story")
    post = b.source(title="A post", id="post")
    lee, board = b.actor("Ann Lee", id="lee"), b.actor("the board", id="board")
    meeting = b.event("The meeting", id="meeting")
    b.quote(
        story,
        "No,",
        speaker=lee,
        medium="writing",
        occasion=meeting,
        published_in=post,
        addressees=board,
        language="nn",
        translated=True,
        confidence=0.5,
        annotator="me",
    )
    shown = " ".join("\n".join(_evidence.evidence_lines(b.build(), 300)).split())
    told = "in writing; at The meeting; first put out in A post; to the board; language nn, translated"
    assert f"told {told}; confidence 0.5; recorded by me" in shown
