"""The seed article: its text to the byte, its record against the text, and that the code knows nothing of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise, product
from pathlib import Path

import pytest

import onrecord
from onrecord import (
    Dispute,
    Dossier,
    Factuality,
    SectionKind,
    Source,
    Span,
    TimeBasis,
    UnknownIdError,
    When,
    load,
    load_seed,
)
from onrecord._dossier._walk import references
from onrecord._loaders import _seed

CODE = Path(onrecord.__file__).parent
SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.json"))
DIGEST = "e53955789d5720d5254939bf5b4b91d1c78ee7f0dbf6513ee377887504acb5b3"
NIGHT = "kremlin-drone-strike"
OF_THE_ARTICLE = re.compile("kremlin|putin|zelensky|romanenko|bild|podolyak", re.IGNORECASE)


@pytest.fixture(scope="module")
def d() -> Dossier:
    return load_seed()


@pytest.fixture(scope="module")
def article(d: Dossier) -> Source:
    return d[d.sources["kremlin-drones"].id]


@pytest.fixture(scope="module")
def text(article: Source) -> str:
    assert article.text is not None
    return article.text


# The text


def test_the_articles_bytes_are_those_that_were_handed_over() -> None:
    assert sha256((SEEDS / "kremlin-drones.txt").read_bytes()).hexdigest() == DIGEST


def test_the_record_holds_the_article_byte_for_byte(text: str) -> None:
    assert text.encode() == (SEEDS / "kremlin-drones.txt").read_bytes()


def test_every_anchor_is_the_text_where_it_points(d: Dossier, text: str) -> None:
    evidence = [evidence for statement in d.statements for evidence in statement.evidence]
    assert {one.source for one in evidence} == {"kremlin-drones"}
    spans: list[Span] = [span for one in evidence for anchor in one.anchors for span in anchor.spans]
    assert len(spans) >= 350
    assert [span for span in spans if text[span.start : span.end] != span.exact] == []


def test_every_statement_has_evidence(d: Dossier) -> None:
    assert [statement.id for statement in d.statements if not statement.evidence] == []


def test_the_sections_are_a_partition_of_the_text(article: Source, text: str) -> None:
    assert article.sections[0].start == 0
    assert all(one.end == following.start for one, following in pairwise(article.sections))
    assert article.sections[-1].end == len(text)


def test_the_captions_are_sections_of_their_own(article: Source, text: str) -> None:
    captions = [section for section in article.sections if section.kind is SectionKind.caption]
    assert len(captions) == 10
    assert text[captions[0].start :].startswith("Pictured: A fireball is seen rising over the Kremlin")


# The records as wholes


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_has_no_problems(name: str) -> None:
    assert load_seed(name).check() == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_with_its_times_resolved_has_no_problems(name: str) -> None:
    assert load_seed(name).resolve_times().check() == ()


def test_every_object_is_referred_to_by_another(d: Dossier) -> None:
    holders = (*d.sources, *d.actors, *d.locations, *d.events, *d.statements, *d.links, *d.identities)
    referred = {key for holder in holders for _, key, _ in references(holder) if key != getattr(holder, "id", None)}
    nouns = (*d.sources, *d.actors, *d.locations, *d.events)
    assert [noun.id for noun in nouns if noun.id not in referred] == []


def test_an_unknown_seed_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownIdError, match=", ".join(NAMES)) as caught:
        load_seed("kremlin")
    assert caught.value.candidates == tuple(NAMES)


def test_an_installed_package_has_its_own_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_seeds").mkdir()
    (tmp_path / "_seeds" / "packed.json").write_bytes((SEEDS / "harbour-fire.json").read_bytes())
    monkeypatch.setattr("importlib.resources.files", {"onrecord": tmp_path}.__getitem__)
    assert _seed.load_seed("packed") == load(SEEDS / "harbour-fire.json")


# Nothing is invented


def test_the_date_of_the_article_is_inferred_and_says_from_what(article: Source) -> None:
    assert isinstance(article.published, When)
    assert article.published.basis is TimeBasis.inferred
    assert article.published.note


@pytest.mark.parametrize("field", ["title", "authors", "publisher", "url"])
def test_what_the_text_does_not_print_of_the_article_is_absent(article: Source, field: str) -> None:
    assert not getattr(article, field)


def test_no_source_has_an_address(d: Dossier) -> None:
    assert [source.id for source in d.sources if source.url] == []


def test_no_place_has_coordinates(d: Dossier) -> None:
    assert [place.id for place in d.locations if place.point] == []


@pytest.mark.parametrize(
    ("event", "value", "printed"),
    [
        ("first-strike", "2023-05-03T02:27[Europe/Moscow]", "2:27am"),
        ("second-strike", "2023-05-03T02:43[Europe/Moscow]", "2:43am"),
    ],
)
def test_the_clock_times_are_moscows_by_inference(d: Dossier, event: str, value: str, printed: str) -> None:
    told = {testimony.account.when for testimony in d.accounts_of(event).by("TV Centre")}
    assert [(when.value, when.text, when.basis) for when in told if when] == [(value, printed, TimeBasis.inferred)]


# Who says what of the night


def test_forty_statements_and_more_are_about_the_night(d: Dossier) -> None:
    assert len(d.statements_about(NIGHT)) >= 40


def speakers(dispute: Dispute) -> list[set[str]]:
    """Who stands on each side, by id."""
    return [{held.speaker.id for held in side.testimonies if held.speaker} for side in dispute.sides]


def clashes(d: Dossier, one: str, other: str) -> set[str]:
    """The details on which two speakers stand on different sides, in the whole record."""
    return {
        dispute.detail
        for dispute in d.disputes()
        for a, b in product(speakers(dispute), repeat=2)
        if a is not b and one in a and other in b
    }


def dispute_of(d: Dossier, detail: str) -> Dispute:
    (found,) = (dispute for dispute in d.disputes(NIGHT) if dispute.event.id == NIGHT and dispute.detail == detail)
    return found


def test_russia_and_ukraine_clash_on_who_did_it(d: Dossier) -> None:
    dispute = dispute_of(d, "agent:ukraine")
    assert [side.position for side in dispute.sides] == ["yes", "no"]
    assert speakers(dispute) == [{"russia", "volodin", "karnaukhov", "kremlin"}, {"ukraine", "zelensky", "podolyak"}]


def test_the_professor_clashes_with_russia_on_what_it_was_for_alone(d: Dossier) -> None:
    assert clashes(d, "phillips-obrien", "russia") == {"purpose:assassination-of-putin"}


def test_the_professor_is_on_the_side_of_those_who_deny_the_purpose(d: Dossier) -> None:
    assert speakers(dispute_of(d, "purpose:assassination-of-putin"))[1] == {"phillips-obrien"}


@pytest.mark.parametrize("speaker", ["ukraine", "zelensky", "zelensky-aide", "podolyak", "zarivna"])
def test_the_professor_clashes_with_ukraine_on_nothing(d: Dossier, speaker: str) -> None:
    assert clashes(d, "phillips-obrien", speaker) == set()


def test_the_minister_is_on_no_side_of_any_dispute(d: Dossier) -> None:
    assert not any("blinken" in side for dispute in d.disputes() for side in speakers(dispute))


def test_the_minister_is_among_those_who_doubt(d: Dossier) -> None:
    doubts = [doubt for doubt in d.doubts(NIGHT) if doubt.testimony.speaker_name == "Antony Blinken"]
    assert {(doubt.event.id, doubt.detail, doubt.factuality) for doubt in doubts} == {
        (NIGHT, "status:occurred", Factuality.unknown)
    }


def test_damage_is_denied_by_one_side(d: Dossier) -> None:
    told = [(held.speaker_name, held.account.factuality) for held in d.accounts_of("kremlin-damage")]
    assert told == [("Kremlin", Factuality.certainly_not)]


def test_damage_that_only_one_side_speaks_of_is_no_dispute(d: Dossier) -> None:
    assert not d.disputes("kremlin-damage")


@pytest.mark.parametrize(
    ("speaker", "relay", "chain"),
    [
        ("Yuriy Romanenko", "Bild", "kremlin-drones ← Bild ← Yuriy Romanenko"),
        ("Kremlin", "RIA", "kremlin-drones ← RIA ← Kremlin"),
        ("emergency-source", "TASS", "kremlin-drones ← TASS ← a source in the emergency services"),
    ],
)
def test_what_is_known_through_others_has_its_chain(d: Dossier, speaker: str, relay: str, chain: str) -> None:
    said = {statement.id for statement in d.statements_by(speaker)}
    relayed = {statement.id for statement in d.statements_by(relay, as_="relay")}
    assert {str(d.chain(key)) for key in said & relayed} == {chain}


# The code


def words_in_code(path: Path) -> Iterator[str]:
    """Every identifier and every text of a module that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) not in docstrings:
            yield from (value for _, value in ast.iter_fields(node) if isinstance(value, str))


def test_the_code_knows_no_name_of_the_article_but_the_seeds_own() -> None:
    known = {word for path in CODE.rglob("*.py") for word in words_in_code(path) if OF_THE_ARTICLE.search(word)}
    assert known == {"kremlin-drones"}


def test_only_the_loader_of_seeds_knows_the_seeds_name() -> None:
    knowing = {path.name for path in CODE.rglob("*.py") if "kremlin-drones" in words_in_code(path)}
    assert knowing == {"_seed.py"}
