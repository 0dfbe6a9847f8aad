"""The notebooks of the docs answer today what they say, and the picture in the README is the one its line draws."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import load_seed

pytest.importorskip("IPython", reason="NOT TESTED: the notebooks, without IPython; pip install '.[test]'")
pytest.importorskip("altair", reason="NOT TESTED: the notebooks, without altair; pip install 'onrecord[plot]'")

ROOT = Path(__file__).parents[2]
RUN = ROOT / ".ci" / "notebooks.py"
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def checked(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RUN), "--check", str(path)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@each_notebook
def test_a_notebook_answers_today_what_it_says(path: Path) -> None:
    run = checked(path)
    assert (run.returncode, run.stderr) == (0, "")


def test_a_notebook_with_an_answer_of_yesterday_is_named_with_the_command_that_renews_it(tmp_path: Path) -> None:
    stale = tmp_path / "stale.ipynb"
    text = NOTEBOOKS[0].read_text(encoding="utf-8")
    stale.write_text(text.replace("131 statements", "130 statements"), encoding="utf-8")
    run = checked(stale)
    assert (run.returncode, run.stderr) == (1, "stale.ipynb: answers otherwise today; renew: python .ci/notebooks.py\n")


def test_a_notebook_that_fails_does_not_pass(tmp_path: Path) -> None:
    failing = tmp_path / "failing.ipynb"
    notebook = json.loads(NOTEBOOKS[0].read_text(encoding="utf-8"))
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    code["source"] = ["raise LookupError('no such thing')"]
    failing.write_text(json.dumps(notebook), encoding="utf-8")
    assert "LookupError: no such thing" in checked(failing).stderr


@each_notebook
def test_a_notebook_stays_small(path: Path) -> None:
    assert path.stat().st_size < 300_000


@each_notebook
def test_a_notebook_has_a_page_in_the_navigation(path: Path) -> None:
    assert f": notebooks/{path.stem}.md\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@each_notebook
def test_a_notebook_shows_no_script_and_fetches_nothing(path: Path) -> None:
    shown = "".join(
        line
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", [])
        for line in output["data"].get("text/html", [])
    )
    assert not re.search(r"<script|<link|<img|@import|(?:src|href)\s*=|url\(\s*['\"]?(?!#)", shown)


def test_the_picture_in_the_readme_is_the_one_that_its_line_draws() -> None:
    line = re.search(r"^d\.plot\.accounts\(.*\)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert line
    drawn = eval(line[0], {"d": load_seed()}).to_svg()
    kept = (ROOT / "docs" / "images" / "accounts.svg").read_text(encoding="utf-8")
    assert rounded(drawn) == rounded(kept), f"renew: {line[0]}.save('docs/images/accounts.svg')"


def rounded(drawing: str) -> str:
    """The drawing without the last digits of its numbers, which differ between machines."""
    return re.sub(r"\d+\.\d{3,}", lambda number: f"{round(float(number[0]), 2):g}", drawing)
