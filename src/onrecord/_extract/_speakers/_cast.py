"""Who is named in an article: every name with its shorter forms, titles and places, gathered before anybody speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import takewhile

import attrs

from onrecord._extract._speakers._appositions import apposed_before, apposition, owner_before
from onrecord._extract._speakers._mentions import Mention, bare, bare_head, names_in
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._lexicon import BODY_NOUNS
from onrecord._extract._words._titles import HONORIFICS, OFFICES, gender_of, is_body, is_given_name, is_place, singular
from onrecord._extract._words._words import words
from onrecord._model import ActorKind

_ATTACHING = words("of for at in to with from on")
_RULERS = words(
    "president mayor governor king queen minister premier chancellor ambassador prince princess bishop citizen"
)
_NAMESAKES = 8
_DETERMINERS = words("the a an his her their its our my")
_NO_ROLES = words("man woman boy girl child people person")
_LORDS = words("lord lady")  # before a name, or part of an office: "Lord Mayor"
LESSER = words("deputy vice former acting interim assistant late retired outgoing incoming other second third")
"""Words before an office by which another holds it, or nobody now."""


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
        named = len(self.tokens) > 1 and not is_place(self.tokens)
        return self.kind is ActorKind.unknown and named and self.places == 0


@attrs.frozen
class Sighting:
    """One name in one sentence."""

    member: int
    """Who is named."""
    item: int
    """The first item of the name's phrase."""
    subject: bool
    """Whether it is the subject of a verb."""
    owner: str | None = None
    """`f` or `m` where it is told to be "her" or "his" tutor, and so is not she or he."""


class Cast:
    """The names of an article, and who bears each."""

    def __init__(self, sentences: Sequence[Sentence], headings: Collection[int] = ()) -> None:
        """Gather the names of sentences; those of headings, by their paragraphs, make no name longer."""
        self.members: list[Member] = []
        self._full: dict[tuple[str, ...], int] = {}
        self._last: defaultdict[str, list[int]] = defaultdict(list)
        self._ends: dict[tuple[str, str], int] = {}  # by first and last word, whatever stands between
        self._first: defaultdict[str, list[int]] = defaultdict(list)
        self._acronyms: dict[str, int] = {}
        self._apart: dict[tuple[str, str], int] = {}  # by last name and gender, of those whom a title tells apart
        self._loud: set[tuple[str, ...]] = set()  # names of the headings with a word before them that is none
        self.sightings: list[list[Sighting]] = []
        found = [names_in(s) for s in sentences]
        self._enter_all(sentences, found, headings)
        for s, names in zip(sentences, found, strict=True):
            self.sightings.append([self._see(s, items, mention) for items, mention in names])

    def _enter_all(
        self, sentences: Sequence[Sentence], found: Sequence[list[tuple[Items, Mention]]], headings: Collection[int]
    ) -> None:
        """Enter the full names, those of the headings last."""
        loud = [m for s, names in zip(sentences, found, strict=True) for _, m in names if s.paragraph in headings]
        plain = [m for s, names in zip(sentences, found, strict=True) for _, m in names if s.paragraph not in headings]
        for mention in plain:
            if len(mention.name) > 1:
                self._enter(mention)
        heard = {_key(mention)[-1] for mention in plain} if loud else ()
        for mention in loud:
            if len(mention.name) > 1 and not self._is_heard(mention, heard):
                self._enter(mention)

    def _is_heard(self, mention: Mention, heard: Collection[str]) -> bool:
        """Whether a heading puts no more than a word before a name of the text: "Defiant Lee hits back"."""
        key = _key(mention)
        if key in self._full or (key[0], key[-1]) in self._ends or is_body(key) or is_given_name(key[0]):
            return False
        if key[-1] not in heard:
            return False
        number = self._full.get(key[-1:], next(iter(self._last[key[-1]]), None))
        if number is None:
            number = self._enter(attrs.evolve(mention, name=mention.name[-1:]))
        self._full[key] = number
        self._loud.add(key)
        return True

    def number_of(self, mention: Mention) -> int:
        """Who bears the name of a mention; a new member where nobody does yet."""
        number = self._find(_key(mention), mention)
        return self._enter(mention) if number is None else number

    def learn(self, number: int, title: tuple[str, ...]) -> None:
        """Take in the words of office printed with a name."""
        self._take(self.members[number], tuple(word for word in title if word.lower() not in _DETERMINERS))

    def is_told(self, mention: Mention) -> bool:
        """Whether a mention's name, or its title, tells who of several namesakes is meant."""
        namesakes = self._last.get(_key(mention)[-1], []) if len(mention.name) == 1 else []
        return len(set(namesakes[:_NAMESAKES])) < 2 or gender_of({word.lower() for word in mention.title}) is not None

    def add(self, member: Member) -> int:
        """Add somebody, and give the number."""
        self.members.append(member)
        return len(self.members) - 1

    def _find(self, key: tuple[str, ...], mention: Mention) -> int | None:
        first, last = key[0], key[-1]
        if len(key) > 1:
            return self._full.get(key, self._ends.get((first, last)))
        if first in self._acronyms:
            return self._acronyms[first]
        namesakes = self._last[first] or [n for n in (self._full.get(key),) if n is not None]
        return self._choose(first, namesakes or self._by_first_name(first), mention)

    def _by_first_name(self, first: str) -> list[int]:
        """The person whose first name stands alone: "Marnie" for Marnie Holt."""
        named = self._first.get(first, [])
        return named if len(named) == 1 and self.members[named[0]].kind is ActorKind.person else []

    def _choose(self, last: str, candidates: list[int], mention: Mention) -> int | None:
        """The first candidate whom a title fits; none where it fits none, and the title tells somebody apart."""
        if not mention.title or not candidates:
            return candidates[0] if candidates else None
        told = gender_of({word.lower() for word in mention.title})
        fitting = [n for n in candidates[:_NAMESAKES] if told is None or self.members[n].gender in (told, None)]
        known = (n for n in fitting if self.members[n].gender == told is not None)
        chosen = next(known, fitting[0] if fitting else None)
        if chosen is None and told is not None:
            return self._told_apart(last, told, mention)
        return chosen

    def _told_apart(self, last: str, told: str, mention: Mention) -> int:
        """Mr Lee, where the only Lee named is a woman."""
        if (last, told) not in self._apart:
            title = [word for word in mention.title if word.lower() in HONORIFICS]
            name = " ".join([*title[-1:], *mention.name])
            self._apart[last, told] = self.add(Member(name, (last,), ActorKind.person, gender=told))
            self._last[last].append(self._apart[last, told])
        return self._apart[last, told]

    def _enter(self, mention: Mention) -> int:
        key = _key(mention)
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
        if not {"of", "for"}.intersection(key):
            self._last[last].append(number)
        if len(key) > 1:
            self._ends[first, last] = number
            self._first[first].append(number)
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
        apposed = apposed_before(s, *items)
        if apposed is not None:
            self.learn(number, tuple(s.heads[slice(*apposed)]))
        before = s.words[items[0] - 1] if items[0] else ""
        if member.kind is ActorKind.unknown and _has_age(s, items[1]):
            member.kind = ActorKind.person
        member.places += before in ("in", "at", "near", "from") and not mention.title
        if member.kind is ActorKind.unknown and _employs(s, items[0]):
            member.kind, member.employs = ActorKind.organisation, True
        subject = self._is_subject(s, items)
        member.subjects += subject
        return Sighting(number, items[0], subject, owner_before(s, items[0], apposed, items[1]))

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
        if name != member.name and not (self._loud and _key(mention) in self._loud):
            member.forms.setdefault(name)
        self._take(member, mention.title)
        self._take(member, after)
        if member.gender is None and len(member.tokens) > 1 and member.kind is not ActorKind.organisation:
            member.gender = gender_of(set(), member.tokens[0])

    def _take(self, member: Member, printed: tuple[str, ...]) -> None:
        if not printed:
            return
        told = _own_words(printed)
        offices = OFFICES.intersection(told)
        member.told.update(bare_head(word).lower().replace("’", "'") for word in printed)
        if told and told[-1] in BODY_NOUNS:
            member.kind = ActorKind.organisation if member.kind is ActorKind.unknown else member.kind
            member.offices.add(told[-1])
        elif (offices or HONORIFICS.intersection(told)) and _can_be_person(member):
            member.kind = ActorKind.person
        if offices:
            member.offices |= offices
            _add_role(member, [word for word in printed if word.lower() not in HONORIFICS - _LORDS])
        member.gender = member.gender or gender_of(frozenset(told))


def _own_words(printed: tuple[str, ...]) -> list[str]:
    """The words that tell what somebody is: "mayor" of "mayor of Harwick", all of "Bank of Ostland governor"."""
    told = [bare_head(word).lower() for word in printed]
    own = list(takewhile(lambda word: word not in _ATTACHING, told))
    return told if told[-1] in OFFICES and OFFICES.isdisjoint(own) else own


def _has_age(s: Sentence, end: int) -> bool:
    """Whether an age follows a name: "Ann Lee, 34,"."""
    return s.tags[end : end + 3] == [",", "#", ","] and s.words[end + 1].isdigit() and len(s.words[end + 1]) < 4


def _key(mention: Mention) -> tuple[str, ...]:
    """The words by which a name is known: in lower case, initials one by one, without the genitive."""
    *first, last = " ".join(mention.name).lower().replace("’", "'").split()
    if any("." in word for word in first):
        first = [part for word in first for part in word.split(".") if part]
    return (*first, bare(last))


def _can_be_person(member: Member) -> bool:
    """Whether nothing tells of a body, or no more than a noun before its name: "the Harwick house leader Ann Lee"."""
    weak = member.kind is ActorKind.organisation and len(member.tokens) > 1 and not is_body(member.tokens)
    return member.kind is ActorKind.unknown or (weak and not member.employs)


def _add_role(member: Member, printed: list[str]) -> None:
    """Add an office as printed, unless one says as much; drop one that says less: "manager" beside "team manager"."""
    if printed and printed[-1].lower() in _LORDS:
        printed = printed[:-1]
    role = " ".join(printed)
    if not printed or printed[-1].lower() in _NO_ROLES:
        return
    for known in list(member.roles):
        if _says_as_much(known, role):
            return
        if _says_as_much(role, known):
            del member.roles[known]
    member.roles.setdefault(role)


def _says_as_much(longer: str, shorter: str) -> bool:
    if longer.lower() == shorter.lower():
        return True
    after = longer.lower().removeprefix(f"{shorter.lower()} ")
    if after != longer.lower() and after.split()[0] in _ATTACHING:
        return True
    more = longer.lower().removesuffix(f" {shorter.lower()}")
    return more != longer.lower() and LESSER.isdisjoint(more.split())


def _employs(s: Sentence, start: int) -> bool:
    """Whether a name follows the office of somebody who works for it: "chief executive of", "spokesman for"."""
    if start < 2 or s.words[start - 1] not in ("of", "for", "at"):
        return False
    office = singular(s.words[start - 2])
    return office in OFFICES and office not in _RULERS
