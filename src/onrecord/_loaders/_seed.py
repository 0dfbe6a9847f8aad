"""The records that come with the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord._codec import loads
from onrecord._dossier import Dossier
from onrecord.errors import UnknownIdError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def load_seed(name: str = "kremlin-drones") -> Dossier:
    """Load a record that comes with the library: a news article, its text and what is on record of it.

    Args:
        name: which one; the default is a story of 3 May 2023 about drones over the Kremlin.

    Raises:
        UnknownIdError: for a name that none bears, listing those there are.

    >>> load_seed().sources["kremlin-drones"].kind
    <SourceKind.article: 'article'>
    """
    folder = _folder()
    names = sorted(file.name.removesuffix(".json") for file in folder.iterdir() if file.name.endswith(".json"))
    if name not in names:
        raise UnknownIdError(f"no seed is {name!r}; there are {', '.join(names)}", key=name, candidates=tuple(names))
    return loads(folder.joinpath(f"{name}.json").read_bytes())


def _folder() -> Traversable:
    """The seeds inside the installed package, or beside `src/` in a checkout."""
    from importlib.resources import files
    from pathlib import Path

    packed = files("onrecord").joinpath("_seeds")
    return packed if packed.is_dir() else Path(__file__).parents[3] / "seeds"
