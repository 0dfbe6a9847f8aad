"""How much is read before it is refused."""

from __future__ import annotations

import attrs

from onrecord._fields import check_fields
from onrecord._repr import shown


@attrs.frozen(kw_only=True)
class Limits:
    """How much a reader takes before it refuses, so that a stranger's file cannot exhaust a machine.

    They are on by default. Each is lifted by its name: `load(path, limits=Limits(size=None))`. Whatever they are,
    `Extra` nests at most 200 levels.
    """

    size: int | None = attrs.field(default=2**28, metadata={"at_least": 0})
    """The most bytes of a file, or of one line of JSON Lines read by itself, unzipped: 256 MiB. None: any."""
    count: int | None = attrs.field(default=1_000_000, metadata={"at_least": 0})
    """The most objects of one dossier: nouns, links and identities. None: any."""
    depth: int | None = attrs.field(default=100, metadata={"at_least": 0})
    """The most arrays and objects within each other in an `extra`. None: as deep as an `Extra` can hold."""
    faults: int | None = attrs.field(default=10_000, metadata={"at_least": 1})
    """The most faults that are told of one file or line, before the last one says that there are more. None: all."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        check_fields(self)


DEFAULT = Limits()
"""What is read by default."""
