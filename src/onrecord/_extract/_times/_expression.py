"""What one time expression says, before it is known what it is told from."""

from __future__ import annotations

import attrs


@attrs.define(eq=False)
class Expression:
    """The parts of one time as printed; None for what is not said."""

    first: int
    """Its first token."""
    last: int
    """The token after its last."""
    kind: str
    """How it is resolved: `date`, `clock`, `part`, `shift`, `anaphor`, `which`, `period`, `fixed` or `none`."""
    year: int | None = None
    """As astronomers count: 1 BC is 0."""
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    """The last day of "May 3-5"."""
    between: bool = False
    """Whether it is one of the days between them."""
    weekday: int | None = None
    """Monday is 0."""
    nth: int | None = None
    """Which such weekday of its month it is; -1 is the last."""
    weeks: int = 0
    """How many weeks lie between it and the nearest such weekday: one in "Friday week"."""
    week: str = ""
    """How a day tells its week: `beginning`, `ending` or `of`."""
    season: int | None = None
    """EDTF's code of a season, quarter or half."""
    which: str = ""
    """`last`, `next`, `this` or `that`."""
    part: str = ""
    """The part of the day, a key of `PARTS`."""
    hour: str = ""
    """The clock time as a value has it: `T02:27`."""
    hour_to: str = ""
    """The last clock time of "2-4 p.m."."""
    zone: str = ""
    """The offset or the zone's name that stands beside the clock time."""
    about: bool = False
    """Whether it is said to be about so."""
    relation: str = ""
    """`<` or `>` of an offset."""
    count: int | None = None
    """How many units."""
    unit: str = ""
    """`Y`, `M`, `W`, `D`, `TH`, `TM`, `TS` or `weekend`, `season`, `quarter`, `part`."""
    value: str | None = None
    """A value that wants nothing from elsewhere."""
    follows: bool = False
    """Whether it ends a span, so that it is told from that span's begin."""
    inherits: bool = False
    """Whether its year, or its year and month, are those of the time mentioned before."""
    note: str | None = None
    """What it is, where it is no point in time."""

    @property
    def dated(self) -> bool:
        """Whether it names a single day, and no clock time or part of it yet."""
        single = (
            self.day is not None or self.weekday is not None or (self.kind in ("shift", "anaphor") and self.unit == "D")
        )
        return (
            single
            and self.day_to is None
            and not (self.hour or self.part)
            and self.kind != "none"
            and not self.relation
        )
