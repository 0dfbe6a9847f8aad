"""Dossiers from dossiers: adding, replacing, removing, merging, and taking texts out and putting them back."""

from __future__ import annotations

import random
from hashlib import sha256
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import (
    Actor,
    ConflictError,
    Dossier,
    Extra,
    FormatError,
    InvalidValueError,
    Link,
    LinkKind,
    Location,
    Source,
    SourceId,
    UnknownIdError,
    dumps,
)
from onrecord.testing import dossiers
from tests.dossier.worlds import worlds

few = settings(max_examples=15)
TABLES = ("sources", "actors", "locations", "events", "statements", "links", "identities")


def everything(d: Dossier) -> list[Any]:
    return [item for table in TABLES for item in getattr(d, table)]


def part(d: Dossier, chosen: list[bool]) -> Dossier:
    """A dossier of some of the objects of another."""
    kept: dict[str, Any] = {
        table: [x for x, keep in zip(getattr(d, table), chosen, strict=False) if keep] for table in TABLES
    }
    return Dossier(**kept)


parts = st.lists(st.booleans(), min_size=6, max_size=6)


@st.composite
def relatives(draw: st.DrawFn) -> tuple[Dossier, Dossier, Dossier]:
    """Three dossiers that share objects, and may have one id with different contents."""
    whole = draw(worlds)
    other = Dossier(**{t: getattr(draw(worlds), t) for t in TABLES}) if draw(st.booleans()) else whole
    return part(whole, draw(parts)), part(whole, draw(parts)), part(other, draw(parts))


def merged(first: Dossier, *others: Dossier) -> Dossier | tuple[str, ...]:
    """The answer, or the ids that clash."""
    try:
        return first.merge(*others)
    except ConflictError as error:
        return error.ids


@few
@given(dossiers())
def test_merging_with_itself_changes_nothing(d: Dossier) -> None:
    assert d.merge(d) == d == d.merge()


@few
@given(dossiers())
def test_merging_with_nothing_changes_nothing(d: Dossier) -> None:
    assert d.merge(Dossier()) == d == Dossier().merge(d)


@few
@given(relatives())
def test_merging_is_commutative(three: tuple[Dossier, Dossier, Dossier]) -> None:
    a, _, b = three
    assert merged(a, b) == merged(b, a)


@few
@given(relatives())
def test_merging_is_associative_wherever_it_answers(three: tuple[Dossier, Dossier, Dossier]) -> None:
    a, b, c = three
    left, right = merged(a, b), merged(b, c)
    whole = merged(a, b, c)
    if isinstance(left, Dossier) and isinstance(right, Dossier):
        assert merged(left, c) == whole == merged(a, right)
    else:
        assert not isinstance(whole, Dossier)


@few
@given(relatives())
def test_a_conflict_names_exactly_the_ids_with_two_contents(three: tuple[Dossier, Dossier, Dossier]) -> None:
    a, _, b = three
    mine = {item.id: item for item in everything(a) if hasattr(item, "id")}
    clashing = {x.id for x in everything(b) if hasattr(x, "id") and x.id in mine and mine[x.id] != x}
    result = merged(a, b)
    assert (set() if isinstance(result, Dossier) else set(result)) == clashing


def test_a_conflict_names_all_ids_in_order() -> None:
    def two(name: str) -> Dossier:
        return Dossier(
            actors=[Actor(id="z", name=name)],  # type: ignore[arg-type]
            locations=[Location(id="b", name=name)],  # type: ignore[arg-type]
        )

    with pytest.raises(ConflictError, match="different contents: b, z") as caught:
        two("one").merge(two("other"))
    assert caught.value.ids == ("b", "z")


def test_an_id_of_two_kinds_is_a_conflict() -> None:
    actor = Dossier(actors=[Actor(id="x", name="x")])  # type: ignore[arg-type]
    place = Dossier(locations=[Location(id="x", name="x")])  # type: ignore[arg-type]
    with pytest.raises(ConflictError, match="different contents: x"):
        actor.merge(place)


def test_a_key_of_extra_with_two_values_is_a_conflict() -> None:
    one, other = (Dossier(extra=Extra({"ours:x": value})) for value in (1, 1.0))
    with pytest.raises(ConflictError, match="ours:x") as caught:
        one.merge(other)
    assert caught.value.ids == ("ours:x",)


def test_keys_of_extra_are_united() -> None:
    one, other = (Dossier(extra=Extra({key: [1]})) for key in ("ours:x", "theirs:x"))
    assert one.merge(other).extra == Extra({"ours:x": [1], "theirs:x": [1]})


@few
@given(dossiers())
def test_adding_what_is_there_changes_nothing(d: Dossier) -> None:
    assert d.add(*everything(d)) == d


@few
@given(dossiers())
def test_a_dossier_is_what_was_added_to_it(d: Dossier) -> None:
    assert Dossier(extra=d.extra).add(*everything(d)) == d


@few
@given(dossiers(), st.data())
def test_removing_is_the_inverse_of_adding(d: Dossier, data: st.DataObject) -> None:
    items = everything(d)
    gone = data.draw(st.lists(st.sampled_from(items), unique=True)) if items else []
    smaller = d.remove(*gone)
    assert not set(gone) & set(everything(smaller))
    assert smaller.add(*gone) == d


@few
@given(dossiers())
def test_an_object_is_removed_by_its_id_too(d: Dossier) -> None:
    nouns = [item for item in everything(d) if hasattr(item, "id")]
    assert d.remove(*(noun.id for noun in nouns)) == d.remove(*nouns)


def test_removing_what_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownIdError, match="not on record: a, b") as caught:
        Dossier().remove("b", "a")
    assert caught.value.key == "a"


def test_removing_a_link_that_is_not_there_is_refused() -> None:
    link = Link(kind=LinkKind.follows, start="a", end="b")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match="not on record: Link"):
        Dossier().remove(link)


def test_adding_another_object_under_an_id_is_refused() -> None:
    d = Dossier(actors=[Actor(id="a", name="Ann")])  # type: ignore[arg-type]
    with pytest.raises(ConflictError, match="one id, different contents: a"):
        d.add(Actor(id="a", name="Bob"))  # type: ignore[arg-type]


@few
@given(dossiers())
def test_replacing_by_the_same_changes_nothing(d: Dossier) -> None:
    assert d.replace(*(item for item in everything(d) if hasattr(item, "id"))) == d


def test_replacing_puts_one_object_in_the_place_of_another() -> None:
    ann, bob = (Actor(id="a", name=name) for name in ("Ann", "Bob"))  # type: ignore[arg-type]
    assert Dossier(actors=[ann]).replace(bob) == Dossier(actors=[bob])


@pytest.mark.parametrize("known", [[], [Location(id="a", name="x")]])  # type: ignore[arg-type]
def test_replacing_what_is_not_there_is_refused(known: list[Location]) -> None:
    with pytest.raises(UnknownIdError, match="actors have no 'a' to replace"):
        Dossier(locations=known).replace(Actor(id="a", name="Ann"))  # type: ignore[arg-type]


def test_replacing_many_takes_no_time_that_grows_with_their_square() -> None:
    actors = [Actor(id=f"a{number}", name="x") for number in range(30_000)]  # type: ignore[arg-type]
    d = Dossier(actors=actors)
    assert d.replace(*(attrs.evolve(actor, name="y") for actor in actors)).actors["a7"].name == "y"


@few
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_makes_no_difference(d: Dossier, order: random.Random) -> None:
    tables: dict[str, list[Any]] = {table: list(getattr(d, table)) for table in TABLES}
    for table in tables.values():
        order.shuffle(table)
    again = Dossier(**tables, extra=d.extra)
    assert (again, hash(again)) == (d, hash(d))
    assert dumps(again) == dumps(d)


def test_a_dossier_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="a dossier does not change"):
        Dossier().actors = ()  # type: ignore[assignment]


def test_a_dossier_says_how_much_it_holds() -> None:
    d = Dossier(actors=[Actor(id="a", name="Ann")])  # type: ignore[arg-type]
    assert repr(d) == "<Dossier: 0 sources, 1 actor, 0 locations, 0 events, 0 statements>"


def test_a_dossier_is_equal_to_nothing_else() -> None:
    assert Dossier() != ()


# --- texts -----------------------------------------------------------------------------------------------------------


@few
@given(dossiers())
def test_putting_texts_back_is_the_inverse_of_taking_them_out(d: Dossier) -> None:
    texts = {source.id: source.text for source in d.sources if source.text is not None}
    assert d.without_text().with_text(texts) == d


@few
@given(dossiers())
def test_without_text_no_source_has_one(d: Dossier) -> None:
    assert all(source.text is None for source in d.without_text().sources)


@few
@given(dossiers())
def test_a_dossier_without_text_is_consistent(d: Dossier) -> None:
    assert d.without_text().check() == ()


def test_a_withheld_text_leaves_its_digest() -> None:
    d = Dossier(sources=[Source(id="s", text="Ärger")]).without_text()  # type: ignore[arg-type]
    assert d.sources["s"].digest == sha256("Ärger".encode()).hexdigest()


@pytest.mark.parametrize("withheld", [True, False])
def test_another_text_is_refused(withheld: bool) -> None:
    d = Dossier(sources=[Source(id="s", text="one")])  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="not the text that source 's' had"):
        (d.without_text() if withheld else d).with_text({"s": "other"})


def test_a_text_for_no_source_is_refused() -> None:
    with pytest.raises(UnknownIdError, match="no source on record is 'x'"):
        Dossier().with_text({"x": "one"})


def test_a_text_that_was_never_known_can_be_given() -> None:
    d = Dossier(sources=[Source(id="s")])  # type: ignore[arg-type]
    assert d.with_text({"s": "one"}).sources["s"].text == "one"


def test_a_dossier_with_faults_is_not_written() -> None:
    with pytest.raises(FormatError, match=r"\$\.sources\[0\]\.revises"):
        dumps(Dossier(sources=[Source(id="s", revises="x")]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Dossier(actors=[Source(id=SourceId("s"))]),  # type: ignore[list-item]
        lambda: Dossier(actors="abc"),  # type: ignore[arg-type]
        lambda: Dossier(extra={"a:b": 1}),  # type: ignore[arg-type]
        lambda: Dossier().add("s"),  # type: ignore[arg-type]
    ],
    ids=["another noun", "a text", "a dict for extra", "a text to add"],
)
def test_a_dossier_takes_only_what_belongs_in_it(make: Any) -> None:
    with pytest.raises(InvalidValueError):
        make()
