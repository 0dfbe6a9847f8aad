"""What `dir()` offers of dossiers and answers: public names only."""

from __future__ import annotations


def public_names(self: object) -> list[str]:
    """The names of an object's public members: the `__dir__` of dossiers and answers."""
    return sorted(name for name in object.__dir__(self) if not name.startswith("_"))
