"""`When`: a time as the news tells it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

import attrs

from onrecord._fields import check_fields, refuse
from onrecord._repr import shown
from onrecord._when import _relations
from onrecord._when._pendulum import interval, moment
from onrecord._when._reader import read, split_zone
from onrecord._when._relations import Bounds
from onrecord._when._truth import Truth
from onrecord._when._zones import RefusalError, offset_text
from onrecord.errors import CalendarRangeError, WhenError

if TYPE_CHECKING:
    import pendulum


SortKey = tuple[tuple[tuple[bool, int], ...], tuple[tuple[bool, str], ...]]


class TimeBasis(Enum):
    """Whence a time is known."""

    printed = "printed"
    """It stands in the source."""

    given = "given"
    """It was given from outside: by a loader, a catalogue or a person."""

    inferred = "inferred"
    """It was worked out; `When.note` says from what."""

    def __str__(self) -> str:
        return self.value


@attrs.frozen(kw_only=True)
class When:
    """A time as the news tells it: exact, vague, open, floating or relative, with nothing invented.

    It holds a text form (`value`), which stands for every stretch of time it may mean: `.bounds`. Comparisons answer
    with a `Truth`, since vague times may or may not overlap; `==` compares the fields, and `<` is not defined.

    >>> strike, day = When(value="2023-05-03T02:27[Europe/Moscow]"), When(value="2023-05-03[Europe/Moscow]")
    >>> strike.within(day), strike.before("2023-05-03T02:43[Europe/Moscow]"), strike.same(day)
    (<Truth.yes: 'yes'>, <Truth.yes: 'yes'>, <Truth.unknown: 'unknown'>)
    >>> When(value="2:27am")
    Traceback (most recent call last):
        ...
    onrecord.errors.WhenError: not a time value: '2:27am': a date begins with four digits of year (a clock time alone \
has no day)
    """

    value: str | None = None
    """The time itself, in the Library of Congress's Extended Date/Time Format (EDTF) with additions; kept as written.

    EDTF levels 0 and 1 in full: `2023-05-03`, `2023-05`, `2023`, `2023-05-03T02:27:43+03:00`, `2023-05/2023-06-01`,
    `2022-02-24/..`, `../2023`, `1985/`, `-0044`, `Y170000002`, `2001-21`, `1984?`, `201X`, `1985-04-XX`. Of level 2:
    qualifiers of single parts, parts of a year (codes 25 to 41), `X` in last places (`1984-1X`) and one range `[X..Y]`,
    `[..Y]` or `[X..]`: one time somewhere in it. The rest of level 2 is refused by name.

    Beyond EDTF: hours (`T02`), minutes (`T02:27`) and fractions to six digits; clock times in intervals; a range as an
    end of an interval (`[2023-05-05T17:00..2023-05-05T22:00]/2023-05-08`); a zone at the very end for the whole value,
    written as in RFC 9557, which wants an offset before it (`2023-05-03T02:27[Europe/Moscow]`, `2023-05-03[+03:00]`);
    a qualifier after a clock time (`T02:27~`). An offset beside a zone's name must be that of the zone and chooses in a
    fold; `Z` beside a name gives the instant. A value without zone or offset is floating. Parts are all zoned or all
    floating.

    Qualifiers `? ~ %` move no bound. A season covers three months and the one into which its astronomical reading runs
    (a northern spring: March to June); one across the new year may be either that touches the year; 21 to 24 name no
    hemisphere and cover both. None: not known, or told relative to something and not resolved.
    """

    text: str | None = None
    """The words as printed: "overnight", "more than 14 months ago"."""

    relative_to: str | None = None
    """The id of what the time is told from: an event, a source (its publication), a statement."""

    offset: str | None = None
    """How it lies from `relative_to`: `[<|>|~][+|-]` and an ISO 8601 duration of whole numbers.

    `-P1D`: the day before; `P2W`: two weeks after; each at the precision of the duration's smallest unit (`-P14M` from
    2023-05-03 is `2022-03`; a week is Monday to Sunday). `~-P14M`: about so. `<-P14M`: more than 14 months before;
    `<P0D`: some time before; `>P0D`: some time after; `>PT2H`: more than two hours after. `<`, `>` and backward offsets
    count from the anchor's begin, forward ones from anywhere in it. Months, weeks and days count on the calendar of the
    anchor's zone, hours and less in elapsed time. A day that the target month lacks is its last day.
    """

    basis: TimeBasis = TimeBasis.given
    """Whence the value is known: printed, given or inferred."""

    note: str | None = None
    """From what and how it was inferred, or any other remark."""

    __repr__ = shown

    def __attrs_post_init__(self) -> None:
        value = self.value
        bare = self.text is self.relative_to is self.offset is self.note is None
        if not (bare and type(value) is str and type(self.basis) is TimeBasis):
            check_fields(self)
            _check_provenance(self)
        if value is not None:
            read(value)

    def __str__(self) -> str:
        return self.value or self.text or f"{self.offset or ''}@{self.relative_to}"

    @property
    def resolved(self) -> bool:
        """Whether it has a value; without one it has no bounds."""
        return self.value is not None

    @property
    def bounds(self) -> Bounds:
        """Begin earliest, begin latest, end earliest, end latest, as in CIDOC CRM's P81 and P82.

        In microseconds since 1970-01-01: of UTC for a value with a zone, of the calendar for a floating one; None where
        not known. The value stands for every stretch `[b, e)` with `BE <= b < BL`, `EE < e <= EL` and `b < e`; a plain
        date or clock time is a stretch somewhere inside it.

        >>> When(value="1970-01-01/..").bounds
        (0, 86400000000, None, None)
        """
        return _relations.NOTHING if self.value is None else read(self.value)[0]

    @property
    def floating(self) -> bool:
        """Whether it has a value and that names no zone."""
        return self.value is not None and not read(self.value)[1]

    @property
    def start(self) -> pendulum.DateTime | None:
        """The earliest begin, or None where that is not known.

        In the value's zone if it names exactly one, else in UTC; naive for a floating value.

        Raises:
            CalendarRangeError: if its year is outside 1 to 9999.
        """
        return self._moment(0)

    @property
    def end(self) -> pendulum.DateTime | None:
        """The latest end, exclusive, or None where that is not known; its zone is as for `start`.

        Raises:
            CalendarRangeError: if its year is outside 1 to 9999.
        """
        return self._moment(3)

    def to_interval(self) -> pendulum.Interval[pendulum.DateTime]:
        """The whole window from `start` to `end` as a pendulum Interval.

        >>> When(value="2023-05-03T02:27Z").to_interval().in_seconds()
        60

        Raises:
            WhenError: if either is not known.
            CalendarRangeError: if the year of either is outside 1 to 9999.
        """
        start, end = self.start, self.end
        if start is None or end is None:
            raise WhenError(str(self), f"its {'begin' if start is None else 'end'} is not known, so it is no interval")
        return interval(start, end)

    def before(self, other: Moment) -> Truth:
        """Whether it ends before the other begins, or just as it begins.

        >>> When(value="2023-05").before("2023-06-01"), When(value="2023-05").before("2023-05-03")
        (<Truth.yes: 'yes'>, <Truth.unknown: 'unknown'>)
        """
        return _compared(self, other, _relations.before)

    def after(self, other: Moment) -> Truth:
        """Whether it begins after the other has ended, or just as it ends: the converse of `before`."""
        return as_when(other).before(self)

    def overlaps(self, other: Moment) -> Truth:
        """Whether the two have a moment in common.

        Two times that lie somewhere in one day may or may not: `unknown`.
        """
        return _compared(self, other, _relations.overlaps)

    def within(self, other: Moment) -> Truth:
        """Whether it lies inside the other, read as a period: all of the other's window.

        >>> When(value="2023-05-03").within("2023-05"), When(value="2023-05").within("2023-05-03")
        (<Truth.yes: 'yes'>, <Truth.unknown: 'unknown'>)
        """
        period = as_when(other)
        if period.floating and self.resolved and not self.floating:
            return _relations.within_floating(self.bounds, period.bounds)
        return _compared(self, period, _relations.within)

    def same(self, other: Moment) -> Truth:
        """Whether the two begin together and end together.

        Two equal days are `unknown`: each is a stretch somewhere in that day. For the same words use `==`; for the same
        window compare `.bounds`.
        """
        return _compared(self, other, _relations.same)

    def resolve(self, anchor: When) -> When:
        """The same time with the value that its `offset` from the anchor gives.

        The value's bounds hold every time that the offset allows, whichever the anchor's possibilities is true; `basis`
        becomes inferred and `note` says from what. Unchanged if it has a value or no offset, or if the anchor is
        not resolved or is open where the offset counts from.

        >>> ago = When(text="more than 14 months ago", relative_to="source:1", offset="<-P14M")
        >>> ago.resolve(When(value="2023-05-03")).value
        '[..2022-03-03]'

        Raises:
            CalendarRangeError: if it would lie outside the years 1 to 9999 of a zone.
        """
        if self.value is not None or self.offset is None or anchor.value is None:
            return self
        from onrecord._when._relative import parse_offset, resolved_value

        try:
            value = resolved_value(read(anchor.value), parse_offset(self.offset))
        except OverflowError:
            raise CalendarRangeError(f"{self.offset} from {anchor.value} lies outside the years 1 to 9999") from None
        if value is None:
            return self
        reason = f"{self.offset} from {self.relative_to} at {anchor.value}"
        note = reason if self.note is None else f"{self.note}; {reason}"
        return attrs.evolve(self, value=value, basis=TimeBasis.inferred, note=note)

    def sort_key(self) -> SortKey:
        """A key for display: by begin, then by the other bounds; what has no bounds comes last, by its words.

        The order is total and says nothing about which time was earlier: ask `before`.
        """
        bounds = self.bounds
        first = next((edge for edge in bounds if edge is not None), None)
        words = (self.value, self.text, self.relative_to, self.offset, self.basis.value, self.note)
        edges = tuple((edge is None, edge or 0) for edge in (first, *bounds))
        return edges, tuple((word is None, word or "") for word in words)

    def _moment(self, index: int) -> pendulum.DateTime | None:
        if self.value is None:
            return None
        bounds, zone = read(self.value)
        edge = bounds[index]
        return None if edge is None else moment(edge, zone)


Moment = When | str | date
"""What a question about time takes: a `When`, its text, a `date` or a `datetime`."""


def parse_when(
    value: str | date,
    *,
    zone: str | None = None,
    text: str | None = None,
    relative_to: str | None = None,
    offset: str | None = None,
    basis: TimeBasis = TimeBasis.given,
    note: str | None = None,
) -> When:
    """Make a `When` from a text (see `When.value`), a `date` or a `datetime`.

    A `datetime` is understood to the second, or to the microsecond where it has microseconds. An aware one keeps its
    offset, and its zone's name where it has one; a naive one is floating. `zone` is that of a value that names none.

    >>> parse_when("2023-05-03T02:27", zone="Europe/Moscow", text="2:27am").value
    '2023-05-03T02:27[Europe/Moscow]'

    Raises:
        WhenError: if it is no time value, is refused by name, or names another zone.
        InvalidValueError: if another argument is one that no `When` may hold.
    """
    written = value if isinstance(value, str) else _written(value)
    if zone is not None:
        written = _zoned(written, zone)
    return When(value=written, text=text, relative_to=relative_to, offset=offset, basis=basis, note=note)


def as_when(value: Moment) -> When:
    """The `When` itself, or one made of a text, a `date` or a `datetime`.

    Raises:
        WhenError: if it is no time value.
    """
    return value if isinstance(value, When) else parse_when(value)


def _check_provenance(when: When) -> None:
    if when.value is None and when.text is None and when.relative_to is None:
        refuse(when, "value", "must be given where there is neither text nor relative_to")
    if when.offset is None:
        return
    if when.relative_to is None:
        refuse(when, "offset", "needs relative_to: what it is counted from")
    from onrecord._when._relative import parse_offset

    try:
        parse_offset(when.offset)
    except RefusalError as error:
        refuse(when, "offset", str(error))


def _compared(when: When, other: Moment, relation: _relations.Relation) -> Truth:
    other = as_when(other)
    if when.value is None or other.value is None:
        return Truth.unknown
    (a, a_zone), (b, b_zone) = read(when.value), read(other.value)
    if a_zone and not b_zone:
        b = _relations.widened(b)
    elif b_zone and not a_zone:
        a = _relations.widened(a)
    return relation(a, b)


def _zoned(value: str, zone: str) -> str:
    body, named = split_zone(value)
    if named is not None and named != zone:
        raise WhenError(value, f"it names the zone {named}, and {zone} was given")
    return f"{body}[{zone}]"


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return _written_datetime(value)
    if isinstance(value, date):
        return value.isoformat()
    raise WhenError(value, "it is neither text nor a date nor a datetime")


def _written_datetime(value: datetime) -> str:
    if getattr(value, "nanosecond", 0):
        raise WhenError(value, "a fraction of more than 6 digits (finer than a microsecond) is not read")
    key = getattr(value.tzinfo, "key", None)
    suffix = f"[{key}]" if isinstance(key, str) else ""
    offset = value.utcoffset()
    local = value.replace(tzinfo=None)
    if offset is None:
        return _clock_text(local)
    east = offset_text(offset // timedelta(microseconds=1))
    if east is not None:
        return f"{_clock_text(local)}{east}{suffix}"
    if not suffix:
        raise WhenError(value, "its offset from UTC is no whole number of minutes")
    return f"{_clock_text(local - offset)}Z{suffix}"


def _clock_text(local: datetime) -> str:
    return local.isoformat("T", "microseconds" if local.microsecond else "seconds")
