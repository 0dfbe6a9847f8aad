"""Files: read within a limit, zipped by name, and put in the place of the old one whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import re
import secrets
import stat
import sys
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from gzip import BadGzipFile, GzipFile
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, TypeAlias, cast

from onrecord.errors import FormatError, Problem

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

if sys.platform != "win32":
    import fcntl


class Readable(Protocol):
    """What lines are read from: a file opened in binary mode, or anything that reads lines so."""

    def readline(self, size: int, /) -> bytes:
        """At most so many bytes up to the end of the line; none at the end."""
        ...


class Writable(Protocol):
    """What lines are written to: a file opened in binary mode, or anything that takes bytes so."""

    def write(self, data: bytes, /) -> object:
        """Take bytes."""
        ...


FilePath: TypeAlias = str | PathLike[str]

_LOCKS: bool = sys.platform != "win32"  # there, no file that is open can be removed
_MAGIC: Final = b"\x1f\x8b"
_LEVEL: Final = 5  # 6 takes half as long again and saves four bytes in a hundred, measured on JSON Lines
_BLOCK: Final = 2**20
_TAIL: Final = ".onrecord.tmp"
_LONGEST_NAME: Final = 255 - len(f"..{'0' * 16}{_TAIL}")  # what file systems allow, in bytes, and what is put around it
_A_MINUTE: Final = 60


def replace(path: FilePath, chunks: Iterable[bytes]) -> None:
    """Write a file, whole or not at all, zipped where its name ends in `.gz`.

    The chunks are taken one by one; where taking one fails, the file is not touched. A device or pipe is written to
    as it is.

    Raises:
        OSError: where the system refuses, with the name as given.
    """
    content = _zipped(chunks) if _is_zipped(path) else chunks
    if Path(path).exists() and not Path(path).is_file():
        with _writer(_Named(path, "wb", path)) as file:
            file.writelines(content)
    else:
        _put(content, Path(os.path.realpath(path)), path)  # a link stays a link


def read(path: FilePath, limit: int | None) -> bytes:
    """Read a file, unzipped where its name ends in `.gz`.

    Args:
        path: the file.
        limit: how many bytes it may have when unzipped; what has more is left after so many. None: any number.

    Raises:
        FormatError: `too-large`, and as for `opened`.
    """
    with opened(path) as file:
        return b"".join(_blocks(file, limit, path))


def lines(path: FilePath, longest: int | None) -> Iterator[bytes]:
    r"""Read a file line by line, unzipped where its name ends in `.gz`, each with the `\n` that ends it.

    The file is opened when the first line is asked for, and closed with the iterator.

    Args:
        path: the file.
        longest: how many bytes a line may have; a longer one is cut off behind one byte more. None: any number.

    Raises:
        FormatError: as for `opened`.
    """
    with opened(path) as file:
        yield from lines_in(file, longest)


def lines_in(file: Readable, longest: int | None) -> Iterator[bytes]:
    """Read a stream line by line, as `lines` reads a file."""
    most = -1 if longest is None else longest + 1
    for line in iter(partial(file.readline, most), b""):
        yield line
        if len(line) == most and not line.endswith(b"\n"):
            _skip_line(file)


def _skip_line(file: Readable) -> None:
    while (piece := file.readline(_BLOCK)) and not piece.endswith(b"\n"):
        pass


def write_all(file: Writable, data: bytes) -> None:
    """Write all of some bytes; a raw stream may take them in several pieces.

    Raises:
        BlockingIOError: where a raw stream takes nothing now.
    """
    written = file.write(data)
    if not isinstance(file, io.RawIOBase):
        return
    while written != len(data):
        if written is None:
            raise BlockingIOError("the stream takes nothing now: give one that blocks")
        data = data[cast("int", written) :]
        written = file.write(data)


def too_large(path: FilePath, limit: int) -> FormatError:
    """The error for a file that has more bytes than this, unzipped."""
    unzipped = " when unzipped" if _is_zipped(path) else ""
    return _fault(path, "too-large", f"is larger than {limit:,} bytes{unzipped}: limits=Limits(size=None) lifts it")


def is_lines(path: FilePath) -> bool:
    """Whether a file is one of JSON Lines, zipped or not, by its name."""
    return Path(path).name.lower().endswith((".jsonl", ".jsonl.gz"))


@contextmanager
def opened(path: FilePath) -> Generator[BinaryIO]:
    """Open a file for reading, unzipped where its name ends in `.gz`.

    Raises:
        FormatError: `not-gzip` for a name that ends in `.gz` and content that is not zipped, `gzip` for the contrary,
            `damaged` when what cannot be unzipped, or ends too early, is read.
        OSError: where the system refuses.
    """
    with Path(path).open("rb") as file:
        _check_head(file.peek(2)[:2], path)
        if not _is_zipped(path):
            yield file
        else:
            with _telling_damage(path), GzipFile(fileobj=file) as unzipped:
                yield io.BufferedReader(unzipped, _BLOCK)


def _blocks(file: BinaryIO, limit: int | None, path: FilePath) -> Iterator[bytes]:
    length = 0
    while block := file.read(_BLOCK):
        length += len(block)
        if limit is not None and length > limit:
            raise too_large(path, limit)
        yield block


def _check_head(head: bytes, path: FilePath) -> None:
    """Refuse a file that is zipped and not named so, or named so and not zipped."""
    if not _is_zipped(path) and head == _MAGIC:
        raise _fault(path, "gzip", "is compressed by gzip, which its name does not say: let it end in '.gz'")
    if _is_zipped(path) and not (head and _MAGIC.startswith(head)):
        raise _fault(path, "not-gzip", "is not compressed by gzip, as its name says: let it not end in '.gz'")


@contextmanager
def _telling_damage(path: FilePath) -> Generator[None]:
    try:
        yield
    except (BadGzipFile, EOFError, zlib.error) as error:
        raise _fault(path, "damaged", f"is compressed by gzip and damaged: {error}") from None


def _fault(path: FilePath, code: str, message: str) -> FormatError:
    return FormatError((Problem(path="$", code=code, message=message),), source=os.fspath(path))


def _is_zipped(path: FilePath) -> bool:
    return Path(path).suffix.lower() == ".gz"


def _zipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(_LEVEL, wbits=31)  # gzip, with neither a time nor a name in its header
    for chunk in chunks:
        yield packer.compress(chunk)
    yield packer.flush()


@contextmanager
def _naming(path: FilePath) -> Generator[None]:
    """Let what the system refuses be told with the name that the caller gave."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = os.fspath(path), None
        raise


class _Named(io.FileIO):
    """A file to write to, told by the name that the caller gave."""

    def __init__(self, file: FilePath, mode: str, path: FilePath) -> None:
        self._path = path
        with _naming(path):
            super().__init__(os.fspath(file), mode)

    def write(self, data: ReadableBuffer, /) -> int:
        with _naming(self._path):
            return super().write(data)


def _writer(raw: io.FileIO) -> io.BufferedWriter:
    return io.BufferedWriter(raw, _BLOCK)


def _put(content: Iterable[bytes], target: Path, path: FilePath) -> None:
    """Write a file beside the target, then put it in the target's place.

    It is locked as long as it is written: of those that can be locked, the writer is dead.
    """
    aside, raw = _beside(target, path)
    try:
        with _writer(raw) as file:
            _sweep(target, raw)
            mode = _mode(target, raw)
            with _naming(path):
                aside.chmod(mode | stat.S_IRUSR)  # the next one must be able to open it, to find it locked or not
            file.writelines(content)
            file.flush()
            with _naming(path):
                os.fsync(raw.fileno())
                aside.chmod(mode)
                if not _LOCKS:
                    file.close()
                os.replace(aside, target)  # noqa: PTH105
        _sync(target.parent)
    finally:
        aside.unlink(missing_ok=True)


def _beside(target: Path, path: FilePath) -> tuple[Path, io.FileIO]:
    """A new file beside the target, locked; another one where a sweep came between making and locking it."""
    while True:
        aside = target.with_name(f".{_stem(target.name)}.{secrets.token_hex(8)}{_TAIL}")
        raw = _Named(aside, "xb", path)
        if _LOCKS:
            with suppress(OSError):  # some file systems have no locks, and then nothing there is swept
                fcntl.flock(raw, fcntl.LOCK_EX)
        if aside.exists():
            return aside, raw
        raw.close()


def _stem(name: str) -> str:
    """A file's name, cut where a longer one made of it would be too long."""
    raw = os.fsencode(name)
    if len(raw) <= _LONGEST_NAME:
        return name
    sign = hashlib.sha256(raw).hexdigest()[:8]
    return f"{raw[: _LONGEST_NAME - 9].decode(errors='ignore')}-{sign}"


def _sweep(target: Path, raw: io.FileIO) -> None:
    """Remove what writers of the target that were killed have left."""
    leftover = re.compile(rf"\.{re.escape(_stem(target.name))}\.[0-9a-f]{{16}}{re.escape(_TAIL)}")
    with suppress(OSError):  # there are directories that may be written to and not listed
        for name in os.listdir(target.parent):  # noqa: PTH208
            if leftover.fullmatch(name):
                _remove_left(target.with_name(name), raw)


def _remove_left(aside: Path, raw: io.FileIO) -> None:
    with suppress(OSError):  # a living writer has it locked, or another sweep was quicker
        if not _LOCKS:
            if os.fstat(raw.fileno()).st_mtime - aside.stat().st_mtime > _A_MINUTE:
                aside.unlink()
            return
        file = os.open(aside, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            aside.unlink()
        finally:
            os.close(file)


def _mode(target: Path, raw: io.FileIO) -> int:
    """The permissions that the target has, or as a new file would have."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    return stat.S_IMODE(os.fstat(raw.fileno()).st_mode)


def _sync(directory: Path) -> None:
    with suppress(OSError):  # not every system does this, and the file is in its place already
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
