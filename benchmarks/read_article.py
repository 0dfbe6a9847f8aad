"""How well `parse_article` finds quotations and their speakers, on any annotated file, and beside its peers.

    python benchmarks/read_article.py GOLD.jsonl [--folds 5] [--analyzer MODEL] [--styles] [--peers]

GOLD holds one document a line: `{"id", "text", "quotes": [{"start", "end", "speaker_start", "speaker_end",
"cue_start", "cue_end", "fragments"?: [[start, end], …], "speaker_resolved"?: "name|other name"}]}`, offsets in code
points, ends excluded, as PolNeAR and similar corpora are easily put. A quotation counts if the words it shares with one
found are at least half of those in either, paired one to one, and the words that name the speaker share one; the rest
is told by view:

- `direct`, `mixed`, `indirect`: by how much of it stands in quotation marks (all but 5 %, some, less than 5 %);
- `quoted`: the first two; `all`: everything, hopes, beliefs, plans and polls included;
- `speech`: what is quoted, and what is attributed by a word of saying: what is reported as said.

Prints precision, recall and F1 per view and the F1 of every fold of articles; how many speakers of the matched ones are
resolved to the actor that GOLD names, if it names any; and words read a second of processor time, without the loading
of models. `--analyzer` reads with a model of spaCy, too. `--peers` reads with each peer that is installed (textacy and
sayswho parse with the same model; quote-parser is npm's), scored by the same code, and prints one table. `--styles`
puts the articles into four styles of quotation marks and prints what is lost against the best.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import _contenders
import _quotation_peers
from _contenders import Contender, Result
from _quotation_peers import Found, Spans
from _styles import STYLES, has_pairs, rewritten
from _timing import report

from onrecord import Anchor, Dossier, Voice
from onrecord._extract._text._marks import pair_marks
from onrecord._extract._text._paragraphs import find_paragraphs
from onrecord._loaders._article import parse_article

VIEWS = ("all", "speech", "quoted", "direct", "mixed", "indirect")
SAYING = frozenset(
    """say tell add note write ask reply respond answer claim argue insist state declare announce warn explain
    suggest acknowledge admit deny confirm report tweet post call describe accuse blame criticize criticise slam
    blast vow promise pledge urge demand conclude comment remark mention observe point recall assert contend
    allege charge maintain concede complain joke stress emphasize emphasise reiterate repeat predict quip retort
    shout yell whisper testify speak talk discuss praise denounce condemn dismiss reject refute counter cite quote
    refer label dub term brand characterize advise recommend propose request order tease boast brag thank
    apologize lament caution according statement interview remarks tweets speech said told wrote written spoke
    spoken""".split()  # noqa: SIM905
)
ENDINGS = {"ies": ("y",), "ied": ("y",), "ing": ("", "e"), "ed": ("", "e"), "es": ("",), "s": ("",)}
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SMALL = set("the a an his her its their of and in at for mr mrs ms dr that".split())  # noqa: SIM905
RULES = "onrecord, rules"
Row = dict[str, Any]


class Quote(NamedTuple):
    """The words of a quotation and of its speaker, whether it is said, and who the speaker is, names parted by "|"."""

    content: frozenset[int]
    speaker: frozenset[int]
    said: bool
    actor: str


class Text:
    """A text's words, and which of them stand in quotation marks."""

    def __init__(self, text: str) -> None:
        self.words = [match.span() for match in WORD.finditer(text)]
        self.starts = [start for start, _ in self.words]
        self.lower = [text[start:end].lower() for start, end in self.words]
        pairs = pair_marks(text, find_paragraphs(text))
        self.quoted = self.words_of([(pair.inner_start, pair.inner_end) for pair in pairs])

    def words_of(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        return frozenset(i for a, b in spans for i in range(bisect_left(self.starts, a), bisect_left(self.starts, b)))

    def kind(self, content: frozenset[int]) -> str:
        share = len(content & self.quoted) / len(content)
        return "direct" if share >= 0.95 else "mixed" if share > 0.05 else "indirect"

    def views(self, content: frozenset[int], *, said: bool) -> set[str]:
        kind = self.kind(content)
        return {"all", kind} | ({"quoted", "speech"} if kind != "indirect" else {"speech"} if said else set())

    def says(self, cue: frozenset[int]) -> bool:
        return any(is_saying(self.lower[i]) for i in cue)

    def name(self, speaker: frozenset[int]) -> frozenset[int]:
        return frozenset(i for i in speaker if self.lower[i] not in SMALL) or speaker


def is_saying(word: str) -> bool:
    """Whether a word is a form of one of saying: "denies", "told", "quipped"."""
    stems = [word.removesuffix(end) + put for end, puts in ENDINGS.items() if word.endswith(end) for put in puts]
    doubled = [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]
    return not SAYING.isdisjoint([word, *stems, *doubled])


def gold_of(text: Text, rows: list[Row]) -> list[Quote]:
    found: list[Quote] = []
    for row in rows:
        content = text.words_of([(a, b) for a, b in row.get("fragments") or [[row["start"], row["end"]]]])
        start, end = row.get("speaker_start"), row.get("speaker_end")
        speaker = text.words_of([(start, end)]) if start is not None and end is not None and 0 <= start < end else ()
        cue = text.words_of([(row["cue_start"], row["cue_end"])]) if (row.get("cue_end") or 0) > 0 else frozenset[int]()
        if content:
            actor = row.get("speaker_resolved") or ""
            found.append(Quote(content, text.name(frozenset(speaker)), text.says(cue), actor))
    return found


def read_from(text: Text, found: list[Found]) -> list[Quote]:
    quotes: list[Quote] = []
    for each in found:
        content = text.words_of(each.content)
        if content:
            speaker = text.name(text.words_of(each.speaker))
            said = not each.cue or text.says(text.words_of(each.cue))
            quotes.append(Quote(content, speaker, said, each.actor))
    return quotes


def found_in(dossier: Dossier) -> list[Found]:
    """The statements of a dossier that are not its writer's own."""
    names: dict[str | None, str] = {None: "", **{actor.id: actor.name for actor in dossier.actors}}
    return [
        Found(spans_of(evidence.content), spans_of(evidence.speaker), spans_of(evidence.cue), names[statement.speaker])
        for statement in dossier.statements
        for evidence in (statement.evidence if statement.voice is not Voice.writer else ())
    ]


def spans_of(anchor: Anchor | None) -> Spans:
    return tuple((span.start, span.end) for span in anchor.spans) if anchor is not None else ()


def pairs_of(gold: list[Quote], read: list[Quote]) -> list[tuple[int, int]]:
    scored = sorted(
        (-len(a & b) / len(a | b), i, j)
        for i, (a, *_) in enumerate(gold)
        for j, (b, *_) in enumerate(read)
        if 2 * len(a & b) >= len(a | b)
    )
    left: dict[int, int] = {}
    for _, i, j in scored:
        if i not in left and j not in left.values():
            left[i] = j
    return list(left.items())


def count(text: Text, gold: list[Quote], read: list[Quote], view: str) -> Counter[str]:
    pairs = pairs_of(gold, read)
    inside = {i for i, (content, _, said, _) in enumerate(gold) if view in text.views(content, said=said)}
    matched = {j: i for i, j in pairs}
    found = [
        j
        for j, (content, _, said, _) in enumerate(read)
        if (matched[j] in inside if j in matched else view in text.views(content, said=said))
    ]
    right = sum(1 for i, j in pairs if i in inside and (not gold[i].speaker or gold[i].speaker & read[j].speaker))
    return Counter(gold=len(inside), read=len(found), right=right)


def total(counts: Iterable[Counter[str]]) -> Counter[str]:
    return sum(counts, Counter[str]())


def shares(counts: Counter[str]) -> tuple[float, float, float]:
    precision = counts["right"] / counts["read"] if counts["read"] else 0.0
    recall = counts["right"] / counts["gold"] if counts["gold"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(rows: Sequence[Row], result: Result, view: str) -> list[Counter[str]]:
    """The counts of each article."""
    texts = [Text(row["text"]) for row in rows]
    return [
        count(text, gold_of(text, row["quotes"]), read_from(text, found), view)
        for text, row, found in zip(texts, rows, result.found, strict=True)
    ]


def f1(rows: Sequence[Row], result: Result, view: str) -> float:
    return shares(total(figures(rows, result, view)))[2]


def resolved(rows: Sequence[Row], result: Result) -> Counter[str]:
    """Of the matched quotations whose actor is named: how many are given to it, and of those said by another word."""
    counts: Counter[str] = Counter()
    for row, found in zip(rows, result.found, strict=True):
        text = Text(row["text"])
        gold, read = gold_of(text, row["quotes"]), read_from(text, found)
        for quote, other in ((gold[i], read[j]) for i, j in pairs_of(gold, read) if gold[i].actor):
            hard = not is_same(quote.actor, " ".join(text.lower[i] for i in sorted(quote.speaker)))
            right = is_same(quote.actor, other.actor)
            counts.update(matched=1, right=int(right), hard=int(hard), right_hard=int(right and hard))
    return counts


def is_same(actor: str, name: str) -> bool:
    """Whether a name has all words of one of an actor's, or several of them with its last."""
    given = name_words(name)
    return any(
        bool(given and words)
        and (set(words) <= set(given) or (len(given) > 1 and set(given) < set(words) and given[-1] == words[-1]))
        for words in map(name_words, actor.split("|"))
    )


def name_words(name: str) -> list[str]:
    words = [re.sub(r"['’]s$", "", word) for word in WORD.findall(name.lower())]
    return [word for word in words if word not in SMALL] or words


def ours(name: str, analyzer: str | None) -> Contender:
    def read(row: Row) -> Dossier:
        return parse_article(row["text"], analyzer=analyzer)

    return Contender(name, read, lambda _, dossier: found_in(dossier))


def show(rows: Sequence[Row], name: str, result: Result, folds: int) -> None:
    """Print the figures of one of ours."""
    print(f"{name}: {len(rows)} articles, {_contenders.words_a_second(result, rows):,.0f} words a second")
    for view in VIEWS:
        counts = figures(rows, result, view)
        p, r, whole = shares(total(counts))
        parts = " ".join(f"{100 * shares(total(counts[k::folds]))[2]:5.1f}" for k in range(folds))
        print(f"{view:9} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * whole:5.1f}   folds {parts}")
    if (given := resolved(rows, result))["matched"]:
        print(f"speakers resolved: {given['right']} of {given['matched']} matched, ", end="")
        print(f"{given['right_hard']} of {given['hard']} of those that are not called by a name")


def show_styles(rows: Sequence[Row], contender: Contender) -> None:
    """Print what is lost where the same articles are printed in other marks."""
    paired = [row for row in rows if has_pairs(row["text"])]
    scores: dict[str, float] = {}
    for name, style in STYLES.items():
        changed = [{**row, "text": rewritten(row["text"], style)} for row in paired]
        found = [contender.found(row, contender.read(row)) for row in changed]
        scores[name] = 100 * f1(paired, Result(found, []), "speech")
    print(f"{contender.name}: speech F1 of {len(paired)} articles that quote in double marks, put into each style")
    for name, score in scores.items():
        print(f"  {name:16} {score:5.1f}   lost {max(scores.values()) - score:4.1f}")


def show_peers(rows: Sequence[Row], results: dict[str, Result], own: Sequence[str]) -> None:
    """Print the table, and whether the aims for speed are met."""
    bases = {f"{name.removeprefix('onrecord, ')} is quicker": name for name in own}
    _contenders.table(results, rows, bases, VIEWS, lambda result: [f1(rows, result, view) for view in VIEWS])
    peers = [name for name in results if name not in own]
    for name, aim in zip(own, (10, 1), strict=False):
        for peer in peers:
            times = _contenders.slower(results[peer], results[name])
            report(f"{name}: times the words of {peer}", times, at_least=aim)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--analyzer", help="a model of spaCy, to read with as well")
    parser.add_argument("--styles", action="store_true", help="put the articles into other quotation marks")
    parser.add_argument("--peers", action="store_true", help="read with the peers that are installed")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
    own = [ours(RULES, None)] + ([ours("onrecord, spaCy", options.analyzer)] if options.analyzer else [])
    loaders = _quotation_peers.loaders(options.analyzer or "en_core_web_sm") if options.peers else {}
    results = _contenders.run([*own, *_contenders.load(loaders)], rows)
    for contender in own:
        show(rows, contender.name, results[contender.name], options.folds)
    if options.styles:
        for contender in own:
            show_styles(rows, contender)
    if options.peers:
        show_peers(rows, results, [contender.name for contender in own])


if __name__ == "__main__":
    main()
