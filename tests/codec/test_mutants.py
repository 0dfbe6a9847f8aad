"""One valid document spoilt at every place in every way: each mutant is refused, or read for exactly what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from onrecord._codec import loads, to_dict
from onrecord._codec._document import FORMAT
from onrecord.errors import FormatError

Step: TypeAlias = str | int
Place: TypeAlias = tuple[Step, ...]

TEXT = (Path(__file__).parents[1] / "golden" / f"format-{FORMAT}.json").read_text(encoding="utf-8")
DOCUMENT: dict[str, Any] = json.loads(TEXT)
RAW, AGAIN = "raw text: ", "again: "
VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    "false",
    0,
    -5,
    1.9,
    "5",
    "",
    "nobody",
    "ev:flood",
    "st:denial",
    [],
    {},
    [{}],
    {"a:b": 1},
)
RAWS = {
    "NaN": "NaN",
    "huge": "1e999",
    "tiny": "-1e-999",
    "long": "9" * 5000,
    "surrogate": r'"\ud800"',
    "surrogate key": r'{"\udfff":1}',
}
FAULTS = {"repeated-id", "dangling", "wrong-kind", "cycle", "no-text", "content"}
FAULTS |= {f"anchor-{how}" for how in ("lost", "moved", "ambiguous")}
"""The codes of what is wrong with a dossier and not with its form."""
DEFAULTS: dict[Step | None, dict[str, str]] = {
    "sources": {"kind": "other"},
    "actors": {"kind": "unknown"},
    "locations": {"kind": "other"},
    "names": {"kind": "alias"},
    "statements": {"medium": "unknown"},
    "evidence": {"stance": "neutral"},
    **{key: {"basis": "given"} for key in ("published", "retrieved", "when", "said")},
}


def places(data: Any, place: Place = ()) -> Iterator[Place]:
    yield place
    for step, item in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(item, (*place, step))


def at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data


def spoilt(place: Place, spoil: Callable[[Any, Any], object], text: str = TEXT) -> str:
    """A document's text, with its container and step at one place given to a function that spoils it."""
    data = {"": json.loads(text)}
    spoil(at(data, ("", *place)[:-1]), ("", *place)[-1])
    text = json.dumps(data.get("", {}))
    return re.sub(rf'"{RAW}(.*?)"', lambda match: RAWS[match[1]], text).replace(AGAIN, "")


def remove(holder: Any, step: Any) -> None:
    del holder[step]


def put(value: Any) -> Callable[[Any, Any], None]:
    def spoil(holder: Any, step: Any) -> None:
        holder[step] = value

    return spoil


def wrap(make: Callable[..., Any]) -> Callable[[Any, Any], None]:
    def spoil(holder: Any, step: Any) -> None:
        holder[step] = make(holder[step])

    return spoil


def add(key: str) -> Callable[[Any, Any], None]:
    def spoil(holder: Any, step: Any) -> None:
        holder[step][key] = "added"

    return spoil


def rename(name: Callable[[str], str]) -> Callable[[Any, Any], None]:
    def spoil(holder: Any, step: Any) -> None:
        items = [(name(key) if key == step else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(items)

    return spoil


def repeat(holder: Any, step: Any) -> None:
    holder[f"{AGAIN}{step}"] = holder[step]


def spoilings(
    place: Place, document: dict[str, Any] = DOCUMENT, values: tuple[Any, ...] = VALUES
) -> Iterator[Callable[[Any, Any], None]]:
    value = at(document, place)
    yield remove
    yield from map(put, (*values, *(RAW + name for name in RAWS)))
    yield wrap(lambda old: [old])
    yield wrap(lambda old: {"value": old})
    yield wrap(str)
    if isinstance(value, dict):
        yield from map(add, ("unknown", "id", "x:y", "odd key", ""))
        yield wrap(lambda old: list(old.values()))
    if isinstance(value, list):
        yield wrap(lambda old: {str(index): item for index, item in enumerate(old)})
        yield wrap(lambda old: old + old[:1])
        yield wrap(lambda old: old[::-1])
    if isinstance(value, float | int):
        yield wrap(float)
        yield wrap(int)
        yield wrap(lambda old: old + 1)
        yield wrap(lambda old: -old)
    if isinstance(value, str):
        yield wrap(lambda old: old + " ")
        yield wrap(lambda old: old[1:])
        yield wrap(str.upper)
        yield wrap(list)
    if place and isinstance(place[-1], str):
        yield from map(rename, (lambda key: key[:-1], lambda key: key + "s", str.upper))
        yield repeat


def meaning(data: Any, parent: Step | None = None) -> Any:
    """What a document says: what may be left out is left out, and terms that go without saying are said."""
    if isinstance(data, list):
        return [meaning(item, parent) for item in data]
    if not isinstance(data, dict) or parent == "extra":
        return data
    said = {key: meaning(item, key) for key, item in {**DEFAULTS.get(parent, {}), **data}.items()}
    empty = {"anonymous": False, "scare_quotes": False, "extra": {}}
    return {key: item for key, item in said.items() if item != [] and not (key in empty and item == empty[key])}


def written(data: Any) -> str:
    """Text that is equal for equal meanings: types are told apart, the order of a dossier's tables is not."""
    said = meaning(data)
    tables = {key: sorted(map(ordered, item)) if isinstance(item, list) else item for key, item in said.items()}
    return ordered(tables)


def ordered(data: Any) -> str:
    return json.dumps(data, sort_keys=True)


Verdict: TypeAlias = FormatError | bool
"""The refusal of a mutant, or whether it was read for what it says."""


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[str, Verdict]]:
    """Every mutant with its verdict; anything else that is raised ends the test."""
    texts = {spoilt(place, spoil) for place in places(DOCUMENT) for spoil in spoilings(place)}
    return [(text, verdict(text)) for text in texts]


def verdict(text: str) -> Verdict:
    try:
        dossier = loads(text)
    except FormatError as error:
        return error
    return written(to_dict(dossier)) == written(json.loads(text))


def refusal(text: str) -> FormatError:
    with pytest.raises(FormatError) as caught:
        loads(text)
    return caught.value


def path_of(place: Place) -> str:
    """The path of a place; below `extra`, keys stand in brackets."""
    foreign = place.index("extra") if "extra" in place else len(place)
    known = [f".{step}" if isinstance(step, str) else f"[{step}]" for step in place[: foreign + 1]]
    return "".join(["$", *known, *(f"[{step!r}]" for step in place[foreign + 1 :])])


def test_no_mutant_is_changed_in_silence(verdicts: list[tuple[str, Verdict]]) -> None:
    assert [text for text, verdict in verdicts if verdict is False] == []


def test_what_cannot_be_read_brings_no_fault_of_reference_with_it(verdicts: list[tuple[str, Verdict]]) -> None:
    for _, verdict in verdicts:
        if isinstance(verdict, FormatError):
            codes = {problem.code for problem in verdict.problems}
            assert codes <= FAULTS or codes.isdisjoint(FAULTS)


def test_there_are_mutants_of_both_kinds(verdicts: list[tuple[str, Verdict]]) -> None:
    assert sum(verdict is True for _, verdict in verdicts) > 1000
    assert sum(isinstance(verdict, FormatError) for _, verdict in verdicts) > 7000


def test_a_refusal_names_a_place(verdicts: list[tuple[str, Verdict]]) -> None:
    errors = [verdict for _, verdict in verdicts if isinstance(verdict, FormatError)]
    placed = [error for error in errors if all(problem.path != "$" for problem in error.problems)]
    assert len(placed) >= 0.95 * len(errors)


@pytest.mark.parametrize("value", [None, *(RAW + name for name in ("NaN", "tiny", "long", "surrogate"))])
def test_what_no_member_may_hold_is_refused_at_its_very_place(value: object) -> None:
    for place in places(DOCUMENT):
        if place and "extra" not in place:
            problems = refusal(spoilt(place, put(value))).problems
            assert path_of(place) in {problem.path for problem in problems}


def test_a_repeated_key_is_refused_at_its_very_place() -> None:
    for place in places(DOCUMENT):
        if place and isinstance(place[-1], str):
            (problem,) = refusal(spoilt(place, repeat)).problems
            assert problem.code == "repeated-key"
            assert problem.path == path_of(place)


def test_an_unknown_key_is_refused_at_its_very_place() -> None:
    for place in places(DOCUMENT):
        if isinstance(at(DOCUMENT, place), dict) and "extra" not in place:
            problems = refusal(spoilt(place, add("unknown"))).problems
            assert [problem.path for problem in problems] == [f"{path_of(place)}.unknown"]
