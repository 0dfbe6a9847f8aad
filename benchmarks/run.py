"""Run the benchmarks, all or those named, each in an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NAMES = ("statements_by", "events_between", "when_from_text", "json_lines", "import_time")


def main(names: list[str]) -> None:
    unknown = sorted(set(names) - set(NAMES))
    if unknown:
        raise SystemExit(f"no benchmark is {', '.join(unknown)}; there are {', '.join(NAMES)}")
    for name in names or NAMES:
        subprocess.run([sys.executable, Path(__file__).with_name(f"{name}.py")], check=True)
        print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
