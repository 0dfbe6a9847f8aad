"""Whether a description can mean somebody named: "the mayor", "the company", "the Harwick council"."""

from __future__ import annotations

from typing import Final

from onrecord._extract._speakers._cast import LESSER, Member
from onrecord._extract._speakers._mentions import Mention, bare, read_mention
from onrecord._extract._text._nouns import Items, phrase_after, phrase_before
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._lexicon import BODY_NOUNS, PAPER_NOUNS, can_speak
from onrecord._extract._words._titles import (
    OFFICES,
    are_companies,
    head_of_body,
    is_body,
    is_company,
    is_plural,
    is_such_a_name,
    singular,
)
from onrecord._extract._words._words import words
from onrecord._model import ActorKind, Naming

_BELONGING: Final = words("of from at for in with")
SMALL: Final = words("the of for at in a an and this that his her its their our my")
"""Words of a description that tell nobody apart."""


def acts_as_body(member: Member) -> bool:
    """Whether a named body does something in the article, or somebody's office in it is told."""
    body = bool(member.tokens) and member.kind is ActorKind.organisation
    return body and (member.subjects > 0 or member.employs)


def holds(member: Member, office: str, lesser: set[str]) -> bool:
    """Whether somebody was called by an office, and not only by a lesser one: a deputy mayor is no mayor."""
    if office not in member.offices:
        return False
    told = [set(role.lower().split()) for role in member.roles] or [set(member.name.lower().split()) | {office}]
    held = [role & LESSER for role in told if office in role] or [set[str]()]
    return any(lesser == role for role in held)


def is_such_a_body(member: Member, head: str, which: set[str]) -> bool:
    """Whether a member was called by a noun, or its name holds it, and every word that tells which was printed."""
    called = head in member.offices or (bool(member.tokens) and head_of_body(member.tokens) == head)
    return called and which <= member.told.union(map(bare, member.tokens))


def can_be(member: Member, head: str) -> bool:
    """Whether a body can be pointed to by a noun that was not printed with it: a company by "the firm", no council."""
    if is_such_a_name(member.tokens, head) or are_companies(member.offices, head):
        return True
    unknown = member.employs and not is_body(member.tokens) and member.offices.isdisjoint(BODY_NOUNS)
    return unknown and is_company(head)


def words_that_tell(mention: Mention, text: str) -> set[str]:
    """The words of a description that tell which one is meant, before its noun and after it."""
    start, end = mention.span
    printed = [bare(word.lower().replace("’", "'").strip(",.")) for word in text[start:end].split()]
    kept = (word for word in printed if word not in SMALL and (word not in OFFICES or word in LESSER))
    return {word for word in kept if singular(word) != mention.head}


def is_one_name(s: Sentence, items: Items, joint: int) -> bool:
    """Whether "and" stands inside a name, or after what is attached to a noun: "friends of Ann Lee and Bo Dahl"."""
    mention = read_mention(s, items)
    start, end = mention.span
    if mention.naming is Naming.name_ and start < s.starts[joint] < end:
        return True
    return any(s.tags[at] in "P>" and s.tags[at - 1] != "N" for at in range(items[0] + 1, items[1]))


def people_before(s: Sentence, name: int) -> Items | None:
    """The phrase for several people that a name is only attached to: "officials from the Harbour Board"."""
    link = name - 1
    while link > 0 and s.tags[link] == "D":
        link -= 1
    if link < 1 or s.words[link] not in _BELONGING or s.tags[link - 1] != "n":
        return None
    noun = s.words[link - 1]
    if not (is_plural(noun) and can_speak(noun) and singular(noun) not in BODY_NOUNS | PAPER_NOUNS):
        return None
    people = phrase_before(s, link - 1, 0)
    return None if people is None else (people[0], max(phrase_after(s, people[0]), link))
