"""What people look at: the notebook's HTML and the terminal's plain text."""

from onrecord._views._html import html

__all__ = ["html"]
