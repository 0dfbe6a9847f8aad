"""What a single object offers from the layers above it, loaded when called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord._model._nouns import Event, Location


def geo_interface(x: Location | Event) -> dict[str, Any]:
    """A place or an event as a GeoJSON Feature."""
    from onrecord._interop import geo_interface as make_feature

    return make_feature(x)
