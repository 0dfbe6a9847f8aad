"""Names: what is found under them, what stands for one object, and what is told where nothing or too much does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import (
    Actor,
    AmbiguousNameError,
    Builder,
    Dossier,
    InvalidValueError,
    Location,
    Name,
    Source,
    UnknownIdError,
)
from onrecord.testing import dossiers
from tests.dossier.worlds import NAMES, worlds


def example() -> Dossier:
    b = Builder()
    story = b.source(text="Moscow said no. The aide agreed.", title="The Times", id="times")
    b.location("Moscow", id="moscow")
    state = b.actor("Russia", names=["Russian Federation"], id="russia")
    aide = b.actor("Anna Müller", id="müller")
    b.actor("Anna Lee", id="lee")
    b.event("The refusal", id="refusal")
    b.says(story, "no", speaker=state, speaker_words="Moscow", id="t1")
    b.says(story, "agreed", speaker=aide, speaker_words="The aide", id="t2")
    return b.build()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Moscow", ["moscow", "russia"]),
        ("russia", ["russia"]),
        ("Russ", ["russia"]),
        ("federation russian", ["russia"]),
        ("ANNA MULLER", ["müller"]),
        ("anna", ["lee", "müller"]),
        ("aide", ["müller"]),
        ("the refusal", ["refusal"]),
        ("Times", ["times"]),
        ("t1", ["t1"]),
        ("ussia", []),
        ("", []),
        ("“”", []),
    ],
)
def test_find_gives_all_that_a_name_may_mean_best_first(name: str, expected: list[str]) -> None:
    assert [noun.id for noun in example().find(name)] == expected


@settings(max_examples=20)
@given(worlds, st.sampled_from(NAMES))
def test_find_finds_everybody_who_bears_the_name(d: Dossier, name: str) -> None:
    bearers: set[str] = {a.id for a in d.actors if name in (a.name, *(n.value for n in a.names))}
    bearers |= {place.id for place in d.locations if place.name == name}
    assert bearers <= {noun.id for noun in d.find(name)}


@settings(max_examples=20)
@given(dossiers(), st.text(max_size=5))
def test_find_never_raises(d: Dossier, name: str) -> None:
    assert all(noun.id in d for noun in d.find(name))


@settings(max_examples=20)
@given(dossiers())
def test_everything_is_found_by_its_id(d: Dossier) -> None:
    nouns = [*d.sources, *d.actors, *d.locations, *d.events, *d.statements]
    assert all(d[noun.id] == noun and noun.id in d for noun in nouns)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("lee", "lee"),
        ("Anna Lee", "lee"),
        ("anna  lee", "lee"),
        ("Lee", "lee"),
        ("muller", "müller"),
        ("The Russia", "russia"),
    ],
)
def test_an_unambiguous_name_stands_for_its_bearer(name: str, id: str) -> None:
    assert example().id_of(name) == id


def test_a_whole_name_goes_before_the_words_of_others() -> None:
    d = Dossier(actors=[Actor(id="a", name="Anna Lee"), Actor(id="b", name="Anna")])  # type: ignore[arg-type]
    assert d.id_of("Anna") == "b"


def test_an_id_goes_before_a_name() -> None:
    d = Dossier(actors=[Actor(id="Anna", name="Bob"), Actor(id="b", name="Anna")])  # type: ignore[arg-type]
    assert d.id_of("Anna") == "Anna"


def test_a_name_is_looked_up_among_one_kind_where_one_is_asked_for() -> None:
    d = Dossier(
        actors=[Actor(id="a", name="Georgia")],  # type: ignore[arg-type]
        locations=[Location(id="l", name="Georgia")],  # type: ignore[arg-type]
    )
    assert (d.id_of("Georgia", Actor), d.id_of("Georgia", Location)) == ("a", "l")


def test_an_ambiguous_name_lists_its_bearers() -> None:
    with pytest.raises(AmbiguousNameError, match=r"'Anna' may be any of 2; choose one by its id: .*'lee'") as caught:
        example().statements_by("Anna")
    assert set(caught.value.candidates) == {"lee", "müller"}
    assert caught.value.name == "Anna"


def test_bearers_judged_to_be_one_are_not_ambiguous() -> None:
    b = Builder(example())
    b.identify("lee", "müller")
    assert b.build().statements_by("Anna") == b.build().statements_by("lee")


@pytest.mark.parametrize("judgement", ["negative", "unsure"])
def test_bearers_not_judged_to_be_one_stay_ambiguous(judgement: str) -> None:
    b = Builder(example())
    b.identify("lee", "müller", judgement)
    with pytest.raises(AmbiguousNameError, match="may be any of 2"):
        b.build().statements_by("Anna")


def test_an_unknown_name_is_told_with_the_kind_that_was_looked_for() -> None:
    with pytest.raises(UnknownIdError, match=r"^no actor on record is 'Moscow tsar'$") as caught:
        example().statements_by("Moscow tsar")
    assert caught.value.key == "Moscow tsar"


def test_a_name_of_another_kind_is_told_without_candidates_of_that_kind() -> None:
    with pytest.raises(UnknownIdError, match="no event on record is 'Anna'") as caught:
        example().accounts_of("Anna")
    assert caught.value.candidates == ()


def test_an_unknown_id_is_a_key_error_that_reads_as_a_sentence() -> None:
    with pytest.raises(KeyError) as caught:
        example()["refusl"]
    assert str(caught.value) == "nothing on record is 'refusl'; did you mean 'refusal'?"


def test_an_id_of_another_kind_is_never_read_as_part_of_a_name() -> None:
    b = Builder(prefix="p")
    b.event("The lee shore flood", id="flood")
    b.actor("Anna", id="lee")
    with pytest.raises(UnknownIdError, match=r"no event on record is 'lee'.*class Actor"):
        b.build().accounts_of("lee")


def test_an_id_of_another_kind_may_be_somebody_s_whole_name() -> None:
    b = Builder(prefix="p")
    b.location("Moscow", id="moscow")
    actor = b.actor("Moscow", id="government")
    assert b.build().id_of("moscow", Actor) == actor.id


def test_part_of_a_name_that_is_printed_gives_all_of_the_actor_s_statements() -> None:
    b = Builder()
    story = b.source(text="“Yes,” Lee said. “No,” she said.")
    anna = b.actor("Anna Lee", id="lee")
    b.quote(story, "Yes,", speaker=anna, speaker_words="Lee")
    b.quote(story, "No,", speaker=anna, speaker_words="she")
    assert len(b.build().statements_by("Lee")) == 2


def test_an_answer_by_part_of_a_name_says_whom_it_is_taken_for() -> None:
    b = Builder()
    story = b.source(text="“Yes,” she said.")
    b.quote(story, "Yes,", speaker=b.actor("Anna Lee"))
    assert b.build().statements_by("lee").note == "'lee' taken for Anna Lee"


def test_a_look_up_by_the_words_of_a_name_suggests_the_id() -> None:
    with pytest.raises(UnknownIdError, match="did you mean 'refusal'"):
        example()["The refusal"]


def test_the_word_printed_finds_statements_of_whoever_it_was_printed_for() -> None:
    assert [statement.id for statement in example().statements_by("moscow")] == ["t1"]


def test_an_object_that_is_not_on_record_is_unknown() -> None:
    stranger = Source(id="x", title="The Times")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match="no source on record is Source"):
        example().statements_in(stranger)


@pytest.mark.parametrize("query", ["é", "e\u0301", "É", "“é”", "  é "])
def test_accents_case_marks_and_spaces_make_no_difference(query: str) -> None:
    d = Dossier(actors=[Actor(id="a", name="E", names=(Name(value="the «É»"),)), Actor(id="b", name="“e”")])  # type: ignore[arg-type]
    assert [noun.id for noun in d.find(query)] == ["a", "b"]


def test_a_misspelt_part_is_refused_and_not_taken_for_another() -> None:
    with pytest.raises(InvalidValueError, match="as_ must be 'speaker', 'relay' or 'any', got 'relayed'"):
        example().statements_by("lee", as_="relayed")  # type: ignore[arg-type]
