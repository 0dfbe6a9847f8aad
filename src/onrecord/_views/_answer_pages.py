"""One answer in context: a testimony, a dispute, a doubt, a side, a chain; and one link or judgement of identity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from onrecord._dossier import Chain, Dispute, Dossier, Doubt, Side, Step, Testimony
from onrecord._model import Identity, Link
from onrecord._views._blocks import Cell, Facts, Items, Page, Table, without_empty_columns
from onrecord._views._excerpt import excerpt, nouns
from onrecord._views._rows import ROWS, accounts_table, details, held, said, through, words
from onrecord._views._statement_page import passage_blocks, time_facts
from onrecord._views._tables import certainty_of, detail_things, dispute_things
from onrecord._views._words import counted, detail_of, name_of, position_of, words_of

_HEADS = ("position", "speaker", "in these words", "through")
_Row = tuple[Cell, ...]


def testimony_page(d: Dossier, testimony: Testimony) -> Page:
    """One account, with the words it stands in, its chain and its details."""
    near = excerpt(d, [testimony.statement])
    pairs: Iterator[tuple[str, Cell]] = iter(
        (
            ("of", name_of(near, testimony.account.event)),
            ("held", held(testimony.account)),
            ("details", details(near, testimony.account)),
            ("through", through(near, testimony.statement)),
            *time_facts("said", testimony.statement.said),
        )
    )
    blocks = (*passage_blocks(words(near, testimony.statement)), _facts(pairs))
    return Page(testimony.speaker_name, f"account · {testimony.statement.id}", blocks)


def dispute_page(d: Dossier, dispute: Dispute) -> Page:
    """The sides of a clash with their words, side by side, and last those who only doubt."""
    near = excerpt(d, dispute_things(d, dispute))
    sides = [(position_of(near, dispute.detail, side.position), side.testimonies) for side in dispute.sides]
    sides += [("doubt", dispute.doubts)] if dispute.doubts else []
    each = max(ROWS // max(len(sides), 1), 1)
    rows = [row for name, told in sides for row in _side_rows(near, name, told[:each])]
    number = sum(len(told) for _, told in sides)
    table = Table("", _HEADS, tuple(rows[:ROWS]), number - min(len(rows), ROWS))
    facts = Facts((("detail", detail_of(near, dispute.detail)), ("clash", certainty_of(dispute))))
    return Page(dispute.event.label, f"dispute · {dispute.event.id}", (facts, without_empty_columns(table)))


def doubt_page(d: Dossier, doubt: Doubt) -> Page:
    """Who doubts what, in which words."""
    statement = doubt.testimony.statement
    near = excerpt(d, [doubt.event, statement, *detail_things(d, doubt.detail)])
    pairs: Iterator[tuple[str, Cell]] = iter(
        (
            ("detail", detail_of(near, doubt.detail)),
            ("doubted by", doubt.testimony.speaker_name),
            ("held", words_of(doubt.factuality)),
            ("through", through(near, statement)),
        )
    )
    blocks = (_facts(pairs), *passage_blocks(words(near, statement)))
    return Page(doubt.event.label, f"doubt · {doubt.event.id}", blocks)


def side_page(d: Dossier, side: Side) -> Page:
    """Those who hold one position, with their words."""
    told = side.testimonies[:ROWS]
    near = excerpt(d, [testimony.statement for testimony in told])
    table = accounts_table(near, told, "", more=len(side.testimonies) - len(told))
    place = next(iter(name_of(near, noun.id) for noun in nouns(d, [side.position]) if noun is not None), side.position)
    return Page(place, f"side · {counted(len(side.testimonies), 'account')}", (table,))


def chain_page(d: Dossier, chain: Chain) -> Page:
    """A chain, a row a step, from the source that prints the statement to the one who says it."""
    steps = chain.steps[:ROWS]
    near = excerpt(d, [step.statement for step in steps])
    rows = tuple(map(_step, [near] * len(steps), range(1, len(steps) + 1), steps))
    heads = ("step", "speaker", "form", "in these words", "said", "id")
    table = Table(
        f"printed in {chain.source_name}" if chain.source_name else "", heads, rows, len(chain.steps) - len(rows)
    )
    names = [chain.source_name] if chain.source_name else []
    title = " ← ".join([*names, *(step.speaker_name for step in steps)])
    return Page(title, f"chain · {counted(len(chain.steps), 'step')}", (without_empty_columns(table),))


def link_page(d: Dossier, link: Link) -> Page:
    """A link with both its ends."""
    near = excerpt(d, [link])
    claimed = "" if link.claimed_by is None else name_of(near, link.claimed_by)
    return Page(
        words_of(link.kind),
        "link",
        (
            _ends(near, (("from", link.start), ("to", link.end))),
            _facts(_judged((("held", words_of(link.factuality)), ("claimed by", claimed)), link)),
        ),
    )


def identity_page(d: Dossier, identity: Identity) -> Page:
    """A judgement whether two objects are one, with both."""
    near = excerpt(d, [identity])
    told = (("because", identity.reason or ""),)
    ends = _ends(near, (("first", identity.first), ("second", identity.second)))
    return Page(
        f"the same? {words_of(identity.judgement)}", "judgement of identity", (ends, _facts(_judged(told, identity)))
    )


def _judged(told: Iterable[tuple[str, Cell]], judged: Link | Identity) -> Iterator[tuple[str, Cell]]:
    yield from told
    yield "confidence", "" if judged.confidence is None else f"{judged.confidence:g}"
    yield "recorded by", judged.annotator or ""


def _ends(near: Dossier, ends: Iterable[tuple[str, str]]) -> Table:
    found = near._index.by_id
    rows = tuple(
        (name, type(found[key]).__name__.lower() if key in found else "not on record", key, name_of(near, key))
        for name, key in ends
    )
    return Table("", ("end", "noun", "id", "name"), rows)


def _step(near: Dossier, number: int, step: Step) -> _Row:
    one = step.statement
    return str(number), step.speaker_name, words_of(one.form), words(near, one), said(one.said), one.id


def _side_rows(near: Dossier, name: str, told: Sequence[Testimony]) -> Iterator[_Row]:
    for one in islice(told, ROWS):
        yield name, one.speaker_name, words(near, one.statement), through(near, one.statement)


def _facts(pairs: Iterable[tuple[str, Cell]]) -> Facts:
    return Facts(tuple((name, cell) for name, cell in pairs if cell not in ("", Items(()))))
