"""Pages of HTML: the article's text as found, what the page tells of itself, what is refused; without a network."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import (
    ActorKind,
    Dossier,
    FormatError,
    InvalidValueError,
    MissingExtraError,
    Source,
    TimeBasis,
    When,
    read_html,
)

WORDS = (
    "Mayor Ann Lee said on Tuesday that the yard had been empty since the spring and that nobody was hurt.",
    "“It was not us,” the harbour board’s chairman, Cy Dahl, told reporters. “We build boats, and we keep them dry.”",
    "The fire brigade came at noon with four engines and left in the evening, when the last beams were cold.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in WORDS)


@pytest.fixture(autouse=True)
def _with_trafilatura_and_no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "without_the_extra" not in request.node.name and find_spec("trafilatura") is None:
        pytest.skip("NOT TESTED: pages of HTML: the extra onrecord[html] is not installed")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page is read without a network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def page_of(head: str = "", *, body: str = BODY, attributes: str = "") -> bytes:
    return f"<!DOCTYPE html><html{attributes}><head>{head}</head><body><article>{body}</article></body></html>".encode()


def ld(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


def news(**told: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **told}


def source_of(head: str = "", **options: Any) -> Source:
    return next(iter(read_html(page_of(head, **options)).sources))


def published(head: str, **options: Any) -> tuple[str | None, str | None]:
    when = source_of(head, **options).published
    return (None, None) if when is None else (when.value, when.text)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_the_text_is_the_articles_paragraphs() -> None:
    assert source_of("<title>Yard</title>").text == "\n".join(WORDS)


def test_statements_and_speakers_are_read_from_the_text() -> None:
    d = read_html(page_of())
    told = {(d.actors[s.speaker].name, s.content) for s in d.statements if s.speaker is not None}
    assert ("Cy Dahl", "It was not us, We build boats, and we keep them dry.") in told


def test_every_span_is_the_text() -> None:
    d = read_html(page_of())
    text = next(iter(d.sources)).text or ""
    spans = [span for s in d.statements for e in s.evidence for anchor in e.anchors for span in anchor.spans]
    assert spans
    assert all(text[span.start : span.end] == span.exact for span in spans)


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page_of(meta("og:title", "Yard")))
    assert read_html(path) == read_html(str(path)) == read_html(page_of(meta("og:title", "Yard")))


def test_nothing_is_told_that_the_page_does_not_tell() -> None:
    source = source_of()
    told = (source.title, source.publisher, source.authors, source.published, source.url, source.language)
    assert told == (None, None, (), None, None, None)


DATES = {
    "2023": "2023",
    "2023-05": "2023-05",
    "2023-05-03": "2023-05-03",
    "2023-05-03T10:00": "2023-05-03T10:00",
    "2023-05-03T10:00:00+01:00": "2023-05-03T10:00:00+01:00",
    "2023-05-03T10:00:00+0100": "2023-05-03T10:00:00+01:00",
    "2023-05-03T10:00:00.000Z": "2023-05-03T10:00:00.000Z",
    "2023-05-03 10:00:00": "2023-05-03T10:00:00",
    "2023-05-03t10:00z": "2023-05-03T10:00Z",
    "2023-05-03 10:00:00 +0100": "2023-05-03T10:00:00+01:00",
    "2023-05-03 10:00:00 UTC": "2023-05-03T10:00:00Z",
    "2023-05-03T10:00:00.1234567Z": "2023-05-03T10:00:00.123456Z",
    "2023-05-03T10:00+02:00[Europe/Oslo]": "2023-05-03T10:00+02:00[Europe/Oslo]",
    "20230503": "2023-05-03",
    "3 May 2023": "2023-05-03",
    "May 3rd, 2023": "2023-05-03",
    "May 2023": "2023-05",
    "25/12/2023": "2023-12-25",
    "Wed, 03 May 2023 10:00:00 GMT": "2023-05-03T10:00:00Z",
}
PLACES: dict[str, Callable[[str], str]] = {
    "JSON-LD": lambda date: ld(news(datePublished=date)),
    "Open Graph": lambda date: meta("article:published_time", date),
    "Dublin Core": lambda date: f'<meta name="DC.date.issued" content="{date}">',
    "microdata": lambda date: f'<meta itemprop="datePublished" content="{date}">',
}


@pytest.mark.parametrize(("date", "value"), DATES.items())
@pytest.mark.parametrize("place", PLACES)
def test_a_date_keeps_its_own_precision_and_offset(place: str, date: str, value: str) -> None:
    assert published(PLACES[place](date)) == (value, date)


def test_the_time_element_of_html_counts_if_it_is_said_to_be_the_publication() -> None:
    told = '<time itemprop="datePublished" datetime="2023-05-03">yesterday</time>'
    other = '<time datetime="2020-01-01">then</time>'
    assert published("", body=other + told + BODY) == ("2023-05-03", "2023-05-03")
    assert published("", body=other + BODY) == (None, None)


def test_the_first_place_counts_and_a_contradiction_is_noted() -> None:
    when = source_of(ld(news(datePublished="2023-05-03")) + meta("article:published_time", "2023-05-05")).published
    assert when == When(
        value="2023-05-03",
        text="2023-05-03",
        basis=TimeBasis.given,
        note="datePublished of JSON-LD; but meta article:published_time has 2023-05-05",
    )


def test_a_finer_date_elsewhere_is_no_contradiction() -> None:
    told = ld(news(datePublished="2023-05-03")) + meta("article:published_time", "2023-05-03T10:00+01:00")
    when = source_of(told).published
    assert when is not None
    assert (when.value, when.note) == ("2023-05-03", "datePublished of JSON-LD")


UNSURE = ["0000-00-00", "03/05/2023", "2023-05-03T25:00Z", "2023-21", "3 May", "yesterday", "1683100800", "7 May or so"]


@pytest.mark.parametrize("words", UNSURE)
def test_a_date_that_cannot_be_read_for_sure_is_kept_as_words_alone(words: str) -> None:
    assert published(meta("article:published_time", words)) == (None, words)


def test_a_date_with_two_readings_has_both_in_its_note() -> None:
    when = source_of(meta("article:published_time", "03/05/2023")).published
    assert when is not None
    assert when.note == "meta article:published_time: day first or month first: 2023-05-03 or 2023-03-05"


def test_prose_is_no_date() -> None:
    assert published("", body=f"<time pubdate>{WORDS[0] * 3}</time>{BODY}") == (None, None)


def test_a_date_that_can_be_read_counts_before_one_that_cannot() -> None:
    told = ld(news(datePublished="03/05/2023")) + meta("article:published_time", "2023-05-03")
    assert published(told) == ("2023-05-03", "2023-05-03")


def test_what_the_caller_tells_counts_before_the_page() -> None:
    told = ld(news(datePublished="2023-05-03", headline="Page", publisher={"name": "Page News"}))
    d = read_html(page_of(told), published="2024", title="Own", publisher="Own News", id="own")
    source = d.sources["own"]
    assert (source.title, str(source.published)) == ("Own", "2024")
    assert source.publisher is not None
    assert d.actors[source.publisher].name == "Own News"


def test_an_article_is_found_in_a_graph_and_its_publisher_by_id() -> None:
    graph = {
        "@graph": [
            {"@type": "Organization", "@id": "#org", "name": "Harwick Echo"},
            {"@type": "Person", "@id": "#lee", "name": "Bo Ek"},
            news(headline="Yard", publisher={"@id": "#org"}, author=[{"@id": "#lee"}]),
        ]
    }
    d = read_html(page_of(ld(graph)))
    source = next(iter(d.sources))
    assert source.publisher is not None
    assert source.title == "Yard"
    assert d.actors[source.publisher].name == "Harwick Echo"
    assert [d.actors[author].name for author in source.authors] == ["Bo Ek"]


def test_of_several_articles_the_one_with_the_pages_address_counts() -> None:
    told = ld([news(headline="Other", url="https://a.example/1"), news(headline="Own", url="https://a.example/2")])
    assert source_of(told).title == "Other"
    assert source_of(told + '<link rel="canonical" href="https://a.example/2">').title == "Own"


def test_an_address_counts_without_its_scheme_query_and_last_slash() -> None:
    told = ld([news(headline="Other", url="https://a.example/1"), news(headline="Own", url="http://www.a.example/2/")])
    assert source_of(told + '<link rel="canonical" href="https://a.example/2?from=mail">').title == "Own"


def test_an_address_that_is_the_same_to_the_letter_counts_before_one_that_is_not() -> None:
    told = ld(
        [news(headline="Other", url="https://a.example/?id=1"), news(headline="Own", url="https://a.example/?id=2")]
    )
    assert source_of(told + '<link rel="canonical" href="https://a.example/?id=2">').title == "Own"


def test_of_several_articles_without_an_address_the_one_with_the_pages_title_counts() -> None:
    told = ld([news(headline="Other", datePublished="2020"), news(headline="Own &amp; only", datePublished="2023")])
    assert published(told + meta("og:title", "Own &amp; only")) == ("2023", "2023")


def test_an_article_that_is_only_mentioned_is_not_the_article() -> None:
    assert source_of(ld({"@type": "WebPage", "mentions": news(headline="Other")})).title is None


def authors(head: str) -> list[tuple[str, ActorKind]]:
    d = read_html(page_of(head))
    return [(d.actors[key].name, d.actors[key].kind) for key in next(iter(d.sources)).authors]


def test_a_byline_is_kept_in_order_and_with_its_kind() -> None:
    told = [{"@type": "Person", "name": "Bo Ek"}, {"@type": "Organization", "name": "Agency"}, "Cato Ulv"]
    kinds = [ActorKind.person, ActorKind.organisation, ActorKind.unknown]
    assert authors(ld(news(author=told))) == list(zip(["Bo Ek", "Agency", "Cato Ulv"], kinds, strict=True))


def test_an_address_is_no_name() -> None:
    assert authors(meta("article:author", "https://social.example/boek")) == []
    assert authors(ld(news(author=["https://echo.example/boek", {"name": "Bo Ek"}]))) == [("Bo Ek", ActorKind.unknown)]


BYLINES = {
    "By Bo Ek": ["Bo Ek"],
    "Bo Ek and Cato Ulv": ["Bo Ek", "Cato Ulv"],
    "By Bo Ek, Cato M. Ulv and Dee van der Roy": ["Bo Ek", "Cato M. Ulv", "Dee van der Roy"],
    "Bo Ek, Cato Ulv, & Dee Roy": ["Bo Ek", "Cato Ulv", "Dee Roy"],
    "By BO EK AND CATO ULV": ["BO EK", "CATO ULV"],
    "Ek, Bo": ["Ek, Bo"],
    "Bo Ek, Science Editor": ["Bo Ek, Science Editor"],
    "Mary and Bo Ek": ["Mary and Bo Ek"],
    "Ek & Sons": ["Ek & Sons"],
    "Department of Roads and Tarn Bridges": ["Department of Roads and Tarn Bridges"],
    "Harwick Health Department and Tarn Council": ["Harwick Health Department and Tarn Council"],
    "Byron Ek": ["Byron Ek"],
}


@pytest.mark.parametrize(("byline", "names"), BYLINES.items())
def test_a_byline_is_parted_only_where_each_part_is_a_full_name(byline: str, names: list[str]) -> None:
    assert [name for name, _ in authors(f'<meta name="author" content="{byline.replace("&", "&amp;")}">')] == names


def test_persons_are_parted_and_an_organisation_is_not() -> None:
    told = [{"@type": "Person", "name": "Bo Ek and Cato Ulv"}, {"@type": "Organization", "name": "Dee Roy and Ed Sund"}]
    person, organisation = ActorKind.person, ActorKind.organisation
    expected = [("Bo Ek", person), ("Cato Ulv", person), ("Dee Roy and Ed Sund", organisation)]
    assert authors(ld(news(author=told))) == expected


def test_one_author_of_json_ld_may_hold_several_names_and_types() -> None:
    told = [
        {"@type": ["Person"], "name": ["Bo Ek", "Cato Ulv"]},
        {"@type": "NewsMediaOrganization", "name": "Tarn Wire"},
    ]
    person, organisation = ActorKind.person, ActorKind.organisation
    assert authors(ld(news(author=told))) == [("Bo Ek", person), ("Cato Ulv", person), ("Tarn Wire", organisation)]


@pytest.mark.parametrize(
    ("told", "names"), [("", ["Bo Dahl"]), (ld(news(author={"name": "Echo Agency"})), ["Echo Agency"])]
)
def test_the_byline_in_the_text_counts_where_the_page_names_no_author(told: str, names: list[str]) -> None:
    d = read_html(page_of(told, body=f"<h1>Fire at the yard</h1><p>By harbour reporter Bo Dahl</p>{BODY}"))
    assert [d.actors[key].name for key in d.sources[0].authors] == names
    assert {actor.name for actor in d.actors} == {"Ann Lee", "Cy Dahl", *names}


def test_an_author_who_speaks_in_the_article_is_one_actor() -> None:
    d = read_html(page_of(ld(news(author="Ann Lee"))))
    assert [actor.name for actor in d.actors].count("Ann Lee") == 1
    assert d.check() == ()


def test_titles_are_asked_in_order() -> None:
    title, heading = "<title>Yard burns | Echo</title>", "<h1>Yard burns</h1>"
    assert source_of(title + meta("og:title", "Yard")).title == "Yard"
    assert source_of(title, body=heading + BODY).title == "Yard burns"
    assert source_of(title).title == "Yard burns | Echo"


def test_the_address_and_the_language_are_kept() -> None:
    told = '<link rel="canonical" href="https://a.example/yard">'
    source = source_of(told, attributes=' lang="en-GB"')
    assert (source.url, source.language) == ("https://a.example/yard", "en-GB")


@pytest.mark.parametrize("address", ["/yard", "javascript:alert(1)", "https://a example/", ""])
def test_an_address_that_is_not_whole_is_none(address: str) -> None:
    assert source_of(f'<link rel="canonical" href="{address}">').url is None


@pytest.mark.parametrize("block", ["{", "[" * 100_000, '{"@type": "NewsArticle", "headline": "\\ud800"}', "1" * 10_000])
def test_a_block_that_is_not_sound_says_nothing(block: str) -> None:
    assert source_of(f'<script type="application/ld+json">{block}</script>').title is None


ARTICLE = json.dumps(news(headline="Yard", description="One"))


@pytest.mark.parametrize(
    "block",
    [
        f"<!--\n{ARTICLE}\n-->",
        f"\n//<![CDATA[\n{ARTICLE}\n//]]>\n",
        f"/*<![CDATA[*/{ARTICLE}/*]]>*/",
        ARTICLE.replace("One", "One\nand two"),
        ARTICLE.replace("NewsArticle", "https://schema.org/NewsArticle"),
        ARTICLE.replace("NewsArticle", "SatiricalArticle"),
    ],
)
def test_a_block_is_read_in_the_forms_that_pages_give_it(block: str) -> None:
    assert source_of(f'<script type="application/ld+json">{block}</script>').title == "Yard"


def test_references_of_html_in_json_ld_are_the_characters() -> None:
    assert (
        source_of(ld(news(headline="The yard&#8217;s R&D &amp; fire &nope;"))).title == "The yard’s R&D & fire &nope;"
    )


MICRODATA = """<div itemscope itemtype="https://schema.org/NewsArticle"><p itemprop="headline">Yard</p>
<p itemprop="author" itemscope itemtype="https://schema.org/Person">By <b itemprop="name">Bo Ek</b></p>
<p itemprop="author">Cato Ulv</p><div itemprop="comment" itemscope><i itemprop="author">Tom</i></div>
<p itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Echo"></p>
</div>"""


def test_microdata_of_the_article_are_read() -> None:
    d = read_html(page_of(body=MICRODATA + BODY))
    source = d.sources[0]
    assert source.publisher is not None
    assert (source.title, d.actors[source.publisher].name) == ("Yard", "Echo")
    kinds = [(d.actors[key].name, d.actors[key].kind) for key in source.authors]
    assert kinds == [("Bo Ek", ActorKind.person), ("Cato Ulv", ActorKind.unknown)]


def test_microdata_of_several_articles_say_nothing() -> None:
    d = read_html(page_of(body=MICRODATA + MICRODATA.replace("Yard", "Other") + BODY))
    assert d.sources[0].publisher is None
    assert "Cato Ulv" not in {d.actors[key].name for key in d.sources[0].authors}


def test_json_ld_and_meta_count_before_microdata() -> None:
    source = source_of(ld(news(headline="Own")) + meta("author", "Ann Lee"), body=MICRODATA + BODY)
    assert (source.title, len(source.authors)) == ("Own", 1)


def test_when_the_page_was_changed_is_kept_as_given() -> None:
    told = ld(news(dateModified="2023-05-04", isAccessibleForFree=False))
    source = source_of(told + meta("article:modified_time", "4 May"))
    assert dict(source.extra) == {
        "article:modified_time": "4 May",
        "schema:dateModified": "2023-05-04",
        "schema:isAccessibleForFree": False,
    }
    assert source.published is None


def test_the_articles_own_language_counts_before_the_pages() -> None:
    assert source_of(ld(news(inLanguage="en-GB")), attributes=' lang="en"').language == "en-GB"
    assert source_of(ld(news(inLanguage="English")), attributes=' lang="en"').language == "en"


def test_the_outlets_name_is_no_part_of_the_title() -> None:
    title = "<title>Yard burns | Echo</title>"
    assert source_of(title + meta("og:site_name", "Echo")).title == "Yard burns"
    assert source_of(title + meta("og:site_name", "Other")).title == "Yard burns | Echo"


def test_what_a_template_holds_is_not_on_the_page() -> None:
    hidden = "<template><h1>Card</h1><p>The card, said Tom, is not shown to anybody at all.</p></template>"
    source = source_of(body=hidden + BODY)
    assert (source.text, source.title) == ("\n".join(WORDS), None)


def test_lists_tables_and_soft_hyphens_put_no_mark_into_the_text() -> None:
    items = "<ul><li>One boat was saved, said the board.</li><li>Two were lost.</li></ul>"
    table = "<table><tr><th>Boat</th><th>Built</th></tr><tr><td>Tern</td><td>2011</td></tr></table>"
    text = source_of(body=BODY + items + table + "<p>Nobody was hurt, the bri&shy;gade said at noon.</p>").text
    lines = ["One boat was saved, said the board.", "Two were lost.", "Boat\tBuilt", "Tern\t2011"]
    assert text == "\n".join([*WORDS, *lines, "Nobody was hurt, the brigade said at noon."])


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "iso-8859-1"), ("utf-8", "UTF-8"), ("cp1251", "windows-1251")]
)
def test_a_page_is_read_in_the_encoding_that_it_names(encoding: str, name: str) -> None:
    page = page_of(f'<meta charset="{name}">').decode().encode(encoding)
    assert next(iter(read_html(page).sources)).text == "\n".join(WORDS)


def test_the_encoding_may_stand_in_the_declaration_of_xml() -> None:
    page = b'<?xml version="1.0" encoding="windows-1252"?>' + page_of().decode().encode("cp1252")
    assert next(iter(read_html(page).sources)).text == "\n".join(WORDS)


def test_a_byte_order_mark_counts_before_the_name() -> None:
    page = page_of('<meta charset="iso-8859-1">').decode().encode("utf-16")
    assert next(iter(read_html(page).sources)).text == "\n".join(WORDS)


def refused(page: bytes, **options: Any) -> str:
    with pytest.raises(FormatError) as caught:
        read_html(page, **options)
    (problem,) = caught.value.problems
    return problem.code


def test_a_page_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    page = page_of()
    path = tmp_path / "page.html"
    path.write_bytes(page)
    assert refused(page, size=len(page) - 1) == "too-large"
    with pytest.raises(FormatError, match=r"page\.html.*\n.*larger than 100 bytes"):
        read_html(path, size=100)
    assert read_html(path, size=len(page)) == read_html(path, size=None)


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_page_that_nests_too_deep_is_refused(depth: int) -> None:
    assert refused(page_of(body="<div>" * depth + BODY)) == "too-deep"


def test_a_page_that_declares_entities_is_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    assert refused(f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]>'.encode() + page_of(body="<p>&l9;</p>")) == "entities"
    assert refused(b'<!doctype html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>&x;</p>') == "entities"


def test_bytes_that_are_not_in_the_encoding_are_refused_with_their_place() -> None:
    with pytest.raises(FormatError, match=r"UTF-8.*not at byte 4 \(line 2\)"):
        read_html(b"\n<p>\xff</p>")
    with pytest.raises(FormatError, match="windows-1252"):
        read_html(b"<meta charset=latin1><p>\x81</p>")


def test_the_way_out_of_a_wrong_encoding_is_true() -> None:
    page = page_of('<meta charset="iso-8859-1">')
    assert refused(page) == "encoding"
    assert read_html(page.decode("utf-8").encode("utf-8-sig")).sources[0].text == "\n".join(WORDS)


@pytest.mark.parametrize("page", [b"page.html", b'{"a": 1}', " ".join(WORDS).encode()])
def test_what_has_no_tag_is_no_page(page: bytes) -> None:
    assert refused(page) == "no-text"


@pytest.mark.parametrize("size", [-1, "1", 1.5, True])
def test_a_size_that_is_no_number_of_bytes_is_refused(size: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"Limits\.size must be"):
        read_html(page_of(), size=size)


def test_a_page_given_as_text_is_the_error_of_the_system_with_the_way_out() -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011
        read_html(page_of().decode())
    assert "as bytes" in caught.value.__notes__[0]


@pytest.mark.parametrize(
    "page", [b"", b"  ", b"<!-- nothing -->", b"<html><body></body></html>", b"<script>1</script>"]
)
def test_a_page_without_an_article_is_refused(page: bytes) -> None:
    assert refused(page) == "no-text"


def test_no_page_is_fetched_whatever_it_names() -> None:
    links = (
        '<base href="https://a.example/"><link rel="stylesheet" href="https://a.example/a.css">'
        '<script src="https://a.example/a.js"></script><meta http-equiv="refresh" content="0;url=https://a.example/">'
    )
    images = '<img src="https://a.example/a.png"><iframe src="https://a.example/"></iframe>'
    assert read_html(page_of(links, body=images + BODY)).statements


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"onrecord\[html\]"):
        read_html(b"<p>One</p>")


TAGS = "<p>|</p>|<article>|<h1>|</h1>|<time pubdate>|<|&#0;|<meta charset=latin1>|<title>|&amp;|<!--|]]>|&#xd800;|<br>"
PARTS = (
    "<b itemscope itemtype=Article itemprop='author publisher'>|<b itemprop='name headline'>|<template>|<li>|<td>|</b>"
)
ODD: Any = json.loads("[{}, 3, [true]]")
TOLD = [
    '<meta name="author" content="By Bo Ek, Cato Ulv and Dee Roy">',
    ld(news(datePublished="2023", author={"name": ["Bo"]}, headline=3)),
    ld([[{"@id": "x"}, 1, None]], news(author=[[1], {"@id": "y"}, {"@type": 4, "name": " "}], publisher=[])),
    ld(news(inLanguage=ODD, dateModified=ODD, headline=ODD, isAccessibleForFree=0, url=ODD, datePublished=ODD)),
]
PIECES = st.sampled_from([*TAGS.split("|"), *PARTS.split("|"), *TOLD, "“", "” she said. ", "Ann Lee said ", WORDS[1]])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join), st.booleans())
def test_any_page_gives_a_dossier_or_a_named_error(page: str, with_article: bool) -> None:
    data = (page + (BODY if with_article else "")).encode(errors="replace")
    try:
        found: Dossier | None = read_html(data)
    except FormatError:
        found = None
    assert found is None or found.check() == ()
