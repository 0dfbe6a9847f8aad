"""Taking texts out of a dossier that is passed on, and putting them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from onrecord._model import Source, SourceId
from onrecord.errors import InvalidValueError, UnknownIdError

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier


def digest_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


def without_text(dossier: Dossier) -> Dossier:
    """See `Dossier.without_text`."""
    told = [source for source in dossier.sources if source.text is not None]
    withheld = (attrs.evolve(source, text=None, digest=digest_of(source.text or "")) for source in told)
    return dossier.replace(*withheld)


def with_text(dossier: Dossier, texts: Mapping[SourceId, str] | Mapping[str, str]) -> Dossier:
    """See `Dossier.with_text`."""
    return dossier.replace(*(_restored(dossier, key, text) for key, text in texts.items()))


def _restored(dossier: Dossier, key: str, text: str) -> Source:
    source = next((source for source in dossier.sources if source.id == key), None)
    if source is None:
        raise UnknownIdError(f"no source on record is {key!r}", key=key)
    known = source.digest if source.text is None else digest_of(source.text)
    if known is not None and known != digest_of(text):
        message = f"not the text that source {key!r} had: its SHA-256 is {digest_of(text)}, not {known}"
        raise InvalidValueError(message, field="Source.text", value=key)
    return attrs.evolve(source, text=text, digest=None)
