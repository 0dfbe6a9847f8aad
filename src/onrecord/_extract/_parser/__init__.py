"""What a parser that the caller brings adds to the rules."""
