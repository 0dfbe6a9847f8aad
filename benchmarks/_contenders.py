"""Readers of the same texts, side by side: loaded once, timed by their own clocks in turn, and told of when missing."""

from __future__ import annotations

import gc
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

HERE = Path(__file__).parent
LINE = re.compile(r"[^\n]+")
ROUNDS = 6


class NotInstalledError(Exception):
    """What a contender lacks, and how to get it."""


@dataclass(frozen=True)
class Contender:
    """One way to read a document: `read` is timed by `clock`, and `found` puts its answer into the common form."""

    name: str
    read: Callable[[dict[str, Any]], Any]
    found: Callable[[dict[str, Any], Any], list[Any]]
    clock: Callable[[], float] = process_time


@dataclass(frozen=True)
class Result:
    """What a contender found in each document, and the seconds of processor time of each round."""

    found: list[list[Any]]
    seconds: list[float]


class Served:
    """A contender in a process of its own, which answers a line of JSON with one: `found`, and `seconds` so far."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self._seconds = 0.0

    def read(self, document: dict[str, Any]) -> Any:
        """Its answer for one document."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(document) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended without an answer, with {self._process.wait()}")
        answer = json.loads(line)
        self._seconds = answer["seconds"]
        return answer["found"]

    def clock(self) -> float:
        """The seconds of processor time it has read for."""
        return self._seconds


def version_of(package: str, install: str) -> str:
    """A package of Python's and its version."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        raise NotInstalledError(f"is not installed: {install}") from None


def node_package(package: str) -> tuple[str, str, Path]:
    """A package of npm's and its version, Node, and the folder of its node_modules: here, or told by NODE_PEERS."""
    folder = Path(os.environ.get("NODE_PEERS", HERE))
    about = folder / "node_modules" / package / "package.json"
    node = shutil.which("node")
    if node is None or not about.exists():
        raise NotInstalledError(f"needs Node and npm install {package}, in {folder} or a folder named by NODE_PEERS")
    return f"{package} {json.loads(about.read_text(encoding='utf-8'))['version']}", node, folder


def lines_of(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a text and where they begin."""
    return [(match.start(), match.group()) for match in LINE.finditer(text)]


def load(loaders: Mapping[str, Callable[[], Contender]]) -> list[Contender]:
    """The contenders that are installed; the others are named on both outputs."""
    loaded: list[Contender] = []
    for name, loader in loaders.items():
        try:
            loaded.append(loader())
        except (ImportError, OSError, NotInstalledError) as error:
            told = f"NOT MEASURED: {name}: {error}"
            print(told)
            print(told, file=sys.stderr)
    return loaded


def run(contenders: Sequence[Contender], documents: Sequence[dict[str, Any]]) -> dict[str, Result]:
    """Let all read all documents, a share of them each round, one after another in changing order.

    The first document is read once before, untimed: what is compiled or loaded at first use is then there. The
    collector is on, as a user has it, but passes over what the contenders loaded, and cleans up after each of them.
    """
    results = {each.name: Result([[] for _ in documents], []) for each in contenders}
    order, rng = list(contenders), random.Random(1)
    for each in order:
        each.read(documents[0])
    gc.collect()
    gc.freeze()
    for start in range(min(ROUNDS, len(documents))):
        rng.shuffle(order)
        for each in order:
            _read(each, documents, range(start, len(documents), ROUNDS), results[each.name])
    return results


def _read(each: Contender, documents: Sequence[dict[str, Any]], indexes: Iterable[int], result: Result) -> None:
    gc.collect()
    begun = each.clock()
    answers = {index: each.read(documents[index]) for index in indexes}
    result.seconds.append(each.clock() - begun)
    for index, answer in answers.items():
        result.found[index] = each.found(documents[index], answer)


def words_a_second(result: Result, documents: Sequence[dict[str, Any]]) -> float:
    """How many words, parted by white space, were read in a second of processor time."""
    return sum(len(document["text"].split()) for document in documents) / sum(result.seconds)


def slower(result: Result, ours: Result) -> float:
    """How many times the seconds of ours another took: the median over the rounds."""
    return median(theirs / mine for theirs, mine in zip(result.seconds, ours.seconds, strict=True))


def table(
    results: Mapping[str, Result],
    documents: Sequence[dict[str, Any]],
    bases: Mapping[str, str],
    columns: Sequence[str],
    figures: Callable[[Result], Sequence[float]],
) -> None:
    """Print a line for every contender: its words a second, how many times quicker each base is, and its figures."""
    print("| contender | words a second | " + " | ".join([*bases, *columns]) + " |")
    print("|---|" + "---|" * (1 + len(bases) + len(columns)))
    for name, result in results.items():
        times = [f"{slower(result, results[base]):,.2f}" for base in bases.values()]
        cells = [f"{words_a_second(result, documents):,.0f}", *times, *(f"{100 * f:.1f}" for f in figures(result))]
        print(f"| {name} | " + " | ".join(cells) + " |")
