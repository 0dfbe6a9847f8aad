"""Measures `find_times` on a file of texts with annotated times, and beside its peers.

    python benchmarks/find_times.py GOLD.jsonl [--peers] [--predictions OUT.jsonl]

One document a line: `{"id", "text", "date", "times": [{"start", "end", "type", "value"}]}`, with types and values as
TIMEX3 has them and `date` the day of publication. Prints precision, recall and F1 of extents (the same, or any overlap)
and of values, for all expressions and for those of the forms that news has (a weekday, a month's name, or a full date);
and the words read in a second of processor time, without what is loaded. With `--peers` it does so for each peer that
is installed, scored by the same code, and prints one table.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import _contenders
import _time_peers
from _contenders import Contender, Result

from onrecord import When, find_times

Timex = dict[str, Any]
Document = dict[str, Any]

_JOINT = re.compile(r"\s*(?:\b(?:to|until|till|through|and)\b|[-–—])\s*")
_SEASONS = {
    "21": "SP",
    "22": "SU",
    "23": "FA",
    "24": "WI",
    "40": "H1",
    "41": "H2",
    **{str(32 + i): f"Q{i}" for i in range(1, 5)},
}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "tonight": "NI"}
_VAGUE = {"present": "PRESENT_REF", "past": "PAST_REF"}
_NEWS_LIKE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)


def timexes(start: int, when: When) -> Iterator[Timex]:
    """A time as TIMEX3: the two ends of a range as two expressions, as its guidelines want them."""
    text, value = when.text or "", when.value
    note = (when.note or "").split(";")[0]
    if note.startswith("duration "):
        yield _timex(start, text, "DURATION", note.removeprefix("duration "))
    elif note.startswith("repeated "):
        yield _timex(start, text, "SET", note.removeprefix("repeated "))
    elif value is None:
        yield _timex(start, text, "DATE", _VAGUE.get(note, ""))
    else:
        yield from _resolved(start, text, _without_zone(value))


def _resolved(start: int, text: str, value: str) -> Iterator[Timex]:
    joint = next((match for match in _JOINT.finditer(text) if match.start() > 0), None)
    ends = _ends(value, text)
    if ends is None or joint is None:
        yield _point(start, text, value)
        return
    yield _point(start, text[: joint.start()], ends[0])
    yield _point(start + joint.end(), text[joint.end() :], ends[1])


def _ends(value: str, text: str) -> tuple[str, str] | None:
    if "/" in value:
        first, last = value.split("/")
        return first, last
    if value.startswith("[") and " and " in text and ".." in value[3:-3]:
        first, last = value[1:-1].split("..")
        return first, last
    return None


def _point(start: int, text: str, value: str) -> Timex:
    said = value.replace("~", "")
    coded = _range(said, text) if said.startswith("[") else _plain(said)
    return _timex(start, text, "TIME" if "T" in coded else "DATE", coded)


def _range(value: str, text: str) -> str:
    first, last = value.strip("[]").split("..")
    if not first or not last:
        return first or last
    part = next((code for word, code in _PARTS.items() if re.search(rf"\b{word}", text, re.IGNORECASE)), "")
    if "T" in first:
        return f"{first[:10]}T{part or 'MO'}"
    if len(first) == 10 and (days := (date.fromisoformat(last) - date.fromisoformat(first)).days) in (1, 6):
        year, week, _ = date.fromisoformat(first).isocalendar()
        return f"{year}-W{week:02}{'-WE' if days == 1 else ''}"
    return first


def _plain(value: str) -> str:
    if value.startswith("-"):
        return f"BC{_plain(f'{1 + int(value[1:5]):04}{value[5:]}')}"
    year, _, rest = value.partition("-")
    return f"{year.rstrip('X')}-{_SEASONS.get(rest, rest)}" if rest else year.rstrip("X")


def _timex(start: int, text: str, kind: str, value: str) -> Timex:
    return {"start": start, "end": start + len(text), "type": kind, "value": value}


def _without_zone(value: str) -> str:
    bare = re.sub(r"\[[A-Z][^\]]*\]$", "", value)
    return re.sub(r"(T[0-9:]+)(?:Z|[+-]\d\d:\d\d)", r"\1", bare)


def ours() -> Contender:
    """`find_times`, with the day of publication."""
    return Contender(
        "onrecord",
        lambda document: find_times(document["text"], When(value=document["date"])),
        lambda _, found: [timex for span, when in found for timex in timexes(span.start, when)],
    )


def _extent(timex: Timex, text: str) -> tuple[int, int]:
    start, end = timex["start"], timex["end"]
    return (start + 4 if text[start : start + 4].lower() == "the " else start), end


def _normal(value: str | None) -> str:
    value = (value or "").upper().rstrip("Z")
    return re.sub(r"T(\d\d)(:?00)?(:?00)?$", r"T\1:00", value) if re.search(r"T\d\d", value) else value


def _pairs(gold: list[Timex], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    overlaps = sorted(
        (
            (min(g["end"], f["end"]) - max(g["start"], f["start"]), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g["start"] < f["end"] and f["start"] < g["end"]
        ),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = set(), set()
    pairs: list[tuple[Timex, Timex]] = []
    for _, i, j in overlaps:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def figures(documents: Sequence[Document], result: Result, *, news_like: bool) -> dict[str, int]:
    """Counts of gold and found expressions and of those that agree."""
    counts: dict[str, int] = dict.fromkeys(("gold", "found", "strict", "relaxed", "value"), 0)
    for document, read in zip(documents, result.found, strict=True):
        text = document["text"]
        gold, found = (
            [t for t in times if not news_like or _NEWS_LIKE.search(text[t["start"] : t["end"]])]
            for times in (document["times"], read)
        )
        pairs = _pairs(gold, found)
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        counts["strict"] += len({_extent(t, text) for t in gold} & {_extent(t, text) for t in found})
        counts["relaxed"] += len(pairs)
        counts["value"] += sum(_normal(g["value"]) == _normal(f["value"]) for g, f in pairs)
    return counts


def shares(counts: dict[str, int], what: str) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision = counts[what] / (counts["found"] or 1)
    recall = counts[what] / (counts["gold"] or 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def show(documents: Sequence[Document], result: Result) -> None:
    """Print our own figures."""
    for name, news_like in (("all", False), ("news-like", True)):
        counts = figures(documents, result, news_like=news_like)
        print(f"{name:10} gold {counts['gold']}, found {counts['found']}")
        for what in ("strict", "relaxed", "value"):
            p, r, f1 = shares(counts, what)
            print(f"{name:10} {what:8} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f1:5.1f}")
    print(f"{_contenders.words_a_second(result, documents):,.0f} words a second")


def show_peers(documents: Sequence[Document], results: dict[str, Result]) -> None:
    """Print the table of F1 and speed."""

    def cells(result: Result) -> list[float]:
        both = (figures(documents, result, news_like=news_like) for news_like in (False, True))
        return [shares(counts, what)[2] for counts in both for what in ("strict", "relaxed", "value")]

    columns = [f"{kind}{what}" for kind in ("", "news-like ") for what in ("same extent", "overlap", "value")]
    _contenders.table(results, documents, {"onrecord is quicker": "onrecord"}, columns, cells)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--peers", action="store_true", help="read with the peers that are installed")
    parser.add_argument("--predictions", type=Path, help="write what was found, as JSON Lines of the same form")
    options = parser.parse_args()
    documents = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    peers = _contenders.load(_time_peers.loaders()) if options.peers else []
    results = _contenders.run([ours(), *peers], documents)
    show(documents, results["onrecord"])
    if peers:
        show_peers(documents, results)
    if options.predictions:
        found = zip(documents, results["onrecord"].found, strict=True)
        lines = (json.dumps({"id": document["id"], "times": times}) for document, times in found)
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
