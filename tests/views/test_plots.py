"""Pictures: nothing is dropped, nothing of the data becomes an instruction, and nothing comes from elsewhere."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import (
    Account,
    AccountStatus,
    Builder,
    Code,
    Dossier,
    Event,
    EventId,
    Factuality,
    Form,
    InvalidValueError,
    Location,
    LocationId,
    Plots,
    Point,
    Statement,
    StatementId,
    UnknownIdError,
    Voice,
    When,
    WhenError,
    load_seed,
)
from onrecord.testing import dossiers

REASON = "NOT TESTED: pictures need onrecord[plot]"
alt = pytest.importorskip("altair", reason=REASON)
pytest.importorskip("vl_convert", reason=REASON)

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "datum.x",
    "{'signal': 'width'}",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(1)",
    "https://example.org/x.png",
    '"); alert(1); ("',
    "${alert(1)} {{7*7}}",
    "\u202eevil\u202c \u200b \ufffe\uffff \x00\x1b[31m\u2028",
    "]]><!--",
]
PICTURES: dict[str, Callable[[Plots], Any]] = {
    "timeline": lambda plots: plots.timeline(),
    "accounts": lambda plots: plots.accounts("fire"),
    "chains": lambda plots: plots.chains(),
    "map": lambda plots: plots.map(),
}
quick = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def clear(text: str) -> str:
    from onrecord._views._plots._sheet import clear

    return clear(text)


@cache
def seed() -> Dossier:
    return load_seed()


def layers(picture: Any) -> dict[str, list[dict[str, Any]]]:
    """The rows of every layer, by its name."""
    spec = picture.to_dict(validate=False)
    return {one["name"]: spec["datasets"][one["data"]["name"]] for one in spec["layer"]}


def rows(picture: Any, *names: str) -> list[dict[str, Any]]:
    found = layers(picture)
    return [row for name in names for row in found.get(name, [])]


def words(picture: Any) -> str:
    """All that is written on a picture, in order from top to bottom."""
    written = [row for name, found in layers(picture).items() if name.startswith("words-") for row in found]
    return " ".join(row["text"] for row in sorted(written, key=lambda row: (row["y"], row["x"])))


def bars(picture: Any) -> Counter[str]:
    return Counter(row["id"] for row in rows(picture, "possible-held", "possible-not-held", "outside"))


def spiked(text: str) -> Dossier:
    """A dossier with one text in every field that a picture shows."""
    b = Builder()
    here = b.location(text, id="here", point=Point(latitude=1, longitude=2))
    b.location(text, id="there")
    article = b.source(text=f"{text}.", title=text, id="story")
    ann, bob = b.actor(text, id="ann"), b.actor(text, id="bob")
    fire = b.event(text, id="fire", when=When(value="2023-05-03", text=text), kinds=[Code(scheme="s", value=text)])
    b.event(text, id="flood")
    agent, told = b.participant("agent", text), b.description("what", text)
    outer = b.quote(article, text, nth=1, speaker=ann)
    account = b.account(fire, where=here, participants=[agent], descriptions=[told], alternative=text)
    b.quote(article, text, nth=1, speaker=bob, via=outer, accounts=[account])
    return b.build()


# The timeline


def dated(**windows: str) -> Dossier:
    return Dossier(events=[Event(id=EventId(key), label=key, when=When(value=value)) for key, value in windows.items()])


def test_every_event_with_a_time_is_drawn_once() -> None:
    d = seed()
    assert bars(Plots(d).timeline()) == Counter(event.id for event in d.timeline())


@pytest.mark.parametrize("by", ["place", "kind"])
def test_every_event_with_a_time_is_drawn_once_in_groups(by: Any) -> None:
    d = seed()
    assert bars(Plots(d).timeline(by=by)) == Counter(event.id for event in d.timeline())


@quick
@given(dossiers(), st.sampled_from([None, "place", "kind"]), st.integers(320, 1200))
def test_whatever_the_dossier_every_event_is_drawn_or_listed(d: Dossier, by: Any, width: int) -> None:
    picture = Plots(d).timeline(by=by, width=width)
    assert bars(picture) == Counter(clear(event.id) for event in d.timeline())
    assert (f"{len(d.undated()):,} event" in words(picture)) or not d.undated()


def test_the_events_without_a_time_are_named() -> None:
    d = seed()
    text = words(Plots(d).timeline(width=2000))
    assert [event.label for event in d.undated() if event.label not in text] == []


def test_more_events_without_a_time_than_are_to_be_named_are_counted() -> None:
    d = Dossier(events=[Event(id=EventId(f"e{number}"), label=f"Fire {number}") for number in range(9)])
    assert "Fire 0; Fire 1; … and 7 more" in words(Plots(d).timeline(listed=2))


def test_where_none_is_to_be_named_the_events_without_a_time_are_only_counted() -> None:
    d = Dossier(events=[Event(id=EventId(f"e{number}"), label=f"Fire {number}") for number in range(9)])
    told = words(Plots(d).timeline(listed=0))
    assert ("9 events without a known time" in told, "more" in told, "listed below" in told) == (True, False, False)


@pytest.mark.parametrize(
    ("window", "start", "end", "angle"),
    [
        ("2023-05-03T12/2023-05-03T17", "2023-05-02T20:00Z", "2023-05-03T08:00Z", 0),
        ("2023-05-02T10/2023-05-02T15", "2023-05-02T20:00Z", "2023-05-03T08:00Z", 180),
        ("2023-05-03T08/..", "2023-05-02T20:00Z", "2023-05-03T08:00Z", 0),
    ],
)
def test_an_event_outside_the_period_on_the_clock_is_an_arrow_alone(
    window: str, start: str, end: str, angle: int
) -> None:
    picture = Plots(dated(a=window)).timeline(start=start, end=end, zone="UTC")
    assert [(row["id"], row["angle"]) for row in rows(picture, "outside")] == [("a", angle)]
    assert rows(picture, "possible-held", "possible-not-held", "certain-held", "certain-not-held", "ends") == []
    assert "1 event wholly outside the period on this clock shown as an arrow" in words(picture)


def test_an_event_on_the_last_moment_of_a_picture_without_a_period_has_its_bar() -> None:
    assert rows(Plots(dated(a="2023", b="2024/..")).timeline(), "outside") == []


def test_rows_beyond_the_limit_are_counted() -> None:
    picture = Plots(dated(a="2023", b="2024", c="2025")).timeline(limit=1)
    assert (len(bars(picture)), "2 more events in time not drawn" in words(picture)) == (1, True)


def test_a_period_draws_the_events_that_possibly_overlap_it_and_counts_the_others() -> None:
    d = seed()
    night = ("2023-05-02T22:00", "2023-05-03T06:00")
    picture = Plots(d).timeline(start=night[0], end=night[1])
    chosen = d.events_between(*night)
    assert bars(picture) == Counter(event.id for event in chosen)
    assert f"{len(d.timeline()) - len(chosen)} events outside the period not drawn" in words(picture)


def test_a_bar_runs_from_the_earliest_begin_to_the_latest_end_and_its_core_between_the_others() -> None:
    picture = Plots(dated(a="[2023-01-01..2023-01-03]/[2023-01-08..2023-01-10]")).timeline(
        start="2023-01-01", end="2023-01-11"
    )
    (bar,), (core,) = rows(picture, "possible-not-held"), rows(picture, "certain-not-held")
    day = (bar["x2"] - bar["x"]) / 10
    assert core["x"] - bar["x"] == pytest.approx(3 * day, abs=0.05)
    assert bar["x2"] - core["x2"] == pytest.approx(3 * day, abs=0.05)


def test_a_plain_day_has_no_stretch_in_which_the_event_surely_was() -> None:
    assert rows(Plots(dated(a="2023-05-03")).timeline(), "certain-not-held", "certain-held") == []


def test_an_end_that_is_not_known_is_open_and_one_beyond_the_period_is_not() -> None:
    picture = Plots(dated(a="2022/2024", b="2023/..")).timeline(start="2023", end="2024")
    open_, closed = "#ffffff", "#1a1a1a"
    drawn = sorted((row["y"], row["angle"], row["fill"]) for row in rows(picture, "ends"))
    assert [row[1:] for row in drawn] == [(0, closed), (180, closed), (0, open_)]


@pytest.mark.parametrize(
    ("status", "factuality", "layer"),
    [
        ("occurred", "certain", "possible-held"),
        ("ongoing", "probable", "possible-held"),
        ("planned", "certain", "possible-not-held"),
        ("occurred", "certainly_not", "possible-not-held"),
        ("occurred", "possible", "possible-not-held"),
        ("hypothetical", "certain", "possible-not-held"),
    ],
)
def test_only_what_somebody_holds_to_have_happened_is_filled(status: str, factuality: str, layer: str) -> None:
    account = Account(event=EventId("a"), status=AccountStatus(status), factuality=Factuality(factuality))
    told = Statement(id=StatementId("s"), voice=Voice.other, content="x", form=Form.direct, accounts=(account,))
    picture = Plots(dated(a="2023").add(told)).timeline()
    assert [row["id"] for row in rows(picture, layer)] == ["a"]


def test_times_without_a_zone_are_counted_as_such() -> None:
    picture = Plots(dated(a="2023", b="2023-05-03T02:27[Europe/Moscow]")).timeline()
    assert "the clock is that of Europe/Moscow; 1 time without a zone drawn as they read" in words(picture)


def test_the_axis_shows_the_clock_asked_for() -> None:
    d = dated(a="2023-05-03T02:27[Europe/Moscow]")
    there, utc = (Plots(d).timeline(zone=zone, start=start) for zone, start in (("Europe/Moscow", None), ("UTC", None)))
    ticks = [{row["text"] for row in rows(picture, "words-tick")} for picture in (there, utc)]
    assert "02:27:30" in ticks[0]
    assert "23:27:30" in ticks[1]


def test_a_time_before_any_calendar_is_drawn() -> None:
    assert len(bars(Plots(dated(a="Y-170000002", b="2023-05-03T02:27Z")).timeline(zone="Europe/Moscow"))) == 2


@pytest.mark.parametrize(("start", "end"), [("2030", None), (None, "1990"), ("2030", "2031")])
def test_a_period_without_events_is_an_empty_picture(start: str | None, end: str | None) -> None:
    picture = Plots(dated(a="2023")).timeline(start=start, end=end)
    assert (bars(picture), "1 event outside the period not drawn" in words(picture)) == (Counter(), True)


@pytest.mark.parametrize("zone", ["Nowhere/Such", "+25:00"])
def test_a_zone_that_there_is_not_is_refused(zone: str) -> None:
    with pytest.raises(WhenError):
        Plots(seed()).timeline(zone=zone)


@pytest.mark.parametrize("by", ["speaker", ["place"], 1])
def test_another_grouping_is_refused(by: Any) -> None:
    with pytest.raises(InvalidValueError, match="'place' or 'kind'"):
        Plots(seed()).timeline(by=by)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-05-02T22", "2023-05-03T06"), ("2023", "2024"), ("2023-05-01", "2023-06-01"), (None, None)],
)
@pytest.mark.parametrize("width", [360, 900, 1600])
def test_words_on_the_axis_do_not_overlap(start: str | None, end: str | None, width: int) -> None:
    from onrecord._views._plots._lettering import length

    ticks = rows(Plots(seed()).timeline(start=start, end=end, width=width), "words-tick")
    for height in {row["y"] for row in ticks}:
        line = sorted((row["x"], row["text"]) for row in ticks if row["y"] == height)
        ends = [(x - length(text, 11) / 2, x + length(text, 11) / 2) for x, text in line]
        assert all(one[1] < other[0] for one, other in pairwise(ends))


# Accounts


def test_every_account_of_the_event_has_its_place_and_its_factuality() -> None:
    d = seed()
    drawn = rows(Plots(d).accounts("kremlin-drone-strike"), "positions")
    told = [(row["id"], row["event"], row["factuality"]) for row in drawn if row["detail"].startswith("status: ")]
    expected = [
        (one.statement.id, d.events[one.account.event].label, str(one.account.factuality))
        for one in d.accounts_of("kremlin-drone-strike")
    ]
    assert Counter(told) == Counter(expected)


@quick
@given(dossiers(), st.data(), st.integers(320, 1200))
def test_whatever_the_dossier_every_detail_of_every_account_is_drawn(d: Dossier, data: Any, width: int) -> None:
    if not d.events:
        return
    event = data.draw(st.sampled_from(list(d.events)))
    accounts = [one.account for one in d.accounts_of(event)]
    details = sum(
        1 + len(a.participants) + len(a.descriptions) + len(a.quantities) + (a.when is not None) + (a.where is not None)
        for a in accounts
    )
    assert len(rows(Plots(d).accounts(event.id, width=width), "positions")) == details


def test_each_factuality_has_its_own_look_and_denial_and_doubt_differ_in_shape() -> None:
    from onrecord._views._plots._theme import FACTUALITY

    sides = [
        {FACTUALITY[term][0] for term in FACTUALITY if str(term) in names}
        for names in (
            ("certain", "probable", "possible"),
            ("certainly_not", "probably_not", "possibly_not"),
            ("unknown", "uncommitted"),
        )
    ]
    assert set(FACTUALITY) == set(Factuality)
    assert len(set(FACTUALITY.values())) == len(Factuality)
    assert [len(shapes) for shapes in sides] == [1, 1, 1]
    assert len(set.union(*sides)) == 3


def test_a_detail_shows_its_own_factuality_and_not_the_accounts() -> None:
    b = Builder(prefix="detail")
    ann, fire = b.actor("Ann"), b.event("Fire")
    lit = b.participant("agent", ann, factuality="certainly_not")
    b.says(b.source(text="She denied it."), "it", speaker=ann, accounts=[b.account(fire, participants=[lit])])
    drawn = rows(Plots(b.build()).accounts("Fire"), "positions")
    assert {row["detail"]: row["factuality"] for row in drawn} == {
        "status: occurred": "certain",
        "agent: Ann": "certainly_not",
    }


def test_the_wording_is_on_hover() -> None:
    picture = Plots(seed()).accounts("kherson-curfew")
    said = {one.statement.id: one.statement.content for one in seed().accounts_of("kherson-curfew")}
    assert {row["id"]: row["words"] for row in rows(picture, "positions")} == {
        key: text if len(text) <= 400 else f"{text[:399]}…" for key, text in said.items()
    }
    layer = next(one for one in picture.to_dict()["layer"] if one["name"] == "positions")
    assert "words" in [tip["field"] for tip in layer["encoding"]["tooltip"]]


def test_details_of_other_kinds_than_those_asked_for_are_counted() -> None:
    d = seed()
    whole = rows(Plots(d).accounts("kremlin-drone-strike"), "positions")
    some = Plots(d).accounts("kremlin-drone-strike", details=["agent", "purpose"])
    drawn = rows(some, "positions")
    assert {row["detail"].split(":")[0] for row in drawn} == {"agent", "purpose"}
    assert f"{len(whole) - len(drawn)} positions on other details not drawn" in words(some)


def test_positions_beyond_the_limit_are_counted() -> None:
    whole, some = (Plots(seed()).accounts("kremlin-drone-strike", limit=limit) for limit in (1000, 50))
    left = len(rows(whole, "positions")) - 50
    assert len(rows(some, "positions")) == 50
    assert f"{left} more positions not drawn: choose details or a higher limit" in words(some)


def test_positions_on_the_event_itself_are_drawn_before_those_on_its_parts() -> None:
    whole, some = (Plots(seed()).accounts("kremlin-drone-strike", limit=limit) for limit in (1000, 50))
    label = seed().events["kremlin-drone-strike"].label
    own = sum(row["event"] == label for row in rows(whole, "positions"))
    assert sum(row["event"] == label for row in rows(some, "positions")) == min(own, 50)


@pytest.mark.parametrize("details", [["agnet"], "agent", 5, iter(["agent"])])
def test_a_kind_of_detail_that_no_account_has_is_refused(details: Any) -> None:
    with pytest.raises(InvalidValueError, match="details must be among"):
        Plots(seed()).accounts("kremlin-drone-strike", details=details)


def test_what_is_no_event_is_refused() -> None:
    with pytest.raises(UnknownIdError):
        Plots(seed()).accounts("no such thing")


# Chains


def test_every_statement_stands_at_one_speaker() -> None:
    d = seed()
    drawn = Counter(key for row in rows(Plots(d).chains(), "nodes") for key in row["ids"])
    assert drawn == Counter(statement.id for statement in d.statements)


@quick
@given(dossiers(), st.integers(320, 1200))
def test_whatever_the_dossier_every_statement_and_every_relay_is_drawn(d: Dossier, width: int) -> None:
    picture = Plots(d).chains(width=width)
    nodes = rows(picture, "nodes")
    drawn = Counter(key for row in nodes for key in row["ids"])
    assert drawn == Counter(clear(statement.id) for statement in d.statements)
    inner = Counter(row["inner"] for row in rows(picture, "edges") if "inner" in row)
    assert inner == Counter(row["key"] for row in nodes if row["shape"] == "circle")


def test_who_stands_in_rows_beyond_the_limit_is_counted() -> None:
    d = seed()
    whole, some = Plots(d).chains(), Plots(d).chains(limit=3)
    missing = len(rows(whole, "nodes")) - len(rows(some, "nodes"))
    assert f"{missing} more speakers not drawn" in words(some)


def test_who_is_known_through_another_stands_behind_that_one() -> None:
    d = seed()
    edges = {(row["outer"], row["inner"]) for row in rows(Plots(d).chains(), "edges") if "inner" in row}
    relays = [d.chain(s) for s in d.statements if s.via is not None]
    names = {(chain.steps[-2].speaker_name, chain.steps[-1].speaker_name) for chain in relays}
    drawn = {
        (outer.split(" ← ")[-1].partition(" ")[2], inner.split(" ← ")[-1].partition(" ")[2]) for outer, inner in edges
    }
    assert names <= drawn


def test_two_drawings_of_one_dossier_are_equal() -> None:
    d = seed()
    assert Plots(d).chains().to_dict() == Plots(load_seed()).chains().to_dict()


# The map


def places(**points: tuple[float, float] | None) -> Dossier:
    return Dossier(
        locations=[
            Location(
                id=LocationId(key),
                name=key.title(),
                point=None if at is None else Point(latitude=at[0], longitude=at[1]),
            )
            for key, at in points.items()
        ]
    )


def test_places_with_points_are_drawn_and_the_others_named() -> None:
    picture = Plots(places(oslo=(59.9, 10.7), rome=(41.9, 12.5), atlantis=None)).map()
    assert sorted(row["ids"] for row in rows(picture, "places")) == [["oslo"], ["rome"]]
    assert "1 place without a point Atlantis" in words(picture)


def test_where_no_place_has_a_point_all_are_named() -> None:
    d = seed()
    text = words(Plots(d).map(width=2000))
    assert f"None of {len(d.locations)} places has a point" in text
    assert [place.name for place in d.locations if place.name not in text] == []


def test_places_under_one_mark_are_all_told() -> None:
    picture = Plots(places(kremlin=(55.752, 37.617), gum=(55.755, 37.621), rome=(41.9, 12.5))).map()
    assert sorted(row["ids"] for row in rows(picture, "places")) == [["gum", "kremlin"], ["rome"]]


def test_the_names_of_places_under_one_mark_are_written() -> None:
    picture = Plots(places(kremlin=(55.752, 37.617), gum=(55.755, 37.621), rome=(41.9, 12.5))).map()
    assert "without room for a name: Gum + Kremlin" in words(picture)


def test_places_outside_the_one_asked_for_are_counted() -> None:
    d = places(moscow=(55.75, 37.62), rome=(41.9, 12.5))
    d = d.add(
        Location(
            id=LocationId("gum"),
            name="Gum",
            within=LocationId("moscow"),
            point=Point(latitude=55.755, longitude=37.621),
        )
    )
    picture = Plots(d).map(within="Moscow")
    assert [row["ids"] for row in rows(picture, "places")] == [["gum"], ["moscow"]]
    assert "1 place elsewhere not drawn" in words(picture)


def test_a_radius_of_doubt_is_drawn_where_it_is_wider_than_the_mark() -> None:
    wide, narrow = (Point(latitude=45.3, longitude=34.4, radius=metres) for metres in (200_000, 10))
    there = Location(id=LocationId("there"), name="There", point=wide)
    assert len(rows(Plots(Dossier(locations=[there])).map(), "doubt")) == 1
    there = Location(id=LocationId("there"), name="There", point=narrow)
    assert rows(Plots(Dossier(locations=[there])).map(), "doubt") == []


@settings(quick, max_examples=10)
@given(dossiers(), st.integers(320, 1200))
def test_whatever_the_dossier_every_place_is_drawn_or_counted(d: Dossier, width: int) -> None:
    picture = Plots(d).map(width=width)
    with_points = [clear(place.id) for place in d.locations if place.point is not None]
    drawn = [key for row in rows(picture, "places") for key in row["ids"]]
    others = len(d.locations) - len(with_points)
    assert sorted(drawn) == sorted(with_points)
    assert f"{others:,} place" in words(picture) or not others


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=8))
def test_every_point_stands_inside_the_map(at: list[tuple[float, float]]) -> None:
    from onrecord._views._plots._projection import fitting

    points = [Point(latitude=north, longitude=east) for north, east in at]
    seen = fitting(points, (0, 50, 900, 500), 7)
    for x, y in map(seen.at, points):
        assert -0.01 <= x <= 900.01
        assert 49.99 <= y <= 500.01


def test_points_stand_where_vega_draws_them() -> None:
    import vl_convert

    from onrecord._views._plots._projection import fitting

    points = [Point(latitude=59.9, longitude=10.7), Point(latitude=41.9, longitude=12.5)]
    seen = fitting(points, (0, 0, 400, 300), 7)
    data = alt.InlineData(values=[{"lat": p.latitude, "lon": p.longitude} for p in points])
    chart = alt.Chart(data, width=400, height=300, padding=0, config={"view": {"stroke": None}}).mark_point(size=1)
    chart = chart.encode(longitude="lon:Q", latitude="lat:Q").project(**seen.spec)
    drawing = vl_convert.vegalite_to_svg(chart.to_dict(), vl_version="6.1")
    drawn = re.findall(r'<path[^>]*transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*role="graphics-symbol"', drawing)
    drawn = drawn or re.findall(r'graphics-symbol"[^>]*transform="translate\(([-\d.]+),([-\d.]+)\)"', drawing)
    for (x, y), point in zip(drawn, points, strict=True):
        assert (float(x), float(y)) == pytest.approx(seen.at(point), abs=0.5)


# All pictures


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_an_altair_chart_that_its_schema_allows(name: str) -> None:
    picture = PICTURES[name](Plots(spiked("plain")))
    assert isinstance(picture, alt.LayerChart)
    assert alt.LayerChart.from_dict(picture.to_dict(validate=True)).to_dict() == picture.to_dict()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_words_for_those_who_do_not_see_it(name: str) -> None:
    picture = PICTURES[name](Plots(spiked("plain")))
    told = picture.to_dict()["description"]
    assert len(told) > 20
    assert ElementTree.fromstring(picture.to_svg()).get("aria-label") == told


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_the_data_becomes_an_expression_or_a_link(name: str, text: str) -> None:
    plain, spec = (PICTURES[name](Plots(spiked(one))).to_dict(validate=False) for one in ("plain", text))
    assert _skeleton(spec) == _skeleton(plain)
    assert not re.search(r'"(href|url|expr|signal)":', json.dumps(spec))


def _skeleton(spec: Any) -> Any:
    """A chart without its rows, its words for those who do not see it, and its height."""
    kept = {key: value for key, value in spec.items() if key not in ("datasets", "description", "height")}
    kept["layer"] = [
        {
            **one,
            "data": None,
            "encoding": {k: {**v, "scale": None} if k in "xy" else v for k, v in one["encoding"].items()},
        }
        for one in spec["layer"]
        if "encoding" in one
    ]
    return kept


@pytest.mark.parametrize("text", [HOSTILE[0], HOSTILE[1], "".join(HOSTILE)])
def test_no_text_of_the_data_alters_the_page_or_the_drawing(text: str) -> None:
    picture, plain = (PICTURES["accounts"](Plots(spiked(one))) for one in (text, "plain"))
    page, known = picture.to_html().lower(), plain.to_html().lower()
    assert [page.count(tag) for tag in ("<script", "</script", "<!--")] == [
        known.count(tag) for tag in ("<script", "</script", "<!--")
    ]
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(picture.to_svg()).iter()}
    assert tags <= {"svg", "g", "path", "rect", "line", "text", "title", "defs", "clipPath", "tspan"}


@pytest.mark.parametrize("name", PICTURES)
def test_hostile_texts_are_drawn_as_texts(name: str) -> None:
    texts = "".join(HOSTILE)
    drawing = ElementTree.fromstring(PICTURES[name](Plots(spiked(texts))).to_svg())
    assert any(clear(texts)[:20] in (element.text or "") for element in drawing.iter())


@pytest.mark.parametrize("name", PICTURES)
def test_a_saved_page_stands_alone(name: str, tmp_path: Path) -> None:
    PICTURES[name](Plots(spiked("plain"))).save(tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert len(page) > 500_000
    assert not re.search(r"<script[^>]*\ssrc|<link|@import|cdn\.jsdelivr", page)


def test_a_picture_saves_itself_as_a_bitmap_and_as_a_drawing(tmp_path: Path) -> None:
    picture = PICTURES["accounts"](Plots(spiked("plain")))
    picture.save(tmp_path / "x.png")
    picture.save(str(tmp_path / "x.svg"))
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    drawing = ElementTree.parse(tmp_path / "x.svg").getroot()
    assert any("plain" in (title.text or "") for title in drawing.iter("{http://www.w3.org/2000/svg}title"))


def test_a_picture_is_written_to_an_open_file_too() -> None:
    file = io.StringIO()
    PICTURES["map"](Plots(places())).save(file, format="svg")
    assert file.getvalue().startswith("<svg")


def test_the_name_may_end_in_capitals(tmp_path: Path) -> None:
    picture = PICTURES["map"](Plots(places()))
    for name, start in (("x.PNG", b"\x89PNG"), ("x.SVG", b"<svg"), ("x.Html", b"<!DOCTYPE")):
        picture.save(tmp_path / name)
        assert (tmp_path / name).read_bytes().lstrip().startswith(start)


def test_options_of_a_page_are_followed(tmp_path: Path) -> None:
    PICTURES["map"](Plots(places())).save(tmp_path / "x.html", output_div="elsewhere")
    assert "vegaEmbed('#elsewhere'" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_options_that_a_drawing_has_not_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="takes no options, got scale_factor"):
        PICTURES["map"](Plots(places())).save(tmp_path / "x.svg", scale_factor=2)


def test_a_picture_is_written_whatever_data_transformer_is_chosen() -> None:
    picture = PICTURES["map"](Plots(places()))
    with alt.data_transformers.enable("vegafusion"):
        assert picture.to_svg().startswith("<svg")
        assert "<html" in picture.to_html()
        assert "<svg" in picture._repr_mimebundle_()["text/html"]
        assert alt.data_transformers.active == "vegafusion"


def test_in_a_notebook_a_picture_is_a_drawing_without_script() -> None:
    shown = PICTURES["accounts"](Plots(spiked("plain")))._repr_mimebundle_()
    assert "<svg" in shown["text/html"]
    assert not re.search(r"<script|https?://(?!www\.w3\.org/)", shown["text/html"])


def test_in_a_notebook_a_renderer_that_was_chosen_is_followed() -> None:
    picture = PICTURES["accounts"](Plots(spiked("plain")))
    with alt.renderers.enable("mimetype"):
        shown, _ = picture._repr_mimebundle_()
    assert any(kind.startswith("application/vnd.vegalite") for kind in shown)


def drawn_with(name: str, **options: Any) -> Any:
    event = ("fire",) if name == "accounts" else ()
    return getattr(Plots(spiked("plain")), name)(*event, **options)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("width", [319, 10_001, 10**7, "900", float("nan"), None])
def test_a_width_that_no_picture_can_have_is_refused(name: str, width: Any) -> None:
    with pytest.raises(InvalidValueError, match="at least 320 and at most 10,000"):
        drawn_with(name, width=width)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("timeline", "limit"),
        ("timeline", "listed"),
        ("accounts", "limit"),
        ("chains", "limit"),
        ("map", "listed"),
    ],
)
@pytest.mark.parametrize("number", [-1, 2.5, "3"])
def test_a_number_of_what_is_drawn_or_named_that_cannot_be_is_refused(name: str, option: str, number: Any) -> None:
    with pytest.raises(InvalidValueError, match=f"{option} must be a whole number from 0"):
        drawn_with(name, **{option: number})


@pytest.mark.parametrize("name", ["timeline", "accounts", "chains"])
def test_a_limit_of_none_at_all_is_a_picture_with_counts_only(name: str) -> None:
    assert "not drawn" in words(drawn_with(name, limit=0))


@pytest.mark.parametrize("name", ["timeline", "chains", "map"])
def test_an_empty_dossier_has_its_pictures(name: str) -> None:
    assert PICTURES[name](Plots(Dossier())).to_dict()["layer"]
