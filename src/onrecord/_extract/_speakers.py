"""Who each statement's speaker is, resolved within the article; left open where the text does not tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from onrecord._extract._cast import Cast, Member
from onrecord._extract._drafts import Draft
from onrecord._extract._lexicon import BODY_NOUNS, PAPER_NOUNS, PUBLIC_NOUNS
from onrecord._extract._mentions import Mention, antecedent, bare, name_after, owner_of, read_mention
from onrecord._extract._nouns import Items
from onrecord._extract._text import Article
from onrecord._extract._titles import OFFICES, gender_of, is_plural, kind_of, singular
from onrecord._model import ActorKind, Form, Naming

_REACH: Final = 8  # sentences back that a pronoun or description may point
_POINTING: Final = ("the", "this", "that")
_GUESSED: Final = 0.6  # of several namesakes, the one named first
_SURE: Final = {
    Naming.name_: 1.0,
    Naming.title: 0.85,
    Naming.description: 0.9,
    Naming.pronoun: 0.85,
    Naming.implicit: 0.85,
}


class Speakers:
    """The speakers of the drafts of one article, and who each is."""

    def __init__(self, article: Article, drafts: list[Draft]) -> None:
        self._article = article
        self._drafts = drafts
        self.cast = Cast(article.sentences)
        self.member_of: list[int] = [-1] * len(drafts)
        self.naming_of: list[Naming | None] = [None] * len(drafts)
        self.sureness_of: list[float] = [1.0] * len(drafts)
        self._bodies = frozenset(n for n, member in enumerate(self.cast.members) if _acts_as_body(member))
        self._numbers = {draft: number for number, draft in enumerate(drafts)}
        self._described: dict[str, int] = {}
        self._joint: dict[tuple[int, ...], int] = {}
        self._spoke: dict[int, list[int]] = {}
        for number in range(len(drafts)):
            self._settle(number)

    def _settle(self, number: int) -> None:
        draft = self._drafts[number]
        if draft.shares is not None:
            self.member_of[number] = self.member_of[self._numbers[draft.shares]]
            self._name(number, Naming.implicit)
        elif draft.items is not None:
            self._read(number, draft, draft.items)
        if self.member_of[number] >= 0:
            self._spoke.setdefault(draft.sentence, []).append(self.member_of[number])

    def _name(self, number: int, naming: Naming) -> None:
        self.naming_of[number] = naming
        self.sureness_of[number] = _SURE[naming] if self.member_of[number] >= 0 else 0.7

    def _read(self, number: int, draft: Draft, items: Items) -> None:
        s = self._article.sentences[draft.sentence]
        parts = self._joined(draft.sentence, items)
        if len(parts) > 1:
            self.member_of[number] = self._joint_actor(draft.sentence, parts)
            self._name(number, Naming.name_)
            return
        mention = read_mention(s, items)
        named = name_after(s, items[1]) if mention.naming in (Naming.title, Naming.description) else None
        if named is not None and not is_plural(mention.head):
            draft.speaker = (s.starts[items[0]], s.ends[named[1] - 1])
            inner = read_mention(s, named)
            mention = attrs.evolve(inner, title=(*mention.title, *inner.title))
        self.member_of[number] = self._resolve(draft.sentence, items[0], mention)
        if mention.naming is Naming.pronoun and self._is_of_quoted(number, draft):
            self.member_of[number] = -1
        self._name(number, mention.naming)
        if mention.naming is Naming.name_ and not self.cast.is_told(mention):
            self.sureness_of[number] = _GUESSED

    def _is_of_quoted(self, number: int, draft: Draft) -> bool:
        """Whether a speaker was found to be the one who is quoted with it, and who would have said "I"."""
        outer = draft.relay
        if outer not in self._numbers or outer.form is not Form.direct:
            return False
        return self.member_of[self._numbers[outer]] == self.member_of[number]

    def _joined(self, sentence: int, items: Items) -> list[Items]:
        """The names of "Ann Lee and Bo Dahl", each by itself."""
        s = self._article.sentences[sentence]
        joints = [i for i in range(items[0] + 1, items[1] - 1) if s.words[i] == "and"]
        if len(joints) != 1 or s.tags[joints[0] - 1] != "N" or any(s.tags[i] in "P" for i in range(*items)):
            return [items]
        first, second = (items[0], joints[0]), (joints[0] + 1, items[1])
        named = all(read_mention(s, part).naming is Naming.name_ for part in (first, second))
        return [first, second] if named else [items]

    def _joint_actor(self, sentence: int, parts: list[Items]) -> int:
        s = self._article.sentences[sentence]
        numbers = tuple(self._resolve(sentence, part[0], read_mention(s, part)) for part in parts)
        if numbers[0] == numbers[1]:
            return numbers[0]
        if numbers not in self._joint:
            name = " and ".join(self.cast.members[n].name for n in numbers)
            self._joint[numbers] = self.cast.add(Member(name, (), ActorKind.joint, plural=True, members=numbers))
        return self._joint[numbers]

    def _resolve(self, sentence: int, item: int, mention: Mention) -> int:
        if mention.naming is Naming.name_:
            return self._named(mention)
        if mention.naming is Naming.pronoun:
            return self._pronoun(sentence, item, mention)
        return self._description(sentence, item, mention)

    def _named(self, mention: Mention) -> int:
        number = self.cast.number_of(mention)
        self.cast.learn(number, mention.title)
        return number

    def _pronoun(self, sentence: int, item: int, mention: Mention) -> int:
        if mention.head == "who":
            return self._relative(sentence, item)
        if mention.head == "i":
            return -1
        fits = {"m": self._fits_person, "f": self._fits_person, "it": self._fits_body, "they": self._fits_many}
        found = self._nearest(sentence, item, lambda member: fits[mention.head](member, mention.head))
        if found >= 0 and mention.head in "mf":
            self.cast.members[found].gender = mention.head
            if self.cast.members[found].kind is ActorKind.unknown:
                self.cast.members[found].kind = ActorKind.person
        return found

    def _relative(self, sentence: int, item: int) -> int:
        s = self._article.sentences[sentence]
        before = antecedent(s, item)
        if before is None:
            return -1
        return self._resolve(sentence, before[0], read_mention(s, before))

    def _fits_person(self, member: Member, head: str) -> bool:
        return member.is_person and member.gender in (head, None) and not member.plural

    def _fits_body(self, member: Member, head: str) -> bool:
        body = member.kind in (ActorKind.organisation, ActorKind.state, ActorKind.other)
        return not member.plural and (body or (member.kind is ActorKind.unknown and len(member.tokens) == 1))

    def _fits_many(self, member: Member, head: str) -> bool:
        return member.plural or member.kind in (ActorKind.group, ActorKind.joint, ActorKind.organisation)

    def _nearest(self, sentence: int, item: int, fits: Callable[[Member], bool]) -> int:
        """Whoever fits, was last heard or named, and nearest: speakers first, then subjects, then others."""
        for back in range(sentence, max(-1, sentence - _REACH), -1):
            for number in self._candidates(back, item if back == sentence else -1):
                if fits(self.cast.members[number]):
                    return number
        return -1

    def _candidates(self, sentence: int, before: int) -> list[int]:
        seen = [sight for sight in self.cast.sightings[sentence] if before < 0 or sight.item < before]
        subjects = [sight.member for sight in seen if sight.subject]
        others = [sight.member for sight in reversed(seen) if not sight.subject]
        spoke = self._spoke.get(sentence, [])
        return [*subjects, *spoke, *others] if before >= 0 else [*spoke, *subjects, *others]

    def _description(self, sentence: int, item: int, mention: Mention) -> int:
        head = singular(mention.head)
        if head in PAPER_NOUNS and (owner := owner_of(self._article.sentences[sentence], item)) is not None:
            return self._resolve(sentence, owner[0], read_mention(self._article.sentences[sentence], owner))
        if mention.definite and not is_plural(mention.head):
            number = self._pointed_at(sentence, item, head, mention)
            if number >= 0:
                return number
        return self._unnamed(sentence, mention)

    def _pointed_at(self, sentence: int, item: int, head: str, mention: Mention) -> int:
        """The one whom "the mayor" or "the company" points back to."""
        if head.endswith("-year-old"):
            return self._nearest(sentence, item, lambda m: m.is_person)
        if head in OFFICES:
            return self._nearest_far(sentence, lambda m: head in m.offices)
        if head in BODY_NOUNS and mention.title[0].lower() in _POINTING:
            which = {bare(word.lower().replace("’", "'")) for word in mention.title[1:-1]}
            found = self._nearest_far(sentence, lambda m: _is_such_a_body(m, head, which))
            return found if found >= 0 or which else self._only_body(sentence, item, head)
        return -1

    def _only_body(self, sentence: int, item: int, head: str) -> int:
        """The one body that acts in the article, if one only does; or the one named right before."""
        fitting = {number for number in self._bodies if _can_be(self.cast.members[number], head)}
        if len(self._bodies) == 1:
            return next(iter(fitting), -1)
        near = self._candidates(sentence, item)[:1] + (self._candidates(sentence - 1, -1)[:1] if sentence else [])
        return next((n for n in near if n in fitting), -1)

    def _nearest_far(self, sentence: int, fits: Callable[[Member], bool]) -> int:
        for back in range(sentence, max(-1, sentence - 40), -1):
            for number in self._candidates(back, -1):
                if fits(self.cast.members[number]):
                    return number
        return -1

    def _unnamed(self, sentence: int, mention: Mention) -> int:
        start, end = mention.span
        printed = self._article.text[start:end]
        key = printed.lower().removeprefix("the ")
        fresh = printed.lower().startswith(("a ", "an ", "another ", "one "))
        if key in self._described and not fresh:
            return self._described[key]
        kind = kind_of(mention.head)
        member = Member(
            " ".join(printed.split()),
            (),
            kind,
            anonymous=kind is not ActorKind.organisation or fresh,
            plural=is_plural(mention.head),
            gender=gender_of({mention.head}),
        )
        member.offices.add(singular(mention.head))
        number = self.cast.add(member)
        self._described[key] = number
        if fresh:
            self._described[key.partition(" ")[2]] = number
        return number


def _acts_as_body(member: Member) -> bool:
    body = bool(member.tokens) and member.kind is ActorKind.organisation
    return body and (member.subjects > 0 or member.employs)


def _is_such_a_body(member: Member, head: str, which: set[str]) -> bool:
    """Whether a member was called by a noun, or ends in it, and every word that tells which was printed with it."""
    called = head in member.offices or (bool(member.tokens) and singular(member.tokens[-1]) == head)
    return called and which <= member.told.union(map(bare, member.tokens))


def _can_be(member: Member, head: str) -> bool:
    """Whether a body can be pointed to by a noun that was not printed with it: no council is "the company"."""
    own = singular(member.tokens[-1])
    return head not in PUBLIC_NOUNS and own not in PUBLIC_NOUNS
