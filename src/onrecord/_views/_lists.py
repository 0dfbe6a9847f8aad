"""Answers of a dossier as lines of plain text for the terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from onrecord._dossier import (
    Chain,
    Dispute,
    Disputes,
    Dossier,
    Doubt,
    Doubts,
    Events,
    Noun,
    Selection,
    Statements,
    Testimony,
)
from onrecord._model import Event, Statement
from onrecord._views._text import table, wrap
from onrecord._views._words import (
    LEGEND,
    counted,
    detail_of,
    details_of,
    event_of,
    name_of,
    position_of,
    speaker_of,
    time_of,
    told_of,
    words_of,
)


def headed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A blank line, a heading and its lines; where there are none, that there are none."""
    yield ""
    yield heading
    told = False
    for line in lines:
        told = True
        yield line
    if not told:
        yield "  none"


def statements_list(statements: Statements, width: int) -> Iterator[str]:
    """Each statement with its speaker, words, accounts and chain."""
    yield from _summary(len(statements), "statement", statements.note, width)
    for statement in statements:
        yield ""
        yield from statement_lines(statements.dossier, statement, width)


def statement_lines(d: Dossier, statement: Statement, width: int) -> Iterator[str]:
    """One statement: who, how and when; the words; what it says of events; through whom we know it."""
    yield from wrap(f"{speaker_of(d, statement)}  [{statement.id}]  {_manner(statement)}", width, rest="  ")
    yield from wrap(statement.content, width, first="    ")
    yield from positions_lines(d, statement, width)
    relays = d.chain(statement)
    if len(relays.steps) > 1:
        yield from wrap(str(relays), width, first="  through  ")


def positions_lines(d: Dossier, statement: Statement, width: int) -> Iterator[str]:
    """What one statement says of events, and what it mentions."""
    for account in statement.accounts:
        held = f"{words_of(account.status)}, {words_of(account.factuality)}"
        told = "; ".join([f"{name_of(d, account.event)}: {held}", *details_of(d, account)])
        yield from wrap(told, width, first="  says of  ", rest="           ")
    if statement.about:
        yield from wrap("; ".join(name_of(d, key) for key in statement.about), width, first="  about    ")


def events_list(events: Events, width: int, *, certain: Events | None = None) -> Iterator[str]:
    """Events with their times; with `certain`, those of a period, of which these certainly are in it."""
    yield from _summary(len(events), "event", events.note, width)
    if not events:
        return
    yield from wrap(LEGEND, width)
    yield ""
    if certain is None:
        yield from events_table(events, width)
        return
    ids = {event.id for event in certain}
    yield from _part("certainly in the period", [event for event in events if event.id in ids], events, width)
    yield from _part("possibly in the period", [event for event in events if event.id not in ids], events, width)


def events_table(events: Events, width: int, *, ids: bool = True) -> list[str]:
    """A row an event: its time, whether anybody holds that it happened, its label and how else it is told."""
    rows = (_event_row(events.dossier, event) for event in events)
    return table(
        [(when, mark, f"{label}  [{key}]" if ids else label) for when, mark, label, key in rows], width, first=31
    )


def accounts_list(d: Dossier, name: str, width: int) -> Iterator[str]:
    """Who says what of an event, detail by detail, in what words and through whom."""
    event, testimonies = event_of(d, name), d.accounts_of(name)
    yield from wrap(f"{event.label}  [{event.id}]", width)
    window = d.window(event)
    if window is not None:
        yield from wrap(time_of(window), width, first="when: ")
    yield counted(len(testimonies), "account")
    for testimony in testimonies:
        yield ""
        yield from _testimony(d, event, testimony, width)


def disputes_list(disputes: Disputes, doubts: Doubts, width: int) -> Iterator[str]:
    """Each clash with its sides and their words, then the doubts."""
    d = disputes.dossier
    yield counted(len(disputes), "dispute")
    for dispute in disputes:
        yield ""
        yield from _dispute(d, dispute, width)
    yield ""
    yield counted(len(doubts), "doubt") + (", contradicting nobody" if doubts else "")
    for _, group in groupby(doubts, key=lambda doubt: doubt.event.id):
        yield ""
        yield from _doubts(d, list(group), width)


def sides(d: Dossier, dispute: Dispute) -> list[tuple[str, tuple[Testimony, ...]]]:
    """Every position of a dispute with those who hold it, and last those who doubt."""
    held = [(position_of(d, dispute.detail, side.position), side.testimonies) for side in dispute.sides]
    return [*held, ("doubt", dispute.doubts)] if dispute.doubts else held


def nouns_list(found: Selection[Noun], width: int) -> Iterator[str]:
    """What a name may mean: kind, id and name."""
    yield counted(len(found), "match", "matches")
    yield from table([(type(one).__name__.lower(), one.id, name_of(found.dossier, one.id)) for one in found], width)


def chain_lines(relays: Chain, width: int) -> Iterator[str]:
    """A chain, one step a line, from the source that prints it to the one who says it."""
    if relays.source is not None:
        yield from wrap(f"{relays.source_name}  [{relays.source.id}]  {relays.source.kind}", width)
    for depth, step in enumerate(relays.steps):
        indent = "  " * min(depth, 10)
        head = f"{step.speaker_name}  [{step.statement.id}]  {_manner(step.statement)}"
        yield from wrap(head, width, first=f"{indent}← ")
        yield from wrap(step.statement.content, width, first=f"{indent}    ")


def _summary(number: int, noun: str, note: str, width: int) -> list[str]:
    return wrap(counted(number, noun) + (f", {note}" if note else ""), width)


def _manner(statement: Statement) -> str:
    said = "" if statement.said is None else f", said {time_of(statement.said)}"
    return f"{words_of(statement.form)}{said}"


def _part(heading: str, part: list[Event], events: Events, width: int) -> Iterator[str]:
    if part:
        yield heading
        yield from events_table(Events(part, events.dossier), width)


def _event_row(d: Dossier, event: Event) -> tuple[str, str, str, str]:
    window = d.window(event)
    mark, told = told_of(d, event)
    label = f"{event.label} ({told})" if told else event.label
    return ("(no known time)" if window is None else str(window), mark, label, event.id)


def _testimony(d: Dossier, event: Event, testimony: Testimony, width: int) -> Iterator[str]:
    account = testimony.account
    part = "" if account.event == event.id else f"  (of: {name_of(d, account.event)})"
    held = f"{words_of(account.status)}, {words_of(account.factuality)}"
    yield from wrap(f"{testimony.speaker_name}: {held}{part}  [{testimony.statement.id}]", width, rest="  ")
    yield from wrap(testimony.statement.content, width, first="    ")
    yield from chain.from_iterable(wrap(line, width, first="  ", rest="    ") for line in details_of(d, account))
    yield from wrap(str(testimony.chain), width, first="  through  ")


def _dispute(d: Dossier, dispute: Dispute, width: int) -> Iterator[str]:
    possible = "" if dispute.certain else "  (possibly: the times may differ)"
    yield from wrap(f"{dispute.event.label}  [{dispute.event.id}]", width, rest="  ")
    yield from wrap(detail_of(d, dispute.detail) + possible, width, first="  ", rest="    ")
    for position, held in sides(d, dispute):
        yield from wrap(position, width, first="    ", rest="      ")
        yield from chain.from_iterable(_voice(testimony, width, "      ") for testimony in held)


def _doubts(d: Dossier, doubts: list[Doubt], width: int) -> Iterator[str]:
    """The doubts about one event: each doubting statement once, with all that it doubts and how it holds each."""
    event = doubts[0].event
    yield from wrap(f"{event.label}  [{event.id}]", width, rest="  ")
    doubting: defaultdict[str, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        doubting[doubt.testimony.statement.id].append(doubt)
    for group in doubting.values():
        yield from _voice(group[0].testimony, width, "  ")
        details = dict.fromkeys(f"{detail_of(d, doubt.detail)} ({words_of(doubt.factuality)})" for doubt in group)
        yield from wrap("; ".join(details), width, first="    doubts  ")


def _voice(testimony: Testimony, width: int, indent: str) -> Iterator[str]:
    yield from wrap(f"{testimony.speaker_name}  [{testimony.statement.id}]", width, first=indent)
    yield from wrap(testimony.statement.content, width, first=indent + "  ")
