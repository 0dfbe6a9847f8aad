"""What all pictures share: paper, ink, letters, and colours that are told apart without seeing red from green."""

from __future__ import annotations

from typing import Final

import attrs

from onrecord._model import Factuality

PAPER: Final = "#ffffff"
INK: Final = "#1a1a1a"
QUIET: Final = "#595959"
GRID: Final = "#e2e2e2"
BAND: Final = "#f4f4f4"

# Blue and vermilion of Okabe and Ito's set, darkened until both stand out from white at 4.5 to 1.
BLUE: Final = "#0067a0"
PALE_BLUE: Final = "#9dcbe8"
RED: Final = "#b84a00"
PALE_RED: Final = "#f7b98c"
GREY: Final = "#737373"

FONT: Final = "Helvetica, Arial, sans-serif"


@attrs.frozen
class Letters:
    """A kind of lettering."""

    size: int
    """The font's size in pixels."""
    colour: str = INK
    """The colour."""
    weight: str = "normal"
    """The weight."""
    align: str = "left"
    """Which end of the words stands at the point."""
    angle: int = 0
    """By how many degrees it is turned, clockwise."""


TITLE: Final = Letters(16, weight="bold")
SUBTITLE: Final = Letters(12, QUIET)
HEADING: Final = Letters(12, weight="bold")
LABEL: Final = Letters(12)
SMALL: Final = Letters(11, QUIET)
SMALL_END: Final = Letters(11, QUIET, align="right")
TICK: Final = Letters(11, QUIET, align="center")
SLANTED: Final = Letters(11, angle=-50)

LETTERS: Final = {
    "title": TITLE,
    "subtitle": SUBTITLE,
    "heading": HEADING,
    "label": LABEL,
    "small": SMALL,
    "small-end": SMALL_END,
    "tick": TICK,
    "slanted": SLANTED,
}

_CROSS = "M-1,-0.55L-0.55,-1L0,-0.45L0.55,-1L1,-0.55L0.45,0L1,0.55L0.55,1L0,0.45L-0.55,1L-1,0.55L-0.45,0Z"

FACTUALITY: Final = {
    Factuality.certain: ("circle", BLUE, BLUE),
    Factuality.probable: ("circle", PALE_BLUE, BLUE),
    Factuality.possible: ("circle", PAPER, BLUE),
    Factuality.uncommitted: ("diamond", "#c9c9c9", GREY),
    Factuality.unknown: ("diamond", PAPER, GREY),
    Factuality.possibly_not: (_CROSS, PAPER, RED),
    Factuality.probably_not: (_CROSS, PALE_RED, RED),
    Factuality.certainly_not: (_CROSS, RED, RED),
}
"""From full affirmation to full denial: shape, fill and outline. Shape tells the side, fill how firmly it is held."""
