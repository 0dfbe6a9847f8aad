"""HeidelTime's Java behind lines of JSON, for `_time_peers.py`: a document in, its TimeML and the seconds out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

STANDALONE = "de.unihd.dbs.heideltime.standalone"


def main(home: Path, kind: str) -> None:
    """Answer each line with what HeidelTime says of it as text of a kind: NEWS or NARRATIVES."""
    with TemporaryDirectory() as folder:
        read, seconds = loaded(home, kind, Path(folder)), 0.0
        for line in sys.stdin:
            document = json.loads(line)
            begun = clock()
            found = read(document["text"], document["date"])
            seconds += clock() - begun
            print(json.dumps({"found": found, "seconds": seconds}), flush=True)


def clock() -> float:
    """The seconds of processor time of all threads, and of TreeTagger, which it starts."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def loaded(home: Path, kind: str, folder: Path) -> Callable[[str, str], str]:
    """HeidelTime with the TreeTagger beside it."""
    jpype = import_module("jpype")
    jpype.startJVM(classpath=[str(home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar")])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    settings = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
    tagger = home / "Heideltime" / "TreeTaggerLinux"
    (folder / "config.props").write_text(settings.replace("{path}", str(tagger)), encoding="utf-8")
    heideltime = jpype.JClass(f"{STANDALONE}.HeidelTimeStandalone")(
        jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").ENGLISH,
        getattr(jpype.JClass(f"{STANDALONE}.DocumentType"), kind),
        jpype.JClass(f"{STANDALONE}.OutputType").TIMEML,
        str(folder / "config.props"),
        jpype.JClass(f"{STANDALONE}.POSTagger").TREETAGGER,
    )
    day = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")
    return lambda text, date: str(heideltime.process(text, day.parse(date)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
