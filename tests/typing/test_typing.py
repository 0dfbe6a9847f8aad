"""A program that uses only public names has exact types, to mypy and to pyright, both strict."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest

import onrecord

CONSUMER = Path(__file__).parent / "consumer.py"
SOURCE = Path(onrecord.__file__).parent.parent
FIELDS = [
    (name, field.name)
    for name in onrecord.__all__
    if attrs.has(cls := getattr(onrecord, name))
    for field in attrs.fields(cls)
    if not field.name.startswith("_")
]
QUESTIONS = sorted(name for name in vars(onrecord.Dossier) if not name.startswith("_"))
MISUSES = """
from onrecord import Account, Actor, ActorId, Builder, Dossier, EventId, Participant, ParticipantRole, Statement

def misuse(d: Dossier, s: Statement, a: Account) -> None:
    d[s.speaker]  # error
    d[a.event].name  # error
    d[EventId("x")].label
    Actor("Ann")  # error
    Actor(id="a", name="Ann")  # error
    Actor(id=ActorId("a"), name="Ann")
    Participant(role="agent", text="x")  # error
    Participant(role=ParticipantRole.agent, actor=a.event)  # error
    s.speaker = None  # error
    d.statements_by(s)  # error
    d.statements_by("x", as_="author")  # error
    d.statements_by("x", "relay")  # error
    d.accounts_of("x")[0].spekaer  # error
    d.timeline().by("x")  # error
    Builder().quote("x", "y", spekaer="z")  # error
    Builder().quote("x", "y", speaker="z")
"""


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **environment}
    return subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False, env=env)


def needs(module: str) -> None:
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed: pip install -e '.[lint]'")


@pytest.fixture
def mypy(pytestconfig: pytest.Config) -> Sequence[str]:
    """The command, without the project's own settings."""
    needs("mypy")
    directory = pytestconfig.cache.mkdir("mypy")
    return "mypy", "--strict", "--config-file=", "--no-error-summary", f"--cache-dir={directory}"


@pytest.fixture
def pyright(tmp_path: Path) -> Sequence[str]:
    """The command, with strict settings of its own."""
    needs("pyright")
    if run("pyright", "--version").returncode != 0:
        pytest.skip("pyright does not run: it needs Node")
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": [str(SOURCE)]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps({**settings, "include": ["."]}), encoding="utf-8")
    return "pyright", "--project", str(tmp_path), "--pythonpath", sys.executable


def wrong_lines(output: str, name: str) -> set[int]:
    return {int(line) for line in re.findall(rf"{name}:(\d+)(?::\d+)?(?: -)?:? error", output)}


def expected_lines() -> set[int]:
    return {number for number, line in enumerate(MISUSES.splitlines(), 1) if line.endswith("# error")}


def test_mypy_finds_every_type_exact(mypy: Sequence[str]) -> None:
    done = run(*mypy, str(CONSUMER), MYPYPATH=str(SOURCE))
    assert (done.returncode, done.stdout) == (0, "")


def test_pyright_finds_every_type_exact(pyright: Sequence[str], tmp_path: Path) -> None:
    (tmp_path / "consumer.py").write_text(CONSUMER.read_text(encoding="utf-8"), encoding="utf-8")
    done = run(*pyright)
    assert (done.returncode, done.stdout) == (0, "0 errors, 0 warnings, 0 informations\n")


def test_mypy_refuses_every_misuse(mypy: Sequence[str], tmp_path: Path) -> None:
    (tmp_path / "misuse.py").write_text(MISUSES, encoding="utf-8")
    done = run(*mypy, str(tmp_path / "misuse.py"), MYPYPATH=str(SOURCE))
    assert wrong_lines(done.stdout, r"misuse\.py") == expected_lines()


def test_pyright_refuses_every_misuse(pyright: Sequence[str], tmp_path: Path) -> None:
    lax = "# pyright: reportUnusedExpression=false, reportUnknownMemberType=false, reportUnknownVariableType=false"
    (tmp_path / "misuse.py").write_text(f"{lax}{MISUSES}", encoding="utf-8")
    assert wrong_lines(run(*pyright).stdout, r"misuse\.py") == expected_lines()


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_every_public_field_s_type_is_stated(cls: str, field: str) -> None:
    text = CONSUMER.read_text(encoding="utf-8")
    body = text.partition(f"def fields_of_{cls.lower()}(x: {cls})")[2].partition("\n\n\n")[0]
    assert f"assert_type(x.{field}, " in body


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_s_type_is_stated(name: str) -> None:
    assert re.search(rf"assert_type\(d\.{name}\b", CONSUMER.read_text(encoding="utf-8"))
