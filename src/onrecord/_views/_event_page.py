"""One event in context: its accounts side by side, its times and places, its parts and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from onrecord._dossier import Dossier, Testimony
from onrecord._dossier._lookup import speaker_name, speaker_of
from onrecord._model import Account, Event, Statement
from onrecord._views._blocks import Block, Cell, Facts, Fold, Items, Line, Page
from onrecord._views._excerpt import all_of, excerpt, in_order, told_of, window_of
from onrecord._views._rows import ROWS, accounts_table, items, tally
from onrecord._views._statement_page import links_blocks, links_of, time_facts
from onrecord._views._words import counted, name_of
from onrecord._when import When

_FEW, _OF_PARTS = 5, 5
_COUNTED = 1_000  # accounts that are put in order and counted by how they are held
_Told = tuple[Statement, Account]


def event_page(d: Dossier, event: Event) -> Page:
    """An event with its own accounts, then those of its parts, folded."""
    same = d.same_as(event.id)
    parts = [one for one in d.events if one.part_of in same and one.id not in same]
    found = told_of(d, (*same, *(one.id for one in parts)))
    own, below = all_of(found, same), all_of(found, [part.id for part in parts]) if parts else []
    links = links_of(d, event.id)
    first, others = _first(d, own, ROWS), _first(d, below, _OF_PARTS)
    shown = [statement for statement, _ in (*first, *others)]
    near = excerpt(d, [event, *shown, *parts[:_FEW], *links[:ROWS]])
    blocks: list[Block] = [_facts(near, event, window_of(d, event, own), parts), *_own(near, event, own, first)]
    if below:
        title = f"{counted(len(below), 'account')} of its {counted(len(parts), 'part')}"
        told = [_testimony(near, *one) for one in others]
        table = accounts_table(near, told, "", more=len(below) - len(told))
        blocks.append(Fold(title, (table,)))
    return Page(event.label, f"event · {event.id}", (*blocks, *links_blocks(near, links)))


def _own(near: Dossier, event: Event, own: Sequence[_Told], first: Sequence[_Told]) -> list[Block]:
    if not own:
        return [Line("no account of it is on record")]
    told = [_testimony(near, *one) for one in first]
    counts = f": {tally(account for _, account in own)}" if len(own) <= _COUNTED else ""
    caption = f"{counted(len(own), 'account')}{counts} (a detail may be held otherwise than its account)"
    return [accounts_table(near, told, caption, of=event.id, more=len(own) - len(told))]


def _first(d: Dossier, told: Sequence[_Told], number: int) -> list[_Told]:
    """The first accounts in the order of answers."""
    rank = {statement.id: at for at, statement in enumerate(in_order(d, [one for one, _ in told[:_COUNTED]]))}
    known = (one for one in told[:_COUNTED] if one[0].id in rank)
    return sorted(known, key=lambda one: rank[one[0].id])[:number]


def _testimony(near: Dossier, statement: Statement, account: Account) -> Testimony:
    return Testimony(
        statement=statement,
        account=account,
        speaker=speaker_of(near._index, statement),
        speaker_name=speaker_name(near._index, statement),
        chain=partial(near.chain, statement),
    )


def _facts(near: Dossier, event: Event, window: When | str | None, parts: Sequence[Event]) -> Facts:
    return Facts(tuple(pair for pair in _pairs(near, event, window, parts) if pair[1] not in ("", Items(()))))


def _pairs(
    near: Dossier, event: Event, window: When | str | None, parts: Sequence[Event]
) -> Iterator[tuple[str, Cell]]:
    yield from [("when", window)] if isinstance(window, str) else time_facts("when", window)
    yield "where", "" if event.where is None else name_of(near, event.where)
    yield "part of", "" if event.part_of is None else name_of(near, event.part_of)
    yield "parts", items((one.label for one in parts), more=max(len(parts) - _FEW, 0))
    kinds = (f"{code.scheme}: {code.value}" for code in event.kinds)
    yield "kinds", items(kinds, more=max(len(event.kinds) - _FEW, 0))
    registers = (f"{one.scheme}: {one.value}" for one in event.identifiers)
    yield "registers", items(registers, more=max(len(event.identifiers) - _FEW, 0))
