"""The builder: ids are made, words are found and never guessed, and nothing faulty is built."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord import (
    Account,
    Actor,
    ActorId,
    AnchorError,
    Builder,
    ConflictError,
    Dossier,
    Factuality,
    Form,
    FormatError,
    InvalidValueError,
    Name,
    ParticipantRole,
    Source,
    Statement,
    UnknownIdError,
    Voice,
    diff,
)

TEXT = (
    "“We didn’t attack Putin,” Zelensky\u00a0said. Putin was away.\nMoscow said that Zelensky said so. Putin said no."
)


def story() -> tuple[Builder, Source]:
    b = Builder()
    return b, b.source(text=TEXT, id="story")


def spans(statement: Statement) -> list[tuple[str, int]]:
    return [(span.exact, span.start) for span in statement.evidence[0].content.spans]


# --- ids -------------------------------------------------------------------------------------------------------------


def test_a_source_s_id_is_made_of_its_text_s_digest() -> None:
    assert Builder().source(text="").id == "e3b0c44298fc"


def test_made_ids_begin_with_the_first_source_s() -> None:
    b = Builder()
    b.source(text="", title="x")
    assert b.actor("Ann Lee").id == "e3b0c44298fc-ann-lee"


def test_made_ids_begin_with_the_prefix_given() -> None:
    b = Builder(prefix="case")
    b.source(text="")
    assert (b.actor("Ann Lee").id, b.event("A leak").id) == ("case-ann-lee", "case-a-leak")


def test_ids_of_the_same_name_are_numbered() -> None:
    b = Builder()
    assert [b.actor("Ann").id, b.location("Ann").id, b.event("Ann").id] == ["ann", "ann-2", "ann-3"]


def test_statements_are_numbered_within_their_source() -> None:
    b, source = story()
    made = [b.quote(source, words).id for words in ("We didn’t attack Putin,", "Putin was away.")]
    assert made == ["story-s1", "story-s2"]


@given(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=6))
@example(["Ωμέγα", "—", "Ann", "ann", "Änn"])
def test_made_ids_are_never_taken(names: list[str]) -> None:
    b = Builder()
    made = [b.actor(name).id for name in names]
    assert len(set(made)) == len(names)


def test_an_id_that_is_given_is_kept() -> None:
    assert Builder().actor("Ann", id="Q42").id == "Q42"


def test_an_empty_id_is_refused_rather_than_made() -> None:
    with pytest.raises(InvalidValueError, match=r"Actor\.id must not be empty"):
        Builder().actor("Ann", id="")


def test_a_taken_id_is_refused() -> None:
    b = Builder()
    b.actor("Ann", id="x")
    with pytest.raises(ConflictError, match="the id 'x' is taken") as caught:
        b.event("x", id="x")
    assert caught.value.ids == ("x",)


def test_the_same_object_twice_is_one() -> None:
    b = Builder()
    assert b.source(text=TEXT) is not b.source(text=TEXT)
    assert len(b.build().sources) == 1


# --- words -----------------------------------------------------------------------------------------------------------


FOUND: list[tuple[Any, dict[str, Any], list[tuple[str, int]]]] = [
    ("We didn’t attack", {}, [("We didn’t attack", 1)]),
    ("We didn't attack", {}, [("We didn’t attack", 1)]),
    ('"We didn`t', {}, [("“We didn’t", 0)]),
    ("Zelensky said. Putin", {}, [("Zelensky\u00a0said. Putin", 26)]),
    ("Zelensky said", {}, [("Zelensky said", 74)]),
    ("Putin", {"nth": 1}, [("Putin", 18)]),
    ("Putin", {"nth": 3}, [("Putin", 92)]),
    ("Putin", {"after": "away."}, [("Putin", 92)]),
    ("Putin", {"after": "attack", "nth": 2}, [("Putin", 41)]),
    (["We", "attack", "Putin"], {}, [("We", 1), ("attack", 11), ("Putin", 18)]),
    (("Putin", "Putin"), {"nth": 2}, [("Putin", 41), ("Putin", 92)]),
]


@pytest.mark.parametrize(("words", "options", "expected"), FOUND)
def test_words_are_found_and_kept_in_the_source_s_characters(words: Any, options: Any, expected: Any) -> None:
    b, source = story()
    made = b.quote(source, words, **options)
    assert spans(made) == expected
    assert made.content == " ".join(exact for exact, _ in expected)


@given(st.text(min_size=1, max_size=30), st.data())
def test_any_stretch_of_a_text_is_found_at_one_of_its_places(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    b = Builder()
    source = b.source(text=text)
    assert [b.anchor(source, words, nth=n).start for n in range(1, len(places) + 1)] == places


@pytest.mark.parametrize(
    ("words", "options", "reason", "count"),
    [
        ("Putin", {}, "ambiguous", 3),
        ("Putin", {"nth": 4}, "ambiguous", 3),
        ("Putin", {"after": "said"}, "ambiguous", 4),
        ("putin", {}, "lost", 0),
        ("Putin", {"after": "no."}, "lost", 0),
        (["attack", "We"], {}, "lost", 0),
        ("away. Moscow was", {}, "lost", 0),
    ],
)
def test_words_that_are_not_in_one_place_are_not_guessed(words: Any, options: Any, reason: str, count: int) -> None:
    b, source = story()
    with pytest.raises(AnchorError) as caught:
        b.quote(source, words, **options)
    assert (caught.value.reason, len(caught.value.candidates)) == (reason, count)


def test_an_ambiguous_anchor_shows_the_places_and_the_way_out() -> None:
    b, source = story()
    with pytest.raises(
        AnchorError, match=r"stands in 3 places; choose with nth= or after=: 1: ….*attack Putin,”"
    ) as caught:
        b.quote(source, "Putin")
    assert caught.value.candidates == ((18, 23), (41, 46), (92, 97))


@pytest.mark.parametrize("nth", [0, -1])
def test_places_are_counted_from_one(nth: int) -> None:
    b, source = story()
    with pytest.raises(InvalidValueError, match="nth counts from 1"):
        b.quote(source, "Putin", nth=nth)


@pytest.mark.parametrize("words", ["", ["We", ""]])
def test_empty_words_are_refused(words: Any) -> None:
    b, source = story()
    with pytest.raises(InvalidValueError, match="must not be empty"):
        b.quote(source, words)


def test_no_words_stand_in_a_source_without_text() -> None:
    b = Builder()
    with pytest.raises(InvalidValueError, match="the text of 'post' is not known"):
        b.quote(b.source(title="post"), "No")


def test_an_anchor_made_before_is_taken_as_it_is() -> None:
    b, source = story()
    anchor = b.anchor(source, "Putin", nth=2)
    assert b.quote(source, anchor).evidence[0].content is anchor


def test_the_cue_is_looked_for_in_the_content_s_paragraph() -> None:
    b, source = story()
    (evidence,) = b.quote(source, "We didn’t attack Putin,", cue="said", speaker_words="Zelensky").evidence
    assert evidence.cue is not None
    assert evidence.speaker is not None
    assert (evidence.cue.start, evidence.speaker.start) == (35, 26)


def test_a_cue_in_another_paragraph_is_lost() -> None:
    b, source = story()
    with pytest.raises(AnchorError, match="'Moscow' there") as caught:
        b.quote(source, "We didn’t attack Putin,", speaker_words="Moscow")
    assert caught.value.reason == "lost"


def test_an_ambiguous_cue_is_refused() -> None:
    b, source = story()
    with pytest.raises(AnchorError, match="'said' stands in 3 places"):
        b.says(source, "Zelensky said so", cue="said")


def test_a_cue_may_have_two_spans() -> None:
    b, source = story()
    (evidence,) = b.says(source, "so", cue=["Moscow", "that"], hedges=["so", "no"]).evidence
    assert evidence.cue is not None
    assert [span.exact for span in evidence.cue.spans] == ["Moscow", "that"]
    assert [hedge.text for hedge in evidence.hedges] == ["so", "no"]


def test_a_content_over_paragraphs_has_its_cue_in_any_of_them() -> None:
    b, source = story()
    (evidence,) = b.quote(source, ["Putin was away.", "Putin said no."], speaker_words="Moscow").evidence
    assert evidence.speaker is not None


# --- statements ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "voice", "form"),
    [
        ("quote", Voice.other, Form.direct),
        ("says", Voice.other, Form.indirect),
        ("narrate", Voice.writer, Form.narration),
    ],
)
def test_each_verb_has_its_voice_and_form(verb: str, voice: Voice, form: Form) -> None:
    b, source = story()
    made = getattr(b, verb)(source, "Putin was away.")
    assert (made.voice, made.form) == (voice, form)


def test_words_for_vocabularies_are_read() -> None:
    b, source = story()
    made = b.quote(
        source,
        "We didn’t attack",
        form="mixed",
        voice="arbitrary",
        medium="writing",
        stance="distanced",
        naming="title",
    )
    (evidence,) = made.evidence
    assert [str(x) for x in (made.form, made.voice, made.medium, evidence.stance, evidence.naming)] == [
        "mixed",
        "arbitrary",
        "writing",
        "distanced",
        "title",
    ]


def test_a_word_that_no_vocabulary_has_is_refused_with_those_it_has() -> None:
    b, source = story()
    with pytest.raises(InvalidValueError, match="Form has no 'quoted'; its terms are: direct, mixed"):
        b.quote(source, "We didn’t attack", form="quoted")


@pytest.mark.parametrize("verb", ["quote", "says", "narrate", "evidence", "reprint"])
def test_a_misspelt_option_is_refused(verb: str) -> None:
    b, source = story()
    first = [b.quote(source, "We didn’t attack")] if verb == "reprint" else []
    with pytest.raises(TypeError, match="unexpected keyword argument 'hedge'"):
        getattr(b, verb)(*first, source, "Putin was away.", hedge=["was"])


def test_to_assert_and_to_deny_make_an_account_and_to_mention_makes_none() -> None:
    b, source = story()
    strike, talks, leak = b.event("Strike"), b.event("Talks"), b.event("Leak")
    made = b.quote(source, "We didn’t attack", about=leak, asserts=[talks], denies=strike)
    assert made.about == (leak.id,)
    assert [(account.event, account.factuality) for account in made.accounts] == [
        (talks.id, Factuality.certain),
        (strike.id, Factuality.certainly_not),
    ]


def test_an_account_is_put_together_in_words() -> None:
    b, _ = story()
    strike, ann, kyiv = b.event("Strike"), b.actor("Ann"), b.location("Kyiv")
    account = b.account(
        strike,
        status="planned",
        factuality="probable",
        when="2023-05-03",
        where=kyiv,
        participants=[
            b.participant("agent", ann, factuality="possible"),
            b.participant("place", kyiv),
            b.participant("target", "x"),
        ],
        descriptions=[b.description("what", "attack", words="“act”", scare_quotes=True, factuality="unknown")],
        condition=b.event("Talks"),
    )
    assert isinstance(account, Account)
    assert [(p.actor, p.location, p.text) for p in account.participants] == [
        (ann.id, None, None),
        (None, kyiv.id, None),
        (None, None, "x"),
    ]
    assert account.participants[0].role is ParticipantRole.agent
    assert account.descriptions[0].scare_quotes


def test_a_further_print_is_further_evidence_of_the_same_statement() -> None:
    b, source = story()
    b.quote(source, "We didn’t attack", id="t")
    b.reprint("t", source, "Zelensky said so")
    (statement,) = b.build().statements
    assert [evidence.content.text for evidence in statement.evidence] == ["We didn’t attack", "Zelensky said so"]


def test_plain_names_and_identifiers_are_read() -> None:
    actor = Builder().actor("Ann", names=["Annie"], identifiers={"wikidata": "Q42"})
    assert actor.names == (Name(value="Annie"),)
    assert [(one.scheme, one.value) for one in actor.identifiers] == [("wikidata", "Q42")]


UNKNOWN: dict[str, Any] = {
    "source": lambda b: b.quote("x", "No"),
    "statement": lambda b: b.reprint("x", "story", "Putin was away."),
    "event": lambda b: b.account("x"),
    "speaker": lambda b: b.quote("story", "We", speaker="x"),
    "mention": lambda b: b.quote("story", "We", about=["x"]),
    "via": lambda b: b.quote("story", "We", via="x"),
    "end": lambda b: b.link("follows", "x", "story"),
    "one": lambda b: b.identify("story", "x"),
    "publisher": lambda b: b.source(publisher="x"),
    "place": lambda b: b.location("Kyiv", within="x"),
    "whole": lambda b: b.event("Talks", part_of="x"),
    "object": lambda b: b.quote("story", "We", speaker=Actor(id=ActorId("x"), name="x")),
}


@pytest.mark.parametrize("call", UNKNOWN.values(), ids=UNKNOWN)
def test_what_was_not_added_cannot_be_referred_to(call: Any) -> None:
    with pytest.raises(UnknownIdError, match=r"added so far has the id 'x'") as caught:
        call(story()[0])
    assert caught.value.key == "x"


def test_a_source_is_not_taken_for_an_event() -> None:
    with pytest.raises(UnknownIdError, match="no event added so far has the id 'story'"):
        story()[0].account("story")


def test_a_refused_call_leaves_nothing_behind() -> None:
    b, source = story()
    before = b.build()
    with pytest.raises(AnchorError):
        b.quote(source, "putin", speaker=None)
    assert b.build() == before


# --- the whole -------------------------------------------------------------------------------------------------------


def test_building_tells_all_problems_at_once() -> None:
    b, source = story()
    b.quote(source, "We didn’t attack", via=source.id, speaker=source.id)
    with pytest.raises(FormatError, match=r"the builder's record: 2 problems") as caught:
        b.build()
    assert [problem.code for problem in caught.value.problems] == ["wrong-kind", "wrong-kind"]


def test_a_builder_goes_on_after_building() -> None:
    b, source = story()
    first = b.build()
    b.narrate(source, "Putin was away.")
    assert (len(first.statements), len(b.build().statements)) == (0, 1)


def test_a_builder_begins_from_a_dossier() -> None:
    b, source = story()
    b.identify(b.actor("Ann"), b.actor("Bob"), "unsure")
    b.link("responds_to", b.quote(source, "We didn’t attack"), b.narrate(source, "Putin was away."))
    d = b.build()
    assert Builder(d).build() == d


def test_a_link_made_twice_is_one() -> None:
    b = Builder()
    fire, flood = b.event("Fire"), b.event("Flood")
    assert b.link("follows", fire, flood) == b.link("follows", fire, flood)
    assert len(b.build().links) == 1


def test_the_example_of_the_design_works() -> None:
    b = Builder()
    article = b.source(text="“We didn’t attack Putin.”", kind="article", published="2023-05-03")
    z = b.actor("Volodymyr Zelensky")
    strike = b.event("Drone strike on the Kremlin")
    b.quote(article, "We didn’t attack Putin.", speaker=z, about=strike)
    d = b.build()
    assert isinstance(d, Dossier)
    assert d.statements_by("Zelensky") == d.statements_about("drone strike") == d.search("attack putin")
    assert not diff(d, Builder(d).build())
