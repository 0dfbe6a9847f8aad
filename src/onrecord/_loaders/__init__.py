"""From files to dossiers; files are opened here and in `_codec` only."""

from onrecord._loaders._seed import load_seed

__all__ = ["load_seed"]
