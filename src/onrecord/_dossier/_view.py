"""What `Dossier.show` answers with: one thing in context, written when somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from onrecord._dossier._public import public_names

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier

_Writer: TypeAlias = "Callable[[Dossier, object], str]"  # a function of a module, so that a view can be pickled


class View:
    """One thing on record, shown in context: HTML in a notebook, plain text in a terminal and under `print`.

    >>> import onrecord
    >>> view = onrecord.load_seed().show("kremlin-damage")
    >>> print(str(view).splitlines()[0])
    Material damage to the Kremlin buildings event · kremlin-damage
    """

    __slots__ = ("_dossier", "_html", "_shown", "_text")

    def __init__(self, dossier: Dossier, shown: object, *, html: _Writer, text: _Writer) -> None:
        self._dossier = dossier
        self._shown = shown
        self._html = html
        self._text = text

    @property
    def html(self) -> str:
        """The view as one HTML element of less than 100 kB, with its style, without script, link or outside address."""
        return self._html(self._dossier, self._shown)

    @property
    def text(self) -> str:
        """The view as plain text: at most 60 lines of at most 100 columns, without control codes."""
        return self._text(self._dossier, self._shown)

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text

    __dir__ = public_names
