"""A file is saved whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import NoReturn

import pytest

from onrecord._codec import dumps, load, loads, save
from onrecord._dossier import Dossier
from onrecord._model import Actor, ActorId
from onrecord.errors import FormatError

OLD = loads('{"onrecord": "0.1", "actors": [{"id": "a", "name": "The old one"}]}')
NEW = loads('{"onrecord": "0.1", "actors": [{"id": "a", "name": "The new one"}]}')
FILL_THE_DISK = """
import resource, sys
from onrecord._codec import loads, save
dossier = loads('{"onrecord": "0.1", "actors": [{"id": "a", "name": "' + "x" * 100_000 + '"}]}')
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    save(dossier, sys.argv[1])
except OSError:
    sys.exit(7)
"""


def fail(*_: object) -> NoReturn:
    raise OSError(5, "the disk is broken")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    save(OLD, tmp_path / "case.json")
    return tmp_path / "case.json"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_the_old_file_stays_whole_where_this_fails(call: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="the disk is broken"):
        save(NEW, path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_nothing_is_left_over_where_this_fails(call: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="the disk is broken"):
        save(NEW, path)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_over(path: Path) -> None:
    before = path.read_bytes()
    done = subprocess.run([sys.executable, "-c", FILL_THE_DISK, str(path)], check=False)
    assert done.returncode == 7
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_be_written_does_not_touch_the_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FormatError):
        save(Dossier(actors=[Actor(id=ActorId("a"), name="A", members=(ActorId("nobody"),))]), path)
    assert path.read_bytes() == before


def test_the_new_file_is_in_the_old_ones_place(path: Path) -> None:
    save(NEW, path)
    assert load(path).actors == NEW.actors
    assert list(path.parent.iterdir()) == [path]


def test_a_path_may_be_text(tmp_path: Path) -> None:
    save(NEW, str(tmp_path / "case.json"))
    assert load(str(tmp_path / "case.json")).actors == NEW.actors


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_a_file_is_the_text_and_a_line_end(indent: int | None, tmp_path: Path) -> None:
    save(NEW, tmp_path / "case.json", indent=indent)
    assert (tmp_path / "case.json").read_bytes() == (dumps(NEW, indent=indent) + "\n").encode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs permission bits")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_the_old_files_permissions_are_kept(mode: int, path: Path) -> None:
    path.chmod(mode)
    save(NEW, path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(sys.platform == "win32", reason="needs permission bits")
def test_a_new_file_has_the_permissions_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    save(NEW, tmp_path / "case.json")
    assert (tmp_path / "case.json").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_symbolic_link_stays_a_link(path: Path) -> None:
    link = path.with_name("link.json")
    link.symlink_to(path)
    save(NEW, link)
    assert link.is_symlink()
    assert load(path).actors == NEW.actors


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    save(NEW, pipe)
    reader.join()
    assert loads(received[0]).actors == NEW.actors


def test_a_missing_directory_is_told_with_the_file_that_was_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "none" / "case.json"
    with pytest.raises(FileNotFoundError) as caught:
        save(NEW, path)
    assert caught.value.filename == str(path)


def test_a_file_in_the_place_of_a_directory_is_told_with_the_file_that_was_to_be_written(path: Path) -> None:
    with pytest.raises(OSError, match=r"case\.json") as caught:
        save(NEW, path / "inner.json")
    assert caught.value.filename == str(path / "inner.json")
