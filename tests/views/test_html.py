"""The notebook's view: whatever the data, the markup is ours, and small."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import (
    Builder,
    Dossier,
    Event,
    EventId,
    Factuality,
    Name,
    Quantity,
    Selection,
    Statement,
    Statements,
    When,
)
from onrecord._views import html

HOSTILE = [
    "<script>alert(1)</script>",
    "</td></tr></table><img src=x onerror=alert(1)>",
    '" style="position:fixed" onmouseover="x()',
    "'><svg/onload=x()>",
    "<!--",
    "]]>",
    "&lt;b&gt; &amp; &#60;",
    "{{7*7}} ${x} <%= x %>",
    "javascript:alert(1)",
    "\u202eevil\u202c \u2066x\u2069 \u200bz\u200d \ufeff",
    "\x00\x1b[31m\x07\x08\x9b",
    "a\r\nb\u2028c\x0b\x0c",
]
TEXTS = st.text(min_size=1, max_size=30) | st.lists(st.sampled_from(HOSTILE), min_size=1).map("".join)
VIEWS: dict[str, Callable[[Dossier], Dossier | Selection[Any]]] = {
    "dossier": lambda d: d,
    "sources": lambda d: d.sources,
    "actors": lambda d: d.actors,
    "locations": lambda d: d.locations,
    "events": lambda d: d.events,
    "statements": lambda d: d.statements,
    "testimonies": lambda d: d.testimonies(),
    "disputes": lambda d: d.disputes(),
    "doubts": lambda d: d.doubts(),
    "mixed": lambda d: Selection([*d.actors, *d.statements], d, note=d.actors[0].name),
}


class _Tags(HTMLParser):
    """Everything in a text that is not data."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        self.found.append(data)

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)

    handle_pi = unknown_decl = handle_comment


def spiked(text: str) -> Dossier:
    """A dossier with one text in every field that takes any."""
    b = Builder()
    where = b.location(text, id=f"{text}where", names=[Name(value=text)], within=b.location(text, id=f"{text}outer"))
    when = When(text=text)
    article = b.source(text=f"{text}.", title=text, url=text, published=when, id=f"{text}source")
    ann, bob = (b.actor(text, id=f"{text}{who}", names=[text] * 7) for who in ("ann", "bob"))
    fire = b.event(text, id=f"{text}fire", where=where)
    for who, factuality in ((ann, "certain"), (bob, "certainly_not"), (ann, "unknown")):
        agent, other = b.participant("agent", where), b.participant("other", text)
        told = b.description("what", text, words=text)
        account = b.account(
            fire,
            factuality=factuality,
            when=when,
            where=where,
            participants=[agent, other],
            descriptions=[told],
            quantities=[Quantity(kind=text, low=1, unit=text, text=text)],
        )
        b.quote(article, text, nth=1, speaker=who, said=when, accounts=[account])
    return b.build()


def markup(d: Dossier) -> dict[str, list[object]]:
    return {name: _Tags(html(view(d))).found for name, view in VIEWS.items()}


@given(TEXTS)
def test_no_text_of_the_data_alters_the_markup(text: str) -> None:
    assert markup(spiked(text)) == PLAIN


PLAIN = markup(spiked("plain"))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_hidden_character_of_the_data_reaches_the_page(view: str, text: str) -> None:
    shown = html(VIEWS[view](spiked(text)))
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_no_script_link_or_image(view: str) -> None:
    tags = {found[0] for found in _Tags(html(VIEWS[view](spiked("plain")))).found if isinstance(found, tuple)}
    assert tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("char", ['"', "\x00", "基", "x"])
def test_a_view_of_huge_texts_is_below_100_kilobytes(view: str, char: str) -> None:
    shown = VIEWS[view](spiked(char * 100_000))
    if isinstance(shown, Selection):
        shown = type(shown)([item for item in shown for _ in range(20)], shown.dossier, note=char * 100_000)
    assert len(html(shown).encode()) < 100_000


def test_a_text_that_is_cut_ends_in_an_ellipsis() -> None:
    assert f"{'x' * 399}…</td>" in html(spiked("x" * 500).actors)


def test_twenty_rows_are_shown_and_the_rest_is_counted() -> None:
    events = [Event(id=EventId(f"e{number:05}"), label="Fire") for number in range(1254)]
    shown = html(Dossier(events=events).events)
    assert shown.count("<tr>") == 1 + 20 + 1
    assert "… 1,234 more" in shown


def test_twenty_rows_are_told_as_all() -> None:
    events = [Event(id=EventId(f"e{number:05}"), label="Fire") for number in range(20)]
    assert "more" not in html(Dossier(events=events).events)


class _Shy(Statements):
    """An answer of which no more than 20 may be asked for at once."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Statement]:
        assert len(self) <= 20
        return super().__iter__()


def test_only_the_rows_shown_are_taken_from_an_answer() -> None:
    d = spiked("plain")
    assert "… 10 more" in html(_Shy([*d.statements] * 10, d))


def test_an_answers_note_is_shown() -> None:
    d = spiked("plain")
    assert "printed as X" in html(Selection(d.actors[:1], d, note="printed as X"))


def test_a_selection_shows_itself_in_a_notebook() -> None:
    d = spiked("plain")
    assert d.events._repr_html_() == html(d.events)


def test_a_dossier_shows_its_counts_in_a_notebook() -> None:
    assert "<td" in spiked("plain")._repr_html_()


def rows_of(shown: str) -> list[dict[str, str]]:
    """The rows of a table, each by its columns' names."""
    heads = re.findall(r"<th [^>]*>(.*?)</th>", shown)
    bodies = re.findall(r"<tr>(<td .*?)</tr>", shown)
    return [dict(zip(heads, re.findall(r"<td [^>]*>(.*?)</td>", body), strict=True)) for body in bodies]


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
    (row,) = rows_of(html(b.build().testimonies()))
    assert row["details"] == "; ".join([*(f"manner: {number}" for number in range(12)), "…"])


@pytest.mark.parametrize("factuality", [factuality for factuality in Factuality if factuality.doubts])
def test_a_doubt_shows_how_the_detail_is_held_and_not_the_account(factuality: Factuality) -> None:
    b = Builder(prefix="doubt")
    ann, fire = b.actor("Ann"), b.event("Fire")
    agent = b.participant("agent", ann, factuality=factuality)
    b.says(b.source(text="She may."), "She may", accounts=[b.account(fire, participants=[agent])])
    (row,) = rows_of(html(b.build().doubts()))
    assert (row["detail"], row["held"]) == ("agent: Ann", str(factuality).replace("_", " "))
