"""How things on record are called in the views: raw words, which each view makes visible in its own way."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord._dossier import Dossier, Noun
from onrecord._dossier._lookup import speaker_name
from onrecord._model import (
    Account,
    AccountStatus,
    Actor,
    Description,
    Event,
    EventId,
    Location,
    Participant,
    Quantity,
    Source,
    Statement,
    Vocabulary,
)
from onrecord._when import TimeBasis, When

HELD, NOT_HELD = "●", "○"
LEGEND = f"{HELD} somebody holds that it happened or goes on, {NOT_HELD} nobody does"
_HAPPENED = frozenset({AccountStatus.occurred, AccountStatus.ongoing, AccountStatus.attempted})


def counted(number: int, singular: str, plural: str = "") -> str:
    """`1 event`, `2 events`, `1,234 events`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def words_of(term: Vocabulary | str) -> str:
    """A vocabulary's term as words: `certainly not`."""
    return str(term).replace("_", " ")


def noun_of(d: Dossier, key: str | None) -> Noun | None:
    """What an id stands for; None where nothing on record has it."""
    return None if key is None else d._index.by_id.get(key)


def name_of(d: Dossier, key: str) -> str:
    """What an id's object is called: its name, label or title, who says it, or else the id itself."""
    noun = noun_of(d, key)
    if isinstance(noun, Source | Event):
        return (noun.title if isinstance(noun, Source) else noun.label) or key
    if isinstance(noun, Statement):
        return f"{speaker_of(d, noun)}: {noun.content}"
    return noun.name if isinstance(noun, Actor | Location) else key


def event_of(d: Dossier, name: str) -> Event:
    """The event that an id or a name stands for; it raises as `Dossier.accounts_of` does."""
    return d[EventId(d.id_of(name, Event))]


def speaker_of(d: Dossier, statement: Statement) -> str:
    """What to call who says a statement, as `Testimony.speaker_name` has it."""
    return speaker_name(d._index, statement)


def time_of(when: When) -> str:
    """A time as understood and as printed, and whether it was inferred."""
    printed = "" if when.text is None else f"“{when.text}”"
    told = [str(when)] if when.value or not printed else []
    inferred = ["(inferred)"] if when.value and when.basis is TimeBasis.inferred else []
    return " ".join([*told, *filter(None, [printed]), *inferred])


def detail_of(d: Dossier, detail: str) -> str:
    """A detail's key, as in `Dispute.detail`, with its actor or place by name and not by id."""
    what, colon, key = detail.partition(":")
    if not colon:
        return what
    number, _, unit = key.rpartition("/")
    shown = f"{number} ({unit})" if unit else number
    return f"{what}: {shown if what == 'quantity' else name_of(d, key)}"


def position_of(d: Dossier, detail: str, position: str) -> str:
    """A side's position, with a place by name and not by id."""
    return name_of(d, position) if detail == "where" else position


def told_of(d: Dossier, event: Event) -> tuple[str, str]:
    """A mark for whether somebody holds that an event happened or goes on, and the other ways in which it is told."""
    accounts = [account for key in sorted(d.same_as(event)) for _, account in d._index.accounts.get(key, ())]
    happened = any(one.factuality.affirms and one.status in _HAPPENED for one in accounts)
    statuses = dict.fromkeys(words_of(one.status) for one in accounts if one.status is not AccountStatus.occurred)
    denied = ["denied"] if any(one.factuality.denies for one in accounts) else []
    doubted = ["doubted"] if any(one.factuality.doubts for one in accounts) else []
    told = [*statuses, *denied, *doubted] if accounts else ["only mentioned"]
    return HELD if happened else NOT_HELD, ", ".join(told)


def details_of(d: Dossier, account: Account) -> Iterator[str]:
    """Every detail of an account, each with its factuality where that is not the account's."""
    for part in account.participants:
        yield _participant(d, part)
    for description in account.descriptions:
        yield _description(description)
    for quantity in account.quantities:
        yield _quantity(quantity)
    if account.when is not None:
        yield f"when: {time_of(account.when)}"
    if account.where is not None:
        yield f"where: {name_of(d, account.where)}"
    if account.condition is not None:
        yield f"on condition of: {name_of(d, account.condition)}"
    if account.alternative is not None:
        yield f"one alternative of: {account.alternative}"


def _participant(d: Dossier, part: Participant) -> str:
    key = part.actor or part.location
    return f"{words_of(part.role)}: {part.text if key is None else name_of(d, key)}{_held(part)}"


def _description(told: Description) -> str:
    words = "" if told.words is None else f" “{told.words}”"
    return f"{told.aspect}: {told.term}{words}{' in scare quotes' if told.scare_quotes else ''}{_held(told)}"


def _quantity(number: Quantity) -> str:
    words = "" if number.text is None else f" “{number.text}”"
    unit = "" if number.unit is None else f" {number.unit}"
    return f"{number.kind}: {_range(number.low, number.high)}{unit}{words}{_held(number)}"


def _held(detail: Participant | Description | Quantity) -> str:
    return "" if detail.factuality is None else f" ({words_of(detail.factuality)})"


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"at most {high}" if low is None else f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"
