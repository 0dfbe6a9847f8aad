"""Every error that onrecord raises: one family, each also the stock exception a caller expects."""

from __future__ import annotations

from typing import Any, Literal

import attrs

from onrecord._repr import shown

__all__ = [
    "AmbiguousNameError",
    "AnchorError",
    "CalendarRangeError",
    "ConflictError",
    "FormatError",
    "InvalidValueError",
    "MissingExtraError",
    "OnRecordError",
    "Problem",
    "UnknownIdError",
    "WhenError",
]


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong with a dossier or a document, and where."""

    path: str
    """Where, as a JSON path from the root of the document or line: `$.statements[3].speaker`."""

    code: str
    """A short stable word for programs: `dangling`, `anchor-moved`, `wrong-type` …"""

    message: str
    """A sentence for people: what is wrong and what would be right."""

    line: int | None = None
    """The number of the line in a file of JSON Lines, from 1; None elsewhere."""

    __repr__ = shown

    def __str__(self) -> str:
        place = self.path if self.line is None else f"line {self.line}, {self.path}"
        return f"{place}: {self.message}"


class OnRecordError(Exception):
    """The root of the family: `except OnRecordError` catches all that onrecord raises on purpose.

    Every error of the family can be pickled, and so crosses from one process to another, with all that is on it.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, self.__dict__)


class InvalidValueError(OnRecordError, ValueError):
    """A value that no object of the model may hold.

    Attributes:
        field: what was being set, as `Class.field`.
        value: the value that was refused.
    """

    def __init__(self, message: str, *, field: str = "", value: object = None) -> None:
        super().__init__(message)
        self.field = field
        self.value = value


class WhenError(InvalidValueError):
    """A text that is no time value, or one that onrecord refuses by name rather than guess.

    Attributes:
        value: the text as given.
        reason: why, without the text.
    """

    def __init__(self, value: object, reason: str) -> None:
        super().__init__(f"not a time value: {_short(value)}: {reason}", field="When.value", value=value)
        self.reason = reason


class CalendarRangeError(OnRecordError, OverflowError):
    """A time that has bounds but no `datetime`: its year is outside 1 to 9999."""


class UnknownIdError(OnRecordError, KeyError):
    """Nothing on record has this id or name.

    Attributes:
        key: what was looked for.
        candidates: ids that come near it, best first; possibly empty.
    """

    def __init__(self, message: str, *, key: object, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.key = key
        self.candidates = candidates

    def __str__(self) -> str:
        return str(self.args[0])


class AmbiguousNameError(OnRecordError, LookupError):
    """A name that several objects bear: choose one by its id.

    Attributes:
        name: the name as given.
        candidates: the ids of all that bear it, in order.
    """

    def __init__(self, message: str, *, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.name = name
        self.candidates = candidates


class AnchorError(OnRecordError, ValueError):
    """Words that do not stand in the source's text where they are said to.

    Attributes:
        reason: `lost` (the words stand nowhere), `moved` (elsewhere) or `ambiguous` (in several places).
        candidates: the places where they do stand, as `(start, end)` in code points.
    """

    def __init__(
        self,
        message: str,
        *,
        reason: Literal["lost", "moved", "ambiguous"],
        candidates: tuple[tuple[int, int], ...] = (),
    ) -> None:
        super().__init__(message)
        self.reason = reason
        self.candidates = candidates


class ConflictError(OnRecordError, ValueError):
    """Dossiers that cannot be merged: one id with different contents.

    Attributes:
        ids: every such id, sorted.
    """

    def __init__(self, message: str, *, ids: tuple[str, ...]) -> None:
        super().__init__(message)
        self.ids = ids


class FormatError(OnRecordError, ValueError):
    """A document or dossier with faults; all of them are told at once.

    Attributes:
        problems: every fault, in document order.
    """

    def __init__(self, problems: tuple[Problem, ...], *, source: str = "") -> None:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        lines = [f"{source or 'the document'}: {count}"]
        lines += [f"  {problem}" for problem in problems[:20]]
        if len(problems) > 20:
            lines.append(f"  … and {len(problems) - 20} more in .problems")
        super().__init__("\n".join(lines))
        self.problems: tuple[Problem, ...] = problems
        self.source = source


class MissingExtraError(OnRecordError, ImportError):
    """A call that needs an optional dependency; the message names the extra that brings it."""


def _restored(kind: type[OnRecordError], args: tuple[Any, ...], state: dict[str, Any]) -> OnRecordError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:60]}… ({len(text)} characters)"
