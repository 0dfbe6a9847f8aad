"""Runs the notebooks of the docs and writes what they answer into them: `python .ci/notebooks.py [--check] [FILE ...]`.

Nothing of the run itself is written: no counts, no times, no paths. With `--check` nothing is written at all, and a
notebook that answers otherwise than it says is named.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config


class _Keeping(DisplayHook):
    """Keeps what a cell shows instead of printing it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.kept: list[dict[str, str]] = []

    def write_output_prompt(self) -> None:
        """No prompt: nothing is printed."""

    def write_format_data(self, format_dict: dict[str, str], md_dict: object = None) -> None:
        """Keep what would have been printed, in all its formats."""
        self.kept.append(format_dict)

    def finish_displayhook(self) -> None:
        """No line end: nothing was printed."""


class _Shell(InteractiveShell):
    displayhook_class = _Keeping


FOLDER = Path(__file__).parents[1] / "docs" / "notebooks"
_LONG_NUMBER = re.compile(r"\d+\.\d{3,}")


def main(arguments: list[str]) -> str | None:
    """Run the notebooks named, or all; answer with the fault where `--check` finds one that is stale."""
    check = "--check" in arguments
    named = [Path(argument) for argument in arguments if argument != "--check"]
    stale = [path.name for path in named or sorted(FOLDER.glob("*.ipynb")) if _renew(path, check=check)]
    return f"{', '.join(stale)}: answers otherwise today; renew: python .ci/notebooks.py" if stale else None


def _renew(path: Path, *, check: bool) -> bool:
    """Write a notebook anew, or with `check` answer whether that would change what it shows."""
    before = path.read_text(encoding="utf-8")
    after = json.dumps(executed(json.loads(before)), ensure_ascii=False, indent=1) + "\n"
    if not check:
        path.write_text(after, encoding="utf-8")
    return check and before != after


def executed(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook with its cells run in an IPython of their own, from the first to the last."""
    os.environ["COLUMNS"] = "80"  # frames fit their text to the terminal
    with TemporaryDirectory() as folder:
        shell = _Shell(config=Config(HistoryManager={"enabled": False}), ipython_dir=folder)
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["execution_count"] = None
                cell["outputs"] = _outputs(shell, "".join(cell["source"]))
    return notebook


def _outputs(shell: _Shell, source: str) -> list[dict[str, Any]]:
    shell.displayhook.kept = []
    with capture_output(display=False) as captured:
        result = shell.run_cell(source)
    result.raise_error()
    if captured.stdout or captured.stderr:
        raise RuntimeError(f"a cell that prints or warns: {source}\n{captured.stdout}{captured.stderr}")
    return [_shown(bundle) for bundle in shell.displayhook.kept]


def _shown(bundle: dict[str, str]) -> dict[str, Any]:
    data = {kind: _lines(bundle[kind]) for kind in sorted(bundle)}
    return {"data": data, "execution_count": None, "metadata": {}, "output_type": "execute_result"}


def _lines(text: str) -> list[str]:
    return (_rounded(text) if "<svg" in text else text).splitlines(keepends=True)


def _rounded(drawing: str) -> str:
    """The drawing without the last digits of its numbers, which differ between machines."""
    return _LONG_NUMBER.sub(lambda number: f"{round(float(number[0]), 2):g}", drawing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
