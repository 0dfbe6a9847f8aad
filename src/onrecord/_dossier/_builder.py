"""The one mutable class: puts a record together, finds the words given to it, and makes ids and evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, count
from typing import TypeVar, Unpack, cast

import attrs

from onrecord._dossier._anchoring import Words, find_anchor, find_near
from onrecord._dossier._checks import faults_of
from onrecord._dossier._dossier import Dossier, Noun
from onrecord._dossier._options import EvidenceOptions, Names, StatementOptions, Things
from onrecord._dossier._terms import as_term
from onrecord._dossier._texts import digest_of
from onrecord._model import (
    Account,
    AccountStatus,
    Actor,
    ActorId,
    ActorKind,
    Anchor,
    AnyId,
    Aspect,
    Code,
    Description,
    Event,
    EventId,
    Evidence,
    Extra,
    Factuality,
    Form,
    Identifier,
    Identity,
    Judgement,
    Link,
    LinkKind,
    Location,
    LocationId,
    LocationKind,
    Medium,
    Name,
    NameKind,
    Naming,
    Participant,
    ParticipantRole,
    Point,
    Quantity,
    RelativePosition,
    Role,
    Section,
    Source,
    SourceId,
    SourceKind,
    Stance,
    Statement,
    StatementId,
    Voice,
)
from onrecord._when import Moment, When, as_when
from onrecord.errors import ConflictError, FormatError, InvalidValueError, UnknownIdError

K = TypeVar("K", bound=str)
T = TypeVar("T")
N = TypeVar("N", Source, Actor, Location, Event, Statement)
_ACCENTS = r"(?<=[a-z])[\u0300-\u036f]+|[\u034f\ufe00-\ufe0f]"  # of Latin letters; and what is not seen


class Builder:
    """Puts a dossier together, one object a call; every call returns the object it made.

    Where an object is asked for, its id serves too; where several are, one alone does. Ids are given or made: a
    source's is the first 12 hexadecimal digits of the SHA-256 of its text, all others begin with a source's. So add a
    source first, or give a `prefix` or ids of your own. Words of a source are found exactly or, where nothing matches
    exactly, with kinds of space and of quotation mark alike; an anchor keeps the source's characters.

    >>> from onrecord import Builder
    >>> b = Builder()
    >>> story = b.source(text="“It was not us,” Ann Lee said.", kind="article", id="story")
    >>> lee = b.actor("Ann Lee", kind="person")
    >>> quoted = b.quote(story, "It was not us,", speaker=lee, cue="said", denies=b.event("The leak"))
    >>> quoted.evidence[0].content.start
    1
    >>> b.build().statements_by("Ann Lee")
    <Statements: 1>

    Args:
        base: a dossier to begin from.
        prefix: what made ids begin with, in place of the id of the first source added to this builder.
    """

    def __init__(self, base: Dossier | None = None, *, prefix: str | None = None) -> None:
        self._nouns: dict[str, Noun] = {}
        self._links: list[Link] = list(base.links) if base is not None else []
        self._identities: list[Identity] = list(base.identities) if base is not None else []
        self._extra = base.extra if base is not None else Extra()
        self._prefix = prefix  # if none is given, that of the first source to be added
        if base is not None:
            for table in (base.sources, base.actors, base.locations, base.events, base.statements):
                self._nouns.update((noun.id, noun) for noun in table)

    # Nouns

    def source(
        self,
        *,
        text: str | None = None,
        kind: SourceKind | str = SourceKind.other,
        title: str | None = None,
        publisher: Actor | str | None = None,
        authors: Things = (),
        url: str | None = None,
        published: Moment | None = None,
        retrieved: Moment | None = None,
        language: str | None = None,
        sections: Section | Iterable[Section] = (),
        derived_from: Source | str | None = None,
        revises: Source | str | None = None,
        id: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Source:
        """Add a published work or post; one without a text has an id made of its title or kind."""
        made = digest_of(text)[:12] if text is not None else self._free(title or str(kind))
        source = self._add(
            Source(
                id=SourceId(made if id is None else id),
                kind=as_term(SourceKind, kind),
                title=title,
                publisher=self._one(ActorId, publisher),
                authors=self._many(ActorId, authors),
                url=url,
                published=_when(published),
                retrieved=_when(retrieved),
                language=language,
                text=text,
                sections=_several(sections),
                derived_from=self._one(SourceId, derived_from),
                revises=self._one(SourceId, revises),
                extra=Extra(extra),
            )
        )
        self._prefix = self._prefix or source.id
        return source

    def actor(
        self,
        name: str,
        *,
        kind: ActorKind | str = ActorKind.unknown,
        names: Names = (),
        anonymous: bool = False,
        members: Things = (),
        identifiers: Mapping[str, str] | None = None,
        roles: Role | Iterable[Role] = (),
        id: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Actor:
        """Add somebody who speaks or acts; a plain text among `names` is an alias."""
        return self._add(
            Actor(
                id=ActorId(self._begun(name) if id is None else id),
                name=name,
                kind=as_term(ActorKind, kind),
                names=_names(names),
                anonymous=anonymous,
                members=self._many(ActorId, members),
                identifiers=_identifiers(identifiers),
                roles=_several(roles),
                extra=Extra(extra),
            )
        )

    def location(
        self,
        name: str,
        *,
        kind: LocationKind | str = LocationKind.other,
        names: Names = (),
        within: Location | str | None = None,
        point: Point | None = None,
        relative: RelativePosition | None = None,
        identifiers: Mapping[str, str] | None = None,
        id: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Location:
        """Add a place; a plain text among `names` is an alias."""
        return self._add(
            Location(
                id=LocationId(self._begun(name) if id is None else id),
                name=name,
                kind=as_term(LocationKind, kind),
                names=_names(names),
                within=self._one(LocationId, within),
                point=point,
                relative=relative,
                identifiers=_identifiers(identifiers),
                extra=Extra(extra),
            )
        )

    def event(
        self,
        label: str,
        *,
        kinds: Code | Iterable[Code] = (),
        part_of: Event | str | None = None,
        identifiers: Mapping[str, str] | None = None,
        when: Moment | None = None,
        where: Location | str | None = None,
        id: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Event:
        """Add an event, in neutral words; `when` and `where` only for what holds apart from any account."""
        return self._add(
            Event(
                id=EventId(self._begun(label) if id is None else id),
                label=label,
                kinds=_several(kinds),
                part_of=self._one(EventId, part_of),
                identifiers=_identifiers(identifiers),
                when=_when(when),
                where=self._one(LocationId, where),
                extra=Extra(extra),
            )
        )

    # Statements

    def quote(
        self,
        source: Source | str,
        words: Words,
        *,
        speaker: Actor | str | None = None,
        **options: Unpack[StatementOptions],
    ) -> Statement:
        """Add words in quotation marks: a direct statement, unless `form` says otherwise."""
        return self._statement(source, words, speaker, Form.direct, Voice.other, options)

    def says(
        self,
        source: Source | str,
        words: Words,
        *,
        speaker: Actor | str | None = None,
        **options: Unpack[StatementOptions],
    ) -> Statement:
        """Add retold words: an indirect statement, unless `form` says otherwise."""
        return self._statement(source, words, speaker, Form.indirect, Voice.other, options)

    def narrate(self, source: Source | str, words: Words, **options: Unpack[StatementOptions]) -> Statement:
        """Add what the text itself asserts, speculates or shows, given to nobody else."""
        return self._statement(source, words, None, Form.narration, Voice.writer, options)

    def reprint(
        self, statement: Statement | str, source: Source | str, words: Words, **options: Unpack[EvidenceOptions]
    ) -> Statement:
        """Add a further place where a statement is printed; the one returned replaces the one before.

        Raises:
            AnchorError: for words that do not stand there, or in several places.
            InvalidValueError: for a place that the statement's evidence has already.
        """
        old = self._known(Statement, statement)
        further = self.evidence(source, words, **options)
        if any((one.source, one.content) == (further.source, further.content) for one in old.evidence):
            message = f"{old.id!r} has {further.content.text!r} at this place of {further.source!r} already"
            raise InvalidValueError(message, field="Statement.evidence", value=further)
        new = attrs.evolve(old, evidence=(*old.evidence, further))
        self._nouns[new.id] = new
        return new

    def evidence(self, source: Source | str, words: Words, **options: Unpack[EvidenceOptions]) -> Evidence:
        """Find the words of one piece of evidence; cue, speaker and hedges in the paragraphs of the content.

        Raises:
            AnchorError: for words that do not stand there, or in several places.
        """
        _refuse_unknown(options, EvidenceOptions)
        return self._evidence(source, words, options)

    def _evidence(self, source: Source | str, words: Words, options: EvidenceOptions) -> Evidence:
        known = self._known(Source, source)
        content = self.anchor(known, words, nth=options.get("nth"), after=options.get("after"))

        def near(option: str, wanted: Words | None) -> Anchor | None:
            return None if wanted is None else find_near(known.text or "", wanted, content=content, option=option)

        naming = options.get("naming")
        hedges: tuple[Words, ...] = _several(options.get("hedges", ()))
        return Evidence(
            source=known.id,
            content=content,
            cue=near("cue", options.get("cue")),
            speaker=near("speaker_words", options.get("speaker_words")),
            hedges=tuple(anchor for hedge in hedges if (anchor := near("hedges", hedge)) is not None),
            stance=as_term(Stance, options.get("stance", Stance.neutral)),
            naming=None if naming is None else as_term(Naming, naming),
        )

    def anchor(self, source: Source | str, words: Words, *, nth: int | None = None, after: str | None = None) -> Anchor:
        """Find words in a source: one stretch, or several of which each is the first after the one before.

        Where they stand as whole words anywhere, places inside longer words do not count.

        Args:
            source: the source.
            words: the words as printed.
            nth: which of several places to take, from 1.
            after: words after which to take the first place, or the `nth`; they must stand in one place.

        Raises:
            AnchorError: for words that stand nowhere, or in several places if nothing chooses.
            InvalidValueError: for a source whose text is not known.
        """
        known = self._known(Source, source)
        if known.text is None:
            raise InvalidValueError(f"the text of {known.id!r} is not known", field="Source.text", value=known.id)
        return find_anchor(known.text, words, within=(0, len(known.text)), nth=nth, after=after)

    def _statement(
        self,
        source: Source | str,
        words: Words,
        speaker: Actor | str | None,
        form: Form,
        voice: Voice,
        options: StatementOptions,
    ) -> Statement:
        _refuse_unknown(options, StatementOptions)
        known = self._known(Source, source)
        evidence = self._evidence(known, words, options)
        return self._add(
            Statement(
                id=StatementId(self._numbered(known.id) if (id := options.get("id")) is None else id),
                voice=as_term(Voice, options.get("voice", voice)),
                speaker=self._one(ActorId, speaker),
                content=evidence.content.text,
                form=as_term(Form, options.get("form", form)),
                medium=as_term(Medium, options.get("medium", Medium.unknown)),
                via=self._one(StatementId, options.get("via")),
                evidence=(evidence,),
                said=_when(options.get("said")),
                occasion=self._one(EventId, options.get("occasion")),
                place=self._one(LocationId, options.get("place")),
                published_in=self._one(SourceId, options.get("published_in")),
                addressees=self._many(ActorId, options.get("addressees", ())),
                language=options.get("language"),
                translated=options.get("translated"),
                about=self._many(ActorId, options.get("about", ())),
                accounts=self._accounts(options),
                confidence=options.get("confidence"),
                annotator=options.get("annotator"),
                extra=Extra(options.get("extra")),
            )
        )

    def _accounts(self, options: StatementOptions) -> tuple[Account, ...]:
        asserted = (Account(event=key) for key in self._many(EventId, options.get("asserts", ())))
        denied = (
            Account(event=key, factuality=Factuality.certainly_not)
            for key in self._many(EventId, options.get("denies", ()))
        )
        return (*asserted, *denied, *_several(options.get("accounts", ())))

    # Details of accounts

    def account(
        self,
        event: Event | str,
        *,
        status: AccountStatus | str = AccountStatus.occurred,
        factuality: Factuality | str = Factuality.certain,
        when: Moment | None = None,
        where: Location | str | None = None,
        participants: Participant | Iterable[Participant] = (),
        descriptions: Description | Iterable[Description] = (),
        quantities: Quantity | Iterable[Quantity] = (),
        condition: Event | str | None = None,
        alternative: str | None = None,
    ) -> Account:
        """Make an account, to be given to a statement as one of its `accounts`; nothing is added by itself."""
        return Account(
            event=self._known(Event, event).id,
            status=as_term(AccountStatus, status),
            factuality=as_term(Factuality, factuality),
            when=_when(when),
            where=self._one(LocationId, where),
            participants=_several(participants),
            descriptions=_several(descriptions),
            quantities=_several(quantities),
            condition=self._one(EventId, condition),
            alternative=alternative,
        )

    def participant(
        self, role: ParticipantRole | str, who: Actor | Location | str, *, factuality: Factuality | str | None = None
    ) -> Participant:
        """Make a participant of an account: an actor, a place, or words for what is neither.

        A text that is the id of an actor or place added so far stands for it; any other text is words.
        """
        known = self._nouns.get(who) if isinstance(who, str) else who
        return Participant(
            role=as_term(ParticipantRole, role),
            actor=known.id if isinstance(known, Actor) else None,
            location=known.id if isinstance(known, Location) else None,
            text=who if isinstance(who, str) and not isinstance(known, Actor | Location) else None,
            factuality=_factuality(factuality),
        )

    def description(
        self,
        aspect: Aspect | str,
        term: str,
        *,
        words: str | None = None,
        factuality: Factuality | str | None = None,
        scare_quotes: bool = False,
    ) -> Description:
        """Make a description of an account's event, by an open code and the words printed."""
        return Description(
            aspect=as_term(Aspect, aspect),
            term=term,
            words=words,
            factuality=_factuality(factuality),
            scare_quotes=scare_quotes,
        )

    # What joins objects

    def link(
        self,
        kind: LinkKind | str,
        start: Statement | Event | str,
        end: Statement | Event | str,
        *,
        factuality: Factuality | str = Factuality.certain,
        claimed_by: Statement | str | None = None,
        confidence: float | None = None,
        annotator: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Link:
        """Join two statements, or two events."""
        link = Link(
            kind=as_term(LinkKind, kind),
            start=self._known_id(start),
            end=self._known_id(end),
            factuality=as_term(Factuality, factuality),
            claimed_by=self._one(StatementId, claimed_by),
            confidence=confidence,
            annotator=annotator,
            extra=Extra(extra),
        )
        self._links.append(link)
        return link

    def identify(
        self,
        first: Noun | str,
        second: Noun | str,
        judgement: Judgement | str = Judgement.positive,
        *,
        reason: str | None = None,
        confidence: float | None = None,
        annotator: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Identity:
        """Judge whether two objects of one kind are the same."""
        identity = Identity(
            first=self._known_id(first),
            second=self._known_id(second),
            judgement=as_term(Judgement, judgement),
            reason=reason,
            confidence=confidence,
            annotator=annotator,
            extra=Extra(extra),
        )
        self._identities.append(identity)
        return identity

    # The whole

    def build(self) -> Dossier:
        """The dossier of everything added so far; the builder may go on.

        Raises:
            FormatError: for the faults that `Dossier.check` would tell, all of them; its findings may stand.
        """
        nouns = self._nouns.values()
        dossier = Dossier(
            sources=[noun for noun in nouns if isinstance(noun, Source)],
            actors=[noun for noun in nouns if isinstance(noun, Actor)],
            locations=[noun for noun in nouns if isinstance(noun, Location)],
            events=[noun for noun in nouns if isinstance(noun, Event)],
            statements=[noun for noun in nouns if isinstance(noun, Statement)],
            links=dict.fromkeys(self._links),
            identities=dict.fromkeys(self._identities),
            extra=self._extra,
        )
        faults = faults_of(**dossier._tables())
        if faults:
            raise FormatError(faults, source="the builder's record")
        return dossier

    def _add(self, noun: N) -> N:
        old = self._nouns.setdefault(noun.id, noun)
        if old != noun:
            raise ConflictError(f"the id {noun.id!r} is taken by another object; give another id=", ids=(noun.id,))
        return noun

    def _known(self, kind: type[N], thing: object) -> N:
        key = thing if isinstance(thing, str) else getattr(thing, "id", None)
        noun = self._nouns.get(key) if isinstance(key, str) else None
        if not isinstance(noun, kind):
            raise UnknownIdError(f"no {kind.__name__.lower()} added so far has the id {key!r}", key=key)
        return noun

    def _known_id(self, thing: Noun | str) -> AnyId:
        key = thing if isinstance(thing, str) else thing.id
        if key not in self._nouns:
            raise UnknownIdError(f"nothing added so far has the id {key!r}", key=key)
        return self._nouns[key].id

    def _one(self, kind: Callable[[str], K], thing: Noun | str | None) -> K | None:
        return None if thing is None else kind(self._known_id(thing))

    def _many(self, kind: Callable[[str], K], things: Things) -> tuple[K, ...]:
        some = (things,) if isinstance(things, str | Source | Actor | Location | Event | Statement) else things
        return tuple(kind(self._known_id(thing)) for thing in some)

    def _begun(self, name: str) -> str:
        """An id that nothing has yet, with a prefix: without one, those of two records would be one by accident."""
        if not self._prefix:
            message = f"no id can be made for {name!r} yet: add a source first, give Builder a prefix=, or give an id="
            raise InvalidValueError(message, field="id", value=name)
        return self._free(name)

    def _free(self, name: str) -> str:
        """An id that nothing has yet: the prefix and the name's letters and digits, numbered if need be."""
        slug = _slug(name)
        return self._numbered(f"{self._prefix}-{slug}" if self._prefix else slug, first="")

    def _numbered(self, stem: str, *, first: str = "-s1") -> str:
        candidates = chain((stem + first,), (f"{stem}-s{n}" if first else f"{stem}-{n}" for n in count(2)))
        return next(key for key in candidates if key not in self._nouns)


def _refuse_unknown(options: Mapping[str, object], known: type) -> None:
    for name in options.keys() - known.__annotations__.keys():
        raise TypeError(f"unexpected keyword argument {name!r}; there are {', '.join(known.__annotations__)}")


def _slug(name: str) -> str:
    """A name's letters and digits of any script, Latin letters without their accents."""
    bare = re.sub(_ACCENTS, "", unicodedata.normalize("NFKD", name).casefold())
    kept = "".join(char if _is_kept(char) else " " for char in unicodedata.normalize("NFKC", bare))
    words = (word for word in kept.split() if any(char.isalnum() for char in word))
    return "-".join(words)[:60].strip("-") or "x"


def _is_kept(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}  # many scripts write vowels as marks


def _several(things: T | Iterable[T]) -> tuple[T, ...]:
    """Several things, or one alone: a text is one, never its characters."""
    many = isinstance(things, Iterable) and not isinstance(things, str)
    return tuple(cast("Iterable[T]", things)) if many else (cast("T", things),)


def _when(moment: Moment | None) -> When | None:
    return None if moment is None else as_when(moment)


def _names(names: Names) -> tuple[Name, ...]:
    some: tuple[Name | str, ...] = _several(names)
    return tuple(Name(value=name, kind=NameKind.alias) if isinstance(name, str) else name for name in some)


def _identifiers(identifiers: Mapping[str, str] | None) -> tuple[Identifier, ...]:
    return tuple(Identifier(scheme=scheme, value=value) for scheme, value in (identifiers or {}).items())


def _factuality(factuality: Factuality | str | None) -> Factuality | None:
    return None if factuality is None else as_term(Factuality, factuality)
