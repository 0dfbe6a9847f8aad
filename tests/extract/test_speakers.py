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
        pytest.param("Who said it fell?", [None], id="a question for nobody"),
        pytest.param("“It fell,” said the mayor, Venn.", ["Venn"], id="a single name at the end"),
        pytest.param("Ann Lee and Ms Lee said it fell.", ["Ann Lee"], id="one who is named twice"),
        pytest.param("Ann Lee rose. Her report said it fell.", ["Ann Lee"], id="whose report"),
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


@pytest.mark.parametrize("only", ["Velkor Corp.", "The Dockers' Union", "Harwick Council"])
@pytest.mark.parametrize("noun", ["government", "police", "hospital", "weather bureau", "agency", "court", "ministry"])
def test_the_only_body_named_is_not_meant_by_the_noun_of_another_sort(only: str, noun: str) -> None:
    assert speakers(f"{only} met on Monday. The {noun} said it fell.") == [f"The {noun}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Velkor Corp. shut a mill. The company said it fell.", "Velkor Corp.", id="a company's ending"),
        pytest.param("Velkor AG shut a mill. The carmaker said it fell.", "Velkor AG", id="a trade"),
        pytest.param("The Ministry of Works met. The ministry said it fell.", "Ministry of Works", id="before of"),
        pytest.param("Radio Ost closed. The broadcaster said it fell.", "Radio Ost", id="a broadcaster's name"),
        pytest.param("Bank of Ostland closed. The bank said it fell.", "Bank of Ostland", id="first in its sentence"),
    ],
)
def test_a_body_is_meant_by_a_noun_that_fits_its_name(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


def test_a_speaker_found_by_elimination_is_trusted_less() -> None:
    (eliminated,) = parse_article("Velkor Corp. shut a mill. The company said it fell.").statements
    (told,) = parse_article("Velkor, a company, shut a mill. The company said it fell.").statements
    assert (eliminated.confidence or 1) < (told.confidence or 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Closing the inquest on Friday, Ruth Pole, the coroner, told relatives that it fell.", "Ruth Pole"),
        ("Leaving the hall, his lawyer, Sam Orde, said it fell.", "Sam Orde"),
        ("Responding, the Chairman of Danladi Limited, Alhaji Musa Danladi, rejected the claim.", "Musa Danladi"),
        ("Responding, the council said it fell.", "the council"),
        ("Sterling, the bank, said it fell.", "Sterling"),
        ("Browning, 34, said it fell.", "Browning"),
        ("Harding in Harwick said it fell.", "Harding"),
    ],
)
def test_an_opening_participle_is_no_speaker(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The General Secretary of the Dockers' Union, Comrade Musa Danladi, said it fell.", "Musa Danladi"),
        ("Women Leader of Harwick Community, Mrs Ruth Pole, warned that it fell.", "Ruth Pole"),
        ("The Chairman, House Committee on Roads, Senator Ruth Pole, said it fell.", "Ruth Pole"),
        ("The U.N. envoy to Ostland, Ann Lee, said it fell.", "Ann Lee"),
        ("Leader of the Opposition Asha Rao said it fell.", "Asha Rao"),
        ("Secretary of State Ann Lee said it fell.", "Ann Lee"),
        ("Chief executive of Velkor Ltd Ann Marsh said it fell.", "Ann Marsh"),
        ("The president of Ostland said it fell.", "The president of Ostland"),
        ("Her sister, the singer Ruth Pole, said it fell.", "Ruth Pole"),
    ],
)
def test_an_office_in_a_body_is_a_persons(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ann Lee came. The former mayor said it fell.", "The former mayor"),
        ("Deputy mayor Bo Dahl came. The mayor said it fell.", "The mayor"),
        ("Finance Minister Bo Dahl came. The defence minister said it fell.", "The defence minister"),
        ("Ann Lee, a witness, left. The second witness said it fell.", "The second witness"),
        ("President Ann Lee came. The president of Ostland said it fell.", "The president of Ostland"),
        ("Ann Lee, president of Ostland, came. The president of Ostland said it fell.", "Ann Lee"),
        ("Port Harwick manager Ann Lee came. The Albury manager said it fell.", "the Albury manager"),
    ],
)
def test_an_office_is_held_by_the_one_it_is_told_of(text: str, expected: str) -> None:
    assert [(name or "").lower() for name in speakers(text)] == [expected.lower()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ruth Pole came. Her tutor, Marek Venn, left. “No,” she said.", "Ruth Pole", id="not her tutor"),
        pytest.param("Her tutor, Marek Venn, left. “No,” she said.", None, id="nobody but her tutor"),
        pytest.param("Her mother, Ann Lee, left. “No,” she said.", "Ann Lee", id="a woman of hers"),
        pytest.param("Ilmar Pike rose and Susan Holt sat. “No,” she said.", "Susan Holt", id="one told to be a woman"),
        pytest.param("Chairman Asha Rao rose. “No,” she said.", "Asha Rao", id="a chairman may be a woman"),
        pytest.param("Ann Lee was for Harwick West District. “No,” she said.", "Ann Lee", id="no place"),
    ],
)
def test_a_pronoun_is_for_whom_it_can_be(text: str, expected: str | None) -> None:
    assert speakers(text) == [expected]


def test_a_pronoun_that_two_strangers_share_is_trusted_less() -> None:
    (alone,) = parse_article("Marek Venn rose. “No,” she said.").statements
    (shared,) = parse_article("Marek Venn met Ilmar Pike. “No,” she said.").statements
    assert (shared.confidence or 1) < (alone.confidence or 0)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Bo Lee rose. Lee said it fell.", "Bo Lee met Ann Lee. Lee said it fell."),
        (
            "The Harwick Board met. The board said it fell.",
            "The Harwick Board met the Norsted Board. The board said it fell.",
        ),
    ],
)
def test_one_of_two_who_could_be_meant_is_trusted_less(one: str, two: str) -> None:
    (alone,), (shared,) = parse_article(one).statements, parse_article(two).statements
    assert (shared.confidence or 1) < (alone.confidence or 0)


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Brave Dahl bounces back", "Ola Dahl"),
        ("Late Dahl goal sinks Albury", "Ola Dahl"),
        ("Ola Dahl bounces back", "Ola Dahl"),
    ],
)
def test_a_word_of_the_headline_is_no_given_name(headline: str, name: str) -> None:
    text = f"{headline}\n\nOla Dahl won on Sunday.\n\nDahl said it fell.\n\nThe rest went home."
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian coach Anke Holm met Bo Dahl. “No,” the Norwegian said.", ["Anke Holm"]),
        ("Anke Holm rose. “No,” the Norwegian said.", ["Anke Holm"]),
        ("“No,” the Norwegian said.", ["the Norwegian"]),
        ("The European Food Board said it fell.", ["European Food Board"]),
        (
            "A source close to the band said it fell. The insider said it stood.",
            ["A source close to the band", "A source close to the band"],
        ),
        ("She met her sister, the singer Ruth Pole. Her sister said it fell.", ["Ruth Pole"]),
        ("It was led by chemist Ruth Pole of the Harwick Institute. “No,” says Pole.", ["Ruth Pole"]),
        ("Marnie Holt, 34, won. Marnie said it fell.", ["Marnie Holt"]),
        ("Zorka Lee left. Zorka Maria Lee said it fell.", ["Zorka Maria Lee"]),
        ("“It fell,” said Mr Bishop.", ["Bishop"]),
        (
            "The Minister for Trade and Harbour Affairs said it fell.",
            ["The Minister for Trade and Harbour Affairs"],
        ),
    ],
)
def test_one_who_is_called_otherwise_is_no_second_actor(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "St Olaf's Hospital", "King's College", "Child's Bank", "People's Bank of Ostland", "Ministry of Justice",
        "Department of Roads and Public Works", "Institute of Arts and Crafts", "Weir & Stone", "Marlow and Sons",
        "King Holdings", "Captain Pell Ltd", "Justice League",
        "Lloyd's",
    ],
)  # fmt: skip
def test_the_name_of_a_body_is_kept_whole(name: str) -> None:
    assert speakers(f"On Monday {name} said it fell.") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Justice and the Home Office said it fell.", "Ministry of Justice and Home Office"),
        ("Neither Ann Lee nor Bo Dahl believed that it fell.", "Ann Lee and Bo Dahl"),
        ("Ann Lee of Harwick Council said it fell.", "Ann Lee"),
        ("Velkor's Ann Lee said it fell.", "Ann Lee"),
        ("Bank of Ostland governor Bo Dahl said it fell.", "Bo Dahl"),
        ("Ann Baker said it fell.", "Ann Baker"),
    ],
)
def test_two_names_and_a_name_with_its_body_are_told_apart(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Sheep farmer Col Hatherby said it fell.", "Col Hatherby", ["Sheep farmer"]),
        ("Former premier Lord Pell said it fell.", "Pell", ["Former premier"]),
        ("The Permanent Secretary, Mrs Ngozi Okoro, said it fell.", "Ngozi Okoro", ["Permanent Secretary"]),
        ("One woman, Tess Marlow, said it fell.", "Tess Marlow", []),
        ("Alhaji Musa Danladi said it fell.", "Musa Danladi", []),
        ("Anke Holm, the manager, came. Harwick manager Anke Holm said it fell.", "Anke Holm", ["Harwick manager"]),
        ("Mayor Bo Dahl, once deputy mayor, left. Bo Dahl said it fell.", "Bo Dahl", ["Mayor"]),
    ],
)
def test_a_role_is_told_once_and_without_forms_of_address(text: str, name: str, roles: list[str]) -> None:
    assert [role.title for role in actors(text)[name].roles] == roles


def test_a_form_of_address_tells_namesakes_apart() -> None:
    assert speakers("The mayor, Ann Pole, denied it fell. Mr Pole said it fell. Ms Pole said it stood.")[-2:] == [
        "Mr Pole",
        "Ann Pole",
    ]


def test_a_verb_before_its_speaker_is_no_part_of_the_name() -> None:
    assert speakers("Said Pole: “He is fine.”") == ["Pole"]


@pytest.mark.parametrize("headline", ["Man stole boat, police told", "Boat was stolen, High Court told"])
def test_who_is_told_in_a_headline_does_not_say_it(headline: str) -> None:
    assert speakers(f"{headline}\n\nThe rain came.\n\nIt was late.\n\nIt was wet.") == [None]


def test_a_body_is_not_known_by_the_last_word_of_what_it_is_of() -> None:
    assert speakers("The Guild of Ostland met. Ostland said it fell.") == ["Ostland"]


@pytest.mark.parametrize(
    "text",
    [
        "“It holds,” commanding officer Ann Lee said.",
        "“It holds,” said acting headteacher Ann Lee.",
        "“It holds,” touring manager Ann Lee told reporters.",
        "Marlow managing editor Ann Lee said it holds.",
        "“It holds,” said Marlow marketing manager Ann Lee.",
        "The club's acting chairman Ann Lee said it holds.",
    ],
)
def test_a_word_in_ing_before_an_office_is_part_of_it(text: str) -> None:
    assert speakers(text) == ["Ann Lee"]


def test_a_word_in_ing_after_a_quotation_goes_with_the_group_who_said_it() -> None:
    assert speakers("“It holds,” leading farmers said.") == ["leading farmers"]


def test_a_verb_in_ing_before_an_office_stays_one() -> None:
    assert speakers("Bo Dahl, meeting mayor Ann Lee, said it holds.") == ["Bo Dahl"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teachers at Harwick School went out. They said it fell.", ["Teachers at Harwick School"]),
        ("Engineers from the Weir Company came. They warned it fell.", ["Engineers from the Weir Company"]),
        ("The Weir Company met engineers. They said it fell.", ["Weir Company"]),
        ("The owner of the Weir Company left. They said it fell.", ["Weir Company"]),
    ],
)
def test_they_are_the_people_in_whose_phrase_a_body_is_named(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The club lost, with its captain, Ann Lee, saying that it fell.", ["Ann Lee"]),
        ("The club lost, with Ann Lee, its captain, claiming that it fell.", ["Ann Lee"]),
        ("The club won, with its captain Ann Lee saying that it fell.", ["Ann Lee"]),
    ],
)
def test_somebody_brought_in_by_with_says_what_a_participle_tells(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said the pilot had warned her it fell. “It is over.”", ["Ann Lee", "the pilot", "Ann Lee"]),
        ("Ann Lee claimed that a guard told her it fell.\n\n“It is over.”", ["Ann Lee", "a guard", "Ann Lee"]),
        ("Ann Lee left, and the pilot said it fell. “It is over.”", ["the pilot", "the pilot"]),
    ],
)
def test_a_bare_quotation_is_of_the_one_who_told_what_another_said(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee SC said it fell.", "Ann Lee"),
        ("“It fell,” said Coun Ann Lee.", "Ann Lee"),
        ("Coun. Dahl said it fell.", "Dahl"),
        ("Port Harwick SC said it fell.", "Port Harwick SC"),
        ("A woman identified as the pilot said it fell.", "A woman identified as the pilot"),
        ("A driver known as Wolf said it fell.", "Wolf"),
        ("A woman identified as Ann Lee said it fell.", "Ann Lee"),
    ],
)
def test_a_name_is_told_without_ranks_and_a_description_as_a_whole(text: str, expected: str) -> None:
    assert speakers(text) == [expected]
