"""From what msgspec decoded to the model's own objects: one function a class, its code made from the class's fields.

An object is filled while it is of the opened class, and then turned into one of the class itself: no quicker way leads
to a frozen object. What its shape has not seen to, the class's own `__attrs_post_init__` does, without the checks of
single fields; the model alone knows its rules.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final, TypeAlias, cast

from onrecord._codec._fast._code import Code, Member, members_of
from onrecord._codec._fast._keys import FLOAT, ZERO, make_extra
from onrecord._codec._fast._shapes import is_direct, opened
from onrecord._fields import check_fields
from onrecord._model import Account, Anchor, Extra, Participant, Span, Statement, Voice
from onrecord._when import When
from onrecord._when._reader import read
from onrecord._when._relative import parse_offset

Make: TypeAlias = Callable[[Any], tuple[Any, int, int]]
"""Makes an object of its shape, and tells how many keys its text must have, and its marks."""

PLAIN: Final = {
    Account: "x.condition is None",
    Anchor: "len(x.spans) == 1",
    Participant: ("(x.location is None) is not (x.text is None) if x.actor is None else x.location is None is x.text"),
    Span: "x.end - x.start == len(x.exact)",
    Statement: (
        "x.via is None and (x.speaker is None or x.voice is not arbitrary) and (x.occasion is None or x.place is None)"
        " and (not x.accounts or len(x.accounts) == 1 and not x.about"
        " or len({*x.about, *map(event_of, x.accounts)}) == len(x.about) + len(x.accounts))"
    ),
    When: (
        "(x.offset is None or x.relative_to and parse_offset(x.offset))"
        " and (x.text or x.relative_to if x.value is None else read(x.value))"
    ),
}
"""By class, what, where the single fields are right, means that no rule is broken: then the rules are not asked."""

KNOWN: Final[dict[str, Any]] = {
    "arbitrary": Voice.arbitrary,
    "make_extra": make_extra,
    "event_of": attrgetter("event"),
    "parse_offset": functools.lru_cache(1 << 12)(parse_offset),
    "read": read,
}
"""The names in these conditions, and in all code."""


@functools.cache
def maker(cls: Any) -> Make:
    """The function that makes a class's objects.

    The function raises what the class raises for values that it refuses.
    """
    code = Code(KNOWN)
    code.add("def make(given):")
    with code.indented():
        code.add("keys = marks = 0")
        code.add(f"return {_object(code, cls, 'given')}, keys, marks")
    return cast("Make", code.function("make"))


def rules_of(cls: type) -> Callable[[Any], None] | None:
    """A class's `__attrs_post_init__` without the checks of single fields; None where it has no others."""
    rules = cast("types.FunctionType", vars(cls)["__attrs_post_init__"])
    if rules.__code__.co_names == (check_fields.__name__,):
        return None
    return types.FunctionType(rules.__code__, {**rules.__globals__, check_fields.__name__: _pass})


def _object(code: Code, cls: type, given: str) -> str:
    """Code that makes an object of its shape; the variable that then holds it."""
    code.add(f"keys += {sum(member.required for member in members_of(cls))}")
    made = given if is_direct(cls) else code.variable()
    if not is_direct(cls):
        code.add(f"{made} = {code.know(f'Open{cls.__name__}', opened(cls))}()")
    for member in members_of(cls):
        _member(code, member, f"{given}.{member.name}", f"{made}.{member.name}")
    code.add(f"{made}.__class__ = {code.know(cls.__name__, cls)}")
    _rules(code, cls, made)
    return made


def _rules(code: Code, cls: type, made: str) -> None:
    rules = rules_of(cls)
    if rules is None:
        return
    call = f"{code.know(f'rules_of_{cls.__name__}', rules)}({made})"
    code.add(f"if not ({PLAIN[cls].replace('x.', f'{made}.')}): {call}" if cls in PLAIN else call)


def _member(code: Code, member: Member, given: str, target: str) -> None:
    if member.required:
        _value(code, member, given, target)
        return
    value = code.variable()
    code.add(f"{value} = {given}")
    code.add(f"if {value} is None:")
    with code.indented():
        code.add(f"{target} = {_default(code, member)}")
    code.add("else:")
    with code.indented():
        code.add("keys += 1")
        _value(code, member, value, target)


def _default(code: Code, member: Member) -> str:
    plain = member.default in (None, False, ())
    return repr(member.default) if plain else code.know(f"default_{member.name}_{code.variable()}", member.default)


def _value(code: Code, member: Member, value: str, target: str) -> None:
    if member.is_class and member.many:
        _array(code, member.kind, value, target)
    elif member.is_class:
        _assign(code, target, _object(code, member.kind, value))
    elif member.kind is Extra:
        code.add(f"{target}, more, found = make_extra({value})")
        code.add("keys += more; marks |= found")
    else:
        _assign(code, target, value)
        if member.kind is float:
            code.add(f"if type({value}) is float: marks |= {FLOAT} if {value} else {FLOAT | ZERO}")


def _array(code: Code, cls: type, value: str, target: str) -> None:
    item, index, stays = code.variable(), code.variable(), is_direct(cls)
    if not stays:
        code.add(f"{index} = 0")
    code.add(f"for {item} in {value}:")
    with code.indented():
        made = _object(code, cls, item)
        if not stays:
            code.add(f"{value}[{index}] = {made}")
            code.add(f"{index} += 1")
    _assign(code, target, value if stays else f"tuple({value})")


def _assign(code: Code, target: str, value: str) -> None:
    if target != value:
        code.add(f"{target} = {value}")


def _pass(_: object) -> None:
    """Stand in for the check of fields that have been checked."""
