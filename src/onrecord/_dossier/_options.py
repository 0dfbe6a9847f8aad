"""What the builder's calls take by keyword, as types.

Annotations are evaluated here, unlike elsewhere: a typed dict compiles each one that is a string, at import.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, TypedDict

from onrecord._dossier._anchoring import Words
from onrecord._dossier._dossier import Noun
from onrecord._model import (
    Account,
    Anchor,
    Event,
    Form,
    Location,
    Medium,
    Name,
    Naming,
    Source,
    Stance,
    Statement,
    Voice,
)
from onrecord._when import Moment

Things: TypeAlias = Noun | str | Iterable[Noun | str]
"""One object or id, or several."""
Names: TypeAlias = Name | str | Iterable[Name | str]
"""One name, or several; a plain text is an alias."""


class EvidenceOptions(TypedDict, total=False):
    """What `Builder.evidence` takes besides the source and the words."""

    cue: Words
    """The words that attribute, looked for in the paragraphs of the content."""
    speaker_words: Words
    """The words that name the speaker here, looked for in the paragraphs of the content."""
    hedges: str | Anchor | Sequence[Words]
    """Words by which the writer steps back, one hedge or several, looked for in the paragraphs of the content."""
    stance: Stance | str
    """How far the writer stands behind the content."""
    naming: Naming | str
    """How the speaker is printed."""
    nth: int
    """Which of several places of the content to take, from 1."""
    after: str
    """Words after which to take the content's first place."""


class StatementOptions(EvidenceOptions, total=False):
    """What `quote`, `says` and `narrate` take besides the source, the words and the speaker."""

    id: str
    """Its id; made from the source's id otherwise."""
    form: Form | str
    """How the words are given."""
    voice: Voice | str
    """Whose words they are."""
    medium: Medium | str
    """What they were first put in."""
    via: Statement | str
    """The statement on which our knowledge of these words rests."""
    said: Moment
    """When it was said."""
    occasion: Event | str
    """The event at which it was said."""
    place: Location | str
    """Where it was said, if no occasion tells."""
    published_in: Source | str
    """The source where it was first put out."""
    addressees: Things
    """Whom it was said to."""
    language: str
    """The language in which it was said, as a BCP 47 tag."""
    translated: bool
    """Whether the content is a translation."""
    about: Things
    """What it mentions without commitment."""
    asserts: Things
    """Events that it says occurred: a certain account each."""
    denies: Things
    """Events that it says did not occur: a certainly-not account each."""
    accounts: Account | Iterable[Account]
    """One further account, or several."""
    confidence: float
    """How sure the annotator is, from 0 to 1."""
    annotator: str
    """Who or what made this record."""
    extra: Mapping[str, object]
    """Namespaced data of other programs."""
