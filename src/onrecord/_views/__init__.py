"""What people look at: the notebook's HTML and the terminal's plain text."""

from onrecord._views._show import html, show

__all__ = ["html", "show"]
