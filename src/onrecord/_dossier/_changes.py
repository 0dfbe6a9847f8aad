"""Dossiers from dossiers: adding, replacing, removing and merging; nothing is ever rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from onrecord._model import Actor, Event, Extra, Identity, Link, Location, Source, Statement
from onrecord._model._extra import kept_member
from onrecord.errors import ConflictError, InvalidValueError, UnknownIdError

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier, Noun, Recorded

TABLES: dict[type, str] = {
    Source: "sources",
    Actor: "actors",
    Location: "locations",
    Event: "events",
    Statement: "statements",
    Link: "links",
    Identity: "identities",
}
"""The table in which objects of a class stand."""


def add(dossier: Dossier, objects: Sequence[Recorded]) -> Dossier:
    """See `Dossier.add`."""
    tables = _tables(dossier)
    for item in objects:
        tables[_table_of(item)].append(item)
    return _united(dossier, tables, dossier.extra)


def merge(dossier: Dossier, others: Sequence[Dossier]) -> Dossier:
    """See `Dossier.merge`."""
    tables = _tables(dossier)
    for other in others:
        for name, table in _tables(other).items():
            tables[name] += table
    return _united(dossier, tables, _merged_extra([dossier, *others]))


def replace(dossier: Dossier, objects: Sequence[Noun]) -> Dossier:
    """See `Dossier.replace`."""
    tables = _tables(dossier)
    places = {name: {_key(item): at for at, item in reversed([*enumerate(table)])} for name, table in tables.items()}
    for item in objects:
        name = _table_of(item)
        key = _key(item)
        if key not in places[name]:
            raise UnknownIdError(f"{name} have no {key!r} to replace", key=key)
        tables[name][places[name][key]] = item
    return type(dossier)(**tables, extra=dossier.extra)


def remove(dossier: Dossier, things: Sequence[Recorded | str]) -> Dossier:
    """See `Dossier.remove`."""
    gone = {thing if isinstance(thing, str) else _key(thing) for thing in things}
    tables = _tables(dossier)
    missing = gone.difference(_key(item) for table in tables.values() for item in table)
    if missing:
        raise UnknownIdError(f"not on record: {', '.join(sorted(map(str, missing)))}", key=sorted(map(str, missing))[0])
    kept = {name: [item for item in table if _key(item) not in gone] for name, table in tables.items()}
    return type(dossier)(**kept, extra=dossier.extra)


def _table_of(item: object) -> str:
    name = TABLES.get(type(item))
    if name is None:
        raise InvalidValueError(
            f"a dossier holds nouns, links and identities, not {item!r}", field="Dossier", value=item
        )
    return name


def _key(item: Any) -> Any:
    return item if isinstance(item, Link | Identity) else item.id


def _tables(dossier: Dossier) -> dict[str, list[Any]]:
    return {name: list(getattr(dossier, name)) for name in TABLES.values()}


def _united(dossier: Dossier, tables: dict[str, list[Any]], extra: Extra) -> Dossier:
    united = {name: list(dict.fromkeys(table)) for name, table in tables.items()}
    clashing = _repeated(item.id for name in tables for item in united[name] if name not in ("links", "identities"))
    if clashing:
        message = f"one id, different contents: {', '.join(clashing)}; give one of each pair another id"
        raise ConflictError(message, ids=clashing)
    return type(dossier)(**united, extra=extra)


def _repeated(keys: Iterable[str]) -> tuple[str, ...]:
    seen: set[str] = set()
    return tuple(sorted({key for key in keys if key in seen or seen.add(key)}))  # type: ignore[func-returns-value]


def _merged_extra(dossiers: list[Dossier]) -> Extra:
    pairs = {(key, Extra({key: d.extra[key]})) for d in dossiers for key in d.extra}
    clashing = _repeated(_name_in_extra(key) for key, _ in pairs)
    if clashing:
        raise ConflictError(f"one key of extra, different values: {', '.join(clashing)}", ids=clashing)
    return Extra({key: extra[key] for key, extra in pairs})


def _name_in_extra(key: str) -> str:
    """A key, or for what a newer format had as a member the member: one of two versions is one."""
    kept = kept_member(key)
    return key if kept is None else kept[1]
