"""Dossiers in schema.org's vocabulary: read by other tools with the same counts and values, and nothing asserted."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings

from onrecord import (
    Builder,
    Dossier,
    Factuality,
    InvalidValueError,
    Name,
    Point,
    RelativePosition,
    Role,
    TimeBasis,
    When,
    load_seed,
)
from onrecord._interop._schema_org import EVENT_NOTE, to_schema_org
from onrecord.testing import dossiers

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "schema-org.md"
NODE = shutil.which("node")
MODULES = Path(os.environ.get("ONRECORD_NODE_MODULES", ROOT / "node_modules"))
TSC = MODULES / "typescript" / "bin" / "tsc"
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")
SCHEMA = "https://schema.org/"
INNER = {
    "PropertyValue": {"name", "propertyID", "value", "unitCode"},
    "GeoCoordinates": {"latitude", "longitude"},
    "GeoCircle": {"geoMidpoint", "geoRadius"},
    "OrganizationRole": {"roleName", "memberOf", "startDate", "endDate", "description"},
}
DATES = ("datePublished", "dateCreated", "startDate", "endDate")
DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?")


def documented() -> dict[str, set[str]]:
    """The properties of each type, as the page tells them."""
    found: dict[str, set[str]] = {name: set(keys) for name, keys in INNER.items()}
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, rest = section.partition("\n")
        for kind in re.findall(r"`(\w+)`", heading):
            found.setdefault(kind, set()).update(re.findall(r"^\| `(\w+)` \|", rest, re.MULTILINE))
    return found


PROPERTIES = documented()


def graph_of(d: Dossier) -> list[dict[str, Any]]:
    return to_schema_org(d)["@graph"]  # type: ignore[no-any-return]


def node_of(d: Dossier, key: str) -> dict[str, Any]:
    return next(node for node in graph_of(d) if node["@id"] == f"urn:onrecord:{key}")


def nodes_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every node that is described, however deep: no mere reference."""
    if isinstance(value, dict) and "@type" in value:
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes_in(part)


def references_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict) and "@id" in value:
        yield value["@id"]
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from references_in(part)


# --- of every dossier ------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(dossiers())
def test_every_object_has_its_node(d: Dossier) -> None:
    nouns = [noun.id for table in (d.sources, d.actors, d.locations, d.events, d.statements) for noun in table]
    accounts = sum(len(statement.accounts) for statement in d.statements)
    assert len(graph_of(d)) == len(nouns) + accounts


@settings(max_examples=40)
@given(dossiers())
def test_every_statement_is_a_quotation_of_its_words(d: Dossier) -> None:
    told = [node["text"] for node in graph_of(d) if node["@type"] == "Quotation"]
    assert told == [statement.content for statement in d.statements]


@settings(max_examples=60)
@given(dossiers())
def test_every_property_is_one_that_the_page_gives_its_type(d: Dossier) -> None:
    for node in nodes_in(graph_of(d)):
        assert set(node) - {"@type", "@id"} <= PROPERTIES[node["@type"]], node


@settings(max_examples=40)
@given(dossiers())
def test_nodes_have_absolute_iris_of_their_own(d: Dossier) -> None:
    keys = [node["@id"] for node in graph_of(d)]
    assert len(set(keys)) == len(keys)
    assert all(IRI.fullmatch(key) for key in references_in(graph_of(d)))


@settings(max_examples=40)
@given(dossiers())
def test_every_reference_is_to_a_node(d: Dossier) -> None:
    assert set(references_in(graph_of(d))) == {node["@id"] for node in graph_of(d)}


@settings(max_examples=60)
@given(dossiers())
def test_every_date_is_a_whole_day_or_a_clock_time(d: Dossier) -> None:
    assert all(DATE.fullmatch(node[key]) for node in nodes_in(graph_of(d)) for key in DATES if key in node)


@settings(max_examples=40)
@given(dossiers())
def test_an_event_has_no_status_and_no_time_or_place_but_its_own(d: Dossier) -> None:
    for event in d.events:
        node = next(node for node in graph_of(d) if node["@id"] == iri(event.id))
        assert "eventStatus" not in node
        assert ("location" in node) == (event.where is not None)
        assert event.when is not None or "startDate" not in node


@settings(max_examples=40)
@given(dossiers())
def test_json_writes_and_reads_it_unchanged(d: Dossier) -> None:
    assert json.loads(json.dumps(to_schema_org(d))) == to_schema_org(d)


def iri(key: str) -> str:
    return "urn:onrecord:" + quote(key, safe="")


def test_equal_dossiers_are_written_alike() -> None:
    d = load_seed()
    tables: dict[str, Any] = {
        name: list(getattr(d, name)) for name in ("sources", "actors", "locations", "events", "statements")
    }
    for table in tables.values():
        random.Random(7).shuffle(table)
    assert json.dumps(to_schema_org(Dossier(**tables))) == json.dumps(to_schema_org(d))


# --- one by one ------------------------------------------------------------------------------------------------------


def fire() -> Dossier:
    """A fire of which one says that it was, one that it was not, one that it should be, and one nothing."""
    b = Builder()
    b.location("Town", kind="settlement", id="town")
    harbour = b.location("Harbour", id="harbour", within="town")
    paper, desk = (
        b.actor("The Paper", kind="organisation", id="paper"),
        b.actor("A reporter", anonymous=True, id="desk"),
    )
    text = "“It burnt,” Ann said. “It did not,” said Bo. “Burn it,” said Cy. “No idea,” said Di."
    story = b.source(text=text, id="story", kind="article", title="Fire?", publisher=paper, authors=[desk])
    feast = b.event("Harbour feast", id="feast", when="2031-05-05/2031-05-07", where=harbour)
    event = b.event("Fire at the harbour", id="fire", part_of=feast)
    night = When(value="2031-05-05T22/2031-05-06T06", text="overnight")
    part = b.participant("victim", desk, factuality="possible")
    told = [
        ("It burnt,", "Ann", b.account(event, when=night, where=harbour, participants=[part])),
        ("It did not,", "Bo", b.account(event, factuality="certainly_not", when="2031-05-06")),
        ("Burn it,", "Cy", b.account(event, status="demanded", when="2031-05-05T12:00/..")),
        ("No idea,", "Di", b.account(event, factuality="unknown")),
    ]
    for words, name, account in told:
        speaker = b.actor(name, kind="person", id=name.lower())
        b.quote(story, words, speaker=speaker, speaker_words=name, accounts=[account], id=f"{name.lower()}-says")
    return b.build()


def test_the_context_stands_in_the_file() -> None:
    assert to_schema_org(fire())["@context"] == {"@vocab": SCHEMA}


def test_an_account_is_a_claim_of_its_speaker_that_appears_in_its_sources() -> None:
    assert node_of(fire(), "ann-says#claim-0") == {
        "@type": "Claim",
        "@id": "urn:onrecord:ann-says#claim-0",
        "additionalType": "account",
        "text": "It burnt,",
        "author": {"@id": "urn:onrecord:ann"},
        "appearance": [{"@id": "urn:onrecord:story"}],
        "isBasedOn": [{"@id": "urn:onrecord:ann-says"}],
        "about": [{"@id": "urn:onrecord:fire"}],
        "keywords": ["status: occurred", "factuality: certain", "victim:desk: possible"],
        "contentLocation": {"@id": "urn:onrecord:harbour"},
        "temporal": ["when: 2031-05-05T22/2031-05-06T06"],
        "mentions": [{"@id": "urn:onrecord:desk"}],
    }


def test_a_denial_says_so() -> None:
    claim = node_of(fire(), "bo-says#claim-0")
    assert (claim["text"], claim["keywords"][1]) == ("It did not,", "factuality: certainly_not")


@pytest.mark.parametrize("speaker", ["cy", "di"])
def test_a_demand_and_a_doubt_claim_nothing(speaker: str) -> None:
    assert node_of(fire(), f"{speaker}-says#account-0")["@type"] == "CreativeWork"


def test_what_is_denied_in_a_detail_is_claimed() -> None:
    b = Builder()
    event, ann = b.event("Fire", id="fire"), b.actor("Ann", id="ann")
    not_ann = b.participant("agent", ann, factuality="certainly_not")
    b.says(
        b.source(text="No."), "No.", id="s1", accounts=[b.account(event, factuality="unknown", participants=[not_ann])]
    )
    assert node_of(b.build(), "s1#claim-0")["keywords"] == [
        "status: occurred",
        "factuality: unknown",
        "agent:ann: certainly_not",
    ]


def test_an_event_has_nothing_of_its_accounts() -> None:
    assert node_of(fire(), "fire") == {
        "@type": "Event",
        "@id": "urn:onrecord:fire",
        "name": "Fire at the harbour",
        "superEvent": {"@id": "urn:onrecord:feast"},
        "description": [EVENT_NOTE],
    }


def test_what_holds_of_an_event_apart_from_any_account_is_its_own() -> None:
    feast = node_of(fire(), "feast")
    assert (feast["startDate"], feast["endDate"], feast["location"]["@id"]) == (
        "2031-05-05",
        "2031-05-07",
        "urn:onrecord:harbour",
    )


def test_a_quotation_is_attributed_within_its_sources() -> None:
    quotation = node_of(fire(), "ann-says")
    told = ("spokenByCharacter", "creator", "creditText", "isPartOf", "keywords")
    assert [quotation[name] for name in told] == [
        {"@id": "urn:onrecord:ann"},
        {"@id": "urn:onrecord:ann"},
        "Ann",
        [{"@id": "urn:onrecord:story"}],
        ["voice: other", "form: direct", "medium: unknown"],
    ]


@pytest.mark.parametrize("options", [{"form": "indirect"}, {"translated": True}])
def test_words_that_are_not_the_speakers_own_have_no_creator(options: dict[str, Any]) -> None:
    b = Builder()
    b.quote(b.source(text="“No,” Ann said."), "No,", speaker=b.actor("Ann"), id="s1", **options)
    quotation = node_of(b.build(), "s1")
    assert "spokenByCharacter" in quotation
    assert "creator" not in quotation


@pytest.mark.parametrize(
    ("translated", "expected"),
    [(None, ("en", None)), (False, ("uk", None)), (True, ("en", "uk"))],
)
def test_a_translations_language_is_that_of_the_page(translated: Any, expected: tuple[Any, Any]) -> None:
    b = Builder()
    story = b.source(text="“No,” Ann said.", language="en")
    b.quote(story, "No,", id="s1", language="uk", translated=translated)
    quotation = node_of(b.build(), "s1")
    assert (quotation["inLanguage"], quotation.get("translationOfWork", {}).get("inLanguage")) == expected


@pytest.mark.parametrize(
    ("value", "date", "words"),
    [
        ("2031-05-07", "2031-05-07", None),
        ("2031-05-07T10:30+02:00", "2031-05-07T10:30+02:00", None),
        ("2031-05-07T10:30:15Z", "2031-05-07T10:30:15Z", None),
        ("2031-05", None, ["published: 2031-05"]),
        ("2031-05-07~", None, ["published: 2031-05-07~"]),
        ("2031-05-07T10", None, ["published: 2031-05-07T10"]),
        ("2031-05-07T10:30[Europe/Kyiv]", None, ["published: 2031-05-07T10:30[Europe/Kyiv]"]),
        ("2031-05-05/2031-05-07", None, ["published: 2031-05-05/2031-05-07"]),
    ],
)
def test_a_vague_time_is_told_in_words(value: str, date: str | None, words: list[str] | None) -> None:
    b = Builder()
    b.source(id="story", published=value)
    node = node_of(b.build(), "story")
    assert (node.get("datePublished"), node.get("temporal")) == (date, words)


def test_a_date_that_was_worked_out_says_so() -> None:
    b = Builder()
    b.source(id="story", published=When(value="2031-05-07", basis=TimeBasis.inferred))
    assert node_of(b.build(), "story")["temporal"] == ["published: 2031-05-07 (inferred)"]


@pytest.mark.parametrize("value", ["2031-05-05/", "2031-05-05/..", "2031-05-05/2031-06", "../2031-05-05"])
def test_an_open_or_vague_interval_of_an_event_has_no_dates(value: str) -> None:
    b = Builder()
    b.event("Feast", id="feast", when=value)
    node = node_of(b.build(), "feast")
    assert set(node) & set(DATES) == set()
    assert node["description"] == [EVENT_NOTE, f"when: {value}"]


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("2031-05-05/..", True),
        ("../2031-05-05", True),
        ("2031-05-05", True),
        ("2031-05-05/", False),
        ("2031-05/..", False),
    ],
)
def test_a_claim_covers_an_interval(value: str, plain: bool) -> None:
    b = Builder()
    b.says(b.source(text="No."), "No.", id="s1", accounts=[b.account(b.event("Fire", id="fire"), when=value)])
    assert node_of(b.build(), "s1#claim-0").get("temporalCoverage") == (value if plain else None)


def test_a_place_has_its_point_with_its_radius_of_doubt() -> None:
    b = Builder()
    b.location("Quay", id="quay", point=Point(latitude=54.5, longitude=18.5, radius=50))
    assert node_of(b.build(), "quay")["geo"] == {
        "@type": "GeoCircle",
        "geoMidpoint": {"@type": "GeoCoordinates", "latitude": 54.5, "longitude": 18.5},
        "geoRadius": 50,
    }


def test_a_place_without_coordinates_has_none() -> None:
    assert node_of(fire(), "harbour") == {
        "@type": "Place",
        "@id": "urn:onrecord:harbour",
        "additionalType": "other",
        "name": "Harbour",
        "containedInPlace": {"@id": "urn:onrecord:town"},
    }


def test_a_position_told_from_another_place_stays_so() -> None:
    b = Builder()
    town = b.location("Town", id="town")
    b.location("Mast", id="mast", relative=RelativePosition(to=town.id, text="12 miles east", distance=19312.0))
    told = [(one["name"], one["value"]) for one in node_of(b.build(), "mast")["additionalProperty"]]
    assert told == [("relative position", "12 miles east"), ("relative to", "urn:onrecord:town"), ("distance", 19312.0)]


def test_a_role_stands_between_a_person_and_what_it_is_held_in() -> None:
    b = Builder()
    land = b.actor("The land", kind="state", id="land")
    held = Role(title="president", of=land.id, when=When(value="2030-01-01/2031-05-07"))
    b.actor("Ann Lee", kind="person", id="ann", roles=[held], names=[Name(value="A. Lee")])
    node = node_of(b.build(), "ann")
    assert (node["jobTitle"], node["alternateName"], node["memberOf"][0]["endDate"]) == (
        ["president"],
        ["A. Lee"],
        "2031-05-07",
    )


def test_a_base_of_the_callers_stands_before_every_id() -> None:
    told = to_schema_org(fire(), base="https://desk.example/case/")
    assert all(key.startswith("https://desk.example/case/") for key in references_in(told))


def test_a_base_that_is_no_absolute_iri_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="base must be an absolute IRI"):
        to_schema_org(Dossier(), base="case/")


# --- the field's own tools -------------------------------------------------------------------------------------------


def no_network(url: str, _: Any) -> Any:
    pytest.fail(f"the network was asked for {url}")


@pytest.fixture(name="ask", scope="module")
def ask_fixture() -> Any:
    """SPARQL over the seed's graph, as rdflib reads it from the JSON text; the context is in it, so no network is."""
    rdflib = pytest.importorskip("rdflib", reason="NOT TESTED: schema.org asked by SPARQL, for rdflib is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's reader uses what rdflib deprecates
        graph = rdflib.Graph().parse(data=json.dumps(to_schema_org(load_seed())), format="json-ld")

    def ask(query: str) -> list[tuple[str, ...]]:
        rows = graph.query(f"PREFIX s: <{SCHEMA}> {query}")
        return [tuple(str(value) for value in row) for row in rows]

    return ask


def test_sparql_counts_as_many_of_each_as_the_dossier_has(ask: Any) -> None:
    d = load_seed()
    held = Counter(dict(ask("SELECT ?t (COUNT(?x) AS ?n) WHERE { ?x a ?t } GROUP BY ?t")))
    counted = {name: int(held[SCHEMA + name]) for name in ("Quotation", "Event", "NewsArticle", "Person")}
    assert counted == {
        "Quotation": len(d.statements),
        "Event": len(d.events),
        "NewsArticle": sum(str(source.kind) == "article" for source in d.sources),
        "Person": sum(str(actor.kind) == "person" for actor in d.actors),
    }


def test_sparql_finds_what_a_speaker_says(ask: Any) -> None:
    d = load_seed()
    zelensky = next(actor for actor in d.actors if actor.name == "Volodymyr Zelensky")
    found = ask('SELECT ?w WHERE { ?q a s:Quotation; s:text ?w; s:spokenByCharacter/s:name "Volodymyr Zelensky" }')
    said = sorted(statement.content for statement in d.statements if statement.speaker == zelensky.id)
    assert said
    assert sorted(words for (words,) in found) == said


def test_sparql_finds_who_denies_an_event_apart_from_who_claims_it(ask: Any) -> None:
    d = load_seed()
    found = ask(
        "SELECT ?c WHERE { ?c a s:Claim; s:about <urn:onrecord:kremlin-drone-strike>; s:keywords "
        '"factuality: certainly_not" }'
    )
    denied = [
        f"urn:onrecord:{statement.id}#claim-{number}"
        for statement in d.statements
        for number, account in enumerate(statement.accounts)
        if account.event == "kremlin-drone-strike" and account.factuality is Factuality.certainly_not
    ]
    assert sorted(key for (key,) in found) == sorted(denied)


def test_sparql_finds_in_which_work_a_claim_appears(ask: Any) -> None:
    d = load_seed()
    found = ask("SELECT ?c ?w WHERE { ?c a s:Claim; s:appearance ?w . ?w a ?t }")
    claims = {node["@id"]: node for node in graph_of(d) if node["@type"] == "Claim"}
    assert sorted(found) == sorted((key, work["@id"]) for key in claims for work in claims[key].get("appearance", ()))


def test_sparql_finds_no_time_of_an_event_but_what_holds_of_itself(ask: Any) -> None:
    d = load_seed()
    found = ask("SELECT ?e ?d WHERE { ?e a s:Event; s:startDate ?d }")
    own = [(iri(event.id), event.when.value) for event in d.events if event.when is not None]
    assert sorted(found) == sorted(own)


@settings(max_examples=15)
@given(dossiers())
def test_a_json_ld_processor_that_expands_and_compacts_gives_the_same(d: Dossier) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="NOT TESTED: schema.org read by PyLD, which is not installed")
    told, offline = to_schema_org(d), {"documentLoader": no_network}
    again = jsonld.compact(jsonld.expand(told, offline), told["@context"], {**offline, "graph": True})
    assert [_loosened(node) for node in again["@graph"]] == [_loosened(node) for node in told["@graph"]]


def _loosened(value: Any) -> Any:
    """JSON-LD makes no difference between one value and a list of one."""
    if isinstance(value, list):
        return _loosened(value[0]) if len(value) == 1 else [_loosened(part) for part in value]
    if isinstance(value, dict):
        return {key: _loosened(part) for key, part in value.items()}
    return value


needs_tsc = pytest.mark.skipif(
    NODE is None or not TSC.is_file() or not (MODULES / "schema-dts").is_dir(),
    reason=f"NOT TESTED: schema.org's types in TypeScript: no Node, or typescript and schema-dts are not in {MODULES}",
)


def judged_by_tsc(nodes: list[dict[str, Any]], tmp_path: Path) -> str:
    """What TypeScript says of nodes as schema-dts has their types; nothing, if all is right."""
    assert NODE is not None
    page = tmp_path / "graph.ts"
    data = json.dumps({"@context": "https://schema.org", "@graph": nodes})
    page.write_text(f'import type {{ Graph }} from "schema-dts";\nexport const graph: Graph = {data};\n')
    (tmp_path / "node_modules").symlink_to(MODULES.resolve())
    options = ["--strict", "--noEmit", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"]
    done = subprocess.run(
        [NODE, TSC, *options, page], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, timeout=240
    )
    return done.stdout + done.stderr


def shapes(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first node of each shape: type and properties, however deep."""
    return list({json.dumps(_shape(node), sort_keys=True): node for node in nodes}.values())


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: part if key == "@type" else _shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return sorted({json.dumps(_shape(part), sort_keys=True) for part in value})
    return type(value).__name__


@needs_tsc
def test_typescript_finds_every_node_to_be_as_schema_org_has_its_type(tmp_path: Path) -> None:
    nodes = [*graph_of(load_seed()), *graph_of(fire())]

    @settings(max_examples=25, database=None)
    @given(dossiers())
    def collect(d: Dossier) -> None:
        nodes.extend(graph_of(d))

    collect()
    assert judged_by_tsc(shapes(nodes), tmp_path) == ""


@needs_tsc
@pytest.mark.parametrize(
    "node",
    [
        {"@type": "Quotation", "@id": "a:b", "spokenByCharacterr": {"@id": "a:c"}},
        {"@type": "Event", "@id": "a:b", "text": "It burnt."},
        {"@type": "Quotatio", "@id": "a:b"},
    ],
)
def test_typescript_finds_what_is_not_schema_orgs(node: dict[str, Any], tmp_path: Path) -> None:
    assert "error TS" in judged_by_tsc([node], tmp_path)


@pytest.mark.parametrize("x", [Dossier().statements, None])
def test_what_is_no_dossier_is_refused(x: Any) -> None:
    with pytest.raises(InvalidValueError, match="only a whole dossier can be exported so"):
        to_schema_org(x)
