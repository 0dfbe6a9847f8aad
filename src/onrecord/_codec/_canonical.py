"""The canonical form of a dossier: the one JSON text that RFC 8785 (JCS) allows for it, and its digest."""

from __future__ import annotations

import functools
import hashlib
import json
from decimal import Decimal
from typing import Any

from onrecord._codec._writing import to_dict
from onrecord._dossier import Dossier


def canonical_bytes(dossier: Dossier) -> bytes:
    """Write the canonical form."""
    return canonical(to_dict(dossier))


def digest(dossier: Dossier) -> str:
    """Hash the canonical form."""
    return hashlib.sha256(canonical_bytes(dossier)).hexdigest()


def canonical(data: Any) -> bytes:
    """The canonical form of plain JSON data, whose integers every reader of JSON keeps."""
    return _text(data).encode()


def _text(value: Any) -> str:
    if isinstance(value, str):
        return _QUOTED(value)
    if isinstance(value, dict):
        return _object(value)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, list):
        return f"[{','.join([_text(item) for item in value])}]"  # pyright: ignore[reportUnknownVariableType]
    return _number(value) if isinstance(value, float) else json.dumps(value)


def _object(data: dict[str, Any]) -> str:
    members = [f"{_QUOTED(key)}:{_text(data[key])}" for key in sorted(data, key=_code_units)]
    return f"{{{','.join(members)}}}"


@functools.lru_cache(1024)  # most keys are the format's own
def _code_units(key: str) -> bytes:
    return key.encode("utf-16-be")


def _number(value: float) -> str:
    """As Number::toString of ECMAScript writes it: the digits of `repr`, with the point in another place."""
    if value == 0:
        return "0"
    sign, numbers, exponent = Decimal(repr(value)).as_tuple()
    digits = "".join(map(str, numbers))
    unsigned = _placed(digits.rstrip("0"), len(digits) + int(exponent))
    return f"-{unsigned}" if sign else unsigned


def _placed(digits: str, point: int) -> str:
    """Digits with a decimal point behind the first `point` of them (ECMA-262, 6.1.6.1.20, steps 6 to 12)."""
    if len(digits) <= point <= 21:
        return digits.ljust(point, "0")
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if digits[1:] else ""
    return f"{digits[0]}{fraction}e{point - 1:+d}"


_QUOTED = json.encoder.encode_basestring  # it escapes what the RFC has escaped (section 3.2.2.2), and no more
