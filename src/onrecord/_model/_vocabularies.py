"""The closed vocabularies. Each says where its values come from; open codes are strings and stand with their fields."""

from __future__ import annotations

from enum import Enum


class Vocabulary(Enum):
    """A closed list of terms; `str(member)` is the word that stands in JSON."""

    def __str__(self) -> str:
        return str(self.value)


class Voice(Vocabulary):
    """Whose words a statement holds.

    From the attribution *source* of the Penn Discourse Treebank 2.0 (Prasad, Dinesh, Lee, Joshi and Webber 2006:
    `Wr`, `Ot`, `Arb`).
    """

    writer = "writer"
    """The text's own voice: content given to nobody else (`Wr`)."""
    other = "other"
    """Somebody the text names or describes (`Ot`); with no `speaker`, not resolved to an actor."""
    arbitrary = "arbitrary"
    """Nobody in particular: "it was claimed" (`Arb`)."""


class Form(Vocabulary):
    """How words are given.

    `direct`, `indirect` and `mixed` divide quotations as Pareti, O'Keefe, Konstas, Curran and Koprinska (2013) do on
    the corpus that became PARC 3.0; `free_indirect` and `reported` are from the Redewiedergabe corpus (Brunner,
    Engelberg, Jannidis, Tu and Weimer 2020), which has them for German narrative and news texts.
    """

    direct = "direct"
    """Wholly in quotation marks."""
    mixed = "mixed"
    """Retold, with some of the words in quotation marks."""
    indirect = "indirect"
    """Retold as a clause: "said that …"."""
    free_indirect = "free_indirect"
    """Retold in the speaker's manner with no reporting clause of its own."""
    reported = "reported"
    """Only the act and its gist are told: "called for retaliation"."""
    narration = "narration"
    """The text's own assertion; goes with `Voice.writer`."""


class Medium(Vocabulary):
    """What the words were first put in; after the media of the Redewiedergabe corpus, with `image` added."""

    speech = "speech"
    """Spoken."""
    writing = "writing"
    """Written: a post, a press release, a letter."""
    thought = "thought"
    """Thought, believed or felt, as the text tells it."""
    image = "image"
    """Shown: a photograph, footage, a caption's picture."""
    unknown = "unknown"
    """The text does not say."""


class Factuality(Vocabulary):
    """How far a speaker commits to something being so, when speaking.

    From FactBank 1.0 (Saurí and Pustejovsky 2009): a degree of certainty (`CT`, `PR`, `PS`) with a polarity (`+`, `-`),
    and two values whose polarity is unknown (`u`).
    """

    certain = "certain"
    """It is so (CT+)."""
    probable = "probable"
    """It is probably so (PR+)."""
    possible = "possible"
    """It is possibly so (PS+)."""
    possibly_not = "possibly_not"
    """It is possibly not so (PS−)."""
    probably_not = "probably_not"
    """It is probably not so (PR−)."""
    certainly_not = "certainly_not"
    """It is not so (CT−)."""
    uncommitted = "uncommitted"
    """The speaker knows whether it is so, and the words do not say which (CTu): "we know who did it, and won't say"."""
    unknown = "unknown"
    """The speaker does not know, or does not commit to a position (Uu): "we simply don't know"."""

    @property
    def affirms(self) -> bool:
        """Whether this is CT+ or PR+: a position that a denial clashes with."""
        return self in (Factuality.certain, Factuality.probable)

    @property
    def denies(self) -> bool:
        """Whether this is CT− or PR−: a position that an affirmation clashes with."""
        return self in (Factuality.certainly_not, Factuality.probably_not)

    @property
    def doubts(self) -> bool:
        """Whether this is neither: possible, unknown or uncommitted."""
        return not (self.affirms or self.denies)


class Stance(Vocabulary):
    """How far the writer stands behind what somebody else says.

    After the *authorial stance* of attributions (Pareti 2015, "Attribution: a computational approach"); the values'
    names are ours.
    """

    neutral = "neutral"
    """The writer only reports: "said"."""
    endorsed = "endorsed"
    """The writer takes it over: "pointed out", "admitted"."""
    distanced = "distanced"
    """The writer steps back: "claimed", "alleged", scare quotes."""


class Naming(Vocabulary):
    """How a speaker was printed; after the mention types of ACE 2005 (NAM, NOM, PRO) and the study of metonymy."""

    name_ = "name"  # the underscore keeps the enum's own `name` free
    """By name (NAM)."""
    title = "title"
    """By office: "the president" (NOM)."""
    description = "description"
    """By any other description: "his senior aide" (NOM)."""
    pronoun = "pronoun"
    """By a pronoun (PRO)."""
    metonym = "metonym"
    """By a place or thing that stands for them: "Moscow", "the Kremlin"."""
    implicit = "implicit"
    """Not printed here; understood from the words before."""


class AccountStatus(Vocabulary):
    """In which state of being an account places an event.

    The notion is the *modality* and *tense* of events in ACE 2005 and TimeML, cut to what news tells apart.
    """

    occurred = "occurred"
    """It happened."""
    ongoing = "ongoing"
    """It is going on."""
    planned = "planned"
    """Somebody means it to happen."""
    attempted = "attempted"
    """It was tried; whether it came off is told elsewhere, as an outcome."""
    cancelled = "cancelled"
    """It was planned and will not happen."""
    demanded = "demanded"
    """Somebody asks for it."""
    threatened = "threatened"
    """Somebody holds it out as a threat."""
    predicted = "predicted"
    """Somebody says it will happen."""
    possible = "possible"
    """It might happen, or might be what happened."""
    hypothetical = "hypothetical"
    """It is only supposed: "if he had been there"."""


class ParticipantRole(Vocabulary):
    """What a participant is in an event; PLOVER and SEM (the Simple Event Model), cut down."""

    agent = "agent"
    """Does it (PLOVER's actor)."""
    target = "target"
    """What or whom it is aimed at (PLOVER's recipient)."""
    victim = "victim"
    """Whom it harms."""
    instrument = "instrument"
    """What it is done with."""
    beneficiary = "beneficiary"
    """Whom it serves."""
    authoriser = "authoriser"
    """Who ordered or approved it."""
    observer = "observer"
    """Who saw it."""
    place = "place"
    """Where it was, where this is a participant with a factuality of its own (SEM's place)."""
    other = "other"
    """Any other part in it."""


class Aspect(Vocabulary):
    """Which question about an event a `Description` answers; ours."""

    what = "what"
    """What kind of thing it was."""
    purpose = "purpose"
    """What it was for."""
    outcome = "outcome"
    """How it ended; of several certain ones only one can be right."""
    manner = "manner"
    """How it was done."""


class LinkKind(Vocabulary):
    """How two statements, or two events, hang together; ours."""

    supports = "supports"
    """Between statements: the words of the first back those of the second."""
    denies = "denies"
    """Between statements: the first says that the second is not so."""
    doubts = "doubts"
    """Between statements: the first calls the second in question."""
    repeats = "repeats"
    """Between statements: the same content again, by another chain or on another occasion."""
    responds_to = "responds_to"
    """Between statements: the first answers the second."""
    based_on = "based_on"
    """Between statements: the first rests on the second without relaying it."""
    follows = "follows"
    """Between events: the first comes after the second."""
    response_to = "response_to"
    """Between events: the first is done because of the second."""
    causes = "causes"
    """Between events: the first brings the second about."""

    @property
    def joins_events(self) -> bool:
        """Whether its ends are events; otherwise they are statements."""
        return self in (LinkKind.follows, LinkKind.response_to, LinkKind.causes)


class Judgement(Vocabulary):
    """Whether two objects are one; the judgements of nomenklatura (OpenSanctions)."""

    positive = "positive"
    """They are the same."""
    negative = "negative"
    """They are not the same."""
    unsure = "unsure"
    """Somebody looked and could not tell."""


class ActorKind(Vocabulary):
    """What sort of actor speaks or acts."""

    person = "person"
    """One human being."""
    organisation = "organisation"
    """A body with members and a name: a company, party, agency, newspaper."""
    state = "state"
    """A country as one that speaks and acts."""
    group = "group"
    """People taken together who are no organisation: "officials", "residents"."""
    joint = "joint"
    """Several actors who speak as one; they are its `members`."""
    other = "other"
    """Any other."""
    unknown = "unknown"
    """The text does not say."""


class SourceKind(Vocabulary):
    """What sort of publication a source is."""

    article = "article"
    """A news story."""
    post = "post"
    """A post on a social network, a channel or a forum."""
    release = "release"
    """A statement put out by whom it is from."""
    video = "video"
    """Moving pictures."""
    image = "image"
    """A still picture."""
    broadcast = "broadcast"
    """Radio or television."""
    interview = "interview"
    """A conversation put out as such."""
    document = "document"
    """A report, a law, a court paper, a book."""
    other = "other"
    """Any other."""


class SectionKind(Vocabulary):
    """What a stretch of a source's text is."""

    headline = "headline"
    """The title as part of the text."""
    byline = "byline"
    """Who wrote it, where and when, as printed."""
    subheading = "subheading"
    """A heading inside the text."""
    body = "body"
    """Running text."""
    caption = "caption"
    """Words under a picture; a paragraph that holds a caption mark is one caption."""
    other = "other"
    """Any other."""


class LocationKind(Vocabulary):
    """What sort of place a location is."""

    country = "country"
    """A state's territory."""
    region = "region"
    """A part of a country, or several countries together."""
    settlement = "settlement"
    """A city, town or village."""
    district = "district"
    """A part of a settlement."""
    site = "site"
    """A square, a park, an airfield, an industrial estate, a street."""
    building = "building"
    """A building or a part of one."""
    water = "water"
    """A sea, a river, a lake."""
    other = "other"
    """Any other."""


class NameKind(Vocabulary):
    """How a further name relates to an object's `name`."""

    full = "full"
    """A fuller form."""
    short = "short"
    """A shorter form."""
    alias = "alias"
    """Another name or spelling."""
    former = "former"
    """A name once borne."""
