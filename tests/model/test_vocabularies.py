"""The closed vocabularies: their words, and how factualities and links divide."""

from __future__ import annotations

import pytest

import onrecord
from onrecord import Factuality, LinkKind, Naming, TimeBasis, Truth, Vocabulary

VOCABULARIES = Vocabulary.__subclasses__()
MEMBERS = [member for vocabulary in VOCABULARIES for member in vocabulary] + [*TimeBasis, *Truth]


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_a_member_reads_as_the_word_in_json(member: Vocabulary) -> None:
    assert str(member) == member.value


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_a_member_is_named_as_its_word(member: Vocabulary) -> None:
    assert member.name.removesuffix("_") == member.value


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_a_vocabulary_is_public(vocabulary: type[Vocabulary]) -> None:
    assert getattr(onrecord, vocabulary.__name__) is vocabulary


def test_a_word_that_an_enum_cannot_bear_is_still_the_word_in_json() -> None:
    assert str(Naming.name_) == "name"


@pytest.mark.parametrize("factuality", Factuality)
def test_a_factuality_affirms_denies_or_doubts_and_never_two(factuality: Factuality) -> None:
    assert (factuality.affirms, factuality.denies, factuality.doubts).count(True) == 1


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("affirms", {"certain", "probable"}),
        ("denies", {"certainly_not", "probably_not"}),
        ("doubts", {"possible", "possibly_not", "uncommitted", "unknown"}),
    ],
)
def test_only_what_is_probable_or_more_takes_a_side(question: str, members: set[str]) -> None:
    assert {member.value for member in Factuality if getattr(member, question)} == members


def test_links_that_join_events_are_these_three() -> None:
    assert {kind.value for kind in LinkKind if kind.joins_events} == {"follows", "response_to", "causes"}
