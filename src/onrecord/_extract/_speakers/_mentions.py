"""Mentions of those who speak: what a noun phrase says of somebody, and every name of an article in its order."""

from __future__ import annotations

from typing import Final

import attrs

from onrecord._extract._speakers._names import SUFFIXES, joins, last_run, run_end
from onrecord._extract._text._nouns import Items, phrase_after, phrase_before
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._lexicon import BODY_NOUNS, can_speak, is_trade
from onrecord._extract._words._titles import HONORIFICS, OFFICES, is_body, is_demonym, is_given_name, is_sure_body
from onrecord._extract._words._words import words
from onrecord._model import Naming

_PRONOUNS: Final = {
    "he": "m", "his": "m", "him": "m", "he's": "m", "he'd": "m", "he'll": "m",
    "she": "f", "her": "f", "she's": "f", "she'd": "f", "she'll": "f",
    "it": "it", "its": "it", "it's": "it", "they": "they", "their": "they", "they're": "they", "they've": "they",
    "them": "they", "they'd": "they", "i": "i", "we": "i", "my": "i", "our": "i", "you": "i", "i'm": "i", "i've": "i",
    "we've": "i", "we're": "i", "your": "i", "us": "i", "me": "i",
}  # fmt: skip
_AFTER_NAMES: Final = words("kc qc mp mep msp mbe obe cbe phd md jr jr. sr sr.")
_RELATIVE: Final = words("who which that whom whose")
_SEATS: Final = words(
    "state staff opposition house treasury exchequer defence defense justice police parliament mission"
)
_SURNAMES: Final = words(
    "baker bishop king pope dean singer farmer judge prince major priest constable head duke marshal cardinal driver"
)
_RANKS_OR_NAMES: Final = words("col gen")  # the titles that are given names too
_NATIVES: Final = words("briton swede dane finn spaniard turk serb croat pole scot frenchman englishman irishman")
_MILITARY: Final = words("soldier officer commander veteran captain lieutenant general commissioner deputy")
_DEFINITE: Final = words("the his her their its this that")
_POSTPOSED: Final = words("close familiar aware present privy loyal involved responsible concerned")


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
    if _is_the_demonym(s, first, end):
        return _description(s, items, end)
    link = office_link(s, first, end)
    if link is not None:
        run = _person_after(s, link, end)
        return _named(s, items, run) if run is not None else _description(s, items, link)
    if s.tags[end - 1] == "N":
        whole = last_run(s, first, end)
        if whole is not None and whole[1] - whole[0] > 1 and whole[0] > first and s.tags[whole[0] - 1] == "n":
            return _named(s, items, whole)
    core = core_end(s, first, end)
    run = last_run(s, first, core)
    if run is None or run[1] < core:
        return _description(s, items, core)
    return _named(s, items, run)


def _is_the_demonym(s: Sentence, first: int, end: int) -> bool:
    """Whether a phrase is "the German" and no more."""
    if end - first != 2 or s.words[first] != "the" or not (first == 0 or s.heads[first][0] == "t"):
        return False
    return is_demonym(bare(s.words[first + 1]))


def office_link(s: Sentence, first: int, end: int) -> int | None:
    """The item of "of" or "for" right after an office: "the General Secretary of the Dockers' Union"."""
    for at in range(first + 1, end):
        if s.tags[at] in "P>,W":
            office = s.words[at] in ("of", "for", "at", "to", "in", "on") and s.words[at - 1] in OFFICES
            return at if office and s.tags[at - 1] in "Nn" else None
    return None


def _person_after(s: Sentence, link: int, end: int) -> Items | None:
    """The person named after an office and its body: "Leader of the Opposition Ann Lee"; None where none is."""
    at = link + 1
    while at < end and s.tags[at] == "D":
        at += 1
    if at + 1 < end and s.words[at] in _SEATS and _are_names(s, at + 1, end):
        return at + 1, end
    for first in range(at + 1, end - 1):
        if is_given_name(s.words[first]) and _are_names(s, first, end):
            return None if is_body(s.words[first:end]) else (first, end)
    run = last_run(s, at, end)
    if run is None or run[1] < end or run[1] - run[0] < 2 or run[0] == at:
        return None
    if s.tags[run[0] - 1] != "n" and s.words[run[0] - 1] not in SUFFIXES:
        return None
    return None if is_body(s.words[run[0] : end]) else run


def _are_names(s: Sentence, start: int, end: int) -> bool:
    return start < end and all(tag == "N" for tag in s.tags[start:end])


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
            end = run_end(s, at, n)
            found += _names_of_run(s, at, end)
            at = end
        else:
            at += 1
    return found


def _names_of_run(s: Sentence, at: int, end: int) -> list[tuple[Items, Mention]]:
    """The name that capitalised words hold, with its title, or that of the body whose office they tell."""
    link = office_link(s, at, end)
    if link is not None:
        person = _person_after(s, link, end)
        if person is None:
            tail = link + 1
            while tail < end and s.tags[tail] == "D":
                tail += 1
            return _names_of_run(s, tail, end) if tail < end else []
        return [((at, end), _named(s, (at, end), person))]
    if (
        end - at == 1
        and is_demonym(s.words[at])
        and (s.words[at - 1 : at] == ["the"] or s.tags[end : end + 1] == ["n"])
    ):
        return []
    start = at
    while start > 0 and at - start < 5 and (s.tags[start - 1] in "nD" or is_demonym(s.words[start - 1])):
        start -= 1
    while 0 < start < at and (s.tags[start - 1] == "N" or (s.words[start - 1] == "of" and s.tags[start] == "N")):
        start -= 1  # "Port Harwick manager Ann Lee", "Bank of Ostland governor Ann Lee"
    mention = _named(s, (start, end), (at, end))
    return [((start, end), mention)] if mention.name else []


def _span(s: Sentence, items: Items) -> tuple[int, int]:
    return s.starts[items[0]], s.ends[items[1] - 1]


def core_end(s: Sentence, first: int, end: int) -> int:
    """The item after the phrase's own noun, before "of" and the like; a name may go over "of"."""
    at = first
    while at < end:
        bound = s.tags[at] in "P>," or (s.words[at] == "and" and s.tags[at - 1] != "N")
        if bound and not (at > first and s.tags[at - 1] == "N" and joins(s, at, end)):
            return at
        at += 1
    return end


def _named(s: Sentence, items: Items, run: Items) -> Mention:
    start, end = run
    split = start
    for at in range(start, end):
        if _is_title(s, at, (items[0], start, end)):
            split = at + 1
    if split >= end:
        if end - start > 1 and (bare(s.words[end - 1]) not in OFFICES or _is_body_of(s, start, end)):
            split = start
        elif end - start > 1 and s.words[end - 2] in HONORIFICS:
            split = end - 1
        elif end - start > 1 and _is_surname(s, start, end - 1):
            split = start
        else:
            return _description(s, items, end)
    if end - split > 2 and _is_after_name(s, split, end - 1):
        end -= 1
    speaks = end < len(s) and s.tags[end] in "AVb"  # "Lloyd's said": no genitive
    name = [*s.heads[split : end - 1], s.heads[end - 1] if speaks else bare_head(s.heads[end - 1])]
    before = [s.heads[i] for i in range(items[0], split) if s.tags[i] not in "DRW#"]
    stop = s.starts[end - 1] + len(name[-1])
    return Mention(Naming.name_, tuple(name), (s.starts[split], stop), tuple(before), starts=items[0])


def _is_after_name(s: Sentence, first: int, at: int) -> bool:
    """Whether letters follow a name: "Ann Lee KC"; the "SC" of "Port Harwick SC" is a club's."""
    return s.words[at] in _AFTER_NAMES or (s.words[at] == "sc" and is_given_name(s.words[first]))


def _is_body_of(s: Sentence, start: int, end: int) -> bool:
    """Whether an office's noun only ends the name of a body: "Ministry of Justice"."""
    return any(s.words[at] == "of" and is_body((s.words[at - 1],)) for at in range(start + 1, end))


def _is_surname(s: Sentence, start: int, at: int) -> bool:
    """Whether the noun of an office is a surname after a given name: "Ann Baker", "Martin King Dahl"."""
    return bare(s.words[at]) in _SURNAMES and is_given_name(s.words[start])


def _is_title(s: Sentence, at: int, within: tuple[int, int, int]) -> bool:
    """Whether a capitalised word is a title, and not a part of the name: "King's College", "farmer Col Hatherby"."""
    first, start, end = within
    word = s.words[at] if at < end - 1 else bare(s.words[at])
    if word in _RANKS_OR_NAMES and first < at == end - 2 and s.words[at - 1] in OFFICES - _MILITARY:
        return False
    if at > start and _is_surname(s, start, at):
        return False
    if at < end - 1 and word not in BODY_NOUNS and is_sure_body(s.words[at + 1 : end]):
        return False
    if is_demonym(word) and first < at < end - 2 and s.tags[at - 1] == "D":
        return word in _NATIVES or is_given_name(s.words[at + 1])
    return word in OFFICES or word in HONORIFICS or (at == 0 and is_trade(word))


def bare_head(printed: str) -> str:
    """A printed word without its genitive ending."""
    return (
        printed[:-2]
        if printed[-2:] in ("'s", "’s") and len(printed) > 2
        else printed.removesuffix("'").removesuffix("’")
    )


def _description(s: Sentence, items: Items, core: int) -> Mention:
    first = items[0]
    last = core - 1 if core > first else first
    if last > first and s.words[last] in _POSTPOSED and can_speak(s.words[last - 1]):
        last -= 1
    head = bare(s.words[last])
    definite = s.words[first] in _DEFINITE or (s.words[first].endswith("'s") and last > first)
    if core < items[1] and s.tags[first] in "Nn" and head in OFFICES:
        definite = True  # "Chairman of Harwick Council"
    naming = Naming.title if head in OFFICES and definite and not head.endswith("s") else Naming.description
    start, end = _span(s, items)
    printed = bare_head(s.heads[items[1] - 1])
    end = s.starts[items[1] - 1] + len(printed)
    return Mention(
        naming, span=(start, end), title=tuple(s.heads[first:core]), head=head, definite=definite, starts=first
    )


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
