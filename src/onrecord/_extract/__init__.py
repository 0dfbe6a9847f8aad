"""From the text of an article to statements with their speakers: rules of grammar, a lexicon, and no dependency."""

from onrecord._extract._article import extract

__all__ = ["extract"]
