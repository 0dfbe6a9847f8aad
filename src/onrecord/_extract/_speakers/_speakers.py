"""Who each statement's speaker is, resolved within the article; left open where the text does not tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from onrecord._extract._grammar._drafts import Draft
from onrecord._extract._speakers._appositions import name_after
from onrecord._extract._speakers._cast import LESSER, Cast, Member
from onrecord._extract._speakers._mentions import Mention, antecedent, owner_of, read_mention
from onrecord._extract._speakers._pointing import (
    SMALL,
    acts_as_body,
    can_be,
    holds,
    is_one_name,
    is_such_a_body,
    people_before,
    words_that_tell,
)
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._text import Article
from onrecord._extract._words._lexicon import BODY_NOUNS, PAPER_NOUNS
from onrecord._extract._words._titles import OFFICES, gender_of, is_demonym, is_plural, kind_of, singular
from onrecord._extract._words._words import words
from onrecord._model import ActorKind, Form, Naming, SectionKind

_REACH: Final = 8  # sentences back that a pronoun or description may point
_POINTING: Final = ("the", "this", "that")
_GUESSED: Final = 0.6  # of several namesakes, the one named first
_ELIMINATED: Final = 0.8  # of all who are named, the only one whom a noun or pronoun fits
_FAR: Final = 40  # sentences back that an office or a body's noun may point
_NEAR: Final = 2  # sentences within which another of unknown sex makes a pronoun doubtful
_HEADINGS: Final = (SectionKind.headline, SectionKind.subheading)
_SOURCES: Final = words("source insider")
_SURE: Final = {
    Naming.name_: 1.0,
    Naming.title: 0.85,
    Naming.description: 0.9,
    Naming.pronoun: 0.85,
    Naming.implicit: 0.85,
}


class Speakers:
    """The speakers of the drafts of one article, and who each is."""

    def __init__(self, article: Article, drafts: list[Draft], kinds: Sequence[SectionKind] = ()) -> None:
        self._article = article
        self._drafts = drafts
        self.cast = Cast(article.sentences, {number for number, kind in enumerate(kinds) if kind in _HEADINGS})
        self.member_of: list[int] = [-1] * len(drafts)
        self.naming_of: list[Naming | None] = [None] * len(drafts)
        self.sureness_of: list[float] = [1.0] * len(drafts)
        self._bodies = frozenset(n for n, member in enumerate(self.cast.members) if acts_as_body(member))
        self._numbers = {draft: number for number, draft in enumerate(drafts)}
        self._described: dict[str, int] = {}
        self._joint: dict[tuple[int, ...], int] = {}
        self._names = {word for member in self.cast.members for word in member.tokens}
        self._spoke: dict[int, list[int]] = {}
        self._doubt = 1.0  # how sure the last resolution is
        for number in range(len(drafts)):
            self._settle(number)

    def _settle(self, number: int) -> None:
        draft = self._drafts[number]
        if draft.shares is not None:
            self._doubt = 1.0
            self.member_of[number] = self.member_of[self._numbers[draft.shares]]
            self._name(number, Naming.implicit)
        elif draft.items is not None:
            self._read(number, draft, draft.items)
        if self.member_of[number] >= 0:
            self._spoke.setdefault(draft.sentence, []).append(self.member_of[number])

    def _name(self, number: int, naming: Naming) -> None:
        self.naming_of[number] = naming
        self.sureness_of[number] = _SURE[naming] * self._doubt if self.member_of[number] >= 0 else 0.7

    def _read(self, number: int, draft: Draft, items: Items) -> None:
        s, self._doubt = self._article.sentences[draft.sentence], 1.0
        parts = self._joined(draft.sentence, items)
        if len(parts) > 1:
            self.member_of[number] = self._joint_actor(draft.sentence, parts)
            self._name(number, Naming.name_)
            return
        mention = read_mention(s, items)
        described = mention.naming in (Naming.title, Naming.description) and not is_plural(mention.head)
        named, office = name_after(s, items[1], person=mention.head in OFFICES) if described else None, mention.title
        if named is not None:
            draft.speaker = (s.starts[items[0]], s.ends[named[1] - 1])
            mention = read_mention(s, named)
        self.member_of[number] = self._resolve(draft.sentence, items[0], mention)
        if mention.naming is Naming.pronoun and self._is_of_quoted(number, draft):
            self.member_of[number] = -1
        self._name(number, mention.naming)
        if named is not None and self.member_of[number] >= 0:
            self.cast.learn(self.member_of[number], office)
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
        joints = [i for i in range(items[0] + 1, items[1] - 1) if s.words[i] in ("and", "nor")]
        if len(joints) != 1 or s.tags[joints[0] - 1] != "N" or is_one_name(s, items, joints[0]):
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
        if mention.head in "mf":
            return self._person(sentence, item, mention.head)
        fits = self._fits_body if mention.head == "it" else self._fits_many
        found = self._nearest(sentence, item, lambda member: fits(member, mention.head))
        return self._people_of(sentence, item, found) if mention.head == "they" and found >= 0 else found

    def _people_of(self, sentence: int, item: int, body: int) -> int:
        """Those whom "they" means where a body was only named in their phrase: "doctors at Norsted Hospital"."""
        for back in range(sentence, max(-1, sentence - _REACH), -1):
            seen = [sight for sight in self.cast.sightings[back] if back < sentence or sight.item < item]
            places = [sight.item for sight in seen if sight.member == body]
            if body in self._spoke.get(back, ()):
                return body
            if places:
                s = self._article.sentences[back]
                people = people_before(s, places[-1])
                return body if people is None else self._unnamed(back, read_mention(s, people))
        return body

    def _person(self, sentence: int, item: int, gender: str) -> int:
        """Whom "he" or "she" stands for: the nearest it fits, and of those as near one who is told to be of the sex."""
        fitting = self._persons(sentence, item, gender)
        if not fitting:
            return -1
        near = [(back, number) for back, number in fitting if fitting[0][0] - back < _NEAR]
        chief = [(back, number) for back, number in near if (back, number) == near[0] or self._leads(back, number)]
        nearest = [number for back, number in chief if back == near[0][0]]
        found = next((number for number in nearest if self.cast.members[number].gender == gender), nearest[0])
        member = self.cast.members[found]
        rivals = {number for back, number in near if back == near[0][0]}.union(number for _, number in chief)
        if member.gender is None and len(rivals) > 1:
            self._doubt = _ELIMINATED
        else:
            member.gender = gender
        if member.kind is ActorKind.unknown:
            member.kind = ActorKind.person
        return found

    def _leads(self, sentence: int, number: int) -> bool:
        """Whether somebody speaks in a sentence, or is the subject of one of its verbs."""
        subjects = (sight.member for sight in self.cast.sightings[sentence] if sight.subject)
        return number in self._spoke.get(sentence, ()) or number in subjects

    def _persons(self, sentence: int, item: int, gender: str) -> list[tuple[int, int]]:
        """The persons a pronoun fits, nearest first, each with its sentence; of those it owns only whom it must be."""
        owned = self._owned(sentence, item, gender)
        found: list[tuple[int, int]] = []
        for back in range(sentence, max(-1, sentence - _REACH), -1):
            for number in self._candidates(back, item if back == sentence else -1):
                member = self.cast.members[number]
                if self._fits_person(member, gender) and (member.gender == gender or number not in owned):
                    found.append((back, number))
        return found

    def _owned(self, sentence: int, item: int, gender: str) -> set[int]:
        """Who is told to be "her" or "his" tutor nearby, and so is not meant by the pronoun of that sex."""
        near = [sight for back in range(max(0, sentence - _REACH), sentence) for sight in self.cast.sightings[back]]
        near += [sight for sight in self.cast.sightings[sentence] if sight.item < item]
        return {sight.member for sight in near if sight.owner == gender}

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
            self._doubt = 1.0
        return self._unnamed(sentence, mention)

    def _pointed_at(self, sentence: int, item: int, head: str, mention: Mention) -> int:
        """The one whom "the mayor" or "the company" points back to."""
        which = words_that_tell(mention, self._article.text)
        if head.endswith("-year-old"):
            self._doubt = _ELIMINATED
            return self._nearest(sentence, item, lambda m: m.is_person)
        if is_demonym(head):
            return self._native(sentence, item, head)
        if head in OFFICES:
            return self._holder(sentence, head, which)
        if head in BODY_NOUNS and mention.title[0].lower() in _POINTING:
            found = self._one_of(sentence, lambda m: is_such_a_body(m, head, which))
            return found if found >= 0 or which else self._only_body(sentence, item, head)
        return -1

    def _native(self, sentence: int, item: int, demonym: str) -> int:
        """Whom "the German" means: one who is told to be, or the only person who leads right before."""
        found = self._one_of(sentence, lambda m: m.is_person and demonym in m.told)
        if found >= 0:
            return found
        self._doubt = _GUESSED
        near = [(sentence, number) for number in self._candidates(sentence, item)]
        near += [(sentence - 1, number) for number in self._candidates(sentence - 1, -1)] if sentence else []
        persons = {n for back, n in near if self.cast.members[n].is_person and self._leads(back, n)}
        return next(iter(persons)) if len(persons) == 1 else -1

    def _holder(self, sentence: int, office: str, which: set[str]) -> int:
        """Who holds an office: the nearest of whom every word that tells which was printed, or who alone holds it."""
        lesser = which & LESSER
        found = self._one_of(sentence, lambda m: holds(m, office, lesser) and which <= m.told)
        if found >= 0 or not which:
            return found if found >= 0 or office not in _SOURCES else self._only_source(sentence)
        self._doubt = _ELIMINATED
        holders = [
            n for n in self._around(sentence) if self._is_named(n) and holds(self.cast.members[n], office, lesser)
        ]
        plain = len(holders) == 1 and which.isdisjoint(self._names)
        return holders[0] if plain and self.cast.members[holders[0]].told <= OFFICES | SMALL else -1

    def _only_source(self, sentence: int) -> int:
        """The only one who speaks without a name as a source, where another word is used for them."""
        self._doubt = _ELIMINATED
        near = ((n, self.cast.members[n]) for n in self._around(sentence))
        found = [n for n, m in near if m.anonymous and not m.plural and m.offices & _SOURCES]
        return found[0] if len(found) == 1 else -1

    def _one_of(self, sentence: int, fits: Callable[[Member], bool]) -> int:
        """The nearest whom a noun fits, and a doubt where it fits others named nearby as well."""
        found = [number for number in self._around(sentence) if fits(self.cast.members[number])]
        if len(found) > 1 and any(self._is_named(number) for number in found[1:]):
            self._doubt = _ELIMINATED
        return found[0] if found else -1

    def _is_named(self, number: int) -> bool:
        return bool(self.cast.members[number].tokens)

    def _around(self, sentence: int) -> list[int]:
        """Everybody named or heard up to a sentence and not too far, the nearest first."""
        backs = range(sentence, max(-1, sentence - _FAR), -1)
        return list(dict.fromkeys(number for back in backs for number in self._candidates(back, -1)))

    def _only_body(self, sentence: int, item: int, head: str) -> int:
        """The one body that acts in the article, if one only does; or the one named right before."""
        self._doubt = _ELIMINATED
        fitting = {number for number in self._bodies if can_be(self.cast.members[number], head)}
        if len(self._bodies) == 1:
            return next(iter(fitting), -1)
        near = self._candidates(sentence, item)[:1] + (self._candidates(sentence - 1, -1)[:1] if sentence else [])
        return next((n for n in near if n in fitting), -1)

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
