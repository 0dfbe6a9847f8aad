"""A file is read as it was written, zipped or not, and what is too large, misnamed or damaged is refused at once."""

from __future__ import annotations

import gzip
import io
import os
import sys
import threading
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord._codec import _files
from onrecord.errors import FormatError

CHUNKS = [b'{"onrecord":', b"", b'"0.2"}\n', "Київ\n".encode() * 50]
CONTENT = b"".join(CHUNKS)
IN_ONE_DIRECTORY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
MEGABYTE = 2**20


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    _files.replace(tmp_path / "case.json.gz", CHUNKS)
    return tmp_path / "case.json.gz"


@pytest.fixture(scope="module")
def bomb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quarter of a megabyte that unzips to 256."""
    path = tmp_path_factory.mktemp("bomb") / "bomb.json.gz"
    _files.replace(path, (b"[" * MEGABYTE for _ in range(256)))
    assert path.stat().st_size < 2 * MEGABYTE
    return path


def code_of(error: FormatError, path: Path) -> str:
    """The one code of an error that names the file and its root."""
    (problem,) = error.problems
    assert (error.source, problem.path) == (str(path), "$")
    return problem.code


@pytest.mark.parametrize("name", ["a.json", "a.json.gz", "a.jsonl.GZ", "a"])
@IN_ONE_DIRECTORY
@given(chunks=st.lists(st.binary()).map(lambda chunks: [b"{", *chunks]))
def test_a_file_is_read_as_it_was_written(name: str, chunks: list[bytes], tmp_path: Path) -> None:
    _files.replace(tmp_path / name, chunks)
    assert _files.read(tmp_path / name, None) == b"".join(chunks)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
@IN_ONE_DIRECTORY
@given(content=st.lists(st.sampled_from([b"\n", b"\r", b"a", b"\x0b", b"\x85", "\u2028".encode()])).map(b"".join))
def test_lines_end_with_a_line_feed_or_the_file_and_nothing_else(name: str, content: bytes, tmp_path: Path) -> None:
    _files.replace(tmp_path / name, [content])
    lines = list(_files.lines(tmp_path / name, None))
    assert b"".join(lines) == content
    assert all(line.count(b"\n") == 1 and line.endswith(b"\n") for line in lines[:-1])


@IN_ONE_DIRECTORY
@given(st.lists(st.text("ab\n", max_size=8)), st.integers(0, 10))
def test_a_line_that_is_too_long_is_cut_off_and_the_others_are_whole(texts: list[str], longest: int) -> None:
    content = "".join(texts).encode()
    whole = content.split(b"\n")
    ended = [line + b"\n" for line in whole[:-1]] + [line for line in whole[-1:] if line]
    cut = [line if len(line.removesuffix(b"\n")) <= longest else line[: longest + 1] for line in ended]
    assert list(_files.lines_in(io.BytesIO(content), longest)) == cut


@pytest.mark.parametrize("name", ["a.json", "a.json.gz"])
def test_a_file_may_be_as_large_as_its_limit_and_no_larger(name: str, tmp_path: Path) -> None:
    _files.replace(tmp_path / name, CHUNKS)
    assert _files.read(tmp_path / name, len(CONTENT)) == CONTENT
    with pytest.raises(FormatError, match="is larger than") as caught:
        _files.read(tmp_path / name, len(CONTENT) - 1)
    assert code_of(caught.value, tmp_path / name) == "too-large"


def test_a_small_file_that_unzips_to_a_large_one_is_refused_without_being_held(bomb: Path) -> None:
    tracemalloc.start()
    with pytest.raises(FormatError, match="is larger than 10,000,000 bytes when unzipped"):
        _files.read(bomb, 10_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 32 * MEGABYTE


def test_a_small_file_that_unzips_to_a_long_line_is_cut_off_without_being_held(bomb: Path) -> None:
    tracemalloc.start()
    assert [len(line) for line in _files.lines(bomb, 10_000_000)] == [10_000_001]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 32 * MEGABYTE


def test_what_is_zipped_is_what_gzip_reads(zipped: Path) -> None:
    assert gzip.decompress(zipped.read_bytes()) == CONTENT


def test_the_same_is_zipped_to_the_same_bytes_whatever_the_time_the_name_and_the_chunks(
    zipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 0.0)
    _files.replace(zipped.with_name("other.gz"), [CONTENT])
    assert zipped.with_name("other.gz").read_bytes() == zipped.read_bytes()
    assert zipped.read_bytes()[3:8] == bytes(5)  # no flags, so no name; no time


def test_a_zipped_file_of_several_members_is_read_whole(zipped: Path) -> None:
    zipped.write_bytes(gzip.compress(b"one\ntw") + gzip.compress(b"") + gzip.compress(b"o\nthree"))
    assert _files.read(zipped, None) == b"one\ntwo\nthree"
    assert list(_files.lines(zipped, None)) == [b"one\n", b"two\n", b"three"]


def test_a_zipped_file_that_ends_too_early_is_refused_wherever_it_ends(zipped: Path) -> None:
    whole = zipped.read_bytes()
    for length in range(2, len(whole)):
        zipped.write_bytes(whole[:length])
        for read in (lambda: _files.read(zipped, None), lambda: list(_files.lines(zipped, None))):
            with pytest.raises(FormatError) as caught:
                read()
            assert code_of(caught.value, zipped) == "damaged"


def test_a_zipped_file_with_a_byte_changed_is_refused_or_read_for_what_it_was(zipped: Path) -> None:
    whole = zipped.read_bytes()
    codes: list[str] = []
    for at in range(len(whole)):
        for change in (0x01, 0x08, 0x80, 0xFF):
            zipped.write_bytes(whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])
            try:
                assert _files.read(zipped, None) == CONTENT
            except FormatError as error:
                codes.append(code_of(error, zipped))
    assert set(codes) == {"damaged", "not-gzip"}
    assert len(codes) > 3 * len(whole)


def test_a_zipped_file_with_something_behind_it_is_refused(zipped: Path) -> None:
    with zipped.open("ab") as file:
        file.write(b"more")
    with pytest.raises(FormatError) as caught:
        _files.read(zipped, None)
    assert code_of(caught.value, zipped) == "damaged"


@pytest.mark.parametrize("content", [b"", b"{}", b"\x1e\x8b", "Київ".encode()])
def test_a_file_that_is_named_as_zipped_and_is_not_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "case.json.gz"
    path.write_bytes(content)
    with pytest.raises(FormatError, match="as its name says") as caught:
        _files.read(path, None)
    assert code_of(caught.value, path) == "not-gzip"


def test_a_file_that_is_zipped_and_is_not_named_so_is_refused(zipped: Path) -> None:
    path = zipped.rename(zipped.with_name("case.json"))
    with pytest.raises(FormatError, match=r"let it end in '\.gz'") as caught:
        _files.read(path, None)
    assert code_of(caught.value, path) == "gzip"


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
@pytest.mark.parametrize("name", ["pipe", "pipe.gz"])
def test_a_pipe_is_written_to_and_read_from(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    writer = threading.Thread(target=_files.replace, args=(tmp_path / name, CHUNKS))
    writer.start()
    assert _files.read(tmp_path / name, None) == CONTENT
    writer.join()


def test_a_missing_file_is_told_as_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"case\.jsonl\.gz"):
        list(_files.lines(tmp_path / "case.jsonl.gz", None))


def test_lines_that_are_left_unread_close_their_file(zipped: Path) -> None:
    lines = _files.lines(zipped, None)
    next(lines)
    del lines
    zipped.unlink()
    assert list(zipped.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("a.jsonl", True),
        ("a.jsonl.gz", True),
        ("a.JSONL.GZ", True),
        ("a.json", False),
        ("a.gz", False),
        ("jsonl", False),
    ],
)
def test_a_file_of_lines_is_known_by_its_name(name: str, lines: bool) -> None:
    assert _files.is_lines(name) == lines
