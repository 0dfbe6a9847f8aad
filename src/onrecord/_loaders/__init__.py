"""From files to dossiers; files are opened here and in `_codec` only."""

from onrecord._loaders._article import parse_article, read_article
from onrecord._loaders._html import read_html
from onrecord._loaders._seed import load_seed
from onrecord._loaders._times import find_times

__all__ = ["find_times", "load_seed", "parse_article", "read_article", "read_html"]
