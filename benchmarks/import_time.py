"""`import onrecord` against `import attrs, cattrs, pendulum`, each in fresh interpreters."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory

from _timing import Times, ratio, report

RUNS = 61
OURS, THEIRS = "onrecord", "attrs, cattrs, pendulum"
IMPORTS = (OURS, THEIRS, "attrs")
LATER = ("argparse", "cattrs", "importlib.resources", "inspect", "json", "pendulum", "tempfile", "zoneinfo")

_TIMED = "import sys; from time import process_time as now; s = now(); import {}; print(now() - s, *sys.modules)"


def main() -> None:
    times: Times = {what: [] for what in IMPORTS}
    with TemporaryDirectory() as bytecode:
        for _ in range(RUNS + 1):
            for what in IMPORTS:
                times[what].append(imported(what, bytecode)[0])
        loaded = imported(OURS, bytecode)[1] - imported("sys", bytecode)[1]
    times = {what: taken[1:] for what, taken in times.items()}  # the first compiled
    print(f"import: {RUNS} fresh interpreters each, in turn, from bytecode, without the interpreter's own start")
    print("  milliseconds, median: " + ", ".join(f"{what}: {median(times[what]) * 1000:.1f}" for what in IMPORTS))
    report(f"{OURS} over {THEIRS}", ratio(times, OURS, THEIRS), at_most=0.8)
    print(f"  onrecord loads {len(loaded)} modules more than Python; of those it should load later, if at all:")
    print(f"    loaded: {names(loaded & set(LATER))}; not loaded: {names(set(LATER) - loaded)}")


def imported(what: str, bytecode: str) -> tuple[float, set[str]]:
    """The seconds that an import takes in a fresh interpreter, and the modules that are then loaded."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = bytecode  # as after an installation, for all of them, and nothing left in the tree
    command = [sys.executable, "-c", _TIMED.format(what)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    seconds, *modules = run.stdout.split()
    return float(seconds), set(modules)


def names(modules: set[str]) -> str:
    return ", ".join(sorted(modules)) or "none"


if __name__ == "__main__":
    main()
