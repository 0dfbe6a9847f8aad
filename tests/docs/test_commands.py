"""Every `onrecord` command that the documentation shows is answered, and prints what stands under it."""

from __future__ import annotations

import re
import shlex
import shutil
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest

from onrecord.__main__ import main

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ onrecord(.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
COMMANDS = [
    pytest.param(shlex.split(arguments), printed, id=f"{page.relative_to(ROOT)}: onrecord{arguments}")
    for page in sorted((ROOT / "docs").rglob("*.md"))
    for block in BLOCK.findall(page.read_text(encoding="utf-8"))
    for arguments, printed in COMMAND.findall(block)
]


@pytest.fixture(autouse=True)
def _checkout_with_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeds as in a checkout, one of them as the reader's own `case.json`, and a terminal wide enough."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "seeds" / "harbour-fire.json", tmp_path / "case.json")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")


def test_there_are_commands() -> None:
    assert COMMANDS


@pytest.mark.parametrize(("arguments", "printed"), COMMANDS)
def test_a_command_of_the_documentation_answers(
    arguments: list[str], printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    assert OutputChecker().check_output(printed or "...", capsys.readouterr().out, ELLIPSIS)
