"""No text of any field alters the markup of any view, shown by parsing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Dossier, Selection
from onrecord._dossier._visible import visible
from onrecord._views import html, show
from onrecord.testing import dossiers
from tests.views.hostile import OWN, VIEWS, Tags, harmless, is_there, naughty, spiked, views_of

HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
PART = 40
LISTED = naughty() if is_there() else []


def altered(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Where a text alters the markup: the text and the view."""
    plain: dict[int, dict[str, list[object]]] = {}
    found = []
    for text in texts:
        expected = plain.setdefault(len(text), {}) or plain[len(text)]
        expected |= {} if expected else {name: Tags(shown).found for name, shown in views_of(harmless(text))}
        found += [(text, name) for name, shown in views_of(text) if Tags(shown).found != expected[name]]
    return found


def parts(texts: list[str]) -> list[list[str]]:
    return [texts[at : at + PART] for at in range(0, len(texts), PART)]


def test_there_are_at_least_200_hostile_texts_of_our_own() -> None:
    assert len(set(OWN)) >= 200


@pytest.mark.parametrize("texts", parts(OWN), ids=lambda texts: repr(texts[0])[:20])
def test_no_hostile_text_alters_the_markup_of_any_view(texts: list[str]) -> None:
    assert altered(texts) == []


@pytest.mark.skipif(
    not LISTED, reason="NOT TESTED: the big list of naughty strings, for tests/data/blns.json is not here"
)
@pytest.mark.parametrize("texts", parts(LISTED), ids=lambda texts: repr(texts[0])[:20])
def test_no_naughty_string_alters_the_markup_of_any_view(texts: list[str]) -> None:
    assert altered(texts) == []


def test_a_text_that_is_not_escaped_would_be_seen_to_alter_the_markup() -> None:
    assert Tags("<p>x</p>").found != Tags("<p><b>x</b></p>").found
    assert Tags('<p title="x">').found != Tags('<p title="x" onclick="y">').found


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_no_text_at_all_alters_the_markup_of_any_view(text: str) -> None:
    assert altered([text]) == []


@pytest.mark.parametrize("text", OWN[::7])
def test_no_hidden_character_of_the_data_reaches_the_page(text: str) -> None:
    shown = {name: set(page.replace("\n", "")) for name, page in views_of(text)}
    assert [name for name, chars in shown.items() if {unicodedata.category(char) for char in chars} & HIDDEN] == []


def test_only_the_text_of_a_source_has_line_breaks_in_the_page() -> None:
    assert [name for name, page in views_of("a\nb") if "\n" in page] == ["source"]


def tags_of(page: str) -> set[str]:
    return {found[0] for found in Tags(page).found if isinstance(found, tuple)}


def test_a_view_has_no_script_link_image_or_form() -> None:
    ours = {"div", "style", "p", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "mark"}
    ours |= {"details", "summary", "blockquote"}
    assert set().union(*(tags_of(page) for _, page in views_of("http://example.com/"))) <= ours


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_names_no_outside_address_of_its_own(name: str) -> None:
    page = VIEWS[name](spiked("plain"))
    assert not any(word in page for word in ("http", "//", "url(", "@import", "src=", "href="))


@pytest.mark.parametrize("text", OWN[::5])
def test_no_control_code_of_the_data_reaches_a_terminal(text: str) -> None:
    d = spiked(text)
    things = (
        *d.sources,
        *d.actors,
        *d.locations,
        *d.events,
        *d.statements,
        *d.links,
        *d.identities,
        d.events,
        d.disputes(),
    )
    shown = [show(d, thing).text for thing in things]
    assert [line for page in shown for line in page.split("\n") if visible(line) != line] == []


@pytest.mark.parametrize("text", OWN[::5])
def test_the_text_of_an_answer_is_one_line_without_control_codes(text: str) -> None:
    d = spiked(text)
    answers = (d, d.events, d.statements, d.statements_by(d.actors[0]), *d.disputes(), *d.doubts(), *d.testimonies())
    sides = (side for dispute in d.disputes() for side in dispute.sides)
    noted = Selection(d.actors, d, note=text)
    told = (*answers, *sides, *map(d.chain, d.statements), noted)
    assert [shown for one in told for shown in (repr(one), str(one)) if visible(shown) != shown] == []


@settings(max_examples=25)
@given(dossiers())
def test_everything_of_every_dossier_can_be_shown(d: Dossier) -> None:
    things = (*d.sources, *d.actors, *d.locations, *d.events, *d.statements, *d.links, *d.identities)
    answers = (*d.testimonies(), *d.disputes(), *d.doubts(), *map(d.chain, d.statements))
    for thing in (*things, *answers, d.sources, d.events, d.statements, d.testimonies(), d.disputes(), d.doubts()):
        view = show(d, thing)
        assert len(view.html.encode()) < 100_000
        assert len(view.text.split("\n")) <= 60
        assert html(thing)  # without the dossier, too
