"""What the fast path does once msgspec is there. Loaded by `_fast` alone."""

from __future__ import annotations

from onrecord._codec._fast._reading import read_document, read_line
from onrecord._codec._fast._writing import write

__all__ = ["read_document", "read_line", "write"]
