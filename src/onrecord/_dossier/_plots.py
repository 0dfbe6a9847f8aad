"""What `Dossier.plot` offers: pictures, each drawn by the views when it is asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from onrecord._dossier import _doors
from onrecord._dossier._public import public_names
from onrecord._model import Event, Location
from onrecord._when import Moment

if TYPE_CHECKING:
    from onrecord._dossier._doors import Picture
    from onrecord._dossier._dossier import Dossier


class Plots:
    """Pictures of a dossier, each an altair chart that can be shown and saved without a network.

    `save("x.png")`, `save("x.svg")` and `save("x.html")` write a picture, a drawing and a page that stands alone. In a
    notebook a picture shows itself as a drawing without script, with the words on hover. Widths are in pixels, from
    320 to 10,000. What a picture leaves out it counts.

    Every method raises `MissingExtraError` where `onrecord[plot]` is not installed.
    """

    __slots__ = ("_dossier",)

    __dir__ = public_names

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def __repr__(self) -> str:
        return "<Plots: timeline(), accounts(event), chains(), map()>"

    def timeline(
        self,
        *,
        by: Literal["place", "kind"] | None = None,
        start: Moment | None = None,
        end: Moment | None = None,
        zone: str | None = None,
        width: int = 900,
        listed: int | None = 100,
        limit: int = 1000,
    ) -> Picture:
        """Events as bars of when they may have been, and certainly were; those without a time are listed below.

        A bar runs from the earliest begin to the latest end, its dark core from the latest begin to the earliest end;
        an end that is not known is drawn open. It is filled only where somebody holds that the event happened or goes
        on. An event that may reach into the period, but not on the axis' clock, because one of them is told without a
        zone, is an arrow alone.
        Rows stand in order of time, document and id, each event once.

        Args:
            by: whether to group the rows by place or by kind of event.
            start: the first moment shown; it and `end` choose events as `Dossier.events_between` does.
            end: the first moment after those shown.
            zone: whose clock the axis shows; None: the zone named by most of the times, or UTC. Times without a zone
                are drawn as they read, and are counted.
            width: of the picture; below 600 each label stands above its bar.
            listed: how many of the events without a time are named; the rest are counted. None: all.
            limit: how many rows are drawn at most; the rest are counted.

        Raises:
            InvalidValueError: for another `by`, a width that is too small or too great, a limit or number below 0, an
                end not later than the start, or only one of them with a zone.
            WhenError: for a text that is no time, or a zone that there is not.
        """
        period = (start, end)
        return _doors.picture(
            "timeline", self._dossier, by=by, period=period, zone=zone, width=width, listed=listed, limit=limit
        )

    def accounts(
        self,
        event: Event | str,
        *,
        details: Collection[str] | None = None,
        width: int = 900,
        limit: int = 1000,
    ) -> Picture:
        """Who says what of an event and of its parts, detail by detail, and how firmly; the words are on hover.

        A column is a speaker, a row a detail, a mark one account's position on it: a disc affirms, a cross denies, a
        diamond does neither; a dark one is certain, a light one probable, a hollow one only possible. Where more speak
        than fit side by side, the picture has several panels below each other.

        Args:
            event: an event, its id or name.
            details: the kinds of detail that are drawn: `status`, `when`, `where`, a participant's role, a
                description's aspect or a quantity's kind; positions on others are counted. None: all.
            width: of the picture; below 600 each detail stands above its marks.
            limit: how many positions are drawn at most, those on the event itself first; the rest are counted.

        Raises:
            UnknownIdError: for what is no event of the dossier.
            AmbiguousNameError: for a name that several events bear.
            InvalidValueError: for a kind of detail that no account has, a width that is too small or too great, or a
                limit below 0.
        """
        return _doors.picture("accounts", self._dossier, event, details=details, width=width, limit=limit)

    def chains(self, *, width: int = 900, limit: int = 1000) -> Picture:
        """Through whom what is said is known: from each source outward to those who speak, and on to whom they relay.

        A line stands for statements, and is the wider the more they are; the number of those that a speaker makes
        stands behind the name. Those who relay others come first, then those who say most.

        Args:
            width: of the picture; it grows where a chain is too long for it.
            limit: how many rows are drawn at most; who stands in the others is counted.

        Raises:
            InvalidValueError: for a width that is too small or too great, or a limit below 0.
        """
        return _doors.picture("chains", self._dossier, width=width, limit=limit)

    def map(self, *, within: Location | str | None = None, width: int = 900, listed: int | None = 100) -> Picture:
        """The places with points, within the world's coastline, and the names of those without.

        Nothing is placed that has no point of its own. Places nearer to each other than a mark's width share one mark.
        A radius of doubt is drawn where it is wider than the mark. Borders are not drawn: where they run is itself in
        dispute.

        Args:
            within: a place, its id or name: only it and what lies within it are drawn, and as near as a city; the
                others are counted. None: all places.
            width: of the picture.
            listed: how many of the places without a point are named; the rest are counted. None: all.

        Raises:
            UnknownIdError: for what is no place of the dossier.
            AmbiguousNameError: for a name that several places bear.
            InvalidValueError: for a width that is too small or too great, or a number listed below 0.
        """
        return _doors.picture("map", self._dossier, within=within, width=width, listed=listed)
