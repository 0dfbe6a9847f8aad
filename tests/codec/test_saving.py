"""A file is saved whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NoReturn

import pytest

from onrecord._codec import _files, dumps, load, loads, save
from onrecord._dossier import Dossier
from onrecord._model import Actor, ActorId
from onrecord.errors import FormatError

OLD, NEW = (Dossier(actors=[Actor(id=ActorId("a"), name=name)]) for name in ("The old one", "The new one"))
LEFTOVER = ".case.json.0123456789abcdef.onrecord.tmp"
FILL_THE_DISK = """
import random, resource, sys
from onrecord._codec import save
from onrecord._dossier import Dossier
from onrecord._model import Actor, ActorId
dossier = Dossier(actors=[Actor(id=ActorId("a"), name=random.Random(1).randbytes(200_000).hex())])
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    save(dossier, sys.argv[1])
except OSError as error:
    sys.exit(7 if error.filename == sys.argv[1] else 1)
"""
KILL = """
import json, os, random, signal, sys, time
from pathlib import Path
from onrecord._codec import save
from onrecord._dossier import Dossier
from onrecord._model import Actor, ActorId

path, wanted, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(4)
versions = [Dossier(actors=[Actor(id=ActorId(f"a{n}"), name=name) for n in range(300)]) for name in ("Old", "New")]
whole = set()
for version in versions:
    save(version, path)
    whole.add(path.read_bytes())
start = time.monotonic()
save(versions[0], path)
a_while = 4 * (time.monotonic() - start)
told = {"kills": 0, "in_mid_save": 0, "broken": 0, "left_over": 0}
while told["in_mid_save"] < wanted and told["kills"] < 10 * wanted:
    children = []
    for version in versions * 2:
        children.append(os.fork())
        while children[-1] == 0:
            save(version, path)
    time.sleep(chance.uniform(0, a_while))
    for child in children:
        os.kill(child, signal.SIGKILL)
        told["kills"] += os.waitpid(child, 0)[1] == signal.SIGKILL
    told["in_mid_save"] += len(os.listdir(path.parent)) - 1
    told["broken"] += path.read_bytes() not in whole
    save(versions[0], path)
    told["left_over"] += len(os.listdir(path.parent)) - 1
print(json.dumps(told))
"""
SAVE_OFTEN = """
import sys
from onrecord._codec import save
from onrecord._dossier import Dossier
from onrecord._model import Actor, ActorId
versions = [Dossier(actors=[Actor(id=ActorId("a"), name=name * 20_000)]) for name in sys.argv[2:]]
for _ in range(20):
    for version in versions:
        save(version, sys.argv[1])
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
@pytest.mark.parametrize("name", ["case.json", "case.json.gz", "case.jsonl", "case.jsonl.gz"])
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_over(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    save(OLD, path)
    before = path.read_bytes()
    done = subprocess.run([sys.executable, "-c", FILL_THE_DISK, str(path)], check=False)
    assert done.returncode == 7
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_device_is_told_by_its_name() -> None:
    with pytest.raises(OSError, match="/dev/full") as caught:
        save(NEW, "/dev/full")
    assert caught.value.errno == errno.ENOSPC


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize(("kills", "name"), [(200, "case.json"), (50, "case.jsonl.gz")])
def test_kills_in_mid_save_leave_no_broken_file_and_nothing_over_after_the_next_save(
    kills: int, name: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", KILL, str(tmp_path / name), str(kills)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout)
    del told["kills"]  # more than were wanted: some come before a file is begun, or after it is in its place
    assert told.pop("in_mid_save") >= kills
    assert told == {"broken": 0, "left_over": 0}


def test_several_processes_that_save_one_file_at_once_do_not_break_each_other(path: Path) -> None:
    versions = [("ab"[one] + str(number)) for number in range(3) for one in range(2)]
    known = {"The old one", *(version * 20_000 for version in versions)}
    commands = [[sys.executable, "-c", SAVE_OFTEN, str(path), *versions[at : at + 2]] for at in range(0, 6, 2)]
    writers = [subprocess.Popen(command) for command in commands]
    while any(writer.poll() is None for writer in writers):
        assert load(path).actors["a"].name in known
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert load(path).actors["a"].name in known
    assert list(path.parent.iterdir()) == [path]


def test_several_threads_that_save_one_file_at_once_do_not_break_each_other(path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        for saved in [pool.submit(save, dossier, path) for dossier in (OLD, NEW) * 20]:
            saved.result()
    assert load(path) in (OLD, NEW)
    assert list(path.parent.iterdir()) == [path]


def test_a_save_leaves_what_another_one_is_still_writing(path: Path) -> None:
    def slowly() -> Iterator[bytes]:
        yield b"begun before, "
        save(NEW, path)
        yield b"ended after"

    _files.replace(path, slowly())
    assert path.read_bytes() == b"begun before, ended after"
    assert list(path.parent.iterdir()) == [path]


def test_what_fails_to_make_its_chunks_does_not_touch_the_file(path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"begun"
        raise OSError(5, "another file is broken", "another.json")

    before = path.read_bytes()
    with pytest.raises(OSError, match=r"another file is broken: 'another\.json'"):
        _files.replace(path, failing())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_save_removes_what_a_killed_one_has_left_and_nothing_else(path: Path) -> None:
    others = {path.with_name(name) for name in (LEFTOVER.replace("case", "other"), ".case.json.notes.onrecord.tmp")}
    for file in (*others, path.with_name(LEFTOVER)):
        file.touch()
    save(NEW, path)
    assert set(path.parent.iterdir()) == {path, *others}


@pytest.mark.skipif(sys.platform == "win32", reason="needs file locks")
def test_a_save_begins_anew_where_its_file_was_removed_before_it_was_locked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    lock, taken = fcntl.flock, list[Path]()

    def sweep_first(file: Any, how: int) -> None:
        if not taken:
            taken.extend(path.parent.glob(".case.json.*"))
            taken[0].unlink()
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", sweep_first)
    save(NEW, path)
    assert len(taken) == 1
    assert load(path) == NEW
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="needs file locks")
def test_where_files_cannot_be_locked_they_are_saved_and_what_is_left_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    monkeypatch.setattr(fcntl, "flock", fail)
    path.with_name(LEFTOVER).touch()
    save(NEW, path)
    assert load(path) == NEW
    assert path.with_name(LEFTOVER).exists()


@pytest.mark.parametrize(("age", "stays"), [(0, True), (3600, False)])
def test_on_a_system_without_locks_what_was_left_is_removed_when_it_is_old(
    age: int, stays: bool, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_files, "_LOCKS", False)
    leftover = path.with_name(LEFTOVER)
    leftover.touch()
    written = leftover.stat().st_mtime - age
    os.utime(leftover, (written, written))
    save(NEW, path)
    assert load(path) == NEW
    assert leftover.exists() == stays


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_pipe_named_like_a_leftover_does_not_hold_a_save_up(path: Path) -> None:
    os.mkfifo(path.with_name(LEFTOVER))
    save(NEW, path)
    assert load(path) == NEW


@pytest.mark.parametrize("name", ["a" * 250 + ".json", "ö" * 125 + ".json", "a" + "字" * 83 + ".json"])
def test_a_name_as_long_as_names_may_be_is_saved_to_and_swept(name: str, tmp_path: Path) -> None:
    path, beside = tmp_path / name, list[Path]()

    def look() -> Iterator[bytes]:
        beside.extend(tmp_path.iterdir())
        yield b"{}"

    _files.replace(path, look())
    (beside[0]).touch()
    save(NEW, path)
    assert load(path) == NEW
    assert list(tmp_path.iterdir()) == [path]


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
@pytest.mark.parametrize("mode", [0o200, 0o400, 0o444, 0o600, 0o640, 0o666])
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


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs a name for the standard output")
def test_the_standard_output_is_written_to_by_its_name(path: Path) -> None:
    code = "import sys; from onrecord._codec import load, save; save(load(sys.argv[1]), '/dev/stdout')"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True)
    assert done.stdout == path.read_bytes()


def test_a_missing_directory_is_told_with_the_file_that_was_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "none" / "case.json"
    with pytest.raises(FileNotFoundError) as caught:
        save(NEW, path)
    assert caught.value.filename == str(path)


def test_a_file_in_the_place_of_a_directory_is_told_with_the_file_that_was_to_be_written(path: Path) -> None:
    with pytest.raises(OSError, match=r"case\.json") as caught:
        save(NEW, path / "inner.json")
    assert caught.value.filename == str(path / "inner.json")
