"""Answers as CSV: read back without a loss, and without a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import Actor, ActorId, Dossier, InvalidValueError, Location, LocationId, Point, Selection
from onrecord._dossier import Identities, Links, Locations
from onrecord._interop import rows
from onrecord._interop._csv import to_csv
from onrecord.testing import dossiers

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
ROWS, PAGE = (REFERENCE.joinpath(name).read_text(encoding="utf-8") for name in ("rows.md", "csv.md"))
NOUNS = ("sources", "actors", "locations", "events", "statements")
KINDS = (*NOUNS, "testimonies", "disputes", "doubts", "links", "identities", "mixed")
TABLE = [re.findall(r"`(\w+)`", line.split("|")[2]) for line in ROWS.splitlines() if line.startswith("| `")]
COLUMNS = dict(zip(KINDS, TABLE, strict=True))
FORMULA = "=+-@＝＋－＠"
NAUGHTY = st.text(st.sampled_from(f"{FORMULA}'\"\t\r\n\0;,a \ufeff\xa0") | st.characters(codec="utf-8"), min_size=1)


def answers(d: Dossier) -> dict[str, Selection[Any]]:
    mixed = Selection([*d.sources, *d.actors, *d.locations, *d.events, *d.statements], d)
    joins = {"links": Links(d.links, d), "identities": Identities(d.identities, d)}
    found = {"testimonies": d.testimonies(), "disputes": d.disputes(), "doubts": d.doubts()}
    return {**{name: getattr(d, name) for name in NOUNS}, **found, **joins, "mixed": mixed}


def page_code() -> dict[str, Any]:
    """What the page on CSV gives for undoing the apostrophes."""
    names: dict[str, Any] = {}
    exec(re.findall(r"```python\n(import re\n.*?)```", PAGE, re.DOTALL)[0], names)
    return names


original = page_code()["original"]


def columns_of(holds: str) -> list[str]:
    """The columns that the page lists for one kind of value."""
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| {holds} |"))
    return re.findall(r"`(\w+)`", line.split("|")[3])


LISTS, TRUTHS = columns_of("a list of text"), columns_of("true or false")
WHOLE, NUMBERS = ["characters", "start", "end"], columns_of("a number")


def value_of(kind: str, column: str, cell: str) -> object:
    """A cell's value, by what the page says of its column."""
    if cell == "":
        return None
    if column in LISTS:
        return json.loads(original(cell))
    if column in TRUTHS:
        return {"true": True, "false": False}[cell]
    if column in NUMBERS or (column in WHOLE and kind in ("sources", "statements")):
        return json.loads(cell)
    return original(cell)


def parsed(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def read(kind: str, table: list[list[str]]) -> list[dict[str, object]]:
    head, *lines = table
    return [{name: value_of(kind, name, cell) for name, cell in zip(head, line, strict=True)} for line in lines]


def typed(rows: list[dict[str, object]]) -> str:
    """Rows as text that tells 1 from 1.0 and from true."""
    return repr(rows)


def pieces(cell: str) -> list[str]:
    """What a spreadsheet would take for cells, whatever separator it is set to."""
    return re.split(r"[;\t\r\n]", cell)


def begins_a_formula(piece: str) -> bool:
    return piece.lstrip('"\ufeff\xa0 \0').startswith(tuple(FORMULA))


def named(name: str) -> Selection[Any]:
    return Dossier(actors=[Actor(id=ActorId("ann"), name=name)]).actors


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_without_items_has_the_header_of_the_documented_columns(kind: str) -> None:
    assert parsed(to_csv(answers(Dossier())[kind])) == [COLUMNS[kind]]


@settings(max_examples=20)
@given(dossiers())
def test_the_header_is_that_of_the_rows(d: Dossier) -> None:
    told = ((parsed(to_csv(answer))[0], rows(answer)) for answer in answers(d).values())
    assert all(list(row) == head for head, some in told for row in some)


@settings(max_examples=40)
@given(dossiers())
def test_reading_it_back_gives_the_rows(d: Dossier) -> None:
    for kind, answer in answers(d).items():
        assert typed(read(kind, parsed(to_csv(answer)))) == typed(rows(answer))


@settings(max_examples=20)
@given(dossiers())
def test_pandas_reads_the_same_cells(d: Dossier) -> None:
    pandas = pytest.importorskip("pandas", reason="NOT TESTED: that pandas reads CSV; it comes with the extra 'test'")
    for answer in answers(d).values():
        text = to_csv(answer)
        frame = pandas.read_csv(io.StringIO(text, newline=""), dtype=str, keep_default_na=False)
        assert [list(frame.columns), *frame.to_numpy().tolist()] == parsed(text)


def test_pandas_reads_numbers_and_truths_and_tells_what_is_absent_from_a_name() -> None:
    pandas = pytest.importorskip("pandas", reason="NOT TESTED: that pandas reads CSV; it comes with the extra 'test'")
    point = Point(latitude=-33.5, longitude=151)
    places = [Location(id=LocationId("a"), name="NA", point=point), Location(id=LocationId("b"), name="None")]
    text = to_csv(Dossier(locations=places).locations)
    frame = pandas.read_csv(io.StringIO(text), keep_default_na=False, na_values=[""])
    told = [list(frame["name"]), list(frame["latitude"].isna()), frame["latitude"][0]]
    assert told == [["NA", "None"], [False, True], -33.5]


@settings(max_examples=20)
@given(dossiers())
def test_no_row_holds_an_empty_text(d: Dossier) -> None:
    assert all(value != "" for answer in answers(d).values() for row in rows(answer) for value in row.values())


@given(NAUGHTY)
@example("=1+1")
@example("\t=1+1")
@example("so; =1+1")
@example("so;\t=1+1")
@example("so\r\n\ufeff-1+1")
@example('so;"=1+1"')
def test_no_text_is_a_formula_whatever_the_separator(name: str) -> None:
    cell = parsed(to_csv(named(name)))[1][1]
    assert not any(map(begins_a_formula, pieces(cell)))


@given(NAUGHTY)
def test_no_text_begins_with_a_tab_a_line_break_or_nul(name: str) -> None:
    assert not parsed(to_csv(named(name)))[1][1].startswith(("\t", "\r", "\n", "\0"))


@settings(max_examples=20)
@given(dossiers())
def test_no_cell_of_text_begins_with_a_formula_character(d: Dossier) -> None:
    for answer in answers(d).values():
        head, *lines = parsed(to_csv(answer))
        cells = (cell for line in lines for name, cell in zip(head, line, strict=True) if name not in NUMBERS)
        assert not any(cell.startswith((*FORMULA, "\t", "\r", "\n", "\0")) for cell in cells)


@given(st.lists(NAUGHTY))
def test_no_item_of_a_list_is_a_formula_where_a_semicolon_parts_cells(names: list[str]) -> None:
    members = tuple(ActorId(name) for name in names)
    cell = parsed(to_csv(Dossier(actors=[Actor(id=ActorId("all of them"), name="All", members=members)]).actors))[1][5]
    assert not any(map(begins_a_formula, pieces(cell)))


@given(NAUGHTY)
@example("'=1")
@example("''\t'=1")
def test_the_pages_code_takes_out_what_was_added_and_nothing_else(name: str) -> None:
    assert original(parsed(to_csv(named(name)))[1][1]) == name


@given(NAUGHTY)
def test_formulas_are_kept_on_request(name: str) -> None:
    assert parsed(to_csv(named(name), formulas="keep"))[1][1] == name


@pytest.mark.parametrize("name", ["Ann Lee", "‘Ann’", "'Tis", "a-b", "a = b", "Lee, Ann", "1-2", "a;b", "— Ann", "“=”"])
def test_a_text_that_is_no_formula_is_left_alone(name: str) -> None:
    assert parsed(to_csv(named(name)))[1][1] == name


def test_a_negative_number_stays_a_number() -> None:
    places = [Location(id=LocationId("a"), name="A", point=Point(latitude=-33.5, longitude=-1e-7))]
    assert "-33.5,-1e-07" in to_csv(Dossier(locations=places).locations)


def test_every_line_ends_with_carriage_return_and_line_feed() -> None:
    assert to_csv(named("Ann Lee")).split("\r\n")[1:] == ["ann,Ann Lee,unknown,[],false,[],[],[],[]", ""]


def test_another_way_with_formulas_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="formulas must be 'escape' or 'keep', got 'drop'"):
        to_csv(named("Ann Lee"), formulas="drop")  # type: ignore[arg-type]


@pytest.mark.parametrize("x", [Dossier(), None, [], Actor(id=ActorId("ann"), name="Ann Lee"), Selection])
def test_what_is_no_answer_is_refused(x: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"only an answer has columns, such as d\.statements") as caught:
        to_csv(x)
    assert caught.value.value is x


def test_an_answer_of_a_kind_of_the_callers_has_the_columns_of_the_kind_it_is_made_from() -> None:
    class Places(Locations):
        __slots__ = ()

    assert to_csv(Places((), Dossier())) == to_csv(Dossier().locations)
