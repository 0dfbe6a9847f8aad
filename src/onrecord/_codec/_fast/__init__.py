"""The fast path: reading and writing by msgspec, where that is installed.

Each function gives exactly what the strict path gives, or None: then the strict path decides, and tells the faults.
What is declined is whatever has a fault, is of another version than ours, or cannot be told to be right at once.
"""

from __future__ import annotations

import functools
from importlib import import_module
from typing import Final, Protocol, cast

from onrecord._codec._document import Document, Item
from onrecord._codec._limits import Limits

_KNOWN: Final = ("0.22.",)  # the versions of msgspec whose ways were looked into
_PAYS: Final = 2**20  # to load msgspec and make the code takes as long as to read so many bytes strictly
_STATEMENT: Final = 2**10  # about the bytes of one


class Codec(Protocol):
    """What the module that needs msgspec has."""

    def read_line(self, line: bytes, limits: Limits) -> Item | None:
        """Read a line of JSON Lines."""

    def read_document(self, data: bytes, limits: Limits) -> Document | None:
        """Read a file."""

    def write(self, instance: Item | Document) -> bytes | None:
        """Write an object, or a file."""


def read_document(data: bytes, limits: Limits) -> Document | None:
    """What stands in a file, or None where only the strict path can tell."""
    fast = codec_for(len(data))
    return None if fast is None else fast.read_document(data, limits)


def write_document(document: Document) -> bytes | None:
    """The JSON text of a file on one line, or None where only the strict path can tell."""
    fast = codec_for(len(document.statements) * _STATEMENT)
    return None if fast is None else fast.write(document)


def codec_for(size: int) -> Codec | None:
    """The module that reads and writes, where it can be had and for so many bytes pays its loading."""
    return codec() if size >= _PAYS or codec.cache_info().currsize else None


@functools.cache
def codec() -> Codec | None:
    """The module that reads and writes, loaded by the first call; None without a msgspec that is known."""
    try:
        version: str = import_module("msgspec").__version__
    except ModuleNotFoundError:
        return None
    known = version.startswith(_KNOWN)
    return cast("Codec", import_module("onrecord._codec._fast._codec")) if known else None
