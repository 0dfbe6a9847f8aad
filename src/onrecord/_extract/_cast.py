"""Who is named in an article: every name with its shorter forms, titles and places, gathered before anybody speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

import attrs

from onrecord._extract._lexicon import BODY_NOUNS
from onrecord._extract._mentions import Mention, apposition, bare_head, names_in
from onrecord._extract._sentence import Sentence
from onrecord._extract._titles import HONORIFICS, OFFICES, gender_of, is_body, is_given_name, singular
from onrecord._extract._words import words
from onrecord._model import ActorKind

_ATTACHING = words("of for at in to with from on")
_RULERS = words(
    "president mayor governor king queen minister premier chancellor ambassador prince princess bishop citizen"
)
_NAMESAKES = 8
_DETERMINERS = words("the a an his her their its our my")


@attrs.define(eq=False)
class Member:
    """Somebody named in the article, or described and not named."""

    name: str
    """The fullest name printed, or the description."""
    tokens: tuple[str, ...]
    """The name's words in lower case; empty for one without a name."""
    kind: ActorKind = ActorKind.unknown
    """What sort of actor it is."""
    anonymous: bool = False
    """Whether the text leaves it unnamed."""
    plural: bool = False
    """Whether it is several."""
    gender: str | None = None
    """`m`, `f` or None."""
    forms: dict[str, None] = attrs.field(factory=dict[str, None])
    """Other forms of the name, in the order printed."""
    roles: dict[str, None] = attrs.field(factory=dict[str, None])
    """Offices and descriptions printed with the name."""
    offices: set[str] = attrs.field(factory=set[str])
    """The nouns of these, in lower case."""
    told: set[str] = attrs.field(factory=set[str])
    """Every word of these, in lower case."""
    subjects: int = 0
    """How often it stands as a subject."""
    employs: bool = False
    """Whether somebody's office in it is told."""
    places: int = 0
    """How often it follows a preposition of place."""
    members: tuple[int, ...] = ()
    """Those who speak jointly, by their numbers."""

    @property
    def is_person(self) -> bool:
        """Whether it can be "he" or "she"."""
        if self.kind is ActorKind.person:
            return True
        return self.kind is ActorKind.unknown and len(self.tokens) > 1 and self.places == 0


@attrs.frozen
class Sighting:
    """One name in one sentence."""

    member: int
    """Who is named."""
    item: int
    """The first item of the name's phrase."""
    subject: bool
    """Whether it is the subject of a verb."""


class Cast:
    """The names of an article, and who bears each."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.members: list[Member] = []
        self._full: dict[tuple[str, ...], int] = {}
        self._last: defaultdict[str, list[int]] = defaultdict(list)
        self._ends: dict[tuple[str, str], int] = {}  # by first and last word, whatever stands between
        self._acronyms: dict[str, int] = {}
        self.sightings: list[list[Sighting]] = []
        found = [names_in(s) for s in sentences]
        for names in found:
            for _, mention in names:
                if len(mention.name) > 1:
                    self._enter(mention)
        for s, names in zip(sentences, found, strict=True):
            self.sightings.append([self._see(s, items, mention) for items, mention in names])

    def number_of(self, mention: Mention) -> int:
        """Who bears the name of a mention; a new member where nobody does yet."""
        key = tuple(word.lower().replace("’", "'") for word in mention.name)
        number = self._find(key, mention)
        return self._enter(mention) if number is None else number

    def learn(self, number: int, title: tuple[str, ...]) -> None:
        """Take in the words of office printed with a name."""
        self._take(self.members[number], tuple(word for word in title if word.lower() not in _DETERMINERS))

    def is_told(self, mention: Mention) -> bool:
        """Whether a mention's name, or its title, tells who of several namesakes is meant."""
        namesakes = self._last.get(mention.name[0].lower(), []) if len(mention.name) == 1 else []
        return len(namesakes) < 2 or gender_of({word.lower() for word in mention.title}) is not None

    def add(self, member: Member) -> int:
        """Add somebody, and give the number."""
        self.members.append(member)
        return len(self.members) - 1

    def _find(self, key: tuple[str, ...], mention: Mention) -> int | None:
        if key in self._full:
            return self._full[key]
        first, last = key[0], key[-1]
        if len(key) > 1:
            return self._ends.get((first, last))
        return self._acronyms.get(first) if first in self._acronyms else self._choose(self._last[first], mention)

    def _choose(self, candidates: list[int], mention: Mention) -> int | None:
        """The one candidate, or of several the one whom a title fits; else whoever was named first."""
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        told = gender_of({word.lower() for word in mention.title})
        fitting = [n for n in candidates[:_NAMESAKES] if told is None or self.members[n].gender in (told, None)]
        return (fitting or candidates)[0]

    def _enter(self, mention: Mention) -> int:
        key = tuple(word.lower().replace("’", "'") for word in mention.name)
        if key in self._full:
            return self._full[key]
        first, last = key[0], key[-1]
        longer = self._ends.get((first, last)) if len(key) > 1 else None
        if longer is not None:
            self._full[key] = longer
            self._lengthen(self.members[longer], mention, key)
            return longer
        body = is_body(key)
        number = self.add(Member(" ".join(mention.name), key, ActorKind.organisation if body else ActorKind.unknown))
        self._full[key] = number
        self._last[last].append(number)
        if len(key) > 1:
            self._ends[first, last] = number
            if body:
                self._last[first].append(number)
            initials = "".join(word[0] for word in mention.name if word[0].isupper()).lower()
            self._acronyms.setdefault(initials, number)
            if not body and is_given_name(first):
                self._last[first].append(number)
                self.members[number].kind = ActorKind.person
        return number

    def _lengthen(self, member: Member, mention: Mention, key: tuple[str, ...]) -> None:
        name = " ".join(mention.name)
        if len(key) > len(member.tokens):
            member.forms.setdefault(member.name)
            member.name, member.tokens = name, key
        elif name != member.name:
            member.forms.setdefault(name)

    def _see(self, s: Sentence, items: tuple[int, int], mention: Mention) -> Sighting:
        number = self.number_of(mention)
        member = self.members[number]
        self._learn(member, mention, apposition(s, items[1]))
        before = s.words[items[0] - 1] if items[0] else ""
        member.places += before in ("in", "at", "near", "from") and not mention.title
        if member.kind is ActorKind.unknown and _employs(s, items[0]):
            member.kind, member.employs = ActorKind.organisation, True
        subject = self._is_subject(s, items)
        member.subjects += subject
        return Sighting(number, items[0], subject)

    def _is_subject(self, s: Sentence, items: tuple[int, int]) -> bool:
        start, end = items
        if end >= len(s) or (start and s.tags[start - 1] in "P>"):
            return False
        if s.tags[end] in "PT" and end + 1 < len(s) and (s.tags[end] == "T" or s.tags[end + 1] == "T"):
            return True
        return s.tags[end] in "AVbeB" or (s.tags[end] in ",W(" and (start == 0 or s.tags[start - 1] not in "AVbe"))

    def _learn(self, member: Member, mention: Mention, after: tuple[str, ...]) -> None:
        """Take in what stands around a name: titles, the short form, an apposition."""
        name = " ".join(mention.name)
        if name != member.name:
            member.forms.setdefault(name)
        self._take(member, mention.title)
        self._take(member, after)
        if member.gender is None and len(member.tokens) > 1 and member.kind is not ActorKind.organisation:
            member.gender = gender_of(set(), member.tokens[0])

    def _take(self, member: Member, printed: tuple[str, ...]) -> None:
        told = [bare_head(word).lower() for word in takewhile(lambda word: word not in _ATTACHING, printed)]
        offices = OFFICES.intersection(told)
        member.told.update(told)
        if told and told[-1] in BODY_NOUNS:
            member.kind = ActorKind.organisation if member.kind is ActorKind.unknown else member.kind
            member.offices.add(told[-1])
        elif (offices or HONORIFICS.intersection(told)) and member.kind is ActorKind.unknown:
            member.kind = ActorKind.person
        if offices:
            member.offices |= offices
            member.roles.setdefault(" ".join(printed))
        member.gender = member.gender or gender_of(frozenset(told))


def _employs(s: Sentence, start: int) -> bool:
    """Whether a name follows the office of somebody who works for it: "chief executive of", "spokesman for"."""
    if start < 2 or s.words[start - 1] not in ("of", "for", "at"):
        return False
    office = singular(s.words[start - 2])
    return office in OFFICES and office not in _RULERS
