"""An article's text made a dossier: the source with its sections, the actors, and every statement reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord._dossier import Builder, Dossier, EvidenceOptions, StatementOptions
from onrecord._dossier._text import fold_name
from onrecord._dossier._texts import digest_of
from onrecord._extract._grammar._drafts import Draft
from onrecord._extract._parser._spacy import analyzer_of
from onrecord._extract._speakers._cast import Member
from onrecord._extract._speakers._headlines import find_twins
from onrecord._extract._speakers._speakers import Speakers
from onrecord._extract._statements._said import find_said
from onrecord._extract._statements._statements import drafts_of
from onrecord._extract._text._authors import authors_in
from onrecord._extract._text._printed import Printed
from onrecord._extract._text._sections import kinds_of, sections_of
from onrecord._extract._text._text import Article
from onrecord._model import (
    Actor,
    ActorKind,
    Name,
    NameKind,
    Naming,
    Role,
    Section,
    SectionKind,
    Source,
    SourceKind,
    Voice,
)
from onrecord._when import Moment


def extract(
    text: str,
    *,
    published: Moment | None,
    title: str | None,
    publisher: str | None,
    id: str | None,
    analyzer: object = None,
) -> Dossier:
    """Read an article's text, of Unicode scalar values, into a dossier."""
    parser = None if analyzer is None else analyzer_of(analyzer)
    printed = Printed(text)
    article = Article(printed.read)
    kinds = kinds_of(article.text, article.paragraphs)
    drafts = drafts_of(article, kinds, parser)
    speakers = Speakers(article, drafts, kinds)
    twins = find_twins(article, kinds, drafts, speakers)
    for number, twin in twins.items():
        speakers.member_of[number] = speakers.member_of[twin]
    key = digest_of(text)[:12] if id is None else id
    builder = Builder(prefix=key)
    actors = _add_actors(builder, speakers)
    outlet = None if publisher is None else _publisher(builder, publisher, actors.values())
    sections = sections_of(article.text, article.paragraphs, kinds)
    source = builder.source(
        text=text,
        kind=SourceKind.article,
        title=title or _headline(article.text, sections),
        publisher=outlet,
        authors=_authors(builder, article.text, sections, [*actors.values(), *(() if outlet is None else (outlet,))]),
        published=published,
        sections=printed.sections(sections),
        id=key,
    )
    find_said(article, drafts, source.published, source.id)
    _add_statements(builder, source, printed, speakers, drafts, actors, twins)
    return builder.build()


def _headline(text: str, sections: Sequence[Section]) -> str | None:
    printed = (text[part.start : part.end] for part in sections if part.kind is SectionKind.headline)
    return " ".join(next(printed, "").split()) or None


def _authors(builder: Builder, text: str, sections: Sequence[Section], known: Iterable[Actor]) -> list[Actor]:
    """Who the bylines name; those who are actors of the article already are these."""
    found = {fold_name(actor.name): actor for actor in known}
    lines = (text[part.start : part.end] for part in sections if part.kind is SectionKind.byline)
    names = [name for lines_of in lines for line in lines_of.splitlines() for name in authors_in(line)]
    for name in names:
        if fold_name(name) not in found:
            found[fold_name(name)] = builder.actor(name)
    return list(dict.fromkeys(found[fold_name(name)] for name in names))


def _publisher(builder: Builder, name: str, actors: Iterable[Actor]) -> Actor:
    """The outlet: the actor who speaks under its name in the article, if there is one."""
    known = next((actor for actor in actors if fold_name(actor.name) == fold_name(name)), None)
    return known or builder.actor(name, kind=ActorKind.organisation)


def _add_actors(builder: Builder, speakers: Speakers) -> dict[int, Actor]:
    """The members of the cast who speak, by number, those of joint speakers first."""
    made: dict[int, Actor] = {}
    for spoken in dict.fromkeys(speakers.member_of):
        if spoken >= 0:
            for number in (*speakers.cast.members[spoken].members, spoken):
                if number not in made:
                    made[number] = _add_actor(builder, speakers.cast.members[number], made)
    return made


def _add_actor(builder: Builder, member: Member, made: dict[int, Actor]) -> Actor:
    return builder.actor(
        member.name,
        kind=member.kind,
        names=[Name(value=form, kind=_kind_of_form(form, member)) for form in member.forms if form != member.name],
        anonymous=member.anonymous,
        members=[made[part] for part in member.members],
        roles=[Role(title=role) for role in member.roles],
    )


def _kind_of_form(form: str, member: Member) -> NameKind:
    return NameKind.short if set(form.lower().split()) <= set(member.tokens) else NameKind.alias


def _add_statements(
    builder: Builder,
    source: Source,
    printed: Printed,
    speakers: Speakers,
    drafts: Sequence[Draft],
    actors: dict[int, Actor],
    twins: dict[int, int],
) -> None:
    """Add the drafts, those first that pass others on, and headlines last, as further places of their statements."""
    own = [number for number in range(len(drafts)) if number not in twins]
    ids = {drafts[number]: f"{source.id}-s{place}" for place, number in enumerate(own, 1)}
    ids |= {drafts[number]: ids[drafts[twin]] for number, twin in twins.items()}
    for number in sorted(own, key=lambda number: _depth(drafts[number])):
        draft, speaker = drafts[number], actors.get(speakers.member_of[number])
        options = _options(draft, speakers, number, ids)
        _print(options, printed, draft, speakers.naming_of[number])
        builder.says(source, printed.anchor(draft.content), speaker=speaker, **options)
    for number in twins:
        draft, again = drafts[number], EvidenceOptions()
        _print(again, printed, draft, speakers.naming_of[number])
        builder.reprint(ids[draft], source, printed.anchor(draft.content), **again)


def _depth(draft: Draft) -> int:
    """How many statements pass this one on: they are added first."""
    depth = 0
    while draft.relay is not None:
        draft, depth = draft.relay, depth + 1
    return depth


def _options(draft: Draft, speakers: Speakers, number: int, ids: dict[Draft, str]) -> StatementOptions:
    options: StatementOptions = {
        "id": ids[draft],
        "form": draft.form,
        "voice": _voice(draft, resolved=speakers.member_of[number] >= 0),
        "medium": draft.medium,
        "confidence": round(draft.confidence * speakers.sureness_of[number], 2),
        "annotator": f"onrecord:{draft.rule}",
    }
    if draft.relay is not None:
        options["via"] = ids[draft.relay]
    if draft.said is not None:
        options["said"] = draft.said
    return options


def _print(options: EvidenceOptions, printed: Printed, draft: Draft, naming: Naming | None) -> None:
    """Put in what stands in the text around a draft's words."""
    options["stance"] = draft.stance
    options["hedges"] = [printed.anchor_of(hedge) for hedge in draft.hedges]
    if naming is not None:
        options["naming"] = naming
    if draft.cue:
        options["cue"] = printed.anchor(draft.cue)
    if draft.speaker is not None:
        options["speaker_words"] = printed.anchor_of(draft.speaker)


def _voice(draft: Draft, *, resolved: bool) -> Voice:
    if draft.narrated:
        return Voice.writer
    return Voice.arbitrary if draft.arbitrary and not resolved else Voice.other
