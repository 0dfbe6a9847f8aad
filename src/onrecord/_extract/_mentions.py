"""Mentions of those who speak: what a noun phrase says of somebody, and every name of an article in its order."""

from __future__ import annotations

from typing import Final

import attrs

from onrecord._extract._lexicon import BODY_NOUNS, is_trade
from onrecord._extract._nouns import Items, phrase_after, phrase_before
from onrecord._extract._sentence import Sentence
from onrecord._extract._titles import HONORIFICS, OFFICES, is_office
from onrecord._extract._words import words
from onrecord._model import Naming

_PRONOUNS: Final = {
    "he": "m", "his": "m", "him": "m", "he's": "m", "he'd": "m", "he'll": "m",
    "she": "f", "her": "f", "she's": "f", "she'd": "f", "she'll": "f",
    "it": "it", "its": "it", "it's": "it", "they": "they", "their": "they", "they're": "they", "they've": "they",
    "them": "they", "they'd": "they", "i": "i", "we": "i", "my": "i", "our": "i", "you": "i", "i'm": "i", "i've": "i",
    "we've": "i", "we're": "i", "your": "i", "us": "i", "me": "i",
}  # fmt: skip
_LINKING: Final = words("of for and the & de van von der la le al bin du di")
_AFTER_NAMES: Final = words("kc qc mp mep msp mbe obe cbe phd md jr jr. sr sr.")
_RELATIVE: Final = words("who which that whom whose")


@attrs.frozen
class Mention:
    """Somebody as one noun phrase names them."""

    naming: Naming
    """By what: a name, a title, a description, a pronoun."""
    name: tuple[str, ...] = ()
    """The words of the name as printed, without titles."""
    span: tuple[int, int] = (0, 0)
    """Where the name stands in the text, or else the whole phrase."""
    title: tuple[str, ...] = ()
    """The words of office or description before the name, as printed."""
    head: str = ""
    """The noun of a description, or a pronoun's kind: `m`, `f`, `it`, `they`, `i`."""
    definite: bool = False
    """Whether a description points back: "the mayor", "their lawyer"."""
    starts: int = 0
    """The first item."""


def read_mention(s: Sentence, items: Items) -> Mention:
    """What a noun phrase says of somebody."""
    first, end = items
    word = bare(s.words[first])
    if end - first == 1 and word in _PRONOUNS and s.heads[first] != "US":
        return Mention(Naming.pronoun, span=_span(s, items), head=_PRONOUNS[word], starts=first)
    if end - first == 1 and word in _RELATIVE:
        return Mention(Naming.pronoun, span=_span(s, items), head="who", starts=first)
    if s.tags[end - 1] == "N":
        whole = _last_run(s, first, end)
        if whole is not None and whole[1] - whole[0] > 1 and whole[0] > first and s.tags[whole[0] - 1] == "n":
            return _named(s, items, whole)
    core = _core_end(s, first, end)
    run = _last_run(s, first, core)
    if run is None or run[1] < core:
        return _description(s, items, core)
    return _named(s, items, run)


def antecedent(s: Sentence, relative: int) -> Items | None:
    """The noun phrase that a relative pronoun stands for."""
    last = relative - 1
    while last >= 0 and s.tags[last] in ",—":
        last -= 1
    return phrase_before(s, last, max(0, last - 30)) if last >= 0 and s.tags[last] in "Nn#" else None


def bare(word: str) -> str:
    """A word without its genitive ending."""
    return word[:-2] if word.endswith("'s") and len(word) > 2 else word.removesuffix("'")


def names_in(s: Sentence) -> list[tuple[Items, Mention]]:
    """Every name of a sentence outside its quotations, with the items of its phrase, in order."""
    found: list[tuple[Items, Mention]] = []
    at, n = 0, len(s)
    while at < n:
        if s.tags[at] == "N":
            end = _run_end(s, at, n)
            start = at
            while start > 0 and (s.tags[start - 1] in "n" or s.tags[start - 1] == "D") and at - start < 5:
                start -= 1
            mention = _named(s, (start, end), (at, end))
            if mention.name:
                found.append(((start, end), mention))
            at = end
        else:
            at += 1
    return found


def apposition(s: Sentence, end: int) -> tuple[str, ...]:
    """The words of office after a name and a comma: "Ann Lee, the mayor of Harwick,"; empty where there are none."""
    at = end
    if at + 1 < len(s) and s.tags[at] == "(":
        while at < len(s) and s.tags[at] != ")" and at - end < 12:
            at += 1
        at += 1
    if at + 1 >= len(s) or s.tags[at] != ",":
        return ()
    at += 1
    if at + 1 < len(s) and s.tags[at] == "#" and s.tags[at + 1] == ",":
        at += 2
    start = at
    while at < len(s) and s.tags[at] == "D":
        at += 1
    stop = phrase_after(s, start)
    if (
        stop <= at
        or not is_office(bare(s.words[_core_end(s, at, stop) - 1]))
        or (stop < len(s) and s.tags[stop] in "AVb")
    ):
        return ()
    return tuple(s.heads[at:stop])


def _span(s: Sentence, items: Items) -> tuple[int, int]:
    return s.starts[items[0]], s.ends[items[1] - 1]


def _core_end(s: Sentence, first: int, end: int) -> int:
    """The item after the phrase's own noun, before "of" and the like; a name may go over "of"."""
    at = first
    while at < end:
        bound = s.tags[at] in "P>," or (s.words[at] == "and" and s.tags[at - 1] != "N")
        if bound and not (at > first and s.tags[at - 1] == "N" and _joins(s, at, end)):
            return at
        at += 1
    return end


def _joins(s: Sentence, at: int, end: int) -> bool:
    """Whether "of", "for" or "and" stands inside a name: "Ministry of Defence"."""
    following = at + 1
    if following < end and s.words[following] in ("the", "la", "al"):
        following += 1
    return s.words[at] in _LINKING and following < end and s.tags[following] == "N"


def _run_end(s: Sentence, at: int, end: int) -> int:
    while at < end:
        if s.tags[at] == "N":
            if s.words[at].endswith(("'s", "s'")) and not _is_union(s, at, end):
                return at + 1
            at += 1
        elif _is_inside_name(s, at, end):
            at += 1
        else:
            break
    return at


def _is_union(s: Sentence, at: int, end: int) -> bool:
    """Whether a genitive belongs to the name of a body: "Dockers' Union"."""
    return s.words[at][-1] == "'" and at + 1 < end and s.tags[at + 1] == "N" and s.words[at + 1] in BODY_NOUNS


def _is_inside_name(s: Sentence, at: int, end: int) -> bool:
    """Whether a small word, "&" or number belongs to the name before it: "Weir & Stone", "Channel 4"."""
    if s.tags[at] == "#":
        return len(s.words[at]) <= 4 and s.words[at - 1] not in HONORIFICS
    return s.tags[at] in "PJDn&" and s.words[at] != "and" and _joins(s, at, end)


def _last_run(s: Sentence, first: int, end: int) -> Items | None:
    """The last run of capitalised words in a phrase."""
    found, at = None, first
    while at < end:
        if s.tags[at] == "N":
            stop = _run_end(s, at, end)
            found = (at, stop)
            at = stop
        else:
            at += 1
    return found


def _named(s: Sentence, items: Items, run: Items) -> Mention:
    start, end = run
    split = start
    for at in range(start, end):
        if bare(s.words[at]) in OFFICES or s.words[at] in HONORIFICS or (at == 0 and is_trade(s.words[at])):
            split = at + 1
            if at + 2 < end and s.words[at + 1] == "of" and at + 3 < end:
                split = at + 3
    if split >= end:
        if end - start > 1 and bare(s.words[end - 1]) not in OFFICES:
            split = start
        else:
            return _description(s, items, end)
    if end - split > 2 and s.words[end - 1] in _AFTER_NAMES:
        end -= 1
    name = [*s.heads[split : end - 1], bare_head(s.heads[end - 1])]
    before = [s.heads[i] for i in range(items[0], split) if s.tags[i] not in "DRW"]
    stop = s.starts[end - 1] + len(name[-1])
    return Mention(Naming.name_, tuple(name), (s.starts[split], stop), tuple(before), starts=items[0])


def bare_head(printed: str) -> str:
    """A printed word without its genitive ending."""
    return (
        printed[:-2]
        if printed[-2:] in ("'s", "’s") and len(printed) > 2
        else printed.removesuffix("'").removesuffix("’")
    )


def _description(s: Sentence, items: Items, core: int) -> Mention:
    first = items[0]
    head = bare(s.words[core - 1]) if core > first else bare(s.words[first])
    definite = s.words[first] in ("the", "his", "her", "their", "its", "this", "that")
    naming = Naming.title if head in OFFICES and definite and not head.endswith("s") else Naming.description
    start, end = _span(s, items)
    printed = bare_head(s.heads[items[1] - 1])
    end = s.starts[items[1] - 1] + len(printed)
    return Mention(
        naming, span=(start, end), title=tuple(s.heads[first:core]), head=head, definite=definite, starts=first
    )


def name_after(s: Sentence, end: int) -> Items | None:
    """The name that a description is equated with: "the mayor, Ann Lee, said"."""
    if end + 1 >= len(s) or s.tags[end] != ",":
        return None
    stop = _run_end(s, end + 1, len(s)) if s.tags[end + 1] == "N" else end + 1
    if stop == end + 1 or (stop < len(s) and s.tags[stop] not in ",.QAVbe("):
        return None
    if stop - end == 2 and s.tags[stop : stop + 1] != [","]:
        return None  # a single name must be closed off: "the company, Ostlink, said"
    return end + 1, stop


def owner_of(s: Sentence, first: int) -> Items | None:
    """Whose writing it is: "Moscow’s statement", "a report by the league"."""
    for at in range(first, min(first + 8, len(s))):
        if s.words[at].endswith(("'s", "s'")) and s.tags[at] in "Nn":
            return first, at + 1
        if s.words[at] in ("his", "her", "its", "their"):
            return at, at + 1
        if s.words[at] in ("by", "from") and at > first:
            end = phrase_after(s, at + 1, attached=False)
            return (at + 1, end) if end > at + 1 else None
        if s.tags[at] not in "DNn#":
            return None
    return None
