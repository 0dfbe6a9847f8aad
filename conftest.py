"""What every test run shares: the examples in README, docs and docstrings are tests, and no test is timed."""

from __future__ import annotations

from collections.abc import Iterable
from doctest import ELLIPSIS

from hypothesis import settings
from sybil import Document, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from sybil.typing import Parser

settings.register_profile("onrecord", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("onrecord")

_evaluator = DocTestEvaluator(ELLIPSIS)
_find_blocks = CodeBlockParser("pycon", _evaluator)
_find_examples = DocTestStringParser(_evaluator)


def parse_pycon_blocks(document: Document) -> Iterable[Region]:
    """Find the examples in the `pycon` blocks of a Markdown file: sessions with output, tracebacks included."""
    for block in _find_blocks(document):
        for example in _find_examples(block.parsed, document.path):
            example.adjust(block, block.parsed)
            yield example


_page_parsers: list[Parser] = [PythonCodeBlockParser(), parse_pycon_blocks]
_readme = Sybil(parsers=_page_parsers, patterns=["README.md"])
_docs = Sybil(parsers=_page_parsers, path="docs", patterns=["*.md"])
_docstrings = Sybil(
    parsers=[DocTestParser(ELLIPSIS)],
    path="src",
    patterns=["*.py"],
    document_types={".py": PythonDocStringDocument},
)
pytest_collect_file = SybilCollection((_readme, _docs, _docstrings)).pytest()
