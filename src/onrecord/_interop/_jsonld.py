"""What the two JSON-LD exports share: IRIs for what is on record, and times that plain ISO 8601 holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from onrecord._dossier import Dossier
from onrecord._interop._instants import iso
from onrecord._when import When
from onrecord.errors import InvalidValueError

BASE = "urn:onrecord:"
"""What stands before every id where the caller gives nothing else."""

Namer: TypeAlias = Callable[[str], str]
"""Makes the IRI of what has an id."""

_NOT_IN_IRIS = r"""\s<>"{}|\\^`\[\]\x00-\x20\x7f-\x9f"""
_BASE = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:[^#{_NOT_IN_IRIS}]*")
_WEB = re.compile(rf"https?://[^{_NOT_IN_IRIS}]+", re.IGNORECASE)
_DAY = r"\d{4}-\d\d-\d\d"
_ISO = re.compile(rf"{_DAY}(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)
_INSTANT = re.compile(rf"{_DAY}T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


def namer(base: str) -> Namer:
    """What makes the IRI of an id: the base, and the id's UTF-8 bytes, percent-encoded but for `A-Za-z0-9-._~`.

    >>> namer(BASE)("Ann Lee")
    'urn:onrecord:Ann%20Lee'

    Raises:
        InvalidValueError: if the base is no absolute IRI, or has a fragment.
    """
    if type(base) is not str or not _BASE.fullmatch(base):
        message = f"base must be an absolute IRI without a fragment, as {BASE!r} or 'https://…/', got {base!r}"
        raise InvalidValueError(message, field="base", value=base)
    return lambda key: base + quote(key, safe="")


def check_dossier(value: object) -> None:
    """Refuse what is no dossier.

    Raises:
        InvalidValueError: for anything but a dossier.
    """
    if not isinstance(value, Dossier):
        message = f"only a whole dossier can be exported so, not {value!r:.80}: give the dossier, as answer.dossier"
        raise InvalidValueError(message, field="dossier", value=value)


def web_address(url: str | None) -> str | None:
    """The url if it is a whole `http` or `https` address that an IRI may be; None otherwise."""
    if url is None or not _WEB.fullmatch(url):
        return None
    try:
        return url if urlsplit(url).hostname else None
    except ValueError:
        return None


def iso_value(value: str) -> str | None:
    """The value if it is one whole day, or one clock time to the minute or finer, as ISO 8601; None otherwise.

    >>> iso_value("2023-05-03T02:27"), iso_value("2023-05-03~"), iso_value("2023-05")
    ('2023-05-03T02:27', None, None)
    """
    return value if _ISO.fullmatch(value) else None


def instant(when: When | None) -> str | None:
    """The time in UTC, if it is told to the second or finer and with its offset from UTC."""
    if when is None or when.value is None or not _INSTANT.fullmatch(when.value):
        return None
    return iso(when.bounds[0], floating=False)
