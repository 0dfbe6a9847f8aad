"""Relative times made absolute, as far as their anchors have times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord._dossier._walk import map_times
from onrecord._model import Event, Source, Statement
from onrecord._when import When

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier


def resolve(dossier: Dossier) -> Dossier:
    """See `Dossier.resolve_times`; rounds go on until one changes nothing, so that anchors may be relative too."""
    while True:
        changed = _one_round(dossier)
        if changed == dossier:
            return dossier
        dossier = changed


def _one_round(dossier: Dossier) -> Dossier:
    def change(when: When) -> When:
        anchor = _anchor(dossier, when)
        return when if anchor is None else when.resolve(anchor)

    tables = (dossier.sources, dossier.actors, dossier.events, dossier.statements)
    nouns = [noun for table in tables for noun in table]
    return dossier.replace(*(new for noun in nouns if (new := map_times(noun, change)) is not noun))


def _anchor(dossier: Dossier, when: When) -> When | None:
    if when.resolved or when.relative_to is None or when.relative_to not in dossier:
        return None
    noun = dossier[when.relative_to]
    if isinstance(noun, Source):
        return noun.published
    if isinstance(noun, Statement):
        return noun.said
    return noun.when or dossier.window(noun) if isinstance(noun, Event) else None
