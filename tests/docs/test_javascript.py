"""The JavaScript of the documentation runs under Node, and prints what the pages say."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
BLOCK = re.compile(r"^```js\n(.*?)^```\n+(?:```text\n(.*?)^```)?", re.MULTILINE | re.DOTALL)
BLOCKS = [
    pytest.param(code, printed, id=f"{page.relative_to(ROOT)}-{number}")
    for page in sorted((ROOT / "docs").rglob("*.md"))
    for number, (code, printed) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1)
]


def run(code: str, tmp_path: Path) -> str:
    """What a module prints, run where the page says it is: at the root of a checkout."""
    assert NODE is not None
    script = tmp_path / "page.mjs"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run([NODE, script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_there_are_blocks_of_javascript() -> None:
    assert BLOCKS


@pytest.mark.skipif(NODE is None, reason="NOT TESTED: the JavaScript of the documentation, for there is no node here")
@pytest.mark.parametrize(("code", "printed"), BLOCKS)
def test_a_block_of_javascript_prints_what_stands_under_it(code: str, printed: str, tmp_path: Path) -> None:
    assert run(code, tmp_path) == printed
