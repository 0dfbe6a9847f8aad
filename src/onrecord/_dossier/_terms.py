"""Words for vocabulary members at the edges: `told(status="planned")` as well as the enum's member."""

from __future__ import annotations

from typing import TypeVar

from onrecord._model import Vocabulary
from onrecord.errors import InvalidValueError

V = TypeVar("V", bound=Vocabulary)


def as_term(vocabulary: type[V], value: V | str) -> V:
    """The member that a value is or names.

    Raises:
        InvalidValueError: for a word that is not in the vocabulary, listing those that are.
    """
    try:
        return vocabulary(value)
    except ValueError:
        terms = ", ".join(str(term) for term in vocabulary)
        message = f"{vocabulary.__name__} has no {value!r}; its terms are: {terms}"
        raise InvalidValueError(message, field=vocabulary.__name__, value=value) from None
