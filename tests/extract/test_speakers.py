"""Who speaks: mentions resolved to actors within the article, or left open."""

from __future__ import annotations

import pytest

from onrecord import Actor, ActorKind, NameKind, Naming
from onrecord._loaders._article import parse_article


def speakers(text: str) -> list[str | None]:
    d = parse_article(text)
    return [None if s.speaker is None else d.actors[s.speaker].name for s in d.statements]


def actors(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in parse_article(text).actors}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ann Lee came. “No,” Lee said.", ["Ann Lee"], id="surname"),
        pytest.param("“No,” said Lee. Ann Lee left.", ["Ann Lee"], id="surname before the full name"),
        pytest.param("Mayor Ann Lee came. “No,” the mayor said.", ["Ann Lee"], id="title before"),
        pytest.param("Ann Lee, the mayor of Harwick, came. “No,” the mayor said.", ["Ann Lee"], id="apposition"),
        pytest.param("The mayor, Ann Lee, said it fell.", ["Ann Lee"], id="name in apposition"),
        pytest.param("Ann Lee came. “No,” she said.", ["Ann Lee"], id="pronoun"),
        pytest.param("Ann Lee met Mr Dahl. “No,” he said.", ["Dahl"], id="pronoun by title"),
        pytest.param("Ann Lee, who says it fell, left.", ["Ann Lee"], id="relative pronoun"),
        pytest.param("Brentol, the oil giant, rose. The oil giant said it would pay.", ["Brentol"], id="epithet"),
        pytest.param("The Harwick Board met. The board said it fell.", ["Harwick Board"], id="last word of a name"),
        pytest.param(
            "The International Harbour Fund (IHF) met. The IHF said it fell.",
            ["International Harbour Fund"],
            id="initials",
        ),
        pytest.param("A report said it fell. It added that it was old.", ["A report", "A report"], id="it"),
        pytest.param("Ann Lee’s statement said it fell.", ["Ann Lee"], id="whose statement"),
        pytest.param("The ferry company, Harlo, said it fell.", ["Harlo"], id="a single name in apposition"),
        pytest.param("Novelist Ann Lee read. “No,” Lee said.", ["Ann Lee"], id="a trade before the name"),
        pytest.param("Harlo’s head, Ann Lee, said it fell.", ["Ann Lee"], id="head of a body"),
        pytest.param("The head of Harlo, Bo Dahl, left. The company said it fell.", ["Harlo"], id="the only company"),
        pytest.param(
            "Ann Lee told Radio Ost it fell. The agency said so too: “It fell.”",
            ["Ann Lee", "The agency"],
            id="not a body that is only told",
        ),
        pytest.param("Ann Lee and Bo Dahl said it fell.", ["Ann Lee and Bo Dahl"], id="joint"),
        pytest.param("“No,” she said.", [None], id="a pronoun for nobody"),
        pytest.param("Bo Dahl came. “No,” said Ms Lee. “Yes,” he said.", ["Lee", "Bo Dahl"], id="two of them"),
    ],
)
def test_a_speaker_is_resolved_within_the_article(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "naming"),
    [
        ("Ann Lee said it fell.", Naming.name_),
        ("Ann Lee is mayor. She said it fell.", Naming.pronoun),
        ("Mayor Ann Lee left. The mayor said it fell.", Naming.title),
        ("A woman in the crowd said it fell.", Naming.description),
    ],
)
def test_the_evidence_tells_how_the_speaker_is_named(text: str, naming: Naming) -> None:
    (statement,) = parse_article(text).statements
    assert statement.evidence[0].naming is naming


def test_a_quotation_that_goes_without_a_cue_has_an_implicit_speaker() -> None:
    _, second = parse_article("Ann Lee said it fell. “Nobody was hurt.”").statements
    assert second.evidence[0].naming is Naming.implicit


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Officials said it fell.", "Officials", ActorKind.group),
        ("A spokesman for the board said it fell.", "A spokesman for the board", ActorKind.person),
        ("Residents of the quay said it fell.", "Residents of the quay", ActorKind.group),
        ("A source said it fell.", "A source", ActorKind.person),
    ],
)
def test_an_unnamed_speaker_is_an_anonymous_actor(text: str, name: str, kind: ActorKind) -> None:
    actor = actors(text)[name]
    assert (actor.anonymous, actor.kind) == (True, kind)


def test_a_second_source_is_another_actor() -> None:
    assert len(actors("A source said it fell. Another source said it stood.")) == 2


def test_the_fullest_name_is_the_name_and_the_others_are_kept() -> None:
    actor = actors("President Ann Maria Lee said it fell. Lee left. Ann Lee said it stood.")["Ann Maria Lee"]
    assert {name.value: name.kind for name in actor.names} == {"Ann Lee": NameKind.short, "Lee": NameKind.short}
    assert [role.title for role in actor.roles] == ["President"]


def test_joint_speakers_are_members_of_a_joint_actor() -> None:
    d = parse_article("Ann Lee and Bo Dahl said it fell.")
    joint = next(actor for actor in d.actors if actor.kind is ActorKind.joint)
    assert [d.actors[member].name for member in joint.members] == ["Ann Lee", "Bo Dahl"]


def test_a_resolved_pronoun_is_trusted_less_than_a_name() -> None:
    named, pronoun = parse_article("Ann Lee said it fell. She said it was old.").statements
    assert (pronoun.confidence or 1) < (named.confidence or 0)
