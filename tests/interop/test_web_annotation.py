"""Evidence as W3C Web Annotations: everything in them can be read back, by us and by the field's own tools."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given, settings

from onrecord import (
    Anchor,
    Builder,
    Dossier,
    Evidence,
    InvalidValueError,
    Naming,
    SourceId,
    Span,
    Stance,
    Statement,
    load_seed,
    make_converter,
)
from onrecord._interop._web_annotation import CONTEXT, CONTEXT_LENGTH, LONGEST_CONTEXT, to_web_annotations
from onrecord.testing import dossiers

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
MODULES = Path(os.environ.get("ONRECORD_NODE_MODULES", ROOT / "node_modules"))
TOOLS = ("@apache-annotator/selector", "@recogito/text-annotator")

# What the Recommendation's own context, http://www.w3.org/ns/anno.jsonld, says of the terms that are written; by hand
# from the Web Annotation Vocabulary, since no package of the registries holds the file, and the tests use no network.
TERMS: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource", "TimeState")},
    **{name: f"oa:{name}" for name in ("TextQuoteSelector", "TextPositionSelector")},
    **{name: f"oa:{name}" for name in ("identifying", "tagging", "describing", "linking")},
    **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix")},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "state": {"@type": "@id", "@id": "oa:hasState"},
    "creator": {"@type": "@id", "@id": "http://purl.org/dc/terms/creator"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "sourceDate": {"@id": "oa:sourceDate", "@type": "xsd:dateTime"},
    **{name: {"@id": f"oa:{name}", "@type": "xsd:nonNegativeInteger"} for name in ("start", "end")},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
}
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")
BASE = "urn:onrecord:"


# --- reading back ----------------------------------------------------------------------------------------------------


def notes_of(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return collection["first"]["items"] if "first" in collection else []


def targets_of(note: dict[str, Any]) -> list[dict[str, Any]]:
    return note["target"] if isinstance(note["target"], list) else [note["target"]]


def id_of(iri: str) -> Any:
    assert iri.startswith(BASE)
    return unquote(iri.removeprefix(BASE))


def anchor_of(note: dict[str, Any]) -> Anchor:
    pairs = sorted((target["selector"] for target in targets_of(note)), key=lambda pair: pair[1]["start"])
    return Anchor(spans=tuple(Span(exact=quote["exact"], start=at["start"], end=at["end"]) for quote, at in pairs))


def tags_of(note: dict[str, Any]) -> dict[str, str]:
    values = (body["value"] for body in note["body"] if body["purpose"] == "tagging")
    return dict(value.partition(": ")[::2] for value in values)


def record_of(note: dict[str, Any]) -> dict[str, Any]:
    return next(json.loads(body["value"]) for body in note["body"] if body.get("format") == "application/json")


def evidence_of(key: str, notes: dict[str, dict[str, Any]]) -> Evidence:
    content = notes[key]
    parts = {part: anchor_of(notes[f"{key}-{part}"]) for part in ("cue", "speaker") if f"{key}-{part}" in notes}
    hedges = [anchor_of(notes[other]) for other in notes if other.startswith(f"{key}-hedge-")]
    tags = tags_of(content)
    return Evidence(
        source=id_of(targets_of(content)[0]["id"].partition("#")[0]),
        content=anchor_of(content),
        hedges=tuple(hedges),
        stance=Stance(tags["stance"]),
        naming=Naming(tags["naming"]) if "naming" in tags else None,
        **parts,
    )


def read_back(collection: dict[str, Any]) -> list[Statement]:
    """Every statement that the annotations tell of, whole."""
    notes = {note["id"]: note for note in notes_of(collection)}
    wholes = [key for key in notes if re.fullmatch(r"[^#]+#evidence-\d+", key)]
    records = {id_of(key.partition("#")[0]): record_of(notes[key]) for key in wholes}
    converter = make_converter()
    found = []
    for key, record in records.items():
        own = [whole for whole in wholes if id_of(whole.partition("#")[0]) == key]
        evidence = tuple(evidence_of(whole, notes) for whole in own)
        found.append(attrs.evolve(converter.structure(record, Statement), evidence=evidence))
    return found


@settings(max_examples=60)
@given(dossiers())
def test_every_statement_with_evidence_is_read_back_whole(d: Dossier) -> None:
    assert read_back(to_web_annotations(d)) == [statement for statement in d.statements if statement.evidence]


def test_the_seeds_statements_are_read_back_whole() -> None:
    d = load_seed()
    assert read_back(to_web_annotations(d)) == [statement for statement in d.statements if statement.evidence]


# --- what it is ------------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(dossiers())
def test_every_anchor_has_its_annotation(d: Dossier) -> None:
    anchors = [anchor for statement in d.statements for one in statement.evidence for anchor in one.anchors]
    assert [anchor_of(note) for note in notes_of(to_web_annotations(d))] == anchors


@settings(max_examples=40)
@given(dossiers())
def test_annotations_have_iris_of_their_own(d: Dossier) -> None:
    keys = [note["id"] for note in notes_of(to_web_annotations(d))]
    assert len(set(keys)) == len(keys)


@settings(max_examples=40)
@given(dossiers())
def test_no_iri_is_relative(d: Dossier) -> None:
    told = [
        value for key, value in members(to_web_annotations(d)) if key in ("id", "source") and isinstance(value, str)
    ]
    assert all(IRI.fullmatch(value) for value in told)


@settings(max_examples=40)
@given(dossiers())
def test_every_member_and_type_is_a_term_of_the_recommendation(d: Dossier) -> None:
    told = to_web_annotations(d)
    types = {value for key, value in members(told) if key in ("type", "motivation", "purpose")}
    assert {key for key, _ in members(told)} - {"@context"} | types <= set(TERMS)


@settings(max_examples=40)
@given(dossiers())
def test_json_writes_and_reads_it_unchanged(d: Dossier) -> None:
    told = to_web_annotations(d)
    assert json.loads(json.dumps(told)) == told


def members(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from members(part)


def test_equal_dossiers_are_written_alike() -> None:
    d = load_seed()
    tables: dict[str, Any] = {
        name: list(getattr(d, name)) for name in ("sources", "actors", "locations", "events", "statements")
    }
    for table in tables.values():
        random.Random(7).shuffle(table)
    assert json.dumps(to_web_annotations(Dossier(**tables))) == json.dumps(to_web_annotations(d))


def test_a_file_of_annotations_is_a_collection_with_its_one_page_in_it() -> None:
    told = to_web_annotations(denial())
    assert (told["@context"], told["type"], told["total"], told["first"]["type"], told["first"]["startIndex"]) == (
        CONTEXT,
        "AnnotationCollection",
        4,
        "AnnotationPage",
        0,
    )


def test_a_collection_of_nothing_has_no_page() -> None:
    told = to_web_annotations(Dossier())
    assert told["total"] == 0
    assert "first" not in told


def test_a_collection_is_named_after_what_it_holds() -> None:
    assert to_web_annotations(denial())["id"] != to_web_annotations(load_seed())["id"]


# --- targets ---------------------------------------------------------------------------------------------------------


def denial(**options: Any) -> Dossier:
    """A quotation broken by its cue, with a hedge, after a character beyond the basic plane."""
    b = Builder()
    note = b.source(text="😀 “It was,” Ann Lee allegedly said, “not us.”", kind="release", id="note", **options)
    ann = b.actor("Ann Lee", id="ann")
    spans = (Span(exact="It was,", start=3, end=10), Span(exact="not us.", start=37, end=44))
    evidence = Evidence(
        source=note.id,
        content=Anchor(spans=spans),
        cue=Anchor(spans=(Span(exact="said", start=30, end=34),)),
        speaker=Anchor(spans=(Span(exact="Ann Lee", start=12, end=19),)),
        hedges=(Anchor(spans=(Span(exact="allegedly", start=20, end=29),)),),
    )
    quoted = {"voice": "other", "form": "direct", "content": "It was, not us.", "speaker": ann.id, "id": "s1"}
    statement = make_converter().structure(quoted, Statement)
    return b.build().add(attrs.evolve(statement, evidence=(evidence,), annotator="desk"))


def test_the_example_is_sound() -> None:
    assert not denial().check()


def test_a_segment_is_told_by_its_words_and_by_its_place_in_code_points() -> None:
    cue = notes_of(to_web_annotations(denial()))[1]
    assert cue["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "said",
            "prefix": "😀 “It was,” Ann Lee allegedly ",
            "suffix": ", “not us.”",
        },
        {"type": "TextPositionSelector", "start": 30, "end": 34},
    ]


def test_a_broken_quotation_has_a_target_for_each_of_its_spans() -> None:
    content = notes_of(to_web_annotations(denial()))[0]
    assert [target["id"] for target in content["target"]] == [
        "urn:onrecord:note#char=3,10",
        "urn:onrecord:note#char=37,44",
    ]


@settings(max_examples=60)
@given(dossiers())
def test_the_words_with_prefix_and_suffix_stand_once_in_the_text_and_there(d: Dossier) -> None:
    for note in notes_of(to_web_annotations(d)):
        for target in targets_of(note):
            quote, at = target["selector"]
            text = d.sources[id_of(target["id"].partition("#")[0])].text
            if text is not None:
                found = quote["prefix"] + quote["exact"] + quote["suffix"]
                assert (text.find(found), text.rfind(found)) == (at["start"] - len(quote["prefix"]),) * 2


def test_surroundings_grow_until_they_stand_once() -> None:
    b = Builder()
    b.quote(b.source(text="ab " * 100 + "c" + " ab" * 100), "ab", nth=50)
    quote = notes_of(to_web_annotations(b.build()))[0]["target"]["selector"][0]
    assert len(quote["prefix"]) > CONTEXT_LENGTH


def test_in_a_repetitive_text_surroundings_stop_growing() -> None:
    b = Builder()
    text = "ab " * 20_000
    source = b.source(text=text)
    for nth in range(9_000, 9_020):
        b.quote(source, "ab", nth=nth)
    for note in notes_of(to_web_annotations(b.build())):
        quote, at = note["target"]["selector"]
        assert quote["prefix"] == text[at["start"] - LONGEST_CONTEXT : at["start"]]
        assert quote["suffix"] == text[at["end"] : at["end"] + LONGEST_CONTEXT]


def test_a_span_that_512_code_points_on_each_side_tell_apart_stands_once() -> None:
    b = Builder()
    text = "d" + "c" * 511 + "ab" + "c" * 2_000 + "ab" + "c" * 2_000
    b.quote(b.source(text=text), "ab", nth=1)
    quote = notes_of(to_web_annotations(b.build()))[0]["target"]["selector"][0]
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_the_page_tells_how_long_surroundings_are() -> None:
    page = (ROOT / "docs" / "reference" / "web-annotation.md").read_text(encoding="utf-8")
    assert f"are {CONTEXT_LENGTH} code points each" in page
    assert f"at most {LONGEST_CONTEXT} each" in page


@pytest.mark.parametrize("x", [Dossier().statements, None])
def test_what_is_no_dossier_is_refused(x: Any) -> None:
    with pytest.raises(InvalidValueError, match="only a whole dossier can be exported so"):
        to_web_annotations(x)


def test_where_the_text_is_withheld_no_surroundings_are_told() -> None:
    quotes = [
        target["selector"][0]
        for note in notes_of(to_web_annotations(denial().without_text()))
        for target in targets_of(note)
    ]
    assert all(set(quote) == {"type", "exact"} for quote in quotes)


def test_an_anchor_that_does_not_match_has_no_surroundings() -> None:
    d = denial()
    moved = d.replace(attrs.evolve(d.sources["note"], text="Another text."))
    assert all(
        "prefix" not in target["selector"][0]
        for note in notes_of(to_web_annotations(moved))
        for target in targets_of(note)
    )


def test_a_source_that_is_not_on_record_keeps_its_name() -> None:
    d = denial()
    notes = notes_of(to_web_annotations(Dossier(statements=d.statements)))
    assert notes[1]["target"]["source"] == "urn:onrecord:note"
    assert "prefix" not in notes[1]["target"]["selector"][0]


def test_a_source_is_named_by_its_web_address() -> None:
    cue = notes_of(to_web_annotations(denial(url="https://news.example/note")))[1]
    assert cue["target"]["source"] == "https://news.example/note"


@pytest.mark.parametrize(
    "url",
    [
        "news.example/note",
        "/note",
        "https://",
        "https://[x",
        "https://:80/",
        "https://a b",
        "mailto:a@b.example",
        "http://℀.example/",
    ],
)
def test_a_url_that_is_no_web_address_names_nothing(url: str) -> None:
    cue = notes_of(to_web_annotations(denial(url=url)))[1]
    assert cue["target"]["source"] == "urn:onrecord:note"


def test_two_versions_at_one_address_stay_apart() -> None:
    one = denial(url="https://news.example/note")
    other = attrs.evolve(one.sources["note"], id=SourceId("note-2"), text="“It was,” she said.")
    b = Builder(one.add(other))
    b.quote(other, "It was,", id="s2")
    ids = {
        target["id"].partition("#")[0]
        for note in notes_of(to_web_annotations(b.build()))
        for target in targets_of(note)
    }
    assert ids == {"urn:onrecord:note", "urn:onrecord:note-2"}


def test_the_moment_at_which_a_copy_was_taken_is_its_state_in_utc() -> None:
    cue = notes_of(to_web_annotations(denial(retrieved="2031-05-07T12:00:30+02:00")))[1]
    assert cue["target"]["state"] == {"type": "TimeState", "sourceDate": "2031-05-07T10:00:30Z"}


@pytest.mark.parametrize("retrieved", ["2031-05-07", "2031-05-07T12:00Z", "2031-05-07T12:00:30", "2031-05"])
def test_a_vague_moment_is_no_state(retrieved: str) -> None:
    assert "state" not in notes_of(to_web_annotations(denial(retrieved=retrieved)))[1]["target"]


# --- bodies ----------------------------------------------------------------------------------------------------------


def test_content_is_identified_as_its_statement_and_described_by_its_words() -> None:
    content = notes_of(to_web_annotations(denial(language="en")))[0]
    assert content["motivation"] == "identifying"
    assert content["body"][:2] == [
        {"type": "SpecificResource", "purpose": "identifying", "source": "urn:onrecord:s1"},
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "language": "en",
            "value": "It was, not us.",
        },
    ]


def test_labels_are_tags() -> None:
    assert tags_of(notes_of(to_web_annotations(denial()))[0]) == {
        "speaker": "Ann Lee",
        "voice": "other",
        "form": "direct",
        "medium": "unknown",
        "stance": "neutral",
    }


def test_the_words_for_the_speaker_are_identified_as_the_speaker() -> None:
    speaker = notes_of(to_web_annotations(denial()))[2]
    assert speaker["body"][0] == {"type": "SpecificResource", "purpose": "identifying", "source": "urn:onrecord:ann"}


def test_cue_speaker_and_hedge_lead_to_the_content() -> None:
    parts = notes_of(to_web_annotations(denial()))[1:]
    assert [(part["id"], part["body"][-1]["source"]) for part in parts] == [
        (f"urn:onrecord:s1#evidence-0-{part}", "urn:onrecord:s1#evidence-0") for part in ("cue", "speaker", "hedge-0")
    ]


def test_who_made_the_record_made_its_annotations() -> None:
    assert all(note["creator"] == {"name": "desk"} for note in notes_of(to_web_annotations(denial())))


# --- IRIs ------------------------------------------------------------------------------------------------------------


def test_a_base_of_the_callers_stands_before_every_id() -> None:
    note = notes_of(to_web_annotations(denial(), base="https://desk.example/case/"))[0]
    assert note["id"] == "https://desk.example/case/s1#evidence-0"


@pytest.mark.parametrize(
    "base", ["", "case/", "/case/", "//desk.example/", "https://desk.example/#", "urn: x:", "1:", None]
)
def test_a_base_that_is_no_absolute_iri_is_refused(base: Any) -> None:
    with pytest.raises(InvalidValueError, match="base must be an absolute IRI"):
        to_web_annotations(Dossier(), base=base)


def test_an_id_of_any_characters_is_part_of_an_iri() -> None:
    note = notes_of(to_web_annotations(denial().without_text(), base="urn:x:"))[0]
    assert note["id"].startswith("urn:x:s1")
    b = Builder()
    b.quote(b.source(text="No.", id="a b/ü#?"), "No.")
    assert notes_of(to_web_annotations(b.build()))[0]["target"]["source"] == "urn:onrecord:a%20b%2F%C3%BC%23%3F"


def test_what_is_no_evidence_makes_no_annotation() -> None:
    b = Builder()
    b.source(text="No."), b.actor("Ann Lee"), b.location("Harbour")
    assert to_web_annotations(b.build())["total"] == 0


# --- the field's own tools -------------------------------------------------------------------------------------------


def no_network(url: str, _: Any) -> Any:
    pytest.fail(f"the network was asked for {url}")


@pytest.fixture(name="expand")
def expand_fixture() -> Any:
    """PyLD's expansion, with the context from here and no other document."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="NOT TESTED: annotations read by PyLD, which is not installed")

    def load(url: str, _: Any) -> dict[str, Any]:
        return (
            no_network(url, _)
            if url != CONTEXT
            else {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}
        )

    return lambda data: jsonld.expand(data, {"documentLoader": load})


def test_a_json_ld_processor_finds_every_target_position_and_word(expand: Any) -> None:
    d = load_seed()
    oa = "http://www.w3.org/ns/oa#"
    found = [value for key, value in members(expand(to_web_annotations(d))) if key == f"{oa}hasTarget"]
    spans = [
        (selector[0][f"{oa}exact"][0]["@value"], selector[1][f"{oa}start"][0]["@value"])
        for targets in found
        for selector in (target[f"{oa}hasSelector"] for target in targets)
    ]
    anchors = (anchor for statement in d.statements for one in statement.evidence for anchor in one.anchors)
    assert spans == [(span.exact, span.start) for anchor in anchors for span in anchor.spans]


@settings(max_examples=15)
@given(dossiers())
def test_a_json_ld_processor_that_expands_and_compacts_gives_the_same(d: Dossier) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="NOT TESTED: annotations read by PyLD, which is not installed")
    told = {**to_web_annotations(d), "@context": TERMS}
    offline = {"documentLoader": no_network}
    assert jsonld.compact(jsonld.expand(told, offline), TERMS, offline) == told


SCRIPT = """
import { readFileSync } from "node:fs";
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from "@apache-annotator/selector";
import { parseW3CTextAnnotation } from "@recogito/text-annotator";

const { texts, notes } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const chunks = (text) => ({ currentChunk: { data: text }, nextChunk: () => null, previousChunk: () => null,
                            precedesCurrentChunk: () => false });
const all = async (matcher, text) => {
  const found = [];
  for await (const { startIndex, endIndex } of matcher(chunks(text))) {
    found.push(text.slice(startIndex, endIndex), startIndex);
  }
  return found;
};
const answers = [];
for (const note of notes) {
  const { parsed, error } = parseW3CTextAnnotation(note);
  if (error) throw error;
  const matched = [];
  for (const target of [note.target].flat()) {
    const text = texts[target.id.split("#")[0]];
    const [quote, position] = target.selector;
    const matchers = [textQuoteSelectorMatcher(quote), textPositionSelectorMatcher(position)];
    matched.push(await Promise.all(matchers.map((matcher) => all(matcher, text))));
  }
  answers.push({ matched, read: parsed.target.selector.map(({ quote, start, end }) => [quote, start, end]) });
}
console.log(JSON.stringify(answers));
"""
needs_tools = pytest.mark.skipif(
    NODE is None or not all((MODULES / tool).is_dir() for tool in TOOLS),
    reason=f"NOT TESTED: annotations read by {' and '.join(TOOLS)}: no Node, or they are not in {MODULES}",
)


def answers_of_tools(d: Dossier, tmp_path: Path) -> list[dict[str, Any]]:
    """What the two libraries make of every annotation, run under Node."""
    assert NODE is not None
    notes = notes_of(to_web_annotations(d))
    texts = {f"{BASE}{source.id}": source.text for source in d.sources if source.text is not None}
    data, script = tmp_path / "notes.json", tmp_path / "read.mjs"
    data.write_text(json.dumps({"texts": texts, "notes": notes}), encoding="utf-8")
    script.write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(MODULES.resolve())
    done = subprocess.run([NODE, script, data], capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def spans_by_note(d: Dossier) -> list[tuple[Span, ...]]:
    return [anchor.spans for statement in d.statements for one in statement.evidence for anchor in one.anchors]


@needs_tools
@pytest.mark.parametrize("make", [load_seed, denial])
def test_apache_annotator_finds_every_segment_once_by_words_and_by_position(make: Any, tmp_path: Path) -> None:
    d = make()
    for answer, spans in zip(answers_of_tools(d, tmp_path), spans_by_note(d), strict=True):
        assert all(by_words == by_position for by_words, by_position in answer["matched"])
        assert [by_words[0] for by_words, _ in answer["matched"]] == [span.exact for span in spans]
        assert all(len(by_words) == 2 for by_words, _ in answer["matched"])


@needs_tools
@pytest.mark.parametrize("make", [load_seed, denial])
def test_recogito_reads_every_span_of_every_annotation(make: Any, tmp_path: Path) -> None:
    d = make()
    read = [answer["read"] for answer in answers_of_tools(d, tmp_path)]
    assert read == [[[span.exact, span.start, span.end] for span in spans] for spans in spans_by_note(d)]
