"""Who made an article, as a page names them: one or several, persons or organisations."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from onrecord._extract._text._authors import split_byline
from onrecord._loaders._json_ld import as_list, as_thing, kinds_of
from onrecord._model import ActorKind

Author: TypeAlias = tuple[str, ActorKind]

_ADDRESS = re.compile(r"https?://\S+")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")


def authors_of(value: Any) -> tuple[Author, ...]:
    """The authors of JSON-LD or microdata, in order, with their kinds."""
    return _distinct(author for one in as_list(value) for author in _of_thing(one))


def authors_named(names: Iterable[str]) -> tuple[Author, ...]:
    """The authors of bylines; an address is no name."""
    told = (name for text in names if (name := words(text)) and not is_address(name))
    return _distinct((name, ActorKind.unknown) for byline in told for name in split_byline(byline, ActorKind.unknown))


def names_of(value: Any) -> list[str]:
    """The names of one or several persons or organisations: of texts themselves, of objects their `name`."""
    told = (
        name for one in as_list(value) for name in as_list(one if isinstance(one, str) else as_thing(one).get("name"))
    )
    return [name for one in told if (name := words(one)) and not is_address(name)]


def is_address(text: str) -> bool:
    """Whether a text is a whole address of http or https."""
    return _ADDRESS.fullmatch(text) is not None


def words(value: Any) -> str | None:
    """A text with single spaces, and with the characters for which references of HTML stand in it.

    None for what is no text, or has a lone surrogate, which JSON can escape.
    """
    if not isinstance(value, str) or any("\ud800" <= char <= "\udfff" for char in value):
        return None
    plain = _REFERENCE.sub(lambda found: html.unescape(found[0]), value)
    return " ".join(plain.split()) or None


def _of_thing(value: Any) -> Iterator[Author]:
    kind = _kind(kinds_of(as_thing(value)))
    for name in names_of(value):
        yield from ((one, kind) for one in split_byline(name, kind))


def _kind(named: list[str]) -> ActorKind:
    if "Person" in named:
        return ActorKind.person
    return ActorKind.organisation if any(one.endswith("Organization") for one in named) else ActorKind.unknown


def _distinct(authors: Iterable[Author]) -> tuple[Author, ...]:
    return tuple(dict(authors).items())
