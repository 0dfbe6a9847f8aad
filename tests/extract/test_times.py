"""Times found in news text: what is resolved, from what, and what is left as it was said."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import Moment, TimeBasis, Truth, When, WhenError, find_times
from onrecord.testing import whens
from tests.extract.times_sentences import PUBLISHED, RELATIVE, SENTENCES, WEEKDAYS

WORDS = sorted({word for sentence, _ in SENTENCES for word in sentence.split()})
ODD = [
    "\n\n",
    "\u2028",
    "\x00",
    "\ufeff",
    "–",
    "(",
    ")",
    "BC",
    "99/99/9999",
    "24:61",
    "0000",
    "1,000,000",
    "٣",
    "½",
    "'s",
]
newsy = st.lists(st.sampled_from([*WORDS, *ODD]), max_size=40).map(" ".join)
texts = st.one_of(st.text(), newsy)
references = st.one_of(
    st.none(),
    whens().filter(lambda when: when.value is not None),
    st.sampled_from(
        ["0001-01-01", "9999-12-31", "2023-05", "2023", "-0044", "Y170000002", "2022-02-24/..", "[..2020]"]
    ),
)


def only(text: str, reference: Moment | None = PUBLISHED) -> When:
    ((_, when),) = find_times(text, reference)
    return when


@given(texts, references)
@example("2000 last July. 9 yesterday night", "0001-01-01")
@example("1,000,000 BC", None)
@settings(max_examples=400)
def test_every_text_gives_spans_that_are_exact_in_order_and_apart(text: str, reference: Moment | None) -> None:
    end = 0
    for span, when in find_times(text, reference):
        assert text[span.start : span.end] == span.exact == when.text
        assert span.start >= end
        end = span.end


@given(newsy)
def test_without_a_reference_nothing_is_told_from_one(text: str) -> None:
    for _, when in find_times(text):
        assert when.value is None or when.relative_to is None


@given(newsy, references)
def test_a_value_that_is_not_printed_says_what_it_was_worked_out_from(text: str, reference: Moment | None) -> None:
    for _, when in find_times(text, reference):
        if when.value is not None and when.basis is not TimeBasis.printed:
            assert when.basis is TimeBasis.inferred
            assert when.note


@given(newsy)
def test_the_same_times_are_found_whatever_the_reference_is(text: str) -> None:
    plain = {span.start for span, _ in find_times(text)}
    told = {span.start for span, _ in find_times(text, "2023-05-03")}
    assert told <= plain


TOLD = "yesterday|today|last month|next year|three weeks ago|more than 14 months ago|two days ago|about five years ago"
ANCHORS = ("2023-05-03", "2023-05", "2023", "2023-05-03T14:05Z", "2024-02-29", "[2023-05-01..2023-05-09]")


@pytest.mark.parametrize("reference", ANCHORS)
@pytest.mark.parametrize("words", TOLD.split("|"))
def test_a_value_is_what_its_offset_gives_from_the_day_of_the_reference(words: str, reference: str) -> None:
    when = only(f"It was seen {words}.", reference)
    day = reference.partition("T")[0]
    told = When(text=words, relative_to="reference", offset=when.offset)
    assert told.resolve(When(value=day)).value == when.value


@pytest.mark.parametrize(("sentence", "told"), [pair for pair in (*WEEKDAYS, *RELATIVE) if len(pair[1]) == 1])
def test_a_reference_known_less_exactly_gives_bounds_that_hold_the_exact_answer(
    sentence: str, told: list[tuple[str, str | None]]
) -> None:
    exact, loose = only(sentence).value, only(sentence, "2023-05").value
    if exact is not None and loose is not None and "/" not in exact:
        assert When(value=exact).within(When(value=loose)) is not Truth.no


@pytest.mark.parametrize(
    "words", ["yesterday", "on Friday", "in March", "last week", "tonight", "this morning", "on May 9"]
)
def test_without_a_reference_a_time_told_from_one_stays_unresolved_and_says_so(words: str) -> None:
    when = only(f"The gate was shut {words}.", None)
    assert (when.value, when.relative_to) == (None, "reference")


def test_an_unresolved_time_has_the_offset_that_resolves_it_later() -> None:
    when = only("It was shut more than 14 months ago.", None)
    assert when.offset == "<-P14M"
    assert when.resolve(When(value="2023-05-03")).value == "[..2022-03-03]"


def test_the_name_of_the_reference_is_the_callers() -> None:
    ((_, when),) = find_times("It was shut yesterday.", "2023-05-03", relative_to="source:courier")
    assert (when.relative_to, when.note) == ("source:courier", "-P1D from source:courier at 2023-05-03")


def test_a_night_is_told_from_the_day_before_it_in_its_sentence_and_not_from_the_reference() -> None:
    ((_, _), (_, night)) = find_times("The gate was shut on 9 May 2020 and overnight it fell.")
    assert (night.value, night.relative_to) == ("[2020-05-09T18..2020-05-10T05]", None)


def test_a_number_after_a_dash_or_slash_that_is_no_year_leaves_the_year_alone() -> None:
    assert [span.exact for span, _ in find_times("Founded in 1961/20,000 hands. Shut in 1999-5 of them left.")] == [
        "1961",
        "1999",
    ]


def test_a_printed_time_is_told_from_nothing() -> None:
    when = only("It was shut on 9 May 2020.")
    assert (when.basis, when.relative_to, when.note) == (TimeBasis.printed, None, None)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("It lasted three days.", "duration P3D"),
        ("It lasted a year and a half.", "duration P18M"),
        ("It lasted half an hour.", "duration PT30M"),
        ("It lasted several weeks.", "duration PXW"),
        ("It lasted two to three weeks.", "duration PXW"),
        ("It lasted for decades.", "duration PXY"),
        ("A 46-day strike.", "duration P46D"),
        ("It lasted twenty-five years.", "duration P25Y"),
        ("It is held every Monday.", "repeated XXXX-WXX-1"),
        ("It is held on Mondays.", "repeated XXXX-WXX-1"),
        ("It is held every other week.", "repeated P2W"),
        ("It is held every three years.", "repeated P3Y"),
        ("It is held daily.", "repeated P1D"),
        ("It is held every summer.", "repeated XXXX-SU"),
        ("It is held every weekend.", "repeated XXXX-WXX-WE"),
        ("It is held every evening.", "repeated XXXX-XX-XXTEV"),
        ("It is held every July.", "repeated XXXX-07"),
        ("It is held every New Year's Eve.", "repeated XXXX-12-31"),
        ("It is held every other Sunday.", "repeated P2W"),
        ("It is held at weekends.", "repeated XXXX-WXX-WE"),
        ("It is held on weekdays.", "repeated XXXX-WXX-WD"),
        ("It is held on the first Sunday of every month.", "repeated P1M"),
        ("It lasted two hours and 15 minutes.", "duration PT2H15M"),
        ("It lasted a day and six hours.", "duration P1DT6H"),
        ("It lasted 2 years, 3 months.", "duration P2Y3M"),
        ("It is in the budget for fiscal 2025.", "a year of accounts"),
        ("He is now free.", "present"),
        ("He was recently freed.", "past"),
        ("He was freed in recent weeks.", "past"),
        ("He will be freed in the coming weeks.", "future"),
        ("He was freed on 04/05/2022.", "day first or month first: 2022-05-04 or 2022-04-05"),
        ("He was freed at 7 p.m. CST.", "CST may be one of several zones"),
    ],
)
def test_what_is_no_point_in_time_has_no_value_and_says_what_it_is(words: str, note: str) -> None:
    when = only(words)
    assert (when.value, when.note) == (None, note)


def test_a_reference_gives_its_own_calendar_day_and_not_that_of_utc() -> None:
    assert only("It was shut yesterday.", "2023-05-03T00:30[Europe/Moscow]").value == "2023-05-02"


def test_hours_are_counted_from_the_clock_of_the_reference() -> None:
    assert only("It was shut two hours ago.", "2023-05-03T14:00Z").value == "2023-05-03T12[UTC]"


def test_a_night_before_the_first_day_of_the_calendar_has_no_value() -> None:
    assert only("It was shut last night.", "0001-01-01").value is None


def test_a_night_with_no_day_before_it_and_no_reference_has_no_value() -> None:
    assert only("Overnight, it fell.", None).value is None


def test_a_quarter_with_no_year_and_no_reference_has_no_value() -> None:
    assert only("Output fell in the first quarter.", None).value is None


def test_hours_before_the_first_that_a_zone_can_tell_have_no_value() -> None:
    assert only("It was shut two hours ago.", "0001-01-01T00:30[Europe/Moscow]").value is None


def test_a_clock_time_in_brackets_is_of_the_day_that_it_is_there() -> None:
    found = find_times("The blast came at 2:27am on 3 May 2023 (2327 GMT).")
    assert [when.value for _, when in found] == ["2023-05-03T02:27", "2023-05-02T23:27Z"]


def test_in_a_story_of_past_years_times_are_told_from_the_time_before() -> None:
    text = (
        "The league was founded in 1701. In 1704 it had nine towns.\n\nIn March 1705 the envoys met. In May they met "
        "again.\n\nThe next day the duke left. In 1706 he died. By August the league was gone."
    )
    values = [when.value for _, when in find_times(text, "2023-05-03")]
    assert values == ["1701", "1704", "1705-03", "1705-05", None, "1706", "1706-08"]


def test_in_news_a_month_is_told_from_the_reference_though_a_past_year_stands_before_it() -> None:
    text = "The firm was founded in 1998. It was sold on Monday. In March it had cut jobs."
    assert [when.value for _, when in find_times(text, "2023-05-03")] == ["1998", "2023-05-01", "2023-03"]


TOLD_OF_OLD = "".join(f"In {year} the league had {year % 100} towns. " for year in range(1701, 1717))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Its output fell in the second quarter.", "1716-34"),
        ("That decade was its best.", "171X"),
        ("Last year it had been at its best.", "1715"),
        ("They met on Friday week.", None),
    ],
)
def test_a_story_of_past_years_is_not_told_from_the_day_of_publication(words: str, value: str | None) -> None:
    *_, (_, when) = find_times(TOLD_OF_OLD + words, PUBLISHED)
    assert when.value == value


def test_a_clock_time_in_a_story_is_of_the_day_before_it_in_its_paragraph_and_no_farther() -> None:
    text = TOLD_OF_OLD + "On 3 May 1717 it met. At 6 a.m. all was over.\n\nAt 7 a.m. the towns knew."
    *_, (_, six), (_, seven) = find_times(text, PUBLISHED)
    assert (six.value, seven.value) == ("1717-05-03T06", None)


@pytest.mark.parametrize("words", ["at 6 a.m.", "the next day"])
def test_nothing_is_told_from_a_day_named_very_far_back_in_one_sentence(words: str) -> None:
    near, far = (f"He left on 3 May 2020, {'with a cow and ' * times}came home {words}." for times in (1, 200))
    (*_, (_, told)), (*_, (_, untold)) = find_times(near), find_times(far)
    assert told.value is not None
    assert untold.value is None


@pytest.mark.parametrize(
    "words", ["in the nineties", "on the first Monday of last month", "on Friday week", "on the 12th"]
)
def test_without_a_reference_a_time_that_wants_its_year_or_month_has_no_value(words: str) -> None:
    assert only(f"The gate was shut {words}.", None).value is None


def test_hours_of_a_day_that_is_one_of_several_are_no_one_stretch() -> None:
    assert only("It was shut from 2-4 p.m. yesterday.", "2023-05").value is None


def test_a_prime_minister_named_may_is_no_month() -> None:
    assert find_times("Anna May spoke. A speech by May was cut short. It was before May that he rose.") == ()


@pytest.mark.parametrize("reference", ["yesterday", "03/05/2023", ""])
def test_a_reference_that_is_no_time_value_is_refused(reference: str) -> None:
    with pytest.raises(WhenError, match="not a time value"):
        find_times("It was shut on Friday.", reference)
