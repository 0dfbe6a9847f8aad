"""What other tools take: flat rows, and the formats of others. Thin doors, which load what they need when called."""

from __future__ import annotations

from typing import Any, Literal

from onrecord._dossier import Dossier, Events, Locations, Selection
from onrecord._model import Event, Location

__all__ = [
    "arrow_stream",
    "geo_interface",
    "rows",
    "to_csv",
    "to_geojson",
    "to_pandas",
    "to_polars",
    "to_schema_org",
    "to_web_annotations",
]


def rows(selection: Selection[Any]) -> list[dict[str, object]]:
    """One flat row of plain values an item."""
    from onrecord._interop import _rows

    return _rows.rows(selection)


def arrow_stream(selection: Selection[Any], requested_schema: object = None) -> object:
    """The capsule of an Arrow stream of the rows."""
    from onrecord._interop import _arrow

    return _arrow.stream(selection, requested_schema)


def to_pandas(selection: Selection[Any]) -> Any:
    """The rows as a DataFrame of pandas."""
    from onrecord._interop import _arrow

    return _arrow.to_pandas(selection)


def to_polars(selection: Selection[Any]) -> Any:
    """The rows as a DataFrame of polars."""
    from onrecord._interop import _arrow

    return _arrow.to_polars(selection)


def geo_interface(x: Location | Event) -> dict[str, Any]:
    """A place or an event without its dossier as a GeoJSON Feature."""
    from onrecord._interop import _geojson

    return _geojson.location_feature(x) if isinstance(x, Location) else _geojson.event_feature(x)


def to_csv(selection: Selection[Any], *, formulas: Literal["escape", "keep"] = "escape") -> str:
    r"""The rows of an answer as CSV (RFC 4180): a header of the columns, then a line an item, each ended by CRLF.

    The columns are those of `Selection.to_rows`, and the header is there without any row. What is absent is an empty
    cell, a list is a JSON array, true and false are `true` and `false`, and a number is written so that it is read as
    the same one. Cells with commas, quotation marks or line breaks stand in quotation marks.

    News text is written by strangers, and a spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula;
    so text that begins so, or goes on so after a semicolon, a tab or a line break, gets an apostrophe there.
    `formulas="keep"` leaves the text as it is, for programs that run nothing. The page on CSV tells the exact rule and
    how to take the apostrophes out again.

    The text has no byte-order mark. Write it with `newline=""`, so that line breaks stay as they are, and for Excel
    with `encoding="utf-8-sig"`, without which it takes UTF-8 for another encoding.

    >>> from onrecord import Actor, Dossier, to_csv
    >>> d = Dossier(actors=[Actor(id="ann", name="=Ann Lee")])
    >>> to_csv(d.find("Ann"))
    "noun,id,name\r\nactor,ann,'=Ann Lee\r\n"
    >>> to_csv(d.find("Ann"), formulas="keep")
    'noun,id,name\r\nactor,ann,=Ann Lee\r\n'

    Raises:
        InvalidValueError: for what is no answer, and for another value of `formulas`.
    """
    from onrecord._interop import _csv

    return _csv.to_csv(selection, formulas=formulas)


def to_geojson(x: Dossier | Locations | Events) -> dict[str, Any]:
    """Places and events as a GeoJSON FeatureCollection (RFC 7946), in the order of the answer; of a dossier, all.

    There are three sorts of features, told apart by the property `noun`:

    - `location`: a place, at its own point;
    - `event`: an event, at the point of its own `where`, which is set only for what holds apart from any account;
    - `account`: one statement's claim that an event is at a place, with who says it and how firmly. It follows its
      event, and stands at the place's point.

    A feature whose place is not known, or has no point of its own, has `"geometry": null`: nothing is left out, and no
    point is taken from the place around it. Positions are `[longitude, latitude]`, exactly as on record; `radius` is
    in metres. All features of one sort have the same properties; what is absent is null. The page on GeoJSON tells
    each of them.

    >>> from onrecord import Dossier, Location, Point, to_geojson
    >>> quay = Location(id="quay", name="The quay", point=Point(latitude=54.5, longitude=18.55))
    >>> to_geojson(Dossier(locations=[quay]))["features"][0]["geometry"]
    {'type': 'Point', 'coordinates': [18.55, 54.5]}

    Raises:
        InvalidValueError: for anything but a dossier, places and events, an empty answer of another kind too.
    """
    from onrecord._interop import _geojson

    return _geojson.to_geojson(x)


def to_schema_org(dossier: Dossier, *, base: str = "urn:onrecord:") -> dict[str, Any]:
    """Make a schema.org graph in JSON-LD, as plain data that `json.dumps` writes.

    Sources are works; every statement is a *Quotation* attributed to its speaker, and every account that its speaker
    puts forward as so, or as not so, is a *Claim* of that speaker, with its status and each factuality among the
    keywords; any other account is a *CreativeWork*. An *Event* has only what holds apart from any account. Only whole
    days and clock times are written as dates; any other time is told in words. Nodes stand in the dossier's order;
    IRIs are made of `base` and the id on record.

    >>> import onrecord
    >>> graph = onrecord.to_schema_org(onrecord.load_seed())["@graph"]
    >>> next(node["@id"] for node in graph if node["@type"] == "Claim")
    'urn:onrecord:s001a#claim-0'

    Raises:
        InvalidValueError: for anything but a dossier, and if the base is no absolute IRI, or has a fragment.
    """
    from onrecord._interop import _schema_org

    return _schema_org.to_schema_org(dossier, base=base)


def to_web_annotations(dossier: Dossier, *, base: str = "urn:onrecord:") -> dict[str, Any]:
    """Make a W3C Annotation Collection of all evidence, as plain data that `json.dumps` writes.

    Its annotations stand in the order of the statements, each evidence's content first, then its cue, speaker and
    hedges. Every segment has a *TextQuoteSelector*, whose prefix and suffix are long enough for it to be found once in
    the source's text, as far as 512 code points each are enough (and absent where the text is withheld), and a
    *TextPositionSelector* in code points of that text. IRIs are made of `base` and the id on record.

    >>> import onrecord
    >>> page = onrecord.to_web_annotations(onrecord.load_seed())["first"]
    >>> page["items"][0]["target"]["selector"][1]
    {'type': 'TextPositionSelector', 'start': 19, 'end': 116}

    Raises:
        InvalidValueError: for anything but a dossier, and if the base is no absolute IRI, or has a fragment.
    """
    from onrecord._interop import _web_annotation

    return _web_annotation.to_web_annotations(dossier, base=base)
