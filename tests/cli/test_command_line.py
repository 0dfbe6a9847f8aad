"""The command line: what each command answers, and how it fails."""

from __future__ import annotations

import io
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import onrecord
from onrecord import Dossier, save
from onrecord.__main__ import main
from onrecord._dossier._visible import visible
from onrecord._views._text import width_of

COMMANDS = {
    "glance": [],
    "statements": ["statements"],
    "events": ["events"],
    "period": ["events", "--from", "2031-05-06", "--to", "2031-05-07"],
    "accounts": ["accounts", "fire"],
    "disputes": ["disputes"],
    "find": ["find", "harbour"],
    "chain": ["chain", "s-ek"],
    "show": ["show", "--evidence"],
    "check": ["check"],
}
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def ask(capsys: Capture, file: Path, *argv: str) -> str:
    assert main(["--file", str(file), *argv]) == 0
    return capsys.readouterr().out


def run(*argv: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "onrecord", *argv], capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("name", ["glance", "statements", "events", "disputes", "find", "show", "check"])
def test_without_a_file_the_seed_is_asked(name: str, capsys: Capture) -> None:
    assert main(COMMANDS[name]) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("argv", COMMANDS.values(), ids=COMMANDS)
def test_the_file_may_stand_before_or_after_the_command(argv: list[str], file: Path, capsys: Capture) -> None:
    before = ask(capsys, file, *argv)
    assert main([*argv, "--file", str(file)]) == 0
    assert capsys.readouterr().out == before


@pytest.mark.parametrize("argv", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("columns", [50, 80, 132])
def test_every_line_fits_the_terminal(
    argv: list[str], columns: int, file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert all(width_of(line) <= columns for line in ask(capsys, file, *argv).splitlines())


@pytest.mark.parametrize("argv", COMMANDS.values(), ids=COMMANDS)
def test_no_control_character_of_a_name_reaches_the_terminal(
    argv: list[str], story: Dossier, tmp_path: Path, capsys: Capture
) -> None:
    nasty = "\u202e\x1b[31m\u200b\x00\u2028\r\n"
    people = [attrs.evolve(actor, name=actor.name + nasty) for actor in story.actors]
    events = [attrs.evolve(event, label=event.label + nasty) for event in story.events]
    path = tmp_path / "spiked.json"
    save(story.replace(*people, *events), path)
    shown = ask(capsys, path, *argv)
    assert all(visible(line) == line for line in shown.split("\n"))
    assert ("⟨U+202E⟩" in shown) is (argv != ["check"])


def test_with_no_command_it_tells_counts_speakers_times_disputes_and_doubts(file: Path, capsys: Capture) -> None:
    told = ask(capsys, file)
    for words in (
        "5 statements",
        "1  Cy Dahl",
        "2031-05-05T22/2031-05-06T06  ●  Fire",
        "agent: Ann Lee",
        "Fire brigade",
    ):
        assert words in told


def test_the_glance_counts_the_events_without_a_time(file: Path, capsys: Capture) -> None:
    assert "1 event without a known time" in ask(capsys, file)


def test_the_glance_ends_with_the_commands_there_are(file: Path, capsys: Capture) -> None:
    assert "Next: onrecord statements --by NAME" in ask(capsys, file)


def test_statements_by_a_speaker_have_their_words_and_chain(file: Path, capsys: Capture) -> None:
    told = ask(capsys, file, "statements", "--by", "Bo Ek")
    assert "the fire had been set {on purpose}" in told
    assert "Fire in the harbour ← The Harbour Post ← Bo Ek" in told


def test_statements_by_words_printed_for_a_speaker_say_whose_they_are(
    file: Path, story: Dossier, capsys: Capture
) -> None:
    printed = story.statements_by("ann lee")
    assert f"1 statement, {printed.note}" in " ".join(ask(capsys, file, "statements", "--by", "ann lee").split())


def test_statements_about_something_mention_it(file: Path, capsys: Capture) -> None:
    assert ask(capsys, file, "statements", "--about", "plot").startswith("1 statement\n")


def test_statements_are_searched_for_words(file: Path, capsys: Capture) -> None:
    assert ask(capsys, file, "statements", "--search", "boats").startswith("1 statement\n")


def test_what_is_asked_of_statements_holds_together(file: Path, capsys: Capture) -> None:
    told = ask(capsys, file, "statements", "--by", "Cy Dahl", "--about", "fire", "--search", "boats")
    assert told.startswith("0 statements")


def test_events_are_listed_with_those_that_have_no_time(file: Path, capsys: Capture) -> None:
    told = ask(capsys, file, "events")
    assert told.startswith("3 events\n")
    assert "(no known time)" in told


def test_events_of_a_period_are_told_apart_by_whether_they_certainly_overlap(file: Path, capsys: Capture) -> None:
    told = ask(capsys, file, "events", "--from", "2031-05-06", "--to", "2031-06-01T12")
    certain, possible = told.split("possibly in the period")
    assert "Fire in the harbour" in certain.split("certainly in the period")[1]
    assert "Harbour feast" in possible


def test_only_events_certainly_in_the_period_are_told_when_asked_so(file: Path, capsys: Capture) -> None:
    assert ask(capsys, file, "events", "--from", "2031-05-06", "--to", "2031-06-01T12", "--sure").startswith(
        "1 event\n"
    )


def test_events_at_a_place_are_those_within_it(file: Path, capsys: Capture) -> None:
    assert ask(capsys, file, "events", "--at", "Port Ostra").startswith("1 event\n")


def test_accounts_of_an_event_show_each_detail_with_its_factuality(file: Path, capsys: Capture) -> None:
    assert "agent: Ann Lee (certainly not)" in ask(capsys, file, "accounts", "fire")


def test_disputes_show_each_side_in_its_own_words(file: Path, capsys: Capture) -> None:
    yes, no = ask(capsys, file, "disputes", "fire").split("    no\n")
    assert "Lee’s yard had set the fire" in yes
    assert "It was not us" in no


def test_disputes_show_how_each_doubt_is_held(file: Path, capsys: Capture) -> None:
    assert "    doubts  agent: Ann Lee (unknown)\n" in ask(capsys, file, "disputes", "fire")


def test_the_glance_shows_how_each_doubt_is_held(file: Path, capsys: Capture) -> None:
    assert "    agent: Ann Lee: Fire brigade (unknown)\n" in ask(capsys, file)


def test_a_name_is_found_with_everything_it_may_mean(file: Path, capsys: Capture) -> None:
    assert "location  harbour  Old harbour" in ask(capsys, file, "find", "harb")


def test_a_chain_goes_from_the_source_to_the_speaker(file: Path, capsys: Capture) -> None:
    told = ask(capsys, file, "chain", "s-ek")
    assert told.index("[story]") < told.index("[s-post]") < told.index("[s-ek]")


def test_the_evidence_shows_content_cue_and_speaker_in_the_text(file: Path, capsys: Capture) -> None:
    assert "“⟦It was not us,⟧” {Ann Lee} <told reporters> on Tuesday." in ask(capsys, file, "show", "--evidence")


def test_the_evidence_shows_paragraphs_with_no_statement_too(file: Path, capsys: Capture) -> None:
    assert "Rain is expected." in ask(capsys, file, "show", "--evidence")


def test_a_sound_record_has_no_problems(file: Path, capsys: Capture) -> None:
    assert ask(capsys, file, "check") == "no problems\n"


def test_the_problems_of_a_record_are_told_with_exit_code_1(file: Path, capsys: Capture) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace('"speaker": "ek"', '"speaker": "eck"'), encoding="utf-8")
    assert main(["check", "--file", str(file)]) == 1
    assert "nothing has the id 'eck' [dangling]" in capsys.readouterr().out


def test_all_faults_of_a_file_that_does_not_load_are_told(file: Path, capsys: Capture) -> None:
    file.write_text(json.dumps({"onrecord": "0.2", "actors": [{"nmae": "x"}] * 30}), encoding="utf-8")
    assert main(["check", "--file", str(file)]) == 1
    assert len(capsys.readouterr().out.splitlines()) >= 30


@pytest.mark.parametrize("argv", COMMANDS.values(), ids=COMMANDS)
def test_a_missing_file_is_told_without_a_traceback(argv: list[str], tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "none.json"
    assert main(["--file", str(path), *argv]) == 2
    assert capsys.readouterr() == ("", f"onrecord: {path}: No such file or directory\n")


@pytest.mark.parametrize("argv", [argv for name, argv in COMMANDS.items() if name != "check"])
def test_a_faulty_file_cannot_be_asked_and_its_faults_are_on_standard_error(
    argv: list[str], tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "faulty.json"
    path.write_text("{", encoding="utf-8")
    assert main(["--file", str(path), *argv]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"onrecord: {path}: 1 problem\n")


@pytest.mark.parametrize(
    "argv",
    [["statements", "--by", "nobody"], ["accounts", "nothing"], ["chain", "none"], ["events", "--from", "soon"]],
    ids=" ".join,
)
def test_what_is_not_on_record_is_told_with_exit_code_2(argv: list[str], file: Path, capsys: Capture) -> None:
    assert main([*argv, "--file", str(file)]) == 2
    assert capsys.readouterr().err.startswith("onrecord: ")


def test_a_control_character_in_an_error_is_shown_as_a_mark(tmp_path: Path, capsys: Capture) -> None:
    assert main(["--file", str(tmp_path / "a\x1b\u202eb")]) == 2
    assert "a⟨U+001B⟩⟨U+202E⟩b" in capsys.readouterr().err


def test_the_version_is_told(capsys: Capture) -> None:
    with pytest.raises(SystemExit, match=r"^0$"):
        main(["--version"])
    assert capsys.readouterr().out == f"onrecord {onrecord.__version__}\n"


def test_an_unknown_command_is_refused_with_exit_code_2(capsys: Capture) -> None:
    with pytest.raises(SystemExit, match=r"^2$"):
        main(["statments"])
    assert "invalid choice" in capsys.readouterr().err


def test_an_empty_dossier_can_be_looked_at(tmp_path: Path, capsys: Capture) -> None:
    save(Dossier(), tmp_path / "empty.json")
    assert "0 statements" in ask(capsys, tmp_path / "empty.json")


def test_a_terminal_that_knows_only_ascii_gets_escapes(file: Path) -> None:
    done = run("--file", str(file), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert rb"\u25cf" in done.stdout


def test_a_reader_that_goes_away_is_no_error(file: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--file", str(file)], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def test_when_its_reader_has_gone_away_it_stops_with_exit_code_141(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert main(["--file", str(file)]) == 141


def test_it_prints_to_a_stream_that_is_no_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["check", "--file", str(file)]) == 0
    assert stream.getvalue() == "no problems\n"


def test_the_exit_code_is_that_of_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["onrecord", "check", "--file", str(tmp_path / "none.json")])
    with pytest.raises(SystemExit, match=r"^2$"):
        runpy.run_path(str(Path(onrecord.__file__).with_name("__main__.py")), run_name="__main__")


def test_the_module_runs_as_a_program() -> None:
    assert run("--version").stdout.split() == [b"onrecord", onrecord.__version__.encode()]


# --- standard output that takes nothing ------------------------------------------------------------------------------


WRITERS = [["schema"], ["digest"], ["check"], ["statements"], ["show", "--evidence"], []]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="NOT TESTED: a full standard output; no /dev/full here")
@pytest.mark.parametrize("argv", WRITERS, ids=" ".join)
def test_a_full_standard_output_is_told_by_name_with_exit_code_2(argv: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *argv], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (2, b"onrecord: standard output: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="NOT TESTED: a full standard error; no /dev/full here")
def test_the_exit_code_holds_where_standard_error_is_full(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", "--file", str(tmp_path / "none.json")],
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, b"")


def run_closed(closing: str, *argv: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a shell that closes streams of it, as `>&-` does."""
    return subprocess.run(
        ["/bin/sh", "-c", f'"$@" {closing}', "sh", sys.executable, "-m", "onrecord", *argv],
        capture_output=True,
        check=False,
    )


needs_a_shell = pytest.mark.skipif(not Path("/bin/sh").exists(), reason="NOT TESTED: closed streams; no /bin/sh here")


@needs_a_shell
@pytest.mark.parametrize("argv", WRITERS, ids=" ".join)
def test_a_closed_standard_output_is_told_with_exit_code_2(argv: list[str]) -> None:
    done = run_closed(">&-", *argv)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"onrecord: standard output: it is closed, and the answer has nowhere to go\n"


def test_without_a_standard_output_nothing_is_answered(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        assert main(["schema"]) == 2
    assert "standard output: it is closed" in capsys.readouterr().err


@needs_a_shell
def test_where_standard_error_is_closed_too_the_exit_code_tells() -> None:
    assert run_closed(">&- 2>&-", "schema").returncode == 2


@needs_a_shell
def test_a_file_is_converted_without_a_standard_output(file: Path, tmp_path: Path) -> None:
    done = run_closed(">&-", "convert", str(file), str(tmp_path / "new.jsonl"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert onrecord.load(tmp_path / "new.jsonl") == onrecord.load(file)


def test_a_reader_of_data_that_goes_away_stops_it_with_exit_code_141(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert main(["schema"]) == 141


def test_an_error_without_a_file_is_told_without_a_name(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> Dossier:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("onrecord.__main__.load", fails)
    assert main(["--file", str(file)]) == 2
    assert capsys.readouterr().err == "onrecord: No space left on device\n"


# --- data for other programs -----------------------------------------------------------------------------------------


def put(capfdbinary: pytest.CaptureFixture[bytes], *argv: str) -> bytes:
    assert main(list(argv)) == 0
    return capfdbinary.readouterr().out


def test_a_file_is_converted_to_what_the_new_name_says(file: Path, tmp_path: Path) -> None:
    for name in ("case.jsonl", "case.jsonl.gz", "case.json.gz"):
        assert main(["convert", str(file), str(tmp_path / name)]) == 0
        assert onrecord.load(tmp_path / name) == onrecord.load(file)


def test_a_file_of_an_older_version_is_converted_to_ours(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text('{"onrecord": "0.1", "extra": {"onrecord:a": 1}}', encoding="utf-8")
    assert main(["convert", str(old), str(new)]) == 0
    assert json.loads(new.read_text(encoding="utf-8")) == {"onrecord": "0.2", "extra": {"onrecord-0.1:a": 1}}


def test_a_file_with_members_of_a_newer_minor_version_is_converted_under_that_version(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    newer = {"onrecord": "0.9", "events": [{"id": "leak", "label": "The leak", "colour": "red"}]}
    old.write_text(json.dumps(newer), encoding="utf-8")
    assert main(["convert", str(old), str(new)]) == 0
    assert json.loads(new.read_text(encoding="utf-8")) == newer


def test_a_file_of_a_newer_minor_version_with_nothing_of_it_is_converted_to_ours(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text('{"onrecord": "0.9"}', encoding="utf-8")
    assert main(["convert", str(old), str(new)]) == 0
    assert json.loads(new.read_text(encoding="utf-8")) == {"onrecord": "0.2"}


@pytest.mark.parametrize("names", [("case.json", "-"), ("-", "case.json")])
def test_a_stream_is_not_converted_for_want_of_a_name(
    names: tuple[str, str], tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match=r"^2$"):
        main(["convert", *names])
    assert "a stream has no name" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "argv",
    [
        ["convert", "old.json", "new.json", "--file", "case.json"],
        ["--file", "case.json", "convert", "old.json", "new.json"],
        ["schema", "--file", "case.json"],
        ["--file", "case.json", "schema"],
        ["schema", "--unlimited"],
        ["--unlimited", "schema"],
        *(["export", name, "--table", "actors"] for name in ("geojson", "schema-org", "web-annotation")),
    ],
    ids=" ".join,
)
def test_an_option_that_would_change_nothing_is_refused(argv: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit, match=r"^2$"):
        main(argv)
    told = capsys.readouterr()
    assert told.out == ""
    assert "onrecord: error: " in told.err


def test_the_table_that_is_meant_where_none_is_given_is_that_of_the_statements(
    file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    printed = put(capfdbinary, "export", "csv", "--file", str(file))
    assert printed.decode() == onrecord.to_csv(onrecord.load(file).statements)


def test_a_faulty_file_is_not_converted(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "old.json").write_text('{"onrecord": "9.0"}', encoding="utf-8")
    assert main(["convert", str(tmp_path / "old.json"), str(tmp_path / "new.json")]) == 2
    assert "newer major version" in capsys.readouterr().err
    assert not (tmp_path / "new.json").exists()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("geojson", onrecord.to_geojson),
        ("schema-org", onrecord.to_schema_org),
        ("web-annotation", onrecord.to_web_annotations),
    ],
)
def test_an_export_is_that_of_the_function(
    name: str, make: Callable[[Dossier], object], file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert json.loads(put(capfdbinary, "export", name, "--file", str(file))) == make(onrecord.load(file))


@pytest.mark.parametrize("table", ["statements", "sources", "events"])
def test_a_table_is_exported_as_csv_with_its_own_ends_of_line(
    table: str, file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    printed = put(capfdbinary, "export", "csv", "--table", table, "--file", str(file))
    assert printed.decode() == onrecord.to_csv(getattr(onrecord.load(file), table))


def test_the_schema_is_printed_as_it_is_shipped(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert json.loads(put(capfdbinary, "schema")) == onrecord.json_schema()


def test_the_digest_is_that_of_the_record(file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert put(capfdbinary, "digest", "--file", str(file)).decode() == onrecord.digest(onrecord.load(file)) + "\n"


def test_the_limits_are_lifted_where_it_is_said(tmp_path: Path, capsys: Capture) -> None:
    deep = json.dumps({"onrecord": "0.2", "extra": {"a:b": json.loads("[" * 150 + "]" * 150)}})
    (tmp_path / "deep.json").write_text(deep, encoding="utf-8")
    assert main(["digest", "--file", str(tmp_path / "deep.json")]) == 2
    assert "must not nest deeper than 100 levels" in capsys.readouterr().err
    assert main(["check", "--unlimited", "--file", str(tmp_path / "deep.json")]) == 0


def test_the_limit_on_faults_is_lifted_where_it_is_said(file: Path, capsys: Capture) -> None:
    most = onrecord.Limits().faults
    assert most is not None
    file.write_text(json.dumps({"onrecord": "0.2", "actors": [1] * (most + 5)}), encoding="utf-8")
    assert main(["check", "--file", str(file)]) == 1
    assert "[more-faults]" in capsys.readouterr().out.splitlines()[-1]
    assert main(["check", "--unlimited", "--file", str(file)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == most + 5
