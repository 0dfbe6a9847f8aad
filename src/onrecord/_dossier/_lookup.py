"""From what a caller gives (an object, an id, a name, a printed word) to what is on record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from onrecord._dossier._indexes import Indexes, names_of
from onrecord._dossier._selection import As, Statements
from onrecord._dossier._text import fold_name
from onrecord._dossier._visible import visible
from onrecord._model import Account, Actor, Event, Location, Source, Statement, Voice
from onrecord.errors import AmbiguousNameError, InvalidValueError, UnknownIdError

_NOBODY = {Voice.writer: "(the writer)", Voice.arbitrary: "(nobody named)", Voice.other: "(not resolved)"}


def resolve(index: Indexes, thing: object, kind: type | None = None) -> str:
    """The id of what an object, an id or a name stands for.

    Raises:
        UnknownIdError: where nothing (of that kind) is on record under it.
        AmbiguousNameError: where a name is borne by several that are not judged to be one.
    """  # noqa: DOC501
    key = thing if isinstance(thing, str) else getattr(thing, "id", None)
    noun = index.by_id.get(key) if isinstance(key, str) else None
    if noun is not None and (kind is None or isinstance(noun, kind)):
        return noun.id
    if not isinstance(thing, str):
        raise unknown(index, thing, kind)
    keys = _exact(index, thing, kind) or (_whole(index, thing, kind) if noun is None else [])
    return _one(index, thing, keys, kind)


def unknown(index: Indexes, thing: object, kind: type | None = None) -> UnknownIdError:
    """The error for what is not on record, with what comes near."""
    key = thing if isinstance(thing, str) else getattr(thing, "id", None)
    near = _near(index, key, kind) if isinstance(key, str) else ()
    what = "nothing" if kind is None else f"no {kind.__name__.lower()}"
    other = index.by_id.get(key) if isinstance(key, str) else None
    is_other = f" (it is the id of a record of class {type(other).__name__})" if other is not None else ""
    hint = f"; did you mean {', '.join(map(repr, near))}?" if near else ""
    shown = repr(thing) if isinstance(thing, str) else f"{type(thing).__name__} {key!r}"
    return UnknownIdError(f"{what} on record is {shown}{is_other}{hint}", key=thing, candidates=near)


def found(index: Indexes, name: str) -> tuple[str, ...]:
    """All ids that a name may mean: borne exactly, printed for a speaker, then by words; each once."""
    exact = [key for names in index.names.values() for key in names.exact(name)]
    printed = [s.speaker for s in index.printed.get(fold_name(name), ()) if s.speaker in index.by_id]
    near = [key for names in index.names.values() for key in names.matching(name)]
    direct = [name] if name in index.by_id else []
    return tuple(dict.fromkeys(key for key in (*direct, *exact, *printed, *near) if key is not None))


def _near(index: Indexes, name: str, kind: type | None) -> tuple[str, ...]:
    """What a caller may have meant: by words, or else by spelling."""
    by_words = found(index, name)
    by_spelling = [key for names in index.names.values() for key in names.close(name)]
    suited = (key for key in by_words or by_spelling if kind is None or isinstance(index.by_id[key], kind))
    return tuple(islice(suited, 8))


def below(index: Indexes, key: str) -> set[str]:
    """An object with what is part of it or lies within it, and all judged to be one with any of them."""
    noun = index.by_id[key]
    if isinstance(noun, Event):
        return index.closure(key, index.parts)
    if isinstance(noun, Location):
        return index.closure(key, index.inside)
    return set(index.clusters.of(key))


def accounts_on(index: Indexes, events: Collection[str]) -> list[tuple[Statement, Account]]:
    """The accounts of some events, in the order of their statements."""
    pairs = [pair for event in sorted(events) for pair in index.accounts.get(event, ())]
    return sorted(pairs, key=lambda pair: index.rank[pair[0].id])


def statements_by(index: Indexes, actor: Actor | str, *, as_: As, members: bool) -> Statements:
    """What an actor says or relays; see `Dossier.statements_by`.

    Raises:
        InvalidValueError: for a part that is none of the three.
    """
    if as_ not in ("speaker", "relay", "any"):
        raise InvalidValueError(f"as_ must be 'speaker', 'relay' or 'any', got {as_!r}", field="as_", value=as_)
    by_id = isinstance(actor, Actor) or isinstance(index.by_id.get(actor), Actor)
    printed = () if by_id else index.printed.get(fold_name(str(actor)), ())
    key = _named(index, str(actor), printed) if printed else resolve(index, actor, Actor)
    actors = _speaking_for(index, key, members=members)
    said = [s for one in actors for s in index.spoken.get(one, ())] + list(printed)
    statements = [] if as_ == "relay" else list(said)
    if as_ != "speaker":
        statements += _resting_on(index, said)
    note = "" if isinstance(actor, Actor) or by_id else _note(index, actor, key, printed)
    return Statements(index.in_order(statements), index.dossier, note=note)


def chain_up(index: Indexes, statement: Statement) -> list[Statement]:
    """A statement, the one on which our knowledge of it rests, and so on outward; a loop ends where it closes."""
    steps = {statement.id: statement}
    via = statement.via
    while via is not None and via not in steps:
        outer = index.by_id.get(via)
        if not isinstance(outer, Statement):
            break
        steps[outer.id] = outer
        via = outer.via
    return list(steps.values())


def speaker_of(index: Indexes, statement: Statement) -> Actor | None:
    """The actor who says a statement, if one is on record."""
    actor = index.by_id.get(statement.speaker) if statement.speaker is not None else None
    return actor if isinstance(actor, Actor) else None


def speaker_name(index: Indexes, statement: Statement) -> str:
    """What to call who says it: the actor's name, the words printed, or a note in round brackets."""
    actor = speaker_of(index, statement)
    if actor is not None:
        return actor.name
    printed = [evidence.speaker.text for evidence in statement.evidence if evidence.speaker is not None]
    if printed or statement.voice is not Voice.writer or not statement.evidence:
        return printed[0] if printed else _NOBODY[statement.voice]
    return f"(the writer of {source_name(index, statement.evidence[0].source)})"


def source_name(index: Indexes, key: str) -> str:
    """What to call a source: its title, or else its id."""
    source = index.by_id.get(key)
    return source.title if isinstance(source, Source) and source.title is not None else key


def _exact(index: Indexes, name: str, kind: type | None) -> list[str]:
    """Those who bear exactly this name."""
    return [key for noun, names in index.names.items() if kind in (None, noun) for key in names.exact(name)]


def _whole(index: Indexes, name: str, kind: type | None) -> list[str]:
    """Those in one of whose names every word given is a word."""
    return [key for noun, names in index.names.items() if kind in (None, noun) for key in names.whole(name)]


def _one(index: Indexes, name: str, keys: list[str], kind: type | None) -> str:
    if not keys:
        raise unknown(index, name, kind)
    if any(key not in index.clusters.of(keys[0]) for key in keys):
        shown = ", ".join(f"{key!r} ({visible(names_of(index.by_id[key])[0])})" for key in keys[:8])
        message = f"{name!r} may be any of {len(keys)}; choose one by its id: {shown}"
        raise AmbiguousNameError(message, name=name, candidates=tuple(keys))
    return keys[0]


def _named(index: Indexes, name: str, printed: Iterable[Statement]) -> str | None:
    """The actor that words printed for a speaker name: by the whole name, or in part if printed for them.

    None where they name nobody, as a metonym does.
    """
    exact = _exact(index, name, Actor)
    if exact:
        return _one(index, name, exact, Actor)
    speakers = {same for s in printed if s.speaker is not None for same in index.clusters.of(s.speaker)}
    near = {index.clusters.lead(key) for key in _whole(index, name, Actor) if key in speakers}
    return near.pop() if len(near) == 1 else None


def _speaking_for(index: Indexes, key: str | None, *, members: bool) -> set[str]:
    if key is None or not members:
        return set(index.clusters.of(key)) if key is not None else set()
    below: dict[str, tuple[str, ...]] = {actor.id: actor.members for actor in index.dossier.actors}
    return index.closure(key, below)


def _resting_on(index: Indexes, statements: list[Statement]) -> Iterator[Statement]:
    seen = {statement.id for statement in statements}
    waiting = list(statements)
    while waiting:
        for inner in index.relayed.get(waiting.pop().id, ()):
            yield inner
            if inner.id not in seen:
                seen.add(inner.id)
                waiting.append(inner)


def _note(index: Indexes, words: str, key: str | None, printed: Iterable[Statement]) -> str:
    """What a reader should know of how a name was taken; nothing where it is an actor's whole name."""
    if printed:
        names = dict.fromkeys(speaker_name(index, statement) for statement in printed)
        return f"printed as {words!r}: {', '.join(map(visible, names))}"
    if key is None or key in _exact(index, words, Actor):
        return ""
    return f"{words!r} taken for {visible(names_of(index.by_id[key])[0])}"
