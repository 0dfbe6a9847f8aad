"""Answers as CSV: text of comma-separated values (RFC 4180) that spreadsheets open without running any of it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any, Literal

from onrecord._dossier import Selection
from onrecord._interop._columns import columns
from onrecord._interop._rows import rows
from onrecord.errors import InvalidValueError

# What a spreadsheet may pass over before a formula: quotation marks, spaces, and control and invisible characters.
_PASSED_OVER = r"\'\"\x00-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff"
# Set to another separator, it cuts a cell at semicolons, tabs and line breaks, and there a formula begins as well.
_FORMULA = re.compile(rf"\A(?='*[\0\t\r\n])|(?:\A|(?<=[;\t\r\n]))(?=[{_PASSED_OVER}]*[-=+@－＝＋＠])")


def to_csv(selection: Selection[Any], *, formulas: Literal["escape", "keep"] = "escape") -> str:
    """Make the text of a table."""
    if formulas not in ("escape", "keep"):
        message = f"formulas must be 'escape' or 'keep', got {formulas!r}"
        raise InvalidValueError(message, field="formulas", value=formulas)
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns(selection))
    writer.writerows(map(_escaped, cells) if formulas == "escape" else cells for cells in _lines(selection))
    return text.getvalue()


def _lines(selection: Selection[Any]) -> Iterator[list[str | float | None]]:
    for row in rows(selection):
        yield [_cell(value) for value in row.values()]


def _cell(value: Any) -> str | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _escaped(cell: str | float | None) -> str | float | None:
    return _FORMULA.sub("'", cell) if isinstance(cell, str) else cell
