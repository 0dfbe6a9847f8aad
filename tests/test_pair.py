"""The pair of invented articles on one fire: each record is sound, and merged they show who contradicts whom."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from onrecord import (
    Actor,
    ConflictError,
    Dispute,
    Dossier,
    Judgement,
    LinkKind,
    Truth,
    When,
    compare,
    diff,
    dumps,
    load_seed,
    loads,
)

SEEDS = Path(__file__).parent.parent / "seeds"
PARTS = ("harbour-fire-courier", "harbour-fire-tribune", "harbour-fire-courier-corrected")
COURIER, TRIBUNE, CORRECTED = (load_seed(name) for name in PARTS)
WHOLE = load_seed("harbour-fire")
MERGED = COURIER.merge(TRIBUNE, CORRECTED)


def sides_of(dispute: Dispute) -> dict[str, tuple[str, ...]]:
    return {side.position: tuple(t.statement.id for t in side.testimonies) for side in dispute.sides}


def disputed(dossier: Dossier) -> dict[tuple[str, str], Dispute]:
    return {(dispute.event.id, dispute.detail): dispute for dispute in dossier.disputes()}


@pytest.mark.parametrize("name", [*PARTS, "harbour-fire"])
def test_a_record_has_no_problem(name: str) -> None:
    assert load_seed(name).check() == ()


@pytest.mark.parametrize("name", [*PARTS, "harbour-fire"])
def test_a_record_is_read_as_it_was_written(name: str) -> None:
    written = (SEEDS / f"{name}.json").read_text(encoding="utf-8")
    assert dumps(loads(written), indent=2).strip() == written.strip()


@pytest.mark.parametrize(
    ("source", "name"),
    [("courier", PARTS[0]), ("tribune", PARTS[1]), ("courier-corrected", PARTS[2])],
)
def test_a_record_holds_the_article_byte_for_byte(source: str, name: str) -> None:
    text = WHOLE.sources[source].text
    assert text is not None
    assert text.encode() == (SEEDS / f"{name}.txt").read_bytes()


def test_one_article_has_curly_quotes_and_the_other_straight_ones() -> None:
    courier, tribune = COURIER.sources["courier"].text or "", TRIBUNE.sources["tribune"].text or ""
    assert "“" in courier
    assert '"' not in courier
    assert '"' in tribune
    assert "“" not in tribune


@pytest.mark.parametrize("order", list(permutations((COURIER, TRIBUNE, CORRECTED))))
def test_the_records_merge_alike_in_any_order(order: tuple[Dossier, ...]) -> None:
    assert order[0].merge(*order[1:]) == MERGED


def test_the_whole_is_the_records_merged_and_what_joins_them() -> None:
    assert MERGED.add(*WHOLE.identities, *WHOLE.links) == WHOLE


def test_what_joins_them_adds_no_noun() -> None:
    difference = diff(MERGED, WHOLE)
    assert (difference.added, difference.removed, difference.changed, difference.joins) == ((), (), (), True)


def test_merging_rewrites_nothing() -> None:
    assert all(noun in WHOLE for part in (COURIER, TRIBUNE, CORRECTED) for noun in (*part.actors, *part.statements))


def test_the_fire_is_one_event_because_both_records_have_it_alike() -> None:
    assert COURIER.events["harbour-fire"] == TRIBUNE.events["harbour-fire"] == WHOLE.events["harbour-fire"]


def test_another_object_under_a_shared_id_is_a_conflict() -> None:
    other = Dossier(actors=[Actor(id=COURIER.actors["harbour-company"].id, name="Port of Kjelda")])
    with pytest.raises(ConflictError) as caught:
        COURIER.merge(other)
    assert caught.value.ids == ("harbour-company",)


def test_neither_article_contradicts_itself() -> None:
    assert (len(COURIER.disputes()), len(TRIBUNE.disputes())) == (0, 0)


def test_the_whole_has_exactly_these_disputes_and_all_are_certain() -> None:
    assert {key: (sides_of(dispute), dispute.certain) for key, dispute in disputed(WHOLE).items()} == {
        ("harbour-fire", "agent:courier-union"): (
            {"yes": ("courier-torrend-accusation",), "no": ("tribune-ketch-denial",)},
            True,
        ),
        ("harbour-fire", "what:arson"): (
            {"yes": ("courier-torrend-accusation",), "no": ("tribune-ketch-denial",)},
            True,
        ),
        ("harbour-fire", "outcome"): (
            {"put-out": ("courier-hadrin-out",), "burnt-out": ("tribune-sollis-noon", "tribune-sollis-nothing-left")},
            True,
        ),
        ("harbour-fire", "quantity:injured/people"): (
            {
                "Three people": ("courier-torrend-injured",),
                "Seven people": ("courier-corrected-torrend-seven", "tribune-hospital-seven"),
            },
            True,
        ),
        ("outbreak", "when"): (
            {
                "2024-11-13T03[+02:00]": ("courier-torrend-time",),
                "2024-11-12T23:30~[+02:00]": ("tribune-sandpiper-time",),
            },
            True,
        ),
        ("fire-end", "when"): (
            {
                "[2024-11-13T00:00..2024-11-13T07:59]": ("courier-hadrin-out",),
                "2024-11-13T12:00~": ("tribune-sollis-noon",),
            },
            True,
        ),
        ("people-running", "status:occurred"): (
            {
                "yes": ("courier-tole-two-men", "courier-tole-steps", "courier-tole-window"),
                "no": ("tribune-baker-nobody",),
            },
            True,
        ),
        ("courier-stoppage", "what:strike"): (
            {"yes": ("courier-on-strike",), "no": ("tribune-ketch-lockout", "courier-corrected-no-strike")},
            True,
        ),
    }


def test_every_dispute_is_across_the_two_papers() -> None:
    papers = {"courier": "courier", "courier-corrected": "courier", "tribune": "tribune"}
    for dispute in WHOLE.disputes():
        printed = {papers[t.statement.evidence[0].source] for side in dispute.sides for t in side.testimonies}
        assert printed == {"courier", "tribune"}


def test_who_did_it_is_disputed_only_once_union_and_league_are_judged_one() -> None:
    assert not any(detail.startswith("agent:") for _, detail in disputed(MERGED))


def test_where_it_burned_is_disputed_only_until_the_two_spellings_are_judged_one() -> None:
    assert ("harbour-fire", "where") in disputed(MERGED)
    assert ("harbour-fire", "where") not in disputed(WHOLE)


def test_an_event_under_two_ids_gathers_the_accounts_of_both() -> None:
    expected = {"courier-on-strike", "tribune-ketch-lockout", "courier-corrected-no-strike"}
    for event in ("courier-stoppage", "tribune-lockout"):
        assert {testimony.statement.id for testimony in WHOLE.accounts_of(event)} == expected


@pytest.mark.parametrize("name", ["Joren Aldt", "Yoren Alt", "courier-aldt", "tribune-alt"])
def test_statements_by_follows_a_positive_identity(name: str) -> None:
    assert {statement.id for statement in WHOLE.statements_by(name)} == {
        "courier-aldt-hydrants",
        "courier-aldt-silence",
        "tribune-alt-pipes",
    }


def test_statements_by_follows_no_unsure_identity() -> None:
    assert all(statement.speaker == "courier-tole" for statement in WHOLE.statements_by("Mirrin Tole"))


def test_the_witness_named_by_one_and_unnamed_by_the_other_is_left_unsure_with_a_reason() -> None:
    (unsure,) = (identity for identity in WHOLE.identities if identity.judgement is Judgement.unsure)
    assert {unsure.first, unsure.second} == {"courier-tole", "tribune-baker"}
    assert unsure.reason is not None
    assert [WHOLE.actors[key].anonymous for key in ("courier-tole", "tribune-baker")] == [False, True]


def test_events_at_a_place_are_found_by_either_spelling() -> None:
    assert WHOLE.events_at("Kjelda") == WHOLE.events_at("Chelda")
    assert "harbour-fire" in {event.id for event in WHOLE.events_at("Chelda")}


def test_one_remark_in_two_translations_is_two_statements_and_a_repeat() -> None:
    (link,) = (link for link in WHOLE.links if link.kind is LinkKind.repeats)
    ends = [WHOLE.statements[link.start], WHOLE.statements[link.end]]
    assert [(s.language, s.translated) for s in ends] == [("qaa-x-talvoran", True)] * 2
    assert ends[0].content != ends[1].content


def test_the_repeated_remark_comes_through_the_agency() -> None:
    steps = WHOLE.chain("tribune-alt-pipes").steps
    assert [step.speaker_name for step in steps] == ["Sandpiper", "Yoren Alt"]


def test_the_agency_relays_the_spokesman() -> None:
    assert "tribune-alt-pipes" in {s.id for s in WHOLE.statements_by("tribune-sandpiper", as_="relay")}


def test_what_one_claims_and_the_other_only_doubts_is_no_dispute() -> None:
    assert len(WHOLE.disputes("grain-loss")) == 0
    assert [doubt.testimony.statement.id for doubt in WHOLE.doubts("grain-loss")] == ["tribune-ketch-grain"]


def test_a_time_without_a_zone_neither_agrees_nor_clashes_with_one_that_has_a_zone() -> None:
    zoned = WHOLE.statements["courier-torrend-time"].accounts[0].when
    floating = WHOLE.statements["tribune-baker-evening"].accounts[0].when
    assert isinstance(zoned, When)
    assert isinstance(floating, When)
    assert (zoned.floating, floating.floating) == (False, True)
    assert floating.overlaps(zoned) is Truth.unknown


def test_events_between_finds_the_events_of_both_papers() -> None:
    found = {event.id for event in WHOLE.events_between("2024-11-12", "2024-11-14")}
    assert {"outbreak", "fire-end", "courier-stoppage", "tribune-lockout"} <= found


def test_the_correction_revises_the_article() -> None:
    assert CORRECTED.sources["courier-corrected"].revises == "courier"


def test_the_correction_changes_nothing_of_the_first_record() -> None:
    difference = diff(COURIER, CORRECTED)
    assert (difference.removed, difference.changed) == ((), ())


def test_the_correction_denies_what_it_withdraws() -> None:
    assert {(link.start, link.end) for link in CORRECTED.links if link.kind is LinkKind.denies} == {
        ("courier-corrected-torrend-withdrawal", "courier-torrend-injured"),
        ("courier-corrected-no-strike", "courier-on-strike"),
    }


def test_comparing_the_article_with_its_corrected_record_finds_only_the_correction_added() -> None:
    comparison = compare(COURIER, CORRECTED)
    assert (comparison.missed, comparison.misattributed) == ((), ())
    assert {statement.evidence[0].source for statement in comparison.added} == {"courier-corrected"}


def test_records_of_different_texts_have_no_statement_in_common() -> None:
    assert compare(COURIER, TRIBUNE).matched == ()


@pytest.mark.parametrize("part", [COURIER, TRIBUNE, CORRECTED, WHOLE])
def test_nothing_stands_unconnected(part: Dossier) -> None:
    tables = (part.sources, part.actors, part.locations, part.events)
    loose = {noun.id for table in tables for noun in table} - {actor.id for actor in part.actors if actor.members}
    written = dumps(part)
    assert [key for key in sorted(loose) if written.count(f'"{key}"') < 2] == []
