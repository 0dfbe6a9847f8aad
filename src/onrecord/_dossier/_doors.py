"""What a dossier offers from the layers above it, loaded when called: the one place that imports upward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier
    from onrecord._dossier._selection import Selection


def html(shown: Dossier | Selection[Any]) -> str:
    """The notebook's view of a dossier or an answer."""
    from onrecord._views import html as view

    return view(shown)


def rows(selection: Selection[Any]) -> list[dict[str, object]]:
    """One flat row of plain values an item."""
    from onrecord._interop import rows as make_rows

    return make_rows(selection)
