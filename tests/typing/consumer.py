"""What a program sees that uses only public names: checked by mypy and pyright, strictly, and never run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, assert_type

import attrs

from onrecord import (
    Account,
    AccountStatus,
    Actor,
    ActorId,
    ActorKind,
    Actors,
    AmbiguousNameError,
    Analyzer,
    Anchor,
    AnchorError,
    AnyId,
    Aspect,
    Builder,
    Chain,
    Code,
    Comparison,
    ConflictError,
    Description,
    Difference,
    Dispute,
    Disputes,
    Dossier,
    Doubt,
    Doubts,
    Event,
    EventId,
    Events,
    Evidence,
    Extra,
    Factuality,
    Form,
    FormatError,
    Identifier,
    Identities,
    Identity,
    Judgement,
    Limits,
    Link,
    LinkKind,
    Links,
    Location,
    LocationId,
    LocationKind,
    Locations,
    Medium,
    Name,
    NameKind,
    Naming,
    Noun,
    OnRecordError,
    ParsedWord,
    Participant,
    ParticipantRole,
    Plots,
    Point,
    Problem,
    Quantity,
    RelativePosition,
    Role,
    Section,
    SectionKind,
    Selection,
    Side,
    Source,
    SourceId,
    SourceKind,
    Sources,
    Span,
    Stance,
    Statement,
    StatementId,
    Statements,
    Step,
    Testimonies,
    Testimony,
    TimeBasis,
    Truth,
    View,
    Voice,
    When,
    canonical_bytes,
    compare,
    diff,
    digest,
    dumps,
    find_times,
    from_dict,
    json_schema,
    load,
    load_seed,
    loads,
    parse_article,
    parse_when,
    read_article,
    read_html,
    read_jsonl,
    save,
    to_csv,
    to_geojson,
    to_schema_org,
    to_web_annotations,
    write_jsonl,
)


def fields_of_account(x: Account) -> None:
    assert_type(x.event, EventId)
    assert_type(x.status, AccountStatus)
    assert_type(x.factuality, Factuality)
    assert_type(x.when, When | None)
    assert_type(x.where, LocationId | None)
    assert_type(x.participants, tuple[Participant, ...])
    assert_type(x.descriptions, tuple[Description, ...])
    assert_type(x.quantities, tuple[Quantity, ...])
    assert_type(x.condition, EventId | None)
    assert_type(x.alternative, str | None)


def fields_of_actor(x: Actor) -> None:
    assert_type(x.id, ActorId)
    assert_type(x.name, str)
    assert_type(x.kind, ActorKind)
    assert_type(x.names, tuple[Name, ...])
    assert_type(x.anonymous, bool)
    assert_type(x.members, tuple[ActorId, ...])
    assert_type(x.identifiers, tuple[Identifier, ...])
    assert_type(x.roles, tuple[Role, ...])
    assert_type(x.extra, Extra)


def fields_of_anchor(x: Anchor) -> None:
    assert_type(x.spans, tuple[Span, ...])


def fields_of_chain(x: Chain) -> None:
    assert_type(x.source, Source | None)
    assert_type(x.source_name, str)
    assert_type(x.steps, tuple[Step, ...])


def fields_of_code(x: Code) -> None:
    assert_type(x.scheme, str)
    assert_type(x.value, str)


def fields_of_comparison(x: Comparison) -> None:
    assert_type(x.matched, tuple[tuple[Statement, Statement], ...])
    assert_type(x.missed, tuple[Statement, ...])
    assert_type(x.added, tuple[Statement, ...])
    assert_type(x.misattributed, tuple[tuple[Statement, Statement], ...])


def fields_of_description(x: Description) -> None:
    assert_type(x.aspect, Aspect)
    assert_type(x.term, str)
    assert_type(x.words, str | None)
    assert_type(x.factuality, Factuality | None)
    assert_type(x.scare_quotes, bool)


def fields_of_difference(x: Difference) -> None:
    assert_type(x.added, tuple[str, ...])
    assert_type(x.removed, tuple[str, ...])
    assert_type(x.changed, tuple[tuple[str, tuple[str, ...]], ...])
    assert_type(x.joins, bool)


def fields_of_dispute(x: Dispute) -> None:
    assert_type(x.event, Event)
    assert_type(x.detail, str)
    assert_type(x.sides, tuple[Side, ...])
    assert_type(x.certain, bool)
    assert_type(x.doubts, tuple[Testimony, ...])


def fields_of_doubt(x: Doubt) -> None:
    assert_type(x.event, Event)
    assert_type(x.detail, str)
    assert_type(x.factuality, Factuality)
    assert_type(x.testimony, Testimony)


def fields_of_event(x: Event) -> None:
    assert_type(x.id, EventId)
    assert_type(x.label, str)
    assert_type(x.kinds, tuple[Code, ...])
    assert_type(x.part_of, EventId | None)
    assert_type(x.identifiers, tuple[Identifier, ...])
    assert_type(x.when, When | None)
    assert_type(x.where, LocationId | None)
    assert_type(x.extra, Extra)


def fields_of_evidence(x: Evidence) -> None:
    assert_type(x.source, SourceId)
    assert_type(x.content, Anchor)
    assert_type(x.cue, Anchor | None)
    assert_type(x.speaker, Anchor | None)
    assert_type(x.hedges, tuple[Anchor, ...])
    assert_type(x.stance, Stance)
    assert_type(x.naming, Naming | None)


def fields_of_identifier(x: Identifier) -> None:
    assert_type(x.scheme, str)
    assert_type(x.value, str)


def fields_of_identity(x: Identity) -> None:
    assert_type(x.first, AnyId)
    assert_type(x.second, AnyId)
    assert_type(x.judgement, Judgement)
    assert_type(x.reason, str | None)
    assert_type(x.confidence, float | None)
    assert_type(x.annotator, str | None)
    assert_type(x.extra, Extra)


def fields_of_limits(x: Limits) -> None:
    assert_type(x.size, int | None)
    assert_type(x.count, int | None)
    assert_type(x.depth, int | None)
    assert_type(x.faults, int | None)


def fields_of_link(x: Link) -> None:
    assert_type(x.kind, LinkKind)
    assert_type(x.start, AnyId)
    assert_type(x.end, AnyId)
    assert_type(x.factuality, Factuality)
    assert_type(x.claimed_by, StatementId | None)
    assert_type(x.confidence, float | None)
    assert_type(x.annotator, str | None)
    assert_type(x.extra, Extra)


def fields_of_location(x: Location) -> None:
    assert_type(x.id, LocationId)
    assert_type(x.name, str)
    assert_type(x.kind, LocationKind)
    assert_type(x.names, tuple[Name, ...])
    assert_type(x.within, LocationId | None)
    assert_type(x.point, Point | None)
    assert_type(x.relative, RelativePosition | None)
    assert_type(x.identifiers, tuple[Identifier, ...])
    assert_type(x.extra, Extra)


def fields_of_name(x: Name) -> None:
    assert_type(x.value, str)
    assert_type(x.kind, NameKind)


def fields_of_participant(x: Participant) -> None:
    assert_type(x.role, ParticipantRole)
    assert_type(x.actor, ActorId | None)
    assert_type(x.location, LocationId | None)
    assert_type(x.text, str | None)
    assert_type(x.factuality, Factuality | None)


def fields_of_point(x: Point) -> None:
    assert_type(x.latitude, float)
    assert_type(x.longitude, float)
    assert_type(x.radius, float | None)


def fields_of_problem(x: Problem) -> None:
    assert_type(x.path, str)
    assert_type(x.code, str)
    assert_type(x.message, str)
    assert_type(x.line, int | None)


def fields_of_quantity(x: Quantity) -> None:
    assert_type(x.kind, str)
    assert_type(x.low, int | float | None)
    assert_type(x.high, int | float | None)
    assert_type(x.unit, str | None)
    assert_type(x.text, str | None)
    assert_type(x.factuality, Factuality | None)


def fields_of_relativeposition(x: RelativePosition) -> None:
    assert_type(x.to, LocationId)
    assert_type(x.text, str)
    assert_type(x.distance, float | None)
    assert_type(x.bearing, float | None)


def fields_of_role(x: Role) -> None:
    assert_type(x.title, str)
    assert_type(x.of, ActorId | None)
    assert_type(x.when, When | None)


def fields_of_section(x: Section) -> None:
    assert_type(x.kind, SectionKind)
    assert_type(x.start, int)
    assert_type(x.end, int)


def fields_of_side(x: Side) -> None:
    assert_type(x.position, str)
    assert_type(x.testimonies, tuple[Testimony, ...])


def fields_of_source(x: Source) -> None:
    assert_type(x.id, SourceId)
    assert_type(x.kind, SourceKind)
    assert_type(x.title, str | None)
    assert_type(x.publisher, ActorId | None)
    assert_type(x.authors, tuple[ActorId, ...])
    assert_type(x.url, str | None)
    assert_type(x.published, When | None)
    assert_type(x.retrieved, When | None)
    assert_type(x.language, str | None)
    assert_type(x.text, str | None)
    assert_type(x.digest, str | None)
    assert_type(x.sections, tuple[Section, ...])
    assert_type(x.derived_from, SourceId | None)
    assert_type(x.revises, SourceId | None)
    assert_type(x.extra, Extra)


def fields_of_parsedword(x: ParsedWord) -> None:
    assert_type(x.start, int)
    assert_type(x.end, int)
    assert_type(x.head, int)
    assert_type(x.label, str)
    assert_type(x.tag, str)


class Silent:
    """An analyzer that parses nothing."""

    def parse(self, sentences: Iterable[str], /) -> Iterator[Sequence[ParsedWord]]:
        return (() for _ in sentences)


def analyzer() -> Analyzer:
    return Silent()


def fields_of_span(x: Span) -> None:
    assert_type(x.exact, str)
    assert_type(x.start, int)
    assert_type(x.end, int)


def fields_of_statement(x: Statement) -> None:
    assert_type(x.id, StatementId)
    assert_type(x.voice, Voice)
    assert_type(x.speaker, ActorId | None)
    assert_type(x.content, str)
    assert_type(x.form, Form)
    assert_type(x.medium, Medium)
    assert_type(x.via, StatementId | None)
    assert_type(x.evidence, tuple[Evidence, ...])
    assert_type(x.said, When | None)
    assert_type(x.occasion, EventId | None)
    assert_type(x.place, LocationId | None)
    assert_type(x.published_in, SourceId | None)
    assert_type(x.addressees, tuple[ActorId, ...])
    assert_type(x.language, str | None)
    assert_type(x.translated, bool | None)
    assert_type(x.about, tuple[AnyId, ...])
    assert_type(x.accounts, tuple[Account, ...])
    assert_type(x.confidence, float | None)
    assert_type(x.annotator, str | None)
    assert_type(x.extra, Extra)


def fields_of_step(x: Step) -> None:
    assert_type(x.statement, Statement)
    assert_type(x.speaker, Actor | None)
    assert_type(x.speaker_name, str)


def fields_of_testimony(x: Testimony) -> None:
    assert_type(x.statement, Statement)
    assert_type(x.account, Account)
    assert_type(x.speaker, Actor | None)
    assert_type(x.speaker_name, str)
    assert_type(x.chain, Chain)


def fields_of_when(x: When) -> None:
    assert_type(x.value, str | None)
    assert_type(x.text, str | None)
    assert_type(x.relative_to, str | None)
    assert_type(x.offset, str | None)
    assert_type(x.basis, TimeBasis)
    assert_type(x.note, str | None)


def properties(d: Dossier, statement: Statement, when: When, comparison: Comparison) -> None:
    evidence = statement.evidence[0]
    assert_type(evidence.anchors, tuple[Anchor, ...])
    assert_type(evidence.content.text, str)
    assert_type(evidence.content.start, int)
    assert_type(statement.accounts[0].factuality.denies, bool)
    assert_type(d.disputes()[0].sides[0].speaker_names, tuple[str, ...])
    assert_type(when.resolved, bool)
    assert_type(when.bounds, tuple[int | None, int | None, int | None, int | None])
    assert_type(comparison.f1, float)


def tables(d: Dossier) -> None:
    assert_type(d.sources, Sources)
    assert_type(d.actors, Actors)
    assert_type(d.locations, Locations)
    assert_type(d.events, Events)
    assert_type(d.statements, Statements)
    assert_type(d.links, Links)
    assert_type(d.show("x"), View)
    assert_type(d.show("x").html, str)
    assert_type(d.plot, Plots)
    assert_type(d.identities, Identities)
    assert_type(d.extra, Extra)
    assert_type(d.sources["x"], Source)
    assert_type(d.actors["x"], Actor)
    assert_type(d.locations["x"], Location)
    assert_type(d.events["x"], Event)
    assert_type(d.statements[0], Statement)
    assert_type(d.statements[1:], Statements)
    assert_type(list(d.actors), list[Actor])


def look_ups(d: Dossier, statement: Statement, account: Account) -> None:
    if statement.speaker is not None:
        assert_type(d[statement.speaker], Actor)
    if statement.via is not None:
        assert_type(d[statement.via], Statement)
    if account.where is not None:
        assert_type(d[account.where], Location)
    assert_type(d[account.event], Event)
    assert_type(d[statement.evidence[0].source], Source)
    assert_type(d["anything"], Noun)
    assert_type(d.find("Zelensky"), Selection[Noun])
    assert_type(d.id_of("Zelensky"), str)
    assert_type(d.same_as("x"), frozenset[str])


def questions(d: Dossier, actor: Actor, event: Event) -> None:
    assert_type(d.statements_by(actor, as_="any", members=True), Statements)
    assert_type(d.statements_about(event), Statements)
    assert_type(d.statements_in("x"), Statements)
    assert_type(d.statements_between(date(2023, 5, 3), None), Statements)
    assert_type(d.search("drone"), Statements)
    assert_type(d.events_between("2023-05-03", When(value="2023-05-04"), sure=True), Events)
    assert_type(d.window(event), When | None)
    assert_type(d.undated(), Events)
    assert_type(d.timeline(), Events)
    assert_type(d.events_at("x"), Events)
    assert_type(d.events_involving(actor.id), Events)
    assert_type(d.accounts_of(event), Testimonies)
    assert_type(d.own_accounts(event), Testimonies)
    assert_type(d.testimonies(), Testimonies)
    assert_type(d.disputes(), Disputes)
    assert_type(d.disputes()[0], Dispute)
    assert_type(d.doubts(event), Doubts)
    assert_type(d.doubts()[0], Doubt)
    assert_type(d.chain("x"), Chain)
    assert_type(d.check(), tuple[Problem, ...])


def answers(d: Dossier) -> None:
    found = d.statements_by("Zelensky")
    assert_type(found.by("x").about("y").in_source("z").between(None, "2023").search("w"), Statements)
    assert_type(found.speakers, Actors)
    assert_type(found.dossier, Dossier)
    assert_type(found.note, str)
    assert_type(found.to_rows(), list[dict[str, object]])
    assert_type(d.timeline().between("2023", None).at("x").involving("y").told(status="planned", by="z"), Events)
    assert_type(d.accounts_of("x").told(factuality=Factuality.certain).by("y"), Testimonies)
    for testimony in d.accounts_of("x"):
        assert_type(testimony, Testimony)
        assert_type(testimony.chain.steps[0].speaker, Actor | None)


def changes(d: Dossier, actor: Actor) -> None:
    assert_type(d.add(actor), Dossier)
    assert_type(d.replace(actor), Dossier)
    assert_type(d.remove(actor, "x"), Dossier)
    assert_type(d.merge(d, d), Dossier)
    assert_type(d.resolve_times(), Dossier)
    assert_type(d.without_text(), Dossier)
    assert_type(d.with_text({"x": "text"}), Dossier)
    assert_type(compare(d, d), Comparison)
    assert_type(diff(d, d), Difference)
    assert_type(attrs.evolve(actor, name="x"), Actor)


def building() -> None:
    b = Builder()
    article = b.source(text="“No,” he said.", kind="article", published="2023-05-03")
    assert_type(article, Source)
    speaker = b.actor("Ann Lee", kind=ActorKind.person)
    assert_type(speaker, Actor)
    assert_type(b.location("Kyiv"), Location)
    event = b.event("Strike")
    assert_type(event, Event)
    quoted = b.quote(article, "No", speaker=speaker, cue="said", about=event)
    assert_type(quoted, Statement)
    assert_type(b.says(article, ["No", "he"], denies=[event]), Statement)
    assert_type(b.narrate(article, "he said"), Statement)
    assert_type(b.reprint(quoted, article, "No"), Statement)
    assert_type(b.evidence(article, "No", stance="neutral"), Evidence)
    assert_type(b.account(event, status="planned"), Account)
    assert_type(b.participant("agent", speaker), Participant)
    assert_type(b.description("what", "attack"), Description)
    assert_type(b.link("repeats", quoted, "x"), Link)
    assert_type(b.identify(speaker, "x"), Identity)
    assert_type(b.build(), Dossier)


def times(when: When) -> None:
    assert_type(when.before("2023"), Truth)
    assert_type(when.overlaps(when) & ~when.within(date(2023, 5, 3)), Truth)
    assert_type(parse_when("2023-05-03T02:27", zone="Europe/Moscow"), When)
    assert_type(when.resolve(when), When)
    assert_type(find_times("It fell on Friday.", date(2023, 5, 3), relative_to="story"), tuple[tuple[Span, When], ...])


def exchange(d: Dossier) -> None:
    assert_type(load("case.json"), Dossier)
    assert_type(loads("{}"), Dossier)
    assert_type(load_seed(), Dossier)
    assert_type(read_article(Path("story.txt"), published=date(2023, 5, 3), publisher="Echo"), Dossier)
    assert_type(parse_article("No.", title="No"), Dossier)
    assert_type(parse_article("No.", analyzer=Silent()), Dossier)
    assert_type(read_html(b"<p>No.</p>", size=None), Dossier)
    assert_type(read_html(Path("page.html"), published="2023-05-03"), Dossier)
    assert_type(dumps(d), str)
    assert_type(from_dict({}), Dossier)
    save(d, Path("case.json"))
    assert_type(loads(b"{}", limits=Limits(size=None)), Dossier)
    bad: list[FormatError] = []
    told: list[tuple[int, int | None]] = []
    for item in read_jsonl("case.jsonl", on_bad=bad.append, on_progress=lambda done, size: told.append((done, size))):
        assert_type(item, Source | Actor | Location | Event | Statement | Link | Identity | Extra)
        if isinstance(item, Statement):
            assert_type(item.speaker, ActorId | None)
    write_jsonl(d, Path("case.jsonl.gz"))
    write_jsonl((s for s in d.statements), "case.jsonl")
    write_jsonl([*d.links, d.extra], "case.jsonl")
    assert_type(canonical_bytes(d), bytes)
    assert_type(digest(d), str)
    assert_type(json_schema(), dict[str, Any])
    assert_type(to_csv(d.links, formulas="keep"), str)
    assert_type(to_geojson(d.locations), dict[str, Any])
    assert_type(to_schema_org(d, base="https://example.org/"), dict[str, Any])
    assert_type(to_web_annotations(d), dict[str, Any])


def errors(error: OnRecordError) -> None:
    if isinstance(error, FormatError):
        assert_type(error.problems, tuple[Problem, ...])
    elif isinstance(error, AmbiguousNameError):
        assert_type(error.candidates, tuple[str, ...])
    elif isinstance(error, AnchorError):
        assert_type(error.candidates, tuple[tuple[int, int], ...])
    elif isinstance(error, ConflictError):
        assert_type(error.ids, tuple[str, ...])
