"""Relative times made absolute, as far as their anchors have times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord._dossier._walk import map_times
from onrecord._model import Event, Source, Statement
from onrecord._when import When
from onrecord.errors import CalendarRangeError

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier


def resolve(dossier: Dossier) -> Dossier:
    """See `Dossier.resolve_times`; rounds go on until one changes nothing, so that anchors may be relative too.

    An event whose window may still grow serves as an anchor only where nothing else can be resolved any more.
    """
    while True:
        changed = _one_round(dossier, patient=True)
        if changed == dossier:
            changed = _one_round(dossier, patient=False)
        if changed == dossier:
            return dossier
        dossier = changed


def _one_round(dossier: Dossier, *, patient: bool) -> Dossier:
    def change(when: When) -> When:
        anchor = _anchor(dossier, when, patient=patient)
        try:
            return when if anchor is None else when.resolve(anchor)
        except CalendarRangeError:
            return when

    tables = (dossier.sources, dossier.actors, dossier.events, dossier.statements)
    nouns = [noun for table in tables for noun in table]
    return dossier.replace(*(new for noun in nouns if (new := map_times(noun, change)) is not noun))


def _anchor(dossier: Dossier, when: When, *, patient: bool) -> When | None:
    if when.resolved or when.relative_to is None or when.relative_to not in dossier:
        return None
    noun = dossier[when.relative_to]
    if isinstance(noun, Source):
        return noun.published
    if isinstance(noun, Statement):
        return noun.said
    return _event_time(dossier, noun, patient=patient) if isinstance(noun, Event) else None


def _event_time(dossier: Dossier, event: Event, *, patient: bool) -> When | None:
    if event.when is not None and event.when.resolved:
        return event.when
    waiting = (t for t in dossier._index.times_of(event) if not t.resolved and t.offset and t.relative_to in dossier)
    return None if patient and any(waiting) else dossier.window(event)
