"""From the text of an article to statements with their speakers: rules of grammar, a lexicon, and no dependency."""

from onrecord._extract._parser._analyzer import Analyzer, ParsedWord

__all__ = ["Analyzer", "ParsedWord"]
