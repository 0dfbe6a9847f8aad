"""Make again what is made from the classes: the JSON Schema, and where Node and its packages are, the TypeScript."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from onrecord._codec import _schema

ROOT = Path(__file__).resolve().parents[1]
TYPES = ROOT / "docs" / "onrecord.d.ts"
MODULES = Path(os.environ.get("ONRECORD_NODE_MODULES") or ROOT / "node_modules")


def main() -> str | None:
    """Write both files and say what could not be made."""
    shipped = ROOT / "src" / "onrecord" / "_codec" / "schema" / _schema.FILE
    shipped.write_text(_schema.made_text(), encoding="utf-8")
    node = shutil.which("node")
    if node is None or not (MODULES / "json-schema-to-typescript").is_dir():
        return f"{TYPES} was not made: it needs node, and json-schema-to-typescript in {MODULES}"
    environment = {**os.environ, "NODE_PATH": str(MODULES)}
    script = [node, str(ROOT / ".ci" / "types.cjs"), str(shipped)]
    TYPES.write_bytes(subprocess.run(script, env=environment, check=True, stdout=subprocess.PIPE).stdout)
    return None


if __name__ == "__main__":
    sys.exit(main())
