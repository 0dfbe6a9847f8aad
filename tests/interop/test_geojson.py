"""Places and events as GeoJSON: each told, each claim of a place apart, and no position invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from onrecord import (
    Actor,
    Builder,
    Code,
    Dossier,
    Event,
    EventId,
    Extra,
    Identifier,
    InvalidValueError,
    Location,
    LocationKind,
    Name,
    NameKind,
    Point,
    RelativePosition,
    load_seed,
    to_dict,
)
from onrecord._interop._geojson import event_feature, location_feature, to_geojson
from onrecord.testing import dossiers, events, locations

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "geojson.md"
NOUNS = ("location", "event", "account")


def documented(noun: str) -> list[str]:
    section = PAGE.read_text(encoding="utf-8").split(f"## Properties of an `{noun}`".replace("an `l", "a `l"))[1]
    return re.findall(r"^\| `(\w+)` \|", section.split("\n## ")[0], re.MULTILINE)


def features(d: Dossier, noun: str) -> list[dict[str, Any]]:
    return [one for one in to_geojson(d)["features"] if one["properties"]["noun"] == noun]


def fire() -> Dossier:
    """A fire on a quay, said by one to be there, denied by another, and aimed at a place that has no point."""
    b = Builder()
    story = b.source(
        text="“On the quay,” Ann Lee told us. “Not there,” Bo Ek said. “At the mill,” said Cy.", id="story"
    )
    ann, bo = b.actor("Ann Lee", id="ann"), b.actor("Bo Ek", id="bo")
    port = b.location("Port Ostra", id="ostra", point=Point(latitude=54.5, longitude=18.5, radius=4000))
    quay = b.location("The quay", id="quay", within=port, point=Point(latitude=54.53, longitude=18.55, radius=50))
    mill = b.location("The mill", id="mill", within=port)
    event, plan = b.event("Fire", id="fire"), b.event("Feast", id="feast", where=quay, when="2031-06-01")
    target = b.participant("target", mill, factuality="possible")
    b.quote(story, "On the quay,", speaker=ann, id="s1", accounts=[b.account(event, where=quay, when="2031-05-06")])
    denied = b.account(event, where=quay, factuality="certainly_not")
    b.quote(story, "Not there,", speaker=bo, id="s2", accounts=[b.account(plan), denied])
    b.quote(
        story,
        "At the mill,",
        speaker=b.actor("Cy", id="cy"),
        id="s3",
        accounts=[b.account(event, participants=[target])],
    )
    return b.build()


def claims(d: Dossier) -> Iterator[tuple[object, ...]]:
    """Every claim of a place, by the plain loop."""
    for statement in d.statements:
        for account in statement.accounts:
            told = (statement.id, account.event, account.status.value)
            if account.where is not None:
                yield *told, account.where, None, account.factuality.value
            for part in account.participants:
                if part.location is not None:
                    yield *told, part.location, part.role.value, (part.factuality or account.factuality).value


def place_of(feature: dict[str, Any]) -> Location:
    """The place that a feature was made of."""
    told, at = feature["properties"], feature["geometry"]
    relative = None
    if told["relative_to"] is not None:
        parts = {name: told[f"relative_{name}"] for name in ("to", "text", "distance", "bearing")}
        relative = RelativePosition(**parts)
    return Location(
        id=feature["id"],
        name=told["name"],
        kind=LocationKind(told["kind"]),
        names=tuple(Name(value=name["value"], kind=NameKind(name["kind"])) for name in told["names"]),
        within=told["within"],
        point=at and Point(longitude=at["coordinates"][0], latitude=at["coordinates"][1], radius=told["radius"]),
        relative=relative,
        identifiers=tuple(Identifier(**one) for one in told["identifiers"]),
        extra=Extra(told["extra"]),
    )


def event_of(feature: dict[str, Any]) -> Event:
    """The event that a feature was made of, but for its time, of which the feature has the text."""
    told = feature["properties"]
    return Event(
        id=feature["id"],
        label=told["label"],
        kinds=tuple(Code(**one) for one in told["kinds"]),
        part_of=told["part_of"],
        identifiers=tuple(Identifier(**one) for one in told["identifiers"]),
        where=told["where"],
        extra=Extra(told["extra"]),
    )


# --- the laws --------------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(dossiers())
def test_every_place_is_a_feature_once_in_order(d: Dossier) -> None:
    assert [feature["id"] for feature in features(d, "location")] == [place.id for place in d.locations]


@settings(max_examples=25)
@given(dossiers())
def test_every_event_is_a_feature_once_in_order(d: Dossier) -> None:
    assert [feature["id"] for feature in features(d, "event")] == [event.id for event in d.events]


@settings(max_examples=60)
@given(dossiers())
def test_every_claim_of_a_place_is_a_feature_once(d: Dossier) -> None:
    names = ("statement", "event", "status", "where", "role", "factuality")
    told = [tuple(feature["properties"][name] for name in names) for feature in features(d, "account")]
    assert sorted(told, key=repr) == sorted(claims(d), key=repr)


@given(locations())
def test_a_place_is_whole_in_its_feature(place: Location) -> None:
    assert place_of(json.loads(json.dumps(location_feature(place)))) == place


@given(events())
def test_an_event_is_whole_in_its_feature_but_for_where_its_time_is_from(event: Event) -> None:
    read = event_of(json.loads(json.dumps(event_feature(event))))
    assert read == attrs.evolve(event, when=None)


@settings(max_examples=25)
@given(dossiers())
def test_a_feature_stands_at_its_places_own_point_or_nowhere(d: Dossier) -> None:
    for feature in to_geojson(d)["features"]:
        told = feature["properties"]
        where = feature["id"] if told["noun"] == "location" else told["where"]
        point = None if where is None else d.locations[where].point
        at = None if point is None else {"type": "Point", "coordinates": [point.longitude, point.latitude]}
        assert repr(feature["geometry"]) == repr(at)


@settings(max_examples=25)
@given(dossiers())
def test_ids_are_unique_among_the_features_of_a_noun(d: Dossier) -> None:
    ids = [(feature["properties"]["noun"], feature["id"]) for feature in to_geojson(d)["features"]]
    assert len(set(ids)) == len(ids)


@settings(max_examples=25)
@given(dossiers())
def test_the_properties_are_the_documented_ones(d: Dossier) -> None:
    for noun in NOUNS:
        assert all(list(feature["properties"]) == documented(noun) for feature in features(d, noun))


@settings(max_examples=25)
@given(dossiers())
def test_it_is_plain_json(d: Dossier) -> None:
    collection = to_geojson(d)
    assert repr(json.loads(json.dumps(collection, allow_nan=False))) == repr(collection)


# --- read by the field's own tools -----------------------------------------------------------------------------------


@settings(max_examples=25)
@given(dossiers())
def test_it_is_valid_by_rfc_7946(d: Dossier) -> None:
    models = pytest.importorskip(
        "geojson_pydantic", reason="NOT TESTED: that GeoJSON is valid; geojson-pydantic comes with the extra 'test'"
    )
    collection = to_geojson(d)
    read = models.FeatureCollection.model_validate_json(json.dumps(collection), strict=True)
    assert [(one.id, one.properties) for one in read.features] == [
        (one["id"], one["properties"]) for one in collection["features"]
    ]


@settings(max_examples=25)
@given(dossiers())
def test_shapely_reads_the_points_on_record(d: Dossier) -> None:
    shapely = pytest.importorskip(
        "shapely", reason="NOT TESTED: that GeoJSON's points are read; shapely comes with the extra 'test'"
    )
    for feature in features(d, "location"):
        point = d.locations[feature["id"]].point
        if point is not None:
            read = shapely.from_geojson(json.dumps(feature["geometry"]))
            assert (read.x, read.y) == (point.longitude, point.latitude)


# --- by example ------------------------------------------------------------------------------------------------------


def test_a_claim_and_its_denial_are_told_apart_by_who_says_them() -> None:
    told = [feature["properties"] for feature in features(fire(), "account")]
    assert [(one["event_label"], one["where_name"], one["speaker_name"], one["factuality"]) for one in told] == [
        ("Fire", "The quay", "Ann Lee", "certain"),
        ("Fire", "The quay", "Bo Ek", "certainly_not"),
        ("Fire", "The mill", "Cy", "possible"),
    ]


def test_a_claims_id_says_where_in_the_record_it_stands() -> None:
    ids = [feature["id"] for feature in features(fire(), "account")]
    assert ids == ["s1/accounts/0", "s2/accounts/1", "s3/accounts/0/participants/0"]


def test_a_part_that_a_place_has_is_told() -> None:
    assert [feature["properties"]["role"] for feature in features(fire(), "account")] == [None, None, "target"]


def test_claims_follow_their_event() -> None:
    assert [one["id"] for one in to_geojson(fire())["features"]][3:] == [
        "feast",
        "fire",
        "s1/accounts/0",
        "s2/accounts/1",
        "s3/accounts/0/participants/0",
    ]


def test_a_claims_point_is_its_places_with_the_radius_of_doubt_in_metres() -> None:
    feature = features(fire(), "account")[0]
    assert (feature["geometry"]["coordinates"], feature["properties"]["radius"]) == ([18.55, 54.53], 50)


def test_a_claims_time_is_the_accounts() -> None:
    told = features(fire(), "account")[0]["properties"]
    assert [told["when"], told["when_earliest"], told["when_latest"]] == [
        "2031-05-06",
        "2031-05-06T00:00:00",
        "2031-05-07T00:00:00",
    ]


def test_an_event_stands_at_its_own_place_only() -> None:
    at = {feature["id"]: feature["geometry"] for feature in features(fire(), "event")}
    assert at == {"feast": {"type": "Point", "coordinates": [18.55, 54.53]}, "fire": None}


def test_a_place_is_not_given_the_point_of_what_it_is_within() -> None:
    mill = features(fire(), "location")[0]
    assert (mill["id"], mill["geometry"], mill["properties"]["within_name"]) == ("mill", None, "Port Ostra")


def test_the_seed_has_no_point_and_none_is_invented() -> None:
    assert {str(feature["geometry"]) for feature in to_geojson(load_seed())["features"]} == {"None"}


def test_the_seeds_places_are_all_there() -> None:
    d = load_seed()
    assert [one["id"] for one in features(d, "location")] == [place["id"] for place in to_dict(d)["locations"]]


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(90, 0), (-90, 0), (0, 180), (0, -180), (90.0, 180.0), (-0.0, -0.0), (1e-7, 179.9999999)],
)
def test_the_poles_and_the_antimeridian_are_kept_as_on_record(latitude: float, longitude: float) -> None:
    place = Location(id="end", name="The end", point=Point(latitude=latitude, longitude=longitude))  # type: ignore[arg-type]
    assert repr(location_feature(place)["geometry"]["coordinates"]) == repr([longitude, latitude])


def test_an_answer_of_places_gives_these_places() -> None:
    assert [feature["id"] for feature in to_geojson(fire().locations[1:])["features"]] == ["ostra", "quay"]


def test_an_answer_of_events_gives_these_events_with_their_claims() -> None:
    assert [one["id"] for one in to_geojson(fire().events_between("2031-06-01", "2031-06-02"))["features"]] == ["feast"]


def test_an_empty_dossier_gives_an_empty_collection() -> None:
    assert to_geojson(Dossier()) == {"type": "FeatureCollection", "features": []}


def test_an_answer_of_anything_else_is_refused() -> None:
    actors = Dossier(actors=[Actor(id="ann", name="Ann Lee")]).actors  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="only places and events can be GeoJSON, not <Actors: 1>"):
        to_geojson(actors)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "x", [Dossier().statements, Dossier().find("Ann"), None, [], Event(id=EventId("fire"), label="Fire")]
)
def test_what_is_refused_is_so_by_its_kind_even_when_empty(x: Any) -> None:
    with pytest.raises(InvalidValueError, match="give a dossier, or its locations or events") as caught:
        to_geojson(x)
    assert caught.value.value is x


def test_what_is_not_on_record_has_no_name_and_no_point() -> None:
    d = Dossier(events=[Event(id="fire", label="Fire", where="quay", part_of="war")])  # type: ignore[arg-type]
    feature = to_geojson(d)["features"][0]
    told = feature["properties"]
    assert (feature["geometry"], told["where"], told["where_name"], told["part_of_label"]) == (None, "quay", None, None)
