"""Places, events and answers of them as the maps of others take them: by `__geo_interface__`."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from onrecord import Dossier, Event, EventId, Location, LocationId, Point, load_seed, to_geojson
from onrecord.testing import dossiers, events, locations

ONLY_A_DOSSIER_KNOWS = {
    "location": {"within_name"},
    "event": {
        *("part_of_label", "where_name", "radius"),
        *("window", "window_earliest", "window_latest"),
    },
}


def without(feature: dict[str, Any], names: set[str]) -> dict[str, Any]:
    kept = {name: value for name, value in feature["properties"].items() if name not in names}
    return {**feature, "properties": kept}


def quay(point: Point | None = None) -> Location:
    return Location(id=LocationId("quay"), name="The quay", within=LocationId("port"), point=point)


@given(locations())
def test_a_place_is_the_feature_that_geojson_has_but_for_what_only_a_dossier_knows(place: Location) -> None:
    exported = to_geojson(Dossier(locations=[place]))["features"][0]
    unknown = ONLY_A_DOSSIER_KNOWS["location"]
    assert without(place.__geo_interface__, unknown) == without(exported, unknown)


@given(events())
def test_an_event_is_the_feature_that_geojson_has_but_for_what_only_a_dossier_knows(event: Event) -> None:
    exported = to_geojson(Dossier(events=[event]))["features"][0]
    unknown = ONLY_A_DOSSIER_KNOWS["event"]
    assert without(event.__geo_interface__, unknown) == without(exported, unknown)


@given(events() | locations())
def test_what_only_a_dossier_knows_is_there_and_none(noun: Event | Location) -> None:
    told = noun.__geo_interface__["properties"]
    unknown = ONLY_A_DOSSIER_KNOWS[told["noun"]] - ({"radius"} if isinstance(noun, Location) else set())
    assert [told[name] for name in unknown] == [None] * len(unknown)


def test_shapely_reads_a_place_with_a_point() -> None:
    geometry = pytest.importorskip("shapely.geometry", reason="NOT TESTED: that shapely reads a place; not installed")
    place = quay(Point(latitude=54.5, longitude=18.55))
    assert geometry.shape(place).coords[0] == (18.55, 54.5)


def test_a_place_without_a_point_has_no_geometry() -> None:
    assert quay().__geo_interface__["geometry"] is None


def test_a_place_of_a_dossier_keeps_the_id_of_what_is_around_it() -> None:
    assert quay().__geo_interface__["properties"]["within"] == "port"


def test_an_event_alone_has_no_geometry_but_the_id_of_its_place() -> None:
    alone = Event(id=EventId("fire"), label="Fire", where=LocationId("quay")).__geo_interface__
    assert (alone["geometry"], alone["properties"]["where"]) == (None, "quay")


@settings(max_examples=30)
@given(dossiers())
def test_an_answer_is_the_collection_that_geojson_has(d: Dossier) -> None:
    for answer in (d.locations, d.events):
        assert answer.__geo_interface__ == to_geojson(answer)


@pytest.mark.parametrize("table", ["sources", "actors", "statements"])
def test_an_answer_of_anything_else_has_no_geo_interface(table: str) -> None:
    assert not hasattr(getattr(load_seed(), table), "__geo_interface__")
