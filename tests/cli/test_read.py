"""`onrecord read`: an article becomes a dossier, is gone over by confidence, and is held against a record."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from attrs import evolve

from onrecord import Statement, load, parse_article, read_article, save
from onrecord.__main__ import main
from onrecord._views._text import width_of

STORY = """Bridge falls in Harwick

“It fell,” said Ann Lee, the mayor. She added that nobody was hurt.

Cy Dahl denied that the {bridge} was old. “We checked it in May,” he said. “It was sound.”

The firm said it knew nothing, and that the plan, according to the board, was late.
"""
PAGE = f'<html><head><meta property="og:title" content="A page"></head><body><article>{STORY}</article></body></html>'
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


def answer(capsys: Capture, *argv: str | Path) -> str:
    assert main(["read", *map(str, argv)]) == 0
    return capsys.readouterr().out


def refusal(capsys: Capture, *argv: str | Path) -> str:
    try:
        code = main(["read", *map(str, argv)])
    except SystemExit as error:
        code = int(str(error.code))
    assert code == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_without_an_output_every_statement_is_listed(article: Path, capsys: Capture) -> None:
    told = answer(capsys, article)
    assert all(statement.id in told and statement.content in told for statement in parse_article(STORY).statements)


def test_an_output_is_the_dossier_and_nothing_is_printed(article: Path, tmp_path: Path, capsys: Capture) -> None:
    assert answer(capsys, article, "-o", tmp_path / "d.json") == ""
    assert load(tmp_path / "d.json") == read_article(article)


def test_what_is_told_of_the_article_is_kept(article: Path, tmp_path: Path, capsys: Capture) -> None:
    told = {"published": "2023-05-03", "title": "A bridge", "publisher": "Harwick Echo"}
    options = [part for key, value in told.items() for part in (f"--{key}", value)]
    answer(capsys, article, "-o", tmp_path / "d.jsonl.gz", *options)
    assert load(tmp_path / "d.jsonl.gz") == read_article(article, **told)


@pytest.mark.parametrize("opening", ["<!DOCTYPE html>", "\ufeff\n<HTML lang='en'>"])
def test_a_page_is_not_read_as_text_by_mistake(opening: str, article: Path, capsys: Capture) -> None:
    article.write_text(opening + STORY, encoding="utf-8")
    assert "give --html as well" in refusal(capsys, article)


def test_a_stream_is_no_article(capsys: Capture) -> None:
    assert "a stream has no name" in refusal(capsys, "-")


def test_an_analyzer_that_is_not_there_is_named(
    article: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert "pip install 'onrecord[spacy]'" in refusal(capsys, article, "--analyzer", "a_model")


def test_a_review_begins_with_the_least_sure(article: Path, capsys: Capture) -> None:
    told = answer(capsys, article, "--review")
    ranked = sorted(parse_article(STORY).statements, key=lambda s: s.confidence or 0)
    assert len({s.confidence for s in ranked}) > 2
    places = [told.index(f"[{statement.id}]") for statement in ranked]
    assert places == sorted(places)


def test_a_review_has_confidence_rule_speaker_and_sentence(article: Path, capsys: Capture) -> None:
    told = answer(capsys, article, "--review")

    def block(statement: Statement) -> str:
        return next(part for part in told.split("\n\n") if f"[{statement.id}]" in part)

    for statement in parse_article(STORY).statements:
        assert block(statement).startswith(f"{statement.confidence:.2f}  ")
        assert (statement.annotator or "?") in block(statement)
    assert "“⟦It fell,⟧” <said> {Ann Lee, the mayor}." in told or "“⟦It fell,⟧” <said> {Ann Lee}, the mayor." in told


def test_signs_of_the_text_itself_are_told_from_marks(article: Path, capsys: Capture) -> None:
    assert "the ⟨U+007B⟩bridge⟨U+007D⟩ was old" in " ".join(answer(capsys, article, "--review").split())


def test_a_review_and_an_output_go_together(article: Path, tmp_path: Path, capsys: Capture) -> None:
    assert answer(capsys, article, "--review", "-o", tmp_path / "d.json") == answer(capsys, article, "--review")
    assert load(tmp_path / "d.json") == read_article(article)


def test_an_article_agrees_with_its_own_record(article: Path, tmp_path: Path, capsys: Capture) -> None:
    save(read_article(article), tmp_path / "own.json")
    told = answer(capsys, article, "--against", tmp_path / "own.json")
    assert "precision 1.000, recall 1.000, F1 1.000" in " ".join(told.split())


def test_against_a_record_each_statement_stands_under_what_became_of_it(
    article: Path, tmp_path: Path, capsys: Capture
) -> None:
    d = read_article(article)
    found = {s.content: s for s in d.statements}
    fell, hurt, old = found["It fell,"], found["nobody was hurt"], found["the {bridge} was old"]
    actors = {actor.name: actor for actor in d.actors}
    wrong = evolve(fell, speaker=actors["Cy Dahl"].id, evidence=(evolve(fell.evidence[0], speaker=None, naming=None),))
    less = read_article(article).replace(wrong).remove(hurt)
    save(d, tmp_path / "record.json")
    save(less, tmp_path / "less.json")
    parts = answer(capsys, article, "--against", tmp_path / "less.json").split("\n\n")
    by_head = {part.split("\n")[0]: part for part in parts}
    assert old.id in by_head["found"]
    assert f"Cy Dahl [{fell.id}], read as Ann Lee [{fell.id}]" in " ".join(by_head["wrongly attributed"].split())
    assert by_head["missed"].split("\n")[1] == "  none"
    assert hurt.id in by_head["read, and not on record"]
    number = len(d.statements)
    assert f"precision {(number - 2) / number:.3f}, recall {(number - 2) / (number - 1):.3f}" in " ".join(
        parts[0].split()
    )


def test_a_record_may_hold_other_sources_and_the_articles_own_voice(capsys: Capture) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    record = load(seeds / "harbour-fire.json")
    told = answer(capsys, seeds / "harbour-fire-courier.txt", "--against", seeds / "harbour-fire.json")
    said = [s for s in record.statements_in("courier") if str(s.voice) != "writer"]
    assert told.startswith(f"{len(said)} statements on record")


def test_a_record_of_another_text_is_refused(article: Path, tmp_path: Path, capsys: Capture) -> None:
    save(parse_article(STORY + "."), tmp_path / "other.json")
    assert "no source with the text" in refusal(capsys, article, "--against", tmp_path / "other.json")


def test_nothing_is_written_where_the_record_is_refused(article: Path, tmp_path: Path, capsys: Capture) -> None:
    refusal(capsys, article, "-o", tmp_path / "d.json", "--against", tmp_path / "none.json")
    assert not (tmp_path / "d.json").exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--published", "yesterday"], "not a time value: 'yesterday'"),
        (["--review", "--against", "x.json"], "not allowed with"),
        (["--file", "x.json"], "--file"),
        (["--unlimited"], "--unlimited"),
        (["-o", "-"], "'-' is no file"),
    ],
)
def test_a_wrong_option_is_refused(options: list[str], reason: str, article: Path, capsys: Capture) -> None:
    assert reason in refusal(capsys, article, *options)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: Capture) -> None:
    assert "none.txt" in refusal(capsys, tmp_path / "none.txt")


def test_a_file_that_is_not_utf_8_is_told_with_the_place(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_bytes(b"One \xff")
    assert "byte 4" in refusal(capsys, tmp_path / "a.txt")


@pytest.mark.parametrize("options", [[], ["--review"], ["--against", "record.json"]])
@pytest.mark.parametrize("columns", [30, 80])
def test_every_line_fits_the_terminal(
    options: list[str], columns: int, article: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    save(read_article(article), article.parent / "record.json")
    monkeypatch.chdir(article.parent)
    assert all(width_of(line) <= columns for line in answer(capsys, article, *options).splitlines())


@pytest.mark.parametrize("options", [[], ["--review"]])
def test_no_control_character_reaches_the_terminal(options: list[str], tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "nasty.txt"
    path.write_bytes("“\x1b[31mNo,\u202e” said Ann \x1b[0mLee.\n".encode())
    told = answer(capsys, path, *options)
    assert not set("\x1b\u202e") & set(told)


def test_a_page_of_html_is_read(tmp_path: Path, capsys: Capture) -> None:
    if find_spec("trafilatura") is None:
        pytest.skip("NOT TESTED: onrecord read --html: the extra onrecord[html] is not installed")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    answer(capsys, tmp_path / "page.html", "--html", "-o", tmp_path / "d.json")
    assert [source.title for source in load(tmp_path / "d.json").sources] == ["A page"]


def test_a_page_without_the_extra_is_refused_by_its_name(
    article: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "onrecord[html]" in refusal(capsys, article, "--html")
