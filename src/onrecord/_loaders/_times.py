"""From a text to the times that it tells."""

from __future__ import annotations

from onrecord._loaders._article import check_text
from onrecord._model import Span
from onrecord._when import Moment, When


def find_times(
    text: str, reference: Moment | None = None, *, relative_to: str = "reference"
) -> tuple[tuple[Span, When], ...]:
    """Every time that an English news text tells, in order: its exact words and place, and what time they mean.

    The values are as exact as the words, and never more: "last month" is a month, "Tuesday night" some time of that
    night, "early 2022" the year. A time that cannot be known keeps its words and has no value. Spans never overlap.

    Weekdays and months follow the tense of the verb that governs them: "was held on Friday" is the last Friday up to
    the reference, "will be held on Friday" the next from it on, and the reference's own weekday is that day. "The
    following day" and "two years later" are told from the time mentioned before, in the same paragraph; in a story of
    past years, as a history tells them, months and days without a year are too.

    What is no point in time has no value and says so in its `note`: `duration P3D`, `repeated P1W` (ISO 8601, `X` for
    a number that is not said), `repeated XXXX-WXX-7` (every Sunday, as TIMEX3 has it), `present`, `past`, `future`. A
    date such as 04/05/2022 has both readings in its note.

    Args:
        text: the text; spans are offsets in it, in characters.
        reference: when it was published, as a date, a datetime, a `When` or its text. What is told from then
            ("yesterday", "on Friday", "in March") is resolved on its calendar, to bounds where it is known less
            exactly, and stays unresolved without it.
        relative_to: the id that times told from the reference name, with an `offset` where one can say it.

    Raises:
        WhenError: if the reference is no time value.
        InvalidValueError: if the text is none.

    >>> from onrecord import find_times
    >>> for span, when in find_times("He was held on Friday and will appear in court next week.", "2023-05-03"):
    ...     print(span.start, span.exact, when.value)
    15 Friday 2023-04-28
    47 next week [2023-05-08..2023-05-14]
    """
    from onrecord._extract._times import find_times

    check_text(text, "bytes are text as data.decode(), and a file as path.read_text()")
    return find_times(text, reference, relative_to=relative_to)
