"""Answers as Arrow tables, handed over by the Arrow PyCapsule interface; nanoarrow lays the columns out in memory.

The columns are those of `_columns.fields`. Rows are made and laid out some thousands at a time, so that a large answer
is never a list of dicts as a whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, chain
from typing import Any

from onrecord._dossier import Selection
from onrecord._interop._columns import Kind, fields
from onrecord._interop._extras import needed
from onrecord._interop._instants import floating_moment, utc_moment
from onrecord._interop._rows import Row, rows
from onrecord.errors import InvalidValueError

_BATCH = 8192  # rows
_nanoarrow = partial(needed, "nanoarrow", by="an Arrow table", install="'onrecord[arrow]'")


def stream(selection: Selection[Any], requested_schema: object = None) -> object:
    """Make the capsule of a stream."""
    return _table(selection, requested_schema).__arrow_c_stream__()


def to_pandas(selection: Selection[Any]) -> Any:
    """Make a DataFrame of pandas."""
    load = partial(needed, by="to_pandas()", install="'onrecord[arrow]' pandas pyarrow")
    pandas, pyarrow = load("pandas"), load("pyarrow")
    made = _table(selection)
    return pyarrow.table(made).to_pandas(types_mapper=pandas.ArrowDtype)


def to_polars(selection: Selection[Any]) -> Any:
    """Make a DataFrame of polars."""
    polars = needed("polars", by="to_polars()", install="'onrecord[arrow]' polars")
    made = _table(selection)
    return polars.DataFrame(_nanoarrow().c_array_stream(made))


def _table(selection: Selection[Any], requested_schema: object = None) -> Any:
    na, kinds = _nanoarrow(), fields(selection)
    formats = {} if requested_schema is None else _formats(na, kinds, requested_schema)
    types = {name: _type(na, kind, formats.get(name, "")) for name, kind in kinds.items()}
    starts = range(0, len(selection) or 1, _BATCH)  # one batch at least: it has the schema
    return na.Array.from_chunks([_batch(na, kinds, types, rows(selection[at : at + _BATCH])) for at in starts])


def _formats(na: Any, kinds: dict[str, Kind], requested: object) -> dict[str, str]:
    """The formats that are asked for, by column, each with that of its items, as the C data interface writes them."""
    try:
        schema = na.c_schema(requested)
    except (TypeError, ValueError) as error:
        message = f"requested_schema must be a capsule of an Arrow schema, got {requested!r}"
        raise InvalidValueError(message, field="requested_schema", value=repr(requested)) from error
    asked = [(field.name, field.format, *(item.format for item in field.children)) for field in schema.children]
    names = [name for name, *_ in asked]
    if schema.format != "+s" or names != list(kinds):
        message = f"requested_schema must have the columns {', '.join(kinds)}, got {', '.join(names) or 'none'}"
        raise InvalidValueError(message, field="requested_schema", value=names)
    return {name: "".join(formats) for name, *formats in asked}


def _type(na: Any, kind: Kind, asked: str) -> Any:
    """The type of a column: the one asked for, if that is the same with offsets of 64 bits; else the usual one."""
    text = na.large_string() if asked.endswith("U") else na.string()
    if kind == "texts":
        return na.large_list(text) if asked.startswith("+L") else na.list_(text)
    return text if kind == "text" else _TYPES[kind](na)


_TYPES: dict[Kind, Callable[[Any], Any]] = {
    "integer": lambda na: na.int64(),
    "number": lambda na: na.float64(),
    "truth": lambda na: na.bool_(),
    "utc": lambda na: na.timestamp("us", timezone="UTC"),
    "floating": lambda na: na.timestamp("us"),
}


def _batch(na: Any, kinds: dict[str, Kind], types: dict[str, Any], made: list[Row]) -> Any:
    laid_out = [_column(na, kind, types[name], _values(name, kind, made)) for name, kind in kinds.items()]
    return na.c_array_from_buffers(na.struct(types), len(made), [None], null_count=0, children=laid_out)


def _values(name: str, kind: Kind, made: list[Row]) -> list[Any]:
    """The values of a column; a bound that a row has in one place is in one of two columns."""
    key = name.removesuffix("_floating")
    values: list[Any] = [row[key] for row in made]
    if kind == "utc":
        return [utc_moment(value) for value in values]
    return [floating_moment(value) for value in values] if kind == "floating" else values


def _column(na: Any, kind: Kind, type_: Any, values: Sequence[Any]) -> Any:
    if kind != "texts":
        return na.c_array(values, type_)
    ends = array("q" if type_.type is na.Type.LARGE_LIST else "i", accumulate(map(len, values), initial=0))
    items = na.c_array(list(chain.from_iterable(values)), type_.value_type)
    return na.c_array_from_buffers(type_, len(values), [None, ends], null_count=0, children=[items])
