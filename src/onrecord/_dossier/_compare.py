"""Two records of one text side by side: how far they agree, and what differs."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import attrs

from onrecord._dossier._dossier import Dossier, Noun
from onrecord._dossier._text import fold_name
from onrecord._dossier._texts import digest_of
from onrecord._model import Anchor, Naming, Source, Span, Statement
from onrecord._repr import shown


@attrs.frozen(kw_only=True)
class Comparison:
    """How far two records of the same texts agree on which words are attributed, and to whom."""

    matched: tuple[tuple[Statement, Statement], ...]
    """Pairs of statements on the same words, in the first record's order."""
    missed: tuple[Statement, ...]
    """Statements of the first record that the second has not."""
    added: tuple[Statement, ...]
    """Statements of the second record that the first has not."""
    misattributed: tuple[tuple[Statement, Statement], ...]
    """The matched pairs whose speakers differ."""

    __repr__ = shown

    @property
    def precision(self) -> float:
        """The share of the second record's statements that the first has with the same speaker; 1 for none."""
        return _share(self._agreed, len(self.matched) + len(self.added))

    @property
    def recall(self) -> float:
        """The share of the first record's statements that the second has with the same speaker; 1 for none."""
        return _share(self._agreed, len(self.matched) + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def _agreed(self) -> int:
        return len(self.matched) - len(self.misattributed)

    def __str__(self) -> str:
        return (
            f"{len(self.matched)} matched ({len(self.misattributed)} misattributed), {len(self.missed)} missed, "
            f"{len(self.added)} added: P {self.precision:.3f}, R {self.recall:.3f}, F1 {self.f1:.3f}"
        )


@attrs.frozen(kw_only=True)
class Difference:
    """What one dossier holds and another does not."""

    added: tuple[str, ...]
    """Ids that only the second has, in order."""
    removed: tuple[str, ...]
    """Ids that only the first has, in order."""
    changed: tuple[tuple[str, tuple[str, ...]], ...]
    """Ids that both have with different contents, and the fields that differ."""
    joins: bool
    """Whether links, identities or extra differ."""

    __repr__ = shown

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.joins)


def compare(first: Dossier, second: Dossier) -> Comparison:
    """Compare two records of the same texts by the words attributed and the speaker.

    Sources are taken to be the same where their texts, or the digests of withheld ones, are; a statement printed in no
    such text is compared by its content alone. Two statements are on the same words if the characters common to their
    contents are at least half of those in either (a Jaccard index of 0.5), paired greedily, the greatest overlap first.
    Speakers are the same if any names of their actors are, folded; where neither record has an actor, if the words
    printed for them are.
    """
    pairs = _pairs(first, second)
    left = {a.id for a, _ in pairs}
    right = {b.id for _, b in pairs}
    order = {statement.id: place for place, statement in enumerate(first.statements)}
    matched = tuple(sorted(pairs, key=lambda pair: order[pair[0].id]))
    return Comparison(
        matched=matched,
        missed=tuple(statement for statement in first.statements if statement.id not in left),
        added=tuple(statement for statement in second.statements if statement.id not in right),
        misattributed=tuple((a, b) for a, b in matched if not _one_speaker(first, a, second, b)),
    )


def diff(first: Dossier, second: Dossier) -> Difference:
    """What changes from one dossier to another, by id."""
    old, new = _by_id(first), _by_id(second)
    both = [key for key in old if key in new and old[key] != new[key]]
    return Difference(
        added=tuple(key for key in new if key not in old),
        removed=tuple(key for key in old if key not in new),
        changed=tuple((key, _changed_fields(old[key], new[key])) for key in both),
        joins=(first.links, first.identities, first.extra) != (second.links, second.identities, second.extra),
    )


def _by_id(dossier: Dossier) -> dict[str, Noun]:
    tables = (dossier.sources, dossier.actors, dossier.locations, dossier.events, dossier.statements)
    return {noun.id: noun for table in tables for noun in table}


def _changed_fields(old: Noun, new: Noun) -> tuple[str, ...]:
    if type(old) is not type(new):
        return ("kind of object",)
    return tuple(f.name for f in attrs.fields(type(old)) if getattr(old, f.name) != getattr(new, f.name))


def _pairs(first: Dossier, second: Dossier) -> list[tuple[Statement, Statement]]:
    """The best pairing, greedily by overlap."""
    scored: list[tuple[float, Statement, Statement]] = []
    theirs = _by_text(second)
    for text, ours in _by_text(first).items():
        for (a, anchor), (b, other) in product(ours, theirs.get(text, ())):
            score = _jaccard(anchor, other)
            if score >= 0.5:
                scored.append((-score, a, b))
    left: dict[str, Statement] = {}
    right: dict[str, Statement] = {}
    for _, a, b in sorted(scored, key=lambda row: (row[0], row[1].id, row[2].id)):
        if a.id not in left and b.id not in right:
            left[a.id], right[b.id] = a, b
    return list(zip(left.values(), right.values(), strict=True))


def _by_text(dossier: Dossier) -> dict[str, list[tuple[Statement, Anchor]]]:
    """Statements with the words attributed, by the text's digest; those printed in no known text by their content."""
    digests = {source.id: _digest(source) for source in dossier.sources}
    found: defaultdict[str, list[tuple[Statement, Anchor]]] = defaultdict(list)
    for statement in dossier.statements:
        printed = [(key, one.content) for one in statement.evidence if (key := digests.get(one.source)) is not None]
        for key, anchor in printed or [(statement.content, _whole(statement.content))]:
            found[key].append((statement, anchor))
    return found


def _digest(source: Source) -> str | None:
    return source.digest if source.text is None else digest_of(source.text)


def _whole(text: str) -> Anchor:
    return Anchor(spans=(Span(exact=text, start=0, end=len(text)),))


def _jaccard(a: Anchor, b: Anchor) -> float:
    if a.end <= b.start or b.end <= a.start:
        return 0.0
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x, y in product(a.spans, b.spans))
    return common / (_length(a) + _length(b) - common)


def _length(anchor: Anchor) -> int:
    return sum(span.end - span.start for span in anchor.spans)


def _one_speaker(first: Dossier, a: Statement, second: Dossier, b: Statement) -> bool:
    """Whether two records give words to one speaker: by what their actors are called, else by the words printed."""
    ours, theirs = _called(first, a), _called(second, b)
    if ours is None or theirs is None:
        return ours is theirs and not _printed(a).isdisjoint(_printed(b))
    return not ours.isdisjoint(theirs)


def _called(dossier: Dossier, statement: Statement) -> set[str] | None:
    """All names of the actor who speaks, and those printed as a name, folded; None where no actor is on record."""
    same = dossier.same_as(statement.speaker) if statement.speaker is not None else frozenset[str]()
    actors = [actor for actor in dossier.actors if actor.id in same]
    if not actors:
        return None
    names = {name for actor in actors for name in (actor.name, *(other.value for other in actor.names))}
    named = {e.speaker.text for e in statement.evidence if e.speaker is not None and e.naming is Naming.name_}
    return {fold_name(name) for name in names | named}


def _printed(statement: Statement) -> set[str]:
    """The words printed for a speaker who is no actor on record, folded; without any, the voice."""
    words = {fold_name(evidence.speaker.text) for evidence in statement.evidence if evidence.speaker is not None}
    return words or {f"({statement.voice})"}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
