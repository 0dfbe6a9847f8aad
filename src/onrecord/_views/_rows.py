"""The cells that several views show: a statement's words, its chain, its time, what it says of an event."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from onrecord._dossier import Dossier, Testimony
from onrecord._dossier._visible import visible
from onrecord._model import Account, Factuality, Source, Statement
from onrecord._views._blocks import Items, Mark, Passage, Piece, Table, without_empty_columns
from onrecord._views._passage import passage_of
from onrecord._views._words import details_of, name_of, noun_of, speaker_of, time_of, words_of
from onrecord._when import When

ROWS = 20
_SPANS, _FEW, _MANY, _LONG, _SHORT = 8, 5, 12, 400, 80
_ACCOUNT_HEADS = ("speaker", "of", "held", "in these words", "details", "through")


def words(d: Dossier, statement: Statement) -> Passage:
    """A statement's quotation inside its sentence, or its words alone where it has no evidence."""
    if not statement.evidence:
        return Passage((Piece(cut(statement.content), frozenset({Mark.content})),), statement.language or "")
    evidence = statement.evidence[0]
    source = noun_of(d, evidence.source)
    return passage_of(source if isinstance(source, Source) else None, evidence, most=_SPANS)


def through(d: Dossier, statement: Statement) -> str:
    """The relay chain, from the source that prints the statement to the one who says it."""
    relays = d.chain(statement)
    outermost = relays.steps[0].statement.via
    known = outermost is None or any(step.statement.id == outermost for step in relays.steps)
    names = [relays.source_name] if relays.source_name else []
    told = map(short, [*names, *(step.speaker_name for step in relays.steps)])
    return ("" if known else "… ← ") + visible(" ← ".join(told))


def hedges(statement: Statement) -> str:
    """The words by which the writer steps back, and the writer's stance, where it is not neutral."""
    some = (f"“{hedge.text}”" for evidence in statement.evidence[:_FEW] for hedge in evidence.hedges[:_FEW])
    stances = dict.fromkeys(words_of(one.stance) for one in statement.evidence[:_FEW] if str(one.stance) != "neutral")
    return ", ".join([*stances, *dict.fromkeys(map(short, some))])


def held(account: Account) -> str:
    """In what state of being an account places its event, and how firmly."""
    return f"{words_of(account.status)}, {words_of(account.factuality)}"


def said(when: When | None) -> str:
    """A time as understood and as printed; nothing where there is none."""
    return "" if when is None else time_of(when)


def items(texts: Iterable[str], *, most: int = _FEW, more: int = 0, summary: str = "") -> Items:
    """The first of some texts; `more` counts those that are not given."""
    some = [short(text) for text in islice(texts, most)]
    return Items(tuple(some), more=more, summary=summary)


def details(d: Dossier, account: Account) -> Items:
    """The details of an account, the first twelve of them."""
    parts = (account.participants, account.descriptions, account.quantities)
    one = (account.when, account.where, account.condition, account.alternative)
    number = sum(map(len, parts)) + sum(detail is not None for detail in one)
    return items(details_of(d, account), most=_MANY, more=max(number - _MANY, 0))


def factualities(statement: Statement) -> str:
    """How firmly a statement holds what it says of events."""
    return ", ".join(dict.fromkeys(words_of(account.factuality) for account in statement.accounts[:_MANY]))


def accounts_table(d: Dossier, told: Iterable[Testimony], caption: str, *, of: str = "", more: int = 0) -> Table:
    """Accounts side by side: a row an account; `of` is the event that need not be named."""
    rows = tuple(
        (
            one.speaker_name,
            "" if one.account.event == of else name_of(d, one.account.event),
            held(one.account),
            words(d, one.statement),
            details(d, one.account),
            through(d, one.statement),
        )
        for one in told
    )
    return without_empty_columns(Table(caption, _ACCOUNT_HEADS, rows, more))


STATEMENT_HEADS = ("id", "speaker", "in these words", "form", "holds", "hedges", "said", "through")


def statement_row(d: Dossier, statement: Statement) -> tuple[str | Passage, ...]:
    """A statement as one row of a table."""
    return (
        statement.id,
        speaker_of(d, statement),
        words(d, statement),
        words_of(statement.form),
        factualities(statement),
        hedges(statement),
        said(statement.said),
        through(d, statement),
    )


def tally(accounts: Iterable[Account]) -> str:
    """How many accounts affirm, deny and doubt: `3 affirm, 1 denies`."""
    found = [_side(account.factuality) for account in accounts]
    counts = ((found.count(side), side, singular) for side, singular in _SIDES.items())
    return ", ".join(
        f"{number:,} {singular if number == 1 else plural}" for number, plural, singular in counts if number
    )


_SIDES = {"affirm": "affirms", "deny": "denies", "doubt": "doubts"}


def _side(factuality: Factuality) -> str:
    if factuality.affirms:
        return "affirm"
    return "deny" if factuality.denies else "doubt"


def short(text: str) -> str:
    """A text of at most 80 characters."""
    return cut(text, _SHORT)


def cut(text: str, length: int = _LONG) -> str:
    """A text cut to a length, its last character then an ellipsis."""
    return text if len(text) <= length else text[: length - 1] + "…"
