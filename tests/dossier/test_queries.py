"""Every question is answered as a plain loop over everything on record would answer it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import (
    Account,
    Actor,
    ActorKind,
    AmbiguousNameError,
    Builder,
    Dossier,
    Event,
    Form,
    InvalidValueError,
    Judgement,
    Statement,
    StatementId,
    UnknownIdError,
    Voice,
    When,
    WhenError,
)
from onrecord._when import hull, widened
from tests.dossier.worlds import NAMES, SPEAKERS, periods, worlds

Part = Literal["speaker", "relay", "any"]
PARTS: tuple[Part, ...] = ("speaker", "relay", "any")
few = settings(max_examples=25)


def pick(data: st.DataObject, items: Iterable[Any]) -> Any:
    return data.draw(st.sampled_from(list(items)))


def spread(start: str, neighbours: Callable[[str], Iterable[str]]) -> set[str]:
    """Everything that can be reached."""
    found, waiting = {start}, [start]
    while waiting:
        for near in neighbours(waiting.pop()):
            if near not in found:
                found.add(near)
                waiting.append(near)
    return found


def partners(d: Dossier, key: str) -> set[str]:
    positive = [(i.first, i.second) for i in d.identities if i.judgement is Judgement.positive]
    return {b if a == key else a for a, b in positive if key in (a, b)}


def same(d: Dossier, key: str) -> set[str]:
    return spread(key, lambda near: partners(d, near))


def parts_of(d: Dossier, event: str) -> set[str]:
    return spread(event, lambda key: partners(d, key) | {e.id for e in d.events if e.part_of == key})


def places_in(d: Dossier, place: str) -> set[str]:
    return spread(place, lambda key: partners(d, key) | {p.id for p in d.locations if p.within == key})


def joint_speakers(d: Dossier, actor: str) -> set[str]:
    def wider(key: str) -> set[str]:
        return partners(d, key) | {a.id for a in d.actors if a.kind is ActorKind.joint and key in a.members}

    return spread(actor, wider)


def with_members(d: Dossier, actor: str) -> set[str]:
    return spread(actor, lambda key: partners(d, key) | {m for a in d.actors if a.id == key for m in a.members})


def relayers(d: Dossier, statement: Statement) -> list[Statement]:
    """The statements on which one rests, without itself."""
    by_id = {s.id: s for s in d.statements}
    found = []
    while statement.via is not None:
        statement = by_id[statement.via]
        found.append(statement)
    return found


def spoken_by(d: Dossier, actor: str, part: Part, members: bool) -> set[str]:
    asked = with_members(d, actor) if members else {actor}
    speakers = set().union(*(joint_speakers(d, one) for one in asked))
    said: set[str] = {s.id for s in d.statements if s.speaker in speakers}
    relayed: set[str] = {s.id for s in d.statements if any(outer.id in said for outer in relayers(d, s))}
    return {"speaker": said, "relay": relayed, "any": said | relayed}[part]


def told(d: Dossier) -> list[tuple[Statement, Account]]:
    return [(statement, account) for statement in d.statements for account in statement.accounts]


def window_of(d: Dossier, event: str) -> When | None:
    one = sorted(same(d, event))
    own = [e.when for key in one for e in d.events if e.id == key]
    others = [account.when for _, account in told(d) if account.event in one]
    return hull([when for when in (*own, *others) if when is not None])


def moment(edge: str | None) -> int | None:
    return None if edge is None else When(value=edge).bounds[0]


def overlap(when: When | None, start: str | None, end: str | None, sure: bool) -> bool:
    """Whether a stretch with such bounds can, or must, share a moment with the period, whatever clock is meant."""
    if when is None or not when.resolved:
        return False
    begin, begin_latest, end_earliest, last = when.bounds
    low, high = moment(start), moment(end)
    query_floating = any(edge is not None and When(value=edge).floating for edge in (start, end))
    if query_floating and not when.floating:
        late, early = 14 * 3600 * 10**6, 12 * 3600 * 10**6
        low = None if low is None else (low + early if sure else low - late)
        high = None if high is None else (high - late if sure else high + early)
    elif when.floating and not query_floating:
        begin, begin_latest, end_earliest, last = widened(when.bounds)
    opens, closes = -math.inf if low is None else low, math.inf if high is None else high
    first_begin, last_end = -math.inf if begin is None else begin, math.inf if last is None else last
    last_begin = min(math.inf if begin_latest is None else begin_latest, last_end) - 1
    first_end = max(-math.inf if end_earliest is None else end_earliest, first_begin) + 1
    if sure:
        return (last_begin < closes or closes == math.inf) and (first_end > opens or opens == -math.inf)
    return first_begin < closes and last_end > opens


def ids(items: Iterable[Any]) -> set[str]:
    return {item.id for item in items}


# --- statements ------------------------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(worlds, st.data(), st.sampled_from(PARTS), st.booleans())
def test_statements_by_an_actor_are_those_the_loop_finds(
    d: Dossier, data: st.DataObject, part: Part, members: bool
) -> None:
    actor = pick(data, d.actors)
    found = d.statements_by(actor.id, as_=part, members=members)
    assert ids(found) == spoken_by(d, actor.id, part, members)


@few
@given(worlds, st.data(), st.sampled_from(PARTS), st.booleans())
def test_an_actor_and_its_id_are_asked_alike(d: Dossier, data: st.DataObject, part: Part, members: bool) -> None:
    actor = pick(data, d.actors)
    assert d.statements_by(actor, as_=part, members=members) == d.statements_by(actor.id, as_=part, members=members)


def bears(actor: Actor, name: str) -> bool:
    return any(own.casefold() == name.casefold() for own in (actor.name, *(n.value for n in actor.names)))


@settings(max_examples=50)
@given(worlds, st.sampled_from((*NAMES, *SPEAKERS, "MOSCOW", "ann lee")))
def test_statements_by_a_name_are_its_bearers_and_those_printed_so(d: Dossier, name: str) -> None:
    bearers = [actor.id for actor in d.actors if bears(actor, name)]
    printed = {
        s.id for s in d.statements for e in s.evidence if e.speaker and e.speaker.text.casefold() == name.casefold()
    }
    if len({frozenset(same(d, key)) for key in bearers}) > 1:
        with pytest.raises(AmbiguousNameError):
            d.statements_by(name)
    elif bearers:
        assert ids(d.statements_by(name)) == spoken_by(d, bearers[0], "speaker", False) | printed
    elif printed:
        assert ids(d.statements_by(name)) == printed


@few
@given(worlds, st.sampled_from(SPEAKERS))
def test_an_answer_by_a_printed_word_names_those_it_was_printed_for(d: Dossier, word: str) -> None:
    printed = [s for s in d.statements if any(e.speaker and e.speaker.text == word for e in s.evidence)]
    try:
        note = d.statements_by(word).note
    except (AmbiguousNameError, UnknownIdError):
        return
    assert bool(note) is bool(printed)
    assert all(d.chain(statement).steps[-1].speaker_name in note for statement in printed)


def test_a_statement_by_a_joint_speaker_of_a_joint_speaker_counts() -> None:
    b = Builder(prefix="joint")
    ann, bob, cy = (b.actor(name) for name in ("Ann", "Bob", "Cy"))
    both = b.actor("Ann and Bob", kind="joint", members=[ann, bob])
    b.says(b.source(text="No."), "No.", speaker=b.actor("all", kind="joint", members=[both, cy]), id="t")
    assert ids(b.build().statements_by(ann)) == {"t"}


def test_statements_of_one_time_keep_the_document_s_order_whatever_words_tell_it() -> None:
    b = Builder()
    story = b.source(text="One. Two.")
    b.says(story, "One.", said=When(value="2023-05-03", text="on Wednesday"), id="first")
    b.says(story, "Two.", said="2023-05-03", id="second")
    assert [statement.id for statement in b.build().statements_between(None, None)] == ["first", "second"]


def test_events_of_one_time_keep_the_order_of_their_accounts_whatever_words_tell_it() -> None:
    b = Builder()
    story, fire, flood = b.source(text="One. Two."), b.event("Fire", id="z"), b.event("Flood", id="a")
    b.says(story, "One.", accounts=[b.account(fire, when=When(value="2023-05-03", text="on Wednesday"))])
    b.says(story, "Two.", accounts=[b.account(flood, when="2023-05-03")])
    assert [event.id for event in b.build().timeline()] == ["z", "a"]


@settings(max_examples=50)
@given(worlds, st.data())
def test_statements_about_something_are_those_the_loop_finds(d: Dossier, data: st.DataObject) -> None:
    thing = pick(data, [*d.sources, *d.actors, *d.locations, *d.events, *d.statements])
    below = {"e": parts_of, "l": places_in}.get(thing.id[0], same)(d, thing.id)

    def mentions(statement: Statement) -> bool:
        mentioned: set[str | None] = set(statement.about)
        for account in statement.accounts:
            mentioned |= {account.event, account.where}
            mentioned |= {who for p in account.participants for who in (p.actor, p.location)}
        return not mentioned.isdisjoint(below)

    assert ids(d.statements_about(thing)) == {s.id for s in d.statements if mentions(s)}


@few
@given(worlds, st.data())
def test_statements_in_a_source_are_those_with_evidence_in_it(d: Dossier, data: st.DataObject) -> None:
    source = pick(data, d.sources)
    wanted = same(d, source.id)
    expected = {s.id for s in d.statements if any(evidence.source in wanted for evidence in s.evidence)}
    assert ids(d.statements_in(source)) == expected


@settings(max_examples=50)
@given(worlds, periods, st.booleans())
def test_statements_between_are_those_the_loop_finds(d: Dossier, period: tuple[str, str], sure: bool) -> None:
    expected = {s.id for s in d.statements if overlap(s.said, *period, sure)}
    assert ids(d.statements_between(*period, sure=sure)) == expected


@given(
    worlds, st.lists(st.sampled_from(("deal", "de", "DENIED", "the", "dröne", "call off", "eal", "“it”")), max_size=2)
)
def test_search_finds_contents_in_which_each_word_begins_a_word(d: Dossier, words: list[str]) -> None:
    plain = " ".join(words).lower().replace("ö", "o").replace("“", "").replace("”", "").split()

    def matches(statement: Statement) -> bool:
        content = statement.content.lower().replace(".", "").split()
        return bool(plain) and all(any(word.startswith(asked) for word in content) for asked in plain)

    assert ids(d.search(" ".join(words))) == {s.id for s in d.statements if matches(s)}


# --- events ----------------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(worlds, periods, st.booleans())
def test_events_between_are_those_whose_window_overlaps(d: Dossier, period: tuple[str, str], sure: bool) -> None:
    expected = {e.id for e in d.events if overlap(window_of(d, e.id), *period, sure)}
    assert ids(d.events_between(*period, sure=sure)) == expected


@few
@given(worlds, periods)
def test_what_surely_overlaps_possibly_does(d: Dossier, period: tuple[str, str]) -> None:
    assert ids(d.events_between(*period, sure=True)) <= ids(d.events_between(*period))


@few
@given(worlds)
def test_an_event_s_window_is_the_hull_of_all_times_told_of_it(d: Dossier) -> None:
    assert [d.window(event) for event in d.events] == [window_of(d, event.id) for event in d.events]


@few
@given(worlds)
def test_every_event_is_either_on_the_timeline_or_undated(d: Dossier) -> None:
    dated = {event.id for event in d.events if window_of(d, event.id) is not None}
    assert (ids(d.timeline()), ids(d.undated())) == (dated, ids(d.events) - dated)


@few
@given(worlds, st.data())
def test_events_at_a_place_are_those_the_loop_finds(d: Dossier, data: st.DataObject) -> None:
    place = pick(data, d.locations)
    places = places_in(d, place.id)
    own = {e.id for e in d.events if e.where in places}
    said = {a.event for _, a in told(d) if a.where in places or any(p.location in places for p in a.participants)}
    expected = {one for key in own | said for one in same(d, key)}
    assert ids(d.events_at(place)) == expected


@few
@given(worlds, st.data())
def test_events_involving_an_actor_are_those_the_loop_finds(d: Dossier, data: st.DataObject) -> None:
    actor = pick(data, d.actors)
    one = same(d, actor.id)
    said = {a.event for _, a in told(d) if any(p.actor in one for p in a.participants)}
    assert ids(d.events_involving(actor)) == {key for event in said for key in same(d, event)}


# --- accounts and chains ---------------------------------------------------------------------------------------------


@few
@given(worlds, st.data())
def test_accounts_of_an_event_are_all_of_it_and_its_parts(d: Dossier, data: st.DataObject) -> None:
    event = pick(data, d.events)
    below = parts_of(d, event.id)
    expected = {(s.id, a) for s, a in told(d) if a.event in below}
    found = [(t.statement.id, t.account) for t in d.accounts_of(event)]
    assert (len(found), set(found)) == (len(expected), expected)


@few
@given(worlds)
def test_a_testimony_carries_its_speaker_and_chain(d: Dossier) -> None:
    by_id = {actor.id: actor for actor in d.actors}
    for testimony in d.testimonies():
        assert testimony.speaker == (by_id[testimony.statement.speaker] if testimony.statement.speaker else None)
        assert testimony.chain == d.chain(testimony.statement)


@few
@given(worlds)
def test_a_chain_leads_from_the_outermost_relay_to_the_statement(d: Dossier) -> None:
    for statement in d.statements:
        steps = [step.statement for step in d.chain(statement).steps]
        assert steps == [*reversed(relayers(d, statement)), statement]


@few
@given(worlds)
def test_a_chain_begins_at_the_source_of_its_outermost_step(d: Dossier) -> None:
    for statement in d.statements:
        outermost = [statement, *relayers(d, statement)][-1]
        evidence = outermost.evidence or statement.evidence
        expected = next((s for s in d.sources if s.id == evidence[0].source), None) if evidence else None
        assert d.chain(statement).source == expected


def test_a_chain_reads_from_the_source_to_the_one_who_says_it() -> None:
    b = Builder()
    story = b.source(text="Bild reported that Ann Lee denied it.", title="story.txt")
    report = b.says(story, "Ann Lee denied it", speaker=b.actor("Bild"))
    b.says(story, "denied it", speaker=b.actor("Ann Lee"), via=report, id="inner")
    assert str(b.build().chain("inner")) == "story.txt ← Bild ← Ann Lee"


# --- the order of answers --------------------------------------------------------------------------------------------


def edges(when: When | None) -> tuple[Any, ...]:
    """Times in the order of display, by their bounds alone; what has none last."""
    return (1,) if when is None or not when.resolved else (0, when.sort_key()[0])


def said_or_published(d: Dossier, statement: Statement) -> When | None:
    published = {source.id: source.published for source in d.sources}
    if statement.said is not None and statement.said.resolved:
        return statement.said
    return published[statement.evidence[0].source] if statement.evidence else None


@settings(max_examples=60)
@given(worlds)
def test_statements_come_in_order_of_time_document_and_id(d: Dossier) -> None:
    def place(statement: Statement) -> tuple[Any, ...]:
        first = statement.evidence[0] if statement.evidence else None
        document = (0, first.source, first.content.start) if first else (1, "", 0)
        return edges(said_or_published(d, statement)), document, statement.id

    found = [testimony.statement for testimony in d.testimonies()]
    assert all(place(a) <= place(b) for a, b in pairwise(found))
    found = list(d.search("deal"))
    assert found == sorted(found, key=place)


@settings(max_examples=60)
@given(worlds)
def test_events_come_in_order_of_time_first_account_and_id(d: Dossier) -> None:
    testimonies = d.testimonies()
    statements = list(dict.fromkeys(testimony.statement.id for testimony in testimonies))
    first: dict[str, int] = {}
    for testimony in testimonies:
        first.setdefault(testimony.account.event, statements.index(testimony.statement.id))

    def place(event: Event) -> tuple[Any, ...]:
        return edges(d.window(event)), first.get(event.id, len(statements)), event.id

    for found in (list(d.timeline()), list(d.undated()), list(d.events_between(None, None))):
        assert found == sorted(found, key=place)


# --- what is asked for -----------------------------------------------------------------------------------------------


QUESTIONS: dict[str, tuple[str, Callable[[Dossier, Any], Any]]] = {
    "statements_by": ("actors", lambda d, x: d.statements_by(x)),
    "statements_about": ("events", lambda d, x: d.statements_about(x)),
    "statements_in": ("sources", lambda d, x: d.statements_in(x)),
    "window": ("events", lambda d, x: d.window(x)),
    "events_at": ("locations", lambda d, x: d.events_at(x)),
    "events_involving": ("actors", lambda d, x: d.events_involving(x)),
    "accounts_of": ("events", lambda d, x: d.accounts_of(x)),
    "disputes": ("events", lambda d, x: d.disputes(x)),
    "doubts": ("events", lambda d, x: d.doubts(x)),
    "chain": ("statements", lambda d, x: d.chain(x)),
}


@pytest.mark.parametrize("question", QUESTIONS)
@settings(max_examples=8)
@given(d=worlds, data=st.data())
def test_a_question_takes_an_object_or_its_id(question: str, d: Dossier, data: st.DataObject) -> None:
    table, ask = QUESTIONS[question]
    thing = pick(data, getattr(d, table))
    assert ask(d, thing) == ask(d, thing.id)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_what_is_not_on_record_is_refused(question: str) -> None:
    with pytest.raises(UnknownIdError, match=r"on record is 'nobody'"):
        QUESTIONS[question][1](Dossier(), "nobody")


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - {"statements_about", "chain"}))
def test_a_question_is_not_answered_about_another_kind_of_object(question: str) -> None:
    statement = Statement(id=StatementId("t"), voice=Voice.other, form=Form.direct, content="x")
    with pytest.raises(UnknownIdError, match=r"^no [a-z]+ on record is 't'"):
        QUESTIONS[question][1](Dossier(statements=[statement]), "t")


# --- periods ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ask", [Dossier.events_between, Dossier.statements_between])
@pytest.mark.parametrize(
    "pair", [("2023-05-03", "2023-05-03"), ("2023-05-04", "2023-05-03"), ("2023-05-03", "2023-05")]
)
def test_a_period_that_ends_no_later_than_it_starts_is_refused(ask: Any, pair: tuple[str, str]) -> None:
    with pytest.raises(InvalidValueError, match="must be later than the start"):
        ask(Dossier(), *pair)


@pytest.mark.parametrize("pair", [("2023-05-03", "2023-05-04Z"), ("2023-05-03[Europe/Kyiv]", "2023-05-04")])
def test_a_period_of_which_one_end_has_a_zone_is_refused(pair: tuple[str, str]) -> None:
    pair = (pair[0], pair[1].replace("Z", "T00Z"))
    with pytest.raises(InvalidValueError, match="both have a zone, or neither"):
        Dossier().events_between(*pair)


@pytest.mark.parametrize("end", ["start", "end"])
@pytest.mark.parametrize("value", ["../2023", "[..2023-05-03]", "/2023"])
def test_an_end_without_an_earliest_moment_is_refused(end: str, value: str) -> None:
    pair = {"start": None, "end": None, end: value}
    with pytest.raises(InvalidValueError, match=f"^{end} has no earliest moment"):
        Dossier().events_between(pair["start"], pair["end"])


def test_an_end_that_is_no_time_is_refused() -> None:
    with pytest.raises(WhenError, match="2:27am"):
        Dossier().events_between("2:27am", None)
