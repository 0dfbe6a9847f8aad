"""What joins objects, as answers: links and judgements of identity, to be made into rows as other answers are."""

from __future__ import annotations

from onrecord._dossier._selection import Selection
from onrecord._model import Identity, Link


class Links(Selection[Link]):
    """Links, by kind, start and end."""

    __slots__ = ()


class Identities(Selection[Identity]):
    """Judgements of identity, by first and second."""

    __slots__ = ()
