"""Shows the `>>>` lines of docstrings as sessions, which Markdown would take for quotations."""

from __future__ import annotations

import re
from typing import Any

from griffe import Extension, Object

_EXAMPLES = re.compile(r"^(?P<indent> *)>>> .*(?:\n(?P=indent) *\S.*)*", re.MULTILINE)


class FencedExamples(Extension):
    """Puts a `pycon` fence around every run of `>>>` lines and their output, up to the next blank line."""

    def on_object(self, *, obj: Object, **kwargs: Any) -> None:
        """Rewrite the docstring of one object as the site shows it."""
        if obj.docstring:
            obj.docstring.value = _EXAMPLES.sub(_fence, obj.docstring.value)


def _fence(match: re.Match[str]) -> str:
    return f"{match['indent']}```pycon\n{match[0]}\n{match['indent']}```"
