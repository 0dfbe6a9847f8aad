"""The two doors: what a caller gives, what is kept, what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from onrecord import ActorKind, FormatError, InvalidValueError, SourceKind, When, WhenError
from onrecord._loaders._article import parse_article, read_article
from onrecord._loaders._times import find_times
from onrecord._when import as_when

TEXT = "Bridge falls\r\n\r\n“It fell,” said Ann Lee of the Harwick Echo.\r\n"


def test_a_file_is_read_as_its_text_is(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(TEXT.encode())
    assert read_article(path) == parse_article(TEXT)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert next(iter(read_article(path).sources)).text == TEXT


def test_bytes_that_are_not_utf8_are_refused_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"One.\nTwo \xff.")
    with pytest.raises(FormatError, match=r"byte 9 \(line 2\)"):
        read_article(path)


def test_a_missing_file_is_the_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_article(tmp_path / "none.txt")


def test_a_text_given_for_its_file_is_the_error_of_the_system_with_the_way_out() -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011
        read_article(TEXT)
    assert "parse_article" in caught.value.__notes__[0]


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(InvalidValueError, match="character 2"):
        parse_article("ab\ud800")


@pytest.mark.parametrize("text", [b"It fell.", None, Path("story.txt"), 3])
@pytest.mark.parametrize("door", [parse_article, find_times])
def test_what_is_no_text_is_refused_with_its_type(door: Any, text: object) -> None:
    with pytest.raises(InvalidValueError, match=f"text must be a str, got a {type(text).__name__}: "):
        door(text)


@pytest.mark.parametrize("name", ["title", "publisher", "id"])
@pytest.mark.parametrize("value", ["", 3, b"x", "a\ud800"])
def test_what_is_told_of_an_article_must_be_text(name: str, value: Any) -> None:
    with pytest.raises(InvalidValueError, match=f"^{name} must") as caught:
        parse_article(TEXT, **{name: value})
    assert caught.value.field == f"Source.{name}"


MOMENTS = ["2024-05-03", date(2024, 5, 3), datetime(2024, 5, 3, 10, tzinfo=UTC), When(value="2024-05")]


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_time_of_publication_is_a_date_a_datetime_a_when_or_its_text(moment: Any) -> None:
    published = next(iter(parse_article(TEXT, published=moment).sources)).published
    assert published == as_when(moment)


@pytest.mark.parametrize("moment", ["3 May 2024", "", "now", 20240503])
def test_what_is_no_time_of_publication_is_refused(moment: Any) -> None:
    with pytest.raises(WhenError, match="not a time value"):
        parse_article(TEXT, published=moment)


def test_the_source_is_an_article_with_what_the_caller_tells() -> None:
    d = parse_article(TEXT, published="2024-05-03", title="A bridge", publisher="Harwick Courier")
    source = next(iter(d.sources))
    assert (source.kind, source.title, str(source.published)) == (SourceKind.article, "A bridge", "2024-05-03")
    assert source.publisher is not None
    assert (d.actors[source.publisher].name, d.actors[source.publisher].kind) == (
        "Harwick Courier",
        ActorKind.organisation,
    )


def test_nothing_is_assumed_that_is_not_told() -> None:
    source = next(iter(parse_article("It fell.").sources))
    assert (source.published, source.publisher, source.title, source.language, source.url) == (None,) * 5


def test_a_publisher_who_speaks_in_the_article_is_one_actor() -> None:
    d = parse_article("The Harwick Echo said it fell.", publisher="The Harwick Echo")
    assert len(d.actors) == 1


def test_ids_begin_with_the_digest_of_the_text_or_the_id_given() -> None:
    digest = sha256(TEXT.encode()).hexdigest()[:12]
    assert next(iter(parse_article(TEXT).statements)).id == f"{digest}-s1"
    assert next(iter(parse_article(TEXT, id="story").statements)).id == "story-s1"
