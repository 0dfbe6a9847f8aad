"""Who contradicts whom, and who only doubts: the rules in small worlds, and the laws over large ones."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import (
    Account,
    AccountStatus,
    Actor,
    Aspect,
    Description,
    Dispute,
    Dossier,
    Event,
    EventId,
    Factuality,
    Form,
    Identity,
    Judgement,
    Location,
    LocationKind,
    Participant,
    ParticipantRole,
    Quantity,
    Statement,
    StatementId,
    Truth,
    Voice,
    When,
)
from tests.dossier.worlds import EVENTS, accounts, worlds

YES, NO = Factuality.certain, Factuality.certainly_not
PROBABLE, PROBABLY_NOT = Factuality.probable, Factuality.probably_not
DOUBTS = [factuality for factuality in Factuality if factuality.doubts]
PLACES = [
    Location(id="russia", name="Russia", kind=LocationKind.country),  # type: ignore[arg-type]
    Location(id="moscow", name="Moscow", kind=LocationKind.settlement, within="russia"),  # type: ignore[arg-type]
    Location(id="kremlin", name="Kremlin", kind=LocationKind.site, within="moscow"),  # type: ignore[arg-type]
    Location(id="park", name="Park", kind=LocationKind.site, within="moscow"),  # type: ignore[arg-type]
    Location(id="tver", name="Tver", kind=LocationKind.settlement, within="russia"),  # type: ignore[arg-type]
    Location(id="kyiv", name="Kyiv", kind=LocationKind.settlement),  # type: ignore[arg-type]
]
Given = dict[str, Any]


def part(actor: str, factuality: Factuality | None = None, role: str = "agent") -> Given:
    return {"participants": (Participant(role=ParticipantRole(role), actor=actor, factuality=factuality),)}  # type: ignore[arg-type]


def words(text: str, factuality: Factuality | None = None) -> Given:
    return {"participants": (Participant(role=ParticipantRole.agent, text=text, factuality=factuality),)}


def told(aspect: str, term: str, factuality: Factuality | None = None) -> Given:
    return {"descriptions": (Description(aspect=Aspect(aspect), term=term, factuality=factuality),)}


def number(low: Any, high: Any, factuality: Factuality | None = None, **fields: Any) -> Given:
    kept = {"kind": "killed", "unit": "people", **fields}
    return {"quantities": (Quantity(low=low, high=high, factuality=factuality, **kept),)}


def at(value: str) -> Given:
    return {"when": When(value=value)}


def status(status: str, factuality: Factuality = YES) -> Given:
    return {"status": AccountStatus(status), "factuality": factuality}


def world(*told: Given, identities: tuple[tuple[str, str], ...] = (), event: str = "e") -> Dossier:
    """One event and a statement, by an actor of its own, for each account given; `in_` puts two into one statement."""
    statements: dict[str, list[Account]] = {}
    for n, account in enumerate(told):
        fields = {"event": event, **account}
        statements.setdefault(fields.pop("in_", f"t{n}"), []).append(Account(**fields))
    return Dossier(
        actors=[Actor(id=key, name=key) for key in ("russia-state", "ukraine", "kyiv-state")],  # type: ignore[arg-type]
        locations=PLACES,
        events=[Event(id=key, label=key) for key in ("e", "f")],  # type: ignore[arg-type]
        statements=[
            Statement(id=key, voice=Voice.other, form=Form.indirect, content="x", accounts=tuple(held))  # type: ignore[arg-type]
            for key, held in statements.items()
        ],
        identities=[Identity(first=a, second=b, judgement=Judgement.positive) for a, b in identities],  # type: ignore[arg-type]
    )


def clashes(d: Dossier) -> dict[str, bool]:
    """The details in dispute, and whether certainly."""
    return {dispute.detail: dispute.certain for dispute in d.disputes()}


UKRAINE = "agent:ukraine"
WORLDS: dict[str, tuple[tuple[Given, ...], dict[str, bool]]] = {
    "an event affirmed and denied": (({}, {"factuality": NO}), {"status:occurred": True}),
    "probably and probably not": (
        ({"factuality": PROBABLE}, {"factuality": PROBABLY_NOT}),
        {"status:occurred": True},
    ),
    "an attempt affirmed and denied": ((status("attempted"), status("attempted", NO)), {"status:attempted": True}),
    "two that affirm": (({}, {}), {}),
    "two that deny": (({"factuality": NO}, {"factuality": NO}), {}),
    "an agent affirmed and denied": ((part("ukraine"), part("ukraine", NO)), {UKRAINE: True}),
    "an agent who inherits the account's denial": (
        (part("ukraine"), {**part("ukraine"), "factuality": NO}),
        {UKRAINE: True, "status:occurred": True},
    ),
    "two agents, since an event may have several": ((part("ukraine"), part("russia-state")), {}),
    "one actor in two roles": ((part("ukraine"), part("ukraine", NO, role="target")), {}),
    "words for an agent, folded": ((words("The  “Drones”"), words('the "drones"', NO)), {'agent:"drones"': True}),
    "a purpose affirmed and denied": (
        (told("purpose", "killing"), told("purpose", "killing", NO)),
        {"purpose:killing": True},
    ),
    "two purposes, since there may be several": ((told("purpose", "killing"), told("purpose", "warning")), {}),
    "two kinds of thing, since it may be several": ((told("what", "attack"), told("what", "provocation")), {}),
    "two manners": ((told("manner", "by-night"), told("manner", "by-drone")), {}),
    "two outcomes, of which only one can be": (
        (told("outcome", "shot-down"), told("outcome", "hit")),
        {"outcome": True},
    ),
    "an outcome affirmed and denied": (
        (told("outcome", "hit"), told("outcome", "hit", NO)),
        {"outcome:hit": True},
    ),
    "one outcome denied and another affirmed": ((told("outcome", "hit", NO), told("outcome", "shot-down")), {}),
    "times apart": ((at("2023-05-02"), at("2023-05-03")), {"when": True}),
    "times that may be one": ((at("2023-05-02"), at("2023-05")), {}),
    "times that partly agree": ((at("2023-05-02/2023-05-04"), at("2023-05-03/2023-05-06")), {}),
    "a floating time and an instant near it": ((at("2023-05-02"), at("2023-05-03T02:00Z")), {}),
    "a time that is not resolved": (({"when": When(text="overnight")}, at("2023-05-03")), {}),
    "times of something that goes on": (
        ({**at("2023-05-02"), **status("ongoing")}, {**at("2023-05-03"), **status("ongoing")}),
        {},
    ),
    "a denial at another time": (
        ({**part("ukraine"), **at("2023-05-02")}, {**part("ukraine", NO), **at("2023-05-03")}),
        {"when": True},
    ),
    "a denial at a time that partly agrees": (
        ({**part("ukraine"), **at("2023-05-02/2023-05-04")}, {**part("ukraine", NO), **at("2023-05-03/2023-05-06")}),
        {UKRAINE: False},
    ),
    "a denial at the same time, told less closely": (
        ({**part("ukraine"), **at("2023-05-03")}, {**part("ukraine", NO), **at("2023-05")}),
        {UKRAINE: True},
    ),
    "a denial without a time": (({**part("ukraine"), **at("2023-05-03")}, part("ukraine", NO)), {UKRAINE: True}),
    "outcomes at times apart, since things change": (
        ({**told("outcome", "hit"), **at("2023-05-02")}, {**told("outcome", "shot-down"), **at("2023-05-03")}),
        {"when": True},
    ),
    "a place in another": (({"where": "kremlin"}, {"where": "russia"}), {}),
    "one place": (({"where": "kremlin"}, {"where": "kremlin"}), {}),
    "two towns of one country": (({"where": "moscow"}, {"where": "tver"}), {"where": True}),
    "places in two towns": (({"where": "kremlin"}, {"where": "tver"}), {"where": True}),
    "two sites, which may overlap": (({"where": "kremlin"}, {"where": "park"}), {"where": False}),
    "two towns of which nothing more is known": (({"where": "moscow"}, {"where": "kyiv"}), {"where": True}),
    "a place denied": (({"where": "moscow"}, {"where": "tver", "factuality": NO}), {"status:occurred": True}),
    "numbers apart": ((number(2, 2), number(5, 7)), {"quantity:killed/people": True}),
    "numbers that may be one": ((number(2, 5), number(5, 7)), {}),
    "at least and at most": ((number(3, None), number(None, 2)), {"quantity:killed/people": True}),
    "at least and exactly": ((number(3, None), number(5, 5)), {}),
    "numbers of two units": ((number(2, 2), number(5, 5, unit="families")), {}),
    "numbers of two kinds": ((number(2, 2), number(5, 5, kind="hurt")), {}),
    "numbers without a unit": ((number(2, 2, unit=None), number(5, 5, unit=None)), {"quantity:killed/": True}),
    "numbers apart in the same words": (
        (number(2, 3, text="several"), number(9, 9, text="several")),
        {"quantity:killed/people": True},
    ),
    "a number denied and another affirmed": ((number(2, 2, NO), number(5, 5)), {}),
    "what was planned and what occurred": ((status("planned"), status("occurred", NO)), {}),
    "a planned agent and one who occurred": (
        ({**part("ukraine"), **status("planned")}, {**part("ukraine", NO), **status("occurred")}),
        {},
    ),
    "a planned time and the one it had": (({**at("2023-05-09"), **status("planned")}, at("2023-05-10")), {}),
    "what is going on and what occurred, both being real": (
        ({**part("ukraine"), **status("ongoing")}, {**part("ukraine", NO), **status("occurred")}),
        {UKRAINE: True},
    ),
    "two threats under one condition": (
        (
            {**part("ukraine"), **status("threatened"), "condition": "f"},
            {**part("ukraine", NO), **status("threatened"), "condition": "f"},
        ),
        {UKRAINE: True},
    ),
    "what would be under a condition and what is": ((part("ukraine"), {**part("ukraine", NO), "condition": "f"}), {}),
    "alternatives of one statement": (
        (
            {**told("outcome", "hit"), "alternative": "x", "in_": "t"},
            {**told("outcome", "shot-down"), "alternative": "x", "in_": "t"},
        ),
        {},
    ),
    "one statement's two details": (({**part("ukraine"), "in_": "t"},), {}),
    "accounts of two events": (({}, {"event": "f", "factuality": NO}), {}),
}


@pytest.mark.parametrize(("told", "expected"), WORLDS.values(), ids=WORLDS)
def test_the_details_in_dispute_are_exactly_these(told: tuple[Given, ...], expected: dict[str, bool]) -> None:
    assert clashes(world(*told)) == expected


@pytest.mark.parametrize(("told", "expected"), WORLDS.values(), ids=WORLDS)
def test_the_order_of_two_accounts_makes_no_difference(told: tuple[Given, ...], expected: dict[str, bool]) -> None:
    assert clashes(world(*reversed(told))) == expected


@pytest.mark.parametrize("factuality", DOUBTS)
@pytest.mark.parametrize("other", [YES, NO])
def test_a_doubt_clashes_with_nobody(factuality: Factuality, other: Factuality) -> None:
    assert clashes(world({"factuality": factuality}, {"factuality": other})) == {}


@pytest.mark.parametrize("factuality", DOUBTS)
def test_a_doubted_value_excludes_nothing(factuality: Factuality) -> None:
    assert clashes(world(number(2, 2, factuality), number(5, 5))) == {}


IDENTIFIED: dict[str, tuple[tuple[Given, ...], tuple[str, str], dict[str, bool]]] = {
    "actors": ((part("ukraine"), part("kyiv-state", NO)), ("kyiv-state", "ukraine"), {"agent:kyiv-state": True}),
    "events": (({"event": "e"}, {"event": "f", "factuality": NO}), ("e", "f"), {"status:occurred": True}),
    "places": (({"where": "park"}, {"where": "kremlin"}), ("kremlin", "park"), {}),
    "places further out": (({"where": "kremlin"}, {"where": "tver"}), ("kremlin", "tver"), {}),
    "statements": (({}, {"factuality": NO}), ("t0", "t1"), {}),
}


@pytest.mark.parametrize(("told", "pair", "expected"), IDENTIFIED.values(), ids=IDENTIFIED)
def test_two_judged_to_be_one_are_one_in_disputes(told: Any, pair: tuple[str, str], expected: dict[str, bool]) -> None:
    assert clashes(world(*told, identities=(pair,))) == expected


def test_the_sides_of_a_polar_detail_are_yes_and_no() -> None:
    (dispute,) = world(part("ukraine"), part("ukraine", NO)).disputes()
    assert [side.position for side in dispute.sides] == ["yes", "no"]


def test_the_sides_of_a_valued_detail_are_its_values() -> None:
    (dispute,) = world(number(2, 2), number(5, None), number(2, 2, PROBABLE)).disputes()
    sides = {side.position: {t.statement.id for t in side.testimonies} for side in dispute.sides}
    assert sides == {"2": {"t0", "t2"}, "5–": {"t1"}}


def test_who_agrees_with_both_sides_is_on_neither() -> None:
    (dispute,) = world(number(2, 2), number(5, 5), number(1, 9)).disputes()
    assert {t.statement.id for side in dispute.sides for t in side.testimonies} == {"t0", "t1"}


def test_who_doubts_the_detail_in_dispute_is_told_with_it() -> None:
    (dispute,) = world(part("ukraine"), part("ukraine", NO), part("ukraine", Factuality.unknown)).disputes()
    assert [testimony.statement.id for testimony in dispute.doubts] == ["t2"]


def test_a_dispute_reads_as_its_detail_and_who_holds_what() -> None:
    dispute = world(part("ukraine"), part("ukraine", NO)).disputes()[0]
    assert str(dispute) == "e: agent:ukraine: yes: (not resolved) | no: (not resolved)"


def test_a_possible_dispute_reads_as_one() -> None:
    assert str(world({"where": "kremlin"}, {"where": "park"}).disputes()[0]).endswith(" (possible)")


def test_disputes_of_a_part_are_among_those_of_the_whole() -> None:
    d = world({}, {"factuality": NO})
    d = d.replace(attrs.evolve(d.events["e"], part_of=EventId("f")))
    assert d.disputes("f") == d.disputes("e")
    assert len(d.disputes("f")) == 1


def test_a_doubt_says_how_it_is_held() -> None:
    (doubt,) = world(part("ukraine", Factuality.unknown)).doubts()
    assert (doubt.detail, doubt.factuality, doubt.testimony.statement.id) == (UKRAINE, Factuality.unknown, "t0")


def test_a_doubt_reads_as_its_detail_and_how_it_is_held() -> None:
    assert str(world(part("ukraine", Factuality.unknown)).doubts()[0]) == f"e: {UKRAINE}: unknown: (not resolved)"


def test_a_testimony_reads_as_who_says_how_it_is() -> None:
    assert str(world(status("planned", PROBABLE)).testimonies()[0]) == "(not resolved): planned, probable"


def test_across_sources_the_same_rules_hold() -> None:
    one, other = world(part("ukraine")), world(part("ukraine", NO))
    other = Dossier(statements=[attrs.evolve(other.statements[0], id=StatementId("elsewhere"))])
    assert clashes(one.merge(other)) == {UKRAINE: True}


# --- laws ------------------------------------------------------------------------------------------------------------

often = settings(max_examples=40)


def held_of(d: Dossier, dispute: Dispute) -> list[tuple[Statement, Account]]:
    return [(t.statement, t.account) for side in dispute.sides for t in side.testimonies]


def shape(d: Dossier) -> set[Any]:
    """The disputes, whatever the order of their sides and of those who stand on them."""
    return {
        (
            x.event.id,
            x.detail,
            x.certain,
            frozenset((frozenset(t.account for t in side.testimonies)) for side in x.sides),
        )
        for x in d.disputes()
    }


@often
@given(worlds, st.permutations(range(5)))
def test_disputes_do_not_depend_on_the_order_of_statements(d: Dossier, order: list[int]) -> None:
    ids = {statement.id: StatementId(f"x{order[n]}") for n, statement in enumerate(d.statements)}
    others = tuple(i for i in d.identities if not i.first.startswith("t"))
    plain = [attrs.evolve(s, via=None, about=()) for s in d.statements]
    renamed = [attrs.evolve(s, id=ids[s.id]) for s in plain]
    before, after = (
        Dossier(
            sources=d.sources,
            actors=d.actors,
            locations=d.locations,
            events=d.events,
            statements=statements,
            identities=others,
        )
        for statements in (plain, renamed)
    )
    assert shape(before) == shape(after)


@often
@given(worlds)
def test_a_dispute_has_two_sides_that_share_nobody(d: Dossier) -> None:
    for dispute in d.disputes():
        people = [{t.account for t in side.testimonies} for side in dispute.sides]
        assert len(people) >= 2
        assert all(people)


@often
@given(worlds)
def test_a_polar_dispute_has_one_who_affirms_against_one_who_denies(d: Dossier) -> None:
    for dispute in d.disputes():
        if [side.position for side in dispute.sides] == ["yes", "no"]:
            factualities = [
                {held for t in side.testimonies for held in held_on(d, t.account, dispute.detail)}
                for side in dispute.sides
            ]
            assert any(held.affirms for held in factualities[0])
            assert any(held.denies for held in factualities[1])


def held_on(d: Dossier, account: Account, detail: str) -> list[Factuality]:
    kind, _, key = detail.partition(":")
    if kind == "status":
        return [account.factuality]
    parts = [
        part.factuality or account.factuality
        for part in account.participants
        if str(part.role) == kind and key in {*d.same_as(part.actor or part.location or ""), part.text}
    ]
    terms = [
        one.factuality or account.factuality for one in account.descriptions if f"{one.aspect}:{one.term}" == detail
    ]
    return [*parts, *terms]


@often
@given(worlds)
def test_those_who_clash_speak_of_times_that_do_not_certainly_differ_unless_it_is_the_time(d: Dossier) -> None:
    for dispute in d.disputes():
        if dispute.detail != "when":
            first, *others = ([t.account.when for t in side.testimonies] for side in dispute.sides)
            pairs = [(a, b) for a in first for side in others for b in side]
            assert any(a is None or b is None or a.overlaps(b) is not Truth.no for a, b in pairs) or len(others) > 1


@often
@given(worlds)
def test_nobody_contradicts_himself_within_one_statement(d: Dossier) -> None:
    for dispute in d.disputes():
        assert len({t.statement.id for side in dispute.sides for t in side.testimonies}) > 1


@often
@given(worlds, accounts(EVENTS[:1]), st.sampled_from(DOUBTS))
def test_one_more_who_doubts_adds_no_dispute(d: Dossier, account: Account, doubt: Factuality) -> None:
    unsure = attrs.evolve(
        account,
        factuality=doubt,
        participants=tuple(attrs.evolve(part, factuality=None) for part in account.participants),
        descriptions=tuple(attrs.evolve(one, factuality=None) for one in account.descriptions),
        quantities=tuple(attrs.evolve(one, factuality=None) for one in account.quantities),
    )
    doubter = Statement(id="x", voice=Voice.other, form=Form.indirect, content="x", accounts=(unsure,))  # type: ignore[arg-type]
    assert shape(d.add(doubter)) == shape(d)


@often
@given(worlds)
def test_disputes_of_all_events_are_those_of_each(d: Dossier) -> None:
    each = [dispute for event in d.events for dispute in d.disputes(event)]
    assert set(d.disputes()) == set(each)


@often
@given(worlds)
def test_a_doubt_is_a_factuality_without_a_side(d: Dossier) -> None:
    assert all(doubt.factuality.doubts for doubt in d.doubts())


@often
@given(worlds)
def test_whoever_doubts_an_event_s_status_is_among_the_doubts(d: Dossier) -> None:
    told = {(s.id, a.event) for s in d.statements for a in s.accounts if a.factuality.doubts}
    doubted = {(x.testimony.statement.id, x.testimony.account.event) for x in d.doubts() if x.detail[:7] == "status:"}
    assert doubted == told


def test_ten_thousand_accounts_in_one_chain_are_answered_at_once() -> None:
    def said(n: int) -> Statement:
        return Statement(
            id=StatementId(f"s{n}"),
            voice=Voice.other,
            form=Form.direct,
            content="So.",
            via=StatementId(f"s{n - 1}") if n else None,
            accounts=(Account(event=EventId("e"), factuality=facts[n % 2]),),
        )

    facts = (Factuality.certain, Factuality.unknown)
    d = Dossier(events=[Event(id=EventId("e"), label="E")], statements=[said(n) for n in range(10_000)])
    assert (len(d.accounts_of("e")), len(d.disputes()), len(d.doubts())) == (10_000, 0, 5_000)
