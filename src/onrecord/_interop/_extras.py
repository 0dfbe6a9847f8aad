"""Optional dependencies, loaded when they are needed and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from onrecord.errors import MissingExtraError


def needed(module: str, *, by: str, install: str) -> Any:
    """An optional module.

    Args:
        module: its name.
        by: what needs it, in the words of the error.
        install: what `pip install` takes to bring all that is needed.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"{by} needs {module}: pip install {install}") from error
