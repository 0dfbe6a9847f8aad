"""Who says what of an event: speakers across, details down, and in each place how firmly it is held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

import attrs

from onrecord._dossier import Dossier, Testimony
from onrecord._model import Account, Event, Factuality, Quantity
from onrecord._views._plots import _theme
from onrecord._views._plots._checks import check
from onrecord._views._plots._lettering import length
from onrecord._views._plots._picture import Picture
from onrecord._views._plots._sheet import Layer, Sample, Sheet, clear, scaled
from onrecord._views._words import counted, event_of, name_of, words_of
from onrecord.errors import InvalidValueError

_TIPS: Final = ("who", "holds", "detail", "event", "words", "through", "id")
_COLUMN: Final = 24
_MARK: Final = 11
_SLANTED_ROOM: Final = 140
_NARROW: Final = 600

_Speaker: TypeAlias = tuple[str, str]
_Detail: TypeAlias = tuple[int, str, str]
_Held: TypeAlias = tuple[_Detail, Factuality]


@attrs.frozen(kw_only=True)
class _Cell:
    """One account's position on one detail."""

    who: _Speaker
    event: str
    detail: _Detail
    factuality: Factuality
    testimony: Testimony


_BAND = Layer(name="bands", mark={"type": "rect", "color": _theme.BAND})
_GRID = Layer(name="grid", mark={"type": "rule", "color": _theme.GRID})
_CELL = Layer(
    name="positions",
    mark={"type": "point", "filled": True, "opacity": 1, "size": 68, "strokeWidth": 1.5},
    two_ended=False,
    tips=_TIPS,
    channels=(
        ("shape", scaled("factuality", {term: look[0] for term, look in _theme.FACTUALITY.items()})),
        ("fill", scaled("factuality", {term: look[1] for term, look in _theme.FACTUALITY.items()})),
        ("stroke", scaled("factuality", {term: look[2] for term, look in _theme.FACTUALITY.items()})),
    ),
)
_SAMPLE = attrs.evolve(_CELL, name="samples", tips=())
_LEGEND: Final[tuple[tuple[str, tuple[Sample, ...]], ...]] = tuple(
    (words_of(term), ((_SAMPLE, (11.0, 6.0), {"factuality": str(term)}),)) for term in _theme.FACTUALITY
)


@attrs.frozen(kw_only=True)
class _Panel:
    """Some of the speakers side by side."""

    speakers: Sequence[_Speaker]
    left: float
    column: float
    narrow: bool

    def across(self, who: _Speaker) -> float:
        return self.left + self.speakers.index(who) * self.column

    @property
    def right(self) -> float:
        return self.left + len(self.speakers) * self.column


def accounts(d: Dossier, key: Event | str, *, details: Collection[str] | None, width: int, limit: int) -> Picture:
    """See `Plots.accounts`."""
    check(width=width, limit=limit)
    event = event_of(d, d.id_of(key, Event))
    testimonies = d.accounts_of(event)
    cells = [cell for testimony in testimonies for cell in _cells(d, testimony)]
    chosen = sorted(_of_kinds(cells, details), key=lambda cell: cell.event != event.id)
    drawn = chosen[:limit]
    said = Counter(cell.who for cell in drawn if cell.detail[0] == 0) or Counter(cell.who for cell in drawn)
    sheet = Sheet(width, title=f"Who says what of: {event.label}")
    sheet.paragraph(_summary(testimonies, cells, len(chosen), len(drawn)), _theme.SUBTITLE, gap=8)
    sheet.legend(_LEGEND)
    speakers = sorted({cell.who: None for cell in drawn}, key=lambda who: -said[who])
    for some in _panels(speakers, width):
        _panel(d, sheet, some, [cell for cell in drawn if cell.who in some.speakers])
    return sheet.picture((_BAND, _GRID, _SAMPLE, _CELL))


def _of_kinds(cells: list[_Cell], kinds: Collection[str] | None) -> list[_Cell]:
    """The positions on details of some kinds.

    Raises:
        InvalidValueError: for a kind that no detail is of.
    """
    if kinds is None:
        return cells
    known = list(dict.fromkeys(cell.detail[1] for cell in cells))
    if not _several(kinds) or any(kind not in known for kind in kinds):
        message = f"details must be among those that the accounts have, {known}, got {kinds!r}"
        raise InvalidValueError(message, field="details", value=kinds)
    return [cell for cell in cells if cell.detail[1] in kinds]


def _several(kinds: object) -> bool:
    """Whether it can be gone through more than once, and not letter by letter."""
    return isinstance(kinds, Collection) and not isinstance(kinds, str)


def _summary(testimonies: Sequence[Testimony], cells: list[_Cell], chosen: int, drawn: int) -> str:
    speakers = len({cell.who for cell in cells})
    events = len({cell.event for cell in cells})
    parts = f" and {counted(events - 1, 'part')} of it" if events > 1 else ""
    told = f"{counted(len(testimonies), 'account')} by {counted(speakers, 'speaker')} of the event{parts}"
    others, over = len(cells) - chosen, chosen - drawn
    rest = f"; {counted(others, 'position')} on other details not drawn" if others else ""
    rest += f"; {counted(over, 'more position')} not drawn: choose details or a higher limit" if over else ""
    return f"{told}; the words are on hover{rest}."


def _panels(speakers: list[_Speaker], width: int) -> Iterator[_Panel]:
    """As many speakers at a time as fit beside the details' names, of one column's width in all panels."""
    narrow = width < _NARROW
    left = 8 if narrow else round(min(0.36 * width, 300))
    room = width - left - _SLANTED_ROOM * 0.64
    most = max(1, int(room / _COLUMN))
    column = min(44.0, room / min(most, max(1, len(speakers))))
    for at in range(0, len(speakers), most):
        yield _Panel(speakers=speakers[at : at + most], left=left, column=column, narrow=narrow)


def _panel(d: Dossier, sheet: Sheet, panel: _Panel, cells: list[_Cell]) -> None:
    _heads(sheet, panel)
    top = sheet.y
    order = list(dict.fromkeys(cell.event for cell in cells))
    ordered = sorted(cells, key=lambda cell: (order.index(cell.event), cell.detail))
    for event, group in groupby(ordered, key=lambda cell: cell.event):
        sheet.write(0, sheet.y + 11, name_of(d, event), _theme.HEADING, room=sheet.width)
        sheet.y += 21
        for number, (detail, held) in enumerate(groupby(group, key=lambda cell: cell.detail)):
            _row(d, sheet, panel, detail[2], list(held), banded=number % 2 == 0)
        sheet.y += 6
    for number in range(len(panel.speakers) + 1):
        x = panel.left + number * panel.column
        sheet.put(_GRID, x, top, x, sheet.y)
    sheet.y += 18


def _heads(sheet: Sheet, panel: _Panel) -> None:
    longest = max(length(clear(name), _theme.SLANTED.size) for _, name in panel.speakers)
    sheet.y += 0.77 * min(longest, _SLANTED_ROOM) + 8
    for who in panel.speakers:
        x = panel.across(who) + panel.column / 2
        sheet.write(x, sheet.y - 4, who[1], _theme.SLANTED, room=_SLANTED_ROOM, about=who[1])


def _row(d: Dossier, sheet: Sheet, panel: _Panel, detail: str, cells: list[_Cell], *, banded: bool) -> None:
    """One detail; the row is as high as the speaker with most positions on it needs."""
    places: defaultdict[_Speaker, list[_Cell]] = defaultdict(list)
    for cell in cells:
        places[cell.who].append(cell)
    abreast = max(1, int((panel.column - 2) / _MARK))
    above = 15 if panel.narrow else 0
    height = 6 + above + _MARK * max(-(-len(held) // abreast) for held in places.values())
    if banded:
        sheet.put(_BAND, 0, sheet.y, sheet.width if panel.narrow else panel.right, sheet.y + height)
    sheet.write(8, sheet.y + 8.5, detail, _theme.LABEL, room=(sheet.width if panel.narrow else panel.left) - 14)
    for who, held in places.items():
        start = panel.across(who) + panel.column / 2 - (min(abreast, len(held)) - 1) * _MARK / 2
        for at, cell in enumerate(held):
            down, across = divmod(at, abreast)
            facts = _facts(d, cell, detail)
            sheet.put(_CELL, start + across * _MARK, sheet.y + 8.5 + above + down * _MARK, **facts)
    sheet.y += height


def _facts(d: Dossier, cell: _Cell, detail: str) -> dict[str, str]:
    return {
        "who": cell.who[1],
        "holds": words_of(cell.factuality),
        "detail": detail,
        "event": name_of(d, cell.event),
        "words": cell.testimony.statement.content,
        "through": str(cell.testimony.chain),
        "id": cell.testimony.statement.id,
        "factuality": str(cell.factuality),
    }


def _cells(d: Dossier, testimony: Testimony) -> Iterator[_Cell]:
    account = testimony.account
    for detail, factuality in _held(d, account):
        yield _Cell(who=_who(testimony), event=account.event, detail=detail, factuality=factuality, testimony=testimony)


def _who(testimony: Testimony) -> _Speaker:
    return testimony.statement.speaker or "", testimony.speaker_name


def _held(d: Dossier, account: Account) -> Iterator[_Held]:
    """Every detail of an account with how firmly it is held; first the status, which every account has."""
    whole = account.factuality
    yield (0, "status", _status(d, account)), whole
    for part in account.participants:
        key = part.actor or part.location
        named = part.text or "" if key is None else name_of(d, key)
        yield (1, words_of(part.role), f"{words_of(part.role)}: {named}"), part.factuality or whole
    for told in account.descriptions:
        yield (2, str(told.aspect), f"{told.aspect}: {told.term}"), told.factuality or whole
    for number in account.quantities:
        yield (3, number.kind, f"{number.kind}: {_range(number)}"), number.factuality or whole
    if account.when is not None:
        yield (4, "when", f"when: {account.when}"), whole
    if account.where is not None:
        yield (5, "where", f"where: {name_of(d, account.where)}"), whole


def _status(d: Dossier, account: Account) -> str:
    """The status with what it hangs on: the condition, and that it is one of several alternatives."""
    condition = "" if account.condition is None else f", on condition of: {name_of(d, account.condition)}"
    alternative = "" if account.alternative is None else f", one alternative of: {account.alternative}"
    return f"status: {words_of(account.status)}{condition}{alternative}"


def _range(number: Quantity) -> str:
    unit = "" if number.unit is None else f" {number.unit}"
    if number.low is None or number.high is None:
        return f"at most {number.high}{unit}" if number.low is None else f"at least {number.low}{unit}"
    return f"{number.low}{unit}" if number.low == number.high else f"{number.low} to {number.high}{unit}"
