"""The builder: ids are made, words are found and never guessed, and nothing faulty is built."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord import (
    Account,
    Actor,
    ActorId,
    AnchorError,
    Builder,
    Code,
    ConflictError,
    Dossier,
    Factuality,
    Form,
    FormatError,
    InvalidValueError,
    Location,
    Name,
    ParticipantRole,
    Quantity,
    Role,
    Section,
    SectionKind,
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
    b = Builder(prefix="case")
    assert [b.actor("Ann").id, b.location("Ann").id, b.event("Ann").id] == ["case-ann", "case-ann-2", "case-ann-3"]


@pytest.mark.parametrize("verb", ["actor", "location", "event"])
@pytest.mark.parametrize("base", [None, story()[0].build()])
def test_no_id_is_made_before_there_is_a_source_to_begin_it(verb: str, base: Dossier | None) -> None:
    with pytest.raises(InvalidValueError, match="add a source first, give Builder a prefix=, or give an id=") as caught:
        getattr(Builder(base), verb)("John Smith")
    assert (caught.value.field, caught.value.value) == ("id", "John Smith")


def test_with_a_dossier_to_begin_from_made_ids_begin_with_the_first_source_added() -> None:
    b = Builder(story()[0].build())
    b.source(title="Other", id="other")
    b.source(title="Third", id="third")
    assert b.actor("Ann").id == "other-ann"


def test_a_source_without_text_has_an_id_of_its_title_or_kind() -> None:
    b = Builder()
    assert [b.source(title="A post").id, b.source(kind="post").id] == ["a-post", "a-post-post"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Зеленский, Владимир", "зеленский-владимир"),
        ("Ωμέγα", "ωμέγα"),
        ("毛泽东", "毛泽东"),
        ("がん", "がん"),
        ("김정은", "김정은"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("محمد بن سلمان", "محمد-بن-سلمان"),
        ("Ångström & Straße_Łódź", "angstrom-strasse-łodz"),
        ("A" * 59 + " b", "a" * 59),
        ("❤\ufe0f", "x"),
        ("— \u0301!", "x"),
    ],
)
def test_made_ids_keep_letters_of_any_script(name: str, slug: str) -> None:
    assert Builder(prefix="case").event(name).id == f"case-{slug}"


def test_statements_are_numbered_within_their_source() -> None:
    b, source = story()
    made = [b.quote(source, words).id for words in ("We didn’t attack Putin,", "Putin was away.")]
    assert made == ["story-s1", "story-s2"]


@given(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=6))
@example(["Ωμέγα", "—", "Ann", "ann", "Änn"])
def test_made_ids_are_never_taken(names: list[str]) -> None:
    b = Builder(prefix="case")
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


def stands_whole(text: str, start: int, end: int) -> bool:
    assume(not re.search("[\u0e00-\U000fffff]", text))  # where words are not told by spaces
    return not any(0 < at < len(text) and text[at - 1 : at + 1].isalnum() for at in (start, end))


@given(st.text(min_size=1, max_size=30), st.data())
def test_any_stretch_of_a_text_is_found_at_one_of_its_places(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    places = [at for at in places if stands_whole(text, at, at + len(words))] or places
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
        ("Putin was", {"after": "Putin was"}, "lost", 0),
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
    with pytest.raises(AnchorError, match="'Moscow'") as caught:
        b.quote(source, "We didn’t attack Putin,", speaker_words="Moscow")
    assert caught.value.reason == "lost"


@pytest.mark.parametrize("option", ["cue", "speaker_words", "hedges"])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("said", r"'said' stands in 3 places; give an Anchor from b\.anchor\(source, words, nth=…\): 2: …"),
        ("gone", r"the content's paragraphs have no 'gone'; .* an Anchor from b\.anchor\(source, words, nth=…\)$"),
    ],
)
def test_the_error_tells_which_words_beside_the_content_failed(option: str, words: str, told: str) -> None:
    b, source = story()
    options: dict[str, Any] = {option: words}
    with pytest.raises(AnchorError, match=f"^{option}: {told}"):
        b.says(source, "Zelensky said so", **options)


def test_the_way_out_of_an_ambiguous_cue_chooses_the_place_that_the_error_numbers() -> None:
    b, source = story()
    with pytest.raises(AnchorError) as caught:
        b.says(source, "Zelensky said so", cue="said")
    shown = [int(n) for n in re.findall(r"(\d+): …", str(caught.value))]
    assert [(a.start, a.end) for n in shown for a in [b.anchor(source, "said", nth=n)]] == list(caught.value.candidates)


def test_a_place_that_no_number_reaches_has_none() -> None:
    b = Builder()
    source = b.source(text="The heir of the heath spoke.\nAnd he did.")
    with pytest.raises(AnchorError, match=r": –: …'The heir.*; –: …"):
        b.says(source, "spoke", cue="he")


def test_the_error_tells_that_the_words_after_which_to_look_failed() -> None:
    b, source = story()
    with pytest.raises(AnchorError, match=r"^after: 'said' stands in 4 places; give more of the words around: 1: …"):
        b.anchor(source, "Putin", after="said")


@pytest.mark.parametrize("words", ["No", "gone\u202e"])
def test_an_anchor_error_shows_no_control_character(words: str) -> None:
    b = Builder()
    source = b.source(text="\x1b[2J\u202eNo\x07 No\r\u2066")
    with pytest.raises(AnchorError) as caught:
        b.quote(source, words)
    assert str(caught.value).isprintable()


HIDDEN = "The other heard that he, then the heir, and he ran."


@pytest.mark.parametrize(
    ("words", "options", "starts"),
    [
        ("he", {"nth": 1}, [21]),
        ("he", {"nth": 2}, [44]),
        ("he", {"after": "The"}, [21]),
        ("he", {"after": "that he"}, [44]),
        (["The", "he", "he"], {}, [0, 21, 44]),
        ("hei", {}, [34]),
        ("ear", {"nth": 1}, [11]),
    ],
)
def test_places_inside_words_do_not_count_where_there_are_whole_words(words: Any, options: Any, starts: Any) -> None:
    b = Builder()
    made = b.quote(b.source(text=HIDDEN), words, **options)
    assert [start for _, start in spans(made)] == starts


def test_a_script_without_spaces_has_no_whole_words_to_prefer() -> None:
    b = Builder()
    with pytest.raises(AnchorError, match="stands in 2 places"):
        b.quote(b.source(text="他在北京说。北京,"), "北京")


def test_a_lone_hedge_is_one() -> None:
    b, source = story()
    (evidence,) = b.narrate(source, "Zelensky said so", hedges="said so").evidence
    assert [hedge.text for hedge in evidence.hedges] == ["said so"]


def test_a_lone_anchor_is_one_hedge() -> None:
    b, source = story()
    hedge = b.anchor(source, "said so")
    assert b.narrate(source, "Zelensky said so", hedges=hedge).evidence[0].hedges == (hedge,)


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


@pytest.mark.parametrize("who", ["ukraine", "kyiv"])
def test_a_participant_s_id_stands_for_the_actor_or_place(who: str) -> None:
    b, _ = story()
    objects: dict[str, Actor | Location] = {
        "ukraine": b.actor("Ukraine", id="ukraine"),
        "kyiv": b.location("Kyiv", id="kyiv"),
    }
    assert b.participant("agent", who) == b.participant("agent", objects[who])


@pytest.mark.parametrize("who", ["Ukraine", "story", "talks"])
def test_a_participant_s_other_text_is_words(who: str) -> None:
    b, _ = story()
    b.actor("Ukraine", id="ukraine")
    b.event("Talks", id="talks")
    made = b.participant("agent", who)
    assert (made.text, made.actor, made.location) == (who, None, None)


def test_a_lone_account_is_one() -> None:
    b, source = story()
    account = b.account(b.event("Strike"))
    assert b.quote(source, "We didn’t attack", accounts=account).accounts == (account,)


def test_lone_details_of_an_account_are_one_each() -> None:
    b, _ = story()
    event, who, what = b.event("Strike"), b.participant("agent", "x"), b.description("what", "attack")
    much = Quantity(kind="killed", low=1)
    made = b.account(event, participants=who, descriptions=what, quantities=much)
    assert (made.participants, made.descriptions, made.quantities) == ((who,), (what,), (much,))


def test_lone_names_roles_kinds_and_sections_are_one_each() -> None:
    b, role, code = Builder(prefix="case"), Role(title="mayor"), Code(scheme="cameo", value="190")
    section = Section(kind=SectionKind.body, start=0, end=1)
    assert b.actor("Ann Lee", names="Lee").names == (Name(value="Lee"),)
    assert b.location("Kyiv", names=Name(value="Kiev")).names == (Name(value="Kiev"),)
    assert b.actor("Bob", roles=role).roles == (role,)
    assert b.event("Strike", kinds=code).kinds == (code,)
    assert b.source(text="x", sections=section).sections == (section,)


def test_a_text_where_objects_are_meant_is_shown_whole() -> None:
    b, _ = story()
    with pytest.raises(InvalidValueError, match="'cameo:190'"):
        b.event("Strike", kinds="cameo:190")  # type: ignore[arg-type]


def test_a_print_that_is_on_record_already_is_refused() -> None:
    b, source = story()
    made = b.says(source, "Zelensky said so", id="t")
    with pytest.raises(InvalidValueError, match="'t' has 'Zelensky said so' at this place of 'story' already"):
        b.reprint("t", source, "Zelensky said so", cue="said so")
    assert b.build().statements == (made,)


def test_a_further_print_is_further_evidence_of_the_same_statement() -> None:
    b, source = story()
    b.quote(source, "We didn’t attack", id="t")
    b.reprint("t", source, "Zelensky said so")
    (statement,) = b.build().statements
    assert [evidence.content.text for evidence in statement.evidence] == ["We didn’t attack", "Zelensky said so"]


def test_plain_names_and_identifiers_are_read() -> None:
    actor = Builder(prefix="case").actor("Ann", names=["Annie"], identifiers={"wikidata": "Q42"})
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
    b = Builder(prefix="case")
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
