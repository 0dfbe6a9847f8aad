"""What `show` takes and gives, and what a notebook offers to complete: names that are there, and no private ones."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings

from onrecord import (
    Actor,
    ActorId,
    AmbiguousNameError,
    Builder,
    Dossier,
    Event,
    EventId,
    Identity,
    Judgement,
    Link,
    LinkKind,
    Name,
    Selection,
    StatementId,
    UnknownIdError,
    load_seed,
)
from onrecord._dossier._visible import visible
from onrecord._views._excerpt import excerpt, nouns, told_of, window_of
from onrecord._views._text import width_of
from onrecord.testing import dossiers
from tests.dossier.worlds import worlds

SEED = load_seed()


def test_an_id_an_object_and_a_name_show_the_same() -> None:
    zelensky = SEED.actors["zelensky"]
    assert SEED.show("Zelensky").html == SEED.show("zelensky").html == SEED.show(zelensky).html


def test_what_is_not_on_record_raises_as_a_query_does() -> None:
    with pytest.raises(UnknownIdError, match="nothing on record is 'nobody at all'"):
        SEED.show("nobody at all")


def test_an_object_of_another_dossier_raises_as_a_query_does() -> None:
    with pytest.raises(UnknownIdError, match="nothing on record is Actor 'x'"):
        SEED.show(Actor(id=ActorId("x"), name="X"))


@pytest.mark.parametrize("thing", [None, 3, ["zelensky"], object()])
def test_what_cannot_be_on_record_raises_as_a_query_does(thing: object) -> None:
    with pytest.raises(UnknownIdError):
        SEED.show(thing)  # type: ignore[arg-type]


@pytest.mark.parametrize("thing", [1, [SEED.actors[0]] * 50])
def test_what_cannot_be_shown_is_told_what_can_in_a_short_sentence(thing: object) -> None:
    with pytest.raises(UnknownIdError, match=r"^show takes a noun, its id or its name") as caught:
        SEED.show(thing)  # type: ignore[arg-type]
    assert len(str(caught.value)) <= 180


def test_a_view_can_be_pickled() -> None:
    view = SEED.show("s005a")
    assert pickle.loads(pickle.dumps(view)).text == view.text


def test_a_name_that_several_bear_raises_with_the_candidates() -> None:
    with pytest.raises(AmbiguousNameError, match="may be any of"):
        SEED.show("fire")


def test_it_raises_when_it_is_asked_and_not_when_it_is_looked_at() -> None:
    SEED.show("Zelensky")
    with pytest.raises(UnknownIdError):
        SEED.show("Zelenskyyy of nowhere")


def test_a_link_that_is_not_on_record_is_shown_as_it_is_given() -> None:
    link = Link(kind=LinkKind.denies, start=StatementId("s001a"), end=StatementId("nowhere"))
    assert "not on record" in SEED.show(link).html


def test_a_judgement_shows_its_reason() -> None:
    identity = Identity(
        first=ActorId("zelensky"), second=ActorId("volodin"), judgement=Judgement.negative, reason="two people"
    )
    assert "two people" in SEED.show(identity).html


def test_a_step_of_a_chain_shows_its_statement() -> None:
    step = SEED.chain("s017a").steps[-1]
    assert SEED.show(step).html == SEED.show("s017a").html


def test_a_view_shows_itself_in_a_notebook_and_in_a_terminal() -> None:
    view = SEED.show("Zelensky")
    assert (view._repr_html_(), repr(view), str(view)) == (view.html, view.text, view.text)


def test_the_text_marks_the_words_the_cue_the_speaker_and_the_hedges() -> None:
    text = " ".join(SEED.show("s005a").text.split())
    assert "⟦Two drones were used in the ~alleged~ attack⟧, {Moscow} <~claimed~>, with nighttime footage" in text


def test_the_text_of_a_table_counts_what_it_leaves_out() -> None:
    assert "  … 64 more" in SEED.show(SEED.actors).text


@settings(max_examples=25)
@given(dossiers())
def test_every_line_of_a_text_fits_100_columns(d: Dossier) -> None:
    things = (*d.sources, *d.actors, *d.locations, *d.events, *d.statements, *d.links, *d.identities, d.statements)
    lines = [line for thing in things for line in d.show(thing).text.split("\n")]
    assert [line for line in lines if width_of(line) > 100 or visible(line) != line] == []


# What a view looks up in place of an index is what the index holds.


@given(worlds)
def test_every_id_is_found_as_the_index_of_ids_finds_it(d: Dossier) -> None:
    keys = [noun.id for table in (d.sources, d.actors, d.locations, d.events, d.statements) for noun in table]
    cold = nouns(d, [*keys, "nothing"], near=d.statements)
    assert "by_id" not in d._index.__dict__
    assert cold == [d._index.by_id.get(key) for key in [*keys, "nothing"]]


@given(worlds)
def test_an_events_accounts_and_times_are_found_as_the_indexes_find_them(d: Dossier) -> None:
    told = told_of(d, [event.id for event in d.events])
    merged = {e.id: [pair for key in sorted(d.same_as(e.id)) for pair in told.get(key, [])] for e in d.events}
    windows = {event.id: window_of(d, event, merged[event.id]) for event in d.events}
    assert "accounts" not in d._index.__dict__
    assert {key: set(map(repr, pairs)) for key, pairs in told.items()} == {
        event.id: set(map(repr, d._index.accounts.get(event.id, ()))) for event in d.events
    }
    assert {
        key: None if when is None else when.bounds for key, when in windows.items() if not isinstance(when, str)
    } == {event.id: None if (window := d.window(event)) is None else window.bounds for event in d.events}


@given(worlds)
def test_a_chain_in_an_excerpt_is_the_chain_of_the_whole(d: Dossier) -> None:
    small = excerpt(d, d.statements[:3])
    for statement in d.statements[:3]:
        assert small.chain(statement) == d.chain(statement)


# Completion


def test_ids_names_and_words_that_one_alone_bears_are_offered() -> None:
    offered = SEED.actors._ipython_key_completions_()
    assert {"zelensky", "Volodymyr Zelensky", "Zelensky"} <= set(offered)
    assert any(key.startswith("Zel") for key in offered)


def unresolved(answer: Selection[Any]) -> list[str]:
    lost: list[str] = []
    for key in answer._ipython_key_completions_():
        try:
            answer[key]
        except (AmbiguousNameError, UnknownIdError):
            lost.append(key)
    return lost


def answers_of(d: Dossier) -> list[Selection[Any]]:
    tables: list[Selection[Any]] = [d.sources, d.actors, d.locations, d.events, d.statements]
    return [*tables, *(table[1:4] for table in tables), d.find("kremlin"), d.events_between("2023-05-03", "2023-05-04")]


def test_what_is_offered_is_found() -> None:
    assert [unresolved(answer) for answer in answers_of(SEED)] == [[]] * 12


def test_what_a_merged_dossier_offers_is_found() -> None:
    double = Actor(id=ActorId("other"), name="volodymyr ZELENSKY", names=(Name(value="Air Curfew"),))
    fire = Event(id=EventId("other-fire"), label="Air curfew over the Kremlin")
    merged = SEED.merge(Dossier(actors=[double], events=[fire]))
    assert "Volodymyr Zelensky" not in merged.actors._ipython_key_completions_()
    assert [unresolved(answer) for answer in answers_of(merged)] == [[]] * 12


@given(worlds)
def test_what_any_answer_offers_is_found(d: Dossier) -> None:
    assert [unresolved(answer) for answer in answers_of(d)] == [[]] * 12


def test_a_slice_offers_nothing_of_what_it_leaves_out() -> None:
    d = Dossier(actors=[Actor(id=ActorId(key), name=f"Ann {key.upper()}") for key in ("lee", "ray")])
    assert d.actors[:1]._ipython_key_completions_() == ["lee", "Ann LEE", "LEE"]


def test_a_dossier_offers_the_ids_of_everything() -> None:
    offered = SEED._ipython_key_completions_()
    assert {"kremlin-drones", "zelensky", "kremlin-drone-strike", "s001a"} <= set(offered)
    assert all(SEED[key] for key in offered)


def test_of_a_huge_table_a_bounded_number_is_offered() -> None:
    d = Dossier(actors=[Actor(id=ActorId(f"a{number}"), name=f"N{number}") for number in range(5_000)])
    assert len(d.actors._ipython_key_completions_()) < 10_000
    assert len(d._ipython_key_completions_()) <= 10_000


def test_a_name_that_cannot_be_seen_is_not_offered() -> None:
    d = Dossier(actors=[Actor(id=ActorId("a\u202eb"), name="x\u200by"), Actor(id=ActorId("b"), name="Ann\nLee")])
    assert d.actors._ipython_key_completions_() == ["b", "Ann", "Lee"]
    assert d._ipython_key_completions_() == ["b"]


def test_an_answer_of_other_things_offers_nothing() -> None:
    assert SEED.disputes()._ipython_key_completions_() == []


@pytest.mark.parametrize(
    "answer",
    [
        SEED,
        SEED.events,
        SEED.statements,
        SEED.disputes(),
        SEED.disputes()[0],
        SEED.disputes()[0].sides[0],
        SEED.doubts()[0],
        SEED.testimonies()[0],
        SEED.chain("s017a"),
        SEED.chain("s017a").steps[0],
        SEED.show("zelensky"),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_dir_has_public_names_only_and_all_of_them(answer: object) -> None:
    names = dir(answer)
    assert names == sorted(names)
    assert not any(name.startswith("_") for name in names)
    assert {name for name in vars(type(answer)) if not name.startswith("_")} <= set(names)


def test_dir_of_a_dossier_has_its_tables_and_its_questions() -> None:
    assert {"actors", "events", "show", "find", "statements_by"} <= set(dir(SEED))


# Text


ANSWERS = (SEED.testimonies(), SEED.disputes(), SEED.doubts(), [one.chain for one in SEED.testimonies()])


@pytest.mark.parametrize("answers", [*ANSWERS, [side for one in SEED.disputes() for side in one.sides]])
def test_an_answers_repr_is_one_short_line(answers: Sequence[object]) -> None:
    assert [repr(one) for one in answers if len(repr(one)) > 200 or visible(repr(one)) != repr(one)] == []


def test_an_answers_repr_counts_what_it_holds() -> None:
    dispute = SEED.disputes()[0]
    count = sum(len(side.testimonies) for side in dispute.sides)
    assert repr(dispute) == f"<Dispute: {dispute.event.label}: {dispute.detail}: 2 sides, {count} testimonies>"


@pytest.mark.parametrize("name", ["x" * 5_000, "\u202e" * 5_000, "a\nb\x1b[31m"])
def test_a_hostile_name_leaves_an_answers_repr_short_and_safe(name: str) -> None:
    b = Builder()
    fire = b.event(name, id="fire")
    b.says(b.source(text="It burnt.", title=name), "It burnt", accounts=[b.account(fire)], speaker=b.actor(name))
    d = b.build()
    shown = [repr(answer) for answer in (d.testimonies()[0], d.chain(d.statements[0]))]
    assert [text for text in shown if len(text) > 200 or visible(text) != text] == []


def test_an_answers_text_holds_no_dossier_and_no_function() -> None:
    for answer in (SEED.testimonies()[0], SEED.chain("s017a"), SEED.disputes()[0], SEED.doubts()[0]):
        assert "Dossier" not in repr(answer)
        assert "functools" not in repr(answer)


def test_what_a_testimony_is_from_makes_no_difference_to_what_it_is() -> None:
    b = Builder()
    fire = b.event("Fire", id="fire")
    b.says(b.source(text="It burnt."), "It burnt", accounts=[b.account(fire)])
    d, other = b.build(), b.build()
    assert d.testimonies()[0] == other.testimonies()[0]
    assert d.chain(d.statements[0]) == other.chain(other.statements[0])
