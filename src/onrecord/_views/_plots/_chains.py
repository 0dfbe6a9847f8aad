"""Who relays whom: from each source that prints, outward to those who speak, and on to those whom they relay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from math import log2
from typing import Any, Final

import attrs

from onrecord._dossier import Dossier
from onrecord._model import Statement
from onrecord._views._plots import _theme
from onrecord._views._plots._checks import check
from onrecord._views._plots._lettering import length, listing
from onrecord._views._plots._picture import Picture
from onrecord._views._plots._sheet import Layer, Sample, Sheet, clear
from onrecord._views._words import counted, name_of

_ROW: Final = 19
_LEAST_COLUMN: Final = 70
_GAP: Final = 58
_TIPS: Final = ("name", "says", "relays", "words")

_EDGE = Layer(
    name="edges",
    mark={"type": "rule", "color": "#a8a8a8"},
    channels=(("strokeWidth", {"field": "thick", "type": "quantitative", "scale": None}),),
)
_NODE = Layer(
    name="nodes",
    mark={"type": "point", "filled": True, "opacity": 1, "size": 64, "stroke": _theme.INK, "strokeWidth": 1.2},
    two_ended=False,
    tips=_TIPS,
    channels=(
        ("shape", {"field": "shape", "type": "nominal", "scale": None}),
        ("fill", {"field": "fill", "type": "nominal", "scale": None}),
    ),
)
_SAMPLE = attrs.evolve(_NODE, name="samples", tips=())
_SOURCE: Final[dict[str, Any]] = {"shape": "square", "fill": _theme.INK}
_RELAY: Final[dict[str, Any]] = {"shape": "circle", "fill": "#e69f00"}
_VOICE: Final[dict[str, Any]] = {"shape": "circle", "fill": _theme.PAPER}
_LEGEND: Final[tuple[tuple[str, tuple[Sample, ...]], ...]] = (
    ("source", ((_SAMPLE, (11.0, 6.0), _SOURCE),)),
    ("speaker through whom others are known", ((_SAMPLE, (11.0, 6.0), _RELAY),)),
    ("speaker", ((_SAMPLE, (11.0, 6.0), _VOICE),)),
)


@attrs.define(eq=False)
class _Node:
    """A source, or one who speaks through those before; `key` is its path from the source."""

    key: tuple[str, ...]
    name: str
    depth: int
    said: list[Statement] = attrs.field(factory=list[Statement])
    inner: dict[str, _Node] = attrs.field(factory=dict[str, "_Node"])

    @property
    def weight(self) -> int:
        """How many statements are known by way of here."""
        return len(self.said) + sum(node.weight for node in self.inner.values())

    @property
    def number(self) -> str:
        """How many statements are its own, as it stands behind the name."""
        return f" · {len(self.said):,}" if self.depth else ""

    @property
    def label(self) -> str:
        """The name with the number."""
        return self.name + self.number

    @property
    def children(self) -> list[_Node]:
        """Those who relay others first, then those by way of whom most is known, then by name."""
        return sorted(self.inner.values(), key=lambda node: (not node.inner, -node.weight, node.name, node.key))

    def under(self, key: str, name: str) -> _Node:
        """The node for one who speaks through this one, made where there is none yet."""
        if key not in self.inner:
            self.inner[key] = _Node((*self.key, key), name, self.depth + 1)
        return self.inner[key]


def chains(d: Dossier, *, width: int, limit: int) -> Picture:
    """See `Plots.chains`."""
    check(width=width, limit=limit)
    root = _tree(d)
    rows = list(_rows(root.children))
    deepest = max((node.depth for row in rows for node in row), default=1)
    sheet = Sheet(max(width, _LEAST_COLUMN * (deepest + 1)), title="Through whom it is known")
    sheet.paragraph(_summary(d, root), _theme.SUBTITLE, gap=8)
    sheet.legend(_LEGEND)
    _draw(sheet, rows[:limit], _columns(rows[:limit], sheet.width, deepest))
    _rest(d, sheet, root, rows[limit:])
    return sheet.picture((_EDGE, _SAMPLE, _NODE))


def _tree(d: Dossier) -> _Node:
    root = _Node((), "", -1)
    for statement in d.statements:
        known = d.chain(statement)
        source = known.source
        node = root.under(f"source {source.id}", known.source_name) if source else root.under("", "(no source)")
        for step in known.steps:
            key = f"{step.statement.speaker or ''} {step.speaker_name}"
            node = node.under(key, step.speaker_name)
        node.said.append(statement)
    return root


def _rows(nodes: list[_Node]) -> Iterator[list[_Node]]:
    """The tree by rows: a node stands in the row of its first child, the others begin rows of their own."""
    for node in nodes:
        first, *others = list(_rows(node.children)) or [[]]
        yield [node, *first]
        yield from others


def _summary(d: Dossier, root: _Node) -> str:
    relayed = sum(statement.via is not None for statement in d.statements)
    known = f"{counted(len(d.statements), 'statement')} in {counted(len(root.inner), 'source')}"
    return f"{known}; {relayed:,} of them known through another's words. A number counts the speaker's own statements."


def _columns(rows: list[list[_Node]], width: float, deepest: int) -> list[float]:
    """Where each layer begins, and where the last ends: as wide as its names, all narrower where that is too wide."""
    wide = [float(_LEAST_COLUMN)] * (deepest + 1)
    for node in (node for row in rows for node in row):
        wide[node.depth] = max(wide[node.depth], length(clear(node.label), _theme.LABEL.size) + _GAP)
    too_wide = max(1.0, (sum(wide) - _LEAST_COLUMN * len(wide)) / max(1.0, width - _LEAST_COLUMN * len(wide)))
    fair = [_LEAST_COLUMN + (one - _LEAST_COLUMN) / too_wide for one in wide]
    return [0.0, *accumulate(fair[:-1]), float(width)]


def _draw(sheet: Sheet, rows: list[list[_Node]], columns: list[float]) -> None:
    ends: dict[tuple[str, ...], tuple[float, float]] = {}
    for row in rows:
        sheet.y += 6 if row[0].depth == 0 and ends else 0
        middle = sheet.y + _ROW / 2
        for at, node in enumerate(row):
            if node.depth:
                _edge(sheet, node, middle, ends[node.key[:-1]], columns)
            right = columns[-1] if at == len(row) - 1 else columns[node.depth + 1]
            ends[node.key] = middle, _node(sheet, node, middle, columns[node.depth], right)
        sheet.y += _ROW
    sheet.y += 8


def _edge(sheet: Sheet, node: _Node, middle: float, outer: tuple[float, float], columns: list[float]) -> None:
    """From the end of the outer node's name, or down from its mark, and across to this one."""
    end, (high, after) = columns[node.depth], outer
    facts = {"outer": _joined(node.key[:-1]), "inner": _joined(node.key), "thick": round(1 + log2(node.weight), 2)}
    if middle == high:
        sheet.put(_EDGE, min(after + 6, end - 4), middle, end + 6, middle, **facts)
        return
    x = columns[node.depth - 1] + 6
    sheet.put(_EDGE, x, middle, end + 6, middle, **facts)
    sheet.put(_EDGE, x, high, x, middle, thick=1.0)


def _node(sheet: Sheet, node: _Node, middle: float, left: float, right: float) -> float:
    """A node with its name; where that ends."""
    x = left + 6
    look = _SOURCE if node.depth == 0 else _RELAY if node.inner else _VOICE
    relayed = counted(node.weight - len(node.said), "statement") if node.inner and node.depth else ""
    facts: dict[str, Any] = {
        "name": node.name,
        "says": counted(len(node.said), "statement"),
        "relays": relayed,
        "words": " | ".join(statement.content for statement in node.said[:3]),
        "ids": [statement.id for statement in node.said],
        "key": _joined(node.key),
    }
    sheet.put(_NODE, x, middle, **look, **facts)
    room = right - x - (34 if node.inner else 10)
    return x + 10 + sheet.write(x + 10, middle, node.name, _theme.LABEL, room=room, after=node.number)


def _rest(d: Dossier, sheet: Sheet, root: _Node, left_out: list[list[_Node]]) -> None:
    if left_out:
        more = sum(len(row) for row in left_out)
        sheet.paragraph(f"{counted(more, 'more speaker')} not drawn: choose a higher limit.", _theme.HEADING)
    silent = [source.id for source in d.sources if f"source {source.id}" not in root.inner]
    if silent:
        sheet.paragraph(f"{counted(len(silent), 'source')} known only by mention", _theme.HEADING)
        sheet.paragraph(listing((name_of(d, key) for key in silent), 100), _theme.SMALL)


def _joined(key: tuple[str, ...]) -> str:
    return " ← ".join(key)
