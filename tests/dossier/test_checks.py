"""What only the whole can know to be wrong: every code with its place, loops of any length, and never an exception."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import (
    Account,
    AccountStatus,
    Actor,
    Anchor,
    Builder,
    Dossier,
    Event,
    Evidence,
    Factuality,
    Form,
    FormatError,
    Identity,
    Judgement,
    Link,
    LinkKind,
    Location,
    Participant,
    ParticipantRole,
    RelativePosition,
    Role,
    Source,
    Span,
    Statement,
    Voice,
    When,
)
from onrecord._dossier import faults_of
from onrecord.testing import actors, dossiers, events, identities, links, locations, sources, statements

TEXT = "No. He said no. No."


def anchor(exact: str, start: int) -> Anchor:
    return Anchor(spans=(Span(exact=exact, start=start, end=start + len(exact)),))


def said(id: str = "t", **fields: Any) -> Statement:
    return Statement(**{"id": id, "voice": Voice.other, "form": Form.direct, "content": "x", **fields})


def printed(*anchors: Anchor | None, source: str = "s", content: str | None = None, **fields: Any) -> Statement:
    """A statement with evidence of a content, a cue, a speaker and hedges."""
    first, cue, speaker = (*anchors, None, None)[:3]
    evidence: Any = {"source": source, "content": first, "cue": cue, "speaker": speaker, "hedges": anchors[3:]}
    return said(content=content or (first.text if first else "x"), evidence=(Evidence(**evidence),), **fields)


def all_of(table: str, items: list[Any]) -> Dossier:
    tables: dict[str, Any] = {table: items}
    return Dossier(**tables)


def source(**fields: Any) -> Source:
    return Source(**{"id": "s", "text": TEXT, **fields})


def event(id: str = "e", **fields: Any) -> Event:
    return Event(id=id, label="x", **fields)  # type: ignore[arg-type]


def actor(id: str = "a", **fields: Any) -> Actor:
    return Actor(id=id, name="x", **fields)  # type: ignore[arg-type]


def place(id: str = "l", **fields: Any) -> Location:
    return Location(id=id, name="x", **fields)  # type: ignore[arg-type]


def link(kind: LinkKind, **fields: Any) -> Link:
    return Link(kind=kind, **{"start": "t", "end": "u", **fields})


def judged(first: str, second: str, judgement: Judgement = Judgement.positive) -> Identity:
    return Identity(first=first, second=second, judgement=judgement)  # type: ignore[arg-type]


GOOD = anchor("He said no", 4)
RELATIVE = When(text="then", relative_to="x")
NIGHT = When(value="2023-05-02T22/2023-05-03T06")
WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "source.publisher": ({"sources": [source(publisher="x")]}, "dangling", "$.sources[0].publisher"),
    "source.authors": ({"sources": [source(authors=("x",))]}, "dangling", "$.sources[0].authors[0]"),
    "source.derived_from": ({"sources": [source(derived_from="x")]}, "dangling", "$.sources[0].derived_from"),
    "source.revises": ({"sources": [source(revises="x")]}, "dangling", "$.sources[0].revises"),
    "source.published": ({"sources": [source(published=RELATIVE)]}, "dangling", "$.sources[0].published.relative_to"),
    "source.retrieved": ({"sources": [source(retrieved=RELATIVE)]}, "dangling", "$.sources[0].retrieved.relative_to"),
    "actor.members": ({"actors": [actor(members=("x",))]}, "dangling", "$.actors[0].members[0]"),
    "role.of": ({"actors": [actor(roles=(Role(title="x", of="x"),))]}, "dangling", "$.actors[0].roles[0].of"),  # type: ignore[arg-type]
    "role.when": (
        {"actors": [actor(roles=(Role(title="x"), Role(title="x", when=RELATIVE)))]},
        "dangling",
        "$.actors[0].roles[1].when.relative_to",
    ),
    "location.within": ({"locations": [place(within="x")]}, "dangling", "$.locations[0].within"),
    "location.relative": (
        {"locations": [place(relative=RelativePosition(to="x", text="near x"))]},  # type: ignore[arg-type]
        "dangling",
        "$.locations[0].relative.to",
    ),
    "event.part_of": ({"events": [event(part_of="x")]}, "dangling", "$.events[0].part_of"),
    "event.where": ({"events": [event(where="x")]}, "dangling", "$.events[0].where"),
    "event.when": ({"events": [event(when=RELATIVE)]}, "dangling", "$.events[0].when.relative_to"),
    "statement.speaker": ({"statements": [said(speaker="x")]}, "dangling", "$.statements[0].speaker"),
    "statement.via": ({"statements": [said(via="x")]}, "dangling", "$.statements[0].via"),
    "statement.occasion": ({"statements": [said(occasion="x")]}, "dangling", "$.statements[0].occasion"),
    "statement.place": ({"statements": [said(place="x")]}, "dangling", "$.statements[0].place"),
    "statement.published_in": ({"statements": [said(published_in="x")]}, "dangling", "$.statements[0].published_in"),
    "statement.addressees": ({"statements": [said(addressees=("x",))]}, "dangling", "$.statements[0].addressees[0]"),
    "statement.about": ({"statements": [said(about=("x",))]}, "dangling", "$.statements[0].about[0]"),
    "statement.said": ({"statements": [said(said=RELATIVE)]}, "dangling", "$.statements[0].said.relative_to"),
    "evidence.source": ({"statements": [printed(GOOD)]}, "dangling", "$.statements[0].evidence[0].source"),
    "account.event": (
        {"statements": [said(accounts=(Account(event="x"),))]},  # type: ignore[arg-type]
        "dangling",
        "$.statements[0].accounts[0].event",
    ),
    "account.where": (
        {"events": [event()], "statements": [said(accounts=(Account(event="e", where="x"),))]},  # type: ignore[arg-type]
        "dangling",
        "$.statements[0].accounts[0].where",
    ),
    "account.condition": (
        {"events": [event()], "statements": [said(accounts=(Account(event="e", condition="x"),))]},  # type: ignore[arg-type]
        "dangling",
        "$.statements[0].accounts[0].condition",
    ),
    "account.when": (
        {"events": [event()], "statements": [said(accounts=(Account(event="e", when=RELATIVE),))]},  # type: ignore[arg-type]
        "dangling",
        "$.statements[0].accounts[0].when.relative_to",
    ),
    "participant.actor": (
        {
            "events": [event()],
            "statements": [
                said(
                    accounts=(
                        Account(
                            event="e",  # type: ignore[arg-type]
                            participants=(Participant(role=ParticipantRole.agent, actor="x"),),  # type: ignore[arg-type]
                        ),
                    )
                )
            ],
        },
        "dangling",
        "$.statements[0].accounts[0].participants[0].actor",
    ),
    "link.start": ({"events": [event("u")], "links": [link(LinkKind.follows)]}, "dangling", "$.links[0].start"),
    "link.end": ({"events": [event("t")], "links": [link(LinkKind.follows)]}, "dangling", "$.links[0].end"),
    "link.claimed_by": (
        {"events": [event("t"), event("u")], "links": [link(LinkKind.causes, claimed_by="x")]},
        "dangling",
        "$.links[0].claimed_by",
    ),
    "identity.first": (
        {"actors": [actor()], "identities": [Identity(first="x", second="a", judgement=Judgement.unsure)]},  # type: ignore[arg-type]
        "dangling",
        "$.identities[0].first",
    ),
    "identity.second": (
        {"actors": [actor()], "identities": [Identity(first="a", second="x", judgement=Judgement.unsure)]},  # type: ignore[arg-type]
        "dangling",
        "$.identities[0].second",
    ),
    "a speaker that is a place": (
        {"locations": [place()], "statements": [said(speaker="l")]},
        "wrong-kind",
        "$.statements[0].speaker",
    ),
    "a time told from an actor": (
        {"actors": [actor()], "statements": [said(said=When(text="then", relative_to="a"))]},
        "wrong-kind",
        "$.statements[0].said.relative_to",
    ),
    "a statement linked as an event": (
        {"events": [event("t")], "statements": [said("u")], "links": [link(LinkKind.follows)]},
        "wrong-kind",
        "$.links[0].end",
    ),
    "an event linked as a statement": (
        {"events": [event("t")], "statements": [said("u")], "links": [link(LinkKind.denies)]},
        "wrong-kind",
        "$.links[0].start",
    ),
    "an actor that is an event": (
        {
            "actors": [actor()],
            "events": [event()],
            "identities": [Identity(first="a", second="e", judgement=Judgement.positive)],  # type: ignore[arg-type]
        },
        "wrong-kind",
        "$.identities[0].second",
    ),
    "an id twice in one table": ({"actors": [actor(), actor(anonymous=True)]}, "repeated-id", "$.actors[1]"),
    "an id in two tables": ({"actors": [actor("x")], "events": [event("x")]}, "repeated-id", "$.events[0]"),
    "a link twice": (
        {"events": [event("t"), event("u")], "links": [link(LinkKind.causes), link(LinkKind.causes)]},
        "repeated-id",
        "$.links[1]",
    ),
    "words that stand nowhere": (
        {"sources": [source()], "statements": [printed(anchor("Yes", 4))]},
        "anchor-lost",
        "$.statements[0].evidence[0].content.spans[0]",
    ),
    "words that stand elsewhere": (
        {"sources": [source()], "statements": [printed(GOOD, anchor("said", 8))]},
        "anchor-moved",
        "$.statements[0].evidence[0].cue.spans[0]",
    ),
    "words that stand in other places": (
        {"sources": [source()], "statements": [printed(GOOD, None, anchor("No", 4))]},
        "anchor-ambiguous",
        "$.statements[0].evidence[0].speaker.spans[0]",
    ),
    "a hedge that stands nowhere": (
        {"sources": [source()], "statements": [printed(GOOD, None, None, GOOD, anchor("maybe", 0))]},
        "anchor-lost",
        "$.statements[0].evidence[0].hedges[1].spans[0]",
    ),
    "words in a source without text": (
        {"sources": [source(text=None)], "statements": [printed(GOOD)]},
        "no-text",
        "$.statements[0].evidence[0].source",
    ),
    "a content that is not the evidence's": (
        {"sources": [source()], "statements": [printed(GOOD, content="He said")]},
        "content",
        "$.statements[0].content",
    ),
    "two that are one by other judgements": (
        {
            "actors": [actor("a"), actor("b"), actor("c")],
            "identities": [judged("a", "b"), judged("a", "c", Judgement.negative), judged("b", "c")],
        },
        "contradiction",
        "$.identities[1].judgement",
    ),
    "retrieved before published": (
        {"sources": [source(published=When(value="2023-05-03"), retrieved=When(value="2023-05-02"))]},
        "reversed",
        "$.sources[0].retrieved",
    ),
    "said after published": (
        {
            "sources": [source(published=When(value="2023-05-03"))],
            "statements": [printed(GOOD, said=When(value="2023-05-04"))],
        },
        "reversed",
        "$.statements[0].said",
    ),
    "an account outside the event's own time": (
        {
            "events": [event(when=When(value="2023-05-03"))],
            "statements": [said(accounts=(Account(event="e", when=When(value="2023-05-04")),))],  # type: ignore[arg-type]
        },
        "outside-when",
        "$.statements[0].accounts[0].when",
    ),
}


@pytest.mark.parametrize(("objects", "code", "path"), WRONG.values(), ids=WRONG)
def test_a_fault_is_told_once_with_its_code_and_place(objects: dict[str, Any], code: str, path: str) -> None:
    assert [(problem.code, problem.path) for problem in Dossier(**objects).check()] == [(code, path)]


FINDINGS = {"outside-when", "reversed", "contradiction"}


@pytest.mark.parametrize(("objects", "code", "path"), WRONG.values(), ids=WRONG)
def test_a_record_with_findings_only_has_no_fault(objects: dict[str, Any], code: str, path: str) -> None:
    told = [(fault.code, fault.path) for fault in faults_of(**objects)]
    assert told == ([] if code in FINDINGS else [(code, path)])


@pytest.mark.parametrize(("objects", "code", "path"), WRONG.values(), ids=WRONG)
def test_building_refuses_faults_and_no_findings(objects: dict[str, Any], code: str, path: str) -> None:
    builder = Builder(Dossier(**objects))  # in which nothing is twice
    with nullcontext() if code in FINDINGS | {"repeated-id"} else pytest.raises(FormatError, match=re.escape(path)):
        builder.build()


def test_every_code_that_the_docstring_names_is_provoked() -> None:
    _, _, codes = (Dossier.check.__doc__ or "").partition("The codes are")
    assert set(re.findall(r"`([a-z-]+)`", codes)) == {code for _, code, _ in WRONG.values()} | {"cycle"}


def test_the_docstring_tells_findings_from_faults() -> None:
    _, _, codes = (Dossier.check.__doc__ or "").partition("for findings")
    assert set(re.findall(r"`([a-z-]+)`", codes)) == FINDINGS


def test_a_repeated_id_is_told_once_whatever_refers_to_it() -> None:
    joint = [actor(f"a{n}", members=("x",)) for n in range(9)]
    d = Dossier(actors=[actor("x"), *joint], events=[event("x"), *(event(f"e{n}", part_of="x") for n in range(9))])
    assert [problem.code for problem in d.check()] == ["repeated-id"]


def test_of_two_with_one_id_the_first_is_judged() -> None:
    d = Dossier(sources=[source(), source(text="Other.")], statements=[printed(GOOD)])
    assert [(problem.path, problem.code) for problem in d.check()] == [("$.sources[1]", "repeated-id")]
    assert d["s"].text == TEXT  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("d", "message"),
    [
        (Dossier(locations=[place()], statements=[said(speaker="l")]), "'l' is a Location, and an Actor belongs here"),
        (Dossier(events=[event()], statements=[said(via="e")]), "'e' is an Event, and a Statement belongs here"),
    ],
)
def test_a_wrong_kind_is_told_in_good_english(d: Dossier, message: str) -> None:
    assert [problem.message for problem in d.check()] == [message]


EARLIER = When(value="2023-05-01")
OUTSIDE = {AccountStatus.occurred, AccountStatus.ongoing, AccountStatus.attempted}


@pytest.mark.parametrize("factuality", Factuality)
@pytest.mark.parametrize("status", AccountStatus)
def test_only_what_is_affirmed_as_having_happened_can_be_outside_its_time(
    status: AccountStatus, factuality: Factuality
) -> None:
    account = Account(event="e", status=status, factuality=factuality, when=EARLIER)  # type: ignore[arg-type]
    d = Dossier(events=[event(when=NIGHT)], statements=[said(accounts=(account,))])
    assert bool(d.check()) is (factuality.affirms and status in OUTSIDE)


def test_a_misplaced_anchor_says_where_the_words_stand() -> None:
    d = Dossier(sources=[source()], statements=[printed(GOOD, None, anchor("No", 4))])
    assert d.check()[0].message == "'No' stands at 0, 16, not at 4"


def test_a_problem_reads_as_its_place_and_reason() -> None:
    d = Dossier(statements=[said(speaker="x")])
    assert str(d.check()[0]) == "$.statements[0].speaker: nothing has the id 'x'"


@pytest.mark.parametrize(
    "objects",
    [
        {"sources": [source()], "statements": [printed(GOOD, anchor("said", 7), anchor("He", 4), anchor("no", 12))]},
        {"sources": [source(text=None, digest="0" * 64)], "statements": [printed(GOOD)]},
        {
            "events": [event(when=NIGHT)],
            "statements": [said(accounts=(Account(event="e", when=When(value="2023-05-03")),))],  # type: ignore[arg-type]
        },
        {
            "sources": [source(published=When(value="2023-05-03"))],
            "statements": [printed(GOOD, said=When(value="2023-05-03"))],
        },
    ],
)
def test_what_is_right_or_may_be_is_no_problem(objects: dict[str, Any]) -> None:
    assert Dossier(**objects).check() == ()


@settings(max_examples=20)
@given(dossiers())
def test_a_consistent_dossier_has_no_problem(d: Dossier) -> None:
    assert d.check() == ()


# --- loops -----------------------------------------------------------------------------------------------------------

CHAINS: dict[str, tuple[str, str, Any]] = {
    "derived_from": ("sources", "derived_from", lambda key, other: Source(id=key, derived_from=other)),
    "revises": ("sources", "revises", lambda key, other: Source(id=key, revises=other)),
    "within": ("locations", "within", lambda key, other: place(key, within=other)),
    "relative": (
        "locations",
        "relative.to",
        lambda key, other: place(key, relative=None if other is None else RelativePosition(to=other, text="x")),
    ),
    "part_of": ("events", "part_of", lambda key, other: event(key, part_of=other)),
    "via": ("statements", "via", lambda key, other: said(key, via=other)),
    "members": ("actors", "members", lambda key, other: actor(key, members=() if other is None else (other,))),
    "published": (
        "sources",
        "published.relative_to",
        lambda key, other: Source(id=key, published=When(text="then", relative_to=other)),
    ),
    "when": (
        "events",
        "when.relative_to",
        lambda key, other: event(key, when=When(text="then", relative_to=other)),
    ),
    "said": (
        "statements",
        "said.relative_to",
        lambda key, other: said(key, said=When(text="then", relative_to=other)),
    ),
}


@pytest.mark.parametrize("chain", CHAINS)
@settings(max_examples=8)
@given(length=st.integers(2, 60), tail=st.integers(0, 5))
def test_a_loop_of_any_length_is_told_once(chain: str, length: int, tail: int) -> None:
    table, field, make = CHAINS[chain]
    loop = [make(f"x{n:03}", f"x{(n + 1) % length:03}") for n in range(length)]
    loop += [make(f"y{n}", "x000" if n == 0 else f"y{n - 1}") for n in range(tail)]
    problems = all_of(table, loop).check()
    assert [(problem.code, problem.path) for problem in problems] == [("cycle", f"$.{table}[0].{field}")]
    assert problems[0].message.startswith(f"a loop of {length}: x000 → x001 → ")


@pytest.mark.parametrize("chain", CHAINS)
def test_a_chain_of_ten_thousand_is_no_loop(chain: str) -> None:
    table, _, make = CHAINS[chain]
    links_of_chain = [make(f"x{n:05}", f"x{n + 1:05}") for n in range(9_999)]
    last = attrs.evolve(make("x09999", "x00000"), **{chain: () if chain == "members" else None})
    assert all_of(table, [*links_of_chain, last]).check() == ()


@pytest.mark.parametrize("chain", CHAINS)
def test_a_loop_of_ten_thousand_is_told(chain: str) -> None:
    table, _, make = CHAINS[chain]
    loop = [make(f"x{n:05}", f"x{(n + 1) % 10_000:05}") for n in range(10_000)]
    assert [problem.code for problem in all_of(table, loop).check()] == ["cycle"]


@given(st.integers(2, 6), st.integers(2, 6))
def test_two_loops_are_both_told(first: int, second: int) -> None:
    loops = [
        said(f"{key}{n}", via=f"{key}{(n + 1) % size}")
        for key, size in (("a", first), ("b", second))
        for n in range(size)
    ]
    assert [problem.message[:11] for problem in Dossier(statements=loops).check()] == [
        f"a loop of {first}",
        f"a loop of {second}",
    ]


def test_a_long_chain_is_followed_without_recursion() -> None:
    d = Dossier(statements=[said(f"x{n:05}", via=f"x{n + 1:05}") for n in range(9_999)] + [said("x09999")])
    assert len(d.chain("x00000").steps) == 10_000


def test_a_chain_ends_before_what_is_no_statement() -> None:
    d = Dossier(events=[event()], statements=[said("t", via="e"), said("u", via="x")])
    assert [len(d.chain(key).steps) for key in ("t", "u")] == [1, 1]


def test_a_chain_that_loops_ends_where_it_closes() -> None:
    d = Dossier(statements=[said("t", via="u"), said("u", via="v"), said("v", via="u")])
    assert [step.statement.id for step in d.chain("t").steps] == ["v", "u", "t"]


# --- anything at all -------------------------------------------------------------------------------------------------


@st.composite
def wild(draw: st.DrawFn) -> Dossier:
    """Any objects whatever, with ids that mostly clash, dangle, or are of the wrong kind."""

    def table(strategy: st.SearchStrategy[Any]) -> list[Any]:
        items = draw(st.lists(strategy, max_size=3))
        keys = [draw(st.sampled_from(("source:1", "actor:1", "event:1", "statement:1", "location:1"))) for _ in items]
        return [
            item if keep else _renamed(item, key) for item, key, keep in zip(items, keys, _coins(draw), strict=False)
        ]

    return Dossier(
        sources=table(sources()),
        actors=table(actors()),
        locations=table(locations()),
        events=table(events()),
        statements=table(statements()),
        links=draw(st.lists(links(), max_size=2)),
        identities=draw(st.lists(identities(), max_size=2)),
    )


def _coins(draw: st.DrawFn) -> list[bool]:
    return draw(st.lists(st.booleans(), min_size=3, max_size=3))


def _renamed(item: Any, key: str) -> Any:
    try:
        return attrs.evolve(item, id=key)
    except ValueError:  # an object may not refer to itself
        return item


@settings(max_examples=20)
@given(wild())
def test_a_check_never_raises(d: Dossier) -> None:
    assert all(problem.path.startswith("$.") for problem in d.check())


@settings(max_examples=20)
@given(wild())
def test_problems_come_in_document_order(d: Dossier) -> None:
    tables = ("sources", "actors", "locations", "events", "statements", "links", "identities")
    places = [re.findall(r"^\$\.(\w+)\[(\d+)\]", problem.path)[0] for problem in d.check()]
    assert places == sorted(places, key=lambda place: (tables.index(place[0]), int(place[1])))


@settings(max_examples=20)
@given(wild())
def test_a_dossier_in_which_ids_dangle_and_loop_still_answers(d: Dossier) -> None:
    nouns = {noun.id: noun for table in (d.sources, d.actors, d.locations, d.events, d.statements) for noun in table}
    d = Dossier(links=d.links, identities=d.identities).add(*nouns.values())
    for statement in d.statements:
        assert d.chain(statement).steps
    assert len(d.timeline()) + len(d.undated()) == len(d.events)
    assert set(d.events_between(None, None)) <= set(d.events)
    assert all(dispute.event in d.events for dispute in d.disputes())


@settings(max_examples=20)
@given(wild())
def test_whatever_stands_in_a_table_is_in_it(d: Dossier) -> None:
    for table in (d.sources, d.actors, d.locations, d.events, d.statements):
        assert all(item in table for item in table)
