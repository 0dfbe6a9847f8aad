"""From all sentences of an article to its statements."""
