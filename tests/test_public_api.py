"""The surface: every public name is sorted, documented once, told in the changelog, and cheap to import."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parent.parent
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
DOCUMENTED = Counter(
    name
    for page in sorted((ROOT / "docs" / "reference").glob("*.md"))
    for name in re.findall(r"^::: onrecord\.(\S+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
)
PUBLIC_MODULES = {"testing"}  # needs hypothesis, so the package itself does not import it
LATER = (
    *("cattrs", "pendulum", "hypothesis", "jsonschema", "json", "argparse", "IPython"),
    *("onrecord._extract._article", "onrecord._extract._parser._spacy", "trafilatura", "lxml", "spacy"),
    *("numpy", "pandas", "pyarrow", "nanoarrow", "polars", "duckdb"),
)


def test_public_names_are_sorted() -> None:
    assert list(onrecord.__all__) == sorted(onrecord.__all__)


def test_public_names_are_listed_once() -> None:
    assert len(onrecord.__all__) == len(set(onrecord.__all__))


@pytest.mark.parametrize("name", onrecord.__all__)
def test_a_public_name_exists(name: str) -> None:
    assert hasattr(onrecord, name)


@pytest.mark.parametrize("name", onrecord.__all__)
def test_a_public_name_is_documented_on_exactly_one_page(name: str) -> None:
    assert DOCUMENTED[name] == 1


@pytest.mark.parametrize("name", onrecord.__all__)
def test_a_public_name_is_told_in_the_changelog(name: str) -> None:
    assert re.search(rf"`onrecord\.{re.escape(name)}`", CHANGELOG)


def test_the_reference_documents_nothing_else() -> None:
    assert set(DOCUMENTED) <= {*onrecord.__all__, *PUBLIC_MODULES}


def test_every_name_visible_without_an_underscore_is_public_or_a_module() -> None:
    modules = {path.stem for path in Path(onrecord.__file__).parent.iterdir()}
    visible = {name for name in vars(onrecord) if not name.startswith("_")} - modules - {"annotations"}
    assert visible <= set(onrecord.__all__)


@pytest.mark.parametrize("module", LATER)
def test_importing_onrecord_does_not_load(module: str) -> None:
    code = f"import sys, onrecord; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_version_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert onrecord.__version__ == project["version"]


def test_the_version_stands_in_the_changelog() -> None:
    assert re.search(rf"^## \[{re.escape(onrecord.__version__)}\]", CHANGELOG, re.MULTILINE)


def test_the_continuous_run_calls_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.findall(r"^python3 -m venv .*\[test\].*pytest$", readme, re.MULTILINE)
    assert len(command) == 1
    assert command[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
