"""What queries answer with: testimonies, chains, disputes and doubts, each able to stand alone in a print-out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

import attrs

from onrecord._dossier import _doors
from onrecord._dossier._public import public_names
from onrecord._dossier._visible import visible
from onrecord._model import Account, Actor, Event, Factuality, Source, Statement
from onrecord._repr import shown

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier

_MOST, _SHORT = 200, 80  # characters of a `__repr__`, and of an event's label in one


@attrs.frozen(kw_only=True)
class Step:
    """One statement of a chain, with who says it."""

    statement: Statement
    """The statement."""
    speaker: Actor | None
    """Who says it; None where nobody named does."""
    speaker_name: str
    """The speaker's name; without one, the words printed for the speaker, or a note in round brackets."""

    __repr__ = shown
    __dir__ = public_names


@attrs.frozen(kw_only=True)
class Chain:
    """Through whom we know a statement: from the source that prints it, outward in, to the one who says it.

    `str(chain)` reads from the source: `story.txt ← Bild ← Yuriy Romanenko`.
    """

    source: Source | None
    """The source whose text prints it; None for a statement without evidence."""
    source_name: str
    """The source's title, or else its id; empty without a source."""
    steps: tuple[Step, ...]
    """The relaying statements, nearest to the source first, and last the statement itself."""
    _dossier: Dossier | None = attrs.field(default=None, eq=False, repr=False, alias="dossier")

    __dir__ = public_names

    def _repr_html_(self) -> str:
        return _doors.html(self, self._dossier)

    def __repr__(self) -> str:
        return _line(self, " ← ".join(self._names()), counts=_count(len(self.steps), "step"))

    def __str__(self) -> str:
        return visible(" ← ".join(self._names()))

    def _names(self) -> list[str]:
        names = [self.source_name] if self.source_name else []
        return [*names, *(step.speaker_name for step in self.steps)]


@attrs.frozen(kw_only=True)
class Testimony:
    """One account of an event, with the statement it stands in, its speaker and its chain."""

    __test__: ClassVar[bool] = False  # it is no test, whatever pytest makes of its name

    statement: Statement
    """The statement."""
    account: Account
    """What it says of the event."""
    speaker: Actor | None
    """Who says it; None where nobody named does."""
    speaker_name: str
    """The speaker's name; without one, the words printed for the speaker, or a note in round brackets."""
    _chain: Callable[[], Chain] = attrs.field(eq=False, repr=False, alias="chain")
    _dossier: Dossier | None = attrs.field(default=None, eq=False, repr=False, alias="dossier")

    __dir__ = public_names

    def _repr_html_(self) -> str:
        return _doors.html(self, self._dossier)

    @property
    def chain(self) -> Chain:
        """Through whom we know it; worked out when asked for."""
        return self._chain()

    def __repr__(self) -> str:
        return _line(self, f"{self.speaker_name[:_SHORT]}: {self.account.status}, {self.account.factuality}")

    def __str__(self) -> str:
        return visible(f"{self.speaker_name}: {self.account.status}, {self.account.factuality}")


@attrs.frozen(kw_only=True)
class Side:
    """Those who hold one position on a detail."""

    position: str
    """The position: `yes` or `no` on a detail that is affirmed or denied, otherwise the value held."""
    testimonies: tuple[Testimony, ...]
    """Who holds it, in the order of their statements."""

    __dir__ = public_names

    def _repr_html_(self) -> str:
        return _doors.html(self, _asked(self.testimonies))

    @property
    def speaker_names(self) -> tuple[str, ...]:
        """The speakers' names, each once, in order."""
        return tuple(dict.fromkeys(testimony.speaker_name for testimony in self.testimonies))

    def __repr__(self) -> str:
        return _line(self, self.position, counts=_count(len(self.testimonies), "testimony"))

    def __str__(self) -> str:
        return visible(f"{self.position}: {', '.join(self.speaker_names)}")


@attrs.frozen(kw_only=True)
class Dispute:
    """A detail of an event on which accounts clash: positions that cannot all be so, held as certain or probable."""

    event: Event
    """The event."""
    detail: str
    """The detail: `status:occurred`, `agent:ID`, `purpose:TERM`, `when`, `where`, `outcome`, `quantity:KIND/UNIT`."""
    sides: tuple[Side, ...]
    """The positions, two or more; `yes` before `no`, values in the order in which they first appear."""
    certain: bool
    """Whether the accounts certainly speak of one time; if they only may, the clash is a possible one."""
    doubts: tuple[Testimony, ...] = ()
    """Who only doubts the same detail: holds it possible, unknown or uncommitted. They clash with nobody."""

    __dir__ = public_names

    def _repr_html_(self) -> str:
        return _doors.html(self, _asked(one for side in self.sides for one in side.testimonies))

    def __repr__(self) -> str:
        number = sum(len(side.testimonies) for side in self.sides)
        counts = f"{_count(len(self.sides), 'side')}, {_count(number, 'testimony')}"
        return _line(self, f"{self.event.label[:_SHORT]}: {self.detail}", counts=counts + self._possible())

    def __str__(self) -> str:
        sides = " | ".join(map(str, self.sides))
        return visible(f"{self.event.label}: {self.detail}: {sides}{self._possible()}")

    def _possible(self) -> str:
        return "" if self.certain else " (possible)"


@attrs.frozen(kw_only=True)
class Doubt:
    """A detail of an event that a speaker holds possible, unknown or uncommitted: no denial, and no clash."""

    event: Event
    """The event."""
    detail: str
    """The detail, written as in `Dispute.detail`."""
    factuality: Factuality
    """How the speaker holds the detail; it may differ from the account's."""
    testimony: Testimony
    """Who doubts, and how."""

    __dir__ = public_names

    def _repr_html_(self) -> str:
        return _doors.html(self, _asked((self.testimony,)))

    def __repr__(self) -> str:
        return _line(
            self, f"{self.event.label[:_SHORT]}: {self.detail}: {self.factuality}: {self.testimony.speaker_name}"
        )

    def __str__(self) -> str:
        return visible(f"{self.event.label}: {self.detail}: {self.factuality}: {self.testimony.speaker_name}")


def _asked(testimonies: Iterable[Testimony]) -> Dossier | None:
    """The dossier that gave the first of some testimonies; None for those that were made by hand."""
    return next((testimony._dossier for testimony in testimonies), None)


def _line(answer: object, text: str, *, counts: str = "") -> str:
    """An answer's class, what it says and how much it holds, in at most 200 characters: its `__repr__`."""
    before, after = f"<{type(answer).__name__}: ", f": {counts}>" if counts else ">"
    told, room = visible(text[:_MOST]), _MOST - len(before) - len(after)
    return before + (told if len(told) <= room else told[: room - 1] + "…") + after


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun.removesuffix('y') + 'ies' if noun.endswith('y') else noun + 's'}"
