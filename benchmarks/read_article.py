"""How well `parse_article` finds quotations and their speakers, on any annotated file.

    python benchmarks/read_article.py GOLD.jsonl [--folds 5]

GOLD holds one document a line: `{"id", "text", "quotes": [{"start", "end", "speaker_start", "speaker_end",
"cue_start", "cue_end", "fragments"?: [[start, end], …]}]}`, offsets in code points, ends excluded, as PolNeAR and
similar corpora are easily put. A quotation counts if the words it shares with one found are at least half of those in
either, paired one to one, and the words that name the speaker share one; the rest is told by view:

- `direct`, `mixed`, `indirect`: by how much of it stands in quotation marks (all but 5 %, some, less than 5 %);
- `quoted`: the first two; `all`: everything, hopes, beliefs, plans and polls included;
- `speech`: what is quoted, and what is attributed by a word of saying: what is reported as said.

Prints precision, recall and F1 per view, the F1 of every fold of articles, and words read a second of processor time.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from bisect import bisect_left
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord import Dossier, Voice
from onrecord._extract._marks import pair_marks
from onrecord._extract._text import find_paragraphs
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
Span = tuple[int, int]
Quote = tuple[frozenset[int], frozenset[int], bool]  # the words of the content, of the speaker, and whether it is said


class Text:
    """A text's words, and which of them stand in quotation marks."""

    def __init__(self, text: str) -> None:
        self.words = [match.span() for match in WORD.finditer(text)]
        self.starts = [start for start, _ in self.words]
        self.lower = [text[start:end].lower() for start, end in self.words]
        pairs = pair_marks(text, find_paragraphs(text))
        self.quoted = self.words_of([(pair.inner_start, pair.inner_end) for pair in pairs])

    def words_of(self, spans: list[Span]) -> frozenset[int]:
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


def gold_of(text: Text, rows: list[dict[str, Any]]) -> list[Quote]:
    found = []
    for row in rows:
        content = text.words_of([(a, b) for a, b in row.get("fragments") or [[row["start"], row["end"]]]])
        start, end = row.get("speaker_start"), row.get("speaker_end")
        speaker = text.words_of([(start, end)]) if start is not None and end is not None and 0 <= start < end else ()
        cue = text.words_of([(row["cue_start"], row["cue_end"])]) if (row.get("cue_end") or 0) > 0 else frozenset()
        if content:
            found.append((content, text.name(frozenset(speaker)), text.says(cue)))
    return found


def read_from(text: Text, dossier: Dossier) -> list[Quote]:
    found = []
    for statement in dossier.statements:
        for evidence in statement.evidence if statement.voice is not Voice.writer else ():
            content = text.words_of([(span.start, span.end) for span in evidence.content.spans])
            spans = evidence.speaker.spans if evidence.speaker is not None else ()
            cue = text.words_of([(span.start, span.end) for span in evidence.cue.spans]) if evidence.cue else None
            speaker = text.name(text.words_of([(span.start, span.end) for span in spans]))
            if content:
                found.append((content, speaker, cue is None or text.says(cue)))
    return found


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
    inside = {i for i, (content, _, said) in enumerate(gold) if view in text.views(content, said=said)}
    matched = {j: i for i, j in pairs}
    found = [
        j
        for j, (content, _, said) in enumerate(read)
        if (matched[j] in inside if j in matched else view in text.views(content, said=said))
    ]
    right = sum(1 for i, j in pairs if i in inside and (not gold[i][1] or gold[i][1] & read[j][1]))
    return Counter(gold=len(inside), read=len(found), right=right)


def shares(counts: Counter[str]) -> tuple[float, float, float]:
    precision = counts["right"] / counts["read"] if counts["read"] else 0.0
    recall = counts["right"] / counts["gold"] if counts["gold"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
    parse_article("“Ready?” said Ann Lee.")  # the rules are compiled at first use
    begun = time.process_time()
    dossiers = [parse_article(row["text"]) for row in rows]
    spent = time.process_time() - begun
    texts = [Text(row["text"]) for row in rows]
    quotes = [(t, gold_of(t, row["quotes"]), read_from(t, d)) for t, row, d in zip(texts, rows, dossiers, strict=True)]
    print(f"{len(rows)} articles, {sum(len(row['text'].split()) for row in rows) / spent:,.0f} words a second")
    for name in VIEWS:
        counts = [count(*quote, name) for quote in quotes]
        p, r, f1 = shares(sum(counts, Counter()))
        folds = [shares(sum(counts[k :: options.folds], Counter()))[2] for k in range(options.folds)]
        spread = " ".join(f"{100 * fold:5.1f}" for fold in folds)
        print(f"{name:9} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f1:5.1f}   folds {spread}")


if __name__ == "__main__":
    main()
