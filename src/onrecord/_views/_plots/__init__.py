"""Pictures of a dossier, drawn by altair: needs the extra `plot`."""

from __future__ import annotations

from onrecord._views._plots._accounts import accounts
from onrecord._views._plots._chains import chains
from onrecord._views._plots._map import places_map as map  # noqa: A004
from onrecord._views._plots._timeline import timeline

__all__ = ["accounts", "chains", "map", "timeline"]
