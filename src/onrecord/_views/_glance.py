"""A dossier at a glance, for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice

from onrecord._dossier import Dispute, Dossier, Doubt
from onrecord._views._lists import events_table, headed, sides
from onrecord._views._text import table, wrap
from onrecord._views._words import LEGEND, counted, detail_of, speaker_of, time_of, words_of

_SPEAKERS, _EVENTS, _DISPUTES, _DOUBTED = 8, 40, 20, 12
_NEXT = (
    "onrecord statements --by NAME, events --from T --to T, accounts EVENT, disputes [EVENT], find NAME, "
    "chain STATEMENT, show --evidence, check; --help tells more"
)


def glance(d: Dossier, width: int) -> Iterator[str]:
    """Counts, who says most, when things were, who disagrees, who doubts, and what to ask next."""
    yield from _counts(d, width)
    yield from headed("Who says most", _speakers(d, width))
    yield from headed("Timeline", _timeline(d, width))
    yield from headed("Disputes", _disputes(d, width))
    yield from headed("Doubts (they contradict nobody)", _doubts(d, width))
    yield ""
    yield from wrap(_NEXT, width, first="Next: ")


def _counts(d: Dossier, width: int) -> Iterator[str]:
    counts = (
        counted(len(d.statements), "statement"),
        counted(len(d.sources), "source"),
        counted(len(d.actors), "actor"),
        counted(len(d.locations), "place"),
        counted(len(d.events), "event"),
        *([counted(len(d.links), "link")] if d.links else []),
        *([counted(len(d.identities), "judgement of identity", "judgements of identity")] if d.identities else []),
    )
    yield from wrap(", ".join(counts), width)
    for source in islice((source for source in d.sources if source.text is not None), 5):
        published = "" if source.published is None else f", published {time_of(source.published)}"
        yield from wrap(f"{source.title or source.id} ({source.kind}{published})", width, first="text: ")


def _speakers(d: Dossier, width: int) -> Iterator[str]:
    said = Counter((statement.speaker, speaker_of(d, statement)) for statement in d.statements)
    yield from table([(f"{number:,}", name) for (_, name), number in said.most_common(_SPEAKERS)], width)
    yield from _more(len(said) - _SPEAKERS, "onrecord statements")


def _timeline(d: Dossier, width: int) -> Iterator[str]:
    events = d.timeline()
    undated = len(d.undated())
    if events:
        yield from wrap(LEGEND, width, first="  ")
    yield from events_table(events[:_EVENTS], width, ids=False)
    yield from _more(len(events) - _EVENTS, "onrecord events")
    if undated:
        yield from wrap(f"and {counted(undated, 'event')} without a known time: onrecord events", width, first="  ")


def _disputes(d: Dossier, width: int) -> Iterator[str]:
    disputes = d.disputes()
    for _, group in groupby(disputes[:_DISPUTES], key=lambda dispute: dispute.event.id):
        clashes = list(group)
        yield from wrap(clashes[0].event.label, width, first="  ")
        yield from chain.from_iterable(_dispute(d, dispute, width) for dispute in clashes)
    yield from _more(len(disputes) - _DISPUTES, "onrecord disputes")


def _dispute(d: Dossier, dispute: Dispute, width: int) -> Iterator[str]:
    possible = "" if dispute.certain else " (possibly: the times may differ)"
    yield from wrap(detail_of(d, dispute.detail) + possible, width, first="    ", rest="      ")
    named = [(position, _names(one.speaker_name for one in held)) for position, held in sides(d, dispute)]
    yield from table(named, width, indent="      ")


def _doubts(d: Dossier, width: int) -> Iterator[str]:
    """The details that most doubt, by event, with who doubts them and how each holds them."""
    grouped = groupby(d.doubts(), key=lambda doubt: (doubt.event.id, doubt.detail))
    doubted = [(list(group), place) for place, (_, group) in enumerate(grouped)]
    most = sorted(doubted, key=lambda pair: -len(pair[0]))[:_DOUBTED]
    shown = [doubts for doubts, _ in sorted(most, key=lambda pair: pair[1])]
    for _, group in groupby(shown, key=lambda doubts: doubts[0].event.id):
        yield from _doubts_of_one(d, list(group), width)
    yield from _more(len(doubted) - _DOUBTED, "onrecord disputes")


def _doubts_of_one(d: Dossier, group: list[list[Doubt]], width: int) -> Iterator[str]:
    yield from wrap(group[0][0].event.label, width, first="  ")
    for doubts in group:
        names = _names(f"{doubt.testimony.speaker_name} ({words_of(doubt.factuality)})" for doubt in doubts)
        yield from wrap(f"{detail_of(d, doubts[0].detail)}: {names}", width, first="    ", rest="      ")


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _more(number: int, command: str) -> Iterator[str]:
    if number > 0:
        yield f"  … {number:,} more: {command}"
