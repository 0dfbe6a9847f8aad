"""Answers are sequences that know their dossier, look things up and can be narrowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import (
    AccountStatus,
    Actor,
    Dossier,
    Events,
    Factuality,
    InvalidValueError,
    Location,
    Selection,
    Statements,
    UnknownIdError,
)
from tests.dossier.worlds import ACTORS, EVENTS, PLACES, SOURCES, STATEMENTS, TABLES, periods, worlds

few = settings(max_examples=20)
indexes = st.integers(-8, 8)
slices = st.builds(slice, *[st.none() | indexes] * 2, st.none() | st.integers(-3, 3).filter(bool))
statuses = st.none() | st.sampled_from(AccountStatus)
factualities = st.none() | st.sampled_from(Factuality)
speakers = st.none() | st.sampled_from(ACTORS)


def answers(d: Dossier) -> list[Selection[Any]]:
    tables: list[Selection[Any]] = [d.sources, d.actors, d.locations, d.events, d.statements]
    return [*tables, d.statements_between(None, None), d.timeline(), d.testimonies(), d.disputes(), d.doubts()]


@few
@given(worlds, indexes)
def test_an_answer_is_indexed_as_a_tuple_is(d: Dossier, index: int) -> None:
    for found in answers(d):
        items = tuple(found)
        assert list(islice([found[index] for _ in (1,) if -len(items) <= index < len(items)], 1)) == [
            items[index] for _ in (1,) if -len(items) <= index < len(items)
        ]


@few
@given(worlds, slices)
def test_a_slice_is_an_answer_of_the_same_type(d: Dossier, cut: slice) -> None:
    for found in answers(d):
        assert type(found[cut]) is type(found)
        assert tuple(found[cut]) == tuple(found)[cut]
        assert found[cut].dossier is d


@few
@given(worlds)
def test_an_answer_obeys_the_laws_of_sequences(d: Dossier) -> None:
    for found in answers(d):
        assert isinstance(found, Sequence)
        assert len(found) == len(list(found))
        assert all(item in found and found.index(item) < len(found) for item in found)
        assert list(reversed(found)) == list(found)[::-1]


@few
@given(worlds)
def test_an_answer_equals_a_list_or_tuple_of_the_same(d: Dossier) -> None:
    for found in answers(d):
        assert found == list(found)
        assert found == tuple(found)
        assert hash(found) == hash(found[:])
        assert found != iter(found)


@few
@given(worlds, st.sampled_from(STATEMENTS))
def test_a_member_is_looked_up_by_its_id(d: Dossier, key: str) -> None:
    found = d.statements_between(None, None)
    members = {str(statement.id): statement for statement in found}
    assert found.__contains__(key) is (key in members)
    if key in members:
        assert found[key] == members[key]
    else:
        with pytest.raises(UnknownIdError, match=f"Statements have no '{key}'") as caught:
            found[key]
        assert set(caught.value.candidates) <= set(members)


def test_a_member_is_looked_up_by_its_name() -> None:
    d = Dossier(actors=[Actor(id="a", name="Ann Lee"), Actor(id="b", name="Bob")])  # type: ignore[arg-type]
    assert d.actors["Lee"].id == "a"


def test_nobody_is_not_looked_up() -> None:
    d = Dossier(actors=[Actor(id="a", name="Ann Lee")])  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="got None: who is not told, has none"):
        d.actors[None]  # type: ignore[call-overload]


def test_a_name_of_what_is_not_a_member_is_unknown() -> None:
    d = Dossier(actors=[Actor(id="a", name="Ann Lee"), Actor(id="b", name="Bob")])  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match="Actors have no 'a'"):
        d.actors[1:]["Lee"]


def test_a_name_is_looked_up_among_the_table_s_own_kind() -> None:
    d = Dossier(
        actors=[Actor(id="a", name="Georgia")],  # type: ignore[arg-type]
        locations=[Location(id="l", name="Georgia")],  # type: ignore[arg-type]
    )
    assert (d.actors["Georgia"].id, d.locations["Georgia"].id) == ("a", "l")


def test_an_answer_to_find_is_looked_up_by_id_only() -> None:
    d = Dossier(actors=[Actor(id="a", name="Ann")])  # type: ignore[arg-type]
    assert d.find("Ann")["a"].id == "a"
    with pytest.raises(UnknownIdError, match="Selection have no 'Ann'"):
        d.find("Ann")["Ann"]


NARROWED: dict[str, tuple[st.SearchStrategy[Any], Callable[[Statements, Any], Any], Callable[[Dossier, Any], Any]]] = {
    "by": (st.sampled_from(ACTORS), lambda s, x: s.by(x), lambda d, x: d.statements_by(x)),
    "by members": (
        st.sampled_from(ACTORS),
        lambda s, x: s.by(x, as_="any", members=True),
        lambda d, x: d.statements_by(x, as_="any", members=True),
    ),
    "about": (
        st.sampled_from([key for keys in TABLES for key in keys]),
        lambda s, x: s.about(x),
        lambda d, x: d.statements_about(x),
    ),
    "in_source": (st.sampled_from(SOURCES), lambda s, x: s.in_source(x), lambda d, x: d.statements_in(x)),
    "between": (periods, lambda s, x: s.between(*x), lambda d, x: d.statements_between(*x)),
    "surely between": (
        periods,
        lambda s, x: s.between(*x, sure=True),
        lambda d, x: d.statements_between(*x, sure=True),
    ),
    "search": (st.sampled_from(("deal", "it")), lambda s, x: s.search(x), lambda d, x: d.search(x)),
}


@pytest.mark.parametrize("verb", NARROWED)
@settings(max_examples=8)
@given(d=worlds, data=st.data())
def test_narrowing_statements_is_the_intersection_in_the_same_order(verb: str, d: Dossier, data: st.DataObject) -> None:
    asked, narrow, ask = NARROWED[verb]
    value = data.draw(asked)
    wanted = set(ask(d, value))
    found = narrow(d.statements, value)
    assert found == [statement for statement in d.statements if statement in wanted]
    assert type(found) is Statements


EVENT_VERBS: dict[str, tuple[st.SearchStrategy[Any], Callable[[Events, Any], Any], Callable[[Dossier, Any], Any]]] = {
    "between": (periods, lambda e, x: e.between(*x), lambda d, x: d.events_between(*x)),
    "surely between": (periods, lambda e, x: e.between(*x, sure=True), lambda d, x: d.events_between(*x, sure=True)),
    "at": (st.sampled_from(PLACES), lambda e, x: e.at(x), lambda d, x: d.events_at(x)),
    "involving": (st.sampled_from(ACTORS), lambda e, x: e.involving(x), lambda d, x: d.events_involving(x)),
}


@pytest.mark.parametrize("verb", EVENT_VERBS)
@settings(max_examples=8)
@given(d=worlds, data=st.data())
def test_narrowing_events_is_the_intersection_in_the_same_order(verb: str, d: Dossier, data: st.DataObject) -> None:
    asked, narrow, ask = EVENT_VERBS[verb]
    value = data.draw(asked)
    wanted = set(ask(d, value))
    assert narrow(d.timeline(), value) == [event for event in d.timeline() if event in wanted]


@settings(max_examples=40)
@given(worlds, statuses, factualities, speakers)
def test_told_keeps_the_accounts_that_agree_in_all_that_is_asked(d: Dossier, status: Any, held: Any, by: Any) -> None:
    said = set(d.statements_by(by)) if by else set(d.statements)
    expected = [
        t
        for t in d.testimonies()
        if status in (None, t.account.status) and held in (None, t.account.factuality) and t.statement in said
    ]
    assert d.testimonies().told(status=status, factuality=held, by=by) == expected


@settings(max_examples=40)
@given(worlds, statuses, factualities, speakers)
def test_events_told_so_are_those_with_one_account_that_agrees_in_all(
    d: Dossier, status: Any, held: Any, by: Any
) -> None:
    told = {t.account.event for t in d.testimonies().told(status=status, factuality=held, by=by)}
    expected = [event for event in d.events if told & d.same_as(event)]
    assert d.events.told(status=status, factuality=held, by=by) == expected


@few
@given(worlds, st.sampled_from(EVENTS), st.sampled_from(ACTORS))
def test_testimonies_by_an_actor_are_those_in_its_statements(d: Dossier, event: str, actor: str) -> None:
    said = set(d.statements_by(actor))
    assert d.accounts_of(event).by(actor) == [t for t in d.accounts_of(event) if t.statement in said]


def test_words_are_taken_for_statuses_and_factualities() -> None:
    assert Dossier().events.told(status="planned", factuality="certain") == []


def test_a_word_that_is_no_status_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="AccountStatus has no 'plan'; its terms are: occurred"):
        Dossier().events.told(status="plan")


@few
@given(worlds)
def test_the_speakers_of_statements_come_once_each_in_their_order(d: Dossier) -> None:
    expected = list(dict.fromkeys(s.speaker for s in d.statements if s.speaker is not None))
    assert [actor.id for actor in d.statements.speakers] == expected


def test_an_answer_says_how_much_it_holds() -> None:
    d = Dossier(actors=[Actor(id="a", name="Ann")])  # type: ignore[arg-type]
    assert repr(d.actors).startswith("<Actors: 1")
