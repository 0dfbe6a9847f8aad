"""From what is to be shown to its page: which view shows what, and in which dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord._dossier import Chain, Dispute, Dossier, Doubt, Noun, Selection, Side, Step, Testimony, View
from onrecord._model import Actor, Event, Identity, Link, Location, Source, Statement
from onrecord._views._answer_pages import (
    chain_page,
    dispute_page,
    doubt_page,
    identity_page,
    link_page,
    side_page,
    testimony_page,
)
from onrecord._views._blocks import Page
from onrecord._views._event_page import event_page
from onrecord._views._excerpt import nouns
from onrecord._views._html import page_html
from onrecord._views._noun_pages import actor_page, location_page, source_page
from onrecord._views._plain import page_text
from onrecord._views._statement_page import statement_page
from onrecord._views._tables import dossier_page, selection_page
from onrecord.errors import UnknownIdError

_ON_RECORD: dict[type, Callable[[Dossier, Any], Page]] = {
    Source: source_page,
    Actor: actor_page,
    Location: location_page,
    Event: event_page,
    Statement: statement_page,
}
_GIVEN: dict[type, Callable[[Dossier, Any], Page]] = {
    Testimony: testimony_page,
    Dispute: dispute_page,
    Doubt: doubt_page,
    Side: side_page,
    Chain: chain_page,
    Step: lambda d, step: statement_page(d, step.statement),
    Link: link_page,
    Identity: identity_page,
    Selection: lambda _, shown: selection_page(shown),
    Dossier: lambda _, shown: dossier_page(shown),
}
_PAGES = _ON_RECORD | _GIVEN
_MAY = "show takes a noun, its id or its name, a link, a judgement of identity, or an answer"
_MOST = 80  # characters of what cannot be shown


def html(shown: object, d: Dossier | None = None) -> str:
    """A dossier, an answer or a thing of a dossier as HTML; without the dossier, what the thing itself holds."""
    return page_html(_page(Dossier() if d is None else d, shown))


def show(d: Dossier, thing: object) -> View:
    """What `Dossier.show` answers: the thing is looked up now, and written when it is looked at."""
    shown = thing if any(cls in _GIVEN for cls in type(thing).__mro__) else _looked_up(d, thing)
    return View(d, shown, html=_html, text=_text)


def _looked_up(d: Dossier, thing: Any) -> Noun:
    """The noun on record under an object's id, an id or a name; only for a name the index of names is needed."""
    key = thing if isinstance(thing, str) else getattr(thing, "id", None)
    if not isinstance(key, str):
        raise UnknownIdError(f"{_MAY}, got {_short(thing)}", key=thing)
    found = nouns(d, [key], near=[thing])
    return found[0] if found[0] is not None else d[d.id_of(thing)]


def _short(thing: object) -> str:
    told = f"{type(thing).__name__} {thing!r}"
    return told if len(told) <= _MOST else told[: _MOST - 1] + "…"


def _html(d: Dossier, shown: object) -> str:
    return page_html(_page(d, shown))


def _text(d: Dossier, shown: object) -> str:
    return page_text(_page(d, shown))


def _page(d: Dossier, shown: object) -> Page:
    make = next(_PAGES[cls] for cls in type(shown).__mro__ if cls in _PAGES)
    return make(d, shown)
