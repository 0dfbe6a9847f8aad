"""The command line: `onrecord`, or `python -m onrecord`."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

from onrecord import (
    Dossier,
    Events,
    FormatError,
    InvalidValueError,
    Limits,
    OnRecordError,
    __version__,
    digest,
    load,
    load_seed,
    read_article,
    read_html,
    save,
    to_csv,
    to_geojson,
    to_schema_org,
    to_web_annotations,
)
from onrecord._codec._schema import schema_text
from onrecord._codec._text import to_text
from onrecord._dossier._visible import visible
from onrecord._views import _evidence, _glance, _lists, _review

_Run: TypeAlias = Callable[[Namespace], int]
_Answer: TypeAlias = Callable[[Dossier, Namespace, int], Iterable[str]]

_NARROWEST = 24
_EXPORTS: dict[str, Callable[[Dossier], dict[str, Any]]] = {
    "geojson": to_geojson,
    "schema-org": to_schema_org,
    "web-annotation": to_web_annotations,
}
_NAMES = (
    "NAME, EVENT, PLACE, STATEMENT and X are ids or names; a speaker may also be the words printed, such as Moscow."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give the exit code.

    0: answered. 1: `check` found problems. 2: there is no answer; standard error says why. 141: the reader of standard
    output went away.

    Args:
        argv: the arguments; those of the process by default.
    """
    parser = _parser()
    args = parser.parse_args(argv)
    _refuse_idle_options(parser, args)
    _never_fail_to_print()
    try:
        return _answered(args)
    except BrokenPipeError:
        return 141
    except (OnRecordError, OSError) as error:
        _complain(error)
        return 2


def _refuse_idle_options(parser: ArgumentParser, args: Namespace) -> None:
    """An option that would change nothing is a mistake of whoever gave it."""
    for option in _IDLE.get(args.command, ()):
        if getattr(args, option):
            parser.error(f"argument --{option}: {args.command} does not take it")
    if args.command == "export" and args.table is not None and args.format != "csv":
        parser.error(f"argument --table: only csv is one table, {args.format} is the whole record")
    if args.command == "read" and args.unlimited and not args.html and args.against is None:
        parser.error("argument --unlimited: the plain text of an article is read at any size")


def _answered(args: Namespace) -> int:
    run: _Run = args.run
    if run is _convert or (run is _read and not _prints(args)):
        return run(args)
    with _standard_output():
        if sys.stdout is None:  # as Python has it where the caller closed the stream
            raise OSError(errno.EBADF, "it is closed, and the answer has nowhere to go")
    code = run(args)
    with _standard_output():
        sys.stdout.flush()
    return code


@contextmanager
def _standard_output() -> Generator[None]:
    """Give an error its name; what is left to be written goes nowhere, or Python would try again at its end."""
    try:
        yield
    except OSError as error:
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OSError(error.errno, error.strerror, "standard output") from error


def _never_fail_to_print() -> None:
    """What a stream's encoding lacks is escaped: the terminal of a reader may know only ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _complain(error: OnRecordError | OSError) -> None:
    told = str(error)
    if isinstance(error, OSError) and error.strerror:
        told = error.strerror if error.filename is None else f"{error.filename}: {error.strerror}"
    with suppress(OSError):  # standard error may be full, too
        for line in f"onrecord: {told}".split("\n"):
            print(visible(line), file=sys.stderr)


def _dossier(args: Namespace) -> Dossier:
    return load_seed() if args.file is None else _load(args.file, args)


def _load(path: str, args: Namespace) -> Dossier:
    return load(path, limits=Limits(size=None, count=None, depth=None, faults=None) if args.unlimited else Limits())


def _asking(answer: _Answer) -> _Run:
    """A command that prints what it is told, line by line; the views make lines visible, and this makes sure."""

    def run(args: Namespace) -> int:
        for line in answer(_dossier(args), args, _width()):
            _print(line)
        return 0

    return run


def _width() -> int:
    return max(shutil.get_terminal_size().columns, _NARROWEST)


def _print(line: str) -> None:
    with _standard_output():
        print(visible(line))


def _check(args: Namespace) -> int:
    try:
        problems = _dossier(args).check()
    except FormatError as error:
        problems = error.problems
    for problem in problems:
        _print(f"{problem} [{problem.code}]")
    if not problems:
        _print("no problems")
    return 1 if problems else 0


def _convert(args: Namespace) -> int:
    save(_load(args.old, args), args.new)
    return 0


def _read(args: Namespace) -> int:
    """Read an article; write its dossier where a file is named, and print what is asked, or all if nothing is."""
    if not args.html and _is_page(args.article):
        message = f"{args.article} is a page of HTML, whose tags would be read as text: give --html as well"
        raise InvalidValueError(message, field="article", value=args.article)
    options = {name: getattr(args, name) for name in ("published", "title", "publisher", "analyzer")}
    sizes = {"size": None} if args.html and args.unlimited else {}
    d = read_html(args.article, **options, **sizes) if args.html else read_article(args.article, **options)
    lines = _listing(d, args, _width()) if _prints(args) else ()
    if args.output is not None:
        save(d, args.output)
    for line in lines:
        _print(line)
    return 0


def _is_page(name: str) -> bool:
    with Path(name).open("rb") as file:
        return file.read(100).lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))


def _prints(args: Namespace) -> bool:
    return bool(args.review or args.against is not None or args.output is None)


def _listing(d: Dossier, args: Namespace, width: int) -> Iterator[str]:
    if args.review:
        return _review.review_lines(d, width)
    if args.against is not None:
        return _review.against_lines(_load(args.against, args), d, width)
    return _lists.statements_list(d.statements, width)


def _export(args: Namespace) -> int:
    d = _dossier(args)
    if args.format == "csv":
        return _put(to_csv(getattr(d, args.table or "statements")))
    return _put(to_text(_EXPORTS[args.format](d), indent=2) + "\n")


def _schema(_: Namespace) -> int:
    return _put(schema_text())


def _digest(args: Namespace) -> int:
    return _put(digest(_dossier(args)) + "\n")


def _put(text: str) -> int:
    """Print data for other programs: UTF-8 and the data's own ends of line, whatever the terminal has."""
    with _standard_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
    return 0


def _look(d: Dossier, _: Namespace, width: int) -> Iterator[str]:
    return _glance.glance(d, width)


def _statements(d: Dossier, args: Namespace, width: int) -> Iterator[str]:
    found = d.statements if args.by is None else d.statements_by(args.by)
    found = found if args.about is None else found.about(args.about)
    found = found if args.search is None else found.search(args.search)
    return _lists.statements_list(found, width)


def _events(d: Dossier, args: Namespace, width: int) -> Iterator[str]:
    if args.start is None and args.end is None and not args.sure:
        return _lists.events_list(_at(Events((*d.timeline(), *d.undated()), d), args), width)
    certain = _at(d.events_between(args.start, args.end, sure=True), args)
    found = certain if args.sure else _at(d.events_between(args.start, args.end), args)
    return _lists.events_list(found, width, certain=certain)


def _at(events: Events, args: Namespace) -> Events:
    return events if args.at is None else events.at(args.at)


def _accounts(d: Dossier, args: Namespace, width: int) -> Iterator[str]:
    return _lists.accounts_list(d, args.event, width)


def _disputes(d: Dossier, args: Namespace, width: int) -> Iterator[str]:
    return _lists.disputes_list(d.disputes(args.event), d.doubts(args.event), width)


def _find(d: Dossier, args: Namespace, width: int) -> Iterator[str]:
    return _lists.nouns_list(d.find(args.name), width)


def _chain(d: Dossier, args: Namespace, width: int) -> Iterator[str]:
    return _lists.chain_lines(d.chain(args.statement), width)


def _show(d: Dossier, _: Namespace, width: int) -> Iterator[str]:
    return _evidence.evidence_lines(d, width)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="onrecord", description="Ask a dossier who said what.", epilog=_NAMES)
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    parser.add_argument("--file", metavar="FILE", help="ask this file (.json or .jsonl, .gz), not the seed's record")
    parser.add_argument("--unlimited", action="store_true", help="read files of any size, tell any number of faults")
    parser.set_defaults(run=_asking(_look))
    _add_commands(parser)
    return parser


def _add_commands(parser: ArgumentParser) -> None:
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", description="without one: all at a glance"
    )
    for name, (run, about, add_arguments) in _COMMANDS.items():
        described = f"{about[0].upper()}{about[1:]}."
        added = commands.add_parser(name, help=about, description=described, epilog=_NAMES)
        added.set_defaults(run=run)
        _add_common(added, _IDLE.get(name, ()))
        add_arguments(added)


def _add_common(command: ArgumentParser, idle: Sequence[str]) -> None:
    """Given after the command it counts as well; not given there, it must not undo what stands before."""
    if "file" not in idle:
        command.add_argument("--file", metavar="FILE", default=SUPPRESS, help="ask this file, not the seed")
    if "unlimited" not in idle:
        command.add_argument(
            "--unlimited",
            action="store_true",
            default=SUPPRESS,
            help="read files of any size, tell any number of faults",
        )


def _add_statements(command: ArgumentParser) -> None:
    command.add_argument("--by", metavar="NAME", help="only those by this speaker")
    command.add_argument("--about", metavar="X", help="only those that mention this or say something of it")
    command.add_argument("--search", metavar="TEXT", help="only those with words that begin so")


def _add_events(command: ArgumentParser) -> None:
    command.add_argument("--from", metavar="T", dest="start", help="only those that may reach this time or later ones")
    command.add_argument("--to", metavar="T", dest="end", help="only those that may begin before this time")
    command.add_argument("--sure", action="store_true", help="only those that certainly overlap the period")
    command.add_argument("--at", metavar="PLACE", help="only those at a place or within it")


def _one(name: str, *, optional: bool = False) -> Callable[[ArgumentParser], object]:
    nargs = "?" if optional else None
    return lambda command: command.add_argument(name, metavar=name.upper(), nargs=nargs)


def _add_evidence(command: ArgumentParser) -> None:
    command.add_argument(
        "--evidence", action="store_true", required=True, help="every statement marked in its paragraph"
    )


def _add_files(command: ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", type=_file, help="a file of any version that is read")
    command.add_argument(
        "new", metavar="NEW", type=_file, help="the file to write; its name says the format, as OLD's does"
    )


def _file(name: str) -> str:
    if name == "-":
        message = "'-' is no file, and a stream has no name: give a file's name, or ./- for this"
        raise ArgumentTypeError(message)
    return name


def _add_read(command: ArgumentParser) -> None:
    command.add_argument(
        "article", metavar="ARTICLE", type=_file, help="a file with its plain text in UTF-8, or a page with --html"
    )
    command.add_argument(
        "-o", "--output", metavar="DOSSIER", type=_file, help="the file to write: .json or .jsonl, .gz"
    )
    command.add_argument("--html", action="store_true", help="ARTICLE is a page of HTML; needs onrecord[html]")
    command.add_argument("--published", metavar="T", help="when it was put out, as 2023-05-03")
    command.add_argument("--title", metavar="TITLE", help="its title; its headline by default")
    command.add_argument("--publisher", metavar="NAME", help="the outlet")
    command.add_argument(
        "--analyzer",
        metavar="MODEL",
        help="a spaCy model to parse with, or spacy for en_core_web_sm; needs onrecord[spacy] and the model",
    )
    shown = command.add_mutually_exclusive_group()
    shown.add_argument("--review", action="store_true", help="print statements with their rules, the least sure first")
    shown.add_argument("--against", metavar="RECORD", help="print what differs from a record of it, and the figures")


def _add_export(command: ArgumentParser) -> None:
    command.add_argument("format", choices=["csv", *_EXPORTS], help="what to write, to standard output")
    tables = ["sources", "actors", "locations", "events", "statements"]
    command.add_argument("--table", choices=tables, help="the table, for csv alone; statements if none is given")


_COMMANDS: dict[str, tuple[_Run, str, Callable[[ArgumentParser], object]]] = {
    "statements": (_asking(_statements), "statements with their words, accounts and chains", _add_statements),
    "events": (_asking(_events), "events with their times", _add_events),
    "accounts": (_asking(_accounts), "who says what of an event and its parts", _one("event")),
    "disputes": (
        _asking(_disputes),
        "who contradicts whom on which detail, and who doubts; of one event and its parts, or of all",
        _one("event", optional=True),
    ),
    "find": (_asking(_find), "everything that a name may mean", _one("name")),
    "chain": (_asking(_chain), "through whom a statement is known", _one("statement")),
    "show": (_asking(_show), "the record beside its text", _add_evidence),
    "read": (_read, "an English news article made into a dossier: who says what in it", _add_read),
    "convert": (
        _convert,
        "a file written anew as .json or .jsonl, compressed as .gz: in this version of the format, or in the newer "
        "minor one whose members it keeps",
        _add_files,
    ),
    "export": (_export, "the record for other programs", _add_export),
    "schema": (_schema, "the JSON Schema of the format", lambda _: None),
    "digest": (_digest, "the SHA-256 of the record's canonical form", lambda _: None),
    "check": (_check, "everything that is wrong with the record; exit code 1 if anything is", lambda _: None),
}
_IDLE = {"read": ("file",), "convert": ("file",), "schema": ("file", "unlimited")}
"""The common options that a command has no use for."""


if __name__ == "__main__":
    sys.exit(main())
