"""Constructions that report, each in several variants: passives, nouns, relative clauses, headings, names and times."""

from __future__ import annotations

import pytest

from onrecord import Stance, Voice
from onrecord._loaders._article import parse_article
from tests.extract.test_reports import Row, chains, rows
from tests.extract.test_speakers import speakers

NAMES: list[tuple[str, list[Row]]] = [
    ("Lee said on 5 May 2023 that it fell.", [("Lee", "said", "it fell", "indirect")]),
    ("Lee said on May 5 that it fell.", [("Lee", "said", "it fell", "indirect")]),
    ("Lee said in May that it fell.", [("Lee", "said", "it fell", "indirect")]),
    ("Lee said in March that the march had ended.", [("Lee", "said", "the march had ended", "indirect")]),
    ("Lee said it fell between April and May.", [("Lee", "said", "it fell between April and May", "indirect")]),
    ("Will Dahl said it fell.", [("Will Dahl", "said", "it fell", "indirect")]),
    ("“It fell,” Will said.", [("Will", "said", "It fell,", "direct")]),
    ("Lee told Will Dahl that it fell.", [("Lee", "told", "it fell", "indirect")]),
    ("“It fell,” said Anna May.", [("Anna May", "said", "It fell,", "direct")]),
    ("Mrs May may say that it fell.", [("Mrs May", "may say", "it fell", "indirect")]),
    ("Lee said May would resign.", [("Lee", "said", "May would resign", "indirect")]),
    ("April Dahl said it fell.", [("April Dahl", "said", "it fell", "indirect")]),
    ("“It fell,” Anna Long said.", [("Anna Long", "said", "It fell,", "direct")]),
    ("The mayor said it may fall in May.", [("The mayor", "said", "it may fall in May", "indirect")]),
    ("The board will say it fell.", [("The board", "will say", "it fell", "indirect")]),
]

PASSIVES: list[tuple[str, list[Row]]] = [
    ("It was reported on Friday that it fell.", [(None, "It was reported", "it fell", "indirect")]),
    ("It was announced last week that it fell.", [(None, "It was announced", "it fell", "indirect")]),
    ("It fell, it was reported.", [(None, "it was reported", "It fell", "indirect")]),
    ("It emerged on Tuesday that it was weak.", [(None, "It emerged", "it was weak", "indirect")]),
    ("The dam was weak, it has emerged.", [(None, "it has emerged", "The dam was weak", "indirect")]),
    ("Bo Dahl was warned in 2018 that it was weak.", [(None, "was warned", "it was weak", "indirect")]),
    ("Police were told that it was weak.", [(None, "were told", "it was weak", "indirect")]),
    ("Police were told it was weak.", [(None, "were told", "it was weak", "indirect")]),
    ("Staff were informed by email that it fell.", [(None, "were informed", "it fell", "indirect")]),
    ("Staff were informed by the board that it fell.", [("the board", "were informed", "it fell", "indirect")]),
    ("Ann was praised by the mayor for her calm.", [("the mayor", "was praised", "Ann … for her calm", "indirect")]),
    ("As first reported by the Echo, it fell.", [("the Echo", "reported", "it fell", "indirect")]),
    ("The dam fell, as reported by the Echo.", [("the Echo", "reported", "The dam fell", "indirect")]),
    ("The dam, described by Ann as weak, fell.", [("Ann", "described", "The dam … as weak", "indirect")]),
    ("An inquest heard Dahl had been ill.", [(None, "heard", "Dahl had been ill", "indirect")]),
    (
        "Ann was praised by officials at the port for her calm.",
        [("officials at the port", "was praised", "Ann … for her calm", "indirect")],
    ),
    (
        "The dam was described repeatedly by the mayor of Harwick as weak.",
        [("the mayor of Harwick", "was described", "The dam … as weak", "indirect")],
    ),
    (
        "Claims that the dam was weak were dismissed by Ann as false.",
        [("Ann", "were dismissed", "Claims that the dam was weak … as false", "indirect")],
    ),
]

QUOTED_AS: list[tuple[str, str]] = [
    ("Ann Lee was quoted by the Echo as saying on Tuesday that it fell.", "it fell"),
    ("Ann Lee was quoted as telling the Echo last week that it fell.", "it fell"),
    ("The Echo quoted Ann Lee as saying it fell.", "it fell"),
    ("“It fell,” Ann Lee was quoted as saying.", "It fell,"),
    ("“It fell,” Ann Lee was quoted as saying by the Echo.", "It fell,"),
    ("“It fell,” the Echo quoted Ann Lee as saying.", "It fell,"),
    ("The dam fell, the Echo quoted Ann Lee as saying.", "The dam fell"),
    ("Ann Lee was quoted as saying, it fell.", "it fell"),
]

CLAUSES: list[tuple[str, list[Row]]] = [
    ("The skipper radioed on Monday that it sank.", [("The skipper", "radioed", "it sank", "indirect")]),
    ("Ann signalled that it was over.", [("Ann", "signalled", "it was over", "indirect")]),
    ("Ann wrote in Tuesday’s Gazette that it fell.", [("Ann", "wrote", "it fell", "indirect")]),
    ("The board said in a Monday statement that it fell.", [("The board", "said", "it fell", "indirect")]),
    ("The board said in a note posted on its site that it fell.", [("The board", "said", "it fell", "indirect")]),
    ("Ann argued, however, that it fell.", [("Ann", "argued", "it fell", "indirect")]),
    ("Ann vowed on Monday to rebuild it.", [("Ann", "vowed", "to rebuild it", "indirect")]),
    ("Harlo just this month announced it would close.", [("Harlo", "announced", "it would close", "indirect")]),
    ("The deal was dead, said two people briefed on it.", [("two people", "said", "The deal was dead", "indirect")]),
    ("Two officials who asked not to be named said it fell.", [("Two officials", "said", "it fell", "indirect")]),
    ("It will rain, two of them said.", [("two of them", "said", "It will rain", "indirect")]),
    ("Ann told her aides she would go.", [("Ann", "told", "she would go", "indirect")]),
    ("Ann told her she would go.", [("Ann", "told", "she would go", "indirect")]),
    ("The dam has fallen, the Echo reports.", [("the Echo", "reports", "The dam has fallen", "indirect")]),
    ("Ann warned: if it rains, it will fall.", [("Ann", "warned", "if it rains, it will fall", "indirect")]),
    ("A man who police said was armed fled.", [("police", "said", "who … was armed", "indirect")]),
    ("The raid, which officials said hurt four, failed.", [("officials", "said", "which … hurt four", "indirect")]),
    ("Ann, who in 2010 said it would fall, left.", [("who", "said", "it would fall", "indirect")]),
    ("Ann says at a camp in Aldmoor, Ohio, that it fell.", [("Ann", "says", "it fell", "indirect")]),
    ("Ann says they plan to go.", [("Ann", "says", "they plan to go", "indirect")]),
    ("Ann vows to rebuild it.", [("Ann", "vows", "to rebuild it", "indirect")]),
    ("The mayor pledges to rebuild it.", [("The mayor", "pledges", "to rebuild it", "indirect")]),
    ("The dam, as Ann has said, is weak.", [("Ann", "has said", "The dam … is weak", "indirect")]),
    (
        "If, as Ann has said, it is weak, it will fall.",
        [("Ann", "has said", "If … it is weak, it will fall", "indirect")],
    ),
    ("Ann Lee, who rates it “sell”, said it was weak.", [("Ann Lee", "said", "it was weak", "indirect")]),
    ("Harlo cut its outlook and said it would shrink.", [("Harlo", "said", "it would shrink", "indirect")]),
    (
        "The deal with Ostlink (OST.N) is dead, Ann said.",
        [("Ann", "said", "The deal with Ostlink (OST.N) is dead", "indirect")],
    ),
    ("The deal is dead, Sen. Ann Lee (D-O.C.) said.", [("Sen. Ann Lee", "said", "The deal is dead", "indirect")]),
    (
        "Farmers say it is dry, and some fear it will stay so.",
        [("Farmers", "say", "it is dry", "indirect"), ("some", "fear", "it will stay so", "indirect")],
    ),
    ("It may blow, geologists say, though others doubt it.", [("geologists", "say", "It may blow", "indirect")]),
    ("“It fell,” warned the study’s lead author.", [("the study’s lead author", "warned", "It fell,", "direct")]),
    (
        "Asked by the Echo if she would go, Ann laughed and said: “No.”",
        [("Ann", "said", "No.", "direct")],
    ),
    ("A man who answered the door told the Echo it fell.", [("A man", "told", "it fell", "indirect")]),
    ("According to papers seen by the Echo, it fell.", [("papers", "According to", "it fell", "indirect")]),
    (
        "According to Ann Lee, who cited the mayor, it fell.",
        [("Ann Lee", "According to", "it fell", "indirect"), ("the mayor", "cited", "it fell", "indirect")],
    ),
    (
        "The Echo said it fell, citing two officials.",
        [("The Echo", "said", "it fell", "indirect"), ("two officials", "citing", "it fell", "indirect")],
    ),
    ("The coroner said six miners died.", [("The coroner", "said", "six miners died", "indirect")]),
    ("The coroner said talks had failed.", [("The coroner", "said", "talks had failed", "indirect")]),
    ("The coroner said many drowned.", [("The coroner", "said", "many drowned", "indirect")]),
    ("Ann said up to 50 homes had burned.", [("Ann", "said", "up to 50 homes had burned", "indirect")]),
    ("Ann told the Echo at least 50 men died.", [("Ann", "told", "at least 50 men died", "indirect")]),
    ("Another said hopes rose.", [("Another", "said", "hopes rose", "indirect")]),
    ("The girl whose boat sank told police it leaked.", [("The girl", "told", "it leaked", "indirect")]),
    ("The girl whose aunt drowned said it leaked.", [("The girl", "said", "it leaked", "indirect")]),
    ("Harlo, owner of “Gull”, said profits fell.", [("Harlo", "said", "profits fell", "indirect")]),
    ("Counsel submitted that it was late.", [("Counsel", "submitted", "it was late", "indirect")]),
    (
        "Ann told the Echo in a talk recorded on Monday that it fell.",
        [("Ann", "told", "it fell", "indirect")],
    ),
    (
        "Ann said in May that it fell, but in June Bo said it stood.",
        [("Ann", "said", "it fell", "indirect"), ("Bo", "said", "it stood", "indirect")],
    ),
    (
        "Ann said that Bo had told her to go, adding that she stayed.",
        [
            ("Ann", "said", "Bo had told her to go", "indirect"),
            ("Bo", "had told", "her to go", "indirect"),
            ("Ann", "adding", "she stayed", "indirect"),
        ],
    ),
    (
        "Ann said it fell, a claim rejected by Bo Dahl.",
        [("Ann", "said", "it fell", "indirect"), ("Bo Dahl", "rejected", "a claim", "indirect")],
    ),
    ("Ann called the plan reckless.", [("Ann", "called", "the plan reckless", "reported")]),
    ("Ann called Bo a liar.", [("Ann", "called", "Bo a liar", "reported")]),
    ("Ruling families said it fell.", [("Ruling families", "said", "it fell", "indirect")]),
    ("Ann did not only say that it fell.", [("Ann", "did not only say", "it fell", "indirect")]),
    ("Ann does not believe that it fell.", [("Ann", "does not believe", "it fell", "indirect")]),
    ("Ann said it fell but gave no details.", [("Ann", "said", "it fell", "indirect")]),
    ("Ann said it fell, without giving details.", [("Ann", "said", "it fell", "indirect")]),
    (
        "“It fell,” Ann said, going on to say that nobody was hurt.",
        [("Ann", "said", "It fell,", "direct"), ("Ann", "to say", "nobody was hurt", "indirect")],
    ),
    (
        "“I love it,” Ann said, but “when it rains, it leaks.”",
        [("Ann", "said", "I love it, … when it rains, it leaks.", "direct")],
    ),
    (
        "Bo “is the best we have,” retired judge Ann Lee said.",
        [("retired judge Ann Lee", "said", "Bo “is the best we have,”", "mixed")],
    ),
    ("Ann called him a “fool,” a “liar” and “mad.”", [("Ann", "called", "him a “fool,” a “liar” and “mad.”", "mixed")]),
    (
        "Lee said the pier, which shook, quickly closed.",
        [("Lee", "said", "the pier, which shook, quickly closed", "indirect")],
    ),
    ("Bo told her the pier had gone.", [("Bo", "told", "the pier had gone", "indirect")]),
    ("The dam is “weak” “and old”, Ann said.", [("Ann", "said", "The dam is “weak” “and old”", "mixed")]),
    ("Ann said two weeks ago it fell.", [("Ann", "said", "it fell", "indirect")]),
    ("The gate shook, but Bo, who built it, said it stood.", [("Bo", "said", "it stood", "indirect")]),
    ("They, the crews of the port, said it stood.", [("They", "said", "it stood", "indirect")]),
    ("Deputies claim the dam was weak.", [("Deputies", "claim", "the dam was weak", "indirect")]),
    ("The board was fined for wrongly claiming it was safe.", [("The board", "claiming", "it was safe", "indirect")]),
    (
        "Ann said it fell, Bo said “it stood.”",
        [("Ann", "said", "it fell", "indirect"), ("Bo", "said", "it stood.", "direct")],
    ),
    ("Bo warned people camping by the weir that it was full.", [("Bo", "warned", "it was full", "indirect")]),
    ("The so-called “experts” said it fell.", [("The so-called “experts”", "said", "it fell", "indirect")]),
]

OBJECTS: list[tuple[str, list[Row]]] = [
    ("Ann rejected the offer on Monday.", [("Ann", "rejected", "the offer", "reported")]),
    ("Ann denied the charge last week.", [("Ann", "denied", "the charge", "reported")]),
    ("Ann denied the charge in court on Monday.", [("Ann", "denied", "the charge in court", "reported")]),
    ("Ann condemned the attack on Monday.", [("Ann", "condemned", "the attack on Monday", "reported")]),
    ("Ann criticised the plan for Monday.", [("Ann", "criticised", "the plan for Monday", "reported")]),
    ("Ann denied drinking before the flight.", [("Ann", "denied", "drinking before the flight", "reported")]),
    ("In what police described as an attack, Bo fell.", [("police", "described as", "an attack", "reported")]),
    ("Ann spoke of a loud bang while on the quay.", [("Ann", "spoke of", "a loud bang", "reported")]),
    ("Ann warned of snow, ice and wind on Monday.", [("Ann", "warned of", "snow, ice and wind", "reported")]),
    (
        "Ann said it fell and promised refunds.",
        [("Ann", "said", "it fell", "indirect"), ("Ann", "promised", "refunds", "reported")],
    ),
    ("Ann criticised what the board had done.", [("Ann", "criticised", "what the board had done", "reported")]),
    ("Ann spoke about the pier, but when it rained she left.", [("Ann", "spoke about", "the pier", "reported")]),
    ("Ann, openly criticising the plan, left.", [("Ann", "criticising", "the plan", "reported")]),
]

NOUNS: list[tuple[str, list[Row]]] = [
    ("His claim that it fell has been rejected.", [("His", "claim", "it fell", "indirect")]),
    ("Ann’s warning that it would fall was ignored.", [("Ann’s", "warning", "it would fall", "indirect")]),
    ("Despite Ann’s warning that it was weak, nobody left.", [("Ann’s", "warning", "it was weak", "indirect")]),
    ("Ann’s message to staff was clear.", []),
    ("Ann’s complaint to the board came late.", []),
    ("Ann’s plea for calm went unheard.", [("Ann’s", "plea", "calm", "indirect")]),
]

HEADINGS: list[tuple[str, list[Row]]] = [
    ("Mayor: no cuts to libraries", [("Mayor", None, "no cuts to libraries", "indirect")]),
    ("Union leaders: strike will go on", [("Union leaders", None, "strike will go on", "indirect")]),
    ("No cuts to libraries: mayor", [("mayor", None, "No cuts to libraries", "indirect")]),
    ("Pier unsafe – council", [("council", None, "Pier unsafe", "indirect")]),
    ("Study: gulls prefer chips", [("Study", None, "gulls prefer chips", "indirect")]),
    ("Aldmoor: a history", []),
    ("Video: gulls eat chips", []),
    ("Cup final - live updates", []),
    ("Read more: the numbers", []),
]

SILENT = [
    "The mayor did not answer the Courier’s calls.",
    "The mayor declined to comment.",
    "Ann refused to comment on the report.",
    "The mayor could not be reached for comment.",
    "The firm did not immediately respond to a request for comment.",
    "The firm did not respond to questions about whether it was safe.",
    "A spokesman declined to say whether it was safe.",
    "The board did not say whether it would pay.",
    "Nobody has said who will pay.",
    "Neither the firm nor the union would comment.",
    "At her school in Aldmoor, Ann said nothing.",
    "The book that she wrote was good.",
    "Ann never claimed that it was sound.",
    "Ann has not said that it was sound.",
    "Ann did not say: “It is sound.”",
    "Nobody said it was sound.",
    "If Ann says it is sound, we stay.",
    "Ann left without saying that it was sound.",
    "Ann failed to say that it was sound.",
    "Did Ann say it was sound?",
    "The jury was never told that it was sound.",
    "The neighbours called the fire brigade.",
    "Ann called off the race.",
    "The board called an early vote.",
    "Bo was bowled after dismissing captain Ann Lee.",
    "The Gull Press published the book.",
    "Ann disclosed this on Monday.",
    "The Echo cited two officials.",
    "As Ann Lee put it.",
    "Fares rise according to how far people ride.",
    "Ann Lee was quoted as saying by the Echo.",
    "Ann Lee was sharply criticised",
    "Ann could put it in the yard.",
    "This insurance claim the yard paid.",
]

ACTS = [
    "Fares rose, as drivers began to strike.",
    "The pier closed, as anglers continued to complain.",
    "Ann Lee is suing the Courier.",
    "The ports have disputed the channel since 1951.",
    "The firm has offered 3%.",
    "Harlo and Gull were discussing a merger.",
    "Her words were echoed by the mayor.",
    "The sale was first reported by the Courier.",
    "Police found a body.",
    "The body was found by police.",
    "Those who pay are few.",
]

GOING_ON: list[tuple[str, list[Row]]] = [
    (
        "Two sank, the board has said, as divers continued to look.",
        [("the board", "has said", "Two sank … as divers continued to look", "indirect")],
    ),
    ("The price, she went on to say, was fair.", [("she", "went", "The price … was fair", "indirect")]),
    ("Ann said she wrote twice but heard nothing.", [("Ann", "said", "she wrote twice but heard nothing", "indirect")]),
    (
        "Bo said he warned the port but never heard back.",
        [
            ("Bo", "said", "he warned the port but never heard back", "indirect"),
        ],
    ),
    (
        "Ann said the town had been promised a school but none was built.",
        [("Ann", "said", "the town had been promised a school but none was built", "indirect")],
    ),
    (
        "Bo accused the club of “ruining” it after it sold him.",
        [("Bo", "accused", "the club of “ruining” it after it sold him", "mixed")],
    ),
    (
        "Bo accused the club of ‘ruining a life’ after it lost.",
        [("Bo", "accused", "the club of ‘ruining a life’", "mixed")],
    ),
    ("Ann called it “a mess” when she left.", [("Ann", "called", "it “a mess”", "mixed")]),
]

CALLED: list[tuple[str, list[Row]]] = [
    ("A band known as the Gulls said it fell.", [("A band known as the Gulls", "said", "it fell", "indirect")]),
    ("A man identified as the cook said it fell.", [("A man identified as the cook", "said", "it fell", "indirect")]),
    (
        "A band calling itself the Gulls claimed responsibility.",
        [("A band calling itself the Gulls", "claimed", "responsibility", "reported")],
    ),
]

TAKEN: list[tuple[str, list[Row]]] = [
    ("Ann said pay was low.", [("Ann", "said", "pay was low", "indirect")]),
    ("The union said trust had gone.", [("The union", "said", "trust had gone", "indirect")]),
    ("Bo advised anyone to go.", [("Bo", "advised", "anyone to go", "indirect")]),
    (
        "Bo advised walkers crossing the marsh to turn back.",
        [("Bo", "advised", "walkers crossing the marsh to turn back", "indirect")],
    ),
    (
        "Ann told families sleeping in the hall to go home.",
        [("Ann", "told", "families sleeping in the hall to go home", "indirect")],
    ),
    ("The inquiry found grave errors.", [("The inquiry", "found", "grave errors", "reported")]),
    ("An audit found $4 million in late fees.", [("An audit", "found", "$4 million in late fees", "reported")]),
    (
        "Ann Lee, whose aunt has sold eels here since 1920, plans to close.",
        [("Ann Lee", "plans", "to close", "indirect")],
    ),
    ("Ann Lee, the mayor, hopes to stay.", [("Ann Lee", "hopes", "to stay", "indirect")]),
    ("Bo offered a full apology.", [("Bo", "offered", "a full apology", "reported")]),
    ("Ann pleads that it is unfair.", [("Ann", "pleads", "it is unfair", "indirect")]),
    ("Counsel put it to Bo that he had lied.", [("Counsel", "put it", "he had lied", "indirect")]),
    ("He pointed to research that found eels can swim.", [("research", "found", "eels can swim", "indirect")]),
    (
        "The fire is out, Aldmoor Today, which said it saw a film, reported.",
        [
            ("Aldmoor Today", "reported", "The fire is out", "indirect"),
            ("which", "said", "it saw a film", "indirect"),
        ],
    ),
]

CITED = [
    "The Echo reported on Monday, citing Ann Lee, that it fell.",
    "It fell, the Echo reported, citing Ann Lee.",
    "Citing Ann Lee, the Echo reported that it fell.",
    "The Echo said it fell, quoting Ann Lee.",
    "According to the Echo, which cited Ann Lee, it fell.",
    "The Echo, which cited Ann Lee, said that it fell.",
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_month_a_name_and_an_auxiliary_of_one_form_are_told_apart(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), PASSIVES)
def test_a_passive_reports_what_follows_or_precedes_it(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "content"), QUOTED_AS)
def test_what_one_is_quoted_as_saying_is_without_when_and_to_whom(text: str, content: str) -> None:
    (said,) = [row for row in rows(text) if row[1] in ("saying", "telling")]
    assert (said[0], said[2]) == ("Ann Lee", content)


@pytest.mark.parametrize("text", [text for text, _ in QUOTED_AS if "Echo quoted" in text or "by the Echo" in text])
def test_who_quotes_somebody_passes_the_words_on(text: str) -> None:
    assert chains(text) == [("Ann Lee", "Echo")]


@pytest.mark.parametrize("text", CITED)
def test_who_is_cited_said_it_through_who_cites(text: str) -> None:
    assert (chains(text), [row[2].lower() for row in rows(text)]) == ([("Ann Lee", "Echo")], ["it fell"] * 2)


def test_who_quotes_somebody_quotes_what_goes_on_in_the_next_sentence() -> None:
    relay, said = parse_article("“It fell,” Ann Lee was quoted by the Echo as saying. “It hurt.”").statements
    assert (said.content, relay.content) == ("It fell, It hurt.", "It fell, Ann Lee as saying It hurt.")


def test_a_denial_of_saying_is_no_saying() -> None:
    assert rows("Ann denied ever saying it was sound.") == [("Ann", "denied", "saying it was sound", "reported")]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_a_clause_is_read_whatever_stands_between_it_and_its_verb(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), OBJECTS)
def test_an_object_is_reported_without_the_time_of_its_verb(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_a_noun_reports_its_clause_and_not_what_is_said_of_it(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_a_heading_reports_by_a_colon_or_dash_alone(heading: str, expected: list[Row]) -> None:
    assert rows(f"{heading}\nIt rained.") == expected


@pytest.mark.parametrize("text", ACTS)
def test_what_is_done_is_no_statement(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(("text", "expected"), GOING_ON)
def test_what_is_said_ends_where_the_writer_goes_on(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_what_a_speaker_is_called_is_part_of_the_speaker(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_a_verb_is_read_with_what_it_can_take(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_said_is_no_statement(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize("adverb", ["reportedly", "allegedly"])
def test_an_adverb_of_hearsay_before_a_cue_is_its_hedge(adverb: str) -> None:
    (statement,) = parse_article(f"Ann {adverb} denied the charge.").statements
    evidence = statement.evidence[0]
    assert (evidence.stance, adverb in [hedge.text for hedge in evidence.hedges]) == (Stance.distanced, True)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The dam has reportedly burst.", "The dam has … burst"),
        ("Bo allegedly stole it.", "Bo … stole it"),
        ("Bo, who allegedly stole it, was held.", "who … stole it"),
    ],
)
def test_an_adverb_of_hearsay_alone_gives_its_clause_to_nobody(text: str, content: str) -> None:
    (statement,) = parse_article(text).statements
    told = " … ".join(span.exact for span in statement.evidence[0].content.spans)
    assert (told, statement.voice) == (content, Voice.arbitrary)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brentol, the oil giant, rose. The oil giant said it fell.", ["Brentol"]),
        ("The Harwick Ferry Company met. The ferry company said it fell.", ["Harwick Ferry Company"]),
        ("The Dockers’ Union met. The dockers’ union said it fell.", ["Dockers’ Union"]),
        ("Harlo plc owns the quay. The company said it fell.", ["Harlo plc"]),
        ("Harlo plc owns the quay. The harbour company said it fell.", ["The harbour company"]),
        ("Dockside Union met. The dockers’ union said it fell.", ["The dockers’ union"]),
        ("Harlo plc owns the quay. The council said it fell.", ["The council"]),
        ("The Harwick Council met. The company said it fell.", ["The company"]),
    ],
)
def test_a_body_is_only_pointed_to_by_words_that_were_printed_with_it(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    ["The pier fell, as crews began to clear it.", "Fares rose, as banks continued to lend.", "It fell as Lee began."],
)
def test_what_goes_on_as_somebody_begins_is_no_report(text: str) -> None:
    assert speakers(text) == []


def test_what_goes_on_does_not_pass_on_a_report() -> None:
    assert speakers("Ten fell, the harbour has said, as crews began to leave.") == ["the harbour"]


def test_who_is_brought_in_after_a_report_is_no_part_of_it() -> None:
    text = "The board said it fell, with its chair, Ann Lee, warning that it was weak."
    assert [row[2] for row in rows(text)] == ["it fell", "it was weak"]
