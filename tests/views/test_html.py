"""The notebook's views: small, whole, and each thing in context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

import attrs
import pytest

from onrecord import (
    Actor,
    ActorId,
    Builder,
    Dossier,
    Event,
    EventId,
    Factuality,
    Form,
    Quantity,
    Selection,
    Source,
    SourceId,
    Statement,
    StatementId,
    Statements,
    Voice,
    When,
    load_seed,
)
from onrecord._views import html
from onrecord._views._css import CSS
from tests.views.hostile import VIEWS, spiked

SEED = load_seed()


def words_of(page: str) -> str:
    """What a page says, without its markup and style."""
    return re.sub(r"<[^>]*>", " ", page.replace(CSS, "")).replace("  ", " ")


def rows_of(page: str) -> list[dict[str, str]]:
    """The rows of a page's first table with heads, each by its columns' names."""
    table = re.findall(r"<table>.*?</table>", page)[0]
    heads = re.findall(r'<th scope="col">(.*?)</th>', table)
    bodies = re.findall(r'<tr><th scope="row">(.*?)</tr>', table)
    cells = (re.split(r"</t[hd]>(?:<td[^>]*>)?", body)[: len(heads)] for body in bodies)
    return [dict(zip(heads, map(_plain, row), strict=True)) for row in cells]


def _plain(cell: str) -> str:
    return re.sub(r"<[^>]*>", "", cell.replace("</li><li>", "; "))


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("char", ['"', "\x00", "基", "x"])
def test_a_view_of_huge_texts_is_below_100_kilobytes(name: str, char: str) -> None:
    assert len(VIEWS[name](spiked(char * 20_000)).encode()) < 100_000


@pytest.mark.parametrize("table", ["sources", "actors", "locations", "events", "statements"])
@pytest.mark.parametrize("char", ["\x00", "&", "\U000e0001"])
def test_a_table_of_many_huge_texts_is_below_100_kilobytes(table: str, char: str) -> None:
    d = spiked(char * 2_000)
    shown = getattr(d, table)
    assert len(html(type(shown)([*shown] * 20, d, note=char * 2_000)).encode()) < 100_000


@pytest.mark.parametrize("answer", ["testimonies", "disputes", "doubts"])
def test_an_answer_of_many_huge_texts_is_below_100_kilobytes(answer: str) -> None:
    d = spiked("\x00" * 2_000)
    shown = getattr(d, answer)()
    assert len(html(type(shown)([*shown] * 20, d)).encode()) < 100_000


def test_an_event_with_very_many_long_accounts_is_below_100_kilobytes() -> None:
    d = spiked("\x00" * 500)
    copies = [attrs.evolve(d.statements[0], id=StatementId(f"{number}")) for number in range(2_000)]
    shown = d.add(*copies).show(d.events[0]).html
    assert len(shown.encode()) < 100_000
    assert "2,003 accounts" in shown


def test_a_text_that_is_cut_ends_in_an_ellipsis() -> None:
    assert f"{'x' * 599}…</td>" in html(spiked("x" * 700).actors)


def test_twenty_rows_are_shown_and_the_rest_is_counted() -> None:
    events = [Event(id=EventId(f"e{number:05}"), label="Fire") for number in range(1254)]
    shown = html(Dossier(events=events).events)
    assert shown.count("<tr>") == 1 + 20
    assert "… 1,234 more" in shown


def test_twenty_rows_are_told_as_all() -> None:
    events = [Event(id=EventId(f"e{number:05}"), label="Fire") for number in range(20)]
    assert "more</" not in html(Dossier(events=events).events)


class _Shy(Statements):
    """An answer of which no more than 20 may be asked for at once."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Statement]:
        assert len(self) <= 20
        return super().__iter__()


def test_only_the_rows_shown_are_taken_from_an_answer() -> None:
    d = spiked("plain")
    assert "… 10 more" in html(_Shy([*d.statements] * 10, d))


def test_no_index_of_the_whole_is_built_for_a_view() -> None:
    d = spiked("plain")
    for thing in (*d.sources, *d.actors, *d.events, *d.statements, *d.links, d.events, d.statements, d.sources):
        assert d.show(thing).html
    assert not {"by_id", "ranked", "accounts", "windows", "names", "spoken"} & set(d._index.__dict__)


def test_a_view_is_the_same_with_the_indexes_built_and_without() -> None:
    cold, warm = load_seed(), load_seed()
    warm.find(str(warm.chain(warm.statements[0])))
    assert warm.window("kremlin-drone-strike")
    views = ((cold.show(thing), warm.show(thing)) for thing in (*cold.events, *cold.statements, *cold.actors))
    different = [one.text for one, other in views if one.html != other.html]
    assert different == []
    assert html(cold.events) == html(warm.events)


def test_an_answers_note_is_shown() -> None:
    d = spiked("plain")
    assert "printed as X" in html(Selection(d.actors[:1], d, note="printed as X"))


def test_a_selection_shows_itself_in_a_notebook() -> None:
    d = spiked("plain")
    assert d.events._repr_html_() == html(d.events)


def test_a_dossier_shows_its_counts_in_a_notebook() -> None:
    assert '<th scope="row">statements</th><td>131</td>' in SEED._repr_html_()


def test_every_table_has_heads_for_its_columns_and_rows() -> None:
    for view in VIEWS.values():
        for table in re.findall(r"<table>.*?</table>", view(spiked("plain"))):
            columns = table.count('<th scope="col">')
            rows = table.count('<th scope="row">')
            assert columns > 1
            assert table.count("<td") == rows * (columns - 1)


def test_a_quotation_has_the_language_of_its_source() -> None:
    assert '<blockquote class="q" lang="en">' in SEED.show("s017a").html


def test_what_is_no_language_tag_is_shown_as_an_unknown_language() -> None:
    d = spiked('en" onclick="x')
    assert 'lang=""' in d.show(d.statements[0]).html


def test_a_view_has_no_link_to_a_sources_address() -> None:
    d = Dossier(sources=[Source(id=SourceId("s"), url="https://example.com/a?b=1&c=2")])
    shown = d.show("s").html
    assert "<td>https://example.com/a?b=1&amp;c=2</td>" in shown
    assert "href" not in shown


# A statement


def test_a_statement_shows_its_quotation_inside_its_sentence_with_what_attributes_it() -> None:
    shown = SEED.show("s005a").html
    assert (
        '<mark>Two drones were used in the </mark><mark class="hedge">alleged</mark><mark> attack</mark>, '
        '<span class="speaker">Moscow</span> <span class="cue hedge">claimed</span>, with nighttime footage showing '
        "fireballs erupting above the roof of the government complex.</blockquote>"
    ) in shown


def test_a_statement_shows_its_speaker_chain_times_factuality_and_hedges() -> None:
    shown = words_of(SEED.show("s017a").html)
    for told in ("Volodymyr Zelensky", "kremlin-drones ← Volodymyr Zelensky", "“on Wednesday”", "2023-05-03 (inferred"):
        assert told in shown
    assert "agent: Ukraine (certainly not)" in shown
    assert "“alleged”" in words_of(SEED.show("s005a").html)


def test_a_time_that_is_not_understood_is_told_as_such() -> None:
    b = Builder()
    b.quote(b.source(text="“No,” Ann said."), "No,", speaker=b.actor("Ann"), said=When(text="at dusk"), id="no")
    shown = words_of(b.build().show("no").html)
    assert "“at dusk”" in shown
    assert "not worked out" in shown


def test_a_long_quotation_is_folded() -> None:
    b = Builder()
    words = "word " * 300 + "end"
    b.quote(b.source(text=f"“{words}.”"), words, speaker=b.actor("Ann"), id="long")
    assert "<summary>the whole passage, 1,506 characters</summary>" in b.build().show("long").html


def test_a_statement_printed_twice_shows_both_places() -> None:
    b = Builder()
    story = b.source(text="“No,” Ann said.\nAnn denied it.")
    said = b.quote(story, "No,", speaker=b.actor("Ann"), id="no")
    b.reprint(said, story, "denied it")
    shown = b.build().show("no").html
    assert "<summary>printed again 1 time</summary>" in shown
    assert "<mark>denied it</mark>" in shown


def test_a_chain_that_is_too_long_is_told_as_cut() -> None:
    statements = [
        Statement(
            id=StatementId(f"s{number:03}"),
            voice=Voice.other,
            speaker=ActorId("ann"),
            content="No",
            form=Form.reported,
            via=StatementId(f"s{number + 1:03}") if number < 99 else None,
        )
        for number in range(100)
    ]
    d = Dossier(actors=[Actor(id=ActorId("ann"), name="Ann")], statements=statements)
    assert "… ← Ann ← Ann" in d.show("s000").html


# An event and its accounts


def test_an_event_shows_its_accounts_side_by_side() -> None:
    (row,) = rows_of(SEED.show("kremlin-damage").html)
    assert (row["speaker"], row["held"]) == ("Kremlin", "occurred, certainly not")
    assert row["in these words"]
    assert row["through"] == "kremlin-drones ← Kremlin"


def test_an_event_shows_the_accounts_of_its_parts_apart() -> None:
    shown = SEED.show("kremlin-drone-strike").html
    assert re.search(r"<summary>\d+ accounts of its 7 parts</summary>", shown)


def test_an_event_without_accounts_says_so() -> None:
    assert "no account of it is on record" in Dossier(events=[Event(id=EventId("e"), label="Fire")]).show("e").html


def test_an_account_shows_each_detail_with_its_factuality() -> None:
    b = Builder()
    story = b.source(text="Ann denied that she had lit two fires.")
    ann, fire = b.actor("Ann"), b.event("Fire")
    lit = b.participant("agent", ann, factuality="certainly_not")
    told = b.description("manner", "arson", words="lit")
    fires = Quantity(kind="fires", low=2, high=2, text="two")
    account = b.account(fire, participants=[lit], descriptions=[told], quantities=[fires], where=b.location("Harbour"))
    b.says(story, "that she had lit two fires", speaker=ann, accounts=[account])
    (row,) = rows_of(html(b.build().accounts_of("Fire")))
    assert row["details"] == "agent: Ann (certainly not); manner: arson “lit”; fires: 2 “two”; where: Harbour"


def test_of_an_account_with_very_many_details_the_first_twelve_are_shown() -> None:
    b = Builder()
    many = [b.description("manner", str(number)) for number in range(13)]
    b.says(b.source(text="It burnt."), "It burnt", accounts=[b.account(b.event("Fire"), descriptions=many)])
    shown = html(b.build().testimonies())
    assert "<li>manner: 11</li>" in shown
    assert "manner: 12" not in shown
    assert '<li class="more">… 1 more</li>' in shown


@pytest.mark.parametrize("factuality", [factuality for factuality in Factuality if factuality.doubts])
def test_a_doubt_shows_how_the_detail_is_held_and_not_the_account(factuality: Factuality) -> None:
    b = Builder(prefix="doubt")
    ann, fire = b.actor("Ann"), b.event("Fire")
    agent = b.participant("agent", ann, factuality=factuality)
    b.says(b.source(text="She may."), "She may", accounts=[b.account(fire, participants=[agent])])
    (row,) = rows_of(html(b.build().doubts()))
    assert (row["detail"], row["held"]) == ("agent: Ann", str(factuality).replace("_", " "))


# The others


def test_an_actor_shows_what_it_says() -> None:
    shown = SEED.show("Zelensky").html
    assert {row["id"] for row in rows_of(shown)} >= {"s017a", "s019b"}
    assert "president of Ukraine" in shown


def test_a_source_shows_its_text_with_the_quotations_marked_and_whose_they_are() -> None:
    shown = SEED.show("kremlin-drones").html
    assert '<mark title="Russia [s001a]">Ukraine of trying to assassinate Vladimir Putin' in shown
    assert "<details><summary>the text, with" in shown


def test_a_dispute_shows_every_side_with_its_words() -> None:
    dispute = SEED.disputes("kremlin-drone-strike")[0]
    positions = [row["position"] for row in rows_of(dispute._repr_html_())]
    assert list(dict.fromkeys(positions)) == ["yes", "no", "doubt"]


def test_a_chain_shows_its_steps_from_the_source_inward() -> None:
    chain_of = SEED.chain("s069b")
    rows = rows_of(chain_of._repr_html_())
    assert [row["speaker"] for row in rows] == [step.speaker_name for step in chain_of.steps]


@pytest.mark.parametrize("kind", ["testimonies", "disputes", "doubts"])
def test_an_answer_shows_itself_in_context(kind: str) -> None:
    answer = getattr(SEED, kind)()[0]
    assert answer._repr_html_() == SEED.show(answer).html


def test_an_answer_made_by_hand_shows_what_it_holds() -> None:
    given = attrs.evolve(SEED.testimonies()[0], dossier=None)
    shown = words_of(given._repr_html_())
    assert given.statement.evidence[0].content.spans[0].exact in shown
    assert given.account.event in shown


def test_a_link_shows_both_its_ends() -> None:
    link = SEED.links[0]
    assert [row["id"] for row in rows_of(SEED.show(link).html)] == [link.start, link.end]


def test_an_end_that_is_not_on_record_is_told_as_such() -> None:
    d = spiked("plain").remove("plain1")
    assert [row["noun"] for row in rows_of(d.show(d.links[0]).html)] == ["not on record", "statement"]


def test_a_place_shows_the_events_within_it() -> None:
    d = spiked("plain")
    assert "1 event said to be there" in d.show("plainu").html


def contrast(first: str, second: str) -> float:
    """The contrast of two colours by WCAG 2."""
    low, high = sorted(map(_luminance, (first, second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def themes() -> list[dict[str, str]]:
    found = re.findall(r"color-scheme:(?:light|dark);(.*?)}", CSS)
    return [dict(re.findall(r"--or-(\w+):(#\w{6})", theme)) for theme in found]


def test_every_colour_of_text_has_enough_contrast_with_every_ground_in_every_theme() -> None:
    assert len(themes()) == 4
    for theme in themes():
        grounds = [theme["bg"], theme["mark"]]
        pairs = [*zip(("fg", "cue", "who", "hedge"), repeat(grounds)), ("dim", [theme["bg"]])]
        low = [(name, ground) for name, all_ in pairs for ground in all_ if contrast(theme[name], ground) < 4.5]
        assert low == []


def test_of_an_actors_statements_the_speaker_is_named_where_it_is_another() -> None:
    b = Builder(prefix="x")
    ann, bob = b.actor("Ann", id="ann"), b.actor("Bob")
    both = b.actor("Ann and Bob", kind="joint", members=[ann, bob])
    story = b.source(text="Ann said no. They said so.")
    b.says(story, "no", speaker=ann)
    b.says(story, "so", speaker=both)
    d = b.build()
    assert [row["speaker"] for row in rows_of(d.show("ann").html)] == ["", "Ann and Bob"]
    assert "speaker" not in rows_of(SEED.show("Zelensky").html)[0]
