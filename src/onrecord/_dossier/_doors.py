"""What a dossier offers from the layers above it, loaded when called: the one place that imports upward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.errors import MissingExtraError

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier
    from onrecord._dossier._selection import Events, Locations, Selection
    from onrecord._dossier._view import View
    from onrecord._views._plots._picture import Picture as Picture


def html(shown: object, dossier: Dossier | None = None) -> str:
    """The notebook's view of a dossier, an answer or a thing of a dossier."""
    from onrecord._views import html as view

    return view(shown, dossier)


def show(dossier: Dossier, thing: object) -> View:
    """A thing in context, as HTML and as plain text."""
    from onrecord._views import show as view

    return view(dossier, thing)


def rows(selection: Selection[Any]) -> list[dict[str, object]]:
    """One flat row of plain values an item."""
    from onrecord._interop import rows as make_rows

    return make_rows(selection)


def arrow_stream(selection: Selection[Any], requested_schema: object) -> object:
    """The capsule of an Arrow stream of the rows."""
    from onrecord._interop import arrow_stream as make_stream

    return make_stream(selection, requested_schema)


def to_pandas(selection: Selection[Any]) -> Any:
    """The rows as a DataFrame of pandas."""
    from onrecord._interop import to_pandas as make_frame

    return make_frame(selection)


def to_polars(selection: Selection[Any]) -> Any:
    """The rows as a DataFrame of polars."""
    from onrecord._interop import to_polars as make_frame

    return make_frame(selection)


def geojson(selection: Locations | Events) -> dict[str, Any]:
    """Places or events as a GeoJSON FeatureCollection."""
    from onrecord._interop import to_geojson

    return to_geojson(selection)


def completions(items: Selection[Any]) -> list[str]:
    """What a notebook offers to complete a key of a table with."""
    from onrecord._dossier._completions import completions as complete

    return complete(items)


def ids(items: Selection[Any]) -> list[str]:
    """What a notebook offers to complete a dossier's key with."""
    from onrecord._dossier._completions import ids_of

    return ids_of(items)


def picture(kind: str, dossier: Dossier, *args: object, **options: object) -> Picture:
    """One of the pictures that the views draw.

    Raises:
        MissingExtraError: where what it needs is not installed.
        ModuleNotFoundError: where anything else is missing.
    """
    try:
        from onrecord._views import _plots
    except ModuleNotFoundError as error:
        if error.name not in ("altair", "vl_convert"):
            raise
        raise MissingExtraError("pictures need altair and vl-convert: pip install 'onrecord[plot]'") from None
    drawn: Picture = getattr(_plots, kind)(dossier, *args, **options)
    return drawn
