"""Shows each notebook of the docs as a page with its answers, as they stand in the file; nothing is run."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put a page beside each notebook; the notebook itself can be downloaded from it."""
    for file in list(files):
        if file.src_uri.endswith(".ipynb") and file.abs_src_path:
            page = _page(Path(file.abs_src_path))
            files.append(File.generated(config, str(PurePosixPath(file.src_uri).with_suffix(".md")), content=page))
    return files


def _page(path: Path) -> str:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    parts = [part for cell in notebook["cells"] for part in _cell(cell)]
    return "\n\n".join([*parts, f"[This page as a notebook]({path.name}): `{path.name}`", ""])


def _cell(cell: dict[str, Any]) -> list[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return [source]
    return [f"```python\n{source}\n```", *map(_output, cell["outputs"])]


def _output(output: dict[str, Any]) -> str:
    """An answer as HTML: its own where it has one, which its library made safe, or else its text."""
    data = {kind: "".join(lines) for kind, lines in output["data"].items()}
    shown = data.get("text/html") or f"<pre>{escape(data['text/plain'])}</pre>"
    return f'<div class="answer">{shown}</div>'
