"""Answers as Arrow tables: read by the libraries of others as the same rows, types, nulls and zones."""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings

from onrecord import Dossier, InvalidValueError, MissingExtraError, Selection, Source, SourceId, When, load_seed
from onrecord._interop import _arrow, rows
from onrecord._interop._columns import columns
from onrecord.testing import dossiers

Table: TypeAlias = list[dict[str, object]]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "arrow.md"
TABLES = ("sources", "actors", "locations", "events", "statements")
JOINS = ("links", "identities")
KINDS = (*TABLES, *JOINS, "testimonies", "disputes", "doubts", "mixed")
TEXT, TEXTS, WHOLE, NUMBER, TRUTH = "string", "list<item: string>", "int64", "double", "bool"
UTC_MOMENT, FLOATING = "timestamp[us, tz=UTC]", "timestamp[us]"
ARROW = (TEXT, TEXTS, WHOLE, NUMBER, TRUTH, UTC_MOMENT, FLOATING)
FRAME = ("String", "List(String)", "Int64", "Float64", "Boolean", "Datetime('us', 'UTC')", "Datetime('us', None)")
POLARS = dict(zip(ARROW, FRAME, strict=True))
SQL = ("VARCHAR", "VARCHAR[]", "BIGINT", "DOUBLE", "BOOLEAN", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP")
DUCKDB = dict(zip(ARROW, SQL, strict=True))
REFERENCES = (
    ("sources", "publisher", "actors"),
    ("locations", "within", "locations"),
    ("events", "part_of", "events"),
    ("events", "where", "locations"),
    ("statements", "speaker", "actors"),
    ("statements", "via", "statements"),
    ("statements", "source", "sources"),
    ("statements", "occasion", "events"),
    ("statements", "place", "locations"),
    ("statements", "published_in", "sources"),
    ("testimonies", "statement", "statements"),
    ("testimonies", "event", "events"),
    ("testimonies", "where", "locations"),
    ("doubts", "statement", "statements"),
    ("disputes", "event", "events"),
    ("links", "claimed_by", "statements"),
)
LISTED = (
    ("actors", "members", "actors"),
    ("statements", "addressees", "actors"),
    ("statements", "events", "events"),
)
SEED = load_seed()


def loaded(name: str) -> Any:
    return pytest.importorskip(name, reason=f"NOT TESTED: {name} is not installed")


@pytest.fixture
def pa() -> Any:
    loaded("nanoarrow")
    return loaded("pyarrow")


def answers(d: Dossier) -> dict[str, Selection[Any]]:
    mixed = Selection([*d.sources, *d.actors, *d.locations, *d.events, *d.statements], d)
    found = {"testimonies": d.testimonies(), "disputes": d.disputes(), "doubts": d.doubts(), "mixed": mixed}
    return {**{name: getattr(d, name) for name in (*TABLES, *JOINS)}, **found}


# What is expected, by the rows and by the page


def named_by_the_page() -> dict[str, list[str]]:
    lines = [line.split("|") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    return {line[1].strip(" `"): re.findall(r"`(\w+)`", line[2]) for line in lines if len(line) == 4}


NAMED = named_by_the_page()


def type_of(kind: str, name: str) -> str:
    """A column's type, by what the page says."""
    if name.endswith("_floating"):
        return FLOATING
    if name.endswith(("_earliest", "_latest")):
        return UTC_MOMENT
    if name in ("start", "end"):
        return WHOLE if kind == "statements" else TEXT
    return next((told for told in (TEXTS, TRUTH, WHOLE, NUMBER) if name in NAMED[told]), TEXT)


def with_floating(names: Iterable[str]) -> list[str]:
    """The columns of a table, by those of the rows: after the bounds of a time, those of a floating time."""
    made: list[str] = []
    for name in names:
        made.append(name)
        if name.endswith("_latest"):
            made += [f"{name.removesuffix('latest')}earliest_floating", f"{name}_floating"]
    return made


def types(kind: str, answer: Selection[Any]) -> dict[str, str]:
    return {name: type_of(kind, name) for name in with_floating(columns(answer))}


def expected(kind: str, answer: Selection[Any]) -> Table:
    told = types(kind, answer)

    def value(row: dict[str, object], name: str) -> object:
        return moment(row, name) if told[name] in (UTC_MOMENT, FLOATING) else row[name]

    return [{name: value(row, name) for name in told} for row in rows(answer)]


def moment(row: dict[str, object], name: str) -> datetime | None:
    """A bound of a row as the page has it: None in the column of the other kind, and out of range."""
    text, floating = row[name.removesuffix("_floating")], name.endswith("_floating")
    if not isinstance(text, str) or text.endswith("Z") is floating or not re.match(r"(?!0000)\d{4}-", text):
        return None
    return datetime.fromisoformat(text)


# What each library reads


def by_pyarrow(answer: Selection[Any]) -> Table:
    read: Table = loaded("pyarrow").table(answer).to_pylist()
    return read


def by_polars(answer: Selection[Any]) -> Table:
    loaded("polars")
    read: Table = answer.to_polars().to_dicts()
    return read


def by_polars_as_it_is(answer: Selection[Any]) -> Table:
    read: Table = loaded("polars").scan_arrow_c_stream(answer).collect().to_dicts()
    return read


def by_pandas(answer: Selection[Any]) -> Table:
    for name in ("pandas", "pyarrow"):
        loaded(name)
    return records(answer.to_pandas())


def by_pandas_as_it_is(answer: Selection[Any]) -> Table:
    loaded("pyarrow")
    return records(loaded("pandas").DataFrame.from_arrow(answer))


def records(frame: Any) -> Table:
    read = {name: [plain(frame[name].iloc[at]) for at in range(len(frame))] for name in frame.columns}
    return [{name: values[at] for name, values in read.items()} for at in range(len(frame))]


def plain(value: Any) -> object:
    """A value of pandas as Python's own; its three signs of a gap are one."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if type(value).__name__ in ("NAType", "NaTType") or value != value:
        return None
    return value.to_pydatetime() if type(value).__name__ == "Timestamp" else value


def by_duckdb(answer: Selection[Any]) -> Table:
    """Moments are read in microseconds, so that DuckDB needs no library of zones."""
    read = loaded("duckdb").connect().from_arrow(answer)
    kinds = dict(zip(read.columns, map(str, read.types), strict=True))
    told = [f'epoch_us("{name}")' if "TIME" in kind else f'"{name}"' for name, kind in kinds.items()]
    return [
        {name: at_moment(value, kinds[name]) for name, value in zip(kinds, row, strict=True)}
        for row in read.project(", ".join(told)).fetchall()
    ]


def at_moment(value: Any, kind: str) -> object:
    if value is None or "TIME" not in kind:
        return value
    return datetime(1970, 1, 1, tzinfo=UTC if "ZONE" in kind else None) + timedelta(microseconds=value)


Reader: TypeAlias = Callable[[Selection[Any]], Table]
EXACT: tuple[Reader, ...] = (by_pyarrow, by_polars, by_polars_as_it_is, by_pandas, by_duckdb)
READERS = (*EXACT, by_pandas_as_it_is)


def same(read: Table, wanted: Table) -> bool:
    """Whether two tables are equal, down to the types of their values and to what has a zone."""
    return read == wanted and [list(map(shape, row.items())) for row in read] == [
        list(map(shape, row.items())) for row in wanted
    ]


def shape(cell: tuple[str, object]) -> tuple[str, object]:
    name, value = cell
    if isinstance(value, datetime):
        return name, value.utcoffset()
    return name, float if name in NAMED[NUMBER] and value is not None else type(value)


@pytest.mark.parametrize("read", EXACT)
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_of_the_seed_is_read_as_its_rows(kind: str, read: Reader) -> None:
    loaded("nanoarrow")
    answer = answers(SEED)[kind]
    assert same(read(answer), expected(kind, answer))


@pytest.mark.parametrize("kind", KINDS)
def test_pandas_own_types_hold_the_same_values(kind: str) -> None:
    loaded("nanoarrow")
    answer = answers(SEED)[kind]
    assert by_pandas_as_it_is(answer) == expected(kind, answer)


@pytest.mark.parametrize("read", READERS)
@settings(max_examples=15)
@given(d=dossiers())
def test_any_table_is_read_as_its_rows(d: Dossier, read: Reader) -> None:
    loaded("nanoarrow")
    for kind, answer in answers(d).items():
        assert read(answer) == expected(kind, answer)


# Types


@pytest.mark.parametrize("answer", [SEED, Dossier()], ids=["seed", "empty"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_have_the_documented_types_with_or_without_rows(kind: str, answer: Dossier, pa: Any) -> None:
    schema = pa.table(answers(answer)[kind]).schema
    assert {field.name: str(field.type) for field in schema} == types(kind, answers(answer)[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_stand_in_the_documented_order(kind: str, pa: Any) -> None:
    answer = answers(SEED)[kind]
    assert pa.table(answer).column_names == with_floating(columns(answer))


@pytest.mark.parametrize("name", [name for told in (TEXTS, TRUTH, WHOLE, NUMBER) for name in NAMED[told]])
def test_a_column_that_the_page_names_is_in_some_table(name: str) -> None:
    assert any(name in columns(answer) for answer in answers(SEED).values())


@pytest.mark.parametrize("answer", [SEED, Dossier()], ids=["seed", "empty"])
@pytest.mark.parametrize("kind", KINDS)
def test_polars_has_the_types(kind: str, answer: Dossier) -> None:
    for name in ("nanoarrow", "polars"):
        loaded(name)
    some = answers(answer)[kind]
    read = {name: re.sub(r"time_\w+=", "", str(told)) for name, told in some.to_polars().schema.items()}
    assert read == {name: POLARS[told] for name, told in types(kind, some).items()}


@pytest.mark.parametrize("answer", [SEED, Dossier()], ids=["seed", "empty"])
@pytest.mark.parametrize("kind", KINDS)
def test_pandas_has_the_types(kind: str, answer: Dossier) -> None:
    for name in ("nanoarrow", "pandas", "pyarrow"):
        loaded(name)
    some = answers(answer)[kind]
    read = {name: str(told) for name, told in some.to_pandas().dtypes.items()}
    assert read == {name: f"{told}[pyarrow]" for name, told in types(kind, some).items()}


@pytest.mark.parametrize("answer", [SEED, Dossier()], ids=["seed", "empty"])
@pytest.mark.parametrize("kind", KINDS)
def test_duckdb_has_the_types(kind: str, answer: Dossier) -> None:
    loaded("nanoarrow")
    some = answers(answer)[kind]
    read = loaded("duckdb").connect().from_arrow(some)
    told = dict(zip(read.columns, map(str, read.types), strict=True))
    assert told == {name: DUCKDB[one] for name, one in types(kind, some).items()}


def test_duckdb_finds_an_answer_by_its_name_in_a_query() -> None:
    loaded("nanoarrow")
    statements = SEED.statements
    told = loaded("duckdb").connect().sql("select count(*) from statements").fetchall()
    assert told == [(len(statements),)]


# Times


def source(value: str | None, text: str | None = None) -> Selection[Any]:
    return Dossier(sources=[Source(id=SourceId("s"), published=When(value=value, text=text))]).sources


TIMES = ("published_earliest", "published_latest", "published_earliest_floating", "published_latest_floating")


def times(answer: Selection[Any]) -> list[object]:
    return [by_pyarrow(answer)[0][name] for name in TIMES]


@pytest.mark.usefixtures("pa")
def test_a_time_with_a_zone_has_its_bounds_in_utc() -> None:
    start = datetime(2023, 5, 2, 23, 27, tzinfo=UTC)
    assert times(source("2023-05-03T02:27[Europe/Moscow]")) == [start, start + timedelta(minutes=1), None, None]


@pytest.mark.usefixtures("pa")
def test_a_floating_time_has_its_bounds_on_the_calendar() -> None:
    assert times(source("2023-05-03")) == [None, None, datetime(2023, 5, 3), datetime(2023, 5, 4)]


@pytest.mark.usefixtures("pa")
def test_an_open_time_has_the_bound_that_is_known() -> None:
    assert times(source("2023-05-03/..")) == [None, None, datetime(2023, 5, 3), None]


@pytest.mark.usefixtures("pa")
@pytest.mark.parametrize("value", ["-0044-03-15", "0000-06", "Y12345", "-0044-03-15T12:00Z"])
def test_a_moment_that_no_datetime_holds_is_null(value: str) -> None:
    assert times(source(value)) == [None] * 4


@pytest.mark.usefixtures("pa")
def test_the_first_and_the_last_moment_that_a_datetime_holds_are_there() -> None:
    bounds = times(source("0001-01-01/9999-12-31T23:59:59.999998"))
    assert bounds == [None, None, datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)]


@pytest.mark.usefixtures("pa")
def test_a_time_that_no_column_of_moments_holds_is_there_as_text() -> None:
    assert by_pyarrow(source("-0044-03-15"))[0]["published"] == "-0044-03-15"


@pytest.mark.usefixtures("pa")
def test_a_time_that_is_not_resolved_has_its_words_alone() -> None:
    row = by_pyarrow(source(None, "a week ago"))[0]
    assert [row["published"], *times(source(None, "a week ago"))] == ["a week ago", None, None, None, None]


# Joins


@pytest.mark.parametrize(("left", "column", "right"), REFERENCES)
def test_tables_join_by_id(left: str, column: str, right: str) -> None:
    for name in ("nanoarrow", "polars"):
        loaded(name)
    frames = {name: answer.to_polars() for name, answer in answers(SEED).items() if name in (left, right)}
    joined = frames[left].join(frames[right], left_on=column, right_on="id", how="inner")
    assert len(joined) == frames[left][column].count()


@pytest.mark.parametrize(("left", "column", "right"), LISTED)
def test_tables_join_by_ids_in_lists(left: str, column: str, right: str) -> None:
    loaded("nanoarrow")
    here, there = answers(SEED)[left], answers(SEED)[right]
    duckdb = loaded("duckdb").connect()
    duckdb.register("here", here)
    duckdb.register("there", there)
    counted = duckdb.sql(f"select count(*) from (select unnest({column}) as id from here) join there using (id)")
    assert counted.fetchall() == [(sum(len(as_list(row[column])) for row in rows(here)),)]


def as_list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


# The interface


def test_a_table_of_many_batches_is_the_same(pa: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pa.table(SEED.statements)
    monkeypatch.setattr(_arrow, "_BATCH", 50)
    parts = pa.table(SEED.statements)
    assert (parts.equals(whole), parts.column("id").num_chunks) == (True, 3)


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_is_valid_arrow(kind: str, pa: Any) -> None:
    pa.table(answers(SEED)[kind]).validate(full=True)


def test_a_capsule_is_read_once(pa: Any) -> None:
    capsule = SEED.statements.__arrow_c_stream__()
    pa.RecordBatchReader._import_from_c_capsule(capsule).read_all()
    with pytest.raises(pa.ArrowInvalid, match="released"):
        pa.RecordBatchReader._import_from_c_capsule(capsule)


def test_an_answer_is_read_as_often_as_one_likes(pa: Any) -> None:
    answer = SEED.statements
    assert pa.table(answer).equals(pa.table(answer))


def test_a_table_outlives_its_dossier(pa: Any) -> None:
    table = pa.table(load_seed().events)
    assert table.equals(pa.table(SEED.events))


def asked(pa: Any, answer: Selection[Any], **changed: Any) -> Any:
    """A table by a schema that asks for other types of some columns."""
    schema = pa.table(answer).schema
    for name, told in changed.items():
        schema = schema.set(schema.get_field_index(name), pa.field(name, told))
    reader = pa.RecordBatchReader._import_from_c_capsule(answer.__arrow_c_stream__(schema.__arrow_c_schema__()))
    return reader.read_all()


def test_text_has_long_offsets_where_they_are_asked_for(pa: Any) -> None:
    table = asked(pa, SEED.statements, content=pa.large_string())
    assert [str(table.schema.field(name).type) for name in ("id", "content")] == ["string", "large_string"]


@pytest.mark.parametrize("items", ["string", "large_string"])
@pytest.mark.parametrize("outer", ["list_", "large_list"])
def test_a_list_has_the_offsets_that_are_asked_for(outer: str, items: str, pa: Any) -> None:
    told = getattr(pa, outer)(getattr(pa, items)())
    table = asked(pa, SEED.statements, hedges=told)
    assert (table.schema.field("hedges").type, table.to_pylist()) == (told, by_pyarrow(SEED.statements))


@pytest.mark.parametrize("told", ["float64", "string_view", "date32"])
def test_a_type_that_is_not_to_be_had_leaves_the_usual_one(told: str, pa: Any) -> None:
    assert asked(pa, SEED.statements, content=getattr(pa, told)()).equals(pa.table(SEED.statements))


@pytest.mark.parametrize("change", ["fewer", "renamed", "moved"])
def test_a_schema_with_other_columns_is_refused(change: str, pa: Any) -> None:
    usual = list(pa.table(SEED.find("kremlin")).schema)
    others = {"fewer": usual[1:], "renamed": [usual[0].with_name("x"), *usual[1:]], "moved": usual[::-1]}
    with pytest.raises(InvalidValueError, match="must have the columns noun, id, name, got"):
        SEED.find("kremlin").__arrow_c_stream__(pa.schema(others[change]).__arrow_c_schema__())


def test_a_schema_without_columns_is_refused(pa: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"must have the columns id, .*, got none$"):
        SEED.events.__arrow_c_stream__(pa.int64().__arrow_c_schema__())


def test_what_is_no_schema_is_refused() -> None:
    loaded("nanoarrow")
    with pytest.raises(InvalidValueError, match="must be a capsule of an Arrow schema, got 'text'"):
        SEED.events.__arrow_c_stream__("text")


def test_the_refusal_of_a_schema_can_be_pickled(pa: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        SEED.events.__arrow_c_stream__(pa.schema([("x", pa.int64())]).__arrow_c_schema__())
    assert pickle.loads(pickle.dumps(caught.value)).value == ["x"]


# Without the extras


def gone(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    for name in names:
        monkeypatch.setitem(sys.modules, name, None)


def test_without_nanoarrow_the_interface_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    gone(monkeypatch, "nanoarrow")
    with pytest.raises(MissingExtraError, match=r"^an Arrow table needs nanoarrow: pip install 'onrecord\[arrow\]'$"):
        SEED.events.__arrow_c_stream__()


@pytest.mark.parametrize("missing", ["pandas", "pyarrow"])
def test_without_pandas_or_pyarrow_to_pandas_names_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone(monkeypatch, missing)
    if missing == "pyarrow":
        monkeypatch.setitem(sys.modules, "pandas", sys)
    message = rf"^to_pandas\(\) needs {missing}: pip install 'onrecord\[arrow\]' pandas pyarrow$"
    with pytest.raises(MissingExtraError, match=message):
        SEED.events.to_pandas()


def test_without_polars_to_polars_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    gone(monkeypatch, "polars")
    with pytest.raises(
        MissingExtraError, match=r"^to_polars\(\) needs polars: pip install 'onrecord\[arrow\]' polars$"
    ):
        SEED.events.to_polars()


@pytest.mark.parametrize("frame", ["to_pandas", "to_polars"])
def test_without_nanoarrow_a_frame_names_the_extra(frame: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "pyarrow", "polars"):
        monkeypatch.setitem(sys.modules, name, sys)
    gone(monkeypatch, "nanoarrow")
    with pytest.raises(MissingExtraError, match="needs nanoarrow"):
        getattr(SEED.events, frame)()


def test_rows_need_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    gone(monkeypatch, "nanoarrow", "pandas", "pyarrow", "polars", "duckdb")
    assert len(SEED.events.to_rows()) == len(SEED.events)
